//! Phones that speak dialects of their own: the examples of their documentation, sent as they send them.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http::{Method, StatusCode};
use jiff::Timestamp;
use serde_json::{Value, json};

use super::house::Answer;
use super::town::{Scene, before};

impl Scene {
    /// Moves on by a minute and tells where the van is then.
    fn moves_on(&self, number: u32) -> (Timestamp, f64, f64) {
        self.house.clock.advance_s(60);
        let at = self.house.now().parse().expect("an instant");
        let place = before(number);
        (at, place["lat"].as_f64().expect("a latitude"), place["lon"].as_f64().expect("a longitude"))
    }

    /// The van is where the phone said, as of then.
    async fn is_at(&self, (at, lat, lon): (Timestamp, f64, f64)) {
        let position = &self.whole().await["position"];
        assert_eq!(position["at"], at.to_string(), "{position}");
        assert!((position["lat"].as_f64().expect("a latitude") - lat).abs() < 1e-9, "{position}");
        assert!((position["lon"].as_f64().expect("a longitude") - lon).abs() < 1e-9, "{position}");
    }

    async fn owntracks(&self, password: &str, body: &Value) -> Answer {
        let pair = STANDARD.encode(format!("dora:{password}"));
        let call = self.house.call(Method::POST, "/ingest/owntracks");
        call.header("authorization", &format!("Basic {pair}")).header("x-limit-u", "dora").json(body).await
    }
}

#[tokio::test]
async fn owntracks_sends_locations_with_the_token_as_password() {
    let scene = Scene::new().await;
    let here = scene.moves_on(1);
    let location = json!({
        "_type": "location", "acc": 13, "alt": 15, "batt": 42, "bs": 1, "BSSID": "0:11:22:33:44:55",
        "SSID": "van", "conn": "w", "created_at": here.0.as_second(), "lat": here.1, "lon": here.2, "m": 1, "p": 100.2,
        "t": "u", "tid": "dr", "tst": here.0.as_second(), "vac": 3, "vel": 25, "cog": 12,
        "topic": "owntracks/dora/phone",
    });
    let answer = scene.owntracks(&scene.token, &location).await;
    assert_eq!((answer.status, answer.text().as_str()), (StatusCode::OK, "[]"));
    scene.is_at(here).await;

    let transition = json!({
        "_type": "transition", "wtst": 1, "lat": 43.0, "lon": 7.0, "tst": here.0.as_second(), "acc": 5,
        "tid": "dr", "event": "enter", "desc": "depot", "t": "c",
    });
    for body in [transition, json!({ "_type": "status" }), json!({ "_type": "lwt", "tst": 1 })] {
        let answer = scene.owntracks(&scene.token, &body).await;
        assert_eq!((answer.status, answer.text().as_str()), (StatusCode::OK, "[]"), "{body}");
    }
    scene.is_at(here).await;
    let bad =
        scene.owntracks(&scene.token, &json!({ "_type": "location", "lat": 91, "lon": 7, "tst": 1 })).await;
    assert_eq!(bad.refusal().0, 400);
    assert_eq!(scene.owntracks("no token", &location).await.refusal(), (401, "unauthenticated".to_owned()));
}

#[tokio::test]
async fn osmand_sends_a_query_or_a_form_with_seconds_milliseconds_or_iso() {
    let scene = Scene::new().await;
    let instants: [fn(Timestamp) -> String; 3] =
        [|at| at.as_second().to_string(), |at| at.as_millisecond().to_string(), |at| at.to_string()];
    for (number, write) in (1..).zip(instants) {
        let here = scene.moves_on(number);
        let (at, lat, lon) = (write(here.0), here.1, here.2);
        let form = format!(
            "id={}&lat={lat}&lon={lon}&timestamp={at}&hdop=3.5&altitude=12.1&speed=14.6&bearing=12&accuracy=6&batt=81",
            scene.token
        );
        let answer = match number {
            1 => scene.house.call(Method::GET, &format!("/ingest/osmand?{form}")).send().await,
            2 => {
                let call = scene.house.call(Method::POST, "/ingest/osmand");
                call.header("content-type", "application/x-www-form-urlencoded").bytes(form).await
            }
            _ => scene.house.call(Method::POST, &format!("/ingest/osmand?{form}")).send().await,
        };
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
        scene.is_at(here).await;
    }
    let foreign = scene.house.call(Method::GET, "/ingest/osmand?id=123456&lat=43.7&lon=7.4").send().await;
    assert_eq!(foreign.refusal(), (401, "unauthenticated".to_owned()));
    let nan = format!("/ingest/osmand?id={}&lat=NaN&lon=7.4", scene.token);
    assert_eq!(scene.house.call(Method::GET, &nan).send().await.refusal(), (400, "bad_number".to_owned()));
}

/// The JSON of Traccar Client from version 9 on, as its documentation shows it.
fn traccar(token: &str, (at, lat, lon): (Timestamp, f64, f64)) -> Value {
    json!({
        "location": {
            "timestamp": at,
            "coords": {
                "latitude": lat, "longitude": lon, "accuracy": 15, "speed": 7.2, "heading": -1, "altitude": 46.8,
            },
            "is_moving": false, "odometer": 0, "event": "motionchange",
            "battery": { "level": 0.83, "is_charging": true },
            "activity": { "type": "still" },
            "extras": {},
        },
        "device_id": token,
    })
}

#[tokio::test]
async fn traccar_sends_one_location_or_many_to_either_address() {
    let scene = Scene::new().await;
    for (number, path) in (1..).zip(["/ingest/traccar", "/ingest/osmand"]) {
        let here = scene.moves_on(number);
        let answer = scene.house.call(Method::POST, path).json(&traccar(&scene.token, here)).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
        scene.is_at(here).await;
    }
    let here = scene.moves_on(3);
    let mut by_header = traccar("a name of its own", here);
    let bad = json!({ "coords": { "latitude": 91, "longitude": 7 } });
    by_header["location"] = json!([bad, by_header["location"]]);
    let call = scene.house.call(Method::POST, "/ingest/traccar").key(&scene.token);
    assert_eq!(call.json(&json!([by_header])).await.status, StatusCode::OK);
    scene.is_at(here).await;
    let unknown = traccar("a name of its own", here);
    let answer = scene.house.call(Method::POST, "/ingest/traccar").json(&unknown).await;
    assert_eq!(answer.refusal(), (401, "unauthenticated".to_owned()));
}

#[tokio::test]
async fn a_phone_whose_fix_is_refused_is_not_made_to_send_it_for_ever() {
    let scene = Scene::new().await;
    let here = scene.moves_on(1);
    scene.house.happens(&scene.token, "break_begun", json!({})).await;
    let resting = scene.moves_on(2);
    for reading in [resting, (here.0 - jiff::SignedDuration::from_hours(1), here.1, here.2)] {
        let answer =
            scene.house.call(Method::POST, "/ingest/traccar").json(&traccar(&scene.token, reading)).await;
        assert_eq!(answer.status, StatusCode::OK);
    }
    assert!(
        scene.whole().await.get("position").is_none(),
        "nothing is kept of a break, or of before the start"
    );
    let (_, idle) = scene.house.driver("without a tour").await;
    let answer = scene.house.call(Method::POST, "/ingest/traccar").json(&traccar(&idle, resting)).await;
    assert_eq!(answer.status, StatusCode::OK);
}
