//! What a worker forgets on its day.

use std::collections::BTreeSet;

use doorstep_domain::{Carrier, CarrierLog, Parcel, ParcelId, Wishes};
use jiff::Timestamp;
use jiff::civil::Date;

use super::{MemoryStore, State};
use crate::{Answer, Forgets, Forgetting, RulesOf, Topic, over_at, take_note};

impl Forgets for MemoryStore {
    fn forget_instructions(&self, over_before: Timestamp) -> Answer<'_, u64> {
        self.write(move |state| Ok(state.forget_instructions(over_before)))
    }

    fn forget_addresses(&self, over_before: Timestamp) -> Answer<'_, u64> {
        self.write(move |state| {
            let over = state.over_before(over_before);
            let own = state.parcels.values_mut().filter(|parcel| over.contains(&parcel.id));
            let was_told =
                |parcel: &Parcel| parcel.other_carrier().is_some_and(|other| !other.log.is_empty());
            let is_known =
                |parcel: &&mut Parcel| parcel.address.is_some() || parcel.door.is_some() || was_told(parcel);
            let forget = |parcel: &mut Parcel| {
                (parcel.address, parcel.door) = (None, None);
                if let Carrier::Other(other) = &mut parcel.carrier {
                    other.log = CarrierLog::default();
                }
            };
            Ok(own.filter(is_known).map(forget).count() as u64)
        })
    }

    fn delete_stops_before(&self, day: Date) -> Answer<'_, u64> {
        self.write(move |state| {
            let before = state.stops.len();
            let is_kept = |tour: &_| state.tours.get(tour).is_some_and(|tour| tour.day >= day);
            state.stops.retain(|(tour, _), _| is_kept(tour));
            Ok((before - state.stops.len()) as u64)
        })
    }

    fn delete_parcels(&self, over_before: Timestamp) -> Answer<'_, u64> {
        self.write(move |state| {
            let over = state.over_before(over_before);
            state.delete_parcels(&over);
            Ok(over.len() as u64)
        })
    }

    fn delete_tours_before(&self, day: Date) -> Answer<'_, u64> {
        self.write(move |state| {
            let before = state.tours.len();
            let has_stops: BTreeSet<_> = state.stops.keys().map(|(tour, _)| *tour).collect();
            state
                .tours
                .retain(|id, tour| tour.day >= day || tour.ended_at.is_none() || has_stops.contains(id));
            state.handovers.retain(|(tour, _), _| state.tours.contains_key(tour));
            Ok((before - state.tours.len()) as u64)
        })
    }

    fn delete_subscriptions_unused_since(&self, instant: Timestamp) -> Answer<'_, u64> {
        self.write(move |state| {
            let count = |state: &State| {
                let devices = state.push_subscriptions.len() + state.ntfy_topics.len();
                state.subscriptions.len() + state.calendars.len() + devices
            };
            let before = count(state);
            state.subscriptions.retain(|_, (_, used_at)| *used_at >= instant);
            state.calendars.retain(|_, calendar| calendar.used_at >= instant);
            state.push_subscriptions.retain(|_, browser| browser.used_at >= instant);
            state.ntfy_topics.retain(|_, topic| topic.used_at >= instant);
            let homes = state.end_homes_unused_since(instant);
            let has_wishes = |id| state.subscriptions.keys().any(|(recipient, _)| *recipient == id);
            state.quiet_hours.retain(|id, _| has_wishes(*id));
            Ok((before - count(state) + homes) as u64)
        })
    }

    fn note_forgetting(&self, kind: String, at: Timestamp, count: u64) -> Answer<'_, ()> {
        self.write(move |state| {
            let known = state.forgettings.remove(&kind);
            let known =
                known.unwrap_or(Forgetting { kind: kind.clone(), looked_at: at, forgot_at: None, count: 0 });
            state.forgettings.insert(kind, known.after(at, count));
            Ok(())
        })
    }

    fn list_forgettings(&self) -> Answer<'_, Vec<Forgetting>> {
        self.read(|state| state.forgettings.values().cloned().collect())
    }

    fn empty_journal(&self) -> Answer<'_, bool> {
        self.read(|_| true)
    }

    fn erase_traces(&self) -> Answer<'_, bool> {
        self.read(|_| true)
    }
}

impl State {
    fn over_before(&self, instant: Timestamp) -> BTreeSet<ParcelId> {
        let over = self.parcels.values().filter(|parcel| {
            let created_at = self.created.get(&parcel.id).copied().unwrap_or(Timestamp::MIN);
            over_at(parcel, self.outcomes.get(&parcel.id), created_at) < instant
        });
        over.map(|parcel| parcel.id).collect()
    }

    fn forget_instructions(&mut self, over_before: Timestamp) -> u64 {
        let over = self.over_before(over_before);
        let known = &self.parcels;
        let is_due = |parcel| over.contains(&parcel) || !known.contains_key(&parcel);
        let notes =
            self.logs.values_mut().flatten().filter_map(|event| take_note(event, is_due).then_some(()));
        let notes = notes.count();
        let asked = self.parcels.values_mut().filter(|parcel| over.contains(&parcel.id));
        let asked = asked.filter_map(|parcel| {
            let nothing = Wishes { version: parcel.wishes.version, ..Wishes::default() };
            (std::mem::replace(&mut parcel.wishes, nothing.clone()) != nothing).then_some(())
        });
        let asked = asked.count();
        self.place_photos.retain(|parcel, _| !over.contains(parcel));
        let takers = self.shares.values_mut().filter(|share| over.contains(&share.parcel));
        let takers = takers.filter_map(|share| share.name.take()).count();
        (notes + asked + takers) as u64
    }

    pub(super) fn delete_parcels(&mut self, gone: &BTreeSet<ParcelId>) {
        self.delete_photos(gone);
        self.delete_reports(gone);
        self.shares.retain(|_, share| !gone.contains(&share.parcel));
        self.rules.retain(|set| !matches!(set.new.of, RulesOf::Parcel(parcel) if gone.contains(&parcel)));
        self.messages.retain(|_, entry| match entry.message().topic {
            Topic::Parcel(parcel, _) | Topic::Delayed(parcel, _) | Topic::Bought(parcel) => {
                !gone.contains(&parcel)
            }
            Topic::SignIn(_) => true,
        });
        for parcel in gone {
            self.parcels.remove(parcel);
            self.outcomes.remove(parcel);
            self.created.remove(parcel);
            self.asked.remove(parcel);
            self.rated_days.remove(parcel);
        }
    }
}
