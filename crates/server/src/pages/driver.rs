//! The driver's page: an empty room with its words, which the script furnishes.

use askama::Template;
use axum::extract::State;
use axum::response::{Html, IntoResponse, Response};
use http::header::{CACHE_CONTROL, CONTENT_TYPE, VARY};
use serde::Serialize;

use super::assets::{Assets, assets, worker};
use super::reader::Reader;
use super::visit::{Visit, draw};
use crate::error::ApiError;
use crate::state::AppState;

/// The page. The script finds its words in it, so that it speaks without another request, and offline.
#[derive(Template)]
#[template(path = "pages/driver.html")]
pub(crate) struct DriverPage<'a> {
    reader: &'a Reader,
    words: String,
    speed: Option<f64>,
    now: String,
    assets: &'static Assets,
}

impl<'a> DriverPage<'a> {
    /// Makes the page; `speed` where the server's clock runs faster than the world.
    pub(crate) fn new(reader: &'a Reader, speed: Option<f64>) -> Self {
        Self { reader, words: catalogue(reader), speed, now: Reader::machine(reader.now), assets: assets() }
    }
}

/// `GET /driver`
pub(super) async fn get(State(shared): State<AppState>, visit: Visit) -> Result<Html<String>, ApiError> {
    draw(&DriverPage::new(&visit.driver(), shared.settings.speed))
}

/// `GET /driver/sw.js`: the service worker, which may also answer for `/driver` itself.
pub(super) async fn service_worker() -> Result<Response, ApiError> {
    let script = worker().ok_or_else(ApiError::not_found)?;
    let headers = [
        (CONTENT_TYPE.as_str(), "text/javascript"),
        (CACHE_CONTROL.as_str(), "no-cache"),
        ("service-worker-allowed", "/driver"),
    ];
    Ok((headers, script).into_response())
}

/// `GET /driver/manifest.webmanifest`
pub(super) async fn manifest(visit: Visit) -> Result<Response, ApiError> {
    let manifest =
        serde_json::to_vec(&Manifest::new(&visit.driver())).map_err(|_broken| ApiError::internal())?;
    let headers = [
        (CONTENT_TYPE, "application/manifest+json"),
        (CACHE_CONTROL, "private, max-age=3600"),
        (VARY, "accept-language, cookie"),
    ];
    Ok((headers, manifest).into_response())
}

/// The driver's catalogue as the script takes it: Fluent's own syntax, and its language.
#[derive(Serialize)]
struct Catalogue {
    language: &'static str,
    ftl: String,
}

fn catalogue(reader: &Reader) -> String {
    let locale = reader.locale;
    let catalogue = Catalogue { language: locale.language.tag(), ftl: locale.driver_file() };
    // Nothing in a catalogue is secret, but a `</script>` in one would end the element it stands in.
    serde_json::to_string(&catalogue).unwrap_or_default().replace('<', "\\u003c")
}

/// What a phone needs to put the page on its home screen.
#[derive(Serialize)]
pub(crate) struct Manifest {
    id: &'static str,
    name: String,
    short_name: String,
    lang: String,
    dir: &'static str,
    start_url: &'static str,
    scope: &'static str,
    display: &'static str,
    orientation: &'static str,
    background_color: &'static str,
    theme_color: &'static str,
    icons: [ManifestIcon; 1],
}

#[derive(Serialize)]
struct ManifestIcon {
    src: &'static str,
    sizes: &'static str,
    r#type: &'static str,
    purpose: &'static str,
}

impl Manifest {
    /// The manifest in the reader's language.
    pub(crate) fn new(reader: &Reader) -> Self {
        Self {
            id: "/driver",
            name: reader.say("driver-title").into_owned(),
            short_name: reader.say("brand-fallback").into_owned(),
            lang: reader.lang(),
            dir: reader.dir(),
            start_url: "/driver",
            scope: "/driver",
            display: "standalone",
            orientation: "portrait",
            background_color: "#f6f4f0",
            theme_color: "#0b6b57",
            icons: [ManifestIcon {
                src: "/assets/icon.svg",
                sizes: "any",
                r#type: "image/svg+xml",
                purpose: "any maskable",
            }],
        }
    }

    /// That of the recipient's pages, in the name of the operator where it is known.
    pub(crate) fn of_recipients(reader: &Reader, operator: Option<&str>) -> Self {
        let name = operator.map_or_else(|| reader.say("brand-fallback").into_owned(), str::to_owned);
        Self {
            id: "/orders",
            name,
            short_name: reader.say("orders-short").into_owned(),
            start_url: "/orders",
            scope: "/",
            orientation: "any",
            ..Self::new(reader)
        }
    }
}
