//! Calendars.

use super::samples::{account, at, hash, recipient_id, settle_in};
use super::{Outcome, assert_conflict, assert_dangling, cases};
use crate::{Calendar, Store};

cases![
    an_account_has_one_calendar,
    a_calendar_is_used,
    a_calendar_ends,
    an_unused_calendar_is_forgotten,
    calendars_need_what_they_refer_to,
];

fn calendar(number: u8) -> Calendar {
    Calendar { token: hash(number), account: recipient_id(1), created_at: at(1), used_at: at(2) }
}

async fn an_account_has_one_calendar(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    let other = Calendar { account: recipient_id(2), ..calendar(3) };
    for calendar in [calendar(1), other, calendar(2)] {
        store.put_calendar(calendar).await?;
    }
    assert_eq!(store.find_calendar(hash(1)).await?, None, "another one came in its place");
    assert_eq!(store.find_calendar(hash(2)).await?, Some((calendar(2), account(1))));
    assert_eq!(store.calendar_of(recipient_id(1)).await?, Some(calendar(2)));
    assert_eq!(store.calendar_of(recipient_id(2)).await?, Some(other));
    assert_eq!(store.calendar_of(recipient_id(9)).await?, None);
    Ok(())
}

async fn a_calendar_is_used(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    store.put_calendar(calendar(1)).await?;
    store.use_calendar(hash(1), at(50)).await?;
    store.use_calendar(hash(9), at(60)).await?;
    assert_eq!(store.calendar_of(recipient_id(1)).await?, Some(Calendar { used_at: at(50), ..calendar(1) }));
    Ok(())
}

async fn a_calendar_ends(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    store.put_calendar(calendar(1)).await?;
    for _ in 0..2 {
        store.delete_calendar(recipient_id(1)).await?;
        assert_eq!(store.find_calendar(hash(1)).await?, None);
    }
    Ok(())
}

async fn an_unused_calendar_is_forgotten(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    store.put_calendar(calendar(1)).await?;
    assert_eq!(store.delete_subscriptions_unused_since(at(2)).await?, 0);
    assert_eq!(store.delete_subscriptions_unused_since(at(3)).await?, 1);
    assert_eq!(store.calendar_of(recipient_id(1)).await?, None);
    Ok(())
}

async fn calendars_need_what_they_refer_to(store: &dyn Store) -> Outcome {
    assert_dangling!(store.put_calendar(calendar(1)).await);
    settle_in(store).await?;
    store.put_calendar(calendar(1)).await?;
    assert_conflict!(store.put_calendar(Calendar { account: recipient_id(2), ..calendar(1) }).await);
    Ok(())
}
