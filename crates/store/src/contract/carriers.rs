//! What other carriers tell of the parcels that they bring.

use doorstep_domain::{Carrier, CarrierLog, Heard, OtherCarrier, Parcel, Status};

use super::samples::{at, carrier_event, message, parcel, parcel_id, recipient_id, settle_in};
use super::{Outcome, cases};
use crate::{Channel, Letters, Message, MessageKind, Store, Topic};

cases![
    a_parcel_stands_as_its_carrier_says,
    each_event_is_taken_once_and_none_goes_back,
    a_message_follows_when_the_status_changes_and_once,
    what_was_said_stays_when_the_record_is_replaced,
    of_its_own_network_nothing_is_heard,
    what_was_said_is_forgotten_with_the_address,
    of_a_forgotten_person_no_carrier_tells_anything,
];

fn elsewhere(number: u128) -> Parcel {
    let carrier = Carrier::Other(OtherCarrier::named("Other"));
    Parcel { carrier, recipient: Some(recipient_id(1)), ..parcel(number) }
}

async fn bring(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    store.insert_parcels(vec![elsewhere(1), parcel(2)], at(0)).await
}

fn log(parcel: &Parcel) -> CarrierLog {
    parcel.other_carrier().map(|other| other.log.clone()).unwrap_or_default()
}

async fn a_parcel_stands_as_its_carrier_says(store: &dyn Store) -> Outcome {
    bring(store).await?;
    let said = vec![carrier_event(1, 10, Status::PreTransit), carrier_event(2, 20, Status::InTransit)];
    let told = store.hear_carrier(parcel_id(1), said.clone(), Letters::new()).await?;
    let kept = store.find_parcel(parcel_id(1)).await?;
    assert_eq!(told.as_ref().map(|told| &told.parcel), kept.as_ref());
    assert_eq!(told.map(|told| told.heard), Some(vec![Heard::Taken, Heard::Taken]));
    let kept = kept.unwrap_or_else(|| parcel(9));
    assert_eq!(kept.status, Status::InTransit);
    assert_eq!(kept.other_carrier().and_then(|other| other.status_at), Some(at(20)));
    assert_eq!(log(&kept), CarrierLog::of(said));
    Ok(())
}

async fn each_event_is_taken_once_and_none_goes_back(store: &dyn Store) -> Outcome {
    bring(store).await?;
    let heard = async |number, second, status| {
        let told =
            store.hear_carrier(parcel_id(1), vec![carrier_event(number, second, status)], Letters::new());
        Ok::<_, crate::StoreError>(told.await?.map(|told| (told.heard, told.parcel.status)))
    };
    let taken = |status| Some((vec![Heard::Taken], status));
    assert_eq!(heard(3, 30, Status::Delivered).await?, taken(Status::Delivered));
    assert_eq!(heard(2, 20, Status::OutForDelivery).await?, taken(Status::Delivered), "it came late");
    let doubled = Some((vec![Heard::Doubled], Status::Delivered));
    assert_eq!(heard(3, 40, Status::InTransit).await?, doubled);
    assert_eq!(heard(4, 50, Status::Unknown).await?, taken(Status::Delivered), "nobody knows what it says");
    Ok(())
}

async fn a_message_follows_when_the_status_changes_and_once(store: &dyn Store) -> Outcome {
    bring(store).await?;
    let about = |kind, second| Message {
        topic: Topic::Parcel(parcel_id(1), kind),
        recipient: recipient_id(1),
        at: at(second),
        ..message(1, 1)
    };
    let letters = || {
        vec![
            (Status::OutForDelivery, about(MessageKind::OutForDelivery, 100)),
            (Status::Delivered, about(MessageKind::Delivered, 100)),
        ]
    };
    let waiting = async || {
        let due = store.due(Channel::Email, at(1_000), 9).await?;
        Ok::<_, crate::StoreError>(due.into_iter().map(|queued| queued.message).collect::<Vec<_>>())
    };
    let events = [carrier_event(1, 10, Status::InTransit), carrier_event(2, 20, Status::OutForDelivery)];
    for (event, expected) in events.into_iter().zip([0, 1]) {
        store.hear_carrier(parcel_id(1), vec![event.clone()], letters()).await?;
        assert_eq!(waiting().await?.len(), expected);
        store.hear_carrier(parcel_id(1), vec![event], letters()).await?;
        assert_eq!(waiting().await?.len(), expected, "the status is the same");
    }
    assert_eq!(waiting().await?, [about(MessageKind::OutForDelivery, 20)], "it tells of when it happened");
    let ahead = vec![carrier_event(3, 500, Status::Delivered)];
    store.hear_carrier(parcel_id(1), ahead, letters()).await?;
    assert!(waiting().await?.contains(&about(MessageKind::Delivered, 100)), "and of nothing to come");
    Ok(())
}

async fn what_was_said_stays_when_the_record_is_replaced(store: &dyn Store) -> Outcome {
    bring(store).await?;
    store.hear_carrier(parcel_id(1), vec![carrier_event(1, 10, Status::InTransit)], Letters::new()).await?;
    store.update_parcel(elsewhere(1)).await?;
    let kept = store.find_parcel(parcel_id(1)).await?.unwrap_or_else(|| parcel(9));
    assert_eq!((kept.status, log(&kept).events().len()), (Status::InTransit, 1), "whatever was read before");

    let another = Carrier::Other(OtherCarrier::named("A third"));
    store.update_parcel(Parcel { carrier: another.clone(), ..elsewhere(1) }).await?;
    let kept = store.find_parcel(parcel_id(1)).await?;
    assert_eq!(kept, Some(Parcel { carrier: another, ..elsewhere(1) }), "another carrier did not say it");
    Ok(())
}

async fn of_its_own_network_nothing_is_heard(store: &dyn Store) -> Outcome {
    bring(store).await?;
    for absent in [2, 3] {
        let said = vec![carrier_event(1, 10, Status::InTransit)];
        assert_eq!(store.hear_carrier(parcel_id(absent), said, Letters::new()).await?, None);
    }
    assert_eq!(store.find_parcel(parcel_id(2)).await?, Some(parcel(2)));
    Ok(())
}

async fn what_was_said_is_forgotten_with_the_address(store: &dyn Store) -> Outcome {
    bring(store).await?;
    store.hear_carrier(parcel_id(1), vec![carrier_event(1, 10, Status::Delivered)], Letters::new()).await?;
    assert_eq!(store.forget_addresses(at(10)).await?, 0, "it is kept to the end");
    assert_eq!(store.forget_addresses(at(11)).await?, 1);
    let kept = store.find_parcel(parcel_id(1)).await?.unwrap_or_else(|| parcel(9));
    assert_eq!((kept.status, log(&kept)), (Status::Delivered, CarrierLog::default()));
    assert_eq!(store.forget_addresses(at(11)).await?, 0);
    Ok(())
}

async fn of_a_forgotten_person_no_carrier_tells_anything(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    let led_to = OtherCarrier {
        tracking_number: Some("003404340".to_owned()),
        url: Some("https://carrier.example.org/003404340".to_owned()),
        ..OtherCarrier::named("Other")
    };
    let carrier = Carrier::Other(led_to);
    store.insert_parcels(vec![Parcel { carrier, ..elsewhere(1) }], at(0)).await?;
    store.hear_carrier(parcel_id(1), vec![carrier_event(1, 10, Status::Delivered)], Letters::new()).await?;
    assert!(store.forget_person(recipient_id(1)).await?);
    let kept = store.find_parcel(parcel_id(1)).await?;
    let anonymous = OtherCarrier { status_at: Some(at(10)), ..OtherCarrier::named("Other") };
    assert_eq!(kept.map(|kept| kept.carrier), Some(Carrier::Other(anonymous)));
    Ok(())
}
