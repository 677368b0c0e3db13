//! The webhook against a system on a real socket.

use doorstep_domain::Personal;
use doorstep_store::{Channel, Message, MessageKind, Target, Topic};
use http::StatusCode;
use jiff::SignedDuration;
use serde_json::{Value, json};

use super::sign::Signer;
use super::{InvalidWebhookSettings, Webhook, WebhookSettings};
use crate::clock::Clock as _;
use crate::messages::Courier;
use crate::outbound::Allowed;
use crate::testing::tour::delivered;
use crate::testing::{House, PushService, TestTour};

const SECRET: &str = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const SECRET_BYTES: &[u8] = b"1\xf2\x90\xf6\xbf\x06)\x8a\xabO\x08\xd4<?\x08,\xf6H\xa3b\xda-\xa4\xb0";

struct Scene {
    house: House,
    system: PushService,
    courier: Courier<Webhook>,
    tour: TestTour,
}

async fn scene(name: Option<&str>, phone: Option<&str>) -> Scene {
    let system = PushService::start().await;
    let here = format!("127.0.0.1:{}", system.port);
    let settings = WebhookSettings::new(&system.endpoint("sms"), &SECRET.into(), name.map(str::to_owned));
    let settings = settings.unwrap();
    let house = House::with(|parts| {
        parts.settings.allowed = Allowed::new([here.as_str()]).unwrap();
        parts.settings.public_url = "https://track.example.org".parse().ok();
        parts.webhook = Some(settings.clone());
    })
    .await;
    let webhook = Webhook::new(house.shared.clone(), &settings).unwrap();
    let courier = Courier::new(house.shared.clone(), webhook);
    let tour = house.tour(1).await;
    let phone = phone.map(Personal::new);
    assert!(house.store().set_phone(house.operator, tour.recipients[0].id, phone).await.unwrap());
    house.starts(&tour).await;
    Scene { house, system, courier, tour }
}

impl Scene {
    async fn tells(&self, kind: MessageKind) {
        let message = Message {
            recipient: self.tour.recipients[0].id,
            target: Target::Sms,
            topic: Topic::Parcel(self.tour.parcels[0].id, kind),
            at: self.house.clock.now(),
        };
        self.house.store().enqueue(vec![message]).await.unwrap();
        self.courier.round().await.unwrap();
    }

    async fn waiting(&self) -> usize {
        let later = self.house.clock.now() + SignedDuration::from_hours(10);
        self.house.store().due(Channel::Sms, later, 10).await.unwrap().len()
    }

    fn bodies(&self) -> Vec<Value> {
        self.system.pushed().iter().map(|pushed| serde_json::from_slice(&pushed.body).unwrap()).collect()
    }
}

#[tokio::test]
async fn an_sms_is_handed_over_signed_and_finished() {
    let scene = scene(None, Some("+4930123456")).await;
    scene.tells(MessageKind::MapOpen).await;
    let link = format!("https://track.example.org/parcels/{}", scene.tour.parcels[0].id);
    let expected = json!({
        "type": "tracking.available",
        "timestamp": scene.house.clock.now(),
        "data": {
            "recipient_id": scene.tour.recipients[0].id,
            "parcel_id": scene.tour.parcels[0].id,
            "phone": "+4930123456",
            "language": "en",
            "text": format!("Example Express: your map is open {link}"),
        },
    });
    assert_eq!(scene.bodies(), [expected]);
    let pushed = scene.system.pushed().remove(0);
    let header = |name: &str| pushed.headers[name].to_str().unwrap();
    assert_eq!(header("content-type"), "application/json");
    assert_eq!(header("webhook-timestamp"), scene.house.clock.now().as_second().to_string());
    assert!(header("webhook-id").starts_with("msg_"));
    let signature =
        Signer::new(SECRET_BYTES).sign(header("webhook-id"), scene.house.clock.now(), &pushed.body);
    assert_eq!(header("webhook-signature"), signature);
    assert_eq!(scene.waiting().await, 0);
}

#[tokio::test]
async fn a_phone_gets_three_sms_about_a_parcel_at_most() {
    let scene = scene(None, Some("+4930123456")).await;
    for kind in [MessageKind::OutForDelivery, MessageKind::MapOpen, MessageKind::Next] {
        scene.tells(kind).await;
    }
    assert_eq!(scene.bodies().len(), 2);
    scene.house.drives(&scene.tour, delivered(&scene.tour.parcels[0])).await;
    scene.tells(MessageKind::Delivered).await;
    let types: Vec<Value> = scene.bodies().iter().map(|body| body["type"].clone()).collect();
    assert_eq!(types, ["tour.started", "tracking.available", "task.completed"]);
}

#[tokio::test]
async fn without_a_number_nothing_is_sent_and_a_channel_with_a_name_needs_none() {
    let nobody = scene(None, None).await;
    nobody.tells(MessageKind::MapOpen).await;
    assert_eq!((nobody.bodies().len(), nobody.waiting().await), (0, 0));
    for phone in [None, Some("+4930123456")] {
        let scene = scene(Some("Messenger"), phone).await;
        scene.tells(MessageKind::MapOpen).await;
        let bodies = scene.bodies();
        assert_eq!(bodies[0]["data"].get("phone"), None, "no number leaves the house");
        assert_eq!(bodies[0]["data"]["recipient_id"], json!(scene.tour.recipients[0].id));
    }
}

#[tokio::test]
async fn a_system_that_cannot_now_is_asked_again_with_the_same_name() {
    for busy in [
        StatusCode::REQUEST_TIMEOUT,
        StatusCode::TOO_EARLY,
        StatusCode::TOO_MANY_REQUESTS,
        StatusCode::BAD_GATEWAY,
    ] {
        let scene = scene(None, Some("+4930123456")).await;
        scene.system.answers(busy, Some("100"));
        scene.tells(MessageKind::MapOpen).await;
        scene.house.clock.advance(SignedDuration::from_secs(99));
        scene.courier.round().await.unwrap();
        assert_eq!((scene.system.pushed().len(), scene.waiting().await), (1, 1), "{busy}");
        scene.house.clock.advance(SignedDuration::from_secs(1));
        scene.system.answers(StatusCode::NO_CONTENT, None);
        scene.courier.round().await.unwrap();
        let names: Vec<_> =
            scene.system.pushed().iter().map(|got| got.headers["webhook-id"].clone()).collect();
        assert_eq!((names.len(), scene.waiting().await), (2, 0), "{busy}");
        assert_eq!(names[0], names[1]);
    }
}

#[tokio::test]
async fn what_a_system_refuses_is_given_up() {
    for refused in [StatusCode::BAD_REQUEST, StatusCode::UNAUTHORIZED, StatusCode::NOT_FOUND] {
        let scene = scene(None, Some("+4930123456")).await;
        scene.system.answers(refused, None);
        scene.tells(MessageKind::OutForDelivery).await;
        assert_eq!((scene.system.pushed().len(), scene.waiting().await), (1, 0), "{refused}");
        scene.tells(MessageKind::MapOpen).await;
        assert_eq!(scene.system.pushed().len(), 2, "the next one is tried");
    }
}

#[tokio::test]
async fn a_system_that_is_gone_is_asked_again_after_an_hour() {
    let scene = scene(None, Some("+4930123456")).await;
    scene.system.answers(StatusCode::GONE, None);
    scene.tells(MessageKind::OutForDelivery).await;
    scene.system.answers(StatusCode::OK, None);
    scene.tells(MessageKind::MapOpen).await;
    assert_eq!((scene.system.pushed().len(), scene.waiting().await), (1, 0));
    scene.house.clock.advance(SignedDuration::from_hours(1));
    scene.tells(MessageKind::Next).await;
    assert_eq!((scene.system.pushed().len(), scene.waiting().await), (2, 0));
}

#[tokio::test]
async fn a_redirect_is_followed_nowhere_and_an_endless_answer_not_read() {
    let scene = scene(None, Some("+4930123456")).await;
    scene.system.leads_to(&scene.system.endpoint("elsewhere"));
    scene.tells(MessageKind::OutForDelivery).await;
    assert_eq!((scene.system.pushed().len(), scene.waiting().await), (1, 0));
    scene.system.chatters(2 << 20);
    scene.tells(MessageKind::MapOpen).await;
    assert_eq!(
        (scene.system.pushed().len(), scene.waiting().await),
        (2, 0),
        "it took it, so it is not sent again"
    );
}

#[test]
fn settings_that_cannot_work_are_refused_and_secrets_are_not_told() {
    let new = |url: &str, secret: &str, name: Option<&str>| {
        WebhookSettings::new(url, &secret.into(), name.map(str::to_owned))
    };
    let url = "https://sms.example.org/doorstep";
    let short = format!("whsec_{}", "AAAA".repeat(7));
    let long = format!("whsec_{}", "AAAA".repeat(22));
    for secret in ["", "whsec_", "whsec_?", &SECRET["whsec_".len()..], &short, &long] {
        assert!(matches!(new(url, secret, None), Err(InvalidWebhookSettings::Secret)), "{secret}");
    }
    assert!(matches!(new("sms", SECRET, None), Err(InvalidWebhookSettings::Url)));
    for name in ["", " ", "a name that is too long"] {
        assert!(matches!(new(url, SECRET, Some(name)), Err(InvalidWebhookSettings::Name)), "{name}");
    }
    let told = format!("{:?}", new(url, SECRET, Some("Messenger")).unwrap());
    assert!(!told.contains("MfKQ") && !told.contains("doorstep"), "{told}");
}
