//! `/v1/regions`: areas in which the live map is offered. An operator without any offers it everywhere.

use axum::Json;
use axum::extract::State;
use bytes::Bytes;
use doorstep_domain::visibility::Rules;
use doorstep_domain::{OperatorId, RegionId};
use doorstep_store::{AuditEntry, Deed, NewRules, Region, RulesOf};
use doorstep_wire::operator::{RegionAnswer, RegionRequest, RegionsAnswer};
use doorstep_wire::visibility::{kept_rules, rules_value, write_rules};
use http::StatusCode;

use super::super::input::{Id, read};
use crate::access::{Author, OperatorKey};
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
    check_room(&shared, key.operator, &request.name).await?;
    let region = Region {
        id: RegionId::from_u128(fresh_id()),
        operator: key.operator,
        name: request.name,
        area: request.area,
        live_from: request.live_from,
    };
    let author = Author::from(key);
    record(&shared, &author, Deed::RegionAdded, region.id).await?;
    // Its rules come first: a region that is there for an instant without them would show what the operator shows.
    if let Some(rules) = &request.visibility {
        let of = RulesOf::Region(region.id);
        let (operator, at, by) = (author.operator, shared.clock.now(), author.actor);
        let rules = NewRules { operator, of, rules: write_rules(rules), at, by };
        shared.store.set_rules(rules, Some(0)).await?;
    }
    shared.store.put_region(region.clone()).await?;
    shared.live.offer_changed(region.operator);
    Ok((StatusCode::CREATED, Json(answer(region, request.visibility.as_ref())?)))
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
    let rules = shared.store.list_rules(key.operator).await?;
    let with_rules = |region: Region| {
        let set = rules.iter().find(|set| set.new.of == RulesOf::Region(region.id));
        let rules = set.map(|set| kept_rules(&set.new.rules).unwrap_or_else(Rules::closed));
        answer(region, rules.as_ref())
    };
    Ok(Json(RegionsAnswer { regions: regions.into_iter().map(with_rules).collect::<Result<_, _>>()? }))
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
    let author = Author::from(key);
    if !shared.store.list_regions(author.operator).await?.iter().any(|known| known.id == region) {
        return Err(ApiError::not_found());
    }
    record(&shared, &author, Deed::RegionRemoved, region).await?;
    if !shared.store.delete_region(author.operator, region).await? {
        return Err(ApiError::not_found());
    }
    shared.live.offer_changed(author.operator);
    Ok(StatusCode::NO_CONTENT)
}

async fn check_room(shared: &AppState, operator: OperatorId, name: &str) -> Result<(), ApiError> {
    let known = shared.store.list_regions(operator).await?;
    if known.len() >= REGIONS_MAX {
        let detail =
            format!("There may be at most {REGIONS_MAX} regions; one region may have several polygons.");
        return Err(ApiError::conflict("too_many_regions", detail));
    }
    if known.iter().any(|region| region.name == name) {
        return Err(ApiError::conflict("conflict", "A region of this name is there already."));
    }
    Ok(())
}

/// An area decides where a map is offered at all, so nobody adds or removes one without a record of it.
async fn record(shared: &AppState, author: &Author, deed: Deed, region: RegionId) -> Result<(), ApiError> {
    let entry = AuditEntry {
        operator: author.operator,
        at: shared.clock.now(),
        by: author.actor.clone(),
        deed,
        subject: region.to_string(),
    };
    Ok(shared.store.record(entry).await?)
}

fn answer(region: Region, rules: Option<&Rules>) -> Result<RegionAnswer, ApiError> {
    let area = serde_json::from_str(&region.area).map_err(|_not_json| {
        tracing::error!(region = %region.id, "a stored region cannot be read");
        ApiError::internal()
    })?;
    let visibility = rules.filter(|rules| !rules.is_empty()).map(rules_value);
    Ok(RegionAnswer { id: region.id, name: region.name, live_from: region.live_from, area, visibility })
}
