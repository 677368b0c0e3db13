//! Roads: from an OpenStreetMap extract to travel times, ways and the nearest road.
//!
//! The way through the crate is that of the data:
//! [`extract`] reads what may be driven, as the [`profile`] says; `graph` splits it at junctions and joins it by turns;
//! `contract` makes it quick to search; `snap`, `route` and `matrix` answer from it; `saved` keeps it between
//! starts. [`RoadNetwork`] holds it all together and [`Roads`] is the door that other engines stand behind too.
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
#[cfg(test)]
mod tests;
mod units;

pub use door::{
    Answer, FAR_SNAP, MAX_MATRIX_CELLS, MAX_SNAP, Roads, RoadsError, Route, Snap, TravelMatrix, Vertex,
};
pub use extract::{Address, ExtractError, addresses};
pub use network::{BuildError, RoadNetwork, Size};
pub use opened::{Opened, Origin, open};
pub use profile::{ClassSpeeds, DrivingSide, InvalidProfile, Profile, SurfaceSpeeds, TurnCosts};
pub use saved::{Key, SavedError};
