//! What is counted, in the text format of Prometheus. No label ever names a person, a place or an id.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::header::CONTENT_TYPE;
use parking_lot::Mutex;
use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::Registry;

use crate::error::ApiError;
use crate::live::Verdict;
use crate::routes::Routes;
use crate::state::AppState;

/// Everything that is counted.
#[derive(Debug)]
pub(crate) struct Metrics {
    registry: Mutex<Registry>,
    events: Family<EventLabels, Counter>,
    requests: Family<RequestLabels, Counter>,
    request_seconds: Family<RouteLabels, Histogram, fn() -> Histogram>,
    messages: Family<MessageLabels, Counter>,
    forgotten: Family<KindLabels, Counter>,
    carrier_events: Family<CarrierLabels, Counter>,
    carrier_questions: Family<QuestionLabels, Counter>,
    /// Connections that are open.
    pub(crate) connections: Gauge,
    /// Connections that were closed at once because their address had as many as it may.
    pub(crate) connections_refused: Counter,
    /// Streams that are open.
    pub(crate) streams: Gauge,
    /// Messages that were put into streams.
    pub(crate) stream_messages: Counter,
    tours: Gauge,
    watched: Gauge,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct EventLabels {
    result: &'static str,
    code: &'static str,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct RequestLabels {
    method: &'static str,
    path: &'static str,
    status: u16,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct RouteLabels {
    method: &'static str,
    path: &'static str,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct KindLabels {
    kind: &'static str,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct CarrierLabels {
    vocabulary: &'static str,
    result: &'static str,
}

/// The name is one of the configuration, so that there are few.
#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct QuestionLabels {
    carrier: String,
    result: &'static str,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct MessageLabels {
    channel: &'static str,
    result: &'static str,
}

const SECONDS: [f64; 9] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.1, 0.5, 2.5, 10.0];

impl Default for Metrics {
    fn default() -> Self {
        let metrics = Self {
            registry: Mutex::new(Registry::with_prefix("doorstep")),
            events: Family::default(),
            requests: Family::default(),
            request_seconds: Family::new_with_constructor(|| Histogram::new(SECONDS)),
            messages: Family::default(),
            forgotten: Family::default(),
            carrier_events: Family::default(),
            carrier_questions: Family::default(),
            connections: Gauge::default(),
            connections_refused: Counter::default(),
            streams: Gauge::default(),
            stream_messages: Counter::default(),
            tours: Gauge::default(),
            watched: Gauge::default(),
        };
        metrics.register();
        metrics
    }
}

impl Metrics {
    fn register(&self) {
        let mut registry = self.registry.lock();
        registry.register("events", "Events that someone wanted to add to a tour", self.events.clone());
        registry.register("http_requests", "Requests by route and status", self.requests.clone());
        let help = "Seconds from the head of a request to the head of its answer";
        registry.register("http_request_seconds", help, self.request_seconds.clone());
        registry.register("messages", "Messages by channel and what became of them", self.messages.clone());
        registry.register("forgotten", "What was forgotten on its day, by kind", self.forgotten.clone());
        let help = "What other carriers said of parcels, by whose words and what became of it";
        registry.register("carrier_events", help, self.carrier_events.clone());
        let help = "Questions to other carriers, by carrier and what became of them";
        registry.register("carrier_questions", help, self.carrier_questions.clone());
        registry.register("connections", "Connections that are open", self.connections.clone());
        registry.register("streams", "Streams that are open", self.streams.clone());
        registry.register(
            "connections_refused",
            "Connections closed at once, beyond the limit of their address",
            self.connections_refused.clone(),
        );
        registry.register("stream_messages", "Messages put into streams", self.stream_messages.clone());
        registry.register("tours_in_memory", "Tours that are in memory", self.tours.clone());
        registry.register("parcels_watched", "Parcels that someone looks at", self.watched.clone());
    }

    /// Counts what became of something that another carrier said.
    pub(crate) fn count_carrier_events(&self, vocabulary: &'static str, result: &'static str, count: u64) {
        self.carrier_events.get_or_create(&CarrierLabels { vocabulary, result }).inc_by(count);
    }

    /// Counts what became of a question to another carrier.
    pub(crate) fn count_carrier_question(&self, carrier: &str, result: &'static str) {
        self.carrier_questions.get_or_create(&QuestionLabels { carrier: carrier.to_owned(), result }).inc();
    }

    /// Counts what became of events.
    pub(crate) fn count_events(&self, verdicts: &[Verdict]) {
        for verdict in verdicts {
            let (result, code) = match verdict {
                Verdict::Taken => ("taken", ""),
                Verdict::Doubled => ("doubled", ""),
                Verdict::Refused(refusal) => ("refused", refusal.code()),
            };
            self.events.get_or_create(&EventLabels { result, code }).inc();
        }
    }

    /// Counts an event that was refused before any tour was asked.
    pub(crate) fn count_refused(&self, code: &'static str) {
        self.events.get_or_create(&EventLabels { result: "refused", code }).inc();
    }

    /// Counts a request; `path` is the route's, not the caller's.
    pub(crate) fn count_request(&self, method: &'static str, path: &'static str, status: u16, seconds: f64) {
        self.requests.get_or_create(&RequestLabels { method, path, status }).inc();
        self.request_seconds.get_or_create(&RouteLabels { method, path }).observe(seconds);
    }

    /// Counts a message.
    pub(crate) fn count_message(&self, channel: &'static str, result: &'static str) {
        self.messages.get_or_create(&MessageLabels { channel, result }).inc();
    }

    /// Counts what was forgotten of a kind.
    pub(crate) fn count_forgotten(&self, kind: &'static str, count: u64) {
        self.forgotten.get_or_create(&KindLabels { kind }).inc_by(count);
    }

    /// How much is in memory.
    pub(crate) fn live(&self, tours: usize, watched: usize) {
        self.tours.set(i64::try_from(tours).unwrap_or(i64::MAX));
        self.watched.set(i64::try_from(watched).unwrap_or(i64::MAX));
    }

    /// Everything that is counted, as text.
    pub(crate) fn text(&self) -> Result<String, std::fmt::Error> {
        let mut text = String::new();
        encode(&mut text, &self.registry.lock())?;
        Ok(text)
    }
}

/// Where the counts are read.
pub(crate) fn routes() -> Routes {
    Routes::new().get("/metrics", read)
}

/// Read what is counted, in the text format of Prometheus; for callers on this machine
#[utoipa::path(
    get, path = "/metrics", tag = "service",
    responses((status = 200, description = "The counts", body = String, content_type = "application/openmetrics-text"))
)]
pub(crate) async fn read(State(shared): State<AppState>) -> Response {
    match shared.metrics.text() {
        Ok(text) => {
            let kind = "application/openmetrics-text; version=1.0.0; charset=utf-8";
            ([(CONTENT_TYPE, kind)], text).into_response()
        }
        Err(_formatting) => ApiError::internal().into_response(),
    }
}
