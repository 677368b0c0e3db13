//! Parcels that another carrier brings, as far as it says something of them.

use doorstep_domain::view::ToldByCarrier;
use doorstep_domain::{CarrierEvent, EventId, HiddenBecause, Parcel, Personal, Status, TrackingView};

use super::super::builders::{at, hidden, parcel};
use super::super::markup::Markup;
use super::{State, render};

/// What another carrier brings.
pub(super) fn states(parcel: &Parcel) -> Vec<State> {
    let other = TrackingView {
        operator: "City Bikes".to_owned(),
        delivered_by_own_network: false,
        status_at: Some(at("11:20")),
        forecast: None,
        remaining_stops: None,
        reasons: Vec::new(),
        instruction_open: false,
        ..hidden(HiddenBecause::OtherCarrier, parcel)
    };
    let said = TrackingView {
        status: Status::OutForDelivery,
        told: Some(told_by_city_bikes(Status::OutForDelivery)),
        status_at: Some(at("12:31")),
        ..other.clone()
    };
    let ended = |status| TrackingView { status, told: Some(told_by_city_bikes(status)), ..said.clone() };
    let (refused, brought) = (ended(Status::Attempted), ended(Status::Delivered));
    vec![
        State::new(
            "other-carrier",
            other,
            &["Status only", "City Bikes brings this one. Status from 11:20."],
            &["Nur Status", "City Bikes bringt dieses Paket. Stand 11:20."],
        ),
        State::new(
            "other-carrier-said",
            said,
            &[
                "What City Bikes says",
                "On the way to you",
                "Hub South",
                "Number at City Bikes",
                "Track it at City Bikes",
            ],
            &[
                "Was City Bikes meldet",
                "Auf dem Weg zu Ihnen",
                "Nummer bei City Bikes",
                "Bei City Bikes verfolgen",
            ],
        ),
        State::new(
            "other-carrier-failed",
            refused,
            &["Not delivered", "It could not be handed over", "What City Bikes says"],
            &["Nicht zugestellt", "Es konnte nicht übergeben werden"],
        ),
        State::new(
            "other-carrier-delivered",
            brought,
            &["Delivered", "City Bikes brings this one. Status from 12:31."],
            &["Zugestellt", "City Bikes bringt dieses Paket. Stand 12:31."],
        ),
    ]
}

/// What another carrier said on two days, once in words that could be markup, and how the parcel stood at last.
fn told_by_city_bikes(last: Status) -> ToldByCarrier {
    let event = |number, at, status, description: &str, place: Option<&str>| CarrierEvent {
        id: EventId::from_u128(number),
        at,
        status,
        description: Some(Personal::new(description)),
        place: place.map(Personal::new),
    };
    let before = |time: &str| format!("2026-11-23T{time}:00+01:00").parse().unwrap();
    ToldByCarrier {
        tracking_number: Some("CB 0034 0434 1610 9402 2115".to_owned()),
        url: Some("https://bikes.example.org/track?n=00340434161094022115&lang=de".to_owned()),
        events: vec![
            event(4, at("12:31"), last, "Seen by rider 7", None),
            event(3, at("11:20"), Status::Unknown, "Checked <weight> & size", Some("Hub South")),
            event(2, before("22:05"), Status::InTransit, "Sorted for the city", Some("Hub South")),
            event(1, before("17:40"), Status::PreTransit, "Announced by the sender", None),
        ],
    }
}

#[test]
fn of_what_another_carrier_brings_nothing_is_reckoned() {
    let parcel = parcel(973);
    for state in states(&parcel) {
        let text = Markup::read(&render(&state, &parcel, "en")).unwrap().text();
        assert!(!text.contains("How sure is this?"), "{}: {text}", state.name);
    }
}
