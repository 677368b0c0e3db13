//! The contraction hierarchy over the turn graph, which makes searches a matter of microseconds.
//!
//! `fast_paths` contracts; the searches are our own ([`crate::search`]), because a hierarchy link here carries two
//! costs: the *weight* that is minimised, with the penalties that keep a van off private roads, and the *duration*
//! that is told. Courses are numbered by their rank in the hierarchy, so that a search stays close in memory.
//!
//! A cost of a course is that of reaching its beginning.

use std::ops::Range;

use fast_paths::{FastGraph32, InputGraph, Params};
use serde::{Deserialize, Serialize};

use crate::csr::Csr;
use crate::graph::{Course, Graph};
use crate::units::{Millis, index};

/// A link of the hierarchy: a turn, or a shortcut over two links by way of a course of lower rank.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Link {
    /// The rank of the course at the other end.
    pub(crate) to: u32,
    pub(crate) weight: Millis,
    pub(crate) duration: Millis,
    shortcut: Option<Shortcut>,
}

/// The two links that a shortcut stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
struct Shortcut {
    /// The position of the first in the downward links.
    first: u32,
    /// The position of the second in the upward links.
    second: u32,
}

/// The contracted turn graph.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Hierarchy {
    /// The rank of each course.
    ranks: Vec<u32>,
    /// The course of each rank.
    courses: Vec<Course>,
    /// From each rank, the links to higher ranks.
    pub(crate) up: Csr<Link>,
    /// To each rank, the links from higher ranks.
    pub(crate) down: Csr<Link>,
}

/// Where a link is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Position {
    Up(u32),
    Down(u32),
}

impl Hierarchy {
    /// Contracts the connected part of a graph.
    pub(crate) fn contract(graph: &Graph) -> Self {
        let mut input = InputGraph::new();
        for from in graph.courses().filter(|course| graph.is_connected(*course)) {
            for turn in graph.turns(from).iter().filter(|turn| graph.is_connected(turn.to)) {
                let (weight, _) = turn_cost(graph, from, turn.to);
                input.add_edge(from.number() as usize, turn.to.number() as usize, weight as usize);
            }
        }
        input.freeze();
        let contracted = fast_paths::prepare_with_params(&input, &params());
        Builder::new(graph, FastGraph32::new(&contracted)).build()
    }

    /// The rank of a course; `None` outside the connected part.
    pub(crate) fn rank(&self, course: Course) -> Option<u32> {
        self.ranks.get(course.number() as usize).copied()
    }

    pub(crate) fn rank_count(&self) -> usize {
        self.courses.len()
    }

    pub(crate) fn course(&self, rank: u32) -> Course {
        *self.courses.get(rank as usize).expect("ranks are only given to courses")
    }

    /// Appends the courses that a link leads into, the last being its end.
    pub(crate) fn unpack(&self, position: Position, courses: &mut Vec<Course>) {
        let mut stack = vec![position];
        while let Some(position) = stack.pop() {
            let (link, row) = match position {
                Position::Up(at) => (self.up.item(at), self.up.row_of(at)),
                Position::Down(at) => (self.down.item(at), self.down.row_of(at)),
            };
            let link = link.expect("links only name links of their own hierarchy");
            match (link.shortcut, position) {
                (Some(Shortcut { first, second }), _) => {
                    stack.extend([Position::Up(second), Position::Down(first)]);
                }
                (None, Position::Up(_)) => courses.push(self.course(link.to)),
                (None, Position::Down(_)) => courses.push(self.course(row)),
            }
        }
    }
}

/// Short witness searches: on a city's turn graph they make a third of the default's preparation time, 4 % more links
/// and queries that are no slower.
fn params() -> Params {
    let hierarchy_depth_factor = 0.1;
    let (initial, neighbours, contraction) = (50, 5, 50);
    Params::new(hierarchy_depth_factor, initial, neighbours, contraction)
}

/// Weight and duration from the beginning of one course to that of another one that a turn leads to.
fn turn_cost(graph: &Graph, from: Course, to: Course) -> (Millis, Millis) {
    let drive = graph.drive(from).expect("turns only leave courses that may be driven");
    let turn = graph.turn(from, to).expect("the contracted graph only has turns of the graph");
    let duration = drive.saturating_add(turn.delay);
    (duration.saturating_add(turn.penalty), duration)
}

/// Translates what `fast_paths` made.
struct Builder<'a> {
    graph: &'a Graph,
    contracted: FastGraph32,
    up: Vec<(u32, Link)>,
    down: Vec<(u32, Link)>,
}

impl<'a> Builder<'a> {
    fn new(graph: &'a Graph, contracted: FastGraph32) -> Self {
        Self { graph, contracted, up: Vec::new(), down: Vec::new() }
    }

    /// Its links are sorted by rank, and a shortcut lies above what it stands for: one pass finds every duration.
    fn build(mut self) -> Hierarchy {
        let mut courses = vec![Course::from_number(0); self.contracted.ranks.len()];
        for (course, rank) in (0..).map(Course::from_number).zip(&self.contracted.ranks) {
            if let Some(slot) = courses.get_mut(*rank as usize) {
                *slot = course;
            }
        }
        let rank_count = courses.len();
        for rank in 0..index(rank_count) {
            for at in row(&self.contracted.first_edge_ids_fwd, rank) {
                self.up.push((rank, self.link(Position::Up(at))));
            }
            for at in row(&self.contracted.first_edge_ids_bwd, rank) {
                self.down.push((rank, self.link(Position::Down(at))));
            }
        }
        Hierarchy {
            ranks: self.contracted.ranks,
            courses,
            up: Csr::from_pairs(rank_count, self.up),
            down: Csr::from_pairs(rank_count, self.down),
        }
    }

    fn link(&self, position: Position) -> Link {
        let edge = match position {
            Position::Up(at) => self.contracted.edges_fwd.get(at as usize),
            Position::Down(at) => self.contracted.edges_bwd.get(at as usize),
        };
        let edge = edge.expect("fast_paths' rows name its own edges");
        let (base, other) = (Course::from_number(edge.base_node), Course::from_number(edge.adj_node));
        let is_shortcut = edge.replaced_in_edge != u32::MAX;
        let shortcut =
            is_shortcut.then_some(Shortcut { first: edge.replaced_in_edge, second: edge.replaced_out_edge });
        let duration = match (shortcut, position) {
            (Some(shortcut), _) => self.shortcut_duration(shortcut),
            (None, Position::Up(_)) => turn_cost(self.graph, base, other).1,
            (None, Position::Down(_)) => turn_cost(self.graph, other, base).1,
        };
        let to = self.contracted.ranks.get(edge.adj_node as usize).copied();
        Link { to: to.expect("fast_paths ranks every node"), weight: edge.weight, duration, shortcut }
    }

    fn shortcut_duration(&self, shortcut: Shortcut) -> Millis {
        let duration = |links: &[(u32, Link)], at: u32| links.get(at as usize).map(|(_, link)| link.duration);
        let first = duration(&self.down, shortcut.first);
        let second = duration(&self.up, shortcut.second);
        first.zip(second).map(|(first, second)| first + second).expect("a shortcut lies above its parts")
    }
}

/// The positions of a rank's edges, from where each rank's begin.
fn row(first: &[u32], rank: u32) -> Range<u32> {
    let rank = rank as usize;
    first.get(rank).zip(first.get(rank + 1)).map_or(0..0, |(start, end)| *start..*end)
}
