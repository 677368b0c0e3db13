//! `/v1/sessions`: where someone is logged in.

use axum::Json;
use axum::extract::{Path, State};
use doorstep_wire::account::{SessionJson, SessionsAnswer};
use http::StatusCode;

use crate::access::{self, OwnSession, Session};
use crate::error::ApiError;
use crate::state::AppState;

/// List where the account is logged in
#[utoipa::path(
    get, path = "/v1/sessions", tag = "recipient",
    responses((status = 200, description = "The sessions, the last used first", body = SessionsAnswer))
)]
pub(crate) async fn list(
    State(shared): State<AppState>,
    session: Session,
) -> Result<Json<SessionsAnswer>, ApiError> {
    let sessions = access::own_sessions(&shared, &session).await?;
    Ok(Json(SessionsAnswer { sessions: sessions.into_iter().map(json).collect() }))
}

/// Log out somewhere: a session and its streams end
#[utoipa::path(
    delete, path = "/v1/sessions/{id}", tag = "recipient",
    params(("id" = String, Path, description = "The session")),
    responses((status = 204, description = "The session has ended"))
)]
pub(crate) async fn end(
    State(shared): State<AppState>,
    session: Session,
    Path(id): Path<String>,
) -> Result<StatusCode, ApiError> {
    access::end_session(&shared, &session, &id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Log out everywhere else: all sessions but the one that asks end, and their streams
#[utoipa::path(
    delete, path = "/v1/sessions", tag = "recipient",
    responses((status = 204, description = "The other sessions have ended"))
)]
pub(crate) async fn end_others(
    State(shared): State<AppState>,
    session: Session,
) -> Result<StatusCode, ApiError> {
    access::end_other_sessions(&shared, &session).await?;
    Ok(StatusCode::NO_CONTENT)
}

fn json(session: OwnSession) -> SessionJson {
    SessionJson {
        id: session.id,
        began_at: session.began_at,
        used_at: session.used_at,
        expires_at: session.expires_at,
        browser: Some(session.browser).filter(|browser| !browser.is_empty()),
        is_this: session.is_this,
    }
}
