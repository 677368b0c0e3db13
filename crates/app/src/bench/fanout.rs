//! The cost of idle viewers and of delivered messages, as a ratio to bare socket writes of the same machine.
//!
//! The viewers are in a process of their own ([`super::viewers`]), so that the memory and the processor time of this
//! one are the server's alone.

use std::time::Duration;

use anyhow::{Context as _, Result, bail};
use indicatif::ProgressBar;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::process::{processor_time, resident_kib};
use super::setup::Running;
use super::sockets::{self, Task};
use super::viewers::{Audience, Mover, Received, Seat, Wish};
use crate::commands::bench::FanoutArgs;
use crate::doctor::open_files_max;
use crate::{lifecycle, output};

/// Files that the process needs beside its connections.
const OTHER_FILES: u64 = 200;
/// The stops of a tour, each with one viewer.
const STOPS: usize = 20;
/// An account may have this many streams.
const STREAMS_PER_ACCOUNT: usize = 10;
/// A driver's phone tells where it is this often: what an ordinary one does.
const FIX_EVERY: Duration = Duration::from_secs(5);
/// How long nothing is said, to see what idle viewers cost.
const IDLE: Duration = Duration::from_secs(5);

/// What one of the two ways costs.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Cost {
    pub(super) kib_per_viewer: f64,
    pub(super) cpu_us_per_message: f64,
    pub(super) messages: u64,
    pub(super) bytes_per_message: u64,
    pub(super) messages_per_second: f64,
}

/// Measures.
///
/// # Errors
/// When the server cannot run here.
pub(crate) fn run(args: &FanoutArgs) -> Result<()> {
    let (viewers, lowered) = allowed(args.viewers, open_files_max())?;
    if let Some(why) = &lowered {
        eprintln!("{why}");
    }
    lifecycle::runtime()?.block_on(measure(args, viewers, lowered.is_some()))
}

/// How many viewers this process may have, and why it is fewer than was asked for.
fn allowed(wanted: u32, files: Option<u64>) -> Result<(usize, Option<String>)> {
    let room = files.map_or(u64::MAX, |files| files.saturating_sub(OTHER_FILES));
    if room == 0 {
        bail!("this process may open too few files to hold any viewer; raise the limit with `ulimit -n`");
    }
    if u64::from(wanted) <= room {
        return Ok((usize::try_from(wanted)?, None));
    }
    let why = format!(
        "this process may open {} files, so there are {room} viewers instead of {wanted}; `ulimit -n` raises the limit",
        files.unwrap_or_default()
    );
    Ok((usize::try_from(room)?, Some(why)))
}

async fn measure(args: &FanoutArgs, viewers: usize, lowered: bool) -> Result<()> {
    let bar = output::progress(viewers as u64, "tours and accounts");
    let served = of_server(viewers, args.seconds, &bar).await?;
    bar.set_message("bare sockets");
    let messages = served.messages;
    let bare = sockets::in_a_process_of_its_own(&Task { viewers, messages, bytes: served.bytes_per_message })
        .await?;
    bar.finish_and_clear();
    let (cpu, memory) =
        (served.cpu_us_per_message / bare.cpu_us_per_message, served.kib_per_viewer / bare.kib_per_viewer);
    if args.json {
        return output::json(&json!({
            "viewers": viewers, "lowered_by_file_limit": lowered, "server": served, "bare_sockets": bare,
            "cpu_to_bare": cpu, "memory_to_bare": memory,
        }));
    }
    println!(
        "{viewers} viewers, one for each stop of tours with {STOPS} stops; a position every {} s",
        FIX_EVERY.as_secs()
    );
    for (what, cost) in [("server", &served), ("bare sockets", &bare)] {
        println!(
            "{what:<13} {:>6.2} KiB per idle viewer, {:>6.1} us of processor time per message ({} messages of {} bytes)",
            cost.kib_per_viewer, cost.cpu_us_per_message, cost.messages, cost.bytes_per_message
        );
    }
    println!("ratio         {memory:>6.2} in memory, {cpu:.2} in processor time");
    Ok(())
}

async fn of_server(viewers: usize, seconds: u64, bar: &ProgressBar) -> Result<Cost> {
    let running = Running::start(u32::try_from(viewers)? + 500).await?;
    let wish = audience_of(&running, viewers, bar).await?;
    bar.set_message("pages open");
    let before_kib = resident_kib().context("this system does not tell how much memory a process holds")?;
    let mut audience = Audience::seat(&wish).await?;
    let with_kib = resident_kib().context("this system does not tell how much memory a process holds")?;
    let idle_began = spent()?;
    tokio::time::sleep(IDLE).await;
    let idle = spent()?.saturating_sub(idle_began);
    let began = spent()?;
    let received = audience.listen(seconds).await?;
    let used = spent()?.saturating_sub(began);
    audience.leave().await?;
    running.stop().await?;
    // What idle viewers cost, keep-alives and ticks, is no part of a message.
    let of_messages = used.as_secs_f64() - idle.as_secs_f64() / IDLE.as_secs_f64() * received.seconds;
    Ok(cost(viewers, with_kib.saturating_sub(before_kib), of_messages, &received))
}

/// The processor time that this process has used.
pub(super) fn spent() -> Result<Duration> {
    processor_time().context("this system does not tell how much processor time a process used")
}

#[expect(clippy::cast_precision_loss, reason = "figures for people")]
pub(super) fn cost(viewers: usize, kib: u64, processor_s: f64, received: &Received) -> Cost {
    Cost {
        kib_per_viewer: kib as f64 / viewers as f64,
        cpu_us_per_message: processor_s.max(0.0) * 1e6 / received.messages.max(1) as f64,
        messages: received.messages,
        bytes_per_message: received.bytes / received.messages.max(1),
        messages_per_second: received.messages as f64 / received.seconds.max(0.001),
    }
}

/// Accounts, and tours under way whose parcels are theirs.
async fn audience_of(running: &Running, viewers: usize, bar: &ProgressBar) -> Result<Wish> {
    let area = json!({ "type": "Polygon", "coordinates": [[[4, 44], [7, 44], [7, 49], [4, 49], [4, 44]]] });
    let today = Timestamp::now().to_zoned(jiff::tz::TimeZone::UTC).date();
    running.operator.add_region(&json!({ "name": "Everywhere", "live_from": today, "area": area })).await?;
    running.operator.set_visibility(&json!("open")).await?;
    let cookies = log_in(running, viewers.div_ceil(STREAMS_PER_ACCOUNT)).await?;
    let mut wish = Wish {
        address: running.address.clone(),
        seats: Vec::with_capacity(viewers),
        movers: Vec::new(),
        fix_every_s: FIX_EVERY.as_secs(),
    };
    for (number, first) in (0..viewers).step_by(STOPS).enumerate() {
        let count = STOPS.min(viewers - first);
        let account = |position: usize| (first + position) / STREAMS_PER_ACCOUNT;
        let emails: Vec<String> = (0..count).map(|position| email(account(position))).collect();
        let tour = running.begin_tour(number, STOPS, &emails).await?;
        for (position, parcel) in tour.parcels.iter().take(count).enumerate() {
            let cookie = cookies.get(account(position)).cloned().context("every account logged in")?;
            wish.seats.push(Seat { path: format!("/v1/parcels/{parcel}/tracking/stream"), cookie });
        }
        wish.movers.push(Mover { token: tour.token, number });
        bar.inc(count as u64);
    }
    Ok(wish)
}

async fn log_in(running: &Running, accounts: usize) -> Result<Vec<String>> {
    let mut cookies = Vec::with_capacity(accounts);
    for number in 0..accounts {
        cookies.push(running.log_in(&email(number)).await?);
    }
    Ok(cookies)
}

fn email(account: usize) -> String {
    format!("recipient{account}@example.org")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_limit_lowers_the_number_of_viewers_and_is_told() {
        assert_eq!(allowed(1_000, Some(20_000)).expect("there is room"), (1_000, None));
        let (viewers, why) = allowed(30_000, Some(20_000)).expect("there is room for fewer");
        assert_eq!(viewers, 19_800);
        assert!(why.expect("it is told").contains("ulimit -n"));
        assert!(allowed(1, Some(100)).is_err());
        assert_eq!(allowed(5, None).expect("the limit is not known"), (5, None));
    }
}
