//! What is never shown: gifts, secrets, valuables, other carriers' parcels, doors outside the region, other rules.

use http::Method;
use serde_json::{Value, json};

use super::house::{Cookie, DAY, House, text};
use super::town::{Tour, before, parcel, stop, tour};

/// A recipient with a parcel of each kind at the first stops of a tour under way.
async fn kinds(house: &House) -> (Cookie, Tour, String) {
    let recipient = house.recipient("ada@example.org", "Ada").await;
    let (driver, token) = house.driver("Dora").await;
    let kinds = ["ordinary", "gift", "confidential", "high_value"];
    let body = tour("T1", &driver, 4, |number, parcel| {
        let kind = kinds.get(usize::try_from(number).expect("few stops") - 1);
        parcel["kind"] = json!(kind);
        parcel["recipient_email"] = json!("ada@example.org");
    });
    let tour = Tour::bring(house, &body).await;
    house.happens(&token, "started", json!({})).await;
    house.clock.advance_s(30);
    house.happens(&token, "fix", before(1)).await;
    (recipient, tour, token)
}

#[tokio::test]
async fn a_gift_a_secret_and_a_valuable_show_time_only() {
    let house = House::new().await;
    let (recipient, tour, _) = kinds(&house).await;
    let ordinary = house.tracking(&recipient, tour.parcel(1)).await;
    assert_eq!(ordinary["map"]["state"], "open");
    assert_eq!(ordinary["remaining_stop_count"], 1);
    for (number, kind) in [(2, "gift"), (3, "confidential"), (4, "high_value")] {
        let seen = house.tracking(&recipient, tour.parcel(number)).await;
        assert_eq!(seen["map"], json!({ "state": "hidden", "hidden_because": kind }));
        for absent in ["position", "remaining_stop_count", "remaining_stops"] {
            assert!(seen.get(absent).is_none(), "{kind}: {absent}");
        }
        assert_eq!(seen.get("sender").is_some(), kind == "high_value", "{kind}");
        assert!(seen.get("forecast").is_some(), "{kind}: the time is told");
    }
}

#[tokio::test]
async fn a_gift_is_as_long_as_an_ordinary_map_that_is_closed() {
    let house = House::new().await;
    let (recipient, tour, _) = kinds(&house).await;
    house.ask(Method::PUT, "/v1/visibility", &json!({ "map": "never", "count": "never" })).await;
    let mut lengths = Vec::new();
    for number in 1..=4 {
        let path = format!("/v1/parcels/{}/tracking", tour.parcel(number));
        let call = house.call(Method::GET, &path).cookie(&recipient).header("accept-encoding", "gzip, br");
        let answer = call.send().await;
        assert_eq!(answer.header("content-encoding"), None, "compression would tell the length");
        lengths.push(answer.body.len());
    }
    assert!(lengths.iter().all(|length| lengths.first() == Some(length)), "{lengths:?}");
}

#[tokio::test]
async fn a_parcel_that_becomes_a_gift_shows_no_map_from_then_on() {
    let house = House::new().await;
    let (recipient, tour, _) = kinds(&house).await;
    let path = format!("/v1/parcels/{}", tour.parcel(1));
    assert_eq!(house.ask(Method::PATCH, &path, &json!({ "kind": "gift" })).await["kind"], "gift");
    let seen = house.tracking(&recipient, tour.parcel(1)).await;
    assert_eq!(seen["map"], json!({ "state": "hidden", "hidden_because": "gift" }));
}

#[tokio::test]
async fn of_another_carriers_parcel_only_the_status_is_known() {
    let house = House::new().await;
    let recipient = house.recipient("ada@example.org", "Ada").await;
    let at = house.ago_s(3600);
    let body = json!({
        "tracking_number": "X1", "sender": "Example Shop", "recipient_email": "ada@example.org", "day": DAY,
        "status": "in_transit", "carrier": { "carrier": "other", "name": "Another carrier", "status_at": at },
    });
    let id = text(&house.post("/v1/parcels", &body).await, "id");
    let seen = house.tracking(&recipient, &id).await;
    assert_eq!(
        (&seen["operator"], &seen["delivered_by_own_network"]),
        (&json!("Another carrier"), &json!(false))
    );
    assert_eq!((&seen["status"], &seen["status_at"]), (&json!("in_transit"), &json!(at)));
    assert_eq!(seen["map"], json!({ "state": "hidden", "hidden_because": "other_carrier" }));
    let path = format!("/v1/parcels/{id}/instruction");
    let call = house.call(Method::PUT, &path).cookie(&recipient);
    assert_eq!(call.json(&json!({ "safe_place": "shed" })).await.refusal().0, 409);
}

#[tokio::test]
async fn outside_the_region_there_is_a_time_and_no_map() {
    let house = House::new().await;
    let (recipient, tour, _) = kinds(&house).await;
    let elsewhere = [[10.0, 50.0], [11.0, 50.0], [11.0, 51.0], [10.0, 50.0]];
    let region = json!({
        "name": "Elsewhere", "live_from": DAY, "area": { "type": "Polygon", "coordinates": [elsewhere] },
    });
    let id = text(&house.post("/v1/regions", &region).await, "id");
    house.clock.advance_s(60);
    let seen = house.tracking(&recipient, tour.parcel(1)).await;
    assert_eq!(seen["map"], json!({ "state": "hidden", "hidden_because": "outside_area" }));
    assert!(seen.get("forecast").is_some());
    house.ask(Method::DELETE, &format!("/v1/regions/{id}"), &Value::Null).await;
    assert_eq!(house.tracking(&recipient, tour.parcel(1)).await["map"]["state"], "open");
}

#[tokio::test]
async fn an_operators_rules_hold_at_once() {
    let house = House::new().await;
    let (recipient, tour, token) = kinds(&house).await;
    assert_eq!(house.read("/v1/visibility").await["release"], "exact");
    for (rules, state, count) in [
        (json!({ "map": "never", "count": { "within_stops": 10 }, "release": "exact" }), "hidden", true),
        (json!({ "map": "always", "count": "always", "release": "exact" }), "open", true),
        (json!({ "map": { "within_stops": 1 }, "count": "never", "release": "exact" }), "open", false),
        (
            json!({ "map": { "all": [{ "within_stops": 3 }, { "within_distance": 10 }] }, "count": "always", "release": "exact" }),
            "hidden",
            true,
        ),
    ] {
        assert!(!house.ask(Method::PUT, "/v1/visibility", &rules).await.is_null());
        let seen = house.tracking(&recipient, tour.parcel(1)).await;
        assert_eq!(
            (&seen["map"]["state"], seen.get("remaining_stop_count").is_some()),
            (&json!(state), count),
            "{rules}"
        );
    }
    let bad =
        house.call(Method::PUT, "/v1/visibility").key(&house.key).json(&json!({ "map": "sometimes" })).await;
    assert_eq!(bad.problems(), [("map".to_owned(), "unknown_rule".to_owned())]);

    let open = json!({ "map": "always", "count": "always", "release": "exact" });
    house.ask(Method::PUT, "/v1/visibility", &open).await;
    house.happens(&token, "break_begun", json!({})).await;
    let seen = house.tracking(&recipient, tour.parcel(1)).await;
    assert_eq!(seen["map"], json!({ "state": "hidden", "hidden_because": "driver_break" }));
}

#[tokio::test]
async fn a_van_that_is_not_heard_of_is_not_shown() {
    let house = House::new().await;
    let (recipient, tour, _) = kinds(&house).await;
    house.clock.advance_s(5 * 60);
    let seen = house.tracking(&recipient, tour.parcel(1)).await;
    assert_eq!(seen["map"], json!({ "state": "hidden", "hidden_because": "position_stale" }));
}

#[tokio::test]
async fn several_parcels_at_one_stop_end_each_on_its_own() {
    let house = House::new().await;
    let recipient = house.recipient("ada@example.org", "Ada").await;
    let (driver, token) = house.driver("Dora").await;
    let mut body = tour("T1", &driver, 1, |_, _| {});
    let mine = |number| {
        let mut parcel = parcel("P", number);
        parcel["recipient_email"] = json!("ada@example.org");
        parcel
    };
    let mut first = stop(1, &mine(1));
    first["parcels"] = json!([mine(1), mine(2)]);
    body["stops"] = json!([first]);
    let answer = house.post("/v1/tours", &body).await;
    let id = |nth: usize| text(&answer["stops"][0]["parcels"][nth], "id");
    house.happens(&token, "started", json!({})).await;
    house.clock.advance_s(60);
    house.happens(&token, "delivered", json!({ "parcel": id(0), "outcome": "delivered_to_neighbour" })).await;
    house.happens(&token, "attempted", json!({ "parcel": id(1), "outcome": "failed_damaged" })).await;
    assert_eq!(house.tracking(&recipient, &id(0)).await["outcome"]["outcome"], "delivered_to_neighbour");
    assert_eq!(house.tracking(&recipient, &id(1)).await["status"], "attempted");
    let parcel = house.read(&format!("/v1/parcels/{}", id(1))).await;
    assert_eq!(
        (&parcel["status"], &parcel["outcome"]["outcome"]),
        (&json!("attempted"), &json!("failed_damaged"))
    );
}
