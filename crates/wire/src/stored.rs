//! How events are kept: compact JSON in an envelope that tells its version.
//!
//! Every version that was ever written can be read for ever. To change the shape: raise [`VERSION`], keep the reader
//! of the old one, and add a golden file of the new one beside those in `tests/golden`, which never change.

use doorstep_domain::{EventId, Happening, TourEvent};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The version that is written. Since 2, a stop may have no place; since 3, a map may be hidden by its driver and shown
/// again; since 4, codes are told at the door; since 5, a neighbour may be asked for, changes of what is asked for are
/// numbered, the way to the door is told, drivers are asked to come later, and phones say what they showed; since 6,
/// safe places are marked. All else is as it was.
pub const VERSION: u32 = 6;

/// Why kept bytes are no event.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum StoredError {
    /// A newer program wrote them.
    #[error(
        "the event was written in version {found} and this program reads versions up to {VERSION}; \
         start the newer program again, or restore a backup from before it"
    )]
    Newer {
        /// Their version.
        found: u32,
    },
    /// They are damaged. The text tells where, and nothing of what they hold.
    #[error("the event is damaged at line {line} column {column}")]
    Damaged {
        /// The line.
        line: usize,
        /// The column.
        column: usize,
    },
}

/// The bytes of an event.
///
/// # Panics
/// Never: whatever an event holds can be written as JSON.
pub fn encode(event: &TourEvent) -> Vec<u8> {
    let envelope =
        Written { v: VERSION, id: event.id, at: event.at, received_at: event.received_at, what: &event.what };
    serde_json::to_vec(&envelope).expect("ids, instants, numbers and lists can always be written as JSON")
}

/// The event of some bytes.
///
/// # Errors
/// When a newer program wrote them, or when they are damaged.
pub fn decode(bytes: &[u8]) -> Result<TourEvent, StoredError> {
    let Header { v } = serde_json::from_slice(bytes).map_err(|error| damaged(&error))?;
    match v {
        1..=6 => {
            let Read { id, at, received_at, what } =
                serde_json::from_slice(bytes).map_err(|error| damaged(&error))?;
            Ok(TourEvent { id, at, received_at, what })
        }
        0 => Err(StoredError::Damaged { line: 1, column: 1 }),
        found => Err(StoredError::Newer { found }),
    }
}

#[derive(Serialize)]
struct Written<'a> {
    v: u32,
    id: EventId,
    at: Timestamp,
    received_at: Timestamp,
    what: &'a Happening,
}

#[derive(Deserialize)]
struct Header {
    v: u32,
}

#[derive(Deserialize)]
struct Read {
    id: EventId,
    at: Timestamp,
    received_at: Timestamp,
    what: Happening,
}

fn damaged(error: &serde_json::Error) -> StoredError {
    StoredError::Damaged { line: error.line(), column: error.column() }
}
