//! Who may see what, as data: rules, presets, and the areas in which a live map is offered.

mod area;
mod kept;
mod rule;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use area::{Area, InvalidArea};
pub use kept::KeptWindows;
pub use rule::{Nearness, Rule};

use crate::{Place, ReleasePolicy};

/// What an operator shows of its ordinary parcels. Gift, confidential and high-value parcels never show map or count,
/// whatever stands here.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Policy {
    /// When the map is open.
    pub map: Rule,
    /// When the number of stops is told.
    pub count: Rule,
    /// What a position may say.
    #[serde(default)]
    pub release: ReleasePolicy,
    /// Whether recipients are told how many windows were kept in their area lately.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub tell_kept: bool,
}

impl Default for Policy {
    fn default() -> Self {
        Preset::Near.policy()
    }
}

/// Policies by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Preset {
    /// Map and count from the start of the tour.
    Open,
    /// Map and count when 10 stops and 30 minutes are left, whichever is later.
    Near,
    /// No map; the count when 10 stops are left.
    Coarse,
}

impl Preset {
    /// The policy of that name.
    pub fn policy(self) -> Policy {
        let near = || Rule::All(vec![Rule::WithinStops(10), Rule::WithinDuration(30 * 60)]);
        let (map, count) = match self {
            Self::Open => (Rule::Always, Rule::Always),
            Self::Near => (near(), near()),
            Self::Coarse => (Rule::Never, Rule::WithinStops(10)),
        };
        Policy { map, count, release: ReleasePolicy::Glide, tell_kept: false }
    }
}

/// An area in which the live map is offered from a day on.
#[derive(Debug, Clone, PartialEq)]
pub struct LiveRegion {
    /// Where.
    pub area: Area,
    /// From which day on.
    pub live_from: Date,
    /// The policy there, where it differs from the operator's.
    pub policy: Option<Policy>,
    /// How windows held there lately.
    pub kept: KeptWindows,
}

/// What an operator shows, and where.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Offer {
    /// The policy.
    pub policy: Policy,
    /// The areas. An operator that drew none offers the map everywhere.
    pub regions: Vec<LiveRegion>,
    /// How windows held lately, where there are no areas.
    pub kept: KeptWindows,
}

impl Offer {
    /// The policy at a door on a day, or `None` where no live map is offered.
    pub fn at(&self, door: Option<Place>, today: Date) -> Option<&Policy> {
        if self.regions.is_empty() {
            return Some(&self.policy);
        }
        let region = self.region(door?, today)?;
        Some(region.policy.as_ref().unwrap_or(&self.policy))
    }

    /// Of five windows at a door so many were kept lately, where recipients are told that.
    pub fn kept_of_five(&self, door: Option<Place>, today: Date) -> Option<u8> {
        self.at(door, today).filter(|policy| policy.tell_kept)?;
        let region = door.and_then(|door| self.region(door, today));
        region.map_or(self.kept, |region| region.kept).of_five()
    }

    /// Whether recipients are told anywhere how many windows were kept.
    pub fn tells_kept(&self) -> bool {
        let policies = self.regions.iter().filter_map(|region| region.policy.as_ref());
        policies.chain([&self.policy]).any(|policy| policy.tell_kept)
    }

    fn region(&self, door: Place, today: Date) -> Option<&LiveRegion> {
        self.regions.iter().find(|region| region.live_from <= today && region.area.contains(door))
    }
}
