//! Calendars.

use doorstep_domain::RecipientId;
use jiff::Timestamp;

use super::{MemoryStore, free, refers};
use crate::{Account, Answer, Calendar, Calendars, TokenHash};

impl Calendars for MemoryStore {
    fn put_calendar(&self, calendar: Calendar) -> Answer<'_, ()> {
        self.write(move |state| {
            let Calendar { token, account, .. } = calendar;
            refers(state.account(account).is_some(), "calendars", "account")?;
            let is_taken = state.calendars.get(&token).is_some_and(|known| known.account != account);
            free(is_taken, "a calendar with this token")?;
            state.calendars.retain(|_, known| known.account != account);
            state.calendars.insert(token, calendar);
            Ok(())
        })
    }

    fn find_calendar(&self, token: TokenHash) -> Answer<'_, Option<(Calendar, Account)>> {
        self.read(move |state| {
            let calendar = *state.calendars.get(&token)?;
            Some((calendar, state.account(calendar.account).cloned()?))
        })
    }

    fn calendar_of(&self, account: RecipientId) -> Answer<'_, Option<Calendar>> {
        self.read(move |state| state.calendars.values().find(|known| known.account == account).copied())
    }

    fn use_calendar(&self, token: TokenHash, used_at: Timestamp) -> Answer<'_, ()> {
        self.write(move |state| {
            if let Some(calendar) = state.calendars.get_mut(&token) {
                calendar.used_at = used_at;
            }
            Ok(())
        })
    }

    fn delete_calendar(&self, account: RecipientId) -> Answer<'_, ()> {
        self.write(move |state| {
            state.calendars.retain(|_, known| known.account != account);
            Ok(())
        })
    }
}
