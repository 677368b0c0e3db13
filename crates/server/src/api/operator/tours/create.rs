//! `POST /v1/tours`.

use std::collections::BTreeSet;

use axum::Json;
use axum::extract::State;
use bytes::Bytes;
use doorstep_domain::{EventId, Happening, Parcel, Plan, TourEvent, TourId};
use doorstep_store::{Append, NewTour, TourRecord};
use doorstep_wire::problem::InputProblem;
use doorstep_wire::tour::{TourCreated, TourJson};
use http::StatusCode;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan as _};

use super::super::super::input::read;
use super::assemble::{Frame, Hiring, Stops, apart, hiring, plan};
use super::timing;
use crate::access::OperatorKey;
use crate::error::ApiError;
use crate::retention::Data;
use crate::secret::fresh_id;
use crate::state::AppState;

/// So many days ahead a tour may be planned.
const DAYS_AHEAD_MAX: i32 = 366;

/// Bring a tour
///
/// All of it is taken, or nothing. Without `travel_s` the server computes travel times where it has roads, and from
/// them the planned arrivals that are absent. A new parcel takes door and address from its stop and its day from the
/// tour where it tells none itself.
#[utoipa::path(
    post, path = "/v1/tours", tag = "operator", request_body = TourJson,
    responses((status = 201, description = "The tour, with the identities that it was given", body = TourCreated))
)]
pub(crate) async fn create(
    State(shared): State<AppState>,
    key: OperatorKey,
    body: Bytes,
) -> Result<(StatusCode, Json<TourCreated>), ApiError> {
    let TourJson { reference, day, plan: told } = read(body, TourJson::read).await?;
    let zone = shared.live.offered(key.operator).await?.zone.clone();
    check_day(&shared, &zone, day)?;
    let tour = TourId::from_u128(fresh_id());
    let (told, stops) = apart(told);
    let hiring = hiring(shared.store.as_ref(), key.operator, told.driver.as_ref()).await?;
    let frame = Frame {
        store: shared.store.as_ref(),
        operator: key.operator,
        tour,
        day,
        known_stops: &BTreeSet::new(),
        identify: &|_, _| fresh_id(),
    };
    let stops = sound(frame.stops(stops).await?, &hiring)?;
    let mut plan = plan(&told, stops.planned.clone());
    timing::complete(&mut plan, shared.roads.as_ref()).await;
    if let Hiring::Put(driver, name) = hiring {
        shared.store.put_driver(driver, key.operator, name).await?;
    }
    let record =
        TourRecord { id: tour, operator: key.operator, reference, day, driver: plan.driver, ended_at: None };
    insert(&shared, record.clone(), &zone, plan, &stops).await?;
    adopt(&shared, stops.adopted).await?;
    let created = TourCreated { id: tour, reference: record.reference, day, stops: stops.created };
    Ok((StatusCode::CREATED, Json(created)))
}

/// A log that is forgotten already takes nothing, and one of the far future is a slip of the pen.
fn check_day(shared: &AppState, zone: &TimeZone, day: Date) -> Result<(), ApiError> {
    let today = shared.clock.now().to_zoned(zone.clone()).date();
    let kept = i32::from(shared.settings.retention.days(Data::TourLogs)).max(1);
    let oldest = today.saturating_sub(kept.days());
    let newest = today.saturating_add(DAYS_AHEAD_MAX.days());
    if (oldest..=newest).contains(&day) {
        return Ok(());
    }
    let detail = format!("a tour can be brought for days from {oldest} to {newest}");
    Err(ApiError::invalid(vec![InputProblem::new("day", "day_out_of_range", detail)]))
}

/// All problems are told, that of the driver among them.
fn sound(stops: Result<Stops, Vec<InputProblem>>, hiring: &Hiring) -> Result<Stops, ApiError> {
    let problem = (*hiring == Hiring::Unknown).then(unknown_driver);
    match (stops, problem) {
        (Ok(stops), None) => Ok(stops),
        (Ok(_), Some(problem)) => Err(ApiError::invalid(vec![problem])),
        (Err(problems), problem) => Err(ApiError::invalid(problem.into_iter().chain(problems).collect())),
    }
}

/// The problem of a plan whose driver is not there.
pub(super) fn unknown_driver() -> InputProblem {
    let detail = "there is no such driver; add them first, or tell their name";
    InputProblem::new("driver.id", "unknown_driver", detail)
}

async fn insert(
    shared: &AppState,
    record: TourRecord,
    zone: &TimeZone,
    plan: Plan,
    stops: &Stops,
) -> Result<(), ApiError> {
    let now = shared.clock.now();
    let planned = TourEvent {
        id: EventId::from_u128(fresh_id()),
        at: planned_at(record.day, zone, now),
        received_at: now,
        what: Happening::Planned(Box::new(plan)),
    };
    let append = Append {
        tour: record.id,
        day: record.day,
        events: vec![planned],
        settled: Vec::new(),
        messages: shared.live.announcements(&stops.new_parcels).await?,
    };
    let tour = NewTour { record, stops: stops.details.clone(), parcels: stops.new_parcels.clone(), append };
    Ok(shared.store.insert_tour(tour).await?)
}

/// A plan comes before whatever happens on its day, also when it is brought late: a phone that was offline may tell of
/// the hour before.
fn planned_at(day: Date, zone: &TimeZone, now: Timestamp) -> Timestamp {
    let begin = day.to_zoned(zone.clone()).map_or(now, |midnight| midnight.timestamp());
    begin.min(now)
}

/// Parcels that were known before are of the tour's day now, and have the door of their stop where they had none.
pub(super) async fn adopt(shared: &AppState, parcels: Vec<Parcel>) -> Result<(), ApiError> {
    let ids: Vec<_> = parcels.iter().map(|parcel| parcel.id).collect();
    for adopted in parcels {
        let Some(record) = shared.store.find_parcel(adopted.id).await? else { continue };
        let changed =
            Parcel { day: adopted.day, door: adopted.door, address: adopted.address, ..record.clone() };
        if changed != record {
            shared.store.update_parcel(changed).await?;
        }
    }
    shared.live.parcels_changed(&ids);
    Ok(())
}
