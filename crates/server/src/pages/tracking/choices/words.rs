//! What was asked for, in words.

use doorstep_domain::{AccessNotes, Instruction, Personal, SafePlace};

use crate::pages::reader::Reader;

/// An instruction in words: the place or the neighbour, and the note or the house where there is one.
pub(in crate::pages::tracking) fn instruction_words(given: &Instruction, reader: &Reader) -> String {
    match given {
        Instruction::SafePlace { safe_place, note } => place_words(*safe_place, note.as_ref(), reader),
        Instruction::Neighbour { neighbour, house } => joined([Some(neighbour), house.as_ref()]),
    }
}

/// The safe place in words, where one was asked for.
pub(in crate::pages::tracking) fn safe_place_of(
    given: Option<&Instruction>,
    reader: &Reader,
) -> Option<String> {
    match given? {
        Instruction::SafePlace { safe_place, note } => Some(place_words(*safe_place, note.as_ref(), reader)),
        Instruction::Neighbour { .. } => None,
    }
}

/// How to get to the door, in one line.
pub(super) fn access_words(access: &AccessNotes, reader: &Reader) -> Option<String> {
    let AccessNotes { doorbell, floor, way } = access;
    let bell = doorbell.as_ref().map(|name| reader.say_with("access-bell", [("name", name.reveal().into())]));
    let floor =
        floor.as_ref().map(|floor| reader.say_with("access-at-floor", [("floor", floor.reveal().into())]));
    let way = way.as_ref().map(|way| way.reveal().to_owned());
    let parts = [bell, floor, way];
    let words: Vec<String> = parts.into_iter().flatten().collect();
    (!words.is_empty()).then(|| words.join(", "))
}

fn place_words(place: SafePlace, note: Option<&Personal>, reader: &Reader) -> String {
    let words = reader.say(safe_place_key(place));
    match note {
        Some(note) if place == SafePlace::Other => note.reveal().to_owned(),
        Some(note) => format!("{words}, {}", note.reveal()),
        None => words.into_owned(),
    }
}

fn joined<const N: usize>(texts: [Option<&Personal>; N]) -> String {
    texts.into_iter().flatten().map(Personal::reveal).collect::<Vec<_>>().join(", ")
}

/// The message that words a safe place.
pub(super) fn safe_place_key(place: SafePlace) -> &'static str {
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
