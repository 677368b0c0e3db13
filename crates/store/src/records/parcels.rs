//! Parcels.

use doorstep_domain::{OnTour, OperatorId, OutcomeView, Parcel, ParcelId, RecipientId, Wish, Wishes};
use jiff::Timestamp;

use super::Page;
use crate::{Answer, Message};

/// Parcels. Each question names whose parcel it may be, so that a foreign one is as absent as none at all.
pub trait Parcels: Send + Sync {
    /// Adds parcels, all or none.
    ///
    /// # Errors
    /// A conflict when the operator has one of the tracking numbers already.
    fn insert_parcels(&self, parcels: Vec<Parcel>, now: Timestamp) -> Answer<'_, ()> {
        self.announce_parcels(parcels, Vec::new(), now)
    }

    /// Adds parcels and the messages that tell of them, all or none.
    ///
    /// # Errors
    /// A conflict when the operator has one of the tracking numbers already.
    fn announce_parcels(
        &self,
        parcels: Vec<Parcel>,
        messages: Vec<Message>,
        now: Timestamp,
    ) -> Answer<'_, ()>;

    /// The parcel with this identity, for workers that act on behalf of nobody.
    fn find_parcel(&self, id: ParcelId) -> Answer<'_, Option<Parcel>>;

    /// These parcels, in any order; those that are absent are left out.
    fn find_parcels(&self, ids: Vec<ParcelId>) -> Answer<'_, Vec<Parcel>>;

    /// The operator's parcel with this identity.
    fn find_parcel_of_operator(&self, operator: OperatorId, id: ParcelId) -> Answer<'_, Option<Parcel>>;

    /// The operator's parcel with this tracking number.
    fn find_parcel_by_number(&self, operator: OperatorId, number: &str) -> Answer<'_, Option<Parcel>>;

    /// The recipient's parcel with this identity.
    fn find_parcel_of_recipient(&self, recipient: RecipientId, id: ParcelId) -> Answer<'_, Option<Parcel>>;

    /// The recipient's parcels, newest day first.
    fn list_parcels_of_recipient(&self, recipient: RecipientId) -> Answer<'_, Vec<Parcel>>;

    /// What someone ordered for others, newest day first.
    fn list_parcels_of_buyer(&self, buyer: RecipientId) -> Answer<'_, Vec<Parcel>>;

    /// The operator's parcels, by identity.
    fn list_parcels(
        &self,
        operator: OperatorId,
        after: Option<String>,
        limit: u32,
    ) -> Answer<'_, Page<Parcel>>;

    /// Replaces the operator's parcel with the same identity; `false` when there is none.
    fn update_parcel(&self, parcel: Parcel) -> Answer<'_, bool>;

    /// Puts parcels on a stop, or off any tour.
    fn assign_parcels(&self, parcels: Vec<(ParcelId, Option<OnTour>)>) -> Answer<'_, ()>;

    /// Changes what the recipient asks for; `false` when this is not the change after the last one.
    fn set_wish(&self, parcel: ParcelId, wish: Wish, version: u32) -> Answer<'_, bool>;

    /// Has a parcel wait for another tour: it is on none, is promised for no window, comes on the day that is wished for,
    /// and an attempt counts no more. `false` when newer wishes stand, or there is no such parcel.
    fn redirect_parcel(&self, parcel: ParcelId, wishes: Wishes) -> Answer<'_, bool>;

    /// How the parcel's story ended, as an append settled it.
    fn find_outcome(&self, parcel: ParcelId) -> Answer<'_, Option<OutcomeView>>;
}
