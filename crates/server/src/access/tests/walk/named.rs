//! Ids that stand in a body or a query: what they name is one's own, or as absent as what never was.

use serde_json::{Value, json};

use super::super::*;
use super::bodies::JSON;
use super::world::{Things, Whose, World};
use super::{Ask, Seen, send};
use crate::testing::tour::DAY;

/// A place in a request where an id stands.
struct Place {
    verb: Verb,
    path: &'static str,
    /// What is named there.
    what: &'static str,
    /// The kind of caller who names it.
    kind: Caller,
    /// The request of someone with things of their own, in which these are named.
    ask: fn(own: &Things, named: &Things) -> (String, Value),
}

const fn place(
    verb: Verb,
    path: &'static str,
    what: &'static str,
    kind: Caller,
    ask: fn(&Things, &Things) -> (String, Value),
) -> Place {
    Place { verb, path, what, kind, ask }
}

/// A batch of one event.
fn event(kind: &str, fields: &Value) -> Value {
    let mut event = json!({ "id": "7".repeat(32), "kind": kind, "at": "2026-11-24T08:00:10Z" });
    event.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    json!({ "events": [event] })
}

fn tour(driver: &str, parcel: &Value) -> Value {
    let place = json!({ "lat": 48.1, "lon": 11.5 });
    let stop = json!({ "address": "1 Long Street", "place": place, "parcels": [parcel] });
    json!({ "reference": "new", "day": DAY, "driver": { "id": driver }, "stops": [stop] })
}

fn events_of(own: &Things) -> String {
    format!("/v1/tours/{}/events", own.id("tours"))
}

const PLACES: &[Place] = &[
    place(Verb::Post, "/v1/devices", "driver", C::BothKey, |_, named| {
        ("/v1/devices".to_owned(), json!({ "driver": named.id("drivers"), "label": "phone" }))
    }),
    place(Verb::Post, "/v1/tours", "driver", C::BothKey, |_, named| {
        let parcel = json!({ "tracking_number": "N1", "sender": "Shop" });
        ("/v1/tours".to_owned(), tour(named.id("drivers"), &parcel))
    }),
    place(Verb::Post, "/v1/tours", "parcel", C::BothKey, |own, named| {
        ("/v1/tours".to_owned(), tour(own.id("drivers"), &json!({ "id": named.id("free parcels") })))
    }),
    place(Verb::Patch, "/v1/tours/{id}", "driver", C::BothKey, |own, named| {
        (format!("/v1/tours/{}", own.id("tours")), json!({ "driver": named.id("drivers") }))
    }),
    place(Verb::Post, "/v1/tours/{id}/events", "driver", C::BothKey, |own, named| {
        (events_of(own), event("handed_over", &json!({ "driver": named.id("drivers") })))
    }),
    place(Verb::Post, "/v1/tours/{id}/events", "parcel to add", C::BothKey, |own, named| {
        let fields = json!({ "stop": own.id("stops"), "parcels": [named.id("free parcels")] });
        (events_of(own), event("parcels_added", &fields))
    }),
    place(Verb::Get, "/v1/tours/{id}/explanation", "parcel", C::BothKey, |own, named| {
        let path = format!("/v1/tours/{}/explanation?parcel={}", own.id("tours"), named.id("parcels"));
        (path, Value::Null)
    }),
    place(Verb::Post, "/v1/driver/events", "tour", C::Device, |_, named| {
        let mut body = event("break_begun", &json!({}));
        body["tour"] = json!(named.id("tours"));
        ("/v1/driver/events".to_owned(), body)
    }),
    place(Verb::Post, "/v1/driver/events", "parcel", C::Device, |_, named| {
        ("/v1/driver/events".to_owned(), event("scanned", &json!({ "parcel": named.id("parcels") })))
    }),
    place(Verb::Post, "/v1/driver/events", "stop", C::Device, |_, named| {
        ("/v1/driver/events".to_owned(), event("arrived", &json!({ "stop": named.id("stops") })))
    }),
    place(Verb::Get, "/dispatch/visibility", "parcel", C::Admin, |_, named| {
        (format!("/dispatch/visibility?of=parcel&which={}", named.id("parcels")), Value::Null)
    }),
    place(Verb::Get, "/dispatch/visibility", "region", C::Admin, |_, named| {
        (format!("/dispatch/visibility?of=region&which={}", named.id("regions")), Value::Null)
    }),
];

#[tokio::test]
async fn ids_in_bodies_and_queries_name_what_is_ones_own_or_nothing() {
    let mut requests = 0;
    for place in PLACES {
        let row = super::super::super::table::find(place.verb, place.path).unwrap();
        let mut world = World::new().await;
        for number in 0..world.walkers.len() {
            if world.walkers[number].kind != place.kind {
                continue;
            }
            let own = world.walkers[number].own;
            let absent = name(&world, row, place, number, Whose::Absent).await;
            for whose in [Whose::Eves, Whose::Bobs, Whose::Adas]
                .into_iter()
                .filter(|whose| !own.has(*whose, row.access))
            {
                let seen = name(&world, row, place, number, whose).await;
                let what =
                    format!("{} of {whose:?} in {:?} {} by {own:?}", place.what, place.verb, place.path);
                assert_eq!((seen.status, &seen.headers), (absent.status, &absent.headers), "{what}");
                assert_eq!(seen.body, absent.body, "{what}");
                // Tours under way are in memory, so a driver who names one of another is refused before the database
                // is asked.
                assert!(seen.asked == absent.asked || place.kind == C::Device, "{what}: {:?}", seen.asked);
                requests += 1;
            }
            if own.has(own.someone(), row.access) {
                let seen = name(&world, row, place, number, own.someone()).await;
                assert!(seen.status.is_success() && seen.body != absent.body, "{}: {seen:?}", place.path);
                world = World::new().await;
                requests += 1;
            }
            requests += 1;
        }
    }
    println!("{} places x callers x ids = {requests} requests", PLACES.len());
}

/// Names someone's things, as a caller with things of their own.
async fn name(world: &World, row: &Row, place: &Place, number: usize, whose: Whose) -> Seen {
    let walker = &world.walkers[number];
    let (path, body) = (place.ask)(world.of(walker.own.someone()), world.of(whose));
    let body = if body.is_null() { String::new() } else { body.to_string() };
    send(world, row, walker, Ask { path, kind: JSON, body }).await
}
