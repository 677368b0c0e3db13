//! Who may see what, as data: rules, presets, and the areas in which a live map is offered.

mod area;
mod choices;
mod kept;
mod photo;
mod rule;
mod rules;
mod sender;
mod weekdays;

use std::collections::BTreeMap;

use jiff::civil::Date;

pub use area::{Area, InvalidArea};
pub use choices::{Choice, Choices};
pub use kept::KeptWindows;
pub use photo::PhotoRule;
pub use rule::{Nearness, Rule};
pub use rules::{Preset, Rules};
pub use sender::SenderKey;
pub use weekdays::Weekdays;

use crate::{Parcel, ParcelKind, Place, RegionId, ReleasePolicy};

/// What holds for a parcel, or for all of an operator where nothing narrower says otherwise.
#[derive(Debug, Clone, PartialEq)]
pub struct Policy {
    /// What may be said at all. A parcel that has another kind of its own keeps it: no rule opens a gift.
    pub kind: ParcelKind,
    /// When the map is open.
    pub map: Rule,
    /// When the number of stops is told.
    pub count: Rule,
    /// When the live window is told; the promised one always is.
    pub forecast: Rule,
    /// When the driver's name is told.
    pub driver_name: Rule,
    /// Of which deliveries there may be a photo.
    pub photo: PhotoRule,
    /// What recipients may ask for.
    pub choices: Choices,
    /// By how many minutes a tour may grow longer for recipients who ask the driver to come later; 0 offers none of it.
    pub detour_minutes: u16,
    /// Up to so many days from today recipients may have it brought; 0 offers no other day.
    pub days_ahead: u16,
    /// On which days of the week it may be brought then.
    pub weekdays: Weekdays,
    /// What a position may say.
    pub release: ReleasePolicy,
    /// Whether recipients are told how many windows were kept in their area lately.
    pub tell_kept: bool,
}

impl Policy {
    /// The plan and nothing else.
    pub const CLOSED: Self = Self {
        kind: ParcelKind::Confidential,
        map: Rule::Never,
        count: Rule::Never,
        forecast: Rule::Never,
        driver_name: Rule::Never,
        photo: PhotoRule::Never,
        choices: Choices::NONE,
        detour_minutes: 0,
        days_ahead: 0,
        weekdays: Weekdays::WORKING,
        release: ReleasePolicy::Off,
        tell_kept: false,
    };

    /// This policy where narrower rules say nothing, and what they say where they do.
    #[must_use]
    pub fn under(&self, narrower: &Rules) -> Self {
        let rule = |own: &Option<Rule>, wider: &Rule| own.as_ref().unwrap_or(wider).clone();
        Self {
            kind: narrower.kind.unwrap_or(self.kind),
            map: rule(&narrower.map, &self.map),
            count: rule(&narrower.count, &self.count),
            forecast: rule(&narrower.forecast, &self.forecast),
            driver_name: rule(&narrower.driver_name, &self.driver_name),
            photo: narrower.photo.unwrap_or(self.photo),
            choices: narrower.choices.unwrap_or(self.choices),
            detour_minutes: narrower.detour_minutes.unwrap_or(self.detour_minutes),
            days_ahead: narrower.days_ahead.unwrap_or(self.days_ahead),
            weekdays: narrower.weekdays.unwrap_or(self.weekdays),
            release: narrower.release.unwrap_or(self.release),
            tell_kept: narrower.tell_kept.unwrap_or(self.tell_kept),
        }
    }
}

impl Default for Policy {
    fn default() -> Self {
        Preset::Near.policy()
    }
}

/// An area in which the live map is offered from a day on.
#[derive(Debug, Clone, PartialEq)]
pub struct LiveRegion {
    /// Its identity.
    pub id: RegionId,
    /// Where.
    pub area: Area,
    /// From which day on.
    pub live_from: Date,
    /// What holds there, where it differs from the operator's.
    pub rules: Rules,
    /// How windows held there lately.
    pub kept: KeptWindows,
}

/// What an operator shows, and where.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Offer {
    /// What holds where nothing narrower says otherwise.
    pub policy: Policy,
    /// The areas. An operator that drew none offers the map everywhere.
    pub regions: Vec<LiveRegion>,
    /// What holds for the parcels of single senders.
    pub senders: BTreeMap<SenderKey, Rules>,
    /// How windows held lately, where there are no areas.
    pub kept: KeptWindows,
}

impl Offer {
    /// What holds for a parcel on a day: for each field what the narrowest says that says anything, of the parcel, its
    /// sender, the region of its door, and the operator. A parcel that is of a kind by itself stays of that kind.
    pub fn policy_of(&self, parcel: &Parcel, today: Date) -> Policy {
        let wide = self.policy_at(parcel.door, today);
        let sender =
            if self.senders.is_empty() { None } else { self.senders.get(&SenderKey::of(&parcel.sender)) };
        let narrow = sender.into_iter().chain([&parcel.visibility]);
        let Policy { release, tell_kept, detour_minutes, days_ahead, weekdays, .. } = wide;
        let narrow = narrow.filter(|rules| !rules.is_empty()).fold(wide, |policy, rules| policy.under(rules));
        let kind = if parcel.kind == ParcelKind::Ordinary { narrow.kind } else { parcel.kind };
        Policy { kind, detour_minutes, days_ahead, weekdays, release, tell_kept, ..narrow }
    }

    /// Whether the driver may add a photo of the delivery of a parcel on a day: one that nobody would see is not taken.
    pub fn wants_photo(&self, parcel: &Parcel, today: Date) -> bool {
        let policy = self.policy_of(parcel, today);
        parcel.recipient.is_some() && policy.photo.holds(policy.kind)
    }

    /// Whether a live map is offered at a door on a day. Where it is not, no narrower rule opens it.
    pub fn is_live_at(&self, door: Option<Place>, today: Date) -> bool {
        self.regions.is_empty() || door.is_some_and(|door| self.region(door, today).is_some())
    }

    /// The region that a door lies in on a day: the first that holds it.
    pub fn region(&self, door: Place, today: Date) -> Option<&LiveRegion> {
        self.regions.iter().find(|region| region.live_from <= today && region.area.contains(door))
    }

    /// Of five windows at a door so many were kept lately, where recipients are told that.
    pub fn kept_of_five(&self, door: Option<Place>, today: Date) -> Option<u8> {
        if !self.tells_kept() || !self.is_live_at(door, today) || !self.policy_at(door, today).tell_kept {
            return None;
        }
        let region = door.and_then(|door| self.region(door, today));
        region.map_or(self.kept, |region| region.kept).of_five()
    }

    /// Whether recipients are told anywhere how many windows were kept.
    pub fn tells_kept(&self) -> bool {
        let regions = self.regions.iter().filter_map(|region| region.rules.tell_kept);
        regions.chain([self.policy.tell_kept]).any(|is_told| is_told)
    }

    fn policy_at(&self, door: Option<Place>, today: Date) -> Policy {
        match door.and_then(|door| self.region(door, today)) {
            Some(region) => self.policy.under(&region.rules),
            None => self.policy.clone(),
        }
    }
}
