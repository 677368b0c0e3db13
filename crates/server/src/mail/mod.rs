//! Messages by e-mail, through an SMTP server.

mod carrier;
mod letter;
mod settings;
#[cfg(test)]
mod tests;

pub(crate) use carrier::Mail;
pub(crate) use letter::mail;
pub(crate) use settings::InvalidMailSettings;
pub use settings::{MailProtection, MailSettings};
