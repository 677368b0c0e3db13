//! The code at the door: the recipient reads it on their own page, the driver types it, and nobody else knows it.

use doorstep_store::EventLog as _;
use doorstep_wire::stored::encode;
use http::Method;
use serde_json::{Value, json};

use super::house::{Cookie, DAY, House, event_id, list, text};
use super::town::{Tour, tour};

/// A tour under way with a parcel of high value at its first stop.
struct Doorstep {
    house: House,
    recipient: Cookie,
    tour: Tour,
    token: String,
}

impl Doorstep {
    async fn new() -> Self {
        let house = House::new().await;
        let recipient = house.recipient("ada@example.org", "Ada").await;
        let (driver, token) = house.driver("Dora").await;
        let body = tour("T1", &driver, 2, |number, parcel| {
            if number == 1 {
                parcel["kind"] = json!("high_value");
                parcel["recipient_email"] = json!("ada@example.org");
            }
        });
        let tour = Tour::bring(&house, &body).await;
        let scene = Self { house, recipient, tour, token };
        assert_eq!(scene.code().await, None, "not before the parcel is on its way");
        scene.house.happens(&scene.token, "started", json!({})).await;
        scene.house.clock.advance_s(60);
        scene
    }

    /// The code on the recipient's page, if one stands there.
    async fn code(&self) -> Option<String> {
        let path = format!("/parcels/{}", self.tour.parcel(1));
        let page = self.house.call(Method::GET, &path).cookie(&self.recipient).send().await.text();
        let (_, after) = page.split_once(r#"<b class="num" data-door-code>"#)?;
        Some(after.split_once("</b>").expect("it ends").0.replace(' ', ""))
    }

    fn given(&self, code: &str) -> Value {
        self.house.event("door_code_given", json!({ "parcel": self.tour.parcel(1), "code": code }))
    }

    fn handed(&self, outcome: &str) -> Value {
        self.house.event("delivered", json!({ "parcel": self.tour.parcel(1), "outcome": outcome }))
    }

    /// What becomes of what the driver tells at once: the code of each refusal, and nothing for what is taken.
    async fn tells(&self, events: Vec<Value>) -> Vec<String> {
        let answer = self.house.tell(&self.token, events).await;
        let code = |result: &Value| result["code"].as_str().unwrap_or_default().to_owned();
        list(&answer, "results").iter().map(code).collect()
    }

    /// What the driver's app knows of the code.
    async fn known(&self) -> Value {
        let tour = self.house.call(Method::GET, "/v1/driver/tour").key(&self.token).send().await.value();
        assert!(
            tour["tour"]["stops"][1]["parcels"][0].get("door_code").is_none(),
            "an ordinary one has none"
        );
        tour["tour"]["stops"][0]["parcels"][0]["door_code"].clone()
    }

    async fn operates(&self, kind: &str, fields: Value) -> Value {
        let path = format!("/v1/tours/{}/events", self.tour.id);
        self.house.post(&path, &json!({ "events": [self.house.event(kind, fields)] })).await
    }
}

/// A code that is not this one.
fn other(code: &str) -> String {
    let number: u32 = code.parse().expect("six digits");
    format!("{:06}", (number + 1) % 1_000_000)
}

#[tokio::test]
async fn the_code_on_the_page_opens_the_door_and_nothing_else_does() {
    let scene = Doorstep::new().await;
    let code = scene.code().await.expect("it is on its way");
    assert!(code.len() == 6 && code.bytes().all(|digit| digit.is_ascii_digit()), "{code}");
    assert_eq!(scene.known().await, json!({ "verified": false, "tries_left": 5 }));
    let scanned = scene.house.event("scanned", json!({ "parcel": scene.tour.parcel(2) }));
    let told = vec![
        scene.handed("delivered_to_recipient"),
        scene.handed("delivered_to_neighbour"),
        scene.given(&other(&code)),
        scene.handed("delivered_to_recipient"),
        scanned,
    ];
    let (missing, wrong) = ("door_code_missing", "door_code_wrong");
    assert_eq!(scene.tells(told).await, [missing, "recipient_only", wrong, missing, ""], "the rest is kept");
    assert_eq!(scene.known().await, json!({ "verified": false, "tries_left": 4 }));
    let (first, last) = code.split_at(3);
    let right = scene.given(&format!("{first}-{last} "));
    assert_eq!(scene.tells(vec![right.clone(), scene.handed("delivered_to_recipient")]).await, ["", ""]);
    assert_eq!(scene.tells(vec![right]).await, [""], "who did not hear the answer is told the same again");
    assert_eq!(scene.code().await, None, "it is over");
    let seen = scene.house.tracking(&scene.recipient, scene.tour.parcel(1)).await;
    assert_eq!(seen["outcome"]["outcome"], "delivered_to_recipient");
}

#[tokio::test]
async fn a_wrong_code_that_is_sent_again_counts_once() {
    let scene = Doorstep::new().await;
    let code = scene.code().await.expect("it is on its way");
    let wrong = scene.given(&other(&code));
    for _ in 0..9 {
        assert_eq!(scene.tells(vec![wrong.clone()]).await, ["door_code_wrong"]);
    }
    assert_eq!(scene.known().await["tries_left"], 4);
}

#[tokio::test]
async fn whoever_guesses_is_locked_out_until_the_operator_makes_a_new_code() {
    let scene = Doorstep::new().await;
    let code = scene.code().await.expect("it is on its way");
    let guesses = (0..50).map(|_| scene.given(&other(&code))).chain([scene.given(&code)]).collect();
    let told = scene.tells(guesses).await;
    assert_eq!(told.iter().filter(|code| *code == "door_code_wrong").count(), 5);
    assert_eq!(
        told.iter().filter(|code| *code == "door_code_locked").count(),
        46,
        "the right one among them"
    );
    assert_eq!(scene.known().await, json!({ "verified": false, "tries_left": 0 }));
    assert_eq!(scene.code().await, None, "a code that opens nothing is not shown");
    let by_hand = scene.operates("door_code_renewed", json!({ "parcel": scene.tour.parcel(1) })).await;
    assert_eq!(by_hand["taken"], 1);
    let renewed = scene.code().await.expect("there is a new one");
    assert_ne!(renewed, code);
    assert_eq!(scene.tells(vec![scene.given(&code)]).await, ["door_code_wrong"]);
    assert_eq!(
        scene.tells(vec![scene.given(&renewed), scene.handed("delivered_to_recipient")]).await,
        ["", ""]
    );
}

#[tokio::test]
async fn a_parcel_whose_code_is_not_known_can_fail() {
    let scene = Doorstep::new().await;
    let failed = json!({ "parcel": scene.tour.parcel(1), "outcome": "failed_verification" });
    assert_eq!(scene.tells(vec![scene.house.event("attempted", failed)]).await, [""]);
    assert_eq!(scene.code().await, None);
}

#[tokio::test]
async fn what_the_operator_says_needs_no_code_and_is_recorded() {
    let scene = Doorstep::new().await;
    let handed = json!({ "parcel": scene.tour.parcel(1), "outcome": "delivered_to_neighbour" });
    assert_eq!(scene.operates("delivered", handed).await["taken"], 1);
    let ordinary = json!({ "parcel": scene.tour.parcel(2), "outcome": "delivered_to_neighbour" });
    assert_eq!(scene.operates("delivered", ordinary).await["taken"], 1);
    let given = json!({ "parcel": scene.tour.parcel(1), "code": "000000" });
    assert_eq!(scene.operates("door_code_given", given).await["results"][0]["code"], "not_allowed");
    let audit = scene.house.read("/v1/audit").await;
    let told: Vec<(String, String)> =
        list(&audit, "records").iter().map(|entry| (text(entry, "deed"), text(entry, "subject"))).collect();
    let expected = ("delivered_without_code".to_owned(), scene.tour.parcel(1).to_owned());
    assert_eq!(told.into_iter().filter(|(deed, _)| deed != "looked").collect::<Vec<_>>(), [expected]);
}

#[tokio::test]
async fn the_code_is_on_the_recipients_page_and_nowhere_else() {
    let scene = Doorstep::new().await;
    let code = scene.code().await.expect("it is on its way");
    let (first, last) = code.split_at(3);
    let spaced = format!("{first} {last}");
    let parcel = scene.tour.parcel(1);
    let answers = [
        scene.house.call(Method::GET, &format!("/v1/parcels/{parcel}/tracking")).cookie(&scene.recipient),
        scene.house.call(Method::GET, "/v1/orders").cookie(&scene.recipient),
        scene.house.call(Method::GET, "/orders").cookie(&scene.recipient),
        scene.house.call(Method::GET, &format!("/v1/parcels/{parcel}")).key(&scene.house.key),
        scene.house.call(Method::GET, &format!("/v1/tours/{}", scene.tour.id)).key(&scene.house.key),
        scene.house.call(Method::GET, "/v1/driver/tour").key(&scene.token),
        scene.house.call(Method::GET, "/dispatch").cookie(&scene.house.dispatcher().await),
    ];
    for call in answers {
        let answer = call.send().await;
        assert_eq!(answer.status, 200);
        assert!(!answer.text().contains(&code) && !answer.text().contains(&spaced), "{}", answer.text());
    }
    let preview = json!({ "of": "parcel", "rules": {} });
    let seen = scene.house.post(&format!("/v1/parcels/{parcel}/visibility/preview"), &preview).await;
    assert!(!seen.to_string().contains(&code), "staff try rules out, they open no doors");
    scene.tells(vec![scene.given(&code)]).await;
    let (tour, day) = (scene.tour.id.parse().expect("an id"), DAY.parse().expect("a day"));
    let log = scene.house.store.load_tour(tour, day).await.expect("memory answers");
    let log: String = log.iter().map(|event| String::from_utf8_lossy(&encode(event)).into_owned()).collect();
    assert!(log.contains("door_code_given") && !log.contains(&code), "{log}");
}

#[tokio::test]
async fn a_parcel_made_precious_by_rules_needs_its_code_too() {
    let scene = Doorstep::new().await;
    scene.house.ask(Method::PUT, "/v1/visibility/senders/Example%20Shop", &json!("high_value")).await;
    let handed = json!({ "parcel": scene.tour.parcel(2), "outcome": "delivered_to_recipient" });
    let handed = scene.house.event("delivered", handed);
    assert_eq!(scene.tells(vec![handed]).await, ["door_code_missing"]);
}

#[tokio::test]
async fn a_code_for_what_is_not_on_the_tour_tells_nothing() {
    let scene = Doorstep::new().await;
    let given = json!({ "parcel": event_id(), "code": "000000" });
    assert_eq!(scene.tells(vec![scene.house.event("door_code_given", given)]).await, ["unknown_parcel"]);
}
