//! What a delivery van can do: speeds, costs and penalties, as data that an operator may change.
//!
//! The defaults are our own estimates for a van in European towns. They give plausible times, not calibrated
//! ones: an operator's own recorded tours correct them (learnt factors), and a file can replace any of them.

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// How the vehicle moves on each kind of road. Fields left out of a file keep their defaults.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Profile {
    /// Speeds by road class where no limit is posted.
    pub speeds_kmh: ClassSpeeds,
    /// The part of a posted limit that is reached between junctions, above 0 and at most 1.5.
    pub posted_limit_factor: f64,
    /// Never faster than this, km/h.
    pub top_speed_kmh: f64,
    /// What poor surfaces allow at most.
    pub surfaces_kmh: SurfaceSpeeds,
    /// What turning costs.
    pub turns: TurnCosts,
    /// The side of the road that is driven on.
    pub driving_side: DrivingSide,
    /// The mean wait at a traffic signal, seconds.
    pub signal_seconds: f64,
    /// The stop at a gate or barrier that opens, seconds.
    pub gate_seconds: f64,
    /// How much longer, in seconds, another way may take before a private road or one for deliveries and
    /// residents only is driven *through*. It steers the choice of the way and is not part of travel times.
    pub last_resort_seconds: f64,
}

impl Default for Profile {
    fn default() -> Self {
        Self {
            speeds_kmh: ClassSpeeds::default(),
            posted_limit_factor: 0.8,
            top_speed_kmh: 120.0,
            surfaces_kmh: SurfaceSpeeds::default(),
            turns: TurnCosts::default(),
            driving_side: DrivingSide::Right,
            signal_seconds: 4.0,
            gate_seconds: 15.0,
            last_resort_seconds: 600.0,
        }
    }
}

/// Speeds by road class, km/h: the mean between junctions of a van in moderate traffic, without its stops.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ClassSpeeds {
    /// Motorways.
    pub motorway: f64,
    /// Motorway entries and exits.
    pub motorway_link: f64,
    /// Trunk roads.
    pub trunk: f64,
    /// Entries and exits of trunk roads.
    pub trunk_link: f64,
    /// Primary roads.
    pub primary: f64,
    /// Links of primary roads.
    pub primary_link: f64,
    /// Secondary roads.
    pub secondary: f64,
    /// Links of secondary roads.
    pub secondary_link: f64,
    /// Tertiary roads.
    pub tertiary: f64,
    /// Links of tertiary roads.
    pub tertiary_link: f64,
    /// Minor roads and those not classified yet.
    pub unclassified: f64,
    /// Streets of houses.
    pub residential: f64,
    /// Streets where walkers go first.
    pub living_street: f64,
    /// Driveways, alleys, yards and car parks.
    pub service: f64,
    /// Tracks that are open to vehicles.
    pub track: f64,
    /// Pedestrian streets that are open to deliveries.
    pub pedestrian: f64,
}

impl Default for ClassSpeeds {
    fn default() -> Self {
        Self {
            motorway: 95.0,
            motorway_link: 48.0,
            trunk: 80.0,
            trunk_link: 42.0,
            primary: 60.0,
            primary_link: 35.0,
            secondary: 50.0,
            secondary_link: 30.0,
            tertiary: 40.0,
            tertiary_link: 25.0,
            unclassified: 30.0,
            residential: 25.0,
            living_street: 10.0,
            service: 14.0,
            track: 12.0,
            pedestrian: 8.0,
        }
    }
}

/// What a surface allows at most, km/h. Paved roads are not limited by it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SurfaceSpeeds {
    /// Setts and cobblestones.
    pub cobbles: f64,
    /// Compacted or fine gravel.
    pub compacted: f64,
    /// Loose gravel, ground, grass and what is only known to be unpaved.
    pub unpaved: f64,
    /// Mud and sand.
    pub soft: f64,
}

impl Default for SurfaceSpeeds {
    fn default() -> Self {
        Self { cobbles: 30.0, compacted: 45.0, unpaved: 25.0, soft: 10.0 }
    }
}

/// What turning at a junction costs. Up to `easy_degrees` nothing, from there growing evenly to
/// `sharp_seconds` at `sharp_degrees`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct TurnCosts {
    /// Turns up to this angle cost nothing, degrees from straight on.
    pub easy_degrees: f64,
    /// Turns from this angle cost the full time, degrees from straight on.
    pub sharp_degrees: f64,
    /// The cost of a sharp turn, seconds.
    pub sharp_seconds: f64,
    /// What a sharp turn across the oncoming traffic costs on top, seconds.
    pub across_seconds: f64,
    /// The cost of turning round, seconds. It is done at dead ends only.
    pub u_turn_seconds: f64,
}

impl Default for TurnCosts {
    fn default() -> Self {
        Self {
            easy_degrees: 30.0,
            sharp_degrees: 110.0,
            sharp_seconds: 5.0,
            across_seconds: 2.5,
            u_turn_seconds: 20.0,
        }
    }
}

/// The side of the road that is driven on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DrivingSide {
    /// As in most of Europe.
    Right,
    /// As in the British Isles, Malta and Cyprus.
    Left,
}

/// A value of a profile that cannot be.
#[derive(Debug, Clone, PartialEq, Error)]
#[error("the road profile has {field} = {value}, which must be between {min} and {max}")]
pub struct InvalidProfile {
    /// The field, as it is written in a file.
    pub field: &'static str,
    /// What it was set to.
    pub value: f64,
    /// The least that is allowed.
    pub min: f64,
    /// The most that is allowed.
    pub max: f64,
}

impl Profile {
    /// Looks at every value.
    ///
    /// # Errors
    /// With the first value that is not a number in its range.
    pub fn check(&self) -> Result<(), InvalidProfile> {
        let speeds = self.speeds().into_iter().map(|(field, value)| (field, value, 1.0, 200.0));
        speeds.chain(self.costs()).try_for_each(|(field, value, min, max)| {
            let inside = value.is_finite() && (min..=max).contains(&value);
            if inside { Ok(()) } else { Err(InvalidProfile { field, value, min, max }) }
        })
    }

    fn speeds(&self) -> [(&'static str, f64); 21] {
        let (class, surface) = (&self.speeds_kmh, &self.surfaces_kmh);
        [
            ("speeds_kmh.motorway", class.motorway),
            ("speeds_kmh.motorway_link", class.motorway_link),
            ("speeds_kmh.trunk", class.trunk),
            ("speeds_kmh.trunk_link", class.trunk_link),
            ("speeds_kmh.primary", class.primary),
            ("speeds_kmh.primary_link", class.primary_link),
            ("speeds_kmh.secondary", class.secondary),
            ("speeds_kmh.secondary_link", class.secondary_link),
            ("speeds_kmh.tertiary", class.tertiary),
            ("speeds_kmh.tertiary_link", class.tertiary_link),
            ("speeds_kmh.unclassified", class.unclassified),
            ("speeds_kmh.residential", class.residential),
            ("speeds_kmh.living_street", class.living_street),
            ("speeds_kmh.service", class.service),
            ("speeds_kmh.track", class.track),
            ("speeds_kmh.pedestrian", class.pedestrian),
            ("surfaces_kmh.cobbles", surface.cobbles),
            ("surfaces_kmh.compacted", surface.compacted),
            ("surfaces_kmh.unpaved", surface.unpaved),
            ("surfaces_kmh.soft", surface.soft),
            ("top_speed_kmh", self.top_speed_kmh),
        ]
    }

    fn costs(&self) -> [(&'static str, f64, f64, f64); 9] {
        [
            ("posted_limit_factor", self.posted_limit_factor, 0.1, 1.5),
            ("turns.easy_degrees", self.turns.easy_degrees, 0.0, 90.0),
            ("turns.sharp_degrees", self.turns.sharp_degrees, 90.0, 180.0),
            ("turns.sharp_seconds", self.turns.sharp_seconds, 0.0, 300.0),
            ("turns.across_seconds", self.turns.across_seconds, 0.0, 300.0),
            ("turns.u_turn_seconds", self.turns.u_turn_seconds, 0.0, 600.0),
            ("signal_seconds", self.signal_seconds, 0.0, 300.0),
            ("gate_seconds", self.gate_seconds, 0.0, 600.0),
            ("last_resort_seconds", self.last_resort_seconds, 0.0, 7200.0),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::Profile;

    #[test]
    fn the_defaults_are_valid() {
        Profile::default().check().unwrap();
    }

    #[test]
    fn a_file_may_change_a_single_value() {
        let profile: Profile = toml::from_str("[speeds_kmh]\nresidential = 20.0\n").unwrap();
        let mut expected = Profile::default();
        expected.speeds_kmh.residential = 20.0;
        assert_eq!(profile, expected);
    }

    #[test]
    fn a_misspelt_field_is_refused() {
        let error = toml::from_str::<Profile>("[speeds_kmh]\nresidental = 20.0\n").unwrap_err();
        assert!(error.to_string().contains("residental"), "{error}");
    }

    #[test]
    fn impossible_values_are_named() {
        for (text, field) in [
            ("top_speed_kmh = 0.0", "top_speed_kmh"),
            ("signal_seconds = -1.0", "signal_seconds"),
            ("posted_limit_factor = nan", "posted_limit_factor"),
            ("[speeds_kmh]\nservice = 300.0", "speeds_kmh.service"),
        ] {
            let profile: Profile = toml::from_str(text).unwrap();
            assert_eq!(profile.check().unwrap_err().field, field);
        }
    }
}
