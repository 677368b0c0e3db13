//! `doorstep simulate`: a simulated fleet against any server, by its public interface.

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::{Context as _, bail};
use doorstep_roads::{Profile, RoadNetwork, addresses};
use doorstep_simulator::operator::Operator;
use doorstep_simulator::plan::{Wanted, day};
use doorstep_simulator::{Http, Pace};
use jiff::SignedDuration;
use jiff::tz::TimeZone;
use secrecy::{ExposeSecret as _, SecretString};
use serde_json::json;
use tokio::task::JoinSet;

use super::demo::check_speed;
use crate::config::LogConfig;
use crate::demo::data;
use crate::{fleet, lifecycle, output, telemetry};

/// The number of stops of a tour, from and to.
const STOPS: (usize, usize) = (15, 25);

/// The options of `doorstep simulate`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The address of the server, with its scheme and port
    #[arg(long, value_name = "URL", env = "DOORSTEP_SERVER")]
    server: String,
    /// An API key of the operator that may write; better in the environment, where no list of processes shows it
    #[arg(
        long,
        value_name = "KEY",
        env = "DOORSTEP_KEY",
        hide_env_values = true,
        allow_hyphen_values = true
    )]
    key: SecretString,
    /// How many tours are driven
    #[arg(long, default_value_t = 3, value_parser = clap::value_parser!(u16).range(1..=500), env = "DOORSTEP_TOURS")]
    tours: u16,
    /// How much faster than the world the vehicles move; a server's own clock stays as it is
    #[arg(long, default_value_t = 1.0, env = "DOORSTEP_SPEED")]
    speed: f64,
    /// The seed of every chance
    #[arg(long, default_value_t = 1, env = "DOORSTEP_SEED")]
    seed: u64,
    /// The OpenStreetMap extract that is driven in [default: the one of the demo]
    #[arg(long, value_name = "EXTRACT.osm.pbf", env = "DOORSTEP_EXTRACT")]
    extract: Option<PathBuf>,
    /// The time zone of the service day, an IANA name
    #[arg(long, default_value = "UTC", env = "DOORSTEP_TIME_ZONE")]
    time_zone: String,
    /// Write figures as JSON on standard output
    #[arg(long, env = "DOORSTEP_JSON")]
    json: bool,
}

/// Drives until all tours are done or it is told to stop.
///
/// # Errors
/// When the server refuses, or the extract is at fault.
pub(crate) fn run(args: Args) -> anyhow::Result<ExitCode> {
    check_speed(args.speed)?;
    telemetry::start(&LogConfig { filter: "warn".to_owned(), ..LogConfig::default() })?;
    lifecycle::runtime()?.block_on(simulate(args))
}

async fn simulate(args: Args) -> anyhow::Result<ExitCode> {
    let stop = lifecycle::stop_on_signals()?;
    let zone = TimeZone::get(&args.time_zone).with_context(|| {
        format!("{:?} is no time zone; write an IANA name such as Europe/Berlin", args.time_zone)
    })?;
    let (roads, addresses) = place(args.extract.as_deref())?;
    let pace = Pace::starting_at(jiff::Timestamp::now(), args.speed);
    let wanted = Wanted {
        tours: usize::from(args.tours),
        stops: STOPS,
        start_at: pace.now() + SignedDuration::from_secs(30),
        depot: None,
        seed: args.seed,
    };
    let mut plans = day(&roads, &addresses, wanted)?;
    // Numbers and references are unique within an operator, and this may not be the first simulation of the day.
    let run = pace.now().as_second();
    for plan in &mut plans {
        plan.reference = format!("{}-{run}", plan.reference);
        for parcel in plan.stops.iter_mut().flat_map(|stop| &mut stop.parcels) {
            parcel.tracking_number = format!("{}-{run}", parcel.tracking_number);
        }
    }
    let http = Http::to(&args.server)?;
    let operator = Operator::new(http.clone(), args.key.expose_secret().to_owned());
    let (crews, _) = fleet::bring(&operator, &plans, pace.now().to_zoned(zone).date()).await?;
    let mut vehicles = JoinSet::new();
    for crew in &crews {
        vehicles.spawn(crew.vehicle(pace, roads.clone(), &http, &operator, None, args.seed).drive());
    }
    let bar = output::progress(crews.len() as u64, "tours");
    let (mut tours, mut stops, mut fixes) = (0_usize, 0, 0);
    loop {
        let done = tokio::select! {
            () = stop.cancelled() => break,
            done = vehicles.join_next() => done,
        };
        let Some(done) = done else { break };
        let driven = done.context("a vehicle broke off")??;
        (tours, stops, fixes) = (tours + 1, stops + driven.stops, fixes + driven.fixes);
        bar.inc(1);
    }
    bar.finish_and_clear();
    if args.json {
        output::json(&json!({ "tours": tours, "stops": stops, "fixes": fixes }))?;
    } else {
        println!("{tours} of {} tours driven, {stops} stops served, {fixes} fixes sent", crews.len());
    }
    if tours < crews.len() {
        bail!("the simulation was stopped before all tours were done");
    }
    Ok(ExitCode::SUCCESS)
}

/// The roads and addresses of an extract, or of the demo's.
fn place(
    extract: Option<&std::path::Path>,
) -> anyhow::Result<(Arc<RoadNetwork>, Vec<doorstep_roads::Address>)> {
    let bar = output::spinner("reading the extract");
    let embedded = tempfile::NamedTempFile::new().context("no temporary file can be made")?;
    std::fs::write(embedded.path(), data::EXTRACT).context("no temporary file can be written")?;
    let path = extract.unwrap_or(embedded.path());
    let roads = Arc::new(RoadNetwork::build(path, &Profile::default())?);
    let addresses = addresses(path)?;
    bar.finish_and_clear();
    Ok((roads, addresses))
}
