//! What Doorstep asks of a database, as ports.
//!
//! The log of each tour is the truth ([`EventLog`]); beside it are records that are not events of a tour
//! (the ports in `records`) and the outbox of messages that must go out once ([`Outbox`]). [`Store`] is all of them.
//! An adapter implements the ports in its own SQL and runs `contract::suite` in its tests: that suite, not this
//! text, is what "implements" means.
//!
//! To add a question: put it in the port of its aggregate, answer it in each adapter, and add its case to the suite.

mod error;
mod log;
mod outbox;
mod records;

pub mod contract;
pub mod memory;

use futures_util::future::BoxFuture;

pub use error::StoreError;
pub use log::{Append, Appended, EventLog, LoggedTour, Settled};
pub use outbox::{
    Channel, DelayTurn, End, Message, MessageKind, NoTurn, Outbox, QueuedMessage, Target, Topic,
};
pub use records::{
    Account, Accounts, Actor, ApiKey, Asked, AskedCarrier, Asking, Audit, AuditEntry, Browsers, Calendar,
    Calendars, CarrierEvents, Deed, Device, Devices, Forgets, Forgetting, Forgotten, HeardOf, HomeLink,
    HomeLinks, Idempotency, JudgedDay, JudgedTour, Judgements, Keys, KnownBrowser, Ledger, LedgerEntry,
    Lessons, Letters, NEVER_CAME, NewRules, NewTour, NoActor, NoLedgerEntry, NtfyTopic, NtfyTopics, Operator,
    Operators, PAGE_MAX, Page, Parcels, Passkey, Passkeys, People, Photo, Photos, PickupPoints, PlacePhoto,
    PushSubscription, PushSubscriptions, QuietHours, RatedDay, Ratings, Redaction, Region, Regions,
    RememberedAnswer, ReportedParcel, Reports, Role, RulesOf, Scope, Secrets, Session, Sessions, SetRules,
    Share, SharePermission, Shares, SignInLink, SignIns, StopDetails, Subscriptions, TaughtDay, ToAsk,
    TokenHash, TourRecord, Tours, Traces, Visibility, is_over, letters_due, over_at, take_note,
};

/// The answer of a port.
pub type Answer<'a, T> = BoxFuture<'a, Result<T, StoreError>>;

/// Every port of one database.
pub trait Store:
    EventLog
    + Outbox
    + Operators
    + Accounts
    + Sessions
    + SignIns
    + Passkeys
    + Browsers
    + Shares
    + Calendars
    + Keys
    + Secrets
    + Devices
    + Tours
    + Parcels
    + CarrierEvents
    + Asking
    + Photos
    + Ratings
    + Reports
    + Regions
    + PickupPoints
    + Subscriptions
    + PushSubscriptions
    + NtfyTopics
    + HomeLinks
    + Idempotency
    + Judgements
    + Lessons
    + Visibility
    + Audit
    + Forgets
    + Ledger
    + People
{
    /// Whether the database answers and takes writes, for the readiness check.
    fn check(&self) -> Answer<'_, ()>;
}
