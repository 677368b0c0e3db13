//! Messages to ntfy servers, against one on a real socket.

use doorstep_store::{Channel, Message, MessageKind, NtfyTopic, Target, Topic};
use http::StatusCode;
use jiff::SignedDuration;
use serde_json::{Value, json};

use super::{NtfySettings, NtfyTrouble, make};
use crate::clock::Clock as _;
use crate::messages::Courier;
use crate::outbound::Allowed;
use crate::push::{Push, remove};
use crate::testing::tour::delivered;
use crate::testing::{House, PushService, TestTour};

const TOKEN: &str = "tk_AgQdq7mVBoFD37zQVN29RhuMzNIz2";

struct Scene {
    house: House,
    service: PushService,
    courier: Courier<Push>,
    tour: TestTour,
    topic: NtfyTopic,
}

fn allowed(service: &PushService) -> Allowed {
    Allowed::new([format!("127.0.0.1:{}", service.port).as_str()]).unwrap()
}

/// The settings of this server, which asks for a token.
fn settings(service: &PushService) -> NtfySettings {
    let servers = [service.endpoint("").trim_end_matches('/').to_owned()];
    NtfySettings::new(&servers, Some(&TOKEN.into())).unwrap().unwrap()
}

async fn scene() -> Scene {
    let service = PushService::start().await;
    service.answers(StatusCode::OK, None);
    let house = House::with(|parts| {
        parts.settings.allowed = allowed(&service);
        parts.settings.public_url = "https://track.example.org".parse().ok();
        parts.ntfy = Some(settings(&service));
    })
    .await;
    let courier = Courier::new(house.shared.clone(), Push::new(house.shared.clone()));
    let tour = house.tour(1).await;
    let account = &tour.recipients[0];
    make(&house.shared, account, &settings(&service).names().next().unwrap()).await.unwrap();
    let topic = house.store().list_ntfy_topics(account.id).await.unwrap().remove(0);
    house.starts(&tour).await;
    Scene { house, service, courier, tour, topic }
}

impl Scene {
    fn message(&self, kind: MessageKind) -> Message {
        Message {
            recipient: self.tour.recipients[0].id,
            target: Target::Push(self.topic.id),
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

    fn bodies(&self) -> Vec<Value> {
        let pushed = self.service.pushed();
        pushed.iter().map(|pushed| serde_json::from_slice(&pushed.body).unwrap()).collect()
    }
}

#[tokio::test]
async fn a_message_is_published_with_a_page_and_a_button() {
    let scene = scene().await;
    scene.tells(MessageKind::MapOpen).await;
    let body = scene.bodies().remove(0);
    let page = format!("https://track.example.org/parcels/{}", scene.tour.parcels[0].id);
    let action = json!([{
        "action": "view", "label": "Name a safe place", "url": format!("{page}#choices"), "clear": true
    }]);
    assert_eq!(body["topic"], scene.topic.topic.reveal());
    assert_eq!((&body["click"], &body["actions"]), (&json!(page), &action));
    assert_eq!((&body["priority"], &body["tags"]), (&json!(4), &json!(["package"])));
    assert!(body["title"].as_str().unwrap().contains("Example Express"), "{body}");
    let headers = &scene.service.pushed()[0].headers;
    assert_eq!(headers["authorization"], format!("Bearer {TOKEN}"));
    let (address, number) = ("1 Long Street", scene.tour.parcels[0].tracking_number.as_str());
    assert!(!body.to_string().contains(address) && !body.to_string().contains(number), "{body}");
    assert_eq!(scene.waiting().await, 0);
}

#[tokio::test]
async fn what_happens_is_told_to_whoever_turned_it_on() {
    let scene = scene().await;
    let wanted = scene.house.store().subscription(scene.topic.account, Channel::Push).await.unwrap();
    assert_eq!(wanted.len(), 4, "the map, delays and how it ended");
    scene.house.drives(&scene.tour, delivered(&scene.tour.parcels[0])).await;
    scene.courier.round().await.unwrap();
    assert_eq!(scene.bodies().len(), 1, "{:?}", scene.bodies());
}

#[tokio::test]
async fn a_topic_gets_three_messages_about_a_parcel_and_the_last_is_how_it_ended() {
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
    let bodies = scene.bodies();
    assert_eq!(bodies[0]["sequence_id"], bodies[2]["sequence_id"], "a newer one takes the older one's place");
    assert!(bodies[2].get("actions").is_none(), "nothing can be asked for any more: {}", bodies[2]);
}

#[tokio::test]
async fn an_answer_decides_whether_it_is_tried_again() {
    for (status, retry_after, waits) in [
        (StatusCode::TOO_MANY_REQUESTS, Some("120"), true),
        (StatusCode::SERVICE_UNAVAILABLE, None, true),
        (StatusCode::UNAUTHORIZED, None, true),
        (StatusCode::FORBIDDEN, None, true),
        (StatusCode::BAD_REQUEST, None, false),
        (StatusCode::NOT_FOUND, None, false),
        (StatusCode::PAYLOAD_TOO_LARGE, None, false),
        (StatusCode::FOUND, None, false),
    ] {
        let scene = scene().await;
        scene.service.answers(status, retry_after);
        scene.tells(MessageKind::MapOpen).await;
        assert_eq!(scene.waiting().await, usize::from(waits), "{status}");
        scene.house.clock.advance(SignedDuration::from_secs(119));
        scene.courier.round().await.unwrap();
        let tries = if waits && retry_after.is_none() { 2 } else { 1 };
        assert_eq!(scene.service.pushed().len(), tries, "{status}");
        let refused = scene.house.shared.metrics.text().unwrap().contains("ntfy\",result=\"refused\"");
        assert_eq!(refused, matches!(status.as_u16(), 401 | 403), "{status}");
        let is_there = scene.house.store().find_ntfy_topic(scene.topic.id).await.unwrap().is_some();
        assert!(is_there, "a topic is never gone: {status}");
    }
}

#[tokio::test]
async fn nothing_goes_to_a_topic_that_is_removed_or_to_a_server_that_is_not_used_any_more() {
    let scene = scene().await;
    let account = &scene.tour.recipients[0];
    let elsewhere = scene.house.restarted();
    let courier = Courier::new(elsewhere.shared.clone(), Push::new(elsewhere.shared.clone()));
    scene.house.store().enqueue(vec![scene.message(MessageKind::MapOpen)]).await.unwrap();
    courier.round().await.unwrap();
    assert_eq!((scene.service.pushed().len(), scene.waiting().await), (0, 0));
    remove(&scene.house.shared, account, &scene.topic.id.to_string()).await.unwrap();
    scene.tells(MessageKind::OutForDelivery).await;
    assert_eq!((scene.service.pushed().len(), scene.waiting().await), (0, 0));
}

#[tokio::test]
async fn the_doctor_sees_whether_a_server_answers_and_takes_the_token() {
    let service = PushService::start().await;
    for (status, expected) in [
        (StatusCode::OK, Ok(())),
        (StatusCode::UNAUTHORIZED, Err(NtfyTrouble::Refused)),
        (StatusCode::NOT_FOUND, Err(NtfyTrouble::Odd(404))),
    ] {
        service.answers(status, None);
        let found = settings(&service).examine(&allowed(&service)).await;
        assert_eq!(found.into_iter().map(|(_, state)| state).collect::<Vec<_>>(), [expected]);
    }
    assert_eq!(service.pushed()[0].headers["authorization"], format!("Bearer {TOKEN}"));
    let found = settings(&service).examine(&Allowed::default()).await;
    assert!(matches!(found.as_slice(), [(_, Err(NtfyTrouble::Unreachable(_)))]), "{found:?}");
}
