//! Next stop: how often the stop that was shown as next was the next one.

use serde::Serialize;

use super::moment::Moment;
use super::pooled::{Estimate, Pooled};

/// What was right of what was shown as next.
#[derive(Debug, Default)]
pub(super) struct NextStop {
    pings: Pooled,
    following: Pooled,
    deviating: Pooled,
    after_stop: Pooled,
}

/// The figures of it.
#[derive(Debug, Serialize)]
pub(crate) struct NextStopFigures {
    /// The share of pings at which it was right. Pings weigh by time, so a long leg counts much.
    pub(crate) accuracy: Estimate,
    pub(crate) n: u64,
    /// The same on tours that keep about the order of the plan.
    pub(crate) following: Option<f64>,
    pub(crate) n_following: u64,
    /// The same on tours that do not.
    pub(crate) deviating: Option<f64>,
    pub(crate) n_deviating: u64,
    /// The share of served stops right after which it was right.
    pub(crate) after_stop: Option<f64>,
    pub(crate) n_after_stop: u64,
}

impl NextStop {
    /// Judges a ping.
    pub(super) fn ping(&mut self, moment: &Moment<'_>) {
        let is_right = is_right(moment);
        self.pings.add(moment.tour, is_right);
        let kind = if moment.follows_plan { &mut self.following } else { &mut self.deviating };
        kind.add(moment.tour, is_right);
    }

    /// Judges what is shown right after a stop was served.
    pub(super) fn after_stop(&mut self, moment: &Moment<'_>) {
        self.after_stop.add(moment.tour, is_right(moment));
    }

    /// The figures, when there was something to judge.
    pub(super) fn figures(&self) -> Option<NextStopFigures> {
        Some(NextStopFigures {
            accuracy: self.pings.estimate()?,
            n: self.pings.count(),
            following: self.following.mean(),
            n_following: self.following.count(),
            deviating: self.deviating.mean(),
            n_deviating: self.deviating.count(),
            after_stop: self.after_stop.mean(),
            n_after_stop: self.after_stop.count(),
        })
    }
}

fn is_right(moment: &Moment<'_>) -> bool {
    moment.shown.next == moment.remaining.first().map(|visit| visit.stop)
}

#[cfg(test)]
mod tests {
    use super::super::scene::{Scene, showing, visit};
    use super::*;

    #[test]
    fn the_share_that_was_right_is_told_apart_by_whether_the_plan_is_followed() {
        let mut judged = NextStop::default();
        assert!(judged.figures().is_none());
        let scene = Scene::at(0, &[visit(1, 5, 6), visit(0, 8, 9)]);
        for (next, follows_plan) in [(Some(1), true), (Some(0), true), (None, true), (Some(1), false)] {
            let shown = showing(next, &[]);
            judged.ping(&Moment { follows_plan, ..scene.moment(&shown) });
        }
        judged.after_stop(&scene.moment(&showing(Some(1), &[])));
        let figures = judged.figures().expect("pings were judged");
        assert_eq!((figures.accuracy.value, figures.n), (0.5, 4));
        assert_eq!((figures.following, figures.n_following), (Some(0.3333), 3));
        assert_eq!((figures.deviating, figures.n_deviating), (Some(1.0), 1));
        assert_eq!((figures.after_stop, figures.n_after_stop), (Some(1.0), 1));
    }
}
