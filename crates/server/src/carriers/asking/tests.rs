//! The worker against the system of a carrier on a real socket.

use doorstep_domain::{Carrier, Parcel, Status};
use doorstep_store::{Channel, MessageKind, Role};
use http::header::{LOCATION, RETRY_AFTER};
use http::{HeaderMap, StatusCode};
use jiff::SignedDuration;
use serde_json::json;

use super::super::settings::{CarrierKind, CarrierSettings, InvalidCarrierSettings, JsonAnswers, NewCarrier};
use super::Asker;
use crate::clock::Clock as _;
use crate::outbound::Allowed;
use crate::testing::{Elsewhere, House};

struct Scene {
    house: House,
    elsewhere: Elsewhere,
    asker: Asker,
}

fn settings(name: &str, url: String, per_day: u32) -> CarrierSettings {
    let text = |text: &str| Some(text.to_owned());
    let json = JsonAnswers {
        header: text("X-Api-Key"),
        events: text("/events"),
        at: text("/at"),
        status: text("/status"),
        description: text("/said"),
        ..JsonAnswers::default()
    };
    let carrier = NewCarrier {
        name: name.to_owned(),
        key: Some("secret".into()),
        url: Some(url),
        time_zone: "Europe/Berlin".to_owned(),
        per_day,
        every_s: 5,
        per_parcel: 10,
        kind: CarrierKind::Json(Box::new(json)),
    };
    CarrierSettings::new(carrier).unwrap()
}

async fn scene(per_day: u32) -> Scene {
    let elsewhere = Elsewhere::start().await;
    let here = format!("127.0.0.1:{}", elsewhere.port);
    let house = House::with(|parts| parts.settings.allowed = Allowed::new([here.as_str()]).unwrap()).await;
    let asker = Asker::new(house.shared.clone(), &settings("City Bikes", elsewhere.url(), per_day)).unwrap();
    Scene { house, elsewhere, asker }
}

fn said(status: &str, at: impl std::fmt::Display) -> String {
    json!({ "events": [{ "at": at.to_string(), "status": status, "said": "Words of theirs" }] }).to_string()
}

impl Scene {
    async fn parcel(&self, number: &str, status: Status) -> Parcel {
        self.house.brought("City Bikes", number, status, None).await
    }

    async fn status(&self, parcel: &Parcel) -> Status {
        self.house.store().find_parcel(parcel.id).await.unwrap().unwrap().status
    }

    /// Time passes, and the worker looks each minute as it does by itself.
    async fn passes(&self, minutes: i64) {
        for _ in 0..minutes {
            self.asker.turn().await.unwrap();
            self.house.clock.advance(SignedDuration::from_mins(1));
        }
    }

    fn counted(&self, result: &str) -> u64 {
        let line = format!(r#"doorstep_carrier_questions_total{{carrier="City Bikes",result="{result}"}} "#);
        let text = self.house.shared.metrics.text().unwrap();
        text.lines().find_map(|one| one.strip_prefix(&line)).map_or(0, |count| count.parse().unwrap())
    }
}

#[tokio::test]
async fn a_parcel_follows_what_its_carrier_answers() {
    let scene = scene(250).await;
    let parcel = scene.parcel("JD 1/2", Status::PreTransit).await;
    scene.elsewhere.answers(StatusCode::OK, said("in_transit", scene.house.clock.now()));
    scene.asker.turn().await.unwrap();
    let asked = scene.elsewhere.asked().remove(0);
    assert_eq!(asked.uri.path(), "/parcels/JD%201%2F2");
    assert_eq!(asked.headers["x-api-key"], "secret");
    assert_eq!(scene.status(&parcel).await, Status::InTransit);
    let before = scene.house.store().find_parcel(parcel.id).await.unwrap();
    scene.house.clock.advance(SignedDuration::from_hours(12));
    scene.asker.turn().await.unwrap();
    assert_eq!(scene.elsewhere.asked().len(), 2);
    assert_eq!(scene.house.store().find_parcel(parcel.id).await.unwrap(), before, "it is the same event");
    scene.elsewhere.answers(StatusCode::OK, said("delivered", scene.house.clock.now()));
    scene.house.clock.advance(SignedDuration::from_hours(12));
    scene.asker.turn().await.unwrap();
    assert_eq!(scene.status(&parcel).await, Status::Delivered);
    scene.passes(2_000).await;
    assert_eq!(scene.elsewhere.asked().len(), 3, "there is nothing more to ask");
    assert_eq!((scene.counted("told"), scene.counted("over")), (2, 1));
}

#[tokio::test]
async fn nobody_is_asked_about_what_they_do_not_bring() {
    let scene = scene(250).await;
    scene.house.brought("Another", "1", Status::InTransit, None).await;
    scene.parcel("2", Status::Delivered).await;
    scene.parcel("..", Status::InTransit).await;
    scene.passes(200).await;
    assert_eq!(scene.elsewhere.numbers(), [""; 0]);
    scene.parcel("3", Status::InTransit).await;
    scene.house.clock.advance(SignedDuration::from_hours(61 * 24));
    scene.passes(10).await;
    assert_eq!(scene.elsewhere.numbers(), [""; 0], "it was announced too long ago");
}

#[tokio::test]
async fn all_parcels_have_their_turn_and_those_that_are_out_more_often() {
    let scene = scene(250).await;
    scene.elsewhere.answers(StatusCode::OK, json!({ "events": [] }).to_string());
    for number in ["a", "b", "c"] {
        scene.parcel(number, Status::PreTransit).await;
    }
    scene.parcel("out", Status::OutForDelivery).await;
    scene.passes(24 * 60).await;
    let numbers = scene.elsewhere.numbers();
    let count = |number: &str| numbers.iter().filter(|asked| *asked == number).count();
    for number in ["a", "b", "c"] {
        assert!((2..=3).contains(&count(number)), "{numbers:?}");
    }
    assert!((15..=21).contains(&count("out")), "{numbers:?}");
}

#[tokio::test]
async fn a_start_goes_on_with_what_is_left_of_the_day() {
    let scene = scene(20).await;
    scene.elsewhere.answers(StatusCode::OK, json!({ "events": [] }).to_string());
    for number in 0..100 {
        scene.parcel(&number.to_string(), Status::InTransit).await;
    }
    for _ in 0..24 * 4 {
        let again = scene.house.restarted();
        let settings = settings("City Bikes", scene.elsewhere.url(), 20);
        Asker::new(again.shared, &settings).unwrap().turn().await.unwrap();
        scene.house.clock.advance(SignedDuration::from_mins(15));
    }
    let asked = scene.elsewhere.numbers();
    assert!((16..=20).contains(&asked.len()), "{}", asked.len());
    let mut different = asked.clone();
    different.sort_unstable();
    different.dedup();
    assert_eq!(different.len(), asked.len(), "each other parcel comes before one that was asked about");
}

#[tokio::test]
async fn a_carrier_that_was_asked_too_often_is_left_alone() {
    let scene = scene(250).await;
    let parcel = scene.parcel("1", Status::InTransit).await;
    let wait = HeaderMap::from_iter([(RETRY_AFTER, "7200".parse().unwrap())]);
    scene.elsewhere.answers_once(StatusCode::TOO_MANY_REQUESTS, wait, "");
    scene.elsewhere.answers(StatusCode::OK, said("delivered", scene.house.clock.now()));
    scene.passes(120).await;
    assert_eq!((scene.elsewhere.asked().len(), scene.counted("limited")), (1, 1));
    scene.passes(1).await;
    assert_eq!(scene.status(&parcel).await, Status::Delivered);
}

#[tokio::test]
async fn a_key_that_is_refused_is_tried_less_and_less() {
    let scene = scene(250).await;
    for number in ["1", "2", "3"] {
        scene.parcel(number, Status::InTransit).await;
    }
    scene.elsewhere.answers(StatusCode::UNAUTHORIZED, "");
    scene.passes(24 * 60).await;
    assert!((6..=8).contains(&scene.elsewhere.asked().len()), "{}", scene.elsewhere.asked().len());
    scene.elsewhere.answers(StatusCode::OK, json!({ "events": [] }).to_string());
    scene.passes(13 * 60).await;
    let numbers = scene.elsewhere.numbers();
    assert!(["1", "2", "3"].iter().all(|number| numbers.iter().any(|asked| asked == number)));
}

#[tokio::test]
async fn answers_that_are_none_change_nothing_and_hold_nobody_up() {
    let scene = scene(250).await;
    let odd = scene.parcel("odd", Status::InTransit).await;
    let elsewhere = HeaderMap::from_iter([(LOCATION, scene.elsewhere.url().parse().unwrap())]);
    let long = format!("{{\"events\":[{}]}}", " ".repeat(10 << 20));
    let far = scene.house.clock.now() + SignedDuration::from_hours(7 * 100 + 72);
    for (headers, status, body, result) in [
        (HeaderMap::new(), StatusCode::OK, "<!doctype html><p>Sorry".to_owned(), "unreadable"),
        (HeaderMap::new(), StatusCode::OK, "{}".to_owned(), "unreadable"),
        (HeaderMap::new(), StatusCode::OK, long, "unreadable"),
        (elsewhere, StatusCode::FOUND, String::new(), "unreadable"),
        (HeaderMap::new(), StatusCode::BAD_GATEWAY, "<p>Sorry".to_owned(), "unreachable"),
        (HeaderMap::new(), StatusCode::NOT_FOUND, "<p>Sorry".to_owned(), "unknown_number"),
        (HeaderMap::new(), StatusCode::OK, said("delivered", far), "told"),
    ] {
        let before = (scene.counted(result), scene.elsewhere.asked().len());
        scene.elsewhere.answers_once(status, headers, body);
        scene.house.clock.advance(SignedDuration::from_hours(100));
        scene.asker.turn().await.unwrap();
        assert_eq!((scene.counted(result), scene.elsewhere.asked().len()), (before.0 + 1, before.1 + 1));
        assert_eq!(scene.status(&odd).await, Status::InTransit, "{result}");
    }
    let text = scene.house.shared.metrics.text().unwrap();
    let refused = r#"doorstep_carrier_events_total{vocabulary="doorstep",result="refused"} 1"#;
    assert!(text.contains(refused), "what lies ahead is refused as what is pushed is: {text}");
    assert!(!text.contains("odd"), "no number is in the counts");
}

#[tokio::test]
async fn a_carrier_that_hangs_delays_no_other() {
    let slow = scene(250).await;
    let quick = Elsewhere::start().await;
    let both = [format!("127.0.0.1:{}", slow.elsewhere.port), format!("127.0.0.1:{}", quick.port)];
    let house = House::with(|parts| {
        parts.settings.allowed = Allowed::new(both.iter().map(String::as_str)).unwrap();
    })
    .await;
    slow.elsewhere.hangs();
    quick.answers(StatusCode::OK, said("delivered", house.clock.now()));
    house.brought("Slow", "1", Status::InTransit, None).await;
    house.brought("Quick", "2", Status::InTransit, None).await;
    let askers = [("Slow", slow.elsewhere.url()), ("Quick", quick.url())]
        .map(|(name, url)| Asker::new(house.shared.clone(), &settings(name, url, 250)).unwrap());
    let running = askers.map(|asker| tokio::spawn(asker.run()));
    slow.elsewhere.got(1).await;
    quick.got(1).await;
    house.shared.stopping.cancel();
    for one in running {
        one.await.unwrap();
    }
}

#[tokio::test]
async fn an_answer_about_a_number_that_is_no_longer_the_parcels_is_dropped() {
    let scene = scene(250).await;
    let parcel = scene.parcel("1", Status::InTransit).await;
    scene.elsewhere.answers(StatusCode::OK, said("delivered", scene.house.clock.now()));
    scene.elsewhere.hangs();
    let mending = async {
        scene.elsewhere.got(1).await;
        let mut mended = parcel.clone();
        if let Carrier::Other(other) = &mut mended.carrier {
            other.tracking_number = Some("2".to_owned());
        }
        assert!(scene.house.store().update_parcel(mended).await.unwrap());
        scene.elsewhere.goes_on();
    };
    let (asked, ()) = tokio::join!(scene.asker.turn(), mending);
    asked.unwrap();
    assert_eq!(scene.status(&parcel).await, Status::InTransit);
    scene.passes(6).await;
    assert_eq!(scene.elsewhere.numbers(), ["1", "2"], "the other number is asked about anew");
    assert_eq!(scene.status(&parcel).await, Status::Delivered);
}

#[tokio::test]
async fn a_delay_is_told_once_and_without_a_window() {
    let scene = scene(250).await;
    let reader = scene.house.account("ada@example.org", Role::Recipient).await;
    let now = scene.house.clock.now();
    let wishes = vec![MessageKind::Delayed];
    scene.house.store().set_subscription(reader.id, Channel::Email, wishes, now).await.unwrap();
    scene.house.brought("City Bikes", "1", Status::InTransit, Some(&reader)).await;
    scene.elsewhere.answers(StatusCode::OK, said("delayed", now));
    scene.asker.turn().await.unwrap();
    let due = async || {
        let later = scene.house.clock.now() + SignedDuration::from_hours(1);
        scene.house.store().due(Channel::Email, later, 9).await.unwrap()
    };
    let waiting = due().await;
    assert_eq!(waiting.len(), 1);
    let told = crate::messages::told(&scene.house.shared, &waiting[0].message).await.unwrap();
    let crate::messages::Worth::Now(told) = told else { panic!("it is worth sending") };
    let crate::messages::Saying::Parcel { about, .. } = told.saying else { panic!("it tells of a parcel") };
    assert_eq!((about.kind, about.delay.and_then(|delay| delay.window)), (MessageKind::Delayed, None));
    scene.house.clock.advance(SignedDuration::from_hours(12));
    scene.asker.turn().await.unwrap();
    assert_eq!(due().await.len(), 1, "it is no news the second time");
}

#[test]
fn inside_the_own_network_nobody_is_asked_who_is_not_allowed() {
    let check = |url: &str, allowed: &[&str]| {
        settings("City Bikes", url.to_owned(), 1).check(&Allowed::new(allowed.iter().copied()).unwrap())
    };
    assert_eq!(check("https://bikes.example.org/{tracking_number}", &[]), Ok(()));
    for url in [
        "http://bikes.example.org/{tracking_number}",
        "http://127.0.0.1/{tracking_number}",
        "https://10.0.0.7/{tracking_number}",
        "https://bikes.internal/{tracking_number}",
        "https://bikes.example.org:8443/{tracking_number}",
    ] {
        assert!(matches!(check(url, &[]), Err(InvalidCarrierSettings::Refused(_))), "{url}");
    }
    assert_eq!(check("http://bikes.internal/{tracking_number}", &["bikes.internal"]), Ok(()));
    assert!(
        !format!("{:?}", settings("x", "https://a.example.org/{tracking_number}".into(), 1))
            .contains("secret")
    );
}
