//! Whether time tells a parcel of someone else from one that never was.
//!
//! One recipient asks, over one connection, for parcels of others and for parcels that are not there, in an order that
//! chance decides. Welch's t says how far apart the two means are, in units of what chance alone explains: beyond 4.5,
//! as is usual for such tests, there is something to tell. Her own parcel is asked for as well, to see that a real
//! difference is found.

use std::time::Instant;

use anyhow::{Context as _, Result, ensure};
use doorstep_server::secret::fresh_id;
use rand::RngExt as _;
use serde::Serialize;
use serde_json::json;

use super::client::Connection;
use super::setup::Running;
use crate::commands::bench::AbsenceArgs;
use crate::output;

/// How many parcels others have.
const OTHERS: usize = 500;
/// Of each hundred times the slowest so many are left out: there the machine did something else.
const LEFT_OUT: usize = 5;
/// Beyond this something is to be told.
const T_MAX: f64 = 4.5;

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Absent,
    Foreign,
    Own,
}

/// Times of one kind, in microseconds.
#[derive(Debug, Clone, Copy, Serialize)]
struct Spread {
    mean_us: f64,
    variance: f64,
    count: f64,
}

/// Measures.
///
/// # Errors
/// When the server does not run, or answers otherwise than it must.
pub(crate) fn run(args: &AbsenceArgs) -> Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let times = runtime.block_on(times(args.pairs))?;
    let of = |kind| spread(times.iter().filter(|(of, _)| *of == kind).map(|(_, time)| *time).collect());
    let (absent, foreign, own) = (of(Kind::Absent), of(Kind::Foreign), of(Kind::Own));
    let (told, control) = (welch(absent, foreign), welch(absent, own));
    if args.json {
        return output::json(&json!({
            "absent": absent, "foreign": foreign, "own": own, "t": told, "t_of_own": control,
        }));
    }
    println!("{} pairs over one connection, the slowest {LEFT_OUT} in a hundred left out", args.pairs);
    println!("absent {:.2} us, foreign {:.2} us: t = {told:.2}", absent.mean_us, foreign.mean_us);
    println!("her own {:.2} us: t = {control:.1}, to see that a difference is found", own.mean_us);
    println!("{}", if told.abs() < T_MAX { "nothing to tell" } else { "time tells them apart" });
    Ok(())
}

async fn times(pairs: u32) -> Result<Vec<(Kind, f64)>> {
    let running = Running::start(16).await?;
    let session = running.log_in("ada@example.org").await?;
    running.log_in("bob@example.org").await?;
    let bobs = vec!["bob@example.org".to_owned(); OTHERS];
    let others = running.begin_tour(1, OTHERS, &bobs).await?.parcels;
    let own = running.begin_tour(2, 1, &["ada@example.org".to_owned()]).await?.parcels;
    let own = own.first().context("a tour has parcels")?;
    let mut connection = Connection::to(&running.address).await?;
    let mut rng = rand::rng();
    let mut times = Vec::new();
    for _ in 0..pairs.saturating_mul(3) {
        let absent = format!("{:032x}", fresh_id());
        let (kind, id) = match rng.random_range(0..3) {
            0 => (Kind::Absent, &absent),
            1 => (Kind::Foreign, others.get(rng.random_range(0..OTHERS)).context("so many were brought")?),
            _ => (Kind::Own, own),
        };
        let request = request(id, &session);
        let began = Instant::now();
        let (status, _) = connection.ask(&request).await?;
        times.push((kind, began.elapsed().as_secs_f64() * 1e6));
        ensure!((status == 200) == (kind == Kind::Own), "{kind:?} is answered with {status}");
    }
    running.stop().await?;
    Ok(times)
}

fn request(parcel: &str, session: &str) -> Vec<u8> {
    format!("GET /v1/parcels/{parcel}/tracking HTTP/1.1\r\nhost: bench\r\ncookie: doorstep_session={session}\r\n\r\n")
        .into_bytes()
}

fn spread(mut times: Vec<f64>) -> Spread {
    times.sort_unstable_by(f64::total_cmp);
    times.truncate(times.len() - times.len() * LEFT_OUT / 100);
    #[expect(clippy::cast_precision_loss, reason = "some millions at most")]
    let count = times.len() as f64;
    let mean_us = times.iter().sum::<f64>() / count;
    let variance = times.iter().map(|time| (time - mean_us).powi(2)).sum::<f64>() / (count - 1.0);
    Spread { mean_us, variance, count }
}

/// Welch's t of two means.
fn welch(a: Spread, b: Spread) -> f64 {
    (a.mean_us - b.mean_us) / (a.variance / a.count + b.variance / b.count).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn t_is_that_of_the_textbook() {
        // Two samples of R's documentation of t.test: means 0.75 and 2.33, t = -1.8608.
        let group = |times: &[f64]| {
            let count = f64::from(u16::try_from(times.len()).expect("ten"));
            let mean_us = times.iter().sum::<f64>() / count;
            let variance = times.iter().map(|time| (time - mean_us).powi(2)).sum::<f64>() / (count - 1.0);
            Spread { mean_us, variance, count }
        };
        let one = group(&[0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0]);
        let two = group(&[1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]);
        assert!((welch(one, two) + 1.8608).abs() < 1e-4);
    }

    #[test]
    fn the_slowest_are_left_out() {
        let times: Vec<f64> = (0..95).map(|_| 1.0).chain((0..5).map(|_| 1e6)).collect();
        let spread = spread(times);
        assert!((spread.mean_us - 1.0).abs() < 1e-9 && (spread.count - 95.0).abs() < 1e-9);
    }
}
