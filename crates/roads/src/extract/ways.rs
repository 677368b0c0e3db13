//! Which ways may be driven, in which direction and how fast.

use super::access::{Access, access};
use super::tags::{Tags, first_value};
use crate::profile::{ClassSpeeds, Profile};

/// How a way may be driven.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Driving {
    /// Metres per second along the way, unless that is forbidden.
    pub(super) forward_mps: Option<f64>,
    /// Metres per second against the way, unless that is forbidden.
    pub(super) backward_mps: Option<f64>,
    /// Only for those who have business there.
    pub(super) limited: bool,
    /// A street that is there for those who live in it.
    pub(super) is_residential: bool,
}

/// How the way may be driven, or `None` when it may not be.
pub(super) fn driving(tags: &Tags<'_>, profile: &Profile) -> Option<Driving> {
    let class = tags.get("highway")?;
    let class_kmh = class_speed(class, &profile.speeds_kmh)?;
    if tags.is("area", "yes") || tags.is("service", "emergency_access") || tags.is("smoothness", "impassable")
    {
        return None;
    }
    let limited = match access(tags) {
        Some(Access::Closed) => return None,
        Some(access) => access == Access::Limited,
        // Walkers' streets and field tracks are closed unless a tag opens them.
        None if matches!(class, "pedestrian" | "track") => return None,
        None => false,
    };
    let (forward, backward) = directions(tags, class)?;
    let speed = |direction| speed_mps(tags, direction, class_kmh, profile);
    Some(Driving {
        forward_mps: forward.then(|| speed("maxspeed:forward")),
        backward_mps: backward.then(|| speed("maxspeed:backward")),
        limited,
        is_residential: matches!(class, "residential" | "living_street"),
    })
}

fn class_speed(class: &str, speeds: &ClassSpeeds) -> Option<f64> {
    Some(match class {
        "motorway" => speeds.motorway,
        "motorway_link" => speeds.motorway_link,
        "trunk" => speeds.trunk,
        "trunk_link" => speeds.trunk_link,
        "primary" => speeds.primary,
        "primary_link" => speeds.primary_link,
        "secondary" => speeds.secondary,
        "secondary_link" => speeds.secondary_link,
        "tertiary" => speeds.tertiary,
        "tertiary_link" => speeds.tertiary_link,
        "unclassified" | "road" => speeds.unclassified,
        "residential" => speeds.residential,
        "living_street" => speeds.living_street,
        "service" => speeds.service,
        "track" => speeds.track,
        "pedestrian" => speeds.pedestrian,
        _ => return None,
    })
}

/// Whether the way may be driven along and against its direction; `None` when the direction changes by the hour.
fn directions(tags: &Tags<'_>, class: &str) -> Option<(bool, bool)> {
    let implied = class == "motorway" || tags.is("junction", "roundabout") || tags.is("junction", "circular");
    match tags.vehicle_value("oneway") {
        Some("yes" | "true" | "1") => Some((true, false)),
        Some("-1" | "reverse") => Some((false, true)),
        Some("reversible" | "alternating") => None,
        Some("no" | "false" | "0") => Some((true, true)),
        _ => Some((true, !implied)),
    }
}

fn speed_mps(tags: &Tags<'_>, direction: &str, class_kmh: f64, profile: &Profile) -> f64 {
    let posted = tags.get(direction).or_else(|| tags.get("maxspeed")).and_then(posted_kmh);
    let kmh = posted.map_or(class_kmh, |limit| limit * profile.posted_limit_factor);
    let surface = tags.get("surface").and_then(|surface| surface_limit(surface, profile));
    // Slower than walking is a mistake in the data, not a speed.
    kmh.min(profile.top_speed_kmh).min(surface.unwrap_or(f64::INFINITY)).max(3.0) / 3.6
}

/// A posted limit in km/h: a number, miles an hour, or the words that stand for a country's general limit.
fn posted_kmh(value: &str) -> Option<f64> {
    let value = first_value(value);
    let number = |text: &str| text.trim().parse::<f64>().ok().filter(|kmh| (1.0..=200.0).contains(kmh));
    if let Some(mph) = value.strip_suffix("mph") {
        return number(mph).map(|mph| mph * 1.609_344);
    }
    if let Some(kmh) = number(value.trim_end_matches("km/h")) {
        return Some(kmh);
    }
    match value.rsplit(':').next().unwrap_or_default() {
        "walk" | "living_street" => Some(10.0),
        "urban" => Some(50.0),
        "rural" => Some(90.0),
        "none" | "motorway" => Some(130.0),
        zone => number(zone.trim_start_matches("zone")),
    }
}

fn surface_limit(surface: &str, profile: &Profile) -> Option<f64> {
    let limits = &profile.surfaces_kmh;
    match first_value(surface).as_ref() {
        "cobblestone" | "unhewn_cobblestone" | "sett" | "cobblestone:flattened" => Some(limits.cobbles),
        "compacted" | "fine_gravel" | "metal" | "wood" => Some(limits.compacted),
        "unpaved" | "gravel" | "pebblestone" | "ground" | "dirt" | "earth" | "grass" | "grass_paver" => {
            Some(limits.unpaved)
        }
        "mud" | "sand" => Some(limits.soft),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Driving, Tags, driving, posted_kmh};
    use crate::profile::Profile;

    fn drive(tags: &[(&str, &str)]) -> Option<Driving> {
        driving(&Tags::new(tags.iter().copied()), &Profile::default())
    }

    #[track_caller]
    fn check_directions(tags: &[(&str, &str)], forward: bool, backward: bool) {
        let driving = drive(tags).expect("it may be driven");
        assert_eq!(
            (driving.forward_mps.is_some(), driving.backward_mps.is_some()),
            (forward, backward),
            "{tags:?}"
        );
    }

    #[test]
    fn one_way_streets_have_one_direction() {
        check_directions(&[("highway", "residential")], true, true);
        check_directions(&[("highway", "residential"), ("oneway", "yes")], true, false);
        check_directions(&[("highway", "residential"), ("oneway", "-1")], false, true);
        check_directions(&[("highway", "residential"), ("junction", "roundabout")], true, false);
        check_directions(&[("highway", "motorway")], true, false);
        check_directions(&[("highway", "motorway"), ("oneway", "no")], true, true);
        check_directions(
            &[("highway", "service"), ("oneway", "yes"), ("oneway:motor_vehicle", "no")],
            true,
            true,
        );
    }

    #[test]
    fn some_ways_may_not_be_driven() {
        for tags in [
            &[("highway", "footway")][..],
            &[("highway", "construction")],
            &[("building", "yes")],
            &[("highway", "pedestrian")],
            &[("highway", "track")],
            &[("highway", "residential"), ("motor_vehicle", "no")],
            &[("highway", "pedestrian"), ("area", "yes"), ("motor_vehicle", "yes")],
            &[("highway", "primary"), ("oneway", "reversible")],
        ] {
            assert_eq!(drive(tags), None, "{tags:?}");
        }
    }

    #[test]
    fn a_delivery_may_use_what_is_limited() {
        assert!(!drive(&[("highway", "service")]).unwrap().limited);
        assert!(drive(&[("highway", "service"), ("access", "private")]).unwrap().limited);
        assert!(drive(&[("highway", "pedestrian"), ("motor_vehicle", "delivery")]).unwrap().limited);
    }

    #[test]
    fn limits_are_read_as_people_write_them() {
        for (text, kmh) in [
            ("50", Some(50.0)),
            ("20 mph", Some(32.186_88)),
            ("30 km/h", Some(30.0)),
            ("DE:urban", Some(50.0)),
            ("FR:zone30", Some(30.0)),
            ("DE:zone:30", Some(30.0)),
            ("walk", Some(10.0)),
            ("none", Some(130.0)),
            ("50;30", Some(50.0)),
            ("fast", None),
            ("-5", None),
            ("NaN", None),
            ("1e300", None),
        ] {
            assert_eq!(posted_kmh(text), kmh, "{text}");
        }
    }

    #[test]
    fn a_limit_and_a_surface_slow_the_van() {
        let speed = |tags: &[(&str, &str)]| drive(tags).unwrap().forward_mps.unwrap() * 3.6;
        assert!((speed(&[("highway", "residential")]) - 25.0).abs() < 1e-9);
        assert!((speed(&[("highway", "residential"), ("maxspeed", "20")]) - 16.0).abs() < 1e-9);
        assert!((speed(&[("highway", "primary"), ("surface", "sett")]) - 30.0).abs() < 1e-9);
        assert!((speed(&[("highway", "motorway"), ("maxspeed", "200")]) - 120.0).abs() < 1e-9);
    }
}
