//! "Later on this tour" and a driver without signal: what happened first stands, and whoever asked is told so.

use http::{Method, StatusCode};
use serde_json::{Value, json};

use super::house::{Answer, event_at, list};
use super::town::{Scene, before};

/// A tour of twelve stops whose driver was at the first one and then lost the signal; Ada's is the third.
async fn without_signal() -> Scene {
    let scene = Scene::of(12).await;
    let rules = json!({ "detour_minutes": 10, "release": "exact" });
    scene.house.ask(Method::PUT, "/v1/visibility", &rules).await;
    scene.house.clock.advance_s(60);
    scene.house.happens(&scene.token, "fix", before(1)).await;
    let first = json!({ "parcel": scene.tour.parcel(1), "outcome": "delivered_to_recipient" });
    scene.house.happens(&scene.token, "delivered", first).await;
    scene.house.clock.advance_s(60);
    scene
}

impl Scene {
    async fn asks_for_later(&self) -> Answer {
        let path = format!("/v1/parcels/{}/later", self.tour.parcel(3));
        let call = self.house.call(Method::POST, &path).cookie(&self.recipient);
        call.json(&json!({ "wish": "home_soon" })).await
    }

    /// What the phone kept, of so many seconds ago.
    fn kept(&self, seconds: i64, kind: &str, fields: Value) -> Value {
        event_at(&self.house.ago_s(seconds), kind, fields)
    }

    fn delivered(&self, seconds: i64, number: u32) -> Value {
        let fields = json!({ "parcel": self.tour.parcel(number), "outcome": "delivered_to_recipient" });
        self.kept(seconds, "delivered", fields)
    }

    async fn adas(&self) -> Value {
        self.house.tracking(&self.recipient, self.tour.parcel(3)).await
    }

    async fn adas_page(&self) -> String {
        let path = format!("/parcels/{}", self.tour.parcel(3));
        self.house.call(Method::GET, &path).cookie(&self.recipient).send().await.text()
    }

    async fn place_in_the_order(&self) -> usize {
        let whole = self.whole().await;
        let mut stops = list(&whole, "stops").iter();
        stops.position(|stop| stop["id"] == self.tour.stop(3)).expect("it is on the tour")
    }
}

#[tokio::test]
async fn a_wish_holds_when_the_phone_tells_afterwards_what_it_did_before() {
    let scene = without_signal().await;
    let told = scene.asks_for_later().await;
    assert_eq!(told.status, StatusCode::OK, "{}", told.text());
    let place = scene.place_in_the_order().await;
    assert!(place > 2, "it was put back");
    scene.house.clock.advance_s(120);
    let batch = vec![scene.delivered(150, 2), scene.kept(60, "fix", before(4))];
    let answer = scene.house.tell(&scene.token, batch.clone()).await;
    assert_eq!(answer["taken"], 2, "{answer}");
    assert_eq!(scene.house.tell(&scene.token, batch).await["taken"], 0, "what is sent again changes nothing");
    assert!(scene.place_in_the_order().await > 1, "the wish came after what the phone kept, and holds");
    let seen = scene.adas().await;
    assert_eq!(seen["not_before"], told.value()["not_before"], "{seen}");
    let tour = scene.house.call(Method::GET, "/v1/driver/tour").key(&scene.token).send().await.value();
    let parcels = list(&tour["tour"], "stops").iter().flat_map(|stop| list(stop, "parcels"));
    let own = parcels.into_iter().find(|parcel| parcel["id"] == scene.tour.parcel(3)).expect("the parcel");
    assert_eq!(own["not_before"], told.value()["not_before"], "and the phone learns of it with the signal");
}

#[tokio::test]
async fn who_asked_while_the_driver_was_at_the_door_is_told_what_happened() {
    let mut seen_in = Vec::new();
    for is_forth in [true, false] {
        let scene = without_signal().await;
        scene.house.clock.advance_s(120);
        assert_eq!(scene.asks_for_later().await.status, StatusCode::OK, "nobody knew better");
        scene.house.clock.advance_s(120);
        // The driver was at the door a minute before the wish, and handed it over a minute after it.
        let arrived = scene.kept(180, "arrived", json!({ "stop": scene.tour.stop(3) }));
        let mut kept = vec![arrived, scene.delivered(60, 3)];
        if !is_forth {
            kept.reverse();
        }
        for event in kept {
            assert_eq!(scene.house.tell(&scene.token, vec![event]).await["taken"], 1);
        }
        let seen = scene.adas().await;
        assert_eq!(
            (&seen["status"], &seen["map"]["hidden_because"]),
            (&json!("delivered"), &json!("delivered"))
        );
        let page = scene.adas_page().await;
        assert!(page.contains("Handed to you") && !page.contains("The driver comes after"), "{page}");
        assert_eq!(scene.asks_for_later().await.refusal(), (409, "too_late".to_owned()));
        seen_in.push((seen["outcome"].clone(), seen["reasons"].clone(), seen["not_before"].clone()));
    }
    assert_eq!(seen_in[0], seen_in[1], "in whatever order it comes");
}

#[tokio::test]
async fn a_driver_who_is_on_the_way_to_the_door_is_not_put_off() {
    let scene = without_signal().await;
    scene.house.clock.advance_s(60);
    let arrived = scene.kept(10, "arrived", json!({ "stop": scene.tour.stop(3) }));
    assert_eq!(scene.house.tell(&scene.token, vec![arrived]).await["taken"], 1);
    scene.house.clock.advance_s(60);
    assert_eq!(scene.asks_for_later().await.refusal(), (409, "too_late".to_owned()));
    assert!(scene.adas().await.get("not_before").is_none(), "nothing of it is half applied");
}
