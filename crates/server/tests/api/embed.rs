//! What pages of shops show, and to whom.

use doorstep_domain::Personal;
use doorstep_domain::visibility::SenderKey;
use doorstep_server::secret::{fresh_token, token_hash};
use doorstep_store::{ApiKey, Keys as _, Scope};
use http::header::{ACCESS_CONTROL_ALLOW_ORIGIN, CONTENT_SECURITY_POLICY, ORIGIN};
use http::{Method, StatusCode};
use http_body_util::BodyExt as _;
use serde_json::{Value, json};

use super::house::{Answer, House, text};
use super::town::{Scene, Tour, before, tour};

const SHOP: &str = "https://shop.example.org";

/// The key of a shop.
async fn shop(house: &House, name: &str) -> String {
    let key = fresh_token();
    let record = ApiKey {
        token: token_hash(&key),
        operator: house.operator,
        label: name.to_owned(),
        scopes: vec![Scope::Embed],
        sender: Some(SenderKey::of(&Personal::new(name))),
        revoked_at: None,
    };
    house.store.insert_key(record).await.expect("a key is added");
    key
}

async fn ask(house: &House, key: &str, number: &str) -> Answer {
    let wish = json!({ "tracking_number": number, "origin": SHOP });
    house.call(Method::POST, "/v1/embed-tokens").key(key).json(&wish).await
}

async fn token(house: &House, key: &str, number: &str) -> String {
    let answer = ask(house, key, number).await;
    assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text());
    text(&answer.value(), "token")
}

async fn get(house: &House, path: &str) -> Answer {
    house.call(Method::GET, path).header(ORIGIN.as_str(), SHOP).send().await
}

/// A tour whose van is near Ada, who told where to leave the parcel.
async fn near() -> Scene {
    let scene = Scene::new().await;
    let wish = json!({ "safe_place": "garage", "note": "behind the blue bin" });
    let path = format!("/v1/parcels/{}/instruction", scene.tour.parcel(3));
    let told = scene.house.call(Method::PUT, &path).cookie(&scene.recipient).json(&wish).await;
    assert_eq!(told.status, StatusCode::OK, "{}", told.text());
    scene.house.clock.advance_s(30);
    scene.house.happens(&scene.token, "fix", before(1)).await;
    scene
}

#[tokio::test]
async fn a_shop_shows_its_own_parcels_and_does_nothing_else() {
    let scene = near().await;
    let house = &scene.house;
    let (own, other) = (shop(house, " example SHOP").await, shop(house, "Other Shop").await);
    assert_eq!(ask(house, &own, "T1-3").await.status, StatusCode::CREATED);
    assert_eq!(
        ask(house, &house.key, "T1-3").await.status,
        StatusCode::CREATED,
        "operators see all of theirs"
    );
    for (key, number) in [(&other, "T1-3"), (&own, "T1-99"), (&house.other_operator().await, "T1-3")] {
        assert_eq!(ask(house, key, number).await.refusal(), (404, "not_found".to_owned()), "{number}");
    }
    for path in ["/v1/parcels", "/v1/tours", "/v1/regions"] {
        let refused = house.call(Method::GET, path).key(&own).send().await;
        assert_eq!(refused.refusal(), (403, "scope_missing".to_owned()), "{path}");
    }
    let unknown = house.call(Method::POST, "/v1/embed-tokens").json(&json!({})).await;
    assert_eq!(unknown.refusal(), (401, "unauthenticated".to_owned()));
    let bad = json!({ "tracking_number": "T1-3", "origin": "shop.example.org/orders" });
    let bad = house.call(Method::POST, "/v1/embed-tokens").key(&own).json(&bad).await;
    assert_eq!(bad.problems(), [("origin".to_owned(), "bad_origin".to_owned())]);
}

#[tokio::test]
async fn it_shows_when_and_how_far_and_neither_where_nor_what_was_asked_for() {
    let scene = near().await;
    let token = token(&scene.house, &scene.house.key, "T1-3").await;
    let told = get(&scene.house, &format!("/v1/embed/{token}?lang=de")).await;
    assert_eq!(told.status, StatusCode::OK, "{}", told.text());
    let shown = told.value();
    assert_eq!((&shown["status"], &shown["map_open"]), (&json!("out_for_delivery"), &json!(true)), "{shown}");
    assert_eq!(shown["remaining_stop_count"], 3);
    assert_eq!(shown["words"]["stops"], "Noch 2 Stopps vor Ihnen");
    assert!(shown["window"]["from"].is_string() && shown["language"] == "de", "{shown}");
    let all = told.text();
    for secret in ["43.7", "7.41", "lat", "garage", "Garage", "bin", "Dora", "Ada", "Example Street"] {
        assert!(!all.contains(secret), "{secret} is told: {all}");
    }
    assert!(get(&scene.house, &format!("/v1/embed/{token}")).await.text().contains("2 stops before you"));

    let handed = json!({ "parcel": scene.tour.parcel(3), "outcome": "delivered_to_safe_place" });
    scene.house.happens(&scene.token, "delivered", handed).await;
    let over = get(&scene.house, &format!("/v1/embed/{token}")).await;
    assert_eq!((&over.value()["is_over"], &over.value()["map_open"]), (&json!(true), &json!(false)));
    assert!(!over.text().to_lowercase().contains("garage"), "{}", over.text());
}

#[tokio::test]
async fn who_ordered_for_someone_else_reads_the_status_and_the_day() {
    let house = House::new().await;
    let (driver, token_of_device) = house.driver("Dora").await;
    let _ada = house.recipient("ada@example.org", "Ada").await;
    let _bob = house.recipient("bob@example.org", "Bob").await;
    let body = tour("T1", &driver, 2, |number, parcel| {
        parcel["recipient_email"] = json!("ada@example.org");
        if number == 1 {
            parcel["buyer_email"] = json!("bob@example.org");
        } else {
            parcel["kind"] = json!("high_value");
        }
    });
    let _tour = Tour::bring(&house, &body).await;
    house.happens(&token_of_device, "started", json!({})).await;
    house.happens(&token_of_device, "fix", before(1)).await;
    for number in ["T1-1", "T1-2"] {
        let token = token(&house, &house.key, number).await;
        let shown = get(&house, &format!("/v1/embed/{token}")).await.value();
        assert_eq!(
            (&shown["window"], &shown["remaining_stop_count"], &shown["map_open"]),
            (&Value::Null, &Value::Null, &json!(false)),
            "{number}: {shown}"
        );
        assert_eq!(shown["words"]["kicker"], "Today");
        let map = get(&house, &format!("/embed/{token}/map")).await.text();
        assert!(map.contains("data-stage=\"none\"") && !map.contains("data-map="), "{map}");
    }
}

#[tokio::test]
async fn a_token_ends_and_is_good_for_pages_of_one_origin() {
    let scene = near().await;
    let token = token(&scene.house, &scene.house.key, "T1-3").await;
    let path = format!("/v1/embed/{token}");
    let shown = get(&scene.house, &path).await;
    assert_eq!(shown.header(ACCESS_CONTROL_ALLOW_ORIGIN.as_str()), Some("*"));
    assert_eq!(shown.header("cross-origin-resource-policy"), Some("cross-origin"));
    assert_eq!(shown.header("referrer-policy"), Some("no-referrer"));
    let elsewhere = scene.house.call(Method::GET, &path).header(ORIGIN.as_str(), "https://evil.example");
    assert_eq!(elsewhere.send().await.refusal(), (403, "foreign_origin".to_owned()));
    let local = scene.house.call(Method::GET, &path).header("origin", "null").send().await;
    assert_eq!(local.refusal(), (403, "foreign_origin".to_owned()));
    scene.house.clock.advance_s(15 * 60);
    for path in
        [path, format!("/embed/{token}/badge.svg"), "/v1/embed/x".to_owned(), "/embed/x/map".to_owned()]
    {
        let ended = get(&scene.house, &path).await;
        assert_eq!(ended.status, StatusCode::GONE, "{path}");
        assert_eq!(ended.header(ACCESS_CONTROL_ALLOW_ORIGIN.as_str()), Some("*"), "the page reads why");
    }
}

#[tokio::test]
async fn the_map_is_framed_by_the_shop_alone_and_follows_the_van() {
    let scene = near().await;
    let token = token(&scene.house, &scene.house.key, "T1-3").await;
    let page = get(&scene.house, &format!("/embed/{token}/map?lang=de")).await;
    let policy = page.header(CONTENT_SECURITY_POLICY.as_str()).expect("a policy");
    assert!(policy.ends_with("frame-ancestors https://shop.example.org"), "{policy}");
    assert!(page.text().contains("data-map=") && page.text().contains("lang=\"de\""), "{}", page.text());
    let stream = format!("/embed/{token}/map/stream");
    let mut body = scene.house.call(Method::GET, &stream).response(String::new()).await.into_body();
    let mut told = String::new();
    while !told.contains("\n\nevent: page") && !told.contains("data: {\"parts\"") {
        let frame = body.frame().await.expect("a frame").expect("a body").into_data().expect("data");
        told.push_str(&String::from_utf8_lossy(&frame));
    }
    assert!(told.contains("\"van\"") && !told.contains("garage"), "{told}");
}

#[tokio::test]
async fn the_stream_tells_what_the_answer_does() {
    let scene = near().await;
    let token = token(&scene.house, &scene.house.key, "T1-3").await;
    let asked = get(&scene.house, &format!("/v1/embed/{token}?lang=en")).await.value();
    let stream = format!("/v1/embed/{token}/stream?lang=en");
    let mut body = scene.house.call(Method::GET, &stream).response(String::new()).await.into_body();
    let told = loop {
        let frame = body.frame().await.expect("a frame").expect("a body").into_data().expect("data");
        let frame = String::from_utf8_lossy(&frame).into_owned();
        if let Some((_, data)) = frame.split_once("data: ") {
            break serde_json::from_str::<Value>(data.trim()).expect("JSON");
        }
    };
    assert_eq!(told, asked);
}

#[tokio::test]
async fn a_parcel_is_asked_for_sixty_times_a_minute_and_shown_on_ten_open_pages() {
    let scene = near().await;
    let token = token(&scene.house, &scene.house.key, "T1-3").await;
    let path = format!("/v1/embed/{token}");
    for _ in 0..60 {
        assert_eq!(get(&scene.house, &path).await.status, StatusCode::OK);
    }
    let refused = get(&scene.house, &path).await;
    assert_eq!(refused.refusal(), (429, "too_many_openings".to_owned()));
    let stream = format!("{path}/stream");
    let mut open = Vec::new();
    for _ in 0..10 {
        open.push(scene.house.call(Method::GET, &stream).response(String::new()).await);
    }
    assert!(open.iter().all(|stream| stream.status() == StatusCode::OK));
    assert_eq!(get(&scene.house, &stream).await.refusal(), (429, "too_many_streams".to_owned()));
}

#[tokio::test]
async fn the_badge_is_a_picture_with_words_and_the_script_is_for_every_site() {
    let scene = near().await;
    let token = token(&scene.house, &scene.house.key, "T1-3").await;
    let badge = get(&scene.house, &format!("/embed/{token}/badge.svg?lang=de")).await;
    assert_eq!(badge.header("content-type"), Some("image/svg+xml"));
    assert!(
        badge.text().contains("Example Express") && badge.text().contains("zwischen"),
        "{}",
        badge.text()
    );
    let script = scene.house.call(Method::GET, "/embed/tracker.js").send().await;
    assert_eq!(script.header("content-type"), Some("text/javascript"));
    assert_eq!(script.header("cross-origin-resource-policy"), Some("cross-origin"));
}
