//! Tokens, codes and keys that are wrong, spent or revoked.

use http::{Method, StatusCode};
use serde_json::{Value, json};

use super::house::{House, list, put_key, text};
use super::town::{Scene, before};

#[tokio::test]
async fn a_revoked_device_writes_nothing_in_any_dialect() {
    let scene = Scene::new().await;
    let token = &scene.token;
    let devices = scene.house.read("/v1/devices").await;
    let id = text(&list(&devices, "devices")[0], "id");
    let answer =
        scene.house.call(Method::DELETE, &format!("/v1/devices/{id}")).key(&scene.house.key).send().await;
    assert_eq!(answer.status, StatusCode::NO_CONTENT);
    assert!(list(&scene.house.read("/v1/devices").await, "devices")[0].get("revoked_at").is_some());

    scene.house.clock.advance_s(60);
    let at = scene.house.now();
    let place = before(1);
    let form = format!("id={token}&lat={}&lon={}", place["lat"], place["lon"]);
    let location =
        json!({ "timestamp": at, "coords": { "latitude": place["lat"], "longitude": place["lon"] } });
    let calls = [
        (Method::GET, "/v1/driver/tour".to_owned(), Value::Null),
        (
            Method::POST,
            "/v1/driver/events".to_owned(),
            json!({ "events": [scene.house.event("ended", json!({}))] }),
        ),
        (Method::DELETE, "/v1/driver/session".to_owned(), Value::Null),
        (Method::POST, "/ingest/owntracks".to_owned(), json!({ "_type": "status" })),
        (Method::GET, format!("/ingest/osmand?{form}"), Value::Null),
        (Method::POST, "/ingest/traccar".to_owned(), json!({ "device_id": token, "location": location })),
    ];
    for (method, path, body) in calls {
        let answer = scene.house.call(method, &path).key(token).json(&body).await;
        assert_eq!(answer.refusal(), (401, "unauthenticated".to_owned()), "{path}");
    }
    let whole = scene.whole().await;
    assert_eq!((&whole["phase"], whole.get("position")), (&json!("underway"), None));
}

#[tokio::test]
async fn a_driver_who_logs_out_leaves_no_device_behind() {
    let scene = Scene::new().await;
    let answer = scene.house.call(Method::DELETE, "/v1/driver/session").key(&scene.token).send().await;
    assert_eq!(answer.status, StatusCode::NO_CONTENT);
    assert_eq!(answer.cookie().0, "doorstep_device=");
    let answer = scene.house.call(Method::GET, "/v1/driver/tour").key(&scene.token).send().await;
    assert_eq!(answer.refusal(), (401, "unauthenticated".to_owned()));
}

#[tokio::test]
async fn codes_cannot_be_guessed_and_do_not_last() {
    let house = House::new().await;
    let driver = text(&house.post("/v1/drivers", &json!({ "name": "Dora" })).await, "id");
    let code = house.post(&format!("/v1/drivers/{driver}/codes"), &json!({})).await;
    house.clock.advance_s(15 * 60);
    let try_code = |code: String| {
        let call = house.call(Method::POST, "/v1/driver/session");
        async move { call.json(&json!({ "code": code })).await }
    };
    assert_eq!(
        try_code(text(&code, "code")).await.refusal(),
        (401, "wrong_code".to_owned()),
        "it is too old"
    );
    let mut limited = 0;
    for number in 0..30 {
        let answer = try_code(format!("AAAA-BBBB-CC{number:02}")).await;
        match answer.refusal() {
            (401, _) => assert_eq!(limited, 0, "a wait is a wait"),
            (429, code) => {
                assert_eq!(code, "too_many_attempts");
                assert!(answer.header("retry-after").is_some());
                limited += 1;
            }
            other => panic!("{other:?}"),
        }
    }
    assert!(limited >= 20, "{limited} of 30 were held back");
}

#[tokio::test]
async fn a_key_does_what_it_was_made_for() {
    let house = House::new().await;
    let only_reads =
        put_key(house.store.as_ref(), house.operator, vec![doorstep_store::Scope::OperatorRead]).await;
    let read = house.call(Method::GET, "/v1/devices").key(&only_reads).send().await;
    assert_eq!(read.status, StatusCode::OK);
    assert_eq!(read.header("cache-control"), Some("no-store"));
    let write =
        house.call(Method::POST, "/v1/drivers").key(&only_reads).json(&json!({ "name": "Dora" })).await;
    assert_eq!(write.refusal(), (403, "scope_missing".to_owned()));
    for key in ["", "no key"] {
        let answer = house.call(Method::GET, "/v1/devices").key(key).send().await;
        assert_eq!(answer.refusal(), (401, "unauthenticated".to_owned()));
    }
}

#[tokio::test]
async fn a_wrong_login_does_not_say_what_is_wrong() {
    let house = House::new().await;
    let cookie = house.recipient("ada@example.org", "Ada").await;
    let try_login = |email: &'static str, password: &'static str| {
        let call = house.call(Method::POST, "/v1/session");
        async move { call.json(&json!({ "email": email, "password": password })).await }
    };
    let wrong = try_login("ada@example.org", "wrong password").await;
    let absent = try_login("nobody@example.org", "wrong password").await;
    assert_eq!(wrong.refusal(), (401, "wrong_login".to_owned()));
    assert_eq!((wrong.status, &wrong.body), (absent.status, &absent.body));
    let out = house.call(Method::DELETE, "/v1/session").cookie(&cookie).send().await;
    assert_eq!(out.status, StatusCode::NO_CONTENT);
    let answer = house.call(Method::GET, "/v1/orders").cookie(&cookie).send().await;
    assert_eq!(answer.refusal(), (401, "unauthenticated".to_owned()));
}

#[tokio::test]
async fn another_site_changes_nothing_on_a_recipients_behalf() {
    let scene = Scene::new().await;
    let path = format!("/v1/parcels/{}/instruction", scene.tour.parcel(3));
    let body = json!({ "safe_place": "garage" });
    for (name, value) in [("sec-fetch-site", "cross-site"), ("origin", "https://evil.example")] {
        let call = scene.house.call(Method::PUT, &path).cookie(&scene.recipient).header(name, value);
        assert_eq!(call.json(&body).await.refusal(), (403, "foreign_origin".to_owned()));
    }
    let tracking = scene.house.tracking(&scene.recipient, scene.tour.parcel(3)).await;
    assert!(tracking.get("instruction").is_none());
}
