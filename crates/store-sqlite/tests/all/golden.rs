//! Databases that older versions wrote. They are read for ever.
//!
//! `tests/golden/schema_1.sql` is what the first schema holds when [`Sample`] is put into it, as text, and
//! `schema_2.sql` to `schema_11.sql` what the later ones do. They never change.
//! A new schema gets a file of its own: have [`Sample::put`] fill a database, and write it out with
//! `sqlite3 FILE '.dump'` and its `user_version` and `application_id`.

use std::path::Path;

use doorstep_domain::visibility::Rules;
use doorstep_domain::{
    AccessNotes, Carrier, DeviceId, DriverId, EventId, Happening, Instruction, OnTour, OperatorId, OrderId,
    OtherCarrier, Outcome, OutcomeView, Parcel, ParcelId, ParcelKind, Personal, PhotoId, Place, Plan,
    PlannedStop, PushId, RecipientId, Report, SafePlace, ShareId, Status, StopId, TourEvent, TourId, Window,
    Wishes,
};
use doorstep_store::{
    Account, Accounts as _, Actor, ApiKey, Append, Audit as _, AuditEntry, Browsers as _, Calendar,
    Calendars as _, Channel, Deed, DelayTurn, Device, Devices as _, End, EventLog as _, Forgets as _,
    Forgetting, Forgotten, Idempotency as _, JudgedDay, JudgedTour, Judgements as _, Keys as _, KnownBrowser,
    Ledger as _, LedgerEntry, Lessons as _, Message, MessageKind, NewRules, NewTour, Operator,
    Operators as _, Outbox as _, Parcels as _, Passkey, Passkeys as _, Photo, Photos as _, PushSubscription,
    PushSubscriptions as _, QuietHours, RatedDay, Ratings as _, Region, Regions as _, RememberedAnswer,
    Reports as _, RulesOf, Scope, Secrets as _, Session, Sessions as _, Settled, Share, SharePermission,
    Shares as _, SignInLink, SignIns as _, StopDetails, StoreError, Subscriptions as _, Target, TaughtDay,
    TokenHash, Topic, TourRecord, Tours as _, Visibility as _,
};
use doorstep_store_sqlite::SqliteStore;
use jiff::civil::{Date, date, time};
use jiff::{SignedDuration, Timestamp};

use crate::afterwards::{other_carrier, rating, report};
use crate::beyond::Beyond;
use crate::common::connect;
use crate::samples::{account, region};

const SCHEMA_1: &str = include_str!("../golden/schema_1.sql");
const SCHEMA_2: &str = include_str!("../golden/schema_2.sql");
const SCHEMA_3: &str = include_str!("../golden/schema_3.sql");
const SCHEMA_4: &str = include_str!("../golden/schema_4.sql");
const SCHEMA_5: &str = include_str!("../golden/schema_5.sql");
const SCHEMA_6: &str = include_str!("../golden/schema_6.sql");
const SCHEMA_7: &str = include_str!("../golden/schema_7.sql");
const SCHEMA_8: &str = include_str!("../golden/schema_8.sql");
const SCHEMA_9: &str = include_str!("../golden/schema_9.sql");
const SCHEMA_10: &str = include_str!("../golden/schema_10.sql");
const SCHEMA_11: &str = include_str!("../golden/schema_11.sql");
const DAY: Date = date(2026, 3, 14);
const NOW: Timestamp = Timestamp::constant(1_773_473_400, 0);
/// All that the first schema knew.
const WISHES: [MessageKind; 3] = [MessageKind::MapOpen, MessageKind::Delivered, MessageKind::Failed];
const QUIET: QuietHours = QuietHours { from: time(22, 0, 0, 0), until: time(6, 30, 0, 0) };
const TOKEN: TokenHash = TokenHash([7; 32]);

#[tokio::test]
async fn the_first_schema_is_read() {
    let (_folder, store) = opened(SCHEMA_1).await;
    Sample::new().assert_in(&store).await.unwrap();
    let more = Sample::event(9, Happening::Ended);
    let appended = store.append(Sample::append(vec![more])).await.unwrap();
    assert_eq!(appended.last_seq, 4, "and goes on");
}

#[tokio::test]
async fn the_second_schema_is_read() {
    let (_folder, store) = opened(SCHEMA_2).await;
    let sample = Sample::new();
    sample.assert_in(&store).await.unwrap();
    let judged = sample.judged();
    assert_eq!(
        store.list_judgements(sample.operator.id, DAY, DAY).await.unwrap(),
        [judged.day.clone().unwrap()]
    );
    assert!(!store.put_judgement(judged).await.unwrap(), "the tour is judged already");
}

#[tokio::test]
async fn the_third_schema_is_read() {
    let (_folder, store) = opened(SCHEMA_3).await;
    let sample = Sample::new();
    sample.assert_in(&store).await.unwrap();
    let taught = store.list_lessons(sample.operator.id, DAY, Date::MAX).await.unwrap();
    assert_eq!(taught, [sample.judged().taught.unwrap()]);
}

#[tokio::test]
async fn the_fourth_schema_is_read() {
    let (_folder, store) = opened(SCHEMA_4).await;
    let sample = Sample::new();
    sample.assert_in(&store).await.unwrap();
    let before = NOW - SignedDuration::from_secs(1);
    assert_eq!(store.find_share(TOKEN, before).await.unwrap(), Some(sample.share()));
    assert_eq!(store.accounts_of_browser(TOKEN, before).await.unwrap(), [sample.account.id]);
    assert_eq!(store.take_sign_in_link(TOKEN, before).await.unwrap(), Some(sample.account));
}

#[tokio::test]
async fn the_fifth_schema_is_read() {
    let (_folder, store) = opened(SCHEMA_5).await;
    let sample = Sample::new();
    sample.assert_in(&store).await.unwrap();
    let operator = sample.operator.id;
    let changes = store.list_rule_changes(operator, None, 9).await.unwrap().rows;
    assert_eq!(
        changes.into_iter().map(|set| set.new).collect::<Vec<_>>(),
        [sample.rules()[1].clone(), sample.rules()[0].clone()]
    );
    assert_eq!(store.list_audit(operator, None, 9).await.unwrap().rows, [sample.audit()]);
}

#[tokio::test]
async fn the_sixth_schema_is_read() {
    let (_folder, store) = opened(SCHEMA_6).await;
    let sample = Sample::new();
    sample.assert_in(&store).await.unwrap();
    let AuditEntry { operator, at, deed, subject, .. } = sample.audit();
    let about = store.list_audit_about(operator, deed, vec![subject], at, 9).await.unwrap();
    assert_eq!(about, [sample.audit()]);
}

#[tokio::test]
async fn the_seventh_schema_is_read() {
    let (_folder, store) = opened(SCHEMA_7).await;
    Sample::new().assert_in(&store).await.unwrap();
    let done = store.list_forgettings().await.unwrap();
    assert_eq!(
        done,
        [Forgetting { kind: "addresses".to_owned(), looked_at: NOW, forgot_at: None, count: 0 }]
    );
    assert_eq!(store.delete_subscriptions_unused_since(NOW).await.unwrap(), 0);
}

#[tokio::test]
async fn the_eighth_schema_is_read() {
    let (_folder, store) = opened(SCHEMA_8).await;
    let sample = Sample::new();
    sample.assert_in(&store).await.unwrap();
    assert_eq!(store.find_photo(sample.parcel.id).await.unwrap(), Some(sample.photo()));
    let parcel = store.find_parcel(sample.parcel.id).await.unwrap().unwrap();
    assert_eq!(parcel.photo_at, Some(NOW));
    assert_eq!(store.list_forgotten().await.unwrap(), [sample.forgotten()]);
    assert_eq!(store.find_passkey(TOKEN).await.unwrap(), Some((sample.passkey(), sample.account)));
    assert_eq!(store.secret("a secret", [9; 32]).await.unwrap(), [8; 32]);
}

#[tokio::test]
async fn the_ninth_schema_is_read() {
    let (_folder, store) = opened(SCHEMA_9).await;
    let sample = Sample::new();
    sample.assert_in(&store).await.unwrap();
    let handed_over = store.list_tours_handed_over(sample.device.driver, DAY).await.unwrap();
    assert_eq!(handed_over, [(sample.tour.record.clone(), NOW)]);
    assert_eq!(store.calendar_of(sample.account.id).await.unwrap(), Some(sample.calendar()));
    let browser = sample.push_subscription();
    assert_eq!(store.list_push_subscriptions(sample.account.id).await.unwrap(), [browser]);
    assert_eq!(store.quiet_hours(sample.account.id).await.unwrap(), Some(QUIET));
    let waiting = store.due(Channel::Push, NOW, 9).await.unwrap();
    assert_eq!(waiting.into_iter().map(|queued| queued.message).collect::<Vec<_>>(), [sample.delayed()]);
    let parcel = store.find_parcel(sample.neighbourly().id).await.unwrap().unwrap();
    assert_eq!(parcel.wishes, sample.neighbourly().wishes);
}

#[tokio::test]
async fn the_tenth_schema_is_read() {
    let (_folder, store) = opened(SCHEMA_10).await;
    let sample = Sample::new();
    sample.assert_in(&store).await.unwrap();
    let (account, parcel) = (sample.account.id, sample.parcel.id);
    assert_eq!(store.phone(account).await.unwrap(), Some(Personal::new("+37799999999")));
    assert_eq!(store.count_sent(account, Target::Sms, parcel).await.unwrap(), 1);
    assert_eq!(store.count_sent(account, Target::Email, parcel).await.unwrap(), 0, "it waits");
    let elsewhere = sample.brought_by_another();
    assert_eq!(store.find_parcel(elsewhere.id).await.unwrap(), Some(elsewhere));
    let rated = store.find_parcel(sample.parcel.id).await.unwrap().unwrap();
    assert_eq!(rated.rating, Some(rating(NOW)));
    let counted = store.count_ratings(sample.operator.id, DAY, DAY).await.unwrap();
    assert_eq!(store.find_report(sample.parcel.id).await.unwrap(), Some(report(NOW)));
    assert_eq!(counted, [RatedDay { day: DAY, counts: [0, 0, 0, 1, 0] }]);
}

#[tokio::test]
async fn the_eleventh_schema_is_read() {
    let (_folder, store) = opened(SCHEMA_11).await;
    let sample = Sample::new();
    sample.assert_in(&store).await.unwrap();
    sample.beyond().assert_in(&store).await.unwrap();
}

#[tokio::test]
async fn what_is_written_today_is_what_the_file_holds() {
    let folder = tempfile::tempdir().unwrap();
    let (old, new) = (folder.path().join("old"), folder.path().join("new"));
    restore(&old, SCHEMA_11).await;
    SqliteStore::open(&old).await.unwrap().close().await;
    let store = SqliteStore::open(&new).await.unwrap();
    Sample::new().put(&store).await.unwrap();
    store.close().await;
    let (old, new) = (contents(&old).await, contents(&new).await);
    for (old, new) in old.iter().zip(&new) {
        assert_eq!(old, new);
    }
    assert_eq!(old.len(), new.len());
}

/// The store of a database that was written like this, and the folder that it is in.
async fn opened(sql: &'static str) -> (tempfile::TempDir, SqliteStore) {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let path = folder.path().join("db");
    restore(&path, sql).await;
    let store = SqliteStore::open(&path).await.expect("it is a database");
    (folder, store)
}

async fn restore(path: &Path, sql: &'static str) {
    crate::common::run(path, sql).await;
}

/// Each table with its definition and how many rows it has, in the order of the names.
async fn contents(path: &Path) -> Vec<(String, String, i64)> {
    let mut db = connect(path).await;
    let tables =
        "SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name";
    let tables: Vec<(String, String)> =
        sqlx::query_as(tables).fetch_all(&mut db).await.expect("there are tables");
    let mut contents = Vec::new();
    for (name, sql) in tables {
        let count = sqlx::AssertSqlSafe(format!("SELECT count(*) FROM {name}"));
        let rows = sqlx::query_scalar(count).fetch_one(&mut db).await.expect("they can be counted");
        contents.push((name, sql, rows));
    }
    contents
}

/// One of everything.
struct Sample {
    operator: Operator,
    account: Account,
    key: ApiKey,
    device: Device,
    region: Region,
    answer: RememberedAnswer,
    parcel: Parcel,
    tour: NewTour,
    message: Message,
    ended: OutcomeView,
}

impl Sample {
    fn new() -> Self {
        let operator = OperatorId::from_u128(1);
        let (parcel, stop, tour) = (ParcelId::from_u128(2), StopId::from_u128(3), TourId::from_u128(4));
        let recipient = RecipientId::from_u128(5);
        let place = Place::from_degrees(43.7384, 7.4246).expect("it is on the earth");
        Self {
            operator: Operator {
                id: operator,
                name: "Carrier".to_owned(),
                time_zone: "Europe/Monaco".to_owned(),
                language: "fr".to_owned(),
            },
            account: account(recipient, operator),
            key: ApiKey {
                token: TOKEN,
                operator,
                label: "key".to_owned(),
                scopes: vec![Scope::OperatorRead, Scope::OperatorWrite],
                sender: None,
                revoked_at: None,
            },
            device: Device {
                id: DeviceId::from_u128(6),
                operator,
                driver: DriverId::from_u128(7),
                label: "phone".to_owned(),
                revoked_at: None,
            },
            region: region(operator, DAY),
            answer: RememberedAnswer { request: TOKEN, status: 201, body: b"{}".to_vec(), expires_at: NOW },
            parcel: Parcel {
                id: parcel,
                operator,
                tracking_number: "P1".to_owned(),
                order: Some(OrderId::from_u128(8)),
                recipient: Some(recipient),
                buyer: None,
                sender: Personal::new("A shop"),
                kind: ParcelKind::Gift,
                visibility: Rules::default(),
                carrier: Carrier::Other(OtherCarrier {
                    status_at: Some(NOW),
                    ..OtherCarrier::named("Other")
                }),
                day: Some(DAY),
                promise: Some(Window { from: NOW, until: NOW + SignedDuration::from_hours(2) }),
                status: Status::InTransit,
                door: Some(place),
                address: Some(Personal::new("1 Quay")),
                on_tour: None,
                wishes: Wishes {
                    instruction: Some(Instruction::SafePlace {
                        safe_place: SafePlace::Shed,
                        note: Some(Personal::new("note")),
                    }),
                    ..Wishes::default()
                },
                photo_at: None,
                rating: None,
            },
            tour: new_tour(tour, operator, stop, place, parcel),
            message: Message {
                recipient,
                target: Target::Email,
                topic: Topic::Parcel(parcel, MessageKind::Delivered),
                at: NOW,
            },
            ended: OutcomeView { outcome: Outcome::DeliveredToSafePlace, at: NOW },
        }
    }

    fn event(number: u128, what: Happening) -> TourEvent {
        TourEvent { id: EventId::from_u128(number), at: NOW, received_at: NOW, what }
    }

    fn append(events: Vec<TourEvent>) -> Append {
        Append { tour: TourId::from_u128(4), day: DAY, events, settled: Vec::new(), messages: Vec::new() }
    }

    /// What happens after the plan.
    fn story(&self) -> Append {
        let delivered = Happening::Delivered { parcel: self.parcel.id, outcome: self.ended.outcome };
        let events = vec![Self::event(2, Happening::Started), Self::event(3, delivered)];
        let (parcel, outcome) = (self.parcel.id, Some(self.ended));
        Append {
            settled: vec![Settled { parcel, status: Status::Delivered, outcome }],
            messages: vec![self.message],
            ..Self::append(events)
        }
    }

    /// The judgement of the tour's day, which the second schema brought, and its lessons, which the third one did.
    fn judged(&self) -> JudgedTour {
        let day = JudgedDay {
            operator: self.operator.id,
            day: DAY,
            region: Some("Harbour".to_owned()),
            judgement: r#"{"v":1}"#.to_owned(),
        };
        let lessons = r#"{"v":1}"#.to_owned();
        let taught = Some(TaughtDay { operator: self.operator.id, day: DAY, lessons });
        let tour = self.tour.record.id;
        JudgedTour { tour, day: Some(day), replaces: None, taught, replaces_lessons: None }
    }

    /// The rules of the operator and its region.
    fn rules(&self) -> [NewRules; 2] {
        let rules = |of, rules: &str| NewRules {
            operator: self.operator.id,
            of,
            rules: rules.to_owned(),
            at: NOW,
            by: Actor::Key("planning".to_owned()),
        };
        [rules(RulesOf::Operator, "\"open\""), rules(RulesOf::Region(self.region.id), "\"near\"")]
    }

    fn audit(&self) -> AuditEntry {
        AuditEntry {
            operator: self.operator.id,
            at: NOW,
            by: Actor::Account(self.account.id),
            deed: Deed::RegionAdded,
            subject: self.region.id.to_string(),
        }
    }

    async fn put(&self, store: &SqliteStore) -> Result<(), StoreError> {
        let operator = self.operator.id;
        store.put_operator(self.operator.clone()).await?;
        store.insert_account(self.account.clone()).await?;
        store.insert_session(self.session()).await?;
        store.set_subscription(self.account.id, Channel::Email, WISHES.to_vec(), NOW).await?;
        store.insert_key(self.key.clone()).await?;
        store.secret("a secret", [8; 32]).await?;
        store.remember_answer(operator, "once", self.answer.clone()).await?;
        store.put_driver(self.device.driver, operator, Personal::new("Driver")).await?;
        store.insert_driver_code(TOKEN, self.device.driver, NOW).await?;
        store.insert_device(self.device.clone(), TOKEN).await?;
        store.put_region(self.region.clone()).await?;
        for rules in self.rules() {
            store.set_rules(rules, Some(0)).await?;
        }
        store.record(self.audit()).await?;
        store
            .insert_parcels(vec![self.parcel.clone(), self.neighbourly(), self.brought_by_another()], NOW)
            .await?;
        store.put_photo(self.photo()).await?;
        assert!(store.put_rating(self.parcel.id, DAY, rating(NOW)).await?);
        let open = Report { answer: None, ..report(NOW) };
        assert!(store.insert_report(self.parcel.id, open).await?);
        let answer = report(NOW).answer.expect("there is one");
        assert!(store.answer_report(operator, self.parcel.id, answer).await?);
        store.insert_tour(self.tour.clone()).await?;
        assert!(store.put_judgement(self.judged()).await?);
        store.insert_sign_in_link(self.sign_in_link()).await?;
        store.remember_browser(self.browser(), None).await?;
        assert!(store.insert_passkey(self.passkey()).await?);
        assert!(store.insert_share(self.share()).await?);
        store.put_calendar(self.calendar()).await?;
        store.put_push_subscription(self.push_subscription()).await?;
        store.set_quiet_hours(self.account.id, Some(QUIET)).await?;
        store.enqueue(vec![self.delayed(), self.texted()]).await?;
        for queued in store.due(Channel::Sms, NOW, 9).await? {
            store.finish(queued.number, End::Sent, NOW).await?;
        }
        store.note_forgetting("addresses".to_owned(), NOW, 0).await?;
        store.note_forgotten(self.forgotten()).await?;
        self.beyond().put(store).await?;
        store.append(self.story()).await?;
        // It goes to nobody and back, so its driver handed it over once.
        store.set_driver(self.tour.record.id, None, NOW).await?;
        store.set_driver(self.tour.record.id, self.tour.record.driver, NOW).await
    }

    /// What the eleventh schema brought.
    fn beyond(&self) -> Beyond {
        let (operator, account, parcel) = (self.operator.id, self.account.id, self.parcel.clone());
        Beyond { operator, account, parcel, now: NOW }
    }

    fn forgotten(&self) -> LedgerEntry {
        LedgerEntry { at: NOW, what: Forgotten::Person(self.account.id) }
    }

    /// A session as it is read from databases that did not tell when it began.
    fn session(&self) -> Session {
        let began_at = NOW - SignedDuration::from_hours(24 * 30);
        let browser = String::new();
        let (token, account) = (TOKEN, self.account.id);
        Session { token, account, began_at, used_at: began_at, browser, expires_at: NOW }
    }

    fn sign_in_link(&self) -> SignInLink {
        SignInLink { token: TOKEN, account: self.account.id, expires_at: NOW }
    }

    fn browser(&self) -> KnownBrowser {
        KnownBrowser { token: TOKEN, account: self.account.id, expires_at: NOW }
    }

    /// A parcel with what the ninth schema brought: a neighbour, and the way to the door.
    fn neighbourly(&self) -> Parcel {
        let text = |text: &str| Some(Personal::new(text));
        let instruction = Some(Instruction::Neighbour { neighbour: Personal::new("Ada"), house: text("7") });
        let access = AccessNotes { doorbell: text("Bell"), floor: text("2nd"), way: text("yard") };
        Parcel {
            id: ParcelId::from_u128(12),
            tracking_number: "P2".to_owned(),
            wishes: Wishes { instruction, access, version: 2, ..Wishes::default() },
            ..self.parcel.clone()
        }
    }

    /// A parcel with what the tenth schema brought: what another carrier tells of it.
    fn brought_by_another(&self) -> Parcel {
        let (id, carrier) = (ParcelId::from_u128(13), Carrier::Other(other_carrier(NOW)));
        Parcel { id, tracking_number: "P3".to_owned(), carrier, ..self.parcel.clone() }
    }

    /// The photo that the eighth schema brought.
    fn photo(&self) -> Photo {
        let (parcel, id) = (self.parcel.id, PhotoId::from_u128(11));
        Photo { parcel, id, taken_at: NOW, received_at: NOW, jpeg: b"picture".to_vec() }
    }

    fn passkey(&self) -> Passkey {
        Passkey {
            id: TOKEN,
            account: self.account.id,
            handle: [9; 16],
            name: Personal::new("Phone"),
            key: "{}".to_owned(),
            created_at: NOW,
            used_at: Some(NOW),
        }
    }

    /// The browser that the ninth schema brought.
    fn push_subscription(&self) -> PushSubscription {
        PushSubscription {
            id: PushId::from_u128(12),
            account: self.account.id,
            endpoint: Personal::new("https://push.example.org/1"),
            key: [4; 65],
            auth: [5; 16],
            browser: "Firefox, Android".to_owned(),
            created_at: NOW,
            used_at: NOW,
        }
    }

    /// A message to it.
    fn delayed(&self) -> Message {
        let topic = Topic::Delayed(self.parcel.id, DelayTurn { day: DAY, step: 2 });
        Message { target: Target::Push(self.push_subscription().id), topic, ..self.message }
    }

    /// A message to a phone, which the tenth schema brought.
    fn texted(&self) -> Message {
        Message { target: Target::Sms, ..self.message }
    }

    fn share(&self) -> Share {
        Share {
            id: ShareId::from_u128(10),
            token: TOKEN,
            parcel: self.parcel.id,
            account: self.account.id,
            permission: SharePermission::Accept,
            name: None,
            created_at: NOW - SignedDuration::from_hours(1),
            expires_at: NOW,
            opening_count: 2,
            openings: vec![NOW - SignedDuration::from_mins(1), NOW - SignedDuration::from_mins(2)],
        }
    }

    fn calendar(&self) -> Calendar {
        Calendar { token: TOKEN, account: self.account.id, created_at: NOW, used_at: NOW }
    }

    async fn assert_in(&self, store: &SqliteStore) -> Result<(), StoreError> {
        let (operator, tour) = (self.operator.id, &self.tour.record);
        let before = NOW - SignedDuration::from_secs(1);
        let on_tour = Some(OnTour { tour: tour.id, stop: StopId::from_u128(3) });
        let parcel = Parcel { status: Status::Delivered, on_tour, ..self.parcel.clone() };
        let mut events = self.tour.append.events.clone();
        events.extend(self.story().events);

        assert_eq!(store.list_operators().await?, std::slice::from_ref(&self.operator));
        let session = (self.session(), self.account.clone());
        assert_eq!(store.find_session(TOKEN, before).await?, Some(session));
        assert_eq!(store.subscription(self.account.id, Channel::Email).await?, WISHES);
        assert_eq!(store.find_key(TOKEN).await?.as_ref(), Some(&self.key));
        assert_eq!(store.find_answer(operator, "once", before).await?.as_ref(), Some(&self.answer));
        assert_eq!(store.find_device(TOKEN).await?.as_ref(), Some(&self.device));
        assert_eq!(store.take_driver_code(TOKEN, before).await?, Some(self.device.driver));
        assert_eq!(store.list_regions(operator).await?, std::slice::from_ref(&self.region));
        let rules = store.list_rules(operator).await?.into_iter().map(|set| (set.new.of, set.new.rules));
        let expected = self.rules().map(|rules| (rules.of, rules.rules));
        assert_eq!(rules.collect::<Vec<_>>(), expected);
        let found =
            store.find_parcel(parcel.id).await?.map(|found| Parcel { photo_at: None, rating: None, ..found });
        assert_eq!(found, Some(parcel));
        assert_eq!(store.find_outcome(self.parcel.id).await?, Some(self.ended));
        assert_eq!(store.list_open_tours().await?, std::slice::from_ref(tour));
        assert_eq!(store.stop_details(tour.id).await?, self.tour.stops);
        assert_eq!(store.load_tour(tour.id, DAY).await?, events);
        assert_eq!(
            store.due(Channel::Email, NOW, 9).await?.first().map(|queued| queued.message),
            Some(self.message)
        );
        Ok(())
    }
}

fn new_tour(tour: TourId, operator: OperatorId, stop: StopId, place: Place, parcel: ParcelId) -> NewTour {
    let planned = PlannedStop {
        id: stop,
        place: Some(place),
        service: None,
        planned_arrival: Some(NOW),
        window: None,
        zone: None,
        parcels: vec![parcel],
    };
    let driver = Some(DriverId::from_u128(7));
    let plan = Plan { driver, vehicle: None, start: None, stops: vec![planned], travel: None };
    NewTour {
        record: TourRecord {
            id: tour,
            operator,
            reference: "T1".to_owned(),
            day: DAY,
            driver,
            ended_at: None,
        },
        stops: vec![StopDetails {
            stop,
            address: Personal::new("1 Quay"),
            note: Some(Personal::new("Bell 2")),
        }],
        parcels: Vec::new(),
        append: Sample::append(vec![Sample::event(1, Happening::Planned(Box::new(plan)))]),
    }
}
