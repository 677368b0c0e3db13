//! One person, wherever they are: to be shown what is stored of them, or to be forgotten.

use doorstep_domain::{DriverId, OperatorId, Personal, RecipientId, TourEvent, TourId};
use jiff::Timestamp;

use crate::{Answer, Message, TourRecord};

/// What is stored of someone who logs in and no other port lists.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Traces {
    /// Messages to them, sent or waiting, in the order in which they were queued.
    pub messages: Vec<Message>,
    /// Until when links to sign in with are good.
    pub sign_in_links: Vec<Timestamp>,
    /// Until when browsers are remembered in which they logged in.
    pub browsers: Vec<Timestamp>,
    /// What logs tell of them, tour by tour, without what they tell of others.
    pub events: Vec<(TourId, TourEvent)>,
}

/// One person, wherever they are.
pub trait People: Send + Sync {
    /// What is stored of someone and no other port lists.
    fn traces_of(&self, id: RecipientId) -> Answer<'_, Traces>;

    /// Forgets someone who logs in: their account and all that hangs on it, and in the records of their parcels and the
    /// logs of tours all that names them or where they live. What remains is that something was delivered.
    /// `false` when there is no such account. Done in parts; when it was interrupted, it is to be done again.
    fn forget_person(&self, id: RecipientId) -> Answer<'_, bool>;

    /// The drivers of an operator, by identity.
    fn list_drivers(&self, operator: OperatorId) -> Answer<'_, Vec<(DriverId, Personal)>>;

    /// All tours that a driver has, by day.
    fn list_every_tour_of_driver(&self, driver: DriverId) -> Answer<'_, Vec<TourRecord>>;
}
