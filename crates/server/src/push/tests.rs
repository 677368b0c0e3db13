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
use crate::testing::tour::delivered;
use crate::testing::{House, PushService, TestTour, push_body};

struct Scene {
    house: House,
    service: PushService,
    courier: Courier<Push>,
    tour: TestTour,
    browser: PushSubscription,
}

/// A server that may ask these push services.
async fn house_that_asks(services: &[&PushService]) -> House {
    let here: Vec<String> = services.iter().map(|service| format!("127.0.0.1:{}", service.port)).collect();
    let allowed = Allowed::new(here.iter().map(String::as_str)).unwrap();
    House::with(|parts| parts.settings.allowed = allowed).await
}

async fn scene() -> Scene {
    let service = PushService::start().await;
    let house = house_that_asks(&[&service]).await;
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
    scene.tells(MessageKind::OutForDelivery).await;
    scene.tells(MessageKind::MapOpen).await;
    let pushed = scene.service.pushed();
    let [out, map] = pushed.as_slice() else { panic!("{} messages", pushed.len()) };
    let header = |name: &str| map.headers[name].to_str().unwrap();
    assert_eq!((header("content-encoding"), header("ttl"), header("urgency")), ("aes128gcm", "1800", "high"));
    assert!(map.headers[AUTHORIZATION].to_str().unwrap().starts_with("vapid t="));
    assert_eq!(map.headers["topic"], out.headers["topic"], "a newer one takes the place of an older one");
    assert_eq!(out.headers["urgency"], "normal");
    assert_eq!((map.body.len(), out.body.len()), (86 + TEXT_BYTES + 17, 86 + TEXT_BYTES + 17));
    assert_eq!(scene.waiting().await, 0);
}

#[tokio::test]
async fn a_browser_gets_three_messages_about_a_parcel_and_the_last_is_how_it_ended() {
    let scene = scene().await;
    for (kind, so_far) in
        [(MessageKind::OutForDelivery, 1), (MessageKind::MapOpen, 2), (MessageKind::Next, 2)]
    {
        scene.tells(kind).await;
        assert_eq!((scene.service.pushed().len(), scene.waiting().await), (so_far, 0), "{kind:?}");
    }
    scene.house.drives(&scene.tour, delivered(&scene.tour.parcels[0])).await;
    scene.tells(MessageKind::Delivered).await;
    assert_eq!((scene.service.pushed().len(), scene.waiting().await), (3, 0));
}

#[tokio::test]
async fn a_push_service_that_hangs_holds_its_own_places_and_no_others() {
    let (slow, quick) = (PushService::start().await, PushService::start().await);
    let house = house_that_asks(&[&slow, &quick]).await;
    let courier = Courier::new(house.shared.clone(), Push::new(house.shared.clone()));
    let tour = house.tour(13).await;
    house.starts(&tour).await;
    for (number, recipient) in tour.recipients.iter().enumerate() {
        let service = if number < 12 { &slow } else { &quick };
        let browser = house.browser_at(recipient, &service.endpoint(&number.to_string())).await;
        let topic = Topic::Parcel(tour.parcels[number].id, MessageKind::OutForDelivery);
        let target = Target::Push(browser.id);
        let at = house.clock.now();
        house.store().enqueue(vec![Message { recipient: recipient.id, target, topic, at }]).await.unwrap();
    }
    slow.hangs();
    let both = async {
        quick.got(1).await;
        slow.got(8).await;
        slow.goes_on();
    };
    let (round, ()) = tokio::join!(courier.round(), both);
    round.unwrap();
    assert_eq!(slow.pushed().len(), 8, "there was no place for more");
    house.clock.advance(SignedDuration::from_secs(5));
    courier.round().await.unwrap();
    assert_eq!((slow.pushed().len(), quick.pushed().len()), (12, 1), "and each goes out once");
}

#[tokio::test]
async fn nobody_waits_for_a_push_service_that_hangs() {
    let (slow, quick) = (PushService::start().await, PushService::start().await);
    let house = house_that_asks(&[&slow, &quick]).await;
    let tour = house.tour(2).await;
    house.starts(&tour).await;
    slow.hangs();
    let courier = Courier::new(house.shared.clone(), Push::new(house.shared.clone()));
    let at_work = tokio::spawn(courier.run());
    for (number, service) in [&slow, &quick].into_iter().enumerate() {
        let recipient = &tour.recipients[number];
        let browser = house.browser_at(recipient, &service.endpoint("one")).await;
        let topic = Topic::Parcel(tour.parcels[number].id, MessageKind::OutForDelivery);
        let target = Target::Push(browser.id);
        let at = house.clock.now();
        house.store().enqueue(vec![Message { recipient: recipient.id, target, topic, at }]).await.unwrap();
        service.got(1).await;
    }
    house.shared.stopping.cancel();
    slow.goes_on();
    at_work.await.unwrap();
    let later = house.clock.now() + SignedDuration::from_hours(10);
    assert_eq!(
        house.store().due(Channel::Push, later, 10).await.unwrap(),
        [],
        "what was in hand is finished"
    );
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
