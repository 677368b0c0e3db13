//! What is in the encrypted file of a backup: one line that says what it is, and the database behind it, compressed.
//!
//! Without this program: `age -d -i KEY BACKUP | tail -n +2 | gunzip > doorstep.db`.

use std::fs::File;
use std::io::{self, BufRead as _, BufReader, BufWriter, Read, Seek as _, SeekFrom, Write};

use flate2::Compression;
use flate2::bufread::GzDecoder;
use flate2::write::GzEncoder;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use thiserror::Error;

use super::age::{AgeError, Identity, Opened, Recipient, Sealed};

/// The version of what is in the file.
const FORMAT: u32 = 1;
/// The kind of database.
const SQLITE: &str = "sqlite";
/// The longest first line that is read.
const HEAD_BYTES_MAX: u64 = 4096;
const BUFFER: usize = 256 * 1024;

/// What a backup is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Head {
    /// The version of the format.
    #[serde(rename = "doorstep_backup")]
    format: u32,
    /// The kind of database.
    database: String,
    /// The number of its schema.
    pub(crate) schema: i64,
    /// The version of the program that made it.
    program: String,
    /// When it was made.
    pub(crate) made_at: Timestamp,
    /// How large the database is.
    bytes: u64,
    /// The SHA-256 of the database, in hexadecimal digits.
    sha256: String,
}

/// Why a backup cannot be read.
#[derive(Debug, Error)]
pub(crate) enum Unreadable {
    /// It cannot be opened with this key.
    #[error(transparent)]
    Age(#[from] AgeError),
    /// Its first line is not one of ours.
    #[error("it is an encrypted file, but no backup of Doorstep")]
    Other,
    /// It is of a later version.
    #[error("a newer version of Doorstep made it ({0}); use that version")]
    TooNew(String),
    /// It is of another kind of database.
    #[error("it is a copy of a {0} database; only SQLite can be brought back")]
    OtherDatabase(String),
    /// What was read is not what was written.
    #[error("the database in it is not the one that was copied")]
    WrongSum,
    /// It cannot be read at all, or the database cannot be written.
    #[error("it cannot be read, or the database cannot be written")]
    Io(#[source] io::Error),
}

/// Writes a copy of a database, from its first byte.
///
/// # Errors
/// When one of the files fails.
pub(super) fn write(
    database: &mut File,
    schema: i64,
    made_at: Timestamp,
    to: &Recipient,
    out: &mut File,
) -> io::Result<()> {
    let mut sum = Summing::new(io::sink());
    let bytes = io::copy(database, &mut sum)?;
    database.seek(SeekFrom::Start(0))?;
    let head = Head {
        format: FORMAT,
        database: SQLITE.to_owned(),
        schema,
        program: env!("CARGO_PKG_VERSION").to_owned(),
        made_at,
        bytes,
        sha256: sum.hex(),
    };
    let mut sealed = Sealed::begin(BufWriter::with_capacity(BUFFER, out), to)?;
    serde_json::to_writer(&mut sealed, &head)?;
    sealed.write_all(b"\n")?;
    let mut packed = GzEncoder::new(sealed, Compression::fast());
    io::copy(&mut BufReader::with_capacity(BUFFER, database), &mut packed)?;
    packed.finish()?.finish()?.flush()
}

/// Reads a backup to its end, and writes the database that is in it. Until this has succeeded, what was written is worth
/// nothing.
///
/// # Errors
/// When it is not whole, another key opens it, or this program cannot use it.
pub(super) fn read(
    from: &mut File,
    newest_schema: i64,
    with: &Identity,
    database: &mut File,
) -> Result<Head, Unreadable> {
    let opened = Opened::begin(BufReader::with_capacity(BUFFER, from), with)?;
    let mut opened = BufReader::with_capacity(BUFFER, opened);
    let head = read_head(&mut opened)?;
    if head.schema > newest_schema {
        return Err(Unreadable::TooNew(head.program));
    }
    if head.database != SQLITE {
        return Err(Unreadable::OtherDatabase(head.database));
    }
    let mut sum = Summing::new(BufWriter::with_capacity(BUFFER, database));
    let mut unpacked = GzDecoder::new(opened);
    let bytes = io::copy(&mut (&mut unpacked).take(head.bytes.saturating_add(1)), &mut sum).map_err(told)?;
    // The end of the file tells whether all of it was there.
    io::copy(&mut unpacked.into_inner(), &mut io::sink()).map_err(told)?;
    sum.flush().map_err(told)?;
    if bytes != head.bytes || sum.hex() != head.sha256 {
        return Err(Unreadable::WrongSum);
    }
    Ok(head)
}

fn read_head(input: &mut impl io::BufRead) -> Result<Head, Unreadable> {
    let mut line = Vec::new();
    input.by_ref().take(HEAD_BYTES_MAX).read_until(b'\n', &mut line).map_err(told)?;
    let named: Named = serde_json::from_slice(&line).map_err(|_other| Unreadable::Other)?;
    if named.format > FORMAT {
        return Err(Unreadable::TooNew(named.program));
    }
    serde_json::from_slice(&line).map_err(|_other| Unreadable::Other)
}

/// What every version of the format says in its head.
#[derive(Deserialize)]
struct Named {
    #[serde(rename = "doorstep_backup")]
    format: u32,
    program: String,
}

/// Why a file failed, where this program knows.
fn told(error: io::Error) -> Unreadable {
    match error.get_ref().and_then(|why| why.downcast_ref::<AgeError>()) {
        Some(why) => Unreadable::Age(*why),
        None => Unreadable::Io(error),
    }
}

/// A file of which the sum is made while it is written.
struct Summing<W> {
    out: W,
    sum: Sha256,
}

impl<W> Summing<W> {
    fn new(out: W) -> Self {
        Self { out, sum: Sha256::new() }
    }

    fn hex(&self) -> String {
        self.sum.clone().finalize().iter().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().concat()
    }
}

impl<W: Write> Write for Summing<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let count = self.out.write(bytes)?;
        self.sum.update(bytes.get(..count).unwrap_or(bytes));
        Ok(count)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key() -> Identity {
        Identity::generate().expect("there is randomness")
    }

    /// A file with something in it, to be read from its beginning.
    fn file(content: &[u8]) -> File {
        let mut file = tempfile::tempfile().expect("a temporary file can be made");
        file.write_all(content).expect("it can be written");
        file.rewind().expect("it can be read again");
        file
    }

    fn written(content: &[u8], schema: i64, key: &Identity) -> File {
        let mut out = file(b"");
        write(&mut file(content), schema, Timestamp::UNIX_EPOCH, &key.recipient(), &mut out)
            .expect("it is written");
        out.rewind().expect("it can be read");
        out
    }

    /// A file of the right format with any content.
    fn sealed(text: &str, key: &Identity) -> File {
        let mut sealed = Sealed::begin(file(b""), &key.recipient()).expect("it can be written");
        sealed.write_all(text.as_bytes()).expect("it can be written");
        let mut file = sealed.finish().expect("it can be written");
        file.rewind().expect("it can be read");
        file
    }

    fn refusal(mut from: File, key: &Identity) -> String {
        read(&mut from, 8, key, &mut file(b"")).expect_err("it is refused").to_string()
    }

    #[test]
    fn a_database_is_read_as_it_was_written() {
        let key = key();
        let content: Vec<u8> = (0..=255).cycle().take(300_000).collect();
        let mut out = file(b"");
        let head = read(&mut written(&content, 8, &key), 8, &key, &mut out).expect("it is right");
        assert_eq!((head.schema, head.made_at), (8, Timestamp::UNIX_EPOCH));
        let mut found = Vec::new();
        out.rewind().and_then(|()| out.read_to_end(&mut found)).expect("it can be read");
        assert!(found == content);
    }

    #[test]
    fn what_this_program_cannot_use_is_told() {
        let key = key();
        assert!(refusal(written(b"", 9, &key), &key).contains("a newer version of Doorstep made it"));
        let head = |format: u32, database: &str, sha256: &str| {
            format!(
                r#"{{"doorstep_backup":{format},"database":"{database}","schema":8,"program":"9.9.9","made_at":"1970-01-01T00:00:00Z","bytes":0,"sha256":"{sha256}"}}"#
            )
        };
        assert!(
            refusal(sealed("{\"doorstep_backup\":2,\"program\":\"9.9.9\"}\n", &key), &key)
                .contains("(9.9.9)")
        );
        assert!(refusal(sealed(&head(1, "postgresql", ""), &key), &key).contains("a postgresql database"));
        for other in ["", "text\n", "{}\n", &"x".repeat(10_000)] {
            assert!(refusal(sealed(other, &key), &key).contains("no backup of Doorstep"), "{other:.9}");
        }
        let mut wrong = Sealed::begin(file(b""), &key.recipient()).expect("it can be written");
        writeln!(wrong, "{}", head(1, "sqlite", "00")).expect("it can be written");
        let mut wrong =
            GzEncoder::new(wrong, Compression::fast()).finish().and_then(Sealed::finish).expect("written");
        wrong.rewind().expect("it can be read");
        assert!(refusal(wrong, &key).contains("not the one that was copied"));
    }
}
