//! Of which deliveries there may be a photo, and who is told of it.

use doorstep_domain::visibility::{Offer, PhotoRule, Policy, Preset, Rules};
use doorstep_domain::{Happening, Outcome, Parcel, ParcelKind, RecipientId, Status, TourState};

use crate::support::{DAY, at, look, look_under, parcel, parcel_id, tour};

/// A parcel of which there is a photo.
fn photographed(kind: ParcelKind) -> Parcel {
    Parcel { kind, photo_at: Some(at(95)), ..parcel(1) }
}

/// A tour on which the first parcel ended like this.
fn ended(outcome: Outcome) -> TourState {
    let parcel = parcel_id(1);
    let what = if outcome.is_delivered() {
        Happening::Delivered { parcel, outcome }
    } else {
        Happening::Attempted { parcel, outcome }
    };
    tour(3, [(0, Happening::Started), (90, what)])
}

#[test]
fn a_photo_is_told_of_a_delivery_and_of_nothing_else() {
    let own = photographed(ParcelKind::Ordinary);
    let told = |outcome| look(&ended(outcome), &own, 100).photo_at;
    assert_eq!(
        told(Outcome::DeliveredToSafePlace),
        Some(at(95)),
        "at once, whatever else waits for a full minute"
    );
    assert_eq!(told(Outcome::FailedNotHome), None, "the delivery was taken back");
    let none_yet = tour(3, [(0, Happening::Started)]);
    assert_eq!(look(&none_yet, &own, 100).photo_at, None);
    assert_eq!(look(&ended(Outcome::DeliveredToMailbox), &parcel(1), 100).photo_at, None, "there is none");
}

#[test]
fn a_photo_is_told_after_the_log_is_forgotten() {
    let nothing = TourState::default();
    let own = Parcel { status: Status::Delivered, on_tour: None, ..photographed(ParcelKind::Ordinary) };
    assert_eq!(look(&nothing, &own, 100).photo_at, Some(at(95)));
    assert_eq!(look(&nothing, &Parcel { status: Status::Delayed, ..own }, 100).photo_at, None);
}

#[test]
fn rules_say_of_which_kinds_there_is_a_photo() {
    use ParcelKind::{Confidential, Gift, HighValue, Ordinary};
    let tour = ended(Outcome::DeliveredToRecipient);
    let told = |photo, kind| {
        let offer = Offer { policy: Policy { photo, ..Policy::default() }, ..Offer::default() };
        look_under(&offer, &tour, &photographed(kind), 100).photo_at.is_some()
    };
    for kind in [Ordinary, Gift, Confidential, HighValue] {
        assert!(told(PhotoRule::Always, kind), "{kind:?}");
        assert_eq!(told(PhotoRule::Ordinary, kind), kind == Ordinary, "{kind:?}");
        assert!(!told(PhotoRule::Never, kind), "{kind:?}");
    }
}

#[test]
fn each_preset_says_whether_there_are_photos_and_the_narrowest_wins() {
    let tour = ended(Outcome::DeliveredToRecipient);
    let told = |rules: Rules| {
        let own = Parcel { visibility: rules, ..photographed(ParcelKind::Ordinary) };
        look(&tour, &own, 100).photo_at.is_some()
    };
    for preset in Preset::ALL {
        let is_ordinary = matches!(preset, Preset::Open | Preset::Near | Preset::Coarse);
        assert_eq!(told(preset.rules()), is_ordinary, "{preset:?}");
    }
    assert!(
        told(Rules { photo: Some(PhotoRule::Always), ..Preset::Gift.rules() }),
        "who asks for it gets it"
    );
    assert!(!told(Rules { photo: Some(PhotoRule::Never), ..Rules::default() }));
    assert!(!told(Rules::closed()));
}

#[test]
fn no_photo_is_wanted_that_nobody_would_see() {
    let offer = Offer::default();
    let own = Parcel { recipient: Some(RecipientId::from_u128(1)), ..parcel(1) };
    assert!(offer.wants_photo(&own, DAY));
    assert!(!offer.wants_photo(&Parcel { recipient: None, ..own.clone() }, DAY));
    assert!(!offer.wants_photo(&Parcel { kind: ParcelKind::Gift, ..own }, DAY));
}
