//! Messages through the operator's own system, which sends them on: as SMS, or how else it likes.
//!
//! Each is one request after Standard Webhooks: signed with a secret that both know ([`sign`]), with one name however often
//! it is tried, so that whoever takes it sends it once. It holds a text that is finished, and nothing to look at a parcel
//! with.

mod body;
mod carrier;
mod settings;
mod sign;
#[cfg(test)]
mod tests;

pub(crate) use body::short;
pub(crate) use carrier::Webhook;
pub(crate) use settings::Handover;
pub use settings::{InvalidWebhookSettings, WebhookSettings};
