//! Sums over days, each as much as it counts.

use std::collections::BTreeMap;

use super::lessons::Lessons;
use super::square::{District, Door};
use super::sums::{Drift, Scatter, Sums};
use super::{Hour, ParcelClass};

/// What lessons come to.
#[derive(Default)]
pub(super) struct Totals {
    pub(super) tours: f64,
    pub(super) drives: BTreeMap<(District, Hour), Seen>,
    pub(super) services: BTreeMap<(District, ParcelClass), Seen>,
    pub(super) doors: BTreeMap<Door, Visited>,
    pub(super) links: BTreeMap<(Door, Door), Linked>,
    pub(super) drive_scatter: Squares,
    pub(super) service_scatter: Squares,
    pub(super) tour_scatter: Squares,
}

#[derive(Default, Clone, Copy)]
pub(super) struct Seen {
    pub(super) count: f64,
    pub(super) expected_s: f64,
    pub(super) taken_s: f64,
}

#[derive(Default)]
pub(super) struct Visited {
    pub(super) days: u32,
    pub(super) by_parcels: BTreeMap<ParcelClass, Seen>,
}

#[derive(Default)]
pub(super) struct Linked {
    pub(super) days: u32,
    pub(super) by_hour: BTreeMap<Hour, Late>,
}

#[derive(Default, Clone, Copy)]
pub(super) struct Late {
    pub(super) count: f64,
    pub(super) late_s: f64,
}

#[derive(Default)]
pub(super) struct Squares {
    pub(super) count: f64,
    pub(super) expected_s2: f64,
    pub(super) off_s2: f64,
}

impl Totals {
    pub(super) fn add(&mut self, weight: f64, lessons: &Lessons) {
        self.tours += weight * real(lessons.tours);
        for (key, sums) in &lessons.drives {
            self.drives.entry(*key).or_default().add(weight, *sums);
        }
        for (key, sums) in &lessons.services {
            self.services.entry(*key).or_default().add(weight, *sums);
        }
        let mut before = None;
        for ((door, class), sums) in &lessons.doors {
            let visited = self.doors.entry(*door).or_default();
            visited.days += u32::from(before != Some(*door));
            visited.by_parcels.entry(*class).or_default().add(weight, *sums);
            before = Some(*door);
        }
        let mut before = None;
        for ((from, to, hour), drift) in &lessons.links {
            let linked = self.links.entry((*from, *to)).or_default();
            linked.days += u32::from(before != Some((from, to)));
            linked.by_hour.entry(*hour).or_default().add(weight, *drift);
            before = Some((from, to));
        }
        self.drive_scatter.add(weight, lessons.drive_scatter);
        self.service_scatter.add(weight, lessons.service_scatter);
        self.tour_scatter.add(weight, lessons.tour_scatter);
    }
}

impl Seen {
    pub(super) fn add(&mut self, weight: f64, sums: Sums) {
        self.count += weight * real(sums.seen);
        self.expected_s += weight * real(sums.planned_s);
        self.taken_s += weight * real(sums.taken_s);
    }

    /// The same, with another factor on what is expected.
    pub(super) fn times(self, factor: f32) -> Self {
        Self { expected_s: self.expected_s * f64::from(factor), ..self }
    }

    pub(super) fn and(self, other: Self) -> Self {
        Self {
            count: self.count + other.count,
            expected_s: self.expected_s + other.expected_s,
            taken_s: self.taken_s + other.taken_s,
        }
    }

    /// How far off it is from what is expected; how much was seen of it is counted in what is usual, of so many seconds.
    pub(super) fn off(self, usual_s: f64) -> Off {
        if self.expected_s <= 0.0 {
            return Off { by: 0.0, seen: 0.0 };
        }
        Off { by: self.taken_s / self.expected_s - 1.0, seen: self.expected_s / usual_s }
    }

    pub(super) fn usual_s(self) -> f64 {
        (self.expected_s / self.count.max(f64::MIN_POSITIVE)).max(1.0)
    }
}

impl Late {
    pub(super) fn add(&mut self, weight: f64, drift: Drift) {
        let size = real(drift.late_s.unsigned_abs());
        self.count += weight * real(drift.seen);
        self.late_s += weight * if drift.late_s < 0 { -size } else { size };
    }

    pub(super) fn and(self, other: Self) -> Self {
        Self { count: self.count + other.count, late_s: self.late_s + other.late_s }
    }

    pub(super) fn off(self) -> Off {
        Off { by: self.late_s / self.count.max(f64::MIN_POSITIVE), seen: self.count }
    }
}

impl Squares {
    pub(super) fn add(&mut self, weight: f64, scatter: Scatter) {
        self.count += weight * real(scatter.seen);
        self.expected_s2 += weight * real(scatter.expected_s2);
        self.off_s2 += weight * real(scatter.off_s2);
    }

    /// The spread as a share, drawn to what is believed beforehand.
    pub(super) fn spread(&self, beforehand: f32, counts: f64) -> f32 {
        if self.expected_s2 <= 0.0 {
            return beforehand;
        }
        let (known, seen) = (f64::from(beforehand).powi(2), self.off_s2 / self.expected_s2);
        narrow(((counts * known + self.count * seen) / (counts + self.count)).sqrt())
    }
}

/// By how much something is off, and how many times it was seen.
#[derive(Clone, Copy)]
pub(super) struct Off {
    pub(super) by: f64,
    pub(super) seen: f64,
}

#[expect(clippy::cast_possible_truncation, reason = "factors and counts need no more")]
pub(super) fn narrow(value: f64) -> f32 {
    value as f32
}

#[expect(clippy::cast_precision_loss, reason = "sums of days are far below 2^53")]
pub(super) fn real(count: u64) -> f64 {
    count as f64
}
