//! What the recipient can do: say what becomes of the parcel and how the driver gets to the door, and what they want to be
//! told.

mod elsewhere;
mod fields;
mod form;
mod mark;
mod words;

use askama::Template;
use doorstep_domain::{Choice, Instruction, Status};
use doorstep_store::MessageKind;

use super::Tracking;
use crate::pages::icons::Icon;
use crate::pages::reader::Reader;
use elsewhere::{Chosen, DayFields, PickupFields, another_day, chosen_day, chosen_point, pickup};
use fields::{
    AccessFields, NeighbourFields, SafeFields, access_fields, neighbour_fields, safe_fields, trouble,
};
use mark::{MarkFields, Shown, mark_fields, photo};
use words::access_words;

pub(in crate::pages) use form::said;
pub(crate) use form::{Asked, FormTrouble, WishForm};
pub(super) use words::{instruction_words, safe_place_of};

/// The choices of the page.
#[derive(Template)]
#[template(path = "parts/choices.html")]
pub(super) struct Choices<'a> {
    reader: &'a Reader,
    parcel: String,
    shown: bool,
    version: u32,
    /// What was refused and has no form to stand in any more.
    lost: Option<Lost>,
    /// What the part is about, where nothing was asked of the driver.
    title: &'static str,
    /// What becomes of the parcel.
    given: Option<Given>,
    /// What stands of it now, in words for whoever looks; empty when it is over.
    standing: String,
    safe: Offered<SafeFields>,
    /// Where exactly the safe place is.
    mark: Option<MarkFields>,
    /// The photo of the safe place.
    photo: Option<Shown>,
    is_primary: bool,
    neighbour: Offered<NeighbourFields>,
    can_withdraw: bool,
    later: Vec<LaterChoice>,
    not_before: Option<String>,
    another_day: Offered<DayFields>,
    /// The day that was chosen.
    chosen_day: Option<String>,
    pickup: Offered<PickupFields>,
    /// The point that was chosen.
    pickup_point: Option<Chosen>,
    access: Offered<AccessFields>,
    /// How to get to the door, as it stands.
    way: Option<String>,
    way_standing: String,
    back: String,
    notices: Vec<Notice>,
}

/// What was refused and has no form to stand in any more: why, and what was typed.
struct Lost {
    trouble: String,
    typed: Option<String>,
}

/// What was asked for.
struct Given {
    title: &'static str,
    words: String,
}

/// Something that may be asked for.
enum Offered<T> {
    /// It may be, by this form.
    Open(T),
    /// Sender or operator do not allow it.
    Locked,
    /// It is too late for it, or the parcel is of a kind without it.
    Closed,
}

impl<T> Offered<T> {
    fn is_locked(&self) -> bool {
        matches!(self, Self::Locked)
    }

    fn form(&self) -> Option<&T> {
        match self {
            Self::Open(form) => Some(form),
            Self::Locked | Self::Closed => None,
        }
    }
}

/// A way for the driver to come later.
struct LaterChoice {
    value: &'static str,
    text: String,
    is_locked: bool,
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

/// Makes the choices.
pub(super) fn choices<'a>(page: &Tracking<'a>) -> Choices<'a> {
    let (reader, view) = (page.reader, page.view);
    let given = view.wishes.instruction.as_ref();
    let way = access_words(&view.wishes.access, reader);
    let is_any = view.instruction_open || view.access_open || given.is_some() || way.is_some();
    let waits = view.status == Status::AvailableForPickup && view.wishes.pickup_point.is_some();
    let goes_on = !view.other_days().is_empty() || view.may_pick_up();
    let safe = offered(page, Choice::SafePlace, view.instruction_open, safe_fields);
    let neighbour = offered(page, Choice::Neighbour, view.instruction_open, neighbour_fields);
    let access = offered(page, Choice::AccessNotes, view.access_open, access_fields);
    let another_day = another_day(page);
    let pickup = pickup(page);
    let has_form = |choice| match choice {
        Choice::AnotherDay => another_day.form().is_some(),
        Choice::PickupPoint => pickup.form().is_some(),
        Choice::SafePlace => safe.form().is_some(),
        Choice::Neighbour => neighbour.form().is_some(),
        Choice::AccessNotes => access.form().is_some(),
        Choice::HomeSoon | Choice::LaterOnTour | Choice::Rating | Choice::Report => false,
    };
    Choices {
        lost: lost(page, has_form),
        reader,
        parcel: view.parcel.to_string(),
        shown: view.delivered_by_own_network && (goes_on || waits || (!page.is_over() && is_any)),
        version: view.wishes.version,
        title: if view.wishes.pickup_point.is_some() { "choices-point" } else { "choices-title" },
        // After an attempt that failed only when and where it comes next can be said.
        given: given
            .filter(|_| !page.is_over())
            .map(|given| Given { title: title(given), words: instruction_words(given, reader) }),
        standing: standing(page, given.is_some(), view.instruction_open),
        safe,
        mark: mark_fields(page),
        photo: photo(page).filter(|_| !page.is_over()),
        another_day,
        chosen_day: chosen_day(page),
        pickup,
        pickup_point: chosen_point(page),
        is_primary: given.is_none() && !super::stage::asks(page) && !is_other_form_open(page),
        neighbour,
        can_withdraw: view.instruction_open && given.is_some(),
        later: later(page),
        not_before: view
            .not_before
            .map(|at| reader.say_with("choices-not-before", [("time", reader.time(at).into())])),
        access,
        way_standing: standing(page, way.is_some(), view.access_open),
        way,
        back: format!("/parcels/{}", view.parcel),
        notices: notices(page.own.wants, reader),
    }
}

/// Whether a form stands open because of what was typed into it: that is what to do next.
fn is_other_form_open(page: &Tracking<'_>) -> bool {
    page.own.refused_wish().is_some_and(|(form, _)| form.about() != Choice::SafePlace)
}

fn offered<'a, T>(
    page: &Tracking<'a>,
    choice: Choice,
    is_open: bool,
    fields: impl FnOnce(&Tracking<'a>) -> T,
) -> Offered<T> {
    match (is_open, page.view.choices.holds(choice)) {
        (false, _) => Offered::Closed,
        (true, false) => Offered::Locked,
        (true, true) => Offered::Open(fields(page)),
    }
}

/// The ways in which the driver could come later now.
fn later(page: &Tracking<'_>) -> Vec<LaterChoice> {
    let ways = [
        (Choice::HomeSoon, "home_soon", "choices-home-soon"),
        (Choice::LaterOnTour, "later_on_tour", "choices-later"),
    ];
    let offered = ways.into_iter().filter(|(choice, ..)| page.view.later.holds(*choice));
    let shown = offered.map(|(choice, value, key)| LaterChoice {
        value,
        text: page.reader.say(key).into_owned(),
        is_locked: !page.view.choices.holds(choice),
    });
    shown.collect()
}

/// Whether the driver has it, and until when it can be changed.
fn standing(page: &Tracking<'_>, is_asked: bool, is_open: bool) -> String {
    let reader = page.reader;
    if page.is_over() {
        return String::new();
    }
    if page.view.wishes.pickup_point.is_some() {
        let may_change = page.view.may_pick_up();
        return if may_change { reader.say("choices-until-start").into_owned() } else { String::new() };
    }
    let until = reader.say(if is_open { "choices-until" } else { "choices-closed" });
    match page.view.wishes_seen_at.filter(|_| is_asked) {
        Some(at) => {
            format!("{} {until}", reader.say_with("choices-seen", [("time", reader.time(at).into())]))
        }
        None if is_asked && is_open => format!("{} {until}", reader.say("choices-told")),
        None => until.into_owned(),
    }
}

fn title(given: &Instruction) -> &'static str {
    match given {
        Instruction::SafePlace { .. } => "choices-chosen",
        Instruction::Neighbour { .. } => "choices-chosen-neighbour",
    }
}

fn lost(page: &Tracking<'_>, has_form: impl FnOnce(Choice) -> bool) -> Option<Lost> {
    let (form, _) =
        page.own.refused_wish().filter(|(form, _)| form.withdraw.is_some() || !has_form(form.about()))?;
    let typed = form.typed();
    let said = |typed: String| page.reader.say_with("choices-typed", [("text", typed.into())]);
    Some(Lost {
        trouble: trouble(page, page.own.refused_wish())?,
        typed: (!typed.is_empty()).then(|| said(typed)),
    })
}

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
