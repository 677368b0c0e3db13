//! How far from its stops the vehicle of a tour may be.

use crate::Place;

/// So far from every place of its plan no vehicle of a tour is, whatever detour it makes and wherever its depot is: half
/// a day of driving.
const AWAY_MAX_M: f64 = 300_000.0;

/// The circle around all places of a plan.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Reach {
    centre: Place,
    radius_m: f64,
}

impl Reach {
    /// That of some places, if there are any.
    pub(crate) fn of(places: impl Iterator<Item = Place> + Clone) -> Option<Self> {
        let centre = places.clone().next()?;
        let radius_m = places.map(|place| centre.distance_to(place).0).fold(0.0, f64::max);
        Some(Self { centre, radius_m })
    }

    /// Whether the vehicle may be there.
    pub(crate) fn holds(&self, place: Place) -> bool {
        self.centre.distance_to(place).0 <= self.radius_m + AWAY_MAX_M
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(lat: f64, lon: f64) -> Place {
        Place::from_degrees(lat, lon).unwrap()
    }

    #[test]
    fn it_ends_300_km_beyond_the_farthest_place() {
        let reach = Reach::of([place(45.0, 5.0), place(46.0, 5.0)].into_iter()).unwrap();
        assert!(reach.holds(place(48.6, 5.0)) && !reach.holds(place(48.8, 5.0)));
        assert_eq!(Reach::of(std::iter::empty()), None);
    }

    #[test]
    fn it_goes_on_beyond_the_antimeridian() {
        let reach = Reach::of([place(-17.8, 179.9)].into_iter()).unwrap();
        assert!(reach.holds(place(-17.8, -179.0)) && !reach.holds(place(-17.8, -176.0)));
    }
}
