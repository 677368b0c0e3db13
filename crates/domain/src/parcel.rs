//! Parcels: what is brought, to whom, and what may be said about it.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::carrier::{Carrier, CarrierEvent, Heard, OtherCarrier};
use crate::visibility::Rules;
use crate::{
    OperatorId, OrderId, ParcelId, Personal, Place, Rating, RecipientId, StopId, TourId, Window, Wishes,
};

/// One tracked item and everything about it that is not an event of a tour.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Parcel {
    /// Its identity.
    pub id: ParcelId,
    /// The carrier that answers for it.
    pub operator: OperatorId,
    /// The carrier's own number for it, unique within the operator; for people, and opening nothing.
    pub tracking_number: String,
    /// The order that it belongs to.
    pub order: Option<OrderId>,
    /// The account that may follow it.
    pub recipient: Option<RecipientId>,
    /// The account that ordered it for the recipient, and is told how it stands and nothing else.
    pub buyer: Option<RecipientId>,
    /// Who sends it, as the recipient knows them.
    pub sender: Personal,
    /// What may be said about it by itself. Rules can make an ordinary parcel one of another kind, and no other ordinary.
    pub kind: ParcelKind,
    /// What its recipient may see, where it differs from what its sender, region and operator say.
    pub visibility: Rules,
    /// Who brings it to the door.
    pub carrier: Carrier,
    /// The day it is planned to be delivered, in the recipient's zone.
    pub day: Option<Date>,
    /// The window that was promised.
    pub promise: Option<Window>,
    /// Its status while no tour tells more.
    pub status: Status,
    /// The recipient's door.
    pub door: Option<Place>,
    /// The recipient's address, in lines as written on the label.
    pub address: Option<Personal>,
    /// The tour and stop that bring it.
    pub on_tour: Option<OnTour>,
    /// What the recipient asked for before any tour knew the parcel.
    pub wishes: Wishes,
    /// When the photo of its delivery was taken, if there is one.
    pub photo_at: Option<Timestamp>,
    /// How well the delivery went, as its recipient says.
    pub rating: Option<Rating>,
}

impl Parcel {
    /// Takes in what its carrier says, and tells what became of each event; `None` where the operator's own drivers bring
    /// it. What is older than the status that stands does not change it.
    pub fn hear(&mut self, events: Vec<CarrierEvent>) -> Option<Vec<Heard>> {
        let Carrier::Other(other) = &mut self.carrier else { return None };
        let heard = other.log.hear(events);
        self.follow_carrier();
        Some(heard)
    }

    /// Has the status follow what its carrier said, where that is no older than what stands.
    pub fn follow_carrier(&mut self) {
        let Carrier::Other(other) = &mut self.carrier else { return };
        if let Some((status, at)) = other.log.status()
            && other.status_at.is_none_or(|known| known <= at)
        {
            self.status = status;
            other.status_at = Some(at);
        }
    }

    /// Who else brings it, where the operator's own drivers do not.
    pub fn other_carrier(&self) -> Option<&OtherCarrier> {
        match &self.carrier {
            Carrier::Own => None,
            Carrier::Other(other) => Some(other),
        }
    }
}

/// The tour and the stop that bring a parcel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct OnTour {
    /// The tour.
    pub tour: TourId,
    /// The stop on it.
    pub stop: StopId,
}

/// How much may be said about a parcel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ParcelKind {
    /// Whatever the operator's policy allows.
    #[default]
    Ordinary,
    /// A surprise: time only, nothing of sender or content.
    Gift,
    /// Time only.
    Confidential,
    /// Handed over only against a code; no map.
    HighValue,
}

/// The public status of a parcel (what carriers' own words map to, reduced to few).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Announced by the sender, not yet with the carrier.
    #[default]
    PreTransit,
    /// On its way to the delivery depot.
    InTransit,
    /// On a tour.
    OutForDelivery,
    /// Delivered.
    Delivered,
    /// Waiting to be picked up by the recipient.
    AvailableForPickup,
    /// A delivery was tried without success.
    Attempted,
    /// Later than promised.
    Delayed,
    /// Held, for example by customs.
    OnHold,
    /// On its way back to the sender.
    Returned,
    /// Not coming.
    Cancelled,
    /// Not known.
    Unknown,
}

/// How a try to deliver a parcel ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Handed to the recipient.
    DeliveredToRecipient,
    /// Handed to a neighbour.
    DeliveredToNeighbour,
    /// Left at the safe place.
    DeliveredToSafePlace,
    /// Put in the mailbox.
    DeliveredToMailbox,
    /// Brought to a pick-up point.
    DeliveredToPickupPoint,
    /// Nobody opened.
    FailedNotHome,
    /// The recipient did not want it.
    FailedRefused,
    /// The address could not be found.
    FailedAddressNotFound,
    /// The door could not be reached.
    FailedNoAccess,
    /// The shift was over.
    FailedNoTime,
    /// The parcel is damaged.
    FailedDamaged,
    /// The parcel is not on the vehicle.
    FailedMissing,
    /// The recipient could not prove who they are.
    FailedVerification,
    /// Something else.
    FailedOther,
}

impl Outcome {
    /// Whether the parcel is where it should be.
    pub fn is_delivered(self) -> bool {
        self <= Self::DeliveredToPickupPoint
    }

    /// Whether a photo tells the recipient something: where the parcel is, at or near the door.
    pub fn may_have_photo(self) -> bool {
        self.is_delivered() && self != Self::DeliveredToPickupPoint
    }

    /// The status that the outcome leads to.
    pub fn status(self) -> Status {
        match self {
            Self::DeliveredToPickupPoint => Status::AvailableForPickup,
            delivered if delivered.is_delivered() => Status::Delivered,
            _ => Status::Attempted,
        }
    }
}
