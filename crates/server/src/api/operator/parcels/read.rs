//! `GET /v1/parcels` and `GET /v1/parcels/{id}`.

use axum::Json;
use axum::extract::State;
use doorstep_domain::{OutcomeView, ParcelId};
use doorstep_wire::parcel::{ParcelAnswer, ParcelsAnswer};
use doorstep_wire::shapes::OutcomeJson;
use doorstep_wire::wish::{AccessJson, InstructionJson};

use super::super::super::input::{Id, Paging};
use super::super::tours::read::wishes;
use crate::access::OperatorKey;
use crate::error::ApiError;
use crate::state::AppState;

/// List parcels
#[utoipa::path(
    get, path = "/v1/parcels", tag = "operator",
    params(
        ("after" = Option<String>, Query, description = "Where the page begins: the `next` of the page before"),
        ("limit" = Option<u32>, Query, description = "How many parcels it has at most, 1 to 500; 100 when nothing is said"),
    ),
    responses((status = 200, description = "A page of parcels, by identity", body = ParcelsAnswer))
)]
pub(crate) async fn list(
    State(shared): State<AppState>,
    key: OperatorKey,
    paging: Paging,
) -> Result<Json<ParcelsAnswer>, ApiError> {
    let page = shared.store.list_parcels(key.operator, paging.after, paging.limit).await?;
    let mut parcels = Vec::with_capacity(page.rows.len());
    for parcel in &page.rows {
        let outcome = shared.store.find_outcome(parcel.id).await?;
        parcels.push(ParcelAnswer { outcome: outcome.map(OutcomeJson::from), ..ParcelAnswer::from(parcel) });
    }
    Ok(Json(ParcelsAnswer { parcels, next: page.next }))
}

/// Read a parcel
#[utoipa::path(
    get, path = "/v1/parcels/{id}", tag = "operator", params(("id" = String, Path, description = "The parcel")),
    responses((status = 200, description = "The parcel", body = ParcelAnswer))
)]
pub(crate) async fn get(
    State(shared): State<AppState>,
    key: OperatorKey,
    Id(id): Id<ParcelId>,
) -> Result<Json<ParcelAnswer>, ApiError> {
    answer(&shared, key, id).await.map(Json)
}

/// A parcel with everything that is known of it: its tour is newer than its record.
pub(super) async fn answer(
    shared: &AppState,
    key: OperatorKey,
    id: ParcelId,
) -> Result<ParcelAnswer, ApiError> {
    let found = shared.store.find_parcel_of_operator(key.operator, id).await?;
    let parcel = found.ok_or_else(ApiError::not_found)?;
    let outcome: Option<OutcomeView> = shared.store.find_outcome(id).await?;
    let mut answer = ParcelAnswer { outcome: outcome.map(OutcomeJson::from), ..ParcelAnswer::from(&parcel) };
    if let Some(on_tour) = parcel.on_tour
        && let Some(wishes) = shared.live.tour(on_tour.tour, |known| wishes(known, id)).await?
    {
        answer.instruction = wishes.instruction.as_ref().map(InstructionJson::from);
        answer.access = AccessJson::of(&wishes.access);
    }
    Ok(answer)
}
