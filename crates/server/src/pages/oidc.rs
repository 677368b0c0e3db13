//! Logging in with another provider.

use axum::extract::{Query, State};
use axum::response::{AppendHeaders, IntoResponse, Redirect, Response};
use doorstep_domain::Personal;
use http::HeaderMap;
use http::header::SET_COOKIE;
use serde::Deserialize;
use url::Url;

use super::login::{LoginPage, LoginTrouble, Ways};
use super::onward::arrive;
use super::visit::{Visit, draw};
use crate::access::{Browser, OIDC_COOKIE, log_in_by_email, oidc_cookie};
use crate::error::ApiError;
use crate::oidc::{Answer, Flow, Oidc, OidcError};
use crate::state::AppState;

/// Where a provider sends browsers back to.
const BACK: &str = "/login/oidc/back";
/// The longest code or state that is looked at, in bytes.
const ANSWER_BYTES_MAX: usize = 2_048;

/// What a provider adds to the address that it sends a browser back to.
#[derive(Default, Deserialize)]
pub(super) struct BackQuery {
    #[serde(default)]
    code: String,
    #[serde(default)]
    state: String,
}

/// `GET /login/oidc`: to the provider. It is a link, because forms may not lead to another site.
pub(super) async fn begin(State(shared): State<AppState>, visit: Visit) -> Result<Response, ApiError> {
    let (oidc, back) = provider(&shared)?;
    let flow = Flow::new();
    match oidc.begin(&flow, &back, shared.clock.now()).await {
        Ok(there) => {
            let cookie = oidc_cookie(&shared.settings, flow.token());
            Ok((AppendHeaders([(SET_COOKIE, cookie)]), Redirect::to(there.as_str())).into_response())
        }
        Err(_logged) => again(&shared, &visit, LoginTrouble::Provider),
    }
}

/// `GET /login/oidc/back`: from the provider. A try is over with its answer, whatever that is.
pub(super) async fn back(
    State(shared): State<AppState>,
    visit: Visit,
    browser: Browser,
    headers: HeaderMap,
    Query(query): Query<BackQuery>,
) -> Result<Response, ApiError> {
    let response = match vouched_for(&shared, &headers, query).await? {
        Ok(email) => match log_in_by_email(&shared, &browser, email.reveal()).await? {
            Some(logged_in) => arrive(&shared, &headers, &logged_in),
            None => again(&shared, &visit, LoginTrouble::NoAccount)?,
        },
        Err(_logged) => again(&shared, &visit, LoginTrouble::Provider)?,
    };
    let ended = OIDC_COOKIE.ended(&shared.settings);
    Ok((AppendHeaders([(SET_COOKIE, ended)]), response).into_response())
}

/// The e-mail address that the provider vouches for.
async fn vouched_for(
    shared: &AppState,
    headers: &HeaderMap,
    BackQuery { code, state }: BackQuery,
) -> Result<Result<Personal, OidcError>, ApiError> {
    let (oidc, back) = provider(shared)?;
    let cookie = OIDC_COOKIE.value(headers, &shared.settings);
    let Some(token) = cookie.filter(|_| code.len().max(state.len()) <= ANSWER_BYTES_MAX) else {
        return Ok(Err(OidcError::Foreign));
    };
    Ok(oidc.finish(&Flow::of(token), Answer { code, state }, &back, shared.clock.now()).await)
}

fn again(shared: &AppState, visit: &Visit, trouble: LoginTrouble) -> Result<Response, ApiError> {
    let page = LoginPage::new(visit.frame("login-title", "/login"), Ways::of(shared));
    Ok((trouble.status(), draw(&page.again(trouble, String::new()))?).into_response())
}

/// The provider, and where it sends browsers back to.
fn provider(shared: &AppState) -> Result<(&Oidc, Url), ApiError> {
    let oidc = shared.oidc.as_ref().ok_or_else(ApiError::not_found)?;
    let back = shared.settings.public_url.as_ref().and_then(|url| url.join(BACK).ok());
    Ok((oidc, back.ok_or_else(ApiError::not_found)?))
}
