//! Our own accept loop: HTTP/1.1 with a limit and a deadline for everything.
//!
//! `axum::serve` has no deadline for the head of a request and none for a client that stops reading. Here the head
//! must come in time (also the first byte of it), the whole request must be answered in time, a socket that takes
//! nothing for a while is cut, buffers are small, connections are counted, all of them and those of each address, and a
//! stop ends what is under way softly and then for good. The listener decides about addresses; a proxy before it decides about TLS and HTTP/2.

mod crowd;
mod deadline;
mod headers;
mod observe;
#[cfg(test)]
mod tests;

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
use tower::ServiceExt as _;

use crate::access::Peer;
use crate::metrics::Metrics;
pub use crowd::PerAddress;
use crowd::{Crowd, Seat};
use deadline::WriteDeadline;
pub use headers::Hsts;
pub(crate) use headers::{FRAMED_POLICY, POLICY, framed_by, secure};
pub(crate) use observe::observe;

/// What connections may cost.
#[derive(Debug, Clone, Copy)]
pub struct ConnectionLimits {
    /// The largest number of connections at a time. Further ones wait at the door.
    pub connections_max: usize,
    /// How many of them one address may have. Further ones are closed at once.
    pub per_address: PerAddress,
    /// How long a client may take for the head of a request, or keep a connection for the next one.
    pub header_timeout: Duration,
    /// How long a request may take, its body and the head of its answer included.
    pub request_timeout: Duration,
    /// How long a stop waits for requests under way.
    pub shutdown_timeout: Duration,
}

impl Default for ConnectionLimits {
    fn default() -> Self {
        Self {
            connections_max: 20_000,
            per_address: PerAddress::default(),
            header_timeout: Duration::from_secs(10),
            request_timeout: Duration::from_secs(30),
            shutdown_timeout: Duration::from_secs(10),
        }
    }
}

/// A socket that takes nothing for so long is cut.
const WRITE_DEADLINE: Duration = Duration::from_secs(30);
/// What is buffered of a connection, at most: also the longest head of a request.
const BUFFER_MAX: usize = 16 << 10;
/// The system has no descriptors left: wait for some to come back.
const OUT_OF_FILES_PAUSE: Duration = Duration::from_millis(100);

/// What every connection is served with.
struct House {
    router: Router,
    http: http1::Builder,
    metrics: Arc<Metrics>,
    stop: CancellationToken,
    write_deadline: Duration,
}

/// Serves until told to stop, and then for as long as requests under way may take.
pub(crate) async fn serve(
    listener: TcpListener,
    router: Router,
    metrics: Arc<Metrics>,
    limits: ConnectionLimits,
    stop: CancellationToken,
) -> io::Result<()> {
    serve_with(listener, router, metrics, limits, WRITE_DEADLINE, stop).await
}

/// Serves any router behind the same loop: what the machine itself can do, to compare with.
///
/// # Errors
/// When the listener fails.
pub async fn serve_router(
    listener: TcpListener,
    router: Router,
    limits: ConnectionLimits,
    stop: CancellationToken,
) -> io::Result<()> {
    serve(listener, router, Arc::new(Metrics::default()), limits, stop).await
}

async fn serve_with(
    listener: TcpListener,
    router: Router,
    metrics: Arc<Metrics>,
    limits: ConnectionLimits,
    write_deadline: Duration,
    stop: CancellationToken,
) -> io::Result<()> {
    let house = Arc::new(House { router, http: http(&limits), metrics, stop: stop.clone(), write_deadline });
    let connections = TaskTracker::new();
    let places = Arc::new(Semaphore::new(limits.connections_max.clamp(1, Semaphore::MAX_PERMITS)));
    let crowd = Crowd::new(limits.per_address);
    while let Some((socket, peer, place)) = next(&listener, &places, &stop).await? {
        let Some(seat) = crowd.seat(peer.ip()) else {
            house.metrics.connections_refused.inc();
            continue;
        };
        let house = house.clone();
        connections.spawn(async move { house.connection(socket, peer, (place, seat)).await });
    }
    drop(listener);
    connections.close();
    if tokio::time::timeout(limits.shutdown_timeout, connections.wait()).await.is_err() {
        tracing::warn!(connections = connections.len(), "requests under way were given up");
    }
    Ok(())
}

fn http(limits: &ConnectionLimits) -> http1::Builder {
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(limits.header_timeout).max_buf_size(BUFFER_MAX);
    http
}

/// The next connection; `None` when it is time to stop.
async fn next(
    listener: &TcpListener,
    places: &Arc<Semaphore>,
    stop: &CancellationToken,
) -> io::Result<Option<(TcpStream, SocketAddr, OwnedSemaphorePermit)>> {
    loop {
        let accepted = async {
            let place = places.clone().acquire_owned().await.map_err(io::Error::other)?;
            let (socket, peer) = listener.accept().await?;
            Ok::<_, io::Error>((socket, peer, place))
        };
        let accepted = tokio::select! {
            biased;
            () = stop.cancelled() => return Ok(None),
            accepted = accepted => accepted,
        };
        match accepted {
            Ok(accepted) => return Ok(Some(accepted)),
            Err(error) if is_of_one_connection(&error) => {}
            Err(error) => {
                tracing::error!(%error, "a connection cannot be accepted");
                tokio::time::sleep(OUT_OF_FILES_PAUSE).await;
            }
        }
    }
}

/// Whether only this one connection failed, before it was accepted.
fn is_of_one_connection(error: &io::Error) -> bool {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset};
    matches!(error.kind(), ConnectionRefused | ConnectionAborted | ConnectionReset)
}

impl House {
    async fn connection(&self, socket: TcpStream, peer: SocketAddr, _places: (OwnedSemaphorePermit, Seat)) {
        // Small messages go out at once; where the system refuses that, they go out a little later.
        let _small_matter = socket.set_nodelay(true);
        self.metrics.connections.inc();
        let answer = service_fn(|request: hyper::Request<Incoming>| {
            let mut request = request.map(Body::new);
            request.extensions_mut().insert(Peer(peer));
            self.router.clone().oneshot(request)
        });
        let socket = TokioIo::new(WriteDeadline::new(socket, self.write_deadline));
        let connection = self.http.serve_connection(socket, answer);
        tokio::pin!(connection);
        let ended = tokio::select! {
            ended = connection.as_mut() => ended,
            () = self.stop.cancelled() => {
                connection.as_mut().graceful_shutdown();
                connection.await
            }
        };
        if let Err(error) = ended {
            tracing::debug!(%error, "a connection broke off");
        }
        self.metrics.connections.dec();
    }
}
