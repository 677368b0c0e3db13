//! Several stops that are served from one parking place: how long the vehicle stood tells how many.

use jiff::{SignedDuration, Timestamp};

use super::Progress;
use super::following::distance_within;
use crate::tour::halt::Halt;
use crate::tour::stops::{Evidence, StopProgress};
use crate::tour::ways::service;
use crate::{Place, StopId};

/// How far from a parking place the other stops are that are served from it.
pub(super) const BESIDE_M: f64 = 30.0;
/// So many of them at most.
pub(super) const BESIDE_MAX: usize = 5;
/// How probable it is that a stop so near is served from there too, before anything is known of how long.
const ALSO_SERVED: f64 = 0.5;
/// The deviation of the logarithm of service times (0.55 at real stops).
const SERVICE_LOG_DEVIATION: f64 = 0.55;

impl Progress {
    /// Serves the stop of a halt, and those beside it for which the vehicle stood long enough as well.
    pub(super) fn serve_from(&mut self, stop: StopId, halt: &Halt, since: Timestamp, left_at: Timestamp) {
        let work_of = |id| self.stops.get(id).map_or(SignedDuration::ZERO, service);
        let stood = left_at.duration_since(since);
        let served = share_out(stood, work_of(stop), self.beside(stop, halt.centre));
        let work: Vec<(StopId, SignedDuration)> =
            std::iter::once((stop, work_of(stop))).chain(served).collect();
        let all: SignedDuration = work.iter().map(|(_, work)| *work).sum();
        let (mut from, mut done) = (since, SignedDuration::ZERO);
        for (stop, its) in work {
            done += its;
            let share = if all.is_zero() { 1.0 } else { done.as_secs_f64() / all.as_secs_f64() };
            let until =
                since + SignedDuration::try_from_secs_f64(stood.as_secs_f64() * share).unwrap_or(stood);
            self.served(stop, Some(from), until.min(left_at), Evidence::Halt);
            from = until;
        }
    }

    /// The other open stops that can be served from a parking place, nearest first, with their work.
    fn beside(&self, stop: StopId, place: Place) -> Vec<(StopId, SignedDuration)> {
        let others = self.stops.iter().filter(|other| other.state.is_open() && other.planned.id != stop);
        let mut beside: Vec<(f64, &StopProgress)> =
            others.filter_map(|other| Some((distance_within(BESIDE_M, other, place)?, other))).collect();
        beside.sort_by(|a, b| a.0.total_cmp(&b.0));
        beside.truncate(BESIDE_MAX);
        beside.into_iter().map(|(_, other)| (other.planned.id, service(other))).collect()
    }
}

/// How many of the stops beside the first one were served as well in so long a halt: the most probable number, each
/// further one being less probable beforehand.
fn share_out(
    stood: SignedDuration,
    first: SignedDuration,
    mut beside: Vec<(StopId, SignedDuration)>,
) -> Vec<(StopId, SignedDuration)> {
    let mut work = first;
    let mut best = (0, how_probable(stood, work));
    let mut prior = 0.0;
    for (index, (_, more)) in beside.iter().enumerate() {
        work += *more;
        prior += ALSO_SERVED.ln();
        let probable = prior + how_probable(stood, work);
        if probable > best.1 {
            best = (index + 1, probable);
        }
    }
    beside.truncate(best.0);
    beside
}

/// The logarithm of the probability that work of this length takes so long, but for a constant: service times are
/// log-normal.
fn how_probable(stood: SignedDuration, work: SignedDuration) -> f64 {
    let ratio = stood.as_secs_f64().max(1.0) / work.as_secs_f64().max(1.0);
    -(ratio.ln() / SERVICE_LOG_DEVIATION).powi(2) / 2.0
}
