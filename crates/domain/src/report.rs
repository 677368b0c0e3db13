//! What a recipient reports of an attempt, and what the operator answers.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::{Outcome, OutcomeView, Personal, Witness};

/// A report of a recipient about one attempt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// What they say.
    pub kind: ReportKind,
    /// How the attempt ended that it is about, and when; there is one report about each at most.
    pub about: OutcomeView,
    /// When they said it.
    pub at: Timestamp,
    /// What could be told of the attempt then; `None` where its log was forgotten, or the kind of parcel tells nothing.
    pub witness: Option<Witness>,
    /// What the operator answered; `None` while it is open.
    pub answer: Option<ReportAnswer>,
}

/// What an operator answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportAnswer {
    /// In words, at most [`ReportAnswer::CHARS_MAX`] characters.
    pub text: Personal,
    /// When.
    pub at: Timestamp,
}

/// What is reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReportKind {
    /// The driver noted an attempt, and nobody came.
    NobodyCame,
    /// The driver noted a delivery, and it was not received.
    NotReceived,
}

impl ReportAnswer {
    /// The longest answer, in characters.
    pub const CHARS_MAX: usize = 500;
}

impl Report {
    /// So many days after an attempt it may be reported.
    pub const OPEN_FOR_DAYS: i64 = 7;
    /// The same as a duration.
    const OPEN_FOR: SignedDuration = SignedDuration::from_hours(Self::OPEN_FOR_DAYS * 24);

    /// Until when an attempt may be reported that ended like this, and what may be said of it; `None` where nothing may now.
    pub fn open(
        ended: Option<OutcomeView>,
        before: Option<&Self>,
        now: Timestamp,
    ) -> Option<(ReportKind, Timestamp)> {
        let ended = ended.filter(|ended| before.is_none_or(|report| report.about.at != ended.at))?;
        let until = ended.at.checked_add(Self::OPEN_FOR).ok().filter(|until| now < *until)?;
        Some((ReportKind::about(ended.outcome)?, until))
    }
}

impl ReportKind {
    /// Both.
    pub const ALL: [Self; 2] = [Self::NobodyCame, Self::NotReceived];

    /// What may be said of an attempt that ended like this; `None` where the driver claims to have been at no door.
    pub fn about(outcome: Outcome) -> Option<Self> {
        match outcome {
            Outcome::DeliveredToRecipient
            | Outcome::DeliveredToNeighbour
            | Outcome::DeliveredToSafePlace
            | Outcome::DeliveredToMailbox => Some(Self::NotReceived),
            Outcome::FailedNotHome
            | Outcome::FailedRefused
            | Outcome::FailedAddressNotFound
            | Outcome::FailedNoAccess
            | Outcome::FailedVerification
            | Outcome::FailedOther => Some(Self::NobodyCame),
            Outcome::DeliveredToPickupPoint
            | Outcome::FailedNoTime
            | Outcome::FailedDamaged
            | Outcome::FailedMissing => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_second(seconds).unwrap()
    }

    fn report(about: OutcomeView) -> Report {
        Report { kind: ReportKind::NobodyCame, about, at: about.at, witness: None, answer: None }
    }

    #[test]
    fn an_attempt_is_reported_once_and_within_a_week() {
        let week = 7 * 24 * 60 * 60;
        let failed = OutcomeView { outcome: Outcome::FailedNotHome, at: at(100) };
        let open = |before: Option<&Report>, now| Report::open(Some(failed), before, at(now));
        assert_eq!(open(None, 100), Some((ReportKind::NobodyCame, at(100 + week))));
        assert_eq!(open(None, 100 + week), None);
        assert_eq!(open(Some(&report(failed)), 100), None);
        let earlier = report(OutcomeView { at: at(50), ..failed });
        assert!(open(Some(&earlier), 100).is_some(), "that was about another attempt");
        assert_eq!(Report::open(None, None, at(100)), None);
    }

    #[test]
    fn what_may_be_said_goes_by_what_the_driver_claims() {
        let about = |outcome| ReportKind::about(outcome);
        assert_eq!(about(Outcome::DeliveredToMailbox), Some(ReportKind::NotReceived));
        assert_eq!(about(Outcome::FailedNoAccess), Some(ReportKind::NobodyCame));
        assert_eq!((about(Outcome::FailedNoTime), about(Outcome::DeliveredToPickupPoint)), (None, None));
    }
}
