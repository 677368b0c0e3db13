//! When the system got something to know: the instants of a feed.

use std::collections::HashSet;

use anyhow::Result;
use jiff::Timestamp;

use super::roster::Roster;
use crate::recorded::day::Day;

/// The instants at which something was received of a tour.
#[derive(Debug, Default)]
pub(super) struct Instants {
    /// Each once, in order.
    pub(super) all: Vec<Timestamp>,
    /// Those with something that happened at a stop.
    pub(super) of_stops: HashSet<Timestamp>,
}

impl Instants {
    /// The last one that is not later.
    pub(super) fn last_until(&self, now: Timestamp) -> Option<Timestamp> {
        self.all.get(self.all.partition_point(|at| *at <= now).checked_sub(1)?).copied()
    }

    /// The first one that is not earlier.
    pub(super) fn first_from(&self, at: Timestamp) -> Option<Timestamp> {
        self.all.get(self.all.partition_point(|earlier| *earlier < at)).copied()
    }
}

/// Reads the instants of a day's feed, by the numbers of the tours.
///
/// # Errors
/// When the feed breaks its format, with file and line.
pub(super) fn read(day: &Day, roster: &Roster) -> Result<Vec<Instants>> {
    let mut tours: Vec<Instants> = (0..roster.len()).map(|_| Instants::default()).collect();
    day.feed(|_, now, item| {
        if let Some(tour) = roster.find(&item.tour).and_then(|number| tours.get_mut(number)) {
            if tour.all.last() != Some(&now) {
                tour.all.push(now);
            }
            if item.fix.is_none() {
                tour.of_stops.insert(now);
            }
        }
        Ok(())
    })?;
    Ok(tours)
}
