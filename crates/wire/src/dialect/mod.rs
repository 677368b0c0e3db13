//! What phones and trackers of others send, turned into fixes.
//!
//! Three clocks are never mixed up: a reading tells when the fix was taken. No dialect here tells when it was sent, so
//! nobody can tell from it how wrong the phone's clock is.

pub mod osmand;
pub mod owntracks;
pub mod traccar;

use doorstep_domain::{Fix, Place};
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use thiserror::Error;

use crate::input::{EPOCH_MS_FROM, INSTANT_MAX, INSTANT_MIN};
use crate::secret::Secret;

/// One fix that a phone sent.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reading {
    /// When it was taken, in the phone's clock.
    pub at: Timestamp,
    /// When it was sent, in the phone's clock, where the dialect tells.
    pub sent_at: Option<Timestamp>,
    /// The fix.
    pub fix: Fix,
}

/// What one request of a phone holds.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Message {
    /// The device's token, where the dialect carries it in the message.
    pub token: Option<Secret>,
    /// Its fixes; none when it tells of something else.
    pub readings: Vec<Reading>,
    /// How many fixes of a list could not be read while others could.
    pub unreadable: usize,
}

/// Why a message cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{detail}")]
pub struct DialectError {
    /// The code that machines read; it never changes.
    pub code: &'static str,
    /// What is wrong, for people; it holds nothing of the message.
    pub detail: String,
}

impl DialectError {
    fn new(code: &'static str, detail: impl Into<String>) -> Self {
        Self { code, detail: detail.into() }
    }
}

/// A place in degrees. The error names the axis and not the number, for it may end in a log.
fn place(lat: f64, lon: f64) -> Result<Place, DialectError> {
    use doorstep_domain::InvalidPlace as E;
    Place::from_degrees(lat, lon).map_err(|error| match error {
        E::Latitude(_) => DialectError::new("bad_latitude", "the latitude is not between -90 and 90 degrees"),
        E::Longitude(_) => {
            DialectError::new("bad_longitude", "the longitude is not between -180 and 180 degrees")
        }
        E::NullIsland => DialectError::new("null_island", error.to_string()),
    })
}

/// The instant that a number means: seconds or milliseconds since 1970, whichever makes sense.
fn instant_of_number(number: f64) -> Result<Timestamp, DialectError> {
    if !number.is_finite() {
        return Err(bad_instant());
    }
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a cast to i64 saturates, and the range is checked below"
    )]
    let millisecond =
        if number < as_f64(EPOCH_MS_FROM) { (number * 1000.0).round() as i64 } else { number as i64 };
    sane(Timestamp::from_millisecond(millisecond).map_err(|_too_far| bad_instant())?)
}

/// The instant that a text means: a number, or an ISO 8601 text that is in UTC where it names no offset.
fn instant_of_text(text: &str) -> Result<Timestamp, DialectError> {
    let text = text.trim();
    if let Ok(number) = text.parse::<f64>() {
        return instant_of_number(number);
    }
    if let Ok(at) = text.parse::<Timestamp>() {
        return sane(at);
    }
    let civil: DateTime = text.parse().map_err(|_not_iso| bad_instant())?;
    sane(TimeZone::UTC.to_timestamp(civil).map_err(|_too_far| bad_instant())?)
}

fn sane(at: Timestamp) -> Result<Timestamp, DialectError> {
    if (INSTANT_MIN + 1..INSTANT_MAX).contains(&at.as_second()) { Ok(at) } else { Err(bad_instant()) }
}

fn bad_instant() -> DialectError {
    DialectError::new("bad_instant", "the timestamp is not an instant between 1970 and 2199")
}

/// A negative accuracy means that the device did not know where it was.
fn known_place(accuracy_m: Option<f64>) -> Result<(), DialectError> {
    if accuracy_m.is_some_and(|metres| metres < 0.0) {
        return Err(DialectError::new(
            "no_position",
            "a negative accuracy means that the device did not know where it was",
        ));
    }
    Ok(())
}

fn not_json() -> DialectError {
    DialectError::new("malformed_json", "the message is not the JSON that this dialect sends")
}

#[expect(clippy::cast_precision_loss, reason = "the number is far below 2^53")]
const fn as_f64(number: i64) -> f64 {
    number as f64
}
