//! What the server keeps for itself.

use crate::Answer;

/// Secrets of the server, so that all that runs on one database knows the same.
pub trait Secrets: Send + Sync {
    /// The secret of this name; `fresh` becomes it when there is none yet.
    fn secret(&self, name: &'static str, fresh: [u8; 32]) -> Answer<'_, [u8; 32]>;
}
