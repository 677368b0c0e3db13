//! Tours.

use doorstep_domain::{DriverId, OnTour, OperatorId, StopId, TourId};
use doorstep_store::{Answer, NewTour, Page, StopDetails, StoreError, TourRecord, Tours};
use jiff::Timestamp;
use jiff::civil::Date;
use sqlx::sqlite::SqliteRow;
use sqlx::{QueryBuilder, Sqlite, SqliteConnection};

use super::{ROWS, parcels};
use crate::SqliteStore;
use crate::columns::{Columns, all, bytes, one};
use crate::error::{failed, refused};
use crate::log::append::{self, Records};

const TABLE: &str = "tours";
const REFERENCE_TAKEN: &str = "a tour with this reference on this day";

impl Tours for SqliteStore {
    fn insert_tour(&self, tour: NewTour) -> Answer<'_, ()> {
        self.write(move |db| Box::pin(insert_with_all(db, tour)))
    }

    fn find_tour(&self, id: TourId) -> Answer<'_, Option<TourRecord>> {
        Box::pin(async move {
            let find = sqlx::query("SELECT * FROM tours WHERE id = ?").bind(bytes(id.to_bytes()));
            one(find.fetch_optional(&self.readers).await.map_err(failed)?.as_ref(), read)
        })
    }

    fn find_tour_of_operator(&self, operator: OperatorId, id: TourId) -> Answer<'_, Option<TourRecord>> {
        Box::pin(async move {
            let find = sqlx::query("SELECT * FROM tours WHERE id = ? AND operator = ?")
                .bind(bytes(id.to_bytes()))
                .bind(bytes(operator.to_bytes()));
            one(find.fetch_optional(&self.readers).await.map_err(failed)?.as_ref(), read)
        })
    }

    fn list_tours(
        &self,
        operator: OperatorId,
        day: Date,
        after: Option<String>,
        limit: u32,
    ) -> Answer<'_, Page<TourRecord>> {
        let list = "SELECT * FROM tours WHERE operator = ? AND day = ? AND coalesce(reference > ?, TRUE) \
                    ORDER BY reference LIMIT ?";
        Box::pin(async move {
            let list = sqlx::query(list)
                .bind(bytes(operator.to_bytes()))
                .bind(day.to_string())
                .bind(after)
                .bind(Page::<TourRecord>::rows_to_read(limit));
            let rows = all(&list.fetch_all(&self.readers).await.map_err(failed)?, read)?;
            Ok(Page::cut(rows, limit, |last| last.reference.clone()))
        })
    }

    fn list_tours_of_driver(&self, driver: DriverId, day: Date) -> Answer<'_, Vec<TourRecord>> {
        let list = "SELECT * FROM tours WHERE driver = ? AND day = ? ORDER BY reference";
        Box::pin(async move {
            let list = sqlx::query(list).bind(bytes(driver.to_bytes())).bind(day.to_string());
            all(&list.fetch_all(&self.readers).await.map_err(failed)?, read)
        })
    }

    fn list_open_tours(&self) -> Answer<'_, Vec<TourRecord>> {
        Box::pin(async {
            let list = sqlx::query("SELECT * FROM tours WHERE ended_at IS NULL ORDER BY reference");
            all(&list.fetch_all(&self.readers).await.map_err(failed)?, read)
        })
    }

    fn set_driver(&self, tour: TourId, driver: Option<DriverId>, now: Timestamp) -> Answer<'_, ()> {
        self.write(move |db| {
            Box::pin(async move {
                note_handover(db, tour, driver, now).await?;
                sqlx::query("UPDATE tours SET driver = ? WHERE id = ?")
                    .bind(driver.map(|driver| bytes(driver.to_bytes())))
                    .bind(bytes(tour.to_bytes()))
                    .execute(db)
                    .await
                    .map_err(refused(TABLE, REFERENCE_TAKEN))?;
                Ok(())
            })
        })
    }

    fn list_tours_handed_over(
        &self,
        driver: DriverId,
        day: Date,
    ) -> Answer<'_, Vec<(TourRecord, Timestamp)>> {
        let list = "SELECT tours.*, handovers.until FROM handovers JOIN tours ON tours.id = handovers.tour \
                    WHERE handovers.driver = ? AND tours.day = ? ORDER BY tours.reference";
        Box::pin(async move {
            let list = sqlx::query(list).bind(bytes(driver.to_bytes())).bind(day.to_string());
            all(&list.fetch_all(&self.readers).await.map_err(failed)?, |row| {
                Ok((read(row)?, Columns::of("handovers", row).instant("until")?))
            })
        })
    }

    fn end_tour(&self, tour: TourId, at: Timestamp) -> Answer<'_, ()> {
        self.write(move |db| {
            Box::pin(async move {
                let end = sqlx::query("UPDATE tours SET ended_at = ? WHERE id = ?")
                    .bind(at.as_microsecond())
                    .bind(bytes(tour.to_bytes()));
                end.execute(db).await.map_err(failed)?;
                Ok(())
            })
        })
    }

    fn put_stop_details(&self, tour: TourId, stops: Vec<StopDetails>) -> Answer<'_, ()> {
        self.write(move |db| Box::pin(async move { put_stops(db, tour, &stops).await }))
    }

    fn stop_details(&self, tour: TourId) -> Answer<'_, Vec<StopDetails>> {
        Box::pin(async move {
            let list = sqlx::query("SELECT stop, address, note FROM stops WHERE tour = ? ORDER BY stop")
                .bind(bytes(tour.to_bytes()));
            all(&list.fetch_all(&self.readers).await.map_err(failed)?, |row| {
                let columns = Columns::of("stops", row);
                Ok(StopDetails {
                    stop: columns.id("stop", StopId::from_bytes)?,
                    address: columns.personal("address")?,
                    note: columns.personal_opt("note")?,
                })
            })
        })
    }
}

/// Who drives the tour until now, when they will not from now on.
async fn note_handover(
    db: &mut SqliteConnection,
    tour: TourId,
    next: Option<DriverId>,
    now: Timestamp,
) -> Result<(), StoreError> {
    let note = "INSERT INTO handovers (tour, driver, until) \
                SELECT id, driver, ?1 FROM tours WHERE id = ?2 AND driver IS NOT NULL AND driver IS NOT ?3 \
                ON CONFLICT DO UPDATE SET until = excluded.until";
    let note = sqlx::query(note)
        .bind(now.as_microsecond())
        .bind(bytes(tour.to_bytes()))
        .bind(next.map(|driver| bytes(driver.to_bytes())));
    note.execute(db).await.map_err(failed)?;
    Ok(())
}

async fn insert_with_all(db: &mut SqliteConnection, tour: NewTour) -> Result<(), StoreError> {
    insert(db, &tour.record).await?;
    put_stops(db, tour.record.id, &tour.stops).await?;
    let now = tour.append.events.first().map_or(Timestamp::UNIX_EPOCH, |event| event.received_at);
    parcels::insert(db, &tour.parcels, now).await?;
    let planned =
        tour.planned_parcels().map(|(parcel, stop)| (parcel, OnTour { tour: tour.record.id, stop }));
    let planned: Vec<_> = planned.map(|(parcel, on_tour)| (parcel, Some(on_tour))).collect();
    parcels::assign(db, Some(tour.record.operator), &planned).await?;
    append::write(db, &[&Records::of(tour.append)]).await?;
    Ok(())
}

async fn insert(db: &mut SqliteConnection, tour: &TourRecord) -> Result<(), StoreError> {
    let insert =
        "INSERT INTO tours (id, operator, reference, day, driver, ended_at) VALUES (?, ?, ?, ?, ?, ?)";
    sqlx::query(insert)
        .bind(bytes(tour.id.to_bytes()))
        .bind(bytes(tour.operator.to_bytes()))
        .bind(&tour.reference)
        .bind(tour.day.to_string())
        .bind(tour.driver.map(|driver| bytes(driver.to_bytes())))
        .bind(tour.ended_at.map(Timestamp::as_microsecond))
        .execute(db)
        .await
        .map_err(refused(TABLE, REFERENCE_TAKEN))?;
    Ok(())
}

async fn put_stops(db: &mut SqliteConnection, tour: TourId, stops: &[StopDetails]) -> Result<(), StoreError> {
    for chunk in stops.chunks(ROWS) {
        let mut statement = QueryBuilder::<Sqlite>::new("INSERT INTO stops (tour, stop, address, note) ");
        statement.push_values(chunk, |mut values, details| {
            values.push_bind(bytes(tour.to_bytes())).push_bind(bytes(details.stop.to_bytes()));
            values.push_bind(details.address.reveal().to_owned());
            values.push_bind(details.note.as_ref().map(|note| note.reveal().to_owned()));
        });
        statement.push(" ON CONFLICT DO UPDATE SET address = excluded.address, note = excluded.note");
        let put = statement.build().persistent(chunk.len() == 1);
        put.execute(&mut *db).await.map_err(refused("stops", "this stop"))?;
    }
    Ok(())
}

pub(super) fn read(row: &SqliteRow) -> Result<TourRecord, StoreError> {
    let columns = Columns::of(TABLE, row);
    Ok(TourRecord {
        id: columns.id("id", TourId::from_bytes)?,
        operator: columns.id("operator", OperatorId::from_bytes)?,
        reference: columns.raw("reference")?,
        day: columns.day("day")?,
        driver: columns.id_opt("driver", DriverId::from_bytes)?,
        ended_at: columns.instant_opt("ended_at")?,
    })
}
