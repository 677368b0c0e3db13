//! For whoever runs the server. What is counted stands in [`metrics`](crate::metrics).

pub(super) mod document;
pub(super) mod health;

use crate::routes::Routes;

/// Its routes.
pub(super) fn routes() -> Routes {
    Routes::new()
        .get("/healthz", health::alive)
        .get("/readyz", health::ready)
        .get("/v1/openapi.json", document::get)
}
