//! OwnTracks over HTTP: <https://owntracks.org/booklet/tech/json/>.

use doorstep_domain::MetresPerSecond;
use serde::Deserialize;

use super::{DialectError, Message, Reading, instant_of_number, known_place, not_json, place};
use crate::event::fix_of;

/// Reads a body. Types other than `location` hold no fix and are no error, nor is an empty body, which the app sends
/// when a friend is deleted.
///
/// `created_at` is not when the message was sent: a phone that was offline sends it hours later.
///
/// # Errors
/// When it is not JSON of OwnTracks, or its location is none.
pub fn read(bytes: &[u8]) -> Result<Message, DialectError> {
    if bytes.trim_ascii().is_empty() {
        return Ok(Message::default());
    }
    let Typed { kind } = serde_json::from_slice(bytes).map_err(|_error| not_json())?;
    match kind.as_str() {
        "location" => {}
        "encrypted" => {
            let detail = "the message is encrypted by the app; turn that off there, and use HTTPS";
            return Err(DialectError::new("encrypted", detail));
        }
        _ => return Ok(Message::default()),
    }
    let location: Location = serde_json::from_slice(bytes).map_err(|_error| {
        DialectError::new("bad_location", "a location needs the numbers lat, lon and tst")
    })?;
    Ok(Message { token: None, readings: vec![location.reading()?], unreadable: 0 })
}

#[derive(Deserialize)]
struct Typed {
    #[serde(rename = "_type")]
    kind: String,
}

/// The elements of a location that say something about it.
#[derive(Deserialize)]
struct Location {
    lat: f64,
    lon: f64,
    /// Seconds since 1970.
    tst: f64,
    /// Metres.
    acc: Option<f64>,
    /// Kilometres an hour.
    vel: Option<f64>,
    /// Degrees.
    cog: Option<f64>,
}

impl Location {
    fn reading(&self) -> Result<Reading, DialectError> {
        known_place(self.acc)?;
        let speed = self.vel.map(|kmh| MetresPerSecond::from_kmh(kmh).0);
        let fix = fix_of(place(self.lat, self.lon)?, self.acc, speed, self.cog);
        Ok(Reading { at: instant_of_number(self.tst)?, sent_at: None, fix })
    }
}
