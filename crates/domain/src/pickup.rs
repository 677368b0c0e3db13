//! Places where parcels wait for their recipients.

use serde::{Deserialize, Serialize};

use crate::{PickupPointId, Place};

/// A shop, a locker or a counter where parcels wait for their recipients. It is public; that a parcel goes there is not.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PickupPoint {
    /// Its identity.
    pub id: PickupPointId,
    /// Its name, as people know it, at most [`PickupPoint::NAME_CHARS_MAX`] characters.
    pub name: String,
    /// Its address, in lines, at most [`PickupPoint::ADDRESS_CHARS_MAX`] characters.
    pub address: String,
    /// When it is open, in words, at most [`PickupPoint::HOURS_CHARS_MAX`] characters.
    pub hours: Option<String>,
    /// Where it is.
    pub place: Place,
}

impl PickupPoint {
    /// The longest name, in characters.
    pub const NAME_CHARS_MAX: usize = 80;
    /// The longest address, in characters.
    pub const ADDRESS_CHARS_MAX: usize = 300;
    /// The longest words of when it is open, in characters.
    pub const HOURS_CHARS_MAX: usize = 200;
    /// So many of them are offered for one door.
    pub const OFFERED_MAX: usize = 5;
    /// None is offered that is farther from the door, in metres as the crow flies.
    pub const OFFERED_WITHIN_M: f64 = 5_000.0;

    /// Those that are offered for a door, the nearest first.
    pub fn near(points: &[Self], door: Place) -> Vec<&Self> {
        let away = |point: &Self| point.place.distance_to(door).0;
        let mut near: Vec<&Self> =
            points.iter().filter(|point| away(point) <= Self::OFFERED_WITHIN_M).collect();
        near.sort_by(|a, b| away(a).total_cmp(&away(b)).then(a.id.cmp(&b.id)));
        near.truncate(Self::OFFERED_MAX);
        near
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn point(number: u128, lat: f64) -> PickupPoint {
        PickupPoint {
            id: PickupPointId::from_u128(number),
            name: "Corner Shop".to_owned(),
            address: "1 High Street".to_owned(),
            hours: None,
            place: Place::from_degrees(lat, 7.0).expect("it is a place"),
        }
    }

    #[test]
    fn the_nearest_few_are_offered_and_none_that_is_far() {
        let points: Vec<_> =
            (1_u32..=8).map(|n| point(u128::from(n), 50.0 + 0.004 * f64::from(9 - n))).collect();
        let door = Place::from_degrees(50.0, 7.0).expect("it is a place");
        let near = PickupPoint::near(&points, door);
        assert_eq!(near.iter().map(|point| point.id.as_u128()).collect::<Vec<_>>(), [8, 7, 6, 5, 4]);
        assert!(
            PickupPoint::near(&points, Place::from_degrees(51.0, 7.0).expect("it is a place")).is_empty()
        );
        let alike = [point(2, 50.0), point(1, 50.0)];
        assert_eq!(PickupPoint::near(&alike, door).first().map(|point| point.id.as_u128()), Some(1));
    }
}
