//! Messages of the streams to browsers.

use jiff::Timestamp;
use serde::Serialize;

use crate::shapes::PlaceJson;
use crate::tracking::PositionJson;

/// The event of a stream of `TrackingJson`.
pub const TRACKING: &str = "tracking";
/// The event of a stream of [`PageMessage`].
pub const PAGE: &str = "page";

/// What changed on a tracking page.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PageMessage {
    /// The parts of the page, as HTML.
    pub parts: PageParts,
    /// What the map shows, while it is open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub map: Option<PageMap>,
    /// What a screen reader says, one sentence.
    pub announcement: String,
    /// The title of the page.
    pub title: String,
    /// The server's clock, by which the page tells how old a position is.
    pub now: Timestamp,
}

/// The parts of a tracking page, as HTML.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PageParts {
    /// The sentence at the top.
    pub lead: String,
    /// The map, or what stands in its place.
    pub stage: String,
    /// The line below the map.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub spot: Option<String>,
    /// What the recipient may choose.
    pub choices: String,
    /// What changed and why.
    pub changes: String,
    /// How sure all of it is.
    pub sure: String,
    /// The parcel.
    pub parcel: String,
}

/// What the map shows.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PageMap {
    /// The vehicle.
    pub van: PositionJson,
    /// The recipient's own door.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub door: Option<PlaceJson>,
}
