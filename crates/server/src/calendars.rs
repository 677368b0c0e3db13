//! Calendars: a recipient's calendar reads when their parcels come, from an address that is the key to it.
//!
//! What is in it is what the recipient's own pages show, without address, code or map.

use doorstep_store::{Account, Calendar, Session};
use http::StatusCode;

use crate::error::ApiError;
use crate::secret::{fresh_token, token_hash};
use crate::state::AppState;

/// A calendar is read so often in a minute at most; programs ask a few times an hour.
pub(crate) const READINGS_PER_MINUTE: u32 = 10;

/// Gives an account a calendar, and ends the one that it had: its path, which is told this one time.
///
/// # Errors
/// When the database fails.
pub(crate) async fn give(shared: &AppState, account: &Account) -> Result<String, ApiError> {
    let (token, now) = (fresh_token(), shared.clock.now());
    let used_at = Session::hour_of(now);
    let calendar = Calendar { token: token_hash(&token), account: account.id, created_at: now, used_at };
    shared.store.put_calendar(calendar).await?;
    Ok(format!("/calendar/{token}.ics"))
}

/// Notes that a calendar is read.
///
/// # Errors
/// `too_many_readings` when it is read too often.
pub(crate) async fn note_reading(shared: &AppState, calendar: &Calendar) -> Result<(), ApiError> {
    let now = shared.clock.now();
    shared.calendar_readings.take(calendar.account, now).map_err(|seconds| {
        let detail = "This calendar is read too often. Once in a quarter of an hour is enough.";
        ApiError::too_many("too_many_readings", detail, seconds)
    })?;
    let hour = Session::hour_of(now);
    if calendar.used_at < hour {
        shared.store.use_calendar(calendar.token, hour).await?;
    }
    Ok(())
}

/// The answer to whoever reads a calendar that ended, or never was.
pub(crate) fn calendar_ended() -> ApiError {
    let detail = "This calendar has ended. Its owner finds a new address on the page of their calendar.";
    ApiError::new(StatusCode::GONE, "calendar_ended", detail)
}
