//! One person, wherever they are.

use doorstep_domain::{
    Happening, Instruction, OrderId, Parcel, Personal, Place, SafePlace, ShareId, SignInId, Status, Wishes,
};
use jiff::SignedDuration;

use super::samples::{
    DAY, append, at, driver_id, event, fix, hash, message, new_tour, operator_id, outcome, parcel, parcel_id,
    planned, recipient_id, settle, settle_in, stop, stop_id, tour, tour_id,
};
use super::{Outcome, cases};
use crate::{
    Actor, Channel, KnownBrowser, Message, MessageKind, NewRules, NewTour, RememberedAnswer, RulesOf,
    Session, Share, SharePermission, SignInLink, Store, StoreError, Target, TokenHash, Topic, TourRecord,
    Traces,
};

cases![
    of_a_forgotten_person_only_deliveries_remain,
    logs_tell_nothing_of_a_forgotten_person,
    all_that_no_other_port_lists_is_told,
    drivers_and_their_tours_are_listed,
];

fn full(number: u128, recipient: u128) -> Parcel {
    Parcel {
        recipient: Some(recipient_id(recipient)),
        order: Some(OrderId::from_u128(number)),
        door: Place::from_degrees(43.7384, 7.4246).ok(),
        address: Some(Personal::new(format!("{recipient} Quay"))),
        wishes: Wishes { instruction: Some(shed()), ..Wishes::default() },
        day: Some(DAY),
        ..parcel(number)
    }
}

fn shed() -> Instruction {
    Instruction::SafePlace { safe_place: SafePlace::Shed, note: Some(Personal::new("mind the dog")) }
}

/// Parcels 1 and 2 are the first recipient's, 3 and 4 the second's; stop 2 is that of both.
async fn bring(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    let parcels = vec![full(1, 1), full(2, 1), full(3, 2), full(4, 2)];
    store.insert_parcels(parcels, at(0)).await?;
    let (p1, p2, p3, p4) = (parcel_id(1), parcel_id(2), parcel_id(3), parcel_id(4));
    let plan = planned(1, &[(stop_id(1), &[p1]), (stop_id(2), &[p2, p3]), (stop_id(3), &[p4])]);
    let place = Place::from_degrees(43.74, 7.43).map_err(|_degrees| StoreError::Busy)?;
    let given = |number, parcel| {
        event(number, Happening::InstructionGiven { parcel, instruction: Some(shed()), version: 1 })
    };
    let log = vec![
        plan,
        event(2, Happening::StopMoved { stop: stop_id(1), place }),
        given(3, p1),
        given(4, p3),
        fix(5),
    ];
    let stops = [1, 2, 3].map(stop).to_vec();
    store.insert_tour(NewTour { stops, append: append(1, log), ..new_tour(1) }).await?;
    let ended = outcome(doorstep_domain::Outcome::DeliveredToRecipient, 50);
    store.append(settle(1, Status::Delivered, Some(ended))).await?;
    Ok(())
}

async fn of_a_forgotten_person_only_deliveries_remain(store: &dyn Store) -> Outcome {
    bring(store).await?;
    for number in [1, 2] {
        leave_traces(store, number).await?;
    }
    assert!(store.forget_person(recipient_id(1)).await?);
    assert!(!store.forget_person(recipient_id(1)).await?, "there is nobody any more");
    assert_eq!(store.find_account(recipient_id(1)).await?, None);
    assert_eq!(store.traces_of(recipient_id(1)).await?, Traces::default());
    assert_eq!(store.find_session(hash(1), at(10)).await?, None);
    assert_eq!(store.find_share(hash(1), at(10)).await?, None);
    assert_eq!(store.subscription(recipient_id(1), Channel::Email).await?, []);
    assert_eq!(store.find_answer(operator_id(1), "key 1", at(10)).await?, None);
    assert_eq!(store.list_parcels_of_recipient(recipient_id(1)).await?, []);
    let anonymous = store.find_parcel(parcel_id(1)).await?;
    let expected = Parcel {
        tracking_number: format!("forgotten-{}", parcel_id(1)),
        sender: Personal::default(),
        day: Some(DAY),
        status: Status::Delivered,
        on_tour: anonymous.as_ref().and_then(|parcel| parcel.on_tour),
        ..parcel(1)
    };
    assert_eq!(anonymous, Some(expected));
    assert!(store.find_outcome(parcel_id(1)).await?.is_some(), "that it was delivered is no secret");

    assert!(store.find_session(hash(2), at(10)).await?.is_some(), "others are not touched");
    assert!(store.find_share(hash(2), at(10)).await?.is_some());
    assert!(store.find_answer(operator_id(1), "key 2", at(10)).await?.is_some());
    assert_eq!(store.find_parcel(parcel_id(4)).await?.map(|p| (p.address, p.door)), {
        let other = full(4, 2);
        Some((other.address, other.door))
    });
    assert_eq!(store.list_rule_changes(operator_id(1), None, 9).await?.rows.len(), 1);
    Ok(())
}

async fn leave_traces(store: &dyn Store, number: u8) -> Outcome {
    let (account, token, hour) = (recipient_id(number.into()), hash(number), SignedDuration::from_hours(1));
    let parcel = parcel_id(if number == 1 { 1 } else { 4 });
    let expires_at = at(0) + hour;
    store.insert_session(Session::begun(token, account, at(0), hour)).await?;
    store.insert_sign_in_link(SignInLink { token, account, expires_at }).await?;
    store.remember_browser(KnownBrowser { token, account, expires_at }, None).await?;
    store.set_subscription(account, Channel::Email, MessageKind::ALL.to_vec(), at(0)).await?;
    let topic = Topic::SignIn(SignInId::from_u128(number.into()));
    store.enqueue(vec![Message { recipient: account, target: Target::Email, topic, at: at(0) }]).await?;
    let share = Share {
        id: ShareId::from_u128(number.into()),
        token,
        parcel,
        account,
        permission: SharePermission::Window,
        name: None,
        created_at: at(0),
        expires_at,
        opening_count: 0,
        openings: Vec::new(),
    };
    assert!(store.insert_share(share).await?);
    let body = format!(r#"{{"id":"{parcel}"}}"#).into_bytes();
    let answer = RememberedAnswer { request: TokenHash([0; 32]), status: 201, body, expires_at };
    store.remember_answer(operator_id(1), &format!("key {number}"), answer).await?;
    let rules = NewRules {
        operator: operator_id(1),
        of: RulesOf::Parcel(parcel),
        rules: "\"near\"".to_owned(),
        at: at(0),
        by: Actor::Command,
    };
    store.set_rules(rules, None).await.map(drop)
}

async fn logs_tell_nothing_of_a_forgotten_person(store: &dyn Store) -> Outcome {
    bring(store).await?;
    let before = store.load_tour(tour_id(1), DAY).await?;
    store.forget_person(recipient_id(1)).await?;
    let after = store.load_tour(tour_id(1), DAY).await?;
    assert_eq!(after.len(), before.len(), "the log has no gap");
    let what: Vec<&Happening> = after.iter().map(|event| &event.what).collect();
    let [Happening::Planned(plan), moved, own, others, _fix] = what.as_slice() else {
        panic!("the kinds of events stay")
    };
    let has_place: Vec<_> = plan.stops.iter().map(|stop| stop.place.is_some()).collect();
    assert_eq!(has_place, [false, true, true], "the place of a stop of two is that of the other as well");
    assert_eq!(**moved, Happening::Resequenced { order: Vec::new() });
    assert_eq!(**own, Happening::InstructionGiven { parcel: parcel_id(1), instruction: None, version: 1 });
    assert_eq!(
        **others,
        Happening::InstructionGiven { parcel: parcel_id(3), instruction: Some(shed()), version: 1 }
    );
    assert_eq!(after.last(), before.last());
    let stops: Vec<_> = store.stop_details(tour_id(1)).await?.into_iter().map(|stop| stop.stop).collect();
    assert_eq!(stops, [stop_id(2), stop_id(3)]);
    Ok(())
}

async fn all_that_no_other_port_lists_is_told(store: &dyn Store) -> Outcome {
    bring(store).await?;
    let before = store.traces_of(recipient_id(1)).await?;
    assert_eq!(before, Traces { events: before.events.clone(), ..Traces::default() });
    leave_traces(store, 1).await?;
    store.enqueue(vec![message(1, 20)]).await?;
    for queued in store.due(Channel::Email, at(30), 9).await? {
        if matches!(queued.message.topic, Topic::Parcel(..)) {
            store.finish(queued.number, crate::End::Sent, at(30)).await?;
        }
    }
    let traces = store.traces_of(recipient_id(1)).await?;
    let end = at(0) + SignedDuration::from_hours(1);
    assert_eq!((traces.sign_in_links, traces.browsers), (vec![end], vec![end]));
    assert_eq!(traces.messages.len(), 2);
    assert_eq!(traces.messages.last(), Some(&message(1, 20)), "those that were sent are told too");
    let told: Vec<&Happening> = traces.events.iter().map(|(_, event)| &event.what).collect();
    let [Happening::Planned(plan), Happening::StopMoved { .. }, Happening::InstructionGiven { parcel, .. }] =
        told.as_slice()
    else {
        panic!("their stops and what they asked for, and nothing of others: {told:?}")
    };
    let stops: Vec<_> = plan.stops.iter().map(|stop| (stop.id, stop.parcels.as_slice())).collect();
    assert_eq!(stops, [(stop_id(1), [parcel_id(1)].as_slice()), (stop_id(2), &[parcel_id(2)])]);
    assert_eq!(*parcel, parcel_id(1));
    Ok(())
}

async fn drivers_and_their_tours_are_listed(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    store.put_driver(driver_id(2), operator_id(2), Personal::new("Driver 2")).await?;
    assert_eq!(store.list_drivers(operator_id(1)).await?, [(driver_id(1), Personal::new("Driver 1"))]);
    let record = TourRecord { driver: Some(driver_id(1)), ..tour(1) };
    store.insert_tour(NewTour { record: record.clone(), ..new_tour(1) }).await?;
    store.insert_tour(new_tour(2)).await?;
    assert_eq!(store.list_every_tour_of_driver(driver_id(1)).await?, [record]);
    assert_eq!(store.list_every_tour_of_driver(driver_id(2)).await?, []);
    Ok(())
}
