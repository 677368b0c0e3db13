//! A reader of server-sent events, as a browser reads them.

use std::time::Duration;

use anyhow::{Context, Result, bail};
use reqwest::{Method, Response};
use serde_json::Value;
use tokio::time::{Instant, timeout};

use crate::api::Api;

/// One message.
#[derive(Debug, Clone, PartialEq)]
pub struct Message {
    /// Its `event:`.
    pub event: String,
    /// Its `id:`.
    pub id: String,
    /// Its `data:`, read as JSON.
    pub data: Value,
}

/// A stream that is open.
#[derive(Debug)]
pub struct Stream {
    answer: Response,
    unread: String,
}

impl Stream {
    /// Opens a stream, resuming after a message where its id is given.
    ///
    /// # Errors
    /// When the server does not open one.
    pub async fn open(api: &Api, path: &str, after: Option<&str>) -> Result<Self> {
        let mut request = api.request(Method::GET, path).header("Accept", "text/event-stream");
        if let Some(id) = after {
            request = request.header("Last-Event-ID", id);
        }
        let answer = request.send().await?;
        if answer.status() != 200 {
            bail!("{path} answers {}: {}", answer.status(), answer.text().await?);
        }
        let kind =
            answer.headers().get("content-type").and_then(|value| value.to_str().ok()).unwrap_or_default();
        anyhow::ensure!(kind.starts_with("text/event-stream"), "{path} is of the type {kind:?}");
        Ok(Self { answer, unread: String::new() })
    }

    /// The next message; none when the stream ended.
    ///
    /// # Errors
    /// When neither comes in time.
    pub async fn next(&mut self, within: Duration) -> Result<Option<Message>> {
        let deadline = Instant::now() + within;
        loop {
            while let Some((block, rest)) = self.unread.split_once("\n\n") {
                let (message, rest) = (read(block), rest.to_owned());
                self.unread = rest;
                if message.is_some() {
                    return Ok(message);
                }
            }
            let left = deadline.saturating_duration_since(Instant::now());
            let chunk = timeout(left, self.answer.chunk()).await.context("no message came in time")?;
            match chunk {
                Ok(Some(bytes)) => self.unread.push_str(&String::from_utf8_lossy(&bytes)),
                // A server that was killed breaks the stream off; for a reader that is an end too.
                Ok(None) | Err(_) => return Ok(None),
            }
        }
    }

    /// The first message from now on of which `wanted` is true.
    ///
    /// # Errors
    /// When none comes in time.
    pub async fn until(&mut self, within: Duration, wanted: impl Fn(&Value) -> bool) -> Result<Message> {
        let deadline = Instant::now() + within;
        let mut last = None;
        loop {
            let left = deadline.saturating_duration_since(Instant::now());
            match self.next(left).await.with_context(|| format!("the last message was {last:?}"))? {
                Some(message) if wanted(&message.data) => return Ok(message),
                Some(message) => last = Some(message),
                None => bail!("the stream ended; the last message was {last:?}"),
            }
        }
    }
}

/// A message out of its lines; comments and `retry:` alone are none.
fn read(block: &str) -> Option<Message> {
    let (mut event, mut id, mut data) = (String::new(), String::new(), Vec::new());
    for line in block.lines() {
        let (name, value) = line.split_once(':').unwrap_or((line, ""));
        let value = value.strip_prefix(' ').unwrap_or(value);
        match name {
            "event" => value.clone_into(&mut event),
            "id" => value.clone_into(&mut id),
            "data" => data.push(value),
            _ => {}
        }
    }
    let data = data.join("\n");
    (!data.is_empty()).then(|| Message {
        event,
        id,
        data: serde_json::from_str(&data).unwrap_or(Value::Null),
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn messages_are_read() {
        let message =
            read("retry: 1000\nevent: tracking\nid: ab\ndata: {\"a\":\ndata: 1}").expect("it has data");
        assert_eq!(
            message,
            Message { event: "tracking".to_owned(), id: "ab".to_owned(), data: json!({ "a": 1 }) }
        );
        assert_eq!(read(": still here"), None);
        assert_eq!(read("retry: 1000"), None);
    }
}
