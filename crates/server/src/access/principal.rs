//! Who calls, as the middleware found out.

use doorstep_domain::{OperatorId, Parcel};
use doorstep_store::{Account, Device, Share, TokenHash};

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

/// An operator's own system.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct OperatorKey {
    /// The operator.
    pub(crate) operator: OperatorId,
}
