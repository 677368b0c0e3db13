//! The fold: from the log of a tour to what is believed of it.
//!
//! Events may become known late, doubled and in any order. The state keeps them in the order of their instants and
//! what is believed is always the fold over that order: an event that is newer than all others is one cheap step, an
//! older one makes the state fold anew. So replaying a log in any split or order ends in the same state. Only the first
//! plan comes before everything else: one that was made after the tour had begun is of all that happened before it too.

mod anomalies;
mod choices;
mod door;
mod fixes;
mod gate;
mod halt;
mod lifecycle;
mod line;
mod motion;
mod progress;
mod reach;
mod stops;
mod ways;

use std::collections::{BTreeMap, BTreeSet};

use jiff::{SignedDuration, Timestamp};

pub use anomalies::{Anomalies, Anomaly};
pub use door::DoorCode;
pub use lifecycle::Phase;
pub(crate) use lifecycle::{Lifecycle, Turn};
pub(crate) use line::Line;
pub use motion::{LOOK_AHEAD, Moment, Motion};
pub use progress::Position;
pub(crate) use progress::Progress;
pub use stops::{Evidence, ParcelProgress, StopProgress, StopState};
pub(crate) use ways::{DRIVE_SPREAD, SERVICE_SPREAD, Spot, Ways, estimate, service};

use crate::view::Reason;
use crate::{
    DriverId, EventId, Happening, ParcelId, PlannedStart, StopId, TourEvent, TravelTimes, VehicleId,
};
pub(crate) use fixes::KeptFix;
use fixes::{FixLog, Kept};

/// So long after fixes of another place a position is doubted.
const DOUBTED: SignedDuration = SignedDuration::from_mins(2);

/// Everything that is believed of a tour.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TourState {
    happenings: BTreeMap<(Timestamp, EventId), Happening>,
    ids: BTreeSet<EventId>,
    fixes: FixLog,
    progress: Progress,
}

/// What an event did to a state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Folded {
    /// It was new, and newer than all before.
    New,
    /// It was new, and older than others.
    Late,
    /// It was known already and changed nothing.
    Doubled,
}

impl TourState {
    /// Folds one event. It never fails: what does not fit is counted in [`TourState::anomalies`].
    pub fn fold(&mut self, event: TourEvent) -> Folded {
        let folded = self.keep(event);
        if folded == Folded::Late {
            self.refold();
        }
        folded
    }

    /// Folds events in any order, and folds anew at most once; how many of them were new.
    pub fn fold_all(&mut self, events: impl IntoIterator<Item = TourEvent>) -> usize {
        let mut new = 0;
        let mut late = false;
        for event in events {
            let folded = self.keep(event);
            new += usize::from(folded != Folded::Doubled);
            late |= folded == Folded::Late;
        }
        if late {
            self.refold();
        }
        new
    }

    /// Whether an event is known already. A fix is known by its instant and place, anything else by its id.
    pub fn is_doubled(&self, event: &TourEvent) -> bool {
        match &event.what {
            Happening::Fix(fix) => self.fixes.contains(event.at, fix),
            _ => self.ids.contains(&event.id),
        }
    }

    /// Where the tour is in its life.
    pub fn phase(&self) -> Phase {
        self.progress.phase
    }

    /// Where the tour was in its life at an instant.
    pub fn phase_at(&self, at: Timestamp) -> Phase {
        self.progress.lifecycle.phase_at(at)
    }

    /// Who drives.
    pub fn driver(&self) -> Option<DriverId> {
        self.progress.driver
    }

    /// In what.
    pub fn vehicle(&self) -> Option<VehicleId> {
        self.progress.vehicle
    }

    /// Where and when the tour starts.
    pub fn start(&self) -> Option<PlannedStart> {
        self.progress.start
    }

    /// The table of travel times that came with the plan.
    pub fn travel(&self) -> Option<&TravelTimes> {
        self.progress.travel.as_ref()
    }

    /// The stops in the believed order, those that are done included.
    pub fn stops(&self) -> impl Iterator<Item = &StopProgress> {
        self.progress.stops.iter()
    }

    /// A stop of the tour.
    pub fn stop(&self, stop: StopId) -> Option<&StopProgress> {
        self.progress.stops.get(stop)
    }

    /// What happened beside fixes, in the order of its instants.
    pub(crate) fn happenings(&self) -> impl Iterator<Item = (Timestamp, EventId, &Happening)> {
        self.happenings.iter().map(|((at, id), what)| (*at, *id, what))
    }

    /// The believed positions after an instant, oldest first; all of them without one.
    pub(crate) fn positions_after(&self, after: Option<Timestamp>) -> Vec<Position> {
        let trail = self.trail(after.unwrap_or(Timestamp::MIN));
        let news = trail.iter().filter(|fix| after.is_none_or(|after| fix.at > after));
        news.map(Position::from).collect()
    }

    /// A parcel of the tour.
    pub fn parcel(&self, parcel: ParcelId) -> Option<&ParcelProgress> {
        self.progress.stops.parcel(parcel)
    }

    /// The parcels of the tour.
    pub fn parcels(&self) -> impl Iterator<Item = (ParcelId, &ParcelProgress)> {
        self.progress.stops.parcels()
    }

    /// The parcels that go to a stop.
    pub fn parcels_of(&self, stop: StopId) -> impl Iterator<Item = (ParcelId, &ParcelProgress)> {
        self.progress.stops.parcels_of(stop)
    }

    /// Where the vehicle is believed to have been last. For operators; recipients get what `release` lets out.
    pub fn position(&self) -> Option<Position> {
        self.progress.position
    }

    /// Whether the driver closed the map for everyone who watches.
    pub fn is_map_hidden(&self) -> bool {
        self.progress.is_map_hidden
    }

    /// Whether the fixes went to and fro between the position and somewhere far away lately: there may be two vehicles.
    pub fn position_is_doubtful(&self, now: Timestamp) -> bool {
        self.progress.alternated_at.is_some_and(|at| now.duration_since(at) <= DOUBTED)
    }

    /// What did not fit.
    pub fn anomalies(&self) -> Anomalies {
        let held = self.stops().filter(|stop| stop.is_held()).count();
        let mut anomalies = self.progress.anomalies;
        anomalies.note_all(Anomaly::StopWithoutPlace, u32::try_from(held).unwrap_or(u32::MAX));
        anomalies
    }

    /// The fixes from an instant on, whether they are believed or not.
    pub(crate) fn fixes_since(&self, from: Timestamp) -> Vec<KeptFix> {
        self.fixes.since(from).collect()
    }

    /// How many fixes are kept.
    pub fn fix_count(&self) -> usize {
        self.fixes.len()
    }

    /// How many events other than fixes are kept.
    pub fn happening_count(&self) -> usize {
        self.happenings.len()
    }

    /// About how many bytes the state takes.
    pub fn bytes(&self) -> usize {
        let per_happening = size_of::<(Timestamp, EventId, Happening, EventId)>();
        let per_stop = 2 * size_of::<StopProgress>();
        let travel = self.travel().map_or(0, TravelTimes::bytes);
        size_of::<Self>()
            + self.fixes.bytes()
            + self.happenings.len() * per_happening
            + self.stops().count() * per_stop
            + travel
    }

    /// The instant of the newest event that is believed.
    pub fn newest(&self) -> Option<Timestamp> {
        self.progress.newest
    }

    /// Why what the recipients of the whole tour see changed, oldest first.
    pub(crate) fn reasons(&self) -> &[Reason] {
        &self.progress.reasons
    }

    pub(crate) fn progress(&self) -> &Progress {
        &self.progress
    }

    pub(crate) fn lifecycle(&self) -> &Lifecycle {
        &self.progress.lifecycle
    }

    /// Keeps an event, and takes the cheap step when it is the newest.
    fn keep(&mut self, event: TourEvent) -> Folded {
        let newest = self.progress_end();
        if let Happening::Fix(fix) = &event.what {
            return match self.fixes.insert(event.at, fix) {
                Kept::Doubled => Folded::Doubled,
                Kept::Newest(fix) if newest.is_none_or(|newest| newest <= fix.at) => {
                    self.progress.fix(&fix);
                    Folded::New
                }
                Kept::Newest(_) | Kept::Between => Folded::Late,
            };
        }
        if !self.ids.insert(event.id) {
            return Folded::Doubled;
        }
        let is_newest = self.fixes.last_at().is_none_or(|last| last < event.at)
            && self.happenings.last_key_value().is_none_or(|(last, _)| *last < (event.at, event.id))
            && !self.is_awaited(&event.what);
        if is_newest {
            self.progress.happen(event.at, &event.what);
        }
        self.happenings.insert((event.at, event.id), event.what);
        if is_newest { Folded::New } else { Folded::Late }
    }

    /// The instant of the newest happening; a fix at the same instant comes after it.
    fn progress_end(&self) -> Option<Timestamp> {
        self.happenings.last_key_value().map(|((at, _), _)| *at)
    }

    /// Whether this is the first plan and other events waited for it: they are of its stops.
    fn is_awaited(&self, what: &Happening) -> bool {
        let is_plan = matches!(what, Happening::Planned(_));
        let is_empty = self.happenings.is_empty() && self.fixes.len() == 0;
        is_plan && !is_empty && self.first_plan().is_none()
    }

    fn first_plan(&self) -> Option<(&(Timestamp, EventId), &Happening)> {
        self.happenings.iter().find(|(_, what)| matches!(what, Happening::Planned(_)))
    }

    fn refold(&mut self) {
        let mut progress = Progress::default();
        let plan = self.first_plan();
        if let Some(((at, _), what)) = plan {
            progress.happen(*at, what);
        }
        let first = plan.map(|(key, _)| key);
        let mut happenings = self.happenings.iter().filter(|(key, _)| Some(*key) != first).peekable();
        for fix in self.fixes.iter() {
            while let Some(((at, _), what)) = happenings.next_if(|((at, _), _)| *at <= fix.at) {
                progress.happen(*at, what);
            }
            progress.fix(&fix);
        }
        for ((at, _), what) in happenings {
            progress.happen(*at, what);
        }
        self.progress = progress;
    }
}
