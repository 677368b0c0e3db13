//! Messages of the same size written straight into as many sockets: what `fanout` compares the server with.
//!
//! It is a process of its own, so that memory which the server gave back is not counted as room for these sockets.

use std::process::Stdio;

use anyhow::{Context as _, Result, ensure};
use serde::{Deserialize, Serialize};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::process::Command;

use super::fanout::{Cost, cost, spent};
use super::process::resident_kib;
use super::viewers::{Audience, MESSAGE, Seat, Wish};
use crate::lifecycle;

/// How long the writing may take, in seconds.
const SECONDS: u64 = 5;

/// What is written.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Task {
    pub(super) viewers: usize,
    pub(super) messages: u64,
    pub(super) bytes: u64,
}

/// Starts the process and waits for what it measured.
pub(super) async fn in_a_process_of_its_own(task: &Task) -> Result<Cost> {
    let program = std::env::current_exe().context("this program cannot be found")?;
    let mut child = Command::new(program)
        .args(["bench", "sockets"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .kill_on_drop(true)
        .spawn()
        .context("the process with the bare sockets cannot be started")?;
    let mut input = child.stdin.take().context("its input is a pipe")?;
    input.write_all(&serde_json::to_vec(task)?).await?;
    drop(input);
    let ended = child.wait_with_output().await.context("the process with the bare sockets broke off")?;
    ensure!(ended.status.success(), "the process with the bare sockets failed");
    Ok(serde_json::from_slice(&ended.stdout)?)
}

/// The process itself.
///
/// # Errors
/// When the sockets cannot be had.
pub(crate) fn run() -> Result<()> {
    lifecycle::runtime()?.block_on(async {
        let mut input = Vec::new();
        tokio::io::stdin().read_to_end(&mut input).await?;
        let cost = write(&serde_json::from_slice(&input)?).await?;
        println!("{}", serde_json::to_string(&cost)?);
        Ok(())
    })
}

async fn write(task: &Task) -> Result<Cost> {
    let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
    let address = listener.local_addr()?.to_string();
    let wish = Wish { address, seats: vec![Seat::bare(); task.viewers], movers: Vec::new(), fix_every_s: 0 };
    let before_kib = resident_kib().context("this system does not tell how much memory a process holds")?;
    let (mut audience, mut sockets) =
        tokio::try_join!(Audience::seat(&wish), accept(&listener, task.viewers))?;
    let with_kib = resident_kib().context("this system does not tell how much memory a process holds")?;
    let size = usize::try_from(task.bytes)?.max(MESSAGE.len() + 2);
    let mut message = MESSAGE.to_vec();
    message.resize(size - 2, b'.');
    message.extend_from_slice(b"\n\n");
    let rounds = usize::try_from(task.messages)?.div_ceil(task.viewers).max(1);
    let writing = async {
        let began = spent()?;
        for _ in 0..rounds {
            for socket in &mut sockets {
                socket.write_all(&message).await?;
            }
        }
        Ok(spent()?.saturating_sub(began))
    };
    let (received, used) = tokio::try_join!(audience.listen(SECONDS), writing)?;
    audience.leave().await?;
    Ok(cost(task.viewers, with_kib.saturating_sub(before_kib), used.as_secs_f64(), &received))
}

async fn accept(listener: &TcpListener, count: usize) -> Result<Vec<TcpStream>> {
    let mut sockets = Vec::with_capacity(count);
    while sockets.len() < count {
        let (mut socket, _) = listener.accept().await?;
        socket.set_nodelay(true)?;
        // A viewer that waits for this cannot be one of too many that were never accepted.
        socket.write_all(b".").await?;
        sockets.push(socket);
    }
    Ok(sockets)
}
