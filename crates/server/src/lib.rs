//! The server: HTTP, live tours, streams and workers, as a library that is given its ports.
//!
//! [`App`] puts it together. A request comes in through `accept` (our own accept loop, with a deadline for everything),
//! is let in by `access` (one table of who may call what), and is answered by `api` (programs), `pages` (people) or
//! `map` (tiles). Whatever happens to a tour goes through `live`, which keeps tours in memory, appends to their logs
//! and shows recipients what they may see; `sse` carries that to browsers. `messages` sends what the outbox holds, by the
//! channels `mail`, `push` (with `ntfy`) and `webhook`, `oidc` asks another provider who someone is, `outbound` is the only HTTP client and reaches no inner network, `shares` lets neighbours see a little, `carriers` asks other carriers and takes in what they say of their parcels, `calendars` let calendars read when parcels come, `homes` tells Home Assistant how the next parcel stands, `embed` lets pages of shops show how parcels stand, `brand` and `wording` make the pages an operator's, `door` makes the codes that are told at doors,
//! `retention` forgets what must be forgotten, `metrics` counts, `explain` tells an operator
//! why something was believed, `accuracy` how well it held, `visibility` is where it is decided who sees what, and `looks`
//! records who of the staff looked at where a driver is; `privacy` reports all of that.
//!
//! To add an endpoint: a handler in `api` or `pages`, its line in their `routes()`, and its row in
//! `access::table`.

mod accept;
mod access;
mod accuracy;
mod api;
mod app;
mod brand;
mod calendars;
mod carriers;
mod clock;
mod door;
mod embed;
mod error;
mod experience;
pub mod explain;
mod homes;
mod live;
pub mod looks;
mod mail;
mod map;
mod messages;
mod metrics;
mod ntfy;
mod oidc;
mod outbound;
mod pages;
mod photos;
pub mod privacy;
mod push;
mod ratings;
mod reports;
pub mod retention;
mod routes;
pub mod secret;
mod shares;
mod sse;
mod state;
#[cfg(test)]
mod testing;
mod visibility;
mod webhook;
mod wording;

pub use accept::{ConnectionLimits, Hsts, PerAddress, serve_router};
pub use access::{NoPasskeys, can_have_passkeys};
pub use app::{App, ForgettingFailed, StartError};
pub use brand::{BadAccent, BadLogo, Brand};
pub use carriers::{
    CarrierKind, CarrierSettings, InvalidCarrierSettings, JsonAnswers, NewCarrier, NoAddress, NoPointer,
};
pub use clock::{Clock, SystemClock};
pub use homes::{InvalidMqttSettings, MqttSettings};
pub use mail::{MailProtection, MailSettings};
pub use map::{Tiles, TilesError};
pub use ntfy::{InvalidNtfySettings, NtfySettings, NtfyTrouble};
pub use oidc::{InvalidOidcSettings, OidcSettings};
pub use outbound::{Allowed, InvalidAllowed, Refusal};
pub use pages::{German, languages};
pub use state::{Parts, Settings};
pub use webhook::{InvalidWebhookSettings, WebhookSettings};
pub use wording::{BadWords, OwnWords};
