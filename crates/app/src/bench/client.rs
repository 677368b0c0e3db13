//! The least client that can ask: requests that were written beforehand, over connections that stay open. A full HTTP
//! client would cost more than what is measured.

use anyhow::{Context as _, Result, bail};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

/// The longest answer that is read.
const ANSWER_MAX: usize = 1 << 20;

/// A connection that stays open.
pub(super) struct Connection {
    stream: TcpStream,
    buffer: Vec<u8>,
}

/// The head of an answer.
struct Head {
    status: u16,
    bytes: usize,
    body_bytes: usize,
}

impl Connection {
    /// Connects.
    pub(super) async fn to(address: &str) -> Result<Self> {
        let stream = TcpStream::connect(address).await.context("the server cannot be reached")?;
        stream.set_nodelay(true)?;
        Ok(Self { stream, buffer: Vec::with_capacity(4096) })
    }

    /// Sends a request and waits for its whole answer; its status and body.
    pub(super) async fn ask(&mut self, request: &[u8]) -> Result<(u16, &[u8])> {
        self.stream.write_all(request).await.context("the server takes no request")?;
        self.buffer.clear();
        let head = loop {
            if let Some(head) = head(&self.buffer)? {
                break head;
            }
            self.fill().await?;
        };
        let whole = head.bytes + head.body_bytes;
        while self.buffer.len() < whole {
            self.fill().await?;
        }
        let body = self.buffer.get(head.bytes..whole).context("an answer is longer than it says")?;
        Ok((head.status, body))
    }

    async fn fill(&mut self) -> Result<()> {
        if self.buffer.len() > ANSWER_MAX {
            bail!("the server's answer is too long");
        }
        match self.stream.read_buf(&mut self.buffer).await.context("an answer broke off")? {
            0 => bail!("the server hung up"),
            _ => Ok(()),
        }
    }
}

/// A request with a JSON body.
pub(super) fn post(path: &str, token: &str, body: &str) -> Vec<u8> {
    format!(
        "POST {path} HTTP/1.1\r\nhost: bench\r\nauthorization: Bearer {token}\r\n\
         content-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    )
    .into_bytes()
}

/// The head of an answer, when all of it is there.
fn head(answer: &[u8]) -> Result<Option<Head>> {
    let Some(end) = answer.windows(4).position(|bytes| bytes == b"\r\n\r\n") else { return Ok(None) };
    let text =
        std::str::from_utf8(answer.get(..end).unwrap_or_default()).context("the answer's head is no text")?;
    let status =
        text.split(' ').nth(1).and_then(|status| status.parse().ok()).context("the answer has no status")?;
    let length = text.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("content-length").then(|| value.trim().parse().ok())?
    });
    Ok(Some(Head { status, bytes: end + 4, body_bytes: length.unwrap_or(0) }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_is_read_when_all_of_it_is_there() {
        let answer = b"HTTP/1.1 200 OK\r\nContent-Length: 12\r\n\r\nhello";
        let read = head(answer).expect("it is well-formed").expect("it is whole");
        assert_eq!((read.status, read.bytes, read.body_bytes), (200, 39, 12));
        assert!(head(b"HTTP/1.1 204 No").expect("it may go on").is_none());
        assert!(head(b"nonsense\r\n\r\n").is_err());
    }
}
