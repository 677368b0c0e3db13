//! What speaks for what is believed: how much each habit is, and how the last choices ranked.

use jiff::Timestamp;

use super::ground::Node;
use super::learnt::Learnt;
use super::{ArrivalBasis, Choice, HabitShare};
use crate::tour::StopProgress;
use crate::{StopId, TourState};

impl Learnt {
    /// The habits that are possible, the most believed first.
    pub(super) fn habit_shares(&self, state: &TourState) -> Vec<HabitShare> {
        let opinions = self.belief().opinions();
        let mut shares: Vec<HabitShare> = opinions
            .map(|(habit, share, next)| HabitShare {
                habit,
                share,
                next: next.and_then(|node| self.stop(state, node)),
            })
            .collect();
        shares.sort_by(|a, b| b.share.total_cmp(&a.share));
        shares
    }

    /// What the driver chose last, newest first: as many as are remembered.
    pub(super) fn last_choices(&self, state: &TourState) -> Vec<Choice> {
        self.chosen_newest_first()
            .filter_map(|(node, at, rank)| Some(Choice { stop: self.stop(state, node)?, at, rank }))
            .collect()
    }

    /// How the arrivals are made; `None` when no stop remains.
    pub(super) fn arrival_basis(&self, state: &TourState, now: Timestamp) -> Option<ArrivalBasis> {
        let order = self.order();
        let next = *order.first()?;
        let is_timetable = order.is_sorted() && self.outset(state, next, now).lateness.is_some();
        let planned = self.ground.timetabled(next).filter(|_| is_timetable);
        let arrival = self.foretold(state, now).first().map(|(_, spread, _)| spread.arrival(now));
        Some(match planned.zip(arrival) {
            Some((planned, arrival)) => ArrivalBasis::Timetable { late: arrival.duration_since(planned) },
            None => ArrivalBasis::TravelTimes,
        })
    }

    fn stop(&self, state: &TourState, node: Node) -> Option<StopId> {
        let stop: &StopProgress = state.stops().nth(self.ground.position(node)?)?;
        Some(stop.planned.id)
    }
}
