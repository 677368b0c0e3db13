//! What an operator's own system says of drivers, devices, recipients, parcels and regions.

use http::{Method, StatusCode};
use serde_json::{Value, json};

use super::house::{DAY, House, list, text};
use super::town::{Tour, parcel, tour};

#[tokio::test]
async fn an_account_is_made_once() {
    let house = House::new().await;
    let body =
        json!({ "email": "Ada@Example.org", "name": "Ada", "password": "correct horse", "language": "de" });
    assert_eq!(house.post("/v1/recipients", &body).await["email"], "ada@example.org");
    let again = house.call(Method::POST, "/v1/recipients").key(&house.key).json(&body).await;
    assert_eq!(again.refusal(), (409, "conflict".to_owned()));
    let bad = json!({ "email": "ada", "name": " ", "password": "short", "language": "", "time_zone": "Mars/Olympus" });
    let answer = house.call(Method::POST, "/v1/recipients").key(&house.key).json(&bad).await;
    let at: Vec<String> = answer.problems().into_iter().map(|(at, _)| at).collect();
    assert_eq!(at, ["email", "name", "password", "language", "time_zone"]);
    assert!(!answer.text().contains("short"), "a problem does not repeat a password");
}

#[tokio::test]
async fn a_phone_is_told_changed_and_taken_back() {
    let house = House::new().await;
    let new = |phone: &str| json!({ "email": "ada@example.org", "name": "Ada", "password": "correct horse", "phone": phone });
    for wrong in ["030123456", "+49 30 123456", "+0301234567", "+4930", "+1234567890123456", "phone"] {
        let answer = house.call(Method::POST, "/v1/recipients").key(&house.key).json(&new(wrong)).await;
        assert_eq!(answer.problems(), [("phone".to_owned(), "bad_phone".to_owned())], "{wrong}");
    }
    let id = text(&house.post("/v1/recipients", &new("+4930123456")).await, "id");
    let path = format!("/v1/recipients/{id}/phone");
    for body in [json!({ "phone": "+33612345678" }), json!({ "phone": null }), json!({})] {
        let answer = house.call(Method::PUT, &path).key(&house.key).json(&body).await;
        assert_eq!(answer.status, StatusCode::NO_CONTENT);
    }
    let absent = format!("/v1/recipients/{}/phone", "0".repeat(32));
    let answer = house.call(Method::PUT, &absent).key(&house.key).json(&json!({})).await;
    assert_eq!(answer.refusal(), (404, "not_found".to_owned()));
}

#[tokio::test]
async fn sms_are_refused_where_nobody_sends_any_and_dispatchers_read_what_is_written() {
    let house = House::new().await;
    let ada = house.recipient("ada@example.org", "Ada").await;
    let told = house.call(Method::GET, "/v1/notifications").cookie(&ada).send().await.value();
    assert_eq!(told.get("sms"), None);
    let body = json!({ "email": [], "sms": ["delivered"] });
    let answer = house.call(Method::PUT, "/v1/notifications").cookie(&ada).json(&body).await;
    assert_eq!(answer.problems(), [("sms".to_owned(), "not_offered".to_owned())]);

    let dispatcher = house.dispatcher().await;
    let page = house.call(Method::GET, "/dispatch/messages?lang=de").cookie(&dispatcher).send().await;
    assert!(page.text().contains("Ihr Paket ist in Zustellung"), "{}", page.text());
    let policy = page.header("content-security-policy").expect("it has one");
    assert!(policy.ends_with("; frame-src 'self'"), "{policy}");
    let path = "/dispatch/messages/mail?lang=fr&kind=next";
    let mail = house.call(Method::GET, path).cookie(&dispatcher).send().await;
    assert!(mail.text().starts_with("<!doctype html>\n<html lang=\"fr\""), "{}", mail.text());
    let unknown = house.call(Method::GET, "/dispatch/messages/mail?kind=x").cookie(&dispatcher).send().await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn parcels_come_in_pages_and_change() {
    let house = House::new().await;
    let parcels: Vec<Value> = (0..25).map(|number| parcel("P", number)).collect();
    house.post("/v1/parcels", &json!({ "parcels": parcels })).await;
    let mut seen = Vec::new();
    let mut path = "/v1/parcels?limit=10".to_owned();
    let mut pages = 0;
    loop {
        let page = house.read(&path).await;
        pages += 1;
        seen.extend(list(&page, "parcels").iter().map(|parcel| text(parcel, "tracking_number")));
        match page.get("next") {
            Some(next) => path = format!("/v1/parcels?limit=10&after={}", next.as_str().expect("a cursor")),
            None => break,
        }
    }
    seen.sort();
    seen.dedup();
    assert_eq!((pages, seen.len()), (3, 25));

    house.recipient("ada@example.org", "Ada").await;
    let id = text(&list(&house.read("/v1/parcels").await, "parcels")[0], "id");
    let path = format!("/v1/parcels/{id}");
    let changes = json!({
        "kind": "confidential", "status": "delayed", "day": DAY, "recipient_email": "ada@example.org",
        "promise": { "from": "2026-11-24T09:00:00Z", "until": "2026-11-24T12:00:00Z" },
        "carrier": { "carrier": "other", "name": "Another carrier", "status_at": house.now() },
    });
    let told = house.ask(Method::PATCH, &path, &changes).await;
    for name in ["kind", "status", "day", "promise", "carrier"] {
        assert_eq!(told[name], changes[name], "{name}");
    }
    assert!(told.get("recipient").is_some());
    assert_eq!(house.ask(Method::PATCH, &path, &json!({})).await, told, "what is absent stays");
    let bad = json!({ "recipient_email": "nobody@example.org" });
    let answer = house.call(Method::PATCH, &path).key(&house.key).json(&bad).await;
    assert_eq!(answer.problems(), [("recipient_email".to_owned(), "unknown_recipient".to_owned())]);
}

#[tokio::test]
async fn a_region_has_a_name_of_its_own_and_an_area() {
    let house = House::new().await;
    let ring = [[7.3, 43.6], [7.5, 43.6], [7.5, 43.8], [7.3, 43.6]];
    let area = json!({ "type": "Polygon", "coordinates": [ring] });
    let body = json!({ "name": "R", "live_from": DAY, "area": area, "visibility": "coarse" });
    let region = house.post("/v1/regions", &body).await;
    for name in ["name", "live_from", "area", "visibility"] {
        assert_eq!(region[name], body[name], "{name}");
    }
    assert_eq!(house.read("/v1/regions").await["regions"], json!([region]));
    let again = house.call(Method::POST, "/v1/regions").key(&house.key).json(&body).await;
    assert_eq!(again.refusal(), (409, "conflict".to_owned()));
    let bad =
        json!({ "name": "S", "live_from": "soon", "area": { "type": "Point", "coordinates": [7, 43] } });
    let answer = house.call(Method::POST, "/v1/regions").key(&house.key).json(&bad).await;
    let problems: Vec<String> = answer.problems().into_iter().map(|(_, code)| code).collect();
    assert_eq!(problems, ["bad_day", "bad_area"]);
    let path = format!("/v1/regions/{}", text(&region, "id"));
    let delete = || house.call(Method::DELETE, &path).key(&house.key).send();
    assert_eq!(delete().await.status, StatusCode::NO_CONTENT);
    assert_eq!(delete().await.refusal(), (404, "not_found".to_owned()));
}

#[tokio::test]
async fn tours_of_a_day_are_listed_with_what_is_done() {
    let house = House::new().await;
    let (driver, token) = house.driver("Dora").await;
    for number in 1..=5 {
        Tour::bring(&house, &tour(&format!("T{number}"), &driver, 2, |_, _| {})).await;
    }
    house.happens(&token, "started", json!({})).await;
    let first = house.read("/v1/tours?limit=3").await;
    let references: Vec<String> = list(&first, "tours").iter().map(|tour| text(tour, "reference")).collect();
    assert_eq!(references, ["T1", "T2", "T3"], "today's when nobody says which day");
    let running = &first["tours"][0];
    assert_eq!(
        (&running["phase"], &running["stops_done"], &running["stops"]),
        (&json!("underway"), &json!(0), &json!(2))
    );
    assert_eq!(running["driver"], json!({ "id": driver, "name": "Dora" }));
    let next = house.read(&format!("/v1/tours?limit=3&after={}", text(&first, "next"))).await;
    assert_eq!((list(&next, "tours").len(), next.get("next")), (2, None));
    assert_eq!(house.read("/v1/tours?day=2026-11-23").await["tours"], json!([]));
}

#[tokio::test]
async fn a_known_parcel_gets_the_day_and_the_door_of_its_stop() {
    let house = House::new().await;
    let (driver, _) = house.driver("Dora").await;
    let known = json!({ "tracking_number": "K1", "sender": "Example Shop", "day": "2026-11-23" });
    let known = text(&house.post("/v1/parcels", &known).await, "id");
    let mut body = tour("T1", &driver, 1, |_, _| {});
    body["stops"][0]["parcels"] = json!([{ "id": known }]);
    let brought = Tour::bring(&house, &body).await;
    let parcel = house.read(&format!("/v1/parcels/{known}")).await;
    assert_eq!((&parcel["day"], &parcel["address"]), (&json!(DAY), &json!("1 Example Street")));
    assert_eq!(parcel["door"], body["stops"][0]["place"]);
    assert_eq!(parcel["on_tour"]["tour"], brought.id);
}
