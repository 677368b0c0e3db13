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
    let places: Vec<Option<Place>> =
        std::iter::once(start).chain(plan.stops.iter().map(|stop| stop.place)).collect();
    match matrix(places.iter().copied().flatten().collect(), Arc::clone(roads)).await {
        Ok(matrix) => table(&matrix, &places),
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

/// The table of a plan from the matrix of its known places: the others have rows and columns that say nothing.
fn table(matrix: &TravelMatrix, places: &[Option<Place>]) -> Option<TravelTimes> {
    let rows = matrix.rows().map(|row| {
        let seconds = row.iter().map(|cell| cell.as_ref().map(Duration::as_secs_f64));
        spread(seconds, places, || None)
    });
    TravelTimes::try_from(spread(rows, places, || vec![None; places.len()])).ok()
}

/// Puts what there is for each known place at that place, and something else at the others.
fn spread<T>(mut known: impl Iterator<Item = T>, places: &[Option<Place>], other: impl Fn() -> T) -> Vec<T> {
    places.iter().map(|place| place.and_then(|_| known.next()).unwrap_or_else(&other)).collect()
}

/// Plans the arrivals that the planner left open: from the stop before that has a place, or from the start. Travel times
/// that are not believed plan nothing.
fn fill_arrivals(plan: &mut Plan) {
    if plan.contradicts_itself() {
        return;
    }
    let Some(travel) = &plan.travel else { return };
    let mut free_at = plan.start.and_then(|start| start.at);
    let mut before = 0;
    for (number, stop) in (1..).zip(&mut plan.stops).filter(|(_, stop)| stop.place.is_some()) {
        let driven = free_at.zip(travel.between(before, number));
        before = number;
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

    fn place(number: u32) -> Place {
        Place::from_degrees(43.7 + f64::from(number) / 1000.0, 7.4).unwrap()
    }

    fn stop(number: u32, service_s: i64) -> PlannedStop {
        PlannedStop {
            id: StopId::from_u128(u128::from(number)),
            place: Some(place(number)),
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
            start: Some(PlannedStart { place: place(0), at: Some(at(1_000)) }),
            stops: vec![stop(1, 60), told, stop(3, 60)],
            travel: Some(TravelTimes::try_from(rows).unwrap()),
        };
        fill_arrivals(&mut plan);
        let arrivals: Vec<Option<Timestamp>> = plan.stops.iter().map(|stop| stop.planned_arrival).collect();
        assert_eq!(arrivals, [Some(at(1_100)), Some(at(5_000)), Some(at(5_040))]);
    }

    #[test]
    fn a_stop_without_a_place_has_no_arrival_and_the_way_leads_past_it() {
        let leg = |seconds| Some(seconds);
        let rows = vec![
            vec![None, leg(100), None, None],
            vec![None, None, None, leg(80)],
            vec![None; 4],
            vec![None, None, None, None],
        ];
        let held = PlannedStop { place: None, ..stop(2, 60) };
        let mut plan = Plan {
            driver: None,
            vehicle: None,
            start: Some(PlannedStart { place: place(0), at: Some(at(1_000)) }),
            stops: vec![stop(1, 60), held, stop(3, 60)],
            travel: Some(TravelTimes::try_from(rows).unwrap()),
        };
        fill_arrivals(&mut plan);
        let arrivals: Vec<Option<Timestamp>> = plan.stops.iter().map(|stop| stop.planned_arrival).collect();
        assert_eq!(arrivals, [Some(at(1_100)), None, Some(at(1_240))]);
    }

    #[test]
    fn a_place_that_is_not_known_has_a_row_and_a_column_that_say_nothing() {
        let second = |seconds| Some(std::time::Duration::from_secs(seconds));
        let matrix = TravelMatrix::from_rows(2, [vec![second(0), second(40)], vec![second(50), None]]);
        let table = table(&matrix, &[None, Some(place(1)), None, Some(place(3))]).unwrap();
        assert_eq!(table.places(), 4);
        assert_eq!((table.between(0, 1), table.between(1, 2), table.between(2, 3)), (None, None, None));
        assert_eq!(table.between(1, 3), Some(SignedDuration::from_secs(40)));
        assert_eq!(table.between(3, 1), Some(SignedDuration::from_secs(50)));
        assert_eq!(table.between(3, 3), None);
    }
}
