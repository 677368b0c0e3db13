//! Walks every row whose answer can tell staff where a driver is.

use std::sync::Arc;

use axum::body::Body;
use doorstep_domain::{DeviceId, DriverId, Fix, Happening, Metres, Personal, Place};
use doorstep_store::{AuditEntry, Device, Role, Scope};
use http::header::{AUTHORIZATION, CONTENT_TYPE, COOKIE};
use http::{Request, StatusCode};
use http_body_util::BodyExt as _;
use jiff::SignedDuration;
use serde_json::Value;

use super::{Deed, Look};
use crate::access::table::{Access, Face, Row, TABLE, Verb};
use crate::clock::Clock as _;
use crate::testing::tour::DAY;
use crate::testing::{FaultyStore, House, TestTour};

/// Digits of where the van is that no stop has.
const DIGITS: &str = "11.50777";

/// A van on its way, and someone of the staff of each kind.
struct Scene {
    house: House,
    store: Arc<FaultyStore>,
    tour: TestTour,
    key: String,
    session: String,
}

/// An answer, as far as it matters here.
struct Answer {
    status: StatusCode,
    text: String,
}

impl Scene {
    async fn new() -> Self {
        let store = Arc::new(FaultyStore::new());
        let given = store.clone();
        let house = House::with(|parts| parts.store = given).await;
        let tour = house.tour(3).await;
        house.starts(&tour).await;
        house.clock.advance(SignedDuration::from_mins(1));
        let place = Place::from_degrees(48.1, 11.507_77).unwrap();
        let fix = Fix { place, accuracy: Some(Metres(5.0)), speed: None, course: None };
        house.drives(&tour, Happening::Fix(fix)).await;
        let key = house.key("planning", &[Scope::OperatorRead, Scope::OperatorWrite]).await;
        let admin = house.account("admin@example.org", Role::Admin).await;
        let session = house.session(&admin, SignedDuration::from_hours(24)).await;
        Self { house, store, tour, key, session }
    }

    /// Asks as whoever the row lets in, for the tour or for its first parcel.
    async fn ask(&self, row: &Row) -> Answer {
        let parcel = &self.tour.parcels[0];
        let id =
            if row.path.contains("/parcels/") { parcel.id.to_string() } else { self.tour.id.to_string() };
        let uri = row.path.replace("{id}", &id).replace("{sender}", "shop");
        let request = Request::builder().method(row.verb.name()).uri(uri);
        let request = match row.access {
            Access::Dispatcher | Access::Admin => {
                request.header(COOKIE, format!("doorstep_session={}", self.session))
            }
            _ => request.header(AUTHORIZATION, format!("Bearer {}", self.key)),
        };
        let (kind, body) = match (row.verb, row.face) {
            (Verb::Get, _) => ("text/plain", String::new()),
            (Verb::Patch, _) => ("application/json", format!(r#"{{"driver":"{}"}}"#, self.tour.driver)),
            (_, Face::Api) => ("application/json", r#"{"of":"parcel","rules":"open"}"#.to_owned()),
            (_, Face::Page) => {
                let form = format!("of=operator&version=1&choice=open&parcel={}", parcel.tracking_number);
                ("application/x-www-form-urlencoded", form)
            }
        };
        let response =
            self.house.send(request.header(CONTENT_TYPE, kind).body(Body::from(body)).unwrap()).await;
        let status = response.status();
        let body = response.into_body().collect().await.unwrap().to_bytes();
        Answer { status, text: String::from_utf8_lossy(&body).into_owned() }
    }

    /// The token of a driver's phone.
    async fn phone(&self, driver: DriverId) -> String {
        let token = crate::secret::fresh_token();
        let device = Device {
            id: DeviceId::from_u128(crate::secret::fresh_id()),
            operator: self.house.operator,
            driver,
            label: "own phone".to_owned(),
            revoked_at: None,
        };
        self.house.store().insert_device(device, crate::secret::token_hash(&token)).await.unwrap();
        token
    }

    /// What the driver of a phone reads.
    async fn privacy(&self, phone: &str) -> Value {
        let request = Request::get("/v1/driver/privacy").header(AUTHORIZATION, format!("Bearer {phone}"));
        let response = self.house.send(request.body(Body::empty()).unwrap()).await;
        assert_eq!(response.status(), StatusCode::OK);
        let body = response.into_body().collect().await.unwrap().to_bytes();
        serde_json::from_slice(&body).unwrap()
    }

    /// The looks at the tour or its day that are on record, newest first.
    async fn looks(&self) -> Vec<AuditEntry> {
        let page = self.house.store().list_audit(self.house.operator, None, 500).await.unwrap();
        page.rows.into_iter().filter(|entry| entry.deed == Deed::Looked).collect()
    }
}

fn telling() -> impl Iterator<Item = &'static Row> {
    TABLE.iter().filter(|row| row.tells_position)
}

#[tokio::test]
async fn there_are_as_many_records_as_looks() {
    let scene = Scene::new().await;
    for row in telling() {
        let what = format!("{:?} {}", row.verb, row.path);
        scene.house.clock.advance(SignedDuration::from_mins(1));
        let before = scene.looks().await.len();
        for looked in 1..=3 {
            let answer = scene.ask(row).await;
            assert_eq!(answer.status, StatusCode::OK, "{what}: {}", answer.text);
            assert_eq!(scene.looks().await.len(), before + looked, "{what}");
            scene.ask(row).await;
            assert_eq!(scene.looks().await.len(), before + looked, "{what}, again within the minute");
            scene.house.clock.advance(SignedDuration::from_mins(1));
        }
        let last = scene.looks().await.remove(0);
        let is_of_day = ["/dispatch", "/dispatch/reports", "/v1/reports"].contains(&row.path);
        let expected = if is_of_day { Look::Over(DAY) } else { Look::At(scene.tour.id) };
        assert_eq!(last.subject, expected.subject(), "{what}");
        assert!(!last.subject.contains('.'), "no place is in it");
    }
    assert_eq!(telling().count(), 9);
}

#[tokio::test]
async fn what_cannot_be_recorded_is_not_answered() {
    let scene = Scene::new().await;
    scene.store.fill(true);
    for row in telling() {
        let answer = scene.ask(row).await;
        let what = format!("{:?} {}: {}", row.verb, row.path, answer.text);
        assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE, "{what}");
        assert!(answer.text.contains("look_not_recorded") && !answer.text.contains(DIGITS), "{what}");
    }
    scene.store.fill(false);
    assert!(scene.looks().await.is_empty());
    for row in telling() {
        assert_eq!(scene.ask(row).await.status, StatusCode::OK, "a refused look stands for nothing");
    }
}

#[tokio::test]
async fn no_other_row_tells_staff_where_the_van_is() {
    let scene = Scene::new().await;
    let for_staff = |row: &&Row| {
        matches!(row.access, Access::OperatorRead | Access::Staff | Access::Dispatcher | Access::Admin)
    };
    let mut told = 0;
    for row in TABLE.iter().filter(for_staff).filter(|row| row.verb == Verb::Get) {
        let answer = scene.ask(row).await;
        assert!(row.tells_position || !answer.text.contains(DIGITS), "{}: {}", row.path, answer.text);
        told += usize::from(answer.text.contains(DIGITS));
    }
    assert_eq!(told, 2, "the digits are found where they are told");
}

#[tokio::test]
async fn looks_of_different_people_do_not_stand_for_each_other() {
    let scene = Scene::new().await;
    let tours = |row: &&Row| row.path == "/v1/tours/{id}/explanation" || row.path == "/dispatch/tours/{id}";
    for row in telling().filter(tours) {
        scene.ask(row).await;
    }
    let by: Vec<String> = scene.looks().await.into_iter().map(|look| look.by.to_string()).collect();
    assert!(by.len() == 2 && by[0].starts_with("account:") && by[1] == "key:planning", "{by:?}");
}

#[tokio::test]
async fn a_driver_reads_who_looked_and_what_is_kept() {
    let scene = Scene::new().await;
    let phone = scene.phone(scene.tour.driver).await;
    let read = || scene.privacy(&phone);
    let nobody = read().await;
    assert_eq!(nobody["looks"], serde_json::json!([]));
    assert_eq!(
        nobody["kept"],
        serde_json::json!([
            { "what": "tour_logs", "until": "2026-11-25" },
            { "what": "reports", "until": "2026-12-31" },
            { "what": "audit", "until": "2027-11-24" },
        ])
    );
    let begin = scene.house.clock.now();
    for path in ["/v1/tours/{id}", "/dispatch", "/dispatch/tours/{id}"] {
        scene.house.clock.advance(SignedDuration::from_mins(2));
        scene.ask(telling().find(|row| row.path == path && row.verb == Verb::Get).unwrap()).await;
    }
    let after = |minutes| (begin + SignedDuration::from_mins(minutes)).to_string();
    let by_ada = serde_json::json!({ "from": after(4), "until": after(6), "by": "account", "name": "Ada" });
    let by_key = serde_json::json!({ "from": after(2), "until": after(2), "by": "key", "name": "planning" });
    assert_eq!(read().await["looks"], serde_json::json!([by_ada, by_key]), "who keeps looking is told once");
    scene.house.clock.advance(SignedDuration::from_hours(24));
    assert_eq!(read().await["looks"], serde_json::json!([]), "those of yesterday are past");
}

#[tokio::test]
async fn who_handed_a_tour_over_reads_who_looked_until_then() {
    let scene = Scene::new().await;
    let next = DriverId::from_u128(crate::secret::fresh_id());
    let store = scene.house.store();
    store.put_driver(next, scene.house.operator, Personal::new("Next")).await.unwrap();
    let former = scene.phone(scene.tour.driver).await;
    let look = telling().find(|row| row.path == "/v1/tours/{id}" && row.verb == Verb::Get).unwrap();
    scene.ask(look).await;
    let looked_at = scene.house.clock.now().to_string();
    scene.house.clock.advance(SignedDuration::from_mins(5));
    scene.house.shared.live.hand_over(scene.tour.id, next).await.unwrap();
    scene.house.clock.advance(SignedDuration::from_mins(5));
    scene.ask(look).await;
    let looks = scene.privacy(&former).await["looks"].clone();
    assert_eq!(looks.as_array().map(Vec::len), Some(1), "{looks}");
    assert_eq!(looks[0]["until"], looked_at.as_str());
    assert_eq!(scene.privacy(&scene.phone(next).await).await["looks"].as_array().map(Vec::len), Some(2));
}
