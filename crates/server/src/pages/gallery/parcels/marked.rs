//! Safe places that a photo and a pin show.

use doorstep_domain::{Parcel, PhotoId, PlaceMark, TrackingView, Wishes};

use super::super::builders::{door, open};
use super::{State, behind_the_bins};
use crate::pages::tracking::{FormTrouble, WishForm};

/// A safe place that is marked, and one whose pin is too far away.
pub(super) fn states(parcel: &Parcel) -> Vec<State> {
    let mark = PlaceMark { pin: Some(door()), photo: Some(PhotoId::from_u128(1)) };
    let marked = TrackingView { wishes: Wishes { mark, version: 2, ..behind_the_bins() }, ..open(4, parcel) };
    let far = WishForm { pin: Some("43.740000,7.420000".to_owned()), ..WishForm::default() };
    vec![
        State::new(
            "place-marked",
            marked,
            &["behind the bins", "Show the driver where", "Marked for the driver"],
            &["Dem Fahrer zeigen, wo", "Für den Fahrer markiert"],
        ),
        State {
            refused: Some((far, FormTrouble::PinTooFar)),
            ..State::new(
                "mark-refused",
                TrackingView { wishes: behind_the_bins(), ..open(4, parcel) },
                &["That is too far from your door: at most 250 m."],
                &["höchstens 250 m"],
            )
        },
    ]
}
