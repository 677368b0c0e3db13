//! `/v1/calendar`: the address under which a recipient's calendar reads when their parcels come.

use axum::Json;
use axum::extract::State;
use doorstep_wire::account::{CalendarAnswer, CalendarJson, GivenCalendar};
use http::{HeaderMap, StatusCode};

use crate::access::Recipient;
use crate::calendars;
use crate::error::ApiError;
use crate::state::AppState;

/// Read whether there is a calendar, and when it was read
#[utoipa::path(
    get, path = "/v1/calendar", tag = "recipient",
    responses((status = 200, description = "The calendar, if there is one; never its address", body = CalendarAnswer))
)]
pub(crate) async fn get(
    State(shared): State<AppState>,
    Recipient(account): Recipient,
) -> Result<Json<CalendarAnswer>, ApiError> {
    let known = shared.store.calendar_of(account.id).await?;
    let calendar = known.map(|known| CalendarJson { created_at: known.created_at, used_at: known.used_at });
    Ok(Json(CalendarAnswer { calendar }))
}

/// Make a calendar; the address that there was before ends
#[utoipa::path(
    put, path = "/v1/calendar", tag = "recipient",
    responses((status = 201, description = "The address, told this one time", body = GivenCalendar))
)]
pub(crate) async fn make(
    State(shared): State<AppState>,
    Recipient(account): Recipient,
    headers: HeaderMap,
) -> Result<(StatusCode, Json<GivenCalendar>), ApiError> {
    let path = calendars::give(&shared, &account).await?;
    let url = shared.settings.address_of(&path, &headers);
    Ok((StatusCode::CREATED, Json(GivenCalendar { url })))
}

/// End the calendar: its address opens nothing any more
#[utoipa::path(
    delete, path = "/v1/calendar", tag = "recipient",
    responses((status = 204, description = "There is none any more"))
)]
pub(crate) async fn end(
    State(shared): State<AppState>,
    Recipient(account): Recipient,
) -> Result<StatusCode, ApiError> {
    shared.store.delete_calendar(account.id).await?;
    Ok(StatusCode::NO_CONTENT)
}
