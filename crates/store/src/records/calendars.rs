//! Calendars: a recipient's parcels as a feed that their calendar reads.

use doorstep_domain::RecipientId;
use jiff::Timestamp;

use super::TokenHash;
use crate::{Account, Answer};

/// The address under which a calendar reads an account's parcels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Calendar {
    /// The hash of its token.
    pub token: TokenHash,
    /// Whose parcels are in it.
    pub account: RecipientId,
    /// When it was made.
    pub created_at: Timestamp,
    /// The hour in which it was read last.
    pub used_at: Timestamp,
}

/// The calendars of accounts: one each.
pub trait Calendars: Send + Sync {
    /// Gives an account a calendar. The one that it had before ends.
    fn put_calendar(&self, calendar: Calendar) -> Answer<'_, ()>;

    /// A calendar and its account.
    fn find_calendar(&self, token: TokenHash) -> Answer<'_, Option<(Calendar, Account)>>;

    /// The calendar of an account.
    fn calendar_of(&self, account: RecipientId) -> Answer<'_, Option<Calendar>>;

    /// Notes that a calendar was read.
    fn use_calendar(&self, token: TokenHash, used_at: Timestamp) -> Answer<'_, ()>;

    /// Ends the calendar of an account. Ending one that is not there is no error.
    fn delete_calendar(&self, account: RecipientId) -> Answer<'_, ()>;
}
