//! The stops of a tour: what became of each, and the order in which the rest is believed to follow.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;

use super::DoorCode;
use crate::view::{Because, Reason};
use crate::wish::safe_place;
use crate::{
    AccessNotes, Instruction, OutcomeView, ParcelId, PlaceMark, PlannedStop, StopId, Wishes, WishesSeen,
};

/// Reasons that are kept for one stop; no view tells more.
const REASONS_MAX: usize = crate::TrackingView::REASONS_MAX;

/// A stop and what became of it.
#[derive(Debug, Clone, PartialEq)]
pub struct StopProgress {
    /// The stop as planned.
    pub planned: PlannedStop,
    /// What became of it.
    pub state: StopState,
    /// Its place in the table of travel times that came with the plan; `None` for a stop added later.
    pub travel_index: Option<usize>,
    /// The how manieth it was that the driver chose, from 0, since there is this plan.
    pub(crate) choice: Option<usize>,
    /// Why what its recipients see changed, oldest first.
    pub(crate) reasons: Vec<Reason>,
}

/// What became of a stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StopState {
    /// Still to come.
    Remaining,
    /// The driver is there.
    Arrived {
        /// Since when.
        at: Timestamp,
        /// How that is known.
        by: Evidence,
    },
    /// Done.
    Served {
        /// When the driver arrived, where that was seen.
        arrived_at: Option<Timestamp>,
        /// When it was done.
        at: Timestamp,
        /// How that is known.
        by: Evidence,
    },
    /// Left out.
    Skipped {
        /// When.
        at: Timestamp,
    },
}

/// How something is known about a stop, surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Evidence {
    /// The driver or a scan said so.
    Told,
    /// The vehicle halted there.
    Halt,
    /// The vehicle drove past a stop that asks for no halt.
    Passed,
    /// Nobody saw it, but there was time for it on the way that the vehicle made.
    Inferred,
}

impl StopState {
    /// Whether the driver still has to do something there.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Remaining | Self::Arrived { .. })
    }
}

/// A parcel on the tour.
#[derive(Debug, Clone, PartialEq)]
pub struct ParcelProgress {
    /// The stop that it goes to.
    pub stop: StopId,
    /// How its story ended.
    pub outcome: Option<OutcomeView>,
    /// What its recipient asks for.
    pub instruction: Option<Instruction>,
    /// When they last said so, or took it back.
    pub instructed_at: Option<Timestamp>,
    /// Where exactly their safe place is; `None` where the tour was told nothing of it.
    pub mark: Option<PlaceMark>,
    /// How to get to the door; `None` where the tour was told nothing of it.
    pub access: Option<AccessNotes>,
    /// Before when they asked the driver not to come.
    pub not_before: Option<Timestamp>,
    /// The number of their last change on this tour; 0 where there was none.
    pub wishes_version: u32,
    /// What the driver's phone showed of that last.
    pub wishes_seen: Option<WishesSeen>,
    /// The code that they tell at the door, where one is asked for.
    pub door_code: DoorCode,
}

/// All stops in the believed order.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Stops {
    ordered: Vec<StopProgress>,
    parcels: BTreeMap<ParcelId, ParcelProgress>,
}

impl Stops {
    /// Replaces the plan. What is known of stops and parcels that stay in it is kept.
    pub(crate) fn replan(&mut self, planned: &[PlannedStop]) {
        let mut old = std::mem::take(self);
        self.ordered.reserve_exact(planned.len());
        for (index, stop) in planned.iter().enumerate() {
            let mut progress = match old.position(stop.id) {
                Some(position) => old.ordered.remove(position),
                None => StopProgress::new(stop.clone()),
            };
            let place = stop.place.or(progress.planned.place);
            progress.planned = PlannedStop { place, ..stop.clone() };
            progress.travel_index = Some(index + 1);
            self.adopt_parcels(stop, &mut old.parcels);
            self.ordered.push(progress);
        }
        let done: Vec<StopProgress> = old.ordered.into_iter().filter(|stop| !stop.state.is_open()).collect();
        self.ordered.splice(0..0, done);
        self.keep_stories(old.parcels);
        // A map that is made of all at once is packed; one that grew has as much room again.
        self.parcels = std::mem::take(&mut self.parcels).into_iter().collect();
    }

    /// Keeps parcels that a new plan does not name, where their story ended or their stop is done.
    fn keep_stories(&mut self, parcels: BTreeMap<ParcelId, ParcelProgress>) {
        for (id, parcel) in parcels {
            let stop = self.get(parcel.stop).map(|stop| stop.state);
            if stop.is_some_and(|state| parcel.outcome.is_some() || !state.is_open()) {
                self.parcels.insert(id, parcel);
            }
        }
    }

    /// Adds stops behind another one, or in front of all that are open; how many of the new ones are counted, and where
    /// those begin that follow.
    pub(crate) fn insert(&mut self, after: Option<StopId>, stops: &[PlannedStop]) -> (usize, usize) {
        let mut seen = BTreeSet::new();
        let at = match after.and_then(|stop| self.position(stop)) {
            Some(position) => position + 1,
            None => self.ordered.iter().position(|stop| stop.state.is_open()).unwrap_or(self.ordered.len()),
        };
        let new: Vec<StopProgress> = stops
            .iter()
            .filter(|stop| self.position(stop.id).is_none() && seen.insert(stop.id))
            .map(|stop| StopProgress::new(stop.clone()))
            .collect();
        for stop in &new {
            self.adopt_parcels(&stop.planned, &mut BTreeMap::new());
        }
        let counted = new.iter().filter(|stop| stop.is_counted()).count();
        let behind = at + new.len();
        self.ordered.splice(at..at, new);
        (counted, behind)
    }

    /// Takes stops and their parcels off the tour, and tells those behind; how many of them are not on it. What was
    /// served stays: it happened.
    pub(crate) fn remove(&mut self, stops: &[StopId], at: Timestamp) -> usize {
        let known = stops.iter().filter(|stop| self.position(**stop).is_some()).count();
        let mut dropped = 0;
        self.ordered.retain_mut(|stop| {
            let served = matches!(stop.state, StopState::Served { .. });
            if stops.contains(&stop.planned.id) && !served {
                dropped += u16::from(stop.planned.place.is_some());
                return false;
            }
            if dropped > 0 && stop.state.is_open() {
                stop.tell(Reason { at, because: Because::StopsDroppedBefore(dropped) });
            }
            true
        });
        let left: BTreeSet<StopId> = self.ordered.iter().map(|stop| stop.planned.id).collect();
        self.parcels.retain(|_, parcel| left.contains(&parcel.stop));
        stops.len() - known
    }

    /// Puts the named stops first, in this order; the others follow in their old one.
    pub(crate) fn resequence(&mut self, order: &[StopId]) {
        let rank: BTreeMap<StopId, usize> =
            order.iter().enumerate().map(|(rank, stop)| (*stop, rank)).collect();
        self.ordered.sort_by_key(|stop| {
            let rank = rank.get(&stop.planned.id).copied().unwrap_or(usize::MAX);
            (stop.state.is_open(), if stop.state.is_open() { rank } else { 0 })
        });
    }

    /// Puts parcels on a stop.
    pub(crate) fn add_parcels(&mut self, stop: StopId, parcels: &[ParcelId]) -> bool {
        if self.position(stop).is_none() {
            return false;
        }
        for parcel in parcels {
            self.parcels.entry(*parcel).or_insert_with(|| ParcelProgress::new(stop)).stop = stop;
        }
        true
    }

    /// Takes a parcel off the tour; what was known of it.
    pub(crate) fn remove_parcel(&mut self, parcel: ParcelId) -> Option<ParcelProgress> {
        self.parcels.remove(&parcel)
    }

    /// Where a stop stands in the believed order.
    pub(crate) fn position(&self, stop: StopId) -> Option<usize> {
        self.ordered.iter().position(|known| known.planned.id == stop)
    }

    pub(crate) fn at_mut(&mut self, position: usize) -> Option<&mut StopProgress> {
        self.ordered.get_mut(position)
    }

    pub(crate) fn get(&self, stop: StopId) -> Option<&StopProgress> {
        self.ordered.iter().find(|known| known.planned.id == stop)
    }

    pub(crate) fn get_mut(&mut self, stop: StopId) -> Option<&mut StopProgress> {
        self.ordered.iter_mut().find(|known| known.planned.id == stop)
    }

    pub(crate) fn iter(&self) -> std::slice::Iter<'_, StopProgress> {
        self.ordered.iter()
    }

    pub(crate) fn iter_mut(&mut self) -> std::slice::IterMut<'_, StopProgress> {
        self.ordered.iter_mut()
    }

    pub(crate) fn parcel(&self, parcel: ParcelId) -> Option<&ParcelProgress> {
        self.parcels.get(&parcel)
    }

    pub(crate) fn parcel_mut(&mut self, parcel: ParcelId) -> Option<&mut ParcelProgress> {
        self.parcels.get_mut(&parcel)
    }

    /// The parcels of the tour with what is known of each.
    pub(crate) fn parcels(&self) -> impl Iterator<Item = (ParcelId, &ParcelProgress)> {
        self.parcels.iter().map(|(id, parcel)| (*id, parcel))
    }

    /// The parcels of a stop.
    pub(crate) fn parcels_of(&self, stop: StopId) -> impl Iterator<Item = (ParcelId, &ParcelProgress)> {
        self.parcels().filter(move |(_, parcel)| parcel.stop == stop)
    }

    fn adopt_parcels(&mut self, stop: &PlannedStop, known: &mut BTreeMap<ParcelId, ParcelProgress>) {
        for parcel in &stop.parcels {
            let before = known.remove(parcel).or_else(|| self.parcels.remove(parcel));
            let mut progress = before.unwrap_or_else(|| ParcelProgress::new(stop.id));
            progress.stop = stop.id;
            self.parcels.insert(*parcel, progress);
        }
    }
}

impl StopProgress {
    fn new(planned: PlannedStop) -> Self {
        Self { planned, state: StopState::Remaining, travel_index: None, choice: None, reasons: Vec::new() }
    }

    /// Whether it is held back: still to come, and nobody knows where it is.
    pub fn is_held(&self) -> bool {
        self.state == StopState::Remaining && self.planned.place.is_none()
    }

    /// Whether it is one of those that the driver still has to go to, and that are counted: it is known where it is.
    pub(crate) fn is_counted(&self) -> bool {
        self.state.is_open() && self.planned.place.is_some()
    }

    /// When the driver left without doing anything, as often as it is remembered.
    pub(crate) fn left(&self) -> impl Iterator<Item = Timestamp> {
        let is_left = |reason: &&Reason| matches!(reason.because, Because::DriverChoseAnotherOrder);
        self.reasons.iter().filter(is_left).map(|reason| reason.at)
    }

    /// The driver left without doing anything: it is open again, and its recipients are told, who were told before that
    /// the driver is there.
    pub(crate) fn leave(&mut self, at: Timestamp) {
        if matches!(self.state, StopState::Arrived { .. }) {
            self.state = StopState::Remaining;
            self.tell(Reason { at, because: Because::DriverChoseAnotherOrder });
        }
    }

    /// Tells its recipients why what they see changed.
    pub(crate) fn tell(&mut self, reason: Reason) {
        if self.reasons.len() == REASONS_MAX {
            self.reasons.remove(0);
        }
        self.reasons.push(reason);
    }
}

impl ParcelProgress {
    fn new(stop: StopId) -> Self {
        Self {
            stop,
            outcome: None,
            instruction: None,
            instructed_at: None,
            mark: None,
            access: None,
            not_before: None,
            wishes_version: 0,
            wishes_seen: None,
            door_code: DoorCode::default(),
        }
    }

    /// What its recipient asks for: what the tour was told, else what stood in the record before it.
    pub fn wishes(&self, before: &Wishes) -> Wishes {
        let version = self.wishes_version.max(before.version);
        // What goes to a pick-up point was asked for after whatever this tour was told of the door.
        if before.pickup_point.is_some() {
            return Wishes { version, ..before.clone() };
        }
        let instruction = if self.instructed_at.is_some() { &self.instruction } else { &before.instruction };
        Wishes {
            instruction: instruction.clone(),
            mark: self.mark.unwrap_or(before.mark),
            access: self.access.as_ref().unwrap_or(&before.access).clone(),
            day: before.day,
            pickup_point: None,
            version,
        }
    }

    /// When the driver's phone first showed what is asked for now.
    pub fn seen_at(&self, wishes: &Wishes) -> Option<Timestamp> {
        self.wishes_seen.filter(|seen| seen.version == wishes.version).map(|seen| seen.at)
    }

    pub(super) fn instruct(&mut self, instruction: Option<Instruction>, version: u32, at: Timestamp) {
        // Another place is another mark, also than that of a place which only the record knows.
        if safe_place(self.instruction.as_ref()) != safe_place(instruction.as_ref()) {
            self.mark = Some(PlaceMark::default());
        }
        self.instruction = instruction;
        self.instructed_at = Some(at);
        self.wishes_version = self.wishes_version.max(version);
    }

    pub(super) fn note_access(&mut self, access: AccessNotes, version: u32) {
        self.access = Some(access);
        self.wishes_version = self.wishes_version.max(version);
    }

    pub(super) fn mark_place(&mut self, mark: PlaceMark, version: u32) {
        self.mark = Some(mark);
        self.wishes_version = self.wishes_version.max(version);
    }

    pub(super) fn put_later(&mut self, not_before: Timestamp, version: u32) {
        self.not_before = Some(not_before);
        self.wishes_version = self.wishes_version.max(version);
    }

    /// What was shown before is no news: a phone that tells it again changes nothing.
    pub(super) fn see_wishes(&mut self, version: u32, at: Timestamp) {
        if self.wishes_seen.is_none_or(|seen| seen.version < version) {
            self.wishes_seen = Some(WishesSeen { version, at });
        }
    }
}
