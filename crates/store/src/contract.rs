//! What "implements the ports" means: the suite that each adapter runs in its tests.
//!
//! Each case gets a fresh store. A case belongs to the port whose promise it holds, in the file of that port; a new
//! promise comes with its case.

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
mod log;
mod ntfy;
mod operators;
mod outbox;
mod parcels;
mod passkeys;
mod people;
mod photos;
mod pickup;
mod push;
mod ratings;
mod regions;
mod reports;
mod samples;
mod secrets;
mod sessions;
mod settled;
mod shares;
mod sign_ins;
mod subscriptions;
mod tours;
mod visibility;

use std::panic::AssertUnwindSafe;

use futures_util::FutureExt as _;
use futures_util::future::BoxFuture;

use crate::{Store, StoreError};

type Outcome = Result<(), StoreError>;

/// One promise and how it is tried.
struct Case {
    name: &'static str,
    run: for<'a> fn(&'a dyn Store) -> BoxFuture<'a, Outcome>,
}

/// The cases of a file. One that is not named here is dead code, which the compiler tells.
macro_rules! cases {
    ($($name:ident),+ $(,)?) => {
        pub(super) const CASES: &[$crate::contract::Case] = &[
            $($crate::contract::Case { name: stringify!($name), run: |store| Box::pin($name(store)) }),+
        ];
    };
}
use cases;

/// Asserts that a write was refused because something with its key is there already.
macro_rules! assert_conflict {
    ($answer:expr) => {{
        let answer = $answer;
        assert!(matches!(answer, Err($crate::StoreError::Conflict { .. })), "no conflict but {answer:?}");
    }};
}
use assert_conflict;

/// Asserts that a write was refused because it refers to a row that is not there.
macro_rules! assert_dangling {
    ($answer:expr) => {{
        let answer = $answer;
        assert!(matches!(answer, Err($crate::StoreError::Inconsistent { .. })), "not refused but {answer:?}");
    }};
}
use assert_dangling;

const FILES: [&[Case]; 35] = [
    operators::CASES,
    regions::CASES,
    pickup::CASES,
    accounts::CASES,
    sessions::CASES,
    sign_ins::CASES,
    passkeys::CASES,
    browsers::CASES,
    shares::CASES,
    calendars::CASES,
    subscriptions::CASES,
    push::CASES,
    ntfy::CASES,
    homes::CASES,
    keys::CASES,
    secrets::CASES,
    idempotency::CASES,
    devices::CASES,
    parcels::CASES,
    carriers::CASES,
    asking::CASES,
    tours::CASES,
    log::CASES,
    settled::CASES,
    outbox::CASES,
    judgements::CASES,
    lessons::CASES,
    visibility::CASES,
    audit::CASES,
    forgetting::CASES,
    people::CASES,
    photos::CASES,
    ratings::CASES,
    reports::CASES,
    ledger::CASES,
];

/// Runs every case, each on a fresh store.
///
/// # Panics
/// When a case fails, after all of them ran; the cases' own messages stand above.
pub async fn suite<S: Store>(make: impl AsyncFn() -> S) {
    let mut failed = Vec::new();
    for case in FILES.iter().flat_map(|cases| cases.iter()) {
        let store = make().await;
        match AssertUnwindSafe((case.run)(&store)).catch_unwind().await {
            Ok(Ok(())) => {}
            Ok(Err(error)) => failed.push(format!("{}: {error:?}", case.name)),
            Err(_panic) => failed.push(case.name.to_owned()),
        }
    }
    assert!(failed.is_empty(), "broken promises: {failed:#?}");
}
