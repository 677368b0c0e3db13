//! Rules that leave out what they do not mean to change.

use serde::{Deserialize, Serialize};

use super::{Choices, PhotoRule, Policy, Rule, Weekdays};
use crate::{ParcelKind, ReleasePolicy};

/// What an operator, a region, a sender or a parcel says of its own. What it leaves out, the next wider one says.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rules {
    /// What may be said of its parcels at all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<ParcelKind>,
    /// When the map is open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub map: Option<Rule>,
    /// When the number of stops is told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<Rule>,
    /// When the live window is told; the promised one always is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub forecast: Option<Rule>,
    /// When the driver's name is told. No preset tells it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub driver_name: Option<Rule>,
    /// Of which deliveries there may be a photo.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub photo: Option<PhotoRule>,
    /// What recipients may ask for. No preset says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub choices: Option<Choices>,
    /// By how many minutes a tour may grow longer for recipients who ask the driver to come later. It is the tour's time,
    /// so senders and parcels have no say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detour_minutes: Option<u16>,
    /// Up to so many days from today recipients may have it brought. It is the operator's plan, so senders and parcels have
    /// no say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days_ahead: Option<u16>,
    /// On which days of the week.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weekdays: Option<Weekdays>,
    /// What a position may say. All who look at a tour must be told the same of it, so senders and parcels have no say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub release: Option<ReleasePolicy>,
    /// Whether recipients are told how many windows were kept in their area lately.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tell_kept: Option<bool>,
}

/// Rules by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Preset {
    /// Map and count from the start of the tour.
    Open,
    /// Map and count when 10 stops and 30 minutes are left, whichever is later.
    Near,
    /// No map; the count when 10 stops are left.
    Coarse,
    /// Time only, and nothing of sender or content.
    Gift,
    /// Time only, and no sender.
    Confidential,
    /// Neither map nor count; handed over to the recipient alone.
    HighValue,
}

impl Preset {
    /// Every preset.
    pub const ALL: [Self; 6] =
        [Self::Open, Self::Near, Self::Coarse, Self::Gift, Self::Confidential, Self::HighValue];

    /// The rules of that name. They say everything that a parcel's own rules can say, but of the driver's name and of what
    /// recipients may ask for: neither is a question of how near the driver is.
    pub fn rules(self) -> Rules {
        let near = || Rule::All(vec![Rule::WithinStops(10), Rule::WithinDuration(30 * 60)]);
        let (kind, map, count) = match self {
            Self::Open => (ParcelKind::Ordinary, Rule::Always, Rule::Always),
            Self::Near => (ParcelKind::Ordinary, near(), near()),
            Self::Coarse => (ParcelKind::Ordinary, Rule::Never, Rule::WithinStops(10)),
            Self::Gift => (ParcelKind::Gift, Rule::Never, Rule::Never),
            Self::Confidential => (ParcelKind::Confidential, Rule::Never, Rule::Never),
            Self::HighValue => (ParcelKind::HighValue, Rule::Never, Rule::Never),
        };
        let photo = if kind == ParcelKind::Ordinary { PhotoRule::Ordinary } else { PhotoRule::Never };
        let (map, count, forecast) = (Some(map), Some(count), Some(Rule::Always));
        Rules { kind: Some(kind), map, count, forecast, photo: Some(photo), ..Rules::default() }
    }

    /// The whole policy of that name.
    pub fn policy(self) -> Policy {
        let (release, choices) = (ReleasePolicy::Glide, Choices::ALL);
        Policy { choices, release, ..Policy::CLOSED.under(&self.rules()) }
    }
}

impl Rules {
    /// Rules that show the plan and nothing else: what holds where stored rules cannot be read.
    pub fn closed() -> Self {
        let Policy { kind, map, count, forecast, driver_name, photo, choices, .. } = Policy::CLOSED;
        let (map, count, forecast) = (Some(map), Some(count), Some(forecast));
        let (driver_name, photo) = (Some(driver_name), Some(photo));
        let (kind, choices) = (Some(kind), Some(choices));
        Self { kind, map, count, forecast, driver_name, photo, choices, ..Self::default() }
    }

    /// Whether they say nothing.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
