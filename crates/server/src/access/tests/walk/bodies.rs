//! For each route a path and a body that are right, so that what is let in succeeds.

use serde_json::{Value, json};

use super::super::*;
use super::passkeys;
use super::world::{HERE, NTFY, PHOTO, Things, Walker, Whose, World};
use crate::clock::Clock as _;
use crate::testing::tour::DAY;

pub(super) const JSON: &str = "application/json";
pub(super) const FORM: &str = "application/x-www-form-urlencoded";

/// A path and a body.
#[derive(Debug, Clone)]
pub(super) struct Ask {
    pub(super) path: String,
    pub(super) kind: &'static str,
    pub(super) body: String,
}

/// Ids that stand in a path, in their order.
pub(super) fn nouns(path: &str) -> Vec<&str> {
    let parts: Vec<&str> = path.split('/').collect();
    let pairs = parts.windows(2).filter(|pair| matches!(pair[1], "{id}" | "{share}" | "{sender}"));
    pairs.map(|pair| pair[0]).collect()
}

/// A row, asked by someone for the things of these, one for each id in its path.
pub(super) async fn ask(world: &World, row: &Row, walker: &Walker, whose: &[Whose]) -> Ask {
    let mut owners = whose.iter();
    let mut before = "";
    let mut parts = Vec::new();
    for part in row.path.split('/') {
        parts.push(match part {
            "{id}" | "{share}" | "{sender}" => world.of(*owners.next().unwrap()).id(before),
            "{token}" => match &walker.credentials {
                Credentials::Path(token) => token,
                _ => "x",
            },
            "{file}" => "x",
            "{z}" | "{x}" | "{y}" => "0",
            fixed => fixed,
        });
        before = part;
    }
    let path = match (row.path, parts.join("/")) {
        ("/v1/driver/parcels/{id}/photo", path) => format!("{path}?photo={PHOTO}"),
        (_, path) => path,
    };
    let own = world.of(walker.own.someone());
    match row.access {
        Access::Phone => phone(row, path, &walker.credentials),
        _ if row.verb == Verb::Get => Ask { path, kind: JSON, body: String::new() },
        _ if row.face == Face::Page => Ask { path, kind: FORM, body: form(row, own) },
        _ => {
            let body = match row.path {
                "/v1/passkeys" => passkeys::new(world, walker).await,
                "/v1/session/passkey" => passkeys::login(world, own).await,
                _ => json(world, row, own).await,
            };
            let body = if body.is_null() { String::new() } else { body.to_string() };
            Ask { path, kind: JSON, body }
        }
    }
}

/// A message of a tracker, with the token where its dialect puts it.
fn phone(row: &Row, path: String, credentials: &Credentials) -> Ask {
    let token = match credentials {
        Credentials::Bearer(token) | Credentials::Path(token) => token,
        Credentials::None | Credentials::Peer(_) | Credentials::Cookie(_) => "",
    };
    let (lat, lon, at) = (48.1, 11.5, "2026-11-24T08:00:05Z");
    let form = format!("id={token}&lat={lat}&lon={lon}&timestamp={at}");
    match (row.path, row.verb) {
        ("/ingest/osmand", Verb::Get) => {
            Ask { path: format!("{path}?{form}"), kind: FORM, body: String::new() }
        }
        ("/ingest/osmand", _) => Ask { path, kind: FORM, body: form },
        ("/ingest/traccar", _) => {
            let coords = json!({ "latitude": lat, "longitude": lon });
            let location = json!({ "timestamp": at, "coords": coords });
            let body = json!({ "device_id": token, "location": location });
            Ask { path, kind: JSON, body: body.to_string() }
        }
        _ => {
            let body = json!({ "_type": "location", "lat": lat, "lon": lon, "tst": 1_795_507_205 });
            Ask { path, kind: JSON, body: body.to_string() }
        }
    }
}

fn form(row: &Row, own: &Things) -> String {
    match row.path {
        "/login" => format!("email={}&password=password", own.email),
        "/login/link" => format!("email={}", own.email),
        "/parcels/{id}/instruction" => "safe_place=garage".to_owned(),
        "/parcels/{id}/report" => "kind=not_received".to_owned(),
        "/dispatch/parcels/{id}/report" => "answer=It+is+found".to_owned(),
        "/parcels/{id}/rating" => "score=4".to_owned(),
        "/parcels/{id}/shares" => "permission=window".to_owned(),
        "/dispatch/visibility" => "of=operator&version=1&choice=coarse".to_owned(),
        "/dispatch/visibility/preview" => format!("of=operator&choice=coarse&parcel={}", own.number),
        "/sessions/passkeys" | "/notifications/browsers" => "remove=x".to_owned(),
        "/notifications/ntfy" => format!("server={NTFY}"),
        "/language" => "language=de&back=%2F".to_owned(),
        "/notifications" => "email=failed&back=%2Forders".to_owned(),
        _ => String::new(),
    }
}

async fn json(world: &World, row: &Row, own: &Things) -> Value {
    let tail = row.path.rsplit('/').next().unwrap();
    match (row.verb, row.path, tail) {
        (Verb::Delete, ..)
        | (_, _, "codes" | "photo" | "place-photo")
        | (_, "/v1/calendar" | "/v1/passkey-ceremonies/login" | "/v1/passkey-ceremonies/new", _) => {
            Value::Null
        }
        (_, "/v1/embed-tokens", _) => {
            json!({ "tracking_number": own.number, "origin": "https://shop.example.org" })
        }
        (_, "/v1/drivers", _) => json!({ "name": "Mika" }),
        (_, "/v1/devices", _) => json!({ "driver": own.id("drivers"), "label": "phone" }),
        (_, "/v1/recipients", _) => {
            json!({ "email": "new@example.org", "name": "Ada", "password": "correct horse battery" })
        }
        (_, _, "phone") => json!({ "phone": "+4930123456" }),
        (_, "/v1/parcels", _) => json!({ "parcels": [{ "tracking_number": "N1", "sender": "Shop" }] }),
        (Verb::Patch, "/v1/parcels/{id}", _) => json!({ "kind": "gift" }),
        (_, "/v1/regions", _) => {
            let ring = [[11, 48], [12, 48], [12, 49], [11, 48]];
            let area = json!({ "type": "Polygon", "coordinates": [ring] });
            json!({ "name": "new", "live_from": DAY, "area": area })
        }
        (Verb::Put, "/v1/visibility", _) => json!("coarse"),
        (Verb::Put, _, "visibility" | "{sender}") => json!({}),
        (_, _, "preview") => json!({ "of": "operator", "rules": {} }),
        (_, "/v1/tours", _) => tour(own),
        (Verb::Patch, "/v1/tours/{id}", _) => json!({ "driver": own.id("drivers") }),
        (_, _, "carrier-events") => json!({ "events": [carrier_event(world)] }),
        (_, _, "events") => json!({ "events": [event(world)] }),
        (_, "/v1/driver/session", _) => json!({ "code": code(world).await }),
        (_, "/v1/session", _) => json!({ "email": own.email, "password": "password" }),
        (_, _, "instruction") => json!({ "safe_place": "garage" }),
        (Verb::Put, _, "report") => json!({ "answer": "It is found." }),
        (_, _, "report") => json!({ "kind": "not_received" }),
        (_, _, "rating") => json!({ "score": 4 }),
        (_, _, "later") => json!({ "wish": "home_soon" }),
        (_, _, "day") => json!({ "day": DAY.tomorrow().unwrap() }),
        (_, _, "pickup-point") => json!({ "pickup_point": own.id("pickup-points") }),
        (_, "/v1/pickup-points" | "/v1/pickup-points/{id}", _) => {
            let place = json!({ "lat": 48.1, "lon": 11.5 });
            json!({ "name": "Corner shop", "address": "1 Long Street", "place": place })
        }
        (_, _, "mark") => json!({}),
        (_, _, "access") => json!({ "floor": "2nd" }),
        (_, _, "shares") => json!({ "permission": "window" }),
        (_, "/v1/notifications", _) => json!({ "email": ["failed"] }),
        (_, "/v1/push-subscriptions", _) => crate::testing::push_body("https://push.example.org/new"),
        _ => panic!("no body is known for {:?} {}", row.verb, row.path),
    }
}

fn tour(own: &Things) -> Value {
    let place = json!({ "lat": 48.1, "lon": 11.5 });
    let parcel = json!({ "tracking_number": "N1", "sender": "Shop" });
    let stop = json!({ "address": "1 Long Street", "place": place, "service_s": 60, "parcels": [parcel] });
    json!({ "reference": "new", "day": DAY, "driver": { "id": own.id("drivers") }, "stops": [stop] })
}

fn carrier_event(world: &World) -> Value {
    let at = world.house.clock.now().to_string();
    json!({ "id": "0".repeat(32), "status": "in_transit", "at": at })
}

fn event(world: &World) -> Value {
    let at = world.house.clock.now().to_string();
    json!({ "id": "0".repeat(32), "kind": "break_begun", "at": at })
}

/// A code that a driver's phone logs in with, once.
async fn code(world: &World) -> String {
    let key = world.walkers.iter().find(|walker| walker.kind == C::BothKey && walker.name == HERE).unwrap();
    let path = format!("/v1/drivers/{}/codes", world.newcomer);
    let request =
        key.credentials.on(Request::builder().method("POST").uri(path)).body(Body::empty()).unwrap();
    let answer: Value =
        serde_json::from_str(&text(world.router.clone().oneshot(request).await.unwrap()).await).unwrap();
    answer["code"].as_str().unwrap().to_owned()
}
