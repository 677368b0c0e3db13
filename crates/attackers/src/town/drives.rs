//! Seconds and metres of driving between any two spots, by the quickest way.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::streets::{Spot, Streets};

/// So far a vehicle may seem to go back on a one-way street: places are snapped, and vans are parked.
const BACKWARDS_M: f64 = 15.0;

/// A drive.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Drive {
    pub(crate) seconds: f64,
    pub(crate) metres: f64,
}

/// The drives from each junction to each other.
#[derive(Debug)]
pub(super) struct Drives {
    junctions: usize,
    seconds: Vec<f32>,
    metres: Vec<f32>,
}

impl Drives {
    pub(super) fn of(streets: &Streets) -> Self {
        let mut leads_to = vec![Vec::new(); streets.junctions];
        for street in &streets.all {
            let seconds = street.length_m / street.speed_mps;
            leads_to[street.from].push((street.to, seconds, street.length_m));
            if !street.is_one_way {
                leads_to[street.to].push((street.from, seconds, street.length_m));
            }
        }
        let junctions = streets.junctions;
        let mut drives = Self { junctions, seconds: Vec::new(), metres: Vec::new() };
        drives.seconds.reserve_exact(junctions * junctions);
        drives.metres.reserve_exact(junctions * junctions);
        for from in 0..junctions {
            for drive in quickest(&leads_to, from) {
                drives.seconds.push(single(drive.seconds));
                drives.metres.push(single(drive.metres));
            }
        }
        drives
    }

    pub(super) fn between(&self, streets: &Streets, from: Spot, to: Spot) -> Drive {
        let (a, b) = (&streets.all[from.street], &streets.all[to.street]);
        let (before, after) = (from.at_m, a.length_m - from.at_m);
        let mut best = NO_DRIVE;
        let forth = (a.to, after);
        let back = (!a.is_one_way).then_some((a.from, before));
        for (leave, out_m) in [Some(forth), back].into_iter().flatten() {
            let forth = (b.from, to.at_m);
            let back = (!b.is_one_way).then_some((b.to, b.length_m - to.at_m));
            for (enter, in_m) in [Some(forth), back].into_iter().flatten() {
                let cell = leave * self.junctions + enter;
                let seconds = out_m / a.speed_mps + in_m / b.speed_mps + f64::from(self.seconds[cell]);
                if seconds < best.seconds {
                    best = Drive { seconds, metres: out_m + in_m + f64::from(self.metres[cell]) };
                }
            }
        }
        let along_m = to.at_m - from.at_m;
        if from.street == to.street && (along_m >= -BACKWARDS_M || !a.is_one_way) {
            let seconds = along_m.abs() / a.speed_mps;
            if seconds < best.seconds {
                best = Drive { seconds, metres: along_m.abs() };
            }
        }
        best
    }
}

/// Where no road leads.
const NO_DRIVE: Drive = Drive { seconds: 1e6, metres: 1e7 };

/// The quickest drive from a junction to each (Dijkstra).
fn quickest(leads_to: &[Vec<(usize, f64, f64)>], from: usize) -> Vec<Drive> {
    let mut best = vec![NO_DRIVE; leads_to.len()];
    best[from] = Drive { seconds: 0.0, metres: 0.0 };
    let mut queue = BinaryHeap::from([(Reverse(Seconds(0.0)), from)]);
    while let Some((Reverse(Seconds(seconds)), here)) = queue.pop() {
        if seconds > best[here].seconds {
            continue;
        }
        for (there, more_s, more_m) in &leads_to[here] {
            let drive = Drive { seconds: seconds + more_s, metres: best[here].metres + more_m };
            if drive.seconds < best[*there].seconds {
                best[*there] = drive;
                queue.push((Reverse(Seconds(drive.seconds)), *there));
            }
        }
    }
    best
}

/// Seconds in a queue.
#[derive(PartialEq)]
struct Seconds(f64);

impl Eq for Seconds {}

impl PartialOrd for Seconds {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Seconds {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.total_cmp(&other.0)
    }
}

#[expect(clippy::cast_possible_truncation, reason = "a drive need not be known to the millisecond")]
fn single(number: f64) -> f32 {
    number as f32
}
