//! What browsers send when something is asked for, and what is wrong with it.

use doorstep_domain::{
    AccessNotes, Choice, Instruction, Personal, PickupPointId, Place, PlaceMark, SafePlace, Wish,
};
use jiff::civil::Date;
use serde::Deserialize;

/// Every safe place, in the order in which the page offers them.
pub(super) const SAFE_PLACES: [SafePlace; 7] = [
    SafePlace::FrontPorch,
    SafePlace::RearPorch,
    SafePlace::Garage,
    SafePlace::Shed,
    SafePlace::Mailbox,
    SafePlace::Reception,
    SafePlace::Other,
];

/// One of the forms of the choices. Which one tell the fields that it has.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct WishForm {
    /// The name of the place; empty when nothing was chosen.
    pub(crate) safe_place: String,
    /// The note.
    pub(crate) note: String,
    /// The neighbour's name; only the neighbour's form has it.
    pub(crate) neighbour: Option<String>,
    /// Their house.
    pub(crate) house: String,
    /// The name at the bell; only the form of the way to the door has it.
    pub(crate) doorbell: Option<String>,
    /// The floor.
    pub(crate) floor: String,
    /// The way.
    pub(crate) way: String,
    /// Where the safe place is, latitude and longitude with a comma between them; only the form of the mark has it.
    pub(crate) pin: Option<String>,
    /// The identity of the photo of it; empty for none.
    pub(crate) photo: String,
    /// The day on which it is to come; only the form of another day has it.
    pub(crate) day: Option<String>,
    /// The identity of the point where it is to wait; only the form of pick-up points has it.
    pub(crate) pickup_point: Option<String>,
    /// Set by the button that brings it to the door after all.
    pub(crate) door: Option<String>,
    /// The name of how the driver is to come later; only those buttons set it.
    pub(crate) later: Option<String>,
    /// Set by the button that takes the instruction back.
    pub(crate) withdraw: Option<String>,
    /// The number of the wishes that the page showed.
    pub(crate) version: Option<String>,
}

/// What a form asks for.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Asked {
    /// Something of the driver.
    Wish(Wish),
    /// That the driver comes later, in one of the ways.
    Later(Choice),
    /// Another day.
    Day(Date),
    /// A pick-up point.
    PickupPoint(PickupPointId),
    /// The door after all.
    Door,
}

/// What was wrong with what was sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FormTrouble {
    /// No place was chosen.
    PlaceNeeded,
    /// "Somewhere else" without saying where.
    NoteNeeded,
    /// No neighbour was named.
    NameNeeded,
    /// The pin is no place near the door.
    PinTooFar,
    /// The photo is not there any more.
    PhotoGone,
    /// No day was chosen, or none on which anything is brought.
    DayNeeded,
    /// No pick-up point was chosen, or none that is offered.
    PointNeeded,
    /// Words are longer than a driver can read at a door; the limit.
    TooLong(usize),
    /// The words about the way hold what looks like a code.
    HoldsCode,
    /// The driver is nearly there.
    TooLate,
    /// There is no place for it later on the tour.
    DoesNotFit,
    /// Sender or operator do not allow it.
    NotOffered,
    /// It was changed elsewhere meanwhile.
    ChangedMeanwhile,
}

impl FormTrouble {
    /// What the server's refusal means for the form, where it is about the form.
    pub(crate) fn of_code(code: &str) -> Option<Self> {
        match code {
            "too_late" => Some(Self::TooLate),
            "not_offered" => Some(Self::NotOffered),
            "pin_too_far" => Some(Self::PinTooFar),
            "unknown_photo" => Some(Self::PhotoGone),
            "unknown_pickup_point" => Some(Self::PointNeeded),
            "day_not_offered" => Some(Self::DayNeeded),
            "no_safe_place" => Some(Self::PlaceNeeded),
            "does_not_fit" => Some(Self::DoesNotFit),
            "changed_meanwhile" => Some(Self::ChangedMeanwhile),
            _ => None,
        }
    }

    /// Whether what stands is in the way, and not what was typed.
    pub(crate) fn is_conflict(self) -> bool {
        matches!(self, Self::TooLate | Self::DoesNotFit | Self::NotOffered | Self::ChangedMeanwhile)
    }

    pub(super) fn key(self) -> &'static str {
        match self {
            Self::PlaceNeeded => "choices-place-needed",
            Self::NoteNeeded => "choices-note-needed",
            Self::NameNeeded => "choices-name-needed",
            Self::PinTooFar => "mark-too-far",
            Self::PhotoGone => "mark-photo-gone",
            Self::DayNeeded => "choices-day-needed",
            Self::PointNeeded => "choices-point-needed",
            Self::TooLong(_) => "choices-too-long",
            Self::HoldsCode => "choices-holds-code",
            Self::TooLate => "choices-closed",
            Self::NotOffered => "choices-locked",
            Self::DoesNotFit => "choices-does-not-fit",
            Self::ChangedMeanwhile => "choices-changed-meanwhile",
        }
    }
}

impl WishForm {
    /// Which choice the form is about.
    pub(crate) fn about(&self) -> Choice {
        if let Some(later) = self.later() {
            return later;
        }
        if self.pin.is_some() {
            return Choice::SafePlace;
        }
        if self.day.is_some() {
            return Choice::AnotherDay;
        }
        if self.pickup_point.is_some() || self.door.is_some() {
            return Choice::PickupPoint;
        }
        match (&self.doorbell, &self.neighbour) {
            (Some(_), _) => Choice::AccessNotes,
            (None, Some(_)) => Choice::Neighbour,
            (None, None) => Choice::SafePlace,
        }
    }

    /// How the driver is to come later, where that is asked for.
    fn later(&self) -> Option<Choice> {
        match self.later.as_deref()? {
            "home_soon" => Some(Choice::HomeSoon),
            _ => Some(Choice::LaterOnTour),
        }
    }

    /// The number of the wishes that the page showed.
    pub(crate) fn saw(&self) -> Option<u32> {
        self.version.as_ref()?.parse().ok()
    }

    /// Everything that was typed into it, in one line.
    pub(super) fn typed(&self) -> String {
        let neighbour = self.neighbour.as_deref().unwrap_or_default();
        let doorbell = self.doorbell.as_deref().unwrap_or_default();
        let typed = [&self.note, neighbour, &self.house, doorbell, &self.floor, &self.way];
        typed.into_iter().filter(|text| !text.trim().is_empty()).collect::<Vec<_>>().join(", ")
    }

    /// What the form asks for.
    ///
    /// # Errors
    /// When it says nothing that anyone could follow.
    pub(crate) fn read(&self) -> Result<Asked, FormTrouble> {
        if self.withdraw.is_some() {
            return Ok(Asked::Wish(Wish::Instruction(None)));
        }
        let instruction = |instruction| Asked::Wish(Wish::Instruction(Some(instruction)));
        match self.about() {
            later @ (Choice::HomeSoon | Choice::LaterOnTour) => Ok(Asked::Later(later)),
            Choice::AnotherDay => self.another_day().map(Asked::Day),
            Choice::PickupPoint if self.door.is_some() => Ok(Asked::Door),
            Choice::PickupPoint => self.point().map(Asked::PickupPoint),
            Choice::AccessNotes => self.access().map(|access| Asked::Wish(Wish::Access(access))),
            Choice::Neighbour => self.next_door().map(instruction),
            Choice::SafePlace if self.pin.is_some() => self.mark().map(|mark| Asked::Wish(Wish::Mark(mark))),
            Choice::SafePlace | Choice::Rating | Choice::Report => self.at_place().map(instruction),
        }
    }

    fn mark(&self) -> Result<PlaceMark, FormTrouble> {
        let pin = match self.pin.as_deref().unwrap_or_default().trim() {
            "" => None,
            typed => Some(place(typed).ok_or(FormTrouble::PinTooFar)?),
        };
        let photo = match self.photo.as_str() {
            "" => None,
            named => Some(named.parse().map_err(|_no_id| FormTrouble::PhotoGone)?),
        };
        Ok(PlaceMark { pin, photo })
    }

    fn another_day(&self) -> Result<Date, FormTrouble> {
        self.day.as_deref().and_then(|day| day.parse().ok()).ok_or(FormTrouble::DayNeeded)
    }

    fn point(&self) -> Result<PickupPointId, FormTrouble> {
        self.pickup_point.as_deref().and_then(|point| point.parse().ok()).ok_or(FormTrouble::PointNeeded)
    }

    fn at_place(&self) -> Result<Instruction, FormTrouble> {
        let safe_place = SAFE_PLACES.into_iter().find(|place| name(*place) == self.safe_place);
        let safe_place = safe_place.ok_or(FormTrouble::PlaceNeeded)?;
        let note = said(&self.note, Instruction::NOTE_CHARS_MAX)?;
        if note.is_none() && safe_place == SafePlace::Other {
            return Err(FormTrouble::NoteNeeded);
        }
        Ok(Instruction::SafePlace { safe_place, note })
    }

    fn next_door(&self) -> Result<Instruction, FormTrouble> {
        let name = self.neighbour.as_deref().unwrap_or_default();
        let neighbour = said(name, Instruction::NEIGHBOUR_CHARS_MAX)?.ok_or(FormTrouble::NameNeeded)?;
        Ok(Instruction::Neighbour { neighbour, house: said(&self.house, Instruction::NEIGHBOUR_CHARS_MAX)? })
    }

    fn access(&self) -> Result<AccessNotes, FormTrouble> {
        let doorbell = self.doorbell.as_deref().unwrap_or_default();
        let access = AccessNotes {
            doorbell: said(doorbell, AccessNotes::DOORBELL_CHARS_MAX)?,
            floor: said(&self.floor, AccessNotes::FLOOR_CHARS_MAX)?,
            way: said(&self.way, AccessNotes::WAY_CHARS_MAX)?,
        };
        if access.holds_code() { Err(FormTrouble::HoldsCode) } else { Ok(access) }
    }
}

/// What was typed in one line, without what nobody sees: control characters come along when something is pasted.
pub(in crate::pages) fn said(typed: &str, chars_max: usize) -> Result<Option<Personal>, FormTrouble> {
    let visible = |word: &str| word.chars().filter(|c| !c.is_control()).collect::<String>();
    let words: Vec<String> = typed.split_whitespace().map(visible).filter(|word| !word.is_empty()).collect();
    let text = words.join(" ");
    if text.chars().count() > chars_max {
        return Err(FormTrouble::TooLong(chars_max));
    }
    Ok((!text.is_empty()).then(|| Personal::new(text)))
}

/// Latitude and longitude, with a comma between them.
fn place(typed: &str) -> Option<Place> {
    let (lat, lon) = typed.split_once(',')?;
    Place::from_degrees(lat.trim().parse().ok()?, lon.trim().parse().ok()?).ok()
}

/// The name of a place in forms, the one of the JSON interface.
pub(super) fn name(place: SafePlace) -> &'static str {
    match place {
        SafePlace::FrontPorch => "front_porch",
        SafePlace::RearPorch => "rear_porch",
        SafePlace::Garage => "garage",
        SafePlace::Shed => "shed",
        SafePlace::Mailbox => "mailbox",
        SafePlace::Reception => "reception",
        SafePlace::Other => "other",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(safe_place: &str, note: &str) -> WishForm {
        WishForm { safe_place: safe_place.into(), note: note.into(), ..WishForm::default() }
    }

    fn next_door(name: &str, house: &str) -> WishForm {
        WishForm { neighbour: Some(name.into()), house: house.into(), ..WishForm::default() }
    }

    fn way(way: &str) -> WishForm {
        WishForm { doorbell: Some(String::new()), way: way.into(), ..WishForm::default() }
    }

    fn instruction(instruction: Option<Instruction>) -> Asked {
        Asked::Wish(Wish::Instruction(instruction))
    }

    #[test]
    fn a_place_and_a_short_note_are_an_instruction() {
        let asked = Instruction::SafePlace {
            safe_place: SafePlace::Garage,
            note: Some(Personal::new("left side 🐕")),
        };
        assert_eq!(form("garage", "  left \n side\u{0}\u{7} 🐕 \u{1b}").read(), Ok(instruction(Some(asked))));
    }

    #[test]
    fn what_no_driver_could_follow_is_refused() {
        assert_eq!(form("", "").read(), Err(FormTrouble::PlaceNeeded));
        assert_eq!(form("roof", "").read(), Err(FormTrouble::PlaceNeeded));
        assert_eq!(form("other", " \u{7} ").read(), Err(FormTrouble::NoteNeeded));
        assert!(form("shed", &"ä".repeat(140)).read().is_ok());
        for length in [141, 10_000] {
            assert_eq!(form("shed", &"ä".repeat(length)).read(), Err(FormTrouble::TooLong(140)));
        }
        assert_eq!(next_door(" ", "7").read(), Err(FormTrouble::NameNeeded));
        assert_eq!(next_door(&"x".repeat(61), "").read(), Err(FormTrouble::TooLong(60)));
        assert_eq!(way("gate 12345").read(), Err(FormTrouble::HoldsCode));
        assert_eq!(way(&"x".repeat(141)).read(), Err(FormTrouble::TooLong(140)));
    }

    #[test]
    fn each_form_asks_for_its_own() {
        let neighbour =
            Instruction::Neighbour { neighbour: Personal::new("Ada"), house: Some(Personal::new("no. 7")) };
        assert_eq!(next_door("Ada ", "no. 7").read(), Ok(instruction(Some(neighbour))));
        assert_eq!(
            way(" ").read(),
            Ok(Asked::Wish(Wish::Access(AccessNotes::default()))),
            "that takes it back"
        );
        let withdrawn = WishForm { withdraw: Some("1".into()), ..form("garage", "") };
        assert_eq!(withdrawn.read(), Ok(instruction(None)));
        let saw = |version: &str| WishForm { version: Some(version.into()), ..WishForm::default() }.saw();
        assert_eq!((saw("3"), saw("x")), (Some(3), None));
    }

    #[test]
    fn a_day_and_a_point_are_read_or_asked_for_again() {
        let day = |day: &str| WishForm { day: Some(day.into()), ..WishForm::default() }.read();
        assert_eq!(day("2026-05-28"), Ok(Asked::Day(jiff::civil::date(2026, 5, 28))));
        for wrong in ["", "2026-02-30", "tomorrow"] {
            assert_eq!(day(wrong), Err(FormTrouble::DayNeeded), "{wrong}");
        }
        let point = |point: &str| WishForm { pickup_point: Some(point.into()), ..WishForm::default() }.read();
        let id = PickupPointId::from_u128(7);
        assert_eq!(point(&id.to_string()), Ok(Asked::PickupPoint(id)));
        assert_eq!(point("7"), Err(FormTrouble::PointNeeded));
        let door = WishForm { door: Some("1".into()), ..WishForm::default() };
        assert_eq!((door.read(), door.about()), (Ok(Asked::Door), Choice::PickupPoint));
        let soon = WishForm { later: Some("home_soon".into()), ..WishForm::default() };
        assert_eq!(soon.read(), Ok(Asked::Later(Choice::HomeSoon)));
    }

    #[test]
    fn names_of_places_are_those_of_the_json_interface() {
        for place in SAFE_PLACES {
            assert_eq!(serde_json::to_value(place).unwrap(), name(place));
        }
    }
}
