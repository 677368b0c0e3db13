//! The whole server, put together and set going.

use std::io;
use std::time::Duration;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::from_fn_with_state;
use axum::response::{IntoResponse, Response};
use doorstep_domain::release::Bulletin;
use doorstep_store::StoreError;
use http::{Extensions, HeaderMap, StatusCode, Version};
use thiserror::Error;
use tokio::net::TcpListener;
use tokio::time::{sleep, timeout};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
use tower_http::CompressionLevel;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{NotForContentType, Predicate as _, SizeAbove};

use crate::accept::{self, ConnectionLimits};
use crate::access;
use crate::accuracy;
use crate::api::Padded;
use crate::carriers::{Asker, InvalidCarrierSettings};
use crate::error::ApiError;
use crate::homes::Homes;
use crate::mail::{InvalidMailSettings, Mail};
use crate::messages::Courier;
use crate::ntfy::InvalidNtfySettings;
use crate::oidc::InvalidOidcSettings;
use crate::pages;
use crate::push::Push;
use crate::retention;
use crate::routes;
use crate::state::{AppState, Parts, Shared};
use crate::webhook::{InvalidWebhookSettings, Webhook};

/// How often what time alone changes is looked at.
const TICK: Duration = Duration::from_secs(5);
/// How many ticks pass between two looks for tours that may leave memory.
const TICKS_PER_EVICTION: u32 = 12;
/// What is smaller is not worth compressing.
const COMPRESSED_FROM: u64 = 512;

/// The whole server. Dropping it ends its workers.
#[derive(Debug)]
pub struct App {
    shared: AppState,
    router: Router,
    workers: TaskTracker,
    stop: StopOnDrop,
}

#[derive(Debug)]
struct StopOnDrop(CancellationToken);

impl Drop for StopOnDrop {
    fn drop(&mut self) {
        self.0.cancel();
    }
}

/// Why the server cannot start.
#[derive(Debug, Error)]
pub enum StartError {
    /// The database failed.
    #[error("the database does not answer")]
    Store(#[from] StoreError),
    /// The tours that are under way cannot be loaded; the log says why.
    #[error("the tours that are under way cannot be loaded")]
    Tours,
    /// E-mail cannot be sent like this.
    #[error("e-mail cannot be sent with these settings")]
    Mail(#[from] InvalidMailSettings),
    /// Nothing can be handed to a webhook like this.
    #[error("nothing can be sent to the webhook with these settings")]
    Webhook(#[from] InvalidWebhookSettings),
    /// Nothing can be published to ntfy servers like this.
    #[error("nothing can be sent by ntfy with these settings")]
    Ntfy(#[from] InvalidNtfySettings),
    /// The certificates that a broker is checked by cannot be read.
    #[error("the broker cannot be reached by TLS: the certificates of this system cannot be read")]
    Broker(#[from] rumqttc::TlsError),
    /// Nobody can log in with another provider like this.
    #[error("nobody can log in with another provider with these settings")]
    Oidc(#[from] InvalidOidcSettings),
    /// A carrier cannot be asked like this.
    #[error("the carrier {name:?} cannot be asked with these settings")]
    Carrier {
        /// Its name.
        name: String,
        /// Why.
        source: InvalidCarrierSettings,
    },
    /// Nothing can be asked over HTTP.
    #[error("the HTTP client cannot be made")]
    Outbound(#[from] reqwest::Error),
    /// The program is broken.
    #[error("the routes of this program are inconsistent: {0}")]
    Routes(String),
}

/// Something that was due is not forgotten yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("what is due could not be forgotten ({0}); the next round tries again")]
pub struct ForgettingFailed(&'static str);

impl App {
    /// Puts the server together, loads the tours that are under way, and sets its workers going.
    ///
    /// # Errors
    /// When the database fails, or the settings cannot work.
    pub async fn start(parts: Parts) -> Result<Self, StartError> {
        let (mail, webhook) = (parts.mail.clone(), parts.webhook.clone());
        let carriers = parts.carriers.clone();
        let shared = AppState::new(Shared::new(parts)?);
        let router = router(&shared)?;
        let mail = mail.map(|mail| Mail::new(shared.clone(), &mail)).transpose()?;
        let webhook = webhook.map(|webhook| Webhook::new(shared.clone(), &webhook)).transpose()?;
        let askers = carriers.iter().map(|carrier| {
            let refused = |source| StartError::Carrier { name: carrier.name().to_owned(), source };
            Asker::new(shared.clone(), carrier).map_err(refused)
        });
        let askers = askers.collect::<Result<Vec<_>, _>>()?;
        shared.ntfy.as_ref().map(|ntfy| ntfy.check(&shared.outbound)).transpose()?;
        shared.store.check().await?;
        let tours = shared.live.open_all().await.map_err(|_logged| StartError::Tours)?;
        tracing::info!(tours, "tours under way are in memory");
        let homes = shared.mqtt.as_ref().map(|mqtt| Homes::new(shared.clone(), mqtt)).transpose()?;
        let stop = StopOnDrop(shared.stopping.clone());
        let workers = TaskTracker::new();
        workers.spawn(ticks(shared.clone()));
        workers.spawn(retention::run(shared.clone()));
        workers.spawn(accuracy::run(shared.clone()));
        workers.spawn(access::grant_wishes(shared.clone()));
        workers.spawn(Courier::new(shared.clone(), Push::new(shared.clone())).run());
        if let Some(mail) = mail {
            workers.spawn(Courier::new(shared.clone(), mail).run());
        }
        if let Some(webhook) = webhook {
            workers.spawn(Courier::new(shared.clone(), webhook).run());
        }
        for asker in askers {
            workers.spawn(asker.run());
        }
        if let Some((homes, connection)) = homes {
            workers.spawn(connection);
            workers.spawn(homes.run());
        }
        Ok(Self { shared, router, workers, stop })
    }

    /// The router, for tests that need no socket.
    pub fn router(&self) -> Router {
        self.router.clone()
    }

    /// Forgets what is due, as a worker does by itself every ten minutes.
    ///
    /// # Errors
    /// When the database fails; the next round tries again.
    pub async fn forget_due(&self) -> Result<(), ForgettingFailed> {
        retention::forget_due(&self.shared).await.map_err(|error| ForgettingFailed(error.code()))
    }

    /// Answers until told to stop. Then streams end, requests under way are answered, and workers finish what they
    /// have in hand.
    ///
    /// # Errors
    /// When the listener fails.
    pub async fn serve(
        self,
        listener: TcpListener,
        limits: ConnectionLimits,
        stop: CancellationToken,
    ) -> io::Result<()> {
        let Self { shared, router, workers, stop: stop_workers } = self;
        shared.set_request_timeout(limits.request_timeout);
        // Streams would hold the stop up for ever, so they end with its first word.
        let stopping = shared.stopping.clone();
        let told = stop.clone();
        let ending = tokio::spawn(async move {
            told.cancelled().await;
            stopping.cancel();
        });
        let served = accept::serve(listener, router, shared.metrics.clone(), limits, stop).await;
        drop(stop_workers);
        workers.close();
        let done = async {
            workers.wait().await;
            shared.live.finish().await;
        };
        if timeout(limits.shutdown_timeout, done).await.is_err() {
            tracing::warn!("workers did not finish in time");
        }
        ending.abort();
        served
    }
}

/// The router with everything that stands around it, from the inside out: the guard, the panic net, words
/// for people, the counts, compression, the browser's orders.
pub(crate) fn router(shared: &AppState) -> Result<Router, StartError> {
    let routes = routes::all().into_router().map_err(|error| StartError::Routes(error.to_string()))?;
    Ok(furnished(shared, routes))
}

/// Routes with everything that stands around them.
pub(crate) fn furnished(shared: &AppState, routes: Router<AppState>) -> Router {
    let compressed = SizeAbove::new(COMPRESSED_FROM)
        .and(NotForContentType::SSE)
        .and(NotForContentType::IMAGES)
        .and(NotForContentType::const_new("font/"))
        .and(NotForContentType::const_new("application/vnd.mapbox-vector-tile"))
        .and(is_not_padded);
    routes
        .route_layer(from_fn_with_state(shared.clone(), access::guard))
        .fallback(nothing_here)
        .layer(DefaultBodyLimit::disable())
        .layer(CatchPanicLayer::custom(|_panic| panicked()))
        .layer(from_fn_with_state(shared.clone(), pages::errors::in_words))
        .layer(from_fn_with_state(shared.clone(), accept::observe))
        .layer(CompressionLayer::new().quality(CompressionLevel::Fastest).compress_when(compressed))
        .layer(from_fn_with_state(shared.clone(), accept::secure))
        .with_state(shared.clone())
}

/// What is filled up so that its length tells nothing must keep that length.
fn is_not_padded(_: StatusCode, _: Version, _: &HeaderMap, about: &Extensions) -> bool {
    about.get::<Padded>().is_none()
}

async fn nothing_here() -> ApiError {
    ApiError::not_found()
}

/// The panic itself is in the log already: the hook of the process writes it there.
fn panicked() -> Response {
    tracing::error!("a handler panicked");
    ApiError::internal().into_response()
}

async fn ticks(shared: AppState) {
    for number in 0_u32.. {
        // What is told changes at full minutes: to be late by another time each would tell what happened since.
        let minute = shared.clock.wait(Bulletin::next_minute(shared.clock.now()));
        tokio::select! {
            () = shared.stopping.cancelled() => return,
            () = minute => {}
            () = sleep(TICK) => {}
        }
        shared.live.tick().await;
        if number % TICKS_PER_EVICTION == 0 {
            shared.live.evict();
        }
    }
}

#[cfg(test)]
mod tests {
    use axum::body::Body;
    use axum::routing::get;
    use http::Request;
    use http::header::{ACCEPT_ENCODING, CONTENT_ENCODING, CONTENT_TYPE};
    use http_body_util::BodyExt as _;
    use tower::ServiceExt as _;

    use super::*;
    use crate::testing::House;

    async fn answer(house: &House, path: &str) -> Response {
        let long = async || ([(CONTENT_TYPE, "application/json")], " ".repeat(10_000));
        let stream = async || ([(CONTENT_TYPE, "text/event-stream")], " ".repeat(10_000));
        let padded = async || {
            let mut response = ([(CONTENT_TYPE, "application/json")], " ".repeat(10_000)).into_response();
            response.extensions_mut().insert(Padded);
            response
        };
        let boom = async || -> Response { panic!("on purpose") };
        let routes = Router::new()
            .route("/long", get(long))
            .route("/stream", get(stream))
            .route("/padded", get(padded))
            .route("/boom", get(boom));
        let request = Request::get(path).header(ACCEPT_ENCODING, "gzip").body(Body::empty()).unwrap();
        furnished(&house.shared, routes).oneshot(request).await.unwrap()
    }

    #[tokio::test]
    async fn every_answer_carries_the_browsers_orders() {
        let house =
            House::with(|parts| parts.settings.public_url = "https://track.example.org".parse().ok()).await;
        for path in ["/long", "/boom", "/nothing"] {
            let answer = answer(&house, path).await;
            let header = |name: &str| answer.headers()[name].to_str().unwrap();
            let policy = header("content-security-policy");
            assert!(
                policy.starts_with("default-src 'none'; script-src 'self'; style-src 'self';"),
                "{policy}"
            );
            assert!(!policy.contains("unsafe") && !policy.contains("http"), "{policy}");
            assert!(policy.contains("; require-trusted-types-for 'script'; trusted-types doorstep default"));
            assert_eq!(header("cross-origin-opener-policy"), "same-origin");
            assert_eq!(header("cross-origin-resource-policy"), "same-origin");
            assert_eq!(header("x-content-type-options"), "nosniff");
            assert_eq!(header("referrer-policy"), "same-origin");
            assert!(header("permissions-policy").contains("geolocation=(self)"));
            assert_eq!(header("strict-transport-security"), "max-age=31536000");
            assert_eq!(header("x-request-id").len(), 16);
        }
    }

    #[tokio::test]
    async fn a_panic_is_an_answer_that_tells_nothing_of_it() {
        let house = House::new().await;
        let answer = answer(&house, "/boom").await;
        assert_eq!(answer.status(), StatusCode::INTERNAL_SERVER_ERROR);
        let body = answer.into_body().collect().await.unwrap().to_bytes();
        let body = String::from_utf8_lossy(&body);
        assert!(body.contains("\"internal\"") && !body.contains("purpose"), "{body}");
    }

    #[tokio::test]
    async fn what_is_long_is_compressed_and_streams_and_padded_answers_are_not() {
        let house = House::new().await;
        for (path, compressed) in
            [("/long", true), ("/stream", false), ("/padded", false), ("/nothing", false)]
        {
            let answer = answer(&house, path).await;
            assert_eq!(answer.headers().contains_key(CONTENT_ENCODING), compressed, "{path}");
        }
    }

    #[tokio::test]
    async fn counts_name_routes_and_never_what_was_asked_for() {
        let house = House::new().await;
        answer(&house, "/nothing?secret=token").await;
        house.shared.metrics.count_request("GET", "/v1/parcels/{id}", 200, 0.002);
        let text = house.shared.metrics.text().unwrap();
        let line = r#"doorstep_http_requests_total{method="GET",path="/v1/parcels/{id}",status="200"} 1"#;
        assert!(text.contains(line), "{text}");
        house.shared.metrics.count_carrier_events("dhl", "unknown_word", 2);
        let line = r#"doorstep_carrier_events_total{vocabulary="dhl",result="unknown_word"} 2"#;
        assert!(house.shared.metrics.text().unwrap().contains(line), "{text}");
        assert!(!text.contains("secret") && !text.contains("nothing"));
    }
}
