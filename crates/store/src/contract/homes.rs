//! Where homes read.

use doorstep_domain::Personal;

use super::samples::{at, recipient_id, settle_in};
use super::{Outcome, assert_conflict, assert_dangling, cases};
use crate::{HomeLink, PAGE_MAX, Page, Store, StoreError};

cases![
    a_key_is_used_ended_and_forgotten,
    an_account_has_a_largest_number_of_keys,
    a_key_that_nothing_was_told_below_ends,
    the_key_of_a_forgotten_person_is_nobodys_and_ends,
    keys_are_each_others_no_doubles_and_need_what_they_refer_to,
    keys_are_listed_page_by_page,
];

fn link(number: u8, whose: u128) -> HomeLink {
    HomeLink {
        key: Personal::new(format!("key-{number}")),
        account: Some(recipient_id(whose)),
        is_ended: false,
        created_at: at(number.into()),
        used_at: at(number.into()),
    }
}

fn ended(number: u8, whose: u128) -> HomeLink {
    HomeLink { is_ended: true, ..link(number, whose) }
}

async fn keys(store: &dyn Store) -> Result<Vec<HomeLink>, StoreError> {
    Ok(store.list_home_links(None, PAGE_MAX).await?.rows)
}

async fn a_key_is_used_ended_and_forgotten(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    for new in [link(2, 1), link(1, 2)] {
        assert!(store.insert_home_link(new).await?);
    }
    assert_eq!(store.home_link_of(recipient_id(1)).await?, Some(link(2, 1)));
    assert_eq!(store.home_link_of(recipient_id(9)).await?, None);
    store.use_home_link(link(1, 2).key, at(50)).await?;
    let used = HomeLink { used_at: at(50), ..link(1, 2) };
    assert_eq!(keys(store).await?, [used.clone(), link(2, 1)]);
    store.delete_home_link(link(2, 1).key).await?;
    assert_eq!(store.home_link_of(recipient_id(1)).await?, Some(link(2, 1)), "it did not end");
    store.end_home_link(recipient_id(1)).await?;
    assert_eq!(store.home_link_of(recipient_id(1)).await?, None);
    assert_eq!(keys(store).await?, [used.clone(), ended(2, 1)], "it is emptied first");
    store.delete_home_link(link(2, 1).key).await?;
    assert_eq!(keys(store).await?, [used]);
    Ok(())
}

async fn an_account_has_a_largest_number_of_keys(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    let max = u8::try_from(HomeLink::PER_ACCOUNT_MAX).unwrap_or(u8::MAX);
    for number in 0..max {
        assert!(store.insert_home_link(link(number, 1)).await?);
        store.end_home_link(recipient_id(1)).await?;
    }
    assert!(!store.insert_home_link(link(max, 1)).await?, "those that ended are not emptied yet");
    assert!(store.insert_home_link(link(max, 2)).await?, "others have their own");
    store.delete_home_link(link(0, 1).key).await?;
    assert!(store.insert_home_link(link(0, 1)).await?);
    Ok(())
}

async fn a_key_that_nothing_was_told_below_ends(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    store.insert_home_link(link(1, 1)).await?;
    assert_eq!(store.delete_subscriptions_unused_since(at(1)).await?, 0);
    assert_eq!(store.delete_subscriptions_unused_since(at(2)).await?, 1);
    assert_eq!(store.delete_subscriptions_unused_since(at(2)).await?, 0, "it is counted once");
    assert_eq!(keys(store).await?, [ended(1, 1)]);
    Ok(())
}

async fn the_key_of_a_forgotten_person_is_nobodys_and_ends(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    store.insert_home_link(link(1, 1)).await?;
    store.insert_home_link(link(2, 2)).await?;
    assert!(store.forget_person(recipient_id(1)).await?);
    let nobodys = HomeLink { account: None, ..ended(1, 1) };
    assert_eq!(keys(store).await?, [nobodys, link(2, 2)]);
    Ok(())
}

async fn keys_are_each_others_no_doubles_and_need_what_they_refer_to(store: &dyn Store) -> Outcome {
    assert_dangling!(store.insert_home_link(link(1, 1)).await);
    settle_in(store).await?;
    store.insert_home_link(link(1, 1)).await?;
    assert_conflict!(store.insert_home_link(HomeLink { account: Some(recipient_id(2)), ..link(1, 1) }).await);
    Ok(())
}

async fn keys_are_listed_page_by_page(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    for number in [3, 1, 2] {
        store.insert_home_link(link(number, 1)).await?;
    }
    let first = store.list_home_links(None, 2).await?;
    assert_eq!(first, Page { rows: vec![link(1, 1), link(2, 1)], next: Some("key-2".to_owned()) });
    let last = store.list_home_links(first.next, 2).await?;
    assert_eq!(last, Page { rows: vec![link(3, 1)], next: None });
    Ok(())
}
