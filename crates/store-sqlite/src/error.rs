//! What SQLite's errors mean to the ports.

use doorstep_store::StoreError;
use sqlx::error::ErrorKind;

/// SQLite's own numbers for errors (<https://www.sqlite.org/rescode.html>); the low byte is the kind.
const BUSY: i64 = 5;
const FULL: i64 = 13;
/// Making the file that readers and writers share failed for lack of room.
const IOERR_SHMSIZE: i64 = 4874;

/// The error of a question.
pub(crate) fn failed(error: sqlx::Error) -> StoreError {
    match code(&error) {
        Some(code) if code & 0xff == FULL || code == IOERR_SHMSIZE => StoreError::Full,
        Some(code) if code & 0xff == BUSY => StoreError::Busy,
        _ => StoreError::Driver(Box::new(error)),
    }
}

/// The error of a write to a table, in which `what` may be there already.
pub(crate) fn refused(table: &'static str, what: &'static str) -> impl Fn(sqlx::Error) -> StoreError + Copy {
    move |error| match error.as_database_error().map(sqlx::error::DatabaseError::kind) {
        Some(ErrorKind::UniqueViolation) => StoreError::Conflict { what },
        Some(ErrorKind::ForeignKeyViolation) => StoreError::dangling(table, "reference"),
        _ => failed(error),
    }
}

/// Whether a table that a question names is not there.
pub(crate) fn is_absent_table(error: &sqlx::Error) -> bool {
    error.as_database_error().is_some_and(|error| error.message().starts_with("no such table: log_"))
}

/// The same failure for another who waited for the same transaction.
pub(crate) fn shared(error: &StoreError) -> StoreError {
    match error {
        StoreError::Full => StoreError::Full,
        StoreError::Busy => StoreError::Busy,
        other => StoreError::Driver(describe(other).into()),
    }
}

/// The store was closed before it could answer.
pub(crate) fn closed() -> StoreError {
    StoreError::Driver("the database is closed".into())
}

fn describe(error: &StoreError) -> String {
    match std::error::Error::source(error) {
        Some(source) => format!("{error}: {source}"),
        None => error.to_string(),
    }
}

fn code(error: &sqlx::Error) -> Option<i64> {
    error.as_database_error()?.code()?.parse().ok()
}
