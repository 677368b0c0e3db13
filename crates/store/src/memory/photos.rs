//! Photos of deliveries.

use std::collections::BTreeSet;

use doorstep_domain::ParcelId;
use jiff::Timestamp;

use super::{MemoryStore, State, refers};
use crate::{Answer, Photo, Photos, PlacePhoto};

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
            state.delete_delivery_photos(&old);
            Ok(old.len() as u64)
        })
    }

    fn put_place_photo(&self, photo: PlacePhoto) -> Answer<'_, ()> {
        self.write(move |state| {
            refers(state.parcels.contains_key(&photo.parcel), "place_photos", "parcel")?;
            state.place_photos.insert(photo.parcel, photo);
            Ok(())
        })
    }

    fn find_place_photo(&self, parcel: ParcelId) -> Answer<'_, Option<PlacePhoto>> {
        self.read(move |state| state.place_photos.get(&parcel).cloned())
    }

    fn delete_place_photo(&self, parcel: ParcelId) -> Answer<'_, ()> {
        self.write(move |state| {
            state.place_photos.remove(&parcel);
            Ok(())
        })
    }
}

impl State {
    /// Deletes the photos of parcels and their places.
    pub(super) fn delete_photos(&mut self, parcels: &BTreeSet<ParcelId>) {
        self.place_photos.retain(|parcel, _| !parcels.contains(parcel));
        self.delete_delivery_photos(parcels);
    }

    fn delete_delivery_photos(&mut self, parcels: &BTreeSet<ParcelId>) {
        for parcel in parcels {
            self.photos.remove(parcel);
            if let Some(parcel) = self.parcels.get_mut(parcel) {
                parcel.photo_at = None;
            }
        }
    }
}
