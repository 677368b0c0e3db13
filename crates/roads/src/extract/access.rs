//! Who may pass: the access tags of ways and barriers.

use super::tags::{Tags, first_value};

/// What access tags say about a delivery van.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Access {
    /// Open to everyone.
    Open,
    /// Open to those who have business there, as a delivery has: private, residents, deliveries.
    Limited,
    /// Closed.
    Closed,
}

/// The vehicles a delivery van is, the most specific first: `goods` are lorries of up to 3.5 tonnes.
const VEHICLES: [&str; 5] = ["goods", "motorcar", "motor_vehicle", "vehicle", "access"];

/// What the most specific access tag says, if there is one that is understood.
///
/// Where only some hours are open to deliveries, as in most pedestrian streets, that counts as limited: the network
/// knows no hours, and a parcel for a shop there is brought in them.
pub(super) fn access(tags: &Tags<'_>) -> Option<Access> {
    let always = VEHICLES.iter().find_map(|vehicle| tags.get(vehicle)).and_then(meaning);
    match always {
        None | Some(Access::Closed) if is_open_at_times(tags) => Some(Access::Limited),
        always => always,
    }
}

/// Whether a tag such as `motor_vehicle:conditional=delivery @ (06:00-10:00)` lets deliveries in.
fn is_open_at_times(tags: &Tags<'_>) -> bool {
    let conditions = VEHICLES.iter().filter_map(|vehicle| tags.get(&format!("{vehicle}:conditional")));
    let mut allowed = conditions.flat_map(|value| value.split(';')).filter_map(|rule| rule.split_once('@'));
    allowed.any(|(who, _)| meaning(who).is_some_and(|access| access != Access::Closed))
}

fn meaning(value: &str) -> Option<Access> {
    match first_value(value).as_ref() {
        "yes" | "permissive" | "designated" | "public" | "official" => Some(Access::Open),
        "private" | "delivery" | "destination" | "customers" | "residents" | "permit" => {
            Some(Access::Limited)
        }
        "no" | "agricultural" | "forestry" | "emergency" | "psv" | "bus" | "military" | "use_sidepath"
        | "discouraged" => Some(Access::Closed),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Access, Tags, access};

    #[track_caller]
    fn check(tags: &[(&str, &str)], expected: Option<Access>) {
        assert_eq!(access(&Tags::new(tags.iter().copied())), expected, "{tags:?}");
    }

    #[test]
    fn the_most_specific_tag_wins() {
        check(&[("access", "no"), ("motor_vehicle", "destination")], Some(Access::Limited));
        check(&[("access", "yes"), ("vehicle", "no")], Some(Access::Closed));
        check(&[("vehicle", "no"), ("motorcar", "yes")], Some(Access::Open));
        check(&[("motor_vehicle", "no"), ("goods", "delivery")], Some(Access::Limited));
    }

    #[test]
    fn a_delivery_has_business_on_private_ground() {
        for value in ["private", "delivery", "destination", "customers", "Private", "delivery;private"] {
            check(&[("access", value)], Some(Access::Limited));
        }
    }

    #[test]
    fn hours_for_deliveries_open_a_street_to_them() {
        let hours = "delivery @ (Mo-Fr 06:00-10:00); no @ (10:00-06:00)";
        check(&[("motor_vehicle", "no"), ("motor_vehicle:conditional", hours)], Some(Access::Limited));
        check(&[("vehicle:conditional", hours)], Some(Access::Limited));
        check(&[("motor_vehicle:conditional", "no @ (22:00-06:00)")], None);
        check(&[("motor_vehicle:conditional", "delivery")], None);
        check(&[("access", "yes"), ("access:conditional", hours)], Some(Access::Open));
    }

    #[test]
    fn what_is_not_understood_says_nothing() {
        check(&[("access", "unknown")], None);
        check(&[], None);
    }
}
