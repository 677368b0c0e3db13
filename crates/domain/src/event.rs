//! What can happen to a tour. A tour is the log of these, and nothing else.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{
    AccessNotes, DriverId, EventId, Instruction, Metres, MetresPerSecond, Outcome, ParcelId, Place,
    PlaceMark, Plan, PlannedStop, StopId, VehicleId,
};

/// One thing that happened to a tour, as the log keeps it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TourEvent {
    /// Its identity, given by whoever saw it happen. A second event with the same id changes nothing.
    pub id: EventId,
    /// When it happened, in the server's clock as far as the device's could be corrected.
    pub at: Timestamp,
    /// When the server got it.
    pub received_at: Timestamp,
    /// What happened.
    pub what: Happening,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Happening {
    /// The dispatcher planned the tour, or planned it anew.
    Planned(Box<Plan>),
    /// The driver began the tour.
    Started,
    /// The device said where it was.
    Fix(Fix),
    /// The driver said that they arrived at a stop.
    Arrived {
        /// Which stop.
        stop: StopId,
    },
    /// The driver left a stop, or the start when no stop is named.
    Departed {
        /// Which stop.
        stop: Option<StopId>,
    },
    /// A parcel was scanned at its stop, its outcome yet to come.
    Scanned {
        /// Which parcel.
        parcel: ParcelId,
    },
    /// A try to deliver a parcel ended without success.
    Attempted {
        /// Which parcel.
        parcel: ParcelId,
        /// Why; one of the `failed_…` outcomes.
        outcome: Outcome,
    },
    /// A parcel was delivered.
    Delivered {
        /// Which parcel.
        parcel: ParcelId,
        /// To whom; one of the `delivered_to_…` outcomes.
        outcome: Outcome,
    },
    /// All work at a stop is done, whatever its parcels are called.
    Served {
        /// Which stop.
        stop: StopId,
    },
    /// The driver leaves a stop out.
    Skipped {
        /// Which stop.
        stop: StopId,
    },
    /// The remaining stops were put in another order. Stops that are not named follow in their old order.
    Resequenced {
        /// The new order.
        order: Vec<StopId>,
    },
    /// Stops were added behind a stop, or in front of all others when none is named.
    StopsAdded {
        /// The stop that they follow.
        after: Option<StopId>,
        /// The new stops in order.
        stops: Vec<PlannedStop>,
    },
    /// Stops were taken off the tour.
    StopsRemoved {
        /// Which stops.
        stops: Vec<StopId>,
    },
    /// A stop has another place now.
    StopMoved {
        /// Which stop.
        stop: StopId,
        /// Its new place.
        place: Place,
    },
    /// Parcels were added to a stop of the tour.
    ParcelsAdded {
        /// Which stop.
        stop: StopId,
        /// Which parcels.
        parcels: Vec<ParcelId>,
    },
    /// Parcels were taken off the tour.
    ParcelsRemoved {
        /// Which parcels.
        parcels: Vec<ParcelId>,
    },
    /// A parcel goes to another stop of the same tour.
    ParcelMoved {
        /// Which parcel.
        parcel: ParcelId,
        /// Its new stop.
        stop: StopId,
    },
    /// The driver's break began.
    BreakBegun,
    /// The driver's break ended.
    BreakEnded,
    /// The driver closed the map for everyone who watches.
    MapHidden,
    /// The driver opened it again.
    MapShown,
    /// Another driver or vehicle goes on with the tour.
    HandedOver {
        /// Who drives now.
        driver: Option<DriverId>,
        /// In what.
        vehicle: Option<VehicleId>,
    },
    /// A recipient gave an instruction, or took it back.
    InstructionGiven {
        /// For which parcel.
        parcel: ParcelId,
        /// What they ask for; `None` takes it back.
        instruction: Option<Instruction>,
        /// The number of this change; 0 in logs from before changes were numbered.
        #[serde(default)]
        version: u32,
    },
    /// A recipient told how to get to the door, or took it back.
    AccessNoted {
        /// For which parcel.
        parcel: ParcelId,
        /// What they told; empty when it was taken back.
        access: AccessNotes,
        /// The number of this change.
        version: u32,
    },
    /// A recipient showed where exactly their safe place is, or took that back.
    PlaceMarked {
        /// For which parcel.
        parcel: ParcelId,
        /// What they showed; empty when it was taken back.
        mark: PlaceMark,
        /// The number of this change.
        version: u32,
    },
    /// A recipient asked the driver to come later, and there was a place for it on the tour.
    PutLater {
        /// Which parcel.
        parcel: ParcelId,
        /// Not before when.
        not_before: Timestamp,
        /// The stops to come in their new order; empty where the driver came late enough anyway.
        order: Vec<StopId>,
        /// The number of this change.
        version: u32,
    },
    /// The driver's phone showed what a recipient asks for.
    InstructionSeen {
        /// For which parcel.
        parcel: ParcelId,
        /// The number of the change that it showed.
        version: u32,
    },
    /// The recipient told the driver a code, which the server held against theirs.
    DoorCodeGiven {
        /// For which parcel.
        parcel: ParcelId,
        /// Whether it is the one.
        is_right: bool,
    },
    /// The operator had a new code made for a parcel.
    DoorCodeRenewed {
        /// Which parcel.
        parcel: ParcelId,
    },
    /// The tour ended.
    Ended,
}

/// Where a device believes it was.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Fix {
    /// Where.
    #[serde(flatten)]
    pub place: Place,
    /// How far the true place may lie from it (68 %), where the device says so.
    #[serde(default, rename = "accuracy_m", skip_serializing_if = "Option::is_none")]
    pub accuracy: Option<Metres>,
    /// How fast, where the device says so. Admission drops it, and what is foretold does not ask for it.
    #[serde(default, rename = "speed_mps", skip_serializing_if = "Option::is_none")]
    pub speed: Option<MetresPerSecond>,
    /// The course over ground in degrees clockwise from north, where the device says so; dropped as the speed is.
    #[serde(default, rename = "course_deg", skip_serializing_if = "Option::is_none")]
    pub course: Option<f32>,
}
