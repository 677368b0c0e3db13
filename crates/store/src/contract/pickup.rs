//! Pick-up points.

use doorstep_domain::PickupPoint;

use super::samples::{operator_id, pickup_point, settle_in};
use super::{Outcome, assert_conflict, assert_dangling, cases};
use crate::Store;

cases![
    a_point_is_added_and_changed,
    points_are_listed_by_name,
    only_the_own_point_is_deleted_or_changed,
    a_point_needs_its_operator,
];

async fn a_point_is_added_and_changed(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    store.put_pickup_point(operator_id(1), pickup_point(1)).await?;
    assert_eq!(store.list_pickup_points(operator_id(1)).await?, [pickup_point(1)]);
    let changed = PickupPoint { hours: None, name: "Kiosk".to_owned(), ..pickup_point(1) };
    store.put_pickup_point(operator_id(1), changed.clone()).await?;
    assert_eq!(store.list_pickup_points(operator_id(1)).await?, [changed]);
    assert_eq!(store.list_pickup_points(operator_id(2)).await?, []);
    Ok(())
}

async fn points_are_listed_by_name(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    for number in [3, 1, 2] {
        store.put_pickup_point(operator_id(1), pickup_point(number)).await?;
    }
    assert_eq!(store.list_pickup_points(operator_id(1)).await?, [1, 2, 3].map(pickup_point));
    Ok(())
}

async fn only_the_own_point_is_deleted_or_changed(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    store.put_pickup_point(operator_id(1), pickup_point(1)).await?;
    let id = pickup_point(1).id;
    assert_conflict!(store.put_pickup_point(operator_id(2), pickup_point(1)).await);
    assert!(!store.delete_pickup_point(operator_id(2), id).await?);
    assert_eq!(store.list_pickup_points(operator_id(1)).await?, [pickup_point(1)]);
    assert!(store.delete_pickup_point(operator_id(1), id).await?);
    assert!(!store.delete_pickup_point(operator_id(1), id).await?);
    assert_eq!(store.list_pickup_points(operator_id(1)).await?, []);
    Ok(())
}

async fn a_point_needs_its_operator(store: &dyn Store) -> Outcome {
    assert_dangling!(store.put_pickup_point(operator_id(1), pickup_point(1)).await);
    Ok(())
}
