//! What a recipient may see. [`TrackingView`] is the only way out for anything about a tour, and [`view`](fn@view)
//! the only one who makes it.

mod buyer;
mod elsewhere;
mod embedded;
mod later;
mod look;
mod news;
mod reasons;

pub use buyer::{BuyerView, outcome_told_at};
pub use elsewhere::Elsewhere;
pub use embedded::EmbeddedView;
pub use look::{OnTour, ViewContext, later, view};
pub use news::{Delay, End, News};

use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::release::Glide;
use crate::tour::DoorCode;
use crate::visibility::{Choice, Choices};
use crate::{
    CarrierEvent, Metres, Outcome, ParcelId, ParcelKind, Personal, Place, Rating, Report, ReportKind, Status,
    Window, Wishes, Witness,
};

/// Everything that a recipient may see of a parcel at one instant. What may not be seen is not in it.
#[derive(Debug, Clone, PartialEq)]
pub struct TrackingView {
    /// The parcel.
    pub parcel: ParcelId,
    /// What may be said about it, for the words on the page. The buyer of a gift knows that it is one.
    pub kind: ParcelKind,
    /// Its status.
    pub status: Status,
    /// The name of the carrier that brings it.
    pub operator: String,
    /// Whether the operator's own drivers bring it.
    pub delivered_by_own_network: bool,
    /// When another carrier last told the status.
    pub status_at: Option<Timestamp>,
    /// What another carrier told besides; absent for gifts and their like, whose sender it could give away.
    pub told: Option<ToldByCarrier>,
    /// Who sends it; absent for a gift.
    pub sender: Option<Personal>,
    /// The window that was promised.
    pub promise: Option<Window>,
    /// When it is believed to arrive; absent when only the plan is known.
    pub forecast: Option<Forecast>,
    /// How many stops remain, when that may be said.
    pub remaining_stops: Option<RemainingStops>,
    /// Who drives, when that may be said.
    pub driver_name: Option<Personal>,
    /// The live map.
    pub map: MapView,
    /// Why something changed, newest first, at most [`TrackingView::REASONS_MAX`].
    pub reasons: Vec<Reason>,
    /// What the recipient asked for.
    pub wishes: Wishes,
    /// When the driver's phone showed that.
    pub wishes_seen_at: Option<Timestamp>,
    /// Whether an instruction may still be given or changed.
    pub instruction_open: bool,
    /// Whether how to get to the door may still be told.
    pub access_open: bool,
    /// What may be asked for about this parcel; the rest its sender or operator does not offer.
    pub choices: Choices,
    /// For which of them the driver could come later now.
    pub later: Choices,
    /// When and where it could be brought instead.
    pub elsewhere: Elsewhere,
    /// Before when the driver was asked not to come.
    pub not_before: Option<Timestamp>,
    /// How it ended.
    pub outcome: Option<OutcomeView>,
    /// When the photo of the delivery was taken, where there is one that may be seen.
    pub photo_at: Option<Timestamp>,
    /// How well the delivery went, as the recipient says.
    pub rating: Option<Rating>,
    /// Until when they may say so; absent where they may not now.
    pub rating_until: Option<Timestamp>,
    /// What they reported last.
    pub report: Option<Report>,
    /// What they may report of the last attempt, and until when.
    pub may_report: Option<(ReportKind, Timestamp)>,
    /// What can be told of that attempt.
    pub witness: Option<Witness>,
    /// What became of the code that they tell at the door, while one is asked for. The code itself is in no view.
    pub door_code: Option<DoorCode>,
    /// Since when the driver is at the recipient's door.
    pub arrived_at: Option<Timestamp>,
    /// The instant of the newest fact in the view, if it holds any that has one.
    pub updated_at: Option<Timestamp>,
}

impl TrackingView {
    /// The largest number of reasons in a view.
    pub const REASONS_MAX: usize = 8;

    /// The days that may be chosen, where its sender and operator let them be.
    pub fn other_days(&self) -> &[Date] {
        if self.choices.holds(Choice::AnotherDay) { &self.elsewhere.days } else { &[] }
    }

    /// Whether a pick-up point may be chosen. One that was may be given up for the door even where they are locked by now.
    pub fn may_pick_up(&self) -> bool {
        let is_chosen = self.wishes.pickup_point.is_some();
        self.elsewhere.pickup_point && (is_chosen || self.choices.holds(Choice::PickupPoint))
    }
}

/// What another carrier tells of a parcel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToldByCarrier {
    /// Its own number for the parcel.
    pub tracking_number: Option<String>,
    /// Its own page of the parcel.
    pub url: Option<String>,
    /// What it said, newest first, at most [`ToldByCarrier::EVENTS_MAX`].
    pub events: Vec<CarrierEvent>,
}

impl ToldByCarrier {
    /// The largest number of events in a view.
    pub const EVENTS_MAX: usize = 20;
}

/// When a parcel is believed to arrive.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Forecast {
    /// The window.
    pub window: Window,
    /// How probable it is that the parcel arrives within it, 0 to 1.
    pub confidence: f64,
    /// Of five windows so many were kept lately where the recipient lives, when the operator wishes that to be told.
    pub kept_of_five: Option<u8>,
}

/// How many stops remain until and with the recipient's own: 1 means that they are next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RemainingStops {
    /// This many.
    Exactly(u16),
    /// The driver leaves the plan, and no single number would be honest.
    Between {
        /// The fewest.
        fewest: u16,
        /// The most.
        most: u16,
    },
    /// The same, and nobody can say how many more.
    AtLeast(u16),
}

/// The live map.
#[derive(Debug, Clone, PartialEq)]
pub enum MapView {
    /// Open, with what the release policy lets out.
    Open {
        /// Where the vehicle is shown.
        shown: Shown,
    },
    /// Closed.
    Hidden(HiddenBecause),
}

/// Where a vehicle is shown.
#[derive(Debug, Clone, PartialEq)]
pub enum Shown {
    /// Where its device said that it is.
    Exact(ReleasedPosition),
    /// On a line with a clock between places that it passed.
    Gliding(Arc<Glide>),
}

impl Shown {
    /// What is shown at an instant.
    pub fn at(&self, now: Timestamp) -> ReleasedPosition {
        match self {
            Self::Exact(position) => *position,
            Self::Gliding(glide) => glide.position_at(now),
        }
    }

    /// When the truth was known last.
    pub fn observed_at(&self) -> Timestamp {
        match self {
            Self::Exact(position) => position.observed_at,
            Self::Gliding(glide) => glide.since(),
        }
    }
}

/// A position that the release policy lets out.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ReleasedPosition {
    /// Where.
    pub place: Place,
    /// How far the true place may lie from it.
    pub accuracy: Metres,
    /// When the vehicle was there.
    pub observed_at: Timestamp,
}

/// What a position may say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReleasePolicy {
    /// The position as the device told it, and counts at once: for own fleets, or where drivers and neighbours agreed.
    Exact,
    /// A dot that is true at gates and glides between them, exact on the approach; counts at full minutes.
    #[default]
    Glide,
    /// No dot; counts and windows at full minutes.
    Coarse,
    /// Nothing live: the promised window alone.
    Off,
}

/// Why the live map is closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum HiddenBecause {
    /// The parcel is not delivered today.
    NotDeliveryDay,
    /// The tour has not started.
    TourNotStarted,
    /// The driver is not near yet.
    TooFar,
    /// What is known is not sure enough.
    LowConfidence,
    /// The recipient's address is not on the map yet.
    PlaceUnknown,
    /// The driver is on a break.
    DriverBreak,
    /// The vehicle has not been heard of for a while.
    PositionStale,
    /// The vehicle's positions contradict each other.
    PositionDoubtful,
    /// The sender or operator does not offer a map.
    SenderDisabled,
    /// The parcel is a gift.
    Gift,
    /// The parcel is confidential.
    Confidential,
    /// The parcel is handed over only against a code.
    HighValue,
    /// The driver hid the map.
    DriverHidden,
    /// The parcel's story is over.
    Delivered,
    /// The link has ended.
    LinkExpired,
    /// There is no live map in the recipient's area.
    OutsideArea,
    /// Another carrier brings the parcel.
    OtherCarrier,
}

/// How a parcel's story ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OutcomeView {
    /// How.
    pub outcome: Outcome,
    /// When.
    pub at: Timestamp,
}

/// Why something on the page changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reason {
    /// When it changed.
    pub at: Timestamp,
    /// Why.
    pub because: Because,
}

/// Reasons, in the recipient's terms: what it means for them, never where the driver was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Because {
    /// The parcel is on the vehicle and the tour began.
    TourStarted,
    /// Stops were added before the recipient's.
    StopsAddedBefore(u16),
    /// Stops before the recipient's were taken off or left out.
    StopsDroppedBefore(u16),
    /// The dispatcher changed the order.
    Resequenced,
    /// The driver takes another order than planned.
    DriverChoseAnotherOrder,
    /// The driver's break began.
    BreakBegun,
    /// The driver's break ended.
    BreakEnded,
    /// Another driver or vehicle goes on.
    HandedOver,
    /// The vehicle has not been heard of since.
    SignalLost,
    /// The recipient's instruction was given to the driver.
    InstructionGiven,
    /// The recipient's instruction was taken back.
    InstructionWithdrawn,
    /// The driver left the recipient's stop out.
    StopSkipped,
    /// The recipient asked the driver to come later.
    PutLater,
}
