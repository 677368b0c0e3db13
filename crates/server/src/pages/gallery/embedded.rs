//! What pages of shops say in every state of the tracking page.

use std::collections::BTreeSet;

use doorstep_domain::view::EmbeddedView;
use doorstep_domain::{Personal, TrackingView, Wishes};

use super::builders::parcel;
use super::parcels::views;
use super::reader;
use crate::pages::embed::told;

/// Words of what recipients asked for, of drivers and of doors, anywhere in the states.
const PERSONAL: [&str; 8] =
    ["bins", "Bo Example", "no. 7", "Dora Example", "Floor", "garage", "\"lat\"", "43.7"];
const NUMBER: u128 = 973;

fn said(view: TrackingView, tag: &str) -> String {
    let (parcel, reader) = (parcel(NUMBER), reader(tag));
    let view = EmbeddedView::of(view, &parcel, &reader.zone, reader.now);
    serde_json::to_string(&told(&view, &parcel, "Example Express", &reader)).unwrap()
}

#[test]
fn a_page_of_a_shop_says_nothing_that_recipients_told_their_carrier() {
    for tag in ["en", "de"] {
        for (name, view) in views(&parcel(NUMBER)) {
            let driven = TrackingView { driver_name: Some(Personal::new("Dora Example")), ..view.clone() };
            let said_of_all = said(driven, tag);
            for word in PERSONAL {
                assert!(!said_of_all.contains(word), "{name} {tag} tells {word}: {said_of_all}");
            }
            let silent =
                TrackingView { wishes: Wishes::default(), wishes_seen_at: None, not_before: None, ..view };
            assert_eq!(said_of_all, said(silent, tag), "{name} {tag}");
        }
    }
}

#[test]
fn it_says_how_every_state_differs() {
    let all: Vec<String> = views(&parcel(NUMBER)).into_iter().map(|(_, view)| said(view, "en")).collect();
    let distinct: BTreeSet<&String> = all.iter().collect();
    assert!(distinct.len() * 2 > all.len(), "{} of {}", distinct.len(), all.len());
}
