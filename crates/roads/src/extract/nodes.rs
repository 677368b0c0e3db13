//! What stands on the road: signals and barriers.

use super::access::{Access, access};
use super::tags::Tags;

/// Whether a vehicle can drive past a node.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Passage {
    /// Nothing is in the way.
    #[default]
    Open,
    /// A gate that opens for those who have business there.
    Gate,
    /// Bollards, blocks, closed gates.
    Closed,
}

/// Traffic signals at a node, by the direction of the way they are for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Signals {
    /// Those who drive along the way wait.
    pub(crate) forward: bool,
    /// Those who drive against the way wait.
    pub(crate) backward: bool,
}

pub(super) fn signals(tags: &Tags<'_>) -> Signals {
    if !tags.is("highway", "traffic_signals") {
        return Signals::default();
    }
    match tags.get("traffic_signals:direction").or_else(|| tags.get("direction")) {
        Some("forward") => Signals { forward: true, backward: false },
        Some("backward") => Signals { forward: false, backward: true },
        _ => Signals { forward: true, backward: true },
    }
}

pub(super) fn passage(tags: &Tags<'_>) -> Passage {
    let Some(barrier) = tags.get("barrier") else { return Passage::Open };
    match (access(tags), barrier) {
        (Some(Access::Limited), _) => Passage::Gate,
        (Some(Access::Closed), _) => Passage::Closed,
        (None, "gate" | "lift_gate" | "swing_gate" | "sliding_gate" | "hampshire_gate" | "chain") => {
            Passage::Gate
        }
        (None, kind) if blocks(kind) => Passage::Closed,
        (Some(Access::Open) | None, _) => Passage::Open,
    }
}

/// Whether a barrier without access tags stops a van. Unknown kinds do not: most are names for something beside the
/// road.
fn blocks(barrier: &str) -> bool {
    let blocking = ["bollard", "block", "jersey_barrier", "cycle_barrier", "motorcycle_barrier", "stile"];
    let walls =
        ["kissing_gate", "turnstile", "full-height_turnstile", "wall", "fence", "log", "debris", "bus_trap"];
    blocking.contains(&barrier) || walls.contains(&barrier)
}

#[cfg(test)]
mod tests {
    use super::{Passage, Signals, Tags, passage, signals};

    #[test]
    fn barriers_stop_a_van_unless_a_tag_opens_them() {
        for (tags, expected) in [
            (&[("barrier", "bollard")][..], Passage::Closed),
            (&[("barrier", "bollard"), ("motor_vehicle", "delivery")], Passage::Gate),
            (&[("barrier", "gate")], Passage::Gate),
            (&[("barrier", "gate"), ("access", "yes")], Passage::Open),
            (&[("barrier", "gate"), ("access", "no")], Passage::Closed),
            (&[("barrier", "toll_booth")], Passage::Open),
            (&[("highway", "crossing")], Passage::Open),
        ] {
            assert_eq!(passage(&Tags::new(tags.iter().copied())), expected, "{tags:?}");
        }
    }

    #[test]
    fn signals_may_be_for_one_direction() {
        let tags = Tags::new([("highway", "traffic_signals"), ("traffic_signals:direction", "backward")]);
        assert_eq!(signals(&tags), Signals { forward: false, backward: true });
        assert_eq!(signals(&Tags::new([("highway", "stop")])), Signals::default());
    }
}
