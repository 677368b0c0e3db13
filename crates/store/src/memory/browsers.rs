//! Browsers in which someone has logged in.

use doorstep_domain::RecipientId;
use jiff::Timestamp;

use super::{MemoryStore, State, refers};
use crate::{Answer, Browsers, KnownBrowser, TokenHash};

impl Browsers for MemoryStore {
    fn remember_browser(&self, browser: KnownBrowser, before: Option<TokenHash>) -> Answer<'_, ()> {
        self.write(move |state| {
            refers(state.account(browser.account).is_some(), "known_browsers", "account")?;
            if let Some(before) = before {
                state.rename_browser(before, browser.token);
            }
            state.browsers.insert((browser.token, browser.account), browser.expires_at);
            state.forget_browsers_of(browser.account);
            Ok(())
        })
    }

    fn accounts_of_browser(&self, token: TokenHash, now: Timestamp) -> Answer<'_, Vec<RecipientId>> {
        self.read(move |state| {
            let known = state.browsers.iter().filter(|((known, _), end)| *known == token && now < **end);
            known.map(|((_, account), _)| *account).collect()
        })
    }

    fn delete_expired_browsers(&self, now: Timestamp) -> Answer<'_, u64> {
        self.write(move |state| {
            let before = state.browsers.len();
            state.browsers.retain(|_, expires_at| now <= *expires_at);
            Ok((before - state.browsers.len()) as u64)
        })
    }
}

impl State {
    fn rename_browser(&mut self, before: TokenHash, token: TokenHash) {
        let renamed = std::mem::take(&mut self.browsers)
            .into_iter()
            .map(|((known, account), end)| ((if known == before { token } else { known }, account), end));
        self.browsers = renamed.collect();
    }

    /// Forgets those of an account that are too many.
    fn forget_browsers_of(&mut self, account: RecipientId) {
        let own = self.browsers.iter().filter(|((_, known), _)| *known == account);
        let mut own: Vec<_> = own.map(|((token, _), expires_at)| (*expires_at, *token)).collect();
        own.sort_unstable_by(|a, b| b.cmp(a));
        for (_, token) in own.get(KnownBrowser::PER_ACCOUNT_MAX..).unwrap_or_default() {
            self.browsers.remove(&(*token, account));
        }
    }
}
