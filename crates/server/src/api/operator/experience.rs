//! `GET` and `DELETE /v1/experience`: what past days taught of how long things take.

use axum::Json;
use axum::extract::{FromRequestParts, State};
use doorstep_wire::experience::ExperienceAnswer;
use doorstep_wire::problem::InputProblem;
use http::StatusCode;
use http::request::Parts;
use serde::Deserialize;

use super::super::input::query;
use crate::access::{OperatorKey, Staff};
use crate::error::ApiError;
use crate::experience::experience_at;
use crate::state::AppState;

/// Read what past days taught: how much longer drives and work take than is planned
///
/// There is one table for each day, made of the twelve weeks before it; tours of the day use it from their start to their
/// end. Without lessons all factors are 1.
#[utoipa::path(
    get, path = "/v1/experience", tag = "operator",
    params(("day" = Option<String>, Query, description = "The service day, today at the latest; today when nothing is said")),
    responses((status = 200, description = "What tours of the day use", body = ExperienceAnswer))
)]
pub(crate) async fn read(
    State(shared): State<AppState>,
    Staff(author): Staff,
    RawDay { day }: RawDay,
) -> Result<Json<ExperienceAnswer>, ApiError> {
    let offered = shared.live.offered(author.operator).await?;
    let now = shared.clock.now();
    let day = match day {
        Some(text) => {
            text.parse().ok().ok_or_else(|| refused("bad_day", "this must be a day such as 2026-05-04"))?
        }
        None => now.to_zoned(offered.zone.clone()).date(),
    };
    let read = experience_at(shared.store.as_ref(), &offered.operator, day, now);
    let Some(experience) = read.await? else {
        return Err(refused(
            "out_of_range",
            "this day has not begun, and what its tours will use is not known yet",
        ));
    };
    Ok(Json(ExperienceAnswer::of(day, &experience)))
}

fn refused(code: &'static str, detail: &'static str) -> ApiError {
    ApiError::invalid(vec![InputProblem::new("day", code, detail)])
}

/// Forget what past days taught
///
/// Tours that are under way go on as they began; all others are foretold by their plan until new days have taught.
#[utoipa::path(
    delete, path = "/v1/experience", tag = "operator",
    responses((status = 204, description = "It is forgotten"))
)]
pub(crate) async fn forget(
    State(shared): State<AppState>,
    OperatorKey { operator, .. }: OperatorKey,
) -> Result<StatusCode, ApiError> {
    shared.live.unlearn(operator).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Which day is asked for.
#[derive(Deserialize)]
pub(crate) struct RawDay {
    day: Option<String>,
}

impl FromRequestParts<AppState> for RawDay {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, shared: &AppState) -> Result<Self, ApiError> {
        query(parts, shared).await
    }
}
