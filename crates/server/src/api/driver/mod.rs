//! For the driver's app: logging in by a one-time code, the tour of the day, and what happens on it.

pub(super) mod events;
pub(super) mod own_tours;
pub(super) mod photo;
pub(super) mod place_photo;
pub(super) mod privacy;
pub(super) mod session;
pub(super) mod tour;

use crate::routes::Routes;

/// Its routes.
pub(super) fn routes() -> Routes {
    Routes::new()
        .post("/v1/driver/session", session::log_in)
        .delete("/v1/driver/session", session::log_out)
        .get("/v1/driver/tour", tour::get)
        .get("/v1/driver/privacy", privacy::get)
        .post("/v1/driver/events", events::add)
        .put("/v1/driver/parcels/{id}/photo", photo::put)
        .get("/v1/driver/parcels/{id}/place-photo", place_photo::see)
}
