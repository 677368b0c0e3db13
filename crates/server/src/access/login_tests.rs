//! Logging in and out, and what holds those who guess.

use axum::body::Body;
use doorstep_store::Role;
use http::Request;
use http::header::{CONTENT_TYPE, COOKIE};
use jiff::SignedDuration;

use super::Session;
use super::browser::Browser;
use super::login::{LoggedIn, log_in, log_out};
use crate::clock::Clock as _;
use crate::secret::token_hash;
use crate::state::Settings;
use crate::testing::House;

/// A browser in which nobody has logged in.
fn stranger() -> Browser {
    Browser::default()
}

/// The browser in which someone has just logged in.
fn browser_of(logged_in: &LoggedIn) -> Browser {
    let cookies = logged_in.cookies(&Settings::default());
    let cookie = cookies[1].1.to_str().unwrap().split(';').next().unwrap();
    Browser::of(&[(COOKIE, cookie.parse().unwrap())].into_iter().collect(), &Settings::default())
}

#[tokio::test]
async fn a_login_lasts_until_it_ends_or_is_ended() {
    let house = House::new().await;
    let account = house.account("ada@example.org", Role::Recipient).await;
    let logged_in = log_in(&house.shared, &stranger(), " Ada@Example.org ", "password").await.unwrap();
    assert_eq!(logged_in.account, account);
    let token = logged_in.session();
    let find = async || house.store().find_session(token_hash(token), house.clock.now()).await.unwrap();
    assert_eq!(find().await.map(|(_, account)| account).as_ref(), Some(&account));
    let session = Session { account: account.clone(), token: token_hash(token) };
    log_out(&house.shared, &session).await.unwrap();
    assert_eq!(find().await, None);

    let logged_in = log_in(&house.shared, &stranger(), "ada@example.org", "password").await.unwrap();
    house.clock.advance(SignedDuration::from_hours(24 * 30));
    assert_eq!(
        house.store().find_session(token_hash(logged_in.session()), house.clock.now()).await.unwrap(),
        None
    );
}

#[tokio::test]
async fn nobody_is_told_whether_an_account_is_there() {
    let house = House::new().await;
    house.account("ada@example.org", Role::Recipient).await;
    let wrong = log_in(&house.shared, &stranger(), "ada@example.org", "Password").await.unwrap_err();
    let absent = log_in(&house.shared, &stranger(), "eve@example.org", "password").await.unwrap_err();
    let long = log_in(&house.shared, &stranger(), "ada@example.org", &"x".repeat(2_000)).await.unwrap_err();
    assert_eq!(wrong, absent);
    assert_eq!(wrong, long);
    assert_eq!((wrong.status().as_u16(), wrong.code()), (401, "wrong_login"));
}

#[tokio::test]
async fn guesses_for_one_account_are_held_from_wherever_they_come() {
    let house = House::with(|parts| parts.settings.attempts_per_minute = 2).await;
    house.account("ada@example.org", Role::Recipient).await;
    for _ in 0..2 {
        let wrong = log_in(&house.shared, &stranger(), "ada@example.org", "guess").await.unwrap_err();
        assert_eq!(wrong.code(), "wrong_login");
    }
    let held = log_in(&house.shared, &stranger(), "ADA@example.org", "password").await.unwrap_err();
    assert_eq!((held.status().as_u16(), held.code()), (429, "too_many_attempts"));
    house.clock.advance(SignedDuration::from_mins(1));
    assert!(log_in(&house.shared, &stranger(), "ada@example.org", "password").await.is_ok());
}

#[tokio::test]
async fn no_stranger_locks_the_owner_out() {
    let house = House::with(|parts| parts.settings.attempts_per_minute = 2).await;
    house.account("ada@example.org", Role::Recipient).await;
    house.account("eve@example.org", Role::Recipient).await;
    let log_in =
        async |browser: &Browser, email, password| log_in(&house.shared, browser, email, password).await;
    let home = browser_of(&log_in(&stranger(), "ada@example.org", "password").await.unwrap());
    let eves = browser_of(&log_in(&stranger(), "eve@example.org", "password").await.unwrap());
    for _ in 0..9 {
        for browser in [&stranger(), &eves] {
            assert!(log_in(browser, "ada@example.org", "guess").await.is_err());
        }
    }
    let held = log_in(&eves, "ada@example.org", "password").await.unwrap_err();
    assert_eq!(held.code(), "too_many_attempts", "someone else's browser is a stranger's");
    let again = log_in(&home, "ada@example.org", "password").await.unwrap();
    assert_eq!(log_in(&home, "ada@example.org", "password").await.unwrap_err().code(), "too_many_attempts");
    assert!(
        log_in(&browser_of(&again), "ada@example.org", "guess")
            .await
            .is_err_and(|e| e.code() == "wrong_login")
    );
}

#[tokio::test]
async fn a_browser_that_is_known_has_tries_of_its_own_behind_an_address_that_has_none_left() {
    let house = House::with(|parts| parts.settings.attempts_per_minute = 2).await;
    house.account("ada@example.org", Role::Recipient).await;
    let home = log_in(&house.shared, &stranger(), "ada@example.org", "password").await.unwrap();
    let cookie =
        home.cookies(&Settings::default())[1].1.to_str().unwrap().split(';').next().unwrap().to_owned();
    let tried = async |cookie: &str| {
        let form = "email=ada%40example.org&password=guess";
        let request = Request::post("/login")
            .header(COOKIE, cookie)
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(form));
        house.send(request.unwrap()).await.status().as_u16()
    };
    let guesses = [tried("").await, tried("").await, tried("doorstep_browser=made-up").await];
    assert_eq!(guesses, [422, 429, 429]);
    assert_eq!(tried(&cookie).await, 422);
}
