//! What a planner left out of a plan and the roads know: travel times, and the arrivals that follow from them.

use std::sync::Arc;
use std::time::Duration;

use doorstep_domain::{Place, Plan, PlannedStop, TravelTimes};
use doorstep_roads::{Roads, RoadsError, TravelMatrix};
use jiff::SignedDuration;
use tokio::runtime::Handle;
use tokio::task::spawn_blocking;

/// A matrix of more places takes so long that it is computed where blocking is allowed.
const QUICK_PLACES_MAX: usize = 50;
/// The usual work at a stop, where the planner told none: walking, and handing over each parcel.
const SERVICE_PER_STOP: SignedDuration = SignedDuration::from_secs(50);
const SERVICE_PER_PARCEL: SignedDuration = SignedDuration::from_secs(20);

/// Completes a plan. What the planner told stays as it is; a plan that the roads know nothing about stays without.
pub(super) async fn complete(plan: &mut Plan, roads: Option<&Arc<dyn Roads>>) {
    if let (None, Some(roads)) = (&plan.travel, roads) {
        plan.travel = travel_times(plan, roads).await;
    }
    fill_arrivals(plan);
}

async fn travel_times(plan: &Plan, roads: &Arc<dyn Roads>) -> Option<TravelTimes> {
    let start = plan.start.map(|start| start.place);
    let places: Vec<Place> = start.into_iter().chain(plan.stops.iter().map(|stop| stop.place)).collect();
    match matrix(places, Arc::clone(roads)).await {
        Ok(matrix) => table(&matrix, start.is_some()),
        Err(error) => {
            tracing::warn!(%error, "the travel times of a tour are not known");
            None
        }
    }
}

async fn matrix(places: Vec<Place>, roads: Arc<dyn Roads>) -> Result<TravelMatrix, RoadsError> {
    if places.len() <= QUICK_PLACES_MAX {
        return roads.matrix(&places, &places).await;
    }
    let runtime = Handle::current();
    let computed = spawn_blocking(move || runtime.block_on(roads.matrix(&places, &places))).await;
    computed.unwrap_or_else(|panicked| std::panic::resume_unwind(panicked.into_panic()))
}

/// The table of a plan, whose first row and column are the start's: unknown where the plan has none.
fn table(matrix: &TravelMatrix, has_start: bool) -> Option<TravelTimes> {
    let mut rows: Vec<Vec<Option<f64>>> = matrix
        .rows()
        .map(|row| row.iter().map(|cell| cell.as_ref().map(Duration::as_secs_f64)).collect())
        .collect();
    if !has_start {
        for row in &mut rows {
            row.insert(0, None);
        }
        rows.insert(0, vec![None; rows.len() + 1]);
    }
    TravelTimes::try_from(rows).ok()
}

/// Plans the arrivals that the planner left open: from the stop before, or from the start.
fn fill_arrivals(plan: &mut Plan) {
    let Some(travel) = &plan.travel else { return };
    let mut free_at = plan.start.and_then(|start| start.at);
    for (before, stop) in plan.stops.iter_mut().enumerate() {
        let driven = free_at.zip(travel.between(before, before + 1));
        stop.planned_arrival =
            stop.planned_arrival.or_else(|| driven.and_then(|(at, leg)| at.checked_add(leg).ok()));
        free_at = stop.planned_arrival.and_then(|at| at.checked_add(service(stop)).ok());
    }
}

fn service(stop: &PlannedStop) -> SignedDuration {
    let parcels = i32::try_from(stop.parcels.len()).unwrap_or(i32::MAX);
    stop.service.unwrap_or(SERVICE_PER_STOP + SERVICE_PER_PARCEL * parcels)
}

#[cfg(test)]
mod tests {
    use doorstep_domain::{PlannedStart, StopId};
    use jiff::Timestamp;

    use super::*;

    fn stop(number: u32, service_s: i64) -> PlannedStop {
        PlannedStop {
            id: StopId::from_u128(u128::from(number)),
            place: Place::from_degrees(43.7 + f64::from(number) / 1000.0, 7.4).unwrap(),
            service: Some(SignedDuration::from_secs(service_s)),
            planned_arrival: None,
            window: None,
            zone: None,
            parcels: Vec::new(),
        }
    }

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    #[test]
    fn arrivals_follow_from_start_travel_and_service_and_what_was_told_stays() {
        let leg = |seconds| Some(seconds);
        let rows = vec![
            vec![None, leg(100), None, None],
            vec![None, None, leg(50), None],
            vec![None, None, None, leg(30)],
            vec![None, None, None, None],
        ];
        let mut told = stop(2, 10);
        told.planned_arrival = Some(at(5_000));
        let mut plan = Plan {
            driver: None,
            vehicle: None,
            start: Some(PlannedStart { place: stop(0, 0).place, at: Some(at(1_000)) }),
            stops: vec![stop(1, 60), told, stop(3, 60)],
            travel: Some(TravelTimes::try_from(rows).unwrap()),
        };
        fill_arrivals(&mut plan);
        let arrivals: Vec<Option<Timestamp>> = plan.stops.iter().map(|stop| stop.planned_arrival).collect();
        assert_eq!(arrivals, [Some(at(1_100)), Some(at(5_000)), Some(at(5_040))]);
    }

    #[test]
    fn a_table_without_a_start_has_a_first_row_and_column_that_say_nothing() {
        let second = |seconds| Some(std::time::Duration::from_secs(seconds));
        let matrix = TravelMatrix::from_rows(2, [vec![second(0), second(40)], vec![second(50), None]]);
        let table = table(&matrix, false).unwrap();
        assert_eq!(table.places(), 3);
        assert_eq!(table.between(0, 1), None);
        assert_eq!(table.between(1, 2), Some(SignedDuration::from_secs(40)));
        assert_eq!(table.between(2, 1), Some(SignedDuration::from_secs(50)));
        assert_eq!(table.between(2, 2), None);
    }
}
