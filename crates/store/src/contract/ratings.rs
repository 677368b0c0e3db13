//! How well deliveries went.

use doorstep_domain::{Parcel, Personal, Rating, Score};
use jiff::civil::Date;

use super::samples::{DAY, at, operator_id, parcel, parcel_id, recipient_id, settle_in};
use super::{Outcome, cases};
use crate::{RatedDay, Store, StoreError};

cases![
    a_rating_stands_with_its_parcel,
    ratings_change_one_after_the_other,
    ratings_are_counted_by_day,
    a_rating_goes_with_its_parcel,
    a_rating_goes_with_its_recipient,
];

const NEXT: Date = jiff::civil::date(2026, 3, 15);

fn rating(number: u8, version: u32) -> Rating {
    let score = Score::ALL.into_iter().find(|score| score.number() == number);
    let comment = (number < 3).then(|| Personal::new("left in the rain"));
    Rating { score: score.unwrap_or(Score::ALL[0]), comment, at: at(i64::from(version)), version }
}

async fn settle_parcels(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    let own = |number, recipient| Parcel { recipient: Some(recipient_id(recipient)), ..parcel(number) };
    let foreign = Parcel { operator: operator_id(2), ..parcel(9) };
    store.insert_parcels(vec![own(1, 1), own(2, 2), own(3, 2), foreign], at(0)).await
}

async fn stands(store: &dyn Store, number: u128) -> Result<Option<Rating>, StoreError> {
    Ok(store.find_parcel(parcel_id(number)).await?.and_then(|parcel| parcel.rating))
}

async fn counted(store: &dyn Store, from: Date, until: Date) -> Result<Vec<RatedDay>, StoreError> {
    store.count_ratings(operator_id(1), from, until).await
}

async fn a_rating_stands_with_its_parcel(store: &dyn Store) -> Outcome {
    settle_parcels(store).await?;
    assert_eq!(stands(store, 1).await?, None);
    assert!(store.put_rating(parcel_id(1), DAY, rating(2, 1)).await?);
    assert_eq!(stands(store, 1).await?, Some(rating(2, 1)));
    assert_eq!(stands(store, 2).await?, None);
    let changed = store.find_parcel(parcel_id(1)).await?.ok_or(StoreError::Busy)?;
    assert!(store.update_parcel(Parcel { rating: None, ..changed }).await?);
    assert_eq!(stands(store, 1).await?, Some(rating(2, 1)), "who changes the record does not change it");
    assert!(!store.put_rating(parcel_id(77), DAY, rating(2, 1)).await?, "there is no such parcel");
    Ok(())
}

async fn ratings_change_one_after_the_other(store: &dyn Store) -> Outcome {
    settle_parcels(store).await?;
    assert!(!store.put_rating(parcel_id(1), DAY, rating(4, 2)).await?);
    assert!(store.put_rating(parcel_id(1), DAY, rating(4, 1)).await?);
    assert!(!store.put_rating(parcel_id(1), DAY, rating(1, 1)).await?);
    assert!(store.put_rating(parcel_id(1), DAY, rating(1, 2)).await?);
    assert!(store.put_rating(parcel_id(1), DAY, rating(5, 3)).await?);
    assert_eq!(stands(store, 1).await?, Some(rating(5, 3)), "and the words are those of the last one");
    Ok(())
}

async fn ratings_are_counted_by_day(store: &dyn Store) -> Outcome {
    settle_parcels(store).await?;
    assert_eq!(counted(store, DAY, NEXT).await?, []);
    for (number, day, score) in [(1, DAY, 5), (2, DAY, 5), (3, NEXT, 1), (9, DAY, 2)] {
        assert!(store.put_rating(parcel_id(number), day, rating(score, 1)).await?);
    }
    let (first, second) =
        (RatedDay { day: DAY, counts: [0, 0, 0, 0, 2] }, RatedDay { day: NEXT, counts: [1, 0, 0, 0, 0] });
    assert_eq!(counted(store, DAY, NEXT).await?, [first, second]);
    assert_eq!(counted(store, DAY, DAY).await?, [first]);
    assert!(store.put_rating(parcel_id(1), DAY, rating(3, 2)).await?);
    assert_eq!(counted(store, DAY, DAY).await?, [RatedDay { day: DAY, counts: [0, 0, 1, 0, 1] }]);
    Ok(())
}

async fn a_rating_goes_with_its_parcel(store: &dyn Store) -> Outcome {
    settle_parcels(store).await?;
    assert!(store.put_rating(parcel_id(1), DAY, rating(2, 1)).await?);
    store.delete_parcels(at(60 * 60 * 24 * 365)).await?;
    assert_eq!(counted(store, DAY, DAY).await?, []);
    Ok(())
}

async fn a_rating_goes_with_its_recipient(store: &dyn Store) -> Outcome {
    settle_parcels(store).await?;
    for number in [1, 2] {
        assert!(store.put_rating(parcel_id(number), DAY, rating(2, 1)).await?);
    }
    assert!(store.forget_person(recipient_id(1)).await?);
    assert_eq!((stands(store, 1).await?, stands(store, 2).await?), (None, Some(rating(2, 1))));
    assert_eq!(counted(store, DAY, DAY).await?, [RatedDay { day: DAY, counts: [0, 1, 0, 0, 0] }]);
    Ok(())
}
