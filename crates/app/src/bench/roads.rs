//! Time of a matrix of travel times.

use std::time::Instant;

use anyhow::{Context as _, Result, bail};
use doorstep_domain::Place;
use doorstep_roads::{Address, Profile, RoadNetwork, addresses};
use serde_json::json;

use crate::commands::bench::RoadsArgs;
use crate::demo::data;
use crate::output;

/// How often the matrix is asked for; the median is told.
const ROUNDS: usize = 9;

/// Measures.
///
/// # Errors
/// When the extract is at fault.
pub(crate) fn run(args: &RoadsArgs) -> Result<()> {
    let embedded = tempfile::NamedTempFile::new().context("no temporary file can be made")?;
    std::fs::write(embedded.path(), data::EXTRACT).context("no temporary file can be written")?;
    let extract = args.extract.as_deref().unwrap_or(embedded.path());
    let began = Instant::now();
    let network = RoadNetwork::build(extract, &Profile::default())?;
    let build_s = began.elapsed().as_secs_f64();
    let places = spread(&network, &addresses(extract)?, usize::from(args.places))?;
    let mut rounds_ms = Vec::with_capacity(ROUNDS);
    let mut reached = 0;
    for _ in 0..ROUNDS {
        let began = Instant::now();
        let matrix = network.matrix(&places, &places)?;
        rounds_ms.push(began.elapsed().as_secs_f64() * 1_000.0);
        reached = matrix.rows().flatten().flatten().count();
    }
    rounds_ms.sort_by(f64::total_cmp);
    let median_ms = rounds_ms.get(ROUNDS / 2).copied().unwrap_or_default();
    let cells = places.len() * places.len();
    if args.json {
        let size = network.size();
        return output::json(&json!({
            "segments": size.segments, "turns": size.turns, "length_km": size.length.0 / 1_000.0,
            "build_s": build_s, "places": places.len(), "cells": cells, "cells_reached": reached,
            "matrix_median_ms": median_ms,
        }));
    }
    println!("roads built in {build_s:.2} s");
    println!(
        "{0} x {0} matrix in {median_ms:.2} ms (median of {ROUNDS}), {reached} of {cells} cells reached",
        places.len()
    );
    Ok(())
}

/// Places near roads, spread evenly over the list of addresses.
fn spread(network: &RoadNetwork, addresses: &[Address], count: usize) -> Result<Vec<Place>> {
    let near: Vec<Place> = addresses
        .iter()
        .map(|address| address.place)
        .filter(|place| network.snap(*place).is_ok_and(|snap| !snap.is_far()))
        .collect();
    if near.len() < count {
        bail!("the extract has {} addresses near its roads; ask for at most that many places", near.len());
    }
    Ok(near.iter().step_by(near.len() / count).take(count).copied().collect())
}
