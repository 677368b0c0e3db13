//! From what a request carries to who sent it.

use doorstep_store::{Device, Role, Scope, Session as StoredSession};
use http::header::{AUTHORIZATION, ORIGIN};
use http::{HeaderMap, StatusCode};
use jiff::Timestamp;

use super::cookies::{DEVICE_COOKIE, SESSION_COOKIE};
use super::origin::is_foreign;
use super::principal::{CalendarHolder, OperatorKey, Principal, Session, ShareHolder};
use super::table::{Access, Face, Row};
use crate::calendars::calendar_ended;
use crate::embed;
use crate::error::ApiError;
use crate::secret::token_hash;
use crate::state::AppState;

/// Tokens are 43 letters; nothing much longer is looked at.
const TOKEN_LEN_MAX: usize = 128;

/// A caller, and whether it was a cookie that told who they are.
pub(super) struct Identified {
    pub(super) principal: Principal,
    pub(super) by_cookie: bool,
}

impl Identified {
    fn by_cookie(principal: Principal) -> Self {
        Self { principal, by_cookie: true }
    }

    fn by_token(principal: Principal) -> Self {
        Self { principal, by_cookie: false }
    }
}

/// Who calls a route, as far as its row asks.
pub(super) async fn identify(
    shared: &AppState,
    row: &Row,
    path: &str,
    headers: &HeaderMap,
) -> Result<Identified, ApiError> {
    match row.access {
        Access::Open | Access::Phone | Access::Internal => Ok(Identified::by_token(Principal::Nobody)),
        Access::Visitor | Access::Guest => {
            let session = session(shared, headers).await?;
            Ok(Identified::by_cookie(session.map_or(Principal::Nobody, Principal::Account)))
        }
        Access::Account => account(shared, headers, |_any| true).await,
        Access::Recipient => account(shared, headers, |role| role == Role::Recipient).await,
        Access::Dispatcher => account(shared, headers, Role::dispatches).await,
        Access::Admin => account(shared, headers, |role| role == Role::Admin).await,
        Access::OperatorRead => operator(shared, headers, &[Scope::OperatorRead]).await,
        Access::OperatorWrite => operator(shared, headers, &[Scope::OperatorWrite]).await,
        Access::Shop => operator(shared, headers, &[Scope::Embed, Scope::OperatorRead]).await,
        Access::Staff => staff(shared, headers).await,
        Access::Device => device(shared, headers).await,
        Access::Share => share(shared, path).await,
        Access::Calendar => calendar(shared, path).await,
        Access::Embedded => embedding(shared, path, headers).await,
    }
}

/// The device with this token.
///
/// # Errors
/// When there is none, or it is revoked.
pub(crate) async fn device_by_token(shared: &AppState, token: &str) -> Result<Device, ApiError> {
    if token.is_empty() || token.len() > TOKEN_LEN_MAX {
        return Err(ApiError::unauthenticated());
    }
    shared.store.find_device(token_hash(token)).await?.ok_or_else(ApiError::unauthenticated)
}

/// The token behind `Authorization: Bearer`.
fn bearer(headers: &HeaderMap) -> Option<&str> {
    let (scheme, token) = headers.get(AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    let token = token.trim();
    (scheme.eq_ignore_ascii_case("bearer") && !token.is_empty() && token.len() <= TOKEN_LEN_MAX)
        .then_some(token)
}

async fn session(shared: &AppState, headers: &HeaderMap) -> Result<Option<Session>, ApiError> {
    let Some(token) = SESSION_COOKIE.value(headers, &shared.settings) else { return Ok(None) };
    let (token, now) = (token_hash(&token), shared.clock.now());
    let Some((session, account)) = shared.store.find_session(token, now).await? else { return Ok(None) };
    if session.used_at < StoredSession::hour_of(now) {
        note_use(shared, &session, now).await;
    }
    Ok(Some(Session { account, token }))
}

/// Once an hour. Nobody is refused because it cannot be written.
async fn note_use(shared: &AppState, session: &StoredSession, now: Timestamp) {
    if let Err(error) = shared.store.use_session(session.token, StoredSession::hour_of(now)).await {
        tracing::warn!(error = &error as &dyn std::error::Error, "the use of a session could not be noted");
    }
}

async fn account(
    shared: &AppState,
    headers: &HeaderMap,
    is_let_in: fn(Role) -> bool,
) -> Result<Identified, ApiError> {
    let session = session(shared, headers).await?.ok_or_else(ApiError::unauthenticated)?;
    if !is_let_in(session.account.role) {
        let detail = "This is for another kind of account than the one that is logged in.";
        return Err(ApiError::forbidden("wrong_role", detail));
    }
    Ok(Identified::by_cookie(Principal::Account(session)))
}

/// The operator's system with a key that has one of these scopes.
async fn operator(shared: &AppState, headers: &HeaderMap, any_of: &[Scope]) -> Result<Identified, ApiError> {
    let token = bearer(headers).ok_or_else(ApiError::unauthenticated)?;
    let key = shared.store.find_key(token_hash(token)).await?.ok_or_else(ApiError::unauthenticated)?;
    if !key.scopes.iter().any(|scope| any_of.contains(scope)) {
        let detail =
            "The key is valid, but it was not made for this: it may only read, only write, or is a shop's.";
        return Err(ApiError::forbidden("scope_missing", detail));
    }
    let known = OperatorKey { operator: key.operator, label: key.label.into(), sender: key.sender };
    Ok(Identified::by_token(Principal::Operator(known)))
}

/// Whoever shows a key is judged by it alone.
async fn staff(shared: &AppState, headers: &HeaderMap) -> Result<Identified, ApiError> {
    match bearer(headers) {
        Some(_) => operator(shared, headers, &[Scope::OperatorRead]).await,
        None => account(shared, headers, Role::dispatches).await,
    }
}

async fn device(shared: &AppState, headers: &HeaderMap) -> Result<Identified, ApiError> {
    if let Some(token) = bearer(headers) {
        let device = device_by_token(shared, token).await?;
        return Ok(Identified::by_token(Principal::Device(device)));
    }
    let token = DEVICE_COOKIE.value(headers, &shared.settings).ok_or_else(ApiError::unauthenticated)?;
    let device = device_by_token(shared, &token).await?;
    Ok(Identified::by_cookie(Principal::Device(device)))
}

/// A share that expired, one that was taken back and one that never was are told alike, as is one whose parcel went to
/// someone else.
async fn share(shared: &AppState, path: &str) -> Result<Identified, ApiError> {
    let token = last_part(path);
    let share = shared.store.find_share(token_hash(token), shared.clock.now()).await?;
    let share = share.ok_or_else(share_ended)?;
    let parcel = shared.store.find_parcel_of_recipient(share.account, share.parcel).await?;
    let parcel = parcel.ok_or_else(share_ended)?;
    Ok(Identified::by_token(Principal::Share(Box::new(ShareHolder { share, parcel }))))
}

/// A calendar that ended and one that never was are told alike.
async fn calendar(shared: &AppState, path: &str) -> Result<Identified, ApiError> {
    let token = last_part(path).trim_end_matches(".ics");
    let known = shared.store.find_calendar(token_hash(token)).await?;
    let (calendar, account) = known.ok_or_else(calendar_ended)?;
    Ok(Identified::by_token(Principal::Calendar(Box::new(CalendarHolder { calendar, account }))))
}

/// The page of a shop that a token was given for. Browsers say where a page comes from that asks; the map in its frame is
/// a page of ours.
async fn embedding(shared: &AppState, path: &str, headers: &HeaderMap) -> Result<Identified, ApiError> {
    let token = path.split('/').skip_while(|part| *part != "embed").nth(1).unwrap_or_default();
    let page = embed::find(shared, token).await?;
    let told = headers.get(ORIGIN);
    if told.is_some_and(|told| *told != page.origin) && is_foreign(headers, &shared.settings) {
        let detail = "This token was given for pages of another origin than the one that asks.";
        return Err(ApiError::forbidden("foreign_origin", detail));
    }
    Ok(Identified::by_token(Principal::Embedding(Box::new(page))))
}

/// The token that a path ends with.
fn last_part(path: &str) -> &str {
    path.rsplit('/').next().filter(|token| token.len() <= TOKEN_LEN_MAX).unwrap_or_default()
}

/// The answer to whoever holds a share that opens nothing.
pub(crate) fn share_ended() -> ApiError {
    let detail = "This link leads nowhere any more. Ask whoever gave it to you for a new one.";
    ApiError::new(StatusCode::GONE, "share_ended", detail)
}

/// Where a page leads those whom its row refuses.
pub(super) fn way_out(row: &Row, error: &ApiError) -> Option<&'static str> {
    match (row.face, error.code(), row.access) {
        (Face::Page, "unauthenticated", _) => Some("/login"),
        (Face::Page, "wrong_role", Access::Recipient) => Some("/dispatch"),
        (Face::Page, "wrong_role", Access::Dispatcher) => Some("/orders"),
        _ => None,
    }
}
