//! `GET /v1/ratings`: how well deliveries went, as recipients say, by day.

use axum::Json;
use axum::extract::State;
use doorstep_wire::rating::{RatedDayJson, RatingsAnswer};

use super::accuracy::RawSpan;
use crate::access::Staff;
use crate::error::ApiError;
use crate::state::AppState;

/// Read how recipients rated deliveries, by day
///
/// Days are those of the deliveries, by the operator's clock. Ratings are counted by nothing else, and by no driver.
#[utoipa::path(
    get, path = "/v1/ratings", tag = "operator",
    params(
        ("from" = Option<String>, Query, description = "The first day; 29 days before the last one when nothing is said"),
        ("until" = Option<String>, Query, description = "The last day, at most 400 days with the first; today when nothing is said"),
    ),
    responses((status = 200, description = "How often each score was given", body = RatingsAnswer))
)]
pub(crate) async fn read(
    State(shared): State<AppState>,
    Staff(author): Staff,
    span: RawSpan,
) -> Result<Json<RatingsAnswer>, ApiError> {
    let zone = shared.live.offered(author.operator).await?.zone.clone();
    let (from, until) = span.read(shared.clock.now().to_zoned(zone).date())?;
    let days = shared.store.count_ratings(author.operator, from, until).await?;
    let days = days.into_iter().map(|rated| RatedDayJson { day: rated.day, counts: rated.counts });
    Ok(Json(RatingsAnswer { days: days.collect() }))
}
