//! `/v1/session`: logging in and out.

use axum::extract::State;
use axum::response::AppendHeaders;
use bytes::Bytes;
use doorstep_wire::account::Login;
use http::header::SET_COOKIE;
use http::{HeaderName, HeaderValue, StatusCode};

use super::super::input::read;
use crate::access::{self, Browser, SESSION_COOKIE, Session};
use crate::error::ApiError;
use crate::state::AppState;

/// A cookie beside the answer.
pub(in crate::api) type WithCookie = AppendHeaders<[(HeaderName, HeaderValue); 1]>;

/// Log in
///
/// Tries are limited by address and by account. An unknown address is answered like a wrong password.
#[utoipa::path(
    post, path = "/v1/session", tag = "recipient", request_body = Login,
    responses((status = 204, description = "A cookie holds the session"))
)]
pub(crate) async fn log_in(
    State(shared): State<AppState>,
    browser: Browser,
    body: Bytes,
) -> Result<(StatusCode, AppendHeaders<[(HeaderName, HeaderValue); 2]>), ApiError> {
    let login = read(body, Login::read).await?;
    let (email, password) = (login.email.reveal(), login.password.reveal());
    let logged_in = access::log_in(&shared, &browser, email, password).await?;
    Ok((StatusCode::NO_CONTENT, AppendHeaders(logged_in.cookies(&shared.settings))))
}

/// Log out: the session and its streams end
#[utoipa::path(
    delete, path = "/v1/session", tag = "recipient",
    responses((status = 204, description = "The session has ended"))
)]
pub(crate) async fn log_out(
    State(shared): State<AppState>,
    session: Session,
) -> Result<(StatusCode, WithCookie), ApiError> {
    access::log_out(&shared, &session).await?;
    let cookie = SESSION_COOKIE.ended(&shared.settings);
    Ok((StatusCode::NO_CONTENT, AppendHeaders([(SET_COOKIE, cookie)])))
}
