//! Every way of logging in leads to the page that was asked for, and to nothing else; and passkeys on the pages.

use doorstep_wire::Secret;
use doorstep_wire::passkeys::CeremonyBegun;
use serde_json::{Value, json};

use super::*;

/// The form of a login that succeeds.
const RIGHT: &str = "email=ada%40example.org&password=password";

#[tokio::test]
async fn the_login_leads_to_the_page_that_was_asked_for() {
    let house = House::new().await;
    let account = house.account(EMAIL, Role::Recipient).await;
    let id = parcel(&house, account.id, "DS 1").await;
    let mut browser = Browser::new(&house);
    let path = format!("/parcels/{id}");
    let sent_away = browser.get(&path).await;
    assert_eq!(sent_away.status, StatusCode::SEE_OTHER);
    assert_eq!(sent_away.location(), format!("/login?next=%2Fparcels%2F{id}"));
    browser.get(sent_away.location()).await;
    let wrong = browser.post("/login", "email=ada%40example.org&password=wrong").await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.html.contains("do not fit together") && wrong.html.contains("value=\"ada@example.org\""));
    assert!(!wrong.html.contains("wrong\""), "the password is not sent back");

    let right = browser.post("/login", RIGHT).await;
    assert_eq!((right.status, right.location()), (StatusCode::SEE_OTHER, path.as_str()));
    assert_eq!(browser.get(&path).await.status, StatusCode::OK);
    assert_eq!(browser.get("/").await.location(), "/orders");
    assert_eq!(browser.get("/login").await.location(), "/orders", "what was asked for waits no more");

    assert_eq!(browser.post("/logout", "").await.location(), "/login");
    assert_eq!(browser.get("/orders").await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn the_login_leads_to_no_other_site() {
    let house = House::new().await;
    house.account(EMAIL, Role::Recipient).await;
    for address in ["https%3A%2F%2Fevil.example", "%2F%2Fevil.example", "%2Flogout", "%2Fv1%2Forders", ""] {
        let mut browser = Browser::new(&house);
        browser.get(&format!("/login?next={address}")).await;
        assert_eq!(browser.post("/login", RIGHT).await.location(), "/orders", "{address}");
        house.clock.advance(SignedDuration::from_mins(1));
    }
}

#[tokio::test]
async fn a_link_in_a_letter_leads_to_the_page_that_was_asked_for() {
    let house = house_with_mail().await;
    let account = house.account(EMAIL, Role::Recipient).await;
    let mut browser = Browser::new(&house);
    let sent_away = browser.get("/sessions").await;
    browser.get(sent_away.location()).await;
    browser.post("/login/link", "email=ada%40example.org").await;
    let make =
        async || crate::access::make_link(&house.shared, &account, house.shared.clock.now()).await.unwrap();
    let there = browser.post(&format!("/login/link/{}", make().await), "").await.location().to_owned();
    assert_eq!(there, "/sessions");
    let mut elsewhere = Browser::new(&house);
    let there = elsewhere.post(&format!("/login/link/{}", make().await), "").await.location().to_owned();
    assert_eq!(there, "/orders", "another browser asked for nothing");
}

#[tokio::test]
async fn a_passkey_leads_to_the_page_that_was_asked_for() {
    let house = House::with(|parts| parts.settings.public_url = "http://localhost".parse().ok()).await;
    let account = house.account(EMAIL, Role::Dispatcher).await;
    let mut authenticator = house.passkey(&account).await;
    let mut browser = Browser::new(&house);
    let sent_away = browser.get("/dispatch/accuracy").await;
    let login = browser.get(sent_away.location()).await;
    assert!(login.html.contains("data-passkey-login") && login.html.contains("username webauthn"));
    let begun = browser.post("/v1/passkey-ceremonies/login", "").await;
    let begun: Value = serde_json::from_str(&begun.html).unwrap();
    let options = CeremonyBegun { ceremony: Secret::new(""), options: begun["options"].clone() };
    let body = json!({ "ceremony": begun["ceremony"], "credential": authenticator.log_in(&options) });
    let answer = browser.post("/v1/session/passkey", body.to_string().leak()).await;
    assert_eq!(answer.status, StatusCode::NO_CONTENT, "{}", answer.html);
    assert_eq!(browser.get("/login").await.location(), "/dispatch/accuracy");
    assert_eq!(browser.get("/login").await.location(), "/dispatch");
}

#[tokio::test]
async fn passkeys_are_listed_and_removed_on_the_page_of_logins() {
    let house = House::with(|parts| parts.settings.public_url = "http://localhost".parse().ok()).await;
    let account = house.account(EMAIL, Role::Recipient).await;
    let mut browser = Browser::of(&house, &account).await;
    assert!(browser.get("/sessions").await.html.contains("data-passkey-add"));
    let _authenticator = house.passkey(&account).await;
    let page = browser.get("/sessions").await.html;
    assert!(page.contains("<bdi>Phone</bdi>") && page.contains("Not used yet"), "{page}");
    let id = page.split("name=\"remove\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    let form = format!("remove={id}").leak();
    for _twice in 0..2 {
        assert_eq!(browser.post("/sessions/passkeys", form).await.location(), "/sessions#passkeys");
    }
    assert!(!browser.get("/sessions").await.html.contains("<b>Phone</b>"));
}

#[tokio::test]
async fn where_browsers_keep_no_passkeys_none_are_offered() {
    let house = House::new().await;
    let account = house.account(EMAIL, Role::Recipient).await;
    assert!(!Browser::new(&house).get("/login").await.html.contains("passkey"));
    assert!(!Browser::of(&house, &account).await.get("/sessions").await.html.contains("passkey"));
}
