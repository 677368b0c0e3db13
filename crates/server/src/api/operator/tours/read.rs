//! `GET /v1/tours/{id}`: the whole truth of a tour, for its operator.

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::State;
use doorstep_domain::prediction::{PredictedStop, Prediction};
use doorstep_domain::tour::{StopProgress, StopState};
use doorstep_domain::{ParcelId, Personal, Phase, StopId, TourId, Wishes};
use doorstep_store::{StopDetails, TourRecord};
use doorstep_wire::shapes::{OutcomeJson, PlaceJson, WindowJson};
use doorstep_wire::tour::{
    AnomaliesJson, PredictedJson, TourAnswer, TourPosition, TourStopAnswer, TourStopParcel,
};
use doorstep_wire::wish::{AccessJson, InstructionJson};
use doorstep_wire::words::{EvidenceWord, PhaseWord, StopStateWord};
use jiff::Timestamp;

use super::super::super::input::Id;
use super::list::driver_name;
use crate::access::OperatorKey;
use crate::error::ApiError;
use crate::live::Known;
use crate::looks::{self, Look};
use crate::state::AppState;

/// Read a tour: its stops and how they are known, predicted arrivals, the position, and what did not fit
///
/// It is recorded first who looks, for the driver to read, and refused with `look_not_recorded` when that cannot be.
#[utoipa::path(
    get, path = "/v1/tours/{id}", tag = "operator", params(("id" = String, Path, description = "The tour")),
    responses((status = 200, description = "The tour", body = TourAnswer))
)]
pub(crate) async fn get(
    State(shared): State<AppState>,
    key: OperatorKey,
    Id(id): Id<TourId>,
) -> Result<Json<TourAnswer>, ApiError> {
    let record =
        shared.store.find_tour_of_operator(key.operator, id).await?.ok_or_else(ApiError::not_found)?;
    looks::record(&shared, &key.into(), Look::At(id)).await?;
    answer(&shared, record).await.map(Json)
}

/// A tour, as its operator sees it. That they look is recorded by whoever calls.
pub(super) async fn answer(shared: &AppState, record: TourRecord) -> Result<TourAnswer, ApiError> {
    let details = by_stop(shared.store.stop_details(record.id).await?);
    let now = shared.clock.now();
    let watchers = shared.live.watchers(record.id);
    let told =
        shared.live.tour(record.id, |known| (tell(known, &details, now), known.told.state.driver())).await?;
    let (told, driver) = told.ok_or_else(ApiError::not_found)?;
    let driver = driver_name(shared, &record, driver).await?;
    Ok(TourAnswer { driver, watchers, ..told })
}

/// The details of stops, by stop.
pub(in crate::api) fn by_stop(details: Vec<StopDetails>) -> BTreeMap<StopId, StopDetails> {
    details.into_iter().map(|details| (details.stop, details)).collect()
}

fn tell(known: &Known, details: &BTreeMap<StopId, StopDetails>, now: Timestamp) -> TourAnswer {
    let state = &known.told.state;
    let prediction = match state.phase() {
        Phase::Ended { .. } => Prediction { remaining: Vec::new(), order_is_sure: true, confidence: 1.0 },
        _ => known.told.foretell(now),
    };
    let predicted: BTreeMap<StopId, &PredictedStop> =
        prediction.remaining.iter().map(|stop| (stop.stop, stop)).collect();
    let stops = state.stops().map(|stop| {
        let id = stop.planned.id;
        tell_stop(known, stop, details.get(&id), predicted.get(&id).copied())
    });
    TourAnswer {
        id: known.record.id,
        reference: known.record.reference.clone(),
        day: known.record.day,
        phase: PhaseWord::from(state.phase()),
        since: PhaseWord::since(state.phase()),
        driver: None,
        vehicle: state.vehicle(),
        start: state.start().map(|start| PlaceJson::from(start.place)),
        start_at: state.start().and_then(|start| start.at),
        position: state.position().as_ref().map(TourPosition::from),
        stops: stops.collect(),
        order_is_sure: prediction.order_is_sure,
        anomalies: AnomaliesJson::from(state.anomalies()),
        watchers: 0,
        map_hidden: state.is_map_hidden(),
    }
}

fn tell_stop(
    known: &Known,
    stop: &StopProgress,
    details: Option<&StopDetails>,
    predicted: Option<&PredictedStop>,
) -> TourStopAnswer {
    let parcels = known.told.state.parcels_of(stop.planned.id).map(|(id, _)| tell_parcel(known, id));
    TourStopAnswer {
        id: stop.planned.id,
        address: details.map_or_else(Personal::default, |details| details.address.clone()),
        note: details.and_then(|details| details.note.clone()),
        place: stop.planned.place.map(PlaceJson::from),
        state: StopStateWord::of(stop),
        evidence: evidence(stop.state),
        arrived_at: StopStateWord::arrived_at(stop.state),
        done_at: StopStateWord::done_at(stop.state),
        planned_arrival: stop.planned.planned_arrival,
        window: stop.planned.window.map(WindowJson::from),
        zone: stop.planned.zone.clone(),
        predicted: predicted.map(|stop| PredictedJson {
            arrival: stop.arrival,
            from: stop.window.from,
            until: stop.window.until,
        }),
        parcels: parcels.collect(),
    }
}

fn evidence(state: StopState) -> Option<EvidenceWord> {
    match state {
        StopState::Arrived { by, .. } | StopState::Served { by, .. } => Some(by.into()),
        StopState::Remaining | StopState::Skipped { .. } => None,
    }
}

fn tell_parcel(known: &Known, id: ParcelId) -> TourStopParcel {
    let record = known.parcels.get(&id);
    let progress = known.told.state.parcel(id);
    let wishes = wishes(known, id);
    TourStopParcel {
        id,
        tracking_number: record.map(|record| record.tracking_number.clone()).unwrap_or_default(),
        kind: record.map(|record| record.kind).unwrap_or_default().into(),
        instruction: wishes.instruction.as_ref().map(InstructionJson::from),
        access: AccessJson::of(&wishes.access),
        outcome: progress.and_then(|progress| progress.outcome).map(OutcomeJson::from),
    }
}

/// What the recipient of a parcel asks for: on the tour, else before it, unless they took it back.
pub(in crate::api) fn wishes(known: &Known, id: ParcelId) -> Wishes {
    let before = known.parcels.get(&id).map(|record| record.wishes.clone()).unwrap_or_default();
    known.told.state.parcel(id).map_or(before.clone(), |progress| progress.wishes(&before))
}
