//! The pages as a browser without script uses them: links, forms, redirects, cookies.

mod languages;
mod logins;

use axum::body::Body;
use doorstep_domain::visibility::Rules;
use doorstep_domain::{
    Carrier, Instruction, OperatorId, Parcel, ParcelId, ParcelKind, Personal, RecipientId, SafePlace, Status,
};
use doorstep_store::{Account, Channel, HomeLink, MessageKind, NtfyTopic, Operator, Role};
use http::header::{ACCEPT, ACCEPT_LANGUAGE, CONTENT_TYPE, COOKIE, LOCATION, SET_COOKIE};
use http::{HeaderMap, Request, StatusCode};
use http_body_util::BodyExt as _;
use jiff::SignedDuration;

use crate::homes::MqttSettings;
use crate::ntfy::NtfySettings;
use crate::secret::fresh_id;
use crate::testing::House;

const FORM: &str = "application/x-www-form-urlencoded";
const EMAIL: &str = "ada@example.org";

/// A browser: it keeps cookies and asks for pages.
struct Browser<'a> {
    house: &'a House,
    cookies: Vec<(String, String)>,
    language: &'static str,
}

/// An answer, as far as a browser looks at it.
struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    html: String,
}

impl Answer {
    fn location(&self) -> &str {
        self.headers.get(LOCATION).map(|there| there.to_str().unwrap()).unwrap_or_default()
    }
}

impl<'a> Browser<'a> {
    fn new(house: &'a House) -> Self {
        Self { house, cookies: Vec::new(), language: "en" }
    }

    async fn of(house: &'a House, account: &Account) -> Self {
        let session = house.session(account, SignedDuration::from_hours(1)).await;
        Self { cookies: vec![("doorstep_session".to_owned(), session)], ..Self::new(house) }
    }

    async fn get(&mut self, path: &str) -> Answer {
        self.ask(Request::get(path).body(Body::empty()).unwrap()).await
    }

    async fn post(&mut self, path: &str, form: &'static str) -> Answer {
        let request = Request::post(path).header(CONTENT_TYPE, FORM).header("sec-fetch-site", "same-origin");
        self.ask(request.body(Body::from(form)).unwrap()).await
    }

    async fn ask(&mut self, mut request: Request<Body>) -> Answer {
        let headers = request.headers_mut();
        headers.insert(ACCEPT, "text/html,application/xhtml+xml,*/*;q=0.8".parse().unwrap());
        headers.insert(ACCEPT_LANGUAGE, self.language.parse().unwrap());
        let cookies: Vec<String> =
            self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        headers.insert(COOKIE, cookies.join("; ").parse().unwrap());
        let (parts, body) = self.house.send(request).await.into_parts();
        for cookie in parts.headers.get_all(SET_COOKIE) {
            let (name, value) = cookie.to_str().unwrap().split(';').next().unwrap().split_once('=').unwrap();
            self.cookies.retain(|(known, _)| known != name);
            self.cookies.push((name.to_owned(), value.to_owned()));
        }
        let html = String::from_utf8(body.collect().await.unwrap().to_bytes().to_vec()).unwrap();
        Answer { status: parts.status, headers: parts.headers, html }
    }
}

async fn parcel(house: &House, recipient: RecipientId, number: &str) -> ParcelId {
    let id = ParcelId::from_u128(fresh_id());
    let parcel = Parcel {
        id,
        operator: house.operator,
        tracking_number: number.to_owned(),
        order: None,
        recipient: Some(recipient),
        buyer: None,
        sender: Personal::new("Bookshop Example"),
        kind: ParcelKind::Ordinary,
        visibility: Rules::default(),
        carrier: Carrier::Own,
        day: Some(jiff::civil::date(2026, 11, 25)),
        promise: None,
        status: Status::InTransit,
        door: None,
        address: None,
        on_tour: None,
        wishes: doorstep_domain::Wishes::default(),
        photo_at: None,
        rating: None,
    };
    house.store().insert_parcels(vec![parcel], house.shared.clock.now()).await.unwrap();
    id
}

/// A house that sends e-mail.
async fn house_with_mail() -> House {
    House::with(|parts| {
        parts.settings.public_url = "https://track.example.org".parse().ok();
        parts.mail = Some(crate::mail::MailSettings {
            server: "127.0.0.1".to_owned(),
            port: 25,
            protection: crate::mail::MailProtection::None,
            username: None,
            password: None,
            from: "no-reply@example.org".to_owned(),
        });
    })
    .await
}

#[tokio::test]
async fn a_link_is_offered_where_it_can_be_sent() {
    let house = House::new().await;
    let mut browser = Browser::new(&house);
    assert!(!browser.get("/login").await.html.contains("/login/link"));
    assert_eq!(browser.post("/login/link", "email=ada%40example.org").await.status, StatusCode::NOT_FOUND);
    let house = house_with_mail().await;
    assert!(Browser::new(&house).get("/login").await.html.contains("action=\"/login/link\""));
}

#[tokio::test]
async fn nobody_is_told_whether_a_link_was_sent() {
    let house = house_with_mail().await;
    house.account(EMAIL, Role::Recipient).await;
    let mut browser = Browser::new(&house);
    let known = browser.post("/login/link", "email=ada%40example.org").await;
    let unknown = browser.post("/login/link", "email=eve%40example.org").await;
    assert_eq!((known.status, &known.html), (unknown.status, &unknown.html));
    assert_eq!(known.status, StatusCode::OK);
    for _ in 0..5 {
        assert_eq!(browser.post("/login/link", "email=ada%40example.org").await.html, known.html);
    }
    assert_eq!(
        house.store().due(Channel::Email, house.shared.clock.now(), 9).await.unwrap(),
        [],
        "it is looked up afterwards"
    );
}

#[tokio::test]
async fn a_link_signs_in_by_its_button_and_not_by_being_looked_at() {
    let house = house_with_mail().await;
    let account = house.account(EMAIL, Role::Recipient).await;
    let token = crate::access::make_link(&house.shared, &account, house.shared.clock.now()).await.unwrap();
    let path = format!("/login/link/{token}");
    let mut browser = Browser::new(&house);
    for _scanner in 0..3 {
        let page = browser.get(&path).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.html.contains(&format!("action=\"{path}\"")) && page.headers.get(SET_COOKIE).is_none());
    }
    assert_eq!(browser.post(&path, "").await.location(), "/orders");
    assert_eq!(browser.get("/orders").await.status, StatusCode::OK);
    let mut other = Browser::new(&house);
    let never = other.get("/login/link/nonsense").await;
    for used in [other.get(&path).await, other.post(&path, "").await] {
        assert_eq!((used.status, &used.html), (StatusCode::GONE, &never.html));
    }
    assert_eq!(other.get("/orders").await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn one_sees_where_one_is_logged_in_and_logs_out_there() {
    let house = House::new().await;
    let account = house.account(EMAIL, Role::Recipient).await;
    let other_account = house.account("bo@example.org", Role::Dispatcher).await;
    let mut here = Browser::of(&house, &account).await;
    let mut phone = Browser::new(&house);
    let login = Request::post("/login").header("user-agent", "Mozilla/5.0 (Android 16) Firefox/146.0");
    let form = Body::from("email=ada%40example.org&password=password");
    phone.ask(login.header(CONTENT_TYPE, FORM).body(form).unwrap()).await;
    let mut foreign = Browser::of(&house, &other_account).await;
    let mut third = Browser::of(&house, &account).await;

    let page = here.get("/sessions").await.html;
    assert!(page.contains("Firefox, Android") && page.contains("This is where you are now."), "{page}");
    assert_eq!(page.matches("Log out there").count(), 2);
    let phones = page.split("Firefox, Android").nth(1).unwrap();
    let id = phones.split("name=\"end\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    let end: &'static str = format!("end={id}").leak();
    foreign.post("/sessions", end).await;
    assert_eq!(phone.get("/orders").await.status, StatusCode::OK, "nobody else can end it");
    assert_eq!(here.post("/sessions", end).await.location(), "/sessions?saved=1");
    assert_eq!(phone.get("/orders").await.status, StatusCode::SEE_OTHER);
    assert_eq!(here.post("/sessions", end).await.location(), "/sessions?saved=1", "twice is no harm");

    here.post("/sessions", "").await;
    assert_eq!(third.get("/orders").await.status, StatusCode::SEE_OTHER);
    assert_eq!(here.get("/orders").await.status, StatusCode::OK);
    assert_eq!(foreign.get("/dispatch").await.status, StatusCode::OK);
}

#[tokio::test]
async fn the_use_of_a_session_is_noted_by_the_hour() {
    let house = House::new().await;
    let account = house.account(EMAIL, Role::Recipient).await;
    let session = house.session(&account, SignedDuration::from_hours(3)).await;
    let cookies = vec![("doorstep_session".to_owned(), session)];
    let mut browser = Browser { cookies, ..Browser::new(&house) };
    let used = async || {
        let now = house.shared.clock.now();
        house.store().list_sessions(account.id, now).await.unwrap()[0].used_at.to_string()
    };
    house.clock.advance(SignedDuration::from_mins(59));
    browser.get("/orders").await;
    assert_eq!(used().await, "2026-11-24T08:00:00Z");
    house.clock.advance(SignedDuration::from_mins(1));
    browser.get("/orders").await;
    assert_eq!(used().await, "2026-11-24T09:00:00Z");
}

/// The address of a share on the page that was just answered.
fn share_on(page: &Answer) -> String {
    let url = page.html.split("type=\"url\" value=\"http://localhost").nth(1).expect("there is a link");
    url.split('"').next().unwrap().to_owned()
}

#[tokio::test]
async fn a_neighbour_sees_when_it_comes_and_the_recipient_sees_that_they_looked() {
    let house = House::new().await;
    let tour = house.tour(3).await;
    house.starts(&tour).await;
    let (parcel, account) = (&tour.parcels[2], &tour.recipients[2]);
    let mut ada = Browser::of(&house, account).await;
    let path = format!("/parcels/{}/shares", parcel.id);
    assert!(ada.get(&format!("/parcels/{}", parcel.id)).await.html.contains(&path));
    let see = share_on(&ada.post(&path, "permission=window").await);
    let take_in = share_on(&ada.post(&path, "permission=accept").await);
    assert!(ada.get(&path).await.html.contains("Not opened yet"));

    let mut neighbour = Browser::new(&house);
    let page = neighbour.get(&see).await;
    assert_eq!(page.status, StatusCode::OK);
    assert_eq!(page.headers["referrer-policy"], "no-referrer");
    assert_eq!(page.headers["cache-control"], "no-store");
    assert_eq!(page.headers["x-robots-tag"], "noindex");
    assert!(page.html.contains("Today") && page.html.contains("Example Express"), "{}", page.html);
    assert!(!page.html.contains("name=\"referrer\""), "no page may be laxer than its headers");
    for secret in
        ["Shop", &parcel.tracking_number, "stops before", "Ada", "data-stream", "map", account.email.reveal()]
    {
        assert!(!page.html.contains(secret), "{secret}");
    }
    assert!(!page.html.contains("take it in"));
    assert!(neighbour.get(&take_in).await.html.contains("take it in"));
    let told = ada.get(&path).await.html;
    assert_eq!(told.matches("Opened once").count(), 2);
    assert_eq!(told.matches("<li>Today at 09:00</li>").count(), 2, "{told}");
}

#[tokio::test]
async fn a_share_that_ended_is_told_like_one_that_never_was() {
    let house = House::new().await;
    let ada = house.account(EMAIL, Role::Recipient).await;
    let bo = house.account("bo@example.org", Role::Recipient).await;
    let parcel = house.parcel(Some(&ada), 1).await;
    let mut recipient = Browser::of(&house, &ada).await;
    let path = format!("/parcels/{}/shares", parcel.id);
    let (taken_back, moved) = (
        share_on(&recipient.post(&path, "").await),
        house.share(&bo, &parcel, SignedDuration::from_hours(1)).await,
    );
    let expired = house.share(&ada, &parcel, SignedDuration::ZERO).await;
    let mut neighbour = Browser::new(&house);
    let never = neighbour.get("/s/never").await;
    assert_eq!(never.status, StatusCode::GONE);
    assert!(never.html.contains("leads nowhere any more"));
    assert_eq!(neighbour.get(&taken_back).await.status, StatusCode::OK);

    let share = &house.store().list_shares(ada.id, parcel.id).await.unwrap();
    let share = share.iter().find(|share| share.opening_count > 0).unwrap().id;
    let end = format!("{path}/{share}/end");
    let foreign = Browser::of(&house, &bo).await.post(&end, "").await;
    assert_eq!(foreign.status, StatusCode::NOT_FOUND);
    assert_eq!(neighbour.get(&taken_back).await.status, StatusCode::OK);
    assert_eq!(recipient.post(&end, "").await.location(), format!("{path}?saved=1"));
    for path in
        [taken_back, format!("/s/{moved}"), format!("/s/{expired}"), format!("/s/{}", "x".repeat(500))]
    {
        let ended = neighbour.get(&path).await;
        assert_eq!((ended.status, &ended.html), (never.status, &never.html), "{path}");
        assert_eq!(ended.headers["referrer-policy"], "no-referrer");
    }
}

#[tokio::test]
async fn a_safe_place_is_named_changed_and_taken_back() {
    let house = House::new().await;
    let account = house.account(EMAIL, Role::Recipient).await;
    let id = parcel(&house, account.id, "DS 1").await;
    let mut browser = Browser::of(&house, &account).await;
    let path = format!("/parcels/{id}/instruction");

    let vague = browser.post(&path, "safe_place=other&note=").await;
    assert_eq!(vague.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(vague.html.contains("Say in a few words where that is."));
    assert!(vague.html.contains("value=\"other\" required checked"), "what was chosen stays chosen");

    let named = browser.post(&path, "safe_place=garage&note=left+side").await;
    assert_eq!(
        (named.status, named.location()),
        (StatusCode::SEE_OTHER, format!("/parcels/{id}?saved=1").as_str())
    );
    let page = browser.get(named.location()).await;
    assert!(page.html.contains("In the garage, left side") && page.html.contains("Saved."));
    let kept = house.store().find_parcel(id).await.unwrap().unwrap().wishes.instruction.unwrap();
    assert!(matches!(kept, Instruction::SafePlace { safe_place: SafePlace::Garage, .. }));

    browser.post(&path, "withdraw=1").await;
    assert_eq!(house.store().find_parcel(id).await.unwrap().unwrap().wishes.instruction, None);
}

#[tokio::test]
async fn what_one_wants_to_be_told_is_chosen_by_check_boxes() {
    let house = House::new().await;
    let account = house.account(EMAIL, Role::Recipient).await;
    let mut browser = Browser::of(&house, &account).await;
    let wants = async || house.store().subscription(account.id, Channel::Email).await.unwrap();
    let saved = browser.post("/notifications", "back=%2Forders&email=delivered&email=failed").await;
    assert_eq!(saved.location(), "/orders?saved=1");
    assert_eq!(wants().await, [MessageKind::Delivered, MessageKind::Failed]);
    assert!(browser.get("/orders?saved=1").await.html.contains("Saved."));

    browser.post("/notifications", "back=%2Forders&add=map_open").await;
    let mut told = wants().await;
    told.sort();
    assert_eq!(told, [MessageKind::MapOpen, MessageKind::Delivered, MessageKind::Failed]);
    let away = browser.post("/notifications", "back=%2F%2Fevil.example").await;
    assert_eq!(away.location(), "/orders?saved=1");
    assert_eq!(wants().await, []);
}

#[tokio::test]
async fn devices_are_listed_chosen_for_and_removed() {
    let house = House::new().await;
    let account = house.account(EMAIL, Role::Recipient).await;
    let device = house.push_subscription(&account, "one").await;
    let mut browser = Browser::of(&house, &account).await;
    let page = browser.get("/notifications").await;
    assert!(page.html.contains("Firefox, Android"), "{}", page.html);
    assert!(!page.html.contains("push.example.org"), "its endpoint is shown to nobody");
    let wants = async |channel| house.store().subscription(account.id, channel).await.unwrap();
    let saved =
        browser.post("/notifications", "back=%2Fnotifications&asks=push&push=next&email=failed").await;
    assert_eq!(saved.location(), "/notifications?saved=1");
    assert_eq!(wants(Channel::Push).await, [MessageKind::Next]);
    browser.post("/notifications", "back=%2Forders&email=delivered").await;
    assert_eq!(wants(Channel::Push).await, [MessageKind::Next], "a form that does not ask for it leaves it");
    assert_eq!(wants(Channel::Email).await, [MessageKind::Delivered]);
    for _again in 0..2 {
        let removed = browser.post("/notifications/browsers", format!("remove={}", device.id).leak()).await;
        assert_eq!(removed.location(), "/notifications?saved=1");
    }
    assert_eq!(house.store().list_push_subscriptions(account.id).await.unwrap(), []);
    assert!(browser.get("/notifications").await.html.contains("No device is notified."));
}

#[tokio::test]
async fn a_topic_is_made_shown_and_removed_without_a_script() {
    let servers = ["https://ntfy.example.org", "https://ntfy.sh"].map(str::to_owned);
    let house = House::with(|parts| parts.ntfy = NtfySettings::new(&servers, None).unwrap()).await;
    let account = house.account(EMAIL, Role::Recipient).await;
    let mut browser = Browser::of(&house, &account).await;
    let page = browser.get("/notifications").await.html;
    assert!(
        page.contains("whoever runs the ntfy server") && page.contains("<option dir=\"ltr\">https://ntfy.sh")
    );
    let made = browser.post("/notifications/ntfy", "server=https%3A%2F%2Fntfy.sh").await;
    assert_eq!(made.location(), "/notifications?saved=1#devices");
    let topic = house.store().list_ntfy_topics(account.id).await.unwrap().remove(0);
    let address = format!("href=\"https://ntfy.sh/{}\"", topic.topic.reveal());
    assert!(browser.get("/notifications").await.html.contains(&address), "{address}");
    let nowhere = browser.post("/notifications/ntfy", "server=https%3A%2F%2Fevil.example").await;
    assert_eq!(nowhere.status, StatusCode::NOT_FOUND);
    for _more in 1..NtfyTopic::PER_ACCOUNT_MAX {
        browser.post("/notifications/ntfy", "server=https%3A%2F%2Fntfy.sh").await;
    }
    let full = browser.get("/notifications").await.html;
    assert!(full.contains("You have three topics.") && !full.contains("Make a topic"));
    let refused = browser.post("/notifications/ntfy", "server=https%3A%2F%2Fntfy.sh").await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    browser.post("/notifications/browsers", format!("remove={}", topic.id).leak()).await;
    assert!(!browser.get("/notifications").await.html.contains(&address));
    let other = house.account("bo@example.org", Role::Recipient).await;
    assert!(!Browser::of(&house, &other).await.get("/notifications").await.html.contains("doorstep-"));
}

#[tokio::test]
async fn a_home_is_turned_on_and_off_without_a_script() {
    let broker = || MqttSettings::new("mqtts://broker.example.org:8883", None, None, None).ok();
    let house = House::with(|parts| parts.mqtt = broker()).await;
    let account = house.account(EMAIL, Role::Recipient).await;
    let mut browser = Browser::of(&house, &account).await;
    let key = async || house.store().home_link_of(account.id).await.unwrap().map(|link| link.key);
    for _twice in 0..2 {
        let on = browser.post("/notifications/home", "").await;
        assert_eq!(on.location(), "/notifications?saved=1#home");
    }
    let first = key().await.unwrap();
    let page = browser.get("/notifications").await.html;
    assert!(page.contains(&format!("value=\"{}\"", first.reveal())), "{page}");
    assert!(page.contains(&format!("value=\"doorstep/{}/homeassistant\"", first.reveal())));
    assert!(page.contains("value=\"mqtts://broker.example.org:8883\""));
    browser.post("/notifications/home", "end=1").await;
    assert_eq!(key().await, None);
    for _again in 1..HomeLink::PER_ACCOUNT_MAX {
        browser.post("/notifications/home", "").await;
        assert_ne!(key().await.unwrap(), first, "each time it is another one");
        browser.post("/notifications/home", "end=1").await;
    }
    let full = browser.post("/notifications/home", "").await;
    assert_eq!(full.status, StatusCode::CONFLICT, "none of them is emptied yet");
    let without = House::new().await;
    let account = without.account(EMAIL, Role::Recipient).await;
    let mut browser = Browser::of(&without, &account).await;
    assert!(!browser.get("/notifications").await.html.contains("Home Assistant"));
    assert_eq!(browser.post("/notifications/home", "").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn another_recipients_parcel_is_as_absent_as_none() {
    let house = House::new().await;
    let ada = house.account(EMAIL, Role::Recipient).await;
    let other = house.account("bo@example.org", Role::Recipient).await;
    let foreign = parcel(&house, other.id, "DS 2").await;
    let mut browser = Browser::of(&house, &ada).await;
    let absent = browser.get(&format!("/parcels/{:032x}", fresh_id())).await;
    for path in [format!("/parcels/{foreign}"), "/parcels/nonsense".to_owned(), "/no/such/page".to_owned()] {
        let answer = browser.get(&path).await;
        assert_eq!((answer.status, &answer.html), (StatusCode::NOT_FOUND, &absent.html), "{path}");
    }
    assert!(absent.html.contains("There is nothing here") && absent.html.contains("To your parcels"));
    let refused = browser.post(&format!("/parcels/{foreign}/instruction"), "safe_place=garage").await;
    assert_eq!((refused.status, &refused.html), (StatusCode::NOT_FOUND, &absent.html));
    assert!(!browser.get("/orders").await.html.contains("DS 2"));
}

#[tokio::test]
async fn a_form_of_another_site_changes_nothing_and_is_told_in_words() {
    let house = House::new().await;
    let account = house.account(EMAIL, Role::Recipient).await;
    let mut browser = Browser::of(&house, &account).await;
    let request =
        Request::post("/notifications").header(CONTENT_TYPE, FORM).header("sec-fetch-site", "cross-site");
    let answer = browser.ask(request.body(Body::from("email=delivered")).unwrap()).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    assert!(answer.html.contains("That was not taken"), "{}", answer.html);
    assert_eq!(house.store().subscription(account.id, Channel::Email).await.unwrap(), []);
}

#[tokio::test]
async fn programs_get_problem_documents_even_from_a_browser() {
    let house = House::new().await;
    let answer = Browser::new(&house).get("/v1/orders").await;
    assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
    assert_eq!(answer.headers[CONTENT_TYPE], "application/problem+json");
}

#[tokio::test]
async fn dispatchers_have_their_own_list_and_recipients_none_of_it() {
    let house = House::new().await;
    let dispatcher = house.account("dora@example.org", Role::Dispatcher).await;
    let mut browser = Browser::of(&house, &dispatcher).await;
    let list = browser.get("/dispatch").await;
    assert_eq!(list.status, StatusCode::OK);
    assert!(list.html.contains("No tour is planned for today."));
    assert_eq!(browser.get("/orders").await.location(), "/dispatch");
    let recipient = house.account(EMAIL, Role::Recipient).await;
    assert_eq!(Browser::of(&house, &recipient).await.get("/dispatch").await.location(), "/orders");
}

#[tokio::test]
async fn dispatchers_see_their_own_tours_and_why_they_go_on_as_they_do() {
    let house = House::new().await;
    let dispatcher = house.account("dora@example.org", Role::Dispatcher).await;
    let mut browser = Browser::of(&house, &dispatcher).await;
    let tour = house.tour(3).await;
    house.starts(&tour).await;
    let path = format!("/dispatch/tours/{}", tour.id);
    assert!(browser.get("/dispatch").await.html.contains(&format!("href=\"{path}\"")));
    let page = browser.get(&path).await;
    assert_eq!(page.status, StatusCode::OK);
    for words in ["0 of 3 stops", "1 Long Street", "Why this order?", "Drives as planned"] {
        assert!(page.html.contains(words), "{words:?} is missing in {}", page.html);
    }

    let stranger = OperatorId::from_u128(fresh_id());
    let operator = Operator {
        id: stranger,
        name: "Another carrier".to_owned(),
        time_zone: "UTC".to_owned(),
        language: "en".to_owned(),
    };
    house.store().put_operator(operator).await.unwrap();
    let foreign = Account { operator: stranger, id: RecipientId::from_u128(fresh_id()), ..dispatcher };
    house.store().insert_account(foreign.clone()).await.unwrap();
    let absent = Browser::of(&house, &foreign).await.get(&path).await;
    assert_eq!(absent.status, StatusCode::NOT_FOUND);
    assert_eq!(browser.get("/dispatch/tours/none").await.status, StatusCode::NOT_FOUND);
    let recipient = house.account(EMAIL, Role::Recipient).await;
    assert_eq!(Browser::of(&house, &recipient).await.get(&path).await.location(), "/orders");
}

#[tokio::test]
async fn the_drivers_room_comes_with_its_worker_and_manifest() {
    let house = House::new().await;
    let mut browser = Browser { language: "de", ..Browser::new(&house) };
    assert!(browser.get("/driver").await.html.contains("driver-title = "));
    let worker = browser.get("/driver/sw.js").await;
    assert_eq!(worker.headers["service-worker-allowed"], "/driver");
    assert_eq!(worker.headers[CONTENT_TYPE], "text/javascript");
    let manifest: serde_json::Value =
        serde_json::from_str(&browser.get("/driver/manifest.webmanifest").await.html).unwrap();
    assert_eq!(
        (&manifest["start_url"], &manifest["scope"], &manifest["lang"]),
        (&"/driver".into(), &"/driver".into(), &"de".into())
    );
}

#[tokio::test]
async fn a_stream_begins_with_the_parts_of_the_page() {
    let house = House::new().await;
    let account = house.account(EMAIL, Role::Recipient).await;
    let id = parcel(&house, account.id, "DS 1").await;
    let session = house.session(&account, SignedDuration::from_hours(1)).await;
    let request =
        Request::get(format!("/parcels/{id}/stream")).header(COOKIE, format!("doorstep_session={session}"));
    let mut body = house.send(request.body(Body::empty()).unwrap()).await.into_body();
    let mut heard = String::new();
    while !heard.contains("\n\nevent: page") || !heard.ends_with("\n\n") {
        let frame = body.frame().await.unwrap().unwrap().into_data().unwrap();
        heard.push_str(std::str::from_utf8(&frame).unwrap());
    }
    let data = heard.split("data: ").nth(1).unwrap().split('\n').next().unwrap();
    let message: serde_json::Value = serde_json::from_str(data).unwrap();
    assert!(message["parts"]["lead"].as_str().unwrap().contains("data-part=\"lead\""));
    assert_eq!(message["now"], "2026-11-24T08:00:00Z");
    assert!(message.get("map").is_none());
}
