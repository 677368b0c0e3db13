//! The channel of e-mail.

use doorstep_store::{Channel, QueuedMessage};
use lettre::AsyncTransport as _;
use lettre::message::Mailbox;

use super::letter::{Written, write};
use super::settings::{InvalidMailSettings, MailSettings, Transport};
use crate::error::ApiError;
use crate::messages::{Carrier, Tried};
use crate::state::AppState;

/// The way to the mail server.
pub(crate) struct Mail {
    shared: AppState,
    transport: Transport,
    sender: Mailbox,
}

impl Mail {
    /// The way to the mail server of these settings.
    ///
    /// # Errors
    /// When the settings cannot work.
    pub(crate) fn new(shared: AppState, settings: &MailSettings) -> Result<Self, InvalidMailSettings> {
        Ok(Self { shared, transport: settings.transport()?, sender: settings.sender()? })
    }
}

impl Carrier for Mail {
    const CHANNEL: Channel = Channel::Email;
    const AT_ONCE: usize = 4;

    async fn carry(&self, queued: &QueuedMessage) -> Result<Tried, ApiError> {
        let letter = match write(&self.shared, &self.sender, &queued.message).await? {
            Written::Letter(letter) => *letter,
            Written::Later => return Ok(Tried::PutOff(None)),
            Written::Never => return Ok(Tried::GivenUp),
        };
        match self.transport.send(letter).await {
            Ok(_taken) => Ok(Tried::Sent),
            Err(error) => {
                // The server's words may repeat the address, so only their number is logged.
                let code = error.status().map(|code| code.to_string());
                let is_final = error.is_permanent() || error.is_client();
                tracing::warn!(number = queued.number, code, is_final, "an e-mail was not taken");
                Ok(if is_final { Tried::GivenUp } else { Tried::PutOff(None) })
            }
        }
    }
}
