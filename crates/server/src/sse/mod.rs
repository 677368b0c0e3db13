//! Streams of what a recipient may see: server-sent events.
//!
//! A stream holds the newest view and nothing else: whoever reads slowly gets the latest, never a queue. Its deadline
//! for stalled sockets is not here, because nobody asks a stream for more while the socket is full; the accept loop
//! has it.

#[cfg(test)]
mod tests;
mod viewer;

use std::collections::HashMap;
use std::convert::Infallible;
use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use axum::body::Body;
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use doorstep_domain::RecipientId;
use doorstep_store::TokenHash;
use futures_util::future::BoxFuture;
use futures_util::stream::unfold;
use http::HeaderMap;
use http::header::CONTENT_TYPE;
use parking_lot::Mutex;
use tokio::time::{Interval, MissedTickBehavior, interval};
use tokio_util::sync::CancellationToken;

use crate::error::ApiError;
use crate::live::{Seen, Watch};
use crate::secret::hex_hash;
use crate::state::AppState;
pub(crate) use viewer::Viewer;
use viewer::Whose;

/// Streams that one account may have open, and all pages of shops that show one parcel.
const STREAMS_MAX: usize = 10;
/// How often an idle stream says that it is there, and asks whether its session still is.
const KEEP_ALIVE: Duration = Duration::from_secs(15);
/// A viewer gets at most one message in this time of the server's clock.
const PACE: Duration = Duration::from_secs(1);

/// What a stream says.
#[derive(Debug, Clone)]
pub(crate) struct Message {
    event: &'static str,
    data: String,
    id: String,
}

impl Message {
    /// A message; the same data is the same message, which nobody is sent twice.
    pub(crate) fn new(event: &'static str, data: String) -> Self {
        let id = hex_hash(data.as_bytes());
        Self { event, data, id }
    }

    /// A message that is the same as another with the same essence, whatever else it says, such as the time.
    pub(crate) fn with_essence(event: &'static str, data: String, essence: &[u8]) -> Self {
        Self { event, data, id: hex_hash(essence) }
    }

    fn frame(&self) -> Bytes {
        let mut frame = format!("event: {}\nid: {}\n", self.event, self.id);
        for line in self.data.split('\n') {
            frame.push_str("data: ");
            frame.push_str(line.trim_end_matches('\r'));
            frame.push('\n');
        }
        frame.push('\n');
        Bytes::from(frame)
    }
}

/// Answers with a stream of what `tell` makes of each new view.
///
/// # Errors
/// `too_many_streams` when the viewer has as many as they may, `busy` when the server is stopping.
pub(crate) fn respond<F, T>(
    shared: &AppState,
    viewer: impl Into<Viewer>,
    watch: Watch,
    headers: &HeaderMap,
    tell: F,
) -> Result<Response, ApiError>
where
    F: Fn(Arc<Seen>) -> T + Send + Sync + 'static,
    T: Future<Output = Result<Message, ApiError>> + Send + 'static,
{
    if shared.stopping.is_cancelled() {
        return Err(ApiError::unavailable("The server is stopping. It is back in a moment."));
    }
    let viewer = viewer.into();
    let ticket = shared.streams.open(&viewer, &shared.stopping)?;
    shared.metrics.streams.inc();
    let last_id = headers.get("last-event-id").and_then(|id| id.to_str().ok()).map(str::to_owned);
    let mut beat = interval(KEEP_ALIVE);
    beat.set_missed_tick_behavior(MissedTickBehavior::Delay);
    beat.reset();
    let stream = Stream {
        shared: shared.clone(),
        viewer,
        watch,
        tell: Box::new(move |seen| Box::pin(tell(seen))),
        ticket,
        last_id,
        beat,
        pause: None,
        stage: Stage::Opening,
    };
    let frames = unfold(stream, |mut stream| async move {
        let frame = stream.next().await?;
        Some((Ok::<_, Infallible>(frame), stream))
    });
    let headers = [(CONTENT_TYPE.as_str(), "text/event-stream"), ("x-accel-buffering", "no")];
    Ok((headers, Body::from_stream(frames)).into_response())
}

type Tell = Box<dyn Fn(Arc<Seen>) -> BoxFuture<'static, Result<Message, ApiError>> + Send + Sync>;

struct Stream {
    shared: AppState,
    viewer: Viewer,
    watch: Watch,
    tell: Tell,
    ticket: Ticket,
    last_id: Option<String>,
    beat: Interval,
    /// Until when the viewer is left alone after a message.
    pause: Option<BoxFuture<'static, ()>>,
    stage: Stage,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    Opening,
    Open,
    Closed,
}

enum Turn {
    Seen(Option<Arc<Seen>>),
    Beat,
    Ended,
}

impl Stream {
    /// The next frame; `None` when the stream is over.
    async fn next(&mut self) -> Option<Bytes> {
        match self.stage {
            Stage::Opening => {
                // The session may have ended after it was looked up and before its streams could be told.
                if !self.viewer.may_go_on(&self.shared).await {
                    return None;
                }
                self.stage = Stage::Open;
                return Some(retry(2_000..=5_000));
            }
            Stage::Closed => return None,
            Stage::Open => {}
        }
        loop {
            match self.turn().await {
                Turn::Seen(Some(seen)) => {
                    if let Some(frame) = self.frame(seen).await? {
                        return Some(frame);
                    }
                }
                Turn::Beat if self.viewer.may_go_on(&self.shared).await => {
                    return Some(Bytes::from_static(b":\n\n"));
                }
                Turn::Ended if self.shared.stopping.is_cancelled() => {
                    // All browsers are cut off at once and must not come back at once.
                    self.stage = Stage::Closed;
                    return Some(retry(1_000..=10_000));
                }
                Turn::Seen(None) | Turn::Beat | Turn::Ended => return None,
            }
        }
    }

    async fn turn(&mut self) -> Turn {
        let Self { watch, pause, beat, ticket, .. } = self;
        let seen = async {
            if let Some(wait) = pause {
                wait.await;
            }
            *pause = None;
            watch.changed().await
        };
        tokio::select! {
            biased;
            () = ticket.ended.cancelled() => Turn::Ended,
            seen = seen => Turn::Seen(seen),
            _ = beat.tick() => Turn::Beat,
        }
    }

    /// The frame of a view; none when the viewer has the same already, and `None` when the stream is over.
    async fn frame(&mut self, seen: Arc<Seen>) -> Option<Option<Bytes>> {
        if !self.viewer.may_see(&seen.parcel) {
            return None;
        }
        let message = (self.tell)(seen).await.ok()?;
        if self.last_id.as_ref() == Some(&message.id) {
            return Some(None);
        }
        let frame = message.frame();
        self.last_id = Some(message.id);
        let clock = &self.shared.clock;
        self.pause = Some(clock.wait(clock.now() + PACE));
        self.shared.metrics.stream_messages.inc();
        Some(Some(frame))
    }
}

impl Drop for Stream {
    fn drop(&mut self) {
        self.shared.metrics.streams.dec();
    }
}

/// Tells the browser when to come back, each at another time.
fn retry(between_ms: std::ops::RangeInclusive<u32>) -> Bytes {
    Bytes::from(format!("retry: {}\n\n", rand::random_range(between_ms)))
}

/// All open streams, by whose they are.
#[derive(Debug, Clone, Default)]
pub(crate) struct Streams(Arc<Mutex<HashMap<Whose, Vec<Open>>>>);

#[derive(Debug)]
struct Open {
    /// The session that it was opened with, where there is one.
    session: Option<TokenHash>,
    ended: CancellationToken,
    number: u64,
}

/// The right to have a stream open; given back when dropped.
struct Ticket {
    streams: Streams,
    whose: Whose,
    number: u64,
    ended: CancellationToken,
}

impl Streams {
    /// Ends the streams that were opened with a session.
    pub(crate) fn end_session(&self, session: TokenHash) {
        let streams = self.0.lock();
        for open in streams.values().flatten().filter(|open| open.session == Some(session)) {
            open.ended.cancel();
        }
    }

    /// Ends the streams of an account that were opened with other sessions than this one.
    pub(crate) fn end_others(&self, account: RecipientId, kept: TokenHash) {
        let streams = self.0.lock();
        for open in streams
            .get(&Whose::Account(account))
            .into_iter()
            .flatten()
            .filter(|open| open.session != Some(kept))
        {
            open.ended.cancel();
        }
    }

    fn open(&self, viewer: &Viewer, stopping: &CancellationToken) -> Result<Ticket, ApiError> {
        let whose = viewer.whose();
        let mut streams = self.0.lock();
        let open = streams.entry(whose).or_default();
        if open.len() >= STREAMS_MAX {
            let detail = "As many pages are open as may be. Close one of them.";
            return Err(ApiError::too_many("too_many_streams", detail, 15));
        }
        let number = open.last().map_or(0, |last| last.number + 1);
        let ended = stopping.child_token();
        open.push(Open { session: viewer.session(), ended: ended.clone(), number });
        Ok(Ticket { streams: self.clone(), whose, number, ended })
    }
}

impl Drop for Ticket {
    fn drop(&mut self) {
        let mut streams = self.streams.0.lock();
        if let Some(open) = streams.get_mut(&self.whose) {
            open.retain(|open| open.number != self.number);
            if open.is_empty() {
                streams.remove(&self.whose);
            }
        }
    }
}
