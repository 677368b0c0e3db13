//! For how long things are kept, as it is set.

use std::collections::BTreeMap;

use thiserror::Error;

use super::{Data, KINDS, Term};

/// For how long things are kept. Whatever is set lies within the table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Retention(BTreeMap<Data, u16>);

/// Something may not be kept for so long.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("is not a whole number from 0 to {ceiling}; nothing of this kind is kept for longer")]
pub struct TooLong {
    /// The most days.
    pub ceiling: u16,
}

impl Retention {
    /// So many days data of a kind are kept; 0 where that is not counted in days.
    pub fn days(&self, data: Data) -> u16 {
        match data.kind().map(|kind| kind.term) {
            Some(Term::Set { default, .. }) => self.0.get(&data).copied().unwrap_or(default),
            _ => 0,
        }
    }

    /// The same with so many days for a kind.
    ///
    /// # Errors
    /// When that is above the ceiling of the kind, or nothing can be set there.
    pub fn with(mut self, data: Data, days: u16) -> Result<Self, TooLong> {
        let ceiling = match data.kind().map(|kind| kind.term) {
            Some(Term::Set { ceiling, .. }) => ceiling,
            _ => 0,
        };
        if days > ceiling {
            return Err(TooLong { ceiling });
        }
        self.0.insert(data, days);
        Ok(self)
    }

    /// The kind that a setting such as `retention.tour_days` is about.
    pub fn set_by(path: &str) -> Option<Data> {
        let is_named = |term| matches!(term, Term::Set { setting, .. } if setting == path);
        KINDS.iter().find(|kind| is_named(kind.term)).map(|kind| kind.data)
    }
}
