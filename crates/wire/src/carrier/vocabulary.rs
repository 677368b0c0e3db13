//! The words of other services for how a parcel stands, and ours.
//!
//! Each table holds every word that its service documents. A word that is in none is [`Status::Unknown`]: services add
//! words without asking, and no parcel is lost for that.

use doorstep_domain::Status;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::words::{StatusWord, Word};

/// Whose words a status is told in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
pub enum Vocabulary {
    /// Our own, [`StatusWord`].
    #[serde(rename = "doorstep")]
    Doorstep,
    /// `statusCode` of DHL's Shipment Tracking, Unified.
    #[serde(rename = "dhl")]
    Dhl,
    /// `tag` and `subtag` of `AfterShip`.
    #[serde(rename = "aftership")]
    AfterShip,
    /// The tracker status of Karrio.
    #[serde(rename = "karrio")]
    Karrio,
}

/// What a word says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading {
    /// Our status.
    pub status: Status,
    /// Whether the word is a known one.
    pub is_known: bool,
}

impl Vocabulary {
    /// Every one of them.
    pub const ALL: [Self; 4] = [Self::Doorstep, Self::Dhl, Self::AfterShip, Self::Karrio];

    /// What a word says. Case, spaces, dashes and underscores do not matter.
    pub fn read(self, word: &str) -> Reading {
        let found = self.find(word).or_else(|| match self {
            // A sub-status that is newer than this table belongs to the status that it begins with.
            Self::AfterShip => self.find(word.split_once('_')?.0),
            Self::Doorstep | Self::Dhl | Self::Karrio => None,
        });
        match found {
            Some(status) => Reading { status, is_known: true },
            None => Reading { status: Status::Unknown, is_known: false },
        }
    }

    /// The word that comes nearest to a status.
    pub fn say(self, status: Status) -> &'static str {
        match self {
            Self::Doorstep => StatusWord::from(status).as_str(),
            Self::Dhl => to_dhl(status),
            Self::AfterShip => to_aftership(status),
            Self::Karrio => to_karrio(status),
        }
    }

    /// The words that the service documents, with what each says; of our own there is a table elsewhere.
    pub fn documented(self) -> &'static [(&'static str, Status)] {
        match self {
            Self::Doorstep => &[],
            Self::Dhl => &DHL,
            Self::AfterShip => &AFTERSHIP,
            Self::Karrio => &KARRIO,
        }
    }

    fn find(self, word: &str) -> Option<Status> {
        if self == Self::Doorstep {
            return StatusWord::from_word(word).map(Status::from);
        }
        self.documented().iter().find(|(known, _)| is_same(known, word)).map(|(_, status)| *status)
    }
}

impl Word for Vocabulary {
    fn words() -> &'static [&'static str] {
        &["doorstep", "dhl", "aftership", "karrio"]
    }

    fn from_word(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|vocabulary| vocabulary.as_str() == text)
    }

    fn as_str(&self) -> &'static str {
        match self {
            Self::Doorstep => "doorstep",
            Self::Dhl => "dhl",
            Self::AfterShip => "aftership",
            Self::Karrio => "karrio",
        }
    }
}

fn is_same(a: &str, b: &str) -> bool {
    let letters = |text: &str| -> String {
        text.chars().filter(char::is_ascii_alphanumeric).map(|letter| letter.to_ascii_lowercase()).collect()
    };
    letters(a) == letters(b)
}

/// `statusCode` of DHL's Shipment Tracking, Unified: the five codes of its support article "What are the different status
/// codes available", and the three that it announces. `failure` is what could not be delivered, for whatever reason.
const DHL: [(&str, Status); 8] = [
    ("pre-transit", Status::PreTransit),
    ("transit", Status::InTransit),
    ("delivered", Status::Delivered),
    ("failure", Status::Attempted),
    ("unknown", Status::Unknown),
    ("out-for-delivery", Status::OutForDelivery),
    ("return-to-origin", Status::Returned),
    ("ready-for-pick-up", Status::AvailableForPickup),
];

fn to_dhl(status: Status) -> &'static str {
    match status {
        Status::PreTransit => "pre-transit",
        Status::InTransit | Status::OutForDelivery | Status::AvailableForPickup | Status::Delayed => {
            "transit"
        }
        Status::Delivered => "delivered",
        Status::Attempted | Status::OnHold | Status::Returned | Status::Cancelled => "failure",
        Status::Unknown => "unknown",
    }
}

/// `AfterShip`: "Delivery Statuses" (`tag`) and "Delivery Sub-statuses" (`subtag`) of its Tracking API, 2026-07, and
/// what its help says of the sub-statuses of March 2026. Where a sub-status says more than its status, that counts: an
/// appointment is not a van, and most exceptions are a delay, a failed try or a return.
const AFTERSHIP: [(&str, Status); 49] = [
    ("Pending", Status::PreTransit),
    ("Pending_001", Status::PreTransit),
    ("InfoReceived", Status::PreTransit),
    ("InfoReceived_001", Status::PreTransit),
    ("InTransit", Status::InTransit),
    ("InTransit_001", Status::InTransit),
    ("InTransit_002", Status::InTransit),
    ("InTransit_003", Status::InTransit),
    ("InTransit_004", Status::InTransit),
    ("InTransit_005", Status::InTransit),
    ("InTransit_006", Status::InTransit),
    ("InTransit_007", Status::InTransit),
    ("InTransit_008", Status::InTransit),
    ("InTransit_009", Status::InTransit),
    ("OutForDelivery", Status::OutForDelivery),
    ("OutForDelivery_001", Status::OutForDelivery),
    ("OutForDelivery_003", Status::OutForDelivery),
    ("OutForDelivery_004", Status::InTransit),
    ("AttemptFail", Status::Attempted),
    ("AttemptFail_001", Status::Attempted),
    ("AttemptFail_002", Status::Attempted),
    ("AttemptFail_003", Status::Attempted),
    ("Delivered", Status::Delivered),
    ("Delivered_001", Status::Delivered),
    ("Delivered_002", Status::Delivered),
    ("Delivered_003", Status::Delivered),
    ("Delivered_004", Status::Delivered),
    ("Delivered_005", Status::Delivered),
    ("AvailableForPickup", Status::AvailableForPickup),
    ("AvailableForPickup_001", Status::AvailableForPickup),
    ("Exception", Status::OnHold),
    ("Exception_001", Status::OnHold),
    ("Exception_002", Status::Attempted),
    ("Exception_003", Status::Attempted),
    ("Exception_004", Status::Delayed),
    ("Exception_005", Status::Delayed),
    ("Exception_006", Status::OnHold),
    ("Exception_007", Status::Attempted),
    ("Exception_008", Status::OnHold),
    ("Exception_009", Status::OnHold),
    ("Exception_010", Status::Returned),
    ("Exception_011", Status::Returned),
    ("Exception_012", Status::OnHold),
    ("Exception_013", Status::OnHold),
    ("Exception_016", Status::Delayed),
    ("Exception_017", Status::Delayed),
    ("Exception_018", Status::OnHold),
    ("Expired", Status::Unknown),
    ("Expired_001", Status::Unknown),
];

fn to_aftership(status: Status) -> &'static str {
    match status {
        Status::PreTransit => "InfoReceived",
        Status::InTransit => "InTransit",
        Status::OutForDelivery => "OutForDelivery",
        Status::Delivered => "Delivered",
        Status::AvailableForPickup => "AvailableForPickup",
        Status::Attempted => "AttemptFail",
        Status::Delayed | Status::OnHold | Status::Returned | Status::Cancelled => "Exception",
        Status::Unknown => "Expired",
    }
}

/// Karrio: `TrackingStatus` of its SDK, and the list of `TrackerStatus` in the description of its interface.
const KARRIO: [(&str, Status); 12] = [
    ("pending", Status::PreTransit),
    ("picked_up", Status::InTransit),
    ("in_transit", Status::InTransit),
    ("out_for_delivery", Status::OutForDelivery),
    ("delivered", Status::Delivered),
    ("ready_for_pickup", Status::AvailableForPickup),
    ("delivery_failed", Status::Attempted),
    ("delivery_delayed", Status::Delayed),
    ("on_hold", Status::OnHold),
    ("return_to_sender", Status::Returned),
    ("cancelled", Status::Cancelled),
    ("unknown", Status::Unknown),
];

fn to_karrio(status: Status) -> &'static str {
    match status {
        Status::PreTransit => "pending",
        Status::InTransit => "in_transit",
        Status::OutForDelivery => "out_for_delivery",
        Status::Delivered => "delivered",
        Status::AvailableForPickup => "ready_for_pickup",
        Status::Attempted => "delivery_failed",
        Status::Delayed => "delivery_delayed",
        Status::OnHold => "on_hold",
        Status::Returned => "return_to_sender",
        Status::Cancelled => "cancelled",
        Status::Unknown => "unknown",
    }
}

/// Every vocabulary but ours, in Markdown: what each word says, and which word says each status.
pub fn table() -> String {
    use std::fmt::Write as _;
    let others = [Vocabulary::Dhl, Vocabulary::AfterShip, Vocabulary::Karrio];
    let mut text = "| status | DHL | AfterShip | Karrio |\n|---|---|---|---|\n".to_owned();
    for word in StatusWord::words() {
        let Some(status) = StatusWord::from_word(word).map(Status::from) else { continue };
        let _infallible = write!(text, "| `{word}` |");
        for vocabulary in others {
            let said = vocabulary.say(status);
            let read = vocabulary.documented().iter().filter(|(_, of)| *of == status).map(|(word, _)| *word);
            let read: Vec<String> = read.map(|word| format!("`{word}`")).collect();
            let from = if read.is_empty() { "none".to_owned() } else { read.join(" ") };
            let _infallible = write!(text, " from {from}; as `{said}` |");
        }
        text.push('\n');
    }
    text
}
