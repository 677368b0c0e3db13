//! Batches of events: large, doubled, and partly bad.

use http::{Method, StatusCode};
use serde_json::{Value, json};

use super::house::{event_at, event_id, list, text};
use super::town::{Scene, before, place, stop_place};

/// So many seconds of fixes, one a second, that crawl along the street.
fn fixes(scene: &Scene, count: u32) -> Vec<Value> {
    let (lat, lon) = stop_place(0);
    let fix = |second: u32| {
        let at = scene.house.ago_s(i64::from(count - second));
        event_at(
            &at,
            "fix",
            json!({ "lat": lat + 0.000_000_7 * f64::from(second), "lon": lon, "accuracy_m": 5 }),
        )
    };
    (0..count).map(fix).collect()
}

fn results(answer: &Value) -> Vec<(String, Option<String>)> {
    let code = |result: &Value| result.get("code").and_then(Value::as_str).map(str::to_owned);
    list(answer, "results").iter().map(|result| (text(result, "result"), code(result))).collect()
}

#[tokio::test]
async fn ten_thousand_fixes_of_a_morning_offline_are_taken_and_once_only() {
    let scene = Scene::new().await;
    scene.house.clock.advance_s(3 * 3600);
    let batch = fixes(&scene, 10_000);
    let answer = scene.house.tell(&scene.token, batch.clone()).await;
    assert_eq!(
        (&answer["taken"], &answer["doubled"], &answer["refused"]),
        (&json!(10_000), &json!(0), &json!(0))
    );
    assert_eq!(list(&answer, "results").len(), 10_000);
    let whole = scene.whole().await;
    let again = scene.house.tell(&scene.token, batch).await;
    assert_eq!((&again["taken"], &again["doubled"]), (&json!(0), &json!(10_000)));
    assert_eq!(scene.whole().await, whole, "a doubled batch changes nothing");
}

#[tokio::test]
async fn of_one_event_too_many_nothing_is_taken() {
    let scene = Scene::new().await;
    scene.house.clock.advance_s(3 * 3600);
    let body = json!({ "sent_at": scene.house.now(), "events": fixes(&scene, 10_001) });
    let paths = [
        ("/v1/driver/events".to_owned(), &scene.token),
        (format!("/v1/tours/{}/events", scene.tour.id), &scene.house.key),
    ];
    for (path, token) in paths {
        let answer = scene.house.call(Method::POST, &path).key(token).json(&body).await;
        assert_eq!(answer.refusal(), (413, "too_many_events".to_owned()), "{path}");
    }
    assert!(scene.whole().await.get("position").is_none());
}

#[tokio::test]
async fn bad_events_are_refused_each_with_its_reason_and_the_good_ones_are_kept() {
    let scene = Scene::new().await;
    scene.house.clock.advance_s(120);
    let now = scene.house.now();
    let good = event_at(&now, "fix", before(1));
    let bad = [
        (event_at(&now, "fix", json!({ "lat": 91, "lon": 7.4 })), "bad_latitude"),
        (event_at(&now, "fix", json!({ "lat": 0, "lon": 0 })), "null_island"),
        (event_at(&now, "fix", json!({ "lat": "NaN", "lon": 7.4 })), "wrong_type"),
        (event_at("2027-11-24T08:00:00Z", "fix", before(1)), "clock_ahead"),
        (event_at("2026-11-01T08:00:00Z", "fix", before(1)), "too_old"),
        (event_at(&scene.house.ago_s(3600), "fix", before(1)), "tour_not_started"),
        (event_at(&now, "arrived", json!({ "stop": event_id() })), "unknown_stop"),
        (event_at(&now, "scanned", json!({ "parcel": event_id() })), "unknown_parcel"),
        (event_at(&now, "scanned", json!({ "parcel": "no id" })), "bad_id"),
        (
            event_at(
                &now,
                "delivered",
                json!({ "parcel": scene.tour.parcel(1), "outcome": "failed_refused" }),
            ),
            "outcome_mismatch",
        ),
        (event_at(&now, "resequenced", json!({ "order": [scene.tour.stop(2)] })), "not_allowed"),
        (
            event_at(&now, "stops_added", json!({ "stops": [{ "address": "x", "place": place(4) }] })),
            "not_allowed",
        ),
        (event_at(&now, "teleported", json!({})), "unknown_kind"),
        (json!({ "kind": "ended", "at": now }), "missing"),
        (json!("ended"), "wrong_type"),
    ];
    let mut events: Vec<Value> = bad.iter().map(|(event, _)| event.clone()).collect();
    events.insert(7, good);
    let answer = scene.house.tell(&scene.token, events).await;
    assert_eq!((&answer["taken"], &answer["refused"]), (&json!(1), &json!(bad.len())), "{answer}");
    let mut results = results(&answer);
    assert_eq!(results.remove(7), ("taken".to_owned(), None));
    for ((result, code), (event, expected)) in results.into_iter().zip(bad) {
        assert_eq!((result.as_str(), code.as_deref()), ("refused", Some(expected)), "{event}");
    }
    assert_eq!(scene.whole().await["position"]["at"], now);
}

#[tokio::test]
async fn an_event_is_known_by_its_id_whatever_it_says_now() {
    let scene = Scene::new().await;
    scene.house.clock.advance_s(60);
    let arrived = scene.house.event("arrived", json!({ "stop": scene.tour.stop(1) }));
    let mut other = arrived.clone();
    other["stop"] = json!(scene.tour.stop(2));
    let answer = scene.house.tell(&scene.token, vec![arrived.clone(), other, arrived]).await;
    let results: Vec<String> = results(&answer).into_iter().map(|(result, _)| result).collect();
    assert_eq!(results, ["taken", "doubled", "doubled"]);
    assert_eq!(scene.whole().await["stops"][1]["state"], "remaining");
}

#[tokio::test]
async fn events_without_a_tour_go_to_the_one_that_was_under_way_then() {
    let scene = Scene::new().await;
    let whole = scene.whole().await;
    let driver = text(&whole["driver"], "id");
    let second = super::town::tour("T2", &driver, 2, |_, _| {});
    let second = super::town::Tour::bring(&scene.house, &second).await;
    scene.house.clock.advance_s(4 * 3600);
    let at = |hours: i64| scene.house.ago_s(hours * 3600);
    let offline = vec![
        event_at(
            &at(3),
            "delivered",
            json!({ "parcel": scene.tour.parcel(1), "outcome": "delivered_to_mailbox" }),
        ),
        event_at(&at(2), "ended", json!({})),
        event_at(&at(1), "started", json!({})),
        event_at(&scene.house.ago_s(1800), "arrived", json!({ "stop": second.stop(1) })),
    ];
    let answer = scene.house.tell(&scene.token, offline.clone()).await;
    assert_eq!(answer["taken"], 4, "{answer}");
    assert_eq!(scene.whole().await["phase"], "ended");
    let path = format!("/v1/tours/{}", second.id);
    assert_eq!(scene.house.read(&path).await["stops"][0]["state"], "arrived");
    let again = scene.house.tell(&scene.token, offline).await;
    assert_eq!(again["doubled"], 4, "{again}");

    let late = event_at(&scene.house.ago_s(3 * 3600 - 60), "fix", before(1));
    assert_eq!(scene.house.tell(&scene.token, vec![late]).await["taken"], 1);
    assert_eq!(
        scene.whole().await["position"]["at"],
        scene.house.ago_s(3 * 3600 - 60),
        "it belongs to the first tour"
    );
}

#[tokio::test]
async fn a_clock_that_is_wrong_is_corrected_by_when_the_batch_was_sent() {
    let scene = Scene::new().await;
    scene.house.clock.advance_s(600);
    let behind = |seconds: i64| scene.house.ago_s(7200 + seconds);
    let body = json!({ "sent_at": behind(0), "events": [event_at(&behind(30), "fix", before(1))] });
    let answer = scene.house.call(Method::POST, "/v1/driver/events").key(&scene.token).json(&body).await;
    assert_eq!((answer.status, &answer.value()["taken"]), (StatusCode::OK, &json!(1)), "{}", answer.text());
    assert_eq!(scene.whole().await["position"]["at"], scene.house.ago_s(30));
}
