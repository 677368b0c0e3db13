//! The ordinary way to get a network: the saved one if it fits, else a new one, saved for next time.

use std::path::Path;

use crate::extract::ExtractError;
use crate::network::{BuildError, RoadNetwork};
use crate::profile::Profile;
use crate::saved::{Key, SavedError};

/// A network, and where it came from.
pub struct Opened {
    /// The network.
    pub network: RoadNetwork,
    /// Where it came from.
    pub origin: Origin,
    /// Why it could not be saved. It works all the same, but the next start builds it again.
    pub not_saved: Option<SavedError>,
}

/// Where a network came from.
#[derive(Debug)]
pub enum Origin {
    /// From the saved file.
    Saved,
    /// From the extract, because there was no saved file or it did not fit.
    Built {
        /// Why the saved file was not used.
        because: SavedError,
    },
}

/// Loads the network from `saved`, or builds it from the extract and saves it there.
///
/// # Errors
/// When it has to be built and that fails.
pub fn open(extract: &Path, profile: &Profile, saved: &Path) -> Result<Opened, BuildError> {
    profile.check()?;
    let unreadable = |source| ExtractError::Unreadable { path: extract.to_owned(), source };
    let key = Key::of(extract, profile).map_err(unreadable)?;
    match RoadNetwork::load(saved, &key) {
        Ok(network) => Ok(Opened { network, origin: Origin::Saved, not_saved: None }),
        Err(because) => {
            tracing::info!(%because, "building the road network");
            let network = RoadNetwork::build(extract, profile)?;
            let not_saved = network.save(saved, &key).err();
            if let Some(error) = &not_saved {
                tracing::warn!(%error, "the road network is not saved; the next start builds it again");
            }
            Ok(Opened { network, origin: Origin::Built { because }, not_saved })
        }
    }
}
