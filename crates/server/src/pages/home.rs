//! `GET /`: to where one's own pages begin.

use axum::response::Redirect;
use doorstep_store::Role;

use crate::access::MaybeSession;

/// Leads on.
pub(super) async fn get(MaybeSession(session): MaybeSession) -> Redirect {
    Redirect::to(home_of(session.map(|session| session.account.role)))
}

/// Where someone's own pages begin.
pub(super) fn home_of(role: Option<Role>) -> &'static str {
    match role {
        None => "/login",
        Some(Role::Recipient) => "/orders",
        Some(Role::Dispatcher | Role::Admin) => "/dispatch",
    }
}
