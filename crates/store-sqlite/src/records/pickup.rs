//! Pick-up points.

use doorstep_domain::{OperatorId, PickupPoint, PickupPointId};
use doorstep_store::{Answer, PickupPoints, StoreError};
use sqlx::SqliteConnection;
use sqlx::sqlite::SqliteRow;

use crate::SqliteStore;
use crate::columns::{Columns, all, bytes};
use crate::error::{failed, refused};

const TABLE: &str = "pickup_points";
const TAKEN: &str = "this pick-up point";

impl PickupPoints for SqliteStore {
    fn put_pickup_point(&self, operator: OperatorId, point: PickupPoint) -> Answer<'_, ()> {
        self.write(move |db| Box::pin(put(db, operator, point)))
    }

    fn list_pickup_points(&self, operator: OperatorId) -> Answer<'_, Vec<PickupPoint>> {
        Box::pin(async move {
            let list = sqlx::query("SELECT * FROM pickup_points WHERE operator = ? ORDER BY name, id")
                .bind(bytes(operator.to_bytes()));
            all(&list.fetch_all(&self.readers).await.map_err(failed)?, read)
        })
    }

    fn delete_pickup_point(&self, operator: OperatorId, id: PickupPointId) -> Answer<'_, bool> {
        self.write(move |db| {
            Box::pin(async move {
                let delete = sqlx::query("DELETE FROM pickup_points WHERE id = ? AND operator = ?")
                    .bind(bytes(id.to_bytes()))
                    .bind(bytes(operator.to_bytes()));
                Ok(delete.execute(db).await.map_err(failed)?.rows_affected() > 0)
            })
        })
    }
}

async fn put(db: &mut SqliteConnection, operator: OperatorId, point: PickupPoint) -> Result<(), StoreError> {
    let put = "INSERT INTO pickup_points (id, operator, name, address, hours, lat, lon) VALUES (?, ?, ?, ?, ?, ?, ?) \
               ON CONFLICT (id) DO UPDATE SET name = excluded.name, address = excluded.address, \
               hours = excluded.hours, lat = excluded.lat, lon = excluded.lon WHERE operator = excluded.operator";
    let put = sqlx::query(put)
        .bind(bytes(point.id.to_bytes()))
        .bind(bytes(operator.to_bytes()))
        .bind(point.name)
        .bind(point.address)
        .bind(point.hours)
        .bind(point.place.lat())
        .bind(point.place.lon());
    match put.execute(db).await.map_err(refused(TABLE, TAKEN))?.rows_affected() {
        0 => Err(StoreError::Conflict { what: TAKEN }),
        _ => Ok(()),
    }
}

fn read(row: &SqliteRow) -> Result<PickupPoint, StoreError> {
    let columns = Columns::of(TABLE, row);
    Ok(PickupPoint {
        id: columns.id("id", PickupPointId::from_bytes)?,
        name: columns.raw("name")?,
        address: columns.raw("address")?,
        hours: columns.raw("hours")?,
        place: columns.place_opt("lat", "lon")?.ok_or_else(|| columns.wrong("lat", "it is no place"))?,
    })
}
