//! Of every kind in the table something that must be in no file after its term, and when that is.

use doorstep_domain::{
    Carrier, CarrierEvent, EventId, OtherCarrier, Parcel, ParcelId, Personal, RecipientId, ShareId, Status,
    TourId,
};
use doorstep_server::retention::{Data, KINDS};
use doorstep_server::secret::{fresh_id, token_hash};
use doorstep_store::{
    Accounts as _, Actor, Append, Audit as _, AuditEntry, Browsers as _, CarrierEvents as _, Deed, Forgotten,
    Idempotency as _, JudgedDay, JudgedTour, Judgements as _, KnownBrowser, Ledger as _, LedgerEntry,
    NewTour, Parcels as _, RememberedAnswer, Session, Sessions as _, Share, SharePermission, Shares as _,
    TaughtDay, TokenHash, TourRecord, Tours as _,
};
use doorstep_testkit::{Ids, parcel};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan as _};

use super::scene::{Canary, Scene};
use super::{ACCOUNTS, Person, VAN_LAT, answers, comments, notes, of_all, photos};

/// What is kept until then.
pub(crate) struct Kept {
    pub(crate) data: Data,
    pub(crate) until: Timestamp,
    pub(crate) canaries: Vec<Canary>,
}

/// What a day left behind that was over at an instant, in the order in which it goes.
pub(crate) async fn kept(scene: &Scene, over: Timestamp) -> Vec<Kept> {
    let day = over.to_zoned(TimeZone::UTC).date();
    let person = Person(*ACCOUNTS.start());
    let account = scene.store().find_account_by_email(&person.email()).await.expect("it is asked");
    let account = account.expect("there is one");
    let planted = Planted { scene, over, day, account: account.id, operator: account.operator };
    let mut all = Vec::new();
    for data in KINDS.map(|kind| kind.data) {
        if let Some((until, canaries)) = planted.of(data).await {
            all.push(Kept { data, until, canaries });
        }
    }
    all.sort_by_key(|kept| kept.until);
    all
}

struct Planted<'a> {
    scene: &'a Scene,
    over: Timestamp,
    day: Date,
    account: RecipientId,
    operator: doorstep_domain::OperatorId,
}

impl Planted<'_> {
    /// Something of a kind, and until when it is kept; `None` where no day ends it, or it is in no file of the database.
    async fn of(&self, data: Data) -> Option<(Timestamp, Vec<Canary>)> {
        let hash = token_hash(data.as_str());
        let hashed = || vec![Canary::bytes(data.as_str(), &hash.0)];
        let text = |text: &str| vec![Canary::text(text)];
        Some(match data {
            Data::TourLogs => (self.begin_of_day(2), vec![Canary::degrees(VAN_LAT)]),
            Data::Instructions => (self.days(1), notes()),
            Data::Addresses => {
                self.plant_parcel_of_another_carrier("CanarySaid", "CanaryNumber").await;
                (self.days(14), [of_all(Person::home), text("CanarySaid")].concat())
            }
            // The number was planted with the addresses, whose row comes before.
            Data::Deliveries => {
                let numbers = [text("CanaryTour"), text("CanaryNumber")].concat();
                (self.days(90), [of_all(Person::parcel), comments(), numbers].concat())
            }
            Data::Photos => (self.days(30), photos()),
            Data::Reports => (self.days(30), answers()),
            // They count from when the message about the delivery was given up, in the round before notes go.
            Data::Subscriptions => (
                self.days(91) - SignedDuration::from_hours(10),
                joined(&[self.account.to_bytes()], "emaildelivered"),
            ),
            Data::Shares => (self.plant_share(hash).await, hashed()),
            Data::Letters => (self.days(90), self.letter().await),
            Data::Sessions => (self.plant_session(hash).await, hashed()),
            Data::Browsers => (self.plant_browser(hash).await, hashed()),
            Data::Answers => (self.plant_answer("CanaryAnswer").await, text("CanaryAnswer")),
            Data::Audit => (self.plant_record("CanaryLooker").await, text("CanaryLooker")),
            Data::Judgements => {
                self.plant_judgement("CanaryRegion", "CanaryLesson").await;
                (self.begin_of_day(401), text("CanaryRegion"))
            }
            // Planted with the judgement, whose row comes before.
            Data::Lessons => (self.begin_of_day(86), text("CanaryLesson")),
            Data::Ledger => self.plant_entry().await,
            // The first are forgotten by name, the second while they drive not at all, and the third are files elsewhere.
            Data::Accounts | Data::Passkeys | Data::Drivers | Data::Backups => return None,
        })
    }

    fn days(&self, days: i64) -> Timestamp {
        self.over + SignedDuration::from_hours(24 * days)
    }

    fn begin_of_day(&self, days: i64) -> Timestamp {
        let day = self.day.checked_add(days.days()).expect("a date");
        day.to_zoned(TimeZone::UTC).expect("an instant").timestamp()
    }

    async fn letter(&self) -> Vec<Canary> {
        let parcels = self.scene.store().list_parcels_of_recipient(self.account).await.expect("it is asked");
        joined(&[parcels[0].id.to_bytes(), self.account.to_bytes()], "emaildelivered")
    }

    async fn plant_share(&self, token: TokenHash) -> Timestamp {
        let parcels = self.scene.store().list_parcels_of_recipient(self.account).await.expect("it is asked");
        let share = Share {
            id: ShareId::from_u128(fresh_id()),
            token,
            parcel: parcels[0].id,
            account: self.account,
            permission: SharePermission::Window,
            name: None,
            created_at: self.over,
            expires_at: self.days(1),
            opening_count: 0,
            openings: Vec::new(),
        };
        assert!(self.scene.store().insert_share(share).await.expect("it is kept"));
        self.days(8)
    }

    async fn plant_session(&self, token: TokenHash) -> Timestamp {
        let (account, at, browser) = (self.account, self.over, String::new());
        let session =
            Session { token, account, began_at: at, used_at: at, browser, expires_at: self.days(30) };
        self.scene.store().insert_session(session).await.expect("it is kept");
        self.days(30)
    }

    async fn plant_browser(&self, token: TokenHash) -> Timestamp {
        let browser = KnownBrowser { token, account: self.account, expires_at: self.days(365) };
        self.scene.store().remember_browser(browser, None).await.expect("it is kept");
        self.days(365)
    }

    async fn plant_answer(&self, key: &str) -> Timestamp {
        let answer = RememberedAnswer {
            request: token_hash(key),
            status: 200,
            body: b"{}".to_vec(),
            expires_at: self.days(1),
        };
        self.scene.store().remember_answer(self.operator, key, answer).await.expect("it is kept");
        self.days(1)
    }

    async fn plant_record(&self, by: &str) -> Timestamp {
        let (at, by) = (self.over, Actor::Key(by.to_owned()));
        let entry =
            AuditEntry { operator: self.operator, at, by, deed: Deed::Looked, subject: String::new() };
        self.scene.store().record(entry).await.expect("it is kept");
        self.days(365)
    }

    /// Of a tour that nobody ended, so that no worker judges it first.
    async fn plant_judgement(&self, region: &str, lesson: &str) {
        let (operator, day, tour) = (self.operator, self.day, TourId::from_u128(fresh_id()));
        let record = TourRecord {
            id: tour,
            operator,
            reference: "CanaryTour 2".to_owned(),
            day,
            driver: None,
            ended_at: None,
        };
        let append = Append { tour, day, events: Vec::new(), settled: Vec::new(), messages: Vec::new() };
        let new = NewTour { record, stops: Vec::new(), parcels: Vec::new(), append };
        self.scene.store().insert_tour(new).await.expect("it is kept");
        let judgement = r#"{"v":1}"#.to_owned();
        let judged = JudgedDay { operator, day, region: Some(region.to_owned()), judgement };
        let taught = TaughtDay { operator, day, lessons: format!(r#"{{"v":1,"of":"{lesson}"}}"#) };
        let judged = JudgedTour {
            tour,
            day: Some(judged),
            replaces: None,
            taught: Some(taught),
            replaces_lessons: None,
        };
        assert!(self.scene.store().put_judgement(judged).await.expect("it is kept"));
    }

    /// One that another carrier delivered then, with what it said of it and its own number.
    async fn plant_parcel_of_another_carrier(&self, said: &str, number: &str) {
        let id = ParcelId::from_u128(fresh_id());
        let carrier = OtherCarrier {
            tracking_number: Some(number.to_owned()),
            url: Some(format!("https://carrier.example.org/{number}")),
            ..OtherCarrier::named("Another carrier")
        };
        let plain = parcel(&mut Ids::seeded(1), self.operator);
        let tracking_number = format!("OC-{id}");
        let parcel = Parcel { id, tracking_number, day: None, carrier: Carrier::Other(carrier), ..plain };
        self.scene.store().insert_parcels(vec![parcel], self.over).await.expect("it is kept");
        let delivered = CarrierEvent {
            id: EventId::from_u128(fresh_id()),
            at: self.over,
            status: Status::Delivered,
            description: Some(Personal::new(said)),
            place: Some(Personal::new(format!("{said} at the door"))),
        };
        let heard =
            self.scene.store().hear_carrier(id, vec![delivered], Vec::new()).await.expect("it is kept");
        assert!(heard.is_some_and(|heard| heard.parcel.status == Status::Delivered));
    }

    async fn plant_entry(&self) -> (Timestamp, Vec<Canary>) {
        let entry =
            LedgerEntry { at: self.over, what: Forgotten::Person(RecipientId::from_u128(fresh_id())) };
        self.scene.store().note_forgotten(entry).await.expect("it is kept");
        (self.days(15), vec![Canary::text(entry.what.to_string())])
    }
}

/// Columns that stand one after the other in a row.
fn joined(ids: &[[u8; 16]], text: &str) -> Vec<Canary> {
    vec![Canary::bytes(text, &[ids.concat().as_slice(), text.as_bytes()].concat())]
}
