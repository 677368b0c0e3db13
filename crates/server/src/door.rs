//! The code at the door: what the recipient of a parcel of high value reads on their own page and tells the driver.
//!
//! It is made of a secret of the server, the tour, the parcel and how often it was renewed, so that nothing is kept of
//! it. The log of a tour tells whether it was told right, and never the code.

use doorstep_domain::admission::Draft;
use doorstep_domain::tour::DoorCode;
use doorstep_domain::{Happening, OnTour, Parcel, ParcelId, TourId, TrackingView};
use doorstep_store::{AuditEntry, Deed, StoreError};
use doorstep_wire::event::Head;
use doorstep_wire::secret::Secret;
use http::StatusCode;
use ring::hmac;

use crate::access::Author;
use crate::error::ApiError;
use crate::state::AppState;

/// The name of the secret that codes are made with.
const SECRET: &str = "door_codes";

/// The codes at the doors.
#[derive(Clone)]
pub(crate) struct DoorCodes(hmac::Key);

impl DoorCodes {
    fn of(secret: &[u8; 32]) -> Self {
        Self(hmac::Key::new(hmac::HMAC_SHA256, secret))
    }

    /// The code that the recipient of a parcel is shown now; none where none is asked for, or listened to any more.
    pub(crate) fn shown(&self, view: &TrackingView, parcel: &Parcel) -> Option<String> {
        let code = view.door_code.filter(|code| !code.is_verified() && code.tries_left() > 0)?;
        Some(self.code(parcel.on_tour?, parcel.id, code))
    }

    /// Six digits. Another tour and each renewal have another code.
    fn code(&self, on: OnTour, parcel: ParcelId, code: DoorCode) -> String {
        let named =
            [on.tour.to_bytes().as_slice(), &parcel.to_bytes(), &code.renewed().to_be_bytes()].concat();
        let tag = hmac::sign(&self.0, &named);
        let number = tag.as_ref().first_chunk().map_or(0, |first| u64::from_be_bytes(*first));
        format!("{:06}", number % 1_000_000)
    }

    /// Whether what was typed is a code, in a time that tells nothing of it.
    fn is_right(&self, code: &str, typed: &str) -> bool {
        let typed: String = typed.chars().filter(char::is_ascii_digit).collect();
        hmac::verify(&self.0, typed.as_bytes(), hmac::sign(&self.0, code.as_bytes()).as_ref()).is_ok()
    }
}

/// The codes of this server.
///
/// # Errors
/// When the database fails.
pub(crate) async fn codes(shared: &AppState) -> Result<&DoorCodes, ApiError> {
    let kept = shared.door_codes.get_or_try_init(|| async {
        let secret = shared.store.secret(SECRET, rand::random()).await?;
        Ok::<_, ApiError>(DoorCodes::of(&secret))
    });
    kept.await
}

/// What a driver typed, held against the code of the parcel. Whether it counts is for the tour to say.
///
/// # Errors
/// When the database fails.
pub(crate) async fn given(
    shared: &AppState,
    head: Head,
    parcel: ParcelId,
    typed: &Secret,
) -> Result<Draft, ApiError> {
    let right = code_of(shared, parcel).await?;
    let codes = codes(shared).await?;
    let is_right = right.is_some_and(|code| codes.is_right(&code, typed.reveal()));
    let what = Happening::DoorCodeGiven { parcel, is_right };
    Ok(Draft { id: head.id, at: head.at, sent_at: head.sent_at, what })
}

async fn code_of(shared: &AppState, parcel: ParcelId) -> Result<Option<String>, ApiError> {
    let Some(on) = shared.store.find_parcel(parcel).await?.and_then(|parcel| parcel.on_tour) else {
        return Ok(None);
    };
    let known = shared.live.tour(on.tour, |known| known.told.state.parcel(parcel).map(|it| it.door_code));
    let Some(code) = known.await?.flatten() else { return Ok(None) };
    Ok(Some(codes(shared).await?.code(on, parcel, code)))
}

/// Records what staff say of parcels that are handed over against a code. What cannot be recorded is not done.
///
/// # Errors
/// `not_recorded` when it cannot be written, or when the database fails.
pub(crate) async fn record(
    shared: &AppState,
    author: &Author,
    tour: TourId,
    drafts: &[Draft],
) -> Result<(), ApiError> {
    let told: Vec<(ParcelId, Deed)> = drafts.iter().filter_map(deed).collect();
    let guarded = shared.live.guarded(tour, told.iter().map(|(parcel, _)| *parcel).collect()).await?;
    for (parcel, deed) in told.into_iter().filter(|(parcel, _)| guarded.contains(parcel)) {
        let entry = AuditEntry {
            operator: author.operator,
            at: shared.clock.now(),
            by: author.actor.clone(),
            deed,
            subject: parcel.to_string(),
        };
        shared.store.record(entry).await.map_err(|error| not_recorded(&error))?;
    }
    Ok(())
}

fn deed(draft: &Draft) -> Option<(ParcelId, Deed)> {
    match draft.what {
        Happening::Delivered { parcel, .. } => Some((parcel, Deed::DeliveredWithoutCode)),
        Happening::DoorCodeRenewed { parcel } => Some((parcel, Deed::DoorCodeRenewed)),
        _ => None,
    }
}

fn not_recorded(error: &StoreError) -> ApiError {
    tracing::error!(
        error = error as &dyn std::error::Error,
        "a hand-over could not be recorded and is refused"
    );
    let detail = "What staff say of a parcel that is handed over against a code is recorded first, and that could not \
        be written, so nothing was taken. Try again in a moment; if it stays like this, the disk of the server may be \
        full.";
    ApiError::new(StatusCode::SERVICE_UNAVAILABLE, "not_recorded", detail).retry_after(10)
}
