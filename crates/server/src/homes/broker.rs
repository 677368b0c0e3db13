//! The connection to the broker, which comes back by itself.
//!
//! A task polls it for as long as the server runs; after a failure it waits, twice as long each time. Whoever publishes
//! waits for the broker's word and holds nobody else up.

use std::time::Duration;

use rumqttc::{
    AsyncClient, Broker as Address, ConnectionError, Event, EventLoop, Incoming, LastWill, MqttOptions,
    PublishOptions, QoS, TlsError, Transport,
};
use secrecy::ExposeSecret as _;
use tokio::sync::watch;
use tokio::time::{sleep, timeout};
use tokio_util::sync::CancellationToken;

use super::settings::MqttSettings;
use super::{AVAILABLE, ROOT};
use crate::secret::fresh_token;

/// How often either side shows that it is there, in seconds.
const KEEP_ALIVE_S: u16 = 30;
/// So many messages are on their way at once.
pub(super) const IN_FLIGHT: usize = 16;
/// The broker takes a message within this time, or it is published again.
const ANSWER: Duration = Duration::from_secs(10);
/// The pause after the first failure, and the longest.
const PAUSE: Duration = Duration::from_secs(1);
const PAUSE_MAX: Duration = Duration::from_mins(1);

/// The connection, as whoever publishes sees it.
pub(super) struct Broker {
    client: AsyncClient,
    connected: watch::Receiver<u64>,
}

/// A message was not taken; it is published again in the next round.
#[derive(Debug)]
pub(super) struct NotTaken;

impl Broker {
    /// A connection, and the task that keeps it up until it is told to stop.
    ///
    /// # Errors
    /// When the certificates of the system cannot be read.
    pub(super) fn new(
        settings: &MqttSettings,
        stopping: CancellationToken,
    ) -> Result<(Self, impl Future<Output = ()> + use<>), TlsError> {
        let (client, events) = AsyncClient::builder(options(settings)?).capacity(IN_FLIGHT).build();
        let (up, connected) = watch::channel(0);
        let task = keep(events, up, stopping);
        Ok((Self { client, connected }, task))
    }

    /// Which connection there is, counted from 1; `None` while there is none.
    pub(super) fn connection(&self) -> Option<u64> {
        Some(*self.connected.borrow()).filter(|number| *number > 0)
    }

    /// Waits until something became of a try to connect.
    #[cfg(test)]
    pub(super) async fn tried(&self) {
        let _gone = self.connected.clone().changed().await;
    }

    /// Waits until there is another connection than this one.
    #[cfg(test)]
    pub(super) async fn connected_after(&self, before: Option<u64>) {
        let mut connected = self.connected.clone();
        let _gone = connected.wait_for(|number| *number > before.unwrap_or(0)).await;
    }

    /// Has the broker retain a payload, in place of what it retains of this topic; nothing when it is empty.
    ///
    /// # Errors
    /// When the broker does not say in time that it took it.
    pub(super) async fn retain(&self, topic: &str, payload: &str) -> Result<(), NotTaken> {
        let options = PublishOptions::at_least_once().retained();
        let published = self.client.publish_tracked(topic.to_owned(), payload.to_owned(), options);
        let taken = async {
            let notice = published.await.map_err(|_full_or_gone| NotTaken)?;
            notice.wait_completion_async().await.map_err(|error| {
                tracing::warn!(%error, "the broker did not take what it should retain");
                NotTaken
            })
        };
        timeout(ANSWER, taken).await.map_err(|_elapsed| NotTaken)?
    }
}

fn options(settings: &MqttSettings) -> Result<MqttOptions, TlsError> {
    let address = Address::tcp(settings.host.clone(), settings.port);
    // A broker ends the connection of whoever has the same name as one who comes, so it is one that nobody guesses.
    let mut options = MqttOptions::new(format!("{ROOT}-{}", fresh_token()), address);
    options.set_keep_alive(KEEP_ALIVE_S);
    options.set_last_will(LastWill::new(AVAILABLE, "offline", QoS::AtLeastOnce, true, None));
    if let Some((user, password)) = &settings.login {
        options.set_credentials(user.clone(), password.expose_secret().to_owned());
    }
    if settings.is_tls {
        options.set_transport(Transport::try_tls_with_default_config()?);
    }
    Ok(options)
}

/// Keeps the connection up. The numbers of connections only grow; 0 is none. When the server stops it takes no leave, so
/// that the broker tells its last will.
async fn keep(mut events: EventLoop, up: watch::Sender<u64>, stopping: CancellationToken) {
    let (mut number, mut pause) = (0, PAUSE);
    loop {
        let event = tokio::select! {
            event = events.poll() => event,
            () = stopping.cancelled() => break,
        };
        match event {
            Ok(Event::Incoming(Incoming::ConnAck(_))) => {
                tracing::info!("the broker is there");
                (number, pause) = (number + 1, PAUSE);
                up.send_replace(number);
            }
            Ok(_) => {}
            // Nobody is left who publishes: the server stops.
            Err(ConnectionError::RequestsDone) => break,
            Err(error) => {
                up.send_replace(0);
                tell(&error);
                tokio::select! {
                    () = sleep(pause) => {}
                    () = stopping.cancelled() => break,
                }
                pause = (pause * 2).min(PAUSE_MAX);
            }
        }
    }
    up.send_replace(0);
}

fn tell(error: &ConnectionError) {
    match error {
        ConnectionError::ConnectionRefused(code) => tracing::error!(
            ?code,
            "the broker refuses the connection; look at `mqtt.user` and `mqtt.password`"
        ),
        other => tracing::warn!(error = %other, "the broker is not reached"),
    }
}
