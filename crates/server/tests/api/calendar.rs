//! The calendar of a recipient, as a calendar reads it.

use http::{Method, StatusCode};
use serde_json::{Value, json};

use super::house::{Answer, Cookie, House};
use super::town::Scene;

/// More readings than a minute has.
const MANY: usize = 10;

async fn make(house: &House, cookie: &Cookie) -> String {
    let made = house.call(Method::PUT, "/v1/calendar").cookie(cookie).send().await;
    assert_eq!(made.status, StatusCode::CREATED);
    made.value()["url"].as_str().expect("it is told").to_owned()
}

/// Reads a calendar as a program does, without a cookie.
async fn read(house: &House, url: &str) -> Answer {
    let path = url.split_once("/calendar/").expect("it is a path").1;
    house.call(Method::GET, &format!("/calendar/{path}")).send().await
}

/// The value of a property of the first event.
fn value<'a>(feed: &'a str, name: &str) -> &'a str {
    let line = feed.lines().find(|line| line.starts_with(&format!("{name}:")));
    line.unwrap_or_else(|| panic!("{name} is in {feed}")).split_once(':').expect("it has a value").1
}

#[tokio::test]
async fn a_calendar_shows_the_window_and_follows_it() {
    let scene = Scene::new().await;
    let house = &scene.house;
    let url = make(house, &scene.recipient).await;
    let answer = read(house, &url).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(answer.header("content-type"), Some("text/calendar; charset=utf-8"));
    assert_eq!(answer.header("cache-control"), Some("no-store"));
    assert_eq!(answer.header("referrer-policy"), Some("no-referrer"));
    let feed = answer.text();
    assert!(feed.starts_with("BEGIN:VCALENDAR\r\n") && feed.ends_with("END:VCALENDAR\r\n"), "{feed}");
    assert!(feed.lines().all(|line| line.len() <= 75), "lines are folded");
    let page = format!("/v1/parcels/{}/tracking", scene.tour.parcel(3));
    let tracking = house.call(Method::GET, &page).cookie(&scene.recipient).send().await.value();
    let window = tracking.get("forecast").unwrap_or(&tracking["promise"]);
    let stamp = |at: &Value| at.as_str().expect("an instant").replace(['-', ':'], "");
    assert_eq!(value(&feed, "DTSTART"), stamp(&window["from"]));
    assert_eq!(value(&feed, "DTEND"), stamp(&window["until"]));
    assert!(value(&feed, "URL").ends_with(&format!("/parcels/{}", scene.tour.parcel(3))));
    assert_eq!((value(&feed, "CLASS"), value(&feed, "TRANSP")), ("PRIVATE", "TRANSPARENT"));
}

#[tokio::test]
async fn the_address_alone_opens_it_and_a_new_one_or_the_end_closes_it() {
    let scene = Scene::new().await;
    let house = &scene.house;
    let first = make(house, &scene.recipient).await;
    let second = make(house, &scene.recipient).await;
    assert_eq!(read(house, &first).await.status, StatusCode::GONE);
    assert_eq!(read(house, &second).await.status, StatusCode::OK);
    let known = house.call(Method::GET, "/v1/calendar").cookie(&scene.recipient).send().await.value();
    assert!(known["calendar"]["created_at"].is_string() && !known.to_string().contains("/calendar/"));
    let end = house.call(Method::DELETE, "/v1/calendar").cookie(&scene.recipient).send().await;
    assert_eq!(end.status, StatusCode::NO_CONTENT);
    let ended = read(house, &second).await;
    assert_eq!((ended.status, ended.value()["code"].as_str()), (StatusCode::GONE, Some("calendar_ended")));
    let unknown = read(house, "/calendar/x.ics").await;
    assert_eq!(unknown.text(), ended.text(), "one that ended and one that never was are told alike");
    let none = house.call(Method::GET, "/v1/calendar").cookie(&scene.recipient).send().await.value();
    assert_eq!(none, json!({}));
}

#[tokio::test]
async fn a_calendar_is_read_so_often_at_most() {
    let house = House::new().await;
    let ada = house.recipient("ada@example.org", "Ada").await;
    let url = make(&house, &ada).await;
    for _ in 0..MANY {
        assert_eq!(read(&house, &url).await.status, StatusCode::OK);
    }
    let held = read(&house, &url).await;
    assert_eq!(
        (held.status, held.value()["code"].as_str()),
        (StatusCode::TOO_MANY_REQUESTS, Some("too_many_readings"))
    );
}
