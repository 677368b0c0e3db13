//! For phones and trackers that speak dialects of their own: each message becomes fixes of the driver's tour.
//!
//! A phone that is refused sends the same again for ever, so what cannot be used is answered like what can, and
//! counted. Only a message that cannot be read (400) and a token that is none (401) are told.

pub(super) mod osmand;
pub(super) mod owntracks;
pub(super) mod traccar;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use doorstep_domain::admission::Draft;
use doorstep_domain::{EventId, Happening};
use doorstep_store::Device;
use doorstep_wire::dialect::{DialectError, Message, Reading};
use http::header::AUTHORIZATION;
use http::{HeaderMap, StatusCode};

use super::driver::own_tours;
use super::ids::derived;
use crate::access::device_by_token;
use crate::error::ApiError;
use crate::routes::Routes;
use crate::state::AppState;

/// Their routes.
pub(super) fn routes() -> Routes {
    Routes::new()
        .post("/ingest/owntracks", owntracks::post)
        .get("/ingest/osmand", osmand::get)
        .post("/ingest/osmand", osmand::post)
        .post("/ingest/traccar", traccar::post)
}

/// The device of the token in the `Authorization` header, if there is such a header: the token itself, or the password
/// of a pair.
async fn device_of_header(shared: &AppState, headers: &HeaderMap) -> Result<Option<Device>, ApiError> {
    let Some(header) = headers.get(AUTHORIZATION) else { return Ok(None) };
    let (scheme, value) =
        header.to_str().ok().and_then(|text| text.split_once(' ')).ok_or_else(ApiError::unauthenticated)?;
    let token = match scheme.to_ascii_lowercase().as_str() {
        "bearer" => value.trim().to_owned(),
        "basic" => password(value.trim()).ok_or_else(ApiError::unauthenticated)?,
        _ => return Err(ApiError::unauthenticated()),
    };
    device_by_token(shared, &token).await.map(Some)
}

fn password(pair: &str) -> Option<String> {
    let pair = String::from_utf8(STANDARD.decode(pair).ok()?).ok()?;
    pair.split_once(':').map(|(_user, password)| password.to_owned())
}

/// The device of a message: the header's, else the one of the token in the message.
async fn device_of(shared: &AppState, headers: &HeaderMap, message: &Message) -> Result<Device, ApiError> {
    if let Some(device) = device_of_header(shared, headers).await? {
        return Ok(device);
    }
    let token = message.token.as_ref().ok_or_else(ApiError::unauthenticated)?;
    device_by_token(shared, token.reveal()).await
}

/// Takes the fixes of a message.
async fn take(shared: &AppState, device: &Device, message: Message) -> Result<(), ApiError> {
    (0..message.unreadable).for_each(|_| shared.metrics.count_refused("unreadable"));
    let drafts: Vec<Draft> = message.readings.iter().map(|reading| draft(device, reading)).collect();
    if drafts.is_empty() {
        return Ok(());
    }
    own_tours::add(shared, device, drafts).await.map(|_verdicts| ())
}

/// Phones do not name their fixes: the same fix of the same device is the same event.
fn draft(device: &Device, reading: &Reading) -> Draft {
    let Reading { at, sent_at, fix } = *reading;
    let id = derived(
        "fix",
        &[
            &device.id.to_bytes(),
            &at.as_nanosecond().to_be_bytes(),
            &fix.place.lat().to_bits().to_be_bytes(),
            &fix.place.lon().to_bits().to_be_bytes(),
        ],
    );
    Draft { id: EventId::from_u128(id), at, sent_at, what: Happening::Fix(fix) }
}

fn unreadable(shared: &AppState, error: DialectError) -> ApiError {
    shared.metrics.count_refused("unreadable");
    ApiError::new(StatusCode::BAD_REQUEST, error.code, error.detail)
}
