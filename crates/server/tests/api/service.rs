//! Health, counts and the description of the interface.

use http::{Method, StatusCode};
use serde_json::json;

use super::house::House;

#[tokio::test]
async fn the_server_says_how_it_is() {
    let house = House::new().await;
    for path in ["/healthz", "/readyz"] {
        let answer = house.call(Method::GET, path).send().await;
        assert_eq!((answer.status, answer.value()), (StatusCode::OK, json!({ "status": "ok" })), "{path}");
    }
}

#[tokio::test]
async fn counts_are_for_this_machine_only() {
    let house = House::new().await;
    let answer = house.call(Method::GET, "/metrics").send().await;
    assert_eq!(answer.refusal(), (404, "not_found".to_owned()), "over no socket it came from nowhere");
    let absent = house.call(Method::GET, "/no-such-path").send().await;
    assert_eq!(absent.body, answer.body);
}

#[tokio::test]
async fn the_interface_describes_itself() {
    let house = House::new().await;
    let answer = house.call(Method::GET, "/v1/openapi.json").send().await;
    let document = answer.value();
    assert_eq!((answer.status, &document["openapi"]), (StatusCode::OK, &json!("3.1.0")));
    assert_eq!(document["info"]["title"], "Doorstep");
    for name in ["TourJson", "TrackingJson", "BatchRequest", "Problem"] {
        assert!(document["components"]["schemas"].get(name).is_some(), "{name}");
    }
}

#[tokio::test]
async fn a_known_path_with_an_unknown_method_says_which_it_has() {
    let house = House::new().await;
    let answer = house.call(Method::PUT, "/v1/tours").key(&house.key).send().await;
    assert_eq!(answer.refusal(), (405, "method_not_allowed".to_owned()));
    assert!(answer.header("allow").is_some_and(|allow| allow.contains("POST")));
}
