//! What other carriers say: their words, and the events that are pushed.

use doorstep_domain::{EventId, Status};
use doorstep_wire::carrier::{
    CARRIER_EVENTS_MAX, CarrierEventsRead, Vocabulary, kept_log, log_to_keep, plain, table,
};
use doorstep_wire::parcel::{ParcelAnswer, ParcelsRequest};
use doorstep_wire::words::{ResultWord, StatusWord, Word as _};
use proptest::prelude::*;
use serde_json::{Value, json};

const OTHERS: [Vocabulary; 3] = [Vocabulary::Dhl, Vocabulary::AfterShip, Vocabulary::Karrio];

fn statuses() -> impl Iterator<Item = Status> {
    StatusWord::words().iter().filter_map(|word| StatusWord::from_word(word)).map(Status::from)
}

#[test]
fn every_documented_word_is_read_however_it_is_written() {
    for vocabulary in OTHERS {
        for (word, status) in vocabulary.documented() {
            let written =
                [(*word).to_owned(), word.to_uppercase(), word.replace(['-', '_'], " "), format!(" {word} ")];
            for written in written {
                let reading = vocabulary.read(&written);
                assert_eq!((reading.status, reading.is_known), (*status, true), "{vocabulary:?} {written:?}");
            }
        }
    }
}

#[test]
fn no_word_stands_twice_in_a_table() {
    for vocabulary in OTHERS {
        let mut words: Vec<&str> = vocabulary.documented().iter().map(|(word, _)| *word).collect();
        let count = words.len();
        words.sort_unstable();
        words.dedup();
        assert_eq!(words.len(), count, "{vocabulary:?}");
    }
}

#[test]
fn every_status_has_a_word_that_is_documented_and_reads_back_where_the_words_are_as_fine_as_ours() {
    for status in statuses() {
        for vocabulary in OTHERS {
            let said = vocabulary.say(status);
            let documented = vocabulary.documented().iter().any(|(word, _)| *word == said);
            assert!(documented, "{vocabulary:?} {status:?} {said}");
            let again = vocabulary.read(said).status;
            assert_eq!(vocabulary.say(again), said, "what is said and read says the same again");
        }
        for exact in [Vocabulary::Doorstep, Vocabulary::Karrio] {
            assert_eq!(exact.read(exact.say(status)).status, status, "{exact:?}");
        }
    }
}

#[test]
fn a_sub_status_that_is_newer_than_the_table_belongs_to_its_status() {
    let read = |word| Vocabulary::AfterShip.read(word);
    assert_eq!((read("Exception_099").status, read("Exception_099").is_known), (Status::OnHold, true));
    assert_eq!(read("OutForDelivery_004").status, Status::InTransit, "an appointment is not a van");
    assert_eq!((read("Nowhere_001").status, read("Nowhere_001").is_known), (Status::Unknown, false));
}

#[test]
fn the_document_holds_the_table() {
    let document = include_str!("../../../../docs/carriers.md");
    assert!(document.contains(&table()), "put this into docs/carriers.md:\n{}", table());
}

proptest! {
    #[test]
    fn no_word_is_an_error(word in any::<String>()) {
        for vocabulary in Vocabulary::ALL {
            let reading = vocabulary.read(&word);
            prop_assert!(reading.is_known || reading.status == Status::Unknown);
        }
    }

    #[test]
    fn what_was_said_is_one_short_line_whatever_it_was(text in any::<String>()) {
        if let Some(said) = plain(&text) {
            let said = said.reveal();
            prop_assert!(!said.is_empty() && said.chars().count() <= 300);
            let is_odd = said.chars().any(|c| c.is_control() || ('\u{202a}'..='\u{202e}').contains(&c));
            prop_assert!(!is_odd);
            prop_assert_eq!(said.trim(), said);
        }
    }
}

#[test]
fn what_is_long_is_cut_off_and_what_controls_is_left_out() {
    let of = |text: &str| plain(text).map(|said| said.reveal().to_owned());
    assert_eq!(of("  Sorted\r\n\tat \u{202e}hub\u{0} "), Some("Sorted at hub".to_owned()));
    assert_eq!(of("\n\u{2066}\u{0}"), None);
    let long = of(&"ä".repeat(400)).unwrap_or_default();
    assert_eq!((long.chars().count(), long.ends_with('…')), (300, true));
    assert_eq!(of(&"ä".repeat(300)), Some("ä".repeat(300)));
}

fn id(number: u32) -> String {
    format!("{number:032x}")
}

fn read(body: &Value) -> Result<CarrierEventsRead, Vec<(String, String)>> {
    CarrierEventsRead::read(body.to_string().as_bytes())
        .map_err(|problems| problems.into_iter().map(|p| (p.at, p.code.into_owned())).collect())
}

#[test]
fn events_are_read_in_the_words_of_others_and_an_unknown_one_is_counted() {
    let at = "2026-05-04T09:30:00+02:00";
    let body = json!({ "vocabulary": "aftership", "events": [
        { "id": id(1), "at": at, "status": "InTransit_003", "description": "Sorted", "place": "Hub South" },
        { "id": id(2), "at": at, "status": "Teleported" },
    ] });
    let told = read(&body).expect("it is right");
    assert_eq!((told.vocabulary, told.unknown_words), (Vocabulary::AfterShip, 1));
    let events: Vec<_> = told.events.into_iter().map(|event| event.expect("it is right")).collect();
    assert_eq!(
        events.iter().map(|event| event.status).collect::<Vec<_>>(),
        [Status::InTransit, Status::Unknown]
    );
    assert_eq!(events[0].place.as_ref().map(doorstep_domain::Personal::reveal), Some("Hub South"));

    let log = doorstep_domain::CarrierLog::of(events);
    let kept = log_to_keep(&log).expect("it is not empty");
    assert_eq!(kept_log(&kept), Some(log));
    assert_eq!(kept_log("[{}]"), None);
    assert_eq!(log_to_keep(&doorstep_domain::CarrierLog::default()), None);
}

#[test]
fn a_bad_event_is_refused_and_loses_no_other() {
    let at = "2026-05-04T09:30:00Z";
    let good = json!({ "id": id(1), "at": at, "status": "delivered" });
    let bad = [
        (json!({ "id": id(2), "at": at, "status": "Delivered" }), "unknown_word"),
        (json!({ "id": id(3), "at": "yesterday", "status": "delivered" }), "bad_instant"),
        (json!({ "id": id(4), "at": "2026-05-04T09:30:00", "status": "delivered" }), "bad_instant"),
        (json!({ "id": id(5), "at": at, "status": 7 }), "wrong_type"),
        (json!({ "id": id(6), "at": at, "status": "delivered", "place": {} }), "wrong_type"),
        (json!({ "id": id(7), "at": at, "status": "delivered", "lat": 1 }), "unknown_field"),
        (json!({ "id": "7", "at": at, "status": "delivered" }), "bad_id"),
        (json!({ "at": at, "status": "delivered" }), "missing"),
        (json!("delivered"), "wrong_type"),
    ];
    let events: Vec<&Value> = bad.iter().map(|(event, _)| event).chain([&good]).collect();
    let told = read(&json!({ "events": events })).expect("the batch is right");
    for ((event, code), told) in bad.iter().zip(&told.events) {
        let refused = told.as_ref().expect_err("it is bad");
        assert_eq!((refused.result, refused.code.as_deref()), (ResultWord::Refused, Some(*code)), "{event}");
    }
    let last = told.events.last().expect("there is one").as_ref();
    assert_eq!(last.map(|event| event.id), Ok(EventId::from_u128(1)));
}

#[test]
fn a_body_as_a_whole_has_its_limits() {
    let one = |_| json!({ "id": id(1), "at": "2026-05-04T09:30:00Z", "status": "delivered" });
    let events = |count: usize| json!({ "events": (0..count).map(one).collect::<Vec<_>>() });
    assert!(read(&events(CARRIER_EVENTS_MAX)).is_ok());
    let problem = |at: &str, code: &str| Err(vec![(at.to_owned(), code.to_owned())]);
    assert_eq!(read(&events(CARRIER_EVENTS_MAX + 1)), problem("events", "too_many"));
    assert_eq!(read(&events(0)), problem("events", "empty"));
    assert_eq!(read(&json!({})), problem("events", "missing"));
    assert_eq!(read(&json!([])), problem("", "wrong_type"));
    assert_eq!(
        read(&json!({ "vocabulary": "ups", "events": [one(1)] })),
        problem("vocabulary", "unknown_word")
    );
}

#[test]
fn another_carrier_is_told_with_its_number_and_a_page_that_is_one() {
    let parcel = |carrier: Value| json!({ "tracking_number": "X1", "sender": "Shop", "carrier": carrier });
    let read = |carrier: Value| {
        ParcelsRequest::read(parcel(carrier).to_string().as_bytes())
            .map_err(|problems| problems[0].code.to_string())
    };
    let url = |url: &str| json!({ "carrier": "other", "name": "C", "tracking_number": "0034", "url": url });
    let ParcelsRequest::One(one) = read(url("https://carrier.example.org/?n=0034")).expect("it is right")
    else {
        panic!("it is one");
    };
    assert_eq!(
        serde_json::to_value(&one.carrier).expect("JSON"),
        json!({ "carrier": "other", "name": "C", "tracking_number": "0034", "url": "https://carrier.example.org/?n=0034" })
    );
    assert!(read(json!({ "carrier": "other", "name": "C" })).is_ok(), "it may have said nothing yet");
    for bad in [
        "http://carrier.example.org/",
        "javascript:alert(1)",
        "https://user@carrier.example.org/",
        "https://127.0.0.1/",
        "https://carrier/",
        "https:\\\\carrier.example.org/",
        "//carrier.example.org/",
        "https://carrier.example.org/a b",
    ] {
        assert_eq!(read(url(bad)), Err("bad_url".to_owned()), "{bad}");
    }
    assert_eq!(
        read(url(&format!("https://carrier.example.org/{}", "x".repeat(500)))),
        Err("too_long".to_owned())
    );
}

#[test]
fn the_operator_reads_the_status_in_the_words_of_others_as_well() {
    let mut parcel = super::tracking::record();
    parcel.status = Status::OutForDelivery;
    let answer = serde_json::to_value(ParcelAnswer::from(&parcel)).expect("JSON");
    assert_eq!(
        answer["status_as"],
        json!({ "dhl": "transit", "aftership": "OutForDelivery", "karrio": "out_for_delivery" })
    );
}
