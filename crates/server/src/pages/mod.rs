//! Pages for people: rendered here, complete without script, in the reader's words.
//!
//! Each page is a pure function from what is known to markup; the handlers around it fetch and answer. Words come
//! from the catalogues in `locales/` ([`words`]), dates and distances from the [`reader`] who sees them, and everything
//! about a parcel from one `TrackingView` ([`tracking`]): nothing else may reach a recipient.
//!
//! To add a page: its template in `templates/pages/`, a file here with its handler, a line in `routes()`, a row in
//! `access::table`, and its states in the gallery.

mod assets;
mod calendar;
mod dispatch;
mod driver;
pub(crate) mod embed;
pub(crate) mod errors;
mod frame;
#[cfg(test)]
mod gallery;
mod help;
mod home;
mod icons;
mod language;
mod locale;
mod login;
pub(crate) mod mail;
mod notifications;
mod oidc;
mod onward;
mod orders;
mod pwa;
pub(crate) mod reader;
mod saved;
mod sessions;
mod share;
mod sharing;
mod sign_in;
#[cfg(test)]
mod tests;
mod tracking;
mod visit;
mod witness;
pub(crate) mod words;

use crate::routes::Routes;
pub(crate) use tracking::{Own, Tracking};
pub(crate) use words::Language;
pub use words::{German, languages};

/// Its routes.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .get("/", home::get)
        .get("/login", login::get)
        .post("/login", login::post)
        .post("/login/link", sign_in::ask)
        .get("/login/link/{token}", sign_in::get)
        .post("/login/link/{token}", sign_in::post)
        .get("/login/oidc", oidc::begin)
        .get("/login/oidc/back", oidc::back)
        .post("/logout", login::leave)
        .get("/sessions", sessions::get)
        .post("/sessions", sessions::post)
        .post("/sessions/passkeys", sessions::remove_passkey)
        .get("/orders", orders::get)
        .get("/parcels/{id}", tracking::page::get)
        .get("/parcels/{id}/stream", tracking::page::stream)
        .post("/parcels/{id}/instruction", tracking::page::wish)
        .post("/parcels/{id}/rating", tracking::page::rate)
        .post("/parcels/{id}/report", tracking::page::report)
        .get("/parcels/{id}/shares", sharing::get)
        .post("/parcels/{id}/shares", sharing::post)
        .post("/parcels/{id}/shares/{share}/end", sharing::end)
        .get("/s/{token}", share::get)
        .get("/calendar", calendar::get)
        .post("/calendar", calendar::post)
        .get("/calendar/{token}", calendar::read)
        .get("/notifications", notifications::get)
        .post("/notifications", notifications::post)
        .post("/notifications/browsers", notifications::remove_browser)
        .post("/notifications/home", notifications::home::post)
        .post("/notifications/ntfy", notifications::ntfy::make)
        .get("/manifest.webmanifest", pwa::manifest)
        .get("/push/sw.js", pwa::service_worker)
        .post("/language", language::post)
        .get("/help", help::get)
        .get("/dispatch", dispatch::get)
        .get("/dispatch/tours/{id}", dispatch::page::get)
        .post("/dispatch/parcels/{id}/code", dispatch::codes::renew)
        .get("/dispatch/reports", dispatch::reports::get)
        .post("/dispatch/parcels/{id}/report", dispatch::reports::answer)
        .get("/dispatch/accuracy", dispatch::accuracy::get)
        .get("/dispatch/messages", dispatch::messages::get)
        .get("/dispatch/messages/mail", dispatch::messages::get_mail)
        .get("/dispatch/visibility", dispatch::visibility::get)
        .post("/dispatch/visibility", dispatch::visibility::set)
        .post("/dispatch/visibility/preview", dispatch::visibility::preview)
        .get("/driver", driver::get)
        .get("/driver/sw.js", driver::service_worker)
        .get("/driver/manifest.webmanifest", driver::manifest)
        .get("/assets/{file}", assets::get)
        .and(embed::routes())
}
