//! What became of the windows that were told: of each served stop, whether the window held that was told when it was so
//! many stops away. Windows that held too seldom or too often are made wider or narrower for the rest of the tour.
//!
//! Each side of a window is followed for itself, so that in the long run as many arrivals are earlier as later, whatever the errors look like (adaptive conformal inference; Gibbs and Candès 2021, with the multiplicative
//! step of a quantile tracker as in Angelopoulos, Candès and Tibshirani 2023).

use std::collections::VecDeque;

use jiff::Timestamp;

use super::WindowLevel;
use super::arrival::seconds_after;
use super::ground::Node;
use super::spread::{Spread, Stretch};

/// It is looked back at what was told so many stops before an arrival.
const STOPS_BEFORE: [usize; 6] = [1, 2, 3, 5, 9, 16];
const KEPT: usize = 16;
/// The ranks at which stops are told windows of the same kind: up to this many stops away.
const RANKS: [usize; 7] = [1, 2, 3, 5, 10, 20, usize::MAX];
/// How much one window that did not hold changes those to come: the logarithm of it.
const STEP: f32 = 0.12;
/// The same in addition for the first windows that were too narrow, when little is known of the tour; after so many of
/// them half of it is left.
const FIRST_STEP: f32 = 0.55;
const FIRST_FADES: f32 = 10.0;
/// What windows hold in a tour that is not known yet: about the eight tenths in the middle of a normal distribution, a
/// little more of them towards late, as real errors do.
const AT_FIRST: Stretch = Stretch { early: 1.15, late: 1.35 };
/// So many times as far out lie nine tenths of a normal distribution.
const WIDER: f32 = 1.283;
const STRETCH_MIN: f32 = 0.1;
const STRETCH_MAX: f32 = 20.0;

/// What was told on this tour, and how it held.
#[derive(Debug, Clone)]
pub(super) struct Hindsight {
    told: VecDeque<Told>,
    kinds: [Kind; RANKS.len()],
}

/// How much windows of a kind are stretched, and how many of them were looked back at.
#[derive(Debug, Clone, Copy)]
struct Kind {
    usual: Stretch,
    wide: Stretch,
    seen: u16,
}

/// What was told after a choice of the stops that were open then, by node.
#[derive(Debug, Clone)]
struct Told {
    at: Timestamp,
    windows: Box<[(Node, u16, Spread)]>,
}

impl Default for Hindsight {
    fn default() -> Self {
        Self { told: VecDeque::with_capacity(KEPT), kinds: [Kind::AT_FIRST; RANKS.len()] }
    }
}

impl Hindsight {
    /// How much windows are stretched at a rank in the believed order, from 0.
    pub(super) fn stretch(&self, rank: usize, level: WindowLevel) -> Stretch {
        self.kinds.get(kind(rank)).unwrap_or(&Kind::AT_FIRST).stretch(level)
    }

    /// Remembers what is told at an instant of the stops in their believed order.
    pub(super) fn remember(&mut self, at: Timestamp, told: impl Iterator<Item = (Node, Spread)>) {
        if self.told.len() == KEPT {
            self.told.pop_front();
        }
        let mut windows: Box<[(Node, u16, Spread)]> =
            (0..=u16::MAX).zip(told).map(|(rank, (node, spread))| (node, rank, spread)).collect();
        windows.sort_unstable_by_key(|(node, ..)| *node);
        self.told.push_back(Told { at, windows });
    }

    /// A stop was reached.
    pub(super) fn learn(&mut self, node: Node, reached: Timestamp) {
        for before in STOPS_BEFORE {
            let Some((told_at, rank, spread)) = self.told_before(before, node) else { continue };
            let off_s = seconds_after(reached, told_at) - spread.after_s;
            if let Some(kind) = self.kinds.get_mut(kind(rank)) {
                kind.learn(off_s, spread);
            }
        }
    }

    /// What was told of a stop so many choices ago.
    fn told_before(&self, choices: usize, node: Node) -> Option<(Timestamp, usize, Spread)> {
        let told = self.told.get(self.told.len().checked_sub(choices)?)?;
        let index = told.windows.binary_search_by_key(&node, |(node, ..)| *node).ok()?;
        let (_, rank, spread) = *told.windows.get(index)?;
        Some((told.at, usize::from(rank), spread))
    }
}

impl Kind {
    const AT_FIRST: Self = Self {
        usual: AT_FIRST,
        wide: Stretch { early: WIDER * AT_FIRST.early, late: WIDER * AT_FIRST.late },
        seen: 0,
    };

    fn stretch(&self, level: WindowLevel) -> Stretch {
        match level {
            WindowLevel::Usual => self.usual,
            WindowLevel::Wide => self.wide,
        }
    }

    fn learn(&mut self, off_s: f32, spread: Spread) {
        let size = STEP + FIRST_STEP / (1.0 + f32::from(self.seen) / FIRST_FADES);
        self.usual = self.usual.after(off_s, spread, WindowLevel::Usual, size);
        self.wide = self.wide.after(off_s, spread, WindowLevel::Wide, size);
        self.seen = self.seen.saturating_add(1);
    }
}

impl Stretch {
    /// What it becomes after one more window, by a step of this size where that did not hold.
    fn after(self, off_s: f32, spread: Spread, level: WindowLevel, size: f32) -> Self {
        let may_miss = level.missed() / 2.0;
        let step = |missed: bool| if missed { size * (1.0 - may_miss) } else { -STEP * may_miss }.exp();
        let Self { early, late } = self;
        Self {
            early: (early * step(off_s < -early * spread.early)).clamp(STRETCH_MIN, STRETCH_MAX),
            late: (late * step(off_s > late * spread.late)).clamp(STRETCH_MIN, STRETCH_MAX),
        }
    }
}

fn kind(rank: usize) -> usize {
    RANKS.iter().position(|last| rank < *last).unwrap_or(RANKS.len() - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    const STOPS: u16 = 120;
    const EVERY_S: i64 = 100;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    /// A tour whose stops are reached as far off from what was told as `off` says; of the last half of the windows for
    /// the next stop the shares that were too late and too early.
    fn missed(level: WindowLevel, off: impl Fn(i16) -> i16) -> (f64, f64) {
        let mut hindsight = Hindsight::default();
        let (mut early, mut late) = (0, 0);
        for stop in 1..STOPS {
            let done = EVERY_S * i64::from(stop);
            let to_come = (stop + 1..=STOPS).map(|node| {
                let after_s = 100.0 * f32::from(node - stop);
                (node, Spread { after_s, early: 10.0, late: 10.0 })
            });
            hindsight.remember(at(done), to_come);
            let off_s = off(i16::try_from(stop).unwrap());
            if stop > STOPS / 2 {
                let Stretch { early: before, late: behind } = hindsight.stretch(0, level);
                early += i32::from(f32::from(off_s) < -10.0 * before);
                late += i32::from(f32::from(off_s) > 10.0 * behind);
            }
            hindsight.learn(stop + 1, at(done + EVERY_S + i64::from(off_s)));
        }
        let all = f64::from(STOPS / 2);
        (f64::from(early) / all, f64::from(late) / all)
    }

    #[test]
    fn as_many_are_missed_on_either_side_as_the_level_says_whatever_the_errors_are() {
        // Errors from -40 s to +160 s in a mixed order: most are late, and far beyond what was told.
        let off = |stop: i16| (stop * 37) % 201 - 40;
        for (level, missed_of) in [(WindowLevel::Usual, 0.03..=0.17), (WindowLevel::Wide, 0.01..=0.1)] {
            let (early, late) = missed(level, off);
            assert!(missed_of.contains(&early) && missed_of.contains(&late), "{level:?}: {early} {late}");
        }
    }

    #[test]
    fn windows_that_always_hold_become_narrower_and_those_that_never_do_wider() {
        let mut steady = Hindsight::default();
        let mut late = Hindsight::default();
        for stop in 1..60 {
            for (hindsight, off_s) in [(&mut steady, 0), (&mut late, 200)] {
                let told = (stop + 1, Spread { after_s: 100.0, early: 10.0, late: 10.0 });
                hindsight.remember(at(0), [told].into_iter());
                hindsight.learn(stop + 1, at(100 + off_s));
            }
        }
        assert!(
            steady.stretch(0, WindowLevel::Usual).late < AT_FIRST.late
                && steady.stretch(0, WindowLevel::Usual).early < AT_FIRST.early
        );
        assert!(late.stretch(0, WindowLevel::Usual).late > 19.0, "{:?}", late.stretch(0, WindowLevel::Usual));
        assert!(late.stretch(0, WindowLevel::Usual).early < AT_FIRST.early);
    }
}
