//! What an append writes beside the log.

use doorstep_domain::{Outcome as How, OutcomeView, Status};

use super::samples::{append, at, fix, message, outcome, parcel, parcel_id, settle, settle_in};
use super::{Outcome, cases};
use crate::{Append, Channel, Settled, Store};

cases![
    an_append_settles_parcels,
    every_outcome_comes_back,
    an_older_outcome_replaces_no_newer_one,
    a_parcel_goes_on_its_way_again,
    one_append_settles_a_parcel_twice,
    an_absent_parcel_is_not_settled,
    an_append_queues_messages,
];

async fn told(
    store: &dyn Store,
    number: u128,
) -> Result<(Option<Status>, Option<OutcomeView>), crate::StoreError> {
    let status = store.find_parcel(parcel_id(number)).await?.map(|parcel| parcel.status);
    Ok((status, store.find_outcome(parcel_id(number)).await?))
}

async fn an_append_settles_parcels(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    store.insert_parcels([1, 2, 3].map(parcel).to_vec(), at(0)).await?;
    let ended = outcome(How::DeliveredToNeighbour, 10);
    let settled = vec![
        Settled { parcel: parcel_id(1), status: Status::Delivered, outcome: Some(ended) },
        Settled { parcel: parcel_id(2), status: Status::OutForDelivery, outcome: None },
    ];
    store.append(Append { settled, ..append(1, vec![fix(1)]) }).await?;
    assert_eq!(told(store, 1).await?, (Some(Status::Delivered), Some(ended)));
    assert_eq!(told(store, 2).await?, (Some(Status::OutForDelivery), None));
    assert_eq!(told(store, 3).await?, (Some(Status::PreTransit), None));
    Ok(())
}

async fn every_outcome_comes_back(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    store.insert_parcels(vec![parcel(1)], at(0)).await?;
    let outcomes = [
        How::DeliveredToRecipient,
        How::DeliveredToNeighbour,
        How::DeliveredToSafePlace,
        How::DeliveredToMailbox,
        How::DeliveredToPickupPoint,
        How::FailedNotHome,
        How::FailedRefused,
        How::FailedAddressNotFound,
        How::FailedNoAccess,
        How::FailedNoTime,
        How::FailedDamaged,
        How::FailedMissing,
        How::FailedVerification,
        How::FailedOther,
    ];
    for (second, how) in (0..).zip(outcomes) {
        store.append(settle(1, how.status(), Some(outcome(how, second)))).await?;
        assert_eq!(told(store, 1).await?, (Some(how.status()), Some(outcome(how, second))));
    }
    Ok(())
}

async fn an_older_outcome_replaces_no_newer_one(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    store.insert_parcels(vec![parcel(1)], at(0)).await?;
    let newer = outcome(How::DeliveredToRecipient, 100);
    store.append(settle(1, Status::Delivered, Some(newer))).await?;
    store.append(settle(1, Status::Attempted, Some(outcome(How::FailedNotHome, 50)))).await?;
    assert_eq!(told(store, 1).await?, (Some(Status::Delivered), Some(newer)));

    let corrected = outcome(How::FailedDamaged, 100);
    store.append(settle(1, Status::Attempted, Some(corrected))).await?;
    assert_eq!(
        told(store, 1).await?,
        (Some(Status::Attempted), Some(corrected)),
        "the last one of an instant"
    );
    Ok(())
}

async fn a_parcel_goes_on_its_way_again(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    store.insert_parcels(vec![parcel(1)], at(0)).await?;
    store.append(settle(1, Status::Attempted, Some(outcome(How::FailedNotHome, 50)))).await?;
    store.append(settle(1, Status::OutForDelivery, None)).await?;
    assert_eq!(told(store, 1).await?, (Some(Status::OutForDelivery), None));
    Ok(())
}

async fn one_append_settles_a_parcel_twice(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    store.insert_parcels(vec![parcel(1), parcel(2)], at(0)).await?;
    let settled = |number, how: How, second| Settled {
        parcel: parcel_id(number),
        status: how.status(),
        outcome: Some(outcome(how, second)),
    };
    let both = vec![
        settled(1, How::FailedNotHome, 10),
        settled(2, How::DeliveredToMailbox, 30),
        settled(1, How::DeliveredToRecipient, 20),
        settled(2, How::FailedNoAccess, 20),
    ];
    store.append(Append { settled: both, ..append(1, vec![fix(1)]) }).await?;
    let newest = |how, second| Some(outcome(how, second));
    assert_eq!(told(store, 1).await?, (Some(Status::Delivered), newest(How::DeliveredToRecipient, 20)));
    assert_eq!(told(store, 2).await?, (Some(Status::Delivered), newest(How::DeliveredToMailbox, 30)));
    Ok(())
}

async fn an_absent_parcel_is_not_settled(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    let ended = outcome(How::DeliveredToRecipient, 1);
    assert_eq!(store.append(settle(1, Status::Delivered, Some(ended))).await?.last_seq, 0);
    assert_eq!(told(store, 1).await?, (None, None));
    Ok(())
}

async fn an_append_queues_messages(store: &dyn Store) -> Outcome {
    let messages = vec![message(1, 10), message(2, 20), message(1, 30)];
    store.append(Append { messages, ..append(1, vec![fix(1)]) }).await?;
    store.append(Append { messages: vec![message(2, 40)], ..append(2, vec![fix(1)]) }).await?;
    let due: Vec<_> =
        store.due(Channel::Email, at(99), 99).await?.into_iter().map(|queued| queued.message).collect();
    assert_eq!(due, [message(1, 10), message(2, 20)], "once per parcel, recipient and kind");
    Ok(())
}
