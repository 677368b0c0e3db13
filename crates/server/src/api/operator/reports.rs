//! `GET /v1/reports` and `PUT /v1/parcels/{id}/report`: what recipients report, and what they are answered.

use axum::Json;
use axum::extract::{FromRequestParts, State};
use bytes::Bytes;
use doorstep_domain::ParcelId;
use doorstep_store::ReportedParcel;
use doorstep_wire::problem::InputProblem;
use doorstep_wire::report::{AnswerRequest, OperatorReportJson, ReportJson, ReportsAnswer};
use http::StatusCode;
use http::request::Parts;
use serde::Deserialize;

use super::super::input::{Id, Paging, query, read};
use crate::access::{OperatorKey, Staff};
use crate::error::ApiError;
use crate::looks::{self, Look};
use crate::reports;
use crate::state::AppState;

/// List reports of recipients
///
/// With what could be told of each attempt, so it is recorded who looks.
#[utoipa::path(
    get, path = "/v1/reports", tag = "operator",
    params(
        ("state" = Option<String>, Query, description = "`open`, as when nothing is said, or `answered`"),
        ("after" = Option<String>, Query, description = "Where the page begins: the `next` of the page before"),
        ("limit" = Option<u32>, Query, description = "How many reports it has at most, 1 to 500; 100 when nothing is said"),
    ),
    responses((status = 200, description = "A page of reports, the newest first", body = ReportsAnswer))
)]
pub(crate) async fn list(
    State(shared): State<AppState>,
    Staff(author): Staff,
    Asked { is_open }: Asked,
    paging: Paging,
) -> Result<Json<ReportsAnswer>, ApiError> {
    let zone = shared.live.offered(author.operator).await?.zone.clone();
    let today = shared.clock.now().to_zoned(zone).date();
    looks::record(&shared, &author, Look::Over(today)).await?;
    let page = shared.store.list_reports(author.operator, is_open, paging.after, paging.limit).await?;
    let reports = page.rows.into_iter().map(told).collect();
    Ok(Json(ReportsAnswer { reports, next: page.next }))
}

/// Answer a report
///
/// The newest one about the parcel; its recipient reads it on the page. A second answer takes the place of the first.
#[utoipa::path(
    put, path = "/v1/parcels/{id}/report", tag = "operator",
    params(("id" = String, Path, description = "The parcel")), request_body = AnswerRequest,
    responses((status = 204, description = "The recipient reads it"))
)]
pub(crate) async fn answer(
    State(shared): State<AppState>,
    key: OperatorKey,
    Id(id): Id<ParcelId>,
    body: Bytes,
) -> Result<StatusCode, ApiError> {
    let AnswerRequest { answer } = read(body, AnswerRequest::read).await?;
    reports::answer(&shared, key.operator, id, answer).await?;
    Ok(StatusCode::NO_CONTENT)
}

fn told(reported: ReportedParcel) -> OperatorReportJson {
    let ReportedParcel { parcel, tracking_number, report } = reported;
    OperatorReportJson { parcel, tracking_number, report: ReportJson::from(&report) }
}

/// Which reports are asked for.
pub(crate) struct Asked {
    is_open: bool,
}

#[derive(Deserialize)]
struct RawAsked {
    state: Option<String>,
}

impl FromRequestParts<AppState> for Asked {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, shared: &AppState) -> Result<Self, ApiError> {
        let raw = query::<RawAsked>(parts, shared).await?;
        match raw.state.as_deref() {
            None | Some("open") => Ok(Self { is_open: true }),
            Some("answered") => Ok(Self { is_open: false }),
            Some(_) => {
                let detail = "this must be one of open, answered";
                Err(ApiError::invalid(vec![InputProblem::new("state", "unknown_word", detail)]))
            }
        }
    }
}
