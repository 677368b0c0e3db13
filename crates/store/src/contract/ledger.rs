//! What was deleted on purpose before its day.

use doorstep_domain::ShareId;

use super::samples::{DAY, at, hash, operator_id, parcel, parcel_id, recipient_id, settle_in};
use super::{Outcome, cases};
use crate::{Forgotten, LedgerEntry, Session, Share, SharePermission, SignInLink, Store};

cases![the_ledger_is_kept_for_its_time, nothing_opens_any_more];

async fn the_ledger_is_kept_for_its_time(store: &dyn Store) -> Outcome {
    let entries = [
        LedgerEntry { at: at(10), what: Forgotten::Day(DAY) },
        LedgerEntry { at: at(20), what: Forgotten::Person(recipient_id(1)) },
        LedgerEntry { at: at(30), what: Forgotten::Lessons(operator_id(1)) },
    ];
    for entry in [entries[2], entries[0], entries[1], entries[1]] {
        store.note_forgotten(entry).await?;
    }
    assert_eq!(store.list_forgotten().await?, entries);
    assert_eq!(store.delete_forgotten_before(at(10)).await?, 0);
    assert_eq!(store.delete_forgotten_before(at(30)).await?, 2);
    assert_eq!(store.list_forgotten().await?, entries[2..]);
    Ok(())
}

async fn nothing_opens_any_more(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    let (account, until) = (recipient_id(1), at(99));
    let session = Session {
        token: hash(1),
        account,
        began_at: at(1),
        used_at: at(1),
        browser: String::new(),
        expires_at: until,
    };
    store.insert_session(session).await?;
    store.insert_sign_in_link(SignInLink { token: hash(2), account, expires_at: until }).await?;
    store.insert_parcels(vec![parcel(1)], at(1)).await?;
    let share = Share {
        id: ShareId::from_u128(1),
        token: hash(3),
        parcel: parcel_id(1),
        account,
        permission: SharePermission::Window,
        name: None,
        created_at: at(1),
        expires_at: until,
        opening_count: 0,
        openings: Vec::new(),
    };
    assert!(store.insert_share(share).await?);
    store.end_all_access().await?;
    assert_eq!(store.find_session(hash(1), at(2)).await?, None);
    assert!(!store.is_sign_in_link(hash(2), at(2)).await?);
    assert_eq!(store.find_share(hash(3), at(2)).await?, None);
    assert!(store.find_account(account).await?.is_some(), "who they are stays");
    Ok(())
}
