//! One person, wherever they are.

use std::collections::BTreeSet;

use doorstep_domain::{
    Carrier, DriverId, OperatorId, OtherCarrier, Parcel, ParcelId, Personal, RecipientId, StopId, TourEvent,
    TourId, Wishes,
};

use super::{MemoryStore, State};
use crate::{Answer, People, Redaction, RulesOf, TourRecord, Traces};

impl People for MemoryStore {
    fn traces_of(&self, id: RecipientId) -> Answer<'_, Traces> {
        self.read(move |state| Traces {
            events: state.events_of(id),
            messages: state
                .messages
                .values()
                .map(super::outbox::Entry::message)
                .filter(|message| message.recipient == id)
                .collect(),
            sign_in_links: state
                .sign_ins
                .values()
                .filter(|link| link.account == id)
                .map(|link| link.expires_at)
                .collect(),
            browsers: state
                .browsers
                .iter()
                .filter(|((_, account), _)| *account == id)
                .map(|(_, end)| *end)
                .collect(),
        })
    }

    fn forget_person(&self, id: RecipientId) -> Answer<'_, bool> {
        self.write(move |state| {
            if state.account(id).is_none() {
                return Ok(false);
            }
            let own = state.parcels_of(id);
            state.forget_on_tours(&own);
            state.forget_account(id);
            state.delete_photos(&own);
            state.delete_reports(&own);
            state.make_anonymous(&own);
            Ok(true)
        })
    }

    fn list_drivers(&self, operator: OperatorId) -> Answer<'_, Vec<(DriverId, Personal)>> {
        self.read(move |state| {
            let own = state.drivers.iter().filter(|(_, (of, _))| *of == operator);
            own.map(|(id, (_, name))| (*id, name.clone())).collect()
        })
    }

    fn list_every_tour_of_driver(&self, driver: DriverId) -> Answer<'_, Vec<TourRecord>> {
        self.read(move |state| {
            let own = state.tours.values().filter(|tour| tour.driver == Some(driver));
            let mut tours: Vec<_> = own.cloned().collect();
            tours.sort_by(|a, b| (a.day, &a.reference).cmp(&(b.day, &b.reference)));
            tours
        })
    }
}

impl State {
    fn parcels_of(&self, id: RecipientId) -> BTreeSet<ParcelId> {
        self.parcels.values().filter(|parcel| parcel.recipient == Some(id)).map(|parcel| parcel.id).collect()
    }

    fn events_of(&self, id: RecipientId) -> Vec<(TourId, TourEvent)> {
        let mut theirs = Redaction::of(self.parcels_of(id));
        let logged =
            self.logs.iter().flat_map(|((_, tour), log)| log.iter().map(|event| (*tour, event.clone())));
        logged.filter_map(|(tour, event)| Some((tour, theirs.extract(event)?))).collect()
    }

    fn forget_on_tours(&mut self, own: &BTreeSet<ParcelId>) {
        let mut redaction = Redaction::of(own.iter().copied());
        for event in self.logs.values_mut().flatten() {
            redaction.apply(event);
        }
        let places = |are_theirs: bool| -> BTreeSet<(TourId, StopId)> {
            let meant = self.parcels.values().filter(|parcel| own.contains(&parcel.id) == are_theirs);
            meant.filter_map(|parcel| parcel.on_tour).map(|on| (on.tour, on.stop)).collect()
        };
        let (theirs, of_others) = (places(true), places(false));
        let addresses: BTreeSet<Personal> =
            own.iter().filter_map(|id| self.parcels.get(id)?.address.clone()).collect();
        self.stops.retain(|place, details| {
            let is_theirs = redaction.stops().contains(&place.1)
                || theirs.contains(place)
                || addresses.contains(&details.address);
            !is_theirs || of_others.contains(place)
        });
    }

    fn forget_account(&mut self, id: RecipientId) {
        self.sessions.retain(|_, session| session.account != id);
        self.sign_ins.retain(|_, link| link.account != id);
        self.passkeys.retain(|_, passkey| passkey.account != id);
        self.browsers.retain(|(_, account), _| *account != id);
        self.subscriptions.retain(|(recipient, _), _| *recipient != id);
        self.calendars.retain(|_, calendar| calendar.account != id);
        self.quiet_hours.remove(&id);
        self.phones.remove(&id);
        self.push_subscriptions.retain(|_, browser| browser.account != id);
        self.ntfy_topics.retain(|_, topic| topic.account != id);
        for link in self.home_links.iter_mut().filter(|link| link.account == Some(id)) {
            (link.account, link.is_ended) = (None, true);
        }
        self.shares.retain(|_, share| share.account != id);
        self.messages.retain(|_, entry| entry.message().recipient != id);
        let bought = self.parcels.values_mut().filter(|parcel| parcel.buyer == Some(id));
        bought.for_each(|parcel| parcel.buyer = None);
        self.accounts.retain(|account| account.id != id);
    }

    /// Of a parcel its day, its kind and what became of it remain.
    fn make_anonymous(&mut self, own: &BTreeSet<ParcelId>) {
        self.rules.retain(|set| !matches!(set.new.of, RulesOf::Parcel(parcel) if own.contains(&parcel)));
        self.asked.retain(|parcel, _| !own.contains(parcel));
        for parcel in self.parcels.values_mut().filter(|parcel| own.contains(&parcel.id)) {
            *parcel = Parcel {
                tracking_number: format!("forgotten-{}", parcel.id),
                order: None,
                recipient: None,
                sender: Personal::default(),
                visibility: doorstep_domain::visibility::Rules::default(),
                door: None,
                address: None,
                rating: None,
                wishes: Wishes { version: parcel.wishes.version, ..Wishes::default() },
                carrier: without_traces(&parcel.carrier),
                ..parcel.clone()
            };
        }
        self.answers.retain(|_, answer| {
            let body = String::from_utf8_lossy(&answer.body);
            !own.iter().any(|parcel| body.contains(&parcel.to_string()))
        });
    }
}

/// Who brings a parcel, without what leads to whom.
fn without_traces(carrier: &Carrier) -> Carrier {
    match carrier {
        Carrier::Own => Carrier::Own,
        Carrier::Other(other) => {
            Carrier::Other(OtherCarrier { status_at: other.status_at, ..OtherCarrier::named(&other.name) })
        }
    }
}
