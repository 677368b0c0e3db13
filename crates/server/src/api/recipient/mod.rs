//! For whoever waits for a parcel. Every answer is made from a `TrackingView`; nothing here reads a tour.

pub(super) mod access_notes;
pub(super) mod calendar;
pub(super) mod elsewhere;
pub(super) mod instruction;
pub(super) mod later;
pub(super) mod mark;
pub(super) mod notifications;
pub(super) mod orders;
pub(super) mod passkeys;
pub(super) mod proof;
pub(super) mod push;
pub(super) mod rating;
pub(super) mod report;
pub(super) mod session;
pub(super) mod sessions;
pub(super) mod shares;
pub(super) mod tracking;

use doorstep_domain::{Parcel, ParcelId, RecipientId};

use crate::error::ApiError;
use crate::routes::Routes;
use crate::state::AppState;

/// Its routes.
pub(super) fn routes() -> Routes {
    Routes::new()
        .post("/v1/session", session::log_in)
        .delete("/v1/session", session::log_out)
        .get("/v1/sessions", sessions::list)
        .delete("/v1/sessions", sessions::end_others)
        .delete("/v1/sessions/{id}", sessions::end)
        .post("/v1/passkey-ceremonies/login", passkeys::begin_log_in)
        .post("/v1/passkey-ceremonies/new", passkeys::begin_adding)
        .post("/v1/session/passkey", passkeys::log_in)
        .get("/v1/passkeys", passkeys::list)
        .post("/v1/passkeys", passkeys::add)
        .delete("/v1/passkeys/{id}", passkeys::remove)
        .get("/v1/orders", orders::list)
        .get("/v1/parcels/{id}/tracking", tracking::get)
        .get("/v1/parcels/{id}/tracking/stream", tracking::stream)
        .get("/v1/parcels/{id}/proof/photo", proof::photo)
        .put("/v1/parcels/{id}/instruction", instruction::give)
        .delete("/v1/parcels/{id}/instruction", instruction::take_back)
        .put("/v1/parcels/{id}/mark", mark::show)
        .put("/v1/parcels/{id}/place-photo", mark::send)
        .get("/v1/parcels/{id}/place-photo", mark::see)
        .put("/v1/parcels/{id}/access", access_notes::tell)
        .post("/v1/parcels/{id}/later", later::put)
        .put("/v1/parcels/{id}/day", elsewhere::choose_day)
        .get("/v1/parcels/{id}/pickup-points", elsewhere::list_points)
        .put("/v1/parcels/{id}/pickup-point", elsewhere::choose_point)
        .delete("/v1/parcels/{id}/pickup-point", elsewhere::to_the_door)
        .put("/v1/parcels/{id}/rating", rating::rate)
        .post("/v1/parcels/{id}/report", report::send)
        .post("/v1/parcels/{id}/shares", shares::give)
        .get("/v1/parcels/{id}/shares", shares::list)
        .delete("/v1/parcels/{id}/shares/{share}", shares::take_back)
        .get("/v1/calendar", calendar::get)
        .put("/v1/calendar", calendar::make)
        .delete("/v1/calendar", calendar::end)
        .get("/v1/notifications", notifications::get)
        .put("/v1/notifications", notifications::set)
        .get("/v1/push-key", push::key)
        .get("/v1/push-subscriptions", push::list)
        .put("/v1/push-subscriptions", push::put)
        .delete("/v1/push-subscriptions/{id}", push::remove)
}

/// The recipient's own parcel; another's is as absent as none.
async fn own_parcel(shared: &AppState, recipient: RecipientId, id: ParcelId) -> Result<Parcel, ApiError> {
    shared.store.find_parcel_of_recipient(recipient, id).await?.ok_or_else(ApiError::not_found)
}
