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

/// What the most specific access tag says, if there is one that is understood.
pub(super) fn access(tags: &Tags<'_>) -> Option<Access> {
    ["motorcar", "motor_vehicle", "vehicle", "access"].iter().find_map(|key| tags.get(key)).and_then(meaning)
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
    }

    #[test]
    fn a_delivery_has_business_on_private_ground() {
        for value in ["private", "delivery", "destination", "customers", "Private", "delivery;private"] {
            check(&[("access", value)], Some(Access::Limited));
        }
    }

    #[test]
    fn what_is_not_understood_says_nothing() {
        check(&[("access", "unknown")], None);
        check(&[], None);
    }
}
