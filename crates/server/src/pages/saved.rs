//! The word that a form was taken, after the browser was led back to the page with it.

use serde::Deserialize;

/// What the address says about a form that was sent just before.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
pub(super) struct Saved {
    saved: Option<u8>,
}

impl Saved {
    /// Whether one was.
    pub(super) fn is_saved(self) -> bool {
        self.saved.is_some()
    }
}
