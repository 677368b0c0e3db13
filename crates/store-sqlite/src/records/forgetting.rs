//! What a worker forgets on its day.

use std::collections::BTreeMap;

use doorstep_domain::{Happening, ParcelId, TourEvent};
use doorstep_store::{Answer, Forgets, Forgetting, StoreError, take_note};
use jiff::Timestamp;
use jiff::civil::Date;
use sqlx::sqlite::SqliteRow;

use crate::SqliteStore;
use crate::columns::{Columns, all, bytes};
use crate::copy;
use crate::error::{failed, refused};
use crate::log::rewrite;

const TABLE: &str = "forgettings";
/// So many parcels are deleted in one transaction, so that appends need not wait for long.
const AT_ONCE: u32 = 500;
/// Parcels that were over before `?1`, `?2` of them, with what there is about them. All choose the same ones, for the last
/// statement is what takes them away.
const DELETE_SOME_PARCELS: [&str; 7] = [
    "DELETE FROM place_photos WHERE parcel IN \
     (SELECT id FROM parcels WHERE over_at < ?1 ORDER BY over_at, id LIMIT ?2)",
    "DELETE FROM photos WHERE parcel IN \
     (SELECT id FROM parcels WHERE over_at < ?1 ORDER BY over_at, id LIMIT ?2)",
    "DELETE FROM reports WHERE parcel IN \
     (SELECT id FROM parcels WHERE over_at < ?1 ORDER BY over_at, id LIMIT ?2)",
    "DELETE FROM shares WHERE parcel IN \
     (SELECT id FROM parcels WHERE over_at < ?1 ORDER BY over_at, id LIMIT ?2)",
    "DELETE FROM outbox WHERE kind <> 'sign_in' AND about IN \
     (SELECT id FROM parcels WHERE over_at < ?1 ORDER BY over_at, id LIMIT ?2)",
    "DELETE FROM rule_changes WHERE scope = 'parcel' AND which IN \
     (SELECT lower(hex(id)) FROM parcels WHERE over_at < ?1 ORDER BY over_at, id LIMIT ?2)",
    "DELETE FROM parcels WHERE id IN \
     (SELECT id FROM parcels WHERE over_at < ?1 ORDER BY over_at, id LIMIT ?2)",
];

impl Forgets for SqliteStore {
    fn forget_instructions(&self, over_before: Timestamp) -> Answer<'_, u64> {
        Box::pin(async move {
            let forget = "UPDATE parcels SET safe_place = NULL, safe_place_note = NULL, neighbour = NULL, \
                          neighbour_house = NULL, doorbell = NULL, floor = NULL, way = NULL, \
                          chosen_day = NULL, pickup_point = NULL, pin_lat = NULL, pin_lon = NULL, \
                          place_photo = NULL WHERE over_at < ? AND coalesce(safe_place, neighbour, doorbell, \
                          floor, way, chosen_day, pickup_point, pin_lat, place_photo) IS NOT NULL";
            let asked = self.change(forget, over_before.as_microsecond()).await?;
            let forget =
                "DELETE FROM place_photos WHERE parcel IN (SELECT id FROM parcels WHERE over_at < ?)";
            self.change(forget, over_before.as_microsecond()).await?;
            let forget = "UPDATE shares SET name = NULL WHERE name IS NOT NULL \
                          AND parcel IN (SELECT id FROM parcels WHERE over_at < ?)";
            let takers = self.change(forget, over_before.as_microsecond()).await?;
            Ok(asked + takers + self.forget_notes(over_before).await?)
        })
    }

    fn forget_addresses(&self, over_before: Timestamp) -> Answer<'_, u64> {
        let forget = "UPDATE parcels SET address = NULL, door_lat = NULL, door_lon = NULL, carrier_log = NULL \
                      WHERE over_at < ? \
                      AND (address IS NOT NULL OR door_lat IS NOT NULL OR carrier_log IS NOT NULL)";
        self.change(forget, over_before.as_microsecond())
    }

    fn delete_stops_before(&self, day: Date) -> Answer<'_, u64> {
        let delete = "DELETE FROM stops WHERE tour IN (SELECT id FROM tours WHERE day < ?)";
        self.change(delete, day.to_string())
    }

    fn delete_parcels(&self, over_before: Timestamp) -> Answer<'_, u64> {
        Box::pin(async move {
            let mut deleted = 0;
            loop {
                let some = self.delete_some_parcels(over_before).await?;
                deleted += some;
                if some < u64::from(AT_ONCE) {
                    return Ok(deleted);
                }
            }
        })
    }

    fn delete_tours_before(&self, day: Date) -> Answer<'_, u64> {
        let delete = "DELETE FROM tours WHERE day < ? AND ended_at IS NOT NULL \
                      AND NOT EXISTS (SELECT 1 FROM stops WHERE tour = tours.id)";
        self.change(delete, day.to_string())
    }

    fn delete_subscriptions_unused_since(&self, instant: Timestamp) -> Answer<'_, u64> {
        let unused = instant.as_microsecond();
        Box::pin(async move {
            let subscriptions = self.change("DELETE FROM subscriptions WHERE used_at < ?", unused).await?;
            let calendars = self.change("DELETE FROM calendars WHERE used_at < ?", unused).await?;
            let browsers = self.change("DELETE FROM push_subscriptions WHERE used_at < ?", unused).await?;
            let topics = self.change("DELETE FROM ntfy_topics WHERE used_at < ?", unused).await?;
            let homes = "UPDATE home_links SET is_ended = 1 WHERE used_at < ? AND is_ended = 0";
            let homes = self.change(homes, unused).await?;
            let quiet = "DELETE FROM quiet_hours WHERE account NOT IN (SELECT recipient FROM subscriptions) AND ? > 0";
            self.change(quiet, unused).await?;
            Ok(subscriptions + calendars + browsers + topics + homes)
        })
    }

    fn note_forgetting(&self, kind: String, at: Timestamp, count: u64) -> Answer<'_, ()> {
        let note = "INSERT INTO forgettings (kind, looked_at, forgot_at, count) \
                    VALUES (?1, ?2, CASE WHEN ?3 > 0 THEN ?2 END, ?3) \
                    ON CONFLICT DO UPDATE SET looked_at = excluded.looked_at, \
                    forgot_at = coalesce(excluded.forgot_at, forgot_at), count = count + excluded.count";
        self.write(move |db| {
            Box::pin(async move {
                let count = i64::try_from(count).unwrap_or(i64::MAX);
                let note = sqlx::query(note).bind(kind).bind(at.as_microsecond()).bind(count);
                note.execute(db).await.map_err(refused(TABLE, "this kind"))?;
                Ok(())
            })
        })
    }

    fn list_forgettings(&self) -> Answer<'_, Vec<Forgetting>> {
        Box::pin(async {
            let list = sqlx::query("SELECT * FROM forgettings ORDER BY kind");
            all(&list.fetch_all(&self.readers).await.map_err(failed)?, read)
        })
    }

    fn empty_journal(&self) -> Answer<'_, bool> {
        Box::pin(self.writer.checkpoint())
    }

    fn erase_traces(&self) -> Answer<'_, bool> {
        Box::pin(async {
            copy::delete_left(&self.path)?;
            self.writer.erase_traces().await
        })
    }
}

impl SqliteStore {
    /// Runs a statement with one value; how many rows it changed.
    pub(super) fn change<'q, V>(&self, statement: &'static str, value: V) -> Answer<'_, u64>
    where
        V: sqlx::Encode<'q, sqlx::Sqlite> + sqlx::Type<sqlx::Sqlite> + Send + 'static,
    {
        self.write(move |db| {
            Box::pin(async move {
                let change = sqlx::query(statement).bind(value);
                Ok(change.execute(db).await.map_err(failed)?.rows_affected())
            })
        })
    }

    /// Takes notes out of the logs: each of a parcel that was over before an instant, or is known no more.
    async fn forget_notes(&self, over_before: Timestamp) -> Result<u64, StoreError> {
        let mut forgotten = 0;
        for day in rewrite::days(self).await? {
            let noted = rewrite::events(self, day, rewrite::Of::Notes).await?;
            let mut due = BTreeMap::<ParcelId, bool>::new();
            let mut rewritten = Vec::new();
            for mut row in noted {
                let Some(parcel) = noted_parcel(&row.event) else { continue };
                let is_due = match due.get(&parcel) {
                    Some(is_due) => *is_due,
                    None => self.is_over(parcel, over_before).await?,
                };
                due.insert(parcel, is_due);
                if take_note(&mut row.event, |_| is_due) {
                    rewritten.push(row);
                }
            }
            forgotten += rewrite::put(self, day, rewritten).await?;
        }
        Ok(forgotten)
    }

    async fn is_over(&self, parcel: ParcelId, before: Timestamp) -> Result<bool, StoreError> {
        let ask = "SELECT NOT EXISTS (SELECT 1 FROM parcels WHERE id = ? AND over_at >= ?)";
        let ask = sqlx::query_scalar(ask).bind(bytes(parcel.to_bytes())).bind(before.as_microsecond());
        ask.fetch_one(&self.readers).await.map_err(failed)
    }

    async fn delete_some_parcels(&self, over_before: Timestamp) -> Result<u64, StoreError> {
        let before = over_before.as_microsecond();
        self.write(move |db| {
            Box::pin(async move {
                let mut deleted = 0;
                for delete in DELETE_SOME_PARCELS {
                    let delete = sqlx::query(delete).bind(before).bind(AT_ONCE);
                    deleted = delete.execute(&mut *db).await.map_err(failed)?.rows_affected();
                }
                Ok(deleted)
            })
        })
        .await
    }
}

/// The parcel that a note is about.
fn noted_parcel(event: &TourEvent) -> Option<ParcelId> {
    match &event.what {
        Happening::InstructionGiven { parcel, .. }
        | Happening::AccessNoted { parcel, .. }
        | Happening::PlaceMarked { parcel, .. } => Some(*parcel),
        _ => None,
    }
}

fn read(row: &SqliteRow) -> Result<Forgetting, StoreError> {
    let columns = Columns::of(TABLE, row);
    let count: i64 = columns.raw("count")?;
    Ok(Forgetting {
        kind: columns.raw("kind")?,
        looked_at: columns.instant("looked_at")?,
        forgot_at: columns.instant_opt("forgot_at")?,
        count: u64::try_from(count).unwrap_or_default(),
    })
}
