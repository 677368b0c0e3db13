//! Rules.

use jiff::SignedDuration;
use serde::{Deserialize, Serialize};

use crate::Metres;

/// When something may be seen. What is not known is never near enough.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// Always.
    Always,
    /// Never.
    Never,
    /// When at most so many stops remain, the recipient's own included.
    WithinStops(u16),
    /// When the vehicle is believed to arrive in at most so many seconds.
    WithinDuration(u32),
    /// When the vehicle is at most so many metres away, as the crow flies.
    WithinDistance(u32),
    /// When the order of the stops is believed with at least this probability, 0 to 1.
    MinConfidence(f64),
    /// When each of these holds.
    All(Vec<Rule>),
    /// When one of these holds.
    Any(Vec<Rule>),
}

/// How near a vehicle is to one recipient, as far as is known.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Nearness {
    /// The stops that remain, the recipient's own included.
    pub stops: Option<u16>,
    /// The time until the vehicle arrives.
    pub duration: Option<SignedDuration>,
    /// The distance as the crow flies.
    pub distance: Option<Metres>,
    /// How probable it is that the order is the one believed, 0 to 1.
    pub confidence: f64,
}

impl Rule {
    /// Rules inside rules go at most this deep.
    pub const DEPTH_MAX: usize = 8;

    /// Whether the rule holds.
    pub fn holds(&self, near: &Nearness) -> bool {
        match self {
            Self::Always => true,
            Self::Never => false,
            Self::WithinStops(stops) => near.stops.is_some_and(|left| left <= *stops),
            Self::WithinDuration(seconds) => {
                near.duration.is_some_and(|left| left <= SignedDuration::from_secs(i64::from(*seconds)))
            }
            Self::WithinDistance(metres) => near.distance.is_some_and(|left| left.0 <= f64::from(*metres)),
            Self::MinConfidence(least) => near.confidence >= *least,
            Self::All(rules) => rules.iter().all(|rule| rule.holds(near)),
            Self::Any(rules) => rules.iter().any(|rule| rule.holds(near)),
        }
    }

    /// Whether the rule can ever hold; one that cannot means that nothing is offered at all.
    pub fn is_never(&self) -> bool {
        match self {
            Self::Never => true,
            Self::All(rules) => rules.iter().any(Self::is_never),
            Self::Any(rules) => rules.iter().all(Self::is_never),
            _ => false,
        }
    }

    /// Below this confidence in the order the rule cannot hold, 0 to 1.
    pub fn least_confidence(&self) -> f64 {
        match self {
            Self::MinConfidence(least) => *least,
            Self::All(rules) => rules.iter().map(Self::least_confidence).fold(0.0, f64::max),
            Self::Any(rules) => rules.iter().map(Self::least_confidence).reduce(f64::min).unwrap_or(0.0),
            _ => 0.0,
        }
    }

    /// How deep rules stand inside rules; 1 for a plain one.
    pub fn depth(&self) -> usize {
        match self {
            Self::All(rules) | Self::Any(rules) => 1 + rules.iter().map(Self::depth).max().unwrap_or(0),
            _ => 1,
        }
    }

    /// The largest number of stops and of seconds at which the rule may hold, for the words on the page.
    pub fn limits(&self) -> (Option<u16>, Option<u32>) {
        match self {
            Self::WithinStops(stops) => (Some(*stops), None),
            Self::WithinDuration(seconds) => (None, Some(*seconds)),
            Self::All(rules) | Self::Any(rules) => rules
                .iter()
                .map(Self::limits)
                .fold((None, None), |(stops, seconds), (a, b)| (stops.or(a), seconds.or(b))),
            _ => (None, None),
        }
    }
}
