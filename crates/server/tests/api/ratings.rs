//! How well deliveries went, as recipients say: who may say it and when, who reads it, and what drivers never see.

use http::{Method, StatusCode};
use serde_json::{Value, json};

use super::house::{Answer, list};
use super::town::Scene;

impl Scene {
    fn rated(&self) -> &str {
        self.tour.parcel(3)
    }

    /// The driver hands it over.
    async fn delivers(&self) {
        self.house.clock.advance_s(60);
        let delivered = json!({ "parcel": self.rated(), "outcome": "delivered_to_recipient" });
        self.house.happens(&self.token, "delivered", delivered).await;
    }

    async fn rates(&self, body: &Value) -> Answer {
        let path = format!("/v1/parcels/{}/rating", self.rated());
        self.house.call(Method::PUT, &path).cookie(&self.recipient).json(body).await
    }

    async fn sends_rating(&self, form: &str) -> Answer {
        let path = format!("/parcels/{}/rating", self.rated());
        let call = self.house.call(Method::POST, &path).cookie(&self.recipient);
        let call = call.header("sec-fetch-site", "same-origin");
        let call = call.header("content-type", "application/x-www-form-urlencoded");
        call.bytes(form.as_bytes().to_vec()).await
    }

    async fn rated_page(&self) -> String {
        let path = format!("/parcels/{}", self.rated());
        self.house.call(Method::GET, &path).cookie(&self.recipient).send().await.text()
    }

    async fn rated_view(&self) -> Value {
        self.house.tracking(&self.recipient, self.rated()).await
    }
}

#[tokio::test]
async fn a_delivery_is_rated_and_read_by_its_operator() {
    let scene = Scene::new().await;
    assert_eq!(scene.rates(&json!({ "score": 5 })).await.refusal(), (409, "not_delivered".to_owned()));
    assert!(!scene.rated_page().await.contains("How was the delivery?"));
    scene.delivers().await;
    let seen = scene.rated_view().await;
    assert!(seen.get("rating_until").is_some() && seen.get("rating").is_none(), "{seen}");
    assert!(scene.rated_page().await.contains("How was the delivery?"));

    let rated = scene.rates(&json!({ "score": 4, "comment": "kind 🐕" })).await;
    assert_eq!(rated.status, StatusCode::OK, "{}", rated.text());
    assert_eq!(rated.value()["version"], 1);
    assert_eq!(
        scene.rates(&json!({ "score": 4, "comment": "kind 🐕" })).await.value(),
        rated.value(),
        "once"
    );
    assert_eq!(scene.rated_view().await["rating"], rated.value());
    let page = scene.rated_page().await;
    assert!(page.contains("You gave 4 out of 5.") && page.contains("kind 🐕"), "{page}");

    let parcel = scene.house.read(&format!("/v1/parcels/{}", scene.rated())).await;
    assert_eq!(parcel["rating"], rated.value());
    let counted = scene.house.read("/v1/ratings").await;
    assert_eq!(counted, json!({ "days": [{ "day": "2026-11-24", "counts": [0, 0, 0, 1, 0] }] }));
    let none = scene.house.read("/v1/ratings?from=2026-11-25&until=2026-11-26").await;
    assert_eq!(none, json!({ "days": [] }));
    let odd = scene.house.call(Method::GET, "/v1/ratings?from=soon").key(&scene.house.key).send().await;
    assert_eq!(odd.refusal(), (422, "invalid".to_owned()));
}

#[tokio::test]
async fn nothing_that_a_driver_reads_holds_a_rating() {
    let scene = Scene::new().await;
    scene.delivers().await;
    assert_eq!(scene.rates(&json!({ "score": 1, "comment": "CanaryComment" })).await.status, 200);
    for path in ["/v1/driver/tour", "/v1/driver/privacy"] {
        let read = scene.house.call(Method::GET, path).key(&scene.token).send().await;
        assert_eq!(read.status, StatusCode::OK);
        assert!(!read.text().contains("CanaryComment") && !read.text().contains("rating"), "{}", read.text());
    }
    let counts = scene.house.call(Method::GET, "/v1/ratings").key(&scene.token).send().await;
    assert_eq!(counts.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn a_rating_can_be_changed_for_a_week() {
    let scene = Scene::new().await;
    scene.delivers().await;
    assert_eq!(scene.rates(&json!({ "score": 5 })).await.status, 200);
    // The log of the tour is forgotten by then; what became of the parcel stands in its record.
    scene.house.clock.advance_s(6 * 24 * 60 * 60);
    assert_eq!(scene.rates(&json!({ "score": 2, "version": 1 })).await.value()["version"], 2);
    scene.house.clock.advance_s(24 * 60 * 60);
    assert_eq!(scene.rates(&json!({ "score": 1 })).await.refusal(), (409, "too_late".to_owned()));
    assert!(scene.rated_view().await.get("rating_until").is_none());
    let late = scene.sends_rating("score=1&comment=too+late&version=2").await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    let page = late.text();
    assert!(page.contains("can no longer be rated") && page.contains("You wrote: too late"), "{page}");
    assert!(page.contains("You gave 2 out of 5.") && !page.contains("name=\"score\""), "{page}");
    let counted = scene.house.read("/v1/ratings?from=2026-11-24&until=2026-11-24").await;
    assert_eq!(list(&counted, "days")[0]["counts"], json!([0, 1, 0, 0, 0]), "of the day of the delivery");
}

#[tokio::test]
async fn of_two_windows_the_older_one_is_told_what_stands() {
    let scene = Scene::new().await;
    scene.delivers().await;
    let first = scene.rates(&json!({ "score": 5, "version": 0 })).await;
    let late = scene.rates(&json!({ "score": 1, "version": 0 })).await;
    assert_eq!(late.refusal(), (409, "changed_meanwhile".to_owned()));
    assert_eq!(late.value()["now"], first.value());
    let form = scene.sends_rating("score=1&comment=left+in+the+rain&version=0").await;
    assert_eq!(form.status, StatusCode::CONFLICT);
    let page = form.text();
    assert!(page.contains("You gave 5 out of 5.") && page.contains("This was changed meanwhile"), "{page}");
    assert!(page.contains(">left in the rain</textarea>") && page.contains("value=\"1\" required checked"));
    assert_eq!(scene.sends_rating("score=1&comment=left+in+the+rain&version=1").await.status, 303);
}

#[tokio::test]
async fn a_sender_can_lock_ratings() {
    let scene = Scene::new().await;
    scene.delivers().await;
    let sender = "/v1/visibility/senders/example%20shop";
    scene.house.ask(Method::PUT, sender, &json!({ "choices": ["safe_place"] })).await;
    assert_eq!(scene.rates(&json!({ "score": 5 })).await.refusal(), (409, "not_offered".to_owned()));
    let seen = scene.rated_view().await;
    assert!(seen.get("rating_until").is_none(), "{seen}");
    assert!(!scene.rated_page().await.contains("How was the delivery?"));
}

#[tokio::test]
async fn odd_ratings_are_told_where_they_were_typed() {
    let scene = Scene::new().await;
    scene.delivers().await;
    for (body, problem) in [
        (json!({}), ("score", "missing")),
        (json!({ "score": 0 }), ("score", "out_of_range")),
        (json!({ "score": 4.5 }), ("score", "out_of_range")),
        (json!({ "score": "5" }), ("score", "wrong_type")),
        (json!({ "score": 5, "comment": "x".repeat(501) }), ("comment", "too_long")),
        (json!({ "score": 5, "comment": "a\u{1b}b" }), ("comment", "control_character")),
    ] {
        let refused = scene.rates(&body).await;
        assert_eq!(refused.problems(), [(problem.0.to_owned(), problem.1.to_owned())], "{body}");
    }
    let none = scene.sends_rating("comment=fine&version=0").await;
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(none.text().contains("Choose a number from 1 to 5.") && none.text().contains(">fine</textarea>"));
    let long = scene.sends_rating(&format!("score=3&comment={}", "%F0%9F%90%95".repeat(10_000))).await;
    assert_eq!(long.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = long.text();
    assert!(
        page.contains("at most 500 characters") && page.contains(&"🐕".repeat(10_000)),
        "nothing is lost"
    );
    let control = scene.sends_rating("score=3&comment=mind%00+the%07+%F0%9F%90%95%1b&version=0").await;
    assert_eq!(control.status, StatusCode::SEE_OTHER);
    assert_eq!(scene.rated_view().await["rating"]["comment"], "mind the 🐕");
}
