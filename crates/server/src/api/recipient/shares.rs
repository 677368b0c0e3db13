//! `/v1/parcels/{id}/shares`: what a recipient lets others see.

use axum::Json;
use axum::extract::{Path, State};
use bytes::Bytes;
use doorstep_domain::ParcelId;
use doorstep_store::{Share, SharePermission};
use doorstep_wire::share::{GivenShare, NewShare, ShareJson, SharesAnswer};
use doorstep_wire::words::PermissionWord;
use http::{HeaderMap, StatusCode};

use super::super::input::{Id, read};
use super::own_parcel;
use crate::access::Recipient;
use crate::error::ApiError;
use crate::shares::{self, Wish};
use crate::state::AppState;

/// Share a parcel: a link that shows its window, and may let its holder take it in
#[utoipa::path(
    post, path = "/v1/parcels/{id}/shares", tag = "recipient", request_body = NewShare,
    params(("id" = String, Path, description = "The parcel")),
    responses((status = 201, description = "The share, and its address this one time", body = GivenShare))
)]
pub(crate) async fn give(
    State(shared): State<AppState>,
    Recipient(account): Recipient,
    Id(id): Id<ParcelId>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<(StatusCode, Json<GivenShare>), ApiError> {
    let parcel = own_parcel(&shared, account.id, id).await?;
    let new = read(body, NewShare::read).await?;
    let permission = permission(new.permission);
    let wish = Wish { permission, name: new.name, expires_at: new.expires_at };
    let (share, path) = shares::give(&shared, &account, &parcel, wish).await?;
    let url = shared.settings.address_of(&path, &headers);
    Ok((StatusCode::CREATED, Json(GivenShare { url, share: json(share) })))
}

/// List the shares of a parcel, with when they were opened
#[utoipa::path(
    get, path = "/v1/parcels/{id}/shares", tag = "recipient",
    params(("id" = String, Path, description = "The parcel")),
    responses((status = 200, description = "The shares, the newest first", body = SharesAnswer))
)]
pub(crate) async fn list(
    State(shared): State<AppState>,
    Recipient(account): Recipient,
    Id(id): Id<ParcelId>,
) -> Result<Json<SharesAnswer>, ApiError> {
    let parcel = own_parcel(&shared, account.id, id).await?;
    let given = shared.store.list_shares(account.id, parcel.id).await?;
    Ok(Json(SharesAnswer { shares: given.into_iter().map(json).collect() }))
}

/// Take a share back: its link opens nothing any more
#[utoipa::path(
    delete, path = "/v1/parcels/{id}/shares/{share}", tag = "recipient",
    params(
        ("id" = String, Path, description = "The parcel"),
        ("share" = String, Path, description = "The share"),
    ),
    responses((status = 204, description = "It is gone, and what was known of it"))
)]
pub(crate) async fn take_back(
    State(shared): State<AppState>,
    Recipient(account): Recipient,
    Path((parcel, share)): Path<(String, String)>,
) -> Result<StatusCode, ApiError> {
    let (Ok(parcel), Ok(share)) = (parcel.parse(), share.parse()) else { return Err(ApiError::not_found()) };
    let was_there = shared.store.delete_share(account.id, parcel, share).await?;
    was_there.then_some(StatusCode::NO_CONTENT).ok_or_else(ApiError::not_found)
}

fn json(share: Share) -> ShareJson {
    ShareJson {
        id: share.id,
        permission: match share.permission {
            SharePermission::Window => PermissionWord::Window,
            SharePermission::Accept => PermissionWord::Accept,
        },
        name: share.name,
        created_at: share.created_at,
        expires_at: share.expires_at,
        opening_count: share.opening_count,
        openings: share.openings,
    }
}

fn permission(word: PermissionWord) -> SharePermission {
    match word {
        PermissionWord::Window => SharePermission::Window,
        PermissionWord::Accept => SharePermission::Accept,
    }
}
