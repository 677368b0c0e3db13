//! The query or form of OsmAnd and of Traccar Client before version 9: <https://www.traccar.org/osmand/>.

use doorstep_domain::MetresPerSecond;
use jiff::Timestamp;
use url::form_urlencoded;

use super::{DialectError, Message, Reading, instant_of_text, known_place, place};
use crate::event::fix_of;
use crate::secret::Secret;

/// So many parameters are looked at.
const PARAMETERS_MAX: usize = 100;

/// Reads the query of a GET, or the form of a POST. A message that says `valid=false` or tells no place, such as one of
/// cell towers alone, holds no fix. One without a timestamp was taken when it was received.
///
/// # Errors
/// When a number is none, or the place or instant makes no sense.
pub fn read(query: &[u8], received_at: Timestamp) -> Result<Message, DialectError> {
    let mut told = Told::default();
    for (name, value) in form_urlencoded::parse(query).take(PARAMETERS_MAX) {
        told.take(&name, &value)?;
    }
    let token = told.id.take().map(Secret::new);
    let readings = told.reading(received_at)?.into_iter().collect();
    Ok(Message { token, readings, unreadable: 0 })
}

#[derive(Default)]
struct Told {
    id: Option<String>,
    invalid: bool,
    at: Option<Timestamp>,
    lat: Option<f64>,
    lon: Option<f64>,
    knots: Option<f64>,
    course: Option<f64>,
    accuracy_m: Option<f64>,
}

impl Told {
    fn take(&mut self, name: &str, value: &str) -> Result<(), DialectError> {
        match name {
            "id" | "deviceid" => self.id = Some(value.to_owned()),
            "valid" => self.invalid = matches!(value, "false" | "0"),
            "timestamp" => self.at = Some(instant_of_text(value)?),
            "lat" => self.lat = Some(number(name, value)?),
            "lon" => self.lon = Some(number(name, value)?),
            "location" => {
                let (lat, lon) = value.split_once(',').ok_or_else(|| bad_number(name))?;
                (self.lat, self.lon) = (Some(number(name, lat)?), Some(number(name, lon)?));
            }
            "speed" => self.knots = Some(number(name, value)?),
            "bearing" | "heading" => self.course = Some(number(name, value)?),
            "accuracy" => self.accuracy_m = Some(number(name, value)?),
            _ => {}
        }
        Ok(())
    }

    fn reading(&self, received_at: Timestamp) -> Result<Option<Reading>, DialectError> {
        if self.invalid {
            return Ok(None);
        }
        let (lat, lon) = match (self.lat, self.lon) {
            (Some(lat), Some(lon)) => (lat, lon),
            (None, None) => return Ok(None),
            _ => return Err(DialectError::new("bad_location", "a place needs both lat and lon")),
        };
        known_place(self.accuracy_m)?;
        let speed = self.knots.map(|knots| MetresPerSecond::from_knots(knots).0);
        let fix = fix_of(place(lat, lon)?, self.accuracy_m, speed, self.course);
        Ok(Some(Reading { at: self.at.unwrap_or(received_at), sent_at: None, fix }))
    }
}

fn number(name: &str, value: &str) -> Result<f64, DialectError> {
    value.trim().parse().ok().filter(|number: &f64| number.is_finite()).ok_or_else(|| bad_number(name))
}

fn bad_number(name: &str) -> DialectError {
    DialectError::new("bad_number", format!("{name} is not a number"))
}
