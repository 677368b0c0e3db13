//! What recipients want to be told.

use super::samples::{at, operator, recipient_id, settle_in};
use super::{Outcome, assert_dangling, cases};
use crate::{Channel, MessageKind, Store};

cases![nobody_is_told_what_they_did_not_ask_for, wishes_are_replaced, wishes_need_their_recipient];

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
