//! What other carriers say of the parcels that they bring.

use doorstep_store::{Channel, MessageKind, Outbox as _, Topic};
use http::{Method, StatusCode};
use serde_json::{Value, json};

use super::house::{Cookie, DAY, House, event_id, list, text};

const NUMBER: &str = "00340434161094022115";
const PAGE: &str = "https://carrier.example.org/track?n=00340434161094022115";

/// Ada waits for a parcel that City Bikes brings.
struct Scene {
    house: House,
    ada: Cookie,
    id: String,
}

impl Scene {
    async fn new() -> Self {
        Self::of_kind("ordinary").await
    }

    async fn of_kind(kind: &str) -> Self {
        let house = House::new().await;
        let ada = house.recipient("ada@example.org", "Ada").await;
        let body = json!({
            "tracking_number": "X1", "sender": "Example Shop", "recipient_email": "ada@example.org", "day": DAY,
            "kind": kind,
            "carrier": { "carrier": "other", "name": "City Bikes", "tracking_number": NUMBER, "url": PAGE },
        });
        let id = text(&house.post("/v1/parcels", &body).await, "id");
        Self { house, ada, id }
    }

    fn path(&self) -> String {
        format!("/v1/parcels/{}/carrier-events", self.id)
    }

    async fn say(&self, events: Vec<Value>) -> Value {
        self.house.post(&self.path(), &json!({ "events": events })).await
    }

    fn event(&self, seconds_ago: i64, status: &str) -> Value {
        json!({ "id": event_id(), "at": self.house.ago_s(seconds_ago), "status": status })
    }

    async fn seen(&self) -> Value {
        self.house.tracking(&self.ada, &self.id).await
    }

    async fn page(&self, path: &str) -> String {
        self.house.call(Method::GET, path).cookie(&self.ada).send().await.text()
    }

    /// What is due to be told now.
    async fn due(&self) -> Vec<MessageKind> {
        let now = self.house.now().parse().expect("an instant");
        let due = self.house.store.due(Channel::Email, now, 99).await.expect("memory answers");
        due.into_iter()
            .filter_map(|queued| match queued.message.topic {
                Topic::Parcel(_, kind) => Some(kind),
                _ => None,
            })
            .collect()
    }
}

#[tokio::test]
async fn a_recipient_sees_what_another_carrier_says_newest_first() {
    let scene = Scene::new().await;
    let early = json!({
        "id": event_id(), "at": scene.house.ago_s(7_200), "status": "in_transit",
        "description": "Sorted\u{0} at\nthe hub <script>", "place": "Hub South",
    });
    let late = scene.event(600, "out_for_delivery");
    let answer = scene.say(vec![late.clone(), early.clone(), late]).await;
    assert_eq!((&answer["taken"], &answer["doubled"]), (&json!(2), &json!(1)));

    let seen = scene.seen().await;
    assert_eq!(
        (&seen["status"], &seen["status_at"]),
        (&json!("out_for_delivery"), &json!(scene.house.ago_s(600)))
    );
    assert_eq!((&seen["carrier_tracking_number"], &seen["carrier_url"]), (&json!(NUMBER), &json!(PAGE)));
    let events = list(&seen, "carrier_events");
    assert_eq!(
        events.iter().map(|event| text(event, "status")).collect::<Vec<_>>(),
        ["out_for_delivery", "in_transit"]
    );
    assert_eq!(events[1]["description"], "Sorted at the hub <script>");

    let page = scene.page(&format!("/parcels/{}", scene.id)).await;
    for words in ["What City Bikes says", "Out for delivery", "Hub South", NUMBER, "Track it at City Bikes"] {
        assert!(page.contains(words), "{words}: {page}");
    }
    assert!(page.contains("&#60;script&#62;") && !page.contains("hub <script>"), "it is text and no markup");
    let orders = scene.page("/orders").await;
    assert!(orders.contains("City Bikes, status only") && orders.contains("Out for delivery"), "{orders}");

    let own = scene.house.read(&format!("/v1/parcels/{}", scene.id)).await;
    assert_eq!(own["status_as"]["karrio"], "out_for_delivery");
    assert_eq!(list(&own, "carrier_events").len(), 2);
}

#[tokio::test]
async fn what_comes_late_does_not_go_back_and_what_nobody_knows_says_nothing() {
    let scene = Scene::new().await;
    scene.say(vec![scene.event(60, "delivered")]).await;
    scene.say(vec![scene.event(120, "out_for_delivery")]).await;
    assert_eq!(scene.seen().await["status"], "delivered");
    let odd = json!({ "vocabulary": "dhl", "events": [
        { "id": event_id(), "at": scene.house.now(), "status": "beamed-up" },
    ] });
    assert_eq!(scene.house.post(&scene.path(), &odd).await["taken"], 1);
    let seen = scene.seen().await;
    assert_eq!((&seen["status"], list(&seen, "carrier_events").len()), (&json!("delivered"), 3));
}

#[tokio::test]
async fn of_a_gift_nothing_is_told_that_leads_to_its_sender() {
    for kind in ["gift", "confidential"] {
        let scene = Scene::of_kind(kind).await;
        let mut event = scene.event(60, "in_transit");
        event["description"] = json!("Handed in by Example Shop");
        scene.say(vec![event]).await;
        let seen = scene.seen().await;
        assert_eq!(seen["status"], "in_transit");
        for told in [seen.to_string(), scene.page(&format!("/parcels/{}", scene.id)).await] {
            for secret in ["Example Shop", NUMBER, "carrier.example.org"] {
                assert!(!told.contains(secret), "{kind} {secret}: {told}");
            }
        }
    }
}

#[tokio::test]
async fn who_asked_for_it_is_told_once_when_it_is_out_and_when_it_came() {
    let scene = Scene::new().await;
    let wanted = json!({ "email": ["out_for_delivery", "delivered", "failed"] });
    let call = scene.house.call(Method::PUT, "/v1/notifications").cookie(&scene.ada);
    assert_eq!(call.json(&wanted).await.status, StatusCode::OK);
    scene.say(vec![scene.event(900, "in_transit")]).await;
    assert_eq!(scene.due().await, []);
    scene.say(vec![scene.event(600, "out_for_delivery")]).await;
    scene.say(vec![scene.event(500, "out_for_delivery")]).await;
    assert_eq!(scene.due().await, [MessageKind::OutForDelivery]);
    scene.say(vec![scene.event(400, "attempted")]).await;
    scene.say(vec![scene.event(300, "out_for_delivery"), scene.event(200, "delivered")]).await;
    let all = [MessageKind::OutForDelivery, MessageKind::Failed, MessageKind::Delivered];
    assert_eq!(scene.due().await, all);
}

#[tokio::test]
async fn what_is_wrong_is_told_and_changes_nothing() {
    let scene = Scene::new().await;
    let ask = async |body: Value| {
        scene.house.call(Method::POST, &scene.path()).key(&scene.house.key).json(&body).await
    };
    let many: Vec<Value> = (0..101).map(|_| scene.event(1, "delivered")).collect();
    assert_eq!(
        ask(json!({ "events": many })).await.problems(),
        [("events".to_owned(), "too_many".to_owned())]
    );
    let mixed = json!({ "events": [
        scene.event(-2 * 86_400, "delivered"), scene.event(60, "in_transit"), scene.event(60, "lost_in_space"),
    ] });
    let answer = ask(mixed).await.value();
    let codes: Vec<&Value> = list(&answer, "results").iter().map(|result| &result["code"]).collect();
    assert_eq!(codes, [&json!("in_future"), &Value::Null, &json!("unknown_word")]);
    assert_eq!(scene.seen().await["status"], "in_transit");

    let path = format!("/v1/parcels/{}", scene.id);
    scene.house.ask(Method::PATCH, &path, &json!({ "carrier": { "carrier": "own" } })).await;
    let own = ask(json!({ "events": [scene.event(1, "delivered")] })).await;
    assert_eq!(own.refusal(), (409, "own_carrier".to_owned()));
    let stranger = scene.house.other_operator().await;
    let call = scene.house.call(Method::POST, &scene.path()).key(&stranger);
    let foreign = call.json(&json!({ "events": [scene.event(1, "delivered")] })).await;
    assert_eq!(foreign.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn fifty_are_kept_and_older_ones_are_told_to_be_too_old() {
    let scene = Scene::new().await;
    let newer: Vec<Value> = (0..50).map(|number| scene.event(number, "in_transit")).collect();
    assert_eq!(scene.say(newer).await["taken"], 50);
    let answer = scene.say(vec![scene.event(3_600, "pre_transit")]).await;
    assert_eq!(answer["results"][0]["code"], "too_old");
    assert_eq!(list(&scene.seen().await, "carrier_events").len(), 20, "a page shows so many");
}

#[tokio::test]
async fn an_order_of_several_carriers_stands_together() {
    let scene = Scene::new().await;
    let order = |number: &str, carrier: Value| {
        json!({
            "tracking_number": number, "sender": "Example Shop", "recipient_email": "ada@example.org",
            "order": "A-1", "day": DAY, "status": "in_transit", "carrier": carrier,
        })
    };
    let other = |name: &str| json!({ "carrier": "other", "name": name });
    let parcels = [
        order("N1", json!({ "carrier": "own" })),
        order("N2", other("City Bikes")),
        order("N3", other("Rail Post")),
    ];
    let mut gift = order("N4", json!({ "carrier": "own" }));
    gift["kind"] = json!("gift");
    let parcels = parcels.into_iter().chain([gift]).collect::<Vec<_>>();
    scene.house.post("/v1/parcels", &json!({ "parcels": parcels })).await;
    let orders = scene.house.call(Method::GET, "/v1/orders").cookie(&scene.ada).send().await.value();
    let mut sizes: Vec<usize> =
        list(&orders, "orders").iter().map(|order| list(order, "parcels").len()).collect();
    sizes.sort_unstable();
    assert_eq!(sizes, [1, 1, 3], "a surprise does not stand beside what tells who sends it");
    let page = scene.page("/orders").await;
    let (_, together) = page.split_once("Example Shop, ").expect("the order has a title");
    assert!(together.contains('3'), "{page}");
    for words in ["Delivered by Example Express", "City Bikes, status only", "Rail Post, status only"] {
        assert!(together.contains(words), "{words}: {page}");
    }
}
