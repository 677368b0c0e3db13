//! What is believed of a tour after its events in the order of their instants. One step of the fold.

mod beside;
mod following;
mod planning;
mod unseen;

use jiff::{SignedDuration, Timestamp};

use super::anomalies::{Anomalies, Anomaly};
use super::choices::Choices;
use super::fixes::KeptFix;
use super::gate::{Gate, Worth};
use super::halt::Halt;
use super::lifecycle::{Lifecycle, Phase, Turn};
use super::line::Line;
use super::reach::Reach;
use super::stops::{Evidence, ParcelProgress, StopState, Stops};
use crate::view::{Because, Reason};
use crate::{
    DriverId, Happening, Metres, OutcomeView, ParcelId, Place, PlannedStart, StopId, TravelTimes, VehicleId,
};
use unseen::LastSeen;

/// Reasons that are kept for the whole tour.
const REASONS_MAX: usize = 32;

/// A position that is believed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Position {
    /// Where.
    pub place: Place,
    /// The accuracy radius, where the device told one.
    pub accuracy: Option<Metres>,
    /// When.
    pub at: Timestamp,
}

/// A position that is older tells little about where the vehicle is on its way.
const FRESH: SignedDuration = SignedDuration::from_mins(5);

impl From<&KeptFix> for Position {
    fn from(fix: &KeptFix) -> Self {
        Self { place: fix.place, accuracy: fix.accuracy, at: fix.at }
    }
}

impl Position {
    /// Whether it still tells where the vehicle is.
    pub(crate) fn is_fresh(&self, now: Timestamp) -> bool {
        now.duration_since(self.at) <= FRESH
    }
}

/// What is believed of a tour.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Progress {
    pub(crate) lifecycle: Lifecycle,
    pub(crate) phase: Phase,
    /// Whether the driver closed the map.
    pub(crate) is_map_hidden: bool,
    pub(crate) driver: Option<DriverId>,
    pub(crate) vehicle: Option<VehicleId>,
    pub(crate) start: Option<PlannedStart>,
    /// The plan's driving times, where they are believed.
    pub(crate) travel: Option<TravelTimes>,
    /// Whether the plan told driving times that are not believed.
    pub(crate) doubts_travel: bool,
    pub(crate) stops: Stops,
    pub(crate) choices: Choices,
    /// The stop that was served last, and when.
    pub(crate) last_served: Option<(StopId, Timestamp)>,
    pub(crate) left_start_at: Option<Timestamp>,
    pub(crate) position: Option<Position>,
    /// When the fixes were last somewhere else than the position, and not for the first time.
    pub(crate) alternated_at: Option<Timestamp>,
    pub(crate) line: Option<Line>,
    pub(crate) reasons: Vec<Reason>,
    pub(crate) anomalies: Anomalies,
    pub(crate) newest: Option<Timestamp>,
    /// When the first plan was made.
    planned_at: Option<Timestamp>,
    gate: Gate,
    pub(crate) reach: Option<Reach>,
    door: Option<Door>,
    halt: Option<Halt>,
    /// The stop at which the vehicle stands now, as far as the halt tells.
    halted_at: Option<StopId>,
    last_seen: Option<LastSeen>,
}

/// The door at which a driver said to be.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Door {
    stop: StopId,
    since: Timestamp,
    /// Where the device was then: the planned place of the stop may be wrong.
    place: Option<Place>,
}

impl Default for Progress {
    fn default() -> Self {
        Self {
            lifecycle: Lifecycle::default(),
            phase: Phase::NotStarted,
            is_map_hidden: false,
            driver: None,
            vehicle: None,
            start: None,
            travel: None,
            doubts_travel: false,
            stops: Stops::default(),
            choices: Choices::default(),
            last_served: None,
            left_start_at: None,
            position: None,
            alternated_at: None,
            line: None,
            reasons: Vec::new(),
            anomalies: Anomalies::default(),
            newest: None,
            planned_at: None,
            gate: Gate::default(),
            reach: None,
            door: None,
            halt: None,
            halted_at: None,
            last_seen: None,
        }
    }
}

impl Progress {
    /// Takes the next fix.
    pub(crate) fn fix(&mut self, fix: &KeptFix) {
        if !self.phase.is_underway() {
            self.anomalies.note(Anomaly::FixOutsideTour);
            return;
        }
        match self.gate.judge(fix, self.reach.as_ref()) {
            Worth::Far => self.anomalies.note(Anomaly::FarFix),
            Worth::Inaccurate => self.anomalies.note(Anomaly::InaccurateFix),
            Worth::Stale => self.anomalies.note(Anomaly::StaleFix),
            Worth::Jump => self.anomalies.note(Anomaly::Jump),
            Worth::Alternating => {
                self.anomalies.note(Anomaly::AlternatingFix);
                self.alternated_at = Some(fix.at);
            }
            Worth::Believed => {
                self.newest = self.newest.max(Some(fix.at));
                self.position = Some(Position::from(fix));
                self.leave_the_door(fix);
                if self.line.is_some() {
                    self.follow_line(fix);
                } else {
                    self.follow_halts(fix);
                }
            }
        }
    }

    /// Takes the next event that is not a fix.
    pub(crate) fn happen(&mut self, at: Timestamp, what: &Happening) {
        self.newest = self.newest.max(Some(at));
        match what {
            Happening::Planned(plan) => self.plan(plan, at),
            Happening::Fix(_) => {}
            Happening::Started => self.turn(at, Turn::Started, Some(Because::TourStarted)),
            Happening::BreakBegun => self.turn(at, Turn::BreakBegun, Some(Because::BreakBegun)),
            Happening::BreakEnded => self.turn(at, Turn::BreakEnded, Some(Because::BreakEnded)),
            Happening::Ended => self.turn(at, Turn::Ended, None),
            Happening::MapHidden => self.is_map_hidden = true,
            Happening::MapShown => self.is_map_hidden = false,
            Happening::Arrived { stop } => self.arrived(*stop, at),
            Happening::Departed { stop: None } => self.left_start_at = Some(at),
            Happening::Departed { stop: Some(stop) } => self.departed(*stop, at),
            Happening::Scanned { parcel } => self.scanned(*parcel, at),
            Happening::Attempted { parcel, outcome } | Happening::Delivered { parcel, outcome } => {
                self.settled(*parcel, OutcomeView { outcome: *outcome, at });
            }
            Happening::Served { stop } => self.served(*stop, None, at, Evidence::Told),
            Happening::Skipped { stop } => self.skipped(*stop, at),
            Happening::HandedOver { driver, vehicle } => {
                self.driver = driver.or(self.driver);
                self.vehicle = vehicle.or(self.vehicle);
                // Before the start nobody goes on with anything.
                if self.phase != Phase::NotStarted {
                    self.say(at, Because::HandedOver);
                }
            }
            Happening::InstructionGiven { parcel, instruction, version } => {
                self.of_parcel(*parcel, |known| known.instruct(instruction.clone(), *version, at));
            }
            Happening::AccessNoted { parcel, access, version } => self.of_parcel(*parcel, |known| {
                known.note_access(access.clone(), *version);
            }),
            Happening::PlaceMarked { parcel, mark, version } => {
                self.of_parcel(*parcel, |known| known.mark_place(*mark, *version));
            }
            Happening::PutLater { parcel, not_before, order, version } => {
                self.of_parcel(*parcel, |known| known.put_later(*not_before, *version));
                self.put_later(*parcel, order, at);
            }
            Happening::InstructionSeen { parcel, version } => self.of_parcel(*parcel, |known| {
                known.see_wishes(*version, at);
            }),
            Happening::DoorCodeGiven { parcel, is_right } => {
                self.of_parcel(*parcel, |known| known.door_code.given(*is_right));
            }
            Happening::DoorCodeRenewed { parcel } => {
                self.of_parcel(*parcel, |known| known.door_code.renew());
            }
            changed => self.change_plan(at, changed),
        }
    }

    fn turn(&mut self, at: Timestamp, turn: Turn, because: Option<Because>) {
        self.lifecycle.turn(at, turn);
        let phase = self.lifecycle.phase();
        if phase == self.phase {
            self.anomalies.note(Anomaly::MisplacedTurn);
            return;
        }
        self.phase = phase;
        if turn == Turn::Started && self.planned_at.is_some_and(|planned_at| planned_at > at) {
            self.anomalies.note(Anomaly::PlanAfterStart);
        }
        if let Some(because) = because {
            self.say(at, because);
        }
    }

    fn arrived(&mut self, stop: StopId, at: Timestamp) {
        self.leave_other_stops(stop, at);
        match self.stops.get_mut(stop) {
            Some(known) if known.state.is_open() => {
                known.state = StopState::Arrived { at, by: Evidence::Told };
                self.door = Some(Door { stop, since: at, place: None });
            }
            Some(_) => {}
            None => self.anomalies.note(Anomaly::UnknownStop),
        }
    }

    fn departed(&mut self, stop: StopId, at: Timestamp) {
        match self.stops.get(stop).map(|known| known.state) {
            Some(StopState::Arrived { at: since, .. }) => self.served(stop, Some(since), at, Evidence::Halt),
            // Who leaves a place was there, even if nobody said so.
            Some(StopState::Remaining) => self.served(stop, None, at, Evidence::Halt),
            Some(_) => {}
            None => self.anomalies.note(Anomaly::UnknownStop),
        }
    }

    fn scanned(&mut self, parcel: ParcelId, at: Timestamp) {
        match self.stops.parcel(parcel).map(|known| known.stop) {
            Some(stop) if self.stops.get(stop).is_some_and(|stop| stop.state == StopState::Remaining) => {
                self.arrived(stop, at);
            }
            Some(_) => {}
            None => self.anomalies.note(Anomaly::UnknownParcel),
        }
    }

    fn settled(&mut self, parcel: ParcelId, outcome: OutcomeView) {
        let Some(known) = self.stops.parcel_mut(parcel) else {
            self.anomalies.note(Anomaly::UnknownParcel);
            return;
        };
        known.outcome = Some(outcome);
        let stop = known.stop;
        if self.stops.parcels_of(stop).all(|(_, parcel)| parcel.outcome.is_some()) {
            self.served(stop, None, outcome.at, Evidence::Told);
        } else {
            self.scanned(parcel, outcome.at);
        }
    }

    fn of_parcel(&mut self, parcel: ParcelId, note: impl FnOnce(&mut ParcelProgress)) {
        match self.stops.parcel_mut(parcel) {
            Some(known) => note(known),
            None => self.anomalies.note(Anomaly::UnknownParcel),
        }
    }

    fn skipped(&mut self, stop: StopId, at: Timestamp) {
        let Some(position) = self.stops.position(stop) else {
            self.anomalies.note(Anomaly::UnknownStop);
            return;
        };
        let Some(known) = self.stops.at_mut(position).filter(|known| known.state.is_open()) else { return };
        known.state = StopState::Skipped { at };
        known.tell(Reason { at, because: Because::StopSkipped });
        if known.planned.place.is_some() {
            self.say_behind(position + 1, at, Because::StopsDroppedBefore(1));
        }
    }

    /// A stop is done. What was told overrides what was seen, never the other way round.
    fn served(&mut self, stop: StopId, arrived_at: Option<Timestamp>, at: Timestamp, by: Evidence) {
        let rank =
            self.stops.iter().filter(|known| known.is_counted()).position(|known| known.planned.id == stop);
        let Some(known) = self.stops.get_mut(stop) else {
            self.anomalies.note(Anomaly::UnknownStop);
            return;
        };
        let arrived_before = match known.state {
            StopState::Arrived { at, .. } => Some(at),
            StopState::Served { arrived_at, .. } => arrived_at,
            StopState::Remaining | StopState::Skipped { .. } => None,
        };
        if matches!(known.state, StopState::Served { by: surer, .. } if surer <= by) {
            return;
        }
        known.state = StopState::Served { arrived_at: arrived_at.or(arrived_before), at, by };
        self.last_served = Some((stop, at));
        if let Some(rank) = rank {
            known.choice = Some(self.choices.next());
            if rank > 0 {
                self.anomalies.note(Anomaly::OutOfOrderStop);
                self.say(at, Because::DriverChoseAnotherOrder);
            }
        }
    }

    /// A driver is at one stop at a time: stops that were only arrived at are open again.
    fn leave_other_stops(&mut self, here: StopId, at: Timestamp) {
        self.stops.iter_mut().filter(|stop| stop.planned.id != here).for_each(|stop| stop.leave(at));
    }

    fn say(&mut self, at: Timestamp, because: Because) {
        if self.reasons.len() == REASONS_MAX {
            self.reasons.remove(0);
        }
        self.reasons.push(Reason { at, because });
    }

    /// Tells the recipients of the open stops from a position on.
    fn say_behind(&mut self, position: usize, at: Timestamp, because: Because) {
        if matches!(because, Because::StopsAddedBefore(0)) {
            return;
        }
        for stop in self.stops.iter_mut().skip(position).filter(|stop| stop.state.is_open()) {
            stop.tell(Reason { at, because });
        }
    }
}

fn count_of(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}
