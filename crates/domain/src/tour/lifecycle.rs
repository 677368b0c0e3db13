//! When a tour was under way: the only spans of time in which anything of its driver may be kept.

use std::collections::BTreeSet;

use jiff::Timestamp;

/// A turn in the life of a tour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Turn {
    /// The driver began.
    Started,
    /// The break began.
    BreakBegun,
    /// The break ended.
    BreakEnded,
    /// The tour ended.
    Ended,
}

/// Where a tour is in its life.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// Planned, but not begun.
    NotStarted,
    /// On its way.
    Underway {
        /// Since when, breaks aside.
        since: Timestamp,
    },
    /// The driver rests.
    OnBreak {
        /// Since when.
        since: Timestamp,
    },
    /// Over.
    Ended {
        /// Since when.
        at: Timestamp,
    },
}

/// The turns of a tour in the order of their instants, in whatever order they became known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Lifecycle {
    turns: BTreeSet<(Timestamp, Turn)>,
}

impl Lifecycle {
    /// Adds a turn; one that is known already changes nothing.
    pub(crate) fn turn(&mut self, at: Timestamp, turn: Turn) {
        self.turns.insert((at, turn));
    }

    /// The phase after everything that is known.
    pub(crate) fn phase(&self) -> Phase {
        self.turns.iter().fold(Phase::NotStarted, |phase, (at, turn)| phase.after(*at, *turn))
    }

    /// The phase at an instant.
    pub(crate) fn phase_at(&self, instant: Timestamp) -> Phase {
        self.turns
            .iter()
            .take_while(|(at, _)| *at <= instant)
            .fold(Phase::NotStarted, |phase, (at, turn)| phase.after(*at, *turn))
    }
}

impl Phase {
    /// Whether positions may be collected.
    pub fn is_underway(self) -> bool {
        matches!(self, Self::Underway { .. })
    }

    /// A turn that does not fit the phase changes nothing: an end is final, a second start is the first one.
    fn after(self, at: Timestamp, turn: Turn) -> Self {
        match (self, turn) {
            (Self::NotStarted, Turn::Started) | (Self::OnBreak { .. }, Turn::BreakEnded) => {
                Self::Underway { since: at }
            }
            (Self::Underway { .. }, Turn::BreakBegun) => Self::OnBreak { since: at },
            (Self::Underway { .. } | Self::OnBreak { .. } | Self::NotStarted, Turn::Ended) => {
                Self::Ended { at }
            }
            (unchanged, _) => unchanged,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    #[test]
    fn positions_may_be_collected_between_start_and_end_but_not_in_a_break() {
        let mut life = Lifecycle::default();
        for (second, turn) in
            [(40, Turn::Ended), (20, Turn::BreakBegun), (10, Turn::Started), (30, Turn::BreakEnded)]
        {
            life.turn(at(second), turn);
        }
        let collects: Vec<bool> =
            [5, 10, 19, 20, 29, 30, 39, 40, 50].map(|s| life.phase_at(at(s)).is_underway()).to_vec();
        assert_eq!(collects, [false, true, true, false, false, true, true, false, false]);
        assert_eq!(life.phase(), Phase::Ended { at: at(40) });
    }

    #[test]
    fn a_turn_that_does_not_fit_changes_nothing() {
        let mut life = Lifecycle::default();
        life.turn(at(1), Turn::BreakEnded);
        assert_eq!(life.phase(), Phase::NotStarted);
        life.turn(at(2), Turn::Started);
        life.turn(at(3), Turn::Started);
        assert_eq!(life.phase(), Phase::Underway { since: at(2) });
    }
}
