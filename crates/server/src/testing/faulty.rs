//! A store whose disk can be full, whose commits can be made to wait, and that knows what it was asked.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use doorstep_domain::{
    CarrierEvent, DeviceId, DriverId, OnTour, OperatorId, OutcomeView, Parcel, ParcelId, Personal,
    PickupPoint, PickupPointId, PushId, Rating, RecipientId, RegionId, Report, ReportAnswer, ShareId,
    TourEvent, TourId, Wish, Wishes,
};
use doorstep_store::memory::MemoryStore;
use doorstep_store::{
    Account, Accounts, Answer, ApiKey, Append, Appended, Asked, AskedCarrier, Asking, Audit, AuditEntry,
    Browsers, Calendar, Calendars, CarrierEvents, Channel, Deed, Device, Devices, End, EventLog, Forgets,
    Forgetting, HeardOf, HomeLink, HomeLinks, Idempotency, JudgedDay, JudgedTour, Judgements, Keys,
    KnownBrowser, Ledger, LedgerEntry, Lessons, Letters, LoggedTour, Message, MessageKind, NewRules, NewTour,
    NtfyTopic, NtfyTopics, Operator, Operators, Outbox, Page, Parcels, Passkey, Passkeys, People, Photo,
    Photos, PickupPoints, PlacePhoto, PushSubscription, PushSubscriptions, QueuedMessage, QuietHours,
    RatedDay, Ratings, Region, Regions, RememberedAnswer, ReportedParcel, Reports, RulesOf, Secrets, Session,
    Sessions, SetRules, Share, Shares, SignInLink, SignIns, StopDetails, Store, StoreError, Subscriptions,
    Target, TaughtDay, ToAsk, TokenHash, TourRecord, Tours, Traces, Visibility,
};
use jiff::Timestamp;
use jiff::civil::Date;
use parking_lot::Mutex;
use tokio::sync::Semaphore;

/// A store in memory that fails and waits as it is told.
pub(crate) struct FaultyStore {
    inner: MemoryStore,
    is_full: AtomicBool,
    waiting: AtomicUsize,
    commits: Semaphore,
    asked: Mutex<Vec<&'static str>>,
}

impl FaultyStore {
    /// A store that works.
    pub(crate) fn new() -> Self {
        Self {
            inner: MemoryStore::new(),
            is_full: AtomicBool::new(false),
            waiting: AtomicUsize::new(0),
            commits: Semaphore::new(Semaphore::MAX_PERMITS / 2),
            asked: Mutex::default(),
        }
    }

    /// Fills the disk, or makes room on it.
    pub(crate) fn fill(&self, is_full: bool) {
        self.is_full.store(is_full, Ordering::SeqCst);
    }

    /// Lets appends wait from now on.
    pub(crate) fn hold_commits(&self) {
        self.commits.forget_permits(Semaphore::MAX_PERMITS);
    }

    /// Lets so many appends through.
    pub(crate) fn release_commits(&self, count: usize) {
        self.commits.add_permits(count);
    }

    /// A write, unless the disk is full.
    fn unless_full<'a, T: Send + 'a>(&'a self, write: Answer<'a, T>) -> Answer<'a, T> {
        Box::pin(async move {
            if self.is_full.load(Ordering::SeqCst) { Err(StoreError::Full) } else { write.await }
        })
    }

    /// What it was asked since this was last called, in order.
    pub(crate) fn take_asked(&self) -> Vec<&'static str> {
        std::mem::take(&mut self.asked.lock())
    }

    fn note(&self, question: &'static str) -> &MemoryStore {
        self.asked.lock().push(question);
        &self.inner
    }

    /// How many appends wait for the disk.
    pub(crate) fn waiting(&self) -> usize {
        self.waiting.load(Ordering::SeqCst)
    }
}

impl Store for FaultyStore {
    fn check(&self) -> Answer<'_, ()> {
        self.inner.check()
    }
}

impl EventLog for FaultyStore {
    fn append(&self, append: Append) -> Answer<'_, Appended> {
        Box::pin(async move {
            self.waiting.fetch_add(1, Ordering::SeqCst);
            self.commits.acquire().await.map_err(|_closed| StoreError::Busy)?.forget();
            self.waiting.fetch_sub(1, Ordering::SeqCst);
            if self.is_full.load(Ordering::SeqCst) {
                return Err(StoreError::Full);
            }
            self.inner.append(append).await
        })
    }

    fn load_tour(&self, tour: TourId, day: Date) -> Answer<'_, Vec<TourEvent>> {
        self.note("load_tour").load_tour(tour, day)
    }

    fn load_day(&self, day: Date) -> Answer<'_, Vec<LoggedTour>> {
        self.inner.load_day(day)
    }

    fn forget_day(&self, day: Date) -> Answer<'_, u64> {
        self.inner.forget_day(day)
    }
}

impl Visibility for FaultyStore {
    fn set_rules(&self, new: NewRules, replaces: Option<u32>) -> Answer<'_, u32> {
        self.unless_full(self.inner.set_rules(new, replaces))
    }

    fn find_rules(&self, operator: OperatorId, of: RulesOf) -> Answer<'_, Option<SetRules>> {
        self.note("find_rules").find_rules(operator, of)
    }

    fn list_rules(&self, operator: OperatorId) -> Answer<'_, Vec<SetRules>> {
        self.note("list_rules").list_rules(operator)
    }

    fn list_rule_changes(
        &self,
        operator: OperatorId,
        after: Option<String>,
        limit: u32,
    ) -> Answer<'_, Page<SetRules>> {
        self.inner.list_rule_changes(operator, after, limit)
    }

    fn delete_rule_changes_before(&self, at: Timestamp) -> Answer<'_, u64> {
        self.inner.delete_rule_changes_before(at)
    }
}

impl Audit for FaultyStore {
    fn record(&self, entry: AuditEntry) -> Answer<'_, ()> {
        self.unless_full(self.inner.record(entry))
    }

    fn list_audit(
        &self,
        operator: OperatorId,
        after: Option<String>,
        limit: u32,
    ) -> Answer<'_, Page<AuditEntry>> {
        self.inner.list_audit(operator, after, limit)
    }

    fn list_audit_about(
        &self,
        operator: OperatorId,
        deed: Deed,
        subjects: Vec<String>,
        from: Timestamp,
        limit: u32,
    ) -> Answer<'_, Vec<AuditEntry>> {
        self.inner.list_audit_about(operator, deed, subjects, from, limit)
    }

    fn delete_audit_before(&self, at: Timestamp) -> Answer<'_, u64> {
        self.inner.delete_audit_before(at)
    }
}

macro_rules! pass_on {
    ($($port:ident { $(fn $name:ident(&self $(, $arg:ident: $kind:ty)*) -> $answer:ty;)* })*) => {$(
        impl $port for FaultyStore {
            $(fn $name(&self $(, $arg: $kind)*) -> Answer<'_, $answer> {
                self.note(stringify!($name)).$name($($arg),*)
            })*
        }
    )*};
}

pass_on! {
    Photos {
        fn put_photo(&self, photo: Photo) -> ();
        fn find_photo(&self, parcel: ParcelId) -> Option<Photo>;
        fn delete_photos_before(&self, instant: Timestamp) -> u64;
        fn put_place_photo(&self, photo: PlacePhoto) -> ();
        fn find_place_photo(&self, parcel: ParcelId) -> Option<PlacePhoto>;
        fn delete_place_photo(&self, parcel: ParcelId) -> ();
    }
    Forgets {
        fn forget_instructions(&self, over_before: Timestamp) -> u64;
        fn forget_addresses(&self, over_before: Timestamp) -> u64;
        fn delete_stops_before(&self, day: Date) -> u64;
        fn delete_parcels(&self, over_before: Timestamp) -> u64;
        fn delete_tours_before(&self, day: Date) -> u64;
        fn delete_subscriptions_unused_since(&self, instant: Timestamp) -> u64;
        fn note_forgetting(&self, kind: String, at: Timestamp, count: u64) -> ();
        fn list_forgettings(&self) -> Vec<Forgetting>;
        fn empty_journal(&self) -> bool;
        fn erase_traces(&self) -> bool;
    }
    Ledger {
        fn note_forgotten(&self, entry: LedgerEntry) -> ();
        fn list_forgotten(&self) -> Vec<LedgerEntry>;
        fn delete_forgotten_before(&self, at: Timestamp) -> u64;
        fn end_all_access(&self) -> ();
    }
    People {
        fn traces_of(&self, id: RecipientId) -> Traces;
        fn forget_person(&self, id: RecipientId) -> bool;
        fn list_drivers(&self, operator: OperatorId) -> Vec<(DriverId, Personal)>;
        fn list_every_tour_of_driver(&self, driver: DriverId) -> Vec<TourRecord>;
    }
    Outbox {
        fn enqueue(&self, messages: Vec<Message>) -> ();
        fn pass_over(&self, messages: Vec<Message>, now: Timestamp) -> ();
        fn due(&self, channel: Channel, now: Timestamp, limit: u32) -> Vec<QueuedMessage>;
        fn finish(&self, number: i64, end: End, now: Timestamp) -> ();
        fn put_off(&self, number: i64, not_before: Timestamp) -> ();
        fn hold(&self, number: i64, not_before: Timestamp) -> ();
        fn count_sent(&self, recipient: RecipientId, target: Target, parcel: ParcelId) -> u32;
    }
    Accounts {
        fn insert_account(&self, account: Account) -> ();
        fn find_account(&self, id: RecipientId) -> Option<Account>;
        fn find_account_by_email(&self, email: &str) -> Option<Account>;
        fn set_language(&self, id: RecipientId, language: String) -> ();
        fn set_phone(&self, operator: OperatorId, id: RecipientId, phone: Option<Personal>) -> bool;
        fn phone(&self, id: RecipientId) -> Option<Personal>;
    }
    Sessions {
        fn insert_session(&self, session: Session) -> ();
        fn find_session(&self, token: TokenHash, now: Timestamp) -> Option<(Session, Account)>;
        fn list_sessions(&self, account: RecipientId, now: Timestamp) -> Vec<Session>;
        fn use_session(&self, token: TokenHash, used_at: Timestamp) -> ();
        fn delete_session(&self, token: TokenHash) -> ();
        fn delete_other_sessions(&self, account: RecipientId, kept: TokenHash) -> u64;
        fn delete_expired_sessions(&self, now: Timestamp) -> u64;
    }
    Browsers {
        fn remember_browser(&self, browser: KnownBrowser, before: Option<TokenHash>) -> ();
        fn accounts_of_browser(&self, token: TokenHash, now: Timestamp) -> Vec<RecipientId>;
        fn delete_expired_browsers(&self, now: Timestamp) -> u64;
    }
    Calendars {
        fn put_calendar(&self, calendar: Calendar) -> ();
        fn find_calendar(&self, token: TokenHash) -> Option<(Calendar, Account)>;
        fn calendar_of(&self, account: RecipientId) -> Option<Calendar>;
        fn use_calendar(&self, token: TokenHash, used_at: Timestamp) -> ();
        fn delete_calendar(&self, account: RecipientId) -> ();
    }
    Shares {
        fn insert_share(&self, share: Share) -> bool;
        fn find_share(&self, token: TokenHash, now: Timestamp) -> Option<Share>;
        fn list_shares(&self, account: RecipientId, parcel: ParcelId) -> Vec<Share>;
        fn list_takers(&self, parcels: Vec<ParcelId>, now: Timestamp) -> Vec<(ParcelId, Option<Personal>)>;
        fn note_opening(&self, id: ShareId, at: Timestamp) -> bool;
        fn delete_share(&self, account: RecipientId, parcel: ParcelId, id: ShareId) -> bool;
        fn delete_shares_expired_before(&self, instant: Timestamp) -> u64;
    }
    SignIns {
        fn insert_sign_in_link(&self, link: SignInLink) -> ();
        fn is_sign_in_link(&self, token: TokenHash, now: Timestamp) -> bool;
        fn take_sign_in_link(&self, token: TokenHash, now: Timestamp) -> Option<Account>;
        fn delete_expired_sign_in_links(&self, now: Timestamp) -> u64;
    }
    Passkeys {
        fn insert_passkey(&self, passkey: Passkey) -> bool;
        fn find_passkey(&self, id: TokenHash) -> Option<(Passkey, Account)>;
        fn list_passkeys(&self, account: RecipientId) -> Vec<Passkey>;
        fn use_passkey(&self, id: TokenHash, before: String, key: String, used_at: Timestamp) -> bool;
        fn delete_passkey(&self, account: RecipientId, id: TokenHash) -> bool;
    }
    Subscriptions {
        fn set_subscription(&self, recipient: RecipientId, channel: Channel, kinds: Vec<MessageKind>, now: Timestamp) -> ();
        fn subscription(&self, recipient: RecipientId, channel: Channel) -> Vec<MessageKind>;
        fn set_quiet_hours(&self, recipient: RecipientId, quiet: Option<QuietHours>) -> ();
        fn quiet_hours(&self, recipient: RecipientId) -> Option<QuietHours>;
    }
    PushSubscriptions {
        fn put_push_subscription(&self, subscription: PushSubscription) -> Option<PushId>;
        fn find_push_subscription(&self, id: PushId) -> Option<PushSubscription>;
        fn list_push_subscriptions(&self, account: RecipientId) -> Vec<PushSubscription>;
        fn delete_push_subscription(&self, account: RecipientId, id: PushId) -> bool;
    }
    NtfyTopics {
        fn insert_ntfy_topic(&self, topic: NtfyTopic) -> bool;
        fn find_ntfy_topic(&self, id: PushId) -> Option<NtfyTopic>;
        fn list_ntfy_topics(&self, account: RecipientId) -> Vec<NtfyTopic>;
        fn delete_ntfy_topic(&self, account: RecipientId, id: PushId) -> bool;
    }
    HomeLinks {
        fn insert_home_link(&self, link: HomeLink) -> bool;
        fn home_link_of(&self, account: RecipientId) -> Option<HomeLink>;
        fn list_home_links(&self, after: Option<String>, limit: u32) -> Page<HomeLink>;
        fn use_home_link(&self, key: Personal, used_at: Timestamp) -> ();
        fn end_home_link(&self, account: RecipientId) -> ();
        fn delete_home_link(&self, key: Personal) -> ();
    }
    Devices {
        fn put_driver(&self, id: DriverId, operator: OperatorId, name: Personal) -> ();
        fn find_driver(&self, id: DriverId) -> Option<(OperatorId, Personal)>;
        fn insert_driver_code(&self, code: TokenHash, driver: DriverId, expires_at: Timestamp) -> ();
        fn take_driver_code(&self, code: TokenHash, now: Timestamp) -> Option<DriverId>;
        fn insert_device(&self, device: Device, token: TokenHash) -> ();
        fn find_device(&self, token: TokenHash) -> Option<Device>;
        fn list_devices(&self, operator: OperatorId) -> Vec<Device>;
        fn revoke_device(&self, operator: OperatorId, id: DeviceId, now: Timestamp) -> bool;
    }
    Keys {
        fn insert_key(&self, key: ApiKey) -> ();
        fn find_key(&self, token: TokenHash) -> Option<ApiKey>;
        fn revoke_key(&self, operator: OperatorId, label: String, now: Timestamp) -> bool;
    }
    Secrets {
        fn secret(&self, name: &'static str, fresh: [u8; 32]) -> [u8; 32];
    }
    Idempotency {
        fn find_answer(&self, operator: OperatorId, key: &str, now: Timestamp) -> Option<RememberedAnswer>;
        fn remember_answer(&self, operator: OperatorId, key: &str, answer: RememberedAnswer) -> ();
        fn delete_expired_answers(&self, now: Timestamp) -> u64;
    }
    Judgements {
        fn list_unjudged_tours(&self, ended_before: Timestamp, limit: u32) -> Vec<TourRecord>;
        fn put_judgement(&self, judged: JudgedTour) -> bool;
        fn find_judgement(&self, operator: OperatorId, day: Date, region: Option<String>) -> Option<String>;
        fn list_judgements(&self, operator: OperatorId, from: Date, until: Date) -> Vec<JudgedDay>;
        fn delete_judgements_before(&self, day: Date) -> u64;
    }
    Lessons {
        fn find_lessons(&self, operator: OperatorId, day: Date) -> Option<String>;
        fn list_lessons(&self, operator: OperatorId, from: Date, before: Date) -> Vec<TaughtDay>;
        fn delete_lessons(&self, operator: OperatorId) -> u64;
        fn delete_lessons_before(&self, day: Date) -> u64;
    }
    Operators {
        fn put_operator(&self, operator: Operator) -> ();
        fn find_operator(&self, id: OperatorId) -> Option<Operator>;
        fn list_operators(&self) -> Vec<Operator>;
    }
    Regions {
        fn put_region(&self, region: Region) -> ();
        fn list_regions(&self, operator: OperatorId) -> Vec<Region>;
        fn delete_region(&self, operator: OperatorId, id: RegionId) -> bool;
    }
    PickupPoints {
        fn put_pickup_point(&self, operator: OperatorId, point: PickupPoint) -> ();
        fn list_pickup_points(&self, operator: OperatorId) -> Vec<PickupPoint>;
        fn delete_pickup_point(&self, operator: OperatorId, id: PickupPointId) -> bool;
    }
    CarrierEvents {
        fn hear_carrier(&self, parcel: ParcelId, events: Vec<CarrierEvent>, letters: Letters) -> Option<HeardOf>;
    }

    Asking {
        fn list_to_ask(&self, carrier: String, since: Timestamp, limit: u32) -> Vec<ToAsk>;
        fn put_asked(&self, parcel: ParcelId, asked: Asked) -> ();
        fn find_asked_carrier(&self, carrier: String) -> Option<AskedCarrier>;
        fn put_asked_carrier(&self, carrier: String, asked: AskedCarrier) -> ();
    }

    Parcels {
        fn announce_parcels(&self, parcels: Vec<Parcel>, messages: Vec<Message>, now: Timestamp) -> ();
        fn find_parcel(&self, id: ParcelId) -> Option<Parcel>;
        fn find_parcels(&self, ids: Vec<ParcelId>) -> Vec<Parcel>;
        fn find_parcel_of_operator(&self, operator: OperatorId, id: ParcelId) -> Option<Parcel>;
        fn find_parcel_by_number(&self, operator: OperatorId, number: &str) -> Option<Parcel>;
        fn find_parcel_of_recipient(&self, recipient: RecipientId, id: ParcelId) -> Option<Parcel>;
        fn list_parcels_of_recipient(&self, recipient: RecipientId) -> Vec<Parcel>;
        fn list_parcels_of_buyer(&self, buyer: RecipientId) -> Vec<Parcel>;
        fn list_parcels(&self, operator: OperatorId, after: Option<String>, limit: u32) -> Page<Parcel>;
        fn update_parcel(&self, parcel: Parcel) -> bool;
        fn assign_parcels(&self, parcels: Vec<(ParcelId, Option<OnTour>)>) -> ();
        fn set_wish(&self, parcel: ParcelId, wish: Wish, version: u32) -> bool;
        fn redirect_parcel(&self, parcel: ParcelId, wishes: Wishes) -> bool;
        fn find_outcome(&self, parcel: ParcelId) -> Option<OutcomeView>;
    }
    Ratings {
        fn put_rating(&self, parcel: ParcelId, day: Date, rating: Rating) -> bool;
        fn count_ratings(&self, operator: OperatorId, from: Date, until: Date) -> Vec<RatedDay>;
    }
    Reports {
        fn insert_report(&self, parcel: ParcelId, report: Report) -> bool;
        fn find_report(&self, parcel: ParcelId) -> Option<Report>;
        fn reports_about(&self, parcel: ParcelId) -> Vec<Report>;
        fn answer_report(&self, operator: OperatorId, parcel: ParcelId, answer: ReportAnswer) -> bool;
        fn list_reports(&self, operator: OperatorId, is_open: bool, after: Option<String>, limit: u32) -> Page<ReportedParcel>;
        fn delete_reports_before(&self, instant: Timestamp) -> u64;
    }
    Tours {
        fn insert_tour(&self, tour: NewTour) -> ();
        fn find_tour(&self, id: TourId) -> Option<TourRecord>;
        fn find_tour_of_operator(&self, operator: OperatorId, id: TourId) -> Option<TourRecord>;
        fn list_tours(&self, operator: OperatorId, day: Date, after: Option<String>, limit: u32) -> Page<TourRecord>;
        fn list_tours_of_driver(&self, driver: DriverId, day: Date) -> Vec<TourRecord>;
        fn list_open_tours(&self) -> Vec<TourRecord>;
        fn set_driver(&self, tour: TourId, driver: Option<DriverId>, now: Timestamp) -> ();
        fn list_tours_handed_over(&self, driver: DriverId, day: Date) -> Vec<(TourRecord, Timestamp)>;
        fn end_tour(&self, tour: TourId, at: Timestamp) -> ();
        fn put_stop_details(&self, tour: TourId, stops: Vec<StopDetails>) -> ();
        fn stop_details(&self, tour: TourId) -> Vec<StopDetails>;
    }
}
