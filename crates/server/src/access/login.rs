//! Logging in and out.

use std::sync::LazyLock;

use doorstep_domain::RecipientId;
use doorstep_store::{Account, Session as StoredSession};
use http::HeaderValue;
use jiff::SignedDuration;
use tokio::sync::Semaphore;

use super::identify::{DEVICE_COOKIE, SESSION_COOKIE};
use super::{Limiter, Session};
use crate::error::ApiError;
use crate::secret::{self, PASSWORD_BYTES_MAX};
use crate::state::{AppState, Settings};

/// Passwords that are checked at the same time. Each takes 19 MiB and a core for some tens of milliseconds.
const CHECKS_AT_ONCE: usize = 2;
/// Logins that may wait for their check; those beyond are sent away.
const WAITING_MAX: usize = 64;
/// The longest e-mail address that is looked up.
pub(super) const EMAIL_BYTES_MAX: usize = 254;

/// A hash that no password has, for accounts that are not there: they must take as long as those that are.
static NOBODYS_HASH: LazyLock<String> = LazyLock::new(|| secret::hash_password(&secret::fresh_token()));

/// What holds those who guess passwords.
#[derive(Debug)]
pub(crate) struct Logins {
    by_account: Limiter<[u8; 32]>,
    checks: Semaphore,
    waiting: Semaphore,
}

impl Logins {
    /// Limits by these settings.
    pub(crate) fn new(settings: &Settings) -> Self {
        Self {
            by_account: Limiter::per_minute(settings.attempts_per_minute),
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

/// Logs someone in: their account and the token of their new session.
///
/// # Errors
/// The same `wrong_login` for an unknown account and for a wrong password, after the same time.
pub(crate) async fn log_in(
    shared: &AppState,
    email: &str,
    password: &str,
) -> Result<(Account, String), ApiError> {
    let email = email.trim().to_lowercase();
    if email.len() > EMAIL_BYTES_MAX || password.len() > PASSWORD_BYTES_MAX {
        return Err(wrong_login());
    }
    let now = shared.clock.now();
    if let Err(seconds) = shared.logins.by_account.take(secret::token_hash(&email).0, now) {
        let detail = "There were too many tries for this account. Wait a minute.";
        return Err(ApiError::too_many("too_many_attempts", detail, seconds));
    }
    let account = shared.store.find_account_by_email(&email).await?;
    let hash = match &account {
        Some(account) => account.password_hash.clone(),
        None => nobodys_hash().await?,
    };
    let right = shared.logins.check(password.to_owned(), hash).await?;
    let account = account.filter(|_| right).ok_or_else(wrong_login)?;
    let token = begin_session(shared, account.id).await?;
    Ok((account, token))
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

/// The cookie of a session that just began, as the value of `Set-Cookie`.
pub(crate) fn session_cookie(settings: &Settings, token: &str) -> HeaderValue {
    cookie(SESSION_COOKIE, token, u64::from(settings.session_days) * 24 * 60 * 60, settings)
}

/// The cookie of a driver's phone, as the value of `Set-Cookie`; it lasts until the device is revoked.
pub(crate) fn device_cookie(settings: &Settings, token: &str) -> HeaderValue {
    const YEAR_S: u64 = 365 * 24 * 60 * 60;
    cookie(DEVICE_COOKIE, token, YEAR_S, settings)
}

/// The value of `Set-Cookie` that makes a browser forget the cookie with this name.
pub(crate) fn ended_cookie(settings: &Settings, name: &'static str) -> HeaderValue {
    cookie(name, "", 0, settings)
}

fn cookie(name: &str, value: &str, seconds: u64, settings: &Settings) -> HeaderValue {
    let secure = if settings.is_https() { "; Secure" } else { "" };
    let text = format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax; Max-Age={seconds}{secure}");
    HeaderValue::from_str(&text).unwrap_or_else(|_not_a_token| HeaderValue::from_static(""))
}

/// Begins a session of an account: its token.
///
/// # Errors
/// When the database fails.
pub(super) async fn begin_session(shared: &AppState, account: RecipientId) -> Result<String, ApiError> {
    let token = secret::fresh_token();
    let lasting = SignedDuration::from_hours(24 * i64::from(shared.settings.session_days));
    let session = StoredSession {
        token: secret::token_hash(&token),
        account,
        expires_at: shared.clock.now() + lasting,
    };
    shared.store.insert_session(session).await?;
    Ok(token)
}

async fn nobodys_hash() -> Result<String, ApiError> {
    tokio::task::spawn_blocking(|| NOBODYS_HASH.clone()).await.map_err(|_broken| ApiError::internal())
}

fn wrong_login() -> ApiError {
    let detail = "The e-mail address or the password is wrong.";
    ApiError::new(http::StatusCode::UNAUTHORIZED, "wrong_login", detail)
}
