//! Logging in and out.

use std::sync::LazyLock;

use doorstep_domain::RecipientId;
use doorstep_store::{Account, Session as StoredSession, TokenHash};
use http::header::SET_COOKIE;
use http::{HeaderName, HeaderValue};
use jiff::SignedDuration;
use tokio::sync::Semaphore;

use super::browser::{self, BROWSER_LIFE, Browser};
use super::cookies::{BROWSER_COOKIE, DEVICE_COOKIE, OIDC_COOKIE, SESSION_COOKIE};
use super::{Limiter, Session};
use crate::error::ApiError;
use crate::retention::Data;
use crate::secret::{self, PASSWORD_BYTES_MAX};
use crate::state::{AppState, Settings};

/// Passwords that are checked at the same time. Each takes 19 MiB and a core for some tens of milliseconds.
const CHECKS_AT_ONCE: usize = 2;
/// Logins that may wait for their check; those beyond are sent away.
const WAITING_MAX: usize = 64;
/// The longest e-mail address that is looked up.
pub(super) const EMAIL_BYTES_MAX: usize = 254;

const DAY_S: u64 = 24 * 60 * 60;

/// A hash that no password has, for accounts that are not there: they must take as long as those that are.
static NOBODYS_HASH: LazyLock<String> = LazyLock::new(|| secret::hash_password(&secret::fresh_token()));

/// What holds those who guess passwords.
#[derive(Debug)]
pub(crate) struct Logins {
    by_account: Limiter<[u8; 32]>,
    by_browser: Limiter<(TokenHash, RecipientId)>,
    checks: Semaphore,
    waiting: Semaphore,
}

impl Logins {
    /// Limits by these settings.
    pub(crate) fn new(settings: &Settings) -> Self {
        Self {
            by_account: Limiter::per_minute(settings.attempts_per_minute),
            by_browser: Limiter::per_minute(settings.attempts_per_minute),
            checks: Semaphore::new(CHECKS_AT_ONCE),
            waiting: Semaphore::new(WAITING_MAX),
        }
    }

    /// Whether a password has a hash, in its turn.
    async fn check(&self, password: String, hash: String) -> Result<bool, ApiError> {
        let full = || ApiError::unavailable("Too many people are logging in at this moment.");
        let _waiting = self.waiting.try_acquire().map_err(|_full| full())?;
        let _turn = self.checks.acquire().await.map_err(|_closed| full())?;
        tokio::task::spawn_blocking(move || secret::verify_password(&password, &hash)).await.map_err(
            |error| {
                tracing::error!(%error, "checking a password broke off");
                ApiError::internal()
            },
        )
    }
}

/// Someone who has just logged in.
#[derive(Debug, Clone)]
pub(crate) struct LoggedIn {
    /// Their account.
    pub(crate) account: Account,
    session: String,
    browser: String,
}

impl LoggedIn {
    /// The token of the session.
    #[cfg(test)]
    pub(crate) fn session(&self) -> &str {
        &self.session
    }

    /// The cookies of the session and of the browser, as header lines.
    pub(crate) fn cookies(&self, settings: &Settings) -> [(HeaderName, HeaderValue); 2] {
        let session_s = u64::from(settings.retention.days(Data::Sessions)) * DAY_S;
        [
            (SET_COOKIE, SESSION_COOKIE.set(&self.session, session_s, settings)),
            (SET_COOKIE, BROWSER_COOKIE.set(&self.browser, BROWSER_LIFE.as_secs().unsigned_abs(), settings)),
        ]
    }
}

/// Logs someone in by their password.
///
/// Tries are counted by account, and those from a browser in which the account has logged in before by themselves: so
/// no stranger's guesses keep its owner out.
///
/// # Errors
/// The same `wrong_login` for an unknown account and for a wrong password, after the same time.
pub(crate) async fn log_in(
    shared: &AppState,
    browser: &Browser,
    email: &str,
    password: &str,
) -> Result<LoggedIn, ApiError> {
    let email = email.trim().to_lowercase();
    if email.len() > EMAIL_BYTES_MAX || password.len() > PASSWORD_BYTES_MAX {
        return Err(wrong_login());
    }
    let account = shared.store.find_account_by_email(&email).await?;
    take_try(shared, browser, &email, account.as_ref()).await?;
    let hash = match &account {
        Some(account) => account.password_hash.clone(),
        None => nobodys_hash().await?,
    };
    let right = shared.logins.check(password.to_owned(), hash).await?;
    let account = account.filter(|_| right).ok_or_else(wrong_login)?;
    begin_session(shared, browser, account).await
}

/// Logs in whoever has an account with an e-mail address that someone else vouches for; `None` when nobody has.
///
/// # Errors
/// When the database fails.
pub(crate) async fn log_in_by_email(
    shared: &AppState,
    browser: &Browser,
    email: &str,
) -> Result<Option<LoggedIn>, ApiError> {
    if email.len() > EMAIL_BYTES_MAX {
        return Ok(None);
    }
    match shared.store.find_account_by_email(email).await? {
        Some(account) => begin_session(shared, browser, account).await.map(Some),
        None => Ok(None),
    }
}

async fn take_try(
    shared: &AppState,
    browser: &Browser,
    email: &str,
    account: Option<&Account>,
) -> Result<(), ApiError> {
    let knows = browser::known(shared, browser.token).await?;
    let own = account.map(|account| account.id).filter(|id| knows.contains(id));
    let now = shared.clock.now();
    let taken = match (browser.token, own) {
        (Some(token), Some(id)) => shared.logins.by_browser.take((token, id), now),
        _ => shared.logins.by_account.take(secret::token_hash(email).0, now),
    };
    taken.map_err(|seconds| {
        let detail = "There were too many tries for this account. Wait a minute.";
        ApiError::too_many("too_many_attempts", detail, seconds)
    })
}

/// Ends a session, and every stream that was opened with it.
///
/// # Errors
/// When the database fails.
pub(crate) async fn log_out(shared: &AppState, session: &Session) -> Result<(), ApiError> {
    shared.store.delete_session(session.token).await?;
    shared.streams.end_session(session.token);
    Ok(())
}

/// The cookie of a driver's phone, as the value of `Set-Cookie`; it lasts until the device is revoked.
pub(crate) fn device_cookie(settings: &Settings, token: &str) -> HeaderValue {
    DEVICE_COOKIE.set(token, 365 * DAY_S, settings)
}

/// The cookie of a try to log in with another provider, as the value of `Set-Cookie`; it lasts ten minutes.
pub(crate) fn oidc_cookie(settings: &Settings, token: &str) -> HeaderValue {
    OIDC_COOKIE.set(token, 10 * 60, settings)
}

/// Begins a session of an account in a browser.
///
/// # Errors
/// When the database fails.
pub(super) async fn begin_session(
    shared: &AppState,
    browser: &Browser,
    account: Account,
) -> Result<LoggedIn, ApiError> {
    let session = secret::fresh_token();
    let lasting = SignedDuration::from_hours(24 * i64::from(shared.settings.retention.days(Data::Sessions)));
    let begun = StoredSession::begun(secret::token_hash(&session), account.id, shared.clock.now(), lasting);
    shared.store.insert_session(StoredSession { browser: browser.name.clone(), ..begun }).await?;
    let browser = browser::remember(shared, browser, account.id).await?;
    Ok(LoggedIn { account, session, browser })
}

async fn nobodys_hash() -> Result<String, ApiError> {
    tokio::task::spawn_blocking(|| NOBODYS_HASH.clone()).await.map_err(|_broken| ApiError::internal())
}

fn wrong_login() -> ApiError {
    let detail = "The e-mail address or the password is wrong.";
    ApiError::new(http::StatusCode::UNAUTHORIZED, "wrong_login", detail)
}
