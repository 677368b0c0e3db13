//! Push messages against a push service on a real socket.

use doorstep_store::{Channel, Message, MessageKind, PushSubscription, Target, Topic};
use http::StatusCode;
use http::header::AUTHORIZATION;
use jiff::SignedDuration;

use super::payload::TEXT_BYTES;
use super::{Push, subscribe};
use crate::access::Browser;
use crate::clock::Clock as _;
use crate::messages::Courier;
use crate::outbound::Allowed;
use crate::testing::{House, PushService, TestTour, push_body};

struct Scene {
    house: House,
    service: PushService,
    courier: Courier<Push>,
    tour: TestTour,
    browser: PushSubscription,
}

async fn scene() -> Scene {
    let service = PushService::start().await;
    let here = format!("127.0.0.1:{}", service.port);
    let house = House::with(|parts| parts.settings.allowed = Allowed::new([here.as_str()]).unwrap()).await;
    let courier = Courier::new(house.shared.clone(), Push::new(house.shared.clone()));
    let tour = house.tour(1).await;
    let browser = house.browser_at(&tour.recipients[0], &service.endpoint("one")).await;
    house.starts(&tour).await;
    Scene { house, service, courier, tour, browser }
}

impl Scene {
    fn message(&self, kind: MessageKind) -> Message {
        Message {
            recipient: self.tour.recipients[0].id,
            target: Target::Push(self.browser.id),
            topic: Topic::Parcel(self.tour.parcels[0].id, kind),
            at: self.house.clock.now(),
        }
    }

    async fn tells(&self, kind: MessageKind) {
        self.house.store().enqueue(vec![self.message(kind)]).await.unwrap();
        self.courier.round().await.unwrap();
    }

    async fn waiting(&self) -> usize {
        let later = self.house.clock.now() + SignedDuration::from_hours(10);
        self.house.store().due(Channel::Push, later, 10).await.unwrap().len()
    }

    async fn browsers(&self) -> usize {
        self.house.store().list_push_subscriptions(self.tour.recipients[0].id).await.unwrap().len()
    }
}

#[tokio::test]
async fn a_message_goes_out_sealed_signed_and_of_one_length() {
    let scene = scene().await;
    scene.tells(MessageKind::MapOpen).await;
    scene.tells(MessageKind::OutForDelivery).await;
    let pushed = scene.service.pushed();
    let [map, out] = pushed.as_slice() else { panic!("{} messages", pushed.len()) };
    let header = |name: &str| map.headers[name].to_str().unwrap();
    assert_eq!((header("content-encoding"), header("ttl"), header("urgency")), ("aes128gcm", "1800", "high"));
    assert!(map.headers[AUTHORIZATION].to_str().unwrap().starts_with("vapid t="));
    assert_eq!(map.headers["topic"], out.headers["topic"], "a newer one takes the place of an older one");
    assert_eq!(out.headers["urgency"], "normal");
    assert_eq!((map.body.len(), out.body.len()), (86 + TEXT_BYTES + 17, 86 + TEXT_BYTES + 17));
    assert_eq!(scene.waiting().await, 0);
}

#[tokio::test]
async fn a_browser_that_is_gone_is_forgotten() {
    for gone in [StatusCode::NOT_FOUND, StatusCode::GONE] {
        let scene = scene().await;
        scene.service.answers(gone, None);
        scene.tells(MessageKind::MapOpen).await;
        assert_eq!((scene.browsers().await, scene.waiting().await), (0, 0), "{gone}");
    }
}

#[tokio::test]
async fn a_push_service_that_cannot_now_is_asked_again_when_it_says() {
    let scene = scene().await;
    for (number, busy) in
        [StatusCode::TOO_MANY_REQUESTS, StatusCode::SERVICE_UNAVAILABLE].into_iter().enumerate()
    {
        scene.service.answers(busy, Some("100"));
        match number {
            0 => scene.tells(MessageKind::OutForDelivery).await,
            _ => scene.courier.round().await.unwrap(),
        }
        scene.house.clock.advance(SignedDuration::from_secs(99));
        scene.courier.round().await.unwrap();
        assert_eq!(scene.service.pushed().len(), number + 1, "it asked for more time");
        scene.house.clock.advance(SignedDuration::from_secs(1));
    }
    scene.service.answers(StatusCode::CREATED, None);
    scene.courier.round().await.unwrap();
    assert_eq!((scene.service.pushed().len(), scene.waiting().await, scene.browsers().await), (3, 0, 1));
}

#[tokio::test]
async fn what_a_push_service_refuses_is_given_up() {
    let scene = scene().await;
    scene.service.answers(StatusCode::BAD_REQUEST, None);
    scene.tells(MessageKind::MapOpen).await;
    assert_eq!((scene.service.pushed().len(), scene.waiting().await, scene.browsers().await), (1, 0, 1));
}

#[tokio::test]
async fn a_browser_that_went_to_another_gets_nothing_of_the_first() {
    let scene = scene().await;
    scene.house.store().enqueue(vec![scene.message(MessageKind::MapOpen)]).await.unwrap();
    let other = scene.house.account("other@example.org", doorstep_store::Role::Recipient).await;
    scene.house.browser_at(&other, scene.browser.endpoint.reveal()).await;
    scene.courier.round().await.unwrap();
    assert_eq!((scene.service.pushed().len(), scene.waiting().await), (0, 0));
}

#[tokio::test]
async fn a_push_key_that_is_no_key_and_an_endpoint_that_is_none_are_told() {
    let scene = scene().await;
    let account = &scene.tour.recipients[0];
    let try_it = async |body: serde_json::Value| {
        let new = doorstep_wire::push::NewPushSubscription::read(body.to_string().as_bytes()).unwrap();
        subscribe(&scene.house.shared, account, &Browser::default(), new).await
    };
    let mut off_the_curve = push_body("https://push.example.org/1");
    let key = off_the_curve["keys"]["p256dh"].as_str().unwrap().to_owned();
    off_the_curve["keys"]["p256dh"] = format!("{}AA", &key[..key.len() - 2]).into();
    let mut short = push_body("https://push.example.org/1");
    short["keys"]["auth"] = "AQI".into();
    for (what, body) in [
        ("a key off the curve", off_the_curve),
        ("a short secret", short),
        ("plain http", push_body("http://push.example.org/1")),
        ("the own network", push_body("https://127.0.0.1/1")),
        ("a port of the own network", push_body("https://push.example.org:22/1")),
        ("no address", push_body("push")),
    ] {
        let refused = try_it(body).await.unwrap_err();
        assert_eq!(
            (refused.status(), refused.code()),
            (StatusCode::UNPROCESSABLE_ENTITY, "invalid"),
            "{what}"
        );
    }
    assert_eq!(scene.browsers().await, 1);
    for number in 1..PushSubscription::PER_ACCOUNT_MAX {
        try_it(push_body(&format!("https://push.example.org/{number}"))).await.unwrap();
    }
    let refused = try_it(push_body("https://push.example.org/0")).await.unwrap_err();
    assert_eq!(refused.code(), "too_many_browsers");
    let told = scene.house.store().subscription(account.id, Channel::Push).await.unwrap();
    assert!(told.contains(&MessageKind::MapOpen) && !told.contains(&MessageKind::Announced));
}
