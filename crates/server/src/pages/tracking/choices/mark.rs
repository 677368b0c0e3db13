//! Where exactly the safe place is: a photo and a pin.

use doorstep_domain::{Choice, Instruction};

use super::super::Tracking;
use super::fields::{Trouble, refused, trouble};

/// The form of the mark, and what it shows now.
pub(super) struct MarkFields {
    pub(super) trouble: Trouble,
    /// The photo that stands.
    pub(super) photo: Option<Shown>,
    /// The pin that stands, as the form writes it; empty for none.
    pub(super) pin: String,
    /// The door around which a map is drawn, in the same way; `None` where there is no map.
    pub(super) door: Option<String>,
    /// Who made the map's data, as its licence asks.
    pub(super) attribution: String,
    /// Where the photo goes.
    pub(super) upload: String,
    /// Whether anything is marked.
    pub(super) is_marked: bool,
}

/// A photo of the safe place.
pub(super) struct Shown {
    pub(super) id: String,
    pub(super) src: String,
}

/// The form, where a safe place stands that may still be changed.
pub(super) fn mark_fields(page: &Tracking<'_>) -> Option<MarkFields> {
    let (view, parcel) = (page.view, page.view.parcel);
    let is_open = view.instruction_open && view.choices.holds(Choice::SafePlace);
    if !is_open || !matches!(view.wishes.instruction, Some(Instruction::SafePlace { .. })) {
        return None;
    }
    let refused = refused(page, Choice::SafePlace).filter(|(form, _)| form.pin.is_some());
    let mark = view.wishes.mark;
    Some(MarkFields {
        trouble: trouble(page, refused),
        photo: photo(page),
        pin: mark.pin.map(written).unwrap_or_default(),
        door: page.own.door.filter(|_| page.own.has_map).map(written),
        attribution: page.attribution.to_owned(),
        upload: format!("/v1/parcels/{parcel}/place-photo"),
        is_marked: !mark.is_empty(),
    })
}

/// The photo that stands.
pub(super) fn photo(page: &Tracking<'_>) -> Option<Shown> {
    let id = page.view.wishes.mark.photo?.to_string();
    // The name of the photo makes a browser fetch the new one after a change.
    Some(Shown { src: format!("/v1/parcels/{}/place-photo?photo={id}", page.view.parcel), id })
}

fn written(place: doorstep_domain::Place) -> String {
    format!("{:.6},{:.6}", place.lat(), place.lon())
}
