//! `POST /v1/parcels/{id}/report`: nobody came, or nothing was received.

use axum::Json;
use axum::extract::State;
use bytes::Bytes;
use doorstep_domain::ParcelId;
use doorstep_wire::report::{ReportJson, ReportRequest};
use http::StatusCode;

use super::super::input::{Id, read};
use super::own_parcel;
use crate::access::Recipient;
use crate::error::ApiError;
use crate::reports;
use crate::state::AppState;

/// Report an attempt
///
/// `nobody_came` of an attempt that the driver noted, `not_received` of a delivery; once for each attempt and within seven
/// days, while `may_report` is told, else the answer is 409 `nothing_to_report`, `reported_already`, `too_late` or
/// `not_offered`. It is kept with what can be told of the attempt: of the own door alone, in coarse steps, the same for
/// recipient and operator. What the operator answers is in `report` of the tracking answer.
#[utoipa::path(
    post, path = "/v1/parcels/{id}/report", tag = "recipient",
    params(("id" = String, Path, description = "The parcel")), request_body = ReportRequest,
    responses((status = 201, description = "The report, which is there already when it was sent before", body = ReportJson))
)]
pub(crate) async fn send(
    State(shared): State<AppState>,
    Recipient(account): Recipient,
    Id(id): Id<ParcelId>,
    body: Bytes,
) -> Result<(StatusCode, Json<ReportJson>), ApiError> {
    let parcel = own_parcel(&shared, account.id, id).await?;
    let ReportRequest { kind } = read(body, ReportRequest::read).await?;
    let report = reports::report(&shared, &parcel, kind.into()).await?;
    Ok((StatusCode::CREATED, Json(ReportJson::from(&report))))
}
