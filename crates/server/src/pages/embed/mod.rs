//! What pages of shops show: the tracker's words and script, its map in a frame, and a badge.

mod badge;
mod map;
mod words;

use axum::response::{IntoResponse, Response};
use doorstep_domain::Parcel;
use http::HeaderMap;
use http::header::{CACHE_CONTROL, CONTENT_TYPE};
use serde::Deserialize;

use super::assets;
use super::reader::{Locale, Reader};
use super::visit::of_browser;
use crate::access::for_other_sites;
use crate::error::ApiError;
use crate::routes::Routes;
use crate::state::AppState;

pub(crate) use words::told;

/// Its routes.
pub(super) fn routes() -> Routes {
    Routes::new()
        .get("/embed/tracker.js", script)
        .get("/embed/{token}/badge.svg", badge::get)
        .get("/embed/{token}/map", map::get)
        .get("/embed/{token}/map/stream", map::stream)
}

/// Which language a page of a shop is in.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Spoken {
    /// A BCP 47 tag; the browser's languages where there is none.
    lang: Option<String>,
}

/// Who reads a page of a shop: in its language, by the clock of the recipient.
///
/// # Errors
/// When the database fails.
pub(crate) async fn reader(
    shared: &AppState,
    parcel: &Parcel,
    spoken: &Spoken,
    headers: &HeaderMap,
) -> Result<Reader, ApiError> {
    let offered = shared.live.offered(parcel.operator).await?;
    let zone = offered.zone_of(shared.store.as_ref(), parcel.recipient).await?;
    let shops = spoken.lang.as_deref().and_then(Locale::from_tag);
    let operators = Locale::from_tag(&offered.operator.language);
    let wished = shops.into_iter().chain(of_browser(headers)).chain(operators).next().unwrap_or_default();
    Ok(Reader { locale: wished.speaking(shared.settings.german), zone, now: shared.clock.now() })
}

/// `GET /embed/tracker.js`: the script of `<doorstep-tracker>`. Its address stays, so browsers ask for it anew.
async fn script() -> Result<Response, ApiError> {
    let script = assets::tracker().ok_or_else(ApiError::not_found)?;
    let headers = [(CONTENT_TYPE, "text/javascript"), (CACHE_CONTROL, "public, max-age=3600")];
    let mut response = (headers, script).into_response();
    for_other_sites(&mut response);
    Ok(response)
}
