//! Records: what is known beside the logs of the tours.

mod accounts;
mod asking;
mod audit;
mod browsers;
mod calendars;
mod carriers;
mod devices;
mod forgetting;
mod homes;
mod judgements;
mod keys;
mod ledger;
mod lessons;
mod ntfy;
mod operators;
mod parcels;
mod passkeys;
mod people;
mod photos;
mod pickup;
mod ratings;
mod redaction;
mod reports;
mod secrets;
mod sessions;
mod shares;
mod sign_ins;
mod subscriptions;
mod tours;
mod visibility;

pub use accounts::{Account, Accounts, Role};
pub use asking::{Asked, AskedCarrier, Asking, ToAsk, is_over};
pub use audit::{Audit, AuditEntry, Deed};
pub use browsers::{Browsers, KnownBrowser};
pub use calendars::{Calendar, Calendars};
pub use carriers::{CarrierEvents, HeardOf, Letters, letters_due};
pub use devices::{Device, Devices};
pub use forgetting::{Forgets, Forgetting, NEVER_CAME, over_at};
pub use homes::{HomeLink, HomeLinks};
pub use judgements::{JudgedDay, JudgedTour, Judgements};
pub use keys::{ApiKey, Idempotency, Keys, RememberedAnswer, Scope};
pub use ledger::{Forgotten, Ledger, LedgerEntry, NoLedgerEntry};
pub use lessons::{Lessons, TaughtDay};
pub use ntfy::{NtfyTopic, NtfyTopics};
pub use operators::{Operator, Operators, Region, Regions};
pub use parcels::Parcels;
pub use passkeys::{Passkey, Passkeys};
pub use people::{People, Traces};
pub use photos::{Photo, Photos, PlacePhoto};
pub use pickup::PickupPoints;
pub use ratings::{RatedDay, Ratings};
pub use redaction::{Redaction, take_note};
pub use reports::{ReportedParcel, Reports};
pub use secrets::Secrets;
pub use sessions::{Session, Sessions};
pub use shares::{Share, SharePermission, Shares};
pub use sign_ins::{SignInLink, SignIns};
pub use subscriptions::{PushSubscription, PushSubscriptions, QuietHours, Subscriptions};
pub use tours::{NewTour, StopDetails, TourRecord, Tours};
pub use visibility::{Actor, NewRules, NoActor, RulesOf, SetRules, Visibility};

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

impl<T> Page<T> {
    /// How many rows an adapter reads for a page of at most `limit`: one more, to know whether another page follows.
    pub fn rows_to_read(limit: u32) -> u32 {
        limit.clamp(1, PAGE_MAX) + 1
    }

    /// The page of the rows that were read; `cursor` names the row behind which the next page begins.
    pub fn cut(mut rows: Vec<T>, limit: u32, cursor: impl FnOnce(&T) -> String) -> Self {
        let kept = Self::rows_to_read(limit) as usize - 1;
        let more = rows.len() > kept;
        rows.truncate(kept);
        let next = rows.last().filter(|_| more).map(cursor);
        Self { rows, next }
    }
}

impl<T> Page<(i64, T)> {
    /// The page of the rows alone, which were read with the numbers that the cursor names.
    pub fn without_numbers(self) -> Page<T> {
        Page { rows: self.rows.into_iter().map(|(_, row)| row).collect(), next: self.next }
    }
}

/// The SHA-256 of a random token. The token itself is never kept.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TokenHash(pub [u8; 32]);

impl std::fmt::Debug for TokenHash {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("TokenHash(..)")
    }
}
