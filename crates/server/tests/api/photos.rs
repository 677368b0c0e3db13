//! Photos of deliveries: who adds one, who sees it, and what never does.

use std::io::Cursor;

use http::{Method, StatusCode};
use image::{ImageFormat, Rgb, RgbImage};
use serde_json::{Value, json};

use super::house::{Answer, Cookie, House, event_id, text};
use super::town::{Scene, Tour, tour};

/// A plain picture of one shade.
pub(crate) fn picture(shade: u8) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    let plain = RgbImage::from_pixel(320, 240, Rgb([shade; 3]));
    plain.write_to(&mut bytes, ImageFormat::Jpeg).expect("memory takes it");
    bytes.into_inner()
}

async fn send(house: &House, token: &str, parcel: &str, photo: &str, bytes: Vec<u8>) -> Answer {
    let path = format!("/v1/driver/parcels/{parcel}/photo?photo={photo}&age_s=90");
    house.call(Method::PUT, &path).key(token).header("content-type", "image/jpeg").bytes(bytes).await
}

async fn see(house: &House, who: &Cookie, parcel: &str) -> Answer {
    house.call(Method::GET, &format!("/v1/parcels/{parcel}/proof/photo")).cookie(who).send().await
}

impl Scene {
    /// Ada's parcel.
    fn brought(&self) -> &str {
        self.tour.parcel(3)
    }

    async fn ends(&self, outcome: &str) {
        let kind = if outcome.starts_with("failed") { "attempted" } else { "delivered" };
        self.house.happens(&self.token, kind, json!({ "parcel": self.brought(), "outcome": outcome })).await;
    }

    async fn photo(&self, photo: &str, bytes: Vec<u8>) -> Answer {
        send(&self.house, &self.token, self.brought(), photo, bytes).await
    }

    async fn proof(&self) -> Answer {
        see(&self.house, &self.recipient, self.brought()).await
    }

    async fn page(&self) -> String {
        let path = format!("/parcels/{}", self.brought());
        self.house.call(Method::GET, &path).cookie(&self.recipient).send().await.text()
    }
}

fn shade(answer: &Answer) -> u8 {
    let read = image::load_from_memory(&answer.body).expect("it is a picture").into_rgb8();
    read.get_pixel(100, 100).0[0]
}

#[tokio::test]
async fn a_photo_of_a_delivery_is_seen_by_its_recipient() {
    let scene = Scene::new().await;
    assert_eq!(scene.proof().await.refusal(), (404, "not_found".to_owned()));
    assert_eq!(scene.photo(&event_id(), picture(9)).await.refusal(), (409, "not_delivered".to_owned()));
    scene.house.clock.advance_s(600);
    scene.ends("delivered_to_safe_place").await;
    let before = scene.house.tracking(&scene.recipient, scene.brought()).await;
    assert!(before.get("photo_at").is_none());
    assert!(!scene.page().await.contains("<img"));

    let taken_at = scene.house.ago_s(90);
    let kept = scene.photo(&event_id(), picture(200)).await;
    assert_eq!(kept.status, StatusCode::NO_CONTENT, "{}", kept.text());
    let told = scene.house.tracking(&scene.recipient, scene.brought()).await;
    assert_eq!(told["photo_at"], json!(taken_at));
    let page = scene.page().await;
    assert!(page.contains(&format!("src=\"/v1/parcels/{}/proof/photo?at=", scene.brought())), "{page}");
    assert!(page.contains("alt=\"Photo of the delivery: your parcel at the safe place\""));

    let seen = scene.proof().await;
    assert_eq!(seen.status, StatusCode::OK);
    assert!(shade(&seen).abs_diff(200) < 4);
    for (name, value) in [
        ("content-type", "image/jpeg"),
        ("content-disposition", "inline"),
        ("cache-control", "no-store"),
        ("x-content-type-options", "nosniff"),
        ("cross-origin-resource-policy", "same-origin"),
        ("content-security-policy", "default-src 'none'; frame-ancestors 'none'; sandbox"),
    ] {
        assert_eq!(seen.header(name), Some(value), "{name}");
    }
}

#[tokio::test]
async fn a_photo_is_replaced_until_the_tour_ends_and_each_is_taken_once() {
    let scene = Scene::new().await;
    scene.ends("delivered_to_mailbox").await;
    let (first, second) = (event_id(), event_id());
    assert_eq!(scene.photo(&first, picture(40)).await.status, StatusCode::NO_CONTENT);
    scene.house.clock.advance_s(3_600);
    assert_eq!(scene.photo(&second, picture(220)).await.status, StatusCode::NO_CONTENT);
    assert!(shade(&scene.proof().await).abs_diff(220) < 4);
    scene.house.happens(&scene.token, "ended", json!({})).await;
    assert_eq!(scene.photo(&first, picture(40)).await.refusal(), (409, "too_late".to_owned()));
    let again = scene.photo(&second, Vec::new()).await;
    assert_eq!(again.status, StatusCode::NO_CONTENT, "who did not hear the answer is told the same");
    assert!(shade(&scene.proof().await).abs_diff(220) < 4);
}

#[tokio::test]
async fn a_phone_that_was_without_signal_sends_its_photo_later_but_not_for_ever() {
    let scene = Scene::new().await;
    scene.ends("delivered_to_safe_place").await;
    scene.house.clock.advance_s(60);
    scene.house.happens(&scene.token, "ended", json!({})).await;
    scene.house.clock.advance_s(9 * 3_600);
    assert_eq!(scene.photo(&event_id(), picture(40)).await.status, StatusCode::NO_CONTENT);
    scene.house.clock.advance_s(599);
    assert_eq!(scene.photo(&event_id(), picture(220)).await.status, StatusCode::NO_CONTENT);
    scene.house.clock.advance_s(2);
    assert_eq!(scene.photo(&event_id(), picture(40)).await.refusal(), (409, "too_late".to_owned()));

    let scene = Scene::new().await;
    scene.ends("delivered_to_safe_place").await;
    scene.house.clock.advance_s(24 * 3_600);
    assert_eq!(scene.photo(&event_id(), picture(40)).await.status, StatusCode::NO_CONTENT, "at the limit");
    let scene = Scene::new().await;
    scene.ends("delivered_to_safe_place").await;
    scene.house.clock.advance_s(24 * 3_600 + 1);
    assert_eq!(scene.photo(&event_id(), picture(40)).await.refusal(), (409, "too_late".to_owned()));
}

#[tokio::test]
async fn only_what_was_delivered_at_a_door_has_a_photo() {
    for outcome in ["delivered_to_pickup_point", "failed_not_home"] {
        let scene = Scene::new().await;
        scene.ends(outcome).await;
        let refused = scene.photo(&event_id(), picture(9)).await.refusal();
        assert_eq!(refused, (409, "not_delivered".to_owned()), "{outcome}");
    }
    for outcome in ["delivered_to_recipient", "delivered_to_neighbour"] {
        let scene = Scene::new().await;
        scene.ends(outcome).await;
        assert_eq!(scene.photo(&event_id(), picture(9)).await.status, StatusCode::NO_CONTENT, "{outcome}");
    }
}

#[tokio::test]
async fn nobody_else_adds_or_sees_a_photo() {
    let scene = Scene::new().await;
    let house = &scene.house;
    let shares = format!("/v1/parcels/{}/shares", scene.brought());
    let wish = json!({ "permission": "accept" });
    let given = house.call(Method::POST, &shares).cookie(&scene.recipient).json(&wish).await.value();
    let link = text(&given, "url");
    scene.ends("delivered_to_safe_place").await;
    let (_, other_driver) = house.driver("Mika").await;
    let strange = send(house, &other_driver, scene.brought(), &event_id(), picture(9)).await;
    let absent = send(house, &other_driver, &event_id(), &event_id(), picture(9)).await;
    assert_eq!((strange.status, &strange.body), (StatusCode::NOT_FOUND, &absent.body));
    assert_eq!(send(house, &house.key, scene.brought(), &event_id(), picture(9)).await.refusal().0, 401);
    assert_eq!(scene.photo(&event_id(), picture(200)).await.status, StatusCode::NO_CONTENT);

    let bob = house.recipient("bob@example.org", "Bob").await;
    let (foreign, none) = (see(house, &bob, scene.brought()).await, see(house, &bob, &event_id()).await);
    assert_eq!((foreign.status, &foreign.body), (StatusCode::NOT_FOUND, &none.body));
    let dispatcher = house.dispatcher().await;
    assert!(
        !see(house, &dispatcher, scene.brought()).await.status.is_success(),
        "staff has no business there"
    );
    let path = format!("/v1/parcels/{}/proof/photo", scene.brought());
    for token in [&scene.token, &house.key] {
        assert!(!house.call(Method::GET, &path).key(token).send().await.status.is_success());
    }
    assert_eq!(house.call(Method::GET, &path).send().await.refusal().0, 401);

    let opened = house.call(Method::GET, &link.replace("http://localhost", "")).send().await;
    assert_eq!(opened.status, StatusCode::OK);
    assert!(!opened.text().contains("photo"), "a share shows a window and a name");
}

#[tokio::test]
async fn rules_say_of_which_deliveries_there_are_photos() {
    let house = House::new().await;
    let ada = house.recipient("ada@example.org", "Ada").await;
    let (driver, token) = house.driver("Dora").await;
    let kinds = ["ordinary", "gift", "confidential", "high_value"];
    let body = tour("T1", &driver, 4, |number, parcel| {
        parcel["kind"] = json!(kinds.get(usize::try_from(number).expect("few stops") - 1));
        parcel["recipient_email"] = json!("ada@example.org");
    });
    let tour = Tour::bring(&house, &body).await;
    house.happens(&token, "started", json!({})).await;
    for number in 1..=4 {
        let fields = json!({ "parcel": tour.parcel(number), "outcome": "delivered_to_recipient" });
        let operator = json!({ "events": [house.event("delivered", fields)] });
        house.post(&format!("/v1/tours/{}/events", tour.id), &operator).await;
    }
    let asked = async || {
        let day = house.call(Method::GET, "/v1/driver/tour").key(&token).send().await.value();
        let stops = day["tour"]["stops"].as_array().cloned().unwrap_or_default();
        stops.iter().map(|stop| stop["parcels"][0]["photo"] == true).collect::<Vec<_>>()
    };
    assert_eq!(asked().await, [true, false, false, false]);
    for number in 2..=4 {
        let refused = send(&house, &token, tour.parcel(number), &event_id(), picture(9)).await.refusal();
        assert_eq!(refused, (409, "photo_not_wanted".to_owned()));
    }
    house.ask(Method::PUT, "/v1/visibility", &json!({ "photo": "always" })).await;
    assert_eq!(asked().await, [true; 4]);
    for number in 1..=4 {
        let kept = send(&house, &token, tour.parcel(number), &event_id(), picture(9)).await;
        assert_eq!(kept.status, StatusCode::NO_CONTENT, "{number}");
        assert_eq!(see(&house, &ada, tour.parcel(number)).await.status, StatusCode::OK, "{number}");
    }
    house.ask(Method::PUT, "/v1/visibility", &json!({ "photo": "ordinary" })).await;
    for number in 2..=4 {
        assert_eq!(see(&house, &ada, tour.parcel(number)).await.status, StatusCode::NOT_FOUND, "{number}");
    }
    let rules = format!("/v1/parcels/{}/visibility", tour.parcel(1));
    house.ask(Method::PUT, &rules, &json!({ "photo": "never" })).await;
    assert_eq!(see(&house, &ada, tour.parcel(1)).await.status, StatusCode::NOT_FOUND);
    assert!(house.tracking(&ada, tour.parcel(1)).await.get("photo_at").is_none());
}

#[tokio::test]
async fn what_is_no_photo_is_refused_with_the_reason() {
    let scene = Scene::new().await;
    scene.ends("delivered_to_safe_place").await;
    let whole = picture(9);
    let cut = whole.get(..whole.len() / 2).expect("half").to_vec();
    let mut bomb = whole.clone();
    let frame = bomb.windows(2).position(|bytes| bytes == [0xff, 0xc0]).expect("a frame");
    bomb.splice(frame + 5..frame + 9, [0xfd, 0xe8, 0xfd, 0xe8]);
    for (bytes, expected) in [
        (Vec::new(), (422, "photo_empty")),
        (b"GIF89a\x01\0\x01\0".to_vec(), (415, "photo_kind")),
        (cut, (422, "photo_broken")),
        (bomb, (422, "photo_too_large")),
        (vec![0; (2 << 20) + 1], (413, "body_too_large")),
        (vec![0; 30 << 20], (413, "body_too_large")),
    ] {
        let refused = scene.photo(&event_id(), bytes).await.refusal();
        assert_eq!(refused, (expected.0, expected.1.to_owned()));
    }
    assert_eq!(scene.proof().await.status, StatusCode::NOT_FOUND, "nothing of it was kept");
    for query in ["", "?photo=7", "?photo=00000000000000000000000000000001&age_s=-1"] {
        let path = format!("/v1/driver/parcels/{}/photo{query}", scene.brought());
        let answer = scene.house.call(Method::PUT, &path).key(&scene.token).bytes(picture(9)).await;
        assert_eq!(answer.refusal(), (422, "invalid".to_owned()), "{query}");
    }
    assert_eq!(scene.house.tracking(&scene.recipient, scene.brought()).await.get("photo_at"), None::<&Value>);
}
