//! What was deleted on purpose before its day.

use jiff::Timestamp;

use super::MemoryStore;
use crate::{Answer, Ledger, LedgerEntry};

impl Ledger for MemoryStore {
    fn note_forgotten(&self, entry: LedgerEntry) -> Answer<'_, ()> {
        self.write(move |state| {
            state.ledger.insert(entry);
            Ok(())
        })
    }

    fn list_forgotten(&self) -> Answer<'_, Vec<LedgerEntry>> {
        self.read(|state| state.ledger.iter().copied().collect())
    }

    fn delete_forgotten_before(&self, at: Timestamp) -> Answer<'_, u64> {
        self.write(move |state| {
            let before = state.ledger.len();
            state.ledger.retain(|entry| entry.at >= at);
            Ok((before - state.ledger.len()) as u64)
        })
    }

    fn end_all_access(&self) -> Answer<'_, ()> {
        self.write(|state| {
            state.sessions.clear();
            state.sign_ins.clear();
            state.codes.clear();
            state.shares.clear();
            Ok(())
        })
    }
}
