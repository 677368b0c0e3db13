//! The accept loop on real sockets.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::routing::get;
use bytes::Bytes;
use futures_util::stream::repeat_with;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::sync::Notify;
use tokio::task::JoinHandle;
use tokio::time::timeout;
use tokio_util::sync::CancellationToken;

use super::{ConnectionLimits, PerAddress, serve_with};
use crate::metrics::Metrics;

/// Nothing here takes longer unless it is broken.
const BROKEN: Duration = Duration::from_secs(20);
/// A deadline that a test waits for.
const SHORT: Duration = Duration::from_millis(300);

struct Serving {
    address: SocketAddr,
    stop: CancellationToken,
    done: JoinHandle<std::io::Result<()>>,
    metrics: Arc<Metrics>,
    /// Told when the slow handler was reached.
    reached: Arc<Notify>,
    /// What the slow handler waits for.
    go_on: Arc<Notify>,
}

async fn serving(limits: ConnectionLimits) -> Serving {
    let (reached, go_on) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
    let slow = {
        let (reached, go_on) = (reached.clone(), go_on.clone());
        async move || {
            reached.notify_one();
            go_on.notified().await;
            "slow"
        }
    };
    let endless = async || {
        let chunks = repeat_with(|| Ok::<_, std::convert::Infallible>(Bytes::from_static(&[b'x'; 16 << 10])));
        Body::from_stream(chunks)
    };
    let router = Router::new()
        .route("/", get(async || "hello"))
        .route("/slow", get(slow))
        .route("/endless", get(endless));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (stop, metrics) = (CancellationToken::new(), Arc::new(Metrics::default()));
    let done = tokio::spawn(serve_with(listener, router, metrics.clone(), limits, SHORT, stop.clone()));
    Serving { address, stop, done, metrics, reached, go_on }
}

fn quick() -> ConnectionLimits {
    ConnectionLimits { header_timeout: SHORT, ..ConnectionLimits::default() }
}

impl Serving {
    async fn connect(&self) -> TcpStream {
        TcpStream::connect(self.address).await.unwrap()
    }

    async fn ends(self) {
        self.stop.cancel();
        timeout(BROKEN, self.done).await.expect("it ends").unwrap().unwrap();
    }
}

/// Everything until the other end closes; a reset is an end too.
async fn rest(socket: &mut TcpStream) -> String {
    let mut bytes = Vec::new();
    let _reset = timeout(BROKEN, socket.read_to_end(&mut bytes)).await.expect("the other end closes");
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Reads until the text was seen.
async fn read_to(socket: &mut TcpStream, text: &str) -> String {
    let mut bytes = Vec::new();
    while !String::from_utf8_lossy(&bytes).contains(text) {
        let byte = timeout(BROKEN, socket.read_u8()).await.expect("it comes").expect("it is open");
        bytes.push(byte);
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[tokio::test]
async fn a_request_is_answered_and_the_connection_kept_for_the_next() {
    let serving = serving(ConnectionLimits::default()).await;
    let mut socket = serving.connect().await;
    for _ in 0..2 {
        socket.write_all(b"GET / HTTP/1.1\r\nhost: x\r\n\r\n").await.unwrap();
        assert!(read_to(&mut socket, "hello").await.starts_with("HTTP/1.1 200 OK"));
    }
    drop(socket);
    serving.ends().await;
}

#[tokio::test]
async fn a_head_that_does_not_come_cuts_the_connection() {
    let serving = serving(quick()).await;
    let mut silent = serving.connect().await;
    let mut slow = serving.connect().await;
    slow.write_all(b"GET / HTTP/1.1\r\nhost: x\r\nx-slow: ").await.unwrap();
    let mut idle = serving.connect().await;
    idle.write_all(b"GET / HTTP/1.1\r\nhost: x\r\n\r\n").await.unwrap();
    read_to(&mut idle, "hello").await;
    for socket in [&mut silent, &mut slow, &mut idle] {
        let answer = rest(socket).await;
        assert!(answer.is_empty() || answer.contains("408"), "{answer}");
    }
    serving.ends().await;
}

#[tokio::test]
async fn a_head_that_trickles_is_no_better() {
    let serving = serving(quick()).await;
    let (mut reader, mut writer) = serving.connect().await.into_split();
    let trickle = tokio::spawn(async move {
        while writer.write_all(b"GET / HTTP/1.1\r\nx: y\r\n").await.is_ok() {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    });
    let mut bytes = Vec::new();
    let _reset = timeout(BROKEN, reader.read_to_end(&mut bytes)).await.expect("it is cut");
    timeout(BROKEN, trickle).await.expect("it is cut").unwrap();
    serving.ends().await;
}

#[tokio::test]
async fn a_head_that_is_too_large_is_refused() {
    let serving = serving(ConnectionLimits::default()).await;
    let mut socket = serving.connect().await;
    let head = format!("GET / HTTP/1.1\r\nhost: x\r\nx-large: {}\r\n\r\n", "x".repeat(64 << 10));
    let _cut_in_the_midst = socket.write_all(head.as_bytes()).await;
    assert!(!rest(&mut socket).await.contains("hello"));
    serving.ends().await;
}

#[tokio::test]
async fn a_socket_that_takes_nothing_is_cut() {
    let serving = serving(ConnectionLimits::default()).await;
    let socket = TcpSocket::new_v4().unwrap();
    socket.set_recv_buffer_size(4 << 10).unwrap();
    let mut socket = socket.connect(serving.address).await.unwrap();
    socket.write_all(b"GET /endless HTTP/1.1\r\nhost: x\r\n\r\n").await.unwrap();
    // Nothing is read from here on; that the connection is gone shows in the count of those that are open.
    let mut other = serving.connect().await;
    other.write_all(b"GET / HTTP/1.1\r\nhost: x\r\n\r\n").await.unwrap();
    read_to(&mut other, "hello").await;
    let gone = async {
        while serving.metrics.connections.get() > 1 {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    };
    timeout(BROKEN, gone).await.expect("the stalled connection is cut");
    drop((socket, other));
    serving.ends().await;
}

#[tokio::test]
async fn connections_beyond_the_limit_wait_at_the_door() {
    let limits = ConnectionLimits { connections_max: 1, ..ConnectionLimits::default() };
    let serving = serving(limits).await;
    let mut first = serving.connect().await;
    first.write_all(b"GET / HTTP/1.1\r\nhost: x\r\n\r\n").await.unwrap();
    read_to(&mut first, "hello").await;
    let mut second = serving.connect().await;
    second.write_all(b"GET / HTTP/1.1\r\nhost: x\r\n\r\n").await.unwrap();
    let waits = timeout(SHORT, read_to(&mut second, "hello")).await;
    assert!(waits.is_err(), "there is one place");
    drop(first);
    assert!(read_to(&mut second, "hello").await.contains("200 OK"));
    drop(second);
    serving.ends().await;
}

#[tokio::test]
async fn a_stop_answers_what_is_under_way_and_closes_what_is_idle() {
    let serving = serving(ConnectionLimits::default()).await;
    let mut idle = serving.connect().await;
    idle.write_all(b"GET / HTTP/1.1\r\nhost: x\r\n\r\n").await.unwrap();
    read_to(&mut idle, "hello").await;
    let mut busy = serving.connect().await;
    busy.write_all(b"GET /slow HTTP/1.1\r\nhost: x\r\n\r\n").await.unwrap();
    serving.reached.notified().await;
    serving.stop.cancel();
    assert_eq!(rest(&mut idle).await, "");
    serving.go_on.notify_one();
    assert!(rest(&mut busy).await.ends_with("slow"));
    assert!(TcpStream::connect(serving.address).await.is_err(), "nobody new is let in");
    serving.ends().await;
}

#[tokio::test]
async fn a_stop_does_not_wait_for_ever() {
    let limits = ConnectionLimits { shutdown_timeout: SHORT, ..ConnectionLimits::default() };
    let serving = serving(limits).await;
    let mut busy = serving.connect().await;
    busy.write_all(b"GET /slow HTTP/1.1\r\nhost: x\r\n\r\n").await.unwrap();
    serving.reached.notified().await;
    serving.ends().await;
}

#[tokio::test]
async fn connections_of_one_address_end_at_their_limit_and_others_keep_working() {
    let limits = ConnectionLimits { per_address: PerAddress::Everyone(3), ..ConnectionLimits::default() };
    let serving = serving(limits).await;
    let mut own = Vec::new();
    for _ in 0..3 {
        let mut socket = serving.connect().await;
        socket.write_all(b"GET / HTTP/1.1\r\nhost: x\r\n\r\n").await.unwrap();
        read_to(&mut socket, "hello").await;
        own.push(socket);
    }
    for refused in 1..=20 {
        assert_eq!(rest(&mut serving.connect().await).await, "", "the next one is closed at once");
        assert_eq!(serving.metrics.connections_refused.get(), refused);
    }
    // Another address of this machine.
    let other = TcpSocket::new_v4().unwrap();
    other.bind("127.0.0.2:0".parse().unwrap()).unwrap();
    own.push(other.connect(serving.address).await.unwrap());
    for socket in &mut own {
        socket.write_all(b"GET / HTTP/1.1\r\nhost: x\r\n\r\n").await.unwrap();
        assert!(read_to(socket, "hello").await.contains("200 OK"));
    }
    assert_eq!(serving.metrics.connections.get(), 4);
    // A place comes back once its connection is gone.
    drop(own.remove(0));
    let again = async {
        loop {
            let mut socket = serving.connect().await;
            let _refused = socket.write_all(b"GET / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n").await;
            if rest(&mut socket).await.contains("hello") {
                return;
            }
        }
    };
    timeout(BROKEN, again).await.expect("the place is free again");
    drop(own);
    serving.ends().await;
}
