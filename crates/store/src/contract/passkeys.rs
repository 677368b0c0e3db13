//! Passkeys.

use doorstep_domain::Personal;

use super::samples::{account, at, hash, recipient_id, settle_in};
use super::{Outcome, assert_conflict, assert_dangling, cases};
use crate::{Passkey, Store};

cases![
    a_passkey_leads_to_its_account,
    passkeys_are_listed_newest_first,
    use_is_noted_once_for_each_state_of_the_key,
    a_passkey_is_removed_by_its_owner,
    an_account_has_a_largest_number_of_passkeys,
    a_forgotten_person_has_no_passkeys,
    passkeys_need_what_they_refer_to,
];

/// The passkey of a number, added at the second of its number.
fn passkey(number: u8, whose: u128) -> Passkey {
    Passkey {
        id: hash(number),
        account: recipient_id(whose),
        handle: [number; 16],
        name: Personal::new("My phone"),
        key: "{\"counter\":0}".to_owned(),
        created_at: at(number.into()),
        used_at: None,
    }
}

async fn a_passkey_leads_to_its_account(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    assert!(store.insert_passkey(passkey(1, 1)).await?);
    assert_conflict!(store.insert_passkey(passkey(1, 2)).await);
    assert_eq!(store.find_passkey(hash(1)).await?, Some((passkey(1, 1), account(1))));
    assert_eq!(store.find_passkey(hash(2)).await?, None);
    Ok(())
}

async fn passkeys_are_listed_newest_first(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    for (number, whose) in [(1, 1), (3, 1), (2, 1), (4, 2)] {
        assert!(store.insert_passkey(passkey(number, whose)).await?);
    }
    let listed = store.list_passkeys(recipient_id(1)).await?;
    assert_eq!(listed, [passkey(3, 1), passkey(2, 1), passkey(1, 1)]);
    assert_eq!(store.list_passkeys(recipient_id(9)).await?, []);
    Ok(())
}

async fn use_is_noted_once_for_each_state_of_the_key(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    assert!(store.insert_passkey(passkey(1, 1)).await?);
    let (old, new) = (passkey(1, 1).key, "{\"counter\":1}".to_owned());
    assert!(store.use_passkey(hash(1), old.clone(), new.clone(), at(50)).await?);
    assert!(!store.use_passkey(hash(1), old, new.clone(), at(60)).await?, "someone was faster");
    let used = Passkey { key: new.clone(), used_at: Some(at(50)), ..passkey(1, 1) };
    assert_eq!(store.find_passkey(hash(1)).await?.map(|(passkey, _)| passkey), Some(used));
    assert!(store.use_passkey(hash(1), new.clone(), new.clone(), at(70)).await?, "some keys never change");
    assert!(!store.use_passkey(hash(2), new.clone(), new, at(70)).await?, "there is no such passkey");
    Ok(())
}

async fn a_passkey_is_removed_by_its_owner(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    assert!(store.insert_passkey(passkey(1, 1)).await?);
    assert!(!store.delete_passkey(recipient_id(2), hash(1)).await?);
    assert!(store.delete_passkey(recipient_id(1), hash(1)).await?);
    assert!(!store.delete_passkey(recipient_id(1), hash(1)).await?);
    assert_eq!(store.find_passkey(hash(1)).await?, None);
    Ok(())
}

async fn an_account_has_a_largest_number_of_passkeys(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    let max = u8::try_from(Passkey::PER_ACCOUNT_MAX).unwrap_or(u8::MAX);
    for number in 0..max {
        assert!(store.insert_passkey(passkey(number, 1)).await?);
    }
    assert!(!store.insert_passkey(passkey(max, 1)).await?);
    assert!(store.insert_passkey(passkey(max, 2)).await?);
    assert!(store.delete_passkey(recipient_id(1), hash(0)).await?);
    assert!(store.insert_passkey(passkey(max + 1, 1)).await?);
    Ok(())
}

async fn a_forgotten_person_has_no_passkeys(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    assert!(store.insert_passkey(passkey(1, 1)).await?);
    assert!(store.insert_passkey(passkey(2, 2)).await?);
    assert!(store.forget_person(recipient_id(1)).await?);
    assert_eq!(store.find_passkey(hash(1)).await?, None);
    assert_eq!(store.list_passkeys(recipient_id(1)).await?, []);
    assert!(store.find_passkey(hash(2)).await?.is_some(), "others are not touched");
    Ok(())
}

async fn passkeys_need_what_they_refer_to(store: &dyn Store) -> Outcome {
    assert_dangling!(store.insert_passkey(passkey(1, 1)).await);
    Ok(())
}
