//! Keys of operators.

use super::samples::{at, hash, key, operator_id, settle_in};
use super::{Outcome, assert_conflict, assert_dangling, cases};
use crate::{ApiKey, Scope, Store};
use doorstep_domain::Personal;
use doorstep_domain::visibility::SenderKey;

cases![
    a_key_is_found_by_its_hash,
    a_revoked_key_opens_nothing,
    only_the_own_key_is_revoked,
    a_key_needs_its_operator,
];

async fn a_key_is_found_by_its_hash(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    let reader = ApiKey { scopes: vec![Scope::OperatorRead], operator: operator_id(2), ..key(2) };
    let shops = ApiKey { scopes: vec![Scope::Embed], sender: Some(sender("Example Shop")), ..key(4) };
    store.insert_key(key(1)).await?;
    store.insert_key(reader.clone()).await?;
    store.insert_key(shops.clone()).await?;
    assert_conflict!(store.insert_key(ApiKey { label: "other".to_owned(), ..key(1) }).await);
    assert_eq!(store.find_key(hash(1)).await?, Some(key(1)));
    assert_eq!(store.find_key(hash(2)).await?, Some(reader));
    assert_eq!(store.find_key(hash(4)).await?, Some(shops));
    assert_eq!(store.find_key(hash(3)).await?, None);
    Ok(())
}

async fn a_revoked_key_opens_nothing(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    store.insert_key(key(1)).await?;
    store.insert_key(key(2)).await?;
    assert!(store.revoke_key(operator_id(1), "key 1".to_owned(), at(5)).await?);
    assert_eq!(store.find_key(hash(1)).await?, None);
    assert_eq!(store.find_key(hash(2)).await?, Some(key(2)));
    Ok(())
}

async fn only_the_own_key_is_revoked(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    store.insert_key(key(1)).await?;
    assert!(!store.revoke_key(operator_id(2), "key 1".to_owned(), at(5)).await?);
    assert!(!store.revoke_key(operator_id(1), "key 2".to_owned(), at(5)).await?);
    assert_eq!(store.find_key(hash(1)).await?, Some(key(1)));
    Ok(())
}

async fn a_key_needs_its_operator(store: &dyn Store) -> Outcome {
    assert_dangling!(store.insert_key(key(1)).await);
    Ok(())
}

fn sender(name: &str) -> SenderKey {
    SenderKey::of(&Personal::new(name))
}
