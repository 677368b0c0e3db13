//! `PATCH /v1/parcels/{id}`.

use axum::Json;
use axum::extract::State;
use bytes::Bytes;
use doorstep_domain::{Parcel, ParcelId, Wishes};
use doorstep_wire::parcel::{ParcelAnswer, ParcelPatch};

use super::super::super::input::{Id, read};
use super::draft::Recipients;
use super::read::answer;
use crate::access::OperatorKey;
use crate::error::ApiError;
use crate::state::AppState;

/// Change a parcel
///
/// What is absent stays as it is. Who looks at the parcel sees the change at once: a parcel that becomes a gift shows
/// no map any more.
#[utoipa::path(
    patch, path = "/v1/parcels/{id}", tag = "operator", params(("id" = String, Path, description = "The parcel")),
    request_body = ParcelPatch,
    responses((status = 200, description = "The parcel", body = ParcelAnswer))
)]
pub(crate) async fn change(
    State(shared): State<AppState>,
    key: OperatorKey,
    Id(id): Id<ParcelId>,
    body: Bytes,
) -> Result<Json<ParcelAnswer>, ApiError> {
    let patch = read(body, ParcelPatch::read).await?;
    let store = shared.store.as_ref();
    let told = (patch.recipient_email.as_ref(), patch.buyer_email.as_ref());
    let named = Recipients::new(store, key.operator).named(told, "").await?;
    let named = named.map_err(ApiError::invalid)?;
    let parcel = store.find_parcel_of_operator(key.operator, id).await?.ok_or_else(ApiError::not_found)?;
    let (recipient, buyer) = (named.recipient.or(parcel.recipient), named.buyer.or(parcel.buyer));
    if !store.update_parcel(Parcel { recipient, buyer, ..patched(parcel, patch) }).await? {
        return Err(ApiError::not_found());
    }
    shared.live.parcel_changed(id).await;
    answer(&shared, key, id).await.map(Json)
}

fn patched(parcel: Parcel, patch: ParcelPatch) -> Parcel {
    // Whoever plans may overrule the day that a recipient chose.
    let chosen = parcel.wishes.day.filter(|chosen| patch.day.is_none_or(|day| day == *chosen));
    Parcel {
        wishes: Wishes { day: chosen, ..parcel.wishes },
        kind: patch.kind.map_or(parcel.kind, Into::into),
        status: patch.status.map_or(parcel.status, Into::into),
        carrier: patch.carrier.map_or(parcel.carrier, Into::into),
        day: patch.day.or(parcel.day),
        promise: patch.promise.or(parcel.promise),
        ..parcel
    }
}
