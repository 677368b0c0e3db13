//! Where someone is logged in, by the interface for programs.

use http::{Method, StatusCode};
use serde_json::{Value, json};

use super::house::{Cookie, House};

async fn listed(house: &House, cookie: &Cookie) -> Vec<Value> {
    let answer = house.call(Method::GET, "/v1/sessions").cookie(cookie).send().await.value();
    answer["sessions"].as_array().expect("a list").clone()
}

#[tokio::test]
async fn sessions_are_listed_to_their_owner_and_ended_by_them_alone() {
    let house = House::new().await;
    let here = house.recipient("ada@example.org", "Ada").await;
    let there = house.log_in("ada@example.org").await;
    let bob = house.recipient("bob@example.org", "Bob").await;
    let sessions = listed(&house, &here).await;
    let this: Vec<bool> = sessions.iter().filter_map(|session| session["is_this"].as_bool()).collect();
    assert_eq!(this.iter().filter(|is_this| **is_this).count(), 1);
    assert_eq!((sessions.len(), listed(&house, &bob).await.len()), (2, 1));
    let other = sessions.iter().find(|session| session["is_this"] == json!(false)).expect("the other one");
    let path = format!("/v1/sessions/{}", other["id"].as_str().expect("an id"));

    let end = async |cookie: &Cookie, path: &str| {
        house.call(Method::DELETE, path).cookie(cookie).send().await.status
    };
    assert_eq!(end(&bob, &path).await, StatusCode::NOT_FOUND);
    assert_eq!(end(&here, "/v1/sessions/nonsense").await, StatusCode::NOT_FOUND);
    assert_eq!(end(&here, &path).await, StatusCode::NO_CONTENT);
    assert_eq!(end(&there, &path).await, StatusCode::UNAUTHORIZED, "it has ended");

    let again = house.log_in("ada@example.org").await;
    assert_eq!(end(&here, "/v1/sessions").await, StatusCode::NO_CONTENT);
    assert_eq!(end(&again, "/v1/sessions").await, StatusCode::UNAUTHORIZED);
    assert_eq!((listed(&house, &here).await.len(), listed(&house, &bob).await.len()), (1, 1));
}
