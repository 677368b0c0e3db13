//! Parcels.

use doorstep_domain::{
    AccessNotes, Carrier, CarrierLog, Instruction, OnTour, OrderId, OtherCarrier, Outcome as How, Parcel,
    ParcelKind, Personal, PhotoId, Place, PlaceMark, SafePlace, Status, Window, Wish, Wishes,
};

use super::samples::{
    DAY, at, carrier_event, on_tour, operator, operator_id, outcome, parcel, parcel_id, pickup_point,
    recipient_id, settle, settle_in,
};
use super::{Outcome, assert_conflict, assert_dangling, cases};
use crate::{PAGE_MAX, Store};

cases![
    a_parcel_comes_back_as_it_was_put,
    every_word_of_a_parcel_comes_back,
    parcels_are_added_all_or_none,
    a_tracking_number_is_unique_within_its_operator,
    a_foreign_parcel_is_absent,
    several_parcels_are_found,
    a_recipients_parcels_come_newest_day_first,
    what_was_ordered_for_others_comes_newest_day_first,
    parcels_are_listed_in_pages,
    a_page_has_a_largest_size,
    a_parcel_is_replaced,
    parcels_are_put_on_stops,
    what_is_asked_for_changes_one_after_the_other,
    a_redirected_parcel_waits_for_another_tour,
    a_parcel_needs_what_it_refers_to,
];

/// A parcel with everything that a parcel can have.
fn full(number: u128) -> Parcel {
    Parcel {
        order: Some(OrderId::from_u128(0x00de_0001)),
        recipient: Some(recipient_id(1)),
        buyer: Some(recipient_id(2)),
        kind: ParcelKind::HighValue,
        carrier: Carrier::Other(other_carrier()),
        day: Some(DAY),
        promise: Some(Window::between(at(100), at(200))),
        status: Status::InTransit,
        door: Place::from_degrees(43.738_412_3, -7.424_619_9).ok(),
        address: Some(Personal::new("1 Quay\nMonaco")),
        on_tour: Some(on_tour(1, 2)),
        wishes: wishes(Some(instruction(SafePlace::Shed))),
        ..parcel(number)
    }
}

/// Another carrier of which everything is known.
fn other_carrier() -> OtherCarrier {
    let log =
        CarrierLog::of([carrier_event(1, 5, Status::InTransit), carrier_event(2, 3, Status::PreTransit)]);
    OtherCarrier {
        tracking_number: Some("003404340".to_owned()),
        url: Some("https://carrier.example.org/003404340".to_owned()),
        status_at: Some(at(5)),
        log,
        ..OtherCarrier::named("Other service")
    }
}

fn instruction(safe_place: SafePlace) -> Instruction {
    Instruction::SafePlace { safe_place, note: Some(Personal::new("behind the bin")) }
}

fn mark() -> PlaceMark {
    PlaceMark {
        pin: Place::from_degrees(43.738_412_3, -7.424_619_9).ok(),
        photo: Some(PhotoId::from_u128(0x1234)),
    }
}

fn access() -> AccessNotes {
    let text = |text: &str| Some(Personal::new(text));
    AccessNotes { doorbell: text("Example"), floor: text("2nd"), way: text("through the yard") }
}

fn wishes(instruction: Option<Instruction>) -> Wishes {
    Wishes {
        instruction,
        mark: mark(),
        access: access(),
        day: Some(DAY),
        pickup_point: Some(pickup_point(1)),
        version: 3,
    }
}

async fn a_parcel_comes_back_as_it_was_put(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    store.insert_parcels(vec![full(1), parcel(2)], at(0)).await?;
    assert_eq!(store.find_parcel(parcel_id(1)).await?, Some(full(1)));
    assert_eq!(store.find_parcel(parcel_id(2)).await?, Some(parcel(2)));
    assert_eq!(store.find_parcel(parcel_id(3)).await?, None);
    assert_eq!(store.find_outcome(parcel_id(1)).await?, None);
    Ok(())
}

async fn every_word_of_a_parcel_comes_back(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    let kinds = [ParcelKind::Ordinary, ParcelKind::Gift, ParcelKind::Confidential, ParcelKind::HighValue];
    let statuses = [
        Status::PreTransit,
        Status::InTransit,
        Status::OutForDelivery,
        Status::Delivered,
        Status::AvailableForPickup,
        Status::Attempted,
        Status::Delayed,
        Status::OnHold,
        Status::Returned,
        Status::Cancelled,
        Status::Unknown,
    ];
    let places = [
        SafePlace::FrontPorch,
        SafePlace::RearPorch,
        SafePlace::Garage,
        SafePlace::Shed,
        SafePlace::Mailbox,
        SafePlace::Reception,
        SafePlace::Other,
    ];
    let words = statuses.into_iter().zip(kinds.into_iter().cycle()).zip(places.into_iter().cycle());
    for (number, ((status, kind), safe_place)) in (1..).zip(words) {
        let asked = Instruction::SafePlace { safe_place, note: None };
        let wishes = Wishes { instruction: Some(asked), ..Wishes::default() };
        let parcel = Parcel { status, kind, wishes, ..parcel(number) };
        store.insert_parcels(vec![parcel.clone()], at(0)).await?;
        assert_eq!(store.find_parcel(parcel.id).await?, Some(parcel));
    }
    Ok(())
}

async fn parcels_are_added_all_or_none(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    store.insert_parcels(Vec::new(), at(0)).await?;
    let doubled = Parcel { tracking_number: parcel(1).tracking_number, ..parcel(3) };
    assert_conflict!(store.insert_parcels(vec![parcel(1), parcel(2), doubled.clone()], at(0)).await);
    assert_eq!(store.find_parcel(parcel_id(1)).await?, None);

    store.insert_parcels(vec![parcel(1)], at(0)).await?;
    assert_conflict!(store.insert_parcels(vec![parcel(2), doubled], at(0)).await);
    assert_eq!(store.find_parcel(parcel_id(2)).await?, None);
    Ok(())
}

async fn a_tracking_number_is_unique_within_its_operator(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    let elsewhere =
        Parcel { operator: operator_id(2), tracking_number: parcel(1).tracking_number, ..parcel(2) };
    store.insert_parcels(vec![parcel(1), elsewhere.clone()], at(0)).await?;
    let number = parcel(1).tracking_number;
    assert_eq!(store.find_parcel_by_number(operator_id(1), &number).await?, Some(parcel(1)));
    assert_eq!(store.find_parcel_by_number(operator_id(2), &number).await?, Some(elsewhere));
    assert_eq!(store.find_parcel_by_number(operator_id(1), "absent").await?, None);
    Ok(())
}

async fn a_foreign_parcel_is_absent(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    store.insert_parcels(vec![full(1), parcel(2)], at(0)).await?;
    let id = parcel_id(1);
    assert_eq!(store.find_parcel_of_operator(operator_id(1), id).await?, Some(full(1)));
    assert_eq!(store.find_parcel_of_operator(operator_id(2), id).await?, None);
    assert_eq!(store.find_parcel_of_recipient(recipient_id(1), id).await?, Some(full(1)));
    assert_eq!(store.find_parcel_of_recipient(recipient_id(2), id).await?, None);
    assert_eq!(store.find_parcel_of_recipient(recipient_id(1), parcel_id(2)).await?, None);
    Ok(())
}

async fn several_parcels_are_found(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    store.insert_parcels((1..=1_200).map(parcel).collect(), at(0)).await?;
    assert_eq!(store.find_parcels(Vec::new()).await?, []);
    let ids = [3, 1, 3, 5_000].map(parcel_id).to_vec();
    let mut found = store.find_parcels(ids).await?;
    found.sort_by_key(|parcel| parcel.id);
    assert_eq!(found, [parcel(1), parcel(3)]);
    let all = store.find_parcels((1..=1_200).map(parcel_id).collect()).await?;
    assert_eq!(all.len(), 1_200);
    Ok(())
}

async fn a_recipients_parcels_come_newest_day_first(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    let own = |number, day| Parcel { recipient: Some(recipient_id(1)), day, ..parcel(number) };
    let (yesterday, tomorrow) = (DAY.yesterday().ok(), DAY.tomorrow().ok());
    let parcels = vec![own(1, None), own(2, yesterday), own(3, tomorrow), own(4, Some(DAY)), parcel(5)];
    store.insert_parcels(parcels, at(0)).await?;
    let listed = store.list_parcels_of_recipient(recipient_id(1)).await?;
    let ids: Vec<_> = listed.into_iter().map(|parcel| parcel.id).collect();
    assert_eq!(ids, [3, 4, 2, 1].map(parcel_id), "those without a day come last");
    assert_eq!(store.list_parcels_of_recipient(recipient_id(2)).await?, []);
    Ok(())
}

async fn parcels_are_listed_in_pages(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    let foreign = Parcel { operator: operator_id(2), ..parcel(3) };
    let parcels = [5, 2, 4, 1].map(parcel).into_iter().chain([foreign]).collect();
    store.insert_parcels(parcels, at(0)).await?;

    let first = store.list_parcels(operator_id(1), None, 3).await?;
    assert_eq!(first.rows, [parcel(1), parcel(2), parcel(4)]);
    assert!(first.next.is_some());
    let second = store.list_parcels(operator_id(1), first.next, 3).await?;
    assert_eq!((second.rows, second.next), (vec![parcel(5)], None));

    let exact = store.list_parcels(operator_id(1), None, 4).await?;
    assert_eq!((exact.rows.len(), exact.next), (4, None));
    let beyond = store.list_parcels(operator_id(1), Some("zzz".to_owned()), 3).await?;
    assert_eq!((beyond.rows, beyond.next), (Vec::new(), None), "a cursor that none gave ends the list");
    Ok(())
}

async fn a_page_has_a_largest_size(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    store.insert_parcels((1..=u128::from(PAGE_MAX) + 1).map(parcel).collect(), at(0)).await?;
    let page = store.list_parcels(operator_id(1), None, u32::MAX).await?;
    assert_eq!((page.rows.len(), page.next.is_some()), (PAGE_MAX as usize, true));
    let page = store.list_parcels(operator_id(1), None, 0).await?;
    assert_eq!((page.rows.len(), page.next.is_some()), (1, true), "no page is empty while rows are left");
    Ok(())
}

async fn a_parcel_is_replaced(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    store.insert_parcels(vec![parcel(1), parcel(2)], at(0)).await?;
    let ended = outcome(How::DeliveredToRecipient, 50);
    store.append(settle(1, Status::Delivered, Some(ended))).await?;

    assert!(store.update_parcel(full(1)).await?);
    assert_eq!(store.find_parcel(parcel_id(1)).await?, Some(full(1)));
    assert_eq!(store.find_outcome(parcel_id(1)).await?, Some(ended), "the outcome is the log's to tell");
    assert!(store.update_parcel(parcel(1)).await?);
    assert_eq!(store.find_parcel(parcel_id(1)).await?, Some(parcel(1)));

    assert!(!store.update_parcel(parcel(3)).await?);
    assert!(!store.update_parcel(Parcel { operator: operator_id(2), ..parcel(1) }).await?);
    let doubled = Parcel { tracking_number: parcel(1).tracking_number, ..parcel(2) };
    assert_conflict!(store.update_parcel(doubled).await);
    assert_eq!(store.find_parcel(parcel_id(2)).await?, Some(parcel(2)));
    Ok(())
}

async fn parcels_are_put_on_stops(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    store.insert_parcels([1, 2, 3].map(parcel).to_vec(), at(0)).await?;
    store.assign_parcels(Vec::new()).await?;
    let places = [1, 2, 9].map(|number| (parcel_id(number), Some(on_tour(1, number)))).to_vec();
    store.assign_parcels(places).await?;
    store.assign_parcels(vec![(parcel_id(1), None), (parcel_id(2), Some(on_tour(1, 7)))]).await?;
    let on_tour_now = |found: Option<Parcel>| -> Option<OnTour> { found.and_then(|parcel| parcel.on_tour) };
    assert_eq!(on_tour_now(store.find_parcel(parcel_id(1)).await?), None);
    assert_eq!(on_tour_now(store.find_parcel(parcel_id(2)).await?), Some(on_tour(1, 7)));
    assert_eq!(on_tour_now(store.find_parcel(parcel_id(3)).await?), None);
    assert_eq!(store.find_parcel(parcel_id(9)).await?, None);
    Ok(())
}

async fn what_is_asked_for_changes_one_after_the_other(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    store.insert_parcels(vec![parcel(1)], at(0)).await?;
    let neighbour = Instruction::Neighbour { neighbour: Personal::new("Ada"), house: None };
    let changes = [
        Wish::Instruction(Some(instruction(SafePlace::Garage))),
        Wish::Mark(mark()),
        Wish::Access(access()),
        Wish::Instruction(Some(instruction(SafePlace::Garage))),
        Wish::Mark(PlaceMark::default()),
        Wish::Mark(mark()),
        Wish::Instruction(Some(neighbour)),
        Wish::Instruction(None),
        Wish::Access(AccessNotes::default()),
    ];
    let mut expected = Wishes::default();
    for (version, wish) in (1..).zip(changes) {
        assert!(store.set_wish(parcel_id(1), wish.clone(), version).await?);
        expected = expected.after(wish.clone(), version);
        assert!(!store.set_wish(parcel_id(1), wish, version).await?, "who saw an older one changes nothing");
        let found = store.find_parcel(parcel_id(1)).await?;
        assert_eq!(found, Some(Parcel { wishes: expected.clone(), ..parcel(1) }));
    }
    assert!(!store.set_wish(parcel_id(1), Wish::Instruction(None), 0).await?);
    assert!(!store.set_wish(parcel_id(2), Wish::Instruction(None), 1).await?, "there is none");
    Ok(())
}

async fn a_redirected_parcel_waits_for_another_tour(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    let own = Parcel { carrier: Carrier::Own, ..full(1) };
    let waiting = |wishes: Wishes, status| Parcel {
        day: wishes.day.or(own.day),
        promise: None,
        on_tour: None,
        status,
        wishes,
        ..own.clone()
    };
    store.insert_parcels(vec![own.clone()], at(0)).await?;
    let next_day = Wishes { day: DAY.tomorrow().ok(), version: 5, ..own.wishes.clone() };
    assert!(!store.redirect_parcel(parcel_id(1), Wishes { version: 3, ..next_day.clone() }).await?);
    assert!(!store.redirect_parcel(parcel_id(2), next_day.clone()).await?, "there is none");
    assert_eq!(store.find_parcel(parcel_id(1)).await?, Some(own.clone()));
    assert!(store.redirect_parcel(parcel_id(1), next_day.clone()).await?);
    assert!(!store.redirect_parcel(parcel_id(1), next_day.clone()).await?, "only once");
    assert_eq!(store.find_parcel(parcel_id(1)).await?, Some(waiting(next_day, Status::InTransit)));

    let statuses = [
        (Status::Attempted, Status::InTransit),
        (Status::Delayed, Status::InTransit),
        (Status::PreTransit, Status::PreTransit),
        (Status::OnHold, Status::OnHold),
    ];
    for (version, (before, after)) in (6..).zip(statuses) {
        store.update_parcel(Parcel { status: before, ..own.clone() }).await?;
        let to_the_door = Wishes { pickup_point: None, day: None, version, ..own.wishes.clone() };
        assert!(store.redirect_parcel(parcel_id(1), to_the_door.clone()).await?);
        assert_eq!(store.find_parcel(parcel_id(1)).await?, Some(waiting(to_the_door, after)));
    }
    Ok(())
}

async fn a_parcel_needs_what_it_refers_to(store: &dyn Store) -> Outcome {
    assert_dangling!(store.insert_parcels(vec![parcel(1)], at(0)).await);
    store.put_operator(operator(1)).await?;
    assert_dangling!(store.insert_parcels(vec![full(1)], at(0)).await);
    store.insert_parcels(vec![parcel(1)], at(0)).await?;
    assert_dangling!(store.update_parcel(full(1)).await);
    assert_eq!(store.find_parcel(parcel_id(1)).await?, Some(parcel(1)));
    Ok(())
}

async fn what_was_ordered_for_others_comes_newest_day_first(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    let (ada, bob) = (Some(recipient_id(1)), Some(recipient_id(2)));
    let older = Parcel { buyer: bob, recipient: ada, day: DAY.yesterday().ok(), ..parcel(1) };
    let newer = Parcel { buyer: bob, day: Some(DAY), ..parcel(2) };
    let own = Parcel { buyer: bob, recipient: bob, ..parcel(3) };
    store.insert_parcels(vec![older.clone(), newer.clone(), own, parcel(4)], at(0)).await?;
    assert_eq!(store.list_parcels_of_buyer(recipient_id(2)).await?, [newer.clone(), older.clone()]);
    assert_eq!(store.list_parcels_of_buyer(recipient_id(1)).await?, []);
    assert_dangling!(store.update_parcel(Parcel { buyer: Some(recipient_id(9)), ..older.clone() }).await);
    assert!(store.forget_person(recipient_id(2)).await?);
    assert_eq!(store.find_parcel(parcel_id(1)).await?, Some(Parcel { buyer: None, ..older }));
    Ok(())
}
