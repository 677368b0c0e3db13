//! Tours.

use doorstep_domain::{DriverId, OnTour, OperatorId, TourId};
use jiff::Timestamp;
use jiff::civil::Date;

use super::{MemoryStore, State, free, refers};
use crate::{Answer, NewTour, Page, StopDetails, StoreError, TourRecord, Tours};

impl Tours for MemoryStore {
    fn insert_tour(&self, tour: NewTour) -> Answer<'_, ()> {
        self.write(move |state| {
            state.check_tour(&tour.record)?;
            state.check_new_parcels(&tour.parcels)?;
            let planned: Vec<_> = tour.planned_parcels().collect();
            let now = tour.append.events.first().map_or(Timestamp::UNIX_EPOCH, |event| event.received_at);
            state.add_parcels(tour.parcels, now);
            for (parcel, stop) in planned {
                let own = state.parcels.get_mut(&parcel).filter(|own| own.operator == tour.record.operator);
                if let Some(parcel) = own {
                    parcel.on_tour = Some(OnTour { tour: tour.record.id, stop });
                }
            }
            state.put_stops(tour.record.id, tour.stops);
            state.tours.insert(tour.record.id, tour.record);
            state.append(tour.append);
            Ok(())
        })
    }

    fn find_tour(&self, id: TourId) -> Answer<'_, Option<TourRecord>> {
        self.read(move |state| state.tours.get(&id).cloned())
    }

    fn find_tour_of_operator(&self, operator: OperatorId, id: TourId) -> Answer<'_, Option<TourRecord>> {
        self.read(move |state| state.tours.get(&id).filter(|tour| tour.operator == operator).cloned())
    }

    fn list_tours(
        &self,
        operator: OperatorId,
        day: Date,
        after: Option<String>,
        limit: u32,
    ) -> Answer<'_, Page<TourRecord>> {
        self.read(move |state| {
            let of_day = |tour: &TourRecord| tour.operator == operator && tour.day == day;
            let behind = |tour: &TourRecord| after.as_ref().is_none_or(|after| tour.reference > *after);
            let mut rows = state.sorted(|tour| of_day(tour) && behind(tour));
            rows.truncate(Page::<TourRecord>::rows_to_read(limit) as usize);
            Page::cut(rows, limit, |last| last.reference.clone())
        })
    }

    fn list_tours_of_driver(&self, driver: DriverId, day: Date) -> Answer<'_, Vec<TourRecord>> {
        self.read(move |state| state.sorted(|tour| tour.driver == Some(driver) && tour.day == day))
    }

    fn list_open_tours(&self) -> Answer<'_, Vec<TourRecord>> {
        self.read(|state| state.sorted(|tour| tour.ended_at.is_none()))
    }

    fn set_driver(&self, tour: TourId, driver: Option<DriverId>, now: Timestamp) -> Answer<'_, ()> {
        self.write(move |state| {
            let known = driver.is_none_or(|driver| state.drivers.contains_key(&driver));
            let Some(record) = state.tours.get_mut(&tour) else { return Ok(()) };
            refers(known, "tours", "driver")?;
            if let Some(before) = record.driver.filter(|before| Some(*before) != driver) {
                state.handovers.insert((tour, before), now);
            }
            record.driver = driver;
            Ok(())
        })
    }

    fn list_tours_handed_over(
        &self,
        driver: DriverId,
        day: Date,
    ) -> Answer<'_, Vec<(TourRecord, Timestamp)>> {
        self.read(move |state| {
            let until = |tour: &TourId| state.handovers.get(&(*tour, driver)).copied();
            let tours = state.sorted(|tour| tour.day == day && until(&tour.id).is_some());
            tours.into_iter().filter_map(|tour| until(&tour.id).map(|until| (tour, until))).collect()
        })
    }

    fn end_tour(&self, tour: TourId, at: Timestamp) -> Answer<'_, ()> {
        self.write(move |state| {
            if let Some(tour) = state.tours.get_mut(&tour) {
                tour.ended_at = Some(at);
            }
            Ok(())
        })
    }

    fn put_stop_details(&self, tour: TourId, stops: Vec<StopDetails>) -> Answer<'_, ()> {
        self.write(move |state| {
            refers(stops.is_empty() || state.tours.contains_key(&tour), "stops", "tour")?;
            state.put_stops(tour, stops);
            Ok(())
        })
    }

    fn stop_details(&self, tour: TourId) -> Answer<'_, Vec<StopDetails>> {
        self.read(move |state| {
            let own = state.stops.iter().filter(|((theirs, _), _)| *theirs == tour);
            own.map(|(_, details)| details.clone()).collect()
        })
    }
}

impl State {
    fn check_tour(&self, record: &TourRecord) -> Result<(), StoreError> {
        refers(self.operators.contains_key(&record.operator), "tours", "operator")?;
        refers(record.driver.is_none_or(|id| self.drivers.contains_key(&id)), "tours", "driver")?;
        let taken = |other: &TourRecord| {
            let same_name = other.day == record.day && other.reference == record.reference;
            other.id == record.id || (other.operator == record.operator && same_name)
        };
        free(self.tours.values().any(taken), "a tour with this reference on this day")
    }

    fn put_stops(&mut self, tour: TourId, stops: Vec<StopDetails>) {
        self.stops.extend(stops.into_iter().map(|details| ((tour, details.stop), details)));
    }

    /// The tours that pass, by reference.
    fn sorted(&self, pass: impl Fn(&TourRecord) -> bool) -> Vec<TourRecord> {
        let mut tours: Vec<_> = self.tours.values().filter(|tour| pass(tour)).cloned().collect();
        tours.sort_by(|a, b| a.reference.cmp(&b.reference));
        tours
    }
}
