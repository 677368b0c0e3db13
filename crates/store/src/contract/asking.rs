//! When other carriers are asked about the parcels that they bring.

use doorstep_domain::{Carrier, OtherCarrier, Parcel, ParcelId, Status};
use jiff::Timestamp;

use super::samples::{at, carrier_event, parcel, parcel_id, recipient_id, settle_in};
use super::{Outcome, cases};
use crate::{Asked, AskedCarrier, Letters, Store, StoreError, ToAsk};

cases![
    a_parcel_is_asked_about_from_when_it_was_announced,
    only_what_a_carrier_can_still_tell_of_is_asked,
    of_each_status_those_that_are_due_first_are_told,
    what_is_noted_holds_until_it_is_noted_anew,
    another_number_or_carrier_is_asked_anew,
    what_is_asked_of_a_parcel_goes_with_it,
    how_a_carrier_is_asked_is_kept_by_its_name,
];

fn brought(number: u128, carrier: &str) -> Parcel {
    let other =
        OtherCarrier { tracking_number: Some(format!("JD{number:04}")), ..OtherCarrier::named(carrier) };
    Parcel {
        carrier: Carrier::Other(other),
        recipient: Some(recipient_id(1)),
        status: Status::PreTransit,
        ..parcel(number)
    }
}

async fn to_ask(store: &dyn Store, limit: u32) -> Result<Vec<ToAsk>, StoreError> {
    store.list_to_ask("DHL".to_owned(), Timestamp::MIN, limit).await
}

async fn asked_about(store: &dyn Store) -> Result<Vec<ParcelId>, StoreError> {
    Ok(to_ask(store, 9).await?.into_iter().map(|one| one.parcel).collect())
}

async fn a_parcel_is_asked_about_from_when_it_was_announced(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    store.insert_parcels(vec![brought(2, "DHL")], at(20)).await?;
    store.insert_parcels(vec![brought(1, "DHL")], at(30)).await?;
    let one = |number, second| ToAsk {
        parcel: parcel_id(number),
        status: Status::PreTransit,
        due_at: at(second),
        failures: 0,
    };
    assert_eq!(to_ask(store, 9).await?, [one(2, 20), one(1, 30)]);
    let since = store.list_to_ask("DHL".to_owned(), at(30), 9).await?;
    assert_eq!(since, [one(1, 30)], "what is older is not asked about");
    Ok(())
}

async fn only_what_a_carrier_can_still_tell_of_is_asked(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    let without_number = Parcel { carrier: Carrier::Other(OtherCarrier::named("DHL")), ..brought(1, "DHL") };
    let own = Parcel { carrier: Carrier::Own, ..brought(2, "DHL") };
    let over = [Status::Delivered, Status::Returned, Status::Cancelled];
    let over = (3..).zip(over).map(|(number, status)| Parcel { status, ..brought(number, "DHL") });
    let others = vec![without_number, own, brought(6, "UPS"), brought(7, "dhl"), brought(8, "DHL")];
    store.insert_parcels(others.into_iter().chain(over).collect(), at(0)).await?;
    assert_eq!(asked_about(store).await?, [parcel_id(8)]);
    let said = vec![carrier_event(1, 10, Status::Delivered)];
    store.hear_carrier(parcel_id(8), said, Letters::new()).await?;
    assert_eq!(asked_about(store).await?, []);
    Ok(())
}

async fn of_each_status_those_that_are_due_first_are_told(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    for number in 1..=4 {
        let second = 100 - i64::try_from(number).unwrap_or_default();
        let status = if number < 4 { Status::PreTransit } else { Status::OutForDelivery };
        let new = Parcel { status, ..brought(number, "DHL") };
        store.insert_parcels(vec![new], at(second)).await?;
    }
    store.put_asked(parcel_id(3), Asked { next_at: at(500), failures: 0 }).await?;
    store.put_asked(parcel_id(4), Asked { next_at: at(600), failures: 0 }).await?;
    let told: Vec<_> = to_ask(store, 2).await?.into_iter().map(|one| one.parcel).collect();
    assert_eq!(told, [parcel_id(2), parcel_id(1), parcel_id(4)]);
    let one: Vec<_> = to_ask(store, 1).await?.into_iter().map(|one| one.parcel).collect();
    assert_eq!(one, [parcel_id(2), parcel_id(4)]);
    Ok(())
}

async fn what_is_noted_holds_until_it_is_noted_anew(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    store.insert_parcels(vec![brought(1, "DHL")], at(0)).await?;
    for (second, failures) in [(100, 3), (50, 0)] {
        store.put_asked(parcel_id(1), Asked { next_at: at(second), failures }).await?;
        let expected =
            ToAsk { parcel: parcel_id(1), status: Status::PreTransit, due_at: at(second), failures };
        assert_eq!(to_ask(store, 9).await?, [expected]);
    }
    store.put_asked(parcel_id(9), Asked { next_at: at(1), failures: 0 }).await?;
    store.insert_parcels(vec![brought(9, "DHL")], at(7)).await?;
    let due: Vec<_> = to_ask(store, 9).await?.into_iter().map(|one| one.due_at).collect();
    assert_eq!(due, [at(7), at(50)], "of a parcel that was not there nothing was noted");
    Ok(())
}

async fn another_number_or_carrier_is_asked_anew(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    store.insert_parcels(vec![brought(1, "DHL")], at(0)).await?;
    let due = async || Ok::<_, StoreError>(to_ask(store, 9).await?.first().map(|one| one.due_at));
    store.put_asked(parcel_id(1), Asked { next_at: at(100), failures: 2 }).await?;
    store.update_parcel(Parcel { address: None, ..brought(1, "DHL") }).await?;
    assert_eq!(due().await?, Some(at(100)), "it is the same number");
    let other = OtherCarrier { tracking_number: Some("another".to_owned()), ..OtherCarrier::named("DHL") };
    store.update_parcel(Parcel { carrier: Carrier::Other(other), ..brought(1, "DHL") }).await?;
    assert_eq!(due().await?, Some(at(0)));
    store.put_asked(parcel_id(1), Asked { next_at: at(100), failures: 2 }).await?;
    store.update_parcel(brought(1, "UPS")).await?;
    store.update_parcel(brought(1, "DHL")).await?;
    assert_eq!(due().await?, Some(at(0)));
    Ok(())
}

async fn what_is_asked_of_a_parcel_goes_with_it(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    store.insert_parcels(vec![brought(1, "DHL")], at(0)).await?;
    store.put_asked(parcel_id(1), Asked { next_at: at(100), failures: 2 }).await?;
    assert_eq!(store.delete_parcels(Timestamp::MAX).await?, 1);
    assert_eq!(asked_about(store).await?, []);
    store.insert_parcels(vec![brought(1, "DHL")], at(5)).await?;
    assert_eq!(to_ask(store, 9).await?.first().map(|one| (one.due_at, one.failures)), Some((at(5), 0)));

    store.put_asked(parcel_id(1), Asked { next_at: at(100), failures: 2 }).await?;
    assert!(store.forget_person(recipient_id(1)).await?);
    assert_eq!(asked_about(store).await?, [], "its number is forgotten");
    Ok(())
}

async fn how_a_carrier_is_asked_is_kept_by_its_name(store: &dyn Store) -> Outcome {
    let find = |name: &str| store.find_asked_carrier(name.to_owned());
    assert_eq!(find("DHL").await?, None);
    for (held_until, failures) in [(Some(at(500)), 3), (None, 0)] {
        let asked = AskedCarrier { asked_at: at(1), used_until: at(300), held_until, failures };
        store.put_asked_carrier("DHL".to_owned(), asked).await?;
        assert_eq!(find("DHL").await?, Some(asked));
    }
    assert_eq!(find("UPS").await?, None);
    Ok(())
}
