//! Trackers in pages of shops.
//!
//! A shop knows its customer. Its server asks for a token with a key that is good for its own parcels alone, and the
//! customer's browser shows with it how the parcel stands. The token lasts for minutes, opens one parcel, and answers
//! pages of one origin. What it shows is `EmbeddedView`: the shop's own scripts can read it.

mod token;

use doorstep_domain::view::EmbeddedView;
use doorstep_domain::visibility::SenderKey;
use doorstep_domain::{Parcel, ParcelId, TrackingView};
use http::StatusCode;
use jiff::{SignedDuration, Timestamp};

use crate::access::OperatorKey;
use crate::error::ApiError;
use crate::state::AppState;
pub(crate) use token::EmbedTokens;
use token::Opened;

/// How long a token opens anything. A tracker whose page stays open asks for another.
const LASTING: SignedDuration = SignedDuration::from_mins(15);
/// What is shown of one parcel is asked for so often in a minute at most.
pub(crate) const OPENINGS_PER_MINUTE: u32 = 60;
/// No token is longer: an origin has at most 200 characters.
const TOKEN_LEN_MAX: usize = 400;
/// The name of the secret that tokens are signed with.
const SECRET: &str = "embed_tokens";

/// A page of a shop that shows a parcel.
#[derive(Debug, Clone)]
pub(crate) struct Embedding {
    /// The parcel.
    pub(crate) parcel: Parcel,
    /// Where the page comes from.
    pub(crate) origin: String,
    /// Until when it may.
    pub(crate) expires_at: Timestamp,
}

/// Gives a shop a token for one of its parcels, and tells when it ends.
///
/// # Errors
/// `not_found` where the parcel is not there, or another shop's.
pub(crate) async fn give(
    shared: &AppState,
    key: &OperatorKey,
    tracking_number: &str,
    origin: String,
) -> Result<(String, Timestamp), ApiError> {
    let parcel = shared.store.find_parcel_by_number(key.operator, tracking_number).await?;
    let is_theirs =
        |parcel: &Parcel| key.sender.as_ref().is_none_or(|shop| *shop == SenderKey::of(&parcel.sender));
    let parcel = parcel.filter(is_theirs).ok_or_else(ApiError::not_found)?;
    let expires_at = shared.clock.now() + LASTING;
    Ok((token_until(shared, parcel.id, origin, expires_at).await?, expires_at))
}

/// A token that opens a parcel on pages of an origin until an instant.
///
/// # Errors
/// When the database fails.
pub(crate) async fn token_until(
    shared: &AppState,
    parcel: ParcelId,
    origin: String,
    expires_at: Timestamp,
) -> Result<String, ApiError> {
    Ok(tokens(shared).await?.write(&Opened { parcel, origin, expires_at }))
}

/// The page that a token was given for.
///
/// # Errors
/// `embed_ended` when it has ended, never was, or its parcel is not there any more.
pub(crate) async fn find(shared: &AppState, token: &str) -> Result<Embedding, ApiError> {
    let now = shared.clock.now();
    let opened = if token.len() <= TOKEN_LEN_MAX { tokens(shared).await?.read(token, now) } else { None };
    let Opened { parcel, origin, expires_at } = opened.ok_or_else(embed_ended)?;
    let parcel = shared.store.find_parcel(parcel).await?.ok_or_else(embed_ended)?;
    Ok(Embedding { parcel, origin, expires_at })
}

/// What a page may show now.
///
/// # Errors
/// `too_many_openings` when it asks too often, or when the database fails.
pub(crate) async fn open(shared: &AppState, page: &Embedding) -> Result<EmbeddedView, ApiError> {
    shared.embed_openings.take(page.parcel.id, shared.clock.now()).map_err(|seconds| {
        ApiError::too_many("too_many_openings", "This parcel is asked for too often. Wait a moment.", seconds)
    })?;
    let seen = shared.live.glance(&page.parcel).await?;
    shown(shared, seen, &page.parcel).await
}

/// What is left for a page of a shop of what the recipient may see.
///
/// # Errors
/// When the database fails.
pub(crate) async fn shown(
    shared: &AppState,
    seen: TrackingView,
    parcel: &Parcel,
) -> Result<EmbeddedView, ApiError> {
    let offered = shared.live.offered(parcel.operator).await?;
    Ok(EmbeddedView::of(seen, parcel, &offered.zone, shared.clock.now()))
}

async fn tokens(shared: &AppState) -> Result<&EmbedTokens, ApiError> {
    let kept = shared.embed_tokens.get_or_try_init(|| async {
        let secret = shared.store.secret(SECRET, rand::random()).await?;
        Ok::<_, ApiError>(EmbedTokens::of(&secret))
    });
    kept.await
}

/// The answer to a page whose token opens nothing.
fn embed_ended() -> ApiError {
    let detail =
        "This token opens nothing any more. The shop's server gets a new one by POST /v1/embed-tokens.";
    ApiError::new(StatusCode::GONE, "embed_ended", detail)
}
