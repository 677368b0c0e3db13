//! The fields of the forms, as they stand when the page opens: what stands, or what was sent and refused.

use doorstep_domain::{AccessNotes, Choice, Instruction, Personal};

use super::super::Tracking;
use super::form::{FormTrouble, SAFE_PLACES, WishForm, name};
use super::words::safe_place_key;

/// What is wrong with a form, in words.
pub(super) type Trouble = Option<String>;

/// The fields of the safe place form, as they stand when the page opens.
pub(super) struct SafeFields {
    pub(super) trouble: Trouble,
    pub(super) is_note_wrong: bool,
    pub(super) places: Vec<PlaceChoice>,
    pub(super) note: String,
    pub(super) note_max: usize,
}

/// The fields of the neighbour form.
pub(super) struct NeighbourFields {
    pub(super) trouble: Trouble,
    pub(super) name: String,
    pub(super) house: String,
    pub(super) chars_max: usize,
}

/// The fields of the form of the way to the door.
pub(super) struct AccessFields {
    pub(super) trouble: Trouble,
    pub(super) doorbell: String,
    pub(super) doorbell_max: usize,
    pub(super) floor: String,
    pub(super) floor_max: usize,
    pub(super) way: String,
    pub(super) way_max: usize,
}

/// A safe place to choose.
pub(super) struct PlaceChoice {
    pub(super) value: &'static str,
    pub(super) text: String,
    pub(super) chosen: bool,
}

pub(super) fn safe_fields(page: &Tracking<'_>) -> SafeFields {
    let refused = refused(page, Choice::SafePlace).filter(|(form, _)| form.pin.is_none());
    let (chosen, note) = match (refused, &page.view.wishes.instruction) {
        (Some((form, _)), _) => (form.safe_place.as_str(), form.note.clone()),
        (None, Some(Instruction::SafePlace { safe_place, note })) => (name(*safe_place), text(note.as_ref())),
        (None, _) => ("", String::new()),
    };
    let places = SAFE_PLACES.into_iter().map(|place| PlaceChoice {
        value: name(place),
        text: page.reader.say(safe_place_key(place)).into_owned(),
        chosen: name(place) == chosen,
    });
    let is_of_note = |trouble| matches!(trouble, FormTrouble::NoteNeeded | FormTrouble::TooLong(_));
    SafeFields {
        trouble: trouble(page, refused),
        is_note_wrong: refused.is_some_and(|(_, trouble)| is_of_note(trouble)),
        places: places.collect(),
        note,
        note_max: Instruction::NOTE_CHARS_MAX,
    }
}

pub(super) fn neighbour_fields(page: &Tracking<'_>) -> NeighbourFields {
    let refused = refused(page, Choice::Neighbour);
    let (name, house) = match (refused, &page.view.wishes.instruction) {
        (Some((form, _)), _) => (form.neighbour.clone().unwrap_or_default(), form.house.clone()),
        (None, Some(Instruction::Neighbour { neighbour, house })) => {
            (text(Some(neighbour)), text(house.as_ref()))
        }
        (None, _) => Default::default(),
    };
    let chars_max = Instruction::NEIGHBOUR_CHARS_MAX;
    NeighbourFields { trouble: trouble(page, refused), name, house, chars_max }
}

pub(super) fn access_fields(page: &Tracking<'_>) -> AccessFields {
    let refused = refused(page, Choice::AccessNotes);
    let stands = &page.view.wishes.access;
    let (doorbell, floor, way) = match refused {
        Some((form, _)) => (form.doorbell.clone().unwrap_or_default(), form.floor.clone(), form.way.clone()),
        None => (text(stands.doorbell.as_ref()), text(stands.floor.as_ref()), text(stands.way.as_ref())),
    };
    AccessFields {
        trouble: trouble(page, refused),
        doorbell,
        doorbell_max: AccessNotes::DOORBELL_CHARS_MAX,
        floor,
        floor_max: AccessNotes::FLOOR_CHARS_MAX,
        way,
        way_max: AccessNotes::WAY_CHARS_MAX,
    }
}

/// A form about this choice that was sent and refused. What stood in it stands there again, so that nobody types it twice.
pub(super) fn refused<'a>(page: &Tracking<'a>, about: Choice) -> Option<(&'a WishForm, FormTrouble)> {
    page.own.refused_wish().filter(|(form, _)| form.about() == about && form.withdraw.is_none())
}

pub(super) fn trouble(page: &Tracking<'_>, refused: Option<(&WishForm, FormTrouble)>) -> Trouble {
    let (_, trouble) = refused?;
    Some(match trouble {
        FormTrouble::TooLong(limit) => page.reader.say_with(trouble.key(), [("limit", limit.into())]),
        _ => page.reader.say(trouble.key()).into_owned(),
    })
}

fn text(text: Option<&Personal>) -> String {
    text.map(|text| text.reveal().to_owned()).unwrap_or_default()
}
