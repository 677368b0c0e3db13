//! The messages that wait.

use doorstep_domain::{PushId, SignInId};
use jiff::civil::date;

use super::samples::{at, message, parcel, parcel_id, recipient_id, settle_in};
use super::{Outcome, assert_conflict, cases};
use crate::{Channel, DelayTurn, End, Message, MessageKind, PAGE_MAX, QueuedMessage, Store, Target, Topic};

cases![
    messages_wait_oldest_first,
    no_message_is_due_before_its_instant,
    a_message_is_queued_once_for_ever,
    a_finished_message_waits_no_more,
    nothing_stays_of_a_sign_in_that_was_told,
    a_message_is_put_off,
    a_number_that_is_not_there_changes_nothing,
    an_answer_has_a_largest_size,
    each_target_waits_by_itself,
    a_delay_is_told_in_its_turns,
    what_is_passed_over_is_never_sent,
    what_was_put_off_is_in_nobodys_way,
    what_was_sent_to_a_target_is_counted,
    parcels_come_with_what_tells_of_them_or_not_at_all,
];

fn messages(due: Vec<QueuedMessage>) -> Vec<Message> {
    due.into_iter().map(|queued| queued.message).collect()
}

async fn numbers(store: &dyn Store) -> Result<Vec<i64>, crate::StoreError> {
    Ok(store.due(Channel::Email, at(999), 99).await?.into_iter().map(|queued| queued.number).collect())
}

async fn messages_wait_oldest_first(store: &dyn Store) -> Outcome {
    assert_eq!(store.due(Channel::Email, at(0), 10).await?, []);
    store.enqueue(Vec::new()).await?;
    store.enqueue(vec![message(1, 30), message(2, 10)]).await?;
    store.enqueue(vec![message(3, 20)]).await?;
    assert_eq!(
        messages(store.due(Channel::Email, at(99), 10).await?),
        [message(2, 10), message(3, 20), message(1, 30)]
    );
    assert_eq!(messages(store.due(Channel::Email, at(99), 2).await?), [message(2, 10), message(3, 20)]);
    Ok(())
}

async fn no_message_is_due_before_its_instant(store: &dyn Store) -> Outcome {
    let bought = Message { topic: Topic::Bought(parcel_id(1)), ..message(1, 50) };
    store.enqueue(vec![bought, bought, message(1, 50)]).await?;
    assert_eq!(store.due(Channel::Email, at(49), 10).await?, []);
    assert_eq!(messages(store.due(Channel::Email, at(50), 10).await?), [bought, message(1, 50)]);
    for number in numbers(store).await? {
        store.finish(number, End::Sent, at(51)).await?;
    }
    store.enqueue(vec![bought]).await?;
    assert_eq!(store.due(Channel::Email, at(99), 10).await?, [], "nor is one told twice");
    Ok(())
}

async fn a_message_is_queued_once_for_ever(store: &dyn Store) -> Outcome {
    store.enqueue(vec![message(1, 10), message(1, 10)]).await?;
    for number in numbers(store).await? {
        store.finish(number, End::Sent, at(20)).await?;
    }
    store.enqueue(vec![message(1, 30)]).await?;
    assert_eq!(
        store.due(Channel::Email, at(99), 10).await?,
        [],
        "a message that was sent is not queued again"
    );

    let others = [
        Message { topic: Topic::Parcel(parcel_id(1), MessageKind::Delivered), ..message(1, 40) },
        Message { recipient: recipient_id(2), ..message(1, 41) },
        Message { topic: Topic::Parcel(parcel_id(1), MessageKind::Failed), ..message(1, 42) },
    ];
    store.enqueue(others.to_vec()).await?;
    assert_eq!(messages(store.due(Channel::Email, at(99), 10).await?), others);
    Ok(())
}

async fn a_finished_message_waits_no_more(store: &dyn Store) -> Outcome {
    store.enqueue(vec![message(1, 10), message(2, 20)]).await?;
    let first = numbers(store).await?.into_iter().take(1);
    for number in first {
        store.finish(number, End::Sent, at(30)).await?;
        store.finish(number, End::Sent, at(31)).await?;
    }
    assert_eq!(messages(store.due(Channel::Email, at(99), 10).await?), [message(2, 20)]);
    Ok(())
}

async fn nothing_stays_of_a_sign_in_that_was_told(store: &dyn Store) -> Outcome {
    let sign_in = Message { topic: Topic::SignIn(SignInId::from_u128(7)), ..message(1, 10) };
    store.enqueue(vec![sign_in, sign_in, message(7, 11)]).await?;
    assert_eq!(messages(store.due(Channel::Email, at(99), 10).await?), [sign_in, message(7, 11)]);
    for number in numbers(store).await? {
        store.finish(number, End::Sent, at(20)).await?;
    }
    store.enqueue(vec![sign_in, message(7, 11)]).await?;
    assert_eq!(messages(store.due(Channel::Email, at(99), 10).await?), [sign_in]);
    Ok(())
}

async fn a_message_is_put_off(store: &dyn Store) -> Outcome {
    store.enqueue(vec![message(1, 10)]).await?;
    for (tries, until) in [(1, 100), (2, 200)] {
        for number in numbers(store).await? {
            store.put_off(number, at(until)).await?;
        }
        assert_eq!(store.due(Channel::Email, at(until - 1), 10).await?, []);
        let due = store.due(Channel::Email, at(until), 10).await?;
        assert_eq!(due.iter().map(|queued| queued.tries).collect::<Vec<_>>(), [tries]);
        assert_eq!(messages(due), [message(1, 10)]);
    }
    Ok(())
}

async fn a_number_that_is_not_there_changes_nothing(store: &dyn Store) -> Outcome {
    store.enqueue(vec![message(1, 10)]).await?;
    for number in [-1, 0, 99] {
        store.finish(number, End::Sent, at(20)).await?;
        store.put_off(number, at(900)).await?;
    }
    let due = store.due(Channel::Email, at(20), 10).await?;
    assert_eq!(
        due.iter().map(|queued| (queued.message, queued.tries)).collect::<Vec<_>>(),
        [(message(1, 10), 0)]
    );
    Ok(())
}

async fn an_answer_has_a_largest_size(store: &dyn Store) -> Outcome {
    store.enqueue((0..=u128::from(PAGE_MAX)).map(|number| message(number, 10)).collect()).await?;
    assert_eq!(store.due(Channel::Email, at(99), u32::MAX).await?.len(), PAGE_MAX as usize);
    Ok(())
}

async fn each_target_waits_by_itself(store: &dyn Store) -> Outcome {
    let to = |number: u128| Message { target: Target::Push(PushId::from_u128(number)), ..message(1, 10) };
    store.enqueue(vec![message(1, 10), to(1), to(2), to(1)]).await?;
    assert_eq!(messages(store.due(Channel::Email, at(99), 9).await?), [message(1, 10)]);
    let pushed = store.due(Channel::Push, at(99), 9).await?;
    for queued in pushed.iter().filter(|queued| queued.message == to(1)) {
        store.finish(queued.number, End::Sent, at(20)).await?;
    }
    assert_eq!(messages(pushed), [to(1), to(2)]);
    assert_eq!(messages(store.due(Channel::Push, at(99), 9).await?), [to(2)]);
    Ok(())
}

async fn a_delay_is_told_in_its_turns(store: &dyn Store) -> Outcome {
    let turn = |day, step| DelayTurn { day: date(2026, 3, day), step };
    let delayed =
        |turn, seconds| Message { topic: Topic::Delayed(parcel_id(1), turn), ..message(1, seconds) };
    store.enqueue(vec![delayed(turn(14, 2), 10)]).await?;
    store.enqueue(vec![delayed(turn(14, 2), 11), delayed(turn(14, 1), 12)]).await?;
    assert_eq!(messages(store.due(Channel::Email, at(99), 9).await?), [delayed(turn(14, 2), 10)]);
    for number in numbers(store).await? {
        store.finish(number, End::Sent, at(20)).await?;
    }
    store.enqueue(vec![delayed(turn(14, 1), 21), delayed(turn(14, 3), 22)]).await?;
    store.enqueue(vec![delayed(turn(15, 1), 23)]).await?;
    let later = [delayed(turn(14, 3), 22), delayed(turn(15, 1), 23)];
    assert_eq!(messages(store.due(Channel::Email, at(99), 9).await?), later, "another day begins anew");
    let others = Message { topic: Topic::Delayed(parcel_id(2), turn(14, 1)), ..message(1, 24) };
    store.enqueue(vec![others]).await?;
    assert!(messages(store.due(Channel::Email, at(99), 9).await?).contains(&others));
    Ok(())
}

async fn what_is_passed_over_is_never_sent(store: &dyn Store) -> Outcome {
    store.enqueue(vec![message(1, 10)]).await?;
    store.pass_over(vec![message(1, 10), message(2, 10)], at(11)).await?;
    store.enqueue(vec![message(1, 12), message(2, 12), message(3, 12)]).await?;
    let due = messages(store.due(Channel::Email, at(99), 9).await?);
    assert_eq!(due, [message(1, 10), message(3, 12)], "what waits already is sent");
    Ok(())
}

async fn what_was_put_off_is_in_nobodys_way(store: &dyn Store) -> Outcome {
    store.enqueue(vec![message(1, 10), message(2, 11), message(3, 12)]).await?;
    let due = store.due(Channel::Email, at(20), 9).await?;
    for (queued, until) in due.iter().zip([30, 29]) {
        store.hold(queued.number, at(until)).await?;
    }
    assert_eq!(messages(store.due(Channel::Email, at(28), 9).await?), [message(3, 12)]);
    store.enqueue(vec![message(4, 25)]).await?;
    let due = store.due(Channel::Email, at(30), 9).await?;
    assert!(due.iter().all(|queued| queued.tries == 0), "to hold it is no try");
    assert_eq!(messages(due), [message(3, 12), message(4, 25), message(2, 11), message(1, 10)]);
    Ok(())
}

async fn what_was_sent_to_a_target_is_counted(store: &dyn Store) -> Outcome {
    let target = Target::Push(PushId::from_u128(1));
    let turn = DelayTurn { day: date(2026, 3, 14), step: 1 };
    let sent = [Topic::Parcel(parcel_id(1), MessageKind::Next), Topic::Delayed(parcel_id(1), turn)];
    let of = |topic| Message { target, topic, ..message(1, 10) };
    let given_up = of(Topic::Parcel(parcel_id(1), MessageKind::MapOpen));
    let others = [
        message(1, 10),
        Message { target: Target::Push(PushId::from_u128(2)), ..message(1, 10) },
        Message { target, ..message(2, 10) },
        Message { target, recipient: recipient_id(2), ..message(1, 10) },
    ];
    store.enqueue(sent.map(of).to_vec()).await?;
    store.enqueue(vec![given_up]).await?;
    store.enqueue(others.to_vec()).await?;
    let count = async |parcel| store.count_sent(recipient_id(1), target, parcel_id(parcel)).await;
    assert_eq!(count(1).await?, 0, "what waits was not sent");
    let mut all = store.due(Channel::Push, at(10), 99).await?;
    all.extend(store.due(Channel::Email, at(10), 99).await?);
    for queued in all {
        let end = if queued.message == given_up { End::GivenUp } else { End::Sent };
        store.finish(queued.number, end, at(20)).await?;
    }
    store.pass_over(vec![of(Topic::Parcel(parcel_id(1), MessageKind::Announced))], at(21)).await?;
    assert_eq!((count(1).await?, count(2).await?, count(3).await?), (2, 1, 0));
    Ok(())
}

async fn parcels_come_with_what_tells_of_them_or_not_at_all(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    store.announce_parcels(vec![parcel(1)], vec![message(1, 10)], at(10)).await?;
    let doubled = store.announce_parcels(vec![parcel(2), parcel(1)], vec![message(2, 11)], at(11)).await;
    assert_conflict!(doubled);
    assert_eq!(store.find_parcel(parcel_id(2)).await?, None);
    assert_eq!(messages(store.due(Channel::Email, at(99), 9).await?), [message(1, 10)]);
    Ok(())
}
