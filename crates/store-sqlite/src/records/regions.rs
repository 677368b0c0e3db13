//! Regions.

use doorstep_domain::{OperatorId, RegionId};
use doorstep_store::{Answer, Region, Regions, StoreError};
use sqlx::SqliteConnection;
use sqlx::sqlite::SqliteRow;

use crate::SqliteStore;
use crate::columns::{Columns, all, bytes};
use crate::error::{failed, refused};

const TABLE: &str = "regions";
const NAME_TAKEN: &str = "a region of this name";

impl Regions for SqliteStore {
    fn put_region(&self, region: Region) -> Answer<'_, ()> {
        self.write(move |db| Box::pin(put(db, region)))
    }

    fn list_regions(&self, operator: OperatorId) -> Answer<'_, Vec<Region>> {
        Box::pin(async move {
            let list = sqlx::query("SELECT * FROM regions WHERE operator = ? ORDER BY name")
                .bind(bytes(operator.to_bytes()));
            all(&list.fetch_all(&self.readers).await.map_err(failed)?, read)
        })
    }

    fn delete_region(&self, operator: OperatorId, id: RegionId) -> Answer<'_, bool> {
        self.write(move |db| {
            Box::pin(async move {
                let delete = sqlx::query("DELETE FROM regions WHERE id = ? AND operator = ?")
                    .bind(bytes(id.to_bytes()))
                    .bind(bytes(operator.to_bytes()));
                Ok(delete.execute(db).await.map_err(failed)?.rows_affected() > 0)
            })
        })
    }
}

async fn put(db: &mut SqliteConnection, region: Region) -> Result<(), StoreError> {
    let put = "INSERT INTO regions (id, operator, name, area, live_from) VALUES (?, ?, ?, ?, ?) \
               ON CONFLICT (id) DO UPDATE SET name = excluded.name, area = excluded.area, \
               live_from = excluded.live_from WHERE operator = excluded.operator";
    let put = sqlx::query(put)
        .bind(bytes(region.id.to_bytes()))
        .bind(bytes(region.operator.to_bytes()))
        .bind(region.name)
        .bind(region.area)
        .bind(region.live_from.to_string());
    match put.execute(db).await.map_err(refused(TABLE, NAME_TAKEN))?.rows_affected() {
        0 => Err(StoreError::Conflict { what: NAME_TAKEN }),
        _ => Ok(()),
    }
}

fn read(row: &SqliteRow) -> Result<Region, StoreError> {
    let columns = Columns::of(TABLE, row);
    Ok(Region {
        id: columns.id("id", RegionId::from_bytes)?,
        operator: columns.id("operator", OperatorId::from_bytes)?,
        name: columns.raw("name")?,
        area: columns.raw("area")?,
        live_from: columns.day("live_from")?,
    })
}
