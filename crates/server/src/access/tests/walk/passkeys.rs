//! What authenticators answer, so that ceremonies with passkeys succeed.

use serde_json::{Value, json};

use super::super::*;
use super::world::{Things, Walker, World};
use crate::access::{self, Guest, Session};
use crate::clock::Clock as _;
use crate::testing::Authenticator;

/// A passkey that whoever asks has just made; what there is to say of none to whoever is not logged in.
pub(super) async fn new(world: &World, walker: &Walker) -> Value {
    let Some(session) = session(world, walker).await else { return json!({}) };
    let begun = access::begin_adding(&world.house.shared, &session).await.unwrap();
    let made = Authenticator::new().make(&begun);
    json!({ "ceremony": begun.ceremony, "credential": made, "name": "Phone" })
}

/// The answer of a passkey of someone.
pub(super) async fn login(world: &World, own: &Things) -> Value {
    let account = world.house.store().find_account_by_email(&own.email).await.unwrap().unwrap();
    let mut authenticator = world.house.passkey(&account).await;
    let guest = Guest::Browser(token_hash(&fresh_token()));
    let begun = access::begin_passkey_sign_in(&world.house.shared, guest).unwrap();
    let answered = authenticator.log_in(&begun);
    json!({ "ceremony": begun.ceremony, "credential": answered })
}

async fn session(world: &World, walker: &Walker) -> Option<Session> {
    let Credentials::Cookie(cookie) = &walker.credentials else { return None };
    let token = token_hash(cookie.strip_prefix("doorstep_session=")?);
    let now = world.house.clock.now();
    let (_, account) = world.house.store().find_session(token, now).await.unwrap()?;
    Some(Session { account, token })
}
