//! What Doorstep believes and what it shows, as pure functions.

mod place;

pub use place::{InvalidPlace, Metres, MetresPerSecond, Place};
