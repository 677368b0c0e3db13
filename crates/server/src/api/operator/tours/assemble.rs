//! From what a planner tells to a plan: stops and parcels get their identities, and everything that is wrong is told.

use std::collections::{BTreeMap, BTreeSet};

use doorstep_domain::{
    DriverId, OperatorId, Parcel, ParcelId, Personal, Plan, PlannedStart, PlannedStop, Status, StopId, TourId,
};
use doorstep_store::{StopDetails, Store};
use doorstep_wire::problem::InputProblem;
use doorstep_wire::tour::{
    DriverJson, PlanJson, StopJson, StopParcelJson, TourCreatedParcel, TourCreatedStop,
};
use jiff::SignedDuration;
use jiff::civil::Date;

use super::super::parcels::draft::{New, Otherwise, records};
use crate::error::ApiError;

/// What a plan is assembled for.
pub(super) struct Frame<'a> {
    pub(super) store: &'a dyn Store,
    pub(super) operator: OperatorId,
    /// The tour, which its stops may be on already.
    pub(super) tour: TourId,
    pub(super) day: Date,
    /// The stops that the tour has already.
    pub(super) known_stops: &'a BTreeSet<StopId>,
    /// The bits of the identity of a new stop, or of a new parcel of it, by their places in the request.
    pub(super) identify: &'a (dyn Fn(usize, Option<usize>) -> u128 + Sync),
}

/// Stops with everything that belongs to them.
#[derive(Debug, Default)]
pub(super) struct Stops {
    /// For the plan.
    pub(super) planned: Vec<PlannedStop>,
    /// For the driver.
    pub(super) details: Vec<StopDetails>,
    /// Records of parcels that are new.
    pub(super) new_parcels: Vec<Parcel>,
    /// Records of parcels that were known before, as they stand once the tour brings them.
    pub(super) adopted: Vec<Parcel>,
    /// For the answer.
    pub(super) created: Vec<TourCreatedStop>,
}

impl Frame<'_> {
    /// The stops of a plan, or everything that is wrong with them.
    ///
    /// # Errors
    /// When the database fails.
    pub(super) async fn stops(
        &self,
        told: Vec<StopJson>,
    ) -> Result<Result<Stops, Vec<InputProblem>>, ApiError> {
        let known = self.known_parcels(&told).await?;
        let mut stops = Stops::default();
        let mut new = Vec::new();
        let mut problems = Vec::new();
        for (index, stop) in told.into_iter().enumerate() {
            self.stop(index, stop, &known, &mut stops, &mut new, &mut problems);
        }
        let (parcels, more) = records(self.store, self.operator, new).await?;
        problems.extend(more);
        stops.new_parcels = parcels;
        Ok(if problems.is_empty() { Ok(stops) } else { Err(problems) })
    }

    fn stop(
        &self,
        index: usize,
        stop: StopJson,
        known: &BTreeMap<ParcelId, Known>,
        stops: &mut Stops,
        new: &mut Vec<New>,
        problems: &mut Vec<InputProblem>,
    ) {
        let id = stop.id.unwrap_or_else(|| StopId::from_u128((self.identify)(index, None)));
        if stop.id.is_some_and(|id| !self.known_stops.contains(&id)) {
            let detail = "no such stop is on this tour; a new stop gets its id here";
            problems.push(InputProblem::new(format!("stops[{index}].id"), "unknown_stop", detail));
        }
        let otherwise = Otherwise {
            day: Some(self.day),
            door: stop.place,
            address: Some(stop.address.clone()),
            status: Status::InTransit,
        };
        let mut created = TourCreatedStop { id, parcels: Vec::with_capacity(stop.parcels.len()) };
        for (nth, parcel) in stop.parcels.into_iter().enumerate() {
            let at = format!("stops[{index}].parcels[{nth}]");
            let (parcel_id, tracking_number) = match parcel {
                StopParcelJson::Known { id } => {
                    match known.get(&id).ok_or(NOT_THERE).and_then(Known::is_free) {
                        Ok(record) => {
                            stops.adopted.push(adopted(record, &otherwise));
                            (id, record.tracking_number.clone())
                        }
                        Err((code, detail)) => {
                            problems.push(InputProblem::new(format!("{at}.id"), code, detail));
                            continue;
                        }
                    }
                }
                StopParcelJson::New(told) => {
                    let id = ParcelId::from_u128((self.identify)(index, Some(nth)));
                    let number = told.tracking_number.clone();
                    new.push(New { at, id, told: *told, otherwise: otherwise.clone() });
                    (id, number)
                }
            };
            created.parcels.push(TourCreatedParcel { id: parcel_id, tracking_number });
        }
        stops.planned.push(PlannedStop {
            id,
            place: stop.place,
            service: stop.service_s.map(|seconds| SignedDuration::from_secs(i64::from(seconds))),
            planned_arrival: stop.planned_arrival,
            window: stop.window,
            zone: stop.zone,
            parcels: created.parcels.iter().map(|parcel| parcel.id).collect(),
        });
        stops.details.push(StopDetails { stop: id, address: stop.address, note: stop.note });
        stops.created.push(created);
    }

    /// The parcels of the operator that are named by their ids.
    async fn known_parcels(&self, told: &[StopJson]) -> Result<BTreeMap<ParcelId, Known>, ApiError> {
        let named = told.iter().flat_map(|stop| &stop.parcels).filter_map(|parcel| match parcel {
            StopParcelJson::Known { id } => Some(*id),
            StopParcelJson::New(_) => None,
        });
        let mut known = BTreeMap::new();
        for record in self.store.find_parcels(named.collect()).await? {
            if record.operator == self.operator {
                let is_taken = self.is_taken(&record).await?;
                let is_too_early = record.wishes.day.is_some_and(|chosen| self.day < chosen);
                known.insert(record.id, Known { record, is_taken, is_too_early });
            }
        }
        Ok(known)
    }

    /// Whether another tour of that day brings the parcel: nothing lies on two vehicles.
    async fn is_taken(&self, parcel: &Parcel) -> Result<bool, ApiError> {
        let Some(on_tour) = parcel.on_tour.filter(|on_tour| on_tour.tour != self.tour) else {
            return Ok(false);
        };
        let other = self.store.find_tour(on_tour.tour).await?;
        Ok(other.is_some_and(|other| other.day == self.day && other.ended_at.is_none()))
    }
}

/// A parcel that was known before.
struct Known {
    record: Parcel,
    is_taken: bool,
    /// Whether its recipient chose a later day than that of the tour.
    is_too_early: bool,
}

const NOT_THERE: (&str, &str) = ("unknown_parcel", "there is no such parcel");

impl Known {
    fn is_free(&self) -> Result<&Parcel, (&'static str, &'static str)> {
        if self.is_taken {
            return Err(("parcel_on_tour", "another tour of this day brings it; take it off that one first"));
        }
        if self.is_too_early {
            let detail =
                "its recipient chose a later day, its `chosen_day`; change its `day` first to overrule that";
            return Err(("later_day_chosen", detail));
        }
        Ok(&self.record)
    }
}

/// The record of a known parcel once the tour brings it.
fn adopted(record: &Parcel, otherwise: &Otherwise) -> Parcel {
    Parcel {
        day: otherwise.day,
        door: record.door.or(otherwise.door),
        address: record.address.clone().or_else(|| otherwise.address.clone()),
        ..record.clone()
    }
}

/// A plan without what the roads know.
pub(super) fn plan(told: &PlanFrame, stops: Vec<PlannedStop>) -> Plan {
    Plan {
        driver: told.driver.as_ref().map(|driver| driver.id),
        vehicle: told.vehicle,
        start: told.start,
        stops,
        travel: told.travel.clone(),
    }
}

/// What a plan tells beside its stops.
pub(super) struct PlanFrame {
    pub(super) driver: Option<DriverJson>,
    vehicle: Option<doorstep_domain::VehicleId>,
    start: Option<PlannedStart>,
    travel: Option<doorstep_domain::TravelTimes>,
}

/// Takes a plan apart.
pub(super) fn apart(plan: PlanJson) -> (PlanFrame, Vec<StopJson>) {
    let start = plan.start.map(|start| PlannedStart { place: start.place, at: start.at });
    let frame = PlanFrame { driver: plan.driver, vehicle: plan.vehicle, start, travel: plan.travel_s };
    (frame, plan.stops)
}

/// What must be done about the driver of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Hiring {
    /// Nothing.
    Known,
    /// They are new, or have another name now.
    Put(DriverId, Personal),
    /// There is no such driver.
    Unknown,
}

/// Looks for the driver of a plan: one that is not known yet is new when they come with a name.
pub(super) async fn hiring(
    store: &dyn Store,
    operator: OperatorId,
    driver: Option<&DriverJson>,
) -> Result<Hiring, ApiError> {
    let Some(driver) = driver else { return Ok(Hiring::Known) };
    let found = store.find_driver(driver.id).await?;
    Ok(match (found, &driver.name) {
        (Some((theirs, _)), _) if theirs != operator => Hiring::Unknown,
        (Some((_, known)), Some(name)) if known != *name => Hiring::Put(driver.id, name.clone()),
        (Some(_), _) => Hiring::Known,
        (None, Some(name)) => Hiring::Put(driver.id, name.clone()),
        (None, None) => Hiring::Unknown,
    })
}
