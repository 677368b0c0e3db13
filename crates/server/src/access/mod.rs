//! Who may call what.
//!
//! [`table`] says what each route asks of its caller; `guard` is the one middleware that enforces it and leaves a
//! [`Principal`] behind; handlers take the caller by the extractors of `extract` and look at no header themselves.
//! Only phones bring their token where their dialect puts it: their handlers call [`device_by_token`].
//! [`login`] makes and ends sessions, [`limits`] holds those who guess.

mod extract;
mod guard;
mod identify;
mod limits;
mod login;
#[cfg(test)]
mod login_tests;
mod origin;
mod peer;
mod principal;
pub(crate) mod table;
#[cfg(test)]
mod tests;

pub(crate) use extract::{Admin, DeviceAuth, Dispatcher, MaybeSession, Recipient, Staff};
pub(crate) use guard::guard;
pub(crate) use identify::{DEVICE_COOKIE, SESSION_COOKIE, device_by_token};
pub(crate) use limits::Limiter;
pub(crate) use login::{Logins, device_cookie, ended_cookie, log_in, log_out, session_cookie};
pub(crate) use peer::{ClientAddress, Peer};
pub(crate) use principal::{Author, OperatorKey, Principal, Session};
