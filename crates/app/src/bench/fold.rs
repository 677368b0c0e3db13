//! Fixes folded per second on one core, and memory per live tour.

use std::time::{Duration, Instant};

use anyhow::{Context as _, Result};
use doorstep_domain::tour::TourState;
use doorstep_domain::{
    EventId, Fix, Happening, Metres, MetresPerSecond, ParcelId, Place, Plan, PlannedStop, StopId, TourEvent,
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
/// The share of a gap between two stops that the vehicle drives; the rest it stands at the second.
const DRIVING: f64 = 0.6;
/// Metres between two stops.
const GAP_M: f64 = 200.0;

/// Measures.
///
/// # Errors
/// When the system does not tell its figures.
pub(crate) fn run(args: &FoldArgs) -> Result<()> {
    let mut folding = Duration::ZERO;
    let mut count = 0;
    while count < args.fixes {
        let events = day(args.stops, SHIFT_FIXES);
        let began = Instant::now();
        let mut state = TourState::default();
        state.fold_all(events);
        folding += began.elapsed();
        count += SHIFT_FIXES;
    }
    let (seconds, per_second) = (folding.as_secs_f64(), f64::from(count) / folding.as_secs_f64());

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
            "stops": args.stops, "fixes": count, "seconds": seconds,
            "fixes_per_second": per_second, "fixes_per_live_tour": SHIFT_FIXES, "kib_per_live_tour": kib_per_tour,
        }));
    }
    println!("{per_second:.0} fixes/s folded on one core, into tours of {} stops", args.stops);
    println!("{kib_per_tour} KiB per live tour of {SHIFT_FIXES} fixes");
    Ok(())
}

/// A parcel tour along a street: at every stop the vehicle drives for [`DRIVING`] of its fixes and stands for the rest,
/// as far apart as a noisy receiver says.
fn day(stops: u16, fixes: u32) -> Vec<TourEvent> {
    let start = Timestamp::UNIX_EPOCH;
    let along = |metres: f64, aside: f64| {
        Place::from_degrees(45.0 + aside / 111_195.0, 5.0 + metres / 78_627.0)
            .expect("the street lies in Europe")
    };
    let planned = (0..stops).map(|number| PlannedStop {
        id: StopId::from_u128(u128::from(number) + 1),
        place: Some(along(GAP_M * (f64::from(number) + 1.0), 10.0)),
        service: Some(SignedDuration::from_secs(75)),
        planned_arrival: None,
        window: None,
        zone: None,
        parcels: vec![ParcelId::from_u128(u128::from(number) + 1)],
    });
    let plan = Plan { driver: None, vehicle: None, start: None, stops: planned.collect(), travel: None };
    let event = |number: u32, what| TourEvent {
        id: EventId::from_u128(u128::from(number) << 64 | 7),
        at: start + SignedDuration::from_secs(5 * i64::from(number)),
        received_at: start + SignedDuration::from_secs(5 * i64::from(number) + 1),
        what,
    };
    let drive = (0..fixes).map(|number| {
        let gaps = f64::from(stops) * f64::from(number) / f64::from(fixes);
        let standing = (gaps.fract() / DRIVING).min(1.0);
        let noise = f64::from(number * 7_919 % 13) - 6.0;
        let fix = Fix {
            place: along(GAP_M * (gaps.trunc() + standing) + noise / 4.0, noise / 2.0),
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
