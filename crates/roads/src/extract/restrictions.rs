//! Turn restrictions over a single node.
//!
//! Restrictions over a way, by the hour or for other vehicles are not read: they are rare, and leaving one out
//! costs a slightly wrong way, not a wrong answer.

use osmpbf::{RelMemberType, Relation};

use super::tags::Tags;

/// A restriction on turning from one way into another. `Node` is an OpenStreetMap id as it is read, and later a
/// position in [`super::RawRoads::nodes`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Restriction<Node> {
    /// What it says.
    pub(crate) kind: RestrictionKind,
    /// The way that one comes from, by its OpenStreetMap id.
    pub(crate) from_way: i64,
    /// The node that one turns at.
    pub(crate) via_node: Node,
    /// The way that one turns into, by its OpenStreetMap id.
    pub(crate) to_way: i64,
}

/// What a restriction says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RestrictionKind {
    /// This turn is forbidden.
    No,
    /// From there, only this turn is allowed.
    Only,
}

/// The restrictions of a relation; several when it names several ways, none when it is about something else.
pub(super) fn restrictions(relation: &Relation<'_>) -> Vec<Restriction<i64>> {
    let tags = Tags::new(relation.tags());
    let Some(kind) = kind(&tags) else { return Vec::new() };
    let members = |wanted_role: &str, wanted_type: RelMemberType| -> Vec<i64> {
        let fits = |member: &osmpbf::elements::RelMember<'_>| {
            member.member_type == wanted_type && member.role().is_ok_and(|role| role == wanted_role)
        };
        relation.members().filter(fits).map(|member| member.member_id).collect()
    };
    let [via_node] = members("via", RelMemberType::Node)[..] else { return Vec::new() };
    let (from, to) = (members("from", RelMemberType::Way), members("to", RelMemberType::Way));
    from.iter()
        .flat_map(|&from_way| to.iter().map(move |&to_way| (from_way, to_way)))
        .map(|(from_way, to_way)| Restriction { kind, from_way, via_node, to_way })
        .collect()
}

fn kind(tags: &Tags<'_>) -> Option<RestrictionKind> {
    if !tags.is("type", "restriction") {
        return None;
    }
    let exempt =
        |except: &str| except.split(';').any(|who| matches!(who.trim(), "motorcar" | "motor_vehicle"));
    if tags.get("except").is_some_and(exempt) {
        return None;
    }
    let value = tags.vehicle_value("restriction")?;
    if value.starts_with("no_") {
        Some(RestrictionKind::No)
    } else if value.starts_with("only_") {
        Some(RestrictionKind::Only)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::{RestrictionKind, Tags, kind};

    #[test]
    fn only_restrictions_for_cars_count() {
        for (tags, expected) in [
            (&[("type", "restriction"), ("restriction", "no_left_turn")][..], Some(RestrictionKind::No)),
            (&[("type", "restriction"), ("restriction", "only_straight_on")], Some(RestrictionKind::Only)),
            (&[("type", "restriction"), ("restriction:motorcar", "no_u_turn")], Some(RestrictionKind::No)),
            (&[("type", "restriction"), ("restriction:hgv", "no_left_turn")], None),
            (&[("type", "restriction"), ("restriction", "no_left_turn"), ("except", "psv;motorcar")], None),
            (&[("type", "route"), ("restriction", "no_left_turn")], None),
        ] {
            assert_eq!(kind(&Tags::new(tags.iter().copied())), expected, "{tags:?}");
        }
    }
}
