//! What was believed of a tour or a track, a line for each instant.

use jiff::Timestamp;
use serde::Deserialize;

use super::truth::State;

/// What was believed of a tour.
#[derive(Debug, Deserialize)]
pub(crate) struct Prediction {
    pub(crate) tour: String,
    /// The instant of the item of the feed after which it was believed.
    pub(crate) at: Timestamp,
    /// Where the driver goes next.
    pub(crate) next_stop: Option<String>,
    /// In the order that was believed.
    pub(crate) remaining: Vec<Remaining>,
    /// Stops of which something else is believed than before.
    pub(crate) served: Option<Vec<Inferred>>,
}

/// A stop that was believed to remain.
#[derive(Debug, Deserialize)]
pub(crate) struct Remaining {
    pub(crate) stop: String,
    pub(crate) stops_away: Away,
    pub(crate) eta: Option<Timestamp>,
    pub(crate) from: Option<Timestamp>,
    pub(crate) until: Option<Timestamp>,
    /// The probability that the window holds the arrival.
    pub(crate) level: Option<f64>,
}

/// How many stops it is until and with a stop: 1 means next, 0 that the driver stands there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(untagged, expecting = "stops_away must be a whole number or a range [low, high]")]
pub(crate) enum Away {
    /// A number.
    Exactly(u32),
    /// Both ends are meant.
    Between(u32, u32),
}

/// A stop that was believed to be served; `arrived_at` absent takes it back.
#[derive(Debug, Deserialize)]
pub(crate) struct Inferred {
    pub(crate) stop: String,
    pub(crate) arrived_at: Option<Timestamp>,
    pub(crate) departed_at: Option<Timestamp>,
}

/// What was believed of a track at a fix.
#[derive(Debug, Deserialize)]
pub(crate) struct Believed {
    pub(crate) tour: String,
    /// The instant of the fix.
    pub(crate) at: Timestamp,
    pub(crate) state: State,
    /// The instant of the item of the feed after which it was believed; absent means at once.
    pub(crate) known_at: Option<Timestamp>,
}
