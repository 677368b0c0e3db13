//! Bad input gets a clear error with a stable code, and loses nothing.

use anyhow::Result;
use doorstep_e2e::api::Api;
use doorstep_e2e::binary::Server;
use doorstep_e2e::carrier::{
    Carrier, SOMEBODY, Tour, bring_tour, event, fix_at, fixes, new_id, seconds_ago, today,
};
use jiff::{SignedDuration, Timestamp};
use reqwest::Method;
use serde_json::{Value, json};

struct Scene {
    _carrier: Carrier,
    server: Server,
    operator: Api,
    driver: Api,
    tour: Tour,
}

/// A tour that began an hour ago.
async fn scene() -> Result<Scene> {
    let carrier = Carrier::new()?;
    let server = carrier.serve()?;
    let operator = carrier.operator(&server)?;
    let tour = bring_tour(&operator, "T1", &[SOMEBODY; 3]).await?;
    let driver = Api::to(server.base())?.with_token(&tour.device_token);
    let started = event("started", seconds_ago(3_600), &json!({}));
    driver.post("/v1/driver/events", &json!({ "events": [started] })).await?.expect(200);
    Ok(Scene { _carrier: carrier, server, operator, driver, tour })
}

#[tokio::test(flavor = "multi_thread")]
async fn one_bad_event_never_loses_the_others() -> Result<()> {
    let scene = scene().await?;
    let at = seconds_ago(30);
    let fix = |lat: Value, lon: Value| event("fix", at, &json!({ "lat": lat, "lon": lon }));
    let good = fix_at(0, at);
    let next_year = event(
        "fix",
        Timestamp::now() + SignedDuration::from_hours(24 * 365),
        &json!({ "lat": 43.7, "lon": 7.4 }),
    );
    let bad = [
        fix(json!(91), json!(7.4)),
        fix(json!(0), json!(0)),
        fix(json!("north"), json!(7.4)),
        next_year,
        event("started_over", at, &json!({})),
        event("arrived", at, &json!({ "stop": new_id() })),
        event("delivered", at, &json!({ "parcel": scene.tour.parcel(0), "outcome": "failed_refused" })),
        event("resequenced", at, &json!({ "order": [] })),
        event("fix", seconds_ago(4 * 86_400), &json!({ "lat": 43.73, "lon": 7.41 })),
        json!({ "kind": "fix", "at": at, "lat": 43.73, "lon": 7.41 }),
        json!("no event at all"),
    ];
    let mut events = bad.to_vec();
    events.insert(5, good.clone());
    let body = json!({ "events": events });
    let answer = scene.driver.post("/v1/driver/events", &body).await?.expect(200).json;
    assert_eq!((&answer["taken"], &answer["refused"]), (&json!(1), &json!(bad.len())), "{answer}");
    for (index, result) in answer["results"].as_array().unwrap().iter().enumerate() {
        if index == 5 {
            assert_eq!((&result["id"], &result["result"]), (&good["id"], &json!("taken")));
        } else {
            let code = result["code"].as_str().unwrap_or_default();
            assert_eq!(result["result"], "refused", "{result}");
            assert!(!code.is_empty() && code.chars().all(|c| c.is_ascii_lowercase() || c == '_'), "{result}");
            assert!(result["detail"].is_string(), "{result}");
        }
    }
    let again = scene.driver.post("/v1/driver/events", &body).await?.expect(200).json;
    assert_eq!((&again["taken"], &again["doubled"]), (&json!(0), &json!(1)), "{again}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn bodies_have_limits() -> Result<()> {
    let scene = scene().await?;
    let many: Vec<Value> = fixes(10_001, seconds_ago(60));
    let too_many = scene.driver.post("/v1/driver/events", &json!({ "events": many })).await?;
    assert_eq!(too_many.expect(413).code(), "too_many_events");
    let allowed =
        scene.driver.post("/v1/driver/events", &json!({ "events": many[..10_000] })).await?.expect(200);
    assert_eq!(
        allowed.json["taken"], 10_000,
        "nothing of the larger batch was taken, or this would be doubled"
    );

    let huge = "x".repeat(2 * 1024 * 1024);
    let too_large = scene.operator.post("/v1/drivers", &json!({ "name": huge })).await?;
    assert_eq!(too_large.expect(413).code(), "body_too_large");
    let too_large = scene.driver.request(Method::POST, "/ingest/owntracks").body(huge);
    scene.driver.send(too_large).await?.expect(413);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_batch_recorded_offline_arrives_whole() -> Result<()> {
    let scene = scene().await?;
    let fixes: Vec<Value> = (0..3_000).map(|i| fix_at(0, seconds_ago(3_500 - i))).collect();
    let mut shuffled = fixes.clone();
    shuffled.reverse();
    let answer =
        scene.driver.post("/v1/driver/events", &json!({ "events": shuffled })).await?.expect(200).json;
    assert_eq!(answer["taken"], fixes.len());
    let tour = scene.operator.get(&format!("/v1/tours/{}", scene.tour.id)).await?.expect(200).json;
    let instant = |event: &Value| event["at"].as_str().and_then(|at| at.parse::<Timestamp>().ok());
    assert_eq!(instant(&tour["position"]), instant(&fixes[2_999]), "{tour}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_json_or_not_known_is_told() -> Result<()> {
    let scene = scene().await?;
    for body in ["{", "NaN", "{\"events\": [{\"lat\": NaN}]}", ""] {
        let request = scene.driver.request(Method::POST, "/v1/driver/events");
        let answer = scene.driver.send(request.header("content-type", "application/json").body(body)).await?;
        assert_eq!(answer.expect(400).code(), "malformed_json", "{body}");
    }
    let unknown = scene.operator.get(&format!("/v1/tours/{}", new_id())).await?.expect(404);
    assert_eq!((unknown.code(), unknown.header("content-type")), ("not_found", "application/problem+json"));
    for path in ["/v1/tours/x", "/v1/no-such-thing"] {
        assert_eq!(scene.operator.get(path).await?.expect(404).code(), "not_found", "{path}");
    }
    let stranger = Api::to(scene.server.base())?.with_token("no-such-token");
    stranger.get("/v1/driver/tour").await?.expect(401);
    stranger.get("/v1/tours").await?.expect(401);
    scene.driver.get("/v1/tours").await?.expect(401);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn every_problem_of_a_tour_is_listed_and_nothing_is_kept() -> Result<()> {
    let scene = scene().await?;
    let place = json!({ "lat": 43.73, "lon": 7.41 });
    let parcel = json!({ "tracking_number": "P1", "sender": "a shop" });
    let empty = json!({ "reference": "T2", "day": today(), "stops": [] });
    assert_eq!(scene.operator.post("/v1/tours", &empty).await?.expect(422).code(), "invalid");

    let stops = json!([
        { "address": "a", "place": { "lat": 91, "lon": 7.41 }, "parcels": [parcel] },
        { "address": "b", "place": place, "parcels": [{ "tracking_number": "P2" }] },
        { "address": "c", "place": place, "parcels": [{ "tracking_number": "P3", "sender": "s", "kind": "secret" }] },
    ]);
    let broken = json!({ "reference": "T2", "day": "tomorrow", "stops": stops });
    let answer = scene.operator.post("/v1/tours", &broken).await?.expect(422);
    let problems = answer.json["problems"].as_array().unwrap();
    let at: Vec<&str> = problems.iter().filter_map(|problem| problem["at"].as_str()).collect();
    for part in ["day", "lat", "sender", "kind"] {
        assert!(at.iter().any(|at| at.contains(part)), "{part} in {at:?}");
    }
    let tours = scene.operator.get(&format!("/v1/tours?day={}", today())).await?.expect(200).json;
    assert_eq!(tours["tours"].as_array().map(Vec::len), Some(1), "{tours}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_repeated_request_is_answered_once_and_revoked_phones_are_silent() -> Result<()> {
    let scene = scene().await?;
    let key = new_id();
    let ask = |body: Value| {
        let request = scene.operator.request(Method::POST, "/v1/drivers").header("Idempotency-Key", &key);
        scene.operator.send(request.json(&body))
    };
    let first = ask(json!({ "name": "Once" })).await?.expect(201);
    assert_eq!(ask(json!({ "name": "Once" })).await?.expect(201).json["id"], first.json["id"]);
    assert_eq!(ask(json!({ "name": "Twice" })).await?.expect(422).code(), "idempotency_key_reused");

    let devices = scene.operator.get("/v1/devices").await?.expect(200).json;
    let device = devices["devices"][0]["id"].as_str().unwrap().to_owned();
    scene.operator.delete(&format!("/v1/devices/{device}")).await?.expect(204);
    let late = json!({ "events": [fix_at(0, seconds_ago(1))] });
    scene.driver.post("/v1/driver/events", &late).await?.expect(401);
    Ok(())
}
