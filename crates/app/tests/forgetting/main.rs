//! What is forgotten is nowhere: not in any file of the database, and in no log line.
#![expect(
    clippy::indexing_slicing,
    reason = "a field that an answer lacks is null, which no test takes for a value"
)]

mod backup;
mod kinds;
mod scene;

use std::ops::RangeInclusive;

use http::Method;
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use kinds::Kept;
use scene::{Canary, Scene, logged};

/// Neighbours enough that the rows of many pages are moved about.
const STOPS: u32 = 120;
/// Those who log in, and leave a note for the driver while it is not too late.
const ACCOUNTS: RangeInclusive<u32> = STOPS - 1..=STOPS;
const PASSWORD: &str = "correct horse battery";

/// What is told of the recipient of a number.
struct Person(u32);

impl Person {
    fn email(&self) -> String {
        format!("canary.mail.{:03}@example.org", self.0)
    }

    fn name(&self) -> String {
        format!("CanaryName{:03}", self.0)
    }

    fn phone(&self) -> String {
        format!("+499999887{:03}", self.0)
    }

    fn address(&self) -> String {
        format!("CanaryStreet {:03}", self.0)
    }

    fn bell(&self) -> String {
        format!("CanaryBell{:03}", self.0)
    }

    fn note(&self) -> String {
        format!("CanaryNote{:03}", self.0)
    }

    fn doorbell(&self) -> String {
        format!("CanaryDoorbell{:03}", self.0)
    }

    fn comment(&self) -> String {
        format!("CanaryComment{:03}", self.0)
    }

    fn answer(&self) -> String {
        format!("CanaryReply{:03}", self.0)
    }

    fn photo(&self) -> String {
        format!("CanaryPhoto{:03}", self.0)
    }

    fn number(&self) -> String {
        format!("CanaryParcel{:03}", self.0)
    }

    fn sender(&self) -> String {
        format!("CanaryShop{:03}", self.0)
    }

    fn lat(&self) -> f64 {
        43.700_123_7 + 0.002_7 * f64::from(self.0)
    }

    fn account(&self) -> Vec<Canary> {
        [self.email(), self.name(), self.phone()].map(Canary::text).into()
    }

    fn home(&self) -> Vec<Canary> {
        vec![Canary::text(self.address()), Canary::text(self.bell()), Canary::degrees(self.lat())]
    }

    fn parcel(&self) -> Vec<Canary> {
        [self.number(), self.sender()].map(Canary::text).into()
    }
}

/// Where the van is; nobody lives there.
const VAN_LAT: f64 = 43.712_345_6;

fn of_all(what: impl Fn(&Person) -> Vec<Canary>) -> Vec<Canary> {
    (1..=STOPS).flat_map(|number| what(&Person(number))).collect()
}

fn notes() -> Vec<Canary> {
    let words = |person: Person| [person.note(), person.doorbell()].map(Canary::text);
    ACCOUNTS.flat_map(|number| words(Person(number))).collect()
}

fn comments() -> Vec<Canary> {
    ACCOUNTS.map(|number| Canary::text(Person(number).comment())).collect()
}

fn answers() -> Vec<Canary> {
    ACCOUNTS.map(|number| Canary::text(Person(number).answer())).collect()
}

fn photos() -> Vec<Canary> {
    ACCOUNTS.map(|number| Canary::text(Person(number).photo())).collect()
}

/// A day on which everyone gets their parcel; when it was over.
async fn a_day(scene: &Scene) -> Timestamp {
    let (tour, token) = tour_under_way(scene).await;
    let token = token.as_str();
    let parcel = |number: usize| tour["stops"][number - 1]["parcels"][0]["id"].as_str().expect("an id");
    // Recipients are told at full minutes.
    scene.later(120);
    for number in ACCOUNTS {
        let person = Person(number);
        let cookie = scene.log_in(&person.email(), PASSWORD).await;
        let path = format!("/v1/parcels/{}/instruction", parcel(number as usize));
        let body = json!({ "safe_place": "garage", "note": person.note() });
        scene.ask_as(&cookie, Method::PUT, &path, &body).await;
        let path = format!("/v1/parcels/{}/access", parcel(number as usize));
        scene.ask_as(&cookie, Method::PUT, &path, &json!({ "doorbell": person.doorbell() })).await;
        let wanted = json!({ "email": ["delivered"] });
        scene.ask_as(&cookie, Method::PUT, "/v1/notifications", &wanted).await;
        let share = format!("/v1/parcels/{}/shares", parcel(number as usize));
        scene.ask_as(&cookie, Method::POST, &share, &json!({ "permission": "window" })).await;
    }
    for number in 1..=STOPS as usize {
        let done = json!({ "parcel": parcel(number), "outcome": "delivered_to_recipient" });
        tell(scene, token, "delivered", done).await;
    }
    tell(scene, token, "ended", json!({})).await;
    for number in ACCOUNTS {
        // A picture fills many pages.
        let picture = Person(number).photo().repeat(20_000).into_bytes();
        scene.keep_photo(parcel(number as usize), picture).await;
        let cookie = scene.log_in(&Person(number).email(), PASSWORD).await;
        let rating = json!({ "score": 2, "comment": Person(number).comment() });
        let path = format!("/v1/parcels/{}/rating", parcel(number as usize));
        scene.ask_as(&cookie, Method::PUT, &path, &rating).await;
        let path = format!("/v1/parcels/{}/report", parcel(number as usize));
        scene.ask_as(&cookie, Method::POST, &path, &json!({ "kind": "not_received" })).await;
        scene.ask(Method::PUT, &path, &json!({ "answer": Person(number).answer() })).await;
    }
    scene.now()
}

/// A tour of today whose driver is on the way, and the token of their phone.
async fn tour_under_way(scene: &Scene) -> (Value, String) {
    for number in ACCOUNTS {
        let person = Person(number);
        let (email, name, phone) = (person.email(), person.name(), person.phone());
        let body = json!({ "email": email, "name": name, "password": PASSWORD, "phone": phone });
        scene.ask(Method::POST, "/v1/recipients", &body).await;
    }
    let driver = scene.ask(Method::POST, "/v1/drivers", &json!({ "name": "CanaryDriver" })).await;
    let device = json!({ "driver": driver["id"], "label": "phone" });
    let device = scene.ask(Method::POST, "/v1/devices", &device).await;
    let token = device["device_token"].as_str().expect("a token").to_owned();
    let tour = scene.ask(Method::POST, "/v1/tours", &tour(scene.today(), &driver["id"])).await;
    tell(scene, &token, "started", json!({})).await;
    fix(scene, &token).await;
    (tour, token)
}

async fn fix(scene: &Scene, token: &str) {
    tell(scene, token, "fix", json!({ "lat": VAN_LAT, "lon": 7.412_345, "accuracy_m": 5 })).await;
}

fn tour(day: Date, driver: &Value) -> Value {
    let stop = |number| {
        let person = Person(number);
        json!({
            "address": person.address(),
            "note": person.bell(),
            "place": { "lat": person.lat(), "lon": 7.412_345 },
            "parcels": [{
                "tracking_number": person.number(),
                "sender": person.sender(),
                "recipient_email": ACCOUNTS.contains(&number).then(|| person.email()),
            }],
        })
    };
    json!({
        "reference": "CanaryTour",
        "day": day.to_string(),
        "driver": { "id": driver },
        "start": { "lat": 43.7, "lon": 7.412_345 },
        "stops": (1..=STOPS).map(stop).collect::<Vec<_>>(),
    })
}

async fn tell(scene: &Scene, token: &str, kind: &str, fields: Value) {
    scene.later(5);
    let now = scene.now().to_string();
    let id = format!("{:032x}", doorstep_server::secret::fresh_id());
    let mut event = json!({ "id": id, "kind": kind, "at": now });
    if let (Some(event), Value::Object(fields)) = (event.as_object_mut(), fields) {
        event.extend(fields);
    }
    let body = json!({ "sent_at": now, "events": [event] });
    let answer = scene.ask_with(token, Method::POST, "/v1/driver/events", &body).await;
    assert_eq!(answer["taken"], 1, "{kind}: {answer}");
}

fn nothing() -> Vec<&'static str> {
    Vec::new()
}

#[tokio::test]
async fn after_each_term_no_file_holds_a_trace() {
    let scene = Scene::begin().await;
    let over = a_day(&scene).await;
    let all = kinds::kept(&scene, over).await;
    for Kept { data, canaries, .. } in &all {
        let found = scene.traces(canaries).len();
        assert_eq!(found, canaries.len(), "{data:?}: a canary that is not found proves nothing");
        assert_eq!(logged(canaries), nothing(), "{data:?}");
    }
    // What counts in days goes with the day, some hours before what counts in hours.
    let (before, after) = (SignedDuration::from_hours(10), SignedDuration::from_hours(1));
    for going in all.chunk_by(|one, next| one.until == next.until) {
        let until = going[0].until;
        scene.at(until - before).await;
        for Kept { data, canaries, .. } in going {
            assert_eq!(scene.traces(canaries).len(), canaries.len(), "{data:?} is kept to the end");
        }
        scene.at(until + after).await;
        for Kept { data, canaries, .. } in going {
            assert_eq!(scene.traces(canaries), nothing(), "{data:?} is forgotten");
        }
    }
    let accounts = of_all(Person::account);
    assert_eq!(logged(&accounts), nothing());
    scene.close().await;
}

#[tokio::test]
async fn of_a_forgotten_person_no_file_holds_a_trace() {
    let scene = Scene::begin().await;
    a_day(&scene).await;
    let all = |person: &Person| {
        let told =
            [person.note(), person.photo(), person.comment(), person.answer()].map(Canary::text).into();
        [person.account(), person.home(), person.parcel(), told].into_iter().flatten().collect::<Vec<_>>()
    };
    let (first, second) = (all(&Person(STOPS)), all(&Person(STOPS - 1)));
    let (one, other) = (Person(STOPS), Person(STOPS - 1));
    assert_eq!(scene.traces(&first).len(), first.len());

    let forgotten = scene.doorstep(&["admin", "forget", &one.email()]);
    assert!(forgotten.status.success(), "{}", told(&forgotten));
    assert!(!told(&forgotten).contains("running server holds"), "{}", told(&forgotten));
    assert_eq!(scene.traces(&first), nothing());
    assert_eq!(scene.traces(&second).len(), second.len(), "another is not touched");

    let again = scene.doorstep(&["admin", "forget", &one.email()]);
    assert_eq!(again.status.code(), Some(1));
    assert!(told(&again).contains("forgotten already"), "{}", told(&again));
    let audit = scene.ask(Method::GET, "/v1/audit", &Value::Null).await.to_string();
    assert!(audit.contains("person_forgotten") && audit.contains("command"), "{audit}");

    let exported = scene.doorstep(&["admin", "export", &other.email()]);
    let exported = String::from_utf8_lossy(&exported.stdout).into_owned();
    let of_parcel = [other.number(), other.sender(), other.comment(), other.answer()];
    for told in [other.name(), other.address(), other.bell(), other.note()].into_iter().chain(of_parcel) {
        assert!(exported.contains(&told), "{told} is stored and not told: {exported}");
    }
    assert!(exported.contains(&other.phone()), "{exported}");
    assert!(exported.contains(&other.lat().to_string()), "{exported}");
    assert!(exported.contains("\"jpeg_base64\": \"Q2FuYXJ5UGhvdG8"), "the photo is told as base64");
    assert!(!exported.contains(&Person(3).address()), "an export tells nothing of others");
    scene.close().await;
}

#[tokio::test]
async fn what_is_stored_of_a_driver_is_told_by_name() {
    let scene = Scene::begin().await;
    a_day(&scene).await;
    let exported = scene.doorstep(&["admin", "export", "CanaryDriver"]);
    let text = told(&exported);
    assert!(exported.status.success(), "{text}");
    for told in ["CanaryTour", "started", &VAN_LAT.to_string(), "phone"] {
        assert!(text.contains(told), "{told} is stored and not told: {text}");
    }
    assert!(!text.contains("CanaryStreet") && !text.contains("CanaryNote"), "nothing of recipients");
    let unknown = scene.doorstep(&["admin", "export", "Nobody"]);
    assert_eq!(unknown.status.code(), Some(1));
    assert!(told(&unknown).contains("no driver is called"), "{}", told(&unknown));
    let table = scene.doorstep(&["admin", "retention", "--json"]);
    let table: Value = serde_json::from_slice(&table.stdout).expect("JSON");
    assert_eq!(table[0]["kind"], "tour_logs");
    scene.close().await;
}

fn told(output: &std::process::Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}
