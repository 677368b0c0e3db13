//! Acknowledged, fsynced fixes per second over HTTP, as a ratio to the bare answers of the same machine.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, ensure};
use axum::Router;
use axum::routing::any;
use doorstep_domain::admission::FIXES_MAX;
use doorstep_server::{ConnectionLimits, serve_router};
use http::StatusCode;
use indicatif::ProgressBar;
use jiff::SignedDuration;
use serde::Serialize;
use serde_json::json;
use tokio::net::TcpListener;
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

use super::client::{Connection, post};
use super::setup::{Running, Underway, along};
use crate::commands::bench::IngestArgs;
use crate::{lifecycle, output};

/// How many fixes a batch has.
const BATCH: u64 = 50;
/// A tour takes no more fixes than this; the part that meets it ends early.
const FIXES_PER_TOUR: u64 = FIXES_MAX as u64 - BATCH;

/// What one part of the bench measured.
#[derive(Debug, Serialize)]
struct Part {
    per_second: f64,
    requests_per_second: f64,
    p50_ms: f64,
    p99_ms: f64,
    seconds: f64,
}

/// Measures.
///
/// # Errors
/// When the server cannot run here.
pub(crate) fn run(args: &IngestArgs) -> Result<()> {
    lifecycle::runtime()?.block_on(measure(args))
}

async fn measure(args: &IngestArgs) -> Result<()> {
    let bar = output::spinner("a bare answer");
    let bare = bare(args).await?;
    bar.set_message("single fixes");
    let single = ingest(args, 1, &bar).await?;
    bar.set_message("batches of fixes");
    let batches = ingest(args, BATCH, &bar).await?;
    bar.finish_and_clear();
    let (single_ratio, batch_ratio) =
        (single.per_second / bare.per_second, batches.per_second / bare.per_second);
    if args.json {
        return output::json(&json!({
            "connections": args.connections, "batch": BATCH, "bare_answers": bare, "single_fixes": single,
            "batched_fixes": batches, "single_to_bare": single_ratio, "batched_to_bare": batch_ratio,
        }));
    }
    let tell = |what: &str, part: &Part| {
        println!(
            "{what:<22} {:>9.0}/s   half of the requests within {:.1} ms, 99 % within {:.1} ms",
            part.per_second, part.p50_ms, part.p99_ms
        );
    };
    println!("{} connections, client and server on this machine", args.connections);
    tell("bare answers (204)", &bare);
    tell("fixes, one a request", &single);
    tell("fixes, 50 a request", &batches);
    println!("A fix of its own request costs as much as {:.2} bare answers,", 1.0 / single_ratio);
    println!(
        "a fix of a batch as much as {:.3}: ratios {single_ratio:.2} and {batch_ratio:.2}",
        1.0 / batch_ratio
    );
    Ok(())
}

/// The answers of a server that does nothing, behind the same accept loop, to the same requests.
async fn bare(args: &IngestArgs) -> Result<Part> {
    let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
    let address = listener.local_addr()?.to_string();
    let stop = CancellationToken::new();
    let router = Router::new().fallback(any(async || StatusCode::NO_CONTENT));
    let serving = tokio::spawn(serve_router(listener, router, ConnectionLimits::default(), stop.clone()));
    let senders = (0..args.connections).map(|number| {
        let tour =
            Underway { token: "bench".to_owned(), parcels: Vec::new(), since: jiff::Timestamp::UNIX_EPOCH };
        Sender { number: usize::from(number), tour, batch: 1, expects: StatusCode::NO_CONTENT }
    });
    let part = send(&address, senders.collect(), args.seconds).await?;
    stop.cancel();
    serving.await.context("the bare server broke off")??;
    Ok(part)
}

/// Fixes into a real server of its own, a tour for each connection.
async fn ingest(args: &IngestArgs, batch: u64, bar: &ProgressBar) -> Result<Part> {
    let running = Running::start(u32::from(args.connections) + 100).await?;
    let mut senders = Vec::new();
    for number in 0..usize::from(args.connections) {
        let tour = running.begin_tour(number, 10, &[]).await?;
        senders.push(Sender { number, tour, batch, expects: StatusCode::OK });
        bar.tick();
    }
    let part = send(&running.address, senders, args.seconds).await?;
    running.stop().await?;
    Ok(part)
}

/// Lets all senders send at once; what they got acknowledged.
async fn send(address: &str, senders: Vec<Sender>, seconds: u64) -> Result<Part> {
    let (full, acknowledged) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicU64::new(0)));
    let deadline = Instant::now() + Duration::from_secs(seconds);
    let began = Instant::now();
    let mut sending = JoinSet::new();
    for sender in senders {
        let connection = Connection::to(address).await?;
        sending.spawn(sender.send_until(connection, deadline, full.clone(), acknowledged.clone()));
    }
    let mut took_us = Vec::new();
    while let Some(ended) = sending.join_next().await {
        took_us.extend(ended.context("a sender broke off")??);
    }
    let elapsed = began.elapsed().as_secs_f64();
    took_us.sort_unstable();
    let at = |share: f64| {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            clippy::cast_precision_loss,
            reason = "an index"
        )]
        let index = (took_us.len() as f64 * share) as usize;
        f64::from(took_us.get(index.min(took_us.len().saturating_sub(1))).copied().unwrap_or_default())
            / 1_000.0
    };
    #[expect(clippy::cast_precision_loss, reason = "figures for people")]
    let (fixes, requests) = (acknowledged.load(Ordering::Relaxed) as f64, took_us.len() as f64);
    Ok(Part {
        per_second: fixes / elapsed,
        requests_per_second: requests / elapsed,
        p50_ms: at(0.5),
        p99_ms: at(0.99),
        seconds: elapsed,
    })
}

/// Who sends the fixes of one tour.
struct Sender {
    number: usize,
    tour: Underway,
    batch: u64,
    expects: StatusCode,
}

impl Sender {
    /// Sends one request after the other; how long each took, in microseconds.
    async fn send_until(
        self,
        mut connection: Connection,
        deadline: Instant,
        full: Arc<AtomicBool>,
        acknowledged: Arc<AtomicU64>,
    ) -> Result<Vec<u32>> {
        let mut took_us = Vec::new();
        let mut sent = 0;
        while Instant::now() < deadline && !full.load(Ordering::Relaxed) {
            let request = self.request(sent);
            let began = Instant::now();
            let (status, answer) = connection.ask(&request).await?;
            took_us.push(u32::try_from(began.elapsed().as_micros()).unwrap_or(u32::MAX));
            self.check(status, answer)?;
            sent += self.batch;
            acknowledged.fetch_add(self.batch, Ordering::Relaxed);
            if sent > FIXES_PER_TOUR && self.expects == StatusCode::OK {
                full.store(true, Ordering::Relaxed);
            }
        }
        Ok(took_us)
    }

    fn check(&self, status: u16, answer: &[u8]) -> Result<()> {
        let wanted = format!("\"taken\":{}", self.batch);
        let is_good = status == self.expects
            && (self.expects == StatusCode::NO_CONTENT
                || answer.windows(wanted.len()).any(|part| part == wanted.as_bytes()));
        ensure!(is_good, "the server answered {status}: {}", String::from_utf8_lossy(answer));
        Ok(())
    }

    /// The next fixes of the tour, a second apart.
    fn request(&self, sent: u64) -> Vec<u8> {
        let events: Vec<String> = (sent..sent + self.batch)
            .map(|nth| {
                let at =
                    self.tour.since + SignedDuration::from_secs(1 + i64::try_from(nth).unwrap_or_default());
                #[expect(clippy::cast_precision_loss, reason = "a part of the way")]
                let place = along(self.number, nth as f64 / FIXES_MAX as f64);
                let id = (self.number as u128 + 1) << 64 | u128::from(nth);
                format!(
                    r#"{{"id":"{id:032x}","kind":"fix","at":"{at}","lat":{:.6},"lon":{:.6},"accuracy_m":6}}"#,
                    place.lat(),
                    place.lon()
                )
            })
            .collect();
        post("/v1/driver/events", &self.tour.token, &format!(r#"{{"events":[{}]}}"#, events.join(",")))
    }
}
