//! What the order is inferred on: the stops that are or were to choose from, and what lies between them.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::Arc;

use jiff::Timestamp;

use super::costs::{Leg, Legs};
use super::experience::{Experience, Spreads, Taught};
use super::zones::Zones;
use crate::tour::{Spot, StopProgress, Ways, service};
use crate::{Place, TourState};

/// A stop on the [`Ground`], in the order of the plan, from 1; [`HERE_AT_FIRST`] is where the driver came from.
pub(super) type Node = u16;
/// Where the driver was before the first choice: the start, or the stop served before there was this plan.
pub(super) const HERE_AT_FIRST: Node = 0;

/// How much the way home counts. Tours end at the depot, but the last stops are often near a home or a fuel station.
const HOME_SHARE: f32 = 0.5;

/// The stops to choose from, and the ways between them.
#[derive(Debug, Clone)]
pub(super) struct Ground {
    made_of: u64,
    /// Where each node is; the first one may not be known.
    spots: Vec<Option<Spot>>,
    /// The place of each node but the first one in the stops of the tour.
    positions: Vec<usize>,
    /// When each node is planned to be reached; the first one, when it is planned to be left.
    planned: Vec<Option<Timestamp>>,
    zones: Zones,
    zone_of: Vec<usize>,
    home: Option<Spot>,
    ways: Ways,
    /// Whether the planned instants are a timetable: a plan that tells travel times says more by them.
    is_timetable: bool,
    taught: Taught,
}

impl Ground {
    pub(super) fn of(state: &TourState, experience: &Arc<Experience>) -> Self {
        let considered: Vec<(usize, &StopProgress)> =
            state.stops().enumerate().filter(|(_, stop)| is_considered(stop)).collect();
        let before = state.progress().choices.from.map(|stop| state.stop(stop));
        let from = match before {
            Some(stop) => stop.and_then(Spot::of),
            None => Spot::of_start(state),
        };
        let left = match before {
            Some(stop) => stop.and_then(|stop| stop.planned.planned_arrival),
            None => state.start().and_then(|start| start.at),
        };
        let stops: Vec<&StopProgress> = considered.iter().map(|(_, stop)| *stop).collect();
        let (zones, mut zone_of) = Zones::of(stops.iter().copied());
        zone_of.insert(0, 0);
        Self {
            made_of: fingerprint(state),
            spots: std::iter::once(from).chain(considered.iter().map(|(_, stop)| Spot::of(stop))).collect(),
            planned: std::iter::once(left)
                .chain(considered.iter().map(|(_, stop)| stop.planned.planned_arrival))
                .collect(),
            positions: considered.iter().map(|(position, _)| *position).collect(),
            zones,
            zone_of,
            home: Spot::of_start(state),
            ways: Ways::of(state),
            is_timetable: state.travel().is_none() && !state.progress().doubts_travel,
            taught: Taught::of(&stops, experience),
        }
    }

    /// Whether this is still the ground of the tour.
    pub(super) fn is_of(&self, state: &TourState) -> bool {
        self.ways.are_of(state) && self.made_of == fingerprint(state)
    }

    /// The nodes of the stops, in planned order.
    pub(super) fn nodes(&self) -> impl Iterator<Item = Node> + use<> {
        1..Node::try_from(self.spots.len()).unwrap_or(Node::MAX)
    }

    /// Where the stop of a node stands among the stops of the tour.
    pub(super) fn position(&self, node: Node) -> Option<usize> {
        self.positions.get(index(node)?).copied()
    }

    /// What it costs to go between these nodes, by their numbers in this order.
    pub(super) fn legs(&self, nodes: &[Node]) -> Legs {
        let node = |number: usize| nodes.get(number).copied().unwrap_or(HERE_AT_FIRST);
        let leg = |from, to| self.leg(node(from), node(to));
        Legs::of(nodes.len(), leg, |number| HOME_SHARE * self.way_home(node(number)))
    }

    /// Both ways count the same: what differs between them is mostly one-way streets around the last block.
    fn leg(&self, a: Node, b: Node) -> Leg {
        let (Some(from), Some(to)) = (self.spot(a), self.spot(b)) else { return Leg::default() };
        let zone = |node: Node| self.zone_of.get(usize::from(node)).copied().unwrap_or_default();
        Leg {
            drive_s: f32::midpoint(self.seconds(from, to), self.seconds(to, from)),
            zone_s: self.zones.price(zone(a), zone(b)),
        }
    }

    /// How long the drive from one to the other takes that begins at an instant, in seconds; nothing where nobody knows
    /// where they are.
    pub(super) fn drive(&self, from: Node, to: Node, at: Timestamp) -> f32 {
        let planned_s = self.spot(from).zip(self.spot(to)).map_or(0.0, |(from, to)| self.seconds(from, to));
        index(to).map_or(planned_s, |to| planned_s * self.taught.drive_factor(to, at))
    }

    /// How long the work at a stop takes, in seconds.
    pub(super) fn service(&self, node: Node) -> f32 {
        index(node).map_or(0.0, |node| self.taught.service(node))
    }

    /// By how many seconds a vehicle comes later than its timetable says after going from one stop to another.
    pub(super) fn drift(&self, from: Node, to: Node) -> f32 {
        (from + 1..=to).filter_map(index).map(|node| self.taught.drift(node)).sum()
    }

    /// How far off times may be.
    pub(super) fn spreads(&self) -> Spreads {
        self.taught.spreads()
    }

    /// When a stop is planned to be reached, where the plan is a timetable.
    pub(super) fn timetabled(&self, node: Node) -> Option<Timestamp> {
        self.planned(node).filter(|_| self.is_timetable)
    }

    /// When a stop is planned to be reached.
    pub(super) fn planned(&self, node: Node) -> Option<Timestamp> {
        self.planned.get(usize::from(node)).copied().flatten()
    }

    /// Where a stop is.
    pub(super) fn place(&self, node: Node) -> Option<Place> {
        self.spot(node).map(|spot| spot.place)
    }

    fn way_home(&self, node: Node) -> f32 {
        match (self.spot(node), self.home) {
            (Some(from), Some(to)) => self.seconds(from, to),
            _ => 0.0,
        }
    }

    fn seconds(&self, from: Spot, to: Spot) -> f32 {
        self.ways.travel(from, to).as_secs_f32()
    }

    fn spot(&self, node: Node) -> Option<Spot> {
        self.spots.get(usize::from(node)).copied().flatten()
    }
}

/// Where a stop stands among those that are considered.
fn index(node: Node) -> Option<usize> {
    usize::from(node).checked_sub(1)
}

/// Stops that are to choose from, or were when a choice was made: nothing is foretold of one without a place.
fn is_considered(stop: &StopProgress) -> bool {
    stop.planned.place.is_some() && (stop.state.is_open() || stop.choice.is_some())
}

/// A number that differs when anything differs that the ground is made of.
fn fingerprint(state: &TourState) -> u64 {
    let mut hasher = DefaultHasher::new();
    (state.progress().choices.from, state.progress().doubts_travel).hash(&mut hasher);
    state.start().map(|start| (start.place.lat().to_bits(), start.place.lon().to_bits())).hash(&mut hasher);
    for stop in state.stops() {
        let planned = &stop.planned;
        (planned.id, is_considered(stop), stop.travel_index, &planned.zone).hash(&mut hasher);
        (planned.planned_arrival, service(stop)).hash(&mut hasher);
        planned.place.map(|place| (place.lat().to_bits(), place.lon().to_bits())).hash(&mut hasher);
    }
    hasher.finish()
}
