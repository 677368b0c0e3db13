//! Why a database did not do what it was asked.

use thiserror::Error;

/// Why a database did not do what it was asked. Absence is not among them: it is an `Ok(None)`.
#[derive(Debug, Error)]
pub enum StoreError {
    /// Something with the same unique key is there already, and nothing was changed.
    #[error("{what} is there already")]
    Conflict {
        /// What is there, in words for people.
        what: &'static str,
    },
    /// The disk is full. Nothing was acknowledged; the next try may succeed.
    #[error("the disk is full, nothing was written")]
    Full,
    /// The queue to the database is full. Nothing was written; try again in a moment.
    #[error("the database cannot keep up, nothing was written")]
    Busy,
    /// A row holds, or would have held, what no version of this program writes.
    #[error("inconsistent {table}.{column}: {detail}")]
    Inconsistent {
        /// The table.
        table: &'static str,
        /// The column.
        column: &'static str,
        /// What is wrong with it, without its content.
        detail: String,
    },
    /// The database is newer than the program.
    #[error("the database was written by a newer version (schema {found}, this program knows up to {known})")]
    TooNew {
        /// The newest migration in the database.
        found: i64,
        /// The newest migration that this program knows.
        known: i64,
    },
    /// The driver failed.
    #[error("the database failed")]
    Driver(#[source] Box<dyn std::error::Error + Send + Sync>),
}

impl StoreError {
    /// The error of a write that refers to a row that is not there.
    pub fn dangling(table: &'static str, column: &'static str) -> Self {
        Self::Inconsistent { table, column, detail: "it refers to a row that is not there".to_owned() }
    }
}
