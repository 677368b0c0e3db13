//! Towns drawn by hand, on a plane in metres.

use doorstep_domain::Place;

use crate::extract::{Passage, RawNode, RawRoads, RawWay, Restriction, RestrictionKind, Signals};
use crate::network::RoadNetwork;
use crate::profile::{Profile, TurnCosts};
use crate::units::Point;

/// The speed on every street: a metre takes 100 ms.
pub(super) const SPEED_MPS: f64 = 10.0;

/// A profile in which turns, signals and gates cost nothing, so that times are lengths.
pub(super) fn plain() -> Profile {
    Profile {
        turns: TurnCosts {
            sharp_seconds: 0.0,
            across_seconds: 0.0,
            u_turn_seconds: 0.0,
            ..TurnCosts::default()
        },
        signal_seconds: 0.0,
        gate_seconds: 0.0,
        ..Profile::default()
    }
}

#[derive(Default)]
pub(super) struct Town {
    raw: RawRoads,
}

impl Town {
    /// A node so many metres east and north of the middle.
    pub(super) fn node(&mut self, east_m: f64, north_m: f64) -> u32 {
        let place = at(east_m, north_m);
        let point = Point::nearest_to_degrees(place.lat(), place.lon());
        self.raw.nodes.push(RawNode { point, ..RawNode::default() });
        u32::try_from(self.raw.nodes.len() - 1).unwrap()
    }

    /// A node that the extract lacks.
    pub(super) fn missing_node(&mut self) -> u32 {
        self.raw.nodes.push(RawNode::default());
        u32::try_from(self.raw.nodes.len() - 1).unwrap()
    }

    pub(super) fn barrier(&mut self, node: u32, passage: Passage) {
        self.raw.nodes[node as usize].passage = passage;
    }

    pub(super) fn signals(&mut self, node: u32, signals: Signals) {
        self.raw.nodes[node as usize].signals = signals;
    }

    /// A street for both directions; its id.
    pub(super) fn street(&mut self, nodes: &[u32]) -> i64 {
        let osm_id = i64::try_from(self.raw.ways.len()).unwrap();
        self.raw.names.push(format!("Street {osm_id}"));
        self.raw.ways.push(RawWay {
            osm_id,
            nodes: nodes.to_vec(),
            name: u32::try_from(osm_id).ok(),
            forward_mps: Some(SPEED_MPS),
            backward_mps: Some(SPEED_MPS),
            limited: false,
            is_residential: false,
        });
        osm_id
    }

    pub(super) fn one_way(&mut self, nodes: &[u32]) -> i64 {
        let id = self.street(nodes);
        self.raw.ways.last_mut().unwrap().backward_mps = None;
        id
    }

    pub(super) fn residential(&mut self, nodes: &[u32]) -> i64 {
        let id = self.street(nodes);
        self.raw.ways.last_mut().unwrap().is_residential = true;
        id
    }

    pub(super) fn private(&mut self, nodes: &[u32]) -> i64 {
        let id = self.street(nodes);
        self.raw.ways.last_mut().unwrap().limited = true;
        id
    }

    pub(super) fn restrict(&mut self, kind: RestrictionKind, from_way: i64, via_node: u32, to_way: i64) {
        self.raw.restrictions.push(Restriction { kind, from_way, via_node, to_way });
    }

    pub(super) fn build(self, profile: &Profile) -> RoadNetwork {
        self.try_build(profile).expect("the town has roads")
    }

    /// The network; `None` when one cannot drive back and forth anywhere.
    pub(super) fn try_build(self, profile: &Profile) -> Option<RoadNetwork> {
        RoadNetwork::from_raw(self.raw, profile)
    }
}

/// A place so many metres east and north of the middle.
pub(super) fn at(east_m: f64, north_m: f64) -> Place {
    let metres_per_degree = 111_195.08;
    let lat = 49.0 + north_m / metres_per_degree;
    Place::from_degrees(lat, 8.0 + east_m / metres_per_degree / 49_f64.to_radians().cos()).unwrap()
}
