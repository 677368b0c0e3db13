//! What a recipient gets. Each shape is made from a [`TrackingView`] and nothing else, and what the view does not hold
//! is absent.

use doorstep_domain::release::{Glide, Vertex};
use doorstep_domain::view::BuyerView;
use doorstep_domain::{
    Because, Choice, MapView, OrderId, ParcelId, Personal, Place, Reason, ReleasedPosition, RemainingStops,
    Shown, TrackingView,
};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::carrier::CarrierEventJson;
use crate::pickup::PickupPointJson;
use crate::rating::RatingJson;
use crate::report::{MayReportJson, ReportJson, WitnessJson};
use crate::shapes::{OutcomeJson, WindowJson};
use crate::wish::{AccessJson, InstructionJson, MarkJson};
use crate::words::{BecauseWord, ChoiceWord, HiddenWord, KindWord, ReleaseWord, StatusWord};

/// Everything that a recipient may see of a parcel now.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own, asked for by its name")]
pub struct TrackingJson {
    /// The parcel.
    #[schema(value_type = String)]
    pub parcel_id: ParcelId,
    /// How much may be said about it.
    pub kind: KindWord,
    /// Its status.
    pub status: StatusWord,
    /// The name of the carrier that brings it.
    pub operator: String,
    /// Whether the operator's own drivers bring it.
    pub delivered_by_own_network: bool,
    /// When another carrier last told the status.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status_at: Option<Timestamp>,
    /// Another carrier's own number for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub carrier_tracking_number: Option<String>,
    /// Another carrier's own page of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub carrier_url: Option<String>,
    /// What another carrier said, newest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub carrier_events: Vec<CarrierEventJson>,
    /// Who sends it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub sender: Option<Personal>,
    /// The window that was promised.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub promise: Option<WindowJson>,
    /// The live window.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub forecast: Option<ForecastJson>,
    /// How many stops remain, the recipient's own included: 1 means that they are next.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(minimum = 1)]
    pub remaining_stop_count: Option<u16>,
    /// Told instead of the count where the driver leaves the plan and no single number would be honest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remaining_stops: Option<RemainingStopsJson>,
    /// Where the vehicle is, while the map is open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub position: Option<PositionJson>,
    /// The driver's name, where the operator wishes that to be told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub driver_name: Option<Personal>,
    /// The live map.
    pub map: MapJson,
    /// Why something changed, newest first.
    pub reasons: Vec<ReasonJson>,
    /// What the recipient asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instruction: Option<InstructionJson>,
    /// Where exactly the safe place is; the photo is at `/v1/parcels/{id}/place-photo`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mark: Option<MarkJson>,
    /// Whether an instruction may still be given or changed.
    pub instruction_open: bool,
    /// How to get to the door.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub access: Option<AccessJson>,
    /// Whether that may still be told or changed.
    pub access_open: bool,
    /// How often the instruction or the way to the door was changed: to be sent along with the next change.
    pub wishes_version: u32,
    /// When the driver's phone showed what stands now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wishes_seen_at: Option<Timestamp>,
    /// What the sender or the operator does not let be asked for about this parcel.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub locked: Vec<ChoiceWord>,
    /// In which ways the driver can be asked to come later now: `home_soon`, `later_on_tour`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub later: Vec<ChoiceWord>,
    /// The days on which it could be brought instead, soonest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub other_days: Vec<Date>,
    /// The day that the recipient chose.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chosen_day: Option<Date>,
    /// Whether a pick-up point may be chosen, or given up for the door.
    pub pickup_open: bool,
    /// Where the recipient will pick it up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pickup_point: Option<PickupPointJson>,
    /// Before when the driver was asked not to come.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_before: Option<Timestamp>,
    /// How it ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<OutcomeJson>,
    /// When the driver took a photo of the delivery, where there is one: it is at `/v1/parcels/{id}/proof/photo`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub photo_at: Option<Timestamp>,
    /// How well the delivery went, as the recipient says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rating: Option<RatingJson>,
    /// Until when they may say so; absent where they may not now, or the sender locks it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rating_until: Option<Timestamp>,
    /// What the recipient reported last, and what the operator answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub report: Option<ReportJson>,
    /// What they may report of the last attempt now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub may_report: Option<MayReportJson>,
    /// What can be told of that attempt.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub witness: Option<WitnessJson>,
    /// Since when the driver is at the recipient's door.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub arrived_at: Option<Timestamp>,
    /// The instant of the newest fact in here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub updated_at: Option<Timestamp>,
}

/// The live window.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ForecastJson {
    /// Its first instant.
    pub from: Timestamp,
    /// Its last instant.
    pub until: Timestamp,
    /// How probable it is that the parcel arrives within it, 0 to 1.
    pub confidence: f64,
    /// Of five windows so many were kept in the recipient's area lately, when the operator wishes that to be told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(maximum = 5)]
    pub kept_of_five: Option<u8>,
}

/// How many stops may remain, the recipient's own included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct RemainingStopsJson {
    /// The fewest.
    #[schema(minimum = 1)]
    pub fewest: u16,
    /// The most; absent where nobody can say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(minimum = 1)]
    pub most: Option<u16>,
}

/// Where the vehicle was.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct PositionJson {
    /// Latitude in degrees.
    pub lat: f64,
    /// Longitude in degrees.
    pub lon: f64,
    /// How far the true place may lie from it, in metres.
    pub accuracy_m: f64,
    /// When the vehicle was there; of a dot that glides, when the last gate was crossed.
    pub observed_at: Timestamp,
    /// The line of a dot that glides, as far as it is public: it is at each of these places at its instant, between them in
    /// proportion, and at the last one from then on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub way: Vec<WayPoint>,
}

/// A place on the line of a dot that glides.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct WayPoint {
    /// Latitude in degrees.
    pub lat: f64,
    /// Longitude in degrees.
    pub lon: f64,
    /// Seconds after `observed_at` at which the dot is there.
    pub after_s: i64,
}

/// The live map.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct MapJson {
    /// Whether it is open.
    pub state: MapState,
    /// Why it is not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hidden_because: Option<HiddenWord>,
    /// What kind of dot it shows: `exact` or `glide`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub release: Option<ReleaseWord>,
}

/// Whether the live map is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum MapState {
    /// Open.
    Open,
    /// Closed.
    Hidden,
}

/// Why something changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ReasonJson {
    /// When.
    pub at: Timestamp,
    /// Why.
    pub because: BecauseWord,
    /// How many stops, where the reason tells of stops.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stops: Option<u16>,
}

/// The answer of `GET /v1/orders`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct OrdersAnswer {
    /// The recipient's orders, newest first.
    pub orders: Vec<OrderJson>,
    /// What they ordered for someone else, newest day first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub for_others: Vec<ForOthersJson>,
}

/// A parcel that was ordered for someone else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ForOthersJson {
    /// How it stands; of a parcel of high value an hour later than its recipient is told.
    pub status: StatusWord,
    /// The day on which it is planned to come, or came.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<Date>,
}

impl From<BuyerView> for ForOthersJson {
    fn from(view: BuyerView) -> Self {
        Self { status: view.status.into(), day: view.day }
    }
}

/// An order, or a parcel that belongs to none.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct OrderJson {
    /// The order.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub order: Option<OrderId>,
    /// Its parcels.
    pub parcels: Vec<OrderParcelJson>,
}

/// A parcel of an order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct OrderParcelJson {
    /// Its number for people.
    pub tracking_number: String,
    /// What may be seen of it.
    #[serde(flatten)]
    pub tracking: TrackingJson,
}

impl RemainingStopsJson {
    fn of(remaining: RemainingStops) -> Option<Self> {
        match remaining {
            RemainingStops::Exactly(_) => None,
            RemainingStops::Between { fewest, most } => Some(Self { fewest, most: Some(most) }),
            RemainingStops::AtLeast(fewest) => Some(Self { fewest, most: None }),
        }
    }
}

impl TrackingJson {
    /// A view as it is at an instant: a dot that glides moves although the view stays the same.
    pub fn of(view: &TrackingView, now: Timestamp) -> Self {
        let position = match &view.map {
            MapView::Open { shown } => Some(PositionJson::of(shown, now)),
            MapView::Hidden(_) => None,
        };
        Self {
            parcel_id: view.parcel,
            kind: view.kind.into(),
            status: view.status.into(),
            operator: view.operator.clone(),
            delivered_by_own_network: view.delivered_by_own_network,
            status_at: view.status_at,
            carrier_tracking_number: view.told.as_ref().and_then(|told| told.tracking_number.clone()),
            carrier_url: view.told.as_ref().and_then(|told| told.url.clone()),
            carrier_events: carrier_events(view),
            sender: view.sender.clone(),
            promise: view.promise.map(WindowJson::from),
            forecast: view.forecast.map(|forecast| ForecastJson {
                from: forecast.window.from,
                until: forecast.window.until,
                confidence: forecast.confidence,
                kept_of_five: forecast.kept_of_five,
            }),
            remaining_stop_count: match view.remaining_stops {
                Some(RemainingStops::Exactly(count)) => Some(count),
                _ => None,
            },
            remaining_stops: view.remaining_stops.and_then(RemainingStopsJson::of),
            position,
            driver_name: view.driver_name.clone(),
            map: MapJson::from(&view.map),
            reasons: view.reasons.iter().copied().map(ReasonJson::from).collect(),
            instruction: view.wishes.instruction.as_ref().map(InstructionJson::from),
            mark: MarkJson::of(&view.wishes.mark),
            instruction_open: view.instruction_open,
            access: AccessJson::of(&view.wishes.access),
            access_open: view.access_open,
            wishes_version: view.wishes.version,
            wishes_seen_at: view.wishes_seen_at,
            locked: view.choices.locked().map(ChoiceWord::from).collect(),
            later: view
                .later
                .iter()
                .filter(|choice| view.choices.holds(*choice))
                .map(ChoiceWord::from)
                .collect(),
            other_days: view.other_days().to_vec(),
            chosen_day: view.wishes.day,
            pickup_open: view.may_pick_up(),
            pickup_point: view.wishes.pickup_point.as_ref().map(PickupPointJson::from),
            not_before: view.not_before,
            outcome: view.outcome.map(OutcomeJson::from),
            photo_at: view.photo_at,
            rating: view.rating.as_ref().map(RatingJson::from),
            report: view.report.as_ref().map(ReportJson::from),
            may_report: view
                .may_report
                .filter(|_| view.choices.holds(Choice::Report))
                .map(|(kind, until)| MayReportJson { kind: kind.into(), until }),
            witness: view.witness.map(WitnessJson::from),
            rating_until: view.rating_until.filter(|_| view.choices.holds(Choice::Rating)),
            arrived_at: view.arrived_at,
            updated_at: view.updated_at,
        }
    }
}

fn carrier_events(view: &TrackingView) -> Vec<CarrierEventJson> {
    view.told.iter().flat_map(|told| &told.events).map(CarrierEventJson::from).collect()
}

impl TrackingJson {
    /// Where the dot is at an instant, while the map is open.
    pub fn dot_at(&self, now: Timestamp) -> Option<Place> {
        self.position.as_ref()?.place_at(now)
    }

    /// Answers are as long as the next multiple of this many bytes.
    pub const PADDED_TO: usize = 1024;

    /// The JSON text, filled up with spaces: the length of an answer must not tell a gift from a map that is closed
    /// for another reason, nor one reason from another.
    ///
    /// # Panics
    /// Never: texts, numbers and lists can always be written as JSON.
    pub fn to_padded_json(&self) -> String {
        let mut text =
            serde_json::to_string(self).expect("texts, numbers and lists can always be written as JSON");
        let length = text.len().next_multiple_of(Self::PADDED_TO);
        text.extend(std::iter::repeat_n(' ', length - text.len()));
        text
    }
}

impl PositionJson {
    /// What is shown at an instant.
    pub fn of(shown: &Shown, now: Timestamp) -> Self {
        let ReleasedPosition { place, accuracy, observed_at } = shown.at(now);
        let way = match shown {
            Shown::Exact(_) => Vec::new(),
            Shown::Gliding(glide) => {
                glide.vertices().iter().map(|vertex| WayPoint::of(glide, vertex)).collect()
            }
        };
        Self {
            lat: rounded(place.lat()),
            lon: rounded(place.lon()),
            accuracy_m: accuracy.0.round(),
            observed_at,
            way,
        }
    }
}

impl PositionJson {
    /// Where the dot is at an instant: on its way where it has one.
    pub fn place_at(&self, now: Timestamp) -> Option<Place> {
        let here = || Place::from_degrees(self.lat, self.lon).ok();
        let elapsed_s = now.duration_since(self.observed_at).as_secs_f64();
        let after = |point: &WayPoint| elapsed_s - seconds(point.after_s);
        let passed = self.way.partition_point(|point| after(point) >= 0.0);
        let before = passed.checked_sub(1).and_then(|last| self.way.get(last));
        match (before, self.way.get(passed)) {
            (Some(from), Some(to)) => {
                let share = after(from) / seconds(to.after_s - from.after_s).max(f64::EPSILON);
                let between = |a: f64, b: f64| a + (b - a) * share;
                Place::from_degrees(between(from.lat, to.lat), between(from.lon, to.lon)).ok()
            }
            (Some(only), None) | (None, Some(only)) => Place::from_degrees(only.lat, only.lon).ok(),
            (None, None) => here(),
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "a line takes an hour at most")]
fn seconds(whole: i64) -> f64 {
    whole as f64
}

impl WayPoint {
    fn of(glide: &Glide, vertex: &Vertex) -> Self {
        let after_s = vertex.at.duration_since(glide.since()).as_secs();
        Self { lat: rounded(vertex.place.lat()), lon: rounded(vertex.place.lon()), after_s }
    }
}

impl From<&MapView> for MapJson {
    fn from(map: &MapView) -> Self {
        match map {
            MapView::Open { shown } => {
                Self { state: MapState::Open, hidden_because: None, release: Some(dot(shown)) }
            }
            MapView::Hidden(because) => {
                Self { state: MapState::Hidden, hidden_because: Some((*because).into()), release: None }
            }
        }
    }
}

/// What kind of dot is shown, whatever the policy is that lets it out.
fn dot(shown: &Shown) -> ReleaseWord {
    match shown {
        Shown::Exact(_) => ReleaseWord::Exact,
        Shown::Gliding(_) => ReleaseWord::Glide,
    }
}

impl From<Reason> for ReasonJson {
    fn from(reason: Reason) -> Self {
        use BecauseWord as W;
        let (because, stops) = match reason.because {
            Because::TourStarted => (W::TourStarted, None),
            Because::StopsAddedBefore(count) => (W::StopsAddedBefore, Some(count)),
            Because::StopsDroppedBefore(count) => (W::StopsDroppedBefore, Some(count)),
            Because::Resequenced => (W::Resequenced, None),
            Because::DriverChoseAnotherOrder => (W::DriverChoseAnotherOrder, None),
            Because::BreakBegun => (W::BreakBegun, None),
            Because::BreakEnded => (W::BreakEnded, None),
            Because::HandedOver => (W::HandedOver, None),
            Because::SignalLost => (W::SignalLost, None),
            Because::InstructionGiven => (W::InstructionGiven, None),
            Because::InstructionWithdrawn => (W::InstructionWithdrawn, None),
            Because::StopSkipped => (W::StopSkipped, None),
            Because::PutLater => (W::PutLater, None),
        };
        Self { at: reason.at, because, stops }
    }
}

/// Degrees to six decimals: a tenth of a metre, which no phone is better than.
fn rounded(degrees: f64) -> f64 {
    (degrees * 1e6).round() / 1e6
}
