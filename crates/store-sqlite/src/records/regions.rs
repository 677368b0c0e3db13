//! Regions and rules.

use doorstep_domain::{OperatorId, RegionId};
use doorstep_store::{Answer, Region, Regions, StoreError, VisibilitySetting};
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

    fn put_visibility(&self, setting: VisibilitySetting) -> Answer<'_, ()> {
        let put = "INSERT INTO visibility (operator, rules) VALUES (?, ?) \
                   ON CONFLICT (operator) DO UPDATE SET rules = excluded.rules";
        self.write(move |db| {
            Box::pin(async move {
                let put = sqlx::query(put).bind(bytes(setting.operator.to_bytes())).bind(setting.rules);
                put.execute(db).await.map_err(refused("visibility", "these rules"))?;
                Ok(())
            })
        })
    }

    fn find_visibility(&self, operator: OperatorId) -> Answer<'_, Option<VisibilitySetting>> {
        Box::pin(async move {
            let find = sqlx::query_scalar("SELECT rules FROM visibility WHERE operator = ?")
                .bind(bytes(operator.to_bytes()));
            let rules: Option<String> = find.fetch_optional(&self.readers).await.map_err(failed)?;
            Ok(rules.map(|rules| VisibilitySetting { operator, rules }))
        })
    }
}

async fn put(db: &mut SqliteConnection, region: Region) -> Result<(), StoreError> {
    let put = "INSERT INTO regions (id, operator, name, area, live_from, rules) VALUES (?, ?, ?, ?, ?, ?) \
               ON CONFLICT (id) DO UPDATE SET name = excluded.name, area = excluded.area, \
               live_from = excluded.live_from, rules = excluded.rules WHERE operator = excluded.operator";
    let put = sqlx::query(put)
        .bind(bytes(region.id.to_bytes()))
        .bind(bytes(region.operator.to_bytes()))
        .bind(region.name)
        .bind(region.area)
        .bind(region.live_from.to_string())
        .bind(region.rules);
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
        rules: columns.raw("rules")?,
    })
}
