//! Which tours leave memory: those that are over and that nobody uses.

use std::sync::Arc;

use doorstep_domain::Phase;
#[cfg(test)]
use doorstep_domain::TourId;
use jiff::civil::Date;

use super::Live;
use super::desk::LiveTour;

/// A tour that is over leaves memory when nobody used it for so long.
const IDLE_OVER_S: i64 = 10 * 60;
/// Any tour that nobody looks at leaves memory after so long; its next event brings it back.
const IDLE_ANY_S: i64 = 24 * 60 * 60;
/// When so many tours are in memory, those that are over leave at once.
const TOURS_CROWDED: usize = 5_000;

impl Live {
    /// Lets go of the tours that need not be in memory.
    pub(crate) fn evict(&self) {
        let now = self.clock.now();
        let tours: Vec<Arc<LiveTour>> = self.tours.iter().map(|tour| tour.clone()).collect();
        let patience_s = if tours.len() > TOURS_CROWDED { 1 } else { IDLE_OVER_S };
        for tour in tours {
            let idle_s = tour.idle_s(now);
            if idle_s >= patience_s {
                self.evict_one(&tour, idle_s >= IDLE_ANY_S);
            }
        }
    }

    /// The logs of all days before this one are being forgotten: nothing is added to them, and memory forgets too.
    pub(crate) fn forget_before(&self, day: Date) {
        {
            let mut before = self.forgotten_before.lock();
            *before = Some(before.map_or(day, |before| before.max(day)));
        }
        self.experiences.forget_before(day);
        let tours: Vec<Arc<LiveTour>> = self.tours.iter().map(|tour| tour.clone()).collect();
        for tour in tours {
            if let Some(mut desk) = tour.try_desk()
                && desk.known.as_ref().is_some_and(|known| known.record.day < day)
            {
                desk.known = None;
            }
        }
    }

    /// Whether the logs of a day are forgotten.
    pub(super) fn is_forgotten(&self, day: Date) -> bool {
        self.forgotten_before.lock().is_some_and(|before| day < before)
    }

    fn evict_one(&self, tour: &Arc<LiveTour>, whatever_phase: bool) {
        let Some(mut desk) = tour.try_desk() else { return };
        let is_over = |phase| matches!(phase, Phase::Ended { .. });
        let may_go =
            desk.known.as_ref().is_none_or(|known| whatever_phase || is_over(known.told.state.phase()));
        if may_go && tour.watched.lock().is_empty() {
            desk.is_gone = true;
            desk.known = None;
            self.tours.remove(&tour.id);
        }
    }

    /// Whether a tour is in memory.
    #[cfg(test)]
    pub(super) fn holds(&self, tour: TourId) -> bool {
        self.tours.contains_key(&tour)
    }
}
