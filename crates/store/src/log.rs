//! The log of each tour: append-only, durable before it is acknowledged, kept by service day.

use doorstep_domain::{OutcomeView, ParcelId, Status, TourEvent, TourId};
use jiff::civil::Date;

use crate::{Answer, Message};

/// What one append writes, all of it or nothing.
#[derive(Debug, Clone, PartialEq)]
pub struct Append {
    /// The tour.
    pub tour: TourId,
    /// The service day of the tour, on which its log is kept and with which it is forgotten.
    pub day: Date,
    /// The events, in the order in which they get their sequence numbers.
    pub events: Vec<TourEvent>,
    /// Parcels whose status follows from the events, for overviews that read no log.
    pub settled: Vec<Settled>,
    /// Messages that follow from the events. One whose key is known already is dropped.
    pub messages: Vec<Message>,
}

/// What became of a parcel, as its record keeps it. An older outcome never replaces a newer one, nor does its status;
/// a status without an outcome takes the old outcome away, for the parcel is on its way again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settled {
    /// The parcel.
    pub parcel: ParcelId,
    /// Its status.
    pub status: Status,
    /// How it ended, if it did.
    pub outcome: Option<OutcomeView>,
}

impl Settled {
    /// Whether this goes over the outcome that the record holds.
    pub fn replaces(&self, known: Option<&OutcomeView>) -> bool {
        match (self.outcome, known) {
            (Some(new), Some(known)) => new.at >= known.at,
            _ => true,
        }
    }
}

/// What an append was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Appended {
    /// The sequence number of the last event of the tour; the first one is 1.
    pub last_seq: u64,
}

/// A tour and all its events in log order.
#[derive(Debug, Clone, PartialEq)]
pub struct LoggedTour {
    /// The tour.
    pub tour: TourId,
    /// Its events.
    pub events: Vec<TourEvent>,
}

/// The log of each tour.
pub trait EventLog: Send + Sync {
    /// Writes events and what follows from them, and answers when all of it would survive a power cut.
    ///
    /// It does not look for doubled events: whoever appends asks the tour's state first, and a doubled event that
    /// slips through changes nothing when it is folded.
    ///
    /// # Errors
    /// [`StoreError::Full`](crate::StoreError::Full) and [`StoreError::Busy`](crate::StoreError::Busy) leave
    /// nothing behind.
    fn append(&self, append: Append) -> Answer<'_, Appended>;

    /// All events of a tour in log order; none when it has no log.
    fn load_tour(&self, tour: TourId, day: Date) -> Answer<'_, Vec<TourEvent>>;

    /// All tours of a day with their events, for a start that folds the day anew.
    fn load_day(&self, day: Date) -> Answer<'_, Vec<LoggedTour>>;

    /// Deletes every log of a day for good; how many tours had one. Forgetting a day that has none is no error.
    fn forget_day(&self, day: Date) -> Answer<'_, u64>;
}
