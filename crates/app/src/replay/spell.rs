//! A track without a plan: whether it moves or stands.

use std::collections::BTreeMap;

use doorstep_domain::admission::{Draft, Source, admit};
use doorstep_domain::tour::Motion;
use doorstep_domain::{EventId, Folded, Happening, TourEvent, TourState};
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;

use super::tour::fix;
use crate::recorded::day::Item;

/// A fix may change what is believed of this time before it: it may end a halt that turns out to be too short.
const LOOK_BACK: SignedDuration = SignedDuration::from_mins(2);
/// A device's clock is wrong by no more than this, or nothing it says is let in.
const CLOCK_ERROR_MAX: SignedDuration = SignedDuration::from_hours(24);

/// A track.
#[derive(Default)]
pub(super) struct Track {
    state: TourState,
    /// What was said of each fix.
    said: BTreeMap<Timestamp, Motion>,
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
    /// Takes an item; what is believed now of its fix and of others that it shows in another light. `None` when it was not
    /// let in, or changed nothing because it was known already.
    pub(super) fn take(&mut self, number: u64, now: Timestamp, item: &Item) -> Option<Vec<Said>> {
        self.begin(now);
        let what = Happening::Fix(item.fix.as_ref().and_then(fix)?);
        let draft = Draft { id: EventId::from_u128(u128::from(number)), at: item.at, sent_at: None, what };
        let event = admit(&self.state, draft, now, Source::Driver).ok()?;
        let at = event.at;
        if self.state.fold(event) == Folded::Doubled {
            return None;
        }
        let changed = self.changed(at - LOOK_BACK).into_iter();
        Some(changed.map(|(at, motion)| said(&item.tour, at, motion, now)).collect())
    }

    /// A recording has no button that a driver presses.
    fn begin(&mut self, now: Timestamp) {
        if self.state.happening_count() == 0 {
            let (id, at) = (EventId::from_u128(u128::MAX), now - CLOCK_ERROR_MAX);
            self.state.fold(TourEvent { id, at, received_at: now, what: Happening::Started });
        }
    }

    /// The fixes from an instant on of which something else is believed than was said last.
    fn changed(&mut self, from: Timestamp) -> Vec<(Timestamp, Motion)> {
        let moments = self.state.motion(from).into_iter().map(|moment| (moment.at, moment.motion));
        moments.filter(|(at, motion)| self.said.insert(*at, *motion) != Some(*motion)).collect()
    }
}

fn said(tour: &str, at: Timestamp, motion: Motion, known_at: Timestamp) -> Said {
    let state = match motion {
        Motion::Moving => "moving",
        Motion::Standing => "stopped",
    };
    Said { tour: tour.to_owned(), at, state, known_at }
}
