//! What recipients want to be told.

use jiff::civil::time;

use super::samples::{at, operator, recipient_id, settle_in};
use super::{Outcome, assert_dangling, cases};
use crate::{Channel, MessageKind, QuietHours, Store};

cases![
    nobody_is_told_what_they_did_not_ask_for,
    wishes_are_replaced,
    wishes_need_their_recipient,
    quiet_hours_are_kept_as_long_as_wishes
];

async fn nobody_is_told_what_they_did_not_ask_for(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    assert_eq!(store.subscription(recipient_id(1), Channel::Email).await?, []);
    store.set_subscription(recipient_id(1), Channel::Email, vec![MessageKind::Delivered], at(0)).await?;
    assert_eq!(store.subscription(recipient_id(1), Channel::Email).await?, [MessageKind::Delivered]);
    assert_eq!(store.subscription(recipient_id(2), Channel::Email).await?, []);
    Ok(())
}

async fn wishes_are_replaced(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    let wishes = [
        (
            vec![MessageKind::Failed, MessageKind::MapOpen, MessageKind::Failed],
            vec![MessageKind::MapOpen, MessageKind::Failed],
        ),
        (MessageKind::ALL.to_vec(), MessageKind::ALL.to_vec()),
        (Vec::new(), Vec::new()),
    ];
    for (asked, expected) in wishes {
        store.set_subscription(recipient_id(1), Channel::Email, asked, at(0)).await?;
        assert_eq!(store.subscription(recipient_id(1), Channel::Email).await?, expected);
    }
    Ok(())
}

async fn wishes_need_their_recipient(store: &dyn Store) -> Outcome {
    store.put_operator(operator(1)).await?;
    let wish = vec![MessageKind::Delivered];
    assert_dangling!(store.set_subscription(recipient_id(1), Channel::Email, wish, at(0)).await);
    Ok(())
}

async fn quiet_hours_are_kept_as_long_as_wishes(store: &dyn Store) -> Outcome {
    let quiet = QuietHours { from: time(22, 0, 0, 0), until: time(6, 30, 0, 0) };
    assert_dangling!(store.set_quiet_hours(recipient_id(1), Some(quiet)).await);
    settle_in(store).await?;
    assert_eq!(store.quiet_hours(recipient_id(1)).await?, None);
    for number in [1, 2] {
        store.set_quiet_hours(recipient_id(number), Some(quiet)).await?;
    }
    assert_eq!(store.quiet_hours(recipient_id(1)).await?, Some(quiet));
    let later = QuietHours { from: time(23, 0, 0, 0), ..quiet };
    store.set_quiet_hours(recipient_id(1), Some(later)).await?;
    assert_eq!(store.quiet_hours(recipient_id(1)).await?, Some(later));
    store.set_quiet_hours(recipient_id(1), None).await?;
    assert_eq!(store.quiet_hours(recipient_id(1)).await?, None);

    store.set_quiet_hours(recipient_id(1), Some(quiet)).await?;
    store.set_subscription(recipient_id(1), Channel::Email, vec![MessageKind::Next], at(50)).await?;
    store.delete_subscriptions_unused_since(at(50)).await?;
    assert_eq!(store.quiet_hours(recipient_id(1)).await?, Some(quiet));
    assert_eq!(store.quiet_hours(recipient_id(2)).await?, None, "who wants nothing needs none");
    store.forget_person(recipient_id(1)).await?;
    assert_eq!(store.quiet_hours(recipient_id(1)).await?, None);
    Ok(())
}
