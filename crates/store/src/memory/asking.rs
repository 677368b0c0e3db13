//! When other carriers are asked about the parcels that they bring.

use std::collections::BTreeMap;

use doorstep_domain::{Carrier, Parcel, ParcelId, Status};
use jiff::Timestamp;

use super::{MemoryStore, State};
use crate::{Answer, Asked, AskedCarrier, Asking, ToAsk, is_over};

impl Asking for MemoryStore {
    fn list_to_ask(&self, carrier: String, since: Timestamp, limit: u32) -> Answer<'_, Vec<ToAsk>> {
        self.read(move |state| {
            let mut to_ask: Vec<ToAsk> =
                state.parcels.values().filter_map(|parcel| state.to_ask(parcel, &carrier, since)).collect();
            to_ask.sort_by_key(|one| (one.due_at, one.parcel));
            let mut counts: BTreeMap<Status, u32> = BTreeMap::new();
            to_ask.retain(|one| {
                let count = counts.entry(one.status).or_default();
                *count += 1;
                *count <= limit
            });
            to_ask
        })
    }

    fn put_asked(&self, parcel: ParcelId, asked: Asked) -> Answer<'_, ()> {
        self.write(move |state| {
            if state.parcels.contains_key(&parcel) {
                state.asked.insert(parcel, asked);
            }
            Ok(())
        })
    }

    fn find_asked_carrier(&self, carrier: String) -> Answer<'_, Option<AskedCarrier>> {
        self.read(move |state| state.asked_carriers.get(&carrier).copied())
    }

    fn put_asked_carrier(&self, carrier: String, asked: AskedCarrier) -> Answer<'_, ()> {
        self.write(move |state| {
            state.asked_carriers.insert(carrier, asked);
            Ok(())
        })
    }
}

impl State {
    fn to_ask(&self, parcel: &Parcel, carrier: &str, since: Timestamp) -> Option<ToAsk> {
        let other = parcel.other_carrier().filter(|other| other.name == carrier)?;
        other.tracking_number.as_ref()?;
        let created_at = self.created.get(&parcel.id).copied().filter(|created_at| *created_at >= since)?;
        let asked = self.asked.get(&parcel.id);
        (!is_over(parcel.status)).then(|| ToAsk {
            parcel: parcel.id,
            status: parcel.status,
            due_at: asked.map_or(created_at, |asked| asked.next_at),
            failures: asked.map_or(0, |asked| asked.failures),
        })
    }

    /// What was asked of one number says nothing of another.
    pub(super) fn ask_anew(&mut self, parcel: ParcelId, before: &Carrier, now: &Carrier) {
        if leads_to(before) != leads_to(now) {
            self.asked.remove(&parcel);
        }
    }
}

fn leads_to(carrier: &Carrier) -> Option<(&str, Option<&str>)> {
    match carrier {
        Carrier::Own => None,
        Carrier::Other(other) => Some((&other.name, other.tracking_number.as_deref())),
    }
}
