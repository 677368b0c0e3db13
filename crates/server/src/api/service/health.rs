//! `GET /healthz` and `GET /readyz`.

use axum::Json;
use axum::extract::State;
use doorstep_wire::shapes::Health;
use http::StatusCode;

use crate::error::ApiError;
use crate::state::AppState;

/// Ask whether the process lives
#[utoipa::path(
    get, path = "/healthz", tag = "service",
    responses((status = 200, description = "It does", body = Health))
)]
pub(crate) async fn alive() -> Json<Health> {
    Json(Health::OK)
}

/// Ask whether it can answer requests: the database takes writes and the process is not stopping
#[utoipa::path(
    get, path = "/readyz", tag = "service",
    responses((status = 200, description = "It can", body = Health))
)]
pub(crate) async fn ready(State(shared): State<AppState>) -> Result<Json<Health>, ApiError> {
    if shared.stopping.is_cancelled() {
        return Err(not_ready("The server is stopping."));
    }
    match shared.store.check().await {
        Ok(()) => Ok(Json(Health::OK)),
        Err(error) => {
            tracing::warn!(error = &error as &dyn std::error::Error, "not ready");
            Err(not_ready("The database does not take writes."))
        }
    }
}

fn not_ready(detail: &'static str) -> ApiError {
    ApiError::new(StatusCode::SERVICE_UNAVAILABLE, "not_ready", detail).retry_after(1)
}
