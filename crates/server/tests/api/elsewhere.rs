//! Parcels that their recipients have brought on another day, or to a pick-up point.

use http::{Method, StatusCode};
use serde_json::{Value, json};

use super::house::{Answer, Cookie, DAY, House, list, text};
use super::town::{Tour, place, tour};

/// A tour of four stops that has not started; the parcel of the third is Ada's.
struct Waiting {
    house: House,
    recipient: Cookie,
    driver: String,
    token: String,
    tour: Tour,
    /// Three points along the street, the nearest to the third stop first.
    points: Vec<String>,
}

const NEXT_DAY: &str = "2026-11-25";
const SUNDAY: &str = "2026-11-29";

impl Waiting {
    async fn new() -> Self {
        let house = House::new().await;
        let rules = json!({ "days_ahead": 7, "release": "exact" });
        house.ask(Method::PUT, "/v1/visibility", &rules).await;
        let recipient = house.recipient("ada@example.org", "Ada").await;
        let (driver, token) = house.driver("Dora").await;
        let plan = tour("T1", &driver, 4, |number, parcel| {
            if number == 3 {
                parcel["recipient_email"] = json!("ada@example.org");
            }
        });
        let tour = Tour::bring(&house, &plan).await;
        let mut points = Vec::new();
        for (number, name) in [(3, "Kiosk"), (4, "Corner shop"), (9, "Locker")] {
            let body = json!({ "name": name, "address": "2 Example Street", "hours": "9 to 19", "place": place(number) });
            points.push(text(&house.post("/v1/pickup-points", &body).await, "id"));
        }
        Self { house, recipient, driver, token, tour, points }
    }

    fn parcel(&self) -> &str {
        self.tour.parcel(3)
    }

    async fn asks(&self, what: &str, body: &Value) -> Answer {
        let path = format!("/v1/parcels/{}/{what}", self.parcel());
        self.house.call(Method::PUT, &path).cookie(&self.recipient).json(body).await
    }

    async fn to_the_door(&self) -> Answer {
        let path = format!("/v1/parcels/{}/pickup-point", self.parcel());
        self.house.call(Method::DELETE, &path).cookie(&self.recipient).send().await
    }

    async fn sees(&self) -> Value {
        self.house.tracking(&self.recipient, self.parcel()).await
    }

    async fn record(&self) -> Value {
        self.house.read(&format!("/v1/parcels/{}", self.parcel())).await
    }

    async fn page(&self) -> String {
        let path = format!("/parcels/{}", self.parcel());
        self.house.call(Method::GET, &path).cookie(&self.recipient).send().await.text()
    }

    async fn sends(&self, form: &str) -> Answer {
        let path = format!("/parcels/{}/instruction", self.parcel());
        let call = self.house.call(Method::POST, &path).cookie(&self.recipient);
        let call = call.header("sec-fetch-site", "same-origin");
        let call = call.header("content-type", "application/x-www-form-urlencoded");
        call.bytes(form.as_bytes().to_vec()).await
    }

    async fn starts(&self) {
        self.house.happens(&self.token, "started", json!({})).await;
    }

    /// How many stops the operator sees on the tour.
    async fn stops(&self) -> usize {
        list(&self.house.read(&format!("/v1/tours/{}", self.tour.id)).await, "stops").len()
    }
}

#[tokio::test]
async fn another_day_takes_the_parcel_off_its_tour_and_the_next_plan_brings_it() {
    let waiting = Waiting::new().await;
    let seen = waiting.sees().await;
    let days: Vec<&str> = list(&seen, "other_days").iter().filter_map(Value::as_str).collect();
    assert_eq!(days, [NEXT_DAY, "2026-11-26", "2026-11-27", "2026-11-28", "2026-11-30", "2026-12-01"]);
    assert_eq!(waiting.asks("instruction", &json!({ "safe_place": "shed" })).await.status, 200);

    let chosen = waiting.asks("day", &json!({ "day": NEXT_DAY, "version": 1 })).await;
    let stands = json!({ "instruction": { "safe_place": "shed" }, "day": NEXT_DAY, "version": 2 });
    assert_eq!(chosen.value(), stands, "what was told to the tour is not lost with it");
    assert_eq!(waiting.stops().await, 3, "nothing else went to that stop");
    let record = waiting.record().await;
    assert_eq!((&record["day"], &record["chosen_day"]), (&json!(NEXT_DAY), &json!(NEXT_DAY)));
    assert!(record.get("on_tour").is_none() && record.get("promise").is_none(), "{record}");
    let seen = waiting.sees().await;
    assert_eq!(seen["map"]["hidden_because"], "not_delivery_day", "{seen}");
    assert!(waiting.page().await.contains("You chose: Tomorrow"));
    let again = waiting.asks("day", &json!({ "day": NEXT_DAY })).await;
    assert_eq!(again.value(), stands, "whoever presses twice is right");

    waiting.starts().await;
    assert_eq!(waiting.asks("day", &json!({ "day": "2026-11-27" })).await.value()["version"], 3);
    let too_early = tour("T2", &waiting.driver, 1, |_, parcel| *parcel = json!({ "id": waiting.parcel() }));
    let refused =
        waiting.house.call(Method::POST, "/v1/tours").key(&waiting.house.key).json(&too_early).await;
    assert_eq!(refused.problems(), [("stops[0].parcels[0].id".to_owned(), "later_day_chosen".to_owned())]);
    let mut later = too_early.clone();
    later["day"] = json!("2026-11-27");
    later["start"]["at"] = json!("2026-11-27T08:10:00Z");
    let brought = Tour::bring(&waiting.house, &later).await;
    assert_eq!(waiting.record().await["on_tour"]["tour"], json!(brought.id));
}

#[tokio::test]
async fn whoever_plans_may_overrule_the_day() {
    let waiting = Waiting::new().await;
    assert_eq!(waiting.asks("day", &json!({ "day": NEXT_DAY })).await.status, 200);
    let path = format!("/v1/parcels/{}", waiting.parcel());
    let confirmed = waiting.house.ask(Method::PATCH, &path, &json!({ "day": NEXT_DAY })).await;
    assert_eq!(confirmed["chosen_day"], NEXT_DAY);
    let overruled = waiting.house.ask(Method::PATCH, &path, &json!({ "day": DAY })).await;
    assert_eq!(overruled["day"], json!(DAY));
    assert!(overruled.get("chosen_day").is_none());
}

#[tokio::test]
async fn a_day_on_which_nothing_is_brought_is_refused_in_words() {
    let waiting = Waiting::new().await;
    for day in [SUNDAY, "2026-11-24", "2026-12-24", "1999-01-01"] {
        let refused = waiting.asks("day", &json!({ "day": day })).await;
        assert_eq!(refused.refusal(), (409, "day_not_offered".to_owned()), "{day}");
        let page = waiting.sends(&format!("day={day}&version=0")).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.text().contains("Choose one of these days."), "{day}");
    }
    assert_eq!(waiting.asks("day", &json!({ "day": "soon" })).await.status, 422);
    assert_eq!(waiting.sends("day=&version=0").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(waiting.stops().await, 4, "nothing was taken off");
    assert_eq!(waiting.sends(&format!("day={NEXT_DAY}&version=0")).await.status, StatusCode::SEE_OTHER);
    assert_eq!(waiting.stops().await, 3);
}

#[tokio::test]
async fn with_the_driver_it_is_too_late_and_after_an_attempt_it_is_not() {
    let waiting = Waiting::new().await;
    waiting.starts().await;
    waiting.house.clock.advance_s(60);
    assert!(waiting.sees().await.get("other_days").is_none());
    for (what, body) in
        [("day", json!({ "day": NEXT_DAY })), ("pickup-point", json!({ "pickup_point": waiting.points[0] }))]
    {
        assert_eq!(waiting.asks(what, &body).await.refusal(), (409, "too_late".to_owned()), "{what}");
    }
    assert_eq!(waiting.to_the_door().await.refusal(), (409, "too_late".to_owned()));
    let form = waiting.sends(&format!("day={NEXT_DAY}&version=0")).await;
    assert_eq!(form.status, StatusCode::CONFLICT);

    let attempt = json!({ "parcel": waiting.parcel(), "outcome": "failed_not_home" });
    waiting.house.happens(&waiting.token, "attempted", attempt).await;
    waiting.house.clock.advance_s(60);
    assert_eq!(waiting.sees().await["status"], "attempted");
    assert_eq!(waiting.asks("day", &json!({ "day": NEXT_DAY })).await.value()["day"], NEXT_DAY);
    let seen = waiting.sees().await;
    assert_eq!(seen["status"], "in_transit", "{seen}");
    assert!(seen.get("outcome").is_none(), "a story that goes on is not over: {seen}");
    assert_eq!(waiting.stops().await, 4, "the tour tried in vain, and that happened");
}

#[tokio::test]
async fn the_nearest_points_are_offered_and_one_is_chosen_and_given_up() {
    let waiting = Waiting::new().await;
    let path = format!("/v1/parcels/{}/pickup-points", waiting.parcel());
    let offered = waiting.house.call(Method::GET, &path).cookie(&waiting.recipient).send().await.value();
    let ids: Vec<String> = list(&offered, "pickup_points").iter().map(|point| text(point, "id")).collect();
    assert_eq!(ids, waiting.points);
    let chosen = waiting.asks("pickup-point", &json!({ "pickup_point": ids[1], "version": 0 })).await;
    assert_eq!(chosen.value()["pickup_point"]["name"], "Corner shop");
    let record = waiting.record().await;
    assert_eq!((&record["pickup_point"]["id"], &record["day"]), (&json!(ids[1]), &json!(DAY)));
    assert!(record.get("on_tour").is_none());
    let page = waiting.page().await;
    assert!(page.contains("Corner shop") && page.contains("Bring it to my door after all"), "{page}");

    let stale = waiting.asks("pickup-point", &json!({ "pickup_point": ids[0], "version": 0 })).await;
    assert_eq!(stale.refusal(), (409, "changed_meanwhile".to_owned()));
    assert_eq!(stale.value()["now"]["pickup_point"]["name"], "Corner shop");
    let unknown = waiting.asks("pickup-point", &json!({ "pickup_point": "0".repeat(32) })).await;
    assert_eq!(unknown.problems(), [("pickup_point".to_owned(), "unknown_pickup_point".to_owned())]);
    let form = waiting.sends(&format!("pickup_point={}&version=1", "0".repeat(32))).await;
    assert!(form.text().contains("Choose one of these pick-up points."));

    let given_up = waiting.to_the_door().await;
    assert_eq!(given_up.value(), json!({ "version": 2 }));
    assert!(waiting.sees().await.get("pickup_point").is_none());
}

#[tokio::test]
async fn a_parcel_waits_at_its_point_until_it_is_picked_up() {
    let waiting = Waiting::new().await;
    let chosen = waiting.asks("pickup-point", &json!({ "pickup_point": waiting.points[0] })).await;
    assert_eq!(chosen.status, StatusCode::OK);
    let (driver, token) = waiting.house.driver("Eli").await;
    let waiting = Waiting { driver, token, ..waiting };
    let plan = tour("T2", &waiting.driver, 1, |_, parcel| *parcel = json!({ "id": waiting.parcel() }));
    Tour::bring(&waiting.house, &plan).await;
    waiting.starts().await;
    let brought = json!({ "parcel": waiting.parcel(), "outcome": "delivered_to_pickup_point" });
    waiting.house.happens(&waiting.token, "delivered", brought).await;
    waiting.house.clock.advance_s(60);
    assert_eq!(waiting.sees().await["status"], "available_for_pickup");
    let page = waiting.page().await;
    assert!(page.contains("Ready for you: Kiosk") && page.contains("9 to 19"), "{page}");
    let path = format!("/v1/parcels/{}", waiting.parcel());
    waiting.house.ask(Method::PATCH, &path, &json!({ "status": "delivered" })).await;
    assert_eq!(waiting.sees().await["status"], "delivered");
}

#[tokio::test]
async fn points_are_the_operators_own() {
    let waiting = Waiting::new().await;
    let other = waiting.house.other_operator().await;
    let path = format!("/v1/pickup-points/{}", waiting.points[0]);
    let body = json!({ "name": "Mine", "address": "1 Lane", "place": place(1) });
    for method in [Method::PUT, Method::DELETE] {
        let foreign = waiting.house.call(method, &path).key(&other).json(&body).await;
        assert_eq!(foreign.status, StatusCode::NOT_FOUND);
    }
    let changed = waiting.house.ask(Method::PUT, &path, &body).await;
    assert_eq!((&changed["name"], changed.get("hours")), (&json!("Mine"), None));
    let bad = json!({ "name": "x".repeat(81), "address": "", "place": { "lat": 0, "lon": 0 } });
    let refused =
        waiting.house.call(Method::POST, "/v1/pickup-points").key(&waiting.house.key).json(&bad).await;
    let places: Vec<String> = refused.problems().into_iter().map(|(at, _)| at).collect();
    assert_eq!(places, ["name", "address", "place"]);
    assert_eq!(
        waiting.house.call(Method::DELETE, &path).key(&waiting.house.key).send().await.status,
        StatusCode::NO_CONTENT
    );
    assert_eq!(list(&waiting.house.read("/v1/pickup-points").await, "pickup_points").len(), 2);
}

#[tokio::test]
async fn a_restart_puts_nothing_back_on_the_tour_that_it_left() {
    let waiting = Waiting::new().await;
    waiting.starts().await;
    let attempt = json!({ "parcel": waiting.parcel(), "outcome": "failed_not_home" });
    waiting.house.happens(&waiting.token, "attempted", attempt).await;
    assert_eq!(waiting.asks("day", &json!({ "day": NEXT_DAY })).await.status, 200);
    let waiting = Waiting { house: waiting.house.restarted().await, ..waiting };
    assert_eq!(waiting.sees().await["status"], "in_transit");
    assert_eq!(waiting.stops().await, 4, "the tour is loaded anew");
    let record = waiting.record().await;
    assert!(record.get("on_tour").is_none(), "{record}");
}
