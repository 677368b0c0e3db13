//! `GET /v1/audit`: what staff did.

use axum::Json;
use axum::extract::State;
use doorstep_store::AuditEntry;
use doorstep_wire::operator::{AuditAnswer, AuditJson};

use super::super::input::Paging;
use crate::access::OperatorKey;
use crate::error::ApiError;
use crate::state::AppState;

/// List what staff looked at, and which areas they added and removed
///
/// What they changed of rules is at `/v1/visibility/changes`. Records are kept for a year.
#[utoipa::path(
    get, path = "/v1/audit", tag = "operator",
    params(
        ("after" = Option<String>, Query, description = "Where the page begins: the `next` of the page before"),
        ("limit" = Option<u32>, Query, description = "How many records it has at most, 1 to 500; 100 when nothing is said"),
    ),
    responses((status = 200, description = "A page of records, newest first", body = AuditAnswer))
)]
pub(crate) async fn list(
    State(shared): State<AppState>,
    key: OperatorKey,
    paging: Paging,
) -> Result<Json<AuditAnswer>, ApiError> {
    let page = shared.store.list_audit(key.operator, paging.after, paging.limit).await?;
    Ok(Json(AuditAnswer { records: page.rows.into_iter().map(told).collect(), next: page.next }))
}

fn told(entry: AuditEntry) -> AuditJson {
    AuditJson {
        at: entry.at,
        by: entry.by.to_string(),
        deed: entry.deed.as_str().to_owned(),
        subject: entry.subject,
    }
}
