//! What Doorstep believes and what it shows, as pure functions.
//!
//! A tour is a log of [`TourEvent`]s; everything anyone sees is a pure function of it:
//! [`TourState::fold`] turns events into what is believed, and [`view`](fn@view::view) turns what is believed into
//! what one recipient may see. Nothing here reads a clock, draws a random number, waits or touches a disk.
//!
//! Where to put a change: what can happen is in [`event`]; what follows from it is in [`tour`]; where the driver goes
//! next and when is in [`prediction`]; who may see what is in [`visibility`]; what a position may say is in
//! [`release`], and the streets that it needs in [`streets`]; whether an event is let into the log at all is in [`admission`].

mod carrier;
mod id;
mod parcel;
mod personal;
mod pickup;
mod place;
mod rating;
mod report;
mod window;
mod wish;
mod witness;

pub mod admission;
pub mod event;
pub mod plan;
pub mod prediction;
pub mod release;
pub mod streets;
pub mod tour;
pub mod view;
pub mod visibility;

pub use carrier::{Carrier, CarrierEvent, CarrierLog, Heard, OtherCarrier};
pub use event::{Fix, Happening, TourEvent};
pub use id::{
    DeviceId, DriverId, EventId, InvalidId, OperatorId, OrderId, ParcelId, PhotoId, PickupPointId, PushId,
    RecipientId, RegionId, ShareId, SignInId, StopId, TourId, VehicleId,
};
pub use parcel::{OnTour, Outcome, Parcel, ParcelKind, Status};
pub use personal::Personal;
pub use pickup::PickupPoint;
pub use place::{InvalidPlace, Metres, MetresPerSecond, Place};
pub use plan::{Plan, PlannedStart, PlannedStop, TravelTimes};
pub use rating::{NoScore, Rating, Score};
pub use report::{Report, ReportAnswer, ReportKind};
pub use tour::{Folded, Phase, TourState};
pub use view::{
    Because, Elsewhere, Forecast, HiddenBecause, MapView, OutcomeView, Reason, ReleasePolicy,
    ReleasedPosition, RemainingStops, Shown, TrackingView,
};
pub use visibility::{Choice, PhotoRule};
pub use window::Window;
pub use wish::{AccessNotes, Destination, Instruction, PlaceMark, SafePlace, Wish, Wishes, WishesSeen};
pub use witness::{SeenNear, Witness};
