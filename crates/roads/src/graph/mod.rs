//! The road graph: segments between junctions, and the turns between them.
//!
//! A [`Segment`] is a piece of road without a junction inside. Driven in one direction it is a [`Course`], and
//! courses are what turns join: that is how a turn can cost time or be forbidden. Every segment has two courses,
//! also where one of them may not be driven, so that one follows from the other by arithmetic.

mod components;
mod split;
mod turns;

use doorstep_domain::Metres;
use serde::{Deserialize, Serialize};

use crate::csr::Csr;
use crate::extract::RawRoads;
use crate::profile::Profile;
use crate::units::{Millis, Point};

/// A segment in one of its two directions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) struct Course(u32);

impl Course {
    pub(crate) fn forward(segment: u32) -> Self {
        Self(segment * 2)
    }

    pub(crate) fn backward(segment: u32) -> Self {
        Self(segment * 2 + 1)
    }

    pub(crate) fn from_number(number: u32) -> Self {
        Self(number)
    }

    /// Its row in tables of courses.
    pub(crate) fn number(self) -> u32 {
        self.0
    }

    pub(crate) fn segment(self) -> u32 {
        self.0 / 2
    }

    pub(crate) fn is_forward(self) -> bool {
        self.0.is_multiple_of(2)
    }

    /// The other direction of the same segment.
    pub(crate) fn reverse(self) -> Self {
        Self(self.0 ^ 1)
    }
}

/// A piece of road without a junction inside.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Segment {
    pub(crate) length_m: f64,
    /// The time to drive along it, unless that is forbidden.
    pub(crate) forward: Option<Millis>,
    /// The time to drive against it, unless that is forbidden.
    pub(crate) backward: Option<Millis>,
    /// A position in the names.
    pub(crate) name: Option<u32>,
    /// A street that is there for those who live in it.
    pub(crate) is_residential: bool,
}

/// From the end of one course into another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Turn {
    pub(crate) to: Course,
    /// The time it takes.
    pub(crate) delay: Millis,
    /// What makes it undesirable beyond its time.
    pub(crate) penalty: Millis,
}

/// Segments, their shapes and names, and the turns between them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Graph {
    segments: Vec<Segment>,
    /// The line of each segment, at least two points.
    points: Csr<Point>,
    /// The turns at the end of each course.
    turns: Csr<Turn>,
    names: Vec<String>,
    /// Whether a course is in the part of the network where everything can be reached from everywhere.
    connected: Vec<bool>,
}

impl Graph {
    /// The graph of what was read; `None` when nothing in it can be driven.
    pub(crate) fn build(mut raw: RawRoads, profile: &Profile) -> Option<Self> {
        let pieces = split::split(&raw, profile);
        let turns = turns::turns(&raw, &pieces, profile);
        let connected = components::largest(&turns, &pieces);
        let any = connected.iter().any(|&connected| connected);
        let names = std::mem::take(&mut raw.names);
        any.then_some(Self { segments: pieces.segments, points: pieces.points, turns, names, connected })
    }

    pub(crate) fn segment_count(&self) -> usize {
        self.segments.len()
    }

    pub(crate) fn turn_count(&self) -> usize {
        self.turns.item_count()
    }

    pub(crate) fn length(&self) -> Metres {
        Metres(self.segments.iter().map(|segment| segment.length_m).sum())
    }

    pub(crate) fn course_count(&self) -> usize {
        self.turns.row_count()
    }

    pub(crate) fn segment(&self, segment: u32) -> &Segment {
        self.segments.get(segment as usize).expect("segments are only named by their own graph")
    }

    pub(crate) fn name(&self, segment: u32) -> Option<&str> {
        self.names.get(self.segment(segment).name? as usize).map(String::as_str)
    }

    /// The line of a segment, along its direction.
    pub(crate) fn points(&self, segment: u32) -> &[Point] {
        self.points.row(segment)
    }

    /// The line of a course, in the direction that it is driven.
    pub(crate) fn course_points(&self, course: Course) -> Vec<Point> {
        let mut points = self.points(course.segment()).to_vec();
        if !course.is_forward() {
            points.reverse();
        }
        points
    }

    pub(crate) fn turns(&self, course: Course) -> &[Turn] {
        self.turns.row(course.number())
    }

    /// The turn from one course into another, if there is one.
    pub(crate) fn turn(&self, from: Course, to: Course) -> Option<Turn> {
        self.turns(from).iter().find(|turn| turn.to == to).copied()
    }

    /// The time to drive a whole course, unless that is forbidden.
    pub(crate) fn drive(&self, course: Course) -> Option<Millis> {
        let segment = self.segment(course.segment());
        if course.is_forward() { segment.forward } else { segment.backward }
    }

    /// Whether the course is in the part where everything can be reached from everywhere.
    pub(crate) fn is_connected(&self, course: Course) -> bool {
        self.connected.get(course.number() as usize).copied().unwrap_or_default()
    }

    /// Every course, in order.
    pub(crate) fn courses(&self) -> impl Iterator<Item = Course> + use<> {
        (0..crate::units::index(self.course_count())).map(Course)
    }
}
