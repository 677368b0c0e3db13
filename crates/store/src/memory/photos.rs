//! Photos of deliveries.

use std::collections::BTreeSet;

use doorstep_domain::ParcelId;
use jiff::Timestamp;

use super::{MemoryStore, State, refers};
use crate::{Answer, Photo, Photos};

impl Photos for MemoryStore {
    fn put_photo(&self, photo: Photo) -> Answer<'_, ()> {
        self.write(move |state| {
            let parcel = state.parcels.get_mut(&photo.parcel);
            refers(parcel.is_some(), "photos", "parcel")?;
            if let Some(parcel) = parcel {
                parcel.photo_at = Some(photo.taken_at);
            }
            state.photos.insert(photo.parcel, photo);
            Ok(())
        })
    }

    fn find_photo(&self, parcel: ParcelId) -> Answer<'_, Option<Photo>> {
        self.read(move |state| state.photos.get(&parcel).cloned())
    }

    fn delete_photos_before(&self, instant: Timestamp) -> Answer<'_, u64> {
        self.write(move |state| {
            let old = state.photos.values().filter(|photo| photo.taken_at < instant);
            let old: BTreeSet<ParcelId> = old.map(|photo| photo.parcel).collect();
            state.delete_photos(&old);
            Ok(old.len() as u64)
        })
    }
}

impl State {
    /// Deletes the photos of parcels.
    pub(super) fn delete_photos(&mut self, parcels: &BTreeSet<ParcelId>) {
        for parcel in parcels {
            self.photos.remove(parcel);
            if let Some(parcel) = self.parcels.get_mut(parcel) {
                parcel.photo_at = None;
            }
        }
    }
}
