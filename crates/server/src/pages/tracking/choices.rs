//! What the recipient can do: name a safe place, and say what they want to be told.

use askama::Template;
use doorstep_domain::{Instruction, Personal, SafePlace};
use doorstep_store::MessageKind;
use serde::Deserialize;

use super::Tracking;
use crate::pages::icons::Icon;
use crate::pages::reader::Reader;

/// Every safe place, in the order in which the page offers them.
const SAFE_PLACES: [SafePlace; 7] = [
    SafePlace::FrontPorch,
    SafePlace::RearPorch,
    SafePlace::Garage,
    SafePlace::Shed,
    SafePlace::Mailbox,
    SafePlace::Reception,
    SafePlace::Other,
];

/// The choices of the page.
#[derive(Template)]
#[template(path = "parts/choices.html")]
pub(super) struct Choices<'a> {
    reader: &'a Reader,
    parcel: String,
    shown: bool,
    instruction: Option<String>,
    open: bool,
    is_primary: bool,
    form: SafeFields,
    back: String,
    notices: Vec<Notice>,
}

/// The fields of the safe place form, as they stand when the page opens.
struct SafeFields {
    trouble: Option<FormTrouble>,
    is_note_wrong: bool,
    places: Vec<PlaceChoice>,
    note: String,
    note_max: usize,
}

/// A safe place to choose.
struct PlaceChoice {
    value: &'static str,
    text: String,
    chosen: bool,
}

/// A kind of message to choose.
pub(crate) struct Notice {
    /// Its name in forms.
    pub(crate) value: &'static str,
    /// Its words.
    pub(crate) text: String,
    /// Whether it is chosen.
    pub(crate) chosen: bool,
}

/// Every kind of message to choose, with those that are chosen.
pub(crate) fn notices(wants: &[MessageKind], reader: &Reader) -> Vec<Notice> {
    MessageKind::ALL
        .into_iter()
        .map(|kind| Notice {
            value: kind.as_str(),
            text: reader.say(notice_key(kind)).into_owned(),
            chosen: wants.contains(&kind),
        })
        .collect()
}

/// The safe place form as a browser sends it.
#[derive(Debug, Clone, Default, Deserialize)]
pub(crate) struct SafePlaceForm {
    /// The name of the place; empty when nothing was chosen.
    #[serde(default)]
    pub(crate) safe_place: String,
    /// The note.
    #[serde(default)]
    pub(crate) note: String,
    /// Set by the button that takes the instruction back.
    #[serde(default)]
    pub(crate) withdraw: Option<String>,
}

/// What was wrong with a safe place that was sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FormTrouble {
    /// No place was chosen.
    PlaceNeeded,
    /// "Somewhere else" without saying where.
    NoteNeeded,
    /// The note is longer than a driver can read at a door.
    NoteTooLong,
    /// The driver is nearly there.
    TooLate,
}

impl FormTrouble {
    fn is_of_note(self) -> bool {
        matches!(self, Self::NoteNeeded | Self::NoteTooLong)
    }

    fn key(self) -> &'static str {
        match self {
            Self::PlaceNeeded => "choices-place-needed",
            Self::NoteNeeded => "choices-note-needed",
            Self::NoteTooLong => "choices-note-long",
            Self::TooLate => "choices-closed",
        }
    }
}

impl SafePlaceForm {
    /// What the form asks for: an instruction, or `None` to take it back.
    ///
    /// # Errors
    /// When it says nothing that a driver could follow.
    pub(crate) fn read(&self) -> Result<Option<Instruction>, FormTrouble> {
        if self.withdraw.is_some() {
            return Ok(None);
        }
        let safe_place = SAFE_PLACES.into_iter().find(|place| name(*place) == self.safe_place);
        let safe_place = safe_place.ok_or(FormTrouble::PlaceNeeded)?;
        let note: String = self.note.split_whitespace().collect::<Vec<_>>().join(" ");
        if note.chars().count() > Instruction::NOTE_CHARS_MAX {
            return Err(FormTrouble::NoteTooLong);
        }
        if note.is_empty() && safe_place == SafePlace::Other {
            return Err(FormTrouble::NoteNeeded);
        }
        Ok(Some(Instruction {
            safe_place,
            note: Some(note).filter(|note| !note.is_empty()).map(Personal::new),
        }))
    }
}

/// Makes the choices.
pub(super) fn choices<'a>(page: &Tracking<'a>) -> Choices<'a> {
    let reader = page.reader;
    let given = page.view.instruction.as_ref();
    let shown = page.view.delivered_by_own_network && !page.is_over();
    Choices {
        reader,
        parcel: page.view.parcel.to_string(),
        shown: shown && (page.view.instruction_open || given.is_some()),
        instruction: given.map(|given| instruction_words(given, reader)),
        open: page.view.instruction_open,
        is_primary: given.is_none() && !super::stage::asks(page),
        form: fields(page),
        back: format!("/parcels/{}", page.view.parcel),
        notices: notices(page.own.wants, reader),
    }
}

/// What was sent and refused stands in the form again, so that nobody types it twice; else what was asked for before.
fn fields(page: &Tracking<'_>) -> SafeFields {
    let given = page.view.instruction.as_ref();
    let (chosen, note, trouble) = if let Some((form, trouble)) = page.own.refused {
        (form.safe_place.as_str(), form.note.clone(), Some(trouble))
    } else {
        let note = given.and_then(|given| given.note.as_ref()).map(|note| note.reveal().to_owned());
        (given.map_or("", |given| name(given.safe_place)), note.unwrap_or_default(), None)
    };
    let places = SAFE_PLACES.into_iter().map(|place| PlaceChoice {
        value: name(place),
        text: page.reader.say(safe_place_words(place)).into_owned(),
        chosen: name(place) == chosen,
    });
    SafeFields {
        trouble,
        is_note_wrong: trouble.is_some_and(FormTrouble::is_of_note),
        places: places.collect(),
        note,
        note_max: Instruction::NOTE_CHARS_MAX,
    }
}

/// An instruction in words: the place, and the note where there is one.
pub(super) fn instruction_words(given: &Instruction, reader: &Reader) -> String {
    let place = reader.say(safe_place_words(given.safe_place));
    match &given.note {
        Some(note) if given.safe_place == SafePlace::Other => note.reveal().to_owned(),
        Some(note) => format!("{place}, {}", note.reveal()),
        None => place.into_owned(),
    }
}

/// The message that words a safe place.
fn safe_place_words(place: SafePlace) -> &'static str {
    match place {
        SafePlace::FrontPorch => "safe-place-front-porch",
        SafePlace::RearPorch => "safe-place-rear-porch",
        SafePlace::Garage => "safe-place-garage",
        SafePlace::Shed => "safe-place-shed",
        SafePlace::Mailbox => "safe-place-mailbox",
        SafePlace::Reception => "safe-place-reception",
        SafePlace::Other => "safe-place-other",
    }
}

/// The message that words a kind of notice.
/// The words of a kind of message.
pub(crate) fn notice_key(kind: MessageKind) -> &'static str {
    match kind {
        MessageKind::Announced => "notices-announced",
        MessageKind::OutForDelivery => "notices-out",
        MessageKind::MapOpen => "notices-map-open",
        MessageKind::Next => "notices-next",
        MessageKind::Delayed => "notices-delayed",
        MessageKind::Delivered => "notices-delivered",
        MessageKind::Failed => "notices-failed",
    }
}

/// The name of a place in forms, the one of the JSON interface.
fn name(place: SafePlace) -> &'static str {
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

    fn form(safe_place: &str, note: &str) -> SafePlaceForm {
        SafePlaceForm { safe_place: safe_place.into(), note: note.into(), withdraw: None }
    }

    #[test]
    fn a_place_and_a_short_note_are_an_instruction() {
        let given = form("garage", "  left \n side ").read().unwrap().unwrap();
        assert_eq!(given.safe_place, SafePlace::Garage);
        assert_eq!(given.note.unwrap().reveal(), "left side");
    }

    #[test]
    fn what_no_driver_could_follow_is_refused() {
        assert_eq!(form("", "").read(), Err(FormTrouble::PlaceNeeded));
        assert_eq!(form("roof", "").read(), Err(FormTrouble::PlaceNeeded));
        assert_eq!(form("other", " ").read(), Err(FormTrouble::NoteNeeded));
        assert!(form("shed", &"ä".repeat(140)).read().is_ok());
        assert_eq!(form("shed", &"ä".repeat(141)).read(), Err(FormTrouble::NoteTooLong));
    }

    #[test]
    fn the_other_button_takes_it_back() {
        let form = SafePlaceForm { withdraw: Some("1".into()), ..form("garage", "") };
        assert_eq!(form.read(), Ok(None));
    }

    #[test]
    fn names_of_places_are_those_of_the_json_interface() {
        for place in SAFE_PLACES {
            assert_eq!(serde_json::to_value(place).unwrap(), name(place));
        }
    }
}
