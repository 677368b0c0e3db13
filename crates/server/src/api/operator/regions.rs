//! `/v1/regions`: areas in which the live map is offered. An operator without any offers it everywhere.

use axum::Json;
use axum::extract::State;
use bytes::Bytes;
use doorstep_domain::RegionId;
use doorstep_store::Region;
use doorstep_wire::operator::{RegionAnswer, RegionRequest, RegionsAnswer};
use doorstep_wire::visibility::{policy_value, read_policy, write_policy};
use http::StatusCode;

use super::super::input::{Id, read};
use crate::access::OperatorKey;
use crate::error::ApiError;
use crate::secret::fresh_id;
use crate::state::AppState;

/// The largest number of regions of an operator: each is asked for each look at a map.
const REGIONS_MAX: usize = 100;

/// Add an area in which the live map is offered
#[utoipa::path(
    post, path = "/v1/regions", tag = "operator", request_body = RegionRequest,
    responses((status = 201, description = "The region", body = RegionAnswer))
)]
pub(crate) async fn create(
    State(shared): State<AppState>,
    key: OperatorKey,
    body: Bytes,
) -> Result<(StatusCode, Json<RegionAnswer>), ApiError> {
    let request = read(body, RegionRequest::read).await?;
    if shared.store.list_regions(key.operator).await?.len() >= REGIONS_MAX {
        let detail =
            format!("There may be at most {REGIONS_MAX} regions; one region may have several polygons.");
        return Err(ApiError::conflict("too_many_regions", detail));
    }
    let region = Region {
        id: RegionId::from_u128(fresh_id()),
        operator: key.operator,
        name: request.name,
        area: request.area,
        live_from: request.live_from,
        rules: request.visibility.as_ref().map(write_policy),
    };
    shared.store.put_region(region.clone()).await?;
    shared.live.offer_changed(key.operator);
    Ok((StatusCode::CREATED, Json(answer(region)?)))
}

/// List the areas in which the live map is offered
#[utoipa::path(
    get, path = "/v1/regions", tag = "operator",
    responses((status = 200, description = "All regions, by name", body = RegionsAnswer))
)]
pub(crate) async fn list(
    State(shared): State<AppState>,
    key: OperatorKey,
) -> Result<Json<RegionsAnswer>, ApiError> {
    let regions = shared.store.list_regions(key.operator).await?;
    Ok(Json(RegionsAnswer { regions: regions.into_iter().map(answer).collect::<Result<_, _>>()? }))
}

/// Remove an area; without any left, the live map is offered everywhere
#[utoipa::path(
    delete, path = "/v1/regions/{id}", tag = "operator", params(("id" = String, Path, description = "The region")),
    responses((status = 204, description = "It is removed"))
)]
pub(crate) async fn remove(
    State(shared): State<AppState>,
    key: OperatorKey,
    Id(region): Id<RegionId>,
) -> Result<StatusCode, ApiError> {
    if !shared.store.delete_region(key.operator, region).await? {
        return Err(ApiError::not_found());
    }
    shared.live.offer_changed(key.operator);
    Ok(StatusCode::NO_CONTENT)
}

fn answer(region: Region) -> Result<RegionAnswer, ApiError> {
    let broken = || {
        tracing::error!(region = %region.id, "a stored region cannot be read");
        ApiError::internal()
    };
    let area = serde_json::from_str(&region.area).map_err(|_not_json| broken())?;
    let visibility = match region.rules.as_deref().map(read_policy).transpose() {
        Ok(policy) => policy.as_ref().map(policy_value),
        Err(_unreadable) => return Err(broken()),
    };
    Ok(RegionAnswer { id: region.id, name: region.name, live_from: region.live_from, area, visibility })
}
