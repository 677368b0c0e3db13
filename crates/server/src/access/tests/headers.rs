//! What every answer carries, whoever asks for whatever.

use http::Method;

use super::*;

/// What the value of a header must be.
type Rule = fn(&str) -> bool;

/// The whole set, and what each header must be.
const SET: [(&str, Rule); 7] = [
    ("content-security-policy", is_strict_policy),
    ("x-content-type-options", |value| value == "nosniff"),
    ("referrer-policy", |value| matches!(value, "same-origin" | "no-referrer")),
    ("permissions-policy", |value| value.contains("geolocation=(self)") && value.contains("camera=()")),
    ("cross-origin-opener-policy", |value| value == "same-origin"),
    ("strict-transport-security", |value| value == "max-age=31536000; includeSubDomains"),
    ("x-request-id", |value| value.len() == 16),
];

/// What a cache may keep: the same for everyone, and nobody's.
const PUBLIC: [&str; 8] = [
    "/assets/{file}",
    "/brand/{file}",
    "/embed/tracker.js",
    "/map/tiles/{z}/{x}/{y}",
    "/driver/sw.js",
    "/driver/manifest.webmanifest",
    "/push/sw.js",
    "/manifest.webmanifest",
];

/// What pages of shops load and may read: nothing that a cookie opens.
fn is_for_other_sites(row: &Row) -> bool {
    row.access == Access::Embedded || row.path == "/embed/tracker.js"
}

fn is_strict_policy(policy: &str) -> bool {
    let directives: Vec<&str> = policy.split("; ").collect();
    [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    ]
    .iter()
    .chain(&["require-trusted-types-for 'script'", "trusted-types doorstep default"])
    .all(|directive| directives.contains(directive))
        && !policy.contains("unsafe")
        && !policy.contains("//")
        && !policy.contains('*')
}

/// A mail that is shown to staff looks as it likes, in a frame of our own, and does nothing.
fn is_policy_of_mail(policy: &str) -> bool {
    policy == "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox"
}

fn check(response: &Response<Body>, what: &str, may_be_kept: bool, is_for_others: bool) {
    let read_by = &response.headers()["cross-origin-resource-policy"];
    assert_eq!(read_by, if is_for_others { "cross-origin" } else { "same-origin" }, "{what}");
    assert_eq!(response.headers().contains_key("access-control-allow-origin"), is_for_others, "{what}");
    for (name, is_right) in SET {
        let values: Vec<_> = response.headers().get_all(name).iter().collect();
        assert_eq!(values.len(), 1, "{name} of {what}");
        let value = values[0].to_str().unwrap();
        let is_mail = what.contains("/dispatch/messages/mail") && response.status().is_success();
        let is_right =
            if is_mail && name == "content-security-policy" { is_policy_of_mail } else { is_right };
        assert!(is_right(value), "{name}: {value} of {what}");
    }
    let kept = response.headers()["cache-control"].to_str().unwrap();
    assert!(may_be_kept || kept == "no-store", "{kept}: {what}");
    assert!(!response.headers().contains_key("server") && !response.headers().contains_key("x-powered-by"));
}

#[tokio::test]
async fn every_answer_of_every_route_carries_the_whole_set() {
    let mut street = Street::new().await;
    // The cookies of this street are those of plain http; who is not let in is answered as well.
    street.house = House::with(|parts| {
        parts.store = street.house.shared.store.clone();
        parts.settings.public_url = "https://track.example.org".parse().ok();
        parts.settings.hsts = crate::accept::Hsts::Subdomains;
    })
    .await;
    for (_, credentials) in &mut street.letters {
        if let Credentials::Cookie(cookie) = credentials {
            *cookie = format!("__Host-{cookie}");
        }
    }
    let router = app::router(&street.house.shared).unwrap();
    for row in TABLE {
        for caller in [C::Nobody, C::Recipient, C::Admin, C::BothKey, C::DeviceByCookie, C::Share] {
            street.house.clock.advance(SignedDuration::from_mins(1));
            let response = router.clone().oneshot(street.request(row, caller)).await.unwrap();
            let what = format!("{:?} {} as {caller:?}: {}", row.verb, row.path, response.status());
            check(&response, &what, PUBLIC.contains(&row.path), is_for_other_sites(row));
        }
    }
}

#[tokio::test]
async fn what_is_not_there_carries_it_too_and_its_page_is_kept_by_no_cache() {
    let house = House::with(|parts| {
        parts.settings.public_url = "https://track.example.org".parse().ok();
        parts.settings.hsts = crate::accept::Hsts::Subdomains;
    })
    .await;
    let ada = house.account("ada@example.org", Role::Recipient).await;
    let session = house.session(&ada, SignedDuration::from_hours(1)).await;
    for (method, path) in [
        (Method::GET, "/nothing"),
        (Method::POST, "/nothing"),
        (Method::DELETE, "/orders"),
        (Method::TRACE, "/orders"),
        (Method::OPTIONS, "/v1/orders"),
        (Method::HEAD, "/orders"),
    ] {
        let request = Request::builder()
            .method(&method)
            .uri(path)
            .header(COOKIE, format!("__Host-doorstep_session={session}"))
            .header("accept", "text/html")
            .body(Body::empty());
        let response = house.send(request.unwrap()).await;
        check(&response, &format!("{method} {path}: {}", response.status()), false, false);
    }
}

#[tokio::test]
async fn browsers_are_held_to_https_as_far_as_is_set_and_never_over_plain_http() {
    use crate::accept::Hsts;
    for (url, hsts, expected) in [
        ("https://track.example.org", Hsts::Off, None),
        ("https://track.example.org", Hsts::Host, Some("max-age=31536000")),
        ("https://track.example.org", Hsts::Subdomains, Some("max-age=31536000; includeSubDomains")),
        ("http://127.0.0.1:8080", Hsts::Subdomains, None),
    ] {
        let house = House::with(|parts| {
            parts.settings.public_url = url.parse().ok();
            parts.settings.hsts = hsts;
        })
        .await;
        let response = house.send(Request::get("/healthz").body(Body::empty()).unwrap()).await;
        let told = response.headers().get("strict-transport-security").map(|value| value.to_str().unwrap());
        assert_eq!(told, expected, "{url} {hsts:?}");
    }
}

#[tokio::test]
async fn streams_are_refused_to_pages_of_other_sites() {
    let street = Street::new().await;
    let router = probes(&street.house);
    let streams: Vec<&Row> =
        TABLE.iter().filter(|row| row.is_stream() && row.access == Access::Recipient).collect();
    assert_eq!(streams.len(), 2);
    for row in streams {
        for (name, value, expected) in [
            ("sec-fetch-site", "same-origin", StatusCode::OK),
            ("sec-fetch-site", "none", StatusCode::OK),
            ("sec-fetch-site", "same-site", StatusCode::FORBIDDEN),
            ("sec-fetch-site", "cross-site", StatusCode::FORBIDDEN),
            ("origin", "https://evil.example", StatusCode::FORBIDDEN),
            ("x-nothing", "", StatusCode::OK),
        ] {
            let mut request = street.request(row, C::Recipient);
            request.headers_mut().insert(name, value.parse().unwrap());
            let response = router.clone().oneshot(request).await.unwrap();
            assert_eq!(response.status(), expected, "{} {name}: {value}", row.path);
            let told = text(response).await;
            assert!(expected == StatusCode::OK || told.contains("\"foreign_origin\""), "{told}");
        }
    }
}
