//! The attackers: each makes houses of a picture, in several variants.

mod dwell;
mod hand_over;
mod timing;

use std::fmt;

use rand::SeedableRng as _;
use rand::rngs::StdRng;

use crate::picture::{Picture, Prior, Profile};
use crate::town::House;

pub(crate) use hand_over::{Side, Source};

/// An attack in one variant.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Attack {
    /// Places where the dot stays so long within a radius.
    Dwell { radius_m: f64, long_s: f64 },
    /// What driving does not explain, on the street graph; counts are told so many seconds late, or not believed.
    Timing { profile: Profile, late_s: Option<f64> },
    /// Where the dot is when something is told, traced back so far.
    HandOver { side: Side, back_m: f64, source: Source, spread_m: f64 },
}

/// One who attacks with a picture, and remembers what several variants need.
pub(crate) struct Attacker<'a, 'p> {
    pub(crate) picture: &'a Picture<'p>,
    prior: Prior,
    least_detours: Vec<f32>,
    shares: Option<(Profile, Vec<Vec<f64>>)>,
    changes: hand_over::Changes,
    seed: u64,
}

impl<'a, 'p> Attacker<'a, 'p> {
    pub(crate) fn new(picture: &'a Picture<'p>, seed: u64) -> Self {
        Self {
            prior: picture.prior(),
            least_detours: picture.stretches.least_detours(picture.candidates.count()),
            shares: None,
            changes: hand_over::Changes::of(picture),
            picture,
            seed,
        }
    }

    /// The houses that are named.
    pub(crate) fn name(&mut self, attack: Attack) -> Vec<House> {
        let mut chance = StdRng::seed_from_u64(self.seed);
        match attack {
            Attack::Dwell { radius_m, long_s } => self.by_dwell(radius_m, long_s, &mut chance),
            Attack::Timing { profile, late_s } => self.by_timing(profile, late_s, &mut chance),
            Attack::HandOver { side, back_m, source, spread_m } => {
                self.by_hand_over(side, back_m, source, spread_m, &mut chance)
            }
        }
    }

    /// How much each candidate lies on the way that was shown.
    fn on_the_way(&self) -> Option<Vec<f64>> {
        /// A house with such a detour is a third as likely.
        const DETOUR_S: f64 = 8.0;
        let is_known = !self.picture.stretches.0.is_empty();
        is_known.then(|| self.least_detours.iter().map(|s| (-f64::from(*s) / DETOUR_S).exp()).collect())
    }
}

/// The variants of the first attacker.
pub(crate) fn dwell_variants() -> Vec<Attack> {
    let long = |radius_m| [25.0, 45.0].map(|long_s| Attack::Dwell { radius_m, long_s });
    [12.0, 30.0, 70.0].into_iter().flat_map(long).collect()
}

/// Metres by which a place may be told late.
const BACK_M: [f64; 10] = [0.0, 25.0, 50.0, 75.0, 100.0, 125.0, 150.0, 200.0, 250.0, 300.0];

/// The variants of the second one.
pub(crate) fn timing_variants() -> Vec<Attack> {
    let plain = [Profile::Anywhere, Profile::Middle, Profile::Timed(0.0), Profile::Timed(30.0)];
    let starts = [0.0, 25.0, 50.0, 100.0, 150.0].map(Profile::AfterStart);
    let profiles = plain.into_iter().chain(starts).chain(BACK_M.map(Profile::BeforeEnd));
    let late = |profile| [None, Some(0.0), Some(30.0)].map(|late_s| Attack::Timing { profile, late_s });
    profiles.flat_map(late).collect()
}

/// The variants of the third one.
pub(crate) fn hand_over_variants() -> Vec<Attack> {
    let mut variants = Vec::new();
    for source in [Source::Count, Source::YouAreNext, Source::Words, Source::Appearance] {
        for side in [Side::Before, Side::After] {
            if (source, side) == (Source::Appearance, Side::Before) {
                continue;
            }
            for back_m in BACK_M {
                let spread = [12.0, 40.0];
                variants.extend(spread.map(|spread_m| Attack::HandOver { side, back_m, source, spread_m }));
            }
        }
    }
    variants
}

/// Those of which recipients who pool choose, beside the ones that were best alone.
pub(crate) fn pooled_variants() -> Vec<Attack> {
    let timing = |profile, late_s| Attack::Timing { profile, late_s };
    vec![
        timing(Profile::Anywhere, None),
        timing(Profile::Middle, None),
        timing(Profile::AfterStart(0.0), None),
        timing(Profile::BeforeEnd(50.0), None),
        timing(Profile::BeforeEnd(100.0), None),
        timing(Profile::Anywhere, Some(0.0)),
        timing(Profile::Timed(0.0), Some(0.0)),
    ]
}

impl fmt::Display for Attack {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Dwell { radius_m, long_s } => write!(f, "{long_s} s within {radius_m} m"),
            Self::Timing { profile, late_s } => {
                match profile {
                    Profile::Anywhere => f.write_str("anywhere on the stretch")?,
                    Profile::Middle => f.write_str("in the middle of the stretch")?,
                    Profile::AfterStart(metres) => write!(f, "{metres} m after the stretch begins")?,
                    Profile::BeforeEnd(metres) => write!(f, "{metres} m before the stretch ends")?,
                    Profile::Timed(late_s) => {
                        write!(f, "as long before the end as the count, {late_s} s late")?;
                    }
                }
                match late_s {
                    None => f.write_str(", by seconds"),
                    Some(late_s) => write!(f, ", by counts {late_s} s late"),
                }
            }
            Self::HandOver { side, back_m, source, spread_m } => {
                write!(f, "{back_m} m ({spread_m} m) back from the dot {side} {source}")
            }
        }
    }
}
