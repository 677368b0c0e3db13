//! What was deleted on purpose before its day. A copy of the database that is brought back forgets it again.

use std::fmt;
use std::str::FromStr;

use doorstep_domain::{OperatorId, RecipientId};
use jiff::Timestamp;
use jiff::civil::Date;
use thiserror::Error;

use crate::Answer;

/// Something that was deleted on purpose. It names nobody: whom an identity belonged to is deleted with them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Forgotten {
    /// Someone who logged in, with all that told of them.
    Person(RecipientId),
    /// The logs of a service day.
    Day(Date),
    /// What tours taught.
    Lessons(OperatorId),
}

/// When something was deleted on purpose. As text it is one line: `2026-11-20T14:10:00Z day:2026-11-19`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct LedgerEntry {
    /// When; whole microseconds are kept.
    pub at: Timestamp,
    /// What.
    pub what: Forgotten,
}

/// A text is no entry of the ledger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("is not an instant and one of person:ID, day:DATE and lessons:ID")]
pub struct NoLedgerEntry;

/// The record of what was deleted on purpose, which is kept for as long as copies of the database are.
pub trait Ledger: Send + Sync {
    /// Adds an entry, before it is done: what cannot be noted is not deleted. One that is there already changes nothing.
    fn note_forgotten(&self, entry: LedgerEntry) -> Answer<'_, ()>;

    /// All entries, the oldest first.
    fn list_forgotten(&self) -> Answer<'_, Vec<LedgerEntry>>;

    /// Deletes the entries from before an instant; how many there were.
    fn delete_forgotten_before(&self, at: Timestamp) -> Answer<'_, u64>;

    /// Deletes all that opens something and may have been ended meanwhile where that is not noted: logins, links to sign
    /// in, codes of phones, and links that recipients handed on.
    fn end_all_access(&self) -> Answer<'_, ()>;
}

impl fmt::Display for Forgotten {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Person(id) => write!(f, "person:{id}"),
            Self::Day(day) => write!(f, "day:{day}"),
            Self::Lessons(id) => write!(f, "lessons:{id}"),
        }
    }
}

impl FromStr for Forgotten {
    type Err = NoLedgerEntry;

    fn from_str(text: &str) -> Result<Self, NoLedgerEntry> {
        let (kind, which) = text.split_once(':').ok_or(NoLedgerEntry)?;
        match kind {
            "person" => which.parse().map(Self::Person).map_err(|_no_id| NoLedgerEntry),
            "day" => which.parse().map(Self::Day).map_err(|_no_day| NoLedgerEntry),
            "lessons" => which.parse().map(Self::Lessons).map_err(|_no_id| NoLedgerEntry),
            _ => Err(NoLedgerEntry),
        }
    }
}

impl fmt::Display for LedgerEntry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.at, self.what)
    }
}

impl FromStr for LedgerEntry {
    type Err = NoLedgerEntry;

    fn from_str(text: &str) -> Result<Self, NoLedgerEntry> {
        let (at, what) = text.split_once(' ').ok_or(NoLedgerEntry)?;
        Ok(Self { at: at.parse().map_err(|_no_instant| NoLedgerEntry)?, what: what.parse()? })
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn an_entry_is_a_line_of_text() {
        let at = Timestamp::constant(1_773_473_400, 123_000);
        for what in [
            Forgotten::Person(RecipientId::from_u128(7)),
            Forgotten::Day(date(2026, 3, 14)),
            Forgotten::Lessons(OperatorId::from_u128(8)),
        ] {
            let entry = LedgerEntry { at, what };
            assert_eq!(entry.to_string().parse(), Ok(entry));
        }
        let entry = LedgerEntry { at: Timestamp::UNIX_EPOCH, what: Forgotten::Day(date(2026, 3, 14)) };
        assert_eq!(entry.to_string(), "1970-01-01T00:00:00Z day:2026-03-14");
    }

    #[test]
    fn what_is_no_entry_is_refused() {
        for text in [
            "",
            "day:2026-03-14",
            "1970-01-01T00:00:00Z",
            "1970-01-01T00:00:00Z day:2026-13-14",
            "1970-01-01T00:00:00Z person:ada",
            "1970-01-01T00:00:00Z parcel:7",
            "yesterday day:2026-03-14",
        ] {
            assert_eq!(text.parse::<LedgerEntry>(), Err(NoLedgerEntry), "{text}");
        }
    }
}
