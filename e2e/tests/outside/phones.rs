//! Real phones' traffic: the examples of OwnTracks' and Traccar's own documentation, sent with curl.

use std::process::Command;

use anyhow::Result;
use doorstep_e2e::api::Api;
use doorstep_e2e::binary::Server;
use doorstep_e2e::carrier::{Carrier, SOMEBODY, Tour, bring_tour, event, seconds_ago};
use serde_json::{Value, json};

struct Scene {
    _carrier: Carrier,
    server: Server,
    operator: Api,
    tour: Tour,
}

/// A tour that began an hour ago.
async fn scene() -> Result<Scene> {
    let carrier = Carrier::new()?;
    let server = carrier.serve()?;
    let operator = carrier.operator(&server)?;
    let tour = bring_tour(&operator, "T1", &[SOMEBODY; 3]).await?;
    let started = json!({ "events": [event("started", seconds_ago(3_600), &json!({}))] });
    operator.post(&format!("/v1/tours/{}/events", tour.id), &started).await?.expect(200);
    Ok(Scene { _carrier: carrier, server, operator, tour })
}

/// Runs curl; gives the HTTP status and the body.
fn curl(arguments: &[&str]) -> (u16, String) {
    let output = Command::new("curl")
        .args(["--silent", "--show-error", "--write-out", "\n%{http_code}"])
        .args(arguments)
        .output();
    let output = output.expect("curl is installed");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let (body, status) =
        text.rsplit_once('\n').unwrap_or_else(|| panic!("{}", String::from_utf8_lossy(&output.stderr)));
    (status.parse().expect("curl writes the status"), body.to_owned())
}

impl Scene {
    fn url(&self, path: &str) -> String {
        format!("{}{path}", self.server.base())
    }

    /// Where the operator sees the vehicle, as text, and when it was there.
    async fn position(&self) -> Result<(String, Option<jiff::Timestamp>)> {
        let tour = self.operator.get(&format!("/v1/tours/{}", self.tour.id)).await?.expect(200).json;
        let position = &tour["position"];
        let at = position["at"].as_str().and_then(|at| at.parse().ok());
        Ok((format!("{} {}", position["lat"], position["lon"]), at))
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn owntracks_over_http_becomes_a_position() -> Result<()> {
    let scene = scene().await?;
    let at = seconds_ago(20).as_second();
    let location = json!({
        "_type": "location", "BSSID": "b0:f2:8:45:94:33", "SSID": "home", "acc": 5, "alt": 61, "batt": 78, "bs": 1,
        "cog": 12, "conn": "w", "lat": 43.7311, "lon": 7.4123, "m": 1, "t": "u", "tid": "va", "topic": "owntracks/van/phone",
        "tst": at, "vac": 3, "vel": 18, "created_at": at,
    });
    let user = format!("van:{}", scene.tour.device_token);
    let url = scene.url("/ingest/owntracks");
    let send = |body: &Value| {
        let body = body.to_string();
        curl(&[
            "--user",
            &user,
            "-H",
            "Content-Type: application/json",
            "-H",
            "X-Limit-U: van",
            "-H",
            "X-Limit-D: phone",
            "--data",
            &body,
            &url,
        ])
    };
    assert_eq!(send(&location), (200, "[]".to_owned()));
    let (place, seen) = scene.position().await?;
    assert_eq!((place.as_str(), seen.map(jiff::Timestamp::as_second)), ("43.7311 7.4123", Some(at)));
    let transition = json!({
        "_type": "transition", "wtst": at, "lat": 43.74, "lon": 7.42, "tst": at + 1, "acc": 5, "tid": "va",
        "event": "enter", "desc": "depot", "t": "c",
    });
    assert_eq!(send(&transition), (200, "[]".to_owned()));
    assert_eq!(scene.position().await?.0, "43.7311 7.4123", "a transition moves nobody");
    assert_eq!(send(&json!({ "_type": "location", "tid": "va" })).0, 400);
    assert_eq!(curl(&["--user", "van:wrong", "--data", &location.to_string(), &url]).0, 401);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn osmand_queries_and_forms_become_positions() -> Result<()> {
    let scene = scene().await?;
    let (token, url) = (&scene.tour.device_token, scene.url("/ingest/osmand"));
    let at = seconds_ago(60);
    let query = |lat: f64, timestamp: &str| {
        format!(
            "id={token}&lat={lat}&lon=7.4123&timestamp={timestamp}&hdop=1.2&altitude=61&speed=9.7&bearing=12&batt=78"
        )
    };
    let forms = [at.as_second().to_string(), (at.as_millisecond() + 5_000).to_string()];
    assert_eq!(curl(&[&format!("{url}?{}", query(43.7311, &forms[0]))]).0, 200);
    assert_eq!(scene.position().await?.0, "43.7311 7.4123");
    assert_eq!(curl(&["--request", "POST", "--data", &query(43.7312, &forms[1]), &url]).0, 200);
    assert_eq!(scene.position().await?.0, "43.7312 7.4123");
    let iso = (at + jiff::SignedDuration::from_secs(10)).to_string().replace(':', "%3A");
    assert_eq!(curl(&["--request", "POST", &format!("{url}?{}", query(43.7313, &iso))]).0, 200);
    assert_eq!(scene.position().await?.0, "43.7313 7.4123");
    assert_eq!(curl(&[&format!("{url}?id={token}&lat=91&lon=7.4&timestamp={}", forms[0])]).0, 400);
    assert_eq!(curl(&[&format!("{url}?id=wrong&lat=43.7&lon=7.4&timestamp={}", forms[0])]).0, 401);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn traccar_client_json_becomes_a_position() -> Result<()> {
    let scene = scene().await?;
    let body = |lat: f64, ago: i64| {
        json!({
            "location": {
                "timestamp": seconds_ago(ago).to_string(),
                "coords": { "latitude": lat, "longitude": 7.4123, "accuracy": 5, "speed": 4.2, "heading": 12, "altitude": 61 },
                "is_moving": true, "odometer": 1_234, "event": "motionchange",
                "battery": { "level": 0.78, "is_charging": false }, "activity": { "type": "in_vehicle" }, "extras": {},
            },
            "device_id": scene.tour.device_token,
        })
        .to_string()
    };
    for (path, lat, ago) in [("/ingest/traccar", 43.7311, 30), ("/ingest/osmand", 43.7312, 20)] {
        let sent =
            curl(&["-H", "Content-Type: application/json", "--data", &body(lat, ago), &scene.url(path)]);
        assert_eq!(sent.0, 200, "{path}: {}", sent.1);
        assert_eq!(scene.position().await?.0, format!("{lat} 7.4123"), "{path}");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_kept_of_a_driver_outside_a_tour() -> Result<()> {
    let scene = scene().await?;
    let ended = json!({ "events": [event("ended", seconds_ago(60), &json!({}))] });
    scene.operator.post(&format!("/v1/tours/{}/events", scene.tour.id), &ended).await?.expect(200);
    let path = format!(
        "/ingest/osmand?id={}&lat=43.7399&lon=7.4199&timestamp={}",
        scene.tour.device_token,
        seconds_ago(5).as_second()
    );
    assert_eq!(curl(&[&scene.url(&path)]).0, 200, "a phone that is told off would try again for ever");
    let tour = scene.operator.get(&format!("/v1/tours/{}", scene.tour.id)).await?.expect(200);
    assert!(!tour.text.contains("43.7399"), "{}", tour.text);
    Ok(())
}
