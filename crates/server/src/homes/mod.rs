//! Homes: Home Assistant shows when a parcel comes, by MQTT discovery.
//!
//! Whoever turns it on gets a key, and all that is told of them is retained below `doorstep/<key>/` on the operator's
//! broker: how Home Assistant finds it ([`discovery`]), and how the next parcel stands ([`mod@state`]), which is made of
//! the same views as their pages. What ought to be retained is worked out anew in each round and held against what the
//! broker took ([`worker`]): so nothing queues, the newest counts, and a broker that was away misses nothing.
//! What is turned off, or of someone who is forgotten, is emptied before its key is.
//!
//! [`broker`] is the only place that knows of the client for MQTT.

mod broker;
mod discovery;
mod links;
mod settings;
mod state;
#[cfg(test)]
mod tests;
mod worker;

pub(crate) use discovery::discovery_prefix;
pub(crate) use links::{end, give};
pub use settings::{InvalidMqttSettings, MqttSettings};
pub(crate) use worker::Homes;

/// What all topics begin with.
const ROOT: &str = "doorstep";
/// Whether the server is there, for all homes.
const AVAILABLE: &str = "doorstep/available";
