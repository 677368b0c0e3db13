//! A track without a plan: whether it moves or stands, by the way that its believed positions make.

use std::collections::VecDeque;

use doorstep_domain::admission::{Draft, Source, admit};
use doorstep_domain::{EventId, Happening, Place, TourEvent, TourState};
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;

use super::tour::fix;
use crate::recorded::day::Item;

/// The way of this span before an instant tells at once, that of the same span around it tells for good.
const SPAN: SignedDuration = SignedDuration::from_secs(16);
/// Who makes less way stands, or walks to a door.
const STANDING_MPS: f64 = 2.0;
/// The largest number of positions that are looked at.
const TRAIL_MAX: usize = 1_000;

/// A track.
#[derive(Default)]
pub(super) struct Track {
    state: TourState,
    trail: VecDeque<Step>,
}

/// A position of the track.
struct Step {
    at: Timestamp,
    place: Place,
    /// The way from the first position.
    way_m: f64,
    stands: bool,
    /// Whether what comes after it was looked at.
    is_final: bool,
}

/// What is said of a fix.
#[derive(Debug, PartialEq, Serialize)]
pub(super) struct Said {
    tour: String,
    at: Timestamp,
    state: &'static str,
    known_at: Timestamp,
}

impl Track {
    /// Takes an item; what can be said of its fix, and of earlier ones that it shows in another light. Nothing when
    /// it was not let in.
    pub(super) fn take(&mut self, number: u64, now: Timestamp, item: &Item) -> Vec<Said> {
        if self.state.happening_count() == 0 {
            let id = EventId::from_u128(u128::MAX);
            self.state.fold(TourEvent { id, at: item.at, received_at: now, what: Happening::Started });
        }
        let Some(fix) = item.fix.as_ref().and_then(fix) else { return Vec::new() };
        let id = EventId::from_u128(u128::from(number));
        let draft = Draft { id, at: item.at, sent_at: None, what: Happening::Fix(fix) };
        let Ok(event) = admit(&self.state, draft, now, Source::Driver) else { return Vec::new() };
        let at = event.at;
        self.state.fold(event);
        self.step();
        let say = |at, stands| Said {
            tour: item.tour.clone(),
            at,
            state: if stands { "stopped" } else { "moving" },
            known_at: now,
        };
        let mut said: Vec<Said> = self.correct().into_iter().map(|(at, stands)| say(at, stands)).collect();
        said.push(say(at, self.trail.back().is_some_and(|step| step.stands)));
        said
    }

    /// Goes on to the position that is believed now, when it is a later one.
    fn step(&mut self) {
        let Some(position) = self.state.position() else { return };
        let before = self.trail.back();
        if before.is_some_and(|before| before.at >= position.at) {
            return;
        }
        let way_m = before.map_or(0.0, |before| before.way_m + before.place.distance_to(position.place).0);
        let (at, place) = (position.at, position.place);
        self.trail.push_back(Step { at, place, way_m, stands: true, is_final: false });
        let stands = self.stands_between(at - SPAN, at);
        if let Some(step) = self.trail.back_mut() {
            step.stands = stands;
        }
        while self.trail.len() > TRAIL_MAX || self.trail.front().is_some_and(|step| step.at < at - SPAN * 4) {
            self.trail.pop_front();
        }
    }

    /// Looks again at steps whose whole surroundings are known now; those that look different.
    fn correct(&mut self) -> Vec<(Timestamp, bool)> {
        let Some(newest) = self.trail.back().map(|step| step.at) else { return Vec::new() };
        let due: Vec<(usize, bool)> = self
            .trail
            .iter()
            .enumerate()
            .filter(|(_, step)| !step.is_final && step.at + SPAN <= newest)
            .map(|(index, step)| (index, self.stands_between(step.at - SPAN, step.at + SPAN)))
            .collect();
        let mut changed = Vec::new();
        for (index, stands) in due {
            let Some(step) = self.trail.get_mut(index) else { continue };
            step.is_final = true;
            if step.stands != stands {
                step.stands = stands;
                changed.push((step.at, stands));
            }
        }
        changed
    }

    fn stands_between(&self, from: Timestamp, until: Timestamp) -> bool {
        let mut within = self.trail.iter().filter(|step| (from..=until).contains(&step.at));
        let Some(first) = within.next() else { return true };
        let last = within.next_back().unwrap_or(first);
        let seconds = last.at.duration_since(first.at).as_secs_f64();
        seconds <= 0.0 || (last.way_m - first.way_m) / seconds < STANDING_MPS
    }
}
