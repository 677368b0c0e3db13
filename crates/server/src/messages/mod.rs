//! Messages to people: from the outbox to the channels.
//!
//! A message stays in the outbox until its channel took it, and leaves it right then. So each is sent once, with one
//! exception that no protocol rules out: a crash between the channel's word and the note of it sends the message a second
//! time; by its name it is known again.
//!
//! What a message says is made when it is sent, from what its recipient's page shows at that moment ([`mod@told`]). To add a
//! channel: a variant of `doorstep_store::Channel` and of its `Target`, and a [`Carrier`] that [`Courier`] works with.

mod courier;
mod lanes;
mod name;
mod old;
mod room;
#[cfg(test)]
mod tests;
mod told;

pub(crate) use courier::{Carrier, Courier, Tried};
pub(crate) use lanes::Lanes;
pub(crate) use name::{name, page, retry_after};
pub(crate) use old::give_up_old;
pub(crate) use told::{Saying, Told, Worth, addressee, reader, told};
