//! What is learnt of one tour by following its driver: after each stop that was served, the order and the pace of the
//! rest, and how well the windows held that were told.
//!
//! All of it is a function of the tour's state. Who followed along and who begins now know the same, only the first of
//! them has less to do.

use std::sync::Arc;

use jiff::Timestamp;

use super::CountRange;
use super::arrival::{Expected, Lateness, Outset, after, expected, seconds_after};
use super::counts::{Counts, Told, ranges};
use super::experience::Experience;
use super::ground::{Ground, HERE_AT_FIRST, Node};
use super::hindsight::Hindsight;
use super::order::Belief;
use super::pace::Pace;
use super::spread::{Spread, spreads};
use crate::TourState;
use crate::tour::{StopProgress, StopState};

/// What less is believed of an order than this makes no window wider.
const SHARE_MIN: f32 = 0.01;
/// So many of the stops that may be chosen next are looked ahead to at a time: a course that points now here, now there
/// must not cost a solve each time.
const AHEAD_MAX: usize = 3;

/// What was learnt.
#[derive(Debug, Clone)]
pub(super) struct Learnt {
    pub(super) ground: Ground,
    pace: Pace,
    pub(super) hindsight: Hindsight,
    counts: Counts,
    steps: Vec<Step>,
    choices: Vec<Choice>,
    belief: Belief,
    next: Option<Next>,
    /// What is believed as if one of these stops were served next, the newest last.
    ahead: Vec<Ahead>,
}

/// What a driver did that changes what is told of the rest.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Step {
    Served(Choice),
    /// They left a stop where they stood, without serving it.
    Left {
        node: Node,
        at: Timestamp,
    },
}

/// A stop that was served.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Choice {
    node: Node,
    /// When the driver came there, where that was seen.
    reached_at: Option<Timestamp>,
    done_at: Timestamp,
}

/// The stop that the driver chose and has not served yet; what is believed as if it were is the last one looked ahead to.
#[derive(Debug, Clone, Copy)]
struct Next {
    node: Node,
    /// When the driver came there; `None` on the way.
    reached_at: Option<Timestamp>,
}

/// What is believed as if a stop were served.
#[derive(Debug, Clone)]
struct Ahead {
    node: Node,
    belief: Belief,
}

impl Learnt {
    /// What is learnt of the tour as it is now, on from what was learnt before, if that was of the same plan and of
    /// choices that are still believed.
    pub(super) fn of(state: &TourState, experience: &Arc<Experience>, before: Option<Self>) -> Self {
        let before = before.filter(|learnt| learnt.ground.is_of(state));
        let mut learnt = before.unwrap_or_else(|| Self::nothing(state, experience));
        let steps = steps(state, &learnt.ground);
        if !steps.starts_with(&learnt.steps) {
            learnt = Self::nothing(state, experience);
        }
        for step in steps.into_iter().skip(learnt.steps.len()) {
            learnt.steps.push(step);
            match step {
                Step::Served(choice) => learnt.learn(choice),
                Step::Left { node, at } => learnt.leave(node, at),
            }
        }
        learnt.look_ahead(state);
        learnt
    }

    /// What is known of a tour before it is followed.
    fn nothing(state: &TourState, experience: &Arc<Experience>) -> Self {
        let ground = Ground::of(state, experience);
        let belief = Belief::at_first(&ground, state.progress().line.is_some());
        Self {
            ground,
            pace: Pace::default(),
            hindsight: Hindsight::default(),
            counts: Counts::of(belief.order()),
            steps: Vec::new(),
            choices: Vec::new(),
            belief,
            next: None,
            ahead: Vec::new(),
        }
    }

    /// What is believed of the order; as if the stop were served at which the driver is or for which they are bound.
    pub(super) fn belief(&self) -> &Belief {
        let ahead = self.ahead.last().filter(|_| self.next.is_some());
        ahead.map_or(&self.belief, |ahead| &ahead.belief)
    }

    /// The stop at which the driver is, and since when.
    pub(super) fn door(&self) -> Option<(Node, Timestamp)> {
        self.next.and_then(|next| Some((next.node, next.reached_at?)))
    }

    /// The stops to come in the order that is believed.
    pub(super) fn order(&self) -> Vec<Node> {
        let bound_for = self.next.filter(|next| next.reached_at.is_none()).map(|next| next.node);
        bound_for.into_iter().chain(self.belief().order().iter().copied()).collect()
    }

    /// What the recipient of a stop is told that is in this place of [`Learnt::order`], from 1. For which stop the driver
    /// is bound is a guess that may change with every fix: it changes no count before they are there.
    pub(super) fn told(&self, node: Node, place: u16) -> Told {
        match self.door() {
            None => self.counts.told(node, place),
            // The stop at which the driver is counts for those behind as well, until it is served.
            Some((_, reached_at)) => {
                self.counts.after_one_more(node, place.saturating_add(1), reached_at).without_the_door()
            }
        }
    }

    /// When each stop of [`Learnt::order`] is expected from now on, and the counts that it may have.
    pub(super) fn foretold(&self, state: &TourState, now: Timestamp) -> Vec<(Node, Spread, CountRange)> {
        let order = self.order();
        let Some(next) = order.first() else { return Vec::new() };
        let (belief, outset) = (self.belief(), self.outset(state, *next, now));
        let hypotheses = hypotheses(belief, &order);
        let spreads = self.spreads(&order, belief, &hypotheses, &outset);
        let ranges = ranges(&order, &hypotheses, belief.disorder());
        order
            .into_iter()
            .zip(spreads)
            .zip(ranges)
            .map(|((node, spread), range)| (node, spread, range))
            .collect()
    }

    /// From where and since when the driver is on the way to the next stop.
    pub(super) fn outset(&self, state: &TourState, next: Node, now: Timestamp) -> Outset {
        if let Some((node, reached_at)) = self.door() {
            return self.outset_at(node, reached_at, now);
        }
        let last = self.choices.last();
        let here = self.here();
        let reached_at = last.map(|choice| choice.reached_at.unwrap_or(choice.done_at));
        let free_at = match last {
            Some(choice) => Some(choice.done_at),
            None => state.progress().left_start_at.or_else(|| self.ground.planned(HERE_AT_FIRST)),
        };
        Outset {
            from: now,
            here,
            free_s: free_at.map_or(0.0, |at| seconds_after(at, now)),
            place: state.position().filter(|position| position.is_fresh(now)).map(|position| position.place),
            lateness: Lateness::on_the_way(state, &self.ground, (here, reached_at), next, now),
        }
    }

    /// The stops that the driver chose, when they were done or the driver came there, and the places that they had in the
    /// order that was believed before, from 0: newest first, as many as are remembered.
    pub(super) fn chosen_newest_first(&self) -> impl Iterator<Item = (Node, Timestamp, usize)> {
        let door = self.door();
        let belief = if door.is_some() { self.belief() } else { &self.belief };
        let served = self.choices.iter().rev().map(|choice| (choice.node, choice.done_at));
        let chosen = door.into_iter().chain(served);
        chosen.zip(belief.ranks_newest_first()).map(|((node, at), rank)| (node, at, rank))
    }

    fn here(&self) -> Node {
        self.choices.last().map_or(HERE_AT_FIRST, |choice| choice.node)
    }

    /// Setting out from a stop that was reached and where the work has its time.
    fn outset_at(&self, node: Node, reached_at: Timestamp, now: Timestamp) -> Outset {
        let done_at = after(reached_at, self.pace.stretched(self.ground.service(node)));
        let planned = self.ground.timetabled(node);
        Outset {
            from: now,
            here: node,
            free_s: seconds_after(done_at, now).max(0.0),
            place: None,
            lateness: planned.map(|planned| Lateness::at_stop(planned, reached_at, now)),
        }
    }

    fn spreads(
        &self,
        order: &[Node],
        belief: &Belief,
        hypotheses: &[(f32, Vec<Node>)],
        outset: &Outset,
    ) -> Vec<Spread> {
        let expect = |order: &[Node]| expected(&self.ground, self.pace, outset, order);
        let others: Vec<(f32, Vec<Option<Expected>>)> = hypotheses
            .iter()
            .filter(|(_, other)| other != order)
            .map(|(share, other)| (*share, by_node(other, &expect(other))))
            .collect();
        spreads(order, belief.disorder(), &expect(order), &others)
    }

    fn learn(&mut self, choice: Choice) {
        let Choice { node, reached_at, done_at } = choice;
        let work_s = self.pace.stretched(self.ground.service(node));
        let reached_at = reached_at.unwrap_or_else(|| after(done_at, -work_s));
        if let Some(before) = self.choices.last() {
            let planned_s = self.ground.drive(before.node, node, before.done_at) + self.ground.service(node);
            self.pace.learn(planned_s, seconds_after(done_at, before.done_at));
        }
        self.hindsight.learn(node, reached_at);
        self.belief = self.take_ahead(node).belief;
        (self.next, self.ahead) = (None, Vec::new());
        self.counts.learn(self.belief.order(), done_at);
        self.choices.push(choice);
        let planned = self.ground.timetabled(node);
        let outset = Outset {
            from: done_at,
            here: node,
            free_s: 0.0,
            place: None,
            lateness: planned.map(|planned| Lateness::at_stop(planned, reached_at, done_at)),
        };
        let order = self.belief.order();
        let spreads = self.spreads(order, &self.belief, &hypotheses(&self.belief, order), &outset);
        self.hindsight.remember(done_at, order.iter().copied().zip(spreads));
    }

    /// The driver left a stop that was not served: those whose count had fallen while they stood there are told why it
    /// is what it was again.
    fn leave(&mut self, node: Node, at: Timestamp) {
        let ahead = self.take_ahead(node);
        self.counts.take_back(ahead.belief.order(), at);
        self.keep_ahead(ahead);
    }

    /// Learns what will be believed when the stop is served at which the driver is, or for which they are bound.
    fn look_ahead(&mut self, state: &TourState) {
        let next = self.stood_at(state).or_else(|| Some((self.bound_for(state)?, None)));
        self.next = next.map(|(node, reached_at)| Next { node, reached_at });
        let Some(next) = self.next else { return };
        let ahead = self.take_ahead(next.node);
        self.keep_ahead(ahead);
    }

    fn keep_ahead(&mut self, ahead: Ahead) {
        if self.ahead.len() == AHEAD_MAX {
            self.ahead.remove(0);
        }
        self.ahead.push(ahead);
    }

    /// What will be believed when a stop is served: taken from what was looked ahead to, else solved.
    fn take_ahead(&mut self, node: Node) -> Ahead {
        if let Some(known) = self.ahead.iter().position(|ahead| ahead.node == node) {
            return self.ahead.remove(known);
        }
        let mut belief = self.belief.clone();
        belief.learn(&self.ground, node);
        Ahead { node, belief }
    }

    fn stood_at(&self, state: &TourState) -> Option<(Node, Option<Timestamp>)> {
        let stops: Vec<&StopProgress> = state.stops().collect();
        self.ground.nodes().find_map(|node| match stops.get(self.ground.position(node)?)?.state {
            StopState::Arrived { at, .. } => Some((node, Some(at))),
            _ => None,
        })
    }

    fn bound_for(&self, state: &TourState) -> Option<Node> {
        if state.progress().line.is_some() {
            return None;
        }
        let left_at = self.choices.last().map(|choice| choice.done_at);
        let position =
            state.position().filter(|position| left_at.is_none_or(|left_at| left_at <= position.at))?;
        self.belief.bound_for(&self.ground, self.here(), position.place)
    }
}

/// What was served and left since there is this plan, in its order.
fn steps(state: &TourState, ground: &Ground) -> Vec<Step> {
    let mut left = left(state, ground).into_iter().peekable();
    let mut steps = Vec::new();
    for choice in choices(state, ground) {
        while let Some((at, node)) = left.next_if(|(at, _)| *at < choice.done_at) {
            steps.push(Step::Left { node, at });
        }
        steps.push(Step::Served(choice));
    }
    steps.extend(left.map(|(at, node)| Step::Left { node, at }));
    steps
}

/// The stops that the driver left without serving them, and when.
fn left(state: &TourState, ground: &Ground) -> Vec<(Timestamp, Node)> {
    let stops: Vec<&StopProgress> = state.stops().collect();
    let mut left: Vec<(Timestamp, Node)> = ground
        .nodes()
        .filter_map(|node| Some((node, stops.get(ground.position(node)?)?)))
        .flat_map(|(node, stop)| stop.left().map(move |at| (at, node)))
        .collect();
    left.sort_unstable();
    left
}

/// What was chosen since there is this plan, in its order.
fn choices(state: &TourState, ground: &Ground) -> Vec<Choice> {
    let stops: Vec<&StopProgress> = state.stops().collect();
    let mut made: Vec<(usize, Choice)> = ground
        .nodes()
        .filter_map(|node| {
            let stop = stops.get(ground.position(node)?)?;
            let StopState::Served { arrived_at, at, .. } = stop.state else { return None };
            Some((stop.choice?, Choice { node, reached_at: arrived_at, done_at: at }))
        })
        .collect();
    made.sort_unstable_by_key(|(choice, _)| *choice);
    made.into_iter().map(|(_, choice)| choice).collect()
}

/// The orders that are believed, with their shares, from where an order begins: it may have the stop first for which the
/// driver is bound.
fn hypotheses(belief: &Belief, order: &[Node]) -> Vec<(f32, Vec<Node>)> {
    let bound_for = order.split_at(order.len().saturating_sub(belief.order().len())).0;
    let believed = belief.hypotheses().filter(|(share, _)| *share >= SHARE_MIN);
    believed.map(|(share, other)| (share, [bound_for, other].concat())).collect()
}

fn by_node(order: &[Node], along: &[Expected]) -> Vec<Option<Expected>> {
    let mut by_node = vec![None; usize::from(order.iter().max().copied().unwrap_or_default()) + 1];
    for (node, expected) in order.iter().zip(along) {
        if let Some(slot) = by_node.get_mut(usize::from(*node)) {
            *slot = Some(*expected);
        }
    }
    by_node
}
