//! Photos of deliveries and of safe places.

use doorstep_domain::{ParcelId, PhotoId};
use doorstep_store::{Answer, Photo, Photos, PlacePhoto, StoreError};
use jiff::Timestamp;
use sqlx::sqlite::SqliteRow;

use crate::SqliteStore;
use crate::columns::{Columns, bytes, one};
use crate::error::{failed, refused};

const TABLE: &str = "photos";
const OF_PLACES: &str = "place_photos";

impl Photos for SqliteStore {
    fn put_photo(&self, photo: Photo) -> Answer<'_, ()> {
        self.write(move |db| {
            Box::pin(async move {
                let put = sqlx::query(
                    "REPLACE INTO photos (parcel, id, taken_at, received_at, jpeg) VALUES (?, ?, ?, ?, ?)",
                )
                .bind(bytes(photo.parcel.to_bytes()))
                .bind(bytes(photo.id.to_bytes()))
                .bind(photo.taken_at.as_microsecond())
                .bind(photo.received_at.as_microsecond())
                .bind(photo.jpeg);
                put.execute(db).await.map_err(refused(TABLE, "this photo"))?;
                Ok(())
            })
        })
    }

    fn find_photo(&self, parcel: ParcelId) -> Answer<'_, Option<Photo>> {
        Box::pin(async move {
            let find = sqlx::query("SELECT * FROM photos WHERE parcel = ?").bind(bytes(parcel.to_bytes()));
            one(find.fetch_optional(&self.readers).await.map_err(failed)?.as_ref(), read)
        })
    }

    fn delete_photos_before(&self, instant: Timestamp) -> Answer<'_, u64> {
        self.change("DELETE FROM photos WHERE taken_at < ?", instant.as_microsecond())
    }

    fn put_place_photo(&self, photo: PlacePhoto) -> Answer<'_, ()> {
        self.write(move |db| {
            Box::pin(async move {
                let put = sqlx::query("REPLACE INTO place_photos (parcel, id, jpeg) VALUES (?, ?, ?)")
                    .bind(bytes(photo.parcel.to_bytes()))
                    .bind(bytes(photo.id.to_bytes()))
                    .bind(photo.jpeg);
                put.execute(db).await.map_err(refused(OF_PLACES, "this photo"))?;
                Ok(())
            })
        })
    }

    fn find_place_photo(&self, parcel: ParcelId) -> Answer<'_, Option<PlacePhoto>> {
        Box::pin(async move {
            let find =
                sqlx::query("SELECT * FROM place_photos WHERE parcel = ?").bind(bytes(parcel.to_bytes()));
            one(find.fetch_optional(&self.readers).await.map_err(failed)?.as_ref(), read_of_place)
        })
    }

    fn delete_place_photo(&self, parcel: ParcelId) -> Answer<'_, ()> {
        self.write(move |db| {
            Box::pin(async move {
                let delete =
                    sqlx::query("DELETE FROM place_photos WHERE parcel = ?").bind(bytes(parcel.to_bytes()));
                delete.execute(db).await.map_err(failed)?;
                Ok(())
            })
        })
    }
}

fn read_of_place(row: &SqliteRow) -> Result<PlacePhoto, StoreError> {
    let columns = Columns::of(OF_PLACES, row);
    Ok(PlacePhoto {
        parcel: columns.id("parcel", ParcelId::from_bytes)?,
        id: columns.id("id", PhotoId::from_bytes)?,
        jpeg: columns.raw("jpeg")?,
    })
}

fn read(row: &SqliteRow) -> Result<Photo, StoreError> {
    let columns = Columns::of(TABLE, row);
    Ok(Photo {
        parcel: columns.id("parcel", ParcelId::from_bytes)?,
        id: columns.id("id", PhotoId::from_bytes)?,
        taken_at: columns.instant("taken_at")?,
        received_at: columns.instant("received_at")?,
        jpeg: columns.raw("jpeg")?,
    })
}
