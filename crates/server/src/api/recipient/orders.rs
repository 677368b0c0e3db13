//! `GET /v1/orders`: everything that a recipient waits for or received.

use axum::extract::State;
use axum::response::Response;
use doorstep_wire::tracking::{ForOthersJson, OrderJson, OrderParcelJson, OrdersAnswer, TrackingJson};

use super::super::padded::Padded;
use crate::access::Recipient;
use crate::error::ApiError;
use crate::state::AppState;

/// So many parcels are told, the newest.
const PARCELS_MAX: usize = 200;

/// List the recipient's orders with what may be seen of their parcels
///
/// What they ordered for someone else has its status and its day, and nothing else.
#[utoipa::path(
    get, path = "/v1/orders", tag = "recipient",
    responses((status = 200, description = "The orders, newest first", body = OrdersAnswer))
)]
pub(crate) async fn list(
    State(shared): State<AppState>,
    Recipient(account): Recipient,
) -> Result<Response, ApiError> {
    let mut orders: Vec<OrderJson> = Vec::new();
    let parcels = shared.store.list_parcels_of_recipient(account.id).await?;
    for parcel in parcels.iter().take(PARCELS_MAX) {
        let view = shared.live.glance(parcel).await?;
        let told = OrderParcelJson {
            tracking_number: parcel.tracking_number.clone(),
            tracking: TrackingJson::of(&view, shared.clock.now()),
        };
        // A surprise beside the rest of its order would tell who sends it.
        let order = parcel.order.filter(|_| view.sender.is_some());
        match orders.iter_mut().find(|known| known.order.is_some() && known.order == order) {
            Some(order) => order.parcels.push(told),
            None => orders.push(OrderJson { order, parcels: vec![told] }),
        }
    }
    let mut for_others: Vec<ForOthersJson> = Vec::new();
    for parcel in shared.store.list_parcels_of_buyer(account.id).await?.iter().take(PARCELS_MAX) {
        for_others.push(shared.live.glance_of_buyer(parcel).await?.into());
    }
    Padded::json(&OrdersAnswer { orders, for_others })
}
