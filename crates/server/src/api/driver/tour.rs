//! `GET /v1/driver/tour`: the tour of now, as its driver needs it.

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::State;
use doorstep_domain::prediction::Prediction;
use doorstep_domain::tour::StopProgress;
use doorstep_domain::visibility::Offer;
use doorstep_domain::{
    OperatorId, Parcel, ParcelId, ParcelKind, Personal, Phase, RecipientId, StopId, TourId, Window,
};
use doorstep_store::{StopDetails, Store};
use doorstep_wire::driver::{DriverParcel, DriverStop, DriverTour, DriverTourAnswer, TakerJson};
use doorstep_wire::shapes::{OutcomeJson, PlaceJson, WindowJson};
use doorstep_wire::wish::{AccessJson, InstructionJson, MarkJson};
use doorstep_wire::words::{PhaseWord, StopStateWord};
use jiff::Timestamp;

use super::super::operator::tours::read::{by_stop, wishes};
use super::own_tours;
use super::session::driver_self;
use crate::access::DeviceAuth;
use crate::error::ApiError;
use crate::live::Known;
use crate::state::AppState;

/// Read the tour of now
///
/// The tour under way, else the first of today that has not ended. It holds what recipients ask for as soon as they
/// do, their names at stops that are still to be served, and who may take a parcel in for them there.
#[utoipa::path(
    get, path = "/v1/driver/tour", tag = "driver",
    responses((status = 200, description = "The driver and their tour, if there is one", body = DriverTourAnswer))
)]
pub(crate) async fn get(
    State(shared): State<AppState>,
    DeviceAuth(device): DeviceAuth,
) -> Result<Json<DriverTourAnswer>, ApiError> {
    let driver = driver_self(&shared, &device).await?;
    let tour = match own_tours::current(&shared, &device).await? {
        Some(tour) => tell(&shared, device.operator, tour).await?,
        None => None,
    };
    Ok(Json(DriverTourAnswer { driver, tour }))
}

async fn tell(shared: &AppState, operator: OperatorId, id: TourId) -> Result<Option<DriverTour>, ApiError> {
    let offered = shared.live.offered(operator).await?;
    let details = by_stop(shared.store.stop_details(id).await?);
    let recipients = shared.live.tour(id, open_recipients).await?.unwrap_or_default();
    let takers = shared.store.list_takers(recipients.keys().copied().collect(), shared.clock.now()).await?;
    let names = names(shared.store.as_ref(), recipients).await?;
    let now = shared.clock.now();
    let watchers = shared.live.watchers(id);
    let told = shared
        .live
        .tour(id, |known| {
            Told { known, details: &details, names: &names, takers: &takers, offer: &offered.offer }.tour(now)
        })
        .await?;
    Ok(told.map(|tour| DriverTour { watchers, ..tour }))
}

/// The recipients of parcels that are still to be brought: nobody else's name is anybody's business.
fn open_recipients(known: &Known) -> BTreeMap<ParcelId, RecipientId> {
    let open = known.told.state.stops().filter(|stop| stop.state.is_open());
    let parcels = open.flat_map(|stop| known.told.state.parcels_of(stop.planned.id)).map(|(id, _)| id);
    parcels.filter_map(|id| Some((id, known.parcels.get(&id)?.recipient?))).collect()
}

async fn names(
    store: &dyn Store,
    recipients: BTreeMap<ParcelId, RecipientId>,
) -> Result<BTreeMap<ParcelId, Personal>, ApiError> {
    let mut names = BTreeMap::new();
    for (parcel, recipient) in recipients {
        if let Some(account) = store.find_account(recipient).await? {
            names.insert(parcel, account.name);
        }
    }
    Ok(names)
}

/// What a driver is told from.
struct Told<'a> {
    known: &'a Known,
    details: &'a BTreeMap<StopId, StopDetails>,
    names: &'a BTreeMap<ParcelId, Personal>,
    takers: &'a [(ParcelId, Option<Personal>)],
    offer: &'a Offer,
}

impl Told<'_> {
    fn tour(&self, now: Timestamp) -> DriverTour {
        let Known { record, told, .. } = self.known;
        let state = &told.state;
        let windows: BTreeMap<StopId, Window> = match state.phase() {
            Phase::Underway { .. } | Phase::OnBreak { .. } => windows(&self.known.told.foretell(now)),
            Phase::NotStarted | Phase::Ended { .. } => BTreeMap::new(),
        };
        DriverTour {
            id: record.id,
            reference: record.reference.clone(),
            day: record.day,
            phase: PhaseWord::from(state.phase()),
            since: PhaseWord::since(state.phase()),
            start: state.start().map(|start| PlaceJson::from(start.place)),
            watchers: 0,
            map_hidden: state.is_map_hidden(),
            stops: state.stops().map(|stop| self.stop(stop, windows.get(&stop.planned.id))).collect(),
        }
    }

    fn stop(&self, stop: &StopProgress, forecast: Option<&Window>) -> DriverStop {
        let details = self.details.get(&stop.planned.id);
        let parcels = self.known.told.state.parcels_of(stop.planned.id).map(|(id, _)| self.parcel(id));
        DriverStop {
            id: stop.planned.id,
            address: details.map_or_else(Personal::default, |details| details.address.clone()),
            note: details.and_then(|details| details.note.clone()),
            place: stop.planned.place.map(PlaceJson::from),
            state: StopStateWord::from(stop.state),
            arrived_at: StopStateWord::arrived_at(stop.state),
            planned_arrival: stop.planned.planned_arrival,
            window: stop.planned.window.map(WindowJson::from),
            forecast: forecast.copied().map(WindowJson::from),
            parcels: parcels.collect(),
        }
    }

    fn parcel(&self, id: ParcelId) -> DriverParcel {
        let record = self.known.parcels.get(&id);
        let progress = self.known.told.state.parcel(id);
        let kind = record.map(|record| self.kind(record)).unwrap_or_default();
        let wishes = wishes(self.known, id);
        let asks_code = kind == ParcelKind::HighValue;
        DriverParcel {
            id,
            tracking_number: record.map(|record| record.tracking_number.clone()).unwrap_or_default(),
            kind: kind.into(),
            recipient: self.names.get(&id).cloned(),
            takers: if asks_code { Vec::new() } else { self.takers(id) },
            door_code: progress.filter(|_| asks_code).map(|progress| progress.door_code.into()),
            instruction: wishes.instruction.as_ref().map(InstructionJson::from),
            mark: MarkJson::of(&wishes.mark),
            access: AccessJson::of(&wishes.access),
            not_before: progress.and_then(|progress| progress.not_before),
            wishes_version: wishes.version,
            wishes_seen: progress.is_some_and(|progress| progress.seen_at(&wishes).is_some()),
            outcome: progress.and_then(|progress| progress.outcome).map(OutcomeJson::from),
            photo: record.is_some_and(|record| self.offer.wants_photo(record, self.known.record.day)),
        }
    }

    fn takers(&self, parcel: ParcelId) -> Vec<TakerJson> {
        let own = self.takers.iter().filter(|(of, _)| *of == parcel);
        own.map(|(_, name)| TakerJson { name: name.clone() }).collect()
    }

    /// The kind that the rules make it of: who must hand it over with care must know.
    fn kind(&self, record: &Parcel) -> ParcelKind {
        self.offer.policy_of(record, self.known.record.day).kind
    }
}

fn windows(prediction: &Prediction) -> BTreeMap<StopId, Window> {
    prediction.remaining.iter().map(|stop| (stop.stop, stop.window)).collect()
}
