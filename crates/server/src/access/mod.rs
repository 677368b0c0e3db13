//! Who may call what.
//!
//! [`table`] says what each route asks of its caller; `guard` is the one middleware that enforces it and leaves a
//! [`Principal`] behind; handlers take the caller by the extractors of `extract` and look at no header themselves.
//! Only phones bring their token where their dialect puts it: their handlers call [`device_by_token`].
//! [`login`] makes and ends sessions, [`passkeys`] begins them by keys that people keep, [`sessions`] lists them to their owner, [`mod@sign_in`] begins them by links in e-mails, `browser` knows
//! where someone has logged in before, `cookies` is what they are called, [`limits`] holds those who guess,
//! [`misses`] those who ask for what is not theirs.

mod browser;
mod cookies;
mod extract;
mod guard;
mod identify;
mod limits;
mod login;
#[cfg(test)]
mod login_tests;
mod misses;
mod origin;
mod passkeys;
mod peer;
mod principal;
mod sessions;
mod sign_in;
pub(crate) mod table;
#[cfg(test)]
mod tests;

pub(crate) use browser::Browser;
pub(crate) use cookies::{
    CookieName, DEVICE_COOKIE, LANGUAGE_COOKIE, NEXT_COOKIE, OIDC_COOKIE, SESSION_COOKIE,
};
pub(crate) use extract::{Admin, DeviceAuth, Dispatcher, MaybeSession, Recipient, Staff};
pub(crate) use guard::{Guest, for_other_sites, guard};
pub(crate) use identify::{device_by_token, share_ended};
pub(crate) use limits::Limiter;
pub(crate) use login::{LoggedIn, Logins, device_cookie, log_in, log_in_by_email, log_out, oidc_cookie};
pub(crate) use misses::Misses;
pub use passkeys::{NoPasskeys, can_have_passkeys};
pub(crate) use passkeys::{
    OwnPasskey, Passkeys, add_passkey, begin_adding, begin_passkey_sign_in, own_passkeys, remove_passkey,
    sign_in_by_passkey,
};
pub(crate) use peer::{Peer, one_caller};
pub(crate) use principal::{Author, CalendarHolder, OperatorKey, Principal, Session, ShareHolder};
pub(crate) use sessions::{OwnSession, end_other_sessions, end_session, own_sessions};
#[cfg(test)]
pub(crate) use sign_in::grant_waiting;
pub(crate) use sign_in::{LINK_LIFE, SignInWishes, ask_for_link, grant_wishes, is_link, make_link, sign_in};
