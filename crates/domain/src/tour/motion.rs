//! Whether the vehicle moves or stands: a hidden Markov model of two states over the fixes that are believed.
//!
//! What is measured is the way that the vehicle made ([`evidence`]), as sure as its fixes are in truth ([`noise`]); what
//! is believed of an instant takes in the fixes of [`LOOK_AHEAD`] after it, as far as they are known ([`belief`]).
//! A halt is one only when it was long and sure enough.
//!
//! Constants were chosen on GOAL (real delivery agents, labelled driving or on foot; Eftelioglu et al., IWCTS 2022), where
//! both halves of the tracks agree; all are rounded, and lie where a little more or less changes little.

mod belief;
mod evidence;
mod noise;

use jiff::{SignedDuration, Timestamp};

use super::TourState;
use super::fixes::KeptFix;
use super::gate::{Gate, Worth};
use belief::standing;
use evidence::steps;

/// What is said of a fix takes in what came in this time after it; at once, what came before has to do.
pub const LOOK_AHEAD: SignedDuration = SignedDuration::from_secs(30);
/// Who stands for less time does not halt: a tenth of real delivery halts is under 36 s, and a red light not much shorter.
const HALT_MIN: SignedDuration = SignedDuration::from_secs(35);
/// At some instant of a halt it must be as probable as this that the vehicle stands.
const HALT_SURE: f64 = 0.85;
/// A belief forgets what it began with after a few of [`belief`]'s spells.
const WARM_UP: SignedDuration = SignedDuration::from_mins(5);
/// The largest number of fixes that are looked at, the newest ones.
const TRAIL_MAX: usize = 2_000;

/// What a vehicle does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Motion {
    /// It drives, or waits in traffic.
    Moving,
    /// It is parked; its driver may be on foot.
    Standing,
}

/// What is believed of the instant of a fix.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// When.
    pub at: Timestamp,
    /// What the vehicle does then.
    pub motion: Motion,
}

impl TourState {
    /// Whether the vehicle moved or stood at each believed fix from an instant on, oldest first; of more than 2,000 fixes,
    /// the newest.
    ///
    /// What is said of a fix stays once there is one [`LOOK_AHEAD`] after it, unless a halt turns out to be too short.
    pub fn motion(&self, from: Timestamp) -> Vec<Moment> {
        let trail = self.trail(from.checked_sub(WARM_UP).unwrap_or(from));
        let halts = halts(&trail, &standing(&steps(&trail)));
        let moments = trail.iter().zip(halts).map(|(fix, halts)| Moment {
            at: fix.at,
            motion: if halts { Motion::Standing } else { Motion::Moving },
        });
        moments.skip_while(|moment| moment.at < from).collect()
    }

    /// The fixes that are believed from an instant on.
    pub(crate) fn trail(&self, from: Timestamp) -> Vec<KeptFix> {
        let fixes: Vec<KeptFix> = self.fixes.since(from).collect();
        let (mut gate, reach) = (Gate::default(), self.progress().reach.as_ref());
        let newest = fixes.len().saturating_sub(TRAIL_MAX);
        fixes
            .into_iter()
            .skip(newest)
            .filter(|fix| self.phase_at(fix.at).is_underway() && gate.judge(fix, reach) == Worth::Believed)
            .collect()
    }
}

/// Whether the vehicle halts at each fix.
fn halts(trail: &[KeptFix], standing: &[f64]) -> Vec<bool> {
    let beliefs: Vec<(Timestamp, f64)> =
        trail.iter().map(|fix| fix.at).zip(standing.iter().copied()).collect();
    let mut halts = Vec::with_capacity(beliefs.len());
    let mut runs = beliefs.chunk_by(|a, b| stands(*a) == stands(*b)).peekable();
    while let Some(run) = runs.next() {
        let ended_at = runs.peek().and_then(|next| next.first()).map(|(at, _)| *at);
        let is_halt = is_halt(run, halts.is_empty(), ended_at);
        halts.extend(run.iter().map(|_| is_halt));
    }
    halts
}

/// Whether a run of beliefs of the same kind is a halt. One that goes on is believed as long as it is probable; one that
/// the trail cut off at its beginning may be longer than is known, so its length is no reason to doubt it.
fn is_halt(run: &[(Timestamp, f64)], is_first: bool, ended_at: Option<Timestamp>) -> bool {
    let Some(first) = run.first().filter(|first| stands(**first)) else { return false };
    ended_at.is_none_or(|end| {
        let is_long = is_first || end.duration_since(first.0) >= HALT_MIN;
        is_long && run.iter().any(|(_, standing)| *standing >= HALT_SURE)
    })
}

fn stands((_, standing): (Timestamp, f64)) -> bool {
    standing > 0.5
}
