//! Messages to recipients, by e-mail: from the outbox to an SMTP server.
//!
//! A message stays in the outbox until the mail server took it, and leaves it right then. So each is sent once, with
//! one exception that no mail protocol rules out: a crash between the server's "250" and the note of it sends the
//! message a second time; its `Message-ID` is the same then, by which mail programs know it again.

mod courier;
mod letter;
mod old;
mod settings;
#[cfg(test)]
mod tests;

pub(crate) use courier::Courier;
pub(crate) use letter::reader;
pub(crate) use old::give_up_old;
pub(crate) use settings::InvalidMailSettings;
pub use settings::{MailProtection, MailSettings};
