//! What a server needs before a tour can begin: an operator with its key, recipients, and the plan.

use anyhow::{Context as _, Result};
use doorstep_domain::streets::Streets;
use doorstep_domain::{OperatorId, Personal, Place, RecipientId};
use doorstep_server::secret::{fresh_id, fresh_token, token_hash};
use doorstep_store::{Account, ApiKey, Operator, Role, Scope, Session, Store};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use super::scenario::Tour;

/// Typical time at a door.
const SERVICE_S: i64 = 82;

/// An operator and its key.
pub(super) async fn operator(store: &dyn Store) -> Result<(String, OperatorId)> {
    let operator = OperatorId::from_u128(fresh_id());
    let record = Operator {
        id: operator,
        name: "Bench".to_owned(),
        time_zone: "UTC".to_owned(),
        language: "en".to_owned(),
    };
    store.put_operator(record).await?;
    let key = fresh_token();
    let scopes = vec![Scope::OperatorRead, Scope::OperatorWrite];
    store
        .insert_key(ApiKey {
            token: token_hash(&key),
            operator,
            label: "bench".to_owned(),
            scopes,
            sender: None,
            revoked_at: None,
        })
        .await?;
    Ok((key, operator))
}

/// The account of the recipient at a stop, already logged in.
pub(super) async fn recipient(
    store: &dyn Store,
    operator: OperatorId,
    number: usize,
    now: Timestamp,
) -> Result<String> {
    let id = RecipientId::from_u128(fresh_id());
    store.insert_account(account(id, operator, number)).await?;
    let token = fresh_token();
    let lasting = SignedDuration::from_hours(24);
    store.insert_session(Session::begun(token_hash(&token), id, now, lasting)).await?;
    Ok(token)
}

fn account(id: RecipientId, operator: OperatorId, number: usize) -> Account {
    Account {
        id,
        operator,
        role: Role::Recipient,
        email: Personal::new(email(number)),
        name: Personal::new("Recipient".to_owned()),
        password_hash: "none: this account only has a session".to_owned(),
        language: None,
        time_zone: None,
    }
}

fn email(number: usize) -> String {
    format!("recipient{number}@example.org")
}

/// The plan: order and places of the stops, and when they are reached by the roads; never the true times.
pub(super) fn plan(streets: &Streets, tour: &Tour, driver: &str) -> Value {
    let places: Vec<Place> = tour.stops.iter().map(|stop| stop.place).collect();
    let travel = streets.travel_s(&places);
    // Row and column 0 are the start, of which nothing is known.
    let none = || std::iter::once(None);
    let rows: Vec<Vec<Option<u32>>> = std::iter::once(vec![None; places.len() + 1])
        .chain(travel.iter().map(|row| none().chain(row.iter().copied()).collect()))
        .collect();
    let mut arrival = tour.begins;
    let mut stops = Vec::new();
    for (number, place) in places.iter().enumerate() {
        let before =
            number.checked_sub(1).and_then(|before| travel.get(before)?.get(number).copied().flatten());
        arrival += SignedDuration::from_secs(before.map_or(0, i64::from));
        stops.push(json!({
            "address": format!("Stop {number}"),
            "place": { "lat": place.lat(), "lon": place.lon() },
            "service_s": SERVICE_S,
            "planned_arrival": arrival,
            "parcels": [{ "tracking_number": format!("{}-{number}", tour.name), "sender": "Shop", "recipient_email": email(number) }],
        }));
        arrival += SignedDuration::from_secs(SERVICE_S);
    }
    let day = tour.begins.to_zoned(TimeZone::UTC).date();
    json!({ "reference": tour.name, "day": day, "driver": { "id": driver }, "stops": stops, "travel_s": rows })
}

pub(super) fn text(value: &Value, pointer: &str) -> Result<String> {
    let text = value.pointer(pointer).and_then(Value::as_str);
    Ok(text.with_context(|| format!("{pointer} is missing in {value}"))?.to_owned())
}
