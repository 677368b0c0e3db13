//! Photos of deliveries.

use doorstep_domain::{ParcelId, PhotoId};
use doorstep_store::{Answer, Photo, Photos, StoreError};
use jiff::Timestamp;
use sqlx::sqlite::SqliteRow;

use crate::SqliteStore;
use crate::columns::{Columns, bytes, one};
use crate::error::{failed, refused};

const TABLE: &str = "photos";

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
