//! How discreet a dot is that glides along the streets: the same for every tour, day and viewer.

use crate::Metres;

/// How discreet a gliding dot is. Every setting has a bound, which is also its default: with less discretion, attackers
/// find more of the other stops than by guessing (`docs/attacks.md`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Discretion {
    houses_between_gates: u16,
    houses_before_door: u16,
    stops_before: u16,
    depot_m: u16,
}

/// A setting of [`Discretion`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Discreet {
    /// So many different houses lie between two gates at least; 40 to 1,000. With 20 a learning attacker finds 4 points
    /// more than by guessing.
    HousesBetweenGates,
    /// So many lie between the last gate that a recipient hears of and their door at least; 10 to 250.
    HousesBeforeDoor,
    /// A recipient hears of gates when at most so many other stops come before theirs; 0 to 10.
    StopsBefore,
    /// Within so many metres of where the tour starts no gate is told, for that is where the driver begins, pauses and
    /// ends; 500 to 20,000.
    DepotMetres,
}

impl Discreet {
    /// Every setting.
    pub const ALL: [Self; 4] =
        [Self::HousesBetweenGates, Self::HousesBeforeDoor, Self::StopsBefore, Self::DepotMetres];

    /// The lowest and the highest value that is allowed.
    #[must_use]
    pub const fn range(self) -> (u16, u16) {
        match self {
            Self::HousesBetweenGates => (40, 1_000),
            Self::HousesBeforeDoor => (10, 250),
            Self::StopsBefore => (0, 10),
            Self::DepotMetres => (500, 20_000),
        }
    }
}

/// A value that would say more than is safe, or is beyond use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("is not a whole number from {} to {}", .0.range().0, .0.range().1)]
pub struct Indiscreet(pub Discreet);

impl Default for Discretion {
    fn default() -> Self {
        Self { houses_between_gates: 40, houses_before_door: 10, stops_before: 10, depot_m: 500 }
    }
}

impl Discretion {
    /// The same with one setting changed.
    ///
    /// # Errors
    /// When the value is outside of [`Discreet::range`].
    pub fn with(mut self, setting: Discreet, value: u16) -> Result<Self, Indiscreet> {
        let (low, high) = setting.range();
        if !(low..=high).contains(&value) {
            return Err(Indiscreet(setting));
        }
        *match setting {
            Discreet::HousesBetweenGates => &mut self.houses_between_gates,
            Discreet::HousesBeforeDoor => &mut self.houses_before_door,
            Discreet::StopsBefore => &mut self.stops_before,
            Discreet::DepotMetres => &mut self.depot_m,
        } = value;
        Ok(self)
    }

    /// What a setting is.
    #[must_use]
    pub const fn of(self, setting: Discreet) -> u16 {
        match setting {
            Discreet::HousesBetweenGates => self.houses_between_gates,
            Discreet::HousesBeforeDoor => self.houses_before_door,
            Discreet::StopsBefore => self.stops_before,
            Discreet::DepotMetres => self.depot_m,
        }
    }

    pub(crate) fn houses_between_gates(self) -> usize {
        self.houses_between_gates.into()
    }

    pub(crate) fn houses_before_door(self) -> usize {
        self.houses_before_door.into()
    }

    pub(crate) fn stops_before(self) -> usize {
        self.stops_before.into()
    }

    pub(crate) fn depot(self) -> Metres {
        Metres(self.depot_m.into())
    }
}

#[cfg(test)]
mod tests {
    use super::{Discreet, Discretion, Indiscreet};

    #[test]
    fn more_discretion_is_allowed_and_less_is_not() {
        for setting in Discreet::ALL {
            let (low, high) = setting.range();
            let (more, less) = match setting {
                Discreet::StopsBefore => (high - 1, high + 1),
                _ => (low + 1, low - 1),
            };
            let discreet = Discretion::default().with(setting, more).expect("it is allowed");
            assert_eq!(discreet.of(setting), more, "{setting:?}");
            assert_eq!(discreet.with(setting, less), Err(Indiscreet(setting)), "{setting:?}");
        }
    }

    #[test]
    fn the_default_says_as_much_as_is_allowed() {
        for setting in Discreet::ALL {
            let (low, high) = setting.range();
            let bound = if setting == Discreet::StopsBefore { high } else { low };
            assert_eq!(Discretion::default().of(setting), bound, "{setting:?}");
        }
    }
}
