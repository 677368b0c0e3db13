//! Bad input gets a clear error, and nothing is half-taken.

use http::{Method, StatusCode};
use serde_json::{Value, json};

use super::house::{Answer, DAY, House, event_id, list, text};
use super::town::{Tour, parcel, place, stop, tour};

async fn refused(house: &House, body: &Value) -> Answer {
    let answer = house.call(Method::POST, "/v1/tours").key(&house.key).json(body).await;
    assert_eq!(answer.refusal(), (422, "invalid".to_owned()), "{}", answer.text());
    answer
}

async fn is_empty(house: &House) {
    let tours = house.read(&format!("/v1/tours?day={DAY}")).await;
    assert_eq!(tours["tours"], json!([]), "no tour is half there");
    assert_eq!(house.read("/v1/parcels").await["parcels"], json!([]), "no parcel is left over");
}

/// What is wrong, how it gets wrong, and what is told.
type Case = (&'static str, fn(&mut Value), &'static [(&'static str, &'static str)]);

#[tokio::test]
async fn a_tour_that_is_none_is_refused_with_all_that_is_wrong() {
    let house = House::new().await;
    let (driver, _) = house.driver("Dora").await;
    let good = tour("T1", &driver, 3, |_, _| {});
    let cases: [Case; 12] = [
        ("no stops", |tour| tour["stops"] = json!([]), &[("stops", "no_stops")]),
        (
            "a latitude of 91",
            |tour| tour["stops"][1]["place"]["lat"] = json!(91),
            &[("stops[1].place.lat", "bad_latitude")],
        ),
        (
            "null island",
            |tour| tour["stops"][0]["place"] = json!({ "lat": 0, "lon": 0 }),
            &[("stops[0].place", "null_island")],
        ),
        (
            "a parcel twice",
            |tour| tour["stops"][2] = tour["stops"][0].clone(),
            &[("stops", "doubled_parcel")],
        ),
        ("a table of another size", |tour| tour["travel_s"] = json!([[0]]), &[("travel_s", "travel_size")]),
        ("no such day", |tour| tour["day"] = json!("2026-02-30"), &[("day", "bad_day")]),
        ("a day long ago", |tour| tour["day"] = json!("2020-01-01"), &[("day", "day_out_of_range")]),
        ("a slip of the pen", |tour| tour["day"] = json!("2062-11-24"), &[("day", "day_out_of_range")]),
        (
            "a window that ends first",
            |tour| {
                tour["stops"][0]["window"] =
                    json!({ "from": "2026-11-24T12:00:00Z", "until": "2026-11-24T10:00:00Z" });
            },
            &[("stops[0].window", "window_reversed")],
        ),
        (
            "an instant that is none",
            |tour| tour["stops"][0]["planned_arrival"] = json!("noon"),
            &[("stops[0].planned_arrival", "bad_instant")],
        ),
        (
            "an id of its own",
            |tour| tour["stops"][0]["id"] = json!("00000000000000000000000000000001"),
            &[("", "unexpected_id")],
        ),
        ("a field that is none", |tour| tour["drivr"] = json!({}), &[("drivr", "unknown_field")]),
    ];
    for (what, spoil, expected) in cases {
        let mut body = good.clone();
        spoil(&mut body);
        let problems = refused(&house, &body).await.problems();
        for (at, code) in expected {
            assert!(problems.contains(&((*at).to_owned(), (*code).to_owned())), "{what}: {problems:?}");
        }
    }
    is_empty(&house).await;
}

#[tokio::test]
async fn what_does_not_exist_or_is_taken_is_told_with_its_place() {
    let house = House::new().await;
    house.post("/v1/parcels", &json!({ "tracking_number": "TAKEN", "sender": "Example Shop" })).await;
    let other = house.other_operator().await;
    let foreign = json!({ "tracking_number": "F1", "sender": "Example Shop" });
    let foreign = house.call(Method::POST, "/v1/parcels").key(&other).json(&foreign).await.value();
    let mut body = tour("T1", &event_id(), 4, |number, parcel| match number {
        1 => parcel["recipient_email"] = json!("nobody@example.org"),
        2 => parcel["tracking_number"] = json!("TAKEN"),
        _ => {}
    });
    body["stops"][2]["parcels"] = json!([{ "id": event_id() }, { "id": foreign["id"] }]);
    let problems = refused(&house, &body).await.problems();
    let expected = [
        ("driver.id", "unknown_driver"),
        ("stops[2].parcels[0].id", "unknown_parcel"),
        ("stops[2].parcels[1].id", "unknown_parcel"),
        ("stops[0].parcels[0].recipient_email", "unknown_recipient"),
        ("stops[1].parcels[0].tracking_number", "tracking_number_taken"),
    ];
    assert_eq!(problems, expected.map(|(at, code)| (at.to_owned(), code.to_owned())));
    let parcels = house.read("/v1/parcels").await;
    assert_eq!(list(&parcels, "parcels").len(), 1, "only what was there before");
}

#[tokio::test]
async fn a_second_tour_of_the_same_name_leaves_nothing_behind() {
    let house = House::new().await;
    let (driver, _) = house.driver("Dora").await;
    Tour::bring(&house, &tour("T1", &driver, 2, |_, _| {})).await;
    let mut again =
        tour("T1", &driver, 2, |number, parcel| parcel["tracking_number"] = json!(format!("NEW-{number}")));
    let answer = house.call(Method::POST, "/v1/tours").key(&house.key).json(&again).await;
    assert_eq!(answer.refusal(), (409, "conflict".to_owned()));
    assert_eq!(list(&house.read("/v1/parcels").await, "parcels").len(), 2);
    again["reference"] = json!("T2");
    Tour::bring(&house, &again).await;
}

#[tokio::test]
async fn parcels_are_taken_all_or_none() {
    let house = House::new().await;
    let mut parcels: Vec<Value> = (0..5).map(|number| parcel("P", number)).collect();
    let unknown = json!({ "tracking_number": "P-9", "sender": "Example Shop", "recipient_email": "nobody@example.org" });
    parcels.push(unknown);
    let call = || house.call(Method::POST, "/v1/parcels").key(&house.key);
    let answer = call().json(&json!({ "parcels": parcels })).await;
    assert_eq!(
        answer.problems(),
        [("parcels[5].recipient_email".to_owned(), "unknown_recipient".to_owned())]
    );
    parcels.pop();
    parcels.push(parcel("P", 0));
    let answer = call().json(&json!({ "parcels": parcels })).await;
    assert_eq!(answer.problems(), [("parcels".to_owned(), "doubled_parcel".to_owned())]);
    is_empty(&house).await;
    parcels.pop();
    let answer = call().json(&json!({ "parcels": parcels })).await;
    assert_eq!(answer.status, StatusCode::CREATED);
    let numbers: Vec<String> =
        list(&answer.value(), "parcels").iter().map(|parcel| text(parcel, "tracking_number")).collect();
    assert_eq!(numbers, ["P-0", "P-1", "P-2", "P-3", "P-4"]);
    let many: Vec<Value> = (0..1001).map(|number| parcel("M", number)).collect();
    let answer = call().json(&json!({ "parcels": many })).await;
    assert_eq!(answer.problems(), [("parcels".to_owned(), "too_many".to_owned())]);
}

#[tokio::test]
async fn bodies_that_are_no_json_or_too_large_are_told_apart() {
    let house = House::new().await;
    let (_, token) = house.driver("Dora").await;
    let writes = [
        ("/v1/drivers", &house.key),
        ("/v1/parcels", &house.key),
        ("/v1/tours", &house.key),
        ("/v1/regions", &house.key),
        ("/v1/driver/events", &token),
    ];
    for (path, token) in writes {
        for body in ["", "{", "[1,", "{\"name\": NaN}", "\u{feff}{}"] {
            let answer = house.call(Method::POST, path).key(token).bytes(body).await;
            assert_eq!(answer.refusal(), (400, "malformed_json".to_owned()), "{path} {body:?}");
        }
        let answer = house.call(Method::POST, path).key(token).bytes(b"{\"name\": \"\xff\"}".to_vec()).await;
        assert_eq!(answer.refusal(), (400, "malformed_json".to_owned()), "{path}");
    }
    let large = format!("{{\"name\": \"{}\"}}", "x".repeat(2 << 20));
    for (path, status, code) in [
        ("/v1/drivers", 413, "body_too_large"),
        ("/v1/recipients", 413, "body_too_large"),
        ("/v1/tours", 422, "invalid"),
    ] {
        let answer = house.call(Method::POST, path).key(&house.key).bytes(large.clone()).await;
        assert_eq!(answer.refusal(), (status, code.to_owned()), "{path}");
    }
    let location = house.call(Method::POST, "/ingest/owntracks").key(&token).bytes(large).await;
    assert_eq!(location.refusal(), (413, "body_too_large".to_owned()));
}

#[tokio::test]
async fn pages_and_cursors_that_are_none_are_refused() {
    let house = House::new().await;
    for (path, at) in [
        ("/v1/tours?day=yesterday", "day"),
        ("/v1/tours?limit=0", "limit"),
        ("/v1/parcels?limit=501", "limit"),
    ] {
        let answer = house.call(Method::GET, path).key(&house.key).send().await;
        assert_eq!(answer.problems().first().map(|(at, _)| at.as_str()), Some(at), "{path}");
    }
}

#[tokio::test]
async fn a_parcel_lies_on_one_vehicle() {
    let house = House::new().await;
    let (driver, _) = house.driver("Dora").await;
    let first = Tour::bring(&house, &tour("T1", &driver, 2, |_, _| {})).await;
    let mut second = tour("T2", &driver, 1, |_, _| {});
    second["stops"] =
        json!([{ "address": "1 Example Street", "place": place(1), "parcels": [{ "id": first.parcel(1) }] }]);
    let problems = refused(&house, &second).await.problems();
    assert_eq!(problems, [("stops[0].parcels[0].id".to_owned(), "parcel_on_tour".to_owned())]);
    let off = json!({ "events": [house.event("parcels_removed", json!({ "parcels": [first.parcel(1)] }))] });
    assert_eq!(house.post(&format!("/v1/tours/{}/events", first.id), &off).await["taken"], 1);
    let second = Tour::bring(&house, &second).await;
    let parcel = house.read(&format!("/v1/parcels/{}", first.parcel(1))).await;
    assert_eq!(parcel["on_tour"], json!({ "tour": second.id, "stop": second.stop(1) }));
}

#[tokio::test]
async fn a_tour_may_have_a_thousand_stops_and_no_more() {
    let house = House::new().await;
    let (driver, _) = house.driver("Dora").await;
    let mut body = tour("T1", &driver, 1, |_, _| {});
    body.as_object_mut().expect("an object").remove("travel_s");
    let stops =
        |count: u32| (1..=count).map(|number| stop(number % 900, &parcel("S", number))).collect::<Vec<_>>();
    body["stops"] = json!(stops(1001));
    assert_eq!(refused(&house, &body).await.problems(), [("stops".to_owned(), "too_many".to_owned())]);
    body["stops"] = json!(stops(1000));
    assert_eq!(Tour::bring(&house, &body).await.stops.len(), 1000);
}
