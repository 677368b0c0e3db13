//! What every answer tells the browser not to do.

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, REFERRER_POLICY, STRICT_TRANSPORT_SECURITY,
    X_CONTENT_TYPE_OPTIONS,
};
use http::{HeaderName, HeaderValue};

use crate::state::AppState;

/// What a page may do, with the sites that may frame it.
macro_rules! policy {
    ($($framed_by:tt)*) => {
        concat!(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; \
             connect-src 'self'; worker-src 'self'; font-src 'self'; manifest-src 'self'; form-action 'self'; \
             base-uri 'none'; require-trusted-types-for 'script'; trusted-types doorstep default; frame-ancestors ",
            $($framed_by)*
        )
    };
}

/// Everything from our own origin and nothing else. No text becomes markup or a script's address but by the policies of
/// our own scripts: `doorstep` for what this server wrote and for our own workers, `default` for the worker of the map
/// that can be moved.
pub(crate) const POLICY: &str = policy!("'none'");

/// The same of a page that a site of this origin may frame.
pub(crate) fn framed_by(origin: &str) -> String {
    format!(policy!("{}"), origin)
}

/// A page that looks as it likes and does nothing, in a frame of our own pages alone: a mail that is shown to staff.
pub(crate) const FRAMED_POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox";

/// Only the driver's page asks where it is, and keeps the screen on.
const PERMISSIONS: &str = "accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), \
    geolocation=(self), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), \
    screen-wake-lock=(self), serial=(), usb=(), xr-spatial-tracking=()";

/// How far browsers are told to come by https alone, once they came by it; for a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Hsts {
    /// Not at all: something else stands before this server and says so.
    Off,
    /// To this host.
    #[default]
    Host,
    /// To this host and all below it.
    Subdomains,
}

impl Hsts {
    fn header(self) -> Option<&'static str> {
        match self {
            Self::Off => None,
            Self::Host => Some("max-age=31536000"),
            Self::Subdomains => Some("max-age=31536000; includeSubDomains"),
        }
    }
}

/// Puts the headers into every answer.
pub(crate) async fn secure(State(shared): State<AppState>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    // A row may be stricter, or be for pages of other sites.
    headers.entry(CONTENT_SECURITY_POLICY).or_insert(HeaderValue::from_static(POLICY));
    let resources = HeaderName::from_static("cross-origin-resource-policy");
    headers.entry(resources).or_insert(HeaderValue::from_static("same-origin"));
    let mut put = |name, value| headers.insert(name, HeaderValue::from_static(value));
    put(X_CONTENT_TYPE_OPTIONS, "nosniff");
    put(HeaderName::from_static("permissions-policy"), PERMISSIONS);
    put(HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    headers.entry(REFERRER_POLICY).or_insert(HeaderValue::from_static("same-origin"));
    // What is for everyone says so; all else may hold something of someone.
    headers.entry(CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    if let Some(value) = shared.settings.hsts.header().filter(|_| shared.settings.is_https()) {
        headers.insert(STRICT_TRANSPORT_SECURITY, HeaderValue::from_static(value));
    }
    response
}
