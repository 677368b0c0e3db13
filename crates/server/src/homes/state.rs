//! How the next parcel stands, of what its recipient may see.

use doorstep_domain::view::RemainingStops;
use doorstep_domain::{Parcel, Status, TrackingView};
use doorstep_wire::words::StatusWord;
use jiff::Timestamp;
use serde::Serialize;

use crate::pages::reader::Reader;
use crate::pages::{Own, Tracking};

/// What is told. Each field is there whatever it says, so that what is hidden and what is not known look the same.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(super) struct State {
    /// In words.
    status: String,
    /// For programs; absent when nothing is on its way.
    code: Option<StatusWord>,
    from: Option<Timestamp>,
    until: Option<Timestamp>,
    stops_before: Option<u16>,
    /// So many parcels are on their way.
    count: usize,
}

/// Whether a parcel may still come.
pub(super) fn may_come(status: Status) -> bool {
    matches!(
        status,
        Status::PreTransit | Status::InTransit | Status::OutForDelivery | Status::Delayed | Status::OnHold
    )
}

impl State {
    /// The state of these parcels and views, in the words of their recipient.
    pub(super) fn of(parcels: &[(Parcel, TrackingView)], reader: &Reader) -> Self {
        let coming = || parcels.iter().filter(|(_, view)| may_come(view.status));
        let begins = |view: &TrackingView| {
            let window = view.forecast.as_ref().map(|forecast| forecast.window).or(view.promise);
            window.map_or(Timestamp::MAX, |window| window.from)
        };
        let next = coming().min_by_key(|(parcel, view)| (begins(view), parcel.id));
        let Some((parcel, view)) = next else { return Self::none(reader) };
        let page = Tracking { view, own: Own::of(parcel, &[]), reader, attribution: "" };
        let window = page.window().map(|(window, _is_live)| window);
        Self {
            status: page.status_words(),
            code: Some(view.status.into()),
            from: window.map(|window| window.from),
            until: window.map(|window| window.until),
            stops_before: stops_before(view.remaining_stops),
            count: coming().count(),
        }
    }

    fn none(reader: &Reader) -> Self {
        let status = reader.say("home-none").into_owned();
        Self { status, code: None, from: None, until: None, stops_before: None, count: 0 }
    }
}

/// Where no single number would be honest, there is none.
fn stops_before(remaining: Option<RemainingStops>) -> Option<u16> {
    match remaining? {
        RemainingStops::Exactly(count) => Some(count.saturating_sub(1)),
        RemainingStops::Between { .. } | RemainingStops::AtLeast(_) => None,
    }
}
