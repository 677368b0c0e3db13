//! Tours that planners, phones and people get wrong: each is taken, and what is wrong has a name for the dispatcher and
//! an honest answer for the recipient.

use http::{Method, StatusCode};
use serde_json::{Value, json};

use super::house::{Cookie, DAY, House, list, text};
use super::town::{Scene, Tour, before, place, tour};

/// A server with a tour of four stops whose last one is Ada's; of the third one only the address is known.
struct Held {
    house: House,
    tour: Tour,
    token: String,
    /// The recipient at the stop without a place, and the one behind it.
    bea: Cookie,
    ada: Cookie,
}

impl Held {
    async fn new() -> Self {
        let house = House::new().await;
        let (bea, ada) = (
            house.recipient("bea@example.org", "Bea").await,
            house.recipient("ada@example.org", "Ada").await,
        );
        let (driver, token) = house.driver("Dora").await;
        let mut body = tour("T1", &driver, 4, |number, parcel| match number {
            3 => parcel["recipient_email"] = json!("bea@example.org"),
            4 => parcel["recipient_email"] = json!("ada@example.org"),
            _ => {}
        });
        body["stops"][2].as_object_mut().expect("a stop").remove("place");
        let tour = Tour::bring(&house, &body).await;
        house.post("/v1/regions", &around_the_street()).await;
        Self { house, tour, token, bea, ada }
    }

    async fn start(&self) {
        self.house.happens(&self.token, "started", json!({})).await;
        self.house.happens(&self.token, "fix", before(1)).await;
    }

    async fn seen(&self, who: &Cookie, number: u32) -> Value {
        self.house.tracking(who, self.tour.parcel(number)).await
    }

    async fn third(&self) -> Value {
        let whole = self.house.read(&format!("/v1/tours/{}", self.tour.id)).await;
        list(&whole, "stops").iter().find(|stop| stop["id"] == self.tour.stop(3)).expect("the stop").clone()
    }

    async fn without_place(&self) -> u64 {
        anomaly(&self.house, &self.tour, "stops_without_place").await
    }
}

/// The live map is offered along the whole street.
fn around_the_street() -> Value {
    let ring = [[7.0, 43.0], [8.0, 43.0], [8.0, 44.0], [7.0, 44.0], [7.0, 43.0]];
    let area = json!({ "type": "Polygon", "coordinates": [ring] });
    json!({ "name": "Street", "live_from": DAY, "area": area })
}

async fn anomaly(house: &House, tour: &Tour, kind: &str) -> u64 {
    let whole = house.read(&format!("/v1/tours/{}", tour.id)).await;
    whole["anomalies"][kind].as_u64().unwrap_or_else(|| panic!("{kind} is not counted in {whole}"))
}

async fn page(house: &House, who: &Cookie, path: &str, language: &str) -> String {
    let answer = house.call(Method::GET, path).cookie(who).header("accept-language", language).send().await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
    answer.text()
}

#[tokio::test]
async fn a_stop_without_a_place_is_taken_and_held_back() {
    let held = Held::new().await;
    let third = held.third().await;
    assert_eq!((&third["state"], &third["address"]), (&json!("place_unknown"), &json!("3 Example Street")));
    assert!(third.get("place").is_none() && third.get("predicted").is_none(), "{third}");
    held.start().await;
    held.house.clock.advance_s(60);
    assert_eq!(held.without_place().await, 1);
    let seen = held.seen(&held.bea, 3).await;
    assert_eq!(seen["map"], json!({ "state": "hidden", "hidden_because": "place_unknown" }));
    assert_eq!(seen["status"], "out_for_delivery");
    for absent in ["forecast", "remaining_stop_count", "position"] {
        assert!(seen.get(absent).is_none(), "{absent}: {seen}");
    }
    assert_eq!(held.seen(&held.ada, 4).await["remaining_stop_count"], 3, "only what is foretold is counted");
}

#[tokio::test]
async fn people_are_told_in_their_words_that_a_place_is_not_known() {
    let held = Held::new().await;
    held.start().await;
    held.house.clock.advance_s(60);
    let own = format!("/parcels/{}", held.tour.parcel(3));
    let of_tour = format!("/dispatch/tours/{}", held.tour.id);
    let dispatcher = held.house.dispatcher().await;
    for (language, recipients, dispatchers) in [
        ("en", "Your address is not on our map yet", ["Held back", "Stops without a place: 1"]),
        ("de", "Ihre Adresse steht noch nicht auf unserer Karte", ["Zurückgehalten", "Stopps ohne Ort: 1"]),
    ] {
        let told = page(&held.house, &held.bea, &own, language).await;
        assert!(told.contains(recipients), "{told}");
        let told = page(&held.house, &dispatcher, &of_tour, language).await;
        for words in dispatchers {
            assert!(told.contains(words), "{words}: {told}");
        }
        assert!(told.contains("<li>3 Example Street</li>"), "{told}");
    }
}

#[tokio::test]
async fn a_place_that_is_told_later_mends_the_stop_and_its_parcels() {
    let held = Held::new().await;
    held.start().await;
    let moved = held.house.event("stop_moved", json!({ "stop": held.tour.stop(3), "place": place(3) }));
    let answer =
        held.house.post(&format!("/v1/tours/{}/events", held.tour.id), &json!({ "events": [moved] })).await;
    assert_eq!(answer["taken"], 1, "{answer}");
    let third = held.third().await;
    assert_eq!((&third["state"], &third["place"]), (&json!("remaining"), &place(3)));
    assert!(third.get("predicted").is_some(), "{third}");
    assert_eq!(held.without_place().await, 0);
    let seen = held.seen(&held.bea, 3).await;
    assert_eq!((&seen["map"]["state"], &seen["remaining_stop_count"]), (&json!("open"), &json!(3)), "{seen}");
    let behind = held.seen(&held.ada, 4).await;
    assert_eq!(behind["remaining_stop_count"], 4);
    assert_eq!(behind["reasons"][0]["because"], "stops_added_before");
}

#[tokio::test]
async fn a_driver_who_finds_the_door_serves_it() {
    let held = Held::new().await;
    held.start().await;
    let told = held.house.call(Method::GET, "/v1/driver/tour").key(&held.token).send().await.value();
    let shown = &told["tour"]["stops"][2];
    assert_eq!((&shown["state"], &shown["address"]), (&json!("remaining"), &json!("3 Example Street")));
    assert!(shown.get("place").is_none(), "{shown}");
    held.house.happens(&held.token, "arrived", json!({ "stop": held.tour.stop(3) })).await;
    held.house.clock.advance_s(60);
    assert!(held.seen(&held.bea, 3).await.get("arrived_at").is_some());
    let parcel = json!({ "parcel": held.tour.parcel(3), "outcome": "delivered_to_recipient" });
    held.house.happens(&held.token, "delivered", parcel).await;
    assert_eq!(held.seen(&held.bea, 3).await["status"], "delivered");
    assert_eq!((&held.third().await["state"], held.without_place().await), (&json!("served"), 0));
}

#[tokio::test]
async fn a_plan_after_the_start_is_named_and_keeps_what_is_done() {
    let scene = Scene::new().await;
    scene.house.happens(&scene.token, "served", json!({ "stop": scene.tour.stop(1) })).await;
    scene.house.clock.advance_s(10);
    let stop = |number: u32| {
        let parcels = [json!({ "id": scene.tour.parcel(number) })];
        json!({ "id": scene.tour.stop(number), "address": format!("{number} Example Street"), "place": place(number), "parcels": parcels })
    };
    let plan = scene.house.event("planned", json!({ "stops": [stop(1), stop(3), stop(2)] }));
    let path = format!("/v1/tours/{}/events", scene.tour.id);
    assert_eq!(scene.house.post(&path, &json!({ "events": [plan] })).await["taken"], 1);
    let states: Vec<String> =
        list(&scene.whole().await, "stops").iter().map(|stop| text(stop, "state")).collect();
    assert_eq!(states, ["served", "remaining", "remaining"]);
    assert_eq!(anomaly(&scene.house, &scene.tour, "plans_after_start").await, 1);
    let seen = scene.house.tracking(&scene.recipient, scene.tour.parcel(3)).await;
    assert_eq!(
        (&seen["remaining_stop_count"], &seen["reasons"][0]["because"]),
        (&json!(1), &json!("resequenced"))
    );
}

#[tokio::test]
async fn two_vans_on_one_tour_are_named_and_none_is_shown() {
    let scene = Scene::new().await;
    for nth in 0..12 {
        scene.house.clock.advance_s(5);
        scene.house.happens(&scene.token, "fix", before(if nth % 2 == 0 { 1 } else { 40 })).await;
    }
    assert!(anomaly(&scene.house, &scene.tour, "alternating_fixes").await >= 3);
    let seen = scene.house.tracking(&scene.recipient, scene.tour.parcel(3)).await;
    assert_eq!(seen["map"], json!({ "state": "hidden", "hidden_because": "position_doubtful" }));
    assert!(seen.get("position").is_none(), "{seen}");
    let own = format!("/parcels/{}", scene.tour.parcel(3));
    let told = page(&scene.house, &scene.recipient, &own, "de").await;
    assert!(told.contains("Seine Standorte widersprechen sich"), "{told}");
}

#[tokio::test]
async fn fixes_from_another_continent_are_named_and_change_nothing() {
    let scene = Scene::new().await;
    let before_it = scene.house.tracking(&scene.recipient, scene.tour.parcel(3)).await;
    scene.house.happens(&scene.token, "fix", json!({ "lat": -33.87, "lon": 151.21, "accuracy_m": 5 })).await;
    assert_eq!(anomaly(&scene.house, &scene.tour, "far_fixes").await, 1);
    assert!(scene.whole().await.get("position").is_none());
    assert_eq!(scene.house.tracking(&scene.recipient, scene.tour.parcel(3)).await, before_it);
}

#[tokio::test]
async fn travel_times_in_minutes_are_named_and_plan_nothing() {
    let house = House::new().await;
    let (driver, _) = house.driver("Dora").await;
    let mut body = tour("T1", &driver, 3, |_, _| {});
    let minutes = |from: i64| (0..=3).map(|to: i64| (from - to).abs()).collect::<Vec<i64>>();
    body["travel_s"] = json!((0..=3).map(minutes).collect::<Vec<_>>());
    let tour = Tour::bring(&house, &body).await;
    assert_eq!(anomaly(&house, &tour, "doubtful_travel_times").await, 1);
    let whole = house.read(&format!("/v1/tours/{}", tour.id)).await;
    assert!(list(&whole, "stops").iter().all(|stop| stop.get("planned_arrival").is_none()), "{whole}");
}

#[tokio::test]
async fn a_tour_in_the_night_in_which_clocks_are_set_back_tells_the_two_hours_apart() {
    let house = House::new().await;
    // From the morning of 24 November 2026 to two in the morning of 31 October 2027, by summer time.
    house.clock.advance_s(340 * 86_400 + 16 * 3_600);
    assert_eq!(house.now(), "2027-10-31T00:00:00Z");
    let recipient = house.recipient("ada@example.org", "Ada").await;
    let (driver, token) = house.driver("Dora").await;
    let mut body = tour("T1", &driver, 1, |_, parcel| parcel["recipient_email"] = json!("ada@example.org"));
    body["day"] = json!("2027-10-31");
    body["start"]["at"] = json!("2027-10-31T00:05:00Z");
    body["stops"][0]["window"] = json!({ "from": "2027-10-31T00:30:00Z", "until": "2027-10-31T01:30:00Z" });
    let tour = Tour::bring(&house, &body).await;
    let own = format!("/parcels/{}", tour.parcel(1));
    let told = page(&house, &recipient, &own, "en").await;
    assert!(told.contains("02:30 CEST") && told.contains("02:30 CET"), "{told}");
    house.clock.advance_s(3_600 + 600);
    house.happens(&token, "started", json!({})).await;
    house.happens(&token, "fix", before(1)).await;
    let seen = house.tracking(&recipient, tour.parcel(1)).await;
    assert_eq!((&seen["status"], &seen["map"]["state"]), (&json!("out_for_delivery"), &json!("open")));
    let parcel = json!({ "parcel": tour.parcel(1), "outcome": "delivered_to_recipient" });
    house.happens(&token, "delivered", parcel).await;
    let told = page(&house, &recipient, &own, "en").await;
    assert!(told.contains("02:10 CET") && !told.contains("02:10 CEST"), "{told}");
}
