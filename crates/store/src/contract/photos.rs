//! Photos of deliveries.

use doorstep_domain::PhotoId;

use super::samples::{at, parcel, parcel_id, recipient_id, settle_in};
use super::{Outcome, assert_dangling, cases};
use crate::{Photo, PlacePhoto, Store};

cases![
    a_parcel_has_one_photo_and_tells_when_it_was_taken,
    old_photos_are_deleted,
    a_photo_goes_with_its_parcel,
    a_photo_goes_with_its_recipient,
    a_photo_needs_its_parcel,
    a_place_has_one_photo_which_goes_with_what_was_asked_for,
];

/// The photo of a parcel, taken at a second, with a picture large enough to fill several pages of a file.
fn photo(number: u128, second: i64) -> Photo {
    let shade = u8::try_from(second % 251).unwrap_or_default();
    Photo {
        parcel: parcel_id(number),
        id: PhotoId::from_u128(number * 1_000 + u128::from(shade)),
        taken_at: at(second),
        received_at: at(second + 1),
        jpeg: vec![shade; 20_000],
    }
}

async fn settle_parcels(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    let own = |number, recipient| doorstep_domain::Parcel {
        recipient: Some(recipient_id(recipient)),
        ..parcel(number)
    };
    store.insert_parcels(vec![own(1, 1), own(2, 2)], at(0)).await
}

async fn told_at(store: &dyn Store, number: u128) -> Result<Option<jiff::Timestamp>, crate::StoreError> {
    Ok(store.find_parcel(parcel_id(number)).await?.and_then(|parcel| parcel.photo_at))
}

async fn a_parcel_has_one_photo_and_tells_when_it_was_taken(store: &dyn Store) -> Outcome {
    settle_parcels(store).await?;
    assert_eq!(store.find_photo(parcel_id(1)).await?, None);
    assert_eq!(told_at(store, 1).await?, None);
    store.put_photo(photo(1, 10)).await?;
    assert_eq!(store.find_photo(parcel_id(1)).await?, Some(photo(1, 10)));
    store.put_photo(photo(1, 20)).await?;
    assert_eq!(store.find_photo(parcel_id(1)).await?, Some(photo(1, 20)), "the second one takes its place");
    assert_eq!((told_at(store, 1).await?, told_at(store, 2).await?), (Some(at(20)), None));
    let changed = store.find_parcel(parcel_id(1)).await?.ok_or(crate::StoreError::Busy)?;
    assert!(store.update_parcel(doorstep_domain::Parcel { photo_at: None, ..changed }).await?);
    assert_eq!(told_at(store, 1).await?, Some(at(20)), "who changes the record does not change the photo");
    assert_eq!(store.find_photo(parcel_id(2)).await?, None);
    Ok(())
}

async fn old_photos_are_deleted(store: &dyn Store) -> Outcome {
    settle_parcels(store).await?;
    store.put_photo(photo(1, 10)).await?;
    store.put_photo(photo(2, 20)).await?;
    assert_eq!(store.delete_photos_before(at(10)).await?, 0);
    assert_eq!(store.delete_photos_before(at(20)).await?, 1);
    assert_eq!((store.find_photo(parcel_id(1)).await?, told_at(store, 1).await?), (None, None));
    assert_eq!(store.find_photo(parcel_id(2)).await?, Some(photo(2, 20)));
    Ok(())
}

async fn a_photo_goes_with_its_parcel(store: &dyn Store) -> Outcome {
    settle_parcels(store).await?;
    store.put_photo(photo(1, 10)).await?;
    assert_eq!(store.delete_parcels(at(60 * 60 * 24 * 365)).await?, 2);
    assert_eq!(store.find_photo(parcel_id(1)).await?, None);
    Ok(())
}

async fn a_photo_goes_with_its_recipient(store: &dyn Store) -> Outcome {
    settle_parcels(store).await?;
    store.put_photo(photo(1, 10)).await?;
    store.put_photo(photo(2, 20)).await?;
    assert!(store.forget_person(recipient_id(1)).await?);
    assert_eq!((store.find_photo(parcel_id(1)).await?, told_at(store, 1).await?), (None, None));
    assert!(store.find_photo(parcel_id(2)).await?.is_some(), "others are not touched");
    Ok(())
}

async fn a_photo_needs_its_parcel(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    assert_dangling!(store.put_photo(photo(1, 10)).await);
    Ok(())
}

async fn a_place_has_one_photo_which_goes_with_what_was_asked_for(store: &dyn Store) -> Outcome {
    settle_parcels(store).await?;
    let place = |number: u128, shade: u8| PlacePhoto {
        parcel: parcel_id(number),
        id: PhotoId::from_u128(u128::from(shade)),
        jpeg: vec![shade; 20_000],
    };
    assert_dangling!(store.put_place_photo(place(9, 1)).await);
    assert_eq!(store.find_place_photo(parcel_id(1)).await?, None);
    for shade in [1, 2] {
        store.put_place_photo(place(1, shade)).await?;
        assert_eq!(store.find_place_photo(parcel_id(1)).await?, Some(place(1, shade)));
    }
    store.put_photo(photo(1, 10)).await?;
    assert_eq!(told_at(store, 1).await?, Some(at(10)), "that of the delivery is another");
    store.delete_photos_before(at(11)).await?;
    store.delete_place_photo(parcel_id(2)).await?;
    assert_eq!(store.find_place_photo(parcel_id(1)).await?, Some(place(1, 2)));
    store.delete_place_photo(parcel_id(1)).await?;
    assert_eq!(store.find_place_photo(parcel_id(1)).await?, None);

    for number in [1, 2] {
        store.put_place_photo(place(number, 3)).await?;
    }
    let delivered = doorstep_domain::Parcel {
        status: doorstep_domain::Status::Delivered,
        ..store.find_parcel(parcel_id(1)).await?.ok_or(crate::StoreError::Busy)?
    };
    assert!(store.update_parcel(delivered).await?);
    store.forget_instructions(at(100)).await?;
    assert_eq!(store.find_place_photo(parcel_id(1)).await?, None, "its parcel is over");
    assert_eq!(store.find_place_photo(parcel_id(2)).await?, Some(place(2, 3)));
    assert!(store.forget_person(recipient_id(2)).await?);
    assert_eq!(store.find_place_photo(parcel_id(2)).await?, None);
    Ok(())
}
