//! When other carriers are asked about the parcels that they bring.

use doorstep_domain::{ParcelId, Status};
use jiff::Timestamp;

use crate::Answer;

/// A parcel that its carrier may be asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ToAsk {
    /// Which one.
    pub parcel: ParcelId,
    /// How it stands.
    pub status: Status,
    /// From when on it is to be asked about: when it was announced, where nobody has asked yet.
    pub due_at: Timestamp,
    /// How often in a row there was no answer.
    pub failures: u32,
}

/// When the carrier of a parcel is asked about it again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asked {
    /// Not before then.
    pub next_at: Timestamp,
    /// How often in a row there was no answer.
    pub failures: u32,
}

/// How much of what a carrier may be asked is used up, and whether it wants to be left alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AskedCarrier {
    /// When it was asked last.
    pub asked_at: Timestamp,
    /// Until when the questions asked so far would last, had they been asked evenly.
    pub used_until: Timestamp,
    /// Until when it is left alone.
    pub held_until: Option<Timestamp>,
    /// How often in a row it could not be asked.
    pub failures: u32,
}

/// When other carriers are asked. It is kept so that a start asks neither everything at once nor more than the day allows.
pub trait Asking: Send + Sync {
    /// Parcels that a carrier of this name may be asked about: it has a number of its own for them, they are not over, and
    /// they were announced at `since` or later. Of each status up to `limit`, those that are due first.
    fn list_to_ask(&self, carrier: String, since: Timestamp, limit: u32) -> Answer<'_, Vec<ToAsk>>;

    /// Notes when a parcel is asked about again. It is forgotten with the parcel, and when the parcel gets another carrier
    /// or another number of its carrier; of a parcel that is not there nothing is noted.
    fn put_asked(&self, parcel: ParcelId, asked: Asked) -> Answer<'_, ()>;

    /// How the asking of a carrier stands; `None` when it was never asked.
    fn find_asked_carrier(&self, carrier: String) -> Answer<'_, Option<AskedCarrier>>;

    /// Notes how the asking of a carrier stands.
    fn put_asked_carrier(&self, carrier: String, asked: AskedCarrier) -> Answer<'_, ()>;
}

/// Whether there is nothing more to ask about a parcel that stands so.
pub fn is_over(status: Status) -> bool {
    matches!(status, Status::Delivered | Status::Returned | Status::Cancelled)
}
