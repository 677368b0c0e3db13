//! `/v1/drivers`: drivers, and the one-time codes with which their phones log in.

use axum::Json;
use axum::extract::State;
use bytes::Bytes;
use doorstep_domain::{DriverId, OperatorId, Personal};
use doorstep_store::Store;
use doorstep_wire::operator::{CodeAnswer, DriverAnswer, DriverRequest};
use doorstep_wire::secret::Secret;
use http::StatusCode;
use jiff::SignedDuration;

use super::super::input::{Id, read};
use crate::access::OperatorKey;
use crate::error::ApiError;
use crate::secret::{code_hash, fresh_code, fresh_id};
use crate::state::AppState;

/// How long a one-time code lives.
const CODE_LIVES: SignedDuration = SignedDuration::from_mins(15);

/// Add a driver
#[utoipa::path(
    post, path = "/v1/drivers", tag = "operator", request_body = DriverRequest,
    responses((status = 201, description = "The driver", body = DriverAnswer))
)]
pub(crate) async fn create(
    State(shared): State<AppState>,
    key: OperatorKey,
    body: Bytes,
) -> Result<(StatusCode, Json<DriverAnswer>), ApiError> {
    let DriverRequest { name } = read(body, DriverRequest::read).await?;
    let id = DriverId::from_u128(fresh_id());
    shared.store.put_driver(id, key.operator, name.clone()).await?;
    Ok((StatusCode::CREATED, Json(DriverAnswer { id, name })))
}

/// Make a one-time code with which the driver's phone logs in
#[utoipa::path(
    post, path = "/v1/drivers/{id}/codes", tag = "operator", params(("id" = String, Path, description = "The driver")),
    responses((status = 201, description = "The code, told this once; it lives 15 minutes", body = CodeAnswer))
)]
pub(crate) async fn make_code(
    State(shared): State<AppState>,
    key: OperatorKey,
    Id(driver): Id<DriverId>,
) -> Result<(StatusCode, Json<CodeAnswer>), ApiError> {
    find(shared.store.as_ref(), key.operator, driver).await?.ok_or_else(ApiError::not_found)?;
    let code = fresh_code();
    let expires_at = shared.clock.now() + CODE_LIVES;
    shared.store.insert_driver_code(code_hash(&code), driver, expires_at).await?;
    Ok((StatusCode::CREATED, Json(CodeAnswer { code: Secret::new(code), expires_at })))
}

/// The name of the operator's driver.
pub(super) async fn find(
    store: &dyn Store,
    operator: OperatorId,
    driver: DriverId,
) -> Result<Option<Personal>, ApiError> {
    let found = store.find_driver(driver).await?;
    Ok(found.and_then(|(theirs, name)| (theirs == operator).then_some(name)))
}
