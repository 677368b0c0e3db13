//! Photos of deliveries, as drivers took them and the server made them anew.

use doorstep_domain::{ParcelId, PhotoId};
use jiff::Timestamp;

use crate::Answer;

/// A photo of a delivery.
#[derive(Clone, PartialEq, Eq)]
pub struct Photo {
    /// The parcel that was delivered; it has one photo at most.
    pub parcel: ParcelId,
    /// Its identity, by which a photo that is sent twice is known again.
    pub id: PhotoId,
    /// When it was taken.
    pub taken_at: Timestamp,
    /// When it came first.
    pub received_at: Timestamp,
    /// The picture, as JPEG.
    pub jpeg: Vec<u8>,
}

impl std::fmt::Debug for Photo {
    /// Without the picture: it shows somebody's door.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Photo")
            .field("parcel", &self.parcel)
            .field("bytes", &self.jpeg.len())
            .finish_non_exhaustive()
    }
}

/// A photo of a safe place, as its recipient took it.
#[derive(Clone, PartialEq, Eq)]
pub struct PlacePhoto {
    /// The parcel for which it is; it has one such photo at most.
    pub parcel: ParcelId,
    /// Its identity, which a mark names.
    pub id: PhotoId,
    /// The picture, as JPEG.
    pub jpeg: Vec<u8>,
}

impl std::fmt::Debug for PlacePhoto {
    /// Without the picture: it shows somebody's house.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("PlacePhoto").field("parcel", &self.parcel).finish_non_exhaustive()
    }
}

/// Photos of deliveries. The record of a parcel tells when its photo was taken.
pub trait Photos: Send + Sync {
    /// Keeps a photo in place of the one that the parcel has.
    fn put_photo(&self, photo: Photo) -> Answer<'_, ()>;

    /// The photo of a parcel.
    fn find_photo(&self, parcel: ParcelId) -> Answer<'_, Option<Photo>>;

    /// Deletes photos that were taken before an instant; how many.
    fn delete_photos_before(&self, instant: Timestamp) -> Answer<'_, u64>;

    /// Keeps a photo of a safe place in place of the one that there is for the parcel. It is forgotten with what its
    /// recipient asked for.
    fn put_place_photo(&self, photo: PlacePhoto) -> Answer<'_, ()>;

    /// The photo of the safe place for a parcel.
    fn find_place_photo(&self, parcel: ParcelId) -> Answer<'_, Option<PlacePhoto>>;

    /// Deletes it. Deleting one that is not there is no error.
    fn delete_place_photo(&self, parcel: ParcelId) -> Answer<'_, ()>;
}
