//! Where someone is logged in, and how that ends.

use doorstep_domain::RecipientId;
use doorstep_store::Session as StoredSession;
use jiff::Timestamp;

use super::Session;
use crate::error::ApiError;
use crate::secret::hex_hash;
use crate::state::AppState;

/// A session, as its owner sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct OwnSession {
    /// What it is called; made of what is kept of its token, and good for nothing but ending it.
    pub(crate) id: String,
    /// When it began.
    pub(crate) began_at: Timestamp,
    /// The hour in which it was used last.
    pub(crate) used_at: Timestamp,
    /// When it ends by itself.
    pub(crate) expires_at: Timestamp,
    /// Which browser it is in, roughly; empty when that is not known.
    pub(crate) browser: String,
    /// Whether it is the one that asks.
    pub(crate) is_this: bool,
}

/// The sessions of whoever asks, the last used first.
///
/// # Errors
/// When the database fails.
pub(crate) async fn own_sessions(shared: &AppState, asking: &Session) -> Result<Vec<OwnSession>, ApiError> {
    let sessions = shared.store.list_sessions(asking.account.id, shared.clock.now()).await?;
    Ok(sessions.into_iter().map(|session| own(session, asking)).collect())
}

/// Ends one session of whoever asks, and every stream that was opened with it.
///
/// # Errors
/// `not_found` when they have no such session.
pub(crate) async fn end_session(shared: &AppState, asking: &Session, id: &str) -> Result<(), ApiError> {
    let sessions = shared.store.list_sessions(asking.account.id, shared.clock.now()).await?;
    let ended = sessions.into_iter().find(|session| name(session) == id).ok_or_else(ApiError::not_found)?;
    shared.store.delete_session(ended.token).await?;
    shared.streams.end_session(ended.token);
    Ok(())
}

/// Ends every session of whoever asks but the one that asks, and their streams.
///
/// # Errors
/// When the database fails.
pub(crate) async fn end_other_sessions(shared: &AppState, asking: &Session) -> Result<(), ApiError> {
    let account: RecipientId = asking.account.id;
    shared.store.delete_other_sessions(account, asking.token).await?;
    shared.streams.end_others(account, asking.token);
    Ok(())
}

fn own(session: StoredSession, asking: &Session) -> OwnSession {
    OwnSession {
        id: name(&session),
        began_at: session.began_at,
        used_at: session.used_at,
        expires_at: session.expires_at,
        is_this: session.token == asking.token,
        browser: session.browser,
    }
}

fn name(session: &StoredSession) -> String {
    hex_hash(&session.token.0)
}
