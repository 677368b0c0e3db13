//! Whoever reads gets their own language, and may choose another without script.

use super::*;
use crate::pages::{German, Language};

#[tokio::test]
async fn the_language_follows_the_browser_until_one_is_chosen() {
    let house = House::new().await;
    let mut visitor = Browser { language: "ja, fr;q=0.3, de-AT;q=0.9", ..Browser::new(&house) };
    assert!(visitor.get("/login").await.html.contains("<html lang=\"de-AT\" dir=\"ltr\" data-hours=\"24\""));
    let chosen = visitor.post("/language", "language=en&back=%2Flogin").await;
    assert_eq!(chosen.location(), "/login");
    assert!(visitor.get("/login").await.html.contains("<html lang=\"en\""));
    assert!(visitor.get("/nowhere").await.html.contains("There is nothing here"), "errors too");
}

#[tokio::test]
async fn the_language_of_the_account_wins_on_every_device() {
    let house = House::new().await;
    let account = house.account(EMAIL, Role::Recipient).await;
    let mut browser = Browser::of(&house, &account).await;
    browser.post("/language", "language=de&back=https%3A%2F%2Fevil.example").await;
    let known = house.store().find_account(account.id).await.unwrap().unwrap();
    assert_eq!(known.language.as_deref(), Some("de"));
    let mut elsewhere = Browser { language: "fr", ..Browser::of(&house, &account).await };
    elsewhere.cookies.push(("doorstep_language".to_owned(), "it".to_owned()));
    assert!(elsewhere.get("/orders").await.html.contains("Ihre Pakete"));
}

#[tokio::test]
async fn every_page_of_recipients_offers_every_language_and_names_the_drafts() {
    let house = House::new().await;
    let account = house.account(EMAIL, Role::Recipient).await;
    let parcel = parcel(&house, account.id, "DS 1").await;
    let mut browser = Browser::of(&house, &account).await;
    let paths = [format!("/parcels/{parcel}"), format!("/parcels/{parcel}/shares")];
    let paths = paths.iter().map(String::as_str).chain(["/orders", "/help", "/sessions"]);
    for path in paths {
        let html = browser.get(path).await.html;
        for language in Language::ALL {
            let button = format!("<button name=\"language\" value=\"{}\"", language.tag());
            assert_eq!(html.matches(&button).count(), 1, "{path} {}", language.tag());
        }
        assert!(
            html.contains("Español <small>borrador</small>") && !html.contains("Deutsch <small>"),
            "{path}"
        );
        assert!(!html.contains("These words are a draft"), "{path}");
    }
}

#[tokio::test]
async fn a_draft_is_spoken_and_says_that_it_is_one() {
    let house = House::new().await;
    let account = house.account(EMAIL, Role::Recipient).await;
    let mut browser = Browser::of(&house, &account).await;
    browser.post("/language", "language=ar&back=%2Forders").await;
    let html = browser.get("/orders").await.html;
    assert!(html.contains("<html lang=\"ar\" dir=\"rtl\" data-hours=\"12\""), "{html}");
    assert!(html.contains("طرودك") && html.contains("هذه الترجمة مسودة"), "{html}");
    let unknown = browser.post("/language", "language=tlh&back=%2Forders").await;
    assert_eq!(unknown.location(), "/orders");
    assert!(
        browser.get("/orders").await.html.contains("<html lang=\"ar\""),
        "what is not spoken changes nothing"
    );
}

#[tokio::test]
async fn staff_read_english_where_their_language_lacks_their_words() {
    let house = House::new().await;
    let account = house.account(EMAIL, Role::Dispatcher).await;
    let mut browser = Browser { language: "nl", ..Browser::of(&house, &account).await };
    let html = browser.get("/dispatch").await.html;
    assert!(html.contains("<html lang=\"en\""));
    assert!(html.contains("value=\"de\"") && !html.contains("value=\"nl\""));
    let driver = Browser { language: "nl", ..Browser::new(&house) }.get("/driver").await.html;
    assert!(driver.contains("<html lang=\"en\""));
    let second =
        Browser { language: "nl, pl;q=0.9, de;q=0.8", ..Browser::new(&house) }.get("/driver").await.html;
    assert!(second.contains("<html lang=\"pl\"") && second.contains("Zacznij trasę"));
}

#[tokio::test]
async fn german_says_du_where_the_operator_wants_it() {
    let house = House::with(|parts| parts.settings.german = German::Du).await;
    let account = house.account(EMAIL, Role::Recipient).await;
    let mut browser = Browser { language: "de", ..Browser::of(&house, &account).await };
    let html = browser.get("/orders").await.html;
    assert!(html.contains("Deine Pakete") && !html.contains("Ihre Pakete"));
    assert!(html.contains("Abmelden"), "the rest is German as ever");
    assert!(browser.get("/driver").await.html.contains("Gerade sieht dich niemand"));
}
