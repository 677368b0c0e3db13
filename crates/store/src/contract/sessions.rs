//! Logins that last.

use super::samples::{account, at, hash, recipient_id, settle_in};
use super::{Outcome, assert_conflict, assert_dangling, cases};
use crate::{Session, Store};

cases![
    a_session_lasts_until_it_ends,
    a_session_is_deleted,
    sessions_are_listed_last_used_first,
    all_sessions_but_one_end,
    an_account_has_a_largest_number_of_sessions,
    ended_sessions_are_swept,
    sessions_need_what_they_refer_to,
];

fn session(number: u8, expires_at: i64) -> Session {
    Session {
        token: hash(number),
        account: recipient_id(1),
        began_at: at(1),
        used_at: at(2),
        browser: "Firefox, Android".to_owned(),
        expires_at: at(expires_at),
    }
}

async fn a_session_lasts_until_it_ends(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    store.insert_session(session(1, 100)).await?;
    assert_conflict!(store.insert_session(session(1, 200)).await);
    assert_eq!(store.find_session(hash(1), at(99)).await?, Some((session(1, 100), account(1))));
    assert_eq!(store.find_session(hash(1), at(100)).await?, None);
    assert_eq!(store.find_session(hash(2), at(99)).await?, None);
    Ok(())
}

async fn a_session_is_deleted(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    store.insert_session(session(1, 100)).await?;
    store.insert_session(session(2, 100)).await?;
    store.delete_session(hash(1)).await?;
    store.delete_session(hash(1)).await?;
    assert_eq!(store.find_session(hash(1), at(0)).await?, None);
    assert_eq!(store.find_session(hash(2), at(0)).await?, Some((session(2, 100), account(1))));
    Ok(())
}

async fn sessions_are_listed_last_used_first(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    let foreign = Session { account: recipient_id(2), ..session(4, 100) };
    for session in [session(1, 100), session(2, 100), session(3, 50), foreign] {
        store.insert_session(session).await?;
    }
    store.use_session(hash(1), at(60)).await?;
    store.use_session(hash(9), at(60)).await?;
    let used = Session { used_at: at(60), ..session(1, 100) };
    assert_eq!(store.list_sessions(recipient_id(1), at(50)).await?, [used, session(2, 100)]);
    assert_eq!(store.list_sessions(recipient_id(7), at(50)).await?, []);
    Ok(())
}

async fn all_sessions_but_one_end(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    let foreign = Session { account: recipient_id(2), ..session(4, 100) };
    for session in [session(1, 100), session(2, 100), session(3, 100), foreign.clone()] {
        store.insert_session(session).await?;
    }
    assert_eq!(store.delete_other_sessions(recipient_id(1), hash(2)).await?, 2);
    assert_eq!(store.list_sessions(recipient_id(1), at(0)).await?, [session(2, 100)]);
    assert_eq!(store.list_sessions(recipient_id(2), at(0)).await?, [foreign]);
    Ok(())
}

async fn an_account_has_a_largest_number_of_sessions(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    for number in 0..=u8::try_from(Session::PER_ACCOUNT_MAX).unwrap_or(u8::MAX) {
        let used_at = at(i64::from(number));
        store.insert_session(Session { used_at, ..session(number, 900) }).await?;
    }
    let sessions = store.list_sessions(recipient_id(1), at(0)).await?;
    assert_eq!(sessions.len(), Session::PER_ACCOUNT_MAX);
    assert_eq!(
        store.find_session(hash(0), at(0)).await?,
        None,
        "the one that was used the longest ago ended"
    );
    Ok(())
}

async fn ended_sessions_are_swept(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    for (number, expires_at) in [(1, 100), (2, 200), (3, 300)] {
        store.insert_session(session(number, expires_at)).await?;
    }
    assert_eq!(store.delete_expired_sessions(at(250)).await?, 2);
    assert_eq!(store.delete_expired_sessions(at(250)).await?, 0);
    assert_eq!(store.find_session(hash(1), at(0)).await?, None);
    assert_eq!(store.find_session(hash(3), at(0)).await?, Some((session(3, 300), account(1))));
    Ok(())
}

async fn sessions_need_what_they_refer_to(store: &dyn Store) -> Outcome {
    assert_dangling!(store.insert_session(session(1, 100)).await);
    Ok(())
}
