//! The one way out: an HTTP client that reaches what is public, and of the operator's own network only what the
//! operator allowed.
//!
//! Whoever can name an address that this server asks (a provider's description of itself, the endpoint of a push
//! subscription, the target of a webhook) could otherwise reach through it what only this machine reaches. So a target
//! is judged by how it is written before anything is looked up ([`target`]), a name is looked up once, all its
//! addresses are judged, and exactly those are dialled ([`lookup`]): a name that answers differently the next time gains
//! nothing. Redirects are not followed, no proxy of the environment is used, and time, head and body have a limit.
//! To ask something over HTTP, be given the [`Outbound`] that `state::Shared::new` makes; there is no other client.

mod address;
mod allowed;
mod client;
mod lookup;
mod target;
#[cfg(test)]
mod tests;

pub use allowed::{Allowed, InvalidAllowed};
pub(crate) use client::{Outbound, OutboundError};
pub use target::Refusal;
