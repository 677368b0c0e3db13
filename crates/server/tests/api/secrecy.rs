//! What is another's is absent, and nothing of it is anywhere in what a recipient gets.

use futures_util::StreamExt as _;
use http::{Method, StatusCode};
use serde_json::{Value, json};

use super::house::{Answer, Cookie, House, event_id};
use super::town::{Scene, Tour, before, stop_place, tour};

/// An answer without what is of its instant or request alone.
pub(crate) fn bare(answer: Answer) -> (StatusCode, Vec<(String, String)>, Vec<u8>) {
    let headers = answer.headers.iter().filter(|(name, _)| !matches!(name.as_str(), "date" | "x-request-id"));
    let headers = headers.map(|(name, value)| (name.to_string(), format!("{value:?}"))).collect();
    (answer.status, headers, answer.body)
}

#[tokio::test]
async fn a_foreign_parcel_is_absent_byte_for_byte() {
    let scene = Scene::new().await;
    let stranger = scene.house.recipient("bob@example.org", "Bob").await;
    let foreign = scene.tour.parcel(3);
    let body = json!({ "safe_place": "garage" });
    for (method, tail, body) in [
        (Method::GET, "tracking", Value::Null),
        (Method::GET, "tracking/stream", Value::Null),
        (Method::PUT, "instruction", body),
        (Method::PUT, "instruction", json!({ "safe_place": "nowhere" })),
        (Method::DELETE, "instruction", Value::Null),
    ] {
        let ask = |id: String| {
            let call =
                scene.house.call(method.clone(), &format!("/v1/parcels/{id}/{tail}")).cookie(&stranger);
            let body = body.clone();
            async move { bare(call.json(&body).await) }
        };
        let absent = ask(event_id()).await;
        assert_eq!(absent.0, StatusCode::NOT_FOUND);
        assert_eq!(ask(foreign.to_owned()).await, absent, "{method} {tail}");
        assert_eq!(ask("no-id".to_owned()).await, absent, "{method} {tail}");
    }
}

#[tokio::test]
async fn another_drivers_tour_takes_nothing() {
    let scene = Scene::new().await;
    let (_, other) = scene.house.driver("Otto").await;
    let events = vec![scene.house.event("ended", json!({}))];
    for tour in [scene.tour.id.clone(), event_id()] {
        let body = json!({ "tour": tour, "events": events });
        let answer = scene.house.call(Method::POST, "/v1/driver/events").key(&other).json(&body).await;
        assert_eq!(answer.refusal(), (404, "not_found".to_owned()));
    }
    let answer = scene.house.tell(&other, events).await;
    assert_eq!((&answer["refused"], &answer["results"][0]["code"]), (&json!(1), &json!("no_tour")));
    assert_eq!(scene.whole().await["phase"], "underway");
}

/// Everything of another recipient that must not be seen anywhere.
const CANARIES: [&str; 8] = [
    "CANARYNAME",
    "canarymail",
    "CANARYSTREET",
    "CANARYNUMBER",
    "CANARYSENDER",
    "CANARYNOTE",
    "CANARYORDER",
    "CANARYWISH",
];

/// A tour on which the second and fourth stop are others', full of canaries, and the last is Ada's.
async fn with_canaries() -> (House, Tour, Cookie, String) {
    // She asks for much that is not hers, and every answer is to be looked through.
    let house = House::with(|parts| parts.settings.misses_per_hour = u32::MAX).await;
    let ada = house.recipient("ada@example.org", "Ada").await;
    let bob = house.recipient("canarymail@example.org", "CANARYNAME").await;
    let (driver, token) = house.driver("Dora").await;
    let mut body = tour("T1", &driver, 5, |number, parcel| {
        if number == 5 {
            parcel["recipient_email"] = json!("ada@example.org");
        } else {
            parcel["recipient_email"] = json!("canarymail@example.org");
            parcel["tracking_number"] = json!(format!("CANARYNUMBER-{number}"));
            parcel["sender"] = json!("CANARYSENDER");
            parcel["order"] = json!("CANARYORDER");
        }
    });
    for stop in body["stops"].as_array_mut().expect("stops").iter_mut().take(4) {
        stop["address"] = json!("1 CANARYSTREET");
        stop["note"] = json!("CANARYNOTE");
    }
    let tour = Tour::bring(&house, &body).await;
    let path = format!("/v1/parcels/{}/instruction", tour.parcel(2));
    let wish = json!({ "safe_place": "other", "note": "CANARYWISH" });
    let answer = house.call(Method::PUT, &path).cookie(&bob).json(&wish).await;
    assert_eq!(answer.status, StatusCode::OK);
    (house, tour, ada, token)
}

/// Every answer that Ada can get: of her own parcel, of others', and of what is not there.
async fn all_answers(house: &House, tour: &Tour, ada: &Cookie) -> Vec<Answer> {
    let mut answers = Vec::new();
    for path in ["/v1/orders", "/orders", "/v1/notifications", "/help", "/", "/v1/tours", "/v1/driver/tour"] {
        answers.push(house.call(Method::GET, path).cookie(ada).send().await);
    }
    for number in 1..=5 {
        let parcel = tour.parcel(number);
        for path in [
            format!("/v1/parcels/{parcel}/tracking"),
            format!("/parcels/{parcel}"),
            format!("/v1/parcels/{parcel}"),
        ] {
            answers.push(house.call(Method::GET, &path).cookie(ada).send().await);
        }
        for path in [format!("/v1/parcels/{parcel}/tracking/stream"), format!("/parcels/{parcel}/stream")] {
            answers.push(beginning(house, &path, ada).await);
        }
        let path = format!("/v1/parcels/{parcel}/instruction");
        let body = json!({ "safe_place": "garage" });
        answers.push(house.call(Method::PUT, &path).cookie(ada).json(&body).await);
    }
    answers.push(house.call(Method::GET, &format!("/v1/tours/{}", tour.id)).cookie(ada).send().await);
    answers
}

/// The first two frames of a stream: when to come back, and what is seen.
async fn beginning(house: &House, path: &str, ada: &Cookie) -> Answer {
    let response = house.call(Method::GET, path).cookie(ada).response(String::new()).await;
    let (parts, body) = response.into_parts();
    let frames: Vec<_> = body.into_data_stream().take(2).collect().await;
    let body = frames.into_iter().flatten().flatten().collect();
    Answer { status: parts.status, headers: parts.headers, body }
}

fn look_for_canaries(answers: &[Answer]) {
    let (lat, _) = stop_place(2);
    let door = format!("{lat:.4}");
    for answer in answers {
        let all = format!("{:?} {}", answer.headers, answer.text());
        for canary in CANARIES.iter().copied().chain([door.as_str()]) {
            assert!(!all.contains(canary), "{canary} is in {all}");
        }
    }
}

#[tokio::test]
async fn nothing_of_another_recipient_is_in_any_answer() {
    let (house, tour, ada, token) = with_canaries().await;
    look_for_canaries(&all_answers(&house, &tour, &ada).await);
    house.happens(&token, "started", json!({})).await;
    for number in 1..=5 {
        house.clock.advance_s(60);
        house.happens(&token, "fix", before(number)).await;
        let answers = all_answers(&house, &tour, &ada).await;
        let shown = answers.iter().filter(|answer| answer.status == StatusCode::OK).count();
        assert!(shown >= 5, "{shown} answers show something");
        assert!(answers.iter().any(|answer| answer.text().contains("\"position\"")), "the map is open");
        look_for_canaries(&answers);
        let outcome = if number % 2 == 0 { "delivered_to_neighbour" } else { "delivered_to_recipient" };
        house
            .happens(&token, "delivered", json!({ "parcel": tour.parcel(number), "outcome": outcome }))
            .await;
    }
    look_for_canaries(&all_answers(&house, &tour, &ada).await);
}
