//! Parcels, as operators tell and read them.

use doorstep_domain::{
    Carrier, OnTour, OrderId, OtherCarrier, Parcel, ParcelId, Personal, Place, RecipientId, Status, StopId,
    TourId, Window,
};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::carrier::{CarrierEventJson, Vocabulary};
use crate::input::{
    ADDRESS, CARRIER, Field, InputProblem, ORDER, Object, SENDER, TRACKING_NUMBER, parse, read, read_value,
};
use crate::pickup::PickupPointJson;
use crate::rating::RatingJson;
use crate::shapes::{OutcomeJson, PlaceJson, WindowJson};
use crate::wish::{AccessJson, InstructionJson};
use crate::words::{KindWord, StatusWord};

/// The largest number of parcels in one request.
pub const PARCELS_MAX: usize = 1_000;

const FIELDS: [&str; 12] = [
    "tracking_number",
    "sender",
    "kind",
    "recipient_email",
    "buyer_email",
    "order",
    "day",
    "status",
    "carrier",
    "door",
    "address",
    "promise",
];

const PATCH_FIELDS: [&str; 7] =
    ["kind", "status", "carrier", "day", "promise", "recipient_email", "buyer_email"];

/// A new parcel.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ParcelJson {
    /// The operator's number for it, for people.
    #[schema(max_length = 64)]
    pub tracking_number: String,
    /// Who sends it, as the recipient knows them.
    #[schema(value_type = String, max_length = 200)]
    pub sender: Personal,
    /// How much may be said about it; `ordinary` when nothing is said.
    #[schema(required = false)]
    pub kind: KindWord,
    /// The account that may follow it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub recipient_email: Option<Personal>,
    /// The account that ordered it for the recipient; it is told the status and the day.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub buyer_email: Option<Personal>,
    /// The order that it belongs to; the same text is the same order.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub order: Option<String>,
    /// The day it is planned to be delivered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub day: Option<Date>,
    /// Its status while no tour tells more.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<StatusWord>,
    /// Who brings it to the door.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub carrier: Option<CarrierJson>,
    /// The recipient's door.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<PlaceJson>)]
    pub door: Option<Place>,
    /// The recipient's address, in lines.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub address: Option<Personal>,
    /// The window that was promised.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<WindowJson>)]
    pub promise: Option<Window>,
}

/// Who brings a parcel to the door.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case", tag = "carrier")]
pub enum CarrierJson {
    /// The operator's own drivers.
    Own,
    /// Another delivery service.
    Other(OtherCarrierJson),
}

/// Another delivery service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct OtherCarrierJson {
    /// Its name.
    #[schema(max_length = 100)]
    pub name: String,
    /// Its own number for the parcel.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 64)]
    pub tracking_number: Option<String>,
    /// The page on which it tells of the parcel itself: an address that begins with `https://`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 500)]
    pub url: Option<String>,
    /// When it last told the status.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status_at: Option<Timestamp>,
}

/// The body of `POST /v1/parcels`: one parcel, or several of which all or none are taken.
#[derive(Debug, Clone, PartialEq, ToSchema)]
#[serde(untagged)]
pub enum ParcelsRequest {
    /// One.
    One(Box<ParcelJson>),
    /// Several.
    Many(SeveralParcels),
}

/// How several parcels are told.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct SeveralParcels {
    /// The parcels.
    #[schema(min_items = 1, max_items = 1_000)]
    pub parcels: Vec<ParcelJson>,
}

/// The body of `PATCH /v1/parcels/{id}`: what is absent stays as it is.
#[derive(Debug, Clone, PartialEq, Default, Serialize, ToSchema)]
pub struct ParcelPatch {
    /// How much may be said about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<KindWord>,
    /// Its status while no tour tells more.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<StatusWord>,
    /// Who brings it to the door.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub carrier: Option<CarrierJson>,
    /// The day it is planned to be delivered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub day: Option<Date>,
    /// The window that was promised.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<WindowJson>)]
    pub promise: Option<Window>,
    /// The account that may follow it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub recipient_email: Option<Personal>,
    /// The account that ordered it for the recipient.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub buyer_email: Option<Personal>,
}

impl ParcelsRequest {
    /// Reads the body.
    ///
    /// # Errors
    /// All problems of the input.
    pub fn read(bytes: &[u8]) -> Result<Self, Vec<InputProblem>> {
        let value = parse(bytes).map_err(|problem| vec![problem])?;
        if value.get("parcels").is_some() {
            read_value(&value, many).map(|parcels| Self::Many(SeveralParcels { parcels }))
        } else {
            read_value(&value, ParcelJson::from_field).map(|parcel| Self::One(Box::new(parcel)))
        }
    }
}

fn many(field: Field<'_>) -> Option<Vec<ParcelJson>> {
    let object = field.object(&["parcels"])?;
    let list = object.required("parcels")?;
    let parcels = list.list(PARCELS_MAX, ParcelJson::from_field)?;
    if parcels.is_empty() {
        return list.problem("empty", "there must be at least one parcel");
    }
    let mut numbers: Vec<&str> = parcels.iter().map(|parcel| parcel.tracking_number.as_str()).collect();
    numbers.sort_unstable();
    if let Some([doubled, _]) = numbers.array_windows().find(|[a, b]| a == b) {
        return list.problem("doubled_parcel", format!("the tracking number {doubled} is here twice"));
    }
    Some(parcels)
}

impl ParcelJson {
    pub(crate) fn from_field(field: Field<'_>) -> Option<Self> {
        let object = field.object(&FIELDS)?;
        Self::from_object(&object, carrier)
    }

    /// Reads a row of a file, in which another carrier is told by its name alone.
    pub(crate) fn from_row(field: Field<'_>) -> Option<Self> {
        Self::from_object(&field.open_object()?, other_carrier)
    }

    fn from_object(object: &Object<'_>, carrier: fn(Field<'_>) -> Option<CarrierJson>) -> Option<Self> {
        let tracking_number = object.required("tracking_number").and_then(|f| f.text(TRACKING_NUMBER));
        let sender = object.required("sender").and_then(|f| f.personal(SENDER));
        let kind: Option<KindWord> = object.optional("kind").and_then(|f| f.word());
        let recipient_email = object.optional("recipient_email").and_then(|f| f.email());
        let buyer_email = object.optional("buyer_email").and_then(|f| f.email());
        let order = object.optional("order").and_then(|f| f.text(ORDER));
        let door = object.optional("door").and_then(Field::place);
        let address = object.optional("address").and_then(|f| f.personal(ADDRESS));
        let Changeable { day, status, carrier, promise } = Changeable::of(object, carrier);
        Some(Self {
            tracking_number: tracking_number?,
            sender: sender?,
            kind: kind.unwrap_or(KindWord::Ordinary),
            recipient_email,
            buyer_email,
            order,
            day,
            status,
            carrier,
            door,
            address,
            promise,
        })
    }
}

impl ParcelPatch {
    /// Reads the body.
    ///
    /// # Errors
    /// All problems of the input.
    pub fn read(bytes: &[u8]) -> Result<Self, Vec<InputProblem>> {
        read(bytes, |field| {
            let object = field.object(&PATCH_FIELDS)?;
            let kind = object.optional("kind").and_then(|f| f.word());
            let recipient_email = object.optional("recipient_email").and_then(|f| f.email());
            let buyer_email = object.optional("buyer_email").and_then(|f| f.email());
            let Changeable { day, status, carrier, promise } = Changeable::of(&object, carrier);
            Some(Self { kind, status, carrier, day, promise, recipient_email, buyer_email })
        })
    }
}

/// What may change of a parcel.
struct Changeable {
    day: Option<Date>,
    status: Option<StatusWord>,
    carrier: Option<CarrierJson>,
    promise: Option<Window>,
}

impl Changeable {
    fn of(object: &Object<'_>, carrier: fn(Field<'_>) -> Option<CarrierJson>) -> Self {
        Self {
            day: object.optional("day").and_then(|f| f.date()),
            status: object.optional("status").and_then(|f| f.word()),
            carrier: object.optional("carrier").and_then(carrier),
            promise: object.optional("promise").and_then(Field::window),
        }
    }
}

fn carrier(field: Field<'_>) -> Option<CarrierJson> {
    let object = field.object(&["carrier", "name", "tracking_number", "url", "status_at"])?;
    let which = object.required("carrier")?;
    match which.value.as_str() {
        Some("own") => Some(CarrierJson::Own),
        Some("other") => other(&object),
        _ => which.problem("unknown_word", "this must be one of own, other"),
    }
}

fn other_carrier(field: Field<'_>) -> Option<CarrierJson> {
    other(&field.open_object()?)
}

fn other(object: &Object<'_>) -> Option<CarrierJson> {
    let name = object.required("name").and_then(|f| f.text(CARRIER));
    let tracking_number = object.optional("tracking_number").and_then(|f| f.text(TRACKING_NUMBER));
    let url = object.optional("url").and_then(|f| f.page());
    let status_at = object.optional("status_at").and_then(|f| f.instant());
    Some(CarrierJson::Other(OtherCarrierJson { name: name?, tracking_number, url, status_at }))
}

impl From<CarrierJson> for Carrier {
    fn from(carrier: CarrierJson) -> Self {
        match carrier {
            CarrierJson::Own => Self::Own,
            CarrierJson::Other(OtherCarrierJson { name, tracking_number, url, status_at }) => {
                Self::Other(OtherCarrier { tracking_number, url, status_at, ..OtherCarrier::named(name) })
            }
        }
    }
}

impl From<&Carrier> for CarrierJson {
    fn from(carrier: &Carrier) -> Self {
        match carrier {
            Carrier::Own => Self::Own,
            Carrier::Other(other) => Self::Other(OtherCarrierJson {
                name: other.name.clone(),
                tracking_number: other.tracking_number.clone(),
                url: other.url.clone(),
                status_at: other.status_at,
            }),
        }
    }
}

/// A parcel, as its operator reads it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ParcelAnswer {
    /// Its identity.
    #[schema(value_type = String)]
    pub id: ParcelId,
    /// The operator's number for it.
    pub tracking_number: String,
    /// Who sends it.
    #[schema(value_type = String)]
    pub sender: Personal,
    /// How much may be said about it.
    pub kind: KindWord,
    /// The order that it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub order: Option<OrderId>,
    /// The account that may follow it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub recipient: Option<RecipientId>,
    /// The account that ordered it for the recipient.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub buyer: Option<RecipientId>,
    /// The day it is planned to be delivered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<Date>,
    /// Its status.
    pub status: StatusWord,
    /// The same in the words of others.
    pub status_as: StatusAs,
    /// Who brings it to the door.
    pub carrier: CarrierJson,
    /// What another carrier said, newest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub carrier_events: Vec<CarrierEventJson>,
    /// The recipient's door.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub door: Option<PlaceJson>,
    /// The recipient's address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub address: Option<Personal>,
    /// The window that was promised.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub promise: Option<WindowJson>,
    /// The tour and stop that bring it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_tour: Option<OnTourJson>,
    /// The day on which its recipient wishes it to be brought: `day` follows it, until the operator says another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chosen_day: Option<Date>,
    /// Where its recipient will pick it up: whoever plans brings it there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pickup_point: Option<PickupPointJson>,
    /// What the recipient asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instruction: Option<InstructionJson>,
    /// How to get to the door, as its recipient says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub access: Option<AccessJson>,
    /// How its story ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<OutcomeJson>,
    /// How well the delivery went, as its recipient says. It is not for the driver.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rating: Option<RatingJson>,
}

/// A status in the words of others; they are coarser than ours, and the nearest one stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct StatusAs {
    /// `statusCode` of DHL's Shipment Tracking, Unified.
    pub dhl: String,
    /// `tag` of `AfterShip`.
    pub aftership: String,
    /// The tracker status of Karrio.
    pub karrio: String,
}

impl From<Status> for StatusAs {
    fn from(status: Status) -> Self {
        let say = |vocabulary: Vocabulary| vocabulary.say(status).to_owned();
        Self {
            dhl: say(Vocabulary::Dhl),
            aftership: say(Vocabulary::AfterShip),
            karrio: say(Vocabulary::Karrio),
        }
    }
}

/// The tour and stop that bring a parcel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct OnTourJson {
    /// The tour.
    #[schema(value_type = String)]
    pub tour: TourId,
    /// The stop.
    #[schema(value_type = String)]
    pub stop: StopId,
}

impl From<OnTour> for OnTourJson {
    fn from(on_tour: OnTour) -> Self {
        Self { tour: on_tour.tour, stop: on_tour.stop }
    }
}

impl From<&Parcel> for ParcelAnswer {
    /// The parcel as its record tells it; the outcome is not in there.
    fn from(parcel: &Parcel) -> Self {
        Self {
            id: parcel.id,
            tracking_number: parcel.tracking_number.clone(),
            sender: parcel.sender.clone(),
            kind: parcel.kind.into(),
            order: parcel.order,
            recipient: parcel.recipient,
            buyer: parcel.buyer,
            day: parcel.day,
            status: parcel.status.into(),
            status_as: parcel.status.into(),
            carrier: CarrierJson::from(&parcel.carrier),
            carrier_events: events(parcel),
            door: parcel.door.map(PlaceJson::from),
            address: parcel.address.clone(),
            promise: parcel.promise.map(WindowJson::from),
            on_tour: parcel.on_tour.map(OnTourJson::from),
            chosen_day: parcel.wishes.day,
            pickup_point: parcel.wishes.pickup_point.as_ref().map(PickupPointJson::from),
            instruction: parcel.wishes.instruction.as_ref().map(InstructionJson::from),
            access: AccessJson::of(&parcel.wishes.access),
            outcome: None,
            rating: parcel.rating.as_ref().map(RatingJson::from),
        }
    }
}

fn events(parcel: &Parcel) -> Vec<CarrierEventJson> {
    let log = parcel.other_carrier().map(|other| other.log.events()).unwrap_or_default();
    log.iter().map(CarrierEventJson::from).collect()
}

/// The answer to `POST /v1/parcels`: as they were told, one or several.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[serde(untagged)]
pub enum ParcelsCreated {
    /// One.
    One(Box<ParcelAnswer>),
    /// Several, in the same order.
    Many(ParcelsAnswer),
}

/// Several parcels.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ParcelsAnswer {
    /// The parcels.
    pub parcels: Vec<ParcelAnswer>,
    /// What `after` must be to get the next page, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}
