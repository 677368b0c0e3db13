//! Where the van is when something is told.

use std::fmt;

use rand::rngs::StdRng;

use super::Attacker;
use crate::picture::{Drop, Picture, appearances, normal, other_changes};
use crate::town::House;

/// Which dot is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Side {
    /// The last one before.
    Before,
    /// The first one from then on.
    After,
}

/// What is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Source {
    /// Any lower count.
    Count,
    /// That nobody comes before.
    YouAreNext,
    /// Another window or state.
    Words,
    /// A dot, after none.
    Appearance,
}

/// More changes of words say nothing of single stops.
const WORDS_MAX: usize = 40;
/// A house that takes so much longer than the way shown is a third as likely.
const VIA_S: f64 = 12.0;
/// A house where nothing speaks for it is still so likely.
const FLOOR: f64 = 1e-4;

/// When something was told, and how many stops that stands for.
pub(super) struct Changes {
    drops: Vec<Drop>,
    words: Vec<f64>,
    appearances: Vec<f64>,
}

impl Changes {
    pub(super) fn of(picture: &Picture<'_>) -> Self {
        Self {
            drops: picture.drops.clone(),
            words: other_changes(picture.view),
            appearances: appearances(picture.view),
        }
    }

    fn told(&self, source: Source, stops: f64) -> Vec<(f64, f64)> {
        let all = |times: &[f64], stops: f64| times.iter().map(|at| (*at, stops)).collect();
        match source {
            Source::Count => self.drops.iter().map(|drop| (drop.at, drop.by)).collect(),
            Source::YouAreNext => {
                self.drops.iter().filter(|drop| drop.to <= 0.0).map(|drop| (drop.at, 1.0)).collect()
            }
            Source::Words if (1..=WORDS_MAX).contains(&self.words.len()) => {
                all(&self.words, stops / self.words.len() as f64)
            }
            Source::Words => Vec::new(),
            Source::Appearance => all(&self.appearances, 1.0),
        }
    }
}

impl Attacker<'_, '_> {
    pub(super) fn by_hand_over(
        &self,
        side: Side,
        back_m: f64,
        source: Source,
        spread_m: f64,
        chance: &mut StdRng,
    ) -> Vec<House> {
        let picture = self.picture;
        let stops = picture.stops as f64;
        let told = self.changes.told(source, stops);
        let asked = told.iter().filter_map(|(at, stops)| Some((*stops, self.dot_at(*at, side)?)));
        let mut rows: Vec<(f64, Vec<f64>)> =
            asked.map(|(stops, dot)| (stops, self.back_from(dot, back_m, spread_m))).collect();
        let mut unseen = (stops - rows.iter().map(|(stops, _)| stops).sum::<f64>()).max(0.02);
        if let Some(on_the_way) = self.on_the_way() {
            rows.push((0.8 * unseen, normal(on_the_way)));
            unseen *= 0.2;
        }
        let beliefs = rows.iter().map(|(stops, shares)| (*stops, shares.as_slice()));
        let beliefs = beliefs.chain([(unseen, self.prior.as_slice())]).collect();
        picture.candidates.name_by(beliefs, picture.stops, picture.view.own, chance)
    }

    fn dot_at(&self, at: f64, side: Side) -> Option<usize> {
        let dots = &self.picture.dots[..self.picture.shown];
        match side {
            Side::Before => dots.iter().rposition(|dot| dot.from < at - 0.01),
            Side::After => dots.iter().position(|dot| dot.until >= at - 0.01),
        }
    }

    /// How likely each candidate is to lie so far before a dot, on the way that was shown.
    fn back_from(&self, dot: usize, back_m: f64, spread_m: f64) -> Vec<f64> {
        let (dots, legs) = (&self.picture.dots, &self.picture.legs);
        let earlier =
            dots[..dot].iter().rposition(|early| early.point.distance_to(dots[dot].point) > back_m + 30.0);
        let to_m = legs.to_dot_m[dot].iter().map(|metres| f64::from(*metres));
        let mut weights: Vec<f64> =
            to_m.map(|metres| FLOOR + (-(metres - back_m).abs() / spread_m).exp()).collect();
        if let Some(early) = earlier {
            let direct_s = self.picture.drive_s(early, dot);
            let via = legs.from_dot_s[early].iter().zip(&legs.to_dot_s[dot]);
            for (weight, (out_s, in_s)) in weights.iter_mut().zip(via) {
                let longer_s = f64::from(out_s + in_s) - direct_s;
                *weight *= (-longer_s.clamp(0.0, 300.0) / VIA_S).exp();
            }
        }
        normal(weights)
    }
}

impl fmt::Display for Side {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Before => "before",
            Self::After => "after",
        })
    }
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Count => "a lower count",
            Self::YouAreNext => "\"you are next\"",
            Self::Words => "another window",
            Self::Appearance => "the first dot",
        })
    }
}
