//! One person, wherever they are.

use doorstep_domain::{DriverId, OperatorId, ParcelId, Personal, RecipientId, TourEvent, TourId};
use doorstep_store::{Answer, People, Redaction, StoreError, TourRecord, Traces};
use sqlx::SqliteConnection;

use super::{outbox, tours};
use crate::SqliteStore;
use crate::columns::{Columns, all, bytes};
use crate::error::failed;
use crate::log::rewrite;

impl People for SqliteStore {
    fn traces_of(&self, id: RecipientId) -> Answer<'_, Traces> {
        Box::pin(async move {
            let messages = self.of_account("SELECT * FROM outbox WHERE recipient = ? ORDER BY number", id);
            let messages = all(&messages.await?, outbox::read)?;
            let ends = async |list| {
                let rows = self.of_account(list, id).await?;
                all(&rows, |row| Columns::of("accounts", row).instant("expires_at"))
            };
            Ok(Traces {
                messages: messages.into_iter().map(|queued| queued.message).collect(),
                sign_in_links: ends("SELECT expires_at FROM sign_in_links WHERE account = ?").await?,
                browsers: ends("SELECT expires_at FROM known_browsers WHERE account = ?").await?,
                events: self.events_of(id).await?,
            })
        })
    }

    fn forget_person(&self, id: RecipientId) -> Answer<'_, bool> {
        Box::pin(async move {
            // The logs come first: as long as the account is there, all of this can be done again.
            self.forget_on_tours(id).await?;
            self.write(move |db| Box::pin(forget(db, id))).await
        })
    }

    fn list_drivers(&self, operator: OperatorId) -> Answer<'_, Vec<(DriverId, Personal)>> {
        Box::pin(async move {
            let list = sqlx::query("SELECT id, name FROM drivers WHERE operator = ? ORDER BY id")
                .bind(bytes(operator.to_bytes()));
            all(&list.fetch_all(&self.readers).await.map_err(failed)?, |row| {
                let columns = Columns::of("drivers", row);
                Ok((columns.id("id", DriverId::from_bytes)?, columns.personal("name")?))
            })
        })
    }

    fn list_every_tour_of_driver(&self, driver: DriverId) -> Answer<'_, Vec<TourRecord>> {
        Box::pin(async move {
            let list = sqlx::query("SELECT * FROM tours WHERE driver = ? ORDER BY day, reference")
                .bind(bytes(driver.to_bytes()));
            all(&list.fetch_all(&self.readers).await.map_err(failed)?, tours::read)
        })
    }
}

impl SqliteStore {
    async fn of_account(
        &self,
        list: &'static str,
        id: RecipientId,
    ) -> Result<Vec<sqlx::sqlite::SqliteRow>, StoreError> {
        sqlx::query(list).bind(bytes(id.to_bytes())).fetch_all(&self.readers).await.map_err(failed)
    }

    async fn redaction(&self, id: RecipientId) -> Result<Redaction, StoreError> {
        let own = self.of_account("SELECT id FROM parcels WHERE recipient = ?", id).await?;
        let own = all(&own, |row| Columns::of("parcels", row).id("id", ParcelId::from_bytes))?;
        Ok(Redaction::of(own))
    }

    async fn events_of(&self, id: RecipientId) -> Result<Vec<(TourId, TourEvent)>, StoreError> {
        let mut theirs = self.redaction(id).await?;
        let mut told = Vec::new();
        for day in rewrite::days(self).await? {
            let rows = rewrite::events(self, day, rewrite::Of::AllButFixes).await?;
            told.extend(rows.into_iter().filter_map(|row| Some((row.tour, theirs.extract(row.event)?))));
        }
        Ok(told)
    }

    /// Takes someone out of the logs, and out of the details of stops that only the logs still lead to.
    async fn forget_on_tours(&self, id: RecipientId) -> Result<(), StoreError> {
        let mut redaction = self.redaction(id).await?;
        for day in rewrite::days(self).await? {
            let events = rewrite::events(self, day, rewrite::Of::AllButFixes).await?;
            let told =
                events.into_iter().filter_map(|mut row| redaction.apply(&mut row.event).then_some(row));
            rewrite::put(self, day, told.collect()).await?;
        }
        let stops: Vec<_> = redaction.stops().iter().map(|stop| bytes(stop.to_bytes())).collect();
        self.write(move |db| {
            Box::pin(async move {
                for stop in stops {
                    let delete = "DELETE FROM stops WHERE stop = ?1 AND NOT EXISTS (SELECT 1 FROM parcels \
                                  WHERE parcels.tour = stops.tour AND parcels.stop = ?1 \
                                  AND recipient IS NOT ?2)";
                    let delete = sqlx::query(delete).bind(stop).bind(bytes(id.to_bytes()));
                    delete.execute(&mut *db).await.map_err(failed)?;
                }
                Ok(())
            })
        })
        .await
    }
}

/// What is deleted and changed in one transaction, the account last; `?1` is the account. Of a parcel its day, its kind
/// and what became of it remain.
const FORGET: [&str; 21] = [
    "DELETE FROM photos WHERE parcel IN (SELECT id FROM parcels WHERE recipient = ?1)",
    "DELETE FROM place_photos WHERE parcel IN (SELECT id FROM parcels WHERE recipient = ?1)",
    "DELETE FROM reports WHERE parcel IN (SELECT id FROM parcels WHERE recipient = ?1)",
    "DELETE FROM stops WHERE (address IN (SELECT address FROM parcels WHERE recipient = ?1) \
     OR (tour, stop) IN (SELECT tour, stop FROM parcels WHERE recipient = ?1)) \
     AND NOT EXISTS (SELECT 1 FROM parcels WHERE parcels.tour = stops.tour AND parcels.stop = stops.stop \
     AND recipient IS NOT ?1)",
    "DELETE FROM rule_changes WHERE scope = 'parcel' \
     AND which IN (SELECT lower(hex(id)) FROM parcels WHERE recipient = ?1)",
    "DELETE FROM answers WHERE instr(body, CAST(lower(hex(?1)) AS BLOB)) > 0 \
     OR EXISTS (SELECT 1 FROM parcels WHERE recipient = ?1 \
     AND instr(body, CAST(lower(hex(parcels.id)) AS BLOB)) > 0)",
    "DELETE FROM shares WHERE account = ?1",
    "DELETE FROM calendars WHERE account = ?1",
    "DELETE FROM outbox WHERE recipient = ?1",
    "DELETE FROM sessions WHERE account = ?1",
    "DELETE FROM sign_in_links WHERE account = ?1",
    "DELETE FROM passkeys WHERE account = ?1",
    "DELETE FROM known_browsers WHERE account = ?1",
    "DELETE FROM subscriptions WHERE recipient = ?1",
    "DELETE FROM push_subscriptions WHERE account = ?1",
    "DELETE FROM ntfy_topics WHERE account = ?1",
    "UPDATE home_links SET account = NULL, is_ended = 1 WHERE account = ?1",
    "DELETE FROM quiet_hours WHERE account = ?1",
    "UPDATE parcels SET recipient = NULL, tracking_number = 'forgotten-' || lower(hex(id)), order_id = NULL, \
     sender = '', address = NULL, door_lat = NULL, door_lon = NULL, safe_place = NULL, safe_place_note = NULL, \
     neighbour = NULL, neighbour_house = NULL, doorbell = NULL, floor = NULL, way = NULL, \
     chosen_day = NULL, pickup_point = NULL, pin_lat = NULL, pin_lon = NULL, place_photo = NULL, \
     carrier_tracking_number = NULL, carrier_url = NULL, carrier_log = NULL,
     rating_score = NULL, rating_comment = NULL, rated_at = NULL, rated_day = NULL WHERE recipient = ?1",
    "UPDATE parcels SET buyer = NULL WHERE buyer = ?1",
    "DELETE FROM accounts WHERE id = ?1",
];

async fn forget(db: &mut SqliteConnection, id: RecipientId) -> Result<bool, StoreError> {
    let mut deleted = 0;
    for statement in FORGET {
        let statement = sqlx::query(statement).bind(bytes(id.to_bytes()));
        deleted = statement.execute(&mut *db).await.map_err(failed)?.rows_affected();
    }
    Ok(deleted > 0)
}
