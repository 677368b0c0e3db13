//! Appending: events of many tours in few statements.

use std::collections::{BTreeMap, BTreeSet};

use doorstep_domain::TourId;
use doorstep_store::{Append, Appended, Message, Settled, StoreError};
use doorstep_wire::stored;
use jiff::civil::Date;
use sqlx::sqlite::SqliteRow;
use sqlx::{AssertSqlSafe, QueryBuilder, Sqlite, SqliteConnection};

use super::day;
use crate::columns::{Columns, bytes};
use crate::error::{failed, is_absent_table};
use crate::records::{outbox, parcels};

/// The rows of one statement. Statements of this size are prepared once; a smaller rest is prepared anew.
const ROWS: usize = 256;

/// An append, ready to be written.
pub(crate) struct Records {
    tour: TourId,
    day: Date,
    pub(crate) events: Vec<Vec<u8>>,
    settled: Vec<Settled>,
    messages: Vec<Message>,
}

impl Records {
    pub(crate) fn of(append: Append) -> Self {
        Self {
            tour: append.tour,
            day: append.day,
            events: append.events.iter().map(stored::encode).collect(),
            settled: append.settled,
            messages: append.messages,
        }
    }
}

/// Where the log of a tour ends.
#[derive(Clone, Copy, Default)]
struct End {
    seq: i64,
    id: i64,
}

/// Writes appends in their order; the answers are in the same order.
pub(crate) async fn write(
    db: &mut SqliteConnection,
    appends: &[&Records],
) -> Result<Vec<Appended>, StoreError> {
    let mut by_day = BTreeMap::<Date, Vec<usize>>::new();
    for (index, records) in appends.iter().enumerate() {
        by_day.entry(records.day).or_default().push(index);
    }
    let mut answers = vec![Appended { last_seq: 0 }; appends.len()];
    for (day, indices) in by_day {
        let of_day: Vec<&Records> = indices.iter().filter_map(|index| appends.get(*index).copied()).collect();
        let last_seqs = write_day(db, day, &of_day).await?;
        for (index, last_seq) in indices.into_iter().zip(last_seqs) {
            if let Some(answer) = answers.get_mut(index) {
                answer.last_seq = u64::try_from(last_seq).unwrap_or(0);
            }
        }
    }
    let settled: Vec<Settled> = appends.iter().flat_map(|records| &records.settled).copied().collect();
    parcels::settle(db, &settled).await?;
    let messages: Vec<Message> = appends.iter().flat_map(|records| &records.messages).copied().collect();
    outbox::enqueue(db, &messages).await?;
    Ok(answers)
}

/// Writes the appends of one day; answers the last number of each one's tour.
async fn write_day(
    db: &mut SqliteConnection,
    day: Date,
    appends: &[&Records],
) -> Result<Vec<i64>, StoreError> {
    let tours: BTreeSet<TourId> = appends.iter().map(|records| records.tour).collect();
    let (mut last_id, mut ends) = match find_ends(db, day, &tours).await {
        Ok(rows) => read_ends(&rows)?,
        Err(error) if is_absent_table(&error) => {
            sqlx::raw_sql(AssertSqlSafe(day::make_table(day))).execute(&mut *db).await.map_err(failed)?;
            (0, BTreeMap::new())
        }
        Err(error) => return Err(failed(error)),
    };
    let mut rows = Vec::with_capacity(appends.iter().map(|records| records.events.len()).sum());
    let mut last_seqs = Vec::with_capacity(appends.len());
    for records in appends {
        let end = ends.entry(records.tour).or_default();
        for body in &records.events {
            last_id += 1;
            rows.push(Row { id: last_id, tour: records.tour, seq: end.seq + 1, before: end.id, body });
            *end = End { seq: end.seq + 1, id: last_id };
        }
        last_seqs.push(end.seq);
    }
    if !rows.is_empty() {
        insert(db, day, &rows).await?;
        put_ends(db, day, &ends).await?;
    }
    Ok(last_seqs)
}

/// One row of the log.
struct Row<'a> {
    id: i64,
    tour: TourId,
    seq: i64,
    before: i64,
    body: &'a [u8],
}

async fn insert(db: &mut SqliteConnection, day: Date, rows: &[Row<'_>]) -> Result<(), StoreError> {
    for chunk in rows.chunks(ROWS) {
        let into = format!("INSERT INTO {} (id, tour, seq, before, body) ", day::table(day));
        let mut statement = QueryBuilder::<Sqlite>::new(into);
        statement.push_values(chunk, |mut values, row| {
            values.push_bind(row.id).push_bind(bytes(row.tour.to_bytes())).push_bind(row.seq);
            values.push_bind(row.before).push_bind(row.body.to_vec());
        });
        statement.build().persistent(chunk.len() == ROWS).execute(&mut *db).await.map_err(failed)?;
    }
    Ok(())
}

/// Where the table of a day ends, as a row without a tour, and where the logs of these tours end.
async fn find_ends(
    db: &mut SqliteConnection,
    day: Date,
    tours: &BTreeSet<TourId>,
) -> Result<Vec<SqliteRow>, sqlx::Error> {
    let last = format!(
        "SELECT NULL AS tour, 0 AS last_seq, coalesce(max(id), 0) AS last_id FROM {}",
        day::table(day)
    );
    let mut statement = QueryBuilder::<Sqlite>::new(last);
    statement.push(" UNION ALL SELECT tour, last_seq, last_id FROM log_ends WHERE day = ");
    statement.push_bind(day.to_string()).push(" AND tour IN (");
    let mut keys = statement.separated(", ");
    for tour in tours {
        keys.push_bind(bytes(tour.to_bytes()));
    }
    statement.push(")");
    statement.build().persistent(tours.len() == 1).fetch_all(db).await
}

fn read_ends(rows: &[SqliteRow]) -> Result<(i64, BTreeMap<TourId, End>), StoreError> {
    let mut last_id = 0;
    let mut ends = BTreeMap::new();
    for row in rows {
        let columns = Columns::of("log_ends", row);
        let end = End { seq: columns.raw("last_seq")?, id: columns.raw("last_id")? };
        match columns.id_opt("tour", TourId::from_bytes)? {
            Some(tour) => drop(ends.insert(tour, end)),
            None => last_id = end.id,
        }
    }
    Ok((last_id, ends))
}

async fn put_ends(
    db: &mut SqliteConnection,
    day: Date,
    ends: &BTreeMap<TourId, End>,
) -> Result<(), StoreError> {
    let grown: Vec<_> = ends.iter().filter(|(_, end)| end.seq > 0).collect();
    for chunk in grown.chunks(ROWS) {
        let mut statement =
            QueryBuilder::<Sqlite>::new("INSERT INTO log_ends (day, tour, last_seq, last_id) ");
        statement.push_values(chunk, |mut values, (tour, end)| {
            values.push_bind(day.to_string()).push_bind(bytes(tour.to_bytes()));
            values.push_bind(end.seq).push_bind(end.id);
        });
        statement.push(" ON CONFLICT DO UPDATE SET last_seq = excluded.last_seq, last_id = excluded.last_id");
        statement.build().persistent(chunk.len() == 1).execute(&mut *db).await.map_err(failed)?;
    }
    Ok(())
}
