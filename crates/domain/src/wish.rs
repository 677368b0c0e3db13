//! What a recipient asks for: what the driver is to do with the parcel, how to get to the door, and when or where it is
//! brought instead.
//!
//! They are kept apart and share one number: each change of any has the next one. Whoever changes something says which
//! number they saw, so that of two pages that are open the older one overwrites nothing unseen.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{Metres, Personal, PhotoId, PickupPoint, Place};

/// Everything that a recipient asks for, as it stands.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Wishes {
    /// What to do with the parcel; `None` when it is handed over in person.
    pub instruction: Option<Instruction>,
    /// Where exactly the safe place is.
    pub mark: PlaceMark,
    /// How to get to the door.
    pub access: AccessNotes,
    /// The day on which they wish it to be brought; `None` when the planned one is as good as any.
    pub day: Option<Date>,
    /// Where they will pick it up; `None` when it is brought to the door.
    pub pickup_point: Option<PickupPoint>,
    /// How often they changed any of it.
    pub version: u32,
}

/// One change of what is asked for.
#[derive(Debug, Clone, PartialEq)]
pub enum Wish {
    /// What to do with the parcel; `None` takes it back: the recipient is at home.
    Instruction(Option<Instruction>),
    /// Where exactly the safe place is.
    Mark(PlaceMark),
    /// How to get to the door.
    Access(AccessNotes),
}

/// When or where a parcel is brought instead. It is no matter of the driver, who does not have the parcel yet or has it no
/// more, but of whoever plans the next tour.
#[derive(Debug, Clone, PartialEq)]
pub enum Destination {
    /// On another day.
    Day(Date),
    /// To a pick-up point.
    PickupPoint(Box<PickupPoint>),
    /// To the door after all.
    Door,
}

impl Wishes {
    /// The wishes after the parcel was sent elsewhere. What was asked for at the door ends where it goes to a point.
    #[must_use]
    pub fn bound_for(self, destination: Destination, version: u32) -> Self {
        match destination {
            Destination::Day(day) => Self { day: Some(day), version, ..self },
            Destination::PickupPoint(point) => {
                Self { day: self.day, pickup_point: Some(*point), version, ..Self::default() }
            }
            Destination::Door => Self { pickup_point: None, version, ..self },
        }
    }

    /// Whether the parcel is bound for there already.
    pub fn is_bound_for(&self, destination: &Destination) -> bool {
        match destination {
            Destination::Day(day) => self.day == Some(*day),
            Destination::PickupPoint(point) => {
                self.pickup_point.as_ref().is_some_and(|known| known.id == point.id)
            }
            Destination::Door => self.pickup_point.is_none(),
        }
    }

    /// The wishes after one of them changed.
    #[must_use]
    pub fn after(self, wish: Wish, version: u32) -> Self {
        match wish {
            Wish::Instruction(instruction) => {
                let stays = safe_place(self.instruction.as_ref()) == safe_place(instruction.as_ref());
                let mark = if stays { self.mark } else { PlaceMark::default() };
                Self { instruction, mark, version, ..self }
            }
            Wish::Mark(mark) => Self { mark, version, ..self },
            Wish::Access(access) => Self { access, version, ..self },
        }
    }
}

/// Where exactly a safe place is: what words tell badly. It goes when another place is named.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct PlaceMark {
    /// Where it is, at most [`PlaceMark::WITHIN`] from the door.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pin: Option<Place>,
    /// A photo of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub photo: Option<PhotoId>,
}

impl PlaceMark {
    /// The farthest from the door that a parcel is carried to a safe place.
    pub const WITHIN: Metres = Metres(250.0);

    /// Whether it shows nothing.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether the pin is near enough to a door.
    pub fn is_near(&self, door: Place) -> bool {
        self.pin.is_none_or(|pin| pin.distance_to(door).0 <= Self::WITHIN.0)
    }
}

/// The safe place of an instruction.
pub(crate) fn safe_place(instruction: Option<&Instruction>) -> Option<SafePlace> {
    match instruction? {
        Instruction::SafePlace { safe_place, .. } => Some(*safe_place),
        Instruction::Neighbour { .. } => None,
    }
}

/// That the driver's phone showed what is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WishesSeen {
    /// The number of what it showed.
    pub version: u32,
    /// When it did so first.
    pub at: Timestamp,
}

/// What a recipient asks the driver to do with a parcel. The fields tell which of them it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Instruction {
    /// Leave it at a safe place.
    SafePlace {
        /// Where to leave the parcel when nobody is at home.
        safe_place: SafePlace,
        /// A short note to the driver, at most [`Instruction::NOTE_CHARS_MAX`] characters.
        note: Option<Personal>,
    },
    /// Hand it to a neighbour.
    Neighbour {
        /// The neighbour's name, at most [`Instruction::NEIGHBOUR_CHARS_MAX`] characters.
        neighbour: Personal,
        /// Which house or flat, in words, at most as long.
        house: Option<Personal>,
    },
}

impl Instruction {
    /// The longest note, in characters.
    pub const NOTE_CHARS_MAX: usize = 140;
    /// The longest name of a neighbour, and the longest words for their house, in characters.
    pub const NEIGHBOUR_CHARS_MAX: usize = 60;

    /// Whether a driver can read it at a door: each text within its limit.
    pub fn is_short(&self) -> bool {
        match self {
            Self::SafePlace { note, .. } => is_within(note.as_ref(), Self::NOTE_CHARS_MAX),
            Self::Neighbour { neighbour, house } => {
                let texts = [Some(neighbour), house.as_ref()];
                texts.into_iter().all(|text| is_within(text, Self::NEIGHBOUR_CHARS_MAX))
            }
        }
    }

    /// Forgets what it tells of people; `false` when it tells nothing. That something was asked for stays.
    pub fn forget(&mut self) -> bool {
        match self {
            Self::SafePlace { note, .. } => note.take().is_some(),
            Self::Neighbour { neighbour, house } => {
                let tells = house.take().is_some() || !neighbour.reveal().is_empty();
                *neighbour = Personal::default();
                tells
            }
        }
    }
}

/// Places where a parcel may be left (the words of DPD UK's interface, extended).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SafePlace {
    /// In front of the house, under a roof.
    FrontPorch,
    /// Behind the house.
    RearPorch,
    /// In the garage.
    Garage,
    /// In the shed.
    Shed,
    /// In the mailbox.
    Mailbox,
    /// With the concierge or at the reception.
    Reception,
    /// Elsewhere: the note tells where.
    Other,
}

/// How to get to the door. None of it may be a code: it is read on a phone in the street and kept in a log.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct AccessNotes {
    /// The name at the bell.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub doorbell: Option<Personal>,
    /// The floor.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub floor: Option<Personal>,
    /// Anything else about the way.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub way: Option<Personal>,
}

impl AccessNotes {
    /// The longest name at a bell, in characters.
    pub const DOORBELL_CHARS_MAX: usize = 60;
    /// The longest words for a floor, in characters.
    pub const FLOOR_CHARS_MAX: usize = 40;
    /// The longest words about the way, in characters.
    pub const WAY_CHARS_MAX: usize = 140;
    /// So many digits in a row are taken for a code.
    const CODE_DIGITS_MIN: usize = 4;

    /// Whether they say nothing.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether a driver can read them at a door: each text within its limit.
    pub fn is_short(&self) -> bool {
        is_within(self.doorbell.as_ref(), Self::DOORBELL_CHARS_MAX)
            && is_within(self.floor.as_ref(), Self::FLOOR_CHARS_MAX)
            && is_within(self.way.as_ref(), Self::WAY_CHARS_MAX)
    }

    /// Whether the words about the way hold what looks like a code. A bell may well bear the number of a flat.
    pub fn holds_code(&self) -> bool {
        let way = self.way.as_ref().map_or("", Personal::reveal);
        way.split(|c: char| !c.is_numeric()).any(|digits| digits.chars().count() >= Self::CODE_DIGITS_MIN)
    }
}

fn is_within(text: Option<&Personal>, chars_max: usize) -> bool {
    text.is_none_or(|text| text.reveal().chars().count() <= chars_max)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(chars: usize) -> Personal {
        Personal::new("ä".repeat(chars))
    }

    #[test]
    fn every_text_is_short_up_to_its_limit() {
        let noted = |chars| Instruction::SafePlace { safe_place: SafePlace::Shed, note: Some(text(chars)) };
        let next_door =
            |name, house| Instruction::Neighbour { neighbour: text(name), house: Some(text(house)) };
        assert_eq!([noted(140), next_door(60, 60)].map(|wish| wish.is_short()), [true; 2]);
        let long = [noted(141), next_door(61, 1), next_door(1, 61)];
        assert_eq!(long.map(|wish| wish.is_short()), [false; 3]);
        let access = |doorbell, floor, way| AccessNotes {
            doorbell: Some(text(doorbell)),
            floor: Some(text(floor)),
            way: Some(text(way)),
        };
        assert!(access(60, 40, 140).is_short());
        let long = [access(61, 1, 1), access(1, 41, 1), access(1, 1, 141)];
        assert_eq!(long.map(|notes| notes.is_short()), [false; 3]);
    }

    #[test]
    fn four_digits_in_a_row_are_a_code() {
        let way = |text: &str| AccessNotes { way: Some(Personal::new(text)), ..AccessNotes::default() };
        assert!(way("gate 1234#").holds_code());
        assert!(way("gate ١٢٣٤").holds_code());
        assert!(!way("house 123, behind no. 45").holds_code());
        let bell = AccessNotes { doorbell: Some(Personal::new("1204")), ..AccessNotes::default() };
        assert!(!bell.holds_code());
    }

    #[test]
    fn what_is_forgotten_is_forgotten_once() {
        let mut neighbour = Instruction::Neighbour { neighbour: text(3), house: Some(text(2)) };
        assert!(neighbour.forget());
        assert_eq!(neighbour, Instruction::Neighbour { neighbour: Personal::default(), house: None });
        assert!(!neighbour.forget());
    }
}
