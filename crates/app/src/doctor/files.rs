//! What lies on the disk: the database, the extract, the tiles.

use std::fs::File;
use std::io::Read as _;
use std::path::Path;

use doorstep_roads::{Key, Profile, RoadNetwork};

use super::Finding;
use crate::config::{DatabaseConfig, MapConfig, OperatorConfig, RoadsConfig};
use crate::database::sqlite_path;
use crate::{wiring, wording};

/// What every `PMTiles` archive of version 3 begins with.
const PMTILES_MAGIC: &[u8; 8] = b"PMTiles\x03";

/// Whether the database can be opened, or made.
pub(super) async fn database(config: &DatabaseConfig) -> Finding {
    let path = match sqlite_path(&config.url) {
        Ok(path) => path,
        Err(error) => return Finding::wrong("database", error.to_string(), "Set `database.url`."),
    };
    if !path.exists() {
        return not_made_yet(&path);
    }
    match wiring::open_database(&path).await {
        Ok(_store) => Finding::fine("database", format!("{} opens", path.display())),
        Err(error) => Finding::wrong(
            "database",
            format!("{} does not open: {error:#}", path.display()),
            "If it is newer than this program, use a newer one. If it is no database, set `database.url` to another \
             file. Otherwise look at the rights of the file and its folder.",
        ),
    }
}

fn not_made_yet(path: &Path) -> Finding {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    match tempfile::tempfile_in(folder) {
        Ok(_probe) => {
            Finding::fine("database", format!("{} will be made on the first start", path.display()))
        }
        Err(error) => Finding::wrong(
            "database",
            format!("nothing can be written to {}: {error}", folder.display()),
            "Make the folder, give this user the right to write to it, or set `database.url` to another place.",
        ),
    }
}

/// Whether the extract holds roads, and whether they are prepared.
pub(super) fn roads(config: &RoadsConfig) -> Finding {
    let Some(extract) = &config.extract else {
        return Finding::note(
            "roads",
            "no extract is set, so travel times are estimated from distances",
            "Set `roads.extract` to an OpenStreetMap extract of your area (`.osm.pbf`).",
        );
    };
    let profile = Profile::default();
    let key = match Key::of(extract, &profile) {
        Ok(key) => key,
        Err(error) => {
            return Finding::wrong(
                "roads",
                format!("{} cannot be read: {error}", extract.display()),
                "Set `roads.extract` to a file that this user may read.",
            );
        }
    };
    let prepared = config.prepared.clone().unwrap_or_else(|| wiring::prepared_path(extract));
    match RoadNetwork::load(&prepared, &key) {
        Ok(network) => Finding::fine(
            "roads",
            format!(
                "{} km of roads are prepared in {}",
                (network.size().length.0 / 1000.0).round(),
                prepared.display()
            ),
        ),
        Err(because) => match RoadNetwork::build(extract, &profile) {
            Ok(_) => Finding::note(
                "roads",
                format!("the extract is good but not prepared ({because}), so the next start takes longer"),
                format!("Run `doorstep roads build {}`.", extract.display()),
            ),
            Err(error) => Finding::wrong(
                "roads",
                error.to_string(),
                "Set `roads.extract` to an OpenStreetMap extract (`.osm.pbf`) with roads in it.",
            ),
        },
    }
}

/// Whether the operator's own words can be said; nothing where there are none.
pub(super) fn words(config: &OperatorConfig) -> Option<Finding> {
    let folder = config.words.as_ref()?;
    Some(match wording::read(folder) {
        Ok(_words) => Finding::fine("words", format!("those in {} can be said", folder.display())),
        Err(error) => Finding::wrong(
            "words",
            format!("{error:#}"),
            "Mend the files, or take `operator.words` out: then ours are said.",
        ),
    })
}

/// Whether the tiles are an archive that the server can read.
pub(super) fn tiles(config: &MapConfig) -> Finding {
    let Some(path) = &config.tiles else {
        return Finding::note(
            "map",
            "no tiles are set, so pages say everything in words and show no map",
            "Set `map.tiles` to a PMTiles archive in the Shortbread schema.",
        );
    };
    let mut head = [0; PMTILES_MAGIC.len()];
    match File::open(path).and_then(|mut file| file.read_exact(&mut head)) {
        Ok(()) if head == *PMTILES_MAGIC => {
            Finding::fine("map", format!("{} is a PMTiles archive", path.display()))
        }
        Ok(()) => Finding::wrong(
            "map",
            format!("{} is no PMTiles archive of version 3", path.display()),
            "Convert it, for example with `pmtiles convert`.",
        ),
        Err(error) => Finding::wrong(
            "map",
            format!("{} cannot be read: {error}", path.display()),
            "Set `map.tiles` to a file that this user may read, or leave it out.",
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::super::State;
    use super::*;

    #[test]
    fn an_extract_that_is_no_extract_is_told() {
        let file = tempfile::NamedTempFile::new().expect("a temporary file can be made");
        std::fs::write(file.path(), "no extract").expect("it can be written");
        let found = roads(&RoadsConfig { extract: Some(file.path().to_owned()), prepared: None });
        assert_eq!(found.state, State::Wrong, "{found:?}");
    }

    #[test]
    fn tiles_are_known_by_their_first_bytes() {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let at = |name: &str, content: &[u8]| {
            let path = folder.path().join(name);
            std::fs::write(&path, content).expect("it can be written");
            tiles(&MapConfig { tiles: Some(path), ..MapConfig::default() }).state
        };
        assert_eq!(at("good", b"PMTiles\x03..."), State::Fine);
        assert_eq!(at("old", b"PMTiles\x02..."), State::Wrong);
        assert_eq!(at("short", b"PM"), State::Wrong);
    }

    #[tokio::test]
    async fn a_database_in_a_folder_that_is_not_there_is_told() {
        let found = database(&DatabaseConfig { url: "sqlite:/nowhere/doorstep.db".to_owned() }).await;
        assert_eq!(found.state, State::Wrong, "{found:?}");
    }
}
