//! When something happened, as carriers write it.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use serde_json::Value;

/// What is larger counts milliseconds: as seconds it would lie some thousand years ahead.
const SECONDS_MAX: i64 = 100_000_000_000;

/// The instant that a value tells: RFC 3339; without an offset by the clock of a zone, of a day alone its beginning; or
/// what has passed since 1970, in seconds or milliseconds.
pub(super) fn instant(value: &Value, zone: &TimeZone) -> Option<Timestamp> {
    match value {
        Value::String(text) => written(text.trim(), zone),
        Value::Number(number) => counted(number.as_i64()?),
        _ => None,
    }
}

fn written(text: &str, zone: &TimeZone) -> Option<Timestamp> {
    if let Ok(instant) = text.parse::<Timestamp>() {
        return Some(instant);
    }
    let local: DateTime = text.parse().ok()?;
    Some(local.to_zoned(zone.clone()).ok()?.timestamp())
}

fn counted(number: i64) -> Option<Timestamp> {
    if number.unsigned_abs() > SECONDS_MAX.unsigned_abs() {
        Timestamp::from_millisecond(number).ok()
    } else {
        Timestamp::from_second(number).ok()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn times_are_read_as_carriers_write_them() {
        let berlin = TimeZone::get("Europe/Berlin").unwrap();
        for (written, expected) in [
            (json!("2026-11-24T08:00:00Z"), "2026-11-24T08:00:00Z"),
            (json!("2026-11-24T09:00:00.250+01:00"), "2026-11-24T08:00:00.25Z"),
            (json!("2026-11-24T09:00:00+0100"), "2026-11-24T08:00:00Z"),
            (json!("2026-11-24T09:00:00"), "2026-11-24T08:00:00Z"),
            (json!(" 2026-11-24 09:00 "), "2026-11-24T08:00:00Z"),
            (json!("2026-07-01"), "2026-06-30T22:00:00Z"),
            // Of the hour that the clock tells twice the first is meant, and one that it leaves out comes after the gap.
            (json!("2026-10-25T02:30:00"), "2026-10-25T00:30:00Z"),
            (json!("2026-03-29T02:30:00"), "2026-03-29T01:30:00Z"),
            (json!(1_795_507_200), "2026-11-24T08:00:00Z"),
            (json!(1_795_507_200_000_i64), "2026-11-24T08:00:00Z"),
        ] {
            assert_eq!(instant(&written, &berlin), Some(expected.parse().unwrap()), "{written}");
        }
        for wrong in [
            json!(null),
            json!(""),
            json!("yesterday"),
            json!("24.11.2026 09:00"),
            json!("2026-13-01T00:00:00"),
            json!("99999-01-01T00:00:00Z"),
            json!(1.5),
            json!(u64::MAX),
            json!(i64::MIN),
            json!({}),
        ] {
            assert_eq!(instant(&wrong, &berlin), None, "{wrong}");
        }
    }
}
