//! `PUT /v1/driver/parcels/{id}/photo`: a photo of where a parcel was left.

use axum::extract::{FromRequestParts, State};
use bytes::Bytes;
use doorstep_domain::visibility::Offer;
use doorstep_domain::{OutcomeView, Parcel, ParcelId, Phase, PhotoId};
use doorstep_store::{Device, Photo};
use doorstep_wire::problem::InputProblem;
use http::StatusCode;
use http::request::Parts;
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;

use super::super::input::{Id, query};
use crate::access::DeviceAuth;
use crate::error::ApiError;
use crate::live::Known;
use crate::state::AppState;

/// Photos come at most so long after the delivery; phones may be without signal for a while.
const LATE_MAX: SignedDuration = SignedDuration::from_hours(24);
/// After the end of the tour a photo can be replaced for so long after it came.
const REPLACED_WITHIN: SignedDuration = SignedDuration::from_mins(10);

/// Which photo it is, and how old.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Taken {
    photo: PhotoId,
    age: SignedDuration,
}

#[derive(Deserialize)]
struct RawTaken {
    photo: Option<String>,
    age_s: Option<String>,
}

impl FromRequestParts<AppState> for Taken {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, shared: &AppState) -> Result<Self, ApiError> {
        let RawTaken { photo, age_s } = query(parts, shared).await?;
        let photo = photo.and_then(|text| text.parse().ok());
        let age_s = age_s.map_or(Some(0), |text| text.parse::<u32>().ok());
        let mut problems = Vec::new();
        if photo.is_none() {
            problems.push(InputProblem::new("photo", "bad_id", "this must be 32 hexadecimal digits"));
        }
        if age_s.is_none() {
            problems.push(InputProblem::new(
                "age_s",
                "out_of_range",
                "this must be a whole number of seconds",
            ));
        }
        let taken = photo.zip(age_s);
        let taken = taken.map(|(photo, age_s)| Self { photo, age: SignedDuration::from_secs(age_s.into()) });
        taken.ok_or_else(|| ApiError::invalid(problems))
    }
}

/// Add a photo to a delivery
///
/// The body is a JPEG, PNG or WebP picture of at most 2 MiB and 16 million pixels. It is made anew, at most 1,600 pixels
/// and 500 KB large, and nothing that its file told besides is kept. A delivery has one photo; a second one takes its
/// place until the tour ends, and for ten minutes after it came. Each `photo` is taken once: whoever did not hear the
/// answer sends it again.
#[utoipa::path(
    put, path = "/v1/driver/parcels/{id}/photo", tag = "driver",
    params(
        ("id" = String, Path, description = "The parcel; it was delivered to its recipient, a neighbour, a safe place or the mailbox"),
        ("photo" = String, Query, description = "The identity of the photo, chosen by whoever took it"),
        ("age_s" = Option<u32>, Query, description = "How many seconds ago it was taken"),
    ),
    request_body(content = Vec<u8>, content_type = "image/jpeg"),
    responses((status = 204, description = "It is kept"))
)]
pub(crate) async fn put(
    State(shared): State<AppState>,
    DeviceAuth(device): DeviceAuth,
    Id(id): Id<ParcelId>,
    taken: Taken,
    body: Bytes,
) -> Result<StatusCode, ApiError> {
    let now = shared.clock.now();
    let delivery = Delivery::find(&shared, &device, id).await?;
    let offered = shared.live.offered(device.operator).await?;
    let before = shared.store.find_photo(id).await?;
    if before.as_ref().is_some_and(|before| before.id == taken.photo) {
        return Ok(StatusCode::NO_CONTENT);
    }
    delivery.check(&offered.offer, now, taken.age, before.as_ref())?;
    let jpeg = shared.darkroom.remake(body).await?;
    let received_at = before.map_or(now, |before| before.received_at);
    let photo = Photo { parcel: id, id: taken.photo, taken_at: now - taken.age, received_at, jpeg };
    shared.store.put_photo(photo).await?;
    shared.live.parcel_changed(id).await;
    Ok(StatusCode::NO_CONTENT)
}

/// What a driver brought.
struct Delivery {
    parcel: Parcel,
    outcome: Option<OutcomeView>,
    has_ended: bool,
    day: Date,
}

impl Delivery {
    /// The driver's own; that of another driver is as absent as none at all.
    async fn find(shared: &AppState, device: &Device, id: ParcelId) -> Result<Self, ApiError> {
        let parcel = shared.store.find_parcel_of_operator(device.operator, id).await?;
        let parcel = parcel.ok_or_else(ApiError::not_found)?;
        let tour = parcel.on_tour.ok_or_else(ApiError::not_found)?.tour;
        let driver = device.driver;
        let read = move |known: &Known| {
            let is_own = known.told.state.driver().or(known.record.driver) == Some(driver);
            let progress = known.told.state.parcel(id).filter(|_| is_own)?;
            let has_ended = matches!(known.told.state.phase(), Phase::Ended { .. });
            Some((progress.outcome, has_ended, known.record.day))
        };
        let found = shared.live.tour(tour, read).await?.flatten();
        let (outcome, has_ended, day) = found.ok_or_else(ApiError::not_found)?;
        Ok(Self { parcel, outcome, has_ended, day })
    }

    /// Whether a photo of this age may be added now.
    fn check(
        &self,
        offer: &Offer,
        now: Timestamp,
        age: SignedDuration,
        before: Option<&Photo>,
    ) -> Result<(), ApiError> {
        let outcome = self.outcome.filter(|outcome| outcome.outcome.may_have_photo());
        let delivered_at = outcome.ok_or_else(not_delivered)?.at;
        if !offer.wants_photo(&self.parcel, self.day) {
            return Err(not_wanted());
        }
        let is_late = now.duration_since(delivered_at) > LATE_MAX || age > LATE_MAX;
        let is_settled = before
            .is_some_and(|before| self.has_ended && now.duration_since(before.received_at) > REPLACED_WITHIN);
        if is_late || is_settled { Err(too_late()) } else { Ok(()) }
    }
}

fn not_delivered() -> ApiError {
    let detail =
        "A photo belongs to a delivery at a door, and none of this parcel is known. Send that first.";
    ApiError::conflict("not_delivered", detail)
}

fn not_wanted() -> ApiError {
    let detail = "Nobody would see a photo of this delivery: the parcel is of a special kind or nobody's, or the rules say so.";
    ApiError::conflict("photo_not_wanted", detail)
}

fn too_late() -> ApiError {
    let detail = "The delivery was more than a day ago, or the tour is over and its photo stays as it is.";
    ApiError::conflict("too_late", detail)
}
