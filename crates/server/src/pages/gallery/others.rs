//! The overview, the login, help, errors and the driver's room.

use askama::Template as _;
use doorstep_domain::view::BuyerView;
use doorstep_domain::{
    Carrier, HiddenBecause, OrderId, OtherCarrier, Outcome, Parcel, ParcelId, ParcelKind, Personal, PushId,
    RecipientId, ShareId, Status, TrackingView,
};
use doorstep_store::{
    Calendar, Channel, HomeLink, MessageKind, NtfyTopic, PushSubscription, Share, SharePermission, TokenHash,
};
use http::StatusCode;

use super::builders::{at, ended, hidden, open, parcel, quiet, underway, window, window_on};
use super::markup::Markup;
use super::{Picture, reader};
use crate::access::{OwnPasskey, OwnSession};
use crate::homes::MqttSettings;
use crate::ntfy::NtfySettings;
use crate::pages::calendar::CalendarPage;
use crate::pages::driver::DriverPage;
use crate::pages::errors::ErrorPage;
use crate::pages::frame::{Frame, Who};
use crate::pages::help::HelpPage;
use crate::pages::login::{LoginPage, LoginTrouble, Ways};
use crate::pages::notifications::{Column, NotificationsPage};
use crate::pages::orders::{OrdersPage, Shipment};
use crate::pages::reader::Reader;
use crate::pages::sessions::SessionsPage;
use crate::pages::share::SharePage;
use crate::pages::sharing::{Event, SharingPage};
use crate::pages::sign_in::{LinkState, SignInPage};
use crate::shares::SharedView;

const OPERATOR: &str = "Example Express";

fn shipments() -> Vec<Shipment> {
    let ship = |parcel: Parcel, view: TrackingView| Shipment { parcel, view };
    let live = parcel(973);
    let with_it = Parcel { on_tour: live.on_tour, ..parcel(974) };
    let gift = Parcel { kind: ParcelKind::Gift, ..parcel(975) };
    let carrier =
        Carrier::Other(OtherCarrier { status_at: Some(at("11:20")), ..OtherCarrier::named("City Bikes") });
    let bikes = Parcel { carrier, sender: Personal::new("Grocer Example"), ..parcel(976) };
    let later = Parcel { day: Some(jiff::civil::date(2026, 11, 27)), on_tour: None, ..parcel(977) };
    let held = Parcel { day: None, on_tour: None, sender: Personal::new("Shoe Shop Example"), ..parcel(978) };
    let done = parcel(979);
    let failed = parcel(980);
    let elsewhere = TrackingView {
        operator: "City Bikes".to_owned(),
        delivered_by_own_network: false,
        status_at: Some(at("11:20")),
        sender: Some(bikes.sender.clone()),
        forecast: None,
        remaining_stops: None,
        ..hidden(HiddenBecause::OtherCarrier, &bikes)
    };
    let waiting = TrackingView {
        status: Status::InTransit,
        forecast: None,
        remaining_stops: None,
        promise: Some(window_on(27, "13:00", "15:00")),
        ..hidden(HiddenBecause::NotDeliveryDay, &later)
    };
    let on_hold = TrackingView { status: Status::OnHold, promise: None, ..waiting.clone() };
    vec![
        ship(live.clone(), open(4, &live)),
        ship(with_it.clone(), open(4, &with_it)),
        ship(gift.clone(), quiet(ParcelKind::Gift, HiddenBecause::Gift, &gift)),
        ship(bikes, elsewhere),
        ship(later, waiting),
        ship(held.clone(), TrackingView { sender: Some(held.sender), parcel: held.id, ..on_hold }),
        ship(done.clone(), ended(Outcome::DeliveredToNeighbour, "11:06", &done)),
        ship(failed.clone(), ended(Outcome::FailedNotHome, "12:30", &failed)),
        ship(parcel(981), underway(&parcel(981))),
    ]
}

/// One order of three carriers, of which one has come already, and one of two senders.
fn together() -> Vec<Shipment> {
    let of_order = |order, parcel: Parcel| Parcel { order: Some(OrderId::from_u128(order)), ..parcel };
    let ship = |parcel: Parcel, view: TrackingView| Shipment { parcel, view };
    let own = of_order(1, parcel(973));
    let (bikes, rail) = (of_order(1, parcel(974)), of_order(1, parcel(975)));
    let elsewhere = |name: &str, status, parcel: &Parcel| TrackingView {
        operator: name.to_owned(),
        delivered_by_own_network: false,
        status,
        status_at: Some(at("11:20")),
        promise: None,
        forecast: None,
        remaining_stops: None,
        ..hidden(HiddenBecause::OtherCarrier, parcel)
    };
    let mixed = [976, 977].map(|number| {
        let sender = Personal::new(if number == 976 { "Grocer Example" } else { "Bookshop Example" });
        Parcel { sender, day: Some(jiff::civil::date(2026, 11, 26)), ..of_order(2, parcel(number)) }
    });
    let [grocer, books] = mixed.map(|parcel| {
        let view = elsewhere("Rail Post", Status::InTransit, &parcel);
        ship(parcel, view)
    });
    vec![
        ship(own.clone(), underway(&own)),
        ship(bikes.clone(), elsewhere("City Bikes", Status::Delivered, &bikes)),
        ship(rail.clone(), elsewhere("Rail Post", Status::OutForDelivery, &rail)),
        grocer,
        books,
        ship(parcel(981), ended(Outcome::DeliveredToNeighbour, "11:06", &parcel(981))),
    ]
}

fn frame<'a>(reader: &'a Reader, title: &'static str, path: &str, who: Who) -> Frame<'a> {
    let operator = (who != Who::Nobody).then_some(OPERATOR);
    Frame::new(reader, reader.say(title), path).of(who, operator)
}

fn own_session(is_this: bool) -> OwnSession {
    let browser = if is_this { "Firefox, Android" } else { "" };
    OwnSession {
        id: "0".repeat(32),
        began_at: at("09:10"),
        used_at: at("11:00"),
        expires_at: at("23:00"),
        browser: browser.to_owned(),
        is_this,
    }
}

fn own_passkeys() -> [OwnPasskey; 2] {
    let passkey = |name: &str, used_at| OwnPasskey {
        id: "0".repeat(32),
        name: Personal::new(name),
        created_at: at("09:10"),
        used_at,
    };
    [passkey("Firefox, Android", None), passkey("<b>Stick & key</b>", Some(at("11:00")))]
}

fn kept_calendar() -> Calendar {
    let account = RecipientId::from_u128(1);
    Calendar { token: TokenHash([0; 32]), account, created_at: at("09:10"), used_at: at("11:00") }
}

/// A topic on a server that is there, and one on a server that was.
fn ntfy_topics() -> [NtfyTopic; 2] {
    ["https://ntfy.example.org", "https://old.example.org"].map(|server| NtfyTopic {
        id: PushId::from_u128(2),
        account: RecipientId::from_u128(1),
        server: server.to_owned(),
        topic: Personal::new("doorstep-WnhLtGRhQnqCZ8vvPqRxYg"),
        created_at: at("09:10"),
        used_at: at("09:10"),
    })
}

fn home_link() -> HomeLink {
    HomeLink {
        key: Personal::new("WnhLtGRhQnqCZ8vvPqRxYg"),
        account: Some(RecipientId::from_u128(1)),
        is_ended: false,
        created_at: at("09:10"),
        used_at: at("09:00"),
    }
}

fn pushed_to() -> [PushSubscription; 2] {
    ["Firefox, Android", ""].map(|browser| PushSubscription {
        id: PushId::from_u128(1),
        account: RecipientId::from_u128(1),
        endpoint: Personal::new("https://push.example.org/secret"),
        key: [4; 65],
        auth: [0; 16],
        browser: browser.to_owned(),
        created_at: at("09:10"),
        used_at: at("11:00"),
    })
}

fn shared_parcel() -> Share {
    Share {
        id: ShareId::from_u128(1),
        token: TokenHash([0; 32]),
        parcel: ParcelId::from_u128(1),
        account: RecipientId::from_u128(1),
        permission: SharePermission::Accept,
        name: None,
        created_at: at("09:00"),
        expires_at: at("23:59"),
        opening_count: 2,
        openings: vec![at("12:10"), at("09:30")],
    }
}

pub(super) fn pictures(tag: &'static str) -> Vec<Picture> {
    let reader = reader(tag);
    let reader = &reader;
    let picture = |name, html: Result<String, askama::Error>| Picture { name, tag, html: html.unwrap() };
    let bought = [Status::OutForDelivery, Status::Delivered]
        .map(|status| BuyerView { status, day: Some(jiff::civil::date(2026, 11, 24)) });
    let orders = |shipments: &[Shipment]| {
        let frame = frame(reader, "orders-title", "/orders", Who::Recipient);
        // Whoever waits for nothing may have ordered something for others all the same; here they did not.
        let bought = if shipments.is_empty() { &[][..] } else { &bought };
        OrdersPage::new(frame, shipments, bought, &[MessageKind::Delivered], false).render()
    };
    let ways = Ways { links: true, passkeys: true, provider: Some("login.example.org") };
    let login = || LoginPage::new(frame(reader, "login-title", "/login", Who::Nobody), ways);
    let sharing = |shares: &[Share], event| {
        let frame = frame(reader, "sharing-title", "/parcels/0/shares", Who::Recipient);
        SharingPage::new(frame, "0".repeat(32), shares, event).render()
    };
    let share = |window, is_over, may_accept| {
        let operator = OPERATOR.to_owned();
        let view = SharedView { operator, window, is_over, may_accept, expires_at: at("23:59") };
        SharePage::new(reader, &view, "/s/x".to_owned()).render()
    };
    let url = "https://track.example.org/s/x".to_owned();
    let sessions = |sessions: &[OwnSession]| {
        let frame = frame(reader, "sessions-title", "/sessions", Who::Recipient);
        SessionsPage::new(frame, sessions, false).render()
    };
    let passkeys = || {
        let frame = frame(reader, "sessions-title", "/sessions", Who::Recipient);
        SessionsPage::new(frame, &[own_session(true)], false).with(&own_passkeys(), true).render()
    };
    let sign_in =
        |state| SignInPage::new(frame(reader, "sign-in-title", "/login", Who::Nobody), state).render();
    let help = |who| HelpPage::new(frame(reader, "help-title", "/help", who)).render();
    let error = |status, who| ErrorPage::new(Frame::new(reader, "", "/").of(who, None), status).render();
    vec![
        picture("orders", orders(&shipments())),
        picture("orders-together", orders(&together())),
        picture("orders-empty", orders(&[])),
        picture("login", login().render()),
        picture("login-failed", login().again(LoginTrouble::Wrong, "ada@example.org".to_owned()).render()),
        picture("login-provider", login().again(LoginTrouble::Provider, String::new()).render()),
        picture("login-no-account", login().again(LoginTrouble::NoAccount, String::new()).render()),
        picture("login-wait", login().again(LoginTrouble::Wait, String::new()).render()),
        picture("sign-in-asked", sign_in(LinkState::Asked)),
        picture("sign-in-ready", sign_in(LinkState::Ready { action: "/login/link/x".to_owned() })),
        picture("sign-in-over", sign_in(LinkState::Over)),
        picture("sharing", sharing(&[], Event::None)),
        picture("sharing-given", sharing(&[shared_parcel()], Event::Given(url))),
        picture("sharing-refused", sharing(&[], Event::Refused("sharing-not-possible"))),
        picture("share", share(Some(window("14:10", "14:35")), false, false)),
        picture("share-accept", share(Some(window("14:10", "14:35")), false, true)),
        picture("share-unknown", share(None, false, true)),
        picture("share-over", share(None, true, false)),
        picture("error-410", error(StatusCode::GONE, Who::Nobody)),
        picture("sessions-passkeys", passkeys()),
        picture("sessions", sessions(&[own_session(true), own_session(false)])),
        picture("sessions-alone", sessions(&[own_session(true)])),
        picture("help", help(Who::Recipient)),
        picture("help-visitor", help(Who::Nobody)),
        picture("error-404", error(StatusCode::NOT_FOUND, Who::Recipient)),
        picture("error-403", error(StatusCode::FORBIDDEN, Who::Dispatcher)),
        picture("error-429", error(StatusCode::TOO_MANY_REQUESTS, Who::Nobody)),
        picture("error-500", error(StatusCode::INTERNAL_SERVER_ERROR, Who::Recipient)),
        picture("driver", DriverPage::new(reader, Some(10.0)).render()),
    ]
}

/// The pages on which one chooses what one is told of.
pub(super) fn told(tag: &'static str) -> Vec<Picture> {
    let reader = reader(tag);
    let reader = &reader;
    let picture = |name, html: Result<String, askama::Error>| Picture { name, tag, html: html.unwrap() };
    let feed_url = "https://track.example.org/calendar/x.ics";
    let calendar = |calendar: Option<&Calendar>, url: Option<&str>, is_ended| {
        let frame = frame(reader, "calendar-title", "/calendar", Who::Recipient);
        CalendarPage::new(frame, calendar, url.map(str::to_owned), is_ended).render()
    };
    let notifications = |email: &[MessageKind], browsers: &[PushSubscription]| {
        let frame = frame(reader, "notices-title", "/notifications", Who::Recipient);
        let say = |key| reader.say(key).into_owned();
        let mut columns = vec![
            Column::new(Channel::Email, say("notices-email"), email),
            Column::new(Channel::Push, say("notices-push"), &MessageKind::ALL),
        ];
        let phone = (!email.is_empty()).then(|| Personal::new("+4930123456"));
        if phone.is_some() {
            columns.push(Column::new(Channel::Sms, say("notices-sms"), &[MessageKind::Failed]));
        }
        let servers = ["https://ntfy.example.org", "https://ntfy.sh"].map(str::to_owned);
        let servers = NtfySettings::new(servers.get(usize::from(email.is_empty())..).unwrap(), None).unwrap();
        let topics = if email.is_empty() { Vec::new() } else { ntfy_topics().to_vec() };
        let page = NotificationsPage::new(frame, columns, browsers, "key", false).phone(phone.as_ref());
        let broker = MqttSettings::new("mqtts://broker.example.org", None, None, None).ok();
        let link = (!email.is_empty()).then(home_link);
        page.ntfy(servers.as_ref(), &topics).home(broker.as_ref(), link.as_ref()).render()
    };
    vec![
        picture("calendar", calendar(None, None, false)),
        picture("calendar-given", calendar(Some(&kept_calendar()), Some(feed_url), false)),
        picture("calendar-kept", calendar(Some(&kept_calendar()), None, false)),
        picture("calendar-ended", calendar(None, None, true)),
        picture("notifications", notifications(&[MessageKind::Delivered], &pushed_to())),
        picture("notifications-no-device", notifications(&[], &[])),
    ]
}

fn text(name: &str, tag: &'static str) -> String {
    let pictures = pictures(tag);
    let picture = pictures.iter().find(|picture| picture.name == name).unwrap();
    Markup::read(&picture.html).unwrap().text()
}

#[test]
fn the_overview_has_its_parts_in_order() {
    let english = text("orders", "en");
    let places: Vec<usize> = [
        "Today",
        "Map open",
        "14:10 to 14:35",
        "2 parcels",
        "3 stops before you",
        "Track delivery",
        "DS 4821 0974",
        "A surprise for you",
        "On the way",
        "Friday, 13:00 to 15:00",
        "Done",
        "Today at 11:06",
    ]
    .iter()
    .map(|words| english.find(words).unwrap_or_else(|| panic!("{words:?} is missing in {english}")))
    .collect();
    assert!(places.is_sorted(), "{places:?}");
    assert!(english.contains("City Bikes, status only") && english.contains("Delivered by Example Express"));
    assert!(text("orders", "de").contains("Noch 3 Stopps vor Ihnen"));
    assert!(text("orders-empty", "en").contains("There is nothing on the way to you right now."));
}

#[test]
fn the_parcels_of_an_order_stand_together_whoever_brings_them() {
    let english = text("orders-together", "en");
    let places: Vec<usize> = [
        "Today",
        "3 parcels",
        "City Bikes, status only",
        "Rail Post, status only",
        "On the way",
        "Ordered together: 2 parcels",
        "Done",
        "Today at 11:06",
    ]
    .iter()
    .map(|words| english.find(words).unwrap_or_else(|| panic!("{words:?} is missing in {english}")))
    .collect();
    assert!(places[0] < places[1] && places[1] < places[2].min(places[3]), "{english}");
    assert!(
        places[2].max(places[3]) < places[4],
        "what has come stands with the rest of its order: {english}"
    );
    assert!(places[4..].is_sorted(), "{places:?} {english}");
    assert!(english.contains("Delivered by Example Express") && english.contains("Out for delivery"));
}

#[test]
fn only_what_the_own_driver_has_on_board_can_be_followed() {
    let reader = reader("en");
    let can_be_followed = |shipment: Shipment| {
        let frame = frame(&reader, "orders-title", "/orders", Who::Recipient);
        let page = OrdersPage::new(frame, &[shipment], &[], &[], false).render().unwrap();
        page.contains("Track delivery")
    };
    let own = parcel(982);
    let elsewhere =
        TrackingView { delivered_by_own_network: false, ..hidden(HiddenBecause::OtherCarrier, &own) };
    let waiting = TrackingView { status: Status::InTransit, ..hidden(HiddenBecause::NotDeliveryDay, &own) };
    assert!(can_be_followed(Shipment { view: underway(&own), parcel: own.clone() }));
    assert!(!can_be_followed(Shipment { view: elsewhere, parcel: own.clone() }));
    assert!(!can_be_followed(Shipment { view: waiting, parcel: own.clone() }));
    assert!(!can_be_followed(Shipment {
        view: ended(Outcome::DeliveredToNeighbour, "11:06", &own),
        parcel: own
    }));
}

#[test]
fn the_overview_of_a_gift_does_not_name_its_sender() {
    let gift = shipments()
        .into_iter()
        .filter(|shipment| shipment.parcel.kind == ParcelKind::Gift)
        .collect::<Vec<_>>();
    let reader = reader("en");
    let page =
        OrdersPage::new(frame(&reader, "orders-title", "/orders", Who::Recipient), &gift, &[], &[], false);
    assert!(!page.render().unwrap().contains(super::builders::SENDER));
}

#[test]
fn the_driver_takes_the_words_along() {
    for (tag, words) in [("en", "driver-title = Your tour"), ("de", "driver-title = ")] {
        let html = pictures(tag).into_iter().find(|picture| picture.name == "driver").unwrap().html;
        let json = html.split("id=\"words\">").nth(1).unwrap().split("</script>").next().unwrap();
        let catalogue: serde_json::Value = serde_json::from_str(json).unwrap();
        assert_eq!(catalogue["language"], tag);
        assert!(catalogue["ftl"].as_str().unwrap().contains(words));
    }
}
