//! The demo: a carrier in Monaco with simulated drivers, run by the same code as `doorstep serve`.
//!
//! [`folder`] is where it lives, so that it goes on after a restart; [`cast`] is who receives what; [`story`] is
//! what it tells the person who looks. Everything but the first API key and the dispatcher's account is brought to
//! the server over its public interface, as an operator's own system would.

pub(crate) mod data;

mod cast;
mod folder;
mod seed;
mod story;

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context as _, Result};
use doorstep_roads::RoadNetwork;
use doorstep_simulator::operator::Operator;
use doorstep_simulator::{AtHome, Http, Pace};
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

use crate::clock::PaceClock;
use crate::config::Config;
use crate::wiring::Server;
use folder::{Folder, Memory};

/// The demo's time zone.
const TIME_ZONE: &str = "Europe/Monaco";
/// The carrier.
const OPERATOR: &str = "Example Express";
/// How often the demo remembers its clock.
const HEARTBEAT: Duration = Duration::from_secs(1);

/// What a demo is asked for.
#[derive(Debug, Clone)]
pub(crate) struct Wish {
    /// Where it listens.
    pub(crate) listen: SocketAddr,
    /// How much faster than the world it runs.
    pub(crate) speed: f64,
    /// How many tours there are.
    pub(crate) tours: usize,
    /// Where it lives; in a temporary folder when not given.
    pub(crate) data: Option<PathBuf>,
    /// The seed of every chance.
    pub(crate) seed: u64,
}

/// Runs the demo until it is told to stop.
///
/// # Errors
/// When the folder, the port or the database fails.
pub(crate) async fn run(wish: Wish, stop: CancellationToken) -> Result<()> {
    let mut folder = Folder::open(wish.data.clone())?;
    let pace = Pace::starting_at(folder.clock_start()?, wish.speed);
    let config = config(&wish, &folder)?;
    let server = Server::assemble(&config, Arc::new(PaceClock(pace)), Some(wish.speed)).await?;
    let roads = server.roads.clone().context("the demo's roads are always there")?;
    let store = server.store.clone();
    let bound = server.bind(config.http.listen).await?;
    let base = bound.base();
    let http = Http::to(&base)?;
    let serving = tokio::spawn(bound.serve(stop.clone()));

    let memory = match folder.memory.clone() {
        Some(memory) => memory,
        None => folder.remember(seed::sow(&store, &http, &roads, pace, &wish).await?)?,
    };
    let operator = Operator::new(http.clone(), memory.api_key.clone());
    story::tell(&base, &memory, &operator, pace, folder.is_lasting()).await;
    let vehicles = drive(&memory, pace, &roads, &http, &operator);
    let beat = tokio::spawn(keep_clock(folder, pace, stop.clone()));
    serving.await.context("the server broke off")??;
    drop(vehicles);
    beat.await.context("the demo's clock broke off")?
}

/// The configuration of a demo: what a user would write for this extract and these tiles.
fn config(wish: &Wish, folder: &Folder) -> Result<Config> {
    let mut config = Config::default();
    config.http.listen = wish.listen;
    config.database.url = format!("sqlite:{}", folder.path("doorstep.db").display());
    OPERATOR.clone_into(&mut config.operator.name);
    TIME_ZONE.clone_into(&mut config.operator.time_zone);
    config.map.tiles = Some(folder.write_once("monaco.pmtiles", data::TILES)?);
    config.roads.extract = Some(folder.write_once("monaco.osm.pbf", data::EXTRACT)?);
    "warn".clone_into(&mut config.log.filter);
    Ok(config)
}

/// Sets every vehicle going. Dropping the set stops them all.
fn drive(
    memory: &Memory,
    pace: Pace,
    roads: &Arc<RoadNetwork>,
    http: &Http,
    operator: &Operator,
) -> JoinSet<()> {
    let mut vehicles = JoinSet::new();
    let logins = memory.shown.iter().filter_map(|shown| Some((shown.parcel.clone()?, shown.email.clone())));
    let at_home = AtHome::new(http.clone(), logins, cast::PASSWORD);
    for crew in &memory.crews {
        let vehicle = crew.vehicle(pace, roads.clone(), http, operator, Some(&at_home), memory.seed);
        let reference = crew.reference.clone();
        vehicles.spawn(async move {
            match vehicle.drive().await {
                Ok(driven) => tracing::info!(%reference, stops = driven.stops, "the tour is done"),
                Err(error) => tracing::warn!(%reference, %error, "the vehicle stands still"),
            }
        });
    }
    vehicles
}

/// Remembers the clock, so that a restart goes on where the story was.
async fn keep_clock(folder: Folder, pace: Pace, stop: CancellationToken) -> Result<()> {
    while !stop.is_cancelled() {
        // The clock will not be past this when it is kept the next time, even when the disk is slow.
        folder.keep_clock(pace.after(HEARTBEAT * 3))?;
        tokio::select! {
            () = stop.cancelled() => {}
            () = tokio::time::sleep(HEARTBEAT) => {}
        }
    }
    folder.keep_clock(pace.now())
}
