//! Fixes folded per second on one core, and memory per live tour.

use std::time::Instant;

use anyhow::{Context as _, Result};
use doorstep_domain::tour::TourState;
use doorstep_domain::{
    EventId, Fix, Happening, Metres, MetresPerSecond, Place, Plan, PlannedStop, StopId, TourEvent,
};
use jiff::{SignedDuration, Timestamp};
use serde_json::json;

use super::process::resident_kib;
use crate::commands::bench::FoldArgs;
use crate::output;

/// How many tours are kept at a time to see what one weighs.
const TOURS: u32 = 50;
/// How many fixes such a tour has: an eight-hour shift at one every five seconds.
const SHIFT_FIXES: u32 = 5_760;

/// Measures.
///
/// # Errors
/// When the system does not tell its figures.
pub(crate) fn run(args: &FoldArgs) -> Result<()> {
    let events = day(args.stops, args.fixes);
    let count = events.len();
    let began = Instant::now();
    let mut state = TourState::default();
    let taken = state.fold_all(events);
    let seconds = began.elapsed().as_secs_f64();
    let per_second = per(count, seconds);
    drop(state);

    let before = resident_kib().context("this system does not tell how much memory a process holds")?;
    let tours: Vec<TourState> = (0..TOURS)
        .map(|_| {
            let mut tour = TourState::default();
            tour.fold_all(day(args.stops, SHIFT_FIXES));
            tour
        })
        .collect();
    let after = resident_kib().context("this system does not tell how much memory a process holds")?;
    let kib_per_tour = after.saturating_sub(before) / u64::from(TOURS);
    drop(tours);
    if args.json {
        return output::json(&json!({
            "stops": args.stops, "events": count, "new_events": taken, "seconds": seconds,
            "fixes_per_second": per_second, "fixes_per_live_tour": SHIFT_FIXES, "kib_per_live_tour": kib_per_tour,
        }));
    }
    println!("{per_second:.0} fixes/s folded on one core, into a tour of {} stops", args.stops);
    println!("{kib_per_tour} KiB per live tour of {SHIFT_FIXES} fixes");
    Ok(())
}

#[expect(clippy::cast_precision_loss, reason = "a figure for people")]
fn per(count: usize, seconds: f64) -> f64 {
    count as f64 / seconds
}

/// A tour along a line of stops, with the fixes of a drive past all of them.
fn day(stops: u16, fixes: u32) -> Vec<TourEvent> {
    let start = Timestamp::UNIX_EPOCH;
    let length_deg = 0.003 * f64::from(stops);
    let along =
        |share: f64| Place::from_degrees(45.0, 5.0 + length_deg * share).expect("the line lies in Europe");
    let planned = (0..stops).map(|number| PlannedStop {
        id: StopId::from_u128(u128::from(number) + 1),
        place: along((f64::from(number) + 1.0) / (f64::from(stops) + 1.0)),
        service: None,
        planned_arrival: None,
        window: None,
        zone: None,
        parcels: Vec::new(),
    });
    let plan = Plan { driver: None, vehicle: None, start: None, stops: planned.collect(), travel: None };
    let event = |number: u32, what| TourEvent {
        id: EventId::from_u128(u128::from(number) << 64 | 7),
        at: start + SignedDuration::from_secs(i64::from(number)),
        received_at: start + SignedDuration::from_secs(i64::from(number) + 1),
        what,
    };
    let drive = (0..fixes).map(|number| {
        let fix = Fix {
            place: along(f64::from(number) / f64::from(fixes)),
            accuracy: Some(Metres(6.0)),
            speed: Some(MetresPerSecond(8.0)),
            course: Some(90.0),
        };
        event(number + 2, Happening::Fix(fix))
    });
    [event(0, Happening::Planned(Box::new(plan))), event(1, Happening::Started)]
        .into_iter()
        .chain(drive)
        .collect()
}
