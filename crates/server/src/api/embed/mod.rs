//! For pages of shops: a token for one parcel, and what it shows.

pub(super) mod tokens;
pub(super) mod tracking;

use super::idempotency::once;
use crate::routes::Routes;

/// Its routes.
pub(super) fn routes() -> Routes {
    Routes::new()
        .post("/v1/embed-tokens", once(tokens::create))
        .get("/v1/embed/{token}", tracking::get)
        .get("/v1/embed/{token}/stream", tracking::stream)
}
