//! Codes at the doors of a tour: what became of each, and a new one where it is needed.

use axum::extract::{Path, State};
use axum::response::Redirect;
use doorstep_domain::admission::{Draft, Source};
use doorstep_domain::{EventId, Happening, OnTour, ParcelId};

use crate::access::{Author, Dispatcher};
use crate::door;
use crate::error::ApiError;
use crate::live::{AwaitedCode, Verdict};
use crate::pages::reader::Reader;
use crate::secret::fresh_id;
use crate::state::AppState;

/// A parcel that waits to be handed over against a code, in the reader's words.
pub(super) struct CodeLine {
    pub(super) parcel: ParcelId,
    pub(super) number: String,
    pub(super) text: String,
    pub(super) is_locked: bool,
}

impl CodeLine {
    pub(super) fn of(awaited: &AwaitedCode, reader: &Reader) -> Self {
        let left = awaited.code.tries_left();
        let text = if awaited.code.is_verified() {
            reader.say("dispatch-code-told").into_owned()
        } else {
            reader.say_with("dispatch-code-left", [("count", left.into())])
        };
        let number = awaited.tracking_number.clone();
        Self { parcel: awaited.parcel, number, text, is_locked: left == 0 && !awaited.code.is_verified() }
    }
}

/// `POST /dispatch/parcels/{id}/code`: has a new code made for a parcel on a tour.
pub(in crate::pages) async fn renew(
    State(shared): State<AppState>,
    Dispatcher(account): Dispatcher,
    Path(id): Path<String>,
) -> Result<Redirect, ApiError> {
    let id: ParcelId = id.parse().map_err(|_no_id| ApiError::not_found())?;
    let parcel = shared.store.find_parcel_of_operator(account.operator, id).await?;
    let OnTour { tour, .. } = parcel.and_then(|parcel| parcel.on_tour).ok_or_else(ApiError::not_found)?;
    let what = Happening::DoorCodeRenewed { parcel: id };
    let event = EventId::from_u128(fresh_id());
    let drafts = vec![Draft { id: event, at: shared.clock.now(), sent_at: None, what }];
    door::record(&shared, &Author::from(&account), tour, &drafts).await?;
    match shared.live.append(tour, drafts, Source::Operator).await?.first() {
        Some(Verdict::Refused(_)) => Err(ApiError::not_found()),
        _ => Ok(Redirect::to(&format!("/dispatch/tours/{tour}"))),
    }
}
