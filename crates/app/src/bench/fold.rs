//! What a fix costs, and what a live tour weighs: with the fold alone, and with what is foretold after every fix.

use std::time::{Duration, Instant};

use anyhow::{Context as _, Result};
use doorstep_domain::prediction::Predictor;
use doorstep_domain::tour::TourState;
use serde::Serialize;
use serde_json::json;

use super::process::resident_kib;
use super::town::day;
use crate::commands::bench::FoldArgs;
use crate::output;

/// How many tours are kept at a time to see what one weighs.
const TOURS: usize = 40;
/// They are weighed after every so many fixes, and foretold as often.
const WEIGHED_EVERY: usize = 20;

/// How often a day is gone through to see what its fixes cost.
const ROUNDS: usize = 5;

/// What one fix costs, in microseconds.
#[derive(Debug, Serialize)]
struct Cost {
    median: f64,
    p99: f64,
    worst: f64,
}

/// Measures.
///
/// # Errors
/// When the system does not tell its figures.
pub(crate) fn run(args: &FoldArgs) -> Result<()> {
    // First, while the process holds no memory that it could use again unseen.
    let weight = heaviest_kib(args)?;
    let per_second = folded_per_second(args);
    let cost = cost_of_a_fix(args);
    if args.json {
        return output::json(&json!({
            "stops": args.stops, "fixes_per_live_tour": args.shift_fixes,
            "fixes_per_second": per_second, "fix_us": cost, "kib_per_live_tour": weight,
        }));
    }
    println!("tours of {} stops and {} fixes, on one core", args.stops, args.shift_fixes);
    println!("{per_second:.0} fixes/s folded");
    println!(
        "{:.1} us for a fix folded and the rest foretold, {:.0} us one in a hundred, {:.0} us the worst",
        cost.median, cost.p99, cost.worst
    );
    println!("{weight} KiB per live tour when it weighs most, with what its predictor learnt");
    Ok(())
}

fn folded_per_second(args: &FoldArgs) -> f64 {
    let mut folding = Duration::ZERO;
    let mut count = 0;
    while count < args.fixes {
        let events = day(args.stops, args.shift_fixes);
        let began = Instant::now();
        let mut state = TourState::default();
        state.fold_all(events);
        folding += began.elapsed();
        count += args.shift_fixes;
    }
    f64::from(count) / folding.as_secs_f64()
}

/// The cost of a fix in a day that is gone through several times: of each fix the least, because whatever else runs on
/// the machine interrupts now this one, now that one.
fn cost_of_a_fix(args: &FoldArgs) -> Cost {
    let mut each = vec![Duration::MAX; args.shift_fixes as usize + 2];
    for _ in 0..ROUNDS {
        for (least, cost) in each.iter_mut().zip(costs_of_a_day(args)) {
            *least = cost.min(*least);
        }
    }
    each.sort_unstable();
    let at = |share: usize| {
        each.get(each.len() * share / 100).or(each.last()).map_or(0.0, |cost| cost.as_secs_f64() * 1e6)
    };
    Cost { median: at(50), p99: at(99), worst: at(100) }
}

/// As the server does while someone looks: each fix is folded, and the rest of the tour foretold.
fn costs_of_a_day(args: &FoldArgs) -> impl Iterator<Item = Duration> {
    let (mut state, mut predictor) = (TourState::default(), Predictor::default());
    day(args.stops, args.shift_fixes).into_iter().map(move |event| {
        let now = event.received_at;
        let began = Instant::now();
        state.fold(event);
        std::hint::black_box(predictor.predict(&state, now));
        began.elapsed()
    })
}

/// What one of many tours weighs when they weigh most: while they go on side by side, packing and solving.
fn heaviest_kib(args: &FoldArgs) -> Result<u64> {
    let resident = || resident_kib().context("this system does not tell how much memory a process holds");
    let events = day(args.stops, args.shift_fixes);
    let before = resident()?;
    // Plans are made anew, because copies of one would share its driving times.
    let mut tours: Vec<(TourState, Predictor)> = (0..TOURS).map(|_| planned(args.stops)).collect();
    let mut heaviest = before;
    for some in events.chunks(WEIGHED_EVERY) {
        for (state, predictor) in &mut tours {
            state.fold_all(some.iter().cloned());
            if let Some(last) = some.last() {
                std::hint::black_box(predictor.predict(state, last.received_at));
            }
        }
        heaviest = heaviest.max(resident()?);
    }
    Ok((heaviest - before) / TOURS as u64)
}

fn planned(stops: u16) -> (TourState, Predictor) {
    let mut state = TourState::default();
    state.fold_all(day(stops, 0));
    (state, Predictor::default())
}
