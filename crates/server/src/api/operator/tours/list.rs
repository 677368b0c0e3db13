//! `GET /v1/tours`.

use axum::Json;
use axum::extract::State;
use doorstep_domain::{DriverId, Phase, TourState};
use doorstep_store::TourRecord;
use doorstep_wire::tour::{DriverName, TourSummary, ToursAnswer};
use doorstep_wire::words::PhaseWord;

use super::super::super::input::Paging;
use super::super::drivers;
use crate::access::OperatorKey;
use crate::error::ApiError;
use crate::state::AppState;

/// List the tours of a day
#[utoipa::path(
    get, path = "/v1/tours", tag = "operator",
    params(
        ("day" = Option<String>, Query, description = "The service day, such as 2026-05-04; today when nothing is said"),
        ("after" = Option<String>, Query, description = "Where the page begins: the `next` of the page before"),
        ("limit" = Option<u32>, Query, description = "How many tours it has at most, 1 to 500; 100 when nothing is said"),
    ),
    responses((status = 200, description = "A page of tours, by reference", body = ToursAnswer))
)]
pub(crate) async fn list(
    State(shared): State<AppState>,
    key: OperatorKey,
    paging: Paging,
) -> Result<Json<ToursAnswer>, ApiError> {
    let zone = shared.live.offered(key.operator).await?.zone.clone();
    let day = paging.day.unwrap_or_else(|| shared.clock.now().to_zoned(zone).date());
    let page = shared.store.list_tours(key.operator, day, paging.after, paging.limit).await?;
    let mut tours = Vec::with_capacity(page.rows.len());
    for record in page.rows {
        tours.push(summary(&shared, record).await?);
    }
    Ok(Json(ToursAnswer { tours, next: page.next }))
}

async fn summary(shared: &AppState, record: TourRecord) -> Result<TourSummary, ApiError> {
    let counts = shared.live.tour(record.id, |known| counts(&known.told.state)).await?;
    let (phase, stops_done, stops, driver) = counts.unwrap_or((Phase::NotStarted, 0, 0, None));
    // The log of an old tour is forgotten; its record still tells that it ended.
    let phase = record.ended_at.map_or(phase, |at| Phase::Ended { at });
    let driver = driver_name(shared, &record, driver).await?;
    Ok(TourSummary {
        id: record.id,
        reference: record.reference,
        day: record.day,
        phase: PhaseWord::from(phase),
        driver,
        stops_done,
        stops,
    })
}

fn counts(state: &TourState) -> (Phase, usize, usize, Option<DriverId>) {
    let done = state.stops().filter(|stop| !stop.state.is_open()).count();
    (state.phase(), done, state.stops().count(), state.driver())
}

/// Who drives a tour: as its log tells, else as its record does.
pub(super) async fn driver_name(
    shared: &AppState,
    record: &TourRecord,
    driver: Option<DriverId>,
) -> Result<Option<DriverName>, ApiError> {
    let Some(id) = driver.or(record.driver) else { return Ok(None) };
    let name = drivers::find(shared.store.as_ref(), record.operator, id).await?;
    Ok(Some(DriverName { id, name }))
}
