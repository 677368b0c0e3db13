//! For carriers' own systems. Everything here is of the operator whose key is shown; what is another's is absent.

pub(super) mod accuracy;
pub(super) mod devices;
pub(super) mod drivers;
pub(super) mod experience;
pub(super) mod parcels;
pub(super) mod recipients;
pub(super) mod regions;
pub(super) mod tours;
pub(super) mod visibility;

use super::idempotency::once;
use crate::routes::Routes;

/// Its routes. Every POST honours an `Idempotency-Key`.
pub(super) fn routes() -> Routes {
    Routes::new()
        .post("/v1/drivers", once(drivers::create))
        .post("/v1/drivers/{id}/codes", once(drivers::make_code))
        .post("/v1/devices", once(devices::create))
        .get("/v1/devices", devices::list)
        .delete("/v1/devices/{id}", devices::revoke)
        .post("/v1/recipients", once(recipients::create))
        .post("/v1/parcels", once(parcels::create))
        .get("/v1/parcels", parcels::list)
        .get("/v1/parcels/{id}", parcels::get)
        .patch("/v1/parcels/{id}", parcels::change)
        .post("/v1/regions", once(regions::create))
        .get("/v1/regions", regions::list)
        .delete("/v1/regions/{id}", regions::remove)
        .get("/v1/visibility", visibility::get)
        .put("/v1/visibility", visibility::set)
        .post("/v1/tours", once(tours::create))
        .get("/v1/tours", tours::list)
        .get("/v1/tours/{id}", tours::get)
        .patch("/v1/tours/{id}", tours::change)
        .post("/v1/tours/{id}/events", once(tours::add_events))
        .get("/v1/tours/{id}/explanation", tours::explain)
        .get("/v1/accuracy", accuracy::read)
        .get("/v1/experience", experience::read)
        .delete("/v1/experience", experience::forget)
}
