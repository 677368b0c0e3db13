//! Tours: what is known of them beside their logs.

use doorstep_domain::{DriverId, Happening, OperatorId, Parcel, ParcelId, Personal, StopId, TourId};
use jiff::Timestamp;
use jiff::civil::Date;

use super::Page;
use crate::{Answer, Append};

/// A tour, as far as it is found by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TourRecord {
    /// Its identity.
    pub id: TourId,
    /// Whose it is.
    pub operator: OperatorId,
    /// The operator's own name for it; unique within operator and day.
    pub reference: String,
    /// The service day.
    pub day: Date,
    /// Who drives it now.
    pub driver: Option<DriverId>,
    /// When it ended.
    pub ended_at: Option<Timestamp>,
}

/// What the driver must know of a stop and the log does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StopDetails {
    /// Which stop.
    pub stop: StopId,
    /// The address, in lines.
    pub address: Personal,
    /// Bell, floor and other notes.
    pub note: Option<Personal>,
}

/// A new tour with its stops' details, its new parcels and the first events of its log, written together.
#[derive(Debug, Clone, PartialEq)]
pub struct NewTour {
    /// The tour.
    pub record: TourRecord,
    /// Its stops' details.
    pub stops: Vec<StopDetails>,
    /// Parcels that are not known yet and come with it. They are added before the plan puts parcels on stops.
    pub parcels: Vec<Parcel>,
    /// The first events of its log. Its parcels are put on their stops as the plan in it says.
    pub append: Append,
}

impl NewTour {
    /// The planned parcels and their stops, in planned order.
    pub fn planned_parcels(&self) -> impl Iterator<Item = (ParcelId, StopId)> {
        self.append
            .events
            .iter()
            .flat_map(|event| match &event.what {
                Happening::Planned(plan) => plan.stops.as_slice(),
                _ => &[],
            })
            .flat_map(|stop| stop.parcels.iter().map(|parcel| (*parcel, stop.id)))
    }
}

/// Tours.
pub trait Tours: Send + Sync {
    /// Adds a tour, its stops' details, its new parcels, the first events of its log, and puts the planned parcels on
    /// their stops; all of it or nothing.
    ///
    /// # Errors
    /// A conflict when the operator has a tour with this reference on this day, or one of the tracking numbers.
    fn insert_tour(&self, tour: NewTour) -> Answer<'_, ()>;

    /// The tour with this identity, for workers that act on behalf of nobody.
    fn find_tour(&self, id: TourId) -> Answer<'_, Option<TourRecord>>;

    /// The operator's tour with this identity.
    fn find_tour_of_operator(&self, operator: OperatorId, id: TourId) -> Answer<'_, Option<TourRecord>>;

    /// The tours of an operator on a day, by reference.
    fn list_tours(
        &self,
        operator: OperatorId,
        day: Date,
        after: Option<String>,
        limit: u32,
    ) -> Answer<'_, Page<TourRecord>>;

    /// The tours of a driver on a day, by reference: those that have ended too, for what a phone sends late.
    fn list_tours_of_driver(&self, driver: DriverId, day: Date) -> Answer<'_, Vec<TourRecord>>;

    /// All tours that have not ended, of every operator, for a start that folds them anew.
    fn list_open_tours(&self) -> Answer<'_, Vec<TourRecord>>;

    /// Gives the tour to another driver; the one before drove it until `now`.
    fn set_driver(&self, tour: TourId, driver: Option<DriverId>, now: Timestamp) -> Answer<'_, ()>;

    /// The tours of a day that a driver handed over, by reference, and when they did so last.
    fn list_tours_handed_over(&self, driver: DriverId, day: Date)
    -> Answer<'_, Vec<(TourRecord, Timestamp)>>;

    /// Remembers that the tour ended.
    fn end_tour(&self, tour: TourId, at: Timestamp) -> Answer<'_, ()>;

    /// Adds details of stops, or changes them.
    fn put_stop_details(&self, tour: TourId, stops: Vec<StopDetails>) -> Answer<'_, ()>;

    /// The details of a tour's stops.
    fn stop_details(&self, tour: TourId) -> Answer<'_, Vec<StopDetails>>;
}
