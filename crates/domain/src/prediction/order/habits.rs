//! What drivers do with a plan, and how well each habit foretold this one: the weights are those of Bayes' rule, with
//! what is long ago forgotten.

use super::solve::{Improver, Way, length, nearest_first};
use crate::prediction::Habit;
use crate::prediction::costs::{Costs, Leg, Legs};
use crate::prediction::ground::{Ground, Node};

const COUNT: usize = 7;
const AS_PLANNED: usize = 0;
const ON_FROM_HERE: usize = 1;
const BACKWARDS: usize = 2;
const SHORTEST: usize = 3;
const NEAR_PLAN: usize = 4;
const ZONE_BY_ZONE: usize = 5;
const NEAR_FIRST: usize = 6;
const NAMES: [Habit; COUNT] = [
    Habit::AsPlanned,
    Habit::OnFromHere,
    Habit::Backwards,
    Habit::Shortest,
    Habit::NearPlan,
    Habit::ZoneByZone,
    Habit::NearFirst,
];

/// How probable each is before the tour: most plans are followed, and until a stop is served no other is believed.
const PRIORS: [f32; COUNT] = [0.55, 0.05, 0.02, 0.16, 0.08, 0.07, 0.07];
/// Among drivers of a habit, each stop that is put off is put off with this probability.
const PUT_OFF: f32 = 0.2;
/// No choice is less probable than that: anyone may do anything once.
const ANYTHING: f32 = 0.004;
/// What each choice counts after the next one.
const MEMORY: f32 = 0.95;
/// Seconds that a driver who keeps near the plan drives more for it at each stop.
const PLAN_S: f32 = 120.0;
/// How many times as much a change of zones costs a driver who goes zone by zone.
const ZONE_BY_ZONE_TIMES: f32 = 3.0;
/// A driver who goes to what is near first minds drives longer than this less than others do, and shorter ones more.
const NEAR_S: f32 = 60.0;

/// The habits of one driver.
#[derive(Debug, Clone)]
pub(super) struct Habits {
    /// Logarithms of the weights, but for a common term; `None` for a habit that is out of the question.
    weights: [Option<f32>; COUNT],
    /// The order that each foretells.
    orders: [Vec<Node>; COUNT],
}

impl Habits {
    /// Nothing is known of the driver. Who `keeps_to_the_line`, as buses do, has no choice.
    pub(super) fn of_a_stranger(keeps_to_the_line: bool) -> Self {
        let prior = |habit: usize| {
            let probability = PRIORS.get(habit).copied().unwrap_or_default();
            (habit == AS_PLANNED || !keeps_to_the_line).then(|| probability.ln())
        };
        Self { weights: std::array::from_fn(prior), orders: std::array::from_fn(|_| Vec::new()) }
    }

    /// The driver chose a stop.
    pub(super) fn learn(&mut self, chosen: Node) {
        for (weight, order) in self.weights.iter_mut().zip(&self.orders) {
            let rank = order.iter().position(|node| *node == chosen).unwrap_or(order.len());
            let probability = probability(rank).max(ANYTHING);
            *weight = weight.map(|weight| weight * MEMORY + probability.ln());
        }
    }

    /// How probable it is that each of these stops is next.
    pub(super) fn probabilities(&self, open: &[Node]) -> Vec<(Node, f64)> {
        let mut of = vec![0.0; open.iter().max().map_or(0, |last| usize::from(*last) + 1)];
        for (order, share) in self.orders.iter().zip(self.shares()) {
            for (rank, node) in order.iter().enumerate() {
                if let Some(slot) = of.get_mut(usize::from(*node)) {
                    *slot += f64::from(share * probability(rank));
                }
            }
        }
        open.iter().map(|node| (*node, of.get(usize::from(*node)).copied().unwrap_or_default())).collect()
    }

    /// What each habit foretells from here on; `open` is in planned order.
    pub(super) fn foretell(&mut self, ground: &Ground, here: Node, open: &[Node]) {
        let split = open.partition_point(|node| *node < here);
        let (left_out, ahead) = open.split_at(split);
        self.set(AS_PLANNED, open.to_vec());
        if self.is_out_of_the_question(SHORTEST) {
            return;
        }
        self.set(ON_FROM_HERE, [ahead, left_out].concat());
        self.set(BACKWARDS, left_out.iter().rev().chain(ahead.iter().rev()).copied().collect());
        self.solve(ground, here, open, split);
    }

    fn solve(&mut self, ground: &Ground, here: Node, open: &[Node], split: usize) {
        let nodes: Vec<Node> = std::iter::once(here).chain(open.iter().copied()).collect();
        let legs = ground.legs(&nodes);
        for habit in [SHORTEST, NEAR_PLAN, ZONE_BY_ZONE, NEAR_FIRST] {
            let mut costs = costs(habit, &legs);
            if habit == NEAR_PLAN {
                // Node k among these is the k-th open stop.
                (1..open.len()).for_each(|node| costs.favour(node, node + 1, PLAN_S));
                if split < open.len() {
                    costs.favour(0, split + 1, PLAN_S);
                }
            }
            let believed = self.orders.get(habit).map(Vec::as_slice).unwrap_or_default();
            let improver = Improver::of(&costs);
            let fresh = improver.improve(nearest_first(&costs));
            let kept = numbered(believed, &nodes).map(|kept| improver.improve(kept));
            let way = kept.filter(|kept| length(kept, &costs) <= length(&fresh, &costs)).unwrap_or(fresh);
            let order = improver.shorten(way).into_iter().skip(1).filter_map(|node| nodes.get(node).copied());
            let order = order.collect();
            self.set(habit, order);
        }
    }

    /// The habits that are not out of the question, each with its weight and the stop that it says is next.
    pub(super) fn opinions(&self) -> impl Iterator<Item = (Habit, f64, Option<Node>)> {
        let possible = NAMES.into_iter().zip(self.shares()).zip(&self.orders).zip(&self.weights);
        possible
            .filter(|(_, weight)| weight.is_some())
            .map(|(((habit, share), order), _)| (habit, f64::from(share), order.first().copied()))
    }

    /// What each habit foretells, with the share that is believed of it.
    pub(super) fn hypotheses(&self) -> impl Iterator<Item = (f32, &[Node])> {
        self.shares().into_iter().zip(self.orders.iter().map(Vec::as_slice))
    }

    /// The order in which all habits together believe, and how much of them say that its first stop is next.
    pub(super) fn believed(&self) -> (Vec<Node>, f32) {
        let shares = self.shares();
        let Some(open) = self.orders.first().filter(|open| !open.is_empty()) else {
            return (Vec::new(), 1.0);
        };
        let size = usize::from(open.iter().max().copied().unwrap_or_default()) + 1;
        let mut ranks = vec![[(0, 0.0); COUNT]; size];
        for (habit, (order, share)) in self.orders.iter().zip(shares).enumerate() {
            for (rank, node) in order.iter().enumerate() {
                if let Some(slot) =
                    ranks.get_mut(usize::from(*node)).and_then(|of_node| of_node.get_mut(habit))
                {
                    *slot = (rank, share);
                }
            }
        }
        let mut order = open.clone();
        order.sort_by_cached_key(|node| ranks.get_mut(usize::from(*node)).map_or(0, median));
        let (next, share) = self.next(shares);
        if let Some(place) = order.iter().position(|node| *node == next) {
            order.get_mut(..=place).into_iter().for_each(|front| front.rotate_right(1));
        }
        (order, share)
    }

    /// The stop that most of the habits say is next; among equals that of the plan.
    fn next(&self, shares: [f32; COUNT]) -> (Node, f32) {
        let firsts =
            || self.orders.iter().zip(shares).filter_map(|(order, share)| Some((*order.first()?, share)));
        let said =
            |next: Node| firsts().filter(|(node, _)| *node == next).map(|(_, share)| share).sum::<f32>();
        firsts()
            .map(|(node, _)| (node, said(node)))
            .fold((0, -1.0), |best, one| if one.1 > best.1 { one } else { best })
    }

    /// The weights, adding up to 1.
    fn shares(&self) -> [f32; COUNT] {
        let greatest = self.weights.iter().flatten().copied().fold(f32::NEG_INFINITY, f32::max);
        let weights = self.weights.map(|weight| weight.map_or(0.0, |weight| (weight - greatest).exp()));
        let sum: f32 = weights.iter().sum();
        weights.map(|weight| weight / sum)
    }

    fn is_out_of_the_question(&self, habit: usize) -> bool {
        self.weights.get(habit).copied().flatten().is_none()
    }

    fn set(&mut self, habit: usize, order: Vec<Node>) {
        if let Some(old) = self.orders.get_mut(habit) {
            *old = order;
        }
    }
}

/// What legs cost a driver of a habit.
fn costs(habit: usize, legs: &Legs) -> Costs {
    match habit {
        ZONE_BY_ZONE => legs.costs(|leg| leg.drive_s + ZONE_BY_ZONE_TIMES * leg.zone_s),
        NEAR_FIRST => legs.costs(|leg| near_first(leg.drive_s) + leg.zone_s),
        _ => legs.costs(|Leg { drive_s, zone_s }| drive_s + zone_s),
    }
}

/// Seconds, bent by the power of three quarters.
fn near_first(drive_s: f32) -> f32 {
    let root = (drive_s / NEAR_S).sqrt();
    NEAR_S * root * root.sqrt()
}

/// How probable it is among drivers of a habit that the stop of this rank is next.
fn probability(rank: usize) -> f32 {
    let put_off = i32::try_from(rank).unwrap_or(i32::MAX);
    (1.0 - PUT_OFF) * PUT_OFF.powi(put_off)
}

/// The rank that half of the weight lies at or below.
fn median(ranks: &mut [(usize, f32); COUNT]) -> usize {
    ranks.sort_by_key(|(rank, _)| *rank);
    let mut below = 0.0;
    let half = ranks.iter().find(|(_, share)| {
        below += share;
        below >= 0.5
    });
    half.or(ranks.last()).map_or(0, |(rank, _)| *rank)
}

/// An order as a way among these nodes, without those that are not open any more; `None` when there was none.
fn numbered(order: &[Node], nodes: &[Node]) -> Option<Way> {
    let mut number = vec![0; usize::from(nodes.iter().max().copied()?) + 1];
    for (at, node) in nodes.iter().enumerate() {
        if let Some(slot) = number.get_mut(usize::from(*node)) {
            *slot = at;
        }
    }
    let open = order.iter().filter_map(|node| number.get(usize::from(*node)).copied()).filter(|at| *at > 0);
    let way: Way = std::iter::once(0).chain(open).chain([nodes.len()]).collect();
    (way.len() == nodes.len() + 1).then_some(way)
}
