//! What holds for every log of a tour (the numbers are those of ARCHITECTURE.md).

use std::collections::BTreeSet;

use crate::support::{
    along, at, event, fix, instruction, look, look_under, parcel, parcel_id, plan, planned_stop, stop_id,
};
use doorstep_domain::admission::{Draft, Source, admit_all};
use doorstep_domain::tour::Anomaly;
use doorstep_domain::visibility::{Offer, Preset, Rules, SenderKey};
use doorstep_domain::{
    AccessNotes, Because, Folded, Happening, HiddenBecause, MapView, Outcome, Parcel, ParcelKind, Personal,
    PhotoId, PlaceMark, PlannedStop, SafePlace, TourEvent, TourState,
};
use proptest::prelude::*;

const STOPS: u16 = 8;

/// What an operator, a sender and a parcel may say.
fn any_presets() -> impl Strategy<Value = [Preset; 3]> {
    proptest::array::uniform3(proptest::sample::select(Preset::ALL.as_slice()))
}

/// Anything that can happen, on stops and parcels that are on the tour and on some that are not.
fn happening() -> impl Strategy<Value = Happening> {
    let number = || 1..=STOPS + 2;
    prop_oneof![
        8 => (0.0..4_000.0_f64).prop_map(fix),
        1 => prop_oneof![Just(20_000.0), Just(2_000_000.0)].prop_map(fix),
        1 => Just(Happening::Started),
        1 => Just(Happening::BreakBegun),
        1 => Just(Happening::BreakEnded),
        1 => prop_oneof![Just(Happening::MapHidden), Just(Happening::MapShown)],
        1 => Just(Happening::Ended),
        1 => (3..=STOPS).prop_map(plan),
        1 => number().prop_map(|n| Happening::Arrived { stop: stop_id(n) }),
        1 => proptest::option::of(number()).prop_map(|n| Happening::Departed { stop: n.map(stop_id) }),
        1 => number().prop_map(|n| Happening::Scanned { parcel: parcel_id(n) }),
        1 => number().prop_map(|n| Happening::Delivered { parcel: parcel_id(n), outcome: Outcome::DeliveredToRecipient }),
        1 => number().prop_map(|n| Happening::Attempted { parcel: parcel_id(n), outcome: Outcome::FailedNotHome }),
        1 => number().prop_map(|n| Happening::Served { stop: stop_id(n) }),
        1 => number().prop_map(|n| Happening::Skipped { stop: stop_id(n) }),
        1 => proptest::collection::vec(number(), 0..4)
            .prop_map(|order| Happening::Resequenced { order: order.into_iter().map(stop_id).collect() }),
        1 => (proptest::option::of(number()), number()).prop_map(|(after, n)| Happening::StopsAdded {
            after: after.map(stop_id),
            stops: vec![planned_stop(n)],
        }),
        1 => number().prop_map(|n| Happening::StopsAdded {
            after: None,
            stops: vec![PlannedStop { place: None, ..planned_stop(n) }],
        }),
        1 => number().prop_map(|n| Happening::StopsRemoved { stops: vec![stop_id(n)] }),
        1 => (number(), 0.0..4_000.0_f64)
            .prop_map(|(n, m)| Happening::StopMoved { stop: stop_id(n), place: along(m) }),
        1 => (number(), number()).prop_map(|(n, p)| Happening::ParcelsAdded { stop: stop_id(n), parcels: vec![parcel_id(p)] }),
        1 => number().prop_map(|p| Happening::ParcelsRemoved { parcels: vec![parcel_id(p)] }),
        1 => (number(), number()).prop_map(|(p, n)| Happening::ParcelMoved { parcel: parcel_id(p), stop: stop_id(n) }),
        1 => (number(), any::<bool>()).prop_map(|(p, is_right)| Happening::DoorCodeGiven { parcel: parcel_id(p), is_right }),
        1 => number().prop_map(|p| Happening::DoorCodeRenewed { parcel: parcel_id(p) }),
        1 => Just(Happening::HandedOver { driver: None, vehicle: None }),
        1 => (number(), any::<bool>()).prop_map(|(p, given)| Happening::InstructionGiven {
            parcel: parcel_id(p),
            instruction: given.then(|| instruction(SafePlace::Garage)),
            version: 1,
        }),
        1 => (number(), 0..4_u32).prop_map(|(p, version)| Happening::PlaceMarked {
            parcel: parcel_id(p),
            mark: PlaceMark { pin: None, photo: Some(PhotoId::from_u128(version.into())) },
            version,
        }),
        1 => (number(), 0..4_u32).prop_map(|(p, version)| Happening::AccessNoted {
            parcel: parcel_id(p),
            access: AccessNotes { floor: Some(Personal::new(version.to_string())), ..AccessNotes::default() },
            version,
        }),
        1 => (number(), proptest::collection::vec(number(), 0..4)).prop_map(|(p, order)| Happening::PutLater {
            parcel: parcel_id(p),
            not_before: at(600),
            order: order.into_iter().map(stop_id).collect(),
            version: 1,
        }),
        1 => (number(), 0..4_u32)
            .prop_map(|(p, version)| Happening::InstructionSeen { parcel: parcel_id(p), version }),
    ]
}

/// A log in the order of receipt: instants go forth and back, and the plan may be late.
pub(crate) fn any_log() -> impl Strategy<Value = Vec<TourEvent>> {
    let planned_at = prop_oneof![Just(-300), 0..1_200_i64];
    (planned_at, proptest::collection::vec((-120_i64..3_600, happening()), 0..80)).prop_map(
        |(planned_at, rest)| {
            let mut log = vec![event(0, planned_at, plan(STOPS))];
            log.extend((1..).zip(rest).map(|(number, (second, what))| event(number, second, what)));
            log
        },
    )
}

fn folded(events: impl IntoIterator<Item = TourEvent>) -> TourState {
    let mut state = TourState::default();
    state.fold_all(events);
    state
}

proptest! {
    #[test]
    fn invariant_1_a_log_replayed_in_any_split_gives_the_same_state(log in any_log(), cuts in proptest::collection::vec(0_usize..80, 0..5)) {
        let whole = folded(log.clone());
        let mut one_by_one = TourState::default();
        for event in log.clone() {
            one_by_one.fold(event);
        }
        prop_assert_eq!(&one_by_one, &whole);

        let cuts: BTreeSet<usize> = cuts.into_iter().map(|cut| cut.min(log.len())).collect();
        let mut in_pieces = TourState::default();
        let mut from = 0;
        for cut in cuts.into_iter().chain([log.len()]) {
            in_pieces.fold_all(log[from..cut].iter().cloned());
            from = cut;
        }
        prop_assert_eq!(&in_pieces, &whole);
    }

    #[test]
    fn invariant_1_a_doubled_event_changes_nothing(log in any_log()) {
        let mut state = folded(log.clone());
        let before = state.clone();
        for event in log {
            prop_assert!(state.is_doubled(&event));
            prop_assert_eq!(state.fold(event), Folded::Doubled);
        }
        prop_assert_eq!(state, before);
    }

    #[test]
    fn invariant_2_any_order_of_arrival_ends_in_the_same_state(
        (log, shuffled) in any_log().prop_flat_map(|log| (Just(log.clone()), Just(log).prop_shuffle()))
    ) {
        let mut state = TourState::default();
        for event in shuffled {
            state.fold(event);
        }
        prop_assert_eq!(state, folded(log));
    }

    #[test]
    fn invariant_5_gift_and_confidential_show_neither_position_nor_count(log in any_log(), second in -300_i64..7_200) {
        let tour = folded(log);
        let kinds = [(ParcelKind::Gift, HiddenBecause::Gift), (ParcelKind::Confidential, HiddenBecause::Confidential)];
        for number in 1..=STOPS {
            let ordinary = look(&tour, &parcel(number), second);
            for (kind, because) in kinds {
                let mut own = parcel(number);
                own.kind = kind;
                let view = look(&tour, &own, second);
                prop_assert!(matches!(view.map, MapView::Hidden(_)));
                if view.outcome.is_none() && tour.parcel(own.id).is_some() {
                    prop_assert_eq!(&view.map, &MapView::Hidden(because));
                }
                prop_assert_eq!(view.remaining_stops, None);
                prop_assert_eq!(&view.sender, &None);
                // Nothing that is told counts stops or follows the driver.
                for reason in &view.reasons {
                    prop_assert!(matches!(
                        reason.because,
                        Because::TourStarted
                            | Because::InstructionGiven
                            | Because::InstructionWithdrawn
                            | Because::StopSkipped
                            | Because::PutLater
                    ));
                }
                // Time is told as to everyone else: the answer has the shape of an ordinary one without a map.
                prop_assert_eq!(view.forecast, ordinary.forecast);
                prop_assert_eq!(view.status, ordinary.status);
                prop_assert_eq!(view.promise, ordinary.promise);
                prop_assert_eq!(view.outcome, ordinary.outcome);
            }
        }
    }

    #[test]
    fn invariant_5_no_rule_opens_a_gift(log in any_log(), second in -300_i64..7_200, presets in any_presets()) {
        let tour = folded(log);
        for kind in [ParcelKind::Gift, ParcelKind::Confidential, ParcelKind::HighValue] {
            let mut own = parcel(1);
            own.kind = kind;
            let [operator, sender, narrow] = presets;
            own.visibility = narrow.rules();
            let senders = [(SenderKey::of(&own.sender), sender.rules())].into();
            let offer = Offer { policy: operator.policy(), senders, ..Offer::default() };
            let view = look_under(&offer, &tour, &own, second);
            prop_assert_eq!(view, look(&tour, &Parcel { visibility: Rules::default(), ..own }, second));
        }
    }

    #[test]
    fn invariant_7_of_a_driver_nothing_is_let_in_from_outside_the_started_tour(log in any_log()) {
        let mut state = folded([event(0, -300, plan(STOPS))]);
        let now = at(3_600);
        let drafts = log.into_iter().skip(1).map(|event| Draft { id: event.id, at: event.at, sent_at: None, what: event.what });
        let taken: Vec<TourEvent> = admit_all(&state, drafts.collect(), now, Source::Driver, &BTreeSet::new()).into_iter().flatten().collect();
        state.fold_all(taken.clone());
        for event in taken {
            let is_turn = matches!(
                event.what,
                Happening::Started | Happening::BreakBegun | Happening::BreakEnded | Happening::Ended
            );
            let phase = state.phase_at(event.at);
            match event.what {
                Happening::Fix(_) => prop_assert!(phase.is_underway(), "a fix in {:?}", phase),
                _ if is_turn => {}
                _ => prop_assert!(
                    matches!(phase, doorstep_domain::Phase::Underway { .. } | doorstep_domain::Phase::OnBreak { .. }),
                    "{:?} in {:?}", event.what, phase
                ),
            }
        }
        prop_assert_eq!(state.anomalies().count(Anomaly::FixOutsideTour), 0);
    }

    #[test]
    fn every_view_of_every_tour_can_be_made(log in any_log(), second in -86_400_i64..86_400) {
        let tour = folded(log);
        for number in 1..=STOPS + 2 {
            let view = look(&tour, &parcel(number), second);
            prop_assert!(view.reasons.len() <= doorstep_domain::TrackingView::REASONS_MAX);
            if let Some(forecast) = view.forecast {
                prop_assert!(forecast.window.from <= forecast.window.until);
            }
        }
    }
}
