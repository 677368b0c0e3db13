//! What speaks for the order that is believed: how much each habit is believed, and how the last choices ranked.

use super::{Node, OrderModel};
use crate::TourState;
use crate::prediction::{Choice, HabitShare};
use crate::tour::{StopProgress, StopState};

impl OrderModel {
    /// The habits that are possible, the most believed first; none before anything was believed.
    pub(in crate::prediction) fn habit_shares(&self, state: &TourState) -> Vec<HabitShare> {
        let Some(learnt) = &self.0 else { return Vec::new() };
        let stops: Vec<&StopProgress> = state.stops().collect();
        let stop = |node: Node| Some(stops.get(learnt.ground.position(node)?)?.planned.id);
        let opinions = learnt.newest_belief().habits.opinions();
        let mut shares: Vec<HabitShare> = opinions
            .map(|(habit, share, next)| HabitShare { habit, share, next: next.and_then(stop) })
            .collect();
        shares.sort_by(|a, b| b.share.total_cmp(&a.share));
        shares
    }

    /// What the driver chose last, newest first: as many as are remembered.
    pub(in crate::prediction) fn last_choices(&self, state: &TourState) -> Vec<Choice> {
        let Some(learnt) = &self.0 else { return Vec::new() };
        let stops: Vec<&StopProgress> = state.stops().collect();
        let door = learnt.door.as_ref().and_then(|door| stops.get(learnt.ground.position(door.node)?));
        let mut chosen: Vec<&StopProgress> =
            stops.iter().copied().filter(|stop| stop.choice.is_some()).collect();
        chosen.sort_by_key(|stop| std::cmp::Reverse(stop.choice));
        let newest_first = door.into_iter().copied().chain(chosen);
        newest_first
            .zip(learnt.newest_belief().ranks.newest_first())
            .filter_map(|(stop, rank)| Some(Choice { stop: stop.planned.id, at: reached_at(stop)?, rank }))
            .collect()
    }
}

fn reached_at(stop: &StopProgress) -> Option<jiff::Timestamp> {
    match stop.state {
        StopState::Served { at, .. } | StopState::Arrived { at, .. } => Some(at),
        StopState::Remaining | StopState::Skipped { .. } => None,
    }
}
