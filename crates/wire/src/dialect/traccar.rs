//! The JSON of Traccar Client from version 9 on: <https://www.traccar.org/osmand/>.

use jiff::Timestamp;
use serde::Deserialize;
use serde_json::Value;

use super::{
    DialectError, Message, Reading, instant_of_number, instant_of_text, known_place, not_json, place,
};
use crate::event::fix_of;
use crate::secret::Secret;

/// So many locations may stand in one message.
pub const LOCATIONS_MAX: usize = 10_000;

/// Reads a body: one message, or a list of them, which may hold one location or a list of them. One without a timestamp
/// was taken when it was received.
///
/// # Errors
/// When nothing of it can be read, or it names several devices.
pub fn read(bytes: &[u8], received_at: Timestamp) -> Result<Message, DialectError> {
    let messages: OneOrMany<Envelope> = serde_json::from_slice(bytes).map_err(|_error| not_json())?;
    let mut token: Option<String> = None;
    let mut locations: Vec<Value> = Vec::new();
    for message in messages.into_vec() {
        match (&token, message.device_id) {
            (Some(known), Some(other)) if *known != other => {
                return Err(DialectError::new("several_devices", "a message may come from one device only"));
            }
            (None, Some(first)) => token = Some(first),
            _ => {}
        }
        locations.extend(message.location.into_vec());
    }
    if locations.len() > LOCATIONS_MAX {
        return Err(DialectError::new("too_many", format!("a message may hold {LOCATIONS_MAX} locations")));
    }
    let (readings, unreadable) = readings(locations, received_at)?;
    Ok(Message { token: token.map(Secret::new), readings, unreadable })
}

/// The readings of those locations that are some, and how many are none. An error when all of them are none.
fn readings(locations: Vec<Value>, received_at: Timestamp) -> Result<(Vec<Reading>, usize), DialectError> {
    let mut readings = Vec::with_capacity(locations.len());
    let mut first_error = None;
    let mut unreadable = 0;
    for location in locations {
        match reading(location, received_at) {
            Ok(reading) => readings.push(reading),
            Err(error) => {
                unreadable += 1;
                first_error.get_or_insert(error);
            }
        }
    }
    match first_error {
        Some(error) if readings.is_empty() => Err(error),
        _ => Ok((readings, unreadable)),
    }
}

fn reading(location: Value, received_at: Timestamp) -> Result<Reading, DialectError> {
    let Location { timestamp, coords } = serde_json::from_value(location).map_err(|_error| {
        DialectError::new("bad_location", "a location needs coords with the numbers latitude and longitude")
    })?;
    known_place(coords.accuracy)?;
    let at = match timestamp {
        None => received_at,
        Some(Instant::Number(number)) => instant_of_number(number)?,
        Some(Instant::Text(text)) => instant_of_text(&text)?,
    };
    let place = place(coords.latitude, coords.longitude)?;
    Ok(Reading { at, sent_at: None, fix: fix_of(place, coords.accuracy, coords.speed, coords.heading) })
}

#[derive(Deserialize)]
#[serde(untagged)]
enum OneOrMany<T> {
    Many(Vec<T>),
    One(T),
}

impl<T> OneOrMany<T> {
    fn into_vec(self) -> Vec<T> {
        match self {
            Self::Many(many) => many,
            Self::One(one) => vec![one],
        }
    }
}

#[derive(Deserialize)]
struct Envelope {
    device_id: Option<String>,
    location: OneOrMany<Value>,
}

#[derive(Deserialize)]
struct Location {
    timestamp: Option<Instant>,
    coords: Coords,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Instant {
    Number(f64),
    Text(String),
}

/// Metres, metres per second and degrees; -1 where the device does not know.
#[derive(Deserialize)]
struct Coords {
    latitude: f64,
    longitude: f64,
    accuracy: Option<f64>,
    speed: Option<f64>,
    heading: Option<f64>,
}
