//! Tours: travel times by the roads, changes on the way, and the whole truth for the operator.

use std::path::Path;
use std::sync::Arc;

use doorstep_roads::{Profile, RoadNetwork};
use http::{Method, StatusCode};
use serde_json::{Value, json};

use super::house::{DAY, House, event_id, list, text};
use super::town::{Scene, Tour, parcel, place, stop, tour};

fn with_roads(parts: &mut doorstep_server::Parts) {
    let extract = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../demo/monaco.osm.pbf");
    let network = RoadNetwork::build(&extract, &Profile::default()).expect("the demo has roads");
    parts.roads = Some(Arc::new(network));
}

fn arrivals(whole: &Value) -> Vec<i64> {
    let at = |stop: &Value| {
        text(stop, "planned_arrival").parse::<jiff::Timestamp>().expect("an instant").as_second()
    };
    list(whole, "stops").iter().map(at).collect()
}

#[tokio::test]
async fn the_roads_tell_travel_times_and_planned_arrivals_follow() {
    let house = House::with(with_roads).await;
    let (driver, _) = house.driver("Dora").await;
    let spread = |number: u32, factor: f64| (f64::from(number) * factor).fract();
    for stops in [8, 60] {
        let stop = |number: u32| {
            let (lat, lon) = (43.732 + 0.012 * spread(number, 0.618), 7.415 + 0.015 * spread(number, 0.754));
            json!({ "address": "Monaco", "place": { "lat": lat, "lon": lon }, "service_s": 90, "parcels": [] })
        };
        let body = json!({
            "reference": format!("M{stops}"), "day": DAY, "driver": { "id": driver },
            "start": { "lat": 43.7384, "lon": 7.4246, "at": "2026-11-24T08:10:00Z" },
            "stops": (1..=stops).map(stop).collect::<Vec<_>>(),
        });
        let id = text(&house.post("/v1/tours", &body).await, "id");
        let arrivals = arrivals(&house.read(&format!("/v1/tours/{id}")).await);
        assert_eq!(arrivals.len(), usize::try_from(stops).expect("few stops"));
        assert!(arrivals.is_sorted());
        let legs: Vec<i64> = arrivals.array_windows().map(|[a, b]| b - a - 90).collect();
        assert!(legs.iter().all(|leg| (0..1800).contains(leg)), "{legs:?}");
        assert!(
            legs.iter().sum::<i64>() > 60 * i64::from(stops) / 2,
            "they are driven, not guessed: {legs:?}"
        );
    }
}

#[tokio::test]
async fn what_the_planner_told_stays() {
    let house = House::new().await;
    let (driver, _) = house.driver("Dora").await;
    let mut body = tour("T1", &driver, 3, |_, _| {});
    body["stops"][1]["planned_arrival"] = json!("2026-11-24T09:00:00Z");
    let tour = Tour::bring(&house, &body).await;
    let whole = house.read(&format!("/v1/tours/{}", tour.id)).await;
    let planned: Vec<String> =
        list(&whole, "stops").iter().map(|stop| text(stop, "planned_arrival")).collect();
    assert_eq!(planned, ["2026-11-24T08:11:00Z", "2026-11-24T09:00:00Z", "2026-11-24T09:02:00Z"]);
}

impl Scene {
    /// Tells something as the operator; gives what became of it.
    async fn operator_says(&self, kind: &str, fields: Value) -> Value {
        self.house.clock.advance_s(1);
        self.operator_sends(self.house.event(kind, fields)).await
    }

    async fn operator_sends(&self, event: Value) -> Value {
        let path = format!("/v1/tours/{}/events", self.tour.id);
        let answer = self.house.post(&path, &json!({ "sent_at": self.house.now(), "events": [event] })).await;
        answer["results"][0].clone()
    }

    /// The tour without what moves with the clock, and all parcels.
    async fn essence(&self) -> (Value, Value) {
        let mut whole = self.whole().await;
        for stop in whole["stops"].as_array_mut().expect("stops") {
            stop.as_object_mut().expect("a stop").remove("predicted");
        }
        (whole, self.house.read("/v1/parcels").await)
    }

    async fn addresses(&self) -> Vec<String> {
        list(&self.whole().await, "stops").iter().map(|stop| text(stop, "address")).collect()
    }
}

#[tokio::test]
async fn stops_are_added_moved_resequenced_and_removed_on_the_way() {
    let scene = Scene::new().await;
    scene.house.clock.advance_s(60);
    let added = json!({ "after": scene.tour.stop(1), "stops": [stop(7, &parcel("N", 7))] });
    let event = scene.house.event("stops_added", added);
    assert_eq!(scene.operator_sends(event.clone()).await["result"], "taken");
    let expected = ["1 Example Street", "7 Example Street", "2 Example Street", "3 Example Street"];
    assert_eq!(scene.addresses().await, expected);
    let parcels = list(&scene.house.read("/v1/parcels").await, "parcels").len();
    assert_eq!(scene.operator_sends(event).await["result"], "doubled");
    assert_eq!(
        list(&scene.house.read("/v1/parcels").await, "parcels").len(),
        parcels,
        "nothing is added twice"
    );

    let whole = scene.whole().await;
    let new = text(&whole["stops"][1], "id");
    let new_parcel = text(&whole["stops"][1]["parcels"][0], "id");
    assert_eq!(scene.house.read(&format!("/v1/parcels/{new_parcel}")).await["on_tour"]["stop"], new);
    let order = json!({ "order": [scene.tour.stop(3), new] });
    assert_eq!(scene.operator_says("resequenced", order).await["result"], "taken");
    assert_eq!(scene.addresses().await.first().map(String::as_str), Some("3 Example Street"));
    let moved = json!({ "stop": new, "place": place(9) });
    assert_eq!(scene.operator_says("stop_moved", moved).await["result"], "taken");
    let moved = json!({ "parcel": new_parcel, "stop": scene.tour.stop(2) });
    assert_eq!(scene.operator_says("parcel_moved", moved).await["result"], "taken");
    assert_eq!(scene.operator_says("stops_removed", json!({ "stops": [new] })).await["result"], "taken");
    assert_eq!(scene.addresses().await.len(), 3);
    let parcel = scene.house.read(&format!("/v1/parcels/{new_parcel}")).await;
    assert_eq!(
        parcel["on_tour"]["stop"],
        scene.tour.stop(2),
        "it went to another stop before its own was removed"
    );
}

#[tokio::test]
async fn changes_of_one_instant_are_made_in_the_order_of_their_batch() {
    let scene = Scene::new().await;
    scene.house.clock.advance_s(60);
    let orders = [[2, 1, 3], [3, 2, 1], [1, 3, 2], [2, 3, 1], [3, 1, 2], [2, 1, 3], [3, 2, 1]];
    let event = |order: [u32; 3]| {
        scene.house.event("resequenced", json!({ "order": order.map(|number| scene.tour.stop(number)) }))
    };
    let path = format!("/v1/tours/{}/events", scene.tour.id);
    let answer = scene.house.post(&path, &json!({ "events": orders.map(event) })).await;
    assert_eq!(answer["taken"], orders.len());
    assert_eq!(scene.addresses().await, ["3 Example Street", "2 Example Street", "1 Example Street"]);
}

#[tokio::test]
async fn a_change_that_cannot_be_made_leaves_nothing_behind() {
    let scene = Scene::new().await;
    let before = scene.essence().await;
    let taken = json!({ "stops": [stop(7, &parcel("T1", 1))] });
    let nobody = {
        let mut parcel = parcel("N", 7);
        parcel["recipient_email"] = json!("nobody@example.org");
        json!({ "stops": [stop(7, &parcel)] })
    };
    let plan = |stop: Value| json!({ "stops": [stop] });
    let known = json!({ "id": scene.tour.stop(1), "address": "x", "place": place(1) });
    let foreign = json!({ "id": event_id(), "address": "x", "place": place(1) });
    for (kind, fields, code) in [
        ("stops_added", json!({ "after": event_id(), "stops": [stop(7, &parcel("N", 7))] }), "unknown_stop"),
        ("stops_added", taken, "tracking_number_taken"),
        ("stops_added", nobody, "unknown_recipient"),
        ("stops_added", json!({ "stops": [] }), "no_stops"),
        ("stops_added", plan(known.clone()), "unexpected_id"),
        ("parcels_added", json!({ "stop": scene.tour.stop(1), "parcels": [event_id()] }), "unknown_parcel"),
        ("handed_over", json!({ "driver": event_id() }), "unknown_driver"),
        ("handed_over", json!({}), "missing"),
        ("planned", json!({ "stops": [known, foreign] }), "unknown_stop"),
        ("planned", json!({ "stops": [] }), "no_stops"),
        (
            "planned",
            {
                let twice = json!({ "id": scene.tour.stop(1), "address": "x", "place": place(1) });
                json!({ "stops": [twice.clone(), twice] })
            },
            "doubled_stop",
        ),
    ] {
        let result = scene.operator_says(kind, fields.clone()).await;
        assert_eq!(
            (&result["result"], &result["code"]),
            (&json!("refused"), &json!(code)),
            "{kind} {fields}"
        );
    }
    assert_eq!(scene.essence().await, before);
}

#[tokio::test]
async fn a_tour_is_planned_anew_with_stops_it_had_and_new_ones() {
    let scene = Scene::new().await;
    scene.house.clock.advance_s(60);
    let known = |number: u32| {
        json!({
            "id": scene.tour.stop(number), "address": format!("{number} Example Street"), "place": place(number),
            "parcels": [{ "id": scene.tour.parcel(number) }],
        })
    };
    let event =
        scene.house.event("planned", json!({ "stops": [known(3), stop(8, &parcel("N", 8)), known(1)] }));
    let result = scene.operator_sends(event.clone()).await;
    assert_eq!(result["result"], "taken", "{result}");
    assert_eq!(scene.addresses().await, ["3 Example Street", "8 Example Street", "1 Example Street"]);
    let whole = scene.whole().await;
    assert_eq!(
        (text(&whole["stops"][0], "id"), text(&whole, "phase")),
        (scene.tour.stop(3).to_owned(), "underway".to_owned())
    );
    assert_eq!(scene.operator_sends(event).await["result"], "doubled");
    assert_eq!(scene.whole().await, whole);
}

#[tokio::test]
async fn another_driver_goes_on_and_the_one_before_is_out() {
    let scene = Scene::new().await;
    let (otto, phone) = scene.house.driver("Otto").await;
    let path = format!("/v1/tours/{}", scene.tour.id);
    scene.house.clock.advance_s(60);
    let answer = scene.house.ask(Method::PATCH, &path, &json!({ "driver": otto })).await;
    assert_eq!(answer["driver"], json!({ "id": otto, "name": "Otto" }));
    scene.house.clock.advance_s(60);
    let event = || scene.house.event("arrived", json!({ "stop": scene.tour.stop(1) }));
    let before = scene.house.tell(&scene.token, vec![event()]).await;
    assert_eq!(before["results"][0]["code"], "no_tour", "{before}");
    assert_eq!(scene.house.tell(&phone, vec![event()]).await["taken"], 1);
    let mine = scene.house.call(Method::GET, "/v1/driver/tour").key(&scene.token).send().await;
    assert!(mine.value().get("tour").is_none());
    let theirs = scene.house.call(Method::GET, "/v1/driver/tour").key(&phone).send().await;
    assert_eq!(theirs.value()["tour"]["id"], scene.tour.id);

    scene.house.happens(&phone, "ended", json!({})).await;
    let answer =
        scene.house.call(Method::PATCH, &path).key(&scene.house.key).json(&json!({ "driver": otto })).await;
    assert_eq!(answer.refusal(), (409, "tour_ended".to_owned()));
    let unknown = scene
        .house
        .call(Method::PATCH, &path)
        .key(&scene.house.key)
        .json(&json!({ "driver": event_id() }))
        .await;
    assert_eq!(unknown.problems(), [("driver".to_owned(), "unknown_driver".to_owned())]);
}

#[tokio::test]
async fn a_driver_who_comes_with_a_name_is_new_or_renamed() {
    let house = House::new().await;
    let id = event_id();
    for (reference, name) in [("T1", "Dora"), ("T2", "Dora D.")] {
        let mut body = tour(reference, &id, 1, |_, _| {});
        body["driver"]["name"] = json!(name);
        let tour = Tour::bring(&house, &body).await;
        let whole = house.read(&format!("/v1/tours/{}", tour.id)).await;
        assert_eq!(whole["driver"], json!({ "id": id, "name": name }));
    }
    let other = house.other_operator().await;
    let mut theirs = tour("T1", &id, 1, |_, _| {});
    theirs["driver"]["name"] = json!("mine now");
    let answer = house.call(Method::POST, "/v1/tours").key(&other).json(&theirs).await;
    assert_eq!(answer.problems(), [("driver.id".to_owned(), "unknown_driver".to_owned())]);
}

#[tokio::test]
async fn the_operator_sees_how_everything_is_known() {
    let scene = Scene::new().await;
    scene.house.clock.advance_s(60);
    scene.house.happens(&scene.token, "arrived", json!({ "stop": scene.tour.stop(2) })).await;
    scene.house.clock.advance_s(60);
    scene.house.happens(&scene.token, "served", json!({ "stop": scene.tour.stop(2) })).await;
    scene.house.clock.advance_s(1);
    scene.house.happens(&scene.token, "skipped", json!({ "stop": scene.tour.stop(1) })).await;
    let outside = json!({ "lat": 43.7, "lon": 7.4, "accuracy_m": 5000 });
    scene.house.happens(&scene.token, "fix", outside).await;
    let whole = scene.whole().await;
    let stop = |number: u32| {
        let id = scene.tour.stop(number);
        list(&whole, "stops").iter().find(|stop| stop["id"] == id).expect("a stop").clone()
    };
    let served = stop(2);
    assert_eq!((&served["state"], &served["evidence"]), (&json!("served"), &json!("told")));
    assert_eq!(
        (text(&served, "arrived_at"), text(&served, "done_at")),
        (scene.house.ago_s(61), scene.house.ago_s(1))
    );
    assert_eq!((&stop(1)["state"], stop(1).get("predicted")), (&json!("skipped"), None));
    assert!(stop(3).get("predicted").is_some());
    assert_eq!(whole["anomalies"]["out_of_order_stops"], 1);
    assert_eq!(whole["anomalies"]["inaccurate_fixes"], 1);
    let wrong_tour =
        scene.house.call(Method::GET, &format!("/v1/tours/{}", event_id())).key(&scene.house.key);
    assert_eq!(wrong_tour.send().await.status, StatusCode::NOT_FOUND);
}
