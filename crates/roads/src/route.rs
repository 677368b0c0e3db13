//! The quickest way between two footholds.

use crate::contract::{Hierarchy, Position};
use crate::door::Vertex;
use crate::graph::{Course, Graph, Turn};
use crate::search::{Climb, Climbs, Cost, Seed};
use crate::snap::Foothold;
use crate::units::{Millis, Point, duration, share};

/// A way from one foothold to another.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Way {
    pub(crate) duration: Millis,
    /// The courses it drives: from a place on the first to a place on the last.
    courses: Vec<Course>,
}

/// The way that stays on one segment, when the goal lies ahead on it, and its cost.
pub(crate) fn direct(graph: &Graph, start: &Foothold, goal: &Foothold) -> Option<(Course, Cost)> {
    let ahead = |course: &Course| goal.part_of(*course) >= start.part_of(*course);
    let course = start.courses(graph).find(|course| start.segment == goal.segment && ahead(course))?;
    let drive = graph.drive(course)?;
    let time = share(drive, goal.part_of(course)).saturating_sub(share(drive, start.part_of(course)));
    Some((course, Cost { weight: time, duration: time }))
}

/// The courses that can follow the start's own, each with the cost of reaching its beginning.
///
/// Starting behind the first turn and not on the start's course itself keeps every cost positive, and a goal that
/// lies behind the start on the same course cannot be mistaken for reached.
pub(crate) fn departures(graph: &Graph, hierarchy: &Hierarchy, start: &Foothold) -> Vec<Seed> {
    let seed = |(course, turn): (Course, &Turn)| {
        let cost = departure_cost(graph, start, course, turn)?;
        Some(Seed { rank: hierarchy.rank(turn.to)?, cost })
    };
    start_turns(graph, start).filter_map(seed).collect()
}

/// The goal's courses, each with the cost from its beginning to the goal.
pub(crate) fn arrivals(graph: &Graph, hierarchy: &Hierarchy, goal: &Foothold) -> Vec<Seed> {
    let seed = |course| {
        let time = share(graph.drive(course)?, goal.part_of(course));
        Some(Seed { rank: hierarchy.rank(course)?, cost: Cost { weight: time, duration: time } })
    };
    goal.courses(graph).filter_map(seed).collect()
}

/// The quickest way; `None` when there is none.
pub(crate) fn quickest(
    graph: &Graph,
    hierarchy: &Hierarchy,
    climbs: &Climbs,
    start: &Foothold,
    goal: &Foothold,
) -> Option<Way> {
    let direct = direct(graph, start, goal).map(|(course, cost)| (cost, vec![course]));
    let around = climbs.with(|up| {
        climbs.with(|down| {
            up.run(&hierarchy.up, &hierarchy.down, &departures(graph, hierarchy, start));
            down.run(&hierarchy.down, &hierarchy.up, &arrivals(graph, hierarchy, goal));
            let (cost, top) = meeting(up, down)?;
            Some((cost, begun(graph, start, unpack(hierarchy, up, down, top))))
        })
    });
    let (cost, courses) = direct.into_iter().chain(around).min_by_key(|(cost, _)| *cost)?;
    Some(Way { duration: cost.duration, courses })
}

/// The cheapest way over a rank that both climbs settled.
fn meeting(up: &Climb, down: &Climb) -> Option<(Cost, u32)> {
    up.settled().filter_map(|(rank, cost)| Some((cost.plus(down.cost(rank)?), rank))).min()
}

fn unpack(hierarchy: &Hierarchy, up: &Climb, down: &Climb, top: u32) -> Vec<Course> {
    let (first, mut climbed) = up.trace(top);
    climbed.reverse();
    let (_, descended) = down.trace(top);
    let mut courses = vec![hierarchy.course(first)];
    let links = climbed.into_iter().map(Position::Up).chain(descended.into_iter().map(Position::Down));
    for link in links {
        hierarchy.unpack(link, &mut courses);
    }
    courses
}

/// Puts the start's own course before the others.
fn begun(graph: &Graph, start: &Foothold, courses: Vec<Course>) -> Vec<Course> {
    let leads_on = |(_, turn): &(Course, &Turn)| courses.first() == Some(&turn.to);
    let cheapest = start_turns(graph, start)
        .filter(leads_on)
        .filter_map(|(course, turn)| Some((departure_cost(graph, start, course, turn)?, course)))
        .min();
    cheapest.into_iter().map(|(_, course)| course).chain(courses).collect()
}

fn start_turns<'a>(graph: &'a Graph, start: &Foothold) -> impl Iterator<Item = (Course, &'a Turn)> + use<'a> {
    start.courses(graph).flat_map(|course| graph.turns(course).iter().map(move |turn| (course, turn)))
}

fn departure_cost(graph: &Graph, start: &Foothold, course: Course, turn: &Turn) -> Option<Cost> {
    let drive = graph.drive(course)?;
    let duration = (drive - share(drive, start.part_of(course))).saturating_add(turn.delay);
    Some(Cost { weight: duration.saturating_add(turn.penalty), duration })
}

/// The line of a way, and its length in metres.
pub(crate) fn line(graph: &Graph, way: &Way, start: &Foothold, goal: &Foothold) -> (Vec<Vertex>, f64) {
    let mut pen = Pen { graph, line: vec![vertex(start.point, 0)], elapsed: 0, length_m: 0.0 };
    let last = way.courses.len().saturating_sub(1);
    let next = way.courses.iter().skip(1).map(Some).chain([None]);
    for (at, (&course, next)) in way.courses.iter().zip(next).enumerate() {
        let from = if at == 0 { start.part_of(course) } else { 0.0 };
        let to = if at == last { goal.part_of(course) } else { 1.0 };
        let end = if at == last { Some(goal.point) } else { graph.course_points(course).last().copied() };
        let delay = next.and_then(|next| graph.turn(course, *next)).map_or(0, |turn| turn.delay);
        pen.draw(course, (from, to), end, delay);
    }
    (pen.line, pen.length_m)
}

struct Pen<'a> {
    graph: &'a Graph,
    line: Vec<Vertex>,
    elapsed: Millis,
    length_m: f64,
}

impl Pen<'_> {
    /// Draws a part of a course, without its first point. The delay of the turn at its end is waited before it.
    fn draw(&mut self, course: Course, (from, to): (f64, f64), end: Option<Point>, delay: Millis) {
        let drive = self.graph.drive(course).unwrap_or_default();
        let whole_m = self.graph.segment(course.segment()).length_m;
        let begun = share(drive, from);
        let points = self.graph.course_points(course);
        let mut passed_m = 0.0;
        for (previous, point) in points.iter().zip(points.iter().skip(1)) {
            passed_m += previous.metres_to(*point);
            let part = if whole_m > 0.0 { passed_m / whole_m } else { 1.0 };
            if part > from && part < to {
                let since = share(drive, part).saturating_sub(begun);
                self.line.push(vertex(*point, self.elapsed.saturating_add(since)));
            }
        }
        let time = share(drive, to).saturating_sub(begun);
        self.elapsed = self.elapsed.saturating_add(time).saturating_add(delay);
        self.length_m += whole_m * (to - from).max(0.0);
        self.line.extend(end.map(|end| vertex(end, self.elapsed)));
    }
}

fn vertex(point: Point, elapsed: Millis) -> Vertex {
    Vertex { place: point.place(), elapsed: duration(elapsed) }
}
