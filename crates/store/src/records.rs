//! Records: what is known beside the logs of the tours.

mod accounts;
mod devices;
mod keys;
mod operators;
mod parcels;
mod tours;

pub use accounts::{Account, Accounts, Channel, Role, Session, Subscriptions};
pub use devices::{Device, Devices};
pub use keys::{ApiKey, Idempotency, Keys, RememberedAnswer, Scope};
pub use operators::{Operator, Operators, Region, Regions, VisibilitySetting};
pub use parcels::Parcels;
pub use tours::{NewTour, StopDetails, TourRecord, Tours};

/// The largest number of rows in one page of any list.
pub const PAGE_MAX: u32 = 500;

/// A page of a list, in the list's own order.
#[derive(Debug, Clone, PartialEq)]
pub struct Page<T> {
    /// The rows.
    pub rows: Vec<T>,
    /// Where the next page begins, if there is one; opaque.
    pub next: Option<String>,
}

/// The SHA-256 of a random token. The token itself is never kept.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TokenHash(pub [u8; 32]);

impl std::fmt::Debug for TokenHash {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("TokenHash(..)")
    }
}
