//! What happens on a tour, one event after the other.

use doorstep_domain::{Fix, Happening, Metres, Outcome, ParcelId, Place, StopId, TourEvent};
use jiff::{SignedDuration, Timestamp};

use crate::Ids;

/// What happens on a tour, one event after the other, each received a second after it happened.
///
/// ```
/// use doorstep_testkit::{Ids, SampleTour, door};
/// use jiff::SignedDuration;
///
/// let mut ids = Ids::seeded(1);
/// let operator = ids.operator();
/// let tour = SampleTour::new(&mut ids, operator, 3);
/// let events = tour.script(&mut ids).started().wait(SignedDuration::from_mins(1)).fix(door(0)).events();
/// assert_eq!(events.len(), 3);
/// ```
#[derive(Debug)]
pub struct Script {
    ids: Ids,
    now: Timestamp,
    events: Vec<TourEvent>,
}

impl Script {
    /// A story that begins now, without any event yet.
    pub fn new(ids: Ids, now: Timestamp) -> Self {
        Self { ids, now, events: Vec::new() }
    }

    /// Goes on at this time.
    #[must_use]
    pub fn at(self, now: Timestamp) -> Self {
        Self { now, ..self }
    }

    /// Goes on so much later.
    #[must_use]
    pub fn wait(self, time: SignedDuration) -> Self {
        let now = self.now + time;
        self.at(now)
    }

    /// Then this happens.
    #[must_use]
    pub fn then(mut self, what: Happening) -> Self {
        let received_at = self.now + SignedDuration::from_secs(1);
        self.events.push(TourEvent { id: self.ids.event(), at: self.now, received_at, what });
        self
    }

    /// The driver begins.
    #[must_use]
    pub fn started(self) -> Self {
        self.then(Happening::Started)
    }

    /// The phone says where it is, to 5 m.
    #[must_use]
    pub fn fix(self, place: Place) -> Self {
        self.then(Happening::Fix(Fix { place, accuracy: Some(Metres(5.0)), speed: None, course: None }))
    }

    /// The driver arrives at a stop.
    #[must_use]
    pub fn arrived(self, stop: StopId) -> Self {
        self.then(Happening::Arrived { stop })
    }

    /// A parcel is handed to its recipient.
    #[must_use]
    pub fn delivered(self, parcel: ParcelId) -> Self {
        self.then(Happening::Delivered { parcel, outcome: Outcome::DeliveredToRecipient })
    }

    /// Nobody opens.
    #[must_use]
    pub fn not_home(self, parcel: ParcelId) -> Self {
        self.then(Happening::Attempted { parcel, outcome: Outcome::FailedNotHome })
    }

    /// The driver leaves a stop.
    #[must_use]
    pub fn departed(self, stop: StopId) -> Self {
        self.then(Happening::Departed { stop: Some(stop) })
    }

    /// The driver ends the tour.
    #[must_use]
    pub fn ended(self) -> Self {
        self.then(Happening::Ended)
    }

    /// What the time is in the story.
    pub fn now(&self) -> Timestamp {
        self.now
    }

    /// All that happened.
    pub fn events(self) -> Vec<TourEvent> {
        self.events
    }
}
