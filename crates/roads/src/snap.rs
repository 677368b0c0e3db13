//! From a place to the road: the nearest segment that a van can get to and away from.

use doorstep_domain::Place;
use rstar::primitives::Line;
use rstar::{AABB, PointDistance, RTree, RTreeObject};

use crate::graph::{Course, Graph};
use crate::units::{METRES_PER_DEGREE, Point, index};

/// How much farther than the nearest road one with the right name may be, metres. A third to a half of all addresses
/// lie closer to another road than to their own.
const STREET_BONUS_M: f64 = 80.0;

/// How many straight pieces of a segment are one entry of the index. More make the index smaller and quicker to
/// build, fewer make it quicker to ask.
const PIECES_PER_ENTRY: usize = 2;

/// A place on a segment.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Foothold {
    pub(crate) segment: u32,
    /// How far along the segment, from 0 to 1.
    pub(crate) part: f64,
    pub(crate) point: Point,
    /// From the place asked for to the road.
    pub(crate) distance_m: f64,
}

impl Foothold {
    /// How far along a course of its segment, from 0 to 1.
    pub(crate) fn part_of(&self, course: Course) -> f64 {
        if course.is_forward() { self.part } else { 1.0 - self.part }
    }

    /// The courses that a van at this place can drive.
    pub(crate) fn courses<'a>(&self, graph: &'a Graph) -> impl Iterator<Item = Course> + use<'a> {
        let both = [Course::forward(self.segment), Course::backward(self.segment)];
        both.into_iter().filter(|course| graph.is_connected(*course))
    }
}

/// A part of a connected segment in the index, its corners in metres on the plane.
struct Drawn {
    segment: u32,
    /// The number of its first piece in the segment.
    first_piece: usize,
    corners: Box<[[f64; 2]]>,
    /// Kept, because the index asks for it again and again.
    envelope: AABB<[f64; 2]>,
}

impl Drawn {
    /// The entries of a segment.
    fn all(graph: &Graph, plane: Plane, segment: u32) -> Vec<Self> {
        let corners = graph.points(segment).iter().map(|point| plane.flat(point.lat(), point.lon()));
        let corners: Vec<[f64; 2]> = corners.collect();
        let starts = (0..corners.len().saturating_sub(1)).step_by(PIECES_PER_ENTRY);
        let entry = |first_piece: usize| {
            let end = corners.len().min(first_piece + PIECES_PER_ENTRY + 1);
            let corners = corners.get(first_piece..end).unwrap_or_default();
            Self { segment, first_piece, envelope: AABB::from_points(corners), corners: corners.into() }
        };
        starts.map(entry).collect()
    }

    fn pieces(&self) -> impl Iterator<Item = Line<[f64; 2]>> {
        self.corners.iter().zip(self.corners.iter().skip(1)).map(|(from, to)| Line::new(*from, *to))
    }
}

impl RTreeObject for Drawn {
    type Envelope = AABB<[f64; 2]>;

    fn envelope(&self) -> Self::Envelope {
        self.envelope
    }
}

impl PointDistance for Drawn {
    fn distance_2(&self, point: &[f64; 2]) -> f64 {
        self.pieces().map(|piece| piece.distance_2(point)).fold(f64::INFINITY, f64::min)
    }
}

/// An index of the connected roads by place. Its coordinates are metres on a plane that fits the extract's middle, so
/// it orders candidates; distances told are measured on the sphere.
pub(crate) struct Snapper {
    entries: RTree<Drawn>,
    plane: Plane,
}

impl Snapper {
    pub(crate) fn new(graph: &Graph) -> Self {
        let connected = |segment: &u32| {
            graph.is_connected(Course::forward(*segment)) || graph.is_connected(Course::backward(*segment))
        };
        let segments: Vec<u32> = (0..index(graph.segment_count())).filter(connected).collect();
        let plane = Plane::at(middle_lat(graph, &segments));
        let entries = segments.into_iter().flat_map(|segment| Drawn::all(graph, plane, segment)).collect();
        Self { entries: RTree::bulk_load(entries), plane }
    }

    /// The nearest place on a road.
    pub(crate) fn nearest(&self, graph: &Graph, place: Place) -> Option<Foothold> {
        let wanted = self.plane.flat(place.lat(), place.lon());
        let drawn = self.entries.nearest_neighbor(&wanted)?;
        self.foothold(graph, place, drawn)
    }

    /// The nearest place on a road of that name, unless the nearest road of all is a good deal closer.
    pub(crate) fn nearest_on_street(&self, graph: &Graph, place: Place, street: &str) -> Option<Foothold> {
        let wanted = self.plane.flat(place.lat(), place.lon());
        let street = comparable(street);
        let mut near = self.entries.nearest_neighbor_iter_with_distance_2(&wanted).peekable();
        let (nearest, nearest_m2) = near.peek().map(|(drawn, m2)| (*drawn, *m2))?;
        let reach_m = nearest_m2.sqrt() + STREET_BONUS_M;
        let has_name =
            |drawn: &Drawn| graph.name(drawn.segment).is_some_and(|name| comparable(name) == street);
        let named = near.take_while(|(_, m2)| m2.sqrt() <= reach_m).find(|(drawn, _)| has_name(drawn));
        self.foothold(graph, place, named.map_or(nearest, |(drawn, _)| drawn))
    }

    fn foothold(&self, graph: &Graph, place: Place, drawn: &Drawn) -> Option<Foothold> {
        let wanted = self.plane.flat(place.lat(), place.lon());
        let from_wanted = |piece: &Line<[f64; 2]>| piece.distance_2(&wanted);
        let pieces = (drawn.first_piece..).zip(drawn.pieces());
        let (number, piece) = pieces.min_by(|(_, a), (_, b)| from_wanted(a).total_cmp(&from_wanted(b)))?;
        let point = self.plane.point(piece.nearest_point(&wanted))?;
        let line = graph.points(drawn.segment);
        let (mut before_m, mut whole_m) = (0.0, 0.0);
        for ((from, to), passed) in line.iter().zip(line.iter().skip(1)).zip(0..) {
            if passed == number {
                before_m = whole_m + from.metres_to(point);
            }
            whole_m += from.metres_to(*to);
        }
        let part = if whole_m > 0.0 { (before_m / whole_m).clamp(0.0, 1.0) } else { 0.0 };
        let distance_m = place.distance_to(point.place()).0;
        Some(Foothold { segment: drawn.segment, part, point, distance_m })
    }
}

/// Degrees as metres on a plane, true near one latitude.
#[derive(Debug, Clone, Copy)]
struct Plane {
    metres_per_lon_degree: f64,
}

impl Plane {
    fn at(lat: f64) -> Self {
        Self { metres_per_lon_degree: METRES_PER_DEGREE * lat.to_radians().cos() }
    }

    fn flat(self, lat: f64, lon: f64) -> [f64; 2] {
        [lon * self.metres_per_lon_degree, lat * METRES_PER_DEGREE]
    }

    fn point(self, [x, y]: [f64; 2]) -> Option<Point> {
        Point::nearest_to_degrees(y / METRES_PER_DEGREE, x / self.metres_per_lon_degree)
    }
}

fn middle_lat(graph: &Graph, segments: &[u32]) -> f64 {
    let lats = || segments.iter().flat_map(|segment| graph.points(*segment)).map(|point| point.lat());
    let (south, north) = (lats().fold(90.0, f64::min), lats().fold(-90.0, f64::max));
    f64::midpoint(south, north).clamp(-85.0, 85.0)
}

/// A street name without what people write differently: case, spaces, hyphens, and the ways to write "street".
fn comparable(name: &str) -> String {
    let letters = name.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase);
    let mut comparable = letters.collect::<String>().replace('ß', "ss");
    if comparable.ends_with("strasse") {
        comparable.truncate(comparable.len() - "asse".len());
    }
    comparable
}

#[cfg(test)]
mod tests {
    use super::comparable;

    #[test]
    fn street_names_are_compared_as_people_mean_them() {
        for (one, other) in [
            ("Hauptstraße", "hauptstr."),
            ("Haupt-Strasse", "Hauptstraße"),
            ("Rue  Grimaldi", "RUE GRIMALDI"),
            ("Avenue d'Ostende", "Avenue d’Ostende"),
        ] {
            assert_eq!(comparable(one), comparable(other));
        }
        assert_ne!(comparable("Hauptstraße"), comparable("Hauptweg"));
    }
}
