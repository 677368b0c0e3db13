//! The whole story, from a driver's code to a delivery at the safe place.

use http::{Method, StatusCode};
use serde_json::{Value, json};

use super::house::{Cookie, DAY, House, list, text};
use super::town::{LEG_S, Tour, before, tour};

const STOPS: u32 = 12;
const OWN: u32 = 12;

struct Day {
    house: House,
    tour: Tour,
    recipient: Cookie,
    /// The driver's phone, logged in by a code.
    phone: Cookie,
    /// A tracker of the same driver.
    tracker: String,
}

impl Day {
    async fn begin() -> Self {
        let house = House::new().await;
        let ring = [[7.3, 43.6], [7.5, 43.6], [7.5, 43.8], [7.3, 43.8], [7.3, 43.6]];
        let region = json!({
            "name": "Riviera", "live_from": DAY, "area": { "type": "Polygon", "coordinates": [ring] },
        });
        house.post("/v1/regions", &region).await;
        let recipient = house.recipient("ada@example.org", "Ada").await;
        let driver = text(&house.post("/v1/drivers", &json!({ "name": "Dora" })).await, "id");
        let body = tour("T1", &driver, STOPS, |number, parcel| {
            if number == OWN {
                parcel["recipient_email"] = json!("ADA@example.org");
                parcel["order"] = json!("order 1");
            }
        });
        let tour = Tour::bring(&house, &body).await;
        let phone = log_in_by_code(&house, &driver).await;
        let tracker = house.device(&driver).await;
        Self { house, tour, recipient, phone, tracker }
    }

    async fn tracking(&self) -> Value {
        self.house.tracking(&self.recipient, self.tour.parcel(OWN)).await
    }

    async fn happens(&self, kind: &str, fields: Value) {
        let body = json!({ "sent_at": self.house.now(), "events": [self.house.event(kind, fields)] });
        let call = self.house.call(Method::POST, "/v1/driver/events").cookie(&self.phone);
        let answer = call.header("sec-fetch-site", "same-origin").json(&body).await;
        assert_eq!(answer.value()["taken"], 1, "{kind}: {}", answer.text());
    }

    async fn driver_tour(&self) -> Value {
        let answer = self.house.call(Method::GET, "/v1/driver/tour").cookie(&self.phone).send().await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
        answer.value()
    }

    /// Drives to a stop and serves it.
    async fn serve(&self, number: u32) {
        self.drive_to(number).await;
        self.happens("arrived", json!({ "stop": self.tour.stop(number) })).await;
        self.house.clock.advance_s(LEG_S);
        let parcel = json!({ "parcel": self.tour.parcel(number), "outcome": "delivered_to_recipient" });
        self.happens("delivered", parcel).await;
    }

    async fn drive_to(&self, number: u32) {
        self.house.clock.advance_s(LEG_S);
        let mut position = before(number);
        position["_type"] = json!("location");
        position["tst"] = json!(self.house.now().parse::<jiff::Timestamp>().expect("an instant").as_second());
        let call = self.house.call(Method::POST, "/ingest/owntracks").key(&self.tracker);
        let answer = call.json(&position).await;
        assert_eq!((answer.status, answer.text().as_str()), (StatusCode::OK, "[]"));
    }

    async fn instruct(&self, safe_place: &str) -> (StatusCode, Value) {
        let path = format!("/v1/parcels/{}/instruction", self.tour.parcel(OWN));
        let call = self.house.call(Method::PUT, &path).cookie(&self.recipient);
        let answer = call.json(&json!({ "safe_place": safe_place, "note": "under the bench" })).await;
        (answer.status, answer.value())
    }
}

async fn log_in_by_code(house: &House, driver: &str) -> Cookie {
    let code = house.post(&format!("/v1/drivers/{driver}/codes"), &json!({})).await;
    let typed = text(&code, "code").to_lowercase().replace('-', " ");
    let body = json!({ "code": typed, "label": "Dora's phone" });
    let answer = house.call(Method::POST, "/v1/driver/session").json(&body).await;
    assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text());
    assert_eq!(answer.value()["driver"]["name"], "Dora");
    assert_eq!(answer.value()["operator"]["name"], "Example Express");
    let again = house.call(Method::POST, "/v1/driver/session").json(&body).await;
    assert_eq!(again.refusal(), (401, "wrong_code".to_owned()), "a code is good once");
    answer.cookie()
}

fn own_stop(answer: &Value) -> &Value {
    list(&answer["tour"], "stops")
        .iter()
        .find(|stop| stop["address"] == "12 Example Street")
        .expect("the stop")
}

#[tokio::test]
async fn the_map_opens_counts_down_and_ends_with_a_delivery() {
    let day = Day::begin().await;
    let waiting = day.driver_tour().await;
    assert_eq!((&waiting["tour"]["phase"], &waiting["tour"]["watchers"]), (&json!("not_started"), &json!(0)));
    let seen = day.tracking().await;
    assert_eq!(seen["map"], json!({ "state": "hidden", "hidden_because": "tour_not_started" }));
    assert_eq!(seen["status"], "in_transit");

    day.happens("started", json!({})).await;
    day.drive_to(1).await;
    let seen = day.tracking().await;
    assert_eq!(seen["map"], json!({ "state": "hidden", "hidden_because": "too_far" }));
    assert_eq!(seen["status"], "out_for_delivery");
    assert!(seen.get("position").is_none() && seen.get("remaining_stop_count").is_none(), "{seen}");

    for number in 1..OWN {
        day.serve(number).await;
        let seen = day.tracking().await;
        let left = OWN - number;
        if left > 10 {
            assert_eq!(seen["map"]["hidden_because"], "too_far", "{left} left");
            continue;
        }
        assert_eq!(seen["map"], json!({ "state": "open", "release": "exact" }), "{left} left: {seen}");
        assert_eq!(seen["remaining_stop_count"], left);
        let lat = before(number)["lat"].as_f64().expect("a latitude");
        assert!((seen["position"]["lat"].as_f64().expect("a position") - lat).abs() < 1e-5);
    }

    day.drive_to(OWN).await;
    day.happens("arrived", json!({ "stop": day.tour.stop(OWN) })).await;
    assert_eq!(day.tracking().await["remaining_stop_count"], 1);
    day.happens("delivered", json!({ "parcel": day.tour.parcel(OWN), "outcome": "delivered_to_safe_place" }))
        .await;
    let seen = day.tracking().await;
    assert_eq!(
        (&seen["status"], &seen["outcome"]["outcome"]),
        (&json!("delivered"), &json!("delivered_to_safe_place"))
    );
    assert_eq!(seen["map"], json!({ "state": "hidden", "hidden_because": "delivered" }));
    assert!(seen.get("position").is_none() && seen.get("remaining_stop_count").is_none(), "{seen}");

    day.happens("ended", json!({})).await;
    assert!(day.driver_tour().await.get("tour").is_none(), "the day is done");
    let whole = day.house.read(&format!("/v1/tours/{}", day.tour.id)).await;
    assert_eq!(whole["phase"], "ended");
    assert!(list(&whole, "stops").iter().all(|stop| stop["state"] == "served" && stop["evidence"] == "told"));
}

#[tokio::test]
async fn the_driver_sees_a_safe_place_at_once_and_nobody_changes_it_at_the_door() {
    let day = Day::begin().await;
    day.house.clock.advance_s(60);
    let (status, told) = day.instruct("garage").await;
    assert_eq!(status, StatusCode::OK);
    assert_eq!(told["instruction"], json!({ "safe_place": "garage", "note": "under the bench" }));
    let seen = day.driver_tour().await;
    let parcel = &own_stop(&seen)["parcels"][0];
    assert_eq!(parcel["instruction"]["safe_place"], "garage");
    assert_eq!(parcel["recipient"], "Ada");

    day.happens("started", json!({})).await;
    day.house.clock.advance_s(1);
    assert_eq!(day.instruct("shed").await.0, StatusCode::OK);
    assert_eq!(own_stop(&day.driver_tour().await)["parcels"][0]["instruction"]["safe_place"], "shed");
    assert_eq!(day.tracking().await["instruction"]["safe_place"], "shed");
    let path = format!("/v1/parcels/{}/instruction", day.tour.parcel(OWN));
    day.house.clock.advance_s(1);
    let taken_back = day.house.call(Method::DELETE, &path).cookie(&day.recipient).send().await;
    assert_eq!(taken_back.status, StatusCode::NO_CONTENT);
    assert!(own_stop(&day.driver_tour().await)["parcels"][0].get("instruction").is_none());

    day.house.clock.advance_s(1);
    assert_eq!(day.instruct("reception").await.0, StatusCode::OK);
    day.drive_to(OWN).await;
    day.happens("arrived", json!({ "stop": day.tour.stop(OWN) })).await;
    let (status, problem) = day.instruct("mailbox").await;
    assert_eq!((status, &problem["code"]), (StatusCode::CONFLICT, &json!("too_late")));
    assert_eq!(day.tracking().await["instruction"]["safe_place"], "reception");
    assert_eq!(day.tracking().await["instruction_open"], false);
}

#[tokio::test]
async fn a_recipient_finds_their_orders_and_says_what_they_want_to_be_told() {
    let day = Day::begin().await;
    let number = |number: &str, order: Option<&str>| {
        let mut parcel = json!({
            "tracking_number": number, "sender": "Example Shop", "recipient_email": "ada@example.org", "day": DAY,
            "carrier": { "carrier": "other", "name": "Another carrier", "status_at": day.house.now() },
            "status": "in_transit",
        });
        if let Some(order) = order {
            parcel["order"] = json!(order);
        }
        parcel
    };
    let body = json!({ "parcels": [number("X1", Some("order 1")), number("X2", None)] });
    day.house.post("/v1/parcels", &body).await;
    let answer = day.house.call(Method::GET, "/v1/orders").cookie(&day.recipient).send().await;
    let orders = answer.value();
    let mut parcels: Vec<Vec<String>> = list(&orders, "orders")
        .iter()
        .map(|order| list(order, "parcels").iter().map(|parcel| text(parcel, "tracking_number")).collect())
        .collect();
    for numbers in &mut parcels {
        numbers.sort();
    }
    parcels.sort();
    assert_eq!(parcels, [vec!["T1-12", "X1"], vec!["X2"]]);
    let with_order = list(&orders, "orders").iter().filter(|order| order.get("order").is_some()).count();
    assert_eq!(with_order, 1);

    let path = "/v1/notifications";
    let read = || async { day.house.call(Method::GET, path).cookie(&day.recipient).send().await.value() };
    assert_eq!(read().await, json!({ "email": [], "push": [] }));
    let body = json!({ "email": ["delivered", "map_open", "delivered"] });
    let set = day.house.call(Method::PUT, path).cookie(&day.recipient).json(&body).await;
    let kept = json!({ "email": ["map_open", "delivered"], "push": [] });
    assert_eq!((set.value(), read().await), (kept.clone(), kept));
    let bad =
        day.house.call(Method::PUT, path).cookie(&day.recipient).json(&json!({ "email": ["spam"] })).await;
    assert_eq!(bad.problems(), [("email[0]".to_owned(), "unknown_word".to_owned())]);
}
