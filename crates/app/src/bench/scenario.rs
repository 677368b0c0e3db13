//! A scenario for attackers, made of an extract: its streets, its houses, and tours through them on several days.

use std::path::Path;

use anyhow::{Context as _, Result, bail};
use doorstep_attackers::scenario::{
    HouseRow, Meta, Scenario, StopRow, StreetRow, Stretch, TourRow, Track, TrackRow,
};
use doorstep_domain::Place;
use doorstep_domain::streets::{Spot, Streets};
use doorstep_roads::{Profile, RoadNetwork, addresses, buildings};
use doorstep_simulator::scenario::{DrivenStop, DrivenTour, Wanted, tours};
use serde_json::json;

use crate::commands::bench::ScenarioArgs;
use crate::demo::data;
use crate::output;

/// As the release policy has it by default.
const WINDOW_STOPS: usize = 10;
/// What holds for every extract of that map.
const LICENCE: &str =
    "Derived from OpenStreetMap data, © OpenStreetMap contributors, ODbL 1.0. Tours and times are made up.";

/// Makes a scenario.
///
/// # Errors
/// When the extract is at fault, or the folder is there already or cannot be written.
pub(crate) fn run(args: &ScenarioArgs) -> Result<()> {
    if args.out.exists() {
        bail!("{} is there already; name a new folder with --out", args.out.display());
    }
    let embedded = tempfile::NamedTempFile::new().context("no temporary file can be made")?;
    std::fs::write(embedded.path(), data::EXTRACT).context("no temporary file can be written")?;
    let extract = args.extract.as_deref().unwrap_or(embedded.path());
    let name = args.name.clone().unwrap_or_else(|| name(args.extract.as_deref()));
    let spinner = output::spinner("driving");
    let scenario = made(extract, name, args)?;
    spinner.finish_and_clear();
    scenario.write(&args.out)?;
    let stops: usize = scenario.tours.iter().map(|tour| tour.stops.len()).sum();
    let (tours, houses) = (scenario.tours.len(), scenario.houses.len());
    if args.json {
        return output::json(
            &json!({ "scenario": args.out, "tours": tours, "stops": stops, "houses": houses }),
        );
    }
    println!("{tours} tours with {stops} stops among {houses} houses in {}", args.out.display());
    Ok(())
}

/// The name of the extract's file, without its endings.
fn name(extract: Option<&Path>) -> String {
    let file = extract.and_then(Path::file_name).map(|name| name.to_string_lossy().into_owned());
    let file = file.unwrap_or_else(|| "monaco".to_owned());
    file.split('.').next().unwrap_or("town").to_owned()
}

fn made(extract: &Path, name: String, args: &ScenarioArgs) -> Result<Scenario> {
    let network = RoadNetwork::build(extract, &Profile::default())?;
    let streets = network.streets(&addresses(extract)?, &buildings(extract)?);
    let wanted = Wanted { seed: args.seed, routes: args.routes, days: args.days };
    let driven = tours(&streets, wanted)?;
    let houses: Vec<HouseRow> =
        streets.houses().enumerate().filter_map(|(number, spot)| house(&streets, number, spot)).collect();
    let middle = |of: fn(&HouseRow) -> f64| {
        let sum: f64 = houses.iter().map(of).sum();
        let count = u32::try_from(houses.len().max(1)).map_or(f64::MAX, f64::from);
        (sum / count * 1e5).round() / 1e5
    };
    Ok(Scenario {
        meta: Meta {
            seed: args.seed,
            lat0: middle(|house| house.lat),
            lon0: middle(|house| house.lon),
            window_stops: WINDOW_STOPS,
            source: format!("the extract {name}"),
            licence: LICENCE.to_owned(),
            name,
        },
        streets: street_rows(&streets),
        houses,
        tours: driven.iter().map(|tour| tour_row(&streets, tour)).collect(),
        tracks: driven.iter().map(track_row).collect(),
    })
}

fn street_rows(streets: &Streets) -> Vec<StreetRow> {
    let row = |(number, street): (usize, doorstep_domain::streets::Street)| StreetRow {
        id: format!("s{number}"),
        from: format!("n{}", street.from),
        to: format!("n{}", street.to),
        oneway: street.is_one_way,
        kmh: (street.speed.0 * 3.6 * 100.0).round() / 100.0,
        line: street.line.iter().map(|place| degrees(*place)).collect(),
    };
    streets.streets().enumerate().map(row).collect()
}

fn house(streets: &Streets, number: usize, spot: Spot) -> Option<HouseRow> {
    let (lat, lon) = degrees(streets.place(spot)?);
    let street = format!("s{}", spot.street);
    Some(HouseRow { id: format!("h{number}"), lat, lon, street, kerb_m: tenths(spot.at_m) })
}

fn tour_row(streets: &Streets, tour: &DrivenTour) -> TourRow {
    let begins = tour.began_at.as_second();
    let stop = |(stop, n): (&DrivenStop, u32)| {
        let (lat, lon) = degrees(streets.place(stop.spot)?);
        let way = stop.way.iter();
        Some(StopRow {
            n,
            house: format!("h{}", stop.house),
            arrive: begins + i64::from(stop.arrived_s),
            depart: begins + i64::from(stop.departed_s),
            lat,
            lon,
            path: way
                .map(|piece| Stretch(format!("s{}", piece.street), tenths(piece.from_m), tenths(piece.to_m)))
                .collect(),
        })
    };
    TourRow {
        tour: tour_name(tour),
        route: tour.route,
        day: tour.day,
        stops: tour.stops.iter().zip(1..).filter_map(stop).collect(),
    }
}

fn track_row(tour: &DrivenTour) -> TrackRow {
    let places: Vec<(f64, f64)> = tour.track.iter().map(|place| (place.lat(), place.lon())).collect();
    TrackRow { tour: tour_name(tour), t0: tour.began_at.as_second(), line: Track::of(&places) }
}

fn tour_name(tour: &DrivenTour) -> String {
    format!("r{:02}d{:02}", tour.route, tour.day)
}

/// Latitude and longitude, to a tenth of a metre.
fn degrees(place: Place) -> (f64, f64) {
    let rounded = |degrees: f64| (degrees * 1e6).round() / 1e6;
    (rounded(place.lat()), rounded(place.lon()))
}

fn tenths(metres: f64) -> f64 {
    (metres * 10.0).round() / 10.0
}
