//! A tour along one straight street, with as many stops as a test wants.

use doorstep_domain::{
    DriverId, Happening, OnTour, OperatorId, Parcel, ParcelId, Personal, Place, Plan, PlannedStart,
    PlannedStop, StopId, TourEvent, TourId, TravelTimes,
};
use doorstep_store::{Append, NewTour, StopDetails, TourRecord};
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};

use crate::{DAY, Ids, MORNING, Script, parcel};

/// The driving time from one stop to the next.
pub const LEG: SignedDuration = SignedDuration::from_secs(120);
/// The time that the work at a stop takes.
pub const SERVICE: SignedDuration = SignedDuration::from_secs(60);

const DEPOT: (f64, f64) = (43.730_0, 7.420_0);
const STEP_DEGREES: f64 = 0.001;

/// Where tours start.
///
/// # Panics
/// Never: it is on the earth.
pub fn depot() -> Place {
    Place::from_degrees(DEPOT.0, DEPOT.1).expect("the depot is on the earth")
}

/// The door of the stop with this number, counted from 0: about 111 m further north than the one before.
///
/// # Panics
/// When the street leaves the earth, beyond 46,000 stops.
pub fn door(number: u32) -> Place {
    let lat = DEPOT.0 + STEP_DEGREES * f64::from(number + 1);
    Place::from_degrees(lat, DEPOT.1).expect("the street stays on the earth")
}

/// A planned tour: stops along the street, one parcel at each.
#[derive(Debug, Clone, PartialEq)]
pub struct SampleTour {
    /// Its identity.
    pub id: TourId,
    /// Whose it is.
    pub operator: OperatorId,
    /// Who drives.
    pub driver: Option<DriverId>,
    /// The service day.
    pub day: Date,
    /// When it is planned to start.
    pub start: Timestamp,
    /// Its stops in planned order.
    pub stops: Vec<StopId>,
    /// The parcels, one for each stop in the same order. Change them before the tour is added to a store.
    pub parcels: Vec<Parcel>,
}

impl SampleTour {
    /// A tour of the operator with so many stops, on [`DAY`] in the [`MORNING`].
    pub fn new(ids: &mut Ids, operator: OperatorId, stops: u32) -> Self {
        let id = ids.tour();
        let stops: Vec<StopId> = (0..stops).map(|_| ids.stop()).collect();
        let parcels = (0..).zip(&stops).map(|(number, stop)| Parcel {
            door: Some(door(number)),
            on_tour: Some(OnTour { tour: id, stop: *stop }),
            ..parcel(ids, operator)
        });
        Self { id, operator, driver: None, day: DAY, start: MORNING, parcels: parcels.collect(), stops }
    }

    /// Its plan, with driving times.
    pub fn plan(&self) -> Plan {
        let stops = (0..).zip(self.stops.iter().zip(&self.parcels));
        Plan {
            driver: self.driver,
            vehicle: None,
            start: Some(PlannedStart { place: depot(), at: Some(self.start) }),
            stops: stops.map(|(number, (stop, parcel))| self.planned(number, *stop, parcel.id)).collect(),
            travel: self.travel(),
        }
    }

    /// When the driver is planned to arrive at the stop with this number.
    pub fn planned_arrival(&self, number: u32) -> Timestamp {
        self.start + LEG + (LEG + SERVICE) * i32::try_from(number).unwrap_or(i32::MAX)
    }

    /// What a store is given for it: record, stops, parcels, and the plan as the first event, an hour before the start.
    pub fn new_tour(&self, ids: &mut Ids) -> NewTour {
        let planned = Happening::Planned(Box::new(self.plan()));
        let at = self.start - SignedDuration::from_hours(1);
        let events = vec![TourEvent { id: ids.event(), at, received_at: at, what: planned }];
        NewTour {
            record: TourRecord {
                id: self.id,
                operator: self.operator,
                reference: format!("T-{}", self.id),
                day: self.day,
                driver: self.driver,
                ended_at: None,
            },
            stops: (1..).zip(&self.stops).map(|(number, stop)| details(number, *stop)).collect(),
            parcels: self.parcels.iter().map(|parcel| Parcel { on_tour: None, ..parcel.clone() }).collect(),
            append: self.append(events),
        }
    }

    /// An append of these events and nothing beside them.
    pub fn append(&self, events: Vec<TourEvent>) -> Append {
        Append { tour: self.id, day: self.day, events, settled: Vec::new(), messages: Vec::new() }
    }

    /// The story of the tour, from its plan on.
    pub fn script(&self, ids: &mut Ids) -> Script {
        let at = self.start - SignedDuration::from_hours(1);
        Script::new(ids.fork(), at).then(Happening::Planned(Box::new(self.plan()))).at(self.start)
    }

    fn planned(&self, number: u32, stop: StopId, parcel: ParcelId) -> PlannedStop {
        PlannedStop {
            id: stop,
            place: Some(door(number)),
            service: Some(SERVICE),
            planned_arrival: Some(self.planned_arrival(number)),
            window: None,
            zone: None,
            parcels: vec![parcel],
        }
    }

    /// Driving times that grow with the number of stops between two places.
    fn travel(&self) -> Option<TravelTimes> {
        let leg = u32::try_from(LEG.as_secs()).ok()?;
        let places = u32::try_from(self.stops.len()).ok()? + 1;
        let row = |from: u32| (0..places).map(|to| Some(from.abs_diff(to) * leg)).collect::<Vec<_>>();
        TravelTimes::try_from((0..places).map(row).collect::<Vec<_>>()).ok()
    }
}

fn details(number: u32, stop: StopId) -> StopDetails {
    StopDetails { stop, address: Personal::new(format!("{number} Quay\n98000 Monaco")), note: None }
}
