//! Links by which recipients let others see a little of a parcel.

use doorstep_domain::{Parcel, Personal, ShareId};

use super::samples::{at, hash, parcel, parcel_id, recipient_id, settle_in};
use super::{Outcome, assert_conflict, assert_dangling, cases};
use crate::{Share, SharePermission, Store};

cases![
    a_share_is_found_until_it_expires,
    shares_are_listed_newest_first_to_who_gave_them,
    openings_are_counted_and_the_last_are_remembered,
    a_share_is_taken_back_by_who_gave_it,
    a_parcel_has_a_largest_number_of_shares,
    expired_shares_are_swept,
    who_may_take_parcels_in_is_told_oldest_first,
    shares_need_what_they_refer_to,
];

fn share_id(number: u8) -> ShareId {
    ShareId::from_u128(0x5a00 + u128::from(number))
}

/// The share of a number, of the first recipient's first parcel, given at the second of its number.
fn share(number: u8, expires_at: i64) -> Share {
    Share {
        id: share_id(number),
        token: hash(number),
        parcel: parcel_id(1),
        account: recipient_id(1),
        permission: SharePermission::Accept,
        name: None,
        created_at: at(number.into()),
        expires_at: at(expires_at),
        opening_count: 0,
        openings: Vec::new(),
    }
}

async fn settle_parcels(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    store.insert_parcels(vec![parcel(1), parcel(2)], at(0)).await
}

async fn a_share_is_found_until_it_expires(store: &dyn Store) -> Outcome {
    settle_parcels(store).await?;
    let window = Share { permission: SharePermission::Window, ..share(2, 100) };
    assert!(store.insert_share(share(1, 100)).await?);
    assert!(store.insert_share(window.clone()).await?);
    assert_conflict!(store.insert_share(Share { id: share_id(3), ..share(1, 100) }).await);
    assert_conflict!(store.insert_share(Share { token: hash(3), ..share(1, 100) }).await);
    assert_eq!(store.find_share(hash(1), at(99)).await?, Some(share(1, 100)));
    assert_eq!(store.find_share(hash(2), at(99)).await?, Some(window));
    assert_eq!(store.find_share(hash(1), at(100)).await?, None);
    assert_eq!(store.find_share(hash(3), at(0)).await?, None);
    Ok(())
}

async fn shares_are_listed_newest_first_to_who_gave_them(store: &dyn Store) -> Outcome {
    settle_parcels(store).await?;
    let elsewhere = Share { parcel: parcel_id(2), ..share(3, 100) };
    let others = Share { account: recipient_id(2), ..share(4, 100) };
    for share in [share(1, 10), share(2, 100), elsewhere, others.clone()] {
        assert!(store.insert_share(share).await?);
    }
    assert_eq!(store.list_shares(recipient_id(1), parcel_id(1)).await?, [share(2, 100), share(1, 10)]);
    assert_eq!(store.list_shares(recipient_id(2), parcel_id(1)).await?, [others]);
    assert_eq!(store.list_shares(recipient_id(2), parcel_id(2)).await?, []);
    Ok(())
}

async fn openings_are_counted_and_the_last_are_remembered(store: &dyn Store) -> Outcome {
    settle_parcels(store).await?;
    assert!(store.insert_share(share(1, 100)).await?);
    let mut expected = share(1, 100);
    for second in 0..12 {
        assert!(store.note_opening(share_id(1), at(second)).await?);
        expected.note_opening(at(second));
    }
    assert_eq!((expected.opening_count, expected.openings.len()), (12, Share::OPENINGS_MAX));
    assert_eq!(expected.openings.first(), Some(&at(11)));
    assert_eq!(store.find_share(hash(1), at(50)).await?, Some(expected));
    assert!(!store.note_opening(share_id(2), at(1)).await?);
    Ok(())
}

async fn a_share_is_taken_back_by_who_gave_it(store: &dyn Store) -> Outcome {
    settle_parcels(store).await?;
    assert!(store.insert_share(share(1, 100)).await?);
    assert!(!store.delete_share(recipient_id(2), parcel_id(1), share_id(1)).await?);
    assert!(!store.delete_share(recipient_id(1), parcel_id(2), share_id(1)).await?);
    assert!(store.delete_share(recipient_id(1), parcel_id(1), share_id(1)).await?);
    assert!(!store.delete_share(recipient_id(1), parcel_id(1), share_id(1)).await?);
    assert_eq!(store.find_share(hash(1), at(0)).await?, None);
    Ok(())
}

async fn a_parcel_has_a_largest_number_of_shares(store: &dyn Store) -> Outcome {
    settle_parcels(store).await?;
    let max = u8::try_from(Share::PER_PARCEL_MAX).unwrap_or(u8::MAX);
    for number in 0..max {
        assert!(store.insert_share(share(number, 100)).await?);
    }
    assert!(!store.insert_share(share(max, 100)).await?);
    assert!(store.insert_share(Share { parcel: parcel_id(2), ..share(max, 100) }).await?);
    assert!(store.delete_share(recipient_id(1), parcel_id(1), share_id(0)).await?);
    assert!(store.insert_share(share(max + 1, 100)).await?);
    Ok(())
}

async fn expired_shares_are_swept(store: &dyn Store) -> Outcome {
    settle_parcels(store).await?;
    for (number, expires_at) in [(1, 100), (2, 200), (3, 300)] {
        assert!(store.insert_share(share(number, expires_at)).await?);
    }
    assert_eq!(store.delete_shares_expired_before(at(250)).await?, 2);
    assert_eq!(store.delete_shares_expired_before(at(250)).await?, 0);
    assert_eq!(store.list_shares(recipient_id(1), parcel_id(1)).await?, [share(3, 300)]);
    Ok(())
}

async fn shares_need_what_they_refer_to(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    assert_dangling!(store.insert_share(share(1, 100)).await);
    Ok(())
}

async fn who_may_take_parcels_in_is_told_oldest_first(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    let own = |number| Parcel { recipient: Some(recipient_id(1)), ..parcel(number) };
    store.insert_parcels(vec![own(1), own(2), parcel(3)], at(0)).await?;
    let name = |text: &str| Some(Personal::new(text));
    let given = |number, parcel| Share { parcel: parcel_id(parcel), name: name("Bo"), ..share(number, 50) };
    let shares = [
        given(1, 1),
        Share { name: None, ..given(2, 1) },
        Share { permission: SharePermission::Window, ..given(3, 1) },
        Share { expires_at: at(20), ..given(4, 1) },
        Share { account: recipient_id(2), ..given(5, 1) },
        given(6, 2),
        given(7, 3),
    ];
    for share in shares {
        assert!(store.insert_share(share).await?);
    }
    let ids = |numbers: &[u128]| numbers.iter().map(|number| parcel_id(*number)).collect();
    assert_eq!(
        store.list_takers(ids(&[1, 2, 3]), at(20)).await?,
        [(parcel_id(1), name("Bo")), (parcel_id(1), None), (parcel_id(2), name("Bo"))],
        "by shares that last, of those whose parcels they are"
    );
    assert_eq!(store.list_takers(ids(&[2]), at(20)).await?, [(parcel_id(2), name("Bo"))]);
    assert_eq!(store.list_takers(ids(&[]), at(20)).await?, []);
    Ok(())
}
