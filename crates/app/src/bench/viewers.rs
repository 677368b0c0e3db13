//! Viewers in a process of their own: they open pages, count what they are told, and move the vans that they watch.
//!
//! The process that measures starts this one as `doorstep bench viewers` and talks to it over its pipes: one line
//! says who sits where, then each side says one word at a time.

use std::net::SocketAddr;
use std::process::Stdio;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail, ensure};
use jiff::Timestamp;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use tokio::io::{AsyncBufReadExt as _, AsyncReadExt as _, AsyncWriteExt as _, BufReader, Lines, Stdin};
use tokio::net::{TcpSocket, TcpStream};
use tokio::process::{Child, ChildStdin, ChildStdout, Command};
use tokio::sync::Semaphore;
use tokio::task::JoinSet;

use super::client::{Connection, post};
use super::setup::along;
use crate::lifecycle;

/// What every message of a stream begins with.
pub(super) const MESSAGE: &[u8] = b"event: tracking\n";
/// How many viewers connect at a time.
const CONNECTING: usize = 256;
/// So many viewers share an address of the machine: it has not more ports than that for one server.
const VIEWERS_PER_ADDRESS: usize = 20_000;
/// What is still on its way when the time is over may take this long.
const STRAGGLERS: Duration = Duration::from_secs(2);

/// Who sits where.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Wish {
    pub(super) address: String,
    pub(super) seats: Vec<Seat>,
    pub(super) movers: Vec<Mover>,
    pub(super) fix_every_s: u64,
}

/// A viewer.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Seat {
    pub(super) path: String,
    pub(super) cookie: String,
}

/// The phone of a tour.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Mover {
    pub(super) token: String,
    pub(super) number: usize,
}

/// What all viewers got.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Received {
    pub(super) messages: u64,
    pub(super) bytes: u64,
    pub(super) seconds: f64,
}

impl Seat {
    /// A viewer who asks for nothing and only listens.
    pub(super) fn bare() -> Self {
        Self { path: String::new(), cookie: String::new() }
    }
}

/// The process with the viewers, as the one that measures sees it.
pub(super) struct Audience {
    child: Child,
    input: ChildStdin,
    output: Lines<BufReader<ChildStdout>>,
}

impl Audience {
    /// Starts the process; returns when every viewer sits.
    pub(super) async fn seat(wish: &Wish) -> Result<Self> {
        let program = std::env::current_exe().context("this program cannot be found")?;
        let mut child = Command::new(program)
            .args(["bench", "viewers"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .context("the process with the viewers cannot be started")?;
        let input = child.stdin.take().context("its input is a pipe")?;
        let output = BufReader::new(child.stdout.take().context("its output is a pipe")?).lines();
        let mut audience = Self { child, input, output };
        audience.say(wish).await?;
        let seated: usize = audience.hear().await?;
        ensure!(seated == wish.seats.len(), "only {seated} of {} viewers could connect", wish.seats.len());
        Ok(audience)
    }

    /// Lets the vans move for so many seconds; what all viewers got.
    pub(super) async fn listen(&mut self, seconds: u64) -> Result<Received> {
        self.say(&seconds).await?;
        self.hear().await
    }

    /// Ends the process.
    pub(super) async fn leave(self) -> Result<()> {
        let Self { mut child, input, .. } = self;
        drop(input);
        child.wait().await.context("the process with the viewers does not end")?;
        Ok(())
    }

    async fn say(&mut self, word: &impl Serialize) -> Result<()> {
        let mut line = serde_json::to_vec(word)?;
        line.push(b'\n');
        self.input.write_all(&line).await.context("the viewers hung up")?;
        Ok(self.input.flush().await?)
    }

    async fn hear<T: DeserializeOwned>(&mut self) -> Result<T> {
        let line = self.output.next_line().await.context("the viewers cannot be heard")?;
        Ok(serde_json::from_str(&line.context("the viewers left")?)?)
    }
}

/// The process with the viewers itself.
///
/// # Errors
/// When a viewer cannot connect, or the process that measures went away.
pub(crate) fn run() -> Result<()> {
    lifecycle::runtime()?.block_on(attend())
}

async fn attend() -> Result<()> {
    let mut input = BufReader::new(tokio::io::stdin()).lines();
    let wish: Wish = hear(&mut input).await?.context("nobody said who sits where")?;
    let counts = Arc::new(Counts::default());
    let mut watching = take_seats(&wish, &counts).await?;
    println!("{}", wish.seats.len());
    while let Some(seconds) = hear::<u64>(&mut input).await? {
        let before = counts.read();
        let began = Instant::now();
        tokio::select! {
            moved = move_vans(&wish, seconds) => moved?,
            broken = watching.join_next() => bail!("a viewer was cut off: {broken:?}"),
        }
        let seconds = began.elapsed().as_secs_f64();
        tokio::time::sleep(STRAGGLERS).await;
        let after = counts.read();
        let received = Received { messages: after.0 - before.0, bytes: after.1 - before.1, seconds };
        println!("{}", serde_json::to_string(&received)?);
    }
    Ok(())
}

async fn hear<T: DeserializeOwned>(input: &mut Lines<BufReader<Stdin>>) -> Result<Option<T>> {
    let Some(line) = input.next_line().await? else { return Ok(None) };
    Ok(Some(serde_json::from_str(&line)?))
}

#[derive(Debug, Default)]
struct Counts {
    messages: AtomicU64,
    bytes: AtomicU64,
}

impl Counts {
    fn read(&self) -> (u64, u64) {
        (self.messages.load(Ordering::Relaxed), self.bytes.load(Ordering::Relaxed))
    }
}

/// Connects every viewer; each one that watches a page got its first message then.
async fn take_seats(wish: &Wish, counts: &Arc<Counts>) -> Result<JoinSet<Result<()>>> {
    let server: SocketAddr = wish.address.parse().context("the server's address is none")?;
    let door = Arc::new(Semaphore::new(CONNECTING));
    let mut connecting = JoinSet::new();
    for (number, seat) in wish.seats.iter().cloned().enumerate() {
        let (door, counts) = (door.clone(), counts.clone());
        connecting.spawn(async move {
            let _entering = door.acquire().await?;
            let viewer = Viewer::sit(server, number, &seat, &counts).await?;
            anyhow::Ok(viewer)
        });
    }
    let mut watching = JoinSet::new();
    while let Some(viewer) = connecting.join_next().await {
        let viewer = viewer.context("a viewer broke off")??;
        watching.spawn(viewer.watch(counts.clone()));
    }
    Ok(watching)
}

struct Viewer {
    stream: TcpStream,
}

impl Viewer {
    async fn sit(server: SocketAddr, number: usize, seat: &Seat, counts: &Counts) -> Result<Self> {
        let socket = TcpSocket::new_v4()?;
        let own = u8::try_from(1 + number / VIEWERS_PER_ADDRESS).unwrap_or(u8::MAX);
        // Ports that viewers of the server left are not free again when the bare sockets want theirs.
        let network = u8::from(seat.path.is_empty());
        socket.bind(SocketAddr::from(([127, 0, network, own], 0)))?;
        let stream = socket.connect(server).await.context("a viewer cannot connect")?;
        let mut viewer = Self { stream };
        if seat.path.is_empty() {
            viewer.stream.read_exact(&mut [0]).await?;
        } else {
            let request = format!(
                "GET {} HTTP/1.1\r\nhost: bench\r\naccept: text/event-stream\r\ncookie: doorstep_session={}\r\n\r\n",
                seat.path, seat.cookie
            );
            viewer.stream.write_all(request.as_bytes()).await?;
            viewer.first_message(counts).await?;
        }
        Ok(viewer)
    }

    async fn first_message(&mut self, counts: &Counts) -> Result<()> {
        let mut seen = Vec::new();
        let mut part = [0; 2_048];
        while count(&seen) == 0 {
            let read = self.stream.read(&mut part).await?;
            seen.extend_from_slice(part.get(..read).unwrap_or_default());
            let is_good = seen.starts_with(b"HTTP/1.1 200") || seen.len() < 12;
            ensure!(read > 0 && is_good, "a viewer was refused: {}", String::from_utf8_lossy(&seen));
        }
        counts.messages.fetch_add(count(&seen), Ordering::Relaxed);
        Ok(())
    }

    /// Counts messages until the server hangs up. A message is sent in one piece; one that the system splits within
    /// its first line is lost to the count, which errs against the server.
    async fn watch(mut self, counts: Arc<Counts>) -> Result<()> {
        let mut part = [0; 2_048];
        loop {
            let read = self.stream.read(&mut part).await?;
            ensure!(read > 0, "the server hung up");
            let messages = count(part.get(..read).unwrap_or_default());
            counts.messages.fetch_add(messages, Ordering::Relaxed);
            counts.bytes.fetch_add(read as u64, Ordering::Relaxed);
        }
    }
}

fn count(bytes: &[u8]) -> u64 {
    bytes.windows(MESSAGE.len()).filter(|window| *window == MESSAGE).count() as u64
}

/// Each phone tells a new place every few seconds, spread over the span.
async fn move_vans(wish: &Wish, seconds: u64) -> Result<()> {
    let until = Instant::now() + Duration::from_secs(seconds);
    if wish.movers.is_empty() {
        tokio::time::sleep_until(until.into()).await;
        return Ok(());
    }
    let mut connection = Connection::to(&wish.address).await?;
    let count = u32::try_from(wish.movers.len())?;
    let pause = Duration::from_secs(wish.fix_every_s) / count;
    let mut due = Instant::now();
    for (nth, mover) in (0_u64..).zip(wish.movers.iter().cycle()) {
        if due >= until {
            break;
        }
        tokio::time::sleep_until(due.into()).await;
        let round = nth / u64::from(count);
        let (status, answer) = connection.ask(&fix(mover, round)).await?;
        ensure!(status == 200, "a fix was refused: {}", String::from_utf8_lossy(answer));
        due += pause;
    }
    Ok(())
}

fn fix(mover: &Mover, round: u64) -> Vec<u8> {
    #[expect(clippy::cast_precision_loss, reason = "a part of the way")]
    let place = along(mover.number, 0.001 * (1.0 + (round % 500) as f64));
    let body = format!(
        r#"{{"events":[{{"id":"{:032x}","kind":"fix","at":"{}","lat":{:.6},"lon":{:.6},"accuracy_m":6}}]}}"#,
        crate::accounts::random_bits(),
        Timestamp::now(),
        place.lat(),
        place.lon()
    );
    post("/v1/driver/events", &mover.token, &body)
}

#[cfg(test)]
mod tests {
    use super::count;

    #[test]
    fn messages_are_counted_and_keep_alives_are_not() {
        assert_eq!(
            count(b"retry: 2000\nid: 1\nevent: tracking\ndata: {}\n\n: keep-alive\n\nevent: tracking\ndata"),
            2
        );
        assert_eq!(count(b": keep-alive\n\n"), 0);
    }
}
