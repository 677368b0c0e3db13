//! Walks every row of the table with every kind of caller.

mod headers;
mod walk;

use std::collections::BTreeSet;

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use doorstep_domain::{DeviceId, DriverId, Parcel};
use doorstep_store::{Account, Device, Role, Scope};
use http::header::{AUTHORIZATION, CONTENT_LENGTH, COOKIE, LOCATION};
use http::request::Builder;
use http::{Response, StatusCode};
use http_body_util::BodyExt as _;
use jiff::SignedDuration;
use tower::ServiceExt as _;

use super::table::{Access, Face, Row, TABLE, Verb};
use super::{Peer, Principal};
use crate::app;
use crate::routes::{self, Routes};
use crate::secret::{fresh_id, fresh_token, token_hash};
use crate::testing::House;

/// Everyone who may call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Caller {
    Nobody,
    Local,
    LocalThroughProxy,
    MadeUpSession,
    Recipient,
    RecipientExpired,
    RecipientLoggedOut,
    Dispatcher,
    Admin,
    ReadKey,
    WriteKey,
    BothKey,
    RevokedKey,
    Device,
    DeviceByCookie,
    RevokedDevice,
    RevokedDeviceByCookie,
    KeyAsDevice,
    DeviceAsKey,
    KeyAsSession,
    SessionAsBearer,
    SessionAsDevice,
    ShareAsBearer,
    ShareAsDevice,
    ShareAsSession,
    Share,
    ShareExpired,
    ShareRevoked,
    ShareOfFormerRecipient,
    Calendar,
    CalendarEnded,
    ShopKey,
    Embedding,
    EmbeddingEnded,
}

use Caller as C;

const EVERYONE: [Caller; 34] = [
    C::Nobody,
    C::Local,
    C::LocalThroughProxy,
    C::MadeUpSession,
    C::Recipient,
    C::RecipientExpired,
    C::RecipientLoggedOut,
    C::Dispatcher,
    C::Admin,
    C::ReadKey,
    C::WriteKey,
    C::BothKey,
    C::RevokedKey,
    C::Device,
    C::DeviceByCookie,
    C::RevokedDevice,
    C::RevokedDeviceByCookie,
    C::KeyAsDevice,
    C::DeviceAsKey,
    C::KeyAsSession,
    C::SessionAsBearer,
    C::SessionAsDevice,
    C::ShareAsBearer,
    C::ShareAsDevice,
    C::ShareAsSession,
    C::Share,
    C::ShareExpired,
    C::ShareRevoked,
    C::ShareOfFormerRecipient,
    C::Calendar,
    C::CalendarEnded,
    C::ShopKey,
    C::Embedding,
    C::EmbeddingEnded,
];

/// What each access lets in, written apart from the code that decides it.
fn lets_in(access: Access, caller: Caller) -> bool {
    match access {
        Access::Open | Access::Visitor | Access::Guest | Access::Phone => true,
        Access::Account => matches!(caller, C::Recipient | C::Dispatcher | C::Admin),
        Access::Recipient => caller == C::Recipient,
        Access::Dispatcher => matches!(caller, C::Dispatcher | C::Admin),
        Access::Admin => caller == C::Admin,
        Access::OperatorRead => matches!(caller, C::ReadKey | C::BothKey),
        Access::OperatorWrite => matches!(caller, C::WriteKey | C::BothKey),
        Access::Staff => matches!(caller, C::ReadKey | C::BothKey | C::Dispatcher | C::Admin),
        Access::Device => matches!(caller, C::Device | C::DeviceByCookie),
        Access::Share => caller == C::Share,
        Access::Calendar => caller == C::Calendar,
        Access::Shop => matches!(caller, C::ShopKey | C::ReadKey | C::BothKey),
        Access::Embedded => caller == C::Embedding,
        Access::Internal => caller == C::Local,
    }
}

/// How those are sent away whom a row does not let in.
fn sent_away(row: &Row, caller: Caller) -> (StatusCode, Option<&'static str>) {
    let is_logged_in = matches!(caller, C::Recipient | C::Dispatcher | C::Admin);
    let wrong_key = matches!(caller, C::ReadKey | C::WriteKey | C::ShopKey);
    match (row.access, row.face) {
        (Access::Internal, _) => (StatusCode::NOT_FOUND, None),
        (Access::Share | Access::Calendar | Access::Embedded, _) => (StatusCode::GONE, None),
        (Access::Recipient, Face::Page) if is_logged_in => (StatusCode::SEE_OTHER, Some("/dispatch")),
        (Access::Dispatcher, Face::Page) if is_logged_in => (StatusCode::SEE_OTHER, Some("/orders")),
        (Access::Recipient | Access::Dispatcher | Access::Staff, Face::Api) | (Access::Admin, _)
            if is_logged_in =>
        {
            (StatusCode::FORBIDDEN, None)
        }
        (Access::OperatorRead | Access::OperatorWrite | Access::Shop | Access::Staff, _) if wrong_key => {
            (StatusCode::FORBIDDEN, None)
        }
        (_, Face::Page) => (StatusCode::SEE_OTHER, Some("/login")),
        (_, Face::Api) => (StatusCode::UNAUTHORIZED, None),
    }
}

/// A house in which everyone lives.
struct Street {
    house: House,
    letters: Vec<(Caller, Credentials)>,
}

#[derive(Debug, Clone)]
enum Credentials {
    None,
    Peer(&'static str),
    Cookie(String),
    Bearer(String),
    Path(String),
}

impl Street {
    async fn new() -> Self {
        let house = House::new().await;
        let recipient = house.account("recipient@example.org", Role::Recipient).await;
        let (device, _) = house.device("phone").await;
        Self::of(house, &recipient, device.driver).await
    }

    /// A house with callers of every kind; its recipient and its driver are these.
    async fn of(house: House, recipient: &Account, driver: DriverId) -> Self {
        // The walks let a minute pass between calls.
        let lasting = SignedDuration::from_hours(24 * 7);
        let dispatcher = house.account("dispatcher@example.org", Role::Dispatcher).await;
        let admin = house.account("admin@example.org", Role::Admin).await;
        let session = |token| Credentials::Cookie(format!("doorstep_session={token}"));
        let bearer = Credentials::Bearer;
        let read = house.key("read", &[Scope::OperatorRead]).await;
        let both = house.key("both", &[Scope::OperatorRead, Scope::OperatorWrite]).await;
        let revoked = house.key("revoked", &[Scope::OperatorRead, Scope::OperatorWrite]).await;
        let now = house.shared.clock.now();
        assert!(house.store().revoke_key(house.operator, "revoked".to_owned(), now).await.unwrap());
        let (_, device) = device_of(&house, driver).await;
        let (lost, lost_token) = device_of(&house, driver).await;
        assert!(house.store().revoke_device(house.operator, lost, now).await.unwrap());
        let expired = house.session(recipient, SignedDuration::from_secs(-1)).await;
        let logged_out = house.session(recipient, lasting).await;
        house.store().delete_session(token_hash(&logged_out)).await.unwrap();
        let good = house.session(recipient, lasting).await;
        let parcel = house.parcel(Some(recipient), 1).await;
        let shared = house.share(recipient, &parcel, lasting).await;
        let moved = house.parcel(Some(&dispatcher), 2).await;
        let share = async |lasting: SignedDuration, giver: &Account, parcel: &Parcel| {
            Credentials::Path(house.share(giver, parcel, lasting).await)
        };
        let letters = vec![
            (C::Nobody, Credentials::None),
            (C::Local, Credentials::Peer("")),
            (C::LocalThroughProxy, Credentials::Peer("198.51.100.7")),
            (C::MadeUpSession, session("made-up".to_owned())),
            (C::Recipient, session(good.clone())),
            (C::RecipientExpired, session(expired)),
            (C::RecipientLoggedOut, session(logged_out)),
            (C::Dispatcher, session(house.session(&dispatcher, lasting).await)),
            (C::Admin, session(house.session(&admin, lasting).await)),
            (C::ReadKey, bearer(read)),
            (C::WriteKey, bearer(house.key("write", &[Scope::OperatorWrite]).await)),
            (C::BothKey, bearer(both.clone())),
            (C::RevokedKey, bearer(revoked)),
            (C::Device, bearer(device.clone())),
            (C::DeviceByCookie, Credentials::Cookie(format!("doorstep_device={device}"))),
            (C::RevokedDevice, bearer(lost_token.clone())),
            (C::RevokedDeviceByCookie, Credentials::Cookie(format!("doorstep_device={lost_token}"))),
            (C::KeyAsDevice, Credentials::Cookie(format!("doorstep_device={both}"))),
            (C::DeviceAsKey, Credentials::Cookie(format!("doorstep_session={device}"))),
            (C::KeyAsSession, session(both)),
            (C::SessionAsBearer, bearer(good.clone())),
            (C::SessionAsDevice, Credentials::Cookie(format!("doorstep_device={good}"))),
            (C::ShareAsBearer, bearer(shared.clone())),
            (C::ShareAsDevice, Credentials::Cookie(format!("doorstep_device={shared}"))),
            (C::ShareAsSession, session(shared.clone())),
            (C::Share, Credentials::Path(shared)),
            (C::ShareExpired, share(SignedDuration::ZERO, recipient, &parcel).await),
            (C::ShareRevoked, Credentials::Path(fresh_token())),
            (C::ShareOfFormerRecipient, share(lasting, recipient, &moved).await),
            (C::CalendarEnded, Credentials::Path(calendar_of(&house, recipient).await)),
            (C::Calendar, Credentials::Path(calendar_of(&house, recipient).await)),
            (C::ShopKey, bearer(house.key("shop", &[Scope::Embed]).await)),
            (C::Embedding, Credentials::Path(embedding(&house, &parcel, lasting).await)),
            (C::EmbeddingEnded, Credentials::Path(embedding(&house, &parcel, SignedDuration::ZERO).await)),
        ];
        Self { house, letters }
    }

    fn request(&self, row: &Row, caller: Caller) -> Request<Body> {
        let uri = row.path.replace("{id}", &"0".repeat(32)).replace("{file}", "x").replace("{z}", "1");
        let uri = uri.replace("{sender}", "shop");
        let uri = uri.replace("{x}", "0").replace("{y}", "0").replace("{share}", &"0".repeat(32));
        let (_, credentials) = self.letters.iter().find(|(known, _)| *known == caller).unwrap();
        let uri = match credentials {
            Credentials::Path(token) => uri.replace("{token}", token),
            _ => uri.replace("{token}", "x"),
        };
        let request = Request::builder().method(row.verb.name()).uri(uri);
        credentials.on(request).body(Body::empty()).unwrap()
    }
}

impl Credentials {
    /// A request that carries them where they belong; a path carries its own.
    fn on(&self, request: Builder) -> Builder {
        let peer = Peer("127.0.0.1:4000".parse().unwrap());
        match self {
            Self::None | Self::Path(_) => request,
            Self::Peer("") => request.extension(peer),
            Self::Peer(from) => request.extension(peer).header("x-forwarded-for", *from),
            Self::Cookie(cookie) => request.header(COOKIE, cookie),
            Self::Bearer(token) => request.header(AUTHORIZATION, format!("Bearer {token}")),
        }
    }
}

/// Another device of a driver, and its token.
async fn device_of(house: &House, driver: DriverId) -> (DeviceId, String) {
    let (id, token) = (DeviceId::from_u128(fresh_id()), fresh_token());
    let device = Device { id, operator: house.operator, driver, label: "phone".to_owned(), revoked_at: None };
    house.store().insert_device(device, token_hash(&token)).await.unwrap();
    (id, token)
}

/// The last part of the path of someone's calendar; the one before ends.
async fn calendar_of(house: &House, owner: &Account) -> String {
    let path = crate::calendars::give(&house.shared, owner).await.unwrap();
    path.rsplit('/').next().unwrap().to_owned()
}

/// The token for a page of a shop.
async fn embedding(house: &House, parcel: &Parcel, lasting: SignedDuration) -> String {
    let until = house.shared.clock.now() + lasting;
    let origin = "https://shop.example.org".to_owned();
    crate::embed::token_until(&house.shared, parcel.id, origin, until).await.unwrap()
}

/// The whole table with handlers that only say whom they were given.
fn probes(house: &House) -> Router {
    async fn probe(request: Request) -> String {
        match request.extensions().get::<Principal>() {
            Some(Principal::Nobody) => "nobody".to_owned(),
            Some(Principal::Account(session)) => format!("{:?}", session.account.role),
            Some(Principal::Operator(_)) => "operator".to_owned(),
            Some(Principal::Device(_)) => "device".to_owned(),
            Some(Principal::Share(_)) => "share".to_owned(),
            Some(Principal::Calendar(_)) => "calendar".to_owned(),
            Some(Principal::Embedding(_)) => "embedding".to_owned(),
            None => "unguarded".to_owned(),
        }
    }
    let routes = TABLE.iter().fold(Routes::new(), |routes, row| match row.verb {
        Verb::Get => routes.get(row.path, probe),
        Verb::Post => routes.post(row.path, probe),
        Verb::Put => routes.put(row.path, probe),
        Verb::Patch => routes.patch(row.path, probe),
        Verb::Delete => routes.delete(row.path, probe),
    });
    app::furnished(&house.shared, routes.into_router().unwrap())
}

async fn text(response: Response<Body>) -> String {
    String::from_utf8(response.into_body().collect().await.unwrap().to_bytes().to_vec()).unwrap()
}

#[test]
fn the_table_has_each_route_once() {
    let distinct: BTreeSet<_> = TABLE.iter().map(|row| (row.verb, row.path)).collect();
    assert_eq!(distinct.len(), TABLE.len());
}

#[tokio::test]
async fn every_row_lets_in_whom_it_says_and_nobody_else() {
    let street = Street::new().await;
    let router = probes(&street.house);
    for row in TABLE {
        for caller in EVERYONE {
            // Guests are patient, and this test is not.
            street.house.clock.advance(SignedDuration::from_mins(1));
            let response = router.clone().oneshot(street.request(row, caller)).await.unwrap();
            let what = format!("{:?} {} as {caller:?}", row.verb, row.path);
            if lets_in(row.access, caller) {
                assert_eq!(response.status(), StatusCode::OK, "{what}");
                let known = text(response).await;
                let looked_up = matches!(row.access, Access::Visitor | Access::Guest);
                let expected = match (row.access, caller) {
                    (Access::Open | Access::Phone | Access::Internal, _) => "nobody",
                    (_, C::Recipient) => "Recipient",
                    (_, C::Dispatcher) => "Dispatcher",
                    (_, C::Admin) => "Admin",
                    _ if looked_up => "nobody",
                    (Access::Device, _) => "device",
                    (Access::Share, _) => "share",
                    (Access::Calendar, _) => "calendar",
                    (Access::Embedded, _) => "embedding",
                    _ => "operator",
                };
                assert_eq!(known, expected, "{what}");
                continue;
            }
            let (status, there) = sent_away(row, caller);
            assert_eq!(response.status(), status, "{what}");
            let location = response.headers().get(LOCATION).map(|there| there.to_str().unwrap());
            assert_eq!(location, there, "{what}");
        }
    }
}

#[tokio::test]
async fn answers_that_depend_on_the_caller_are_kept_by_no_cache() {
    let street = Street::new().await;
    let router = probes(&street.house);
    for row in TABLE.iter().filter(|row| row.access != Access::Open) {
        let caller = EVERYONE.into_iter().find(|caller| lets_in(row.access, *caller)).unwrap();
        for caller in [caller, C::Nobody] {
            street.house.clock.advance(SignedDuration::from_mins(1));
            let response = router.clone().oneshot(street.request(row, caller)).await.unwrap();
            assert_eq!(response.headers()["cache-control"], "no-store", "{:?} {}", row.verb, row.path);
        }
    }
}

#[tokio::test]
async fn pages_of_other_sites_can_do_nothing_with_our_cookies() {
    let street = Street::new().await;
    let router = probes(&street.house);
    for row in TABLE {
        let by_cookie = [C::Recipient, C::Dispatcher, C::Admin, C::DeviceByCookie];
        for caller in by_cookie.into_iter().filter(|caller| lets_in(row.access, *caller)) {
            street.house.clock.advance(SignedDuration::from_mins(1));
            let mut request = street.request(row, caller);
            request.headers_mut().insert("sec-fetch-site", "cross-site".parse().unwrap());
            let status = router.clone().oneshot(request).await.unwrap().status();
            let is_open = matches!(row.access, Access::Open | Access::Phone);
            let is_fine = is_open || (row.verb.is_safe() && !row.path.ends_with("stream"));
            let expected = if is_fine { StatusCode::OK } else { StatusCode::FORBIDDEN };
            assert_eq!(status, expected, "{:?} {} as {caller:?}", row.verb, row.path);
        }
    }
    // A key is no cookie: whoever sends it knows it.
    let row = super::table::find(Verb::Post, "/v1/tours").unwrap();
    let mut request = street.request(row, C::WriteKey);
    request.headers_mut().insert("sec-fetch-site", "cross-site".parse().unwrap());
    assert_eq!(router.oneshot(request).await.unwrap().status(), StatusCode::OK);
}

#[tokio::test]
async fn bodies_end_at_the_limit_of_their_row() {
    let street = Street::new().await;
    let router = probes(&street.house);
    for row in TABLE.iter().filter(|row| !row.verb.is_safe()) {
        let caller = EVERYONE.into_iter().find(|caller| lets_in(row.access, *caller)).unwrap();
        for (length, expected) in
            [(row.body_max, StatusCode::OK), (row.body_max + 1, StatusCode::PAYLOAD_TOO_LARGE)]
        {
            street.house.clock.advance(SignedDuration::from_mins(1));
            let (parts, _) = street.request(row, caller).into_parts();
            let request = Request::from_parts(parts, Body::from(vec![b' '; length]));
            let response = router.clone().oneshot(request).await.unwrap();
            assert_eq!(response.status(), expected, "{:?} {} with {length} bytes", row.verb, row.path);
        }
        // Whoever announces too much is not read at all.
        street.house.clock.advance(SignedDuration::from_mins(1));
        let mut request = street.request(row, caller);
        request.headers_mut().insert(CONTENT_LENGTH, (row.body_max + 1).into());
        let response = router.clone().oneshot(request).await.unwrap();
        assert_eq!(response.status(), StatusCode::PAYLOAD_TOO_LARGE);
        assert!(text(response).await.contains("body_too_large"));
    }
}

#[tokio::test]
async fn an_unknown_path_and_an_unknown_method_are_told_in_words() {
    let street = Street::new().await;
    let router = probes(&street.house);
    let send = async |method: &str, path: &str| {
        let request = Request::builder().method(method).uri(path).body(Body::empty()).unwrap();
        router.clone().oneshot(request).await.unwrap()
    };
    let absent = send("GET", "/v1/nothing").await;
    assert_eq!(absent.status(), StatusCode::NOT_FOUND);
    assert!(text(absent).await.contains("not_found"));
    let wrong = send("DELETE", "/v1/tours").await;
    assert_eq!(wrong.status(), StatusCode::METHOD_NOT_ALLOWED);
    assert!(wrong.headers()["allow"].to_str().unwrap().contains("POST"));
    assert!(text(wrong).await.contains("method_not_allowed"));
    assert_eq!(send("HEAD", "/healthz").await.status(), StatusCode::OK);
}

#[tokio::test]
async fn guests_of_one_address_are_held_and_others_are_not() {
    let street = Street::new().await;
    let router = probes(&street.house);
    let row = super::table::find(Verb::Post, "/v1/session").unwrap();
    let from = |peer: &str| {
        let mut request = street.request(row, C::Nobody);
        request.extensions_mut().insert(Peer(peer.parse().unwrap()));
        router.clone().oneshot(request)
    };
    let tries = street.house.shared.settings.attempts_per_minute;
    for _ in 0..tries {
        assert_eq!(from("192.0.2.1:1").await.unwrap().status(), StatusCode::OK);
    }
    let held = from("192.0.2.1:2").await.unwrap();
    assert_eq!(held.status(), StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(held.headers()["retry-after"], "6");
    assert_eq!(from("192.0.2.2:1").await.unwrap().status(), StatusCode::OK);
    street.house.clock.advance(SignedDuration::from_secs(6));
    assert_eq!(from("192.0.2.1:1").await.unwrap().status(), StatusCode::OK);
}

#[test]
fn every_row_has_a_handler_and_every_handler_a_row() {
    let joined = routes::all().into_router().map(|_router| ());
    assert_eq!(joined, Ok(()));
}
