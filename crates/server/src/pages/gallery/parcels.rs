//! The tracking page in every state of the look's table of words.

mod marked;
mod other_carriers;
mod redirected;

use askama::Template as _;
use doorstep_domain::tour::DoorCode;
use doorstep_domain::{
    AccessNotes, Because, Choice, Forecast, HiddenBecause, Instruction, MapView, Outcome, Parcel, ParcelKind,
    Personal, PickupPoint, Rating, RemainingStops, Report, SafePlace, Score, Status, TrackingView, Wishes,
};
use doorstep_store::MessageKind;

use super::builders::{
    SENDER, answer, at, because, ended, hidden, open, parcel, quiet, report, underway, window, window_on,
};
use super::markup::Markup;
use super::{Picture, reader};
use crate::pages::tracking::{FormTrouble, Own, Refused, Tracking, TrackingPage, WishForm};

/// A state of the page, with words that must and must not stand in it, in English and German.
struct State {
    name: &'static str,
    view: TrackingView,
    wants: &'static [MessageKind],
    refused: Option<(WishForm, FormTrouble)>,
    points: Vec<PickupPoint>,
    code: Option<&'static str>,
    is_saved: bool,
    english: &'static [&'static str],
    german: &'static [&'static str],
}

impl State {
    fn new(
        name: &'static str,
        view: TrackingView,
        english: &'static [&'static str],
        german: &'static [&'static str],
    ) -> Self {
        let points = Vec::new();
        Self { name, view, wants: &[], refused: None, points, code: None, is_saved: false, english, german }
    }
}

fn behind_the_bins() -> Wishes {
    let note = Some(Personal::new("behind the bins"));
    let instruction = Some(Instruction::SafePlace { safe_place: SafePlace::Other, note });
    Wishes { instruction, version: 1, ..Wishes::default() }
}

fn before_the_day(parcel: &Parcel) -> TrackingView {
    TrackingView {
        status: Status::InTransit,
        forecast: None,
        remaining_stops: None,
        promise: Some(window_on(26, "13:00", "15:00")),
        map: MapView::Hidden(HiddenBecause::NotDeliveryDay),
        reasons: Vec::new(),
        updated_at: None,
        ..underway(parcel)
    }
}

fn states(parcel: &Parcel) -> Vec<State> {
    let on_tour = [on_the_way(parcel), near(parcel), asked(parcel), unsure(parcel), astray(parcel)];
    on_tour
        .into_iter()
        .chain([
            marked::states(parcel),
            redirected::states(parcel),
            quiet_kinds(parcel),
            other_carriers::states(parcel),
            over(parcel),
        ])
        .chain([failed(parcel)])
        .flatten()
        .collect()
}

/// What the recipient sees in each state.
pub(super) fn views(parcel: &Parcel) -> Vec<(&'static str, TrackingView)> {
    states(parcel).into_iter().map(|state| (state.name, state.view)).collect()
}

fn on_the_way(parcel: &Parcel) -> Vec<State> {
    let announced = TrackingView { status: Status::PreTransit, promise: None, ..before_the_day(parcel) };
    let on_hold = TrackingView { status: Status::OnHold, promise: None, ..before_the_day(parcel) };
    let today = TrackingView {
        status: Status::InTransit,
        promise: Some(window("13:00", "15:00")),
        ..hidden(HiddenBecause::TourNotStarted, &before_record(parcel))
    };
    vec![
        State::new(
            "announced",
            announced,
            &["Announced by Bookshop Example", "We do not have it yet."],
            &["Angekündigt von Bookshop Example", "Noch nicht bei uns."],
        ),
        State::new(
            "in-transit",
            before_the_day(parcel),
            &["Planned on Thursday between", "13:00 and 15:00", "The map opens on the day"],
            &[
                "Geplant am Donnerstag zwischen",
                "13:00 und 15:00",
                "Die Karte öffnet sich am Tag der Zustellung",
            ],
        ),
        State::new("on-hold", on_hold, &["On hold", "Held for now"], &["Angehalten", "Vorerst angehalten"]),
        State::new(
            "not-started",
            TrackingView { forecast: None, remaining_stops: None, reasons: Vec::new(), ..today },
            &["Planned today between", "The tour has not begun"],
            &["Geplant heute zwischen", "Die Tour hat noch nicht begonnen"],
        ),
        State::new(
            "no-map-yet",
            underway(parcel),
            &[
                "Arrives today between",
                "13:30 and 15:30",
                "Out for delivery. 21 stops before you",
                "Tell me when it opens",
            ],
            &["Kommt heute zwischen", "Noch 21 Stopps vor Ihnen", "Bescheid, wenn sie sich öffnet"],
        ),
        State {
            wants: &[MessageKind::MapOpen],
            is_saved: true,
            ..State::new(
                "told-when-open",
                underway(parcel),
                &["We e-mail you when it opens.", "Saved."],
                &["Wir schreiben Ihnen, wenn sie sich öffnet.", "Gespeichert."],
            )
        },
    ]
}

/// The same parcel before any tour has begun.
fn before_record(parcel: &Parcel) -> Parcel {
    Parcel { status: Status::InTransit, ..parcel.clone() }
}

fn near(parcel: &Parcel) -> Vec<State> {
    let chosen = TrackingView { wishes: behind_the_bins(), ..open(4, parcel) };
    let fixed = TrackingView { instruction_open: false, access_open: false, ..chosen.clone() };
    let refused =
        (WishForm { safe_place: "other".to_owned(), ..WishForm::default() }, FormTrouble::NoteNeeded);
    vec![
        State::new(
            "map-open",
            open(4, parcel),
            &[
                "3 stops before you",
                "14:10 and 14:35",
                "Here at 13:52, within 8 m",
                "Choose a safe place",
                "2 stops were added before you.",
            ],
            &[
                "Noch 3 Stopps vor Ihnen",
                "14:10 und 14:35",
                "Um 13:52 hier, auf 8 m genau",
                "Ablageort nennen",
            ],
        ),
        State::new("next", open(1, parcel), &["You are next"], &["Sie sind als Nächstes dran"]),
        State::new(
            "at-the-door",
            TrackingView { arrived_at: Some(at("13:51")), ..open(1, parcel) },
            &["At your door now"],
            &["Jetzt an Ihrer Tür"],
        ),
        State {
            refused: Some(refused),
            ..State::new(
                "safe-place-refused",
                open(4, parcel),
                &["Say in a few words where that is."],
                &["Sagen Sie in ein paar Worten, wo das ist."],
            )
        },
        State::new(
            "next-fixed",
            fixed,
            &["Your safe place", "behind the bins", "It can no longer be changed"],
            &["Ihr Ablageort", "behind the bins", "Nicht mehr änderbar"],
        ),
    ]
}

/// What was asked for: seen by the driver, changed elsewhere meanwhile, and locked by the sender.
fn asked(parcel: &Parcel) -> Vec<State> {
    let next_door = |name: &str| Instruction::Neighbour {
        neighbour: Personal::new(name),
        house: Some(Personal::new("no. 7")),
    };
    let access = AccessNotes { floor: Some(Personal::new("2")), ..AccessNotes::default() };
    let wishes =
        Wishes { instruction: Some(next_door("Bo Example")), access, version: 2, ..Wishes::default() };
    let seen = TrackingView { wishes, wishes_seen_at: Some(at("13:31")), ..open(4, parcel) };
    let typed = WishForm { neighbour: Some("Cy Example".to_owned()), ..WishForm::default() };
    let locked = TrackingView { choices: [Choice::SafePlace].into_iter().collect(), ..open(4, parcel) };
    vec![
        State::new(
            "neighbour-seen",
            seen.clone(),
            &["With your neighbour", "Bo Example, no. 7", "The driver has seen it at 13:31.", "Floor: 2"],
            &["Bei Ihren Nachbarn", "Bo Example, no. 7", "Im Wagen gesehen um 13:31.", "Stockwerk: 2"],
        ),
        State {
            refused: Some((typed, FormTrouble::ChangedMeanwhile)),
            ..State::new(
                "changed-meanwhile",
                seen,
                &["This was changed meanwhile", "Bo Example, no. 7", "Their name"],
                &["Das wurde inzwischen geändert", "Bo Example, no. 7", "Haus oder Wohnung"],
            )
        },
        State::new(
            "choices-locked",
            locked,
            &["Choose a safe place", "The sender does not allow this for this parcel."],
            &["Ablageort nennen", "Der Absender lässt das bei diesem Paket nicht zu."],
        ),
    ]
}

/// What is known is wrong: where the door is, or where the van is.
fn astray(parcel: &Parcel) -> Vec<State> {
    let nowhere = TrackingView {
        forecast: None,
        promise: None,
        remaining_stops: None,
        reasons: vec![because("08:12", Because::TourStarted)],
        ..hidden(HiddenBecause::PlaceUnknown, parcel)
    };
    vec![
        State::new(
            "place-unknown",
            nowhere,
            &["Planned for today. There is no live time.", "Your address is not on our map yet"],
            &["Für heute eingeplant.", "Ihre Adresse steht noch nicht auf unserer Karte"],
        ),
        State::new(
            "position-doubtful",
            hidden(HiddenBecause::PositionDoubtful, parcel),
            &["It is not certain right now where the van is"],
            &["Wo der Wagen ist, ist gerade nicht sicher"],
        ),
    ]
}

fn unsure(parcel: &Parcel) -> Vec<State> {
    let delayed = TrackingView {
        promise: Some(window("14:10", "14:35")),
        forecast: Some(Forecast { window: window("15:05", "15:40"), confidence: 0.9, kept_of_five: None }),
        remaining_stops: Some(RemainingStops::Exactly(7)),
        reasons: vec![because("13:44", Because::StopsAddedBefore(3)), because("08:12", Because::TourStarted)],
        ..hidden(HiddenBecause::LowConfidence, parcel)
    };
    let paused = TrackingView {
        reasons: vec![because("13:40", Because::BreakBegun)],
        ..hidden(HiddenBecause::DriverBreak, parcel)
    };
    let lost = TrackingView {
        forecast: None,
        promise: Some(window("13:00", "15:00")),
        reasons: vec![because("13:40", Because::SignalLost)],
        ..hidden(HiddenBecause::PositionStale, parcel)
    };
    let some = TrackingView {
        remaining_stops: Some(RemainingStops::Between { fewest: 3, most: 6 }),
        ..open(4, parcel)
    };
    let far = TrackingView { remaining_stops: Some(RemainingStops::AtLeast(11)), ..open(12, parcel) };
    vec![
        State::new(
            "delayed",
            delayed,
            &[
                "1 h 5 min later",
                "15:05 and 15:40",
                "Before: 14:10 to 14:35",
                "6 stops before you",
                "Not sure enough",
            ],
            &[
                "1 Std. 5 Min. später",
                "15:05 und 15:40",
                "Bisher: 14:10 bis 14:35",
                "Noch 6 Stopps vor Ihnen",
                "nicht sicher genug",
            ],
        ),
        State::new(
            "break",
            paused,
            &["The driver is on a break. Your window stays."],
            &["Pause. Ihr Zeitfenster bleibt."],
        ),
        State::new(
            "signal-lost",
            lost,
            &["No signal", "Planned today between", "13:00 and 15:00"],
            &["Kein Signal", "Geplant heute zwischen"],
        ),
        State::new("some-stops", some, &["2 to 5 stops before you"], &["Noch 2 bis 5 Stopps vor Ihnen"]),
        State::new("many-stops", far, &["At least 10 stops before you"], &["Mindestens 10 Stopps vor Ihnen"]),
        State::new(
            "outside-area",
            hidden(HiddenBecause::OutsideArea, parcel),
            &["No live map in your area"],
            &["Keine Live-Karte in Ihrem Gebiet"],
        ),
    ]
}

fn quiet_kinds(parcel: &Parcel) -> Vec<State> {
    let precious = TrackingView {
        instruction_open: false,
        ..quiet(ParcelKind::HighValue, HiddenBecause::HighValue, parcel)
    };
    let at_door = |note: fn(&mut DoorCode)| {
        let mut code = DoorCode::default();
        note(&mut code);
        TrackingView { door_code: Some(code), ..precious.clone() }
    };
    vec![
        State::new(
            "gift",
            quiet(ParcelKind::Gift, HiddenBecause::Gift, parcel),
            &["A surprise for you", "16:00 and 18:00", "No peeking"],
            &["Eine Überraschung für Sie", "16:00 und 18:00", "Nicht gucken"],
        ),
        State::new(
            "confidential",
            quiet(ParcelKind::Confidential, HiddenBecause::Confidential, parcel),
            &["Confidential", "we show the time only"],
            &["Vertraulich", "zeigen wir nur die Zeit"],
        ),
        State::new(
            "high-value",
            precious.clone(),
            &["Against your code", "Handed over against your code"],
            &["Gegen Ihren Code", "Übergabe gegen Ihren Code"],
        ),
        State {
            code: Some("048213"),
            ..State::new(
                "high-value-code",
                at_door(|_| ()),
                &["Your code", "048 213", "Tell it to the driver at the door"],
                &["Ihr Code", "048 213", "Sagen Sie ihn an der Tür"],
            )
        },
        State::new(
            "high-value-told",
            at_door(|code| code.given(true)),
            &["The driver has your code."],
            &["Ihr Code ist angekommen."],
        ),
        State::new(
            "high-value-locked",
            at_door(|code| (0..5).for_each(|_| code.given(false))),
            &["A wrong code was typed too often"],
            &["Zu oft wurde ein falscher Code eingegeben"],
        ),
    ]
}

fn over(parcel: &Parcel) -> Vec<State> {
    let safe =
        TrackingView { wishes: behind_the_bins(), ..ended(Outcome::DeliveredToSafePlace, "13:42", parcel) };
    let of_status = |status| TrackingView {
        status,
        outcome: None,
        promise: None,
        ..ended(Outcome::FailedRefused, "13:42", parcel)
    };
    vec![
        State::new(
            "delivered-to-recipient",
            ended(Outcome::DeliveredToRecipient, "13:42", parcel),
            &["Delivered", "Handed to you", "Today at 13:42, inside the window"],
            &["Zugestellt", "An Sie übergeben", "Heute um 13:42, im versprochenen Zeitfenster"],
        ),
        State::new(
            "delivered-to-neighbour",
            ended(Outcome::DeliveredToNeighbour, "13:42", parcel),
            &["With your neighbour"],
            &["Bei Ihren Nachbarn"],
        ),
        State::new(
            "delivered-to-safe-place",
            safe,
            &["In your safe place: behind the bins"],
            &["Am Ablageort: behind the bins"],
        ),
        State::new(
            "delivered-with-photo",
            TrackingView {
                photo_at: Some(at("13:42")),
                ..ended(Outcome::DeliveredToMailbox, "13:42", parcel)
            },
            &["In your mailbox", "Photo of the delivery, 13:42"],
            &["Im Briefkasten", "Foto der Zustellung, 13:42"],
        ),
        State::new(
            "delivered-rated",
            TrackingView { rating: Some(rating()), ..ended(Outcome::DeliveredToRecipient, "13:42", parcel) },
            &["You gave 4 out of 5.", "quick, kind", "Can be changed until: 1 December at 13:42"],
            &["Sie haben 4 von 5 gegeben.", "Änderbar bis: 1. Dezember um 13:42"],
        ),
        State::new(
            "delivered-to-mailbox",
            ended(Outcome::DeliveredToMailbox, "13:42", parcel),
            &["In your mailbox"],
            &["Im Briefkasten"],
        ),
        State::new(
            "pickup",
            ended(Outcome::DeliveredToPickupPoint, "13:42", parcel),
            &["Ready for pick-up"],
            &["Zur Abholung bereit"],
        ),
        State::new("returned", of_status(Status::Returned), &["Going back"], &["Geht zurück"]),
        State::new(
            "cancelled",
            of_status(Status::Cancelled),
            &["This one is not coming"],
            &["Dieses Paket kommt nicht"],
        ),
    ]
}

/// An attempt that failed, and what is reported of it.
fn failed(parcel: &Parcel) -> Vec<State> {
    vec![
        State::new(
            "failed",
            ended(Outcome::FailedNotHome, "13:42", parcel),
            &["Not delivered", "Nobody answered", "Today at 13:42", "What happens now", "Nobody came?"],
            &["Nicht zugestellt", "Niemand hat geöffnet", "Wie es weitergeht", "Niemand gekommen?"],
        ),
        State::new(
            "failed-reported",
            reported(report(), parcel),
            &[
                "Reported, 13:50: nobody came",
                "Not answered yet.",
                "seen within 50 m of the door",
                "No photo was taken.",
            ],
            &[
                "Gemeldet, 13:50: niemand ist gekommen",
                "Noch nicht beantwortet.",
                "im Umkreis von 50 m um die Tür gesehen",
            ],
        ),
        State::new(
            "failed-answered",
            reported(Report { answer: Some(answer()), ..report() }, parcel),
            &["The carrier’s answer, 13:52", "It comes again tomorrow morning."],
            &["Antwort des Zustelldienstes, 13:52"],
        ),
    ]
}

fn reported(report: Report, parcel: &Parcel) -> TrackingView {
    let failed = ended(Outcome::FailedNotHome, "13:42", parcel);
    TrackingView { report: Some(report), may_report: None, ..failed }
}

fn rating() -> Rating {
    let score = Score::try_from(4).unwrap();
    Rating { score, comment: Some(Personal::new("quick, kind")), at: at("13:50"), version: 1 }
}

fn render(state: &State, parcel: &Parcel, tag: &str) -> String {
    let reader = reader(tag);
    let refused = state.refused.as_ref().map(|(form, trouble)| Refused::Wish(form, *trouble));
    let pickup_points = &state.points;
    let door_code = state.code;
    let own = Own { refused, door_code, pickup_points, has_map: true, ..Own::of(parcel, state.wants) };
    let page =
        Tracking { view: &state.view, own, reader: &reader, attribution: "© OpenStreetMap contributors" };
    TrackingPage::new(&page, "Example Express", state.is_saved, None).unwrap().render().unwrap()
}

pub(super) fn pictures(tag: &'static str) -> Vec<Picture> {
    let parcel = parcel(973);
    let states = states(&parcel);
    states.iter().map(|state| Picture { name: state.name, tag, html: render(state, &parcel, tag) }).collect()
}

#[test]
fn every_state_is_told_in_the_words_of_the_look() {
    let parcel = parcel(973);
    for state in states(&parcel) {
        for (tag, words) in [("en", state.english), ("de", state.german)] {
            let text = Markup::read(&render(&state, &parcel, tag)).unwrap().text();
            for words in words {
                assert!(text.contains(words), "{} {tag}: {words:?} is missing in {text}", state.name);
            }
        }
    }
}

#[test]
fn a_gift_and_a_confidential_parcel_tell_neither_sender_nor_count_nor_place() {
    let parcel = parcel(973);
    for state in states(&parcel).iter().filter(|state| matches!(state.name, "gift" | "confidential")) {
        for tag in ["en", "de"] {
            let html = render(state, &parcel, tag);
            for secret in [SENDER, "stops before", "Stopps vor Ihnen", "data-map", "class=\"rail\"", "43.73"]
            {
                assert!(!html.contains(secret), "{} {tag}: {secret}", state.name);
            }
        }
    }
}

#[test]
fn a_hidden_map_tells_no_place_at_all() {
    let parcel = parcel(973);
    for state in states(&parcel).iter().filter(|state| matches!(state.view.map, MapView::Hidden(_))) {
        let html = render(state, &parcel, "en");
        assert!(!html.contains("43.73") && !html.contains("7.42"), "{}", state.name);
    }
}

#[test]
fn a_message_holds_the_same_parts_as_the_page() {
    let (parcel, reader) = (parcel(973), reader("en"));
    let view = open(4, &parcel);
    let own = Own::of(&parcel, &[]);
    let page = Tracking { view: &view, own, reader: &reader, attribution: "© OpenStreetMap contributors" };
    let whole = TrackingPage::new(&page, "Example Express", false, None).unwrap().render().unwrap();
    let message = serde_json::to_value(page.message().unwrap()).unwrap();
    let parts = message["parts"].as_object().unwrap();
    let names: Vec<&str> = parts.keys().map(String::as_str).collect();
    assert_eq!(names, ["afterwards", "changes", "choices", "lead", "parcel", "spot", "stage", "sure"]);
    for (name, part) in parts {
        assert!(whole.contains(part.as_str().unwrap()), "{name}");
    }
    assert_eq!(message["title"], "3 stops before you · 14:10 to 14:35");
    assert_eq!(message["announcement"], "3 stops before you. Arrives today between 14:10 and 14:35");
    assert_eq!(message["map"]["van"]["accuracy_m"], 8.0);
    assert_eq!(message["map"]["van"]["observed_at"], "2026-11-24T12:52:31Z");
    assert_eq!(message["now"], "2026-11-24T12:52:40Z");
}
