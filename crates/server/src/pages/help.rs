//! Help: when there is a map, and why not.

use askama::Template;
use axum::response::Html;
use doorstep_domain::HiddenBecause;

use super::frame::Frame;
use super::icons::Icon;
use super::tracking::hidden_words;
use super::visit::{Visit, draw};
use crate::error::ApiError;

/// The reasons why the map is closed, in the order of a parcel's way.
const REASONS: [HiddenBecause; 16] = [
    HiddenBecause::NotDeliveryDay,
    HiddenBecause::TourNotStarted,
    HiddenBecause::TooFar,
    HiddenBecause::LowConfidence,
    HiddenBecause::DriverBreak,
    HiddenBecause::PositionStale,
    HiddenBecause::PositionDoubtful,
    HiddenBecause::PlaceUnknown,
    HiddenBecause::DriverHidden,
    HiddenBecause::Delivered,
    HiddenBecause::OutsideArea,
    HiddenBecause::SenderDisabled,
    HiddenBecause::OtherCarrier,
    HiddenBecause::Gift,
    HiddenBecause::Confidential,
    HiddenBecause::HighValue,
];

/// The help page.
#[derive(Template)]
#[template(path = "pages/help.html")]
pub(crate) struct HelpPage<'a> {
    frame: Frame<'a>,
    whys: Vec<Why>,
}

/// A reason why there is no map.
struct Why {
    icon: Icon,
    title: String,
    text: String,
}

impl<'a> HelpPage<'a> {
    /// Makes the page.
    pub(crate) fn new(frame: Frame<'a>) -> Self {
        let say = |key| frame.reader.say(key).into_owned();
        let whys = REASONS.into_iter().map(hidden_words);
        let whys =
            whys.map(|(_, icon, title, text)| Why { icon, title: say(title), text: say(text) }).collect();
        Self { frame, whys }
    }
}

/// `GET /help`
pub(super) async fn get(visit: Visit) -> Result<Html<String>, ApiError> {
    draw(&HelpPage::new(visit.frame("help-title", "/help")))
}
