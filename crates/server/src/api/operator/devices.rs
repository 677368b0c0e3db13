//! `/v1/devices`: phones and trackers that may write for a driver.

use axum::Json;
use axum::extract::State;
use bytes::Bytes;
use doorstep_domain::DeviceId;
use doorstep_store::Device;
use doorstep_wire::operator::{DeviceAnswer, DeviceCreated, DeviceRequest, DevicesAnswer};
use doorstep_wire::problem::InputProblem;
use doorstep_wire::secret::Secret;
use http::StatusCode;

use super::super::input::{Id, read};
use super::drivers;
use crate::access::OperatorKey;
use crate::error::ApiError;
use crate::secret::{fresh_id, fresh_token, token_hash};
use crate::state::AppState;

/// Add a device for a driver
#[utoipa::path(
    post, path = "/v1/devices", tag = "operator", request_body = DeviceRequest,
    responses((status = 201, description = "The device, with its token, told this once", body = DeviceCreated))
)]
pub(crate) async fn create(
    State(shared): State<AppState>,
    key: OperatorKey,
    body: Bytes,
) -> Result<(StatusCode, Json<DeviceCreated>), ApiError> {
    let DeviceRequest { driver, label } = read(body, DeviceRequest::read).await?;
    if drivers::find(shared.store.as_ref(), key.operator, driver).await?.is_none() {
        let problem =
            InputProblem::new("driver", "unknown_driver", "there is no such driver; add them first");
        return Err(ApiError::invalid(vec![problem]));
    }
    let id = DeviceId::from_u128(fresh_id());
    let token = fresh_token();
    let device = Device { id, operator: key.operator, driver, label: label.clone(), revoked_at: None };
    shared.store.insert_device(device, token_hash(&token)).await?;
    Ok((StatusCode::CREATED, Json(DeviceCreated { id, driver, label, device_token: Secret::new(token) })))
}

/// List the devices
#[utoipa::path(
    get, path = "/v1/devices", tag = "operator",
    responses((status = 200, description = "All devices, by label", body = DevicesAnswer))
)]
pub(crate) async fn list(
    State(shared): State<AppState>,
    key: OperatorKey,
) -> Result<Json<DevicesAnswer>, ApiError> {
    let devices = shared.store.list_devices(key.operator).await?;
    let answer = |device: Device| DeviceAnswer {
        id: device.id,
        driver: device.driver,
        label: device.label,
        revoked_at: device.revoked_at,
    };
    Ok(Json(DevicesAnswer { devices: devices.into_iter().map(answer).collect() }))
}

/// Revoke a device: its token is worth nothing from then on
#[utoipa::path(
    delete, path = "/v1/devices/{id}", tag = "operator", params(("id" = String, Path, description = "The device")),
    responses((status = 204, description = "It is revoked"))
)]
pub(crate) async fn revoke(
    State(shared): State<AppState>,
    key: OperatorKey,
    Id(device): Id<DeviceId>,
) -> Result<StatusCode, ApiError> {
    let found = shared.store.revoke_device(key.operator, device, shared.clock.now()).await?;
    if found { Ok(StatusCode::NO_CONTENT) } else { Err(ApiError::not_found()) }
}
