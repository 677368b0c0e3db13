//! Who ordered a parcel for someone else: the status and the day, and nothing more.

use doorstep_store::{Channel, Outbox as _, Topic};
use http::{Method, StatusCode};
use serde_json::{Value, json};

use super::house::{Cookie, DAY, House, text};
use super::town::{Tour, before, tour};

/// Ada receives what Bob ordered: at the first four stops, one parcel of each kind.
struct Scene {
    house: House,
    ada: Cookie,
    bob: Cookie,
    tour: Tour,
}

const KINDS: [&str; 4] = ["ordinary", "gift", "confidential", "high_value"];

impl Scene {
    async fn new() -> Self {
        let house = House::new().await;
        let ada = house.recipient("ada@example.org", "Ada").await;
        let bob = house.recipient("bob@example.org", "Bob").await;
        let (driver, token) = house.driver("Dora").await;
        let body = tour("T1", &driver, 4, |number, parcel| {
            let kind = KINDS.get(usize::try_from(number).expect("few stops") - 1);
            parcel["kind"] = json!(kind);
            parcel["recipient_email"] = json!("ada@example.org");
            parcel["buyer_email"] = json!("bob@example.org");
        });
        let tour = Tour::bring(&house, &body).await;
        house.happens(&token, "started", json!({})).await;
        house.clock.advance_s(30);
        house.happens(&token, "fix", before(1)).await;
        Self { house, ada, bob, tour }
    }

    async fn get(&self, who: &Cookie, path: &str) -> super::house::Answer {
        self.house.call(Method::GET, path).cookie(who).send().await
    }

    async fn for_others(&self, who: &Cookie) -> Value {
        self.get(who, "/v1/orders").await.value()["for_others"].clone()
    }

    /// Hands every parcel over, by the word of the operator.
    async fn deliver_all(&self) {
        for number in 1..=4 {
            let what = json!({ "parcel": self.tour.parcel(number), "outcome": "delivered_to_neighbour" });
            let event = self.house.event("delivered", what);
            let path = format!("/v1/tours/{}/events", self.tour.id);
            assert_eq!(self.house.post(&path, &json!({ "events": [event] })).await["taken"], 1);
        }
    }

    async fn wants(&self, who: &Cookie) {
        let call = self.house.call(Method::PUT, "/v1/notifications").cookie(who);
        assert_eq!(call.json(&json!({ "email": ["delivered"] })).await.status, StatusCode::OK);
    }

    /// To how many buyers a letter is due now.
    async fn due_to_buyers(&self) -> usize {
        let now = self.house.now().parse().expect("an instant");
        let due = self.house.store.due(Channel::Email, now, 99).await.expect("memory answers");
        due.iter().filter(|queued| matches!(queued.message.topic, Topic::Bought(_))).count()
    }
}

fn statuses(for_others: &Value) -> Vec<String> {
    let mut all: Vec<String> =
        for_others.as_array().expect("a list").iter().map(|one| text(one, "status")).collect();
    all.sort();
    all
}

#[tokio::test]
async fn a_buyer_sees_the_status_and_the_day_and_of_high_value_an_hour_later() {
    let scene = Scene::new().await;
    let seen = scene.for_others(&scene.bob).await;
    for one in seen.as_array().expect("a list") {
        let mut fields: Vec<&String> = one.as_object().expect("an object").keys().collect();
        fields.sort();
        assert_eq!(fields, ["day", "status"]);
        assert_eq!(one["day"], DAY);
    }
    let out = "out_for_delivery";
    assert_eq!(statuses(&seen), ["in_transit", out, out, out]);
    scene.deliver_all().await;
    let done = "delivered";
    assert_eq!(statuses(&scene.for_others(&scene.bob).await), [done, done, done, "in_transit"]);
    assert_eq!(scene.house.tracking(&scene.ada, scene.tour.parcel(4)).await["status"], done, "she knows");
    scene.house.clock.advance_s(3_599);
    assert_eq!(statuses(&scene.for_others(&scene.bob).await), [done, done, done, "in_transit"]);
    scene.house.clock.advance_s(1);
    assert_eq!(statuses(&scene.for_others(&scene.bob).await), [done; 4]);
}

#[tokio::test]
async fn a_buyer_finds_a_list_and_no_page_and_nothing_of_who_receives_it() {
    let scene = Scene::new().await;
    let page = scene.get(&scene.bob, "/orders").await.text();
    assert!(page.contains("Ordered for someone else") && !page.contains("to you"), "{page}");
    for number in 1..=4 {
        let id = scene.tour.parcel(number);
        for path in [format!("/parcels/{id}"), format!("/v1/parcels/{id}/tracking")] {
            assert_eq!(scene.get(&scene.bob, &path).await.status, StatusCode::NOT_FOUND, "{path}");
        }
        let call = scene.house.call(Method::PUT, &format!("/v1/parcels/{id}/instruction")).cookie(&scene.bob);
        assert_eq!(call.json(&json!({ "safe_place": "shed" })).await.status, StatusCode::NOT_FOUND);
    }
    let orders = scene.get(&scene.bob, "/v1/orders").await.text();
    for told in [&page, &orders] {
        for secret in ["Ada", "ada@", "T1-", "Example Shop", scene.tour.parcel(1), "Quay", "43.7"] {
            assert!(!told.contains(secret), "{secret}: {told}");
        }
    }
}

#[tokio::test]
async fn the_recipient_learns_nothing_of_the_buyer() {
    let scene = Scene::new().await;
    let parcel = scene.house.read(&format!("/v1/parcels/{}", scene.tour.parcel(2))).await;
    let buyer = text(&parcel, "buyer");
    for path in [
        "/v1/orders".to_owned(),
        "/orders".to_owned(),
        format!("/parcels/{}", scene.tour.parcel(2)),
        format!("/v1/parcels/{}/tracking", scene.tour.parcel(2)),
    ] {
        let told = scene.get(&scene.ada, &path).await.text();
        for secret in [buyer.as_str(), "Bob", "bob@"] {
            assert!(!told.contains(secret), "{path}: {secret}");
        }
    }
    assert_eq!(scene.for_others(&scene.ada).await, Value::Null, "she ordered nothing for others");
}

#[tokio::test]
async fn who_orders_for_themselves_sees_what_a_recipient_sees() {
    let scene = Scene::new().await;
    let path = format!("/v1/parcels/{}", scene.tour.parcel(1));
    scene.house.ask(Method::PATCH, &path, &json!({ "buyer_email": "ada@example.org" })).await;
    assert_eq!(scene.for_others(&scene.ada).await, Value::Null);
    assert_eq!(scene.house.tracking(&scene.ada, scene.tour.parcel(1)).await["map"]["state"], "open");
    let nobody = json!({ "buyer_email": "nobody@example.org", "recipient_email": "none@example.org" });
    let refused = scene.house.call(Method::PATCH, &path).key(&scene.house.key).json(&nobody).await;
    let unknown = |field: &str| (field.to_owned(), "unknown_recipient".to_owned());
    assert_eq!(refused.problems(), [unknown("recipient_email"), unknown("buyer_email")]);
}

#[tokio::test]
async fn a_buyer_who_asked_gets_a_letter_and_of_high_value_an_hour_later() {
    let scene = Scene::new().await;
    scene.deliver_all().await;
    assert_eq!(scene.due_to_buyers().await, 0, "nobody is told what they did not ask for");
    let scene = Scene::new().await;
    scene.wants(&scene.bob).await;
    scene.wants(&scene.ada).await;
    scene.deliver_all().await;
    assert_eq!(scene.due_to_buyers().await, 3);
    scene.house.clock.advance_s(3_599);
    assert_eq!(scene.due_to_buyers().await, 3);
    scene.house.clock.advance_s(1);
    assert_eq!(scene.due_to_buyers().await, 4);
}
