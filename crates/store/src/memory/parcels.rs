//! Parcels.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use doorstep_domain::{
    Carrier, OnTour, OperatorId, OutcomeView, Parcel, ParcelId, RecipientId, Status, Wish, Wishes,
};
use jiff::Timestamp;

use super::{MemoryStore, State, free, refers};
use crate::{Answer, Message, Page, Parcels, StoreError};

const NUMBER_TAKEN: &str = "a parcel with this tracking number";

impl Parcels for MemoryStore {
    fn announce_parcels(
        &self,
        parcels: Vec<Parcel>,
        messages: Vec<Message>,
        now: Timestamp,
    ) -> Answer<'_, ()> {
        self.write(move |state| {
            state.check_new_parcels(&parcels)?;
            state.add_parcels(parcels, now);
            state.enqueue(messages);
            Ok(())
        })
    }

    fn find_parcel(&self, id: ParcelId) -> Answer<'_, Option<Parcel>> {
        self.read(move |state| state.parcels.get(&id).cloned())
    }

    fn find_parcels(&self, ids: Vec<ParcelId>) -> Answer<'_, Vec<Parcel>> {
        self.read(move |state| {
            let ids: BTreeSet<_> = ids.into_iter().collect();
            ids.iter().filter_map(|id| state.parcels.get(id).cloned()).collect()
        })
    }

    fn find_parcel_of_operator(&self, operator: OperatorId, id: ParcelId) -> Answer<'_, Option<Parcel>> {
        self.read(move |state| state.parcels.get(&id).filter(|parcel| parcel.operator == operator).cloned())
    }

    fn find_parcel_by_number(&self, operator: OperatorId, number: &str) -> Answer<'_, Option<Parcel>> {
        let number = number.to_owned();
        let same = move |parcel: &&Parcel| parcel.operator == operator && parcel.tracking_number == number;
        self.read(move |state| state.parcels.values().find(same).cloned())
    }

    fn find_parcel_of_recipient(&self, recipient: RecipientId, id: ParcelId) -> Answer<'_, Option<Parcel>> {
        let own = move |parcel: &&Parcel| parcel.recipient == Some(recipient);
        self.read(move |state| state.parcels.get(&id).filter(own).cloned())
    }

    fn list_parcels_of_recipient(&self, recipient: RecipientId) -> Answer<'_, Vec<Parcel>> {
        self.read(move |state| {
            let own = state.parcels.values().filter(|parcel| parcel.recipient == Some(recipient));
            let mut parcels: Vec<_> = own.cloned().collect();
            parcels.sort_by_key(|parcel| Reverse(parcel.day));
            parcels
        })
    }

    fn list_parcels_of_buyer(&self, buyer: RecipientId) -> Answer<'_, Vec<Parcel>> {
        self.read(move |state| {
            let bought = |parcel: &&Parcel| parcel.buyer == Some(buyer) && parcel.recipient != Some(buyer);
            let mut parcels: Vec<_> = state.parcels.values().filter(bought).cloned().collect();
            parcels.sort_by_key(|parcel| Reverse(parcel.day));
            parcels
        })
    }

    fn list_parcels(
        &self,
        operator: OperatorId,
        after: Option<String>,
        limit: u32,
    ) -> Answer<'_, Page<Parcel>> {
        self.read(move |state| {
            let behind = |parcel: &&Parcel| after.as_ref().is_none_or(|after| parcel.id.to_string() > *after);
            let own = state.parcels.values().filter(|parcel| parcel.operator == operator);
            let rows =
                own.filter(behind).take(Page::<Parcel>::rows_to_read(limit) as usize).cloned().collect();
            Page::cut(rows, limit, |last| last.id.to_string())
        })
    }

    fn update_parcel(&self, parcel: Parcel) -> Answer<'_, bool> {
        self.write(move |state| {
            if state.parcels.get(&parcel.id).is_none_or(|known| known.operator != parcel.operator) {
                return Ok(false);
            }
            state.check_parcel(&parcel)?;
            state.replace_parcel(parcel);
            Ok(true)
        })
    }

    fn assign_parcels(&self, parcels: Vec<(ParcelId, Option<OnTour>)>) -> Answer<'_, ()> {
        self.write(move |state| {
            for (id, on_tour) in parcels {
                if let Some(parcel) = state.parcels.get_mut(&id) {
                    parcel.on_tour = on_tour;
                }
            }
            Ok(())
        })
    }

    fn set_wish(&self, parcel: ParcelId, wish: Wish, version: u32) -> Answer<'_, bool> {
        self.write(move |state| {
            let known = state.parcels.get_mut(&parcel);
            let Some(known) = known.filter(|known| known.wishes.version.checked_add(1) == Some(version))
            else {
                return Ok(false);
            };
            known.wishes = std::mem::take(&mut known.wishes).after(wish, version);
            Ok(true)
        })
    }

    fn redirect_parcel(&self, parcel: ParcelId, wishes: Wishes) -> Answer<'_, bool> {
        self.write(move |state| {
            let known = state.parcels.get_mut(&parcel);
            let Some(known) = known.filter(|known| known.wishes.version < wishes.version) else {
                return Ok(false);
            };
            (known.on_tour, known.promise, known.day) = (None, None, wishes.day.or(known.day));
            if matches!(known.status, Status::OutForDelivery | Status::Delayed | Status::Attempted) {
                known.status = Status::InTransit;
            }
            known.wishes = wishes;
            Ok(true)
        })
    }

    fn find_outcome(&self, parcel: ParcelId) -> Answer<'_, Option<OutcomeView>> {
        self.read(move |state| state.outcomes.get(&parcel).copied())
    }
}

impl State {
    pub(super) fn check_new_parcels(&self, parcels: &[Parcel]) -> Result<(), StoreError> {
        let mut ids = BTreeSet::new();
        let mut numbers = BTreeSet::new();
        for parcel in parcels {
            self.check_parcel(parcel)?;
            let doubled = !ids.insert(parcel.id)
                || !numbers.insert((parcel.operator, &parcel.tracking_number))
                || self.parcels.contains_key(&parcel.id);
            free(doubled, NUMBER_TAKEN)?;
        }
        Ok(())
    }

    pub(super) fn add_parcels(&mut self, parcels: Vec<Parcel>, now: Timestamp) {
        self.created.extend(parcels.iter().map(|parcel| (parcel.id, now)));
        self.parcels.extend(parcels.into_iter().map(|parcel| (parcel.id, parcel)));
    }

    /// Its rules, its photo, its rating and what the same other carrier said are not part of the record: they stay.
    fn replace_parcel(&mut self, mut parcel: Parcel) {
        if let Some(known) = self.parcels.remove(&parcel.id) {
            self.ask_anew(parcel.id, &known.carrier, &parcel.carrier);
            parcel.visibility = known.visibility;
            (parcel.photo_at, parcel.rating) = (known.photo_at, known.rating);
            if let (Carrier::Other(other), Carrier::Other(before)) = (&mut parcel.carrier, known.carrier)
                && before.name == other.name
            {
                other.log = before.log;
            }
            parcel.follow_carrier();
        }
        self.parcels.insert(parcel.id, parcel);
    }

    fn check_parcel(&self, parcel: &Parcel) -> Result<(), StoreError> {
        refers(self.operators.contains_key(&parcel.operator), "parcels", "operator")?;
        refers(parcel.recipient.is_none_or(|id| self.account(id).is_some()), "parcels", "recipient")?;
        refers(parcel.buyer.is_none_or(|id| self.account(id).is_some()), "parcels", "buyer")?;
        let taken = |other: &Parcel| {
            other.id != parcel.id
                && other.operator == parcel.operator
                && other.tracking_number == parcel.tracking_number
        };
        free(self.parcels.values().any(taken), NUMBER_TAKEN)
    }
}
