//! What tests of several crates share: a clock that goes when it is told to, identities from a seed, usual records, a
//! tour along a straight street with its story, and a town with streets and houses.

pub mod chessboard;
mod clock;
mod ids;
mod records;
mod script;
mod tour;

use jiff::Timestamp;
use jiff::civil::{Date, date};

pub use clock::FakeClock;
pub use ids::Ids;
pub use records::{
    PASSWORD, PASSWORD_HASH, device, dispatcher, key, operator, parcel, recipient, region, session, settle_in,
};
pub use script::Script;
pub use tour::{LEG, SERVICE, SampleTour, depot, door};

/// The service day of everything here.
pub const DAY: Date = date(2026, 3, 14);

/// Half past eight in the morning of [`DAY`] in Monaco, when tours start.
pub const MORNING: Timestamp = Timestamp::constant(1_773_473_400, 0);
