//! The same request sent again is done once.

use http::{Method, StatusCode};
use serde_json::{Value, json};

use super::house::{Answer, House, list};
use super::town::tour;

async fn keyed(house: &House, token: &str, path: &str, key: &str, body: &Value) -> Answer {
    house.call(Method::POST, path).key(token).header("idempotency-key", key).json(body).await
}

#[tokio::test]
async fn an_answer_is_given_again_word_for_word() {
    let house = House::new().await;
    let (driver, _) = house.driver("Dora").await;
    let region = json!({ "name": "R", "live_from": "2026-11-24", "area": {
        "type": "Polygon", "coordinates": [[[7.3, 43.6], [7.5, 43.6], [7.5, 43.8], [7.3, 43.6]]],
    } });
    let recipient = json!({ "email": "ada@example.org", "name": "Ada", "password": "correct horse" });
    let posts = [
        ("/v1/drivers".to_owned(), json!({ "name": "Otto" })),
        (format!("/v1/drivers/{driver}/codes"), json!({})),
        ("/v1/devices".to_owned(), json!({ "driver": driver, "label": "phone" })),
        ("/v1/recipients".to_owned(), recipient),
        ("/v1/parcels".to_owned(), json!({ "tracking_number": "P1", "sender": "Example Shop" })),
        ("/v1/regions".to_owned(), region),
        ("/v1/tours".to_owned(), tour("T1", &driver, 2, |_, _| {})),
    ];
    for (number, (path, body)) in posts.iter().enumerate() {
        let key = format!("key {number}");
        let first = keyed(&house, &house.key, path, &key, body).await;
        assert_eq!(first.status, StatusCode::CREATED, "{path}: {}", first.text());
        assert_eq!(first.header("idempotency-replayed"), None);
        let again = keyed(&house, &house.key, path, &key, body).await;
        assert_eq!((again.status, again.text()), (first.status, first.text()), "{path}");
        assert_eq!(again.header("content-type"), first.header("content-type"), "{path}");
        assert_eq!(again.header("idempotency-replayed"), Some("true"));
    }
    assert_eq!(list(&house.read("/v1/devices").await, "devices").len(), 2, "Dora's and the one of this test");
    assert_eq!(list(&house.read("/v1/tours?day=2026-11-24").await, "tours").len(), 1);
}

#[tokio::test]
async fn events_under_a_key_are_answered_the_same_and_taken_once() {
    let scene = super::town::Scene::new().await;
    let path = format!("/v1/tours/{}/events", scene.tour.id);
    let body = json!({ "events": [scene.house.event("skipped", json!({ "stop": scene.tour.stop(1) }))] });
    let first = keyed(&scene.house, &scene.house.key, &path, "k", &body).await;
    assert_eq!(first.value()["taken"], 1, "{}", first.text());
    let again = keyed(&scene.house, &scene.house.key, &path, "k", &body).await;
    assert_eq!(again.body, first.body, "not told as doubled: it is the same answer");
}

#[tokio::test]
async fn a_key_belongs_to_one_request_of_one_api_key_for_a_day() {
    let house = House::new().await;
    let body = json!({ "name": "Dora" });
    let first = keyed(&house, &house.key, "/v1/drivers", "k", &body).await;
    let other_body = keyed(&house, &house.key, "/v1/drivers", "k", &json!({ "name": "Otto" })).await;
    assert_eq!(other_body.refusal(), (422, "idempotency_key_reused".to_owned()));
    let other_path = keyed(&house, &house.key, "/v1/parcels", "k", &body).await;
    assert_eq!(other_path.refusal(), (422, "idempotency_key_reused".to_owned()));

    let other = house.other_operator().await;
    let theirs = keyed(&house, &other, "/v1/drivers", "k", &body).await;
    assert_eq!((theirs.status, theirs.body == first.body), (StatusCode::CREATED, false));

    house.clock.advance_s(24 * 3600 + 1);
    let next_day = keyed(&house, &house.key, "/v1/drivers", "k", &json!({ "name": "Otto" })).await;
    assert_eq!(next_day.status, StatusCode::CREATED);
    let long = "x".repeat(256);
    let answer = keyed(&house, &house.key, "/v1/drivers", &long, &body).await;
    assert_eq!(answer.problems(), [("Idempotency-Key".to_owned(), "bad_idempotency_key".to_owned())]);
}

#[tokio::test]
async fn a_refusal_leaves_the_key_free() {
    let house = House::new().await;
    let refused = keyed(&house, &house.key, "/v1/drivers", "k", &json!({ "nam": "Dora" })).await;
    assert_eq!(refused.refusal(), (422, "invalid".to_owned()));
    let mended = keyed(&house, &house.key, "/v1/drivers", "k", &json!({ "name": "Dora" })).await;
    assert_eq!(mended.status, StatusCode::CREATED);
}

#[tokio::test]
async fn what_was_begun_is_done_although_the_caller_went_away() {
    let house = House::new().await;
    let body = json!({ "email": "ada@example.org", "name": "Ada", "password": "correct horse" });
    let send = || keyed(&house, &house.key, "/v1/recipients", "k", &body);
    let went_away = tokio::time::timeout(std::time::Duration::ZERO, send()).await;
    assert!(went_away.is_err(), "hashing a password takes longer than that");
    let answer = loop {
        let answer = send().await;
        if answer.status != StatusCode::CONFLICT {
            break answer;
        }
        assert_eq!(answer.refusal().1, "idempotency_key_in_use");
        tokio::task::yield_now().await;
    };
    assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text());
    assert_eq!(answer.header("idempotency-replayed"), Some("true"));
}

#[tokio::test]
async fn two_at_the_same_time_are_done_once() {
    let house = House::new().await;
    let body = json!({ "email": "ada@example.org", "name": "Ada", "password": "correct horse" });
    let send = || keyed(&house, &house.key, "/v1/recipients", "k", &body);
    let (one, other) = tokio::join!(send(), send());
    assert_eq!(one.status, StatusCode::CREATED);
    assert_eq!(other.refusal(), (409, "idempotency_key_in_use".to_owned()));
    assert_eq!(send().await.body, one.body);
}
