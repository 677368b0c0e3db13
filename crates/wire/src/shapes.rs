//! Small shapes that several interfaces share.

use doorstep_domain::{OutcomeView, Place, Window};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::words::OutcomeWord;

/// A place, WGS 84.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(example = json!({"lat": 43.7384, "lon": 7.4246}))]
pub struct PlaceJson {
    /// Latitude in degrees.
    pub lat: f64,
    /// Longitude in degrees.
    pub lon: f64,
}

impl From<Place> for PlaceJson {
    fn from(place: Place) -> Self {
        Self { lat: place.lat(), lon: place.lon() }
    }
}

/// A span of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct WindowJson {
    /// Its first instant.
    pub from: Timestamp,
    /// Its last instant.
    pub until: Timestamp,
}

impl From<Window> for WindowJson {
    fn from(window: Window) -> Self {
        Self { from: window.from, until: window.until }
    }
}

impl From<WindowJson> for Window {
    fn from(window: WindowJson) -> Self {
        Self::between(window.from, window.until)
    }
}

/// The answer of `/healthz` and `/readyz`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
pub struct Health {
    /// Always `ok`; what is not is told by a problem.
    #[schema(example = "ok")]
    pub status: &'static str,
}

impl Health {
    /// All is well.
    pub const OK: Self = Self { status: "ok" };
}

/// How a parcel's story ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct OutcomeJson {
    /// How.
    pub outcome: OutcomeWord,
    /// When.
    pub at: Timestamp,
}

impl From<OutcomeView> for OutcomeJson {
    fn from(view: OutcomeView) -> Self {
        Self { outcome: view.outcome.into(), at: view.at }
    }
}
