//! Where exactly a safe place is: a pin and a photo, seen by the recipient and the driver who brings the parcel.

use http::{Method, StatusCode};
use serde_json::{Value, json};

use super::house::{Answer, text};
use super::photos::picture;
use super::town::{Scene, before, place};

impl Scene {
    fn marked(&self) -> &str {
        self.tour.parcel(3)
    }

    async fn puts(&self, what: &str, body: &Value) -> Answer {
        self.house.clock.advance_s(1);
        let path = format!("/v1/parcels/{}/{what}", self.marked());
        self.house.call(Method::PUT, &path).cookie(&self.recipient).json(body).await
    }

    async fn sends_photo(&self, sent: Vec<u8>) -> Answer {
        let path = format!("/v1/parcels/{}/place-photo", self.marked());
        let call = self.house.call(Method::PUT, &path).cookie(&self.recipient);
        call.header("content-type", "image/jpeg").bytes(sent).await
    }

    async fn driver_photo(&self, token: &str) -> Answer {
        let path = format!("/v1/driver/parcels/{}/place-photo", self.marked());
        self.house.call(Method::GET, &path).key(token).send().await
    }

    async fn marks(&self, form: &str) -> Answer {
        let path = format!("/parcels/{}/instruction", self.marked());
        let call = self.house.call(Method::POST, &path).cookie(&self.recipient);
        let call = call.header("sec-fetch-site", "same-origin");
        let call = call.header("content-type", "application/x-www-form-urlencoded");
        call.bytes(form.as_bytes().to_vec()).await
    }

    async fn of_phone(&self) -> Value {
        let answer = self.house.call(Method::GET, "/v1/driver/tour").key(&self.token).send().await.value();
        let stops = answer["tour"]["stops"].as_array().expect("stops").clone();
        let parcels = stops.iter().flat_map(|stop| stop["parcels"].as_array().expect("parcels"));
        parcels.into_iter().find(|parcel| parcel["id"] == self.marked()).expect("the parcel").clone()
    }
}

#[tokio::test]
async fn a_pin_and_a_photo_are_shown_to_the_driver_until_the_parcel_is_delivered() {
    let scene = Scene::new().await;
    let pin = place(3);
    assert_eq!(scene.puts("mark", &json!({ "pin": pin })).await.refusal(), (409, "no_safe_place".to_owned()));
    scene.puts("instruction", &json!({ "safe_place": "shed" })).await;
    let photo = text(&scene.sends_photo(picture(90)).await.value(), "photo");
    assert_eq!(scene.driver_photo(&scene.token).await.status, StatusCode::NOT_FOUND, "no mark names it yet");
    let stands = scene.puts("mark", &json!({ "pin": pin, "photo": photo, "version": 1 })).await;
    assert_eq!(stands.value()["mark"], json!({ "pin": pin, "photo": photo }));

    let parcel = scene.of_phone().await;
    assert_eq!((&parcel["mark"]["photo"], &parcel["wishes_version"]), (&json!(photo), &json!(2)));
    let seen = scene.driver_photo(&scene.token).await;
    assert_eq!((seen.status, seen.header("content-type")), (StatusCode::OK, Some("image/jpeg")));
    let (_, other) = scene.house.driver("Eli").await;
    assert_eq!(scene.driver_photo(&other).await.status, StatusCode::NOT_FOUND);
    let page = scene.house.call(Method::GET, &format!("/parcels/{}", scene.marked()));
    assert!(
        page.cookie(&scene.recipient).send().await.text().contains(&format!("place-photo?photo={photo}"))
    );

    scene.house.clock.advance_s(60);
    scene.house.happens(&scene.token, "fix", before(3)).await;
    let delivered = json!({ "parcel": scene.marked(), "outcome": "delivered_to_safe_place" });
    scene.house.happens(&scene.token, "delivered", delivered).await;
    assert_eq!(scene.driver_photo(&scene.token).await.status, StatusCode::NOT_FOUND, "that is over");
}

#[tokio::test]
async fn naming_another_place_takes_the_mark_with_it_and_other_words_do_not() {
    let scene = Scene::new().await;
    scene.puts("instruction", &json!({ "safe_place": "shed" })).await;
    let marked = scene.puts("mark", &json!({ "pin": place(3) })).await.value();
    let words =
        scene.puts("instruction", &json!({ "safe_place": "shed", "note": "behind it" })).await.value();
    assert_eq!(words["mark"], marked["mark"]);
    let elsewhere = scene.puts("instruction", &json!({ "safe_place": "garage" })).await.value();
    assert!(elsewhere.get("mark").is_none(), "{elsewhere}");
    assert!(scene.of_phone().await.get("mark").is_none());
}

#[tokio::test]
async fn a_photo_that_is_taken_back_is_kept_nowhere() {
    let scene = Scene::new().await;
    let path = format!("/v1/parcels/{}/place-photo", scene.marked());
    for (what, body) in [("mark", json!({})), ("instruction", json!({ "safe_place": "garage" }))] {
        scene.puts("instruction", &json!({ "safe_place": "shed" })).await;
        let photo = text(&scene.sends_photo(picture(90)).await.value(), "photo");
        assert_eq!(scene.puts("mark", &json!({ "photo": photo })).await.status, StatusCode::OK);
        scene.puts(what, &body).await;
        let gone = scene.house.call(Method::GET, &path).cookie(&scene.recipient).send().await;
        assert_eq!(gone.status, StatusCode::NOT_FOUND, "{what}");
    }
}

#[tokio::test]
async fn what_shows_nothing_is_refused_in_words() {
    let scene = Scene::new().await;
    scene.puts("instruction", &json!({ "safe_place": "shed" })).await;
    let far = scene.puts("mark", &json!({ "pin": place(5) })).await;
    assert_eq!(far.problems(), [("pin".to_owned(), "pin_too_far".to_owned())]);
    let unknown = scene.puts("mark", &json!({ "photo": "0".repeat(32) })).await;
    assert_eq!(unknown.problems(), [("photo".to_owned(), "unknown_photo".to_owned())]);
    for (sent, status, code) in [
        (Vec::new(), 422, "photo_empty"),
        (b"%PDF-1.7 nothing to see".to_vec(), 415, "photo_kind"),
        (picture(90).into_iter().take(200).collect(), 422, "photo_broken"),
        (vec![0xff; 30 << 20], 413, "body_too_large"),
    ] {
        assert_eq!(scene.sends_photo(sent).await.refusal(), (status, code.to_owned()));
    }
    for (form, words) in [
        ("pin=43.9,7.4&photo=&version=1", "That is too far from your door"),
        ("pin=here&photo=&version=1", "That is too far from your door"),
        ("pin=&photo=x&version=1", "That photo is gone."),
    ] {
        let page = scene.marks(form).await;
        assert!(page.status.is_client_error() && page.text().contains(words), "{form}");
    }
    assert_eq!(scene.marks("pin=&photo=&version=1").await.status, StatusCode::SEE_OTHER);
    assert_eq!(scene.of_phone().await["wishes_version"], 1, "nothing was changed");
}

#[tokio::test]
async fn at_the_door_it_is_too_late_for_a_photo() {
    let scene = Scene::new().await;
    scene.puts("instruction", &json!({ "safe_place": "shed" })).await;
    scene.house.happens(&scene.token, "arrived", json!({ "stop": scene.tour.stop(3) })).await;
    scene.house.clock.advance_s(60);
    assert_eq!(scene.sends_photo(picture(90)).await.refusal(), (409, "too_late".to_owned()));
    let late = scene.puts("mark", &json!({ "pin": place(3) })).await;
    assert_eq!(late.refusal(), (409, "too_late".to_owned()));
}
