//! The stream of what a recipient may see.

use std::time::Duration;

use axum::body::BodyDataStream;
use futures_util::StreamExt as _;
use http::{Method, StatusCode};
use serde_json::{Value, json};

use super::house::Cookie;
use super::town::{Scene, before};

/// A message of a stream.
struct Message {
    id: String,
    data: Value,
    length: usize,
}

struct Stream(BodyDataStream);

impl Stream {
    async fn open(scene: &Scene, recipient: &Cookie, last_id: Option<&str>) -> Self {
        let path = format!("/v1/parcels/{}/tracking/stream", scene.tour.parcel(3));
        let mut call = scene.house.call(Method::GET, &path).cookie(recipient);
        if let Some(id) = last_id {
            call = call.header("last-event-id", id);
        }
        let response = call.response(String::new()).await;
        assert_eq!(response.status(), StatusCode::OK);
        let header = |name: &str| {
            response.headers().get(name).and_then(|value| value.to_str().ok()).map(str::to_owned)
        };
        assert_eq!(header("content-type").as_deref(), Some("text/event-stream"));
        assert_eq!(header("cache-control").as_deref(), Some("no-store"));
        let mut stream = Self(response.into_body().into_data_stream());
        assert!(stream.frame().await.starts_with("retry: "));
        stream
    }

    async fn frame(&mut self) -> String {
        let frame = self.0.next().await.expect("the stream goes on").expect("a frame");
        String::from_utf8(frame.to_vec()).expect("a text")
    }

    async fn message(&mut self) -> Message {
        loop {
            let frame = self.frame().await;
            if frame.starts_with(':') {
                continue;
            }
            let field = |name: &str| {
                frame.lines().find_map(|line| line.strip_prefix(name)).expect("a field").to_owned()
            };
            assert_eq!(field("event: "), "tracking");
            let data = field("data: ");
            return Message {
                id: field("id: "),
                length: data.len(),
                data: serde_json::from_str(&data).expect("JSON"),
            };
        }
    }
}

#[tokio::test]
async fn what_changes_is_told_and_only_what_changes() {
    let scene = Scene::new().await;
    let mut stream = Stream::open(&scene, &scene.recipient, None).await;
    let first = stream.message().await;
    assert_eq!(first.data, scene.house.tracking(&scene.recipient, scene.tour.parcel(3)).await);
    scene.house.clock.advance_s(60);
    scene.house.happens(&scene.token, "fix", before(1)).await;
    let second = stream.message().await;
    assert_eq!(second.data["map"]["state"], "open");
    assert_ne!(second.id, first.id);
    assert_eq!(second.length % 1024, 0, "the length tells nothing");

    let whole = scene.whole().await;
    assert_eq!(whole["watchers"], 1);
    let mut again = Stream::open(&scene, &scene.recipient, Some(&second.id)).await;
    scene
        .house
        .happens(
            &scene.token,
            "delivered",
            json!({ "parcel": scene.tour.parcel(1), "outcome": "delivered_to_mailbox" }),
        )
        .await;
    let third = again.message().await;
    assert_eq!(third.data["remaining_stop_count"], 2, "what was known was not sent again");
    drop((stream, again));
}

#[tokio::test]
async fn an_account_has_ten_streams_and_a_logout_ends_them() {
    let scene = Scene::new().await;
    let mut streams = Vec::new();
    for _ in 0..10 {
        streams.push(Stream::open(&scene, &scene.recipient, None).await);
    }
    let path = format!("/v1/parcels/{}/tracking/stream", scene.tour.parcel(3));
    let answer = scene.house.call(Method::GET, &path).cookie(&scene.recipient).send().await;
    assert_eq!(answer.refusal(), (429, "too_many_streams".to_owned()));
    streams.pop();
    let mut last = Stream::open(&scene, &scene.recipient, None).await;
    last.message().await;
    scene.house.call(Method::DELETE, "/v1/session").cookie(&scene.recipient).send().await;
    assert!(last.0.next().await.is_none(), "it is over");
}

/// Waits by a clock of its own, on which only waiting takes time.
#[tokio::test]
async fn a_change_of_rules_reaches_open_streams_within_two_seconds() {
    let scene = Scene::new().await;
    scene.house.clock.advance_s(60);
    scene.house.happens(&scene.token, "fix", before(1)).await;
    let mut stream = Stream::open(&scene, &scene.recipient, None).await;
    assert_eq!(stream.message().await.data["map"]["state"], "open");
    tokio::time::pause();
    let own = format!("/v1/parcels/{}/visibility", scene.tour.parcel(3));
    let sender = "/v1/visibility/senders/example%20shop";
    for (path, rules, state) in [
        ("/v1/visibility", json!({ "map": "never", "release": "exact" }), "hidden"),
        (sender, json!("open"), "open"),
        (own.as_str(), json!("gift"), "hidden"),
        (own.as_str(), json!({}), "open"),
        (sender, json!({ "map": "never" }), "hidden"),
    ] {
        let begun = tokio::time::Instant::now();
        scene.house.ask(Method::PUT, path, &rules).await;
        let told = stream.message().await;
        assert_eq!(told.data["map"]["state"], state, "{path}");
        assert!(begun.elapsed() <= Duration::from_secs(2), "{path}");
    }
}

/// Waits by a clock of its own, on which only waiting takes time.
#[tokio::test]
async fn a_driver_who_closes_the_map_closes_it_within_two_seconds() {
    let scene = Scene::new().await;
    let house = &scene.house;
    house.clock.advance_s(60);
    house.happens(&scene.token, "fix", before(1)).await;
    let mut stream = Stream::open(&scene, &scene.recipient, None).await;
    let open = stream.message().await.data;
    assert_eq!(open["map"]["state"], "open");
    let hidden = json!({ "state": "hidden", "hidden_because": "driver_hidden" });
    tokio::time::pause();
    for (kind, map, is_hidden) in [("map_hidden", &hidden, true), ("map_shown", &open["map"], false)] {
        house.clock.advance_s(1);
        let begun = tokio::time::Instant::now();
        house.happens(&scene.token, kind, json!({})).await;
        let told = stream.message().await.data;
        assert!(begun.elapsed() <= Duration::from_secs(2), "{kind}");
        assert_eq!(&told["map"], map);
        assert_eq!(told["remaining_stop_count"], open["remaining_stop_count"]);
        assert!(told.get("forecast").is_some(), "the window stays");
        assert_eq!(scene.whole().await["map_hidden"], is_hidden);
        let page = house.call(Method::GET, "/dispatch").cookie(&house.dispatcher().await).send().await;
        assert_eq!(page.text().contains("map closed by the driver"), is_hidden);
    }
}
