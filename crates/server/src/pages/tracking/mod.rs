//! The tracking page, part by part, as a pure function of one [`TrackingView`].
//!
//! The first page and the parts that replace its pieces later come from the same functions, so a page without
//! script and a live one cannot disagree. Nothing here knows a tour: what the view does not hold cannot be shown.

mod afterwards;
mod changes;
mod choices;
mod day_bar;
mod embedded;
mod lead;
pub(super) mod page;
mod parcel;
mod stage;
mod sure;

use askama::Template;
use doorstep_domain::{MapView, Parcel, PickupPoint, Place, Status, TrackingView, Window};
use doorstep_store::MessageKind;
use doorstep_wire::tracking::PositionJson;
use jiff::Timestamp;
use serde::Serialize;

use super::reader::Reader;

pub(crate) use afterwards::{RatingForm, RatingTrouble, ReportForm};
pub(crate) use changes::because;
pub(in crate::pages) use choices::said;
pub(crate) use choices::{Asked, FormTrouble, Notice, WishForm, notice_key, notices};
pub(crate) use lead::{Ahead, Tone, outcome_key, status_key};
#[cfg(test)]
pub(super) use page::TrackingPage;
pub(crate) use stage::hidden_words;

/// Everything that the page of one parcel is made from.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Tracking<'a> {
    /// What the recipient may see.
    pub(crate) view: &'a TrackingView,
    /// Their own record of the parcel.
    pub(crate) own: Own<'a>,
    /// Who reads.
    pub(crate) reader: &'a Reader,
    /// Who made the map's data, as its licence asks.
    pub(crate) attribution: &'a str,
}

/// What recipients know of their own parcel anyway.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Own<'a> {
    /// The carrier's number on the label.
    pub(crate) tracking_number: &'a str,
    /// Their own door, or the point where they pick it up.
    pub(crate) door: Option<Place>,
    /// The code that they tell the driver, where one is asked for.
    pub(crate) door_code: Option<&'a str>,
    /// Whether there is a map on which they could pin something.
    pub(crate) has_map: bool,
    /// Where they may choose to pick it up, the nearest to their door first.
    pub(crate) pickup_points: &'a [PickupPoint],
    /// What they want to be told by e-mail.
    pub(crate) wants: &'a [MessageKind],
    /// What they just sent and that was refused.
    pub(crate) refused: Option<Refused<'a>>,
}

/// A form that was sent and refused, with the reason.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Refused<'a> {
    /// One that asked for something.
    Wish(&'a WishForm, FormTrouble),
    /// A rating.
    Rating(&'a RatingForm, RatingTrouble),
    /// A report.
    Report,
}

impl<'a> Own<'a> {
    /// What the record of the parcel and their subscription hold.
    pub(crate) fn of(parcel: &'a Parcel, wants: &'a [MessageKind]) -> Self {
        Self {
            tracking_number: &parcel.tracking_number,
            door: parcel.wishes.pickup_point.as_ref().map(|point| point.place).or(parcel.door),
            door_code: None,
            has_map: false,
            pickup_points: &[],
            wants,
            refused: None,
        }
    }

    /// The wish that was refused.
    fn refused_wish(&self) -> Option<(&'a WishForm, FormTrouble)> {
        match self.refused? {
            Refused::Wish(form, trouble) => Some((form, trouble)),
            Refused::Rating(..) | Refused::Report => None,
        }
    }
}

/// Who brings a parcel.
#[derive(Debug)]
pub(crate) struct By {
    /// Whether it is the operator's own drivers.
    pub(crate) is_own: bool,
    /// In words.
    pub(crate) text: String,
}

/// The parts of the page, each one element of markup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Parts {
    /// The answer: when, and how many stops before.
    pub(crate) lead: String,
    /// The map, or why there is none.
    pub(crate) stage: String,
    /// The line on the map that tells age and accuracy.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) spot: Option<String>,
    /// What the recipient can do.
    pub(crate) choices: String,
    /// What the recipient can say when it is over.
    pub(crate) afterwards: String,
    /// What changed, and the way so far.
    pub(crate) changes: String,
    /// How sure it is.
    pub(crate) sure: String,
    /// The parcel itself.
    pub(crate) parcel: String,
}

/// One message to an open page: the same parts as those of a page that is asked for now.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct PageMessage {
    /// The parts.
    pub(crate) parts: Parts,
    /// What the map draws, while it is open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) map: Option<MapData>,
    /// The lead in one breath, for those who listen.
    pub(crate) announcement: String,
    /// The title of the browser's tab.
    pub(crate) title: String,
    /// The server's clock, by which the page tells ages.
    pub(crate) now: Timestamp,
}

/// What the map draws.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct MapData {
    /// The van.
    pub(crate) van: PositionJson,
    /// The recipient's own door.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) door: Option<Place>,
}

impl Tracking<'_> {
    /// Draws every part.
    ///
    /// # Errors
    /// Only when formatting fails, which strings do not.
    pub(crate) fn parts(&self) -> Result<Parts, askama::Error> {
        Ok(Parts {
            lead: lead::lead(self).render()?,
            stage: stage::render(self)?,
            spot: stage::spot(self).map(|spot| spot.render()).transpose()?,
            choices: choices::choices(self).render()?,
            afterwards: afterwards::afterwards(self).render()?,
            changes: changes::changes(self).render()?,
            sure: sure::sure(self).render()?,
            parcel: parcel::parcel(self).render()?,
        })
    }

    /// What a page that is open gets whenever something changed.
    ///
    /// # Errors
    /// Only when formatting fails, which strings do not.
    pub(crate) fn message(&self) -> Result<PageMessage, askama::Error> {
        let lead = lead::lead(self);
        Ok(PageMessage {
            parts: self.parts()?,
            map: self.map(),
            announcement: lead.announcement(),
            title: self.title(),
            now: self.reader.now,
        })
    }

    /// The title of the browser's tab.
    pub(crate) fn title(&self) -> String {
        lead::lead(self).title()
    }

    /// The status, or how it ended, in words.
    pub(crate) fn status_words(&self) -> String {
        lead::status_words(self)
    }

    /// The same in few words, where the page says the rest elsewhere.
    pub(crate) fn brief_status(&self) -> String {
        match self.view.status {
            Status::PreTransit => self.reader.say(lead::status_key(Status::PreTransit)).into_owned(),
            _ => self.status_words(),
        }
    }

    /// The stops before the recipient's own, as far as they may be told.
    pub(crate) fn ahead(&self) -> Option<Ahead> {
        lead::ahead(self)
    }

    /// Whether the forecast left the promise by so much that the page says it.
    pub(crate) fn is_shifted(&self) -> bool {
        lead::notable_shift(self).is_some()
    }

    /// What the map draws, when it is open.
    pub(crate) fn map(&self) -> Option<MapData> {
        let MapView::Open { shown } = &self.view.map else { return None };
        Some(MapData { van: PositionJson::of(shown, self.reader.now), door: self.own.door })
    }

    /// Who brings the parcel.
    pub(crate) fn by(&self) -> By {
        let name = self.view.operator.as_str();
        let is_own = self.view.delivered_by_own_network;
        let text = if is_own {
            self.reader.say_with("orders-by", [("operator", name.into())])
        } else {
            self.reader.say_with("orders-status-only", [("carrier", name.into())])
        };
        By { is_own, text }
    }

    /// The window to show, and whether it is more than the plan.
    pub(crate) fn window(&self) -> Option<(Window, bool)> {
        match (self.view.forecast, self.view.promise) {
            (Some(forecast), _) => Some((forecast.window, true)),
            (None, Some(promise)) => Some((promise, false)),
            (None, None) => None,
        }
    }

    /// Whether the parcel's way has ended, well or not.
    pub(crate) fn is_over(&self) -> bool {
        matches!(
            self.view.status,
            Status::Delivered
                | Status::AvailableForPickup
                | Status::Attempted
                | Status::Returned
                | Status::Cancelled
        )
    }
}
