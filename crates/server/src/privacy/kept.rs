//! What is kept of people and for how long, as the report and the driver's app tell it.

use doorstep_domain::Report;
use doorstep_wire::driver::KeptOfDriver;
use doorstep_wire::words::KeptWord;
use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::retention::{Data, KINDS, Retention, Term as Kept, UNEXPLAINED_TOUR_DAYS, lesson_days};
use crate::state::Settings;

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
pub(crate) fn kept_of_driver(settings: &Settings, day: Date) -> [KeptOfDriver; 3] {
    let until = |data| day.saturating_add(i64::from(settings.retention.days(data)).days());
    let reported = until(Data::Reports).saturating_add(Report::OPEN_FOR_DAYS.days());
    let purpose = tour_purpose(settings).map(str::to_owned);
    [
        KeptOfDriver { what: KeptWord::TourLogs, until: until(Data::TourLogs), purpose },
        // They can be made for a week.
        KeptOfDriver { what: KeptWord::Reports, until: reported, purpose: None },
        KeptOfDriver { what: KeptWord::Audit, until: until(Data::Audit), purpose: None },
    ]
}

/// What the logs of tours are kept for, where they are kept for so long that it must be told.
pub(super) fn tour_purpose(settings: &Settings) -> Option<&str> {
    let is_long = settings.retention.days(Data::TourLogs) > UNEXPLAINED_TOUR_DAYS;
    settings.tour_purpose.as_deref().filter(|_| is_long)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_driver_reads_what_a_long_log_is_kept_for() {
        for (days, told) in [(1, None), (7, Some("To answer complaints."))] {
            let settings = Settings {
                retention: Retention::default().with(Data::TourLogs, days).unwrap(),
                tour_purpose: Some("To answer complaints.".to_owned()),
                ..Settings::default()
            };
            let [logs, _reports, audit] = kept_of_driver(&settings, date(2026, 11, 24));
            assert_eq!((logs.purpose.as_deref(), audit.purpose), (told, None));
        }
    }
}
