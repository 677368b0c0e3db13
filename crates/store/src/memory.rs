//! A store in memory: the ports without a disk, for tests and for trying things out. It forgets everything when it is
//! dropped.

mod accounts;
mod asking;
mod audit;
mod browsers;
mod calendars;
mod carriers;
mod devices;
mod forgetting;
mod homes;
mod idempotency;
mod judgements;
mod keys;
mod ledger;
mod lessons;
mod log;
mod ntfy;
mod operators;
mod outbox;
mod parcels;
mod passkeys;
mod people;
mod photos;
mod pickup;
mod push;
mod ratings;
mod regions;
mod reports;
mod secrets;
mod sessions;
mod shares;
mod sign_ins;
mod subscriptions;
mod tours;
mod visibility;

use std::collections::{BTreeMap, BTreeSet};

use doorstep_domain::{
    DeviceId, DriverId, OperatorId, OutcomeView, Parcel, ParcelId, Personal, PickupPoint, PickupPointId,
    PushId, RecipientId, RegionId, Report, ShareId, StopId, TourEvent, TourId,
};
use jiff::Timestamp;
use jiff::civil::Date;
use parking_lot::Mutex;

use crate::{
    Account, Answer, ApiKey, Asked, AskedCarrier, AuditEntry, Calendar, Channel, Device, Forgetting,
    HomeLink, LedgerEntry, MessageKind, NtfyTopic, Operator, Page, Passkey, Photo, PlacePhoto,
    PushSubscription, QuietHours, Region, RememberedAnswer, Session, SetRules, Share, SignInLink,
    StopDetails, Store, StoreError, TokenHash, TourRecord,
};

/// A store in memory.
#[derive(Default)]
pub struct MemoryStore {
    state: Mutex<State>,
}

/// Everything that the store holds.
#[derive(Default)]
struct State {
    operators: BTreeMap<OperatorId, Operator>,
    regions: BTreeMap<RegionId, Region>,
    pickup_points: BTreeMap<PickupPointId, (OperatorId, PickupPoint)>,
    rules: Vec<SetRules>,
    audit: Vec<AuditEntry>,
    /// In the order in which they were made.
    accounts: Vec<Account>,
    phones: BTreeMap<RecipientId, Personal>,
    sessions: BTreeMap<TokenHash, Session>,
    sign_ins: BTreeMap<TokenHash, SignInLink>,
    passkeys: BTreeMap<TokenHash, Passkey>,
    browsers: BTreeMap<(TokenHash, RecipientId), Timestamp>,
    subscriptions: BTreeMap<(RecipientId, Channel), (Vec<MessageKind>, Timestamp)>,
    quiet_hours: BTreeMap<RecipientId, QuietHours>,
    push_subscriptions: BTreeMap<PushId, PushSubscription>,
    ntfy_topics: BTreeMap<PushId, NtfyTopic>,
    /// In the order in which they were made.
    home_links: Vec<HomeLink>,
    keys: BTreeMap<TokenHash, ApiKey>,
    secrets: BTreeMap<&'static str, [u8; 32]>,
    answers: BTreeMap<(OperatorId, String), RememberedAnswer>,
    drivers: BTreeMap<DriverId, (OperatorId, Personal)>,
    codes: BTreeMap<TokenHash, (DriverId, Timestamp)>,
    devices: BTreeMap<DeviceId, (Device, TokenHash)>,
    parcels: BTreeMap<ParcelId, Parcel>,
    photos: BTreeMap<ParcelId, Photo>,
    place_photos: BTreeMap<ParcelId, PlacePhoto>,
    shares: BTreeMap<ShareId, Share>,
    calendars: BTreeMap<TokenHash, Calendar>,
    created: BTreeMap<ParcelId, Timestamp>,
    asked: BTreeMap<ParcelId, Asked>,
    asked_carriers: BTreeMap<String, AskedCarrier>,
    outcomes: BTreeMap<ParcelId, OutcomeView>,
    rated_days: BTreeMap<ParcelId, Date>,
    reports: Vec<(ParcelId, Report)>,
    tours: BTreeMap<TourId, TourRecord>,
    handovers: BTreeMap<(TourId, DriverId), Timestamp>,
    judged: BTreeSet<TourId>,
    judgements: BTreeMap<(OperatorId, Date, Option<String>), String>,
    lessons: BTreeMap<(OperatorId, Date), String>,
    stops: BTreeMap<(TourId, StopId), StopDetails>,
    logs: BTreeMap<(Date, TourId), Vec<TourEvent>>,
    messages: BTreeMap<i64, outbox::Entry>,
    forgettings: BTreeMap<String, Forgetting>,
    ledger: BTreeSet<LedgerEntry>,
}

impl MemoryStore {
    /// An empty store.
    pub fn new() -> Self {
        Self::default()
    }

    fn read<'a, T: Send + 'a>(&'a self, question: impl FnOnce(&State) -> T + Send + 'a) -> Answer<'a, T> {
        Box::pin(async move { Ok(question(&self.state.lock())) })
    }

    fn write<'a, T: Send + 'a>(
        &'a self,
        change: impl FnOnce(&mut State) -> Result<T, StoreError> + Send + 'a,
    ) -> Answer<'a, T> {
        Box::pin(async move { change(&mut self.state.lock()) })
    }
}

impl Store for MemoryStore {
    fn check(&self) -> Answer<'_, ()> {
        self.read(|_| ())
    }
}

/// A page of what was added one after the other, the newest first. A row is named by its place, counted from 1.
fn newest_first<T: Clone>(
    all: &[T],
    is_asked: impl Fn(&T) -> bool,
    after: Option<&str>,
    limit: u32,
) -> Page<T> {
    let before = after.map_or(i64::MAX, |after| after.parse().unwrap_or(0));
    let numbered: Vec<(i64, &T)> = (1..).zip(all).collect();
    let asked = numbered.into_iter().rev().filter(|(number, one)| *number < before && is_asked(one));
    let rows = asked.take(Page::<T>::rows_to_read(limit) as usize).map(|(number, one)| (number, one.clone()));
    Page::cut(rows.collect(), limit, |(number, _)| number.to_string()).without_numbers()
}

/// Refuses what refers to a row that is not there, as a database with foreign keys does.
fn refers(known: bool, table: &'static str, column: &'static str) -> Result<(), StoreError> {
    known.then_some(()).ok_or_else(|| StoreError::dangling(table, column))
}

/// Refuses what is there already.
fn free(taken: bool, what: &'static str) -> Result<(), StoreError> {
    if taken { Err(StoreError::Conflict { what }) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::MemoryStore;

    #[tokio::test]
    async fn the_store_in_memory_keeps_every_promise() {
        crate::contract::suite(async || MemoryStore::new()).await;
    }
}
