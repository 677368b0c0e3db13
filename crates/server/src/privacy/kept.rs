//! What is kept of people and for how long, as the report and the driver's app tell it.

use doorstep_wire::words::KeptWord;
use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::retention::{Data, KINDS, Retention, Term as Kept, lesson_days};

/// For how long something is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Term {
    /// So many days.
    Days(u16),
    /// What the words of the report say.
    Told,
}

/// What is kept of people, each with its term.
pub(crate) fn kept(retention: &Retention) -> impl Iterator<Item = (&'static str, Term)> {
    KINDS.iter().map(|kind| {
        let term = match (kind.data, kind.term) {
            (Data::Lessons, _) => Term::Days(lesson_days(retention)),
            (data, Kept::Set { .. }) => Term::Days(retention.days(data)),
            (_, Kept::Fixed(_)) => Term::Told,
        };
        (kind.data.as_str(), term)
    })
}

/// What is kept of a driver on a tour of a day, each with its last day.
pub(crate) fn kept_of_driver(retention: &Retention, day: Date) -> [(KeptWord, Date); 2] {
    let until = |data| day.saturating_add(i64::from(retention.days(data)).days());
    [(KeptWord::TourLogs, until(Data::TourLogs)), (KeptWord::Audit, until(Data::Audit))]
}
