//! What plans and their changes do.

use jiff::Timestamp;

use super::{Progress, count_of};
use crate::tour::line::Line;
use crate::tour::stops::{Evidence, StopProgress};
use crate::view::Because;
use crate::{Happening, ParcelId, Plan, StopId};

impl Progress {
    pub(super) fn plan(&mut self, plan: &Plan) {
        self.driver = plan.driver.or(self.driver);
        self.vehicle = plan.vehicle.or(self.vehicle);
        self.start = plan.start;
        self.travel.clone_from(&plan.travel);
        self.stops.replan(&plan.stops);
        self.choices_begin_anew();
        self.draw_line();
    }

    pub(super) fn change_plan(&mut self, at: Timestamp, what: &Happening) {
        match what {
            Happening::Resequenced { order } => {
                self.stops.resequence(order);
                self.choices_begin_anew();
                self.say(at, Because::Resequenced);
            }
            Happening::StopsAdded { after, stops } => {
                let (count, position) = self.stops.insert(*after, stops);
                self.say_behind(position + count, at, Because::StopsAddedBefore(count_of(count)));
            }
            Happening::StopsRemoved { stops } => {
                let unknown = self.stops.remove(stops, at);
                self.anomalies.unknown_stops += u32::from(count_of(unknown));
            }
            Happening::StopMoved { stop, place } => match self.stops.get_mut(*stop) {
                Some(known) => {
                    known.planned.place = *place;
                    known.travel_index = None;
                }
                None => self.anomalies.unknown_stops += 1,
            },
            Happening::ParcelsAdded { stop, parcels } => {
                let known = self.stops.add_parcels(*stop, parcels);
                self.anomalies.unknown_stops += u32::from(!known);
            }
            Happening::ParcelsRemoved { parcels } => {
                for parcel in parcels {
                    match self.stops.remove_parcel(*parcel) {
                        Some(left) => self.parcel_left(left.stop, at),
                        None => self.anomalies.unknown_parcels += 1,
                    }
                }
            }
            Happening::ParcelMoved { parcel, stop } => self.parcel_moved(*parcel, *stop, at),
            _ => {}
        }
        self.draw_line();
    }

    fn parcel_moved(&mut self, parcel: ParcelId, stop: StopId, at: Timestamp) {
        let known = self.stops.get(stop).is_some();
        match self.stops.parcel_mut(parcel) {
            Some(moved) if known => {
                let left = std::mem::replace(&mut moved.stop, stop);
                self.parcel_left(left, at);
            }
            Some(_) => self.anomalies.unknown_stops += 1,
            None => self.anomalies.unknown_parcels += 1,
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

    fn draw_line(&mut self) {
        let asks_for_no_halt =
            |stop: &StopProgress| stop.planned.service.is_none() && stop.planned.parcels.is_empty();
        self.line = if self.stops.iter().all(asks_for_no_halt) {
            let stops = self.stops.iter().map(|stop| (stop.planned.id, stop.planned.place));
            Line::through(self.start.map(|start| start.place), stops)
        } else {
            None
        };
    }
}
