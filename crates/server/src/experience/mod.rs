//! What past days taught, read from the lessons that the judging worker keeps.
//!
//! Lessons are kept by the day on which they were learnt, so those from before a day do not change once it has begun:
//! the experience of a day is the same whoever reads it and whenever. A day to come has none yet, and tours that are
//! planned for it are foretold by their plan.

mod days;

use std::sync::Arc;

use doorstep_domain::OperatorId;
use doorstep_domain::prediction::Experience;
use doorstep_store::{Operator, Store, StoreError};
use doorstep_wire::experience::read_lessons;
use jiff::civil::Date;
use jiff::tz::{Offset, TimeZone};
use jiff::{SignedDuration, Timestamp, ToSpan as _};

/// Lessons are written within so long after they were learnt, or not at all.
const WRITTEN_WITHIN: SignedDuration = SignedDuration::from_mins(10);

pub(crate) use days::Experiences;

/// Reads what tours of an operator use on a day that has begun by its clock at an instant; the plan alone before.
///
/// # Errors
/// When the database fails.
pub(crate) async fn experience_at(
    store: &dyn Store,
    operator: &Operator,
    day: Date,
    at: Timestamp,
) -> Result<Option<Arc<Experience>>, StoreError> {
    let zone = TimeZone::get(&operator.time_zone).unwrap_or(TimeZone::UTC);
    if at.to_zoned(zone.clone()).date() < day {
        return Ok(None);
    }
    read(store, operator.id, day, offset_on(day, &zone)).await.map(Some)
}

/// The day under which lessons are kept that a tour of a day teaches at an instant. Those of the last minutes of a day
/// stand under the next one: who reads what was learnt before midnight must not miss what is being written.
pub(crate) fn learnt_on(day: Date, zone: &TimeZone, at: Timestamp) -> Date {
    (at + WRITTEN_WITHIN).to_zoned(zone.clone()).date().max(day)
}

async fn read(
    store: &dyn Store,
    operator: OperatorId,
    day: Date,
    offset: Offset,
) -> Result<Arc<Experience>, StoreError> {
    let days = i64::from(Experience::DAYS_MAX);
    let from = day.checked_sub(days.days()).unwrap_or(Date::MIN);
    let taught = store.list_lessons(operator, from, day).await?;
    let fitted = tokio::task::spawn_blocking(move || {
        let readable = taught.iter().filter_map(|taught| match read_lessons(&taught.lessons) {
            Ok(lessons) => Some((taught.day, lessons)),
            Err(error) => {
                tracing::error!(day = %taught.day, %error, "stored lessons cannot be read; they are left out");
                None
            }
        });
        let lessons: Vec<_> = readable.collect();
        Experience::of_day(day, offset, lessons.iter().map(|(day, lessons)| (*day, lessons)))
    });
    Ok(Arc::new(fitted.await.unwrap_or_else(|error| {
        tracing::error!(%error, "fitting what past days taught broke off; the plan is believed");
        Experience::default()
    })))
}

/// How far a clock is from UTC at noon of a day.
fn offset_on(day: Date, zone: &TimeZone) -> Offset {
    Offset::UTC.to_timestamp(day.at(12, 0, 0, 0)).map_or(Offset::UTC, |noon| zone.to_offset(noon))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn what_is_learnt_just_before_midnight_stands_under_the_next_day() {
        let zone = TimeZone::get("Europe/Berlin").unwrap();
        let day = date(2026, 11, 24);
        let learnt = |at: &str| learnt_on(day, &zone, at.parse().unwrap());
        assert_eq!(learnt("2026-11-24T22:49:59Z"), day);
        assert_eq!(learnt("2026-11-24T22:50:00Z"), date(2026, 11, 25));
        assert_eq!(learnt("2026-11-20T08:00:00Z"), day, "never before the day of the tour");
    }

    #[test]
    fn the_clock_of_a_day_is_that_of_its_noon() {
        let zone = TimeZone::get("Europe/Berlin").unwrap();
        assert_eq!(offset_on(date(2026, 3, 28), &zone), Offset::constant(1));
        assert_eq!(
            offset_on(date(2026, 3, 29), &zone),
            Offset::constant(2),
            "the clocks changed in the night"
        );
    }
}
