//! What a recipient lets others see, by the interface for programs.

use http::{Method, StatusCode};
use serde_json::{Value, json};

use super::house::event_id;
use super::town::Scene;

#[tokio::test]
async fn a_share_is_given_listed_opened_and_taken_back() {
    let scene = Scene::new().await;
    let ada = &scene.recipient;
    let path = format!("/v1/parcels/{}/shares", scene.tour.parcel(3));
    let call = |method: Method, path: &str| scene.house.call(method, path).cookie(ada);
    let given = call(Method::POST, &path).json(&json!({ "permission": "accept" })).await;
    assert_eq!(given.status, StatusCode::CREATED, "{}", given.text());
    let given = given.value();
    let url = given["url"].as_str().expect("an address");
    let opened =
        url.split_once("//").and_then(|(_, rest)| rest.find('/').map(|at| &rest[at..])).expect("a path");
    assert_eq!(scene.house.call(Method::GET, opened).send().await.status, StatusCode::OK);

    let listed = call(Method::GET, &path).send().await.value();
    let share = &listed["shares"][0];
    assert_eq!((&share["permission"], &share["opening_count"]), (&json!("accept"), &json!(1)));
    assert_eq!(share["openings"].as_array().map(Vec::len), Some(1));
    assert!(!listed.to_string().contains(opened), "the address is told once");
    let one = format!("{path}/{}", share["id"].as_str().expect("an id"));
    assert_eq!(call(Method::DELETE, &one).send().await.status, StatusCode::NO_CONTENT);
    assert_eq!(call(Method::DELETE, &one).send().await.status, StatusCode::NOT_FOUND);
    let ended = scene.house.call(Method::GET, opened).send().await;
    assert_eq!(ended.refusal(), (410, "share_ended".to_owned()));
}

#[tokio::test]
async fn nobody_shares_what_is_not_theirs_or_reads_who_looked() {
    let scene = Scene::new().await;
    let stranger = scene.house.recipient("bob@example.org", "Bob").await;
    let path = format!("/v1/parcels/{}/shares", scene.tour.parcel(3));
    let wish = json!({ "permission": "window" });
    let share = scene.house.call(Method::POST, &path).cookie(&scene.recipient).json(&wish).await.value();
    let one = format!("{path}/{}", share["share"]["id"].as_str().expect("an id"));
    for (method, path, body) in
        [(Method::POST, &path, wish), (Method::GET, &path, Value::Null), (Method::DELETE, &one, Value::Null)]
    {
        let answer = scene.house.call(method, path).cookie(&stranger).json(&body).await;
        assert_eq!(answer.refusal(), (404, "not_found".to_owned()), "{path}");
    }
    let listed = scene.house.call(Method::GET, &path).cookie(&scene.recipient).send().await.value();
    assert_eq!(listed["shares"].as_array().map(Vec::len), Some(1));
    let other = format!("/v1/parcels/{}/shares/{}", event_id(), event_id());
    let answer = scene.house.call(Method::DELETE, &other).cookie(&scene.recipient).send().await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_wish_that_does_not_fit_is_refused_with_what_is_wrong() {
    let scene = Scene::new().await;
    let path = format!("/v1/parcels/{}/shares", scene.tour.parcel(3));
    for (body, code) in [
        (json!({}), "invalid"),
        (json!({ "permission": "map" }), "invalid"),
        (json!({ "permission": "window", "expires_at": "soon" }), "invalid"),
        (json!({ "permission": "window", "more": true }), "invalid"),
        (json!({ "permission": "window", "expires_at": "2001-01-01T00:00:00Z" }), "bad_end"),
        (json!({ "permission": "window", "expires_at": "2199-01-01T00:00:00Z" }), "bad_end"),
    ] {
        let answer = scene.house.call(Method::POST, &path).cookie(&scene.recipient).json(&body).await;
        assert_eq!(answer.refusal(), (422, code.to_owned()), "{body}");
    }
}

#[tokio::test]
async fn who_may_take_it_in_is_told_to_the_driver_at_that_stop_alone() {
    let scene = Scene::new().await;
    let path = format!("/v1/parcels/{}/shares", scene.tour.parcel(3));
    let give = async |wish: Value| {
        scene.house.clock.advance_s(1);
        scene.house.call(Method::POST, &path).cookie(&scene.recipient).json(&wish).await.status
    };
    assert_eq!(give(json!({ "permission": "window", "name": "Cy" })).await, StatusCode::CREATED);
    assert_eq!(
        give(json!({ "permission": "accept", "name": "Bo from next door" })).await,
        StatusCode::CREATED
    );
    assert_eq!(give(json!({ "permission": "accept" })).await, StatusCode::CREATED);
    assert_eq!(give(json!({ "permission": "accept", "name": "x".repeat(140) })).await, StatusCode::CREATED);
    assert_eq!(
        give(json!({ "permission": "accept", "name": "x".repeat(141) })).await,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    let takers = async || {
        let day = scene.house.call(Method::GET, "/v1/driver/tour").key(&scene.token).send().await.value();
        let stops = day["tour"]["stops"].as_array().expect("stops").clone();
        stops.iter().map(|stop| stop["parcels"][0]["takers"].clone()).collect::<Vec<_>>()
    };
    let told = takers().await;
    assert_eq!(told[2], json!([{ "name": "Bo from next door" }, {}, { "name": "x".repeat(140) }]));
    assert!(told.iter().enumerate().all(|(stop, takers)| stop == 2 || takers.is_null()), "{told:?}");
    let whole = scene.whole().await.to_string();
    assert!(!whole.contains("next door"), "the operator need not know: {whole}");

    let precious = format!("/v1/parcels/{}", scene.tour.parcel(3));
    scene.house.ask(Method::PATCH, &precious, &json!({ "kind": "high_value" })).await;
    assert_eq!(takers().await[2], Value::Null, "what is of high value goes to its recipient alone");
    scene.house.ask(Method::PATCH, &precious, &json!({ "kind": "ordinary" })).await;
    let handed = json!({ "parcel": scene.tour.parcel(3), "outcome": "delivered_to_neighbour" });
    scene.house.happens(&scene.token, "delivered", handed).await;
    assert_eq!(takers().await[2], Value::Null, "nor afterwards");
}

#[tokio::test]
async fn a_share_of_what_became_precious_opens_nothing() {
    let scene = Scene::new().await;
    let path = format!("/v1/parcels/{}/shares", scene.tour.parcel(3));
    let wish = json!({ "permission": "window" });
    let given = scene.house.call(Method::POST, &path).cookie(&scene.recipient).json(&wish).await.value();
    let url = given["url"].as_str().expect("an address");
    let opened = url.find("/s/").and_then(|at| url.get(at..)).expect("a path");
    assert_eq!(scene.house.call(Method::GET, opened).send().await.status, StatusCode::OK);
    let precious = format!("/v1/parcels/{}", scene.tour.parcel(3));
    scene.house.ask(Method::PATCH, &precious, &json!({ "kind": "high_value" })).await;
    let ended = scene.house.call(Method::GET, opened).send().await;
    assert_eq!(ended.refusal(), (410, "share_ended".to_owned()));
}
