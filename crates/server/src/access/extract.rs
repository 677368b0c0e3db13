//! What handlers take: only what the middleware found out, never a look of their own at headers.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use doorstep_store::{Account, Device, Role};
use http::request::Parts;

use super::principal::{Author, CalendarHolder, OperatorKey, Principal, Session, ShareHolder};
use crate::embed::Embedding;
use crate::error::ApiError;
use crate::state::AppState;

/// The recipient who calls.
#[derive(Debug, Clone)]
pub(crate) struct Recipient(pub(crate) Account);

/// The dispatcher who calls, an administrator among them.
#[derive(Debug, Clone)]
pub(crate) struct Dispatcher(pub(crate) Account);

/// The administrator who calls.
#[derive(Debug, Clone)]
pub(crate) struct Admin(pub(crate) Account);

/// Whoever of the operator calls: its own system, or a dispatcher.
#[derive(Debug, Clone)]
pub(crate) struct Staff(pub(crate) Author);

/// The device that calls.
#[derive(Debug, Clone)]
pub(crate) struct DeviceAuth(pub(crate) Device);

/// The login of the caller, if they have one.
#[derive(Debug, Clone)]
pub(crate) struct MaybeSession(pub(crate) Option<Session>);

/// What was found out about the caller. A route whose row asks for nothing knows nobody.
fn principal(parts: &Parts) -> &Principal {
    parts.extensions.get().unwrap_or(&Principal::Nobody)
}

/// A handler that asks for more than its row gives: the row is wrong, and nothing is given away.
fn row_too_weak(parts: &Parts) -> ApiError {
    tracing::error!(path = parts.uri.path().len(), "a handler asks for a caller that its row does not");
    ApiError::unauthenticated()
}

impl FromRequestParts<AppState> for Session {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, _shared: &AppState) -> Result<Self, ApiError> {
        match principal(parts) {
            Principal::Account(session) => Ok(session.clone()),
            _ => Err(row_too_weak(parts)),
        }
    }
}

impl FromRequestParts<AppState> for MaybeSession {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _shared: &AppState) -> Result<Self, Infallible> {
        Ok(Self(match principal(parts) {
            Principal::Account(session) => Some(session.clone()),
            _ => None,
        }))
    }
}

impl FromRequestParts<AppState> for Recipient {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, _shared: &AppState) -> Result<Self, ApiError> {
        match principal(parts) {
            Principal::Account(session) if session.account.role == Role::Recipient => {
                Ok(Self(session.account.clone()))
            }
            _ => Err(row_too_weak(parts)),
        }
    }
}

impl FromRequestParts<AppState> for Dispatcher {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, _shared: &AppState) -> Result<Self, ApiError> {
        match principal(parts) {
            Principal::Account(session) if session.account.role.dispatches() => {
                Ok(Self(session.account.clone()))
            }
            _ => Err(row_too_weak(parts)),
        }
    }
}

impl FromRequestParts<AppState> for Admin {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, _shared: &AppState) -> Result<Self, ApiError> {
        match principal(parts) {
            Principal::Account(session) if session.account.role == Role::Admin => {
                Ok(Self(session.account.clone()))
            }
            _ => Err(row_too_weak(parts)),
        }
    }
}

impl FromRequestParts<AppState> for OperatorKey {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, _shared: &AppState) -> Result<Self, ApiError> {
        match principal(parts) {
            Principal::Operator(key) => Ok(key.clone()),
            _ => Err(row_too_weak(parts)),
        }
    }
}

impl FromRequestParts<AppState> for Staff {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, _shared: &AppState) -> Result<Self, ApiError> {
        match principal(parts) {
            Principal::Operator(key) => Ok(Self(key.clone().into())),
            Principal::Account(session) if session.account.role.dispatches() => {
                Ok(Self(Author::from(&session.account)))
            }
            _ => Err(row_too_weak(parts)),
        }
    }
}

impl FromRequestParts<AppState> for DeviceAuth {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, _shared: &AppState) -> Result<Self, ApiError> {
        match principal(parts) {
            Principal::Device(device) => Ok(Self(device.clone())),
            _ => Err(row_too_weak(parts)),
        }
    }
}

impl FromRequestParts<AppState> for CalendarHolder {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, _shared: &AppState) -> Result<Self, ApiError> {
        match principal(parts) {
            Principal::Calendar(holder) => Ok(CalendarHolder::clone(holder)),
            _ => Err(row_too_weak(parts)),
        }
    }
}

impl FromRequestParts<AppState> for Embedding {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, _shared: &AppState) -> Result<Self, ApiError> {
        match principal(parts) {
            Principal::Embedding(page) => Ok(Embedding::clone(page)),
            _ => Err(row_too_weak(parts)),
        }
    }
}

impl FromRequestParts<AppState> for ShareHolder {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, _shared: &AppState) -> Result<Self, ApiError> {
        match principal(parts) {
            Principal::Share(holder) => Ok(ShareHolder::clone(holder)),
            _ => Err(row_too_weak(parts)),
        }
    }
}
