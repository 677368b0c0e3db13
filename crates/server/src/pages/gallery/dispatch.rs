//! The dispatcher's list and the page of a tour.

use askama::Template as _;
use doorstep_domain::event::Happening;
use doorstep_domain::prediction::{ArrivalScore, CountScore, Judgement, Predictor};
use doorstep_domain::tour::DoorCode;
use doorstep_domain::{
    EventId, Fix, Metres, OperatorId, ParcelId, Personal, Place, Plan, PlannedStop, RecipientId, Report,
    StopId, TourEvent, TourId, TourState,
};
use doorstep_store::{Account, Operator, ReportedParcel, Role, StopDetails, TourRecord};
use doorstep_wire::accuracy::{AccuracyAhead, AccuracyAnswer, AccuracyDay, AccuracyJson};
use doorstep_wire::tour::ExplanationAnswer;

use super::builders::{answer, at, door, report};
use super::markup::Markup;
use super::{Picture, reader};
use crate::explain::picture_of;
use crate::live::{AwaitedCode, Told};
use crate::messages::{Saying, Told as ToldTo};
use crate::pages::Language;
use crate::pages::dispatch::{
    AccuracyPage, DispatchPage, MessagesPage, Offered, Preview, ReportsPage, TourFacts, TourPage, previews,
};
use crate::pages::frame::{Frame, Who};
use crate::pages::reader::Reader;

const OPERATOR: &str = "Example Express";

fn stop(number: u32) -> StopId {
    StopId::from_u128(u128::from(number))
}

fn place(number: u32) -> Place {
    Place::from_degrees(door().lat() + f64::from(number) / 500.0, door().lon()).unwrap()
}

fn planned(number: u32) -> PlannedStop {
    PlannedStop {
        id: stop(number),
        place: Some(place(number)),
        service: None,
        planned_arrival: None,
        window: None,
        zone: None,
        parcels: Vec::new(),
    }
}

fn fix(number: u32) -> Happening {
    Happening::Fix(Fix { place: place(number), accuracy: Some(Metres(8.0)), speed: None, course: None })
}

fn log(events: &[(&str, Happening)]) -> Vec<TourEvent> {
    let stops = (1..=18)
        .map(planned)
        .map(|stop| PlannedStop { service: Some(jiff::SignedDuration::from_secs(60)), ..stop });
    let plan = Plan { driver: None, vehicle: None, start: None, stops: stops.collect(), travel: None };
    let events = [("07:00", Happening::Planned(Box::new(plan)))].into_iter().chain(events.iter().cloned());
    let event = |(number, (time, what)): (usize, (&str, Happening))| {
        let id = EventId::from_u128(number as u128 + 1);
        TourEvent { id, at: at(time), received_at: at(time), what }
    };
    events.enumerate().map(event).collect()
}

fn state(events: &[(&str, Happening)]) -> TourState {
    let mut state = TourState::default();
    state.fold_all(log(events));
    state
}

fn details() -> Vec<StopDetails> {
    let details = |number: u32| StopDetails {
        stop: stop(number),
        address: Personal::new(format!("{number} Rue Grimaldi\n98000 Monaco")),
        note: None,
    };
    (1..=19).map(details).collect()
}

fn record(reference: &str) -> TourRecord {
    TourRecord {
        id: TourId::from_u128(1),
        operator: OperatorId::from_u128(1),
        reference: reference.to_owned(),
        day: jiff::civil::date(2026, 11, 24),
        driver: None,
        ended_at: None,
    }
}

fn tour(reference: &str, events: &[(&str, Happening)]) -> TourFacts {
    let driver = (reference != "07").then(|| Personal::new("A. Example"));
    TourFacts::of(record(reference), driver, &state(events), &details())
}

fn tours() -> Vec<TourFacts> {
    vec![
        tour("01", &[("08:00", Happening::Started), ("08:20", Happening::Arrived { stop: stop(1) })]),
        tour(
            "03",
            &[
                ("08:05", Happening::Started),
                ("08:30", Happening::Arrived { stop: stop(99) }),
                ("09:00", Happening::BreakBegun),
            ],
        ),
        tour("07", &[]),
        tour("12", &[("06:00", Happening::Started), ("12:10", Happening::Ended)]),
    ]
}

/// What happened on a tour whose driver leaves the plan and is at a door now.
fn leaves_the_plan() -> Vec<(&'static str, Happening)> {
    let served = |number| Happening::Served { stop: stop(number) };
    vec![
        ("13:00", Happening::Started),
        ("13:10", served(1)),
        ("13:18", served(2)),
        ("13:31", served(6)),
        ("13:36", served(5)),
        ("13:44", Happening::Arrived { stop: stop(99) }),
        ("13:47", fix(4)),
        ("13:49", Happening::Arrived { stop: stop(4) }),
    ]
}

/// A stop that was added with its address only.
fn address_only() -> Vec<(&'static str, Happening)> {
    let stops = vec![PlannedStop { place: None, ..planned(19) }];
    vec![("07:30", Happening::StopsAdded { after: None, stops })]
}

fn told(reference: &str, events: &[(&str, Happening)], reader: &Reader) -> ExplanationAnswer {
    let told = Told::replayed(&log(events), Predictor::default(), None, reader.now);
    picture_of(&record(reference), &told, reader.now, &details())
}

/// Figures of so many days, each as good as the other.
fn accuracy(days: i8) -> AccuracyAnswer {
    let mut judgement = Judgement::default();
    for (bin, ahead) in judgement.arrivals.iter_mut().zip(1..) {
        *bin = ArrivalScore { windows: 40, kept: 33, width_s: 12_000 * ahead, error_s: 3_900 * ahead };
    }
    judgement.counts = CountScore { told: 90, exact: 71, within_one: 88, untold: 12 };
    let day = |number: i8| {
        let region = (number % 2 == 0).then(|| "Monaco".to_owned());
        let day = jiff::civil::date(2026, 11, 25 - number);
        AccuracyDay { day, region, accuracy: AccuracyJson::from(&judgement) }
    };
    let total = if days == 0 { Judgement::default() } else { judgement };
    AccuracyAnswer {
        from: jiff::civil::date(2026, 10, 26),
        until: jiff::civil::date(2026, 11, 24),
        total: AccuracyJson::from(&total),
        by_stops_ahead: AccuracyAhead::all_of(&total),
        days: (1..=days).map(day).collect(),
    }
}

/// What recipients read, as if the example were the dispatcher's own.
fn messages(reader: &Reader) -> Vec<Preview> {
    let operator = Operator {
        id: OperatorId::from_u128(1),
        name: OPERATOR.to_owned(),
        time_zone: "Europe/Monaco".to_owned(),
        language: "en".to_owned(),
    };
    let account = Account {
        id: RecipientId::from_u128(1),
        operator: operator.id,
        role: Role::Dispatcher,
        email: Personal::new("dispatch@example.org"),
        name: Personal::new("Dispatch"),
        password_hash: String::new(),
        language: None,
        time_zone: None,
    };
    let example = ToldTo { account, operator, reader: reader.clone(), saying: Saying::Bought };
    let public_url = "https://track.example.org".parse().unwrap();
    previews(&example, Offered { public_url: Some(&public_url), sends_sms: true, sends_ntfy: true }, reader)
}

#[test]
fn every_message_is_shown_as_it_is_sent_and_each_sms_is_one() {
    for language in Language::ALL {
        let reader = reader(language.tag());
        for preview in messages(&reader) {
            let said =
                preview.mail.html.contains("track.example.org") && preview.mail.body.contains(OPERATOR);
            assert!(said, "{}", language.tag());
            let sms = preview.sms.iter().map(|text| text.chars().count());
            assert!(sms.into_iter().all(|letters| (1..=160).contains(&letters)), "{}", language.tag());
        }
    }
    let delayed = messages(&reader("en")).into_iter().find(|preview| preview.kind == "delayed").unwrap();
    assert_eq!(
        delayed.sms.unwrap(),
        "Example Express: It comes later than planned: today between 14:42 and 15:07. The order of the stops was changed."
    );
}

fn reported(number: u128) -> ReportedParcel {
    let tracking_number = format!("DS 48{number:02}");
    ReportedParcel { parcel: ParcelId::from_u128(number), tracking_number, report: report() }
}

pub(super) fn pictures(tag: &'static str) -> Vec<Picture> {
    let reader = reader(tag);
    let reader = &reader;
    let picture = |name, html: Result<String, askama::Error>| Picture { name, tag, html: html.unwrap() };
    let frame = |path: &str| Frame::new(reader, "", path).of(Who::Dispatcher, Some(OPERATOR));
    let list = |tours: &[TourFacts], is_cut| DispatchPage::new(frame("/dispatch"), tours, is_cut, 1).render();
    let codes = || {
        let mut locked = DoorCode::default();
        (0..5).for_each(|_| locked.given(false));
        [DoorCode::default(), locked].map(|code| AwaitedCode {
            parcel: ParcelId::from_u128(1),
            tracking_number: "DS 4821".to_owned(),
            code,
        })
    };
    let page = |reference: &str, events: &[(&str, Happening)]| {
        let told = told(reference, events, reader);
        TourPage::new(frame("/dispatch/tours/1"), &tour(reference, events), &told, &codes()).render()
    };
    let figures = |days| {
        let frame = Frame::new(reader, reader.say("accuracy-title"), "/dispatch/accuracy");
        AccuracyPage::new(frame.of(Who::Dispatcher, Some(OPERATOR)), &accuracy(days)).render()
    };
    let messages = || {
        let frame = Frame::new(reader, reader.say("messages-title"), "/dispatch/messages");
        let frame = frame.of(Who::Dispatcher, Some(OPERATOR));
        MessagesPage::new(frame, reader.locale.language, messages(reader)).render()
    };
    let reports = |open: &[ReportedParcel]| {
        let frame = Frame::new(reader, reader.say("reports-title"), "/dispatch/reports");
        let frame = frame.of(Who::Dispatcher, Some(OPERATOR));
        let report = Report { answer: Some(answer()), ..report() };
        let answered = ReportedParcel { report, ..reported(3) };
        let answered = if open.is_empty() { Vec::new() } else { vec![answered] };
        ReportsPage::new(frame, open, &answered, false, None).render()
    };
    vec![
        picture("dispatch-messages", messages()),
        picture("accuracy", figures(9)),
        picture("accuracy-empty", figures(0)),
        picture("dispatch-reports", reports(&[reported(1), reported(2)])),
        picture("dispatch-reports-none", reports(&[])),
        picture("dispatch", list(&tours(), true)),
        picture("dispatch-empty", list(&[], false)),
        picture("dispatch-tour", page("03", &leaves_the_plan())),
        picture("dispatch-tour-planned", page("07", &[])),
        picture("dispatch-tour-held", page("07", &address_only())),
        picture(
            "dispatch-tour-ended",
            page("12", &[("06:00", Happening::Started), ("12:10", Happening::Ended)]),
        ),
    ]
}

fn text(name: &str, tag: &'static str) -> String {
    let pictures = pictures(tag);
    let picture = pictures.iter().find(|picture| picture.name == name).unwrap();
    Markup::read(&picture.html).unwrap().text()
}

fn assert_said(name: &str, tag: &'static str, words: &[&str]) {
    let text = text(name, tag);
    for words in words {
        assert!(text.contains(words), "{words:?} is missing in {text}");
    }
}

#[test]
fn the_dispatcher_reads_the_same_words_as_the_recipient() {
    let said = [
        "Reports of recipients",
        "Reported, 13:50: nobody came",
        "Noted by the driver: 13:42.",
        "the vehicle was seen within 50 m of the door",
        "It was there for a minute or longer.",
        "Your answer",
        "It comes again tomorrow morning.",
    ];
    assert_said("dispatch-reports", "en", &said);
    assert_said("dispatch-reports", "de", &["Gemeldet, 13:50: niemand ist gekommen", "Eingetragen: 13:42."]);
    assert_said("dispatch-reports-none", "en", &["No report is open."]);
    assert_said("dispatch", "en", &["Reports of recipients: 1 open"]);
}

#[test]
fn the_dispatcher_sees_what_each_tour_does() {
    let said = [
        "Tours of Tuesday, 24 November",
        "Underway since 08:00",
        "On a break since 09:00",
        "Not begun",
        "Ended at 12:10",
        "A. Example",
        "Nobody yet",
        "0 of 18",
        "1 Rue Grimaldi, there since 08:20",
        "Stops not on the tour: 1",
    ];
    assert_said("dispatch", "en", &said);
    assert_said("dispatch", "de", &["Unterwegs seit 08:00"]);
}

#[test]
fn the_page_of_a_tour_says_what_is_next_and_why() {
    let said = [
        "Tour 03",
        "A. Example · Underway since 13:00 · 4 of 18 stops",
        "4 Rue Grimaldi There since 13:49",
        "And 4 more stops",
        "The order is not sure enough to count by",
        "Takes the shortest way Next: 3 Rue Grimaldi",
        "3 stops were believed to come first",
        "13:10 1 Rue Grimaldi As believed",
        "Stops not on the tour: 1",
        "Stops out of order:",
        "Arrivals add up travel and service times.",
        "The vehicle was heard of last at 13:47, 5 minutes ago.",
    ];
    assert_said("dispatch-tour", "en", &said);
    assert_said(
        "dispatch-tour",
        "de",
        &["Warum diese Reihenfolge?", "Nimmt den kürzesten Weg", "vor 5 Minuten"],
    );
    assert_said("dispatch-tour-planned", "en", &["No stop was chosen yet.", "Drives as planned", "55%"]);
    assert_said(
        "dispatch-tour-ended",
        "en",
        &["No more stops are to come.", "Nothing is foretold any more."],
    );
}

#[test]
fn the_page_of_a_tour_says_which_stops_are_held_back() {
    let said = ["Held back", "19 Rue Grimaldi", "Stops without a place: 1", "And 8 more stops"];
    assert_said("dispatch-tour-held", "en", &said);
    assert_said("dispatch-tour-held", "de", &["Zurückgehalten", "Stopps ohne Ort: 1"]);
}

#[test]
fn the_figures_say_how_many_windows_were_kept() {
    let said = [
        "231 of 280 windows were kept in the last 30 days: 83%. They are made to be kept in 80%.",
        "Today None 83% of 280 20.0 min 6.5 min 79% of 90 98% of 90",
        "Yesterday Monaco",
        "4 to 5 83% of 40 20.0 min",
        "21 or more",
    ];
    assert_said("accuracy", "en", &said);
    assert_said("accuracy", "de", &["231 von 280 Zeitfenstern hielten", "20,0 min", "83 % von 280"]);
    assert_said("accuracy-empty", "en", &["No tour was judged in the last 30 days."]);
}
