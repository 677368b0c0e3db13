//! What recipients ask for: what drivers are told of it, what phones say they showed, and what senders lock.

use http::{Method, StatusCode};
use serde_json::{Value, json};

use super::house::{Answer, list};
use super::town::{Scene, before};

impl Scene {
    fn asked_about(&self) -> &str {
        self.tour.parcel(3)
    }

    async fn asks(&self, what: &str, body: &Value) -> Answer {
        self.house.clock.advance_s(1);
        let path = format!("/v1/parcels/{}/{what}", self.asked_about());
        self.house.call(Method::PUT, &path).cookie(&self.recipient).json(body).await
    }

    async fn sees(&self) -> Value {
        self.house.tracking(&self.recipient, self.asked_about()).await
    }

    /// The parcel as the driver's phone has it.
    async fn on_the_phone(&self) -> Value {
        let answer = self.house.call(Method::GET, "/v1/driver/tour").key(&self.token).send().await.value();
        let parcels = list(&answer["tour"], "stops").iter().flat_map(|stop| list(stop, "parcels"));
        parcels.into_iter().find(|parcel| parcel["id"] == self.asked_about()).expect("the parcel").clone()
    }

    async fn showed(&self, version: u32) -> Value {
        let event =
            self.house.event("instruction_seen", json!({ "parcel": self.asked_about(), "version": version }));
        let body = json!({ "sent_at": self.house.now(), "events": [event] });
        self.house.call(Method::POST, "/v1/driver/events").key(&self.token).json(&body).await.value()
    }

    /// The page after a form was sent.
    async fn sends(&self, form: &str) -> Answer {
        let path = format!("/parcels/{}/instruction", self.asked_about());
        let call = self.house.call(Method::POST, &path).cookie(&self.recipient);
        let call = call.header("sec-fetch-site", "same-origin");
        let call = call.header("content-type", "application/x-www-form-urlencoded");
        call.bytes(form.as_bytes().to_vec()).await
    }

    async fn wish_page(&self) -> String {
        let path = format!("/parcels/{}", self.asked_about());
        self.house.call(Method::GET, &path).cookie(&self.recipient).send().await.text()
    }
}

#[tokio::test]
async fn a_neighbour_and_the_way_are_told_to_the_driver_and_confirmed_by_the_phone() {
    let scene = Scene::new().await;
    scene.house.clock.advance_s(60);
    let named = scene.asks("instruction", &json!({ "neighbour": "Bo", "house": "no. 7" })).await;
    assert_eq!(
        named.value(),
        json!({ "instruction": { "neighbour": "Bo", "house": "no. 7" }, "version": 1 })
    );
    let told = scene.asks("access", &json!({ "doorbell": "Lovelace", "way": "through the yard" })).await;
    assert_eq!(told.value()["version"], 2, "{}", told.text());
    let parcel = scene.on_the_phone().await;
    assert_eq!(parcel["instruction"], json!({ "neighbour": "Bo", "house": "no. 7" }));
    assert_eq!(parcel["access"], json!({ "doorbell": "Lovelace", "way": "through the yard" }));
    assert_eq!((&parcel["wishes_version"], &parcel["wishes_seen"]), (&json!(2), &json!(false)));
    assert!(scene.sees().await.get("wishes_seen_at").is_none());

    let shown_at = scene.house.now();
    assert_eq!(scene.showed(2).await["taken"], 1);
    scene.house.clock.advance_s(120);
    assert_eq!(scene.showed(2).await["taken"], 1, "a phone may say it again");
    assert_eq!(scene.on_the_phone().await["wishes_seen"], true);
    let seen = scene.sees().await;
    let told_at: jiff::Timestamp =
        seen["wishes_seen_at"].as_str().expect("it is told").parse().expect("an instant");
    assert!(told_at <= shown_at.parse().expect("an instant"), "the second time changes nothing: {seen}");
    assert!(scene.wish_page().await.contains("The driver has seen it at"));

    let path = format!("/v1/parcels/{}/instruction?version=2", scene.asked_about());
    let taken_back = scene.house.call(Method::DELETE, &path).cookie(&scene.recipient).send().await;
    assert_eq!(taken_back.status, StatusCode::NO_CONTENT);
    let seen = scene.sees().await;
    assert!(seen.get("instruction").is_none() && seen.get("wishes_seen_at").is_none(), "{seen}");
    assert_eq!(seen["access"]["doorbell"], "Lovelace", "the way to the door is another thing");
    let of_operator = scene.house.read(&format!("/v1/parcels/{}", scene.asked_about())).await;
    assert_eq!(of_operator["access"]["way"], "through the yard");
}

#[tokio::test]
async fn the_older_of_two_windows_is_told_what_stands() {
    let scene = Scene::new().await;
    assert_eq!(scene.asks("instruction", &json!({ "safe_place": "shed", "version": 0 })).await.status, 200);
    let late = scene.asks("instruction", &json!({ "neighbour": "Bo", "version": 0 })).await;
    assert_eq!(late.refusal(), (409, "changed_meanwhile".to_owned()));
    assert_eq!(late.value()["now"], json!({ "instruction": { "safe_place": "shed" }, "version": 1 }));
    assert_eq!(scene.sees().await["instruction"], json!({ "safe_place": "shed" }));
    let now = scene.asks("instruction", &json!({ "neighbour": "Bo", "version": 1 })).await;
    assert_eq!(now.value()["version"], 2);

    let path = format!("/v1/parcels/{}/instruction?version=x", scene.asked_about());
    let odd = scene.house.call(Method::DELETE, &path).cookie(&scene.recipient).send().await;
    assert_eq!(odd.refusal(), (422, "invalid".to_owned()));

    let form = scene.sends("neighbour=Cy&house=no.+9&version=1").await;
    assert_eq!(form.status, StatusCode::CONFLICT);
    let page = form.text();
    assert!(page.contains("This was changed meanwhile"), "{page}");
    assert!(page.contains("value=\"Cy\"") && page.contains("value=\"no. 9\""), "what was typed stays");
    assert!(
        page.contains("<bdi>Bo</bdi>") && page.contains("name=\"version\" value=\"2\""),
        "and what stands is shown"
    );
    assert_eq!(scene.sends("neighbour=Cy&house=no.+9&version=2").await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn what_the_sender_locks_is_shown_and_refused_and_can_be_taken_back() {
    let scene = Scene::new().await;
    assert_eq!(scene.asks("instruction", &json!({ "neighbour": "Bo" })).await.status, 200);
    let sender = "/v1/visibility/senders/example%20shop";
    scene.house.ask(Method::PUT, sender, &json!({ "choices": ["safe_place"] })).await;
    let seen = scene.sees().await;
    assert_eq!(
        seen["locked"],
        json!([
            "neighbour",
            "access_notes",
            "home_soon",
            "later_on_tour",
            "another_day",
            "pickup_point",
            "rating",
            "report"
        ])
    );
    let refused = scene.asks("instruction", &json!({ "neighbour": "Cy" })).await;
    assert_eq!(refused.refusal(), (409, "not_offered".to_owned()));
    assert_eq!(scene.asks("access", &json!({ "floor": "2" })).await.refusal().1, "not_offered");
    let page = scene.wish_page().await;
    assert_eq!(page.matches("The sender does not allow this for this parcel.").count(), 2, "{page}");
    assert!(!page.contains("name=\"neighbour\"") && page.contains("name=\"safe_place\""));
    let typed = scene.sends("neighbour=Cy&version=1").await;
    assert_eq!(typed.status, StatusCode::CONFLICT);
    assert!(typed.text().contains("You wrote: Cy"), "nothing is lost");
    assert_eq!(scene.sends("withdraw=1&version=1").await.status, StatusCode::SEE_OTHER);
    assert!(scene.sees().await.get("instruction").is_none());

    let own = format!("/v1/parcels/{}/visibility", scene.asked_about());
    scene
        .house
        .ask(
            Method::PUT,
            &own,
            &json!({ "choices": ["neighbour", "access_notes", "home_soon", "later_on_tour", "another_day", "pickup_point", "rating", "report"] }),
        )
        .await;
    assert_eq!(scene.sees().await["locked"], json!(["safe_place"]), "the parcel is narrower than its sender");
    assert_eq!(scene.asks("access", &json!({ "floor": "2" })).await.status, 200);
    let unknown = scene.house.call(Method::PUT, &own).key(&scene.house.key);
    assert_eq!(unknown.json(&json!({ "choices": ["roof"] })).await.refusal().0, 422);
}

#[tokio::test]
async fn the_driver_comes_later_where_it_costs_little_and_once() {
    let scene = Scene::of(12).await;
    scene.house.clock.advance_s(60);
    scene.house.happens(&scene.token, "fix", before(1)).await;
    let first = json!({ "parcel": scene.tour.parcel(1), "outcome": "delivered_to_recipient" });
    scene.house.happens(&scene.token, "delivered", first).await;
    scene.house.clock.advance_s(60);
    assert!(scene.sees().await.get("later").is_none(), "the operator offers none of it");
    let asks = async |wish: &str| {
        let path = format!("/v1/parcels/{}/later", scene.asked_about());
        let call = scene.house.call(Method::POST, &path).cookie(&scene.recipient);
        call.json(&json!({ "wish": wish })).await
    };
    assert_eq!(asks("home_soon").await.refusal(), (409, "does_not_fit".to_owned()));
    let rules = json!({ "detour_minutes": 10, "release": "exact" });
    scene.house.ask(Method::PUT, "/v1/visibility", &rules).await;
    let before = scene.sees().await;
    assert_eq!(before["later"], json!(["home_soon"]), "{before}");
    assert!(scene.wish_page().await.contains("I am home in 10 minutes"));
    assert_eq!(asks("later_on_tour").await.refusal().1, "does_not_fit", "the tour is too short for that");

    let answer = asks("home_soon").await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
    let told = answer.value();
    let at =
        |value: &Value| value.as_str().expect("an instant").parse::<jiff::Timestamp>().expect("an instant");
    assert!(at(&told["window"]["until"]) > at(&told["not_before"]));
    assert!(at(&told["window"]["until"]) > at(&before["forecast"]["until"]), "{told} {before}");
    let whole = scene.whole().await;
    let order: Vec<&Value> = list(&whole, "stops").iter().map(|stop| &stop["id"]).collect();
    assert!(
        order.iter().position(|stop| **stop == scene.tour.stop(3)).expect("it is there") > 2,
        "{order:?}"
    );
    assert_eq!(scene.on_the_phone().await["not_before"], told["not_before"]);
    let seen = scene.sees().await;
    assert!(seen.get("later").is_none() && seen["not_before"] == told["not_before"], "{seen}");
    assert_eq!(seen["reasons"][0]["because"], "put_later");
    assert_eq!(asks("home_soon").await.refusal().1, "too_late", "once is enough");
    assert!(scene.wish_page().await.contains("The driver comes after"));
}

#[tokio::test]
async fn odd_words_are_told_where_they_were_typed() {
    let scene = Scene::new().await;
    let long = "%F0%9F%90%95".repeat(10_000);
    let page = scene.sends(&format!("safe_place=shed&note={long}&version=0")).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = page.text();
    assert!(
        page.contains("at most 140 characters") && page.contains(&"🐕".repeat(10_000)),
        "nothing is lost"
    );
    let code = scene.sends("doorbell=Lovelace&floor=2&way=gate+4711&version=0").await.text();
    assert!(code.contains("Leave codes out") && code.contains("value=\"gate 4711\""), "{code}");
    let control = scene.sends("safe_place=other&note=mind%00+the%07+%F0%9F%90%95%1b&version=0").await;
    assert_eq!(control.status, StatusCode::SEE_OTHER);
    assert_eq!(scene.sees().await["instruction"]["note"], "mind the 🐕");
    let refused = scene.asks("access", &json!({ "way": "gate 4711" })).await;
    assert_eq!(refused.value()["problems"][0]["code"], "holds_code");

    scene.house.clock.advance_s(60);
    scene.house.happens(&scene.token, "arrived", json!({ "stop": scene.tour.stop(3) })).await;
    scene.house.clock.advance_s(60);
    let late = scene.sends("safe_place=garage&note=left+side&version=1").await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    let page = late.text();
    assert!(page.contains("It can no longer be changed") && page.contains("You wrote: left side"), "{page}");
    assert_eq!(scene.asks("access", &json!({ "floor": "2" })).await.refusal().1, "too_late");
}
