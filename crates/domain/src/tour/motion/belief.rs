//! How probable it is that the vehicle stands, by what each fix speaks for.

use jiff::{SignedDuration, Timestamp};

/// For how long a vehicle stands and moves in the mean. Real halts of parcels last 70 s in the median and the ways between
/// them 45 s; long ones make the means longer.
const STANDS_S: f64 = 100.0;
const MOVES_S: f64 = 80.0;
/// How probable it is at any time that it stands.
const STANDING: f64 = STANDS_S / (STANDS_S + MOVES_S);
/// What comes later than this after an instant says no more about it. Evidence looks ahead by itself; both together are
/// [`LOOK_AHEAD`](super::LOOK_AHEAD).
const SMOOTHED_FOR: SignedDuration = SignedDuration::from_secs(20);

/// The step from one fix to the next.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Step {
    /// When it ends.
    pub(super) at: Timestamp,
    /// How long it takes.
    pub(super) seconds: f64,
    /// How much better it fits a vehicle that stands than one that moves.
    pub(super) odds: f64,
}

/// How probable it is after each step that the vehicle stands.
pub(super) fn standing(steps: &[Step]) -> Vec<f64> {
    let mut before = STANDING;
    let mut believed = Vec::with_capacity(steps.len());
    for (index, step) in steps.iter().enumerate() {
        before = step.follow(before);
        let later = steps.get(index + 1..).unwrap_or_default();
        let known = later.partition_point(|later| later.at.duration_since(step.at) <= SMOOTHED_FOR);
        believed.push(smoothed(before, later.get(..known).unwrap_or_default()));
    }
    believed
}

/// What is believed of an instant in the light of the steps after it.
fn smoothed(standing: f64, later: &[Step]) -> f64 {
    let (mut stood, mut moved) = (1.0, 1.0);
    for step in later.iter().rev() {
        (stood, moved) = step.lead_back(stood, moved);
    }
    odds_to(standing, stood / moved)
}

impl Step {
    /// What is believed after the step.
    fn follow(self, before: f64) -> f64 {
        odds_to(STANDING + (before - STANDING) * self.kept(), self.odds)
    }

    /// How well what came after the step fits a vehicle that stood or moved before it; the two sum up to one, as only their
    /// ratio matters.
    fn lead_back(self, stood: f64, moved: f64) -> (f64, f64) {
        let (stood, moved) = (stood * self.odds, moved);
        let mean = STANDING * stood + (1.0 - STANDING) * moved;
        let (from_standing, from_moving) =
            (mean + (stood - mean) * self.kept(), mean + (moved - mean) * self.kept());
        (from_standing / (from_standing + from_moving), from_moving / (from_standing + from_moving))
    }

    /// How much of a belief is left after the step; the rest is what holds at any time.
    fn kept(self) -> f64 {
        (-self.seconds * (1.0 / STANDS_S + 1.0 / MOVES_S)).exp()
    }
}

/// A probability after evidence.
fn odds_to(probability: f64, odds: f64) -> f64 {
    probability * odds / (probability * odds + 1.0 - probability)
}
