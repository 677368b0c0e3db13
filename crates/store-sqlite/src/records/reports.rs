//! What recipients report of attempts, and what operators answer.

use doorstep_domain::{OperatorId, OutcomeView, ParcelId, Report, ReportAnswer, SeenNear, Witness};
use doorstep_store::{Answer, Page, ReportedParcel, Reports, StoreError};
use jiff::Timestamp;
use sqlx::sqlite::SqliteRow;

use crate::SqliteStore;
use crate::columns::{Columns, all, bytes, cursor, one, word};
use crate::error::{failed, refused};

const TABLE: &str = "reports";

impl Reports for SqliteStore {
    fn insert_report(&self, parcel: ParcelId, report: Report) -> Answer<'_, bool> {
        self.write(move |db| {
            Box::pin(async move {
                let seen = report.witness.and_then(|witness| witness.seen);
                let insert = "INSERT INTO reports (parcel, kind, outcome, attempt_at, at, has_photo, within_m, stayed_min, \
                              accuracy_m) SELECT id, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9 FROM parcels WHERE id = ?1 \
                              ON CONFLICT DO NOTHING";
                let insert = sqlx::query(insert)
                    .bind(bytes(parcel.to_bytes()))
                    .bind(word(report.kind)?)
                    .bind(word(report.about.outcome)?)
                    .bind(report.about.at.as_microsecond())
                    .bind(report.at.as_microsecond())
                    .bind(report.witness.map(|witness| witness.has_photo))
                    .bind(seen.map(|seen| seen.within_m))
                    .bind(seen.map(|seen| seen.stayed_min))
                    .bind(seen.and_then(|seen| seen.accuracy_m));
                let done = insert.execute(db).await.map_err(refused(TABLE, "a report about this attempt"))?;
                Ok(done.rows_affected() > 0)
            })
        })
    }

    fn find_report(&self, parcel: ParcelId) -> Answer<'_, Option<Report>> {
        Box::pin(async move {
            let find = sqlx::query("SELECT * FROM reports WHERE parcel = ? ORDER BY number DESC LIMIT 1");
            let find = find.bind(bytes(parcel.to_bytes()));
            one(find.fetch_optional(&self.readers).await.map_err(failed)?.as_ref(), read)
        })
    }

    fn reports_about(&self, parcel: ParcelId) -> Answer<'_, Vec<Report>> {
        Box::pin(async move {
            let list = sqlx::query("SELECT * FROM reports WHERE parcel = ? ORDER BY number DESC");
            all(&list.bind(bytes(parcel.to_bytes())).fetch_all(&self.readers).await.map_err(failed)?, read)
        })
    }

    fn answer_report(
        &self,
        operator: OperatorId,
        parcel: ParcelId,
        answer: ReportAnswer,
    ) -> Answer<'_, bool> {
        self.write(move |db| {
            Box::pin(async move {
                let set = "UPDATE reports SET answer = ?, answered_at = ? WHERE number = (SELECT max(reports.number) \
                           FROM reports JOIN parcels ON parcels.id = reports.parcel \
                           WHERE reports.parcel = ? AND parcels.operator = ?)";
                let set = sqlx::query(set)
                    .bind(answer.text.reveal().to_owned())
                    .bind(answer.at.as_microsecond())
                    .bind(bytes(parcel.to_bytes()))
                    .bind(bytes(operator.to_bytes()));
                Ok(set.execute(db).await.map_err(failed)?.rows_affected() > 0)
            })
        })
    }

    fn list_reports(
        &self,
        operator: OperatorId,
        is_open: bool,
        after: Option<String>,
        limit: u32,
    ) -> Answer<'_, Page<ReportedParcel>> {
        Box::pin(async move {
            let list = "SELECT reports.*, parcels.tracking_number FROM reports \
                        JOIN parcels ON parcels.id = reports.parcel \
                        WHERE parcels.operator = ? AND (reports.answered_at IS NULL) = ? AND number < ? \
                        ORDER BY number DESC LIMIT ?";
            let list = sqlx::query(list)
                .bind(bytes(operator.to_bytes()))
                .bind(is_open)
                .bind(cursor(after.as_deref()))
                .bind(Page::<ReportedParcel>::rows_to_read(limit));
            let rows = all(&list.fetch_all(&self.readers).await.map_err(failed)?, read_listed)?;
            Ok(Page::cut(rows, limit, |(number, _)| number.to_string()).without_numbers())
        })
    }

    fn delete_reports_before(&self, instant: Timestamp) -> Answer<'_, u64> {
        self.change("DELETE FROM reports WHERE at < ?", instant.as_microsecond())
    }
}

fn read_listed(row: &SqliteRow) -> Result<(i64, ReportedParcel), StoreError> {
    let columns = Columns::of(TABLE, row);
    let told = ReportedParcel {
        parcel: columns.id("parcel", ParcelId::from_bytes)?,
        tracking_number: columns.raw("tracking_number")?,
        report: read(row)?,
    };
    Ok((columns.raw("number")?, told))
}

fn read(row: &SqliteRow) -> Result<Report, StoreError> {
    let columns = Columns::of(TABLE, row);
    let answered = columns.personal_opt("answer")?.zip(columns.instant_opt("answered_at")?);
    Ok(Report {
        kind: columns.word("kind")?,
        about: OutcomeView { outcome: columns.word("outcome")?, at: columns.instant("attempt_at")? },
        at: columns.instant("at")?,
        witness: witness(&columns)?,
        answer: answered.map(|(text, at)| ReportAnswer { text, at }),
    })
}

fn witness(columns: &Columns<'_>) -> Result<Option<Witness>, StoreError> {
    let Some(has_photo) = columns.raw("has_photo")? else { return Ok(None) };
    let steps = columns.raw::<Option<u16>>("within_m")?.zip(columns.raw::<Option<u8>>("stayed_min")?);
    let accuracy_m = columns.raw("accuracy_m")?;
    let seen = steps.map(|(within_m, stayed_min)| SeenNear { within_m, stayed_min, accuracy_m });
    Ok(Some(Witness { seen, has_photo }))
}
