//! Between the domain's types and what SQLite keeps.

use std::str::FromStr;

use doorstep_domain::{Personal, Place};
use doorstep_store::{StoreError, TokenHash};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::de::IntoDeserializer as _;
use serde::de::value::Error as WordError;
use serde::{Serialize, de::DeserializeOwned};
use sqlx::sqlite::SqliteRow;
use sqlx::{Decode, Row as _, Sqlite, Type};

use crate::error::failed;

/// The columns of a row, read as what they stand for. What no version of this program writes is an error that names
/// the table and the column, and nothing of the content.
pub(crate) struct Columns<'r> {
    table: &'static str,
    row: &'r SqliteRow,
}

impl<'r> Columns<'r> {
    pub(crate) fn of(table: &'static str, row: &'r SqliteRow) -> Self {
        Self { table, row }
    }

    /// A column that SQLite's own types describe.
    pub(crate) fn raw<T: Decode<'r, Sqlite> + Type<Sqlite>>(
        &self,
        column: &'static str,
    ) -> Result<T, StoreError> {
        self.row.try_get(column).map_err(failed)
    }

    pub(crate) fn id<T>(&self, column: &'static str, make: fn([u8; 16]) -> T) -> Result<T, StoreError> {
        self.id_opt(column, make)?.ok_or_else(|| self.wrong(column, "it is empty"))
    }

    pub(crate) fn id_opt<T>(
        &self,
        column: &'static str,
        make: fn([u8; 16]) -> T,
    ) -> Result<Option<T>, StoreError> {
        let Some(bytes) = self.raw::<Option<&[u8]>>(column)? else { return Ok(None) };
        let bytes = bytes.try_into().map_err(|_length| self.wrong(column, "it is not 16 bytes long"))?;
        Ok(Some(make(bytes)))
    }

    pub(crate) fn hash(&self, column: &'static str) -> Result<TokenHash, StoreError> {
        let bytes = self.raw::<&[u8]>(column)?.try_into();
        bytes.map(TokenHash).map_err(|_length| self.wrong(column, "it is not 32 bytes long"))
    }

    pub(crate) fn personal(&self, column: &'static str) -> Result<Personal, StoreError> {
        self.raw::<String>(column).map(Personal::new)
    }

    pub(crate) fn personal_opt(&self, column: &'static str) -> Result<Option<Personal>, StoreError> {
        Ok(self.raw::<Option<String>>(column)?.map(Personal::new))
    }

    pub(crate) fn instant(&self, column: &'static str) -> Result<Timestamp, StoreError> {
        self.instant_opt(column)?.ok_or_else(|| self.wrong(column, "it is empty"))
    }

    pub(crate) fn instant_opt(&self, column: &'static str) -> Result<Option<Timestamp>, StoreError> {
        let Some(micros) = self.raw(column)? else { return Ok(None) };
        let instant = Timestamp::from_microsecond(micros);
        instant.map(Some).map_err(|_range| self.wrong(column, "it is no instant"))
    }

    /// Instants with commas between them.
    pub(crate) fn instants(&self, column: &'static str) -> Result<Vec<Timestamp>, StoreError> {
        let texts = self.raw::<&str>(column)?.split(',').filter(|text| !text.is_empty());
        let instant = |text: &str| Timestamp::from_microsecond(text.parse().ok()?).ok();
        texts
            .map(|text| instant(text).ok_or_else(|| self.wrong(column, "it holds what is no instant")))
            .collect()
    }

    pub(crate) fn day(&self, column: &'static str) -> Result<Date, StoreError> {
        self.day_opt(column)?.ok_or_else(|| self.wrong(column, "it is empty"))
    }

    pub(crate) fn day_opt(&self, column: &'static str) -> Result<Option<Date>, StoreError> {
        let Some(text) = self.raw::<Option<&str>>(column)? else { return Ok(None) };
        text.parse().map(Some).map_err(|_text| self.wrong(column, "it is no day"))
    }

    /// One of the domain's words.
    pub(crate) fn word<T: DeserializeOwned>(&self, column: &'static str) -> Result<T, StoreError> {
        self.word_opt(column)?.ok_or_else(|| self.wrong(column, "it is empty"))
    }

    pub(crate) fn word_opt<T: DeserializeOwned>(
        &self,
        column: &'static str,
    ) -> Result<Option<T>, StoreError> {
        let Some(text) = self.raw::<Option<&str>>(column)? else { return Ok(None) };
        let word = T::deserialize(text.into_deserializer());
        word.map(Some).map_err(|_unknown: WordError| self.wrong(column, "the word is unknown"))
    }

    /// What a text stands for.
    pub(crate) fn parsed<T: FromStr>(&self, column: &'static str) -> Result<T, StoreError> {
        self.raw::<&str>(column)?.parse().map_err(|_text| self.wrong(column, "the text stands for nothing"))
    }

    /// One of `all`, by the word that `name` gives it.
    pub(crate) fn one_of<T: Copy>(
        &self,
        column: &'static str,
        all: &[T],
        name: fn(T) -> &'static str,
    ) -> Result<T, StoreError> {
        self.find(column, self.raw(column)?, all, name)
    }

    /// Some of `all`, by words with commas between them.
    pub(crate) fn some_of<T: Copy>(
        &self,
        column: &'static str,
        all: &[T],
        name: fn(T) -> &'static str,
    ) -> Result<Vec<T>, StoreError> {
        let words = self.raw::<&str>(column)?.split(',').filter(|word| !word.is_empty());
        words.map(|word| self.find(column, word, all, name)).collect()
    }

    pub(crate) fn place_opt(
        &self,
        lat: &'static str,
        lon: &'static str,
    ) -> Result<Option<Place>, StoreError> {
        let degrees = self.raw::<Option<f64>>(lat)?.zip(self.raw::<Option<f64>>(lon)?);
        let place = degrees.map(|(lat, lon)| Place::from_degrees(lat, lon)).transpose();
        place.map_err(|_degrees| self.wrong(lat, "it is no place"))
    }

    pub(crate) fn wrong(&self, column: &'static str, detail: &str) -> StoreError {
        StoreError::Inconsistent { table: self.table, column, detail: detail.to_owned() }
    }

    fn find<T: Copy>(
        &self,
        column: &'static str,
        word: &str,
        all: &[T],
        name: fn(T) -> &'static str,
    ) -> Result<T, StoreError> {
        let found = all.iter().copied().find(|one| name(*one) == word);
        found.ok_or_else(|| self.wrong(column, "the word is unknown"))
    }
}

/// The rows of an answer, each read by `read`.
pub(crate) fn all<T>(
    rows: &[SqliteRow],
    read: impl Fn(&SqliteRow) -> Result<T, StoreError>,
) -> Result<Vec<T>, StoreError> {
    rows.iter().map(read).collect()
}

/// The row of an answer, if there is one, read by `read`.
pub(crate) fn one<T>(
    row: Option<&SqliteRow>,
    read: impl Fn(&SqliteRow) -> Result<T, StoreError>,
) -> Result<Option<T>, StoreError> {
    row.map(read).transpose()
}

/// The word of a domain type that serialises as one.
pub(crate) fn word<T: Serialize>(value: T) -> Result<String, StoreError> {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => Ok(word),
        Ok(_) => Err(StoreError::Driver("a value that should be a word is none".into())),
        Err(error) => Err(StoreError::Driver(Box::new(error))),
    }
}

/// Words with commas between them, each once and in their own order.
pub(crate) fn words<T: Copy + Ord>(mut values: Vec<T>, name: fn(T) -> &'static str) -> String {
    values.sort_unstable();
    values.dedup();
    values.into_iter().map(name).collect::<Vec<_>>().join(",")
}

/// The bytes of an identity.
pub(crate) fn bytes(id: [u8; 16]) -> Vec<u8> {
    id.to_vec()
}

/// The bytes of a hash.
pub(crate) fn hash(hash: TokenHash) -> Vec<u8> {
    hash.0.to_vec()
}

/// The row number that a page of what is listed from the newest on begins before. A text that no page gave names none.
pub(crate) fn cursor(after: Option<&str>) -> i64 {
    after.map_or(i64::MAX, |after| after.parse().unwrap_or(0))
}
