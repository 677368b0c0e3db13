//! What was ordered for someone else: how it stands and the day.

use doorstep_domain::Status;
use doorstep_domain::view::BuyerView;

use crate::pages::icons::Icon;
use crate::pages::reader::Reader;
use crate::pages::tracking::{Tone, status_key};

/// A parcel that was ordered for someone else.
pub(super) struct Bought {
    pub(super) icon: Icon,
    pub(super) tone: Tone,
    pub(super) day: String,
    pub(super) status: String,
}

impl Bought {
    pub(super) fn of(view: BuyerView, reader: &Reader) -> Self {
        let (icon, tone) = match view.status {
            Status::Delivered => (Icon::Check, Tone::Good),
            Status::AvailableForPickup => (Icon::Shop, Tone::Live),
            Status::Attempted => (Icon::Alert, Tone::Bad),
            Status::Delayed | Status::OnHold => (Icon::Clock, Tone::Warn),
            _ => (Icon::Box, Tone::Calm),
        };
        let (day, status) = bought_words(view, reader);
        Self { icon, tone, day, status }
    }
}

/// The day and the status of what was ordered for someone else, in words.
pub(in crate::pages) fn bought_words(view: BuyerView, reader: &Reader) -> (String, String) {
    let unknown = || reader.say("orders-day-unknown").into_owned();
    let day = view.day.map_or_else(unknown, |day| reader.day_of(day));
    (day, reader.say(key(view.status)).into_owned())
}

/// The message that words a status for someone to whom nothing comes.
fn key(status: Status) -> &'static str {
    match status {
        Status::InTransit => "orders-bought-in-transit",
        Status::AvailableForPickup => "orders-bought-pickup",
        other => status_key(other),
    }
}
