//! Who calls, as the middleware found out.

use std::sync::Arc;

use doorstep_domain::visibility::SenderKey;
use doorstep_domain::{OperatorId, Parcel};
use doorstep_store::{Account, Actor, Calendar, Device, Share, TokenHash};

use crate::embed::Embedding;

/// Who calls.
#[derive(Debug, Clone)]
pub(crate) enum Principal {
    /// Nobody that is known.
    Nobody,
    /// Someone who is logged in.
    Account(Session),
    /// An operator's own system.
    Operator(OperatorKey),
    /// A driver's phone or tracker.
    Device(Device),
    /// Whoever holds a share.
    Share(Box<ShareHolder>),
    /// A program that reads someone's calendar.
    Calendar(Box<CalendarHolder>),
    /// A page of a shop.
    Embedding(Box<Embedding>),
}

/// A login that lasts, and whose it is.
#[derive(Debug, Clone)]
pub(crate) struct Session {
    /// Whose.
    pub(crate) account: Account,
    /// What is kept of its token.
    pub(crate) token: TokenHash,
}

/// Whoever holds a share, and what is shared.
#[derive(Debug, Clone)]
pub(crate) struct ShareHolder {
    /// The share.
    pub(crate) share: Share,
    /// The parcel; it is still that of whoever gave the share.
    pub(crate) parcel: Parcel,
}

/// A program that reads a calendar, and whose parcels are in it.
#[derive(Debug, Clone)]
pub(crate) struct CalendarHolder {
    /// The calendar.
    pub(crate) calendar: Calendar,
    /// Whose.
    pub(crate) account: Account,
}

/// An operator's own system.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct OperatorKey {
    /// The operator.
    pub(crate) operator: OperatorId,
    /// What people call the key.
    pub(crate) label: Arc<str>,
    /// Whose parcels it is good for; those of everyone where none is named.
    pub(crate) sender: Option<SenderKey>,
}

/// Staff who do something that is recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Author {
    /// The operator.
    pub(crate) operator: OperatorId,
    /// Who.
    pub(crate) actor: Actor,
}

impl From<OperatorKey> for Author {
    fn from(key: OperatorKey) -> Self {
        Self { operator: key.operator, actor: Actor::Key(key.label.to_string()) }
    }
}

impl From<&Account> for Author {
    fn from(account: &Account) -> Self {
        Self { operator: account.operator, actor: Actor::Account(account.id) }
    }
}
