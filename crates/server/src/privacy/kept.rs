//! What is kept of people and for how long, as the report and the driver's app tell it.

use doorstep_wire::words::KeptWord;
use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::retention::{AUDIT_DAYS, DAYS_MAX, JUDGEMENT_DAYS, lesson_days};
use crate::shares::TOLD_FOR;
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
pub(crate) fn kept(settings: &Settings) -> [(&'static str, Term); 15] {
    let tour_days = settings.tour_days.min(DAYS_MAX);
    let session_days = u16::try_from(settings.session_days).unwrap_or(u16::MAX);
    let share_days = u16::try_from(TOLD_FOR.as_hours() / 24).unwrap_or(u16::MAX);
    [
        ("tour_logs", Term::Days(tour_days)),
        ("drivers", Term::Told),
        ("audit", Term::Days(AUDIT_DAYS)),
        ("judgements", Term::Days(JUDGEMENT_DAYS)),
        ("lessons", Term::Days(lesson_days(tour_days))),
        ("deliveries", Term::Told),
        ("addresses", Term::Told),
        ("instructions", Term::Told),
        ("accounts", Term::Told),
        ("sessions", Term::Days(session_days)),
        ("browsers", Term::Told),
        ("subscriptions", Term::Told),
        ("letters", Term::Told),
        ("shares", Term::Days(share_days)),
        ("answers", Term::Told),
    ]
}

/// What is kept of a driver on a tour of a day, each with its last day.
pub(crate) fn kept_of_driver(settings: &Settings, day: Date) -> [(KeptWord, Date); 2] {
    let until = |days: u16| day.saturating_add(i64::from(days).days());
    [(KeptWord::TourLogs, until(settings.tour_days.min(DAYS_MAX))), (KeptWord::Audit, until(AUDIT_DAYS))]
}
