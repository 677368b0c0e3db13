//! On which days of the week something is done.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A set of days of the week, written as their English names cut to three letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "Vec<&'static str>", try_from = "Vec<String>")]
pub struct Weekdays(u8);

const NAMES: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

impl Weekdays {
    /// None of them.
    pub const NONE: Self = Self(0);
    /// From Monday to Saturday.
    pub const WORKING: Self = Self(0b11_1111);

    /// Whether a date is one of them.
    pub fn hold(self, date: Date) -> bool {
        self.0 & bit(date.weekday().to_monday_zero_offset()) != 0
    }

    /// These days; `None` when one of the names is none.
    pub fn named<'a>(names: impl IntoIterator<Item = &'a str>) -> Option<Self> {
        names.into_iter().try_fold(Self::NONE, |days, name| {
            let offset = NAMES.iter().position(|known| *known == name)?;
            Some(Self(days.0 | bit(i8::try_from(offset).ok()?)))
        })
    }
}

fn bit(offset: i8) -> u8 {
    1 << offset
}

impl From<Weekdays> for Vec<&'static str> {
    fn from(days: Weekdays) -> Self {
        let held = (0..7).zip(NAMES).filter(|(offset, _)| days.0 & bit(*offset) != 0);
        held.map(|(_, name)| name).collect()
    }
}

impl TryFrom<Vec<String>> for Weekdays {
    type Error = String;

    fn try_from(names: Vec<String>) -> Result<Self, String> {
        Self::named(names.iter().map(String::as_str))
            .ok_or_else(|| format!("days of the week are {}", NAMES.join(", ")))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn days_are_those_of_the_calendar() {
        let days = Weekdays::named(["tue", "sat"]).expect("both are days");
        assert!(days.hold(date(2026, 11, 24)) && days.hold(date(2026, 11, 28)));
        assert!(!days.hold(date(2026, 11, 25)));
        assert!(!Weekdays::WORKING.hold(date(2026, 11, 29)), "it is a Sunday");
    }

    #[test]
    fn they_read_back_what_they_write() {
        let written = r#"["mon","sun"]"#;
        let days: Weekdays = serde_json::from_str(written).expect("they are days");
        assert_eq!(serde_json::to_string(&days).expect("they can be written"), written);
        assert!(serde_json::from_str::<Weekdays>(r#"["monday"]"#).is_err());
    }
}
