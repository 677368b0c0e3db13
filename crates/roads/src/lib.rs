//! Roads: from an OpenStreetMap extract to travel times, ways and the nearest road.
//!
//! The way through the crate is that of the data:
//! `extract` reads what may be driven, as the [`Profile`] says; `graph` splits it at junctions and joins it by turns;
//! `contract` makes it quick to search; `snap`, `route` and `matrix` answer from it; `saved` keeps it between
//! starts. [`RoadNetwork`] holds it all together and [`Roads`] is the door that other engines stand behind too.
//!
//! ```
//! use doorstep_domain::Place;
//! use doorstep_roads::{Profile, RoadNetwork};
//!
//! let roads = RoadNetwork::build("../../demo/monaco.osm.pbf".as_ref(), &Profile::default())?;
//! let casino = Place::from_degrees(43.7392, 7.4274)?;
//! let heliport = Place::from_degrees(43.7258, 7.4192)?;
//! let route = roads.route(casino, heliport)?;
//! assert!((2_000.0..6_000.0).contains(&route.length.0));
//! assert_eq!(roads.matrix(&[casino], &[heliport])?.get(0, 0), Some(route.duration));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! It knows nothing of tours, parcels or people, and does not guess: a place far from any road is told as such.

mod contract;
mod csr;
mod door;
mod extract;
mod graph;
mod matrix;
mod network;
mod opened;
mod profile;
mod route;
mod saved;
mod search;
mod snap;
mod streets;
#[cfg(test)]
mod tests;
mod units;

pub use door::{
    Answer, FAR_SNAP, MAX_MATRIX_CELLS, MAX_SNAP, Roads, RoadsError, Route, Snap, TravelMatrix, Vertex,
};
pub use extract::{Address, ExtractError, addresses, buildings};
pub use network::{BuildError, RoadNetwork, Size};
pub use opened::{Opened, Origin, open};
pub use profile::{ClassSpeeds, DrivingSide, InvalidProfile, Profile, SurfaceSpeeds, TurnCosts};
pub use saved::{Key, SavedError};
