//! Why an event is not let in.

use jiff::SignedDuration;
use thiserror::Error;

use super::{FIXES_MAX, HAPPENINGS_MAX};
use crate::Plan;

/// Why an event was not let in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Refusal {
    /// The clock of the device is broken.
    #[error("the event lies {} in the future; set the device's clock", hours(*ahead))]
    ClockAhead {
        /// How far ahead.
        ahead: SignedDuration,
    },
    /// The event is too old.
    #[error("the event is more than three days old")]
    TooOld,
    /// The tour had not begun at that instant.
    #[error("the tour had not started then; nothing is kept of a driver outside a started tour")]
    TourNotStarted,
    /// The driver was on a break at that instant.
    #[error("the driver was on a break then; nothing is kept of a driver in a break")]
    OnBreak,
    /// The tour had ended by that instant.
    #[error("the tour had ended by then")]
    TourEnded,
    /// The stop is not on the tour.
    #[error("no such stop is on this tour")]
    UnknownStop,
    /// The parcel is not on the tour.
    #[error("no such parcel is on this tour")]
    UnknownParcel,
    /// The outcome does not fit the kind of event.
    #[error("a delivered parcel needs a delivered_to_… outcome, an attempted one a failed_… outcome")]
    OutcomeMismatch,
    /// Whoever sent it may not say this.
    #[error("this kind of event may not come from here")]
    NotAllowed,
    /// The tour would have too many stops.
    #[error("a tour has at most {} stops", Plan::STOPS_MAX)]
    TooManyStops,
    /// A plan names the same stop twice.
    #[error("a stop may stand in a plan only once")]
    DoubledStop,
    /// The tour has too many events.
    #[error("a tour has at most {} fixes and {} other events", FIXES_MAX, HAPPENINGS_MAX)]
    TourFull,
    /// A note is too long.
    #[error("a note is longer than a driver can read at a door")]
    NoteTooLong,
    /// A note holds what looks like a code.
    #[error("leave codes out: notes are read in the street and kept in a log")]
    HoldsCode,
    /// The recipient changed it elsewhere meanwhile.
    #[error("this was changed meanwhile; look at what stands now and send it again if it is still wished")]
    ChangedMeanwhile,
    /// The parcel is handed to its recipient alone.
    #[error("this parcel is handed to its recipient alone; anything else needs a failed_… outcome")]
    RecipientOnly,
    /// The recipient's code was not told.
    #[error(
        "this parcel is handed over only after a `door_code_given` with the code that its recipient tells"
    )]
    DoorCodeMissing,
    /// What was told is not the recipient's code.
    #[error("this is not the recipient's code")]
    DoorCodeWrong,
    /// There were too many wrong codes.
    #[error(
        "there were too many wrong codes; the operator can make a new one, or the parcel gets a failed_… outcome"
    )]
    DoorCodeLocked,
    /// The driver is at the door already, or the parcel's story is over.
    #[error("it is too late to change this: the driver is at the door, or the parcel's story is over")]
    TooLate,
}

impl Refusal {
    /// The code that machines read; it never changes.
    pub fn code(self) -> &'static str {
        match self {
            Self::ClockAhead { .. } => "clock_ahead",
            Self::TooOld => "too_old",
            Self::TourNotStarted => "tour_not_started",
            Self::OnBreak => "on_break",
            Self::TourEnded => "tour_ended",
            Self::UnknownStop => "unknown_stop",
            Self::UnknownParcel => "unknown_parcel",
            Self::OutcomeMismatch => "outcome_mismatch",
            Self::NotAllowed => "not_allowed",
            Self::TooManyStops => "too_many_stops",
            Self::DoubledStop => "doubled_stop",
            Self::TourFull => "tour_full",
            Self::NoteTooLong => "note_too_long",
            Self::HoldsCode => "holds_code",
            Self::ChangedMeanwhile => "changed_meanwhile",
            Self::RecipientOnly => "recipient_only",
            Self::DoorCodeMissing => "door_code_missing",
            Self::DoorCodeWrong => "door_code_wrong",
            Self::DoorCodeLocked => "door_code_locked",
            Self::TooLate => "too_late",
        }
    }
}

fn hours(span: SignedDuration) -> String {
    match span.as_hours() {
        hours if hours < 48 => format!("{hours} hours"),
        hours => format!("{} days", hours / 24),
    }
}
