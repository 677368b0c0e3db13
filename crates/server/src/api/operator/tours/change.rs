//! `PATCH /v1/tours/{id}`.

use axum::Json;
use axum::extract::State;
use bytes::Bytes;
use doorstep_domain::{Phase, TourId};
use doorstep_wire::problem::InputProblem;
use doorstep_wire::tour::{TourAnswer, TourPatch};

use super::super::super::input::{Id, read};
use super::super::drivers;
use super::read::answer;
use crate::access::OperatorKey;
use crate::error::ApiError;
use crate::looks::{self, Look};
use crate::state::AppState;

/// Give a tour to another driver
///
/// The one before sees and writes nothing of it from then on. Recipients are told when the tour is under way. The answer
/// tells where the vehicle is, so it is recorded first who asks.
#[utoipa::path(
    patch, path = "/v1/tours/{id}", tag = "operator", params(("id" = String, Path, description = "The tour")),
    request_body = TourPatch,
    responses((status = 200, description = "The tour", body = TourAnswer))
)]
pub(crate) async fn change(
    State(shared): State<AppState>,
    key: OperatorKey,
    Id(id): Id<TourId>,
    body: Bytes,
) -> Result<Json<TourAnswer>, ApiError> {
    let TourPatch { driver } = read(body, TourPatch::read).await?;
    let record =
        shared.store.find_tour_of_operator(key.operator, id).await?.ok_or_else(ApiError::not_found)?;
    if drivers::find(shared.store.as_ref(), key.operator, driver).await?.is_none() {
        let problem =
            InputProblem::new("driver", "unknown_driver", "there is no such driver; add them first");
        return Err(ApiError::invalid(vec![problem]));
    }
    let operator = key.operator;
    looks::record(&shared, &key.into(), Look::At(id)).await?;
    let now = shared.live.tour(id, |known| (known.told.state.phase(), known.told.state.driver())).await?;
    let (phase, before) = now.ok_or_else(ApiError::not_found)?;
    if matches!(phase, Phase::Ended { .. }) || record.ended_at.is_some() {
        return Err(ApiError::conflict("tour_ended", "The tour has ended; nobody drives it any more."));
    }
    if before != Some(driver) {
        shared.live.hand_over(id, driver).await?;
    }
    let record = shared.store.find_tour_of_operator(operator, id).await?.ok_or_else(ApiError::not_found)?;
    answer(&shared, record).await.map(Json)
}
