//! Logging in and out, and what holds those who guess.

use doorstep_store::Role;
use jiff::SignedDuration;

use super::login::{log_in, log_out, session_cookie};
use super::{Session, ended_cookie};
use crate::clock::Clock as _;
use crate::secret::token_hash;
use crate::state::Settings;
use crate::testing::House;

#[tokio::test]
async fn a_login_lasts_until_it_ends_or_is_ended() {
    let house = House::new().await;
    let account = house.account("ada@example.org", Role::Recipient).await;
    let (found, token) = log_in(&house.shared, " Ada@Example.org ", "password").await.unwrap();
    assert_eq!(found, account);
    let find = async || house.store().find_session(token_hash(&token), house.clock.now()).await.unwrap();
    assert_eq!(find().await.as_ref(), Some(&account));
    let session = Session { account: account.clone(), token: token_hash(&token) };
    log_out(&house.shared, &session).await.unwrap();
    assert_eq!(find().await, None);

    let (_, token) = log_in(&house.shared, "ada@example.org", "password").await.unwrap();
    house.clock.advance(SignedDuration::from_hours(24 * 30));
    assert_eq!(house.store().find_session(token_hash(&token), house.clock.now()).await.unwrap(), None);
}

#[tokio::test]
async fn nobody_is_told_whether_an_account_is_there() {
    let house = House::new().await;
    house.account("ada@example.org", Role::Recipient).await;
    let wrong = log_in(&house.shared, "ada@example.org", "Password").await.unwrap_err();
    let absent = log_in(&house.shared, "eve@example.org", "password").await.unwrap_err();
    let long = log_in(&house.shared, "ada@example.org", &"x".repeat(2_000)).await.unwrap_err();
    assert_eq!(wrong, absent);
    assert_eq!(wrong, long);
    assert_eq!((wrong.status().as_u16(), wrong.code()), (401, "wrong_login"));
}

#[tokio::test]
async fn guesses_for_one_account_are_held_from_wherever_they_come() {
    let house = House::with(|parts| parts.settings.attempts_per_minute = 2).await;
    house.account("ada@example.org", Role::Recipient).await;
    for _ in 0..2 {
        let wrong = log_in(&house.shared, "ada@example.org", "guess").await.unwrap_err();
        assert_eq!(wrong.code(), "wrong_login");
    }
    let held = log_in(&house.shared, "ADA@example.org", "password").await.unwrap_err();
    assert_eq!((held.status().as_u16(), held.code()), (429, "too_many_attempts"));
    house.clock.advance(SignedDuration::from_mins(1));
    assert!(log_in(&house.shared, "ada@example.org", "password").await.is_ok());
}

#[test]
fn cookies_are_for_our_pages_alone() {
    let plain = Settings::default();
    let cookie = session_cookie(&plain, "token");
    assert_eq!(cookie, "doorstep_session=token; Path=/; HttpOnly; SameSite=Lax; Max-Age=2592000");
    let https = Settings { public_url: "https://track.example.org".parse().ok(), ..plain };
    assert!(session_cookie(&https, "token").to_str().unwrap().ends_with("; Secure"));
    assert!(ended_cookie(&https, "doorstep_session").to_str().unwrap().contains("Max-Age=0"));
}
