//! The words of the interfaces: each is one of the domain's, spelled once, here.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A set of words.
pub trait Word: Sized {
    /// All of them.
    fn words() -> &'static [&'static str];

    /// The one that is spelled like this.
    fn from_word(text: &str) -> Option<Self>;

    /// How it is spelled.
    fn as_str(&self) -> &'static str;
}

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident { $($variant:ident = $word:tt,)* })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
        pub enum $name {$(
            #[doc = concat!("`", $word, "`")]
            #[serde(rename = $word)]
            $variant,
        )*}

        impl Word for $name {
            fn words() -> &'static [&'static str] {
                &[$($word,)*]
            }

            fn from_word(text: &str) -> Option<Self> {
                match text {
                    $($word => Some(Self::$variant),)*
                    _ => None,
                }
            }

            fn as_str(&self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)*
                }
            }
        }
    )*};
}

/// Words that stand for a type of the domain one to one.
macro_rules! words_of_the_domain {
    ($($(#[$doc:meta])* $name:ident of $domain:ident { $($variant:ident = $word:tt,)* })*) => {$(
        words! { $(#[$doc])* $name { $($variant = $word,)* } }

        impl From<doorstep_domain::$domain> for $name {
            fn from(word: doorstep_domain::$domain) -> Self {
                match word {
                    $(doorstep_domain::$domain::$variant => Self::$variant,)*
                }
            }
        }

        impl From<$name> for doorstep_domain::$domain {
            fn from(word: $name) -> Self {
                match word {
                    $($name::$variant => Self::$variant,)*
                }
            }
        }
    )*};
}

words_of_the_domain! {
    /// How much may be said about a parcel.
    KindWord of ParcelKind {
        Ordinary = "ordinary",
        Gift = "gift",
        Confidential = "confidential",
        HighValue = "high_value",
    }

    /// The status of a parcel.
    StatusWord of Status {
        PreTransit = "pre_transit",
        InTransit = "in_transit",
        OutForDelivery = "out_for_delivery",
        Delivered = "delivered",
        AvailableForPickup = "available_for_pickup",
        Attempted = "attempted",
        Delayed = "delayed",
        OnHold = "on_hold",
        Returned = "returned",
        Cancelled = "cancelled",
        Unknown = "unknown",
    }

    /// How a try to deliver a parcel ended.
    OutcomeWord of Outcome {
        DeliveredToRecipient = "delivered_to_recipient",
        DeliveredToNeighbour = "delivered_to_neighbour",
        DeliveredToSafePlace = "delivered_to_safe_place",
        DeliveredToMailbox = "delivered_to_mailbox",
        DeliveredToPickupPoint = "delivered_to_pickup_point",
        FailedNotHome = "failed_not_home",
        FailedRefused = "failed_refused",
        FailedAddressNotFound = "failed_address_not_found",
        FailedNoAccess = "failed_no_access",
        FailedNoTime = "failed_no_time",
        FailedDamaged = "failed_damaged",
        FailedMissing = "failed_missing",
        FailedVerification = "failed_verification",
        FailedOther = "failed_other",
    }

    /// Where a parcel may be left.
    SafePlaceWord of SafePlace {
        FrontPorch = "front_porch",
        RearPorch = "rear_porch",
        Garage = "garage",
        Shed = "shed",
        Mailbox = "mailbox",
        Reception = "reception",
        Other = "other",
    }

    /// Something that a recipient may ask for.
    ChoiceWord of Choice {
        SafePlace = "safe_place",
        Neighbour = "neighbour",
        AccessNotes = "access_notes",
        HomeSoon = "home_soon",
        LaterOnTour = "later_on_tour",
        AnotherDay = "another_day",
        PickupPoint = "pickup_point",
        Rating = "rating",
        Report = "report",
    }

    /// What is reported of an attempt.
    ReportWord of ReportKind {
        NobodyCame = "nobody_came",
        NotReceived = "not_received",
    }

    /// Of which deliveries there may be a photo.
    PhotoWord of PhotoRule {
        Never = "never",
        Ordinary = "ordinary",
        Always = "always",
    }

    /// What a position may say.
    ReleaseWord of ReleasePolicy {
        Exact = "exact",
        Glide = "glide",
        Coarse = "coarse",
        Off = "off",
    }

    /// Why the live map is closed.
    HiddenWord of HiddenBecause {
        NotDeliveryDay = "not_delivery_day",
        TourNotStarted = "tour_not_started",
        TooFar = "too_far",
        LowConfidence = "low_confidence",
        PlaceUnknown = "place_unknown",
        DriverBreak = "driver_break",
        PositionStale = "position_stale",
        PositionDoubtful = "position_doubtful",
        SenderDisabled = "sender_disabled",
        Gift = "gift",
        Confidential = "confidential",
        HighValue = "high_value",
        DriverHidden = "driver_hidden",
        Delivered = "delivered",
        LinkExpired = "link_expired",
        OutsideArea = "outside_area",
        OtherCarrier = "other_carrier",
    }
}

words! {
    /// What a share lets its holder do.
    PermissionWord {
        Window = "window",
        Accept = "accept",
    }

    /// What is kept of a driver.
    KeptWord {
        TourLogs = "tour_logs",
        Reports = "reports",
        Audit = "audit",
    }

    /// How someone of the staff came to look.
    LookerWord {
        Account = "account",
        Key = "key",
        Command = "command",
    }

    /// Where a tour is in its life.
    PhaseWord {
        NotStarted = "not_started",
        Underway = "underway",
        OnBreak = "on_break",
        Ended = "ended",
    }

    /// What became of a stop; `place_unknown` is one that remains, and of which nothing is foretold before it has a place.
    StopStateWord {
        Remaining = "remaining",
        PlaceUnknown = "place_unknown",
        Arrived = "arrived",
        Served = "served",
        Skipped = "skipped",
    }

    /// How something is known about a stop, surest first.
    EvidenceWord {
        Told = "told",
        Halt = "halt",
        Passed = "passed",
        Inferred = "inferred",
    }

    /// What a driver may do with a plan.
    HabitWord {
        AsPlanned = "as_planned",
        OnFromHere = "on_from_here",
        Backwards = "backwards",
        Shortest = "shortest",
        NearPlan = "near_plan",
        ZoneByZone = "zone_by_zone",
        NearFirst = "near_first",
    }

    /// How arrivals are made.
    ArrivalBasisWord {
        Timetable = "timetable",
        TravelTimes = "travel_times",
    }

    /// Why something changed for a recipient.
    BecauseWord {
        TourStarted = "tour_started",
        StopsAddedBefore = "stops_added_before",
        StopsDroppedBefore = "stops_dropped_before",
        Resequenced = "resequenced",
        DriverChoseAnotherOrder = "driver_chose_another_order",
        BreakBegun = "break_begun",
        BreakEnded = "break_ended",
        HandedOver = "handed_over",
        SignalLost = "signal_lost",
        InstructionGiven = "instruction_given",
        InstructionWithdrawn = "instruction_withdrawn",
        StopSkipped = "stop_skipped",
        PutLater = "put_later",
    }

    /// What a message to a recipient is about.
    MessageWord {
        Announced = "announced",
        OutForDelivery = "out_for_delivery",
        MapOpen = "map_open",
        Next = "next",
        Delayed = "delayed",
        Delivered = "delivered",
        Failed = "failed",
    }

    /// Rules by name.
    PresetWord {
        Open = "open",
        Near = "near",
        Coarse = "coarse",
        Gift = "gift",
        Confidential = "confidential",
        HighValue = "high_value",
    }

    /// Whose rules they are.
    ScopeWord {
        Operator = "operator",
        Region = "region",
        Sender = "sender",
        Parcel = "parcel",
    }

    /// What became of an event.
    ResultWord {
        Taken = "taken",
        Doubled = "doubled",
        Refused = "refused",
    }
}
