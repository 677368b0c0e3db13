//! What was believed, and why: now and at any instant before, by key and by login.

use doorstep_store::EventLog as _;
use http::{Method, StatusCode};
use serde_json::{Value, json};

use super::house::{Answer, DAY, House, event_id, list, text};
use super::town::{Scene, Tour, before, tour};

impl Scene {
    fn explanation(&self, query: &str) -> String {
        format!("/v1/tours/{}/explanation{query}", self.tour.id)
    }

    async fn explained(&self, query: &str) -> Value {
        self.house.read(&self.explanation(query)).await
    }

    async fn asked(&self, query: &str) -> Answer {
        self.house.call(Method::GET, &self.explanation(query)).key(&self.house.key).send().await
    }

    /// The driver is seen before the second stop, and serves it first.
    async fn goes_to_the_second_stop(&self) {
        self.house.clock.advance_s(60);
        self.house.happens(&self.token, "fix", before(2)).await;
        self.house.clock.advance_s(60);
        self.house.happens(&self.token, "served", json!({ "stop": self.tour.stop(2) })).await;
        self.house.clock.advance_s(30);
    }
}

#[tokio::test]
async fn what_is_believed_is_explained() {
    let scene = Scene::new().await;
    scene.goes_to_the_second_stop().await;
    let told = scene.explained("").await;
    assert_eq!((&told["reference"], &told["phase"]), (&json!("T1"), &json!("underway")));
    assert_eq!(told["position"]["age_s"], 90);
    assert_eq!(told["order_is_sure"], false, "the driver just left the plan");
    assert_eq!(told["anomalies"]["out_of_order_stops"], 1);
    assert_eq!(told["arrivals"], json!({ "by": "travel_times" }));
    let [choice] = list(&told, "choices") else { panic!("one stop was chosen: {told}") };
    assert_eq!((&choice["stop"], &choice["rank"]), (&json!(scene.tour.stop(2)), &json!(1)));
    assert_eq!(choice["address"], "2 Example Street");
    let reasons: Vec<String> = list(&told, "reasons").iter().map(|reason| text(reason, "because")).collect();
    assert_eq!(reasons, ["driver_chose_another_order", "tour_started"]);

    let habits = list(&told, "habits");
    let shares: Vec<f64> = habits.iter().filter_map(|habit| habit["share"].as_f64()).collect();
    assert!((shares.iter().sum::<f64>() - 1.0).abs() < 1e-5, "{shares:?}");
    let next = |habit: &str| habits.iter().find(|known| known["habit"] == habit).map(|known| &known["next"]);
    assert_eq!(next("as_planned"), Some(&json!(scene.tour.stop(1))));
    assert_eq!(next("on_from_here"), Some(&json!(scene.tour.stop(3))));

    let whole = scene.whole().await;
    let predicted = |stop: &Value| {
        list(&whole, "stops")
            .iter()
            .find(|known| known["id"] == *stop)
            .map(|known| known["predicted"].clone())
    };
    for stop in list(&told, "remaining") {
        let here = json!({ "arrival": stop["arrival"], "from": stop["from"], "until": stop["until"] });
        assert_eq!(predicted(&stop["stop"]), Some(here), "it says what the tour says");
    }
    assert_eq!(list(&told, "remaining").len(), 2);
}

#[tokio::test]
async fn the_past_is_explained_by_what_had_been_received_then() {
    let scene = Scene::new().await;
    scene.house.clock.advance_s(30);
    let (then, before_all) = (scene.house.now(), scene.explained("").await);
    let own = scene.tour.parcel(3);
    let seen = scene.house.tracking(&scene.recipient, own).await;
    scene.goes_to_the_second_stop().await;
    let outcome = json!({ "parcel": own, "outcome": "delivered_to_neighbour" });
    scene.house.happens(&scene.token, "delivered", outcome).await;

    assert_eq!(scene.explained(&format!("?at={then}")).await, before_all);
    let with_parcel = scene.explained(&format!("?at={then}&parcel={own}")).await;
    assert_eq!(with_parcel["parcel"]["tracking"], seen, "it is what the recipient saw");
    assert_eq!(scene.explained(&format!("?at={}", scene.house.now())).await, scene.explained("").await);
}

#[tokio::test]
async fn what_a_recipient_sees_is_explained_by_rules_and_nearness() {
    let scene = Scene::new().await;
    scene.house.clock.advance_s(30);
    scene.house.happens(&scene.token, "fix", before(1)).await;
    let own = scene.tour.parcel(3);
    let told = scene.explained(&format!("?parcel={own}")).await;
    let parcel = &told["parcel"];
    let near = json!({ "all": [{ "within_stops": 10 }, { "within_duration": 1800 }] });
    assert_eq!((&parcel["id"], &parcel["rules"]["map"]), (&json!(own), &near));
    assert_eq!(parcel["rules"]["release"], "exact");
    assert_eq!(parcel["near"]["stops"], 3);
    assert!(parcel["near"]["distance_m"].as_f64().is_some_and(|metres| metres > 500.0), "{parcel}");
    assert_eq!(parcel["tracking"], scene.house.tracking(&scene.recipient, own).await);
    assert_eq!(parcel["tracking"]["map"]["state"], "open");
}

#[tokio::test]
async fn a_parcel_did_not_have_its_status_of_today_before_the_tour_began() {
    let house = House::new().await;
    let (driver, token) = house.driver("Dora").await;
    let tour = Tour::bring(&house, &tour("T1", &driver, 1, |_, _| {})).await;
    let then = house.now();
    house.clock.advance_s(60);
    house.happens(&token, "started", json!({})).await;
    let parcel = tour.parcel(1);
    let outcome = json!({ "parcel": parcel, "outcome": "delivered_to_recipient" });
    house.happens(&token, "delivered", outcome).await;
    let told = house.read(&format!("/v1/tours/{}/explanation?at={then}&parcel={parcel}", tour.id)).await;
    assert_eq!(told["phase"], "not_started");
    assert_eq!(told["parcel"]["tracking"]["status"], "in_transit");
    assert_eq!(told["parcel"]["tracking"]["map"]["hidden_because"], "tour_not_started");
}

#[tokio::test]
async fn nothing_remains_once_the_tour_ended() {
    let scene = Scene::new().await;
    scene.house.clock.advance_s(60);
    scene.house.happens(&scene.token, "ended", json!({})).await;
    let told = scene.explained("").await;
    assert_eq!((&told["phase"], &told["remaining"]), (&json!("ended"), &json!([])));
    assert!(told.get("arrivals").is_none());
    assert!(list(&told, "habits").iter().all(|habit| habit.get("next").is_none()));
}

#[tokio::test]
async fn what_does_not_fit_is_refused_with_its_place() {
    let scene = Scene::new().await;
    let other = scene.house.other_operator().await;
    let foreign = json!({ "tracking_number": "F1", "sender": "Example Shop" });
    let foreign = scene.house.call(Method::POST, "/v1/parcels").key(&other).json(&foreign).await;
    let foreign = text(&foreign.value(), "id");
    let elsewhere = json!({ "tracking_number": "E1", "sender": "Example Shop" });
    let elsewhere = text(&scene.house.post("/v1/parcels", &elsewhere).await, "id");
    let absent = event_id();
    for (query, at, code) in [
        ("?at=yesterday".to_owned(), "at", "bad_instant"),
        (format!("?at={}", scene.house.ago_s(3_600)), "at", "before_log"),
        (format!("?at={}", scene.house.ago_s(-1)), "at", "still_to_come"),
        ("?parcel=none".to_owned(), "parcel", "unknown_parcel"),
        (format!("?parcel={absent}"), "parcel", "unknown_parcel"),
        (format!("?parcel={foreign}"), "parcel", "unknown_parcel"),
        (format!("?parcel={elsewhere}"), "parcel", "unknown_parcel"),
        (format!("?at={}&parcel={foreign}", scene.house.now()), "parcel", "unknown_parcel"),
    ] {
        let answer = scene.asked(&query).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{query}");
        assert_eq!(answer.problems(), [(at.to_owned(), code.to_owned())], "{query}");
    }
    let nowhere = format!("/v1/tours/{absent}/explanation");
    let answer = scene.house.call(Method::GET, &nowhere).key(&scene.house.key).send().await;
    assert_eq!(answer.refusal(), (404, "not_found".to_owned()));
}

#[tokio::test]
async fn of_a_log_that_is_forgotten_nothing_is_told() {
    let scene = Scene::new().await;
    let then = scene.house.now();
    scene.house.clock.advance_s(60);
    scene.house.store.forget_day(DAY.parse().expect("a day")).await.expect("it is forgotten");
    assert_eq!(scene.asked(&format!("?at={then}")).await.refusal(), (410, "log_forgotten".to_owned()));
}

#[tokio::test]
async fn dispatchers_read_it_and_recipients_do_not() {
    let scene = Scene::new().await;
    let dispatcher = scene.house.dispatcher().await;
    let by_login = scene.house.call(Method::GET, &scene.explanation("")).cookie(&dispatcher).send().await;
    assert_eq!(by_login.value(), scene.explained("").await);
    let recipient =
        scene.house.call(Method::GET, &scene.explanation("")).cookie(&scene.recipient).send().await;
    assert_eq!(recipient.refusal(), (403, "wrong_role".to_owned()));
    let other = scene.house.other_operator().await;
    let both = scene.house.call(Method::GET, &scene.explanation("")).key(&other).cookie(&dispatcher);
    assert_eq!(both.send().await.refusal().0, 404, "whoever shows a key is judged by it alone");
}
