//! The order in which the rest of a tour is believed to be served.
//!
//! Drivers know their streets and leave the plan, each in their own way. So several habits each foretell an order, and
//! every stop that is served tells how well they did: what is believed is the weighted median of the ranks that they
//! give a stop. After each choice each habit foretells anew, from the stop where the driver is.

mod evidence;
mod ground;
mod habits;
mod ranks;
mod solve;
mod zones;

use crate::TourState;
use crate::tour::{StopProgress, StopState};

use ground::{Ground, HERE_AT_FIRST, Node};
use habits::Habits;
use ranks::Ranks;

/// What is believed of the order.
#[derive(Debug)]
pub(super) struct BelievedOrder<'a> {
    /// The open stops in this order: the one where the driver is first.
    pub(super) stops: Vec<&'a StopProgress>,
    /// Whether it is sure enough to count by.
    pub(super) is_sure: bool,
    /// How probable it is that the next stop is the one believed, 0 to 1.
    pub(super) confidence: f64,
    /// Whether it is the planned one.
    pub(super) is_planned: bool,
}

/// What was learnt of the order of one tour. It is a function of the tour's state: who followed along and who begins
/// now believe the same, only the first of them has less to do.
#[derive(Debug, Clone, Default)]
pub(super) struct OrderModel(Option<Learnt>);

impl OrderModel {
    /// Learns from what was chosen since, and tells what is believed.
    pub(super) fn believe<'a>(&mut self, state: &'a TourState) -> BelievedOrder<'a> {
        let learnt = self
            .0
            .take()
            .filter(|learnt| learnt.ground.is_of(state))
            .unwrap_or_else(|| Learnt::nothing(state));
        let learnt = self.0.insert(learnt);
        learnt.catch_up(state);
        learnt.look_at_the_door(state);
        learnt.believed(state)
    }
}

#[derive(Debug, Clone)]
struct Learnt {
    ground: Ground,
    /// So many choices were learnt from.
    choices: usize,
    belief: Belief,
    door: Option<Door>,
}

/// The stop at which the driver is after so many choices, and what is believed as if it were served.
#[derive(Debug, Clone)]
struct Door {
    node: Node,
    choices: usize,
    belief: Belief,
}

/// What is believed after a choice.
#[derive(Debug, Clone)]
struct Belief {
    habits: Habits,
    open: Vec<Node>,
    order: Vec<Node>,
    ranks: Ranks,
}

impl Learnt {
    fn nothing(state: &TourState) -> Self {
        let ground = Ground::of(state);
        let belief = Belief::at_first(&ground, state.progress().line.is_some());
        Self { ground, choices: 0, belief, door: None }
    }

    fn catch_up(&mut self, state: &TourState) {
        let stops: Vec<&StopProgress> = state.stops().collect();
        let choice = |node: Node| stops.get(self.ground.position(node)?)?.choice;
        let mut new: Vec<(usize, Node)> = self
            .ground
            .nodes()
            .filter_map(|node| Some((choice(node).filter(|at| *at >= self.choices)?, node)))
            .collect();
        new.sort_unstable();
        for (choice, node) in new {
            self.belief.learn(&self.ground, node);
            self.choices = choice + 1;
        }
    }

    /// Learns what will be believed when the stop is served at which the driver is.
    fn look_at_the_door(&mut self, state: &TourState) {
        let stops: Vec<&StopProgress> = state.stops().collect();
        let is_here = |node: &Node| {
            let stop = self.ground.position(*node).and_then(|position| stops.get(position));
            stop.is_some_and(|stop| matches!(stop.state, StopState::Arrived { .. }))
        };
        let Some(node) = self.ground.nodes().find(is_here) else {
            self.door = None;
            return;
        };
        if self.door.as_ref().is_none_or(|door| (door.node, door.choices) != (node, self.choices)) {
            let mut belief = self.belief.clone();
            belief.learn(&self.ground, node);
            self.door = Some(Door { node, choices: self.choices, belief });
        }
    }

    /// What is believed as if the stop were served at which the driver is.
    fn newest_belief(&self) -> &Belief {
        self.door.as_ref().map_or(&self.belief, |door| &door.belief)
    }

    fn believed<'a>(&self, state: &'a TourState) -> BelievedOrder<'a> {
        let belief = self.newest_belief();
        let door = self.door.as_ref().map(|door| door.node);
        let nodes: Vec<Node> = door.into_iter().chain(belief.order.iter().copied()).collect();
        let stops: Vec<&StopProgress> = state.stops().collect();
        BelievedOrder {
            is_sure: belief.ranks.trusted(),
            confidence: belief.ranks.confidence(),
            is_planned: nodes.is_sorted(),
            stops: nodes.iter().filter_map(|node| stops.get(self.ground.position(*node)?).copied()).collect(),
        }
    }
}

impl Belief {
    fn at_first(ground: &Ground, keeps_to_the_line: bool) -> Self {
        let habits = Habits::of_a_stranger(keeps_to_the_line);
        let open = ground.nodes().collect();
        let mut belief = Self { habits, open, order: Vec::new(), ranks: Ranks::default() };
        belief.foretell(ground, HERE_AT_FIRST);
        belief
    }

    fn learn(&mut self, ground: &Ground, chosen: Node) {
        let rank = self.order.iter().position(|node| *node == chosen).unwrap_or(self.order.len());
        self.ranks.push(rank);
        self.habits.learn(chosen);
        self.open.retain(|node| *node != chosen);
        self.foretell(ground, chosen);
    }

    fn foretell(&mut self, ground: &Ground, here: Node) {
        self.habits.foretell(ground, here, &self.open);
        (self.order, _) = self.habits.believed();
    }
}
