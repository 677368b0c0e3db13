//! The embedded road network: an extract made ready to answer.

use std::future::ready;
use std::path::Path;
use std::time::Duration;

use doorstep_domain::{Metres, Place};
use thiserror::Error;

use crate::contract::Hierarchy;
use crate::door::{Answer, MAX_MATRIX_CELLS, MAX_SNAP, Roads, RoadsError, Route, Snap, TravelMatrix};
use crate::extract::{ExtractError, RawRoads, read_roads};
use crate::graph::Graph;
use crate::profile::{InvalidProfile, Profile};
use crate::saved::{self, Key, SavedError};
use crate::search::Climbs;
use crate::snap::{Foothold, Snapper};
use crate::units::duration;
use crate::{matrix, route};

/// The roads of an extract, ready to answer.
///
/// It is made once, from an extract ([`RoadNetwork::build`]) or from what an earlier run saved
/// ([`RoadNetwork::load`]), and never changes. It may be asked from many threads at once.
pub struct RoadNetwork {
    graph: Graph,
    hierarchy: Hierarchy,
    snapper: Snapper,
    climbs: Climbs,
}

/// Why a network could not be made.
#[derive(Debug, Error)]
pub enum BuildError {
    /// The extract is at fault.
    #[error(transparent)]
    Extract(#[from] ExtractError),
    /// The profile is at fault.
    #[error(transparent)]
    Profile(#[from] InvalidProfile),
}

/// How big a network is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Size {
    /// Pieces of road between junctions.
    pub segments: usize,
    /// The turns between them.
    pub turns: usize,
    /// The length of all roads together.
    pub length: Metres,
}

impl RoadNetwork {
    /// Reads an extract and makes its roads ready.
    ///
    /// # Errors
    /// When the extract cannot be read, is no extract or holds no roads, or when the profile is impossible.
    pub fn build(extract: &Path, profile: &Profile) -> Result<Self, BuildError> {
        profile.check()?;
        let raw = read_roads(extract, profile)?;
        let no_roads = || ExtractError::NoRoads { path: extract.to_owned() };
        Ok(Self::from_raw(raw, profile).ok_or_else(no_roads)?)
    }

    /// Reads a network that [`RoadNetwork::save`] wrote.
    ///
    /// # Errors
    /// When the file cannot be read, was not written by this version from the key's extract and profile, or is
    /// damaged. In each case building it again helps.
    pub fn load(file: &Path, key: &Key) -> Result<Self, SavedError> {
        let (graph, hierarchy) = saved::read(file, key)?;
        Ok(Self::assemble(graph, hierarchy))
    }

    /// Writes the network to a file, which appears whole or not at all.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn save(&self, file: &Path, key: &Key) -> Result<(), SavedError> {
        saved::write(file, key, (&self.graph, &self.hierarchy))
    }

    /// How big the network is.
    pub fn size(&self) -> Size {
        Size {
            segments: self.graph.segment_count(),
            turns: self.graph.turn_count(),
            length: self.graph.length(),
        }
    }

    /// The quickest way from one place to another.
    ///
    /// # Errors
    /// When a place is farther than [`MAX_SNAP`] from any road.
    pub fn route(&self, from: Place, to: Place) -> Result<Route, RoadsError> {
        let (start, goal) = (self.foothold(from)?, self.foothold(to)?);
        let way = route::quickest(&self.graph, &self.hierarchy, &self.climbs, &start, &goal)
            .ok_or(RoadsError::Unreachable)?;
        let (line, length_m) = route::line(&self.graph, &way, &start, &goal);
        Ok(Route {
            duration: duration(way.duration),
            length: Metres(length_m),
            line,
            start: self.told(&start),
            end: self.told(&goal),
        })
    }

    /// The travel time of the quickest way, which is found faster than the way itself.
    ///
    /// # Errors
    /// When a place is farther than [`MAX_SNAP`] from any road.
    pub fn travel_time(&self, from: Place, to: Place) -> Result<Duration, RoadsError> {
        let (start, goal) = (self.foothold(from)?, self.foothold(to)?);
        route::quickest(&self.graph, &self.hierarchy, &self.climbs, &start, &goal)
            .map(|way| duration(way.duration))
            .ok_or(RoadsError::Unreachable)
    }

    /// The travel times from every source to every target.
    ///
    /// # Errors
    /// When there are more than [`MAX_MATRIX_CELLS`] pairs.
    pub fn matrix(&self, sources: &[Place], targets: &[Place]) -> Result<TravelMatrix, RoadsError> {
        if sources.len().saturating_mul(targets.len()) > MAX_MATRIX_CELLS {
            return Err(RoadsError::MatrixTooBig { sources: sources.len(), targets: targets.len() });
        }
        let footholds = |places: &[Place]| -> Vec<Option<Foothold>> {
            places.iter().map(|place| self.foothold(*place).ok()).collect()
        };
        let (sources, goals) = (footholds(sources), footholds(targets));
        let rows = matrix::durations(&self.graph, &self.hierarchy, &self.climbs, &sources, &goals);
        Ok(TravelMatrix::from_rows(goals.len(), rows))
    }

    /// The nearest place on a road.
    ///
    /// # Errors
    /// When it is farther than [`MAX_SNAP`].
    pub fn snap(&self, place: Place) -> Result<Snap, RoadsError> {
        self.foothold(place).map(|foothold| self.told(&foothold))
    }

    /// The nearest place on a road of that name, unless the nearest road of all is a good deal closer.
    ///
    /// # Errors
    /// When it is farther than [`MAX_SNAP`].
    pub fn snap_to_street(&self, place: Place, street: &str) -> Result<Snap, RoadsError> {
        let foothold = self.snapper.nearest_on_street(&self.graph, place, street);
        near_enough(foothold).map(|foothold| self.told(&foothold))
    }

    pub(crate) fn from_raw(raw: RawRoads, profile: &Profile) -> Option<Self> {
        let graph = Graph::build(raw, profile)?;
        let hierarchy = Hierarchy::contract(&graph);
        Some(Self::assemble(graph, hierarchy))
    }

    pub(crate) fn graph(&self) -> &Graph {
        &self.graph
    }

    fn assemble(graph: Graph, hierarchy: Hierarchy) -> Self {
        let snapper = Snapper::new(&graph);
        let climbs = Climbs::new(hierarchy.rank_count());
        Self { graph, hierarchy, snapper, climbs }
    }

    /// Where an address meets the road of its name.
    pub(crate) fn foothold_on(&self, place: Place, street: &str) -> Option<Foothold> {
        near_enough(self.snapper.nearest_on_street(&self.graph, place, street)).ok()
    }

    /// Where a place meets the nearest road.
    pub(crate) fn foothold(&self, place: Place) -> Result<Foothold, RoadsError> {
        near_enough(self.snapper.nearest(&self.graph, place))
    }

    fn told(&self, foothold: &Foothold) -> Snap {
        Snap {
            place: foothold.point.place(),
            distance: Metres(foothold.distance_m),
            street: self.graph.name(foothold.segment).map(str::to_owned),
        }
    }
}

fn near_enough(foothold: Option<Foothold>) -> Result<Foothold, RoadsError> {
    let distance = Metres(foothold.map_or(f64::INFINITY, |foothold| foothold.distance_m));
    foothold.filter(|_| distance <= MAX_SNAP).ok_or(RoadsError::NoRoadNear { distance })
}

impl Roads for RoadNetwork {
    fn route(&self, from: Place, to: Place) -> Answer<'_, Route> {
        Box::pin(ready(self.route(from, to)))
    }

    fn matrix<'a>(&'a self, sources: &'a [Place], targets: &'a [Place]) -> Answer<'a, TravelMatrix> {
        Box::pin(ready(self.matrix(sources, targets)))
    }

    fn snap(&self, place: Place) -> Answer<'_, Snap> {
        Box::pin(ready(self.snap(place)))
    }

    fn snap_to_street<'a>(&'a self, place: Place, street: &'a str) -> Answer<'a, Snap> {
        Box::pin(ready(self.snap_to_street(place, street)))
    }
}
