//! "Your map is open": told once per parcel, to those who asked for it, when time or an event opened the map.

use std::collections::BTreeMap;
use std::sync::Arc;

use doorstep_domain::{MapView, ParcelId, ParcelKind, RecipientId};
use doorstep_store::{Channel, Message, MessageKind, Topic};
use jiff::tz::TimeZone;

use super::desk::{Known, LiveTour};
use super::{Live, see};
use crate::error::ApiError;

impl Live {
    /// Notes which recipients of a tour wait to be told that their map is open.
    pub(super) async fn await_maps(&self, known: &mut Known) -> Result<(), ApiError> {
        let mut wants = BTreeMap::<RecipientId, bool>::new();
        for parcel in known.parcels.values().filter(|parcel| parcel.kind == ParcelKind::Ordinary) {
            let Some(recipient) = parcel.recipient else { continue };
            let wanted = match wants.get(&recipient) {
                Some(wanted) => *wanted,
                None => self.wants_map(recipient).await?,
            };
            wants.insert(recipient, wanted);
            if wanted {
                known.map_awaited.insert(parcel.id);
            }
        }
        Ok(())
    }

    /// The same for one parcel whose record changed.
    pub(super) async fn await_map(&self, known: &mut Known, id: ParcelId) -> Result<(), ApiError> {
        let parcel = known.parcels.get(&id).filter(|parcel| parcel.kind == ParcelKind::Ordinary);
        let wanted = match parcel.and_then(|parcel| parcel.recipient) {
            Some(recipient) => self.wants_map(recipient).await?,
            None => false,
        };
        if wanted {
            known.map_awaited.insert(id);
        } else {
            known.map_awaited.remove(&id);
        }
        Ok(())
    }

    async fn wants_map(&self, recipient: RecipientId) -> Result<bool, ApiError> {
        let wanted = self.store.subscription(recipient, Channel::Email).await?;
        Ok(wanted.contains(&MessageKind::MapOpen))
    }

    /// Tells those whose map is open now. A tour that someone works at is looked at the next time.
    pub(super) async fn tell_open_maps(&self, tour: &Arc<LiveTour>) {
        let Some(mut desk) = tour.try_desk() else { return };
        let Some(known) = desk.known.as_mut().filter(|known| known.told.state.phase().is_underway()) else {
            return;
        };
        if let Err(error) = self.tell_open_maps_of(known).await {
            tracing::error!(code = error.code(), "a message that a map is open could not be noted");
        }
    }

    /// The store drops a message whose like it had before, so that a restart tells nobody twice.
    async fn tell_open_maps_of(&self, known: &mut Known) -> Result<(), ApiError> {
        if known.map_awaited.is_empty() {
            return Ok(());
        }
        let offered = self.offered(known.record.operator).await?;
        let now = self.clock.now();
        let outlook = known.told.outlook(now);
        let driver = known.driver_name.as_ref();
        let is_open = |id: &&ParcelId| {
            known.parcels.get(*id).is_some_and(|parcel| {
                // The day of the zone matters only before a tour began.
                let view = see(Some(outlook.on_tour()), driver, parcel, &offered, &TimeZone::UTC, None, now);
                matches!(view.map, MapView::Open { .. })
            })
        };
        let open: Vec<ParcelId> = known.map_awaited.iter().filter(is_open).copied().collect();
        let message = |id: &ParcelId| {
            let recipient = known.parcels.get(id)?.recipient?;
            Some(Message { recipient, topic: Topic::Parcel(*id, MessageKind::MapOpen), at: now })
        };
        let messages: Vec<Message> = open.iter().filter_map(message).collect();
        if !messages.is_empty() {
            self.store.enqueue(messages).await?;
        }
        for id in open {
            known.map_awaited.remove(&id);
        }
        Ok(())
    }
}
