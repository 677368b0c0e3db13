//! Where homes read.

use doorstep_domain::{Personal, RecipientId};
use jiff::Timestamp;

use super::{MemoryStore, State, free, refers};
use crate::{Answer, HomeLink, HomeLinks, Page};

impl HomeLinks for MemoryStore {
    fn insert_home_link(&self, link: HomeLink) -> Answer<'_, bool> {
        self.write(move |state| {
            let is_known = link.account.is_some_and(|account| state.account(account).is_some());
            refers(is_known || link.account.is_none(), "home_links", "account")?;
            let own = state.home_links.iter().filter(|known| known.account == link.account);
            if own.count() >= HomeLink::PER_ACCOUNT_MAX {
                return Ok(false);
            }
            free(state.home_links.iter().any(|known| known.key == link.key), "this key")?;
            state.home_links.push(link);
            Ok(true)
        })
    }

    fn home_link_of(&self, account: RecipientId) -> Answer<'_, Option<HomeLink>> {
        self.read(move |state| {
            let mut own = state.home_links.iter().filter(|known| known.account == Some(account));
            own.find(|known| !known.is_ended).cloned()
        })
    }

    fn list_home_links(&self, after: Option<String>, limit: u32) -> Answer<'_, Page<HomeLink>> {
        self.read(move |state| {
            let behind = |link: &&HomeLink| after.as_deref().is_none_or(|after| link.key.reveal() > after);
            let mut rows = state.home_links.iter().filter(behind).cloned().collect::<Vec<_>>();
            rows.sort_by(|one, other| one.key.reveal().cmp(other.key.reveal()));
            Page::cut(rows, limit, |last| last.key.reveal().to_owned())
        })
    }

    fn use_home_link(&self, key: Personal, used_at: Timestamp) -> Answer<'_, ()> {
        self.write(move |state| {
            let used = state.home_links.iter_mut().filter(|known| known.key == key);
            used.for_each(|known| known.used_at = used_at);
            Ok(())
        })
    }

    fn end_home_link(&self, account: RecipientId) -> Answer<'_, ()> {
        self.write(move |state| {
            let own = state.home_links.iter_mut().filter(|known| known.account == Some(account));
            own.for_each(|known| known.is_ended = true);
            Ok(())
        })
    }

    fn delete_home_link(&self, key: Personal) -> Answer<'_, ()> {
        self.write(move |state| {
            state.home_links.retain(|known| known.key != key || !known.is_ended);
            Ok(())
        })
    }
}

impl State {
    /// Ends keys below which nothing was told for long, and tells how many.
    pub(super) fn end_homes_unused_since(&mut self, instant: Timestamp) -> usize {
        let mut count = 0;
        for link in self.home_links.iter_mut().filter(|link| link.used_at < instant && !link.is_ended) {
            link.is_ended = true;
            count += 1;
        }
        count
    }
}
