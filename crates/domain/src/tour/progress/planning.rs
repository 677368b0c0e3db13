//! What plans and their changes do.

use jiff::Timestamp;

use super::{Progress, count_of};
use crate::tour::anomalies::Anomaly;
use crate::tour::lifecycle::Phase;
use crate::tour::line::Line;
use crate::tour::reach::Reach;
use crate::tour::stops::{Evidence, StopProgress};
use crate::view::{Because, Reason};
use crate::{Happening, ParcelId, Place, Plan, StopId};

impl Progress {
    pub(super) fn plan(&mut self, plan: &Plan, at: Timestamp) {
        self.planned_at.get_or_insert(at);
        if self.phase != Phase::NotStarted {
            self.anomalies.note(Anomaly::PlanAfterStart);
            self.say(at, Because::Resequenced);
        }
        self.driver = plan.driver.or(self.driver);
        self.vehicle = plan.vehicle.or(self.vehicle);
        self.start = plan.start;
        self.doubts_travel = plan.contradicts_itself();
        self.anomalies.note_all(Anomaly::DoubtfulTravelTimes, u32::from(self.doubts_travel));
        self.travel = plan.travel.clone().filter(|_| !self.doubts_travel);
        self.stops.replan(&plan.stops);
        self.choices_begin_anew();
        self.survey();
    }

    /// Its recipient alone is told why: to the others it is a stop less before them.
    pub(super) fn put_later(&mut self, parcel: ParcelId, order: &[StopId], at: Timestamp) {
        if !order.is_empty() {
            self.stops.resequence(order);
            self.choices_begin_anew();
        }
        let stop = self.stops.parcel(parcel).map(|known| known.stop);
        if let Some(stop) = stop.and_then(|stop| self.stops.get_mut(stop)) {
            stop.tell(Reason { at, because: Because::PutLater });
        }
    }

    pub(super) fn change_plan(&mut self, at: Timestamp, what: &Happening) {
        match what {
            Happening::Resequenced { order } => {
                self.stops.resequence(order);
                self.choices_begin_anew();
                self.say(at, Because::Resequenced);
            }
            Happening::StopsAdded { after, stops } => {
                let (counted, behind) = self.stops.insert(*after, stops);
                self.say_behind(behind, at, Because::StopsAddedBefore(count_of(counted)));
            }
            Happening::StopsRemoved { stops } => {
                let unknown = self.stops.remove(stops, at);
                self.anomalies.note_all(Anomaly::UnknownStop, u32::from(count_of(unknown)));
            }
            Happening::StopMoved { stop, place } => self.stop_moved(*stop, *place, at),
            Happening::ParcelsAdded { stop, parcels } => {
                let known = self.stops.add_parcels(*stop, parcels);
                self.anomalies.note_all(Anomaly::UnknownStop, u32::from(!known));
            }
            Happening::ParcelsRemoved { parcels } => {
                for parcel in parcels {
                    match self.stops.remove_parcel(*parcel) {
                        Some(left) => self.parcel_left(left.stop, at),
                        None => self.anomalies.note(Anomaly::UnknownParcel),
                    }
                }
            }
            Happening::ParcelMoved { parcel, stop } => self.parcel_moved(*parcel, *stop, at),
            _ => {}
        }
        self.survey();
    }

    fn stop_moved(&mut self, stop: StopId, place: Place, at: Timestamp) {
        let Some(position) = self.stops.position(stop) else {
            self.anomalies.note(Anomaly::UnknownStop);
            return;
        };
        let Some(known) = self.stops.at_mut(position) else { return };
        known.travel_index = None;
        if known.planned.place.replace(place).is_none() && known.state.is_open() {
            self.say_behind(position + 1, at, Because::StopsAddedBefore(1));
        }
    }

    fn parcel_moved(&mut self, parcel: ParcelId, stop: StopId, at: Timestamp) {
        let known = self.stops.get(stop).is_some();
        match self.stops.parcel_mut(parcel) {
            Some(moved) if known => {
                let left = std::mem::replace(&mut moved.stop, stop);
                self.parcel_left(left, at);
            }
            Some(_) => self.anomalies.note(Anomaly::UnknownStop),
            None => self.anomalies.note(Anomaly::UnknownParcel),
        }
    }

    /// A stop that waited for this parcel only is done.
    fn parcel_left(&mut self, stop: StopId, at: Timestamp) {
        let waits = self.stops.parcels_of(stop).any(|(_, parcel)| parcel.outcome.is_none());
        let is_empty = self.stops.parcels_of(stop).next().is_none();
        if !waits && !is_empty && self.stops.get(stop).is_some_and(|stop| stop.state.is_open()) {
            self.served(stop, None, at, Evidence::Told);
        }
    }

    fn choices_begin_anew(&mut self) {
        self.choices.begin_anew(self.last_served.map(|(stop, _)| stop));
        self.stops.iter_mut().for_each(|stop| stop.choice = None);
    }

    /// Looks at where the stops are now.
    fn survey(&mut self) {
        let start = self.start.map(|start| start.place);
        let places = self.stops.iter().filter_map(|stop| stop.planned.place);
        self.reach = Reach::of(start.into_iter().chain(places));
        self.draw_line();
    }

    fn draw_line(&mut self) {
        let asks_for_no_halt =
            |stop: &StopProgress| stop.planned.service.is_none() && stop.planned.parcels.is_empty();
        self.line = if self.stops.iter().all(asks_for_no_halt) {
            let stops = self.stops.iter().filter_map(|stop| Some((stop.planned.id, stop.planned.place?)));
            Line::through(self.start.map(|start| start.place), stops)
        } else {
            None
        };
    }
}
