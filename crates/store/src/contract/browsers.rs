//! Browsers in which someone has logged in.

use super::samples::{at, hash, recipient_id, settle_in};
use super::{Outcome, assert_dangling, cases};
use crate::{KnownBrowser, Store};

cases![
    a_browser_is_known_until_it_expires,
    a_browser_knows_several_accounts_also_under_a_new_token,
    an_account_has_a_largest_number_of_browsers,
    expired_browsers_are_swept,
    browsers_need_what_they_refer_to,
];

fn browser(number: u8, whose: u128, expires_at: i64) -> KnownBrowser {
    KnownBrowser { token: hash(number), account: recipient_id(whose), expires_at: at(expires_at) }
}

async fn a_browser_is_known_until_it_expires(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    store.remember_browser(browser(1, 1, 100), None).await?;
    assert_eq!(store.accounts_of_browser(hash(1), at(99)).await?, [recipient_id(1)]);
    assert_eq!(store.accounts_of_browser(hash(1), at(100)).await?, []);
    assert_eq!(store.accounts_of_browser(hash(2), at(0)).await?, []);
    store.remember_browser(browser(1, 1, 200), None).await?;
    assert_eq!(store.accounts_of_browser(hash(1), at(100)).await?, [recipient_id(1)]);
    Ok(())
}

async fn a_browser_knows_several_accounts_also_under_a_new_token(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    store.remember_browser(browser(1, 1, 100), None).await?;
    store.remember_browser(browser(9, 1, 100), None).await?;
    store.remember_browser(browser(2, 2, 100), Some(hash(1))).await?;
    store.remember_browser(browser(3, 1, 150), Some(hash(2))).await?;
    assert_eq!(store.accounts_of_browser(hash(1), at(0)).await?, []);
    assert_eq!(store.accounts_of_browser(hash(2), at(0)).await?, []);
    assert_eq!(store.accounts_of_browser(hash(3), at(0)).await?, [recipient_id(1), recipient_id(2)]);
    assert_eq!(store.accounts_of_browser(hash(3), at(120)).await?, [recipient_id(1)]);
    assert_eq!(
        store.accounts_of_browser(hash(9), at(0)).await?,
        [recipient_id(1)],
        "others stay as they are"
    );
    Ok(())
}

async fn an_account_has_a_largest_number_of_browsers(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    for number in 0..=u8::try_from(KnownBrowser::PER_ACCOUNT_MAX).unwrap_or(u8::MAX) {
        store.remember_browser(browser(number, 1, 100 + i64::from(number)), None).await?;
    }
    assert_eq!(store.accounts_of_browser(hash(0), at(0)).await?, []);
    assert_eq!(store.accounts_of_browser(hash(1), at(0)).await?, [recipient_id(1)]);
    Ok(())
}

async fn expired_browsers_are_swept(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    for (number, expires_at) in [(1, 100), (2, 200), (3, 300)] {
        store.remember_browser(browser(number, 1, expires_at), None).await?;
    }
    assert_eq!(store.delete_expired_browsers(at(250)).await?, 2);
    assert_eq!(store.delete_expired_browsers(at(250)).await?, 0);
    assert_eq!(store.accounts_of_browser(hash(3), at(0)).await?, [recipient_id(1)]);
    Ok(())
}

async fn browsers_need_what_they_refer_to(store: &dyn Store) -> Outcome {
    assert_dangling!(store.remember_browser(browser(1, 1, 100), None).await);
    Ok(())
}
