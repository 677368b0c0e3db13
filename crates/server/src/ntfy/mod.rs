//! ntfy: messages to a topic of an ntfy server, which its owner subscribes to in an app of their choice.
//!
//! A topic is one more device of its owner: it is reached by the channel of Web Push, is chosen for and limited with it,
//! and says the same words. Unlike a push service, an ntfy server reads what it carries, and so does whoever knows the
//! topic: pages say so where one is made.

mod body;
mod carrier;
mod settings;
#[cfg(test)]
mod tests;
mod topics;

pub(crate) use body::{Shown, shown};
pub(crate) use carrier::publish;
pub use settings::{InvalidNtfySettings, NtfySettings, NtfyTrouble};
pub(crate) use topics::{make, subscribe_address};
