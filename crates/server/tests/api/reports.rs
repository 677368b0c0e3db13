//! What recipients report of attempts: that nobody came, with what can be told of it, and what they are answered.

use doorstep_store::Role;
use http::{Method, StatusCode};
use serde_json::{Value, json};

use super::house::{Answer, list};
use super::town::{Scene, before, stop_place};

impl Scene {
    fn reported(&self) -> &str {
        self.tour.parcel(3)
    }

    /// The van stands before the third stop for so many seconds, and its driver notes how it ended.
    async fn tries(&self, seconds: i64, outcome: &str) {
        for _ in 0..=seconds / 30 {
            self.house.clock.advance_s(30);
            self.house.happens(&self.token, "fix", before(3)).await;
        }
        self.notes(outcome).await;
    }

    async fn notes(&self, outcome: &str) {
        let kind = if outcome.starts_with("failed") { "attempted" } else { "delivered" };
        let ended = json!({ "parcel": self.reported(), "outcome": outcome });
        self.house.happens(&self.token, kind, ended).await;
    }

    async fn reports(&self, kind: &str) -> Answer {
        let path = format!("/v1/parcels/{}/report", self.reported());
        self.house.call(Method::POST, &path).cookie(&self.recipient).json(&json!({ "kind": kind })).await
    }

    async fn sends_report(&self, kind: &str) -> Answer {
        let path = format!("/parcels/{}/report", self.reported());
        let call = self.house.call(Method::POST, &path).cookie(&self.recipient);
        let call = call.header("sec-fetch-site", "same-origin");
        let call = call.header("content-type", "application/x-www-form-urlencoded");
        call.bytes(format!("kind={kind}")).await
    }

    async fn reported_page(&self) -> String {
        let path = format!("/parcels/{}", self.reported());
        self.house.call(Method::GET, &path).cookie(&self.recipient).send().await.text()
    }

    async fn reported_view(&self) -> Value {
        self.house.tracking(&self.recipient, self.reported()).await
    }

    async fn open_reports(&self) -> Value {
        self.house.read("/v1/reports").await
    }

    async fn answers(&self, text: &str) -> Answer {
        let path = format!("/v1/parcels/{}/report", self.reported());
        self.house.call(Method::PUT, &path).key(&self.house.key).json(&json!({ "answer": text })).await
    }
}

#[tokio::test]
async fn nobody_came_is_reported_with_what_is_known_and_answered() {
    let scene = Scene::new().await;
    assert_eq!(scene.reports("nobody_came").await.refusal(), (409, "nothing_to_report".to_owned()));
    scene.tries(90, "failed_not_home").await;
    let seen = scene.reported_view().await;
    assert_eq!(seen["may_report"]["kind"], "nobody_came", "{seen}");
    let witness = json!({ "within_m": 50, "stayed_min": 1, "accuracy_m": 20, "has_photo": false });
    assert_eq!(seen["witness"], witness);
    let page = scene.reported_page().await;
    assert!(page.contains("Nobody came?") && page.contains("seen within 50 m of the door"), "{page}");
    assert_eq!(scene.reports("not_received").await.refusal().1, "nothing_to_report", "that is of deliveries");

    let reported = scene.reports("nobody_came").await;
    assert_eq!(reported.status, StatusCode::CREATED, "{}", reported.text());
    assert_eq!(reported.value()["witness"], witness);
    assert_eq!(scene.reports("nobody_came").await.value(), reported.value(), "once for each attempt");
    let seen = scene.reported_view().await;
    assert!(seen["report"] == reported.value() && seen.get("may_report").is_none(), "{seen}");
    let open = scene.open_reports().await;
    let [of_operator] = list(&open, "reports") else { panic!("one is open: {open}") };
    assert_eq!((&of_operator["witness"], &of_operator["tracking_number"]), (&witness, &json!("T1-3")));

    // What was told then stands after the log is forgotten.
    scene.house.clock.advance_s(5 * 24 * 60 * 60);
    assert_eq!(scene.answers("It is at the depot 🐕.").await.status, StatusCode::NO_CONTENT);
    let seen = scene.reported_view().await;
    assert_eq!(seen["report"]["answer"], "It is at the depot 🐕.");
    assert_eq!(seen["report"]["witness"], witness);
    let page = scene.reported_page().await;
    assert!(page.contains("It is at the depot 🐕.") && page.contains("The carrier’s answer"), "{page}");
    assert_eq!(scene.open_reports().await, json!({ "reports": [] }));
    let answered = scene.house.read("/v1/reports?state=answered").await;
    assert_eq!(list(&answered, "reports").len(), 1);
}

#[tokio::test]
async fn a_vehicle_that_was_elsewhere_was_not_seen() {
    let scene = Scene::new().await;
    scene.house.clock.advance_s(60);
    let (lat, lon) = stop_place(2);
    scene.house.happens(&scene.token, "fix", json!({ "lat": lat, "lon": lon, "accuracy_m": 8 })).await;
    scene.notes("failed_no_access").await;
    let seen = scene.reported_view().await;
    assert_eq!(seen["witness"], json!({ "has_photo": false }), "nor is told where it was");
    assert!(scene.reported_page().await.contains("was not seen within 150 m of the door"));
    assert_eq!(scene.sends_report("nobody_came").await.status, StatusCode::SEE_OTHER);
    let report = scene.reported_view().await["report"].clone();
    assert_eq!(
        (&report["kind"], &report["witness"]),
        (&json!("nobody_came"), &json!({ "has_photo": false }))
    );
}

#[tokio::test]
async fn a_delivery_that_was_not_received_is_reported_until_a_week_is_over() {
    let scene = Scene::new().await;
    scene.tries(30, "delivered_to_safe_place").await;
    assert_eq!(scene.reported_view().await["may_report"]["kind"], "not_received");
    scene.house.clock.advance_s(7 * 24 * 60 * 60 + 60);
    assert!(scene.reported_view().await.get("may_report").is_none());
    assert_eq!(scene.reports("not_received").await.refusal(), (409, "too_late".to_owned()));
    let late = scene.sends_report("not_received").await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert!(late.text().contains("This cannot be reported now."));
    assert_eq!(scene.sends_report("roof").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_second_attempt_is_reported_by_itself() {
    let scene = Scene::new().await;
    scene.tries(30, "failed_not_home").await;
    assert_eq!(scene.reports("nobody_came").await.status, StatusCode::CREATED);
    scene.house.clock.advance_s(600);
    scene.notes("failed_not_home").await;
    assert_eq!(scene.reports("nobody_came").await.status, StatusCode::CREATED);
    let open = scene.open_reports().await;
    assert_eq!(list(&open, "reports").len(), 2, "{open}");
}

#[tokio::test]
async fn a_sender_can_lock_reports() {
    let scene = Scene::new().await;
    scene.tries(30, "failed_not_home").await;
    let sender = "/v1/visibility/senders/example%20shop";
    scene.house.ask(Method::PUT, sender, &json!({ "choices": ["safe_place"] })).await;
    assert_eq!(scene.reports("nobody_came").await.refusal(), (409, "not_offered".to_owned()));
    assert!(!scene.reported_page().await.contains("Nobody came?"));
}

#[tokio::test]
async fn a_dispatcher_answers_on_a_page_and_each_look_is_recorded() {
    let scene = Scene::new().await;
    scene.tries(30, "failed_not_home").await;
    scene.reports("nobody_came").await;
    let (_, dispatcher) = scene.house.staff(Role::Dispatcher).await;
    let page = async || scene.house.call(Method::GET, "/dispatch/reports").cookie(&dispatcher).send().await;
    let shown = page().await.text();
    assert!(shown.contains("T1-3") && shown.contains("seen within 50 m of the door"), "{shown}");
    let audit = scene.house.read("/v1/audit").await;
    assert!(list(&audit, "records").iter().any(|entry| entry["deed"] == "looked"), "{audit}");
    let path = format!("/dispatch/parcels/{}/report", scene.reported());
    let sends = async |form: &str| {
        let call = scene.house.call(Method::POST, &path).cookie(&dispatcher);
        let call = call.header("sec-fetch-site", "same-origin");
        call.header("content-type", "application/x-www-form-urlencoded").bytes(form.to_owned()).await
    };
    for form in ["answer=+%07+".to_owned(), format!("answer={}", "%F0%9F%90%95".repeat(10_000))] {
        let refused = sends(&form).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text().contains("at most 500 characters"));
    }
    assert!(sends(&format!("answer={}", "x".repeat(501))).await.text().contains(&"x".repeat(501)), "kept");
    assert_eq!(sends("answer=It+is+at+the%07+depot.").await.status, StatusCode::SEE_OTHER);
    assert_eq!(scene.reported_view().await["report"]["answer"], "It is at the depot.");
    assert!(page().await.text().contains("No report is open."));
}

#[tokio::test]
async fn odd_reports_and_answers_are_refused() {
    let scene = Scene::new().await;
    assert_eq!(scene.answers("nothing").await.status, StatusCode::NOT_FOUND);
    scene.tries(30, "failed_not_home").await;
    let problems = |answer: Answer| answer.problems();
    let one = |at: &str, code: &str| [(at.to_owned(), code.to_owned())];
    assert_eq!(problems(scene.reports("roof").await), one("kind", "unknown_word"));
    assert_eq!(problems(scene.answers("").await), one("answer", "empty"));
    assert_eq!(problems(scene.answers(&"x".repeat(501)).await), one("answer", "too_long"));
    assert_eq!(problems(scene.answers("a\u{1b}b").await), one("answer", "control_character"));
    let odd = scene.house.call(Method::GET, "/v1/reports?state=x").key(&scene.house.key).send().await;
    assert_eq!(problems(odd), one("state", "unknown_word"));
}
