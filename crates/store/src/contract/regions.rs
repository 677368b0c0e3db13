//! Regions.

use super::samples::{operator_id, region, settle_in};
use super::{Outcome, assert_conflict, assert_dangling, cases};
use crate::{Region, Store};

cases![
    a_region_is_added_and_changed,
    a_region_name_is_unique_within_its_operator,
    regions_are_listed_by_name,
    only_the_own_region_is_deleted,
    a_region_needs_its_operator,
];

async fn a_region_is_added_and_changed(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    store.put_region(region(1)).await?;
    assert_eq!(store.list_regions(operator_id(1)).await?, [region(1)]);

    let changed = Region { name: "Harbour".to_owned(), ..region(1) };
    store.put_region(changed.clone()).await?;
    assert_eq!(store.list_regions(operator_id(1)).await?, [changed]);
    assert_eq!(store.list_regions(operator_id(2)).await?, []);
    Ok(())
}

async fn a_region_name_is_unique_within_its_operator(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    store.put_region(region(1)).await?;
    let same_name = Region { name: region(1).name, ..region(2) };
    assert_conflict!(store.put_region(same_name.clone()).await);
    store.put_region(Region { operator: operator_id(2), ..same_name }).await?;

    store.put_region(region(3)).await?;
    assert_conflict!(store.put_region(Region { name: region(1).name, ..region(3) }).await);
    assert_conflict!(store.put_region(Region { operator: operator_id(2), ..region(3) }).await);
    assert_eq!(store.list_regions(operator_id(1)).await?, [region(1), region(3)]);
    Ok(())
}

async fn regions_are_listed_by_name(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    for number in [3, 1, 2] {
        store.put_region(region(number)).await?;
    }
    assert_eq!(store.list_regions(operator_id(1)).await?, [region(1), region(2), region(3)]);
    Ok(())
}

async fn only_the_own_region_is_deleted(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    store.put_region(region(1)).await?;
    assert!(!store.delete_region(operator_id(2), region(1).id).await?);
    assert!(!store.delete_region(operator_id(1), region(2).id).await?);
    assert!(store.delete_region(operator_id(1), region(1).id).await?);
    assert!(!store.delete_region(operator_id(1), region(1).id).await?);
    assert_eq!(store.list_regions(operator_id(1)).await?, []);
    Ok(())
}

async fn a_region_needs_its_operator(store: &dyn Store) -> Outcome {
    assert_dangling!(store.put_region(region(1)).await);
    Ok(())
}
