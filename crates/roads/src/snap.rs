//! From a place to the road: the nearest segment that a van can get to and away from.

use doorstep_domain::Place;
use rstar::RTree;
use rstar::primitives::{GeomWithData, Line};

use crate::graph::{Course, Graph};
use crate::units::{Point, index};

/// Metres per degree of latitude, and of longitude at the equator, on the sphere that distances are measured on.
const METRES_PER_DEGREE: f64 = 111_195.08;

/// How much farther than the nearest road one with the right name may be, metres. A third to a half of all addresses
/// lie closer to another road than to their own.
const STREET_BONUS_M: f64 = 80.0;

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

type Piece = GeomWithData<Line<[f64; 2]>, PieceOf>;

/// Which straight piece of which segment.
#[derive(Debug, Clone, Copy, PartialEq)]
struct PieceOf {
    segment: u32,
    piece: u32,
}

/// An index of the connected roads by place. Its coordinates are metres on a plane that fits the extract's middle, so
/// it orders candidates; distances told are measured on the sphere.
pub(crate) struct Snapper {
    pieces: RTree<Piece>,
    metres_per_lon_degree: f64,
}

impl Snapper {
    pub(crate) fn new(graph: &Graph) -> Self {
        let connected = |segment: &u32| {
            graph.is_connected(Course::forward(*segment)) || graph.is_connected(Course::backward(*segment))
        };
        let segments: Vec<u32> = (0..index(graph.segment_count())).filter(connected).collect();
        let metres_per_lon_degree = METRES_PER_DEGREE * middle_lat(graph, &segments).to_radians().cos();
        let mut snapper = Self { pieces: RTree::new(), metres_per_lon_degree };
        let mut pieces = Vec::new();
        for segment in segments {
            let corners: Vec<[f64; 2]> =
                graph.points(segment).iter().map(|point| snapper.flat(point.place())).collect();
            for ((from, to), piece) in corners.iter().zip(corners.iter().skip(1)).zip(0..) {
                pieces.push(Piece::new(Line::new(*from, *to), PieceOf { segment, piece }));
            }
        }
        snapper.pieces = RTree::bulk_load(pieces);
        snapper
    }

    /// The nearest place on a road.
    pub(crate) fn nearest(&self, graph: &Graph, place: Place) -> Option<Foothold> {
        let piece = self.pieces.nearest_neighbor(&self.flat(place))?;
        self.foothold(graph, place, piece)
    }

    /// The nearest place on a road of that name, unless the nearest road of all is a good deal closer.
    pub(crate) fn nearest_on_street(&self, graph: &Graph, place: Place, street: &str) -> Option<Foothold> {
        let flat = self.flat(place);
        let street = comparable(street);
        let mut near = self.pieces.nearest_neighbor_iter_with_distance_2(&flat).peekable();
        let (nearest, nearest_m2) = near.peek().map(|(piece, m2)| (*piece, *m2))?;
        let reach_m = nearest_m2.sqrt() + STREET_BONUS_M;
        let named = near
            .take_while(|(_, m2)| m2.sqrt() <= reach_m)
            .find(|(piece, _)| graph.name(piece.data.segment).is_some_and(|name| comparable(name) == street));
        self.foothold(graph, place, named.map_or(nearest, |(piece, _)| piece))
    }

    fn flat(&self, place: Place) -> [f64; 2] {
        [place.lon() * self.metres_per_lon_degree, place.lat() * METRES_PER_DEGREE]
    }

    fn foothold(&self, graph: &Graph, place: Place, piece: &Piece) -> Option<Foothold> {
        let PieceOf { segment, piece: number } = piece.data;
        let on_road = self.unflat(piece.geom().nearest_point(&self.flat(place)))?;
        let points = graph.points(segment);
        let (mut before_m, mut whole_m) = (0.0, 0.0);
        for ((from, to), passed) in points.iter().zip(points.iter().skip(1)).zip(0..) {
            if passed == number {
                before_m = whole_m + from.metres_to(on_road);
            }
            whole_m += from.metres_to(*to);
        }
        let part = if whole_m > 0.0 { (before_m / whole_m).clamp(0.0, 1.0) } else { 0.0 };
        Some(Foothold { segment, part, point: on_road, distance_m: place.distance_to(on_road.place()).0 })
    }

    fn unflat(&self, [x, y]: [f64; 2]) -> Option<Point> {
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
