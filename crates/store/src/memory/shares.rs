//! Links by which recipients let others see a little of a parcel.

use std::cmp::Reverse;

use doorstep_domain::{ParcelId, Personal, RecipientId, ShareId};
use jiff::Timestamp;

use super::{MemoryStore, State, free, refers};
use crate::{Answer, Share, SharePermission, Shares, TokenHash};

impl Shares for MemoryStore {
    fn insert_share(&self, share: Share) -> Answer<'_, bool> {
        self.write(move |state| {
            refers(state.account(share.account).is_some(), "shares", "account")?;
            refers(state.parcels.contains_key(&share.parcel), "shares", "parcel")?;
            let is_same = |other: &Share| other.id == share.id || other.token == share.token;
            free(state.shares.values().any(is_same), "this share")?;
            if state.shares_of(share.account, share.parcel).len() >= Share::PER_PARCEL_MAX {
                return Ok(false);
            }
            state.shares.insert(share.id, share);
            Ok(true)
        })
    }

    fn find_share(&self, token: TokenHash, now: Timestamp) -> Answer<'_, Option<Share>> {
        self.read(move |state| {
            let found = state.shares.values().find(|share| share.token == token);
            found.filter(|share| now < share.expires_at).cloned()
        })
    }

    fn list_shares(&self, account: RecipientId, parcel: ParcelId) -> Answer<'_, Vec<Share>> {
        self.read(move |state| state.shares_of(account, parcel))
    }

    fn list_takers(
        &self,
        parcels: Vec<ParcelId>,
        now: Timestamp,
    ) -> Answer<'_, Vec<(ParcelId, Option<Personal>)>> {
        self.read(move |state| {
            let lasts = |share: &&Share| {
                let recipient = state.parcels.get(&share.parcel).and_then(|parcel| parcel.recipient);
                share.permission == SharePermission::Accept
                    && now < share.expires_at
                    && recipient == Some(share.account)
                    && parcels.contains(&share.parcel)
            };
            let mut shares: Vec<&Share> = state.shares.values().filter(lasts).collect();
            shares.sort_by_key(|share| (share.created_at, share.id));
            shares.into_iter().map(|share| (share.parcel, share.name.clone())).collect()
        })
    }

    fn note_opening(&self, id: ShareId, at: Timestamp) -> Answer<'_, bool> {
        self.write(move |state| Ok(state.shares.get_mut(&id).map(|share| share.note_opening(at)).is_some()))
    }

    fn delete_share(&self, account: RecipientId, parcel: ParcelId, id: ShareId) -> Answer<'_, bool> {
        self.write(move |state| {
            let before = state.shares.len();
            let is_meant =
                |share: &Share| share.id == id && share.account == account && share.parcel == parcel;
            state.shares.retain(|_, share| !is_meant(share));
            Ok(state.shares.len() < before)
        })
    }

    fn delete_shares_expired_before(&self, instant: Timestamp) -> Answer<'_, u64> {
        self.write(move |state| {
            let before = state.shares.len();
            state.shares.retain(|_, share| instant <= share.expires_at);
            Ok((before - state.shares.len()) as u64)
        })
    }
}

impl State {
    fn shares_of(&self, account: RecipientId, parcel: ParcelId) -> Vec<Share> {
        let own = self.shares.values().filter(|share| share.account == account && share.parcel == parcel);
        let mut shares: Vec<Share> = own.cloned().collect();
        shares.sort_by_key(|share| Reverse((share.created_at, share.id)));
        shares
    }
}
