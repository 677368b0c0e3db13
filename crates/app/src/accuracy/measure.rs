//! The measures that stand in tables, one row each.

use super::pooled::Estimate;
use super::score::{Figures, Score, TourScore};
use super::spells::SpellFigures;

/// A measure.
pub(crate) struct Measure {
    /// What programs call it.
    pub(crate) key: &'static str,
    /// What people call it.
    pub(crate) title: &'static str,
    /// What it says, as a sentence.
    pub(crate) about: &'static str,
    /// How many digits behind the point are shown.
    pub(crate) digits: usize,
    of: Of,
}

enum Of {
    Tours(fn(&TourScore) -> Option<Estimate>),
    Tracks(fn(&[SpellFigures]) -> Option<Estimate>),
}

/// The measures of tours.
pub(crate) const OF_TOURS: &[Measure] = &[
    Measure {
        key: "next_stop",
        title: "next stop",
        about: "The share of instants, at least half a minute apart, at which the stop shown as next was the next one.",
        digits: 3,
        of: Of::Tours(|score| Some(score.next_stop.as_ref()?.accuracy)),
    },
    Measure {
        key: "hit_rate",
        title: "HR@3",
        about: "Of the next three stops, the share that is among the first three of the order shown.",
        digits: 3,
        of: Of::Tours(|score| Some(score.order.as_ref()?.hit_rate)),
    },
    Measure {
        key: "stops_away",
        title: "stops away",
        about: "How many stops the shown number is off, on average over the next ten stops, right after a stop was served.",
        digits: 2,
        of: Of::Tours(|score| Some(score.stops_away.as_ref()?.mae)),
    },
    Measure {
        key: "within_one",
        title: "at most 1 off",
        about: "The share of these numbers that is right or one off.",
        digits: 3,
        of: Of::Tours(|score| Some(score.stops_away.as_ref()?.within_one)),
    },
    Measure {
        key: "raise_rate",
        title: "raises",
        about: "The share of steps from one served stop to the next at which such a number rises: the driver seems to get further away.",
        digits: 3,
        of: Of::Tours(|score| score.stops_away.as_ref()?.raise_rate),
    },
    Measure {
        key: "arrival",
        title: "arrival, min",
        about: "How many minutes the foretold arrival is off, on average over the next 25 stops and all instants.",
        digits: 2,
        of: Of::Tours(|score| Some(score.arrival.as_ref()?.mae)),
    },
    Measure {
        key: "arrival_bias",
        title: "bias, min",
        about: "The same with its sign: above zero foretells too late, below zero too early.",
        digits: 2,
        of: Of::Tours(|score| Some(score.arrival.as_ref()?.bias)),
    },
    Measure {
        key: "coverage",
        title: "coverage",
        about: "The share of foretold windows that hold the arrival; it should be the level that they claim.",
        digits: 3,
        of: Of::Tours(|score| Some(score.windows.as_ref()?.coverage)),
    },
    Measure {
        key: "width",
        title: "width, min",
        about: "How wide the windows are, on average.",
        digits: 1,
        of: Of::Tours(|score| Some(score.windows.as_ref()?.mean_width)),
    },
    Measure {
        key: "winkler",
        title: "Winkler, min",
        about: "The width, and a penalty for each minute that an arrival lies outside: less is better, and neither wide nor bold windows win.",
        digits: 1,
        of: Of::Tours(|score| Some(score.windows.as_ref()?.winkler)),
    },
    Measure {
        key: "served_precision",
        title: "served P",
        about: "Of the stops inferred as served, the share that was served within three minutes of the inferred arrival.",
        digits: 3,
        of: Of::Tours(|score| score.served.as_ref()?.precision),
    },
    Measure {
        key: "served_recall",
        title: "served R",
        about: "Of the stops that were served, the share that was inferred so.",
        digits: 3,
        of: Of::Tours(|score| score.served.as_ref()?.recall),
    },
];

/// The measures of tracks.
pub(crate) const OF_TRACKS: &[Measure] = &[
    Measure {
        key: "state",
        title: "right",
        about: "The share of fixes of which it was said rightly, in the end, whether the vehicle stands or moves.",
        digits: 3,
        of: Of::Tracks(|known| Some(known.last()?.accuracy)),
    },
    Measure {
        key: "state_at_once",
        title: "right at once",
        about: "The share of which it was said rightly with the fix itself.",
        digits: 3,
        of: Of::Tracks(|known| Some(known.first()?.accuracy)),
    },
    Measure {
        key: "spell_precision",
        title: "halts P",
        about: "Of the halts that were found, the share that overlaps with a true one by half.",
        digits: 3,
        of: Of::Tracks(|known| known.last()?.precision),
    },
    Measure {
        key: "spell_recall",
        title: "halts R",
        about: "Of the true halts, the share that was found so.",
        digits: 3,
        of: Of::Tracks(|known| known.last()?.recall),
    },
];

impl Measure {
    /// What a score says of it, if anything.
    pub(crate) fn of(&self, score: &Score) -> Option<Estimate> {
        match (&self.of, &score.figures) {
            (Of::Tours(of), Figures::Tours(tours)) => of(tours),
            (Of::Tracks(of), Figures::Tracks(tracks)) => of(tracks),
            _ => None,
        }
    }

    /// A value of it for people; a dash where there is none.
    pub(crate) fn shown(&self, value: Option<f64>) -> String {
        value.map_or_else(|| "-".to_owned(), |value| format!("{value:.*}", self.digits))
    }
}

impl Figures {
    /// The measures of such a score.
    pub(crate) fn measures(&self) -> &'static [Measure] {
        match self {
            Self::Tours(_) => OF_TOURS,
            Self::Tracks(_) => OF_TRACKS,
        }
    }

    /// How much was judged: pings, or fixes.
    pub(crate) fn n(&self) -> u64 {
        match self {
            Self::Tours(score) => score.next_stop.as_ref().map_or(0, |figures| figures.n),
            Self::Tracks(known) => known.first().map_or(0, |figures| figures.n),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_measure_has_its_own_name_and_says_a_sentence() {
        let all = || OF_TOURS.iter().chain(OF_TRACKS);
        let count = OF_TOURS.len() + OF_TRACKS.len();
        assert_eq!(all().map(|measure| measure.key).collect::<HashSet<_>>().len(), count);
        assert_eq!(all().map(|measure| measure.title).collect::<HashSet<_>>().len(), count);
        assert!(all().all(|measure| measure.about.ends_with('.')));
    }
}
