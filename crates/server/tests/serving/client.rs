//! As little of an HTTP client as shows what is on the wire.

use std::net::SocketAddr;
use std::time::Duration;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::time::timeout;

/// Nothing takes longer unless it is broken.
pub(crate) const BROKEN: Duration = Duration::from_secs(20);

/// A connection for one request.
pub(crate) struct Client {
    socket: TcpStream,
    seen: String,
}

impl Client {
    /// Sends a request with these lines in its head.
    pub(crate) async fn send(at: SocketAddr, request: &str, lines: &[&str], body: &str) -> Self {
        let mut socket = TcpStream::connect(at).await.expect("the server listens");
        let mut head = format!("{request} HTTP/1.1\r\nhost: {at}\r\nconnection: close\r\n");
        for line in lines {
            head.push_str(line);
            head.push_str("\r\n");
        }
        if !body.is_empty() {
            head.push_str("content-type: application/json\r\ncontent-length: ");
            head.push_str(&body.len().to_string());
            head.push_str("\r\n");
        }
        let text = format!("{head}\r\n{body}");
        socket.write_all(text.as_bytes()).await.expect("the server reads");
        Self { socket, seen: String::new() }
    }

    /// Everything until the connection ends.
    pub(crate) async fn rest(mut self) -> String {
        let mut bytes = Vec::new();
        let read = timeout(BROKEN, self.socket.read_to_end(&mut bytes)).await.expect("the answer ends");
        read.expect("the answer is whole");
        self.seen.push_str(&String::from_utf8_lossy(&bytes));
        self.seen
    }

    /// Reads on until there is one more line that begins so, and gives what follows on it.
    pub(crate) async fn line(&mut self, beginning: &str) -> String {
        let reading = async {
            loop {
                if let Some(line) = self.take_line(beginning) {
                    return line;
                }
                let mut bytes = Vec::with_capacity(4096);
                let length = self.socket.read_buf(&mut bytes).await.expect("the stream goes on");
                assert!(length > 0, "the stream ended");
                self.seen.push_str(&String::from_utf8_lossy(&bytes));
            }
        };
        timeout(BROKEN, reading).await.expect("the line comes")
    }

    fn take_line(&mut self, beginning: &str) -> Option<String> {
        let start = self.seen.find(&format!("\n{beginning}"))? + 1 + beginning.len();
        let end = start + self.seen[start..].find('\n')?;
        let line = self.seen[start..end].trim_end().to_owned();
        self.seen.drain(..end);
        Some(line)
    }
}
