//! What is forgotten on its day.

use doorstep_domain::visibility::Rules;
use doorstep_domain::{
    AccessNotes, Carrier, Happening, Instruction, OtherCarrier, Outcome as Ending, Parcel, ParcelId,
    Personal, Place, PlaceMark, SafePlace, ShareId, Status, Wishes,
};
use jiff::{SignedDuration, Timestamp};

use super::samples::{
    DAY, append, at, event, hash, message, new_tour, operator_id, outcome, parcel, parcel_id, pickup_point,
    planned, recipient_id, settle, settle_in, stop, stop_id, tour_id,
};
use super::{Outcome, cases};
use crate::{
    Actor, Channel, Forgetting, MessageKind, NEVER_CAME, NewRules, NewTour, RulesOf, Share, SharePermission,
    Store,
};

cases![
    a_parcel_is_over_with_its_delivery,
    instructions_are_forgotten_and_so_are_their_notes_in_the_logs,
    of_neighbours_and_ways_nothing_is_left,
    a_parcel_goes_with_all_that_hangs_on_it,
    tours_go_after_the_details_of_their_stops,
    a_subscription_that_is_used_is_kept,
    rounds_are_added_up,
    traces_can_be_erased,
    names_of_takers_are_forgotten_with_instructions,
];

fn day_begins() -> Timestamp {
    "2026-03-14T00:00:00Z".parse().unwrap_or(Timestamp::MAX)
}

/// A parcel with all that tells of its recipient.
fn full(number: u128) -> Parcel {
    Parcel {
        recipient: Some(recipient_id(1)),
        door: Place::from_degrees(43.7384, 7.4246).ok(),
        address: Some(Personal::new("1 Quay")),
        wishes: Wishes {
            instruction: Some(garage()),
            access: second_floor(),
            version: 2,
            ..Wishes::default()
        },
        ..parcel(number)
    }
}

fn garage() -> Instruction {
    Instruction::SafePlace { safe_place: SafePlace::Garage, note: Some(Personal::new("behind the bins")) }
}

fn second_floor() -> AccessNotes {
    AccessNotes { floor: Some(Personal::new("2nd")), ..AccessNotes::default() }
}

fn neighbour() -> Instruction {
    Instruction::Neighbour { neighbour: Personal::new("Ada"), house: Some(Personal::new("no. 7")) }
}

async fn a_parcel_is_over_with_its_delivery(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    let told = Carrier::Other(OtherCarrier { status_at: Some(at(70)), ..OtherCarrier::named("Other") });
    let (delivered, failed) = (Ending::DeliveredToNeighbour, Ending::FailedNotHome);
    let cases = [
        (full(1), Some((Status::Delivered, outcome(delivered, 50))), at(50)),
        (Parcel { day: Some(DAY), ..full(2) }, Some((Status::Delivered, outcome(delivered, 50))), at(50)),
        (full(3), Some((Status::Attempted, outcome(failed, 60))), at(60) + NEVER_CAME),
        (full(4), None, at(10) + NEVER_CAME),
        (Parcel { day: Some(DAY), ..full(5) }, None, day_begins() + NEVER_CAME),
        (Parcel { status: Status::Cancelled, ..full(6) }, None, at(10)),
        (Parcel { status: Status::Returned, day: Some(DAY), ..full(7) }, None, day_begins()),
        (Parcel { status: Status::Delivered, carrier: told.clone(), ..full(8) }, None, at(70)),
        (Parcel { status: Status::InTransit, carrier: told, ..full(9) }, None, at(70) + NEVER_CAME),
    ];
    for (parcel, ended, over) in cases {
        let (id, number) = (parcel.id, parcel.id.as_u128() - 0xba00);
        store.insert_parcels(vec![parcel], at(10)).await?;
        if let Some((status, outcome)) = ended {
            store.append(settle(number, status, Some(outcome))).await?;
        }
        let address =
            async || Ok::<_, crate::StoreError>(store.find_parcel(id).await?.and_then(|p| p.address));
        store.forget_addresses(over).await?;
        assert!(address().await?.is_some(), "the address of parcel {number} is kept to the end");
        assert_eq!(store.forget_addresses(over + SignedDuration::from_micros(1)).await?, 1, "{number}");
        assert!(address().await?.is_none(), "{number}");
        assert!(
            store.find_parcel(id).await?.is_some_and(|p| p.door.is_none() && p.wishes.instruction.is_some())
        );
        store.delete_parcels(Timestamp::MAX).await?;
    }
    Ok(())
}

async fn instructions_are_forgotten_and_so_are_their_notes_in_the_logs(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    store.insert_tour(new_tour(1)).await?;
    store.insert_parcels(vec![full(1), full(2)], at(10)).await?;
    let given = |number: u128, parcel: ParcelId| {
        event(number, Happening::InstructionGiven { parcel, instruction: Some(garage()), version: 1 })
    };
    let events = vec![
        given(5, parcel_id(1)),
        event(6, Happening::Started),
        given(7, parcel_id(2)),
        given(8, parcel_id(3)),
        event(9, Happening::InstructionGiven { parcel: parcel_id(1), instruction: None, version: 2 }),
    ];
    store.append(append(1, events)).await?;
    store.append(settle(1, Status::Delivered, Some(outcome(Ending::DeliveredToRecipient, 50)))).await?;
    assert_eq!(store.forget_instructions(at(51)).await?, 3, "of one record, and two notes in the log");
    assert_eq!(store.forget_instructions(at(51)).await?, 0);
    let notes: Vec<_> = store
        .load_tour(tour_id(1), DAY)
        .await?
        .into_iter()
        .map(|event| match event.what {
            Happening::InstructionGiven { instruction: Some(mut asked), .. } => Some(asked.forget()),
            _ => None,
        })
        .collect();
    assert_eq!(notes, [None, Some(false), None, Some(true), Some(false), None], "nothing else changed");
    let asked = async |number| {
        Ok::<_, crate::StoreError>(
            store.find_parcel(parcel_id(number)).await?.and_then(|p| p.wishes.instruction),
        )
    };
    assert_eq!((asked(1).await?, asked(2).await?), (None, Some(garage())));
    Ok(())
}

fn pinned() -> PlaceMark {
    PlaceMark { pin: Place::from_degrees(43.7, 7.4).ok(), photo: None }
}

async fn of_neighbours_and_ways_nothing_is_left(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    store.insert_tour(new_tour(1)).await?;
    let wishes = Wishes {
        instruction: Some(neighbour()),
        mark: pinned(),
        access: second_floor(),
        day: Some(DAY),
        pickup_point: Some(pickup_point(1)),
        version: 2,
    };
    let only_access = Wishes { instruction: None, ..wishes.clone() };
    store
        .insert_parcels(vec![Parcel { wishes, ..full(1) }, Parcel { wishes: only_access, ..full(2) }], at(10))
        .await?;
    let told = |parcel| {
        let instruction = Some(neighbour());
        [
            Happening::InstructionGiven { parcel, instruction, version: 3 },
            Happening::AccessNoted { parcel, access: second_floor(), version: 4 },
            Happening::PlaceMarked { parcel, mark: pinned(), version: 5 },
        ]
    };
    let events = (5..).zip([1, 2].map(parcel_id).into_iter().flat_map(told));
    store.append(append(1, events.map(|(number, what)| event(number, what)).collect())).await?;
    store.append(settle(1, Status::Delivered, Some(outcome(Ending::DeliveredToRecipient, 50)))).await?;
    assert_eq!(store.forget_instructions(at(51)).await?, 4, "of one record, and three events in the log");
    assert_eq!(store.forget_instructions(at(51)).await?, 0);
    let kept = store.find_parcel(parcel_id(1)).await?.map(|parcel| parcel.wishes);
    assert_eq!(kept, Some(Wishes { version: 2, ..Wishes::default() }));
    let log = store.load_tour(tour_id(1), DAY).await?;
    let text = format!("{:?}", log.iter().map(|event| &event.what).collect::<Vec<_>>());
    assert_eq!(text.matches("floor: Some").count(), 1, "that of the other parcel is kept: {text}");
    assert_eq!(text.matches("house: Some").count(), 1);
    assert_eq!(text.matches("pin: Some").count(), 1);
    Ok(())
}

async fn a_parcel_goes_with_all_that_hangs_on_it(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    let parcels = (1..=1_200).map(|number| Parcel { status: Status::Cancelled, ..full(number) }).collect();
    store.insert_parcels(parcels, at(10)).await?;
    store.insert_parcels(vec![full(2_000)], at(10)).await?;
    let rules = |number| NewRules {
        operator: operator_id(1),
        of: RulesOf::Parcel(parcel_id(number)),
        rules: "\"near\"".to_owned(),
        at: at(20),
        by: Actor::Command,
    };
    for (number, token) in [(1, 1), (2_000, 2)] {
        store.enqueue(vec![message(number, 20)]).await?;
        store.set_rules(rules(number), None).await?;
        assert!(store.insert_share(share(number, token)).await?);
    }
    assert_eq!(store.delete_parcels(at(11)).await?, 1_200);
    assert_eq!(store.find_parcel(parcel_id(1)).await?, None);
    assert_eq!(store.find_share(hash(1), at(20)).await?, None);
    let kept = store.find_parcel(parcel_id(2_000)).await?.map(|parcel| parcel.visibility);
    assert!(kept.is_some_and(|rules| rules != Rules::default()));
    assert!(store.find_share(hash(2), at(20)).await?.is_some());
    let due: Vec<_> =
        store.due(Channel::Email, at(99), 9).await?.into_iter().map(|queued| queued.message).collect();
    assert_eq!(due, [message(2_000, 20)]);
    let changes = store.list_rule_changes(operator_id(1), None, 9).await?.rows;
    assert_eq!(changes.len(), 1);
    Ok(())
}

fn share(parcel: u128, token: u8) -> Share {
    Share {
        id: ShareId::from_u128(token.into()),
        token: hash(token),
        parcel: parcel_id(parcel),
        account: recipient_id(1),
        permission: SharePermission::Window,
        name: None,
        created_at: at(10),
        expires_at: at(99),
        opening_count: 0,
        openings: Vec::new(),
    }
}

async fn names_of_takers_are_forgotten_with_instructions(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    let own = |number| Parcel { recipient: Some(recipient_id(1)), ..parcel(number) };
    store.insert_parcels(vec![own(1), own(2)], at(0)).await?;
    let named = |parcel, token| Share {
        permission: SharePermission::Accept,
        name: Some(Personal::new("Bo")),
        ..share(parcel, token)
    };
    assert!(store.insert_share(named(1, 1)).await?);
    assert!(store.insert_share(named(2, 2)).await?);
    store.append(settle(1, Status::Delivered, Some(outcome(Ending::DeliveredToNeighbour, 50)))).await?;
    assert_eq!(store.forget_instructions(at(50)).await?, 0);
    assert_eq!(store.forget_instructions(at(51)).await?, 1);
    let takers = store.list_takers(vec![parcel_id(1), parcel_id(2)], at(20)).await?;
    assert_eq!(takers, [(parcel_id(1), None), (parcel_id(2), Some(Personal::new("Bo")))]);
    Ok(())
}

async fn tours_go_after_the_details_of_their_stops(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    let log = append(1, vec![planned(1, &[(stop_id(1), &[])])]);
    store.insert_tour(NewTour { stops: vec![stop(1)], append: log, ..new_tour(1) }).await?;
    store.insert_tour(new_tour(2)).await?;
    store.end_tour(tour_id(1), at(50)).await?;
    let after = DAY.saturating_add(jiff::Span::new().days(1));
    assert_eq!(store.delete_tours_before(after).await?, 0, "one has stops, and one has not ended");
    assert_eq!(store.delete_stops_before(DAY).await?, 0);
    assert_eq!(store.delete_stops_before(after).await?, 1);
    assert_eq!(store.stop_details(tour_id(1)).await?, []);
    assert_eq!(store.delete_tours_before(DAY).await?, 0);
    assert_eq!(store.delete_tours_before(after).await?, 1);
    assert_eq!(store.find_tour(tour_id(1)).await?, None);
    assert!(store.find_tour(tour_id(2)).await?.is_some());
    Ok(())
}

async fn a_subscription_that_is_used_is_kept(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    for number in [1, 2] {
        store
            .set_subscription(recipient_id(number), Channel::Email, MessageKind::ALL.to_vec(), at(0))
            .await?;
    }
    store.enqueue(vec![message(1, 10)]).await?;
    for queued in store.due(Channel::Email, at(10), 1).await? {
        store.finish(queued.number, crate::End::Sent, at(100)).await?;
    }
    assert_eq!(store.delete_subscriptions_unused_since(at(0)).await?, 0);
    assert_eq!(store.delete_subscriptions_unused_since(at(100)).await?, 1);
    assert_eq!(store.subscription(recipient_id(1), Channel::Email).await?, MessageKind::ALL);
    assert_eq!(store.subscription(recipient_id(2), Channel::Email).await?, []);
    Ok(())
}

async fn rounds_are_added_up(store: &dyn Store) -> Outcome {
    assert_eq!(store.list_forgettings().await?, []);
    for (seconds, count) in [(10, 0), (20, 3), (30, 4), (40, 0)] {
        store.note_forgetting("letters".to_owned(), at(seconds), count).await?;
    }
    store.note_forgetting("answers".to_owned(), at(50), 0).await?;
    let done = |kind: &str, looked_at, forgot_at, count| Forgetting {
        kind: kind.to_owned(),
        looked_at,
        forgot_at,
        count,
    };
    let expected = [done("answers", at(50), None, 0), done("letters", at(40), Some(at(30)), 7)];
    assert_eq!(store.list_forgettings().await?, expected);
    Ok(())
}

async fn traces_can_be_erased(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    assert!(store.empty_journal().await?);
    assert!(store.erase_traces().await?);
    assert!(store.find_account(recipient_id(1)).await?.is_some(), "and all that is not deleted is there");
    Ok(())
}
