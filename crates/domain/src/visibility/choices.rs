//! What recipients may ask for.

use serde::{Deserialize, Serialize};

/// Something that a recipient may ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Choice {
    /// That the parcel is left at a safe place.
    SafePlace,
    /// That it is handed to a neighbour.
    Neighbour,
    /// That the driver knows bell, floor and way.
    AccessNotes,
    /// That the driver comes when someone is home, ten minutes from now.
    HomeSoon,
    /// That the driver comes later on the same tour.
    LaterOnTour,
    /// That it is brought on another day.
    AnotherDay,
    /// That it waits at a pick-up point.
    PickupPoint,
    /// To say how well the delivery went.
    Rating,
    /// To report that nobody came, or that nothing was received.
    Report,
}

impl Choice {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::SafePlace,
        Self::Neighbour,
        Self::AccessNotes,
        Self::HomeSoon,
        Self::LaterOnTour,
        Self::AnotherDay,
        Self::PickupPoint,
        Self::Rating,
        Self::Report,
    ];

    const fn bit(self) -> u16 {
        1 << self as u16
    }
}

/// A set of choices. What is not in it is locked. Nothing that was asked for is ever kept from being taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "Vec<Choice>", from = "Vec<Choice>")]
pub struct Choices(u16);

impl Choices {
    /// None of them.
    pub const NONE: Self = Self(0);
    /// All of them, also those that later versions add.
    pub const ALL: Self = Self(u16::MAX);

    /// Whether one of them is in it.
    pub fn holds(self, choice: Choice) -> bool {
        self.0 & choice.bit() != 0
    }

    /// Those that are in it.
    pub fn iter(self) -> impl Iterator<Item = Choice> {
        Choice::ALL.into_iter().filter(move |choice| self.holds(*choice))
    }

    /// Those that are not.
    pub fn locked(self) -> impl Iterator<Item = Choice> {
        Choice::ALL.into_iter().filter(move |choice| !self.holds(*choice))
    }
}

impl FromIterator<Choice> for Choices {
    fn from_iter<I: IntoIterator<Item = Choice>>(choices: I) -> Self {
        Self(choices.into_iter().fold(0, |bits, choice| bits | choice.bit()))
    }
}

impl From<Vec<Choice>> for Choices {
    fn from(choices: Vec<Choice>) -> Self {
        choices.into_iter().collect()
    }
}

impl From<Choices> for Vec<Choice> {
    fn from(choices: Choices) -> Self {
        choices.iter().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_holds_what_was_put_in_and_locks_the_rest() {
        let some: Choices = [Choice::Neighbour, Choice::HomeSoon, Choice::Rating].into_iter().collect();
        assert!(some.holds(Choice::Neighbour) && !some.holds(Choice::SafePlace));
        assert_eq!((some.iter().count(), some.locked().count()), (3, Choice::ALL.len() - 3));
        assert!(some.locked().all(|choice| !some.holds(choice)));
        assert_eq!((Choices::ALL.locked().count(), Choices::NONE.iter().count()), (0, 0));
    }
}
