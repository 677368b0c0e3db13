//! For carriers' own systems. Everything here is of the operator whose key is shown; what is another's is absent.

pub(super) mod accuracy;
pub(super) mod audit;
pub(super) mod devices;
pub(super) mod drivers;
pub(super) mod experience;
pub(super) mod parcels;
pub(super) mod pickup_points;
pub(super) mod ratings;
pub(super) mod recipients;
pub(super) mod regions;
pub(super) mod reports;
pub(super) mod tours;
pub(super) mod visibility;

use super::idempotency::once;
use crate::routes::Routes;

/// Its routes. Every POST that changes something honours an `Idempotency-Key`.
pub(super) fn routes() -> Routes {
    Routes::new()
        .post("/v1/drivers", once(drivers::create))
        .post("/v1/drivers/{id}/codes", once(drivers::make_code))
        .post("/v1/devices", once(devices::create))
        .get("/v1/devices", devices::list)
        .delete("/v1/devices/{id}", devices::revoke)
        .post("/v1/recipients", once(recipients::create))
        .put("/v1/recipients/{id}/phone", recipients::set_phone)
        .post("/v1/parcels", once(parcels::create))
        .get("/v1/parcels", parcels::list)
        .get("/v1/parcels/{id}", parcels::get)
        .patch("/v1/parcels/{id}", parcels::change)
        .post("/v1/parcels/{id}/carrier-events", once(parcels::hear))
        .post("/v1/regions", once(regions::create))
        .get("/v1/regions", regions::list)
        .delete("/v1/regions/{id}", regions::remove)
        .post("/v1/pickup-points", once(pickup_points::create))
        .get("/v1/pickup-points", pickup_points::list)
        .put("/v1/pickup-points/{id}", pickup_points::change)
        .delete("/v1/pickup-points/{id}", pickup_points::remove)
        .get("/v1/visibility", visibility::own::get)
        .put("/v1/visibility", visibility::own::set)
        .get("/v1/visibility/changes", visibility::changes::list)
        .get("/v1/visibility/senders", visibility::senders::list)
        .get("/v1/visibility/senders/{sender}", visibility::senders::get)
        .put("/v1/visibility/senders/{sender}", visibility::senders::set)
        .get("/v1/regions/{id}/visibility", visibility::regions::get)
        .put("/v1/regions/{id}/visibility", visibility::regions::set)
        .get("/v1/parcels/{id}/visibility", visibility::parcels::get)
        .put("/v1/parcels/{id}/visibility", visibility::parcels::set)
        .post("/v1/parcels/{id}/visibility/preview", visibility::preview::preview)
        .get("/v1/audit", audit::list)
        .post("/v1/tours", once(tours::create))
        .get("/v1/tours", tours::list)
        .get("/v1/tours/{id}", tours::get)
        .patch("/v1/tours/{id}", tours::change)
        .post("/v1/tours/{id}/events", once(tours::add_events))
        .get("/v1/tours/{id}/explanation", tours::explain)
        .get("/v1/accuracy", accuracy::read)
        .get("/v1/ratings", ratings::read)
        .get("/v1/reports", reports::list)
        .put("/v1/parcels/{id}/report", reports::answer)
        .get("/v1/experience", experience::read)
        .delete("/v1/experience", experience::forget)
}
