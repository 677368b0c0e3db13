//! `/v1/driver/session`: a driver's phone logs in by a one-time code, and out for good.

use axum::Json;
use axum::extract::State;
use axum::response::AppendHeaders;
use bytes::Bytes;
use doorstep_domain::{DeviceId, DriverId, OperatorId, Personal};
use doorstep_store::Device;
use doorstep_wire::driver::{DriverLogin, DriverSelf, DriverSession, OperatorName};
use http::StatusCode;
use http::header::SET_COOKIE;

use super::super::input::read;
use super::super::recipient::session::WithCookie;
use crate::access::{DEVICE_COOKIE, DeviceAuth, device_cookie};
use crate::error::ApiError;
use crate::secret::{code_hash, fresh_id, fresh_token, token_hash};
use crate::state::AppState;

/// What a phone is called whose driver did not say.
const LABEL: &str = "driver's phone";

/// Log a driver's phone in by a one-time code
///
/// The phone becomes a device of its own, known by the cookie in the answer. Tries are limited by address.
#[utoipa::path(
    post, path = "/v1/driver/session", tag = "driver", request_body = DriverLogin,
    responses((status = 201, description = "The driver; a cookie holds the device's token", body = DriverSession))
)]
pub(crate) async fn log_in(
    State(shared): State<AppState>,
    body: Bytes,
) -> Result<(StatusCode, WithCookie, Json<DriverSession>), ApiError> {
    let login = read(body, DriverLogin::read).await?;
    let now = shared.clock.now();
    let whose = shared.store.take_driver_code(code_hash(login.code.reveal()), now).await?;
    let driver = whose.ok_or_else(wrong_code)?;
    let (operator, name) = shared.store.find_driver(driver).await?.ok_or_else(wrong_code)?;
    let token = add_device(&shared, operator, driver, login.label).await?;
    let offered = shared.live.offered(operator).await?;
    let answer = DriverSession {
        driver: DriverSelf { id: driver, name },
        operator: OperatorName { name: offered.operator.name.clone() },
    };
    let cookie = device_cookie(&shared.settings, &token);
    Ok((StatusCode::CREATED, AppendHeaders([(SET_COOKIE, cookie)]), Json(answer)))
}

/// Log a driver's phone out: the device is revoked
#[utoipa::path(
    delete, path = "/v1/driver/session", tag = "driver",
    responses((status = 204, description = "Its token is worth nothing any more"))
)]
pub(crate) async fn log_out(
    State(shared): State<AppState>,
    DeviceAuth(device): DeviceAuth,
) -> Result<(StatusCode, WithCookie), ApiError> {
    shared.store.revoke_device(device.operator, device.id, shared.clock.now()).await?;
    let cookie = DEVICE_COOKIE.ended(&shared.settings);
    Ok((StatusCode::NO_CONTENT, AppendHeaders([(SET_COOKIE, cookie)])))
}

async fn add_device(
    shared: &AppState,
    operator: OperatorId,
    driver: DriverId,
    label: Option<String>,
) -> Result<String, ApiError> {
    let token = fresh_token();
    let device = Device {
        id: DeviceId::from_u128(fresh_id()),
        operator,
        driver,
        label: label.unwrap_or_else(|| LABEL.to_owned()),
        revoked_at: None,
    };
    shared.store.insert_device(device, token_hash(&token)).await?;
    Ok(token)
}

/// The driver whose device calls, to themselves.
pub(super) async fn driver_self(shared: &AppState, device: &Device) -> Result<DriverSelf, ApiError> {
    let found = shared.store.find_driver(device.driver).await?;
    let name = found.map_or_else(Personal::default, |(_, name)| name);
    Ok(DriverSelf { id: device.driver, name })
}

fn wrong_code() -> ApiError {
    let detail = "This code is wrong, was used already, or is older than 15 minutes. Ask for a new one.";
    ApiError::new(StatusCode::UNAUTHORIZED, "wrong_code", detail)
}
