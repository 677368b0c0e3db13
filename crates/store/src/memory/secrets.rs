//! What the server keeps for itself.

use super::MemoryStore;
use crate::{Answer, Secrets};

impl Secrets for MemoryStore {
    fn secret(&self, name: &'static str, fresh: [u8; 32]) -> Answer<'_, [u8; 32]> {
        self.write(move |state| Ok(*state.secrets.entry(name).or_insert(fresh)))
    }
}
