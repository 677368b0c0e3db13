//! `POST /v1/parcels`.

use axum::Json;
use axum::extract::State;
use bytes::Bytes;
use doorstep_domain::{Parcel, ParcelId};
use doorstep_wire::parcel::{ParcelAnswer, ParcelJson, ParcelsAnswer, ParcelsCreated, ParcelsRequest};
use http::StatusCode;

use super::super::super::input::read;
use super::draft::{New, Otherwise, records};
use crate::access::OperatorKey;
use crate::error::ApiError;
use crate::secret::fresh_id;
use crate::state::AppState;

/// Add parcels, one or several
///
/// Several are told as `{"parcels": [...]}`; all of them are taken, or none.
#[utoipa::path(
    post, path = "/v1/parcels", tag = "operator", request_body = ParcelsRequest,
    responses((status = 201, description = "The parcel, or `{\"parcels\": [...]}` in the same order", body = ParcelsCreated))
)]
pub(crate) async fn create(
    State(shared): State<AppState>,
    key: OperatorKey,
    body: Bytes,
) -> Result<(StatusCode, Json<ParcelsCreated>), ApiError> {
    let created = match read(body, ParcelsRequest::read).await? {
        ParcelsRequest::One(parcel) => {
            let added = add(&shared, key, vec![new(String::new(), *parcel)]).await?;
            let answer = added.first().map(ParcelAnswer::from).ok_or_else(ApiError::internal)?;
            ParcelsCreated::One(Box::new(answer))
        }
        ParcelsRequest::Many(several) => {
            let numbered = several.parcels.into_iter().enumerate();
            let new = numbered.map(|(index, parcel)| new(format!("parcels[{index}]"), parcel)).collect();
            let added = add(&shared, key, new).await?;
            let parcels = added.iter().map(ParcelAnswer::from).collect();
            ParcelsCreated::Many(ParcelsAnswer { parcels, next: None })
        }
    };
    Ok((StatusCode::CREATED, Json(created)))
}

fn new(at: String, told: ParcelJson) -> New {
    New { at, id: ParcelId::from_u128(fresh_id()), told, otherwise: Otherwise::default() }
}

async fn add(shared: &AppState, key: OperatorKey, new: Vec<New>) -> Result<Vec<Parcel>, ApiError> {
    let (records, problems) = records(shared.store.as_ref(), key.operator, new).await?;
    if !problems.is_empty() {
        return Err(ApiError::invalid(problems));
    }
    let messages = shared.live.announcements(&records).await?;
    shared.store.announce_parcels(records.clone(), messages, shared.clock.now()).await?;
    Ok(records)
}
