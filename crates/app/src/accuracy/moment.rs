//! A tour at an instant at which it is judged: what was shown, and what was true.

use jiff::Timestamp;

use super::shown::Shown;
use super::truth::Visit;

/// Stops so many away are those that recipients look at.
pub(super) const NEAR_STOPS: u8 = 10;
/// So many stops of what truly remains are what order and arrivals are judged by.
pub(super) const LABEL_STOPS: u8 = 25;

/// An instant of a tour at which something truly remains.
#[derive(Clone, Copy)]
pub(super) struct Moment<'a> {
    /// The number of the tour.
    pub(super) tour: usize,
    pub(super) at: Timestamp,
    pub(super) shown: &'a Shown,
    /// The stops that truly remain, the next one first.
    pub(super) remaining: &'a [Visit],
    /// Whether the driver keeps about the order of the plan.
    pub(super) follows_plan: bool,
}

impl Moment<'_> {
    /// The stops that truly remain, with how many away they truly are, up to `furthest`.
    pub(super) fn ahead(&self, furthest: u8) -> impl Iterator<Item = (u32, &Visit)> {
        (1..).zip(self.remaining.iter().take(usize::from(furthest)))
    }
}

/// The seconds from one instant until a later one; less than none until an earlier one.
pub(super) fn seconds(from: Timestamp, until: Timestamp) -> f64 {
    until.duration_since(from).as_secs_f64()
}
