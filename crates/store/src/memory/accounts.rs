//! Accounts.

use doorstep_domain::{OperatorId, Personal, RecipientId};

use super::{MemoryStore, State, free, refers};
use crate::{Account, Accounts, Answer, Role};

impl Accounts for MemoryStore {
    fn insert_account(&self, mut account: Account) -> Answer<'_, ()> {
        self.write(|state| {
            account.email = Personal::new(account.email.reveal().to_lowercase());
            refers(state.operators.contains_key(&account.operator), "accounts", "operator")?;
            let taken = |other: &Account| {
                other.id == account.id || (other.operator == account.operator && other.email == account.email)
            };
            free(state.accounts.iter().any(taken), "an account with this e-mail address")?;
            state.accounts.push(account);
            Ok(())
        })
    }

    fn find_account(&self, id: RecipientId) -> Answer<'_, Option<Account>> {
        self.read(move |state| state.account(id).cloned())
    }

    fn find_account_by_email(&self, email: &str) -> Answer<'_, Option<Account>> {
        let email = email.to_lowercase();
        self.read(move |state| state.accounts.iter().find(|account| account.email.reveal() == email).cloned())
    }

    fn set_language(&self, id: RecipientId, language: String) -> Answer<'_, ()> {
        self.write(move |state| {
            if let Some(account) = state.accounts.iter_mut().find(|account| account.id == id) {
                account.language = Some(language);
            }
            Ok(())
        })
    }

    fn set_phone(&self, operator: OperatorId, id: RecipientId, phone: Option<Personal>) -> Answer<'_, bool> {
        self.write(move |state| {
            if !state.is_recipient_of(operator, id) {
                return Ok(false);
            }
            match phone {
                Some(phone) => state.phones.insert(id, phone),
                None => state.phones.remove(&id),
            };
            Ok(true)
        })
    }

    fn phone(&self, id: RecipientId) -> Answer<'_, Option<Personal>> {
        self.read(move |state| state.phones.get(&id).cloned())
    }
}

impl State {
    fn is_recipient_of(&self, operator: OperatorId, id: RecipientId) -> bool {
        let theirs = |account: &Account| account.operator == operator && account.role == Role::Recipient;
        self.account(id).is_some_and(theirs)
    }

    pub(super) fn account(&self, id: RecipientId) -> Option<&Account> {
        self.accounts.iter().find(|account| account.id == id)
    }
}
