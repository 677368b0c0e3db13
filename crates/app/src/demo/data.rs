//! The place where the demo happens: see `demo/README.md` for where it comes from and its licence.

/// The OpenStreetMap extract of Monaco and its surroundings.
pub(crate) const EXTRACT: &[u8] = include_bytes!("../../../../demo/monaco.osm.pbf");

/// Its tiles, in the Shortbread schema.
pub(crate) const TILES: &[u8] = include_bytes!("../../../../demo/monaco.pmtiles");
