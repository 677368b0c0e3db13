//! The order in which the rest of a tour is believed to be served.
//!
//! Drivers know their streets and leave the plan, each in their own way. So several habits each foretell an order, and
//! every stop that is served tells how well they did: what is believed is the weighted median of the ranks that they
//! give a stop. After each choice each habit foretells anew, from the stop where the driver is.

mod course;
mod habits;
mod ranks;
mod solve;

use super::Habit;
use super::ground::{Ground, HERE_AT_FIRST, Node};
use crate::Place;
use habits::Habits;
use ranks::Ranks;

/// What is believed of the order after a choice.
#[derive(Debug, Clone)]
pub(super) struct Belief {
    habits: Habits,
    open: Vec<Node>,
    order: Vec<Node>,
    ranks: Ranks,
}

impl Belief {
    /// What is believed before anything was chosen. Who `keeps_to_the_line`, as buses do, has no choice.
    pub(super) fn at_first(ground: &Ground, keeps_to_the_line: bool) -> Self {
        let habits = Habits::of_a_stranger(keeps_to_the_line);
        let open = ground.nodes().collect();
        let mut belief = Self { habits, open, order: Vec::new(), ranks: Ranks::default() };
        belief.foretell(ground, HERE_AT_FIRST);
        belief
    }

    /// The driver chose a stop.
    pub(super) fn learn(&mut self, ground: &Ground, chosen: Node) {
        let rank = self.order.iter().position(|node| *node == chosen).unwrap_or(self.order.len());
        self.ranks.push(rank);
        self.habits.learn(chosen);
        self.open.retain(|node| *node != chosen);
        self.foretell(ground, chosen);
    }

    /// The stop that a vehicle on its way is bound for, where its course tells another than what is believed.
    pub(super) fn bound_for(&self, ground: &Ground, here: Node, vehicle: Place) -> Option<Node> {
        let named = self.habits.probabilities(&self.open);
        course::bound_for(ground, here, vehicle, &named).filter(|node| self.order.first() != Some(node))
    }

    /// The open stops in the order that is believed.
    pub(super) fn order(&self) -> &[Node] {
        &self.order
    }

    /// What each habit foretells, with the share that is believed of it; the shares add up to 1.
    pub(super) fn hypotheses(&self) -> impl Iterator<Item = (f32, &[Node])> {
        self.habits.hypotheses()
    }

    /// The habits that are not out of the question, each with its weight and the stop that it says is next.
    pub(super) fn opinions(&self) -> impl Iterator<Item = (Habit, f64, Option<Node>)> {
        self.habits.opinions()
    }

    /// The places that the last choices had in the order that was believed before, from 0, newest first.
    pub(super) fn ranks_newest_first(&self) -> impl Iterator<Item = usize> {
        self.ranks.newest_first()
    }

    /// Whether the order is sure enough to count by.
    pub(super) fn is_sure(&self) -> bool {
        self.ranks.trusted()
    }

    /// How probable it is that the next stop is the one believed, 0 to 1.
    pub(super) fn confidence(&self) -> f64 {
        self.ranks.confidence()
    }

    /// Which share of the choices was not foretold, 0 to 1; the last ones count most.
    pub(super) fn disorder(&self) -> f32 {
        self.ranks.disorder()
    }

    fn foretell(&mut self, ground: &Ground, here: Node) {
        self.habits.foretell(ground, here, &self.open);
        (self.order, _) = self.habits.believed();
    }
}
