//! Those who guess: twenty misses an hour are told as such, and no answer tells anything.

use std::collections::BTreeSet;

use http::{Method, StatusCode};

use super::house::{Answer, Cookie, House, event_id};
use super::secrecy::bare;
use super::town::Scene;

/// So many misses an account has per hour, and an address.
const MISSES: usize = 20;
/// At twenty an hour, a million guesses take six years; these take seconds.
const GUESSES: usize = 4_000;
const HOUR_S: i64 = 3_600;

async fn guess(house: &House, cookie: &Cookie, id: &str) -> Answer {
    house.call(Method::GET, &format!("/v1/parcels/{id}/tracking")).cookie(cookie).send().await
}

/// A guess from an address, by way of a proxy.
async fn guess_from(house: &House, cookie: &Cookie, address: &str) -> StatusCode {
    let path = format!("/v1/parcels/{}/tracking", event_id());
    let call = house.call(Method::GET, &path).cookie(cookie).header("x-forwarded-for", address);
    call.send().await.status
}

/// What remains when whoever guesses drops the cookie of the browser.
fn without_browser(cookie: &Cookie) -> Cookie {
    Cookie(cookie.0.split("; ").next().unwrap_or_default().to_owned())
}

async fn behind_proxy() -> House {
    House::with(|parts| parts.settings.behind_proxy = true).await
}

#[tokio::test]
async fn of_thousands_of_guesses_twenty_are_answered_and_no_answer_tells_anything() {
    let scene = Scene::new().await;
    let house = &scene.house;
    let stranger = house.recipient("bob@example.org", "Bob").await;
    let foreign = scene.tour.parcel(3);
    let mut refused = BTreeSet::new();
    let mut absent = None;
    for number in 0..GUESSES {
        let id = if number % 2 == 0 { event_id() } else { foreign.to_owned() };
        let answer = bare(guess(house, &stranger, &id).await);
        if number < MISSES {
            assert_eq!(answer.0, StatusCode::NOT_FOUND);
            assert_eq!(*absent.get_or_insert_with(|| answer.clone()), answer, "{number}");
        } else {
            assert_eq!(answer.0, StatusCode::TOO_MANY_REQUESTS, "{number}");
            refused.insert((answer.1, answer.2));
        }
    }
    assert_eq!(refused.len(), 1, "what is not answered is refused alike as well");
    let own = scene.tour.parcel(3);
    assert_eq!(guess(house, &scene.recipient, own).await.status, StatusCode::OK, "whose it is sees it");
    house.clock.advance_s(HOUR_S);
    let mut answered = 0;
    for _ in 0..GUESSES / 10 {
        answered += usize::from(guess(house, &stranger, &event_id()).await.status == StatusCode::NOT_FOUND);
    }
    assert_eq!(answered, MISSES);
}

#[tokio::test]
async fn whoever_has_no_misses_left_still_sees_what_is_theirs() {
    let scene = Scene::new().await;
    let house = &scene.house;
    for _ in 0..=MISSES {
        guess(house, &scene.recipient, &event_id()).await;
    }
    assert_eq!(guess(house, &scene.recipient, &event_id()).await.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(guess(house, &scene.recipient, scene.tour.parcel(3)).await.status, StatusCode::OK);
}

#[tokio::test]
async fn all_that_is_asked_about_parcels_counts_together() {
    let house = House::new().await;
    let ada = house.recipient("ada@example.org", "Ada").await;
    let asks = [
        (Method::GET, "/v1/parcels/{}/tracking"),
        (Method::GET, "/v1/parcels/{}/tracking/stream"),
        (Method::GET, "/v1/parcels/{}/shares"),
        (Method::DELETE, "/v1/parcels/{}/instruction"),
        (Method::GET, "/parcels/{}"),
        (Method::GET, "/parcels/{}/shares"),
    ];
    let mut statuses = Vec::new();
    for (method, path) in asks.iter().cycle().take(MISSES + asks.len()) {
        let path = path.replace("{}", &event_id());
        statuses.push(house.call(method.clone(), &path).cookie(&ada).send().await.status.as_u16());
    }
    let (missed, held) = statuses.split_at(MISSES);
    assert!(
        missed.iter().all(|status| *status == 404) && held.iter().all(|status| *status == 429),
        "{statuses:?}"
    );
    assert_eq!(house.call(Method::GET, "/v1/orders").cookie(&ada).send().await.status, StatusCode::OK);
}

#[tokio::test]
async fn another_site_uses_up_nobodys_misses() {
    let scene = Scene::new().await;
    let house = &scene.house;
    let lured = async || {
        let call = house.call(Method::GET, &format!("/parcels/{}", event_id())).cookie(&scene.recipient);
        call.header("sec-fetch-site", "cross-site").send().await.status.as_u16()
    };
    for _ in 0..MISSES {
        assert_eq!(lured().await, 404);
    }
    assert_eq!(lured().await, 429);
    assert_eq!(guess(house, &scene.recipient, scene.tour.parcel(3)).await.status, StatusCode::OK);
}

#[tokio::test]
async fn many_accounts_at_one_address_have_no_more_misses_than_one() {
    let house = behind_proxy().await;
    let mut missed = 0;
    for number in 0..5 {
        let session = without_browser(&house.recipient(&format!("r{number}@example.org"), "R").await);
        for _ in 0..MISSES {
            missed += usize::from(guess_from(&house, &session, "192.0.2.1").await == StatusCode::NOT_FOUND);
        }
    }
    assert_eq!(missed, MISSES);
}

#[tokio::test]
async fn whoever_is_at_home_in_a_browser_is_held_by_no_neighbour() {
    let house = behind_proxy().await;
    house.recipient("ada@example.org", "Ada").await;
    let stranger = house.recipient("bob@example.org", "Bob").await;
    let browser = house.log_in("ada@example.org").await;
    let session = without_browser(&browser);
    for _ in 0..MISSES {
        assert_eq!(guess_from(&house, &stranger, "192.0.2.1").await, StatusCode::NOT_FOUND);
    }
    assert_eq!(guess_from(&house, &session, "192.0.2.1").await, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(guess_from(&house, &browser, "192.0.2.1").await, StatusCode::NOT_FOUND);
    assert_eq!(guess_from(&house, &session, "192.0.2.2").await, StatusCode::NOT_FOUND);
}
