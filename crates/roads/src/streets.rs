//! The streets of a network and the houses on them, as release needs them.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::iter::successors;

use doorstep_domain::streets::{Spot, Street, Streets};
use doorstep_domain::{MetresPerSecond, Place};

use crate::extract::Address;
use crate::graph::{Course, Graph};
use crate::network::RoadNetwork;
use crate::snap::Foothold;
use crate::units::{Point, index};

/// Houses of one street that stand closer are one house: the same one is often there twice, as building and as entrance.
const SAME_HOUSE_M: f64 = 4.0;
/// A building farther from any street stands behind others.
const BESIDE_M: f64 = 50.0;
/// Where a residential street has no house on the map, one stands every so many metres: fewer than there are, so that
/// places where a position may be told lie rather farther apart.
const UNMAPPED_EVERY_M: f64 = 30.0;

impl RoadNetwork {
    /// The streets of this network with the houses on them: on each piece of street the addresses with a number, or the
    /// buildings nearest to it, whichever are more; and along a residential street of which the map knows no house one
    /// every 30 m. Where the extract knows fewer houses than there are, places where a position may be told lie
    /// farther apart.
    pub fn streets(&self, addresses: &[Address], buildings: &[Place]) -> Streets {
        let graph = self.graph();
        let mut junctions = Junctions::default();
        let streets: Vec<Street> =
            (0..index(graph.segment_count())).map(|segment| street(graph, segment, &mut junctions)).collect();
        Streets::new(&streets, self.houses(addresses, buildings))
    }

    fn houses(&self, addresses: &[Address], buildings: &[Place]) -> Vec<Spot> {
        let numbered = addresses.iter().filter(|address| address.housenumber.is_some());
        let numbered = self.by_street(numbered.filter_map(|address| {
            self.foothold_on(address.place, address.street.as_deref().unwrap_or_default())
        }));
        let near = |building: &Place| self.foothold(*building).ok().filter(|at| at.distance_m <= BESIDE_M);
        let mut houses = self.by_street(buildings.iter().filter_map(near));
        for (street, numbered) in numbered {
            let built = houses.entry(street).or_default();
            // A building is one house at least, and so is a number: whichever the map knows more of is nearer to the truth.
            if numbered.len() > built.len() {
                *built = numbered;
            }
        }
        self.fill_unmapped(&mut houses);
        let apart = |(street, mut along): (u32, Vec<f64>)| {
            along.sort_by(f64::total_cmp);
            along.dedup_by(|next, before| *next - *before < SAME_HOUSE_M);
            along.into_iter().map(move |at_m| Spot { street, at_m })
        };
        houses.into_iter().flat_map(apart).collect()
    }

    /// Puts houses along the residential streets that have none; a street is what bears one name.
    fn fill_unmapped(&self, houses: &mut BTreeMap<u32, Vec<f64>>) {
        let graph = self.graph();
        let name = |segment: &u32| graph.segment(*segment).name;
        let mapped: HashSet<u32> = houses.keys().filter_map(name).collect();
        let unmapped = (0..index(graph.segment_count())).filter(|segment| {
            let is_mapped =
                houses.contains_key(segment) || name(segment).is_some_and(|name| mapped.contains(&name));
            graph.segment(*segment).is_residential && !is_mapped
        });
        for segment in unmapped.collect::<Vec<_>>() {
            let length_m = graph.segment(segment).length_m;
            let along = successors(Some(UNMAPPED_EVERY_M / 2.0), |at_m| Some(at_m + UNMAPPED_EVERY_M));
            houses.insert(segment, along.take_while(|at_m| *at_m < length_m).collect());
        }
    }

    /// Metres along each street of what stands on it.
    fn by_street(&self, footholds: impl Iterator<Item = Foothold>) -> BTreeMap<u32, Vec<f64>> {
        let mut by_street: BTreeMap<u32, Vec<f64>> = BTreeMap::new();
        for foothold in footholds {
            let along = self.graph().segment(foothold.segment).length_m * foothold.part;
            by_street.entry(foothold.segment).or_default().push(along);
        }
        by_street
    }
}

/// Junctions by where they are.
#[derive(Default)]
struct Junctions(HashMap<Point, u32>);

impl Junctions {
    fn at(&mut self, point: Option<&Point>) -> u32 {
        let next = index(self.0.len());
        point.map_or(next, |point| *self.0.entry(*point).or_insert(next))
    }
}

/// A segment as a street; one that may only be driven against its line has it turned round.
fn street(graph: &Graph, segment: u32, junctions: &mut Junctions) -> Street {
    let (forward, backward) = (Course::forward(segment), Course::backward(segment));
    let drives = |course| graph.drive(course).filter(|millis| *millis > 0);
    let course = if drives(forward).is_some() || drives(backward).is_none() { forward } else { backward };
    let points = graph.course_points(course);
    let length_m = graph.segment(segment).length_m;
    let seconds = drives(course).map_or(f64::INFINITY, |millis| f64::from(millis) / 1000.0);
    Street {
        from: junctions.at(points.first()),
        to: junctions.at(points.last()),
        line: points.iter().map(|point| point.place()).collect(),
        is_one_way: drives(forward).is_none() || drives(backward).is_none(),
        speed: MetresPerSecond(length_m / seconds),
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use crate::{Profile, RoadNetwork, addresses, buildings};

    #[test]
    fn the_houses_of_the_demo_stand_on_its_streets() {
        let extract = Path::new("../../demo/monaco.osm.pbf");
        let roads = RoadNetwork::build(extract, &Profile::default()).unwrap();
        let streets = roads.streets(&addresses(extract).unwrap(), &buildings(extract).unwrap());
        let houses = streets.house_count();
        assert!((1_000..20_000).contains(&houses), "{houses} houses");
    }
}
