//! The courier against a mail server that speaks the real protocol on a real socket.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use doorstep_domain::{Happening, ParcelId};
use doorstep_store::{Channel, Message, MessageKind, QuietHours, Role, Target, Topic};
use jiff::SignedDuration;
use mailparse::{MailHeaderMap as _, ParsedMail};
use parking_lot::Mutex;
use serde_json::Value;
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream};

use super::{Mail, MailProtection, MailSettings};
use crate::access::{Browser, LINK_LIFE, ask_for_link, grant_waiting, sign_in};
use crate::clock::Clock as _;
use crate::messages::{Courier, give_up_old};
use crate::testing::tour::delivered;
use crate::testing::{House, TestTour};

/// What the mail server answers to the end of a letter.
#[derive(Debug, Clone, Copy)]
enum Answer {
    Take,
    TryLater,
    Never,
    HangUp,
}

/// A mail server on a port of its own.
struct MailServer {
    port: u16,
    letters: Arc<Mutex<Vec<String>>>,
    answer: Arc<Mutex<Answer>>,
    visits: Arc<AtomicU32>,
}

impl MailServer {
    async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let server = Self {
            port: listener.local_addr().unwrap().port(),
            letters: Arc::default(),
            answer: Arc::new(Mutex::new(Answer::Take)),
            visits: Arc::default(),
        };
        let (letters, answer, visits) =
            (server.letters.clone(), server.answer.clone(), server.visits.clone());
        tokio::spawn(async move {
            while let Ok((socket, _)) = listener.accept().await {
                visits.fetch_add(1, Ordering::SeqCst);
                tokio::spawn(talk(socket, letters.clone(), answer.clone()));
            }
        });
        server
    }

    fn settings(&self) -> MailSettings {
        MailSettings {
            server: "127.0.0.1".to_owned(),
            port: self.port,
            protection: MailProtection::None,
            username: None,
            password: None,
            from: "Example Express <no-reply@example.org>".to_owned(),
        }
    }

    fn answers(&self, answer: Answer) {
        *self.answer.lock() = answer;
    }

    fn letters(&self) -> Vec<String> {
        self.letters.lock().clone()
    }
}

/// The server's part of RFC 5321.
async fn talk(socket: TcpStream, letters: Arc<Mutex<Vec<String>>>, answer: Arc<Mutex<Answer>>) {
    let mut socket = BufReader::new(socket);
    let mut say = "220 mail.example.org ready\r\n".to_owned();
    loop {
        if socket.get_mut().write_all(say.as_bytes()).await.is_err() {
            return;
        }
        let Some(line) = line(&mut socket).await else { return };
        let verb = line.split([' ', '\r']).next().unwrap_or_default().to_ascii_uppercase();
        say = match verb.as_str() {
            "EHLO" | "HELO" => "250-mail.example.org\r\n250 8BITMIME\r\n".to_owned(),
            "MAIL" | "RCPT" | "NOOP" | "RSET" => "250 fine\r\n".to_owned(),
            "QUIT" => return,
            "DATA" => {
                socket.get_mut().write_all(b"354 go on\r\n").await.unwrap();
                let letter = letter(&mut socket).await;
                let answer = *answer.lock();
                match answer {
                    Answer::Take => letters.lock().push(letter),
                    // It has the letter, and its word for it is lost on the way.
                    Answer::HangUp => return letters.lock().push(letter),
                    Answer::TryLater | Answer::Never => {}
                }
                match answer {
                    Answer::TryLater => "451 try later\r\n".to_owned(),
                    Answer::Never => "550 nobody of that name\r\n".to_owned(),
                    Answer::Take | Answer::HangUp => "250 taken\r\n".to_owned(),
                }
            }
            _ => "500 what?\r\n".to_owned(),
        };
    }
}

async fn line(socket: &mut BufReader<TcpStream>) -> Option<String> {
    let mut line = String::new();
    let length = socket.read_line(&mut line).await.ok()?;
    (length > 0).then_some(line)
}

async fn letter(socket: &mut BufReader<TcpStream>) -> String {
    let mut letter = String::new();
    while let Some(line) = line(socket).await.filter(|line| line != ".\r\n") {
        // A line that begins with a point has one more on the way (RFC 5321, section 4.5.2).
        letter.push_str(line.strip_prefix('.').unwrap_or(&line));
    }
    letter
}

struct Scene {
    house: House,
    server: MailServer,
    courier: Courier<Mail>,
    tour: TestTour,
    parcel: ParcelId,
    message: Message,
}

async fn scene() -> Scene {
    let public_url = "https://track.example.org".parse().ok();
    let house = House::with(|parts| parts.settings.public_url = public_url).await;
    let server = MailServer::start().await;
    let courier = courier(&house, &server.settings());
    let tour = house.tour(1).await;
    house.starts(&tour).await;
    let recipient = tour.recipients[0].id;
    house.store().set_language(recipient, "de".to_owned()).await.unwrap();
    let wanted = vec![MessageKind::MapOpen];
    house.store().set_subscription(recipient, Channel::Email, wanted, house.clock.now()).await.unwrap();
    let parcel = tour.parcels[0].id;
    let message = Message {
        recipient,
        target: Target::Email,
        topic: Topic::Parcel(parcel, MessageKind::MapOpen),
        at: house.clock.now(),
    };
    house.store().enqueue(vec![message]).await.unwrap();
    Scene { house, server, courier, tour, parcel, message }
}

impl Scene {
    /// The parcel is delivered: the message about that.
    async fn delivered(&self) -> Message {
        self.house.drives(&self.tour, delivered(&self.tour.parcels[0])).await;
        let topic = Topic::Parcel(self.parcel, MessageKind::Delivered);
        Message { topic, at: self.house.clock.now(), ..self.message }
    }

    async fn waiting(&self) -> usize {
        let later = self.house.clock.now() + SignedDuration::from_hours(10);
        self.house.store().due(Channel::Email, later, 10).await.unwrap().len()
    }
}

fn courier(house: &House, settings: &MailSettings) -> Courier<Mail> {
    Courier::new(house.shared.clone(), Mail::new(house.shared.clone(), settings).unwrap())
}

#[tokio::test]
async fn a_message_is_sent_once_in_the_language_of_its_reader() {
    let scene = scene().await;
    scene.courier.round().await.unwrap();
    scene.house.store().enqueue(vec![scene.message]).await.unwrap();
    scene.courier.round().await.unwrap();
    let letters = scene.server.letters();
    let [letter] = letters.as_slice() else { panic!("{} letters", letters.len()) };
    assert!(letter.contains("From: \"Example Express\" <no-reply@example.org>"), "{letter}");
    assert!(letter.contains("Auto-Submitted: auto-generated"));
    assert!(letter.contains("Content-Language: de"));
    assert!(letter.contains("Message-ID: <"));
    assert_eq!(scene.waiting().await, 0);
}

/// The body of a part, decoded as a mail program does it.
fn part(letter: &ParsedMail<'_>, number: usize, kind: &str) -> String {
    let part = &letter.subparts[number];
    assert_eq!((part.ctype.mimetype.as_str(), part.ctype.charset.as_str()), (kind, "utf-8"));
    part.get_body().unwrap()
}

#[tokio::test]
async fn a_letter_says_the_same_in_plain_lines_and_as_a_page() {
    let scene = scene().await;
    scene.courier.round().await.unwrap();
    let letters = scene.server.letters();
    let letter = mailparse::parse_mail(letters[0].as_bytes()).unwrap();
    assert_eq!((letter.ctype.mimetype.as_str(), letter.subparts.len()), ("multipart/alternative", 2));
    assert_eq!(letter.headers.get_first_value("Subject").unwrap(), "Example Express: Ihre Karte ist offen");
    let (plain, page) = (part(&letter, 0, "text/plain"), part(&letter, 1, "text/html"));
    let link = format!("https://track.example.org/parcels/{}", scene.parcel);
    assert!(plain.contains("Ihre Zustellung ist in der Nähe.") && plain.contains(&link), "{plain}");
    assert!(page.contains("Ihre Zustellung ist in der Nähe.") && page.contains(&link), "{page}");
    let (_, markup) = page.split_once("<script type=\"application/ld+json\">").unwrap();
    let markup: Value = serde_json::from_str(markup.split_once("</script>").unwrap().0).unwrap();
    assert_eq!((&markup["@type"], &markup["trackingUrl"]), (&"ParcelDelivery".into(), &link.into()));
    let known =
        ["@context", "@type", "carrier", "deliveryStatus", "expectedArrivalFrom", "expectedArrivalUntil"];
    let known = [&known[..], &["hasDeliveryMethod", "provider", "trackingUrl"]].concat();
    assert!(markup.as_object().unwrap().keys().all(|key| known.contains(&key.as_str())), "{markup}");
}

#[tokio::test]
async fn a_server_that_cannot_now_is_asked_again_later_and_later() {
    let scene = scene().await;
    scene.server.answers(Answer::TryLater);
    scene.courier.round().await.unwrap();
    scene.courier.round().await.unwrap();
    assert_eq!(scene.server.letters().len(), 0);
    assert_eq!(
        scene.house.store().due(Channel::Email, scene.house.clock.now(), 10).await.unwrap(),
        [],
        "it is put off"
    );
    scene.house.clock.advance(SignedDuration::from_secs(30));
    scene.server.answers(Answer::Take);
    scene.courier.round().await.unwrap();
    assert_eq!(scene.server.letters().len(), 1);
    assert_eq!(scene.waiting().await, 0);
}

#[tokio::test]
async fn a_server_that_never_can_is_not_asked_for_ever() {
    let scene = scene().await;
    scene.server.answers(Answer::TryLater);
    let mut pause = SignedDuration::from_secs(30);
    let mut rounds = 0;
    while scene.waiting().await > 0 {
        scene.courier.round().await.unwrap();
        scene.house.clock.advance(pause);
        pause = (pause * 2).min(SignedDuration::from_hours(2));
        rounds += 1;
        assert!(rounds <= 12);
    }
    assert_eq!(rounds, 12);
}

#[tokio::test]
async fn what_is_old_is_told_to_nobody_and_leaves_the_outbox() {
    let scene = scene().await;
    scene.house.clock.advance(SignedDuration::from_hours(13));
    let fresh = scene.delivered().await;
    scene.house.store().enqueue(vec![fresh]).await.unwrap();
    give_up_old(scene.house.store(), scene.house.clock.now()).await.unwrap();
    assert_eq!(scene.waiting().await, 1);
    scene.courier.round().await.unwrap();
    assert_eq!(scene.server.letters().len(), 1);
}

#[tokio::test]
async fn an_address_that_is_refused_is_given_up_at_once() {
    let scene = scene().await;
    scene.server.answers(Answer::Never);
    scene.courier.round().await.unwrap();
    assert_eq!(scene.waiting().await, 0);
}

#[tokio::test]
async fn a_word_that_is_lost_sends_the_same_letter_again() {
    let scene = scene().await;
    scene.server.answers(Answer::HangUp);
    scene.courier.round().await.unwrap();
    assert_eq!(scene.waiting().await, 1, "nobody knows whether it was taken");
    scene.server.answers(Answer::Take);
    scene.house.clock.advance(SignedDuration::from_secs(30));
    scene.courier.round().await.unwrap();
    let name =
        |letter: &String| letter.lines().find(|line| line.starts_with("Message-ID")).map(str::to_owned);
    let names: Vec<_> = scene.server.letters().iter().map(name).collect();
    assert!(names[0].is_some() && names[0] == names[1], "by its name it is known again");
}

#[tokio::test]
async fn a_server_that_is_not_there_keeps_the_message() {
    let scene = scene().await;
    let nowhere = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = nowhere.local_addr().unwrap().port();
    drop(nowhere);
    let settings = MailSettings { port, ..scene.server.settings() };
    let courier = courier(&scene.house, &settings);
    courier.round().await.unwrap();
    assert_eq!(scene.waiting().await, 1);
    assert_eq!(scene.server.visits.load(Ordering::SeqCst), 0);
}

#[tokio::test]
async fn a_restart_sends_what_waits_and_nothing_that_was_sent() {
    let scene = scene().await;
    scene.courier.round().await.unwrap();
    scene.house.store().enqueue(vec![scene.delivered().await]).await.unwrap();
    let restarted = scene.house.restarted();
    let courier = courier(&restarted, &scene.server.settings());
    courier.round().await.unwrap();
    assert_eq!(scene.server.letters().len(), 2);
}

#[tokio::test]
async fn a_link_to_sign_in_with_is_sent_and_kept_nowhere() {
    let scene = scene().await;
    scene.courier.round().await.unwrap();
    let account = scene.house.account("ada@example.org", Role::Recipient).await;
    ask_for_link(&scene.house.shared, "ada@example.org").unwrap();
    grant_waiting(&scene.house.shared).await;
    assert_eq!(scene.waiting().await, 1);
    scene.courier.round().await.unwrap();
    assert_eq!(scene.waiting().await, 0);
    let letter = scene.server.letters().pop().unwrap();
    let plain = part(&mailparse::parse_mail(letter.as_bytes()).unwrap(), 0, "text/plain");
    let token = plain.split("https://track.example.org/login/link/").nth(1).unwrap().split("\r\n").next();
    let browser = Browser::default();
    let signed_in = sign_in(&scene.house.shared, &browser, token.unwrap()).await.unwrap().unwrap();
    assert_eq!(signed_in.account, account);
}

#[tokio::test]
async fn a_link_that_would_come_too_late_is_not_sent() {
    let scene = scene().await;
    scene.courier.round().await.unwrap();
    scene.house.account("ada@example.org", Role::Recipient).await;
    ask_for_link(&scene.house.shared, "ada@example.org").unwrap();
    grant_waiting(&scene.house.shared).await;
    scene.house.clock.advance(LINK_LIFE + SignedDuration::from_secs(1));
    scene.courier.round().await.unwrap();
    assert_eq!((scene.server.letters().len(), scene.waiting().await), (1, 0));
}

#[tokio::test]
async fn what_the_page_does_not_say_any_more_is_not_sent() {
    let scene = scene().await;
    let _told_by_another_message = scene.delivered().await;
    scene.courier.round().await.unwrap();
    assert_eq!((scene.server.letters().len(), scene.waiting().await), (0, 0));
}

#[tokio::test]
async fn a_map_that_is_closed_for_a_while_is_told_when_it_opens_again() {
    let scene = scene().await;
    scene.house.drives(&scene.tour, Happening::MapHidden).await;
    scene.courier.round().await.unwrap();
    assert_eq!((scene.server.letters().len(), scene.waiting().await), (0, 1));
    scene.house.clock.advance(SignedDuration::from_secs(30));
    scene.house.drives(&scene.tour, Happening::MapShown).await;
    scene.courier.round().await.unwrap();
    assert_eq!((scene.server.letters().len(), scene.waiting().await), (1, 0));
}

#[tokio::test]
async fn in_quiet_hours_nothing_comes_and_afterwards_what_is_still_so() {
    let scene = scene().await;
    let time = |text: &str| text.parse().unwrap();
    // In Berlin it is some seconds past nine.
    let quiet = QuietHours { from: time("08:00"), until: time("09:02") };
    scene.house.store().set_quiet_hours(scene.message.recipient, Some(quiet)).await.unwrap();
    scene.courier.round().await.unwrap();
    let delivered = scene.delivered().await;
    scene.house.store().enqueue(vec![delivered]).await.unwrap();
    scene.courier.round().await.unwrap();
    assert_eq!((scene.server.letters().len(), scene.waiting().await), (0, 2));
    scene.house.clock.advance(SignedDuration::from_mins(2));
    scene.courier.round().await.unwrap();
    assert_eq!((scene.server.letters().len(), scene.waiting().await), (1, 0), "the map is closed by then");
}

#[tokio::test]
async fn a_parcel_that_went_to_another_account_is_not_written_about() {
    let scene = scene().await;
    let parcel = scene.house.store().find_parcel(scene.parcel).await.unwrap().unwrap();
    let nobodys = doorstep_domain::Parcel { recipient: None, ..parcel };
    assert!(scene.house.store().update_parcel(nobodys).await.unwrap());
    scene.courier.round().await.unwrap();
    assert_eq!((scene.server.letters().len(), scene.waiting().await), (0, 0));
}

#[test]
fn settings_that_cannot_work_are_refused() {
    let settings = MailSettings {
        server: "mail.example.org".to_owned(),
        port: 587,
        protection: MailProtection::StartTls,
        username: None,
        password: None,
        from: "nobody".to_owned(),
    };
    assert!(settings.sender().is_err());
    assert!(!format!("{:?}", MailSettings { from: "a@example.org".to_owned(), ..settings }).contains('@'));
}
