//! When other carriers are asked about the parcels that they bring.

use doorstep_domain::ParcelId;
use doorstep_store::{Answer, Asked, AskedCarrier, Asking, StoreError, ToAsk};
use jiff::Timestamp;
use sqlx::sqlite::SqliteRow;

use crate::SqliteStore;
use crate::columns::{Columns, all, bytes, one};
use crate::error::{failed, refused};

const PARCELS: &str = "asked_parcels";
const CARRIERS: &str = "asked_carriers";

impl Asking for SqliteStore {
    fn list_to_ask(&self, carrier: String, since: Timestamp, limit: u32) -> Answer<'_, Vec<ToAsk>> {
        // What is said of the number and the status is said as the index says it, so that the index serves.
        let list = "SELECT id, status, due_at, failures FROM (\
                    SELECT id, status, coalesce(next_at, created_at) AS due_at, \
                    coalesce(failures, 0) AS failures, row_number() OVER (\
                    PARTITION BY status ORDER BY coalesce(next_at, created_at), id) AS place \
                    FROM parcels LEFT JOIN asked_parcels ON parcel = id \
                    WHERE carrier_name = ? AND created_at >= ? AND carrier_tracking_number IS NOT NULL \
                    AND status NOT IN ('delivered', 'returned', 'cancelled')) \
                    WHERE place <= ? ORDER BY due_at, id";
        Box::pin(async move {
            let list = sqlx::query(list).bind(carrier).bind(since.as_microsecond()).bind(limit);
            all(&list.fetch_all(&self.readers).await.map_err(failed)?, to_ask)
        })
    }

    fn put_asked(&self, parcel: ParcelId, asked: Asked) -> Answer<'_, ()> {
        let put = "INSERT INTO asked_parcels (parcel, next_at, failures) \
                   SELECT id, ?, ? FROM parcels WHERE id = ? \
                   ON CONFLICT DO UPDATE SET next_at = excluded.next_at, failures = excluded.failures";
        self.write(move |db| {
            Box::pin(async move {
                let put = sqlx::query(put)
                    .bind(asked.next_at.as_microsecond())
                    .bind(asked.failures)
                    .bind(bytes(parcel.to_bytes()));
                put.execute(db).await.map_err(refused(PARCELS, "this parcel"))?;
                Ok(())
            })
        })
    }

    fn find_asked_carrier(&self, carrier: String) -> Answer<'_, Option<AskedCarrier>> {
        Box::pin(async move {
            let find = sqlx::query("SELECT * FROM asked_carriers WHERE name = ?").bind(carrier);
            one(find.fetch_optional(&self.readers).await.map_err(failed)?.as_ref(), asked_carrier)
        })
    }

    fn put_asked_carrier(&self, carrier: String, asked: AskedCarrier) -> Answer<'_, ()> {
        let put = "INSERT INTO asked_carriers (name, asked_at, used_until, held_until, failures) \
                   VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET asked_at = excluded.asked_at, \
                   used_until = excluded.used_until, held_until = excluded.held_until, \
                   failures = excluded.failures";
        self.write(move |db| {
            Box::pin(async move {
                let put = sqlx::query(put)
                    .bind(carrier)
                    .bind(asked.asked_at.as_microsecond())
                    .bind(asked.used_until.as_microsecond())
                    .bind(asked.held_until.map(Timestamp::as_microsecond))
                    .bind(asked.failures);
                put.execute(db).await.map_err(refused(CARRIERS, "this carrier"))?;
                Ok(())
            })
        })
    }
}

fn to_ask(row: &SqliteRow) -> Result<ToAsk, StoreError> {
    let columns = Columns::of(PARCELS, row);
    Ok(ToAsk {
        parcel: columns.id("id", ParcelId::from_bytes)?,
        status: columns.word("status")?,
        due_at: columns.instant("due_at")?,
        failures: columns.raw("failures")?,
    })
}

fn asked_carrier(row: &SqliteRow) -> Result<AskedCarrier, StoreError> {
    let columns = Columns::of(CARRIERS, row);
    Ok(AskedCarrier {
        asked_at: columns.instant("asked_at")?,
        used_until: columns.instant("used_until")?,
        held_until: columns.instant_opt("held_until")?,
        failures: columns.raw("failures")?,
    })
}
