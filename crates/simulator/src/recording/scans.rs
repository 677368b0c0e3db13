//! What a driver's device tells of stops.

use doorstep_domain::Happening;
use jiff::{SignedDuration, Timestamp};
use rand::RngExt as _;
use rand::rngs::StdRng;

use super::habits::ScanHabit;
use super::{Truth, Visit};

/// On so many tours the device asks for arrival and departure as well.
const WITH_BUTTONS: f64 = 0.4;
/// A driver who forgets some stops forgets so many of them; the device then tells nothing of them.
const FORGOTTEN: f64 = 0.12;
/// A driver who scans in the van does it for so many stops at a time, one every few seconds.
const AT_A_TIME: std::ops::RangeInclusive<usize> = 1..=4;
const BETWEEN_SCANS: SignedDuration = SignedDuration::from_secs(3);

/// What is told, and when, by the device's own clock.
pub(super) fn told(truth: &Truth, habit: ScanHabit, chance: &mut StdRng) -> Vec<(Timestamp, Happening)> {
    let has_buttons = chance.random_bool(WITH_BUTTONS);
    let mut told = vec![(truth.left_at, Happening::Departed { stop: None })];
    for (visit, scanned_at) in truth.visits.iter().zip(scans(truth, habit, chance)) {
        let Some(scanned_at) = scanned_at else { continue };
        let stop = visit.stop;
        told.push((scanned_at, Happening::Served { stop }));
        if has_buttons {
            told.push((visit.arrived_at, Happening::Arrived { stop }));
            told.push((visit.departed_at, Happening::Departed { stop: Some(stop) }));
        }
    }
    told.sort_by_key(|(at, _)| *at);
    told
}

/// When each visit was scanned; `None` where that was forgotten.
fn scans(truth: &Truth, habit: ScanHabit, chance: &mut StdRng) -> Vec<Option<Timestamp>> {
    let when_done = |visit: &Visit| Some(visit.departed_at);
    match habit {
        ScanHabit::WhenDone => truth.visits.iter().map(when_done).collect(),
        ScanHabit::ForgetsSome => truth
            .visits
            .iter()
            .map(|visit| when_done(visit).filter(|_| !chance.random_bool(FORGOTTEN)))
            .collect(),
        ScanHabit::InTheVan => in_the_van(truth, chance),
    }
}

fn in_the_van(truth: &Truth, chance: &mut StdRng) -> Vec<Option<Timestamp>> {
    let mut scans = Vec::with_capacity(truth.visits.len());
    let mut driving_off_at = truth.left_at;
    let mut rest = truth.visits.as_slice();
    while !rest.is_empty() {
        let (batch, others) = rest.split_at(chance.random_range(AT_A_TIME).min(rest.len()));
        if let [alone] = batch {
            scans.push(Some(alone.departed_at));
        } else {
            scans.extend((1..).zip(batch).map(|(nth, _)| Some(driving_off_at + BETWEEN_SCANS * nth)));
        }
        driving_off_at = batch.last().map_or(driving_off_at, |visit| visit.departed_at);
        rest = others;
    }
    scans
}
