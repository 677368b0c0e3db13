//! A made-up town: streets, doors, zones, a depot at the edge, and how long it takes from one place to another.

mod doors;
mod point;
mod streets;
mod zones;

use rand::RngExt as _;
use rand::rngs::StdRng;
use rand::seq::SliceRandom as _;

use doors::Door;
use streets::Streets;
use zones::{ZONES, Zone};

use crate::chance::log_normal;

pub(super) use point::Point;
pub(super) use streets::Crossing;

/// The depot lies outside, at the end of a road that leads to a crossing at the edge.
const DEPOT: Point = Point { east: -2_200.0, north: 1_100.0 };
const DEPOT_ROAD_MS: u32 = 3 * 60 * 1000;
/// So many stops a tour has in a zone, where there are doors enough.
const STOPS_PER_ZONE: std::ops::RangeInclusive<usize> = 4..=14;

/// How unlike the zones of an uneven town are: the deviation of the logarithm, of the work and of drives.
const UNEVEN: f64 = 0.3;

/// A door of the town, by its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct DoorNo(pub(super) u32);

/// Where a vehicle can be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Spot {
    /// Where tours begin.
    Depot,
    /// A crossing of streets.
    Crossing(Crossing),
    /// The kerb in front of a door.
    Door(DoorNo),
}

/// A point of a way, and how long it takes until there.
#[derive(Debug, Clone, Copy)]
pub(super) struct Waypoint {
    pub(super) point: Point,
    pub(super) ms: u32,
}

/// A town.
pub(super) struct Town {
    streets: Streets,
    doors: Vec<Door>,
    /// The doors of each zone.
    by_zone: Vec<Vec<DoorNo>>,
}

/// The fastest way from a spot to another one: along one street, or out to a crossing and in from another.
enum Way {
    AlongTheStreet,
    Through(Crossing, Crossing),
}

impl Town {
    /// Builds a town.
    pub(super) fn built(chance: &mut StdRng) -> Self {
        let streets = Streets::laid(chance);
        let doors: Vec<Door> =
            streets.all.iter().flat_map(|street| doors::along(&streets, *street, chance)).collect();
        let mut by_zone = vec![Vec::new(); usize::from(ZONES)];
        for (number, door) in (0..).zip(&doors) {
            if let Some(zone) = by_zone.get_mut(usize::from(door.zone.0)) {
                zone.push(DoorNo(number));
            }
        }
        Self { streets, doors, by_zone }
    }

    /// Makes work and drives take longer in some zones than in others, for as long as the town stands. No plan knows it.
    pub(super) fn make_uneven(&mut self, chance: &mut StdRng) {
        let zones: Vec<[f64; 2]> =
            self.by_zone.iter().map(|_| [(); 2].map(|()| log_normal(chance, 1.0, UNEVEN))).collect();
        for door in &mut self.doors {
            let Some([work, drives]) = zones.get(usize::from(door.zone.0)) else { continue };
            door.effort *= work;
            door.approach *= drives;
        }
    }

    pub(super) fn door(&self, number: DoorNo) -> &Door {
        let index = usize::try_from(number.0).ok();
        index.and_then(|index| self.doors.get(index)).expect("numbers of doors come from this town")
    }

    /// Where a vehicle stands there.
    pub(super) fn point(&self, spot: Spot) -> Point {
        match spot {
            Spot::Depot => DEPOT,
            Spot::Crossing(crossing) => self.streets.point(crossing),
            Spot::Door(door) => self.door(door).kerb,
        }
    }

    /// The doors of a tour: some in each of several zones that lie together.
    pub(super) fn doors_together(&self, count: usize, chance: &mut StdRng) -> Vec<DoorNo> {
        let centre = Zone(chance.random_range(0..ZONES));
        let mut zones: Vec<(f64, &Vec<DoorNo>)> = (0..ZONES)
            .zip(&self.by_zone)
            .map(|(zone, doors)| ((centre.apart(Zone(zone)) + 0.5) * chance.random_range(0.7..1.4), doors))
            .collect();
        zones.sort_by(|a, b| a.0.total_cmp(&b.0));
        let mut chosen = Vec::with_capacity(count);
        for (_, doors) in zones {
            let wanted = chance.random_range(STOPS_PER_ZONE).min(count - chosen.len());
            chosen.extend_from_slice(doors.clone().partial_shuffle(chance, wanted).0);
        }
        chosen
    }

    /// How long the drive takes on a usual day, in milliseconds.
    pub(super) fn drive_ms(&self, from: Spot, to: Spot) -> u32 {
        if from == to { 0 } else { self.fastest(from, to).0 }
    }

    /// The points of that drive; at least the two ends.
    pub(super) fn way(&self, from: Spot, to: Spot) -> Vec<Waypoint> {
        let (whole_ms, way) = self.fastest(from, to);
        let mut points = vec![Waypoint { point: self.point(from), ms: 0 }];
        if let Way::Through(first, last) = way {
            let out_ms = self.to_crossing(from, first);
            points.extend(self.streets.way(first, last).into_iter().map(|crossing| Waypoint {
                point: self.streets.point(crossing),
                ms: out_ms + self.streets.fastest_ms(first, crossing),
            }));
        }
        points.push(Waypoint { point: self.point(to), ms: whole_ms });
        points
    }

    fn fastest(&self, from: Spot, to: Spot) -> (u32, Way) {
        let direct = self.along_the_street(from, to).map(|ms| (ms, Way::AlongTheStreet));
        let through = self.exits(from).into_iter().flatten().flat_map(|(first, out_ms)| {
            self.entries(to).into_iter().flatten().map(move |(last, in_ms)| {
                let ms = out_ms + self.streets.fastest_ms(first, last) + in_ms;
                (ms, Way::Through(first, last))
            })
        });
        direct
            .into_iter()
            .chain(through)
            .min_by_key(|(ms, _)| *ms)
            .expect("a street is open one way at least")
    }

    fn along_the_street(&self, from: Spot, to: Spot) -> Option<u32> {
        let (Spot::Door(from), Spot::Door(to)) = (from, to) else { return None };
        let (from, to) = (self.door(from), self.door(to));
        if from.street.ends != to.street.ends {
            return None;
        }
        let way = if from.along <= to.along { from.street.there_ms } else { from.street.back_ms };
        Some(part(way?, (to.along - from.along).abs()))
    }

    /// The crossings that can be driven to first, and how long that takes.
    fn exits(&self, from: Spot) -> [Option<(Crossing, u32)>; 2] {
        match from {
            Spot::Depot => [Some((gate(), DEPOT_ROAD_MS)), None],
            Spot::Crossing(crossing) => [Some((crossing, 0)), None],
            Spot::Door(door) => {
                let Door { street, along, .. } = self.door(door);
                let [a, b] = street.ends;
                [
                    street.back_ms.map(|ms| (a, part(ms, *along))),
                    street.there_ms.map(|ms| (b, part(ms, 1.0 - along))),
                ]
            }
        }
    }

    /// The crossings from which it can be driven to last, and how long that takes.
    fn entries(&self, to: Spot) -> [Option<(Crossing, u32)>; 2] {
        let Spot::Door(door) = to else { return self.exits(to) };
        let Door { street, along, .. } = self.door(door);
        let [a, b] = street.ends;
        [street.there_ms.map(|ms| (a, part(ms, *along))), street.back_ms.map(|ms| (b, part(ms, 1.0 - along)))]
    }

    fn to_crossing(&self, from: Spot, crossing: Crossing) -> u32 {
        let exit = self.exits(from).into_iter().flatten().find(|(first, _)| *first == crossing);
        exit.map_or(0, |(_, ms)| ms)
    }
}

fn gate() -> Crossing {
    Crossing::at(0, 9)
}

fn part(ms: u32, share: f64) -> u32 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share of it is less")]
    let part = (f64::from(ms) * share).round() as u32;
    part
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use rand::SeedableRng as _;

    use super::*;

    #[test]
    fn a_way_takes_as_long_as_the_drive_and_has_no_gaps() {
        let mut chance = StdRng::seed_from_u64(5);
        let town = Town::built(&mut chance);
        let doors = town.doors_together(60, &mut chance);
        let spots: Vec<Spot> = [Spot::Depot, Spot::Crossing(Crossing::drawn(&mut chance))]
            .into_iter()
            .chain(doors.into_iter().map(Spot::Door))
            .collect();
        for (from, to) in spots.iter().flat_map(|from| spots.iter().map(move |to| (*from, *to))) {
            let way = town.way(from, to);
            assert!(way.is_sorted_by_key(|waypoint| waypoint.ms), "{from:?} {to:?}");
            if from == to {
                continue;
            }
            let last = way.last().expect("a way has ends");
            assert_eq!(last.ms, town.drive_ms(from, to));
            assert_eq!((way[0].point, last.point), (town.point(from), town.point(to)));
            let longest =
                way.windows(2).map(|leg| leg[0].point.distance_to(leg[1].point)).fold(0.0, f64::max);
            assert!(
                longest < 200.0 || [from, to].contains(&Spot::Depot),
                "{from:?} {to:?}: {longest} m at once"
            );
        }
    }

    #[test]
    fn tours_have_as_many_doors_as_asked_for_in_few_zones() {
        let mut chance = StdRng::seed_from_u64(5);
        let town = Town::built(&mut chance);
        for count in [1, 2, 40, 200] {
            let doors: BTreeSet<DoorNo> = town.doors_together(count, &mut chance).into_iter().collect();
            let zones: BTreeSet<Zone> = doors.iter().map(|door| town.door(*door).zone).collect();
            assert_eq!(doors.len(), count);
            assert!(zones.len() <= count.div_ceil(4), "{count} stops in {} zones", zones.len());
        }
    }
}
