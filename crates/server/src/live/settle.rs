//! What follows from events for the records of parcels, and which messages follow.

use std::collections::BTreeMap;

use doorstep_domain::release::Bulletin;
use doorstep_domain::tour::{ParcelProgress, StopState};
use doorstep_domain::view::{Delay, outcome_told_at};
use doorstep_domain::{OutcomeView, Parcel, ParcelId, Phase, Status, TourState};
use doorstep_store::{DelayTurn, Message, MessageKind, Settled, Topic};

use super::Live;
use super::desk::Known;
use crate::error::ApiError;

/// How a parcel stands, as its record keeps it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Standing {
    status: Status,
    outcome: Option<OutcomeView>,
}

impl Standing {
    /// How every parcel of a tour stands; none of them before the tour began.
    pub(super) fn of_all(state: &TourState) -> BTreeMap<ParcelId, Self> {
        state.parcels().filter_map(|(id, progress)| Some((id, Self::of(state, progress)?))).collect()
    }

    fn of(state: &TourState, progress: &ParcelProgress) -> Option<Self> {
        let stop = state.stop(progress.stop).map(|stop| stop.state);
        let status = match (progress.outcome, state.phase(), stop) {
            (Some(outcome), _, _) => outcome.outcome.status(),
            (None, Phase::NotStarted, _) => return None,
            (None, Phase::Ended { .. }, _) | (None, _, Some(StopState::Skipped { .. })) => Status::Delayed,
            (None, Phase::Underway { .. } | Phase::OnBreak { .. }, _) => Status::OutForDelivery,
        };
        Some(Self { status, outcome: progress.outcome })
    }
}

/// What changed for the parcels of a tour.
pub(super) struct Change {
    /// For their records.
    pub(super) settled: Vec<Settled>,
    /// For their recipients.
    pub(super) messages: Vec<Message>,
    /// How all of them stand now.
    pub(super) standing: BTreeMap<ParcelId, Standing>,
}

impl Live {
    /// What changed for the parcels of a tour since their records were settled last.
    pub(super) async fn settle(&self, known: &Known) -> Result<Change, ApiError> {
        let standing = Standing::of_all(&known.told.state);
        let mut settled = Vec::new();
        let mut messages = Vec::new();
        for (id, now) in &standing {
            let before = known.standing.get(id);
            if before == Some(now) {
                continue;
            }
            settled.push(Settled { parcel: *id, status: now.status, outcome: now.outcome });
            let is_news = before.and_then(|before| before.outcome) != now.outcome;
            let Some(parcel) = known.parcels.get(id) else { continue };
            if let (Some(outcome), true) = (now.outcome, is_news) {
                messages.extend(self.messages_about(parcel, outcome).await?);
                messages.extend(self.messages_to_buyer(known, parcel, outcome).await?);
            }
            if now.status == Status::Delayed {
                messages.extend(self.messages_of_delay(known, parcel).await?);
            }
        }
        Ok(Change { settled, messages, standing })
    }

    /// The messages that what someone ordered for somebody else was delivered, if they asked for it: of high value later.
    async fn messages_to_buyer(
        &self,
        known: &Known,
        parcel: &Parcel,
        outcome: OutcomeView,
    ) -> Result<Vec<Message>, ApiError> {
        let buyer = parcel.buyer.filter(|buyer| Some(*buyer) != parcel.recipient);
        let Some(buyer) = buyer.filter(|_| outcome.outcome.is_delivered()) else { return Ok(Vec::new()) };
        let offered = self.offered(parcel.operator).await?;
        let kind = offered.offer.policy_of(parcel, known.record.day).kind;
        let at = outcome_told_at(kind, outcome);
        self.messages(buyer, MessageKind::Delivered, Topic::Bought(parcel.id), at).await
    }

    /// The messages about an outcome, for a recipient who asked for them.
    async fn messages_about(&self, parcel: &Parcel, outcome: OutcomeView) -> Result<Vec<Message>, ApiError> {
        let is_delivered = outcome.outcome.is_delivered();
        let kind = if is_delivered { MessageKind::Delivered } else { MessageKind::Failed };
        let Some(recipient) = parcel.recipient else { return Ok(Vec::new()) };
        self.messages(recipient, kind, Topic::Parcel(parcel.id, kind), outcome.at).await
    }

    /// The messages that a parcel is not brought for now. Its page tells that at the next full minute, and no message
    /// goes out before.
    async fn messages_of_delay(&self, known: &Known, parcel: &Parcel) -> Result<Vec<Message>, ApiError> {
        let Some(recipient) = parcel.recipient else { return Ok(Vec::new()) };
        let turn = DelayTurn { day: known.record.day, step: Delay::STEPS };
        let at = Bulletin::next_minute(self.clock.now());
        self.messages(recipient, MessageKind::Delayed, Topic::Delayed(parcel.id, turn), at).await
    }
}
