//! The day bar: the hours of the day, now, and the window. Geometry only; its words stand in the page as well.

use doorstep_domain::Window;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan as _, Unit};

use crate::pages::reader::Reader;

/// A bar shorter than this would put the window out of proportion.
const SPAN_MIN: SignedDuration = SignedDuration::from_hours(6);
/// From this span on, every second hour is enough.
const DENSE_MAX: SignedDuration = SignedDuration::from_hours(7);

/// A bar from an hour to another, in percent of its width.
#[derive(Debug, PartialEq)]
pub(super) struct DayBar {
    /// How much of the day is gone.
    pub(super) now: f64,
    /// The window to show.
    pub(super) window: Bar,
    /// The window that held before.
    pub(super) previous: Option<Bar>,
    /// The hours below.
    pub(super) ticks: Vec<Tick>,
}

/// A stretch of the bar.
#[derive(Debug, PartialEq)]
pub(super) struct Bar {
    /// Where it begins.
    pub(super) from: f64,
    /// How long it is.
    pub(super) width: f64,
    /// Its middle.
    pub(super) middle: f64,
}

/// An hour below the bar.
#[derive(Debug, PartialEq)]
pub(super) struct Tick {
    /// Where.
    pub(super) at: f64,
    /// Its words.
    pub(super) text: String,
}

/// The bar of the reader's today, when the window lies on it.
pub(super) fn day_bar(window: Window, previous: Option<Window>, reader: &Reader) -> Option<DayBar> {
    if !reader.is_today(window.from) || !reader.is_today(window.until) {
        return None;
    }
    let previous =
        previous.filter(|previous| reader.is_today(previous.from) && reader.is_today(previous.until));
    let earliest =
        [Some(window.from), previous.map(|p| p.from), Some(reader.now)].into_iter().flatten().min()?;
    let latest =
        [Some(window.until), previous.map(|p| p.until), Some(reader.now)].into_iter().flatten().max()?;
    let from = full_hour(earliest, &reader.zone)?.checked_sub(1.hour()).ok()?;
    let until = full_hour(latest, &reader.zone)?.checked_add(2.hours()).ok()?;
    let until = until.max(from.checked_add(SPAN_MIN).ok()?);
    let span = until.duration_since(from);
    let share = |at: Timestamp| at.duration_since(from).as_secs_f64() / span.as_secs_f64() * 100.0;
    let bar = |window: Window| {
        let (start, end) = (share(window.from), share(window.until));
        Bar { from: start, width: (end - start).max(1.5), middle: f64::midpoint(start, end) }
    };
    Some(DayBar {
        now: share(reader.now),
        window: bar(window),
        previous: previous.map(bar),
        ticks: ticks(from, until, span, reader, share),
    })
}

/// The full hours strictly inside the bar, so that no label leaves it.
fn ticks(
    from: Timestamp,
    until: Timestamp,
    span: SignedDuration,
    reader: &Reader,
    share: impl Fn(Timestamp) -> f64,
) -> Vec<Tick> {
    let step = if span <= DENSE_MAX { 1.hour() } else { 2.hours() };
    let mut ticks = Vec::new();
    let mut at = from.checked_add(1.hour());
    while let Ok(hour) = at
        && hour < until
    {
        ticks.push(Tick { at: share(hour), text: reader.hour(hour) });
        at = hour.checked_add(step);
    }
    ticks
}

fn full_hour(at: Timestamp, zone: &TimeZone) -> Option<Timestamp> {
    let rounding = jiff::ZonedRound::new().smallest(Unit::Hour).mode(jiff::RoundMode::Floor);
    Some(at.to_zoned(zone.clone()).round(rounding).ok()?.timestamp())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::reader::Locale;

    fn reader(now: &str) -> Reader {
        Reader {
            locale: Locale::default(),
            zone: TimeZone::get("Europe/Monaco").unwrap(),
            now: now.parse().unwrap(),
        }
    }

    fn window(from: &str, until: &str) -> Window {
        Window { from: from.parse().unwrap(), until: until.parse().unwrap() }
    }

    #[test]
    fn now_comes_before_the_window_and_both_are_inside() {
        let bar = day_bar(
            window("2026-11-24T12:30:00Z", "2026-11-24T14:30:00Z"),
            None,
            &reader("2026-11-24T09:42:00Z"),
        )
        .unwrap();
        assert!(0.0 < bar.now && bar.now < bar.window.from);
        assert!(bar.window.from + bar.window.width < 100.0);
        let hours: Vec<_> = bar.ticks.iter().map(|tick| tick.text.as_str()).collect();
        assert_eq!(hours, ["10", "12", "14", "16"]);
    }

    #[test]
    fn a_window_of_another_day_has_no_bar() {
        let reader = reader("2026-11-24T09:42:00Z");
        assert_eq!(day_bar(window("2026-11-25T12:30:00Z", "2026-11-25T14:30:00Z"), None, &reader), None);
    }
}
