//! A `PMTiles` archive.

use std::path::Path;
use std::sync::Arc;

use bytes::Bytes;
use http::HeaderValue;
use pmtiles::{AsyncPmTilesReader, Compression, MmapBackend, PmtError, TileCoord, TileType};
use thiserror::Error;

use crate::error::ApiError;
use crate::secret::hex_hash;

/// An archive of tiles. It is mapped into memory: replace the file by renaming another one over it, never write into
/// it while the server runs.
#[derive(Clone)]
pub struct Tiles {
    reader: Arc<AsyncPmTilesReader<MmapBackend>>,
    etag: HeaderValue,
}

/// Why a file cannot be used as tiles.
#[derive(Debug, Error)]
pub enum TilesError {
    /// It cannot be read.
    #[error("the file cannot be read")]
    Unreadable(#[from] std::io::Error),
    /// It is no archive.
    #[error("the file is no PMTiles archive, or a damaged one")]
    NoArchive(#[source] PmtError),
    /// It is an archive of pictures.
    #[error("the PMTiles archive holds no vector tiles; pages draw vector tiles in the Shortbread schema")]
    NotVector,
}

/// One tile.
pub(super) struct Tile {
    pub(super) bytes: Bytes,
    pub(super) encoding: Option<&'static str>,
}

impl Tiles {
    /// Opens an archive.
    ///
    /// # Errors
    /// When the file cannot be read, or is no archive of vector tiles.
    pub async fn open(path: &Path) -> Result<Self, TilesError> {
        let about = tokio::fs::metadata(path).await?;
        let reader = AsyncPmTilesReader::new_with_path(path).await.map_err(TilesError::NoArchive)?;
        if reader.get_header().tile_type != TileType::Mvt {
            return Err(TilesError::NotVector);
        }
        let changed = about.modified().ok().and_then(|at| jiff::Timestamp::try_from(at).ok());
        let version = hex_hash(format!("{} {changed:?}", about.len()).as_bytes());
        let etag = HeaderValue::try_from(format!("\"{version}\""))
            .unwrap_or_else(|_not_a_header| HeaderValue::from_static("\"0\""));
        Ok(Self { reader: Arc::new(reader), etag })
    }

    /// The smallest and the largest zoom that the archive holds.
    pub fn zooms(&self) -> (u8, u8) {
        let header = self.reader.get_header();
        (header.min_zoom, header.max_zoom)
    }

    /// The rectangle that the archive covers: west, south, east, north, in degrees.
    pub fn bounds(&self) -> [f64; 4] {
        let header = self.reader.get_header();
        [header.min_longitude, header.min_latitude, header.max_longitude, header.max_latitude]
    }

    pub(super) fn etag(&self) -> HeaderValue {
        self.etag.clone()
    }

    pub(super) fn content_type(&self) -> &'static str {
        self.reader.get_header().tile_type.content_type()
    }

    /// How the tiles are compressed in the archive.
    pub(super) fn encoding(&self) -> Option<&'static str> {
        self.reader.get_header().tile_compression.content_encoding()
    }

    /// A tile, compressed as in the archive or not at all; `None` where there is none.
    pub(super) async fn find(&self, z: u8, x: u32, y: u32, as_it_is: bool) -> Result<Option<Tile>, ApiError> {
        let at = TileCoord::new(z, x, y).map_err(|_outside| ApiError::not_found())?;
        let is_plain = self.reader.get_header().tile_compression == Compression::None;
        let found = if as_it_is || is_plain {
            self.reader.get_tile(at).await
        } else {
            self.reader.get_tile_decompressed(at).await
        };
        let found = found.map_err(|error| {
            tracing::error!(error = &error as &dyn std::error::Error, "a tile cannot be read");
            ApiError::internal()
        })?;
        Ok(found.map(|bytes| Tile { bytes, encoding: self.encoding().filter(|_| as_it_is) }))
    }
}

impl std::fmt::Debug for Tiles {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Tiles").field("zooms", &self.zooms()).finish_non_exhaustive()
    }
}
