//! Who calls, as the middleware found out.

use doorstep_domain::OperatorId;
use doorstep_store::{Account, Device, TokenHash};

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
}

/// A login that lasts, and whose it is.
#[derive(Debug, Clone)]
pub(crate) struct Session {
    /// Whose.
    pub(crate) account: Account,
    /// What is kept of its token.
    pub(crate) token: TokenHash,
}

/// An operator's own system.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct OperatorKey {
    /// The operator.
    pub(crate) operator: OperatorId,
}
