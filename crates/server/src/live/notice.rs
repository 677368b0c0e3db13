//! What time and the driver bring and is told by a message: that a parcel is out, that its map is open, that its recipient
//! is next, that it comes later. Each is told when the view first has it, to those who asked for it.

use std::collections::BTreeSet;
use std::sync::Arc;

use doorstep_domain::view::News;
use doorstep_domain::{ParcelId, RecipientId};
use doorstep_store::{DelayTurn, Message, MessageKind, Topic};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::desk::{Known, LiveTour};
use super::ended::Ended;
use super::wanted::Wanted;
use super::{Live, Offered, see};
use crate::error::ApiError;

/// What the view brings, in the order in which it happens.
const TIMED: [MessageKind; 4] =
    [MessageKind::OutForDelivery, MessageKind::MapOpen, MessageKind::Next, MessageKind::Delayed];

/// What the recipient of a parcel waits to be told of it.
pub(super) struct Awaited {
    recipient: RecipientId,
    wanted: Vec<Wanted>,
    told: BTreeSet<MessageKind>,
    /// The step of the delay that was told last.
    delay: u8,
}

/// Messages that follow from a view: those to send, and those that the others make needless.
#[derive(Default)]
struct Letters {
    sent: Vec<Message>,
    passed_over: Vec<Message>,
}

impl Awaited {
    fn of(recipient: RecipientId, wanted: Vec<Wanted>) -> Option<Self> {
        let is_timed = |one: &Wanted| one.kinds.iter().any(|kind| TIMED.contains(kind));
        let wanted: Vec<Wanted> = wanted.into_iter().filter(is_timed).collect();
        (!wanted.is_empty()).then(|| Self { recipient, wanted, told: BTreeSet::new(), delay: 0 })
    }

    /// What is new in the news. Of what happened at once each target gets the last alone.
    fn letters(&self, parcel: ParcelId, news: &News, day: Date, at: Timestamp) -> Letters {
        let mut letters = Letters::default();
        for one in &self.wanted {
            let message = |topic| Message { recipient: self.recipient, target: one.target, topic, at };
            let is_new = |kind: &MessageKind| !self.told.contains(kind) && one.kinds.contains(kind);
            let new: Vec<MessageKind> = told_by(news).filter(is_new).collect();
            if let Some((last, before)) = new.split_last() {
                letters.sent.push(message(Topic::Parcel(parcel, *last)));
                letters.passed_over.extend(before.iter().map(|kind| message(Topic::Parcel(parcel, *kind))));
            }
            let later = news.delay.filter(|delay| delay.step > self.delay);
            if let Some(delay) = later.filter(|_| one.kinds.contains(&MessageKind::Delayed)) {
                let turn = DelayTurn { day, step: delay.step };
                letters.sent.push(message(Topic::Delayed(parcel, turn)));
            }
        }
        letters
    }

    fn is_told(&mut self, news: &News) {
        self.told.extend(told_by(news));
        self.delay = self.delay.max(news.delay.map_or(0, |delay| delay.step));
    }
}

fn told_by(news: &News) -> impl Iterator<Item = MessageKind> {
    let holds = [
        (news.is_out, MessageKind::OutForDelivery),
        (news.is_map_open, MessageKind::MapOpen),
        (news.is_next, MessageKind::Next),
    ];
    holds.into_iter().filter_map(|(holds, kind)| holds.then_some(kind))
}

impl Live {
    /// Notes what the recipients of a tour wait to be told.
    pub(super) async fn await_news(&self, known: &mut Known) -> Result<(), ApiError> {
        let ids: Vec<ParcelId> = known.parcels.keys().copied().collect();
        for id in ids {
            self.await_news_of(known, id).await?;
        }
        Ok(())
    }

    /// The same for one parcel whose record changed.
    pub(super) async fn await_news_of(&self, known: &mut Known, id: ParcelId) -> Result<(), ApiError> {
        known.awaited.remove(&id);
        let recipient = known.parcels.get(&id).and_then(|parcel| parcel.recipient);
        if let Some(recipient) = recipient
            && let Some(awaited) = Awaited::of(recipient, self.wanted(recipient).await?)
        {
            known.awaited.insert(id, awaited);
        }
        Ok(())
    }

    /// What a recipient wants to be told changed: what their pages tell by now is no news to them.
    pub(super) async fn change_wanted(&self, recipient: RecipientId) -> Result<(), ApiError> {
        for parcel in self.store.list_parcels_of_recipient(recipient).await? {
            let in_memory = parcel.on_tour.filter(|on| self.tours.contains_key(&on.tour));
            let Some(on_tour) = in_memory else { continue };
            let Some(mut open) = self.open(on_tour.tour).await? else { continue };
            let known = open.known_mut();
            self.tell_news_of(known).await?;
            self.await_news_of(known, parcel.id).await?;
            let offered = self.offered(known.record.operator).await?;
            for found in found(known, |id| id == parcel.id, &offered, self.clock.now()) {
                let needless = found.letters.sent.iter().chain(&found.letters.passed_over).copied().collect();
                self.store.pass_over(needless, self.clock.now()).await?;
                is_told(known, &found);
            }
        }
        Ok(())
    }

    /// Tells what is new on a tour. One that someone works at is looked at the next time.
    pub(super) async fn tell_news(&self, tour: &Arc<LiveTour>) {
        let Some(mut desk) = tour.try_desk() else { return };
        let Some(known) = desk.known.as_mut() else { return };
        if let Err(error) = self.tell_news_of(known).await {
            tracing::error!(code = error.code(), "messages about a tour could not be noted");
        }
    }

    /// The store drops a message whose like it had before, so that a restart tells nobody twice.
    async fn tell_news_of(&self, known: &mut Known) -> Result<(), ApiError> {
        if known.awaited.is_empty() || !known.told.state.phase().is_underway() {
            return Ok(());
        }
        let (offered, now) = (self.offered(known.record.operator).await?, self.clock.now());
        let found = found(known, |_every| true, &offered, now);
        let of_all = |which: fn(&Letters) -> &Vec<Message>| -> Vec<Message> {
            found.iter().flat_map(|found| which(&found.letters)).copied().collect()
        };
        let (sent, passed_over) = (of_all(|letters| &letters.sent), of_all(|letters| &letters.passed_over));
        if !sent.is_empty() {
            self.store.enqueue(sent).await?;
        }
        if !passed_over.is_empty() {
            self.store.pass_over(passed_over, now).await?;
        }
        for found in &found {
            is_told(known, found);
        }
        Ok(())
    }
}

/// What the view of a parcel tells, and which messages follow.
struct Found {
    parcel: ParcelId,
    news: News,
    letters: Letters,
}

/// What there is to tell of those parcels that are still awaited.
fn found(
    known: &Known,
    is_meant: impl Fn(ParcelId) -> bool,
    offered: &Offered,
    now: Timestamp,
) -> Vec<Found> {
    let outlook = known.told.outlook(now);
    let is_over = |id| known.told.state.parcel(id).is_none_or(|progress| progress.outcome.is_some());
    let meant = known.awaited.iter().filter(|(id, _)| is_meant(**id) && !is_over(**id));
    let look = |(id, awaited): (&ParcelId, &Awaited)| {
        let parcel = known.parcels.get(id)?;
        let driver = known.driver_name.as_ref();
        // The day of the zone matters only before a tour began.
        let view =
            see(Some(outlook.on_tour()), driver, parcel, offered, &TimeZone::UTC, &Ended::default(), now);
        let news = News::of(&view);
        let letters = awaited.letters(*id, &news, known.record.day, now);
        Some(Found { parcel: *id, news, letters })
    };
    meant.filter_map(look).collect()
}

fn is_told(known: &mut Known, found: &Found) {
    if let Some(awaited) = known.awaited.get_mut(&found.parcel) {
        awaited.is_told(&found.news);
    }
}
