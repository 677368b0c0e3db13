//! What holds those who ask for parcels that are not theirs, to find some that are.
//!
//! Ids cannot be guessed; this is so that nobody tries for long. What is not there and what is someone else's count
//! alike, and what is the account's own is always answered: finding it tells nothing that the account does not know.
//!
//! Nobody else can use up an account's misses: requests that another site's page made have their own, and those of an
//! address hold only browsers in which the account has not logged in before.

use axum::extract::Request;
use doorstep_domain::RecipientId;
use http::HeaderMap;

use super::browser;
use super::limits::Limiter;
use super::origin::is_foreign;
use super::peer::ClientAddress;
use super::principal::Principal;
use super::table::{Access, Row};
use crate::error::ApiError;
use crate::state::{AppState, Settings};

const HOUR_S: u32 = 3_600;

/// How often who missed lately.
#[derive(Debug)]
pub(crate) struct Misses {
    by_account: Limiter<Guesses>,
    by_address: Limiter<ClientAddress>,
}

/// Whose guesses: an account's own, or those that pages of other sites made with its cookie.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Guesses {
    account: RecipientId,
    are_foreign: bool,
}

/// Someone who asks for what may be someone else's.
#[derive(Debug, Clone, Copy)]
pub(super) struct Asker {
    guesses: Guesses,
    address: ClientAddress,
}

impl Misses {
    /// Limits by these settings.
    pub(crate) fn new(settings: &Settings) -> Self {
        Self {
            by_account: Limiter::new(settings.misses_per_hour, HOUR_S),
            by_address: Limiter::new(settings.misses_per_hour, HOUR_S),
        }
    }
}

impl Asker {
    /// Whoever asks a row for a parcel; `None` when the row is not about one, or not for recipients.
    pub(super) fn of(row: &Row, request: &Request, settings: &Settings) -> Option<Self> {
        let is_about_one = row.access == Access::Recipient && row.path.contains("{id}");
        let Some(Principal::Account(session)) = request.extensions().get().filter(|_| is_about_one) else {
            return None;
        };
        let are_foreign = is_foreign(request.headers(), settings);
        Some(Self {
            guesses: Guesses { account: session.account.id, are_foreign },
            address: ClientAddress::of(request.extensions(), request.headers(), settings),
        })
    }

    /// Notes that what they asked for is not there, or not theirs.
    ///
    /// # Errors
    /// `too_many_misses`, instead of saying so, when they missed too often lately.
    pub(super) async fn missed(self, shared: &AppState, headers: &HeaderMap) -> Result<(), ApiError> {
        let (misses, now) = (&shared.misses, shared.clock.now());
        let by_address = misses.by_address.take(self.address, now);
        misses.by_account.take(self.guesses, now).map_err(too_many)?;
        let Err(seconds) = by_address else { return Ok(()) };
        let token = browser::token(headers, &shared.settings);
        let is_known = browser::known(shared, token).await?.contains(&self.guesses.account);
        if is_known { Ok(()) } else { Err(too_many(seconds)) }
    }
}

fn too_many(seconds: u64) -> ApiError {
    let detail = "Too many things were asked for that are not there. Wait some minutes.";
    ApiError::too_many("too_many_misses", detail, seconds)
}
