//! The records beside the logs, one aggregate a file.

mod accounts;
mod asking;
mod audit;
mod browsers;
mod calendars;
mod carriers;
mod devices;
mod forgetting;
mod homes;
mod idempotency;
mod judgements;
mod keys;
mod ledger;
mod lessons;
mod ntfy;
mod operators;
pub(crate) mod outbox;
pub(crate) mod parcels;
mod passkeys;
mod people;
mod photos;
mod pickup;
mod push;
mod ratings;
mod regions;
mod reports;
mod secrets;
mod sessions;
mod shares;
mod sign_ins;
mod subscriptions;
mod tours;
mod visibility;

/// The rows of one statement that writes many; SQLite takes at most 32,766 values in one.
const ROWS: usize = 500;
