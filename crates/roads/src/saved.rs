//! The prepared network as a file, so that a start does not read and contract the extract again.
//!
//! The file begins with a mark, the version of its form, the key of what it was made from and a checksum of the
//! rest. What does not fit is refused before anything is decoded, and the caller builds anew.

use std::fs::{self, File};
use std::io::{self, BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};
use thiserror::Error;

use crate::contract::Hierarchy;
use crate::graph::Graph;
use crate::profile::Profile;

const MARK: &[u8; 8] = b"DOORROAD";

/// Counts up whenever what is saved, or how it is computed from an extract, changes.
const VERSION: u32 = 2;

const HEADER_BYTES: usize = MARK.len() + 4 + 32 + 32;

/// What a network was made from: the bytes of the extract and the profile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Key([u8; 32]);

impl Key {
    /// The key of an extract and a profile.
    ///
    /// # Errors
    /// When the extract cannot be read.
    pub fn of(extract: &Path, profile: &Profile) -> io::Result<Self> {
        let mut hash = Sha256::new();
        let mut file = BufReader::with_capacity(1 << 16, File::open(extract)?);
        loop {
            let bytes = file.fill_buf()?;
            if bytes.is_empty() {
                break;
            }
            hash.update(bytes);
            let count = bytes.len();
            file.consume(count);
        }
        let profile = postcard::to_stdvec(profile).map_err(io::Error::other)?;
        hash.update(&profile);
        Ok(Self(hash.finalize().into()))
    }
}

/// Why a saved network could not be read or written.
#[derive(Debug, Error)]
pub enum SavedError {
    /// The file could not be read.
    #[error("cannot read the saved roads {}: {source}", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The file could not be written.
    #[error(
        "cannot save the roads to {}: {source}; check the folder, its rights and the free space",
        path.display()
    )]
    Unwritable {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The file is something else.
    #[error("{} holds no saved roads; delete it, or choose another path for them", path.display())]
    Foreign {
        /// The file.
        path: PathBuf,
    },
    /// The file is of another version of the program, another extract or another profile.
    #[error("the saved roads {} were made by another version, from another extract or profile; build them again", path.display())]
    Outdated {
        /// The file.
        path: PathBuf,
    },
    /// The file was changed or cut off.
    #[error("the saved roads {} are damaged; build them again", path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
    },
}

pub(crate) fn read(path: &Path, key: &Key) -> Result<(Graph, Hierarchy), SavedError> {
    let path = path.to_owned();
    let bytes = match fs::read(&path) {
        Ok(bytes) => bytes,
        Err(source) => return Err(SavedError::Unreadable { path, source }),
    };
    if !bytes.starts_with(MARK) {
        return Err(SavedError::Foreign { path });
    }
    let Some((header, body)) = bytes.split_at_checked(HEADER_BYTES) else {
        return Err(SavedError::Damaged { path });
    };
    let (made_of, checksum) = header.split_at(HEADER_BYTES - 32);
    if made_of != self::made_of(key) {
        return Err(SavedError::Outdated { path });
    }
    if checksum != Sha256::digest(body).as_slice() {
        return Err(SavedError::Damaged { path });
    }
    // The body is what we wrote; that it cannot be decoded all the same means a change without a new version.
    postcard::from_bytes(body).map_err(|_source| SavedError::Outdated { path })
}

pub(crate) fn write(path: &Path, key: &Key, network: (&Graph, &Hierarchy)) -> Result<(), SavedError> {
    let unwritable = |source| SavedError::Unwritable { path: path.to_owned(), source };
    let body = postcard::to_stdvec(&network).map_err(|error| unwritable(io::Error::other(error)))?;
    let write = || {
        // Written beside and then moved: nobody ever reads half a file.
        let beside = path.with_added_extension(format!("{}.part", std::process::id()));
        let mut file = File::create(&beside)?;
        let written = [&made_of(key)[..], Sha256::digest(&body).as_slice(), &body]
            .into_iter()
            .try_for_each(|part| file.write_all(part))
            .and_then(|()| file.sync_all())
            .and_then(|()| fs::rename(&beside, path));
        written.inspect_err(|_| {
            // The error to tell is the first one.
            let _ = fs::remove_file(&beside);
        })
    };
    write().map_err(unwritable)
}

/// The part of the header that tells what the file was made of.
fn made_of(key: &Key) -> Vec<u8> {
    [&MARK[..], &VERSION.to_le_bytes(), &key.0].concat()
}
