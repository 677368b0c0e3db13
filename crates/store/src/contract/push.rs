//! The browsers that messages are pushed to.

use doorstep_domain::{Personal, PushId};

use super::samples::{at, message, recipient_id, settle_in};
use super::{Outcome, assert_dangling, cases};
use crate::{Channel, Message, MessageKind, PushSubscription, Store, Target};

cases![
    a_browser_is_found_and_listed,
    a_browser_that_asks_again_is_the_same,
    a_browser_goes_to_whoever_asked_last,
    a_browser_is_forgotten_by_its_owner,
    an_account_has_a_largest_number_of_browsers,
    browsers_that_nothing_was_sent_to_are_forgotten,
    a_forgotten_person_has_no_browsers,
    browsers_need_what_they_refer_to,
];

/// The browser of a number, which asked at the second of its number.
fn browser(number: u8, whose: u128) -> PushSubscription {
    PushSubscription {
        id: PushId::from_u128(number.into()),
        account: recipient_id(whose),
        endpoint: Personal::new(format!("https://push.example.org/{number}")),
        key: [number; PushSubscription::KEY_BYTES],
        auth: [number; PushSubscription::AUTH_BYTES],
        browser: "Firefox, Android".to_owned(),
        created_at: at(number.into()),
        used_at: at(number.into()),
    }
}

async fn a_browser_is_found_and_listed(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    for (number, whose) in [(1, 1), (3, 1), (2, 1), (4, 2)] {
        let new = browser(number, whose);
        assert_eq!(store.put_push_subscription(new.clone()).await?, Some(new.id));
    }
    let listed = store.list_push_subscriptions(recipient_id(1)).await?;
    assert_eq!(listed, [browser(3, 1), browser(2, 1), browser(1, 1)]);
    assert_eq!(store.list_push_subscriptions(recipient_id(9)).await?, []);
    assert_eq!(store.find_push_subscription(PushId::from_u128(4)).await?, Some(browser(4, 2)));
    assert_eq!(store.find_push_subscription(PushId::from_u128(9)).await?, None);
    Ok(())
}

async fn a_browser_that_asks_again_is_the_same(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    store.put_push_subscription(browser(1, 1)).await?;
    let again = PushSubscription { endpoint: browser(1, 1).endpoint, ..browser(2, 1) };
    assert_eq!(store.put_push_subscription(again.clone()).await?, Some(browser(1, 1).id));
    let kept = PushSubscription { id: browser(1, 1).id, created_at: at(1), ..again };
    assert_eq!(store.list_push_subscriptions(recipient_id(1)).await?, [kept], "with its newest keys");
    Ok(())
}

async fn a_browser_goes_to_whoever_asked_last(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    store.put_push_subscription(browser(1, 1)).await?;
    let others = PushSubscription { endpoint: browser(1, 1).endpoint, ..browser(2, 2) };
    assert_eq!(store.put_push_subscription(others.clone()).await?, Some(others.id));
    assert_eq!(store.list_push_subscriptions(recipient_id(1)).await?, []);
    assert_eq!(
        store.find_push_subscription(browser(1, 1).id).await?,
        None,
        "what waits for the first is not theirs"
    );
    assert_eq!(store.list_push_subscriptions(recipient_id(2)).await?, [others]);
    Ok(())
}

async fn a_browser_is_forgotten_by_its_owner(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    let id = browser(1, 1).id;
    store.put_push_subscription(browser(1, 1)).await?;
    assert!(!store.delete_push_subscription(recipient_id(2), id).await?);
    assert!(store.delete_push_subscription(recipient_id(1), id).await?);
    assert!(!store.delete_push_subscription(recipient_id(1), id).await?);
    assert_eq!(store.find_push_subscription(id).await?, None);
    Ok(())
}

async fn an_account_has_a_largest_number_of_browsers(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    let max = u8::try_from(PushSubscription::PER_ACCOUNT_MAX).unwrap_or(u8::MAX);
    for number in 0..max {
        assert!(store.put_push_subscription(browser(number, 1)).await?.is_some());
    }
    assert_eq!(store.put_push_subscription(browser(max, 1)).await?, None);
    assert!(store.put_push_subscription(browser(0, 1)).await?.is_some(), "one that is known is no other");
    assert!(store.put_push_subscription(browser(max, 2)).await?.is_some());
    Ok(())
}

async fn browsers_that_nothing_was_sent_to_are_forgotten(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    let used = browser(1, 1);
    for number in [1, 2] {
        store.put_push_subscription(browser(number, 1)).await?;
    }
    store.set_subscription(recipient_id(1), Channel::Push, vec![MessageKind::Next], at(60)).await?;
    store.enqueue(vec![Message { target: Target::Push(used.id), ..message(1, 10) }]).await?;
    for queued in store.due(Channel::Push, at(20), 9).await? {
        store.finish(queued.number, crate::End::Sent, at(50)).await?;
    }
    assert_eq!(store.delete_subscriptions_unused_since(at(50)).await?, 1);
    let left = store.list_push_subscriptions(recipient_id(1)).await?;
    assert_eq!(left, [PushSubscription { used_at: at(50), ..used }]);
    assert_eq!(store.delete_subscriptions_unused_since(at(99)).await?, 2, "the wishes as well");
    Ok(())
}

async fn a_forgotten_person_has_no_browsers(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    store.put_push_subscription(browser(1, 1)).await?;
    store.put_push_subscription(browser(2, 2)).await?;
    assert!(store.forget_person(recipient_id(1)).await?);
    assert_eq!(store.find_push_subscription(browser(1, 1).id).await?, None);
    assert!(store.find_push_subscription(browser(2, 2).id).await?.is_some(), "others are not touched");
    Ok(())
}

async fn browsers_need_what_they_refer_to(store: &dyn Store) -> Outcome {
    assert_dangling!(store.put_push_subscription(browser(1, 1)).await);
    Ok(())
}
