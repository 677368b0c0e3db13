//! Links that sign someone in once.

use super::samples::{account, at, hash, recipient_id, settle_in};
use super::{Outcome, assert_conflict, assert_dangling, cases};
use crate::{SignInLink, Store};

cases![
    a_link_signs_in_once,
    looking_at_a_link_does_not_use_it_up,
    a_link_that_expired_signs_nobody_in,
    a_link_takes_the_others_of_its_account_with_it,
    expired_links_are_swept,
    links_need_what_they_refer_to,
];

fn link(number: u8, whose: u128, expires_at: i64) -> SignInLink {
    SignInLink { token: hash(number), account: recipient_id(whose), expires_at: at(expires_at) }
}

async fn a_link_signs_in_once(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    store.insert_sign_in_link(link(1, 1, 100)).await?;
    assert_conflict!(store.insert_sign_in_link(link(1, 2, 100)).await);
    assert_eq!(store.take_sign_in_link(hash(2), at(99)).await?, None);
    assert_eq!(store.take_sign_in_link(hash(1), at(99)).await?, Some(account(1)));
    assert_eq!(store.take_sign_in_link(hash(1), at(99)).await?, None);
    Ok(())
}

async fn looking_at_a_link_does_not_use_it_up(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    store.insert_sign_in_link(link(1, 1, 100)).await?;
    for _ in 0..2 {
        assert!(store.is_sign_in_link(hash(1), at(99)).await?);
    }
    assert!(!store.is_sign_in_link(hash(1), at(100)).await?);
    assert!(!store.is_sign_in_link(hash(2), at(0)).await?);
    assert_eq!(store.take_sign_in_link(hash(1), at(99)).await?, Some(account(1)));
    assert!(!store.is_sign_in_link(hash(1), at(0)).await?);
    Ok(())
}

async fn a_link_that_expired_signs_nobody_in(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    store.insert_sign_in_link(link(1, 1, 100)).await?;
    assert_eq!(store.take_sign_in_link(hash(1), at(100)).await?, None);
    Ok(())
}

async fn a_link_takes_the_others_of_its_account_with_it(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    for (number, whose) in [(1, 1), (2, 1), (3, 2)] {
        store.insert_sign_in_link(link(number, whose, 100)).await?;
    }
    assert_eq!(store.take_sign_in_link(hash(2), at(0)).await?, Some(account(1)));
    assert_eq!(store.take_sign_in_link(hash(1), at(0)).await?, None);
    assert_eq!(store.take_sign_in_link(hash(3), at(0)).await?, Some(account(2)));
    Ok(())
}

async fn expired_links_are_swept(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    for (number, expires_at) in [(1, 100), (2, 200), (3, 300)] {
        store.insert_sign_in_link(link(number, 1, expires_at)).await?;
    }
    assert_eq!(store.delete_expired_sign_in_links(at(250)).await?, 2);
    assert_eq!(store.delete_expired_sign_in_links(at(250)).await?, 0);
    assert!(store.is_sign_in_link(hash(3), at(0)).await?);
    Ok(())
}

async fn links_need_what_they_refer_to(store: &dyn Store) -> Outcome {
    assert_dangling!(store.insert_sign_in_link(link(1, 1, 100)).await);
    Ok(())
}
