//! Accounts.

use doorstep_domain::Personal;

use super::samples::{account, operator_id, recipient_id, settle_in};
use super::{Outcome, assert_conflict, assert_dangling, cases};
use crate::{Account, Role, Store};

cases![
    an_account_is_found_by_identity_and_address,
    an_address_is_compared_without_regard_to_case,
    an_address_is_unique_within_its_operator,
    the_first_of_several_accounts_with_an_address_is_found,
    a_language_is_remembered,
    the_phone_of_a_recipient_is_set_by_their_operator,
    accounts_need_what_they_refer_to,
];

async fn an_account_is_found_by_identity_and_address(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    let dispatcher = Account {
        role: Role::Dispatcher,
        language: Some("de".to_owned()),
        time_zone: None,
        operator: operator_id(2),
        ..account(3)
    };
    store.insert_account(dispatcher.clone()).await?;
    assert_eq!(store.find_account(recipient_id(1)).await?, Some(account(1)));
    assert_eq!(store.find_account(recipient_id(3)).await?, Some(dispatcher.clone()));
    assert_eq!(store.find_account(recipient_id(4)).await?, None);
    assert_eq!(store.find_account_by_email("recipient3@example.org").await?, Some(dispatcher));
    assert_eq!(store.find_account_by_email("recipient4@example.org").await?, None);
    Ok(())
}

async fn an_address_is_compared_without_regard_to_case(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    let shouted = Account { email: Personal::new("ÄRA.Three@Example.ORG"), ..account(3) };
    store.insert_account(shouted).await?;
    let found = store.find_account_by_email("ära.THREE@example.org").await?;
    assert_eq!(found.map(|account| account.email), Some(Personal::new("ära.three@example.org")));
    Ok(())
}

async fn an_address_is_unique_within_its_operator(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    let same = Account { email: Personal::new("Recipient1@example.org"), ..account(3) };
    assert_conflict!(store.insert_account(same.clone()).await);
    assert_eq!(store.find_account(recipient_id(3)).await?, None);
    store.insert_account(Account { operator: operator_id(2), ..same }).await?;
    assert_conflict!(
        store.insert_account(Account { email: Personal::new("new@example.org"), ..account(1) }).await
    );
    Ok(())
}

async fn the_first_of_several_accounts_with_an_address_is_found(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    let email = Personal::new("both@example.org");
    store.insert_account(Account { email: email.clone(), ..account(9) }).await?;
    store.insert_account(Account { email, operator: operator_id(2), ..account(3) }).await?;
    let found = store.find_account_by_email("both@example.org").await?;
    assert_eq!(found.map(|account| account.id), Some(recipient_id(9)));
    Ok(())
}

async fn a_language_is_remembered(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    store.set_language(recipient_id(1), "de".to_owned()).await?;
    store.set_language(recipient_id(7), "de".to_owned()).await?;
    let language = |found: Option<Account>| found.and_then(|account| account.language);
    assert_eq!(language(store.find_account(recipient_id(1)).await?).as_deref(), Some("de"));
    assert_eq!(language(store.find_account(recipient_id(2)).await?), None);
    Ok(())
}

async fn the_phone_of_a_recipient_is_set_by_their_operator(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    store.insert_account(Account { role: Role::Dispatcher, ..account(3) }).await?;
    let number = |number: &str| Some(Personal::new(number));
    assert_eq!(store.phone(recipient_id(1)).await?, None);
    assert!(store.set_phone(operator_id(1), recipient_id(1), number("+4915112345678")).await?);
    assert!(store.set_phone(operator_id(1), recipient_id(1), number("+33612345678")).await?);
    for (operator, recipient) in [(2, 1), (1, 3), (1, 9)] {
        let set =
            store.set_phone(operator_id(operator), recipient_id(recipient), number("+4930123456")).await?;
        assert!(!set, "{operator} {recipient}: no recipient of theirs");
    }
    assert_eq!(store.phone(recipient_id(1)).await?, number("+33612345678"));
    assert_eq!((store.phone(recipient_id(2)).await?, store.phone(recipient_id(9)).await?), (None, None));
    assert!(store.set_phone(operator_id(1), recipient_id(1), None).await?);
    assert_eq!(store.phone(recipient_id(1)).await?, None);
    assert!(store.set_phone(operator_id(1), recipient_id(1), number("+4915112345678")).await?);
    assert!(store.forget_person(recipient_id(1)).await?);
    assert_eq!(store.phone(recipient_id(1)).await?, None, "it is forgotten with its account");
    Ok(())
}

async fn accounts_need_what_they_refer_to(store: &dyn Store) -> Outcome {
    assert_dangling!(store.insert_account(account(1)).await);
    Ok(())
}
