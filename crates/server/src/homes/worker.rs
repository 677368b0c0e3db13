//! What ought to be retained, held against what the broker took.

use std::collections::BTreeMap;
use std::future::ready;
use std::time::Duration;

use doorstep_domain::RecipientId;
use doorstep_store::{HomeLink, PAGE_MAX, Session};
use futures_util::{StreamExt as _, stream};
use parking_lot::Mutex;
use rumqttc::TlsError;
use tokio::time::{MissedTickBehavior, interval};

use super::AVAILABLE;
use super::broker::{Broker, IN_FLIGHT};
use super::discovery::{config, config_topic, state_topic};
use super::settings::MqttSettings;
use super::state::{State, may_come};
use crate::error::ApiError;
use crate::messages::{addressee, reader};
use crate::state::AppState;

/// How often it is looked whether something changed: as often as messages are.
const ROUND: Duration = Duration::from_secs(5);
/// The newest parcels of someone that may still come, as many as are looked at.
const PARCELS_MAX: usize = 100;

/// What homes are told.
pub(crate) struct Homes {
    shared: AppState,
    pub(super) broker: Broker,
    /// What the broker took over which connection: over another one it is told all again, since it may have lost it.
    taken: Mutex<(Option<u64>, BTreeMap<String, String>)>,
}

/// Payloads by their topics.
type Topics = Vec<(String, String)>;

impl Homes {
    /// What homes are told by this broker, and the task that keeps the connection to it up.
    ///
    /// # Errors
    /// When the certificates of the system cannot be read.
    pub(crate) fn new(
        shared: AppState,
        settings: &MqttSettings,
    ) -> Result<(Self, impl Future<Output = ()> + use<>), TlsError> {
        let (broker, task) = Broker::new(settings, shared.stopping.clone())?;
        Ok((Self { shared, broker, taken: Mutex::default() }, task))
    }

    /// Works until the server stops.
    pub(crate) async fn run(self) {
        let mut rounds = interval(ROUND);
        rounds.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            tokio::select! {
                () = self.shared.stopping.cancelled() => return,
                _ = rounds.tick() => {}
            }
            let round = async {
                if let Err(error) = self.round().await {
                    tracing::error!(code = error.code(), "what homes are told cannot be worked out");
                }
            };
            tokio::select! {
                () = self.shared.stopping.cancelled() => return,
                () = round => {}
            }
        }
    }

    /// Tells what changed, and empties what ended. While the broker is away nothing is done: nothing waits meanwhile.
    pub(super) async fn round(&self) -> Result<(), ApiError> {
        let Some(connection) = self.broker.connection() else { return Ok(()) };
        self.begin(connection);
        self.retain(vec![(AVAILABLE.to_owned(), "online".to_owned())]).await;
        let mut after = None;
        loop {
            let page = self.shared.store.list_home_links(after, PAGE_MAX).await?;
            for link in &page.rows {
                if self.broker.connection() != Some(connection) {
                    return Ok(());
                }
                self.tell(link).await?;
            }
            after = page.next;
            if after.is_none() {
                return Ok(());
            }
        }
    }

    async fn tell(&self, link: &HomeLink) -> Result<(), ApiError> {
        let Some(account) = link.account.filter(|_| !link.is_ended) else { return self.empty(link).await };
        let topics = self.topics(link, account).await?;
        self.retain(topics).await;
        Ok(())
    }

    fn begin(&self, connection: u64) {
        let mut taken = self.taken.lock();
        if taken.0 != Some(connection) {
            *taken = (Some(connection), BTreeMap::new());
        }
    }

    /// What ought to be retained for someone.
    async fn topics(&self, link: &HomeLink, account: RecipientId) -> Result<Topics, ApiError> {
        let Some((account, operator)) = addressee(&self.shared, account).await? else {
            return Ok(Vec::new());
        };
        let reader = reader(&self.shared, &account, &operator);
        let all = self.shared.store.list_parcels_of_recipient(account.id).await?;
        let mut seen = Vec::new();
        for parcel in all.into_iter().filter(|parcel| may_come(parcel.status)).take(PARCELS_MAX) {
            let view = self.shared.live.glance(&parcel).await?;
            seen.push((parcel, view));
        }
        let hour = Session::hour_of(self.shared.clock.now());
        if !seen.is_empty() && link.used_at < hour {
            self.shared.store.use_home_link(link.key.clone(), hour).await?;
        }
        let state =
            serde_json::to_string(&State::of(&seen, &reader)).map_err(|_broken| ApiError::internal())?;
        Ok(vec![(config_topic(link), config(link, &operator.name, &reader)), (state_topic(link), state)])
    }

    /// Has the broker retain what it did not take yet; whether it has all of it now.
    async fn retain(&self, topics: Topics) -> bool {
        let new = {
            let taken = self.taken.lock();
            let is_new = |(topic, payload): &(String, String)| taken.1.get(topic) != Some(payload);
            topics.into_iter().filter(is_new).collect::<Vec<_>>()
        };
        let told = stream::iter(new).map(|(topic, payload)| async move {
            let is_taken = self.broker.retain(&topic, &payload).await.is_ok();
            if is_taken {
                self.taken.lock().1.insert(topic, payload);
            }
            is_taken
        });
        told.buffer_unordered(IN_FLIGHT).fold(true, |all, is_taken| ready(all && is_taken)).await
    }

    /// Empties what was told below a key that ended; the key is forgotten once the broker has it.
    async fn empty(&self, link: &HomeLink) -> Result<(), ApiError> {
        let topics = [config_topic(link), state_topic(link)];
        if self.retain(topics.iter().map(|topic| (topic.clone(), String::new())).collect()).await {
            self.shared.store.delete_home_link(link.key.clone()).await?;
            let mut taken = self.taken.lock();
            for topic in &topics {
                taken.1.remove(topic);
            }
        }
        Ok(())
    }
}
