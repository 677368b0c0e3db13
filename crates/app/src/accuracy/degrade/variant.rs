//! The ways to make a day poorer.

use std::fmt;
use std::ops::RangeInclusive;
use std::str::FromStr;

use thiserror::Error;

/// A way to make a day poorer.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Variant {
    /// Fixes are at least so many seconds apart.
    Thin(f64),
    /// So many of 100 fixes are lost; on tours without fixes, so many of 100 events at stops.
    Loss(f64),
    /// So many minutes without network in each started hour: fixes are lost, events come when it is over.
    Blackout(f64),
    /// So many of 100 fixes lie 500 to 5,000 m off.
    Jumps(f64),
    /// So many times the noise of fixes.
    Sigma(f64),
    /// So many of 100 items come again, 1 to 60 s later.
    Duplicates(f64),
    /// So many of 100 items come 5 to 180 s late, so out of order.
    Disorder(f64),
    /// The device's clock is so many seconds ahead.
    Clock(f64),
    /// The plan is in the order that was really driven.
    PlanActual,
    /// The plan is the other way round.
    PlanReversed,
    /// The plan's zones are in random order, or blocks of stops where there are no zones.
    PlanZones,
    /// So many of 100 stops change places in the plan.
    PlanSwap(f64),
    /// Real times scatter so many times as much as usual: the truth changes with the feed.
    Times(f64),
    /// The feed ends after so many of 100 items.
    Cut(f64),
}

/// A text that names no way to make a day poorer.
#[derive(Debug, Error, PartialEq, Eq)]
pub(crate) enum UnknownVariant {
    /// There is no such way.
    #[error(
        "{0:?} is no way to make a day poorer; there are thin-N, loss-N, blackout-N, jumps-N, sigma-N, \
         duplicates-N, disorder-N, clock-N, plan-actual, plan-reversed, plan-zones, plan-swap-N, times-N and cut-N"
    )]
    Name(String),
    /// The number is missing, or too small or too large.
    #[error("{0:?} needs a number from {1} to {2} at its end")]
    Number(String, String, String),
}

/// A way with a number: its name, the numbers it may have, and how it is made.
type Numbered = (&'static str, RangeInclusive<f64>, fn(f64) -> Variant);

const NUMBERED: [Numbered; 11] = [
    ("thin", 1.0..=86_400.0, Variant::Thin),
    ("loss", 0.0..=100.0, Variant::Loss),
    ("blackout", 0.0..=60.0, Variant::Blackout),
    ("jumps", 0.0..=100.0, Variant::Jumps),
    ("sigma", 1.0..=100.0, Variant::Sigma),
    ("duplicates", 0.0..=100.0, Variant::Duplicates),
    ("disorder", 0.0..=100.0, Variant::Disorder),
    ("clock", -86_400.0..=86_400.0, Variant::Clock),
    ("plan-swap", 0.0..=100.0, Variant::PlanSwap),
    ("times", 0.0..=10.0, Variant::Times),
    ("cut", 0.0..=100.0, Variant::Cut),
];

impl Variant {
    /// Whether what truly happened stays as it was, so that the day can be asked the same as before.
    pub(crate) fn keeps_truth(self) -> bool {
        !matches!(self, Self::Times(_))
    }

    /// What it does, as a sentence.
    pub(crate) fn about(self) -> String {
        match self {
            Self::Thin(seconds) => format!("fixes are at least {seconds} s apart."),
            Self::Loss(percent) => {
                format!("{percent} % of the fixes are lost; on tours without fixes, of the events at stops.")
            }
            Self::Blackout(minutes) => format!(
                "{minutes} min without network in each hour: fixes are lost, events come when it is over."
            ),
            Self::Jumps(percent) => format!("{percent} % of the fixes lie 500 to 5,000 m off."),
            Self::Sigma(times) => format!("fixes have {times} times the noise."),
            Self::Duplicates(percent) => format!("{percent} % of the items come again, 1 to 60 s later."),
            Self::Disorder(percent) => {
                format!("{percent} % of the items come 5 to 180 s late, so out of order.")
            }
            Self::Clock(seconds) => format!("the device's clock is {seconds} s ahead."),
            Self::PlanActual => {
                "the plan is in the order that was really driven: a driver who follows the plan.".to_owned()
            }
            Self::PlanReversed => "the plan is the other way round.".to_owned(),
            Self::PlanZones => {
                "the plan's zones are in random order, or blocks of eight stops where there are none."
                    .to_owned()
            }
            Self::PlanSwap(percent) => format!("{percent} % of the stops change places in the plan."),
            Self::Times(times) => format!(
                "real times scatter {times} times as much as usual; for days whose own times do not scatter."
            ),
            Self::Cut(percent) => format!("the feed ends after {percent} % of its items."),
        }
    }

    fn number(self) -> Option<f64> {
        match self {
            Self::Thin(number)
            | Self::Loss(number)
            | Self::Blackout(number)
            | Self::Jumps(number)
            | Self::Sigma(number)
            | Self::Duplicates(number)
            | Self::Disorder(number)
            | Self::Clock(number)
            | Self::PlanSwap(number)
            | Self::Times(number)
            | Self::Cut(number) => Some(number),
            Self::PlanActual | Self::PlanReversed | Self::PlanZones => None,
        }
    }
}

impl fmt::Display for Variant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(number) = self.number() else {
            return f.write_str(match self {
                Self::PlanActual => "plan-actual",
                Self::PlanReversed => "plan-reversed",
                _ => "plan-zones",
            });
        };
        let made = |(_, _, make): &&Numbered| make(number) == *self;
        let name = NUMBERED.iter().find(made).map_or("", |(name, _, _)| name);
        write!(f, "{name}-{number}")
    }
}

impl FromStr for Variant {
    type Err = UnknownVariant;

    fn from_str(text: &str) -> Result<Self, UnknownVariant> {
        match text {
            "plan-actual" => return Ok(Self::PlanActual),
            "plan-reversed" => return Ok(Self::PlanReversed),
            "plan-zones" => return Ok(Self::PlanZones),
            _ => {}
        }
        let (name, range, make) = NUMBERED
            .iter()
            .find(|(name, _, _)| text == *name || text.starts_with(&format!("{name}-")))
            .ok_or_else(|| UnknownVariant::Name(text.to_owned()))?;
        let number = text.get(name.len() + 1..).and_then(|number| number.parse().ok());
        number.filter(|number| range.contains(number)).map(make).ok_or_else(|| {
            UnknownVariant::Number(text.to_owned(), range.start().to_string(), range.end().to_string())
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ways_are_read_as_they_are_written() {
        for text in
            ["thin-30", "loss-20", "blackout-5", "jumps-0.5", "sigma-3", "duplicates-10", "disorder-20"]
                .into_iter()
                .chain([
                    "clock-3600",
                    "clock--3600",
                    "plan-actual",
                    "plan-reversed",
                    "plan-zones",
                    "plan-swap-10",
                ])
                .chain(["times-1", "cut-50"])
        {
            assert_eq!(text.parse::<Variant>().expect("it is a way").to_string(), text);
        }
        assert_eq!("clock--60".parse(), Ok(Variant::Clock(-60.0)));
    }

    #[test]
    fn what_is_no_way_is_refused() {
        let refused = |text: &str| text.parse::<Variant>().expect_err("it is no way").to_string();
        assert!(refused("thinner-30").contains("there are thin-N, loss-N"));
        assert!(refused("").contains("there are"));
        for text in ["thin", "thin-", "thin-x", "thin-0", "loss-101", "blackout-61", "cut--1", "times-NaN"] {
            assert!(refused(text).contains("needs a number from"), "{text}");
        }
    }
}
