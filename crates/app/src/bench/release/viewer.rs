//! One recipient: the stream that is open, and what it shows at every moment.

use axum::body::BodyDataStream;
use axum::response::Response;
use doorstep_domain::Place;
use doorstep_wire::tracking::{MapState, TrackingJson};
use doorstep_wire::words::Word as _;
use futures_util::{FutureExt as _, StreamExt as _};
use jiff::Timestamp;

pub(super) use doorstep_attackers::ReleasedRow as Row;

/// What a stream says every fifteen seconds since it was opened, by the clock of the machine: whatever happens on the tour, and
/// however fast it is driven here.
const BEAT: &[u8] = b":\n\n";

/// A recipient who looks at a page.
pub(super) struct Viewer {
    name: String,
    tour: String,
    stream: BodyDataStream,
    unread: String,
    /// What came since it was asked for, and the headers before that.
    heard: String,
    shown: Option<TrackingJson>,
    last: Option<Row>,
    pub(super) messages: u64,
    pub(super) bytes: u64,
}

impl Viewer {
    pub(super) fn new(tour: &str, stop: u32, answer: Response) -> Self {
        let (head, body) = answer.into_parts();
        Self {
            name: format!("{tour}:{stop}"),
            tour: tour.to_owned(),
            stream: body.into_data_stream(),
            unread: String::new(),
            heard: format!("{head:?}\n"),
            shown: None,
            last: None,
            messages: 0,
            bytes: 0,
        }
    }

    /// Reads what came, without waiting; whether anything did.
    pub(super) fn read(&mut self) -> bool {
        let mut came = false;
        while let Some(Some(Ok(bytes))) = self.stream.next().now_or_never() {
            if bytes.as_ref() == BEAT {
                continue;
            }
            came = true;
            self.bytes += bytes.len() as u64;
            let text = String::from_utf8_lossy(&bytes);
            self.heard.push_str(&text);
            self.unread.push_str(&text);
            while let Some((frame, rest)) = self.unread.split_once("\n\n") {
                let data = frame.lines().find_map(|line| line.strip_prefix("data: "));
                if let Some(told) = data.and_then(|data| serde_json::from_str(data).ok()) {
                    self.messages += 1;
                    self.shown = Some(told);
                }
                self.unread = rest.to_owned();
            }
        }
        came
    }

    /// What came since this was asked last.
    pub(super) fn heard(&mut self) -> String {
        std::mem::take(&mut self.heard)
    }

    /// What is shown now, if that is something else than before.
    pub(super) fn news(&mut self, now: Timestamp) -> Option<Row> {
        let row = self.row(now)?;
        let is_news = self.last.as_ref().is_none_or(|last| Row { at: row.at, ..last.clone() } != row);
        if is_news {
            self.last = Some(row.clone());
        }
        is_news.then_some(row)
    }

    fn row(&self, now: Timestamp) -> Option<Row> {
        let told = self.shown.as_ref()?;
        let position = told.position.as_ref();
        let place = told.dot_at(now);
        let is_exact = position.is_some_and(|position| position.way.is_empty());
        let state = match (told.outcome.is_some(), told.map.state, told.map.hidden_because) {
            (true, _, _) => "done",
            (false, MapState::Open, _) if told.remaining_stop_count == Some(1) => "next",
            (false, MapState::Open, _) => "near",
            (false, MapState::Hidden, because) => because.map_or("hidden", |because| because.as_str()),
        };
        Some(Row {
            viewer: self.name.clone(),
            tour: self.tour.clone(),
            at: now.as_second(),
            lat: place.map(Place::lat),
            lon: place.map(Place::lon),
            accuracy_m: position.map(|position| position.accuracy_m),
            age_s: position.filter(|_| is_exact).map(|at| now.duration_since(at.observed_at).as_secs()),
            stops_away: told.remaining_stop_count.map(|count| count.saturating_sub(1)),
            eta_from: told.forecast.map(|forecast| forecast.from.as_second()),
            eta_until: told.forecast.map(|forecast| forecast.until.as_second()),
            state: state.to_owned(),
        })
    }
}
