//! When is asked again, by what became of a question.

use doorstep_domain::Status;
use doorstep_store::{Asked, AskedCarrier, ToAsk};
use jiff::{SignedDuration, Timestamp};

use super::super::source::NoAnswer;
use super::budget::{HELD_MAX, later};
use super::pace::Pace;

const MINUTE: SignedDuration = SignedDuration::from_mins(1);
const HOUR: SignedDuration = SignedDuration::from_hours(1);
/// Labels are printed days before a carrier has the parcel, and some are never used.
const UNKNOWN: Backoff = Backoff { first: HOUR, longest: SignedDuration::from_hours(72) };
/// What cannot be read today may be read after somebody has mended it.
const UNREADABLE: Backoff =
    Backoff { first: SignedDuration::from_mins(15), longest: SignedDuration::from_hours(24) };
/// A carrier that is down, or that was asked too often and does not say for how long it wants to be left alone.
const AWAY: Backoff = Backoff { first: MINUTE, longest: HOUR };
/// Each question with a key that does not hold is one more reason to lock it.
const REFUSED: Backoff =
    Backoff { first: SignedDuration::from_mins(15), longest: SignedDuration::from_hours(12) };
/// So much of an interval chance adds, so that parcels that came together do not stay together.
const SPREAD: f64 = 0.2;

/// Growing pauses.
struct Backoff {
    first: SignedDuration,
    longest: SignedDuration,
}

/// What a question leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Next {
    /// When the parcel is asked about again; as it was due, where that is not due to the parcel.
    pub(super) parcel: Option<Asked>,
    /// How the carrier stands.
    pub(super) carrier: AskedCarrier,
}

/// What a question leads to that was answered or not; an answer comes with how the parcel stands now. `chance` is a number
/// from 0 to 1.
pub(super) fn after(
    result: Result<Status, NoAnswer>,
    one: &ToAsk,
    carrier: &AskedCarrier,
    pace: Pace,
    now: Timestamp,
    chance: f64,
) -> Next {
    let failures = one.failures.saturating_add(1);
    let again = |pause: SignedDuration, failures| {
        Some(Asked { next_at: later(now, spread(pause, chance)), failures })
    };
    let answers = AskedCarrier { held_until: None, failures: 0, ..*carrier };
    let held = |pause: SignedDuration| AskedCarrier {
        held_until: Some(later(now, pause)),
        failures: carrier.failures.saturating_add(1),
        ..*carrier
    };
    let (parcel, carrier) = match result {
        Ok(status) => (again(pace.interval(status), 0), answers),
        Err(NoAnswer::UnknownNumber) => (again(UNKNOWN.pause(one.failures), failures), answers),
        Err(NoAnswer::Unreadable(_)) => (again(UNREADABLE.pause(one.failures), failures), answers),
        // One parcel may be what it stumbles over, so that another has its turn first.
        Err(NoAnswer::Unreachable(_)) => {
            (again(UNREADABLE.pause(one.failures), failures), held(AWAY.pause(carrier.failures)))
        }
        Err(NoAnswer::Limited(asked_for)) => {
            let asked_for = asked_for.unwrap_or_default().min(HELD_MAX);
            (None, held(AWAY.pause(carrier.failures).max(asked_for)))
        }
        Err(NoAnswer::Refused) => (None, held(REFUSED.pause(carrier.failures))),
    };
    Next { parcel, carrier }
}

impl Backoff {
    fn pause(&self, failures: u32) -> SignedDuration {
        let times = 2_i32.checked_pow(failures).unwrap_or(i32::MAX);
        self.first.saturating_mul(times).min(self.longest)
    }
}

fn spread(pause: SignedDuration, chance: f64) -> SignedDuration {
    let chance = if chance.is_finite() { chance.clamp(0.0, 1.0) } else { 0.0 };
    pause.saturating_add(SignedDuration::from_secs_f64(pause.as_secs_f64() * SPREAD * chance))
}
