//! Two operators, three tours under way, and everyone who may have to do with them.

use std::collections::BTreeMap;
use std::sync::Arc;

use doorstep_domain::admission::Source;
use doorstep_domain::visibility::SenderKey;
use doorstep_domain::{
    Happening, Instruction, Outcome, OutcomeView, Parcel, Personal, PhotoId, PickupPoint, PickupPointId,
    PlaceMark, RegionId, Report, ReportKind, SafePlace, Wish,
};
use doorstep_store::{Actor, NewRules, Photo, Photos as _, PlacePhoto, Region, Reports as _, RulesOf};

use super::super::*;
use crate::clock::Clock as _;
use crate::homes::MqttSettings;
use crate::ntfy::NtfySettings;
use crate::secret::hex_hash;
use crate::testing::FaultyStore;
use crate::testing::tour::{DAY, TestTour};

/// What callers of the first operator are called.
pub(super) const HERE: &str = "of this operator";
const LASTING: SignedDuration = SignedDuration::from_hours(24 * 7);
const AREA: &str = r#"{"type":"Polygon","coordinates":[[[11,48],[12,48],[12,49],[11,48]]]}"#;

/// The ntfy server that one may have a topic on.
pub(super) const NTFY: &str = "https://ntfy.example.org";

/// The photo of each parcel, where deliveries are asked for.
pub(super) const PHOTO: PhotoId = PhotoId::from_u128(7);

/// Whose something is: that of one of two recipients and tours here, of one elsewhere, or nobody's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Whose {
    /// Of this operator.
    Adas,
    /// Of this operator too.
    Bobs,
    /// Of another operator.
    Eves,
    /// Never was.
    Absent,
    /// Not even an id.
    Nonsense,
}

impl Whose {
    /// Everyone, what nobody has first.
    pub(super) const ALL: [Self; 5] = [Self::Absent, Self::Nonsense, Self::Eves, Self::Bobs, Self::Adas];
}

/// What a caller may call their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Own {
    Nothing,
    /// What is one recipient's.
    Recipient(Whose),
    /// What is on the tour of one driver.
    Driver(Whose),
    /// All that is this operator's.
    Here,
    /// All that is the other operator's.
    There,
}

impl Own {
    /// Whether someone's things are this caller's, on routes that ask for this.
    pub(super) fn has(self, whose: Whose, access: Access) -> bool {
        let by_person =
            matches!(access, Access::Account | Access::Recipient | Access::Visitor | Access::Guest);
        match self {
            Self::Nothing => false,
            Self::Recipient(own) | Self::Driver(own) => own == whose,
            Self::Here => !by_person && matches!(whose, Whose::Adas | Whose::Bobs),
            Self::There => !by_person && whose == Whose::Eves,
        }
    }

    /// Someone whose things are this caller's, where anyone's are.
    pub(super) fn someone(self) -> Whose {
        match self {
            Self::Recipient(whose) | Self::Driver(whose) => whose,
            Self::There => Whose::Eves,
            Self::Here | Self::Nothing => Whose::Adas,
        }
    }
}

/// Who calls.
#[derive(Debug, Clone)]
pub(super) struct Walker {
    /// Who they are, for people.
    pub(super) name: &'static str,
    /// What the table sees in them.
    pub(super) kind: Caller,
    pub(super) own: Own,
    pub(super) credentials: Credentials,
}

/// What is someone's: ids by the part of a path that stands before them. A free parcel is on no tour.
#[derive(Debug, Clone, Default)]
pub(super) struct Things {
    pub(super) ids: BTreeMap<&'static str, String>,
    pub(super) email: String,
    pub(super) number: String,
}

impl Things {
    const NOUNS: [&str; 14] = [
        "drivers",
        "devices",
        "parcels",
        "free parcels",
        "regions",
        "pickup-points",
        "stops",
        "tours",
        "sessions",
        "passkeys",
        "push-subscriptions",
        "recipients",
        "shares",
        "senders",
    ];

    fn made(id: impl Fn() -> String) -> Self {
        let ids = Self::NOUNS.iter().map(|noun| (*noun, id())).collect();
        Self { ids, email: "nobody@example.org".to_owned(), number: id() }
    }

    /// The id of one.
    pub(super) fn id(&self, noun: &str) -> &str {
        self.ids.get(noun).unwrap_or_else(|| panic!("nobody has {noun}"))
    }

    /// All words that tell of them.
    pub(super) fn words(&self) -> impl Iterator<Item = &str> {
        self.ids.values().chain([&self.email, &self.number]).map(String::as_str)
    }
}

/// The two operators, and all who call.
pub(super) struct World {
    pub(super) house: House,
    pub(super) store: Arc<FaultyStore>,
    pub(super) router: Router,
    pub(super) walkers: Vec<Walker>,
    pub(super) things: BTreeMap<Whose, Things>,
    /// A driver here without a tour.
    pub(super) newcomer: DriverId,
}

impl World {
    pub(super) async fn new() -> Self {
        let store = Arc::new(FaultyStore::new());
        let given = store.clone();
        let here = House::with(|parts| {
            parts.store = given;
            // They ask for much that is not theirs.
            parts.settings.misses_per_hour = u32::MAX;
            parts.ntfy = NtfySettings::new(&[NTFY.to_owned()], None).unwrap();
            parts.mqtt = MqttSettings::new("mqtt://127.0.0.1", None, None, None).ok();
            parts.settings.public_url = "http://localhost".parse().ok();
        })
        .await;
        let there = elsewhere(&here).await;
        let newcomer = here.device("phone").await.0.driver;
        // The tour of Ada's parcel went from one driver to another on its way.
        let (adas, bobs, eves) = (here.tour(2).await, here.tour(2).await, there.tour(2).await);
        for tour in [&adas, &bobs, &eves] {
            here.starts(tour).await;
        }
        orders_for_her(&here, &bobs, &adas).await;
        let (second, _) = here.device("phone").await;
        here.shared.live.hand_over(adas.id, second.driver).await.unwrap();
        let mut walkers = Vec::new();
        let mut add = |name, kind, own, credentials| walkers.push(Walker { name, kind, own, credentials });
        let token = device_of(&here, adas.driver).await.1;
        add("the driver before the hand-over", C::Device, Own::Nothing, Credentials::Bearer(token));
        let token = device_of(&here, bobs.driver).await.1;
        add("another driver", C::Device, Own::Driver(Whose::Bobs), Credentials::Bearer(token));
        let token = device_of(&there, eves.driver).await.1;
        add("a driver elsewhere", C::Device, Own::Driver(Whose::Eves), Credentials::Bearer(token));
        for (name, house, tour, whose) in [
            ("another recipient", &here, &bobs, Whose::Bobs),
            ("a recipient elsewhere", &there, &eves, Whose::Eves),
        ] {
            let session = house.session(&tour.recipients[1], LASTING).await;
            add(name, C::Recipient, Own::Recipient(whose), session_cookie(&session));
        }
        walkers.extend(staff_elsewhere(&there).await);
        let things = BTreeMap::from([
            (Whose::Adas, things(&here, &adas, second.driver, "ada").await),
            (Whose::Bobs, things(&here, &bobs, bobs.driver, "bob").await),
            (Whose::Eves, things(&there, &eves, eves.driver, "eve").await),
            (Whose::Absent, Things::made(|| format!("{:032x}", fresh_id()))),
            (Whose::Nonsense, Things::made(|| "no-id".to_owned())),
        ]);
        let Street { house, letters } = Street::of(here, &adas.recipients[1], second.driver).await;
        walkers.extend(letters.into_iter().map(|(kind, credentials)| {
            let own = match kind {
                C::Recipient | C::Calendar | C::Embedding => Own::Recipient(Whose::Adas),
                C::Device | C::DeviceByCookie => Own::Driver(Whose::Adas),
                C::ReadKey | C::WriteKey | C::BothKey | C::ShopKey | C::Dispatcher | C::Admin => Own::Here,
                _ => Own::Nothing,
            };
            Walker { name: HERE, kind, own, credentials }
        }));
        // What is read once is read before anyone asks.
        for operator in [house.operator, there.operator] {
            house.shared.live.offered(operator).await.unwrap();
        }
        let router = app::router(&house.shared).unwrap();
        Self { house, store, router, walkers, things, newcomer }
    }

    /// The world in which there is what a row asks for.
    pub(super) async fn for_row(row: &Row) -> Self {
        let world = Self::new().await;
        if ["/photo", "/rating", "/report"].iter().any(|tail| row.path.ends_with(tail)) {
            for whose in [Whose::Adas, Whose::Bobs, Whose::Eves] {
                world.deliver(world.of(whose)).await;
                if row.access == Access::OperatorWrite || row.access == Access::Dispatcher {
                    world.report(world.of(whose)).await;
                }
            }
        }
        world
    }

    /// Someone's parcel is delivered, and its driver took a photo of it.
    async fn deliver(&self, things: &Things) {
        let (tour, parcel) = (things.id("tours").parse().unwrap(), things.id("parcels").parse().unwrap());
        let delivered = Happening::Delivered { parcel, outcome: Outcome::DeliveredToSafePlace };
        let delivered = vec![self.house.draft(delivered)];
        self.house.shared.live.append(tour, delivered, Source::Operator).await.unwrap();
        let now = self.house.clock.now();
        let photo = Photo { parcel, id: PHOTO, taken_at: now, received_at: now, jpeg: b"picture".to_vec() };
        self.store.put_photo(photo).await.unwrap();
    }

    /// Someone reports that they did not get it.
    async fn report(&self, things: &Things) {
        let parcel = things.id("parcels").parse().unwrap();
        let now = self.house.clock.now();
        let about = OutcomeView { outcome: Outcome::DeliveredToSafePlace, at: now };
        let report = Report { kind: ReportKind::NotReceived, about, at: now, witness: None, answer: None };
        assert!(self.store.insert_report(parcel, report).await.unwrap());
    }

    /// The things of someone.
    pub(super) fn of(&self, whose: Whose) -> &Things {
        self.things.get(&whose).unwrap_or_else(|| panic!("{whose:?} is nobody"))
    }
}

/// Bob ordered Ada's parcel for her, which makes nothing of it his.
async fn orders_for_her(here: &House, bobs: &TestTour, adas: &TestTour) {
    let ordered = here.store().find_parcel(adas.parcels[1].id).await.unwrap().unwrap();
    let ordered = Parcel { buyer: Some(bobs.recipients[1].id), ..ordered };
    assert!(here.store().update_parcel(ordered).await.unwrap());
}

/// People and keys of the other operator.
async fn staff_elsewhere(there: &House) -> Vec<Walker> {
    let mut staff = Vec::new();
    let mut add = |name, kind, credentials| staff.push(Walker { name, kind, own: Own::There, credentials });
    for (name, kind, role) in [
        ("a dispatcher elsewhere", C::Dispatcher, Role::Dispatcher),
        ("an administrator elsewhere", C::Admin, Role::Admin),
    ] {
        let account = there.account(&format!("{role:?}@example.com"), role).await;
        add(name, kind, session_cookie(&there.session(&account, LASTING).await));
    }
    let (read, write) = (Scope::OperatorRead, Scope::OperatorWrite);
    for (name, kind, scopes) in [
        ("a key elsewhere that reads", C::ReadKey, vec![read]),
        ("a key elsewhere that writes", C::WriteKey, vec![write]),
        ("a key elsewhere that does both", C::BothKey, vec![read, write]),
    ] {
        add(name, kind, Credentials::Bearer(there.key(name, &scopes).await));
    }
    staff
}

fn session_cookie(token: &str) -> Credentials {
    Credentials::Cookie(format!("doorstep_session={token}"))
}

/// Another operator of the same server.
async fn elsewhere(here: &House) -> House {
    let there = here.elsewhere().await;
    there.sets_rules(r#"{"release": "exact"}"#).await;
    there
}

/// What belongs to the recipient at the second stop of a tour, and to the driver who drives it now.
async fn things(house: &House, tour: &TestTour, driver: DriverId, name: &str) -> Things {
    let (account, parcel) = (&tour.recipients[1], &tour.parcels[1]);
    house.share(account, parcel, LASTING).await;
    let share = house.store().list_shares(account.id, parcel.id).await.unwrap().remove(0);
    house.session(account, LASTING).await;
    let sessions = house.store().list_sessions(account.id, house.clock.now()).await.unwrap();
    let session = sessions.last().unwrap();
    let _authenticator = house.passkey(account).await;
    let passkey = house.store().list_passkeys(account.id).await.unwrap().remove(0);
    let pushed_to = house.push_subscription(account, name).await;
    let free = house.parcel(Some(account), 2).await;
    let region = region(house, name).await;
    let point = pickup_point(house, parcel, name).await;
    mark_place(house, parcel).await;
    let sender = format!("sender-of-{name}");
    sets_rules(house, &sender).await;
    let ids = BTreeMap::from([
        ("drivers", driver.to_string()),
        ("devices", device_of(house, driver).await.0.to_string()),
        ("parcels", parcel.id.to_string()),
        ("recipients", account.id.to_string()),
        ("free parcels", free.id.to_string()),
        ("regions", region.to_string()),
        ("pickup-points", point.to_string()),
        ("stops", tour.stops[1].to_string()),
        ("tours", tour.id.to_string()),
        ("sessions", hex_hash(&session.token.0)),
        ("passkeys", hex_hash(&passkey.id.0)),
        ("push-subscriptions", pushed_to.id.to_string()),
        ("shares", share.id.to_string()),
        ("senders", sender),
    ]);
    Things { ids, email: account.email.reveal().to_owned(), number: parcel.tracking_number.clone() }
}

/// A safe place for a parcel, and a photo that shows it.
async fn mark_place(house: &House, parcel: &Parcel) {
    let photo = PhotoId::from_u128(fresh_id());
    let picture = PlacePhoto { parcel: parcel.id, id: photo, jpeg: vec![1, 2, 3] };
    house.store().put_place_photo(picture).await.unwrap();
    let garage = Instruction::SafePlace { safe_place: SafePlace::Garage, note: None };
    let mark = PlaceMark { pin: None, photo: Some(photo) };
    for (version, wish) in (1..).zip([Wish::Instruction(Some(garage)), Wish::Mark(mark)]) {
        assert!(house.store().set_wish(parcel.id, wish, version).await.unwrap());
    }
    house.shared.live.parcel_changed(parcel.id).await;
}

/// A point at the door of a parcel.
async fn pickup_point(house: &House, parcel: &Parcel, name: &str) -> PickupPointId {
    let id = PickupPointId::from_u128(fresh_id());
    let (name, address) = (format!("shop of {name}"), "1 Long Street".to_owned());
    let point = PickupPoint { id, name, address, hours: None, place: parcel.door.unwrap() };
    house.store().put_pickup_point(house.operator, point).await.unwrap();
    id
}

async fn region(house: &House, name: &str) -> RegionId {
    let id = RegionId::from_u128(fresh_id());
    let region = Region {
        id,
        operator: house.operator,
        name: format!("region of {name}"),
        area: AREA.to_owned(),
        live_from: DAY,
    };
    house.store().put_region(region).await.unwrap();
    id
}

async fn sets_rules(house: &House, sender: &str) {
    let rules = NewRules {
        operator: house.operator,
        of: RulesOf::Sender(SenderKey::of(&Personal::new(sender))),
        rules: "{}".to_owned(),
        at: house.clock.now(),
        by: Actor::Key("test".to_owned()),
    };
    house.store().set_rules(rules, None).await.unwrap();
}
