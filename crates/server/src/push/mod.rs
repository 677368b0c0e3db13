//! Web Push: messages to browsers, through the push services that the browsers chose (RFC 8030).
//!
//! A push service carries what it cannot read: each message is sealed for its browser ([`seal`], RFC 8291), has one length
//! whatever it says, and is signed with the key of this server ([`mod@vapid`], RFC 8292). Endpoints come from browsers, so
//! they are asked through [`outbound`](crate::outbound) alone.

mod carrier;
mod payload;
mod seal;
mod subscribe;
#[cfg(test)]
mod tests;
mod vapid;

pub(crate) use carrier::{Push, topic as topic_of};
pub(crate) use payload::{Notification, shown};
pub(crate) use subscribe::{remove, subscribe, wish_at_first};
pub(crate) use vapid::{Vapid, vapid};
