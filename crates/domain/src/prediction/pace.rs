//! Whether this tour goes faster or slower than its plan says.

/// What the plan says counts as much as so much driving and working that was seen: a strong pull of a driver's own pace
/// makes predictions worse, because delays are partly caught up.
const PLAN_WEIGHT_S: f32 = 45.0 * 60.0;
/// How far tours are off their plans, as a share, before anything is seen of them.
pub(super) const SPREAD: f32 = 0.15;
/// A stretch that took longer than this many times the planned time, and so much more, was no driving and working.
const STRETCH_MAX: f32 = 3.0;
const PAUSE_S: f32 = 300.0;

/// The pace of a tour.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Pace {
    planned_s: f32,
    taken_s: f32,
}

impl Pace {
    /// So much was planned for a leg and the work at its end, and so much it took.
    pub(super) fn learn(&mut self, planned_s: f32, taken_s: f32) {
        self.planned_s += planned_s;
        self.taken_s += taken_s.clamp(0.0, STRETCH_MAX * planned_s + PAUSE_S);
    }

    /// How long something takes on this tour that is planned to take so many seconds.
    pub(super) fn stretched(self, planned_s: f32) -> f32 {
        planned_s * (PLAN_WEIGHT_S + self.taken_s) / (PLAN_WEIGHT_S + self.planned_s)
    }

    /// How far off the pace may be, as a share, when tours are off by so much.
    pub(super) fn doubt(self, spread: f32) -> f32 {
        spread * (PLAN_WEIGHT_S / (PLAN_WEIGHT_S + self.planned_s)).sqrt()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slow_tour_is_believed_to_be_slow_after_a_while() {
        let mut pace = Pace::default();
        assert!((pace.stretched(100.0) - 100.0).abs() < 1e-3);
        for _ in 0..20 {
            pace.learn(160.0, 240.0);
        }
        assert!((120.0..130.0).contains(&pace.stretched(100.0)), "{}", pace.stretched(100.0));
        assert!(pace.doubt(SPREAD) < SPREAD);
    }

    #[test]
    fn a_pause_is_no_pace() {
        let mut pace = Pace::default();
        pace.learn(100.0, 7_200.0);
        assert!(pace.stretched(100.0) < 125.0, "{}", pace.stretched(100.0));
    }
}
