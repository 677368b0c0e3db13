//! Reading an OpenStreetMap extract (`.osm.pbf`): what may be driven, and the addresses in it.
//!
//! An extract is read twice, because its nodes come before the ways that tell which of them matter. Nothing here
//! knows about graphs: [`crate::graph`] makes one of the [`RawRoads`] found.

mod access;
mod addresses;
mod buildings;
mod nodes;
mod restrictions;
mod roads;
mod tags;
mod ways;

use std::fs::File;
use std::io::{self, BufReader};
use std::panic::{self, AssertUnwindSafe};
use std::path::{Path, PathBuf};

use osmpbf::{BlobDecode, BlobReader, Element};
use thiserror::Error;

pub use addresses::{Address, addresses};
pub use buildings::buildings;
pub(crate) use nodes::Passage;
#[cfg(test)]
pub(crate) use nodes::Signals;
pub(crate) use restrictions::{Restriction, RestrictionKind};
pub(crate) use roads::{RawNode, RawRoads, RawWay, read_roads};

/// Why an extract could not be used.
#[derive(Debug, Error)]
pub enum ExtractError {
    /// The file could not be opened or read.
    #[error("cannot read the extract {}: {source}; check the path and that the file may be read", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The file is not an extract, or a damaged one.
    #[error(
        "{} is not an OpenStreetMap extract in PBF form, or it is damaged ({reason}); \
         use a complete .osm.pbf file, and download it again if it was cut off",
        path.display()
    )]
    NotAnExtract {
        /// The file.
        path: PathBuf,
        /// What did not fit.
        reason: String,
    },
    /// The extract needs a reader that can do more.
    #[error(
        "{} needs the feature {feature:?}, which is not supported; \
         convert it to a plain extract of the newest versions",
        path.display()
    )]
    Unsupported {
        /// The file.
        path: PathBuf,
        /// The feature that its header requires.
        feature: String,
    },
    /// There is no road in it that a van may drive.
    #[error(
        "{} holds no road that may be driven; use an extract that covers the delivery area and still has its highway tags",
        path.display()
    )]
    NoRoads {
        /// The file.
        path: PathBuf,
    },
}

/// Calls `visit` with every element, in the order of the file.
fn for_each_element(path: &Path, mut visit: impl FnMut(Element<'_>)) -> Result<(), ExtractError> {
    let unreadable = |source| ExtractError::Unreadable { path: path.to_owned(), source };
    let file = File::open(path).map_err(unreadable)?;
    if file.metadata().map_err(unreadable)?.is_dir() {
        return Err(unreadable(io::ErrorKind::IsADirectory.into()));
    }
    let mut has_header = false;
    for blob in BlobReader::new(BufReader::new(file)) {
        match blob.and_then(|blob| blob.decode().map(Decoded::from)).map_err(|error| broken(path, error))? {
            Decoded::Header(header) => {
                check_features(path, header.required_features())?;
                has_header = true;
            }
            Decoded::Data(_) if !has_header => return Err(not_an_extract(path, "it has no header")),
            Decoded::Data(block) => {
                visit_block(&block, &mut visit).map_err(|reason| not_an_extract(path, reason))?;
            }
            Decoded::Other => {}
        }
    }
    if has_header { Ok(()) } else { Err(not_an_extract(path, "it is empty")) }
}

/// `osmpbf` panics on some damaged blocks, such as a relation with a member of an unknown type. What was visited until
/// then is given up with the whole reading, so nothing half-changed is ever seen.
fn visit_block(
    block: &osmpbf::PrimitiveBlock,
    visit: &mut impl FnMut(Element<'_>),
) -> Result<(), &'static str> {
    let visited = panic::catch_unwind(AssertUnwindSafe(|| block.for_each_element(visit)));
    visited.map_err(|_panic| "a block holds what no extract can hold")
}

/// The decoded blob, without the lifetime that osmpbf keeps for unknown types.
enum Decoded {
    Header(Box<osmpbf::HeaderBlock>),
    Data(osmpbf::PrimitiveBlock),
    Other,
}

impl From<BlobDecode<'_>> for Decoded {
    fn from(blob: BlobDecode<'_>) -> Self {
        match blob {
            BlobDecode::OsmHeader(header) => Self::Header(header),
            BlobDecode::OsmData(block) => Self::Data(block),
            BlobDecode::Unknown(_) => Self::Other,
        }
    }
}

fn check_features(path: &Path, required: &[String]) -> Result<(), ExtractError> {
    match required.iter().find(|feature| !["OsmSchema-V0.6", "DenseNodes"].contains(&feature.as_str())) {
        Some(feature) => Err(ExtractError::Unsupported { path: path.to_owned(), feature: feature.clone() }),
        None => Ok(()),
    }
}

fn broken(path: &Path, error: osmpbf::Error) -> ExtractError {
    match error.into_kind() {
        osmpbf::ErrorKind::Io(source) if source.kind() != io::ErrorKind::UnexpectedEof => {
            ExtractError::Unreadable { path: path.to_owned(), source }
        }
        osmpbf::ErrorKind::Io(_) => not_an_extract(path, "it ends in the middle of a block"),
        osmpbf::ErrorKind::Protobuf { err, location } => not_an_extract(path, &format!("{location}: {err}")),
        osmpbf::ErrorKind::Blob(_) => not_an_extract(path, "a block has an impossible size"),
        _ => not_an_extract(path, "a block cannot be decoded"),
    }
}

fn not_an_extract(path: &Path, reason: &str) -> ExtractError {
    ExtractError::NotAnExtract { path: path.to_owned(), reason: reason.to_owned() }
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::{ExtractError, for_each_element};

    fn read(bytes: &[u8]) -> ExtractError {
        let mut file = tempfile::NamedTempFile::new().unwrap();
        file.write_all(bytes).unwrap();
        for_each_element(file.path(), |_| {}).unwrap_err()
    }

    #[test]
    fn what_is_no_extract_is_refused_with_a_reason() {
        for bytes in [&b""[..], b"<?xml version=\"1.0\"?><osm></osm>", b"\0\0\0\x05hello", &[0xff; 4096]] {
            let error = read(bytes);
            assert!(matches!(error, ExtractError::NotAnExtract { .. }), "{error}");
        }
    }

    #[test]
    fn a_missing_file_and_a_folder_are_unreadable() {
        let folder = tempfile::tempdir().unwrap();
        for path in [folder.path().join("absent.osm.pbf"), folder.path().to_owned()] {
            let error = for_each_element(&path, |_| {}).unwrap_err();
            assert!(matches!(error, ExtractError::Unreadable { .. }), "{error}");
        }
    }
}
