//! Tours, as operators bring and read them.

mod answer;
mod explanation;

use doorstep_domain::{DriverId, ParcelId, Personal, Place, Plan, StopId, TravelTimes, VehicleId, Window};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;
use utoipa::ToSchema;

pub use crate::parcel::ParcelJson;
pub use answer::{
    AnomaliesJson, DriverName, PredictedJson, TourAnswer, TourCreated, TourCreatedParcel, TourCreatedStop,
    TourPosition, TourStopAnswer, TourStopParcel, TourSummary, ToursAnswer,
};
pub use explanation::{
    ExplainedArrivals, ExplainedChoice, ExplainedHabit, ExplainedNearness, ExplainedParcel,
    ExplainedPosition, ExplainedStop, ExplanationAnswer, HeldStop,
};

use crate::input::{ADDRESS, Field, InputProblem, NAME, NOTE, Object, REFERENCE, ZONE, read};
use crate::parcel::PARCELS_MAX;
use crate::shapes::{PlaceJson, WindowJson};

/// The largest number of parcels of one stop.
pub const STOP_PARCELS_MAX: usize = 200;
/// The largest time for the work at a stop: four hours.
const SERVICE_S_MAX: u32 = 4 * 3600;
/// The largest travel time between two stops: a day.
const TRAVEL_S_MAX: f64 = 86_400.0;

/// A new tour.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct TourJson {
    /// The operator's own name for it, unique on its day.
    #[schema(max_length = 100)]
    pub reference: String,
    /// The service day.
    pub day: Date,
    /// Driver, start, stops and travel times.
    #[serde(flatten)]
    pub plan: PlanJson,
}

/// What is planned of a tour.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct PlanJson {
    /// Who drives.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub driver: Option<DriverJson>,
    /// In what.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub vehicle: Option<VehicleId>,
    /// Where and when the tour starts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<StartJson>,
    /// The stops in planned order.
    #[schema(min_items = 1, max_items = 1000)]
    pub stops: Vec<StopJson>,
    /// Seconds of driving from each place to each other: 0 is the start, k the k-th stop; null where there is no way.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Vec<Vec<Option<u32>>>>)]
    pub travel_s: Option<TravelTimes>,
}

/// Who drives.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct DriverJson {
    /// Their identity.
    #[schema(value_type = String)]
    pub id: DriverId,
    /// Their name, where it is new or another one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub name: Option<Personal>,
}

/// Where and when a tour starts.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, ToSchema)]
pub struct StartJson {
    /// The depot.
    #[serde(flatten)]
    #[schema(value_type = PlaceJson)]
    pub place: Place,
    /// The planned departure.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<Timestamp>,
}

/// A stop.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct StopJson {
    /// Its identity, where the tour has this stop already and is planned anew.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub id: Option<StopId>,
    /// The address, in lines.
    #[schema(value_type = String)]
    pub address: Personal,
    /// Where the vehicle halts. Without it the stop is held back: it has the state `place_unknown`, and nothing is foretold
    /// of it before `stop_moved` or a new plan tells its place.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<PlaceJson>)]
    pub place: Option<Place>,
    /// Bell, floor and other notes for the driver.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub note: Option<Personal>,
    /// How long the work takes, in seconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub service_s: Option<u32>,
    /// When the vehicle should arrive.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub planned_arrival: Option<Timestamp>,
    /// What was promised to the recipients.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<WindowJson>)]
    pub window: Option<Window>,
    /// The delivery zone, as the planner names it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub zone: Option<String>,
    /// What is brought there; nothing when nothing is said.
    #[schema(required = false)]
    pub parcels: Vec<StopParcelJson>,
}

/// A parcel of a stop.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[serde(untagged)]
pub enum StopParcelJson {
    /// One that is known already.
    Known {
        /// Which.
        #[schema(value_type = String)]
        id: ParcelId,
    },
    /// A new one. Its door and address are those of the stop and its day that of the tour, where it has none.
    New(Box<ParcelJson>),
}

/// The body of `PATCH /v1/tours/{id}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
pub struct TourPatch {
    /// Who drives from now on.
    #[schema(value_type = String)]
    pub driver: DriverId,
}

impl TourJson {
    /// Reads the body of `POST /v1/tours`.
    ///
    /// # Errors
    /// All problems of the input.
    pub fn read(bytes: &[u8]) -> Result<Self, Vec<InputProblem>> {
        read(bytes, Self::from_field)
    }

    pub(crate) fn from_field(field: Field<'_>) -> Option<Self> {
        let object =
            field.object(&["reference", "day", "driver", "vehicle", "start", "stops", "travel_s"])?;
        let reference = object.required("reference").and_then(|f| f.text(REFERENCE));
        let day = object.required("day").and_then(|f| f.date());
        let plan = PlanJson::from_object(&object);
        let tour = Self { reference: reference?, day: day?, plan: plan? };
        match tour.plan.stops.iter().position(|stop| stop.id.is_some()) {
            Some(index) => {
                let detail = format!("stop {index} has an id, and the stops of a new tour get theirs here");
                object.problem("unexpected_id", detail)
            }
            None => Some(tour),
        }
    }
}

impl TourPatch {
    /// Reads the body.
    ///
    /// # Errors
    /// All problems of the input.
    pub fn read(bytes: &[u8]) -> Result<Self, Vec<InputProblem>> {
        read(bytes, |field| {
            let object = field.object(&["driver"])?;
            let driver = object.required("driver").and_then(|f| f.id());
            Some(Self { driver: driver? })
        })
    }
}

impl PlanJson {
    pub(crate) fn from_object(object: &Object<'_>) -> Option<Self> {
        let driver = object.optional("driver").and_then(driver);
        let vehicle = object.optional("vehicle").and_then(|f| f.id());
        let start = object.optional("start").and_then(start);
        let stops = object.required("stops").and_then(stops);
        let travel_s = object.optional("travel_s").and_then(|f| travel(f, stops.as_ref().map(Vec::len)));
        Some(Self { driver, vehicle, start, stops: stops?, travel_s })
    }
}

pub(crate) fn driver(field: Field<'_>) -> Option<DriverJson> {
    let object = field.object(&["id", "name"])?;
    let id = object.required("id").and_then(|f| f.id());
    let name = object.optional("name").and_then(|f| f.personal(NAME));
    Some(DriverJson { id: id?, name })
}

pub(crate) fn start(field: Field<'_>) -> Option<StartJson> {
    let object = field.object(&["lat", "lon", "at"])?;
    let place = object.place();
    let at = object.optional("at").and_then(|f| f.instant());
    Some(StartJson { place: place?, at })
}

/// Reads the stops of a plan: at least one, and none twice.
fn stops(field: Field<'_>) -> Option<Vec<StopJson>> {
    let stops = some_stops(&field)?;
    let mut parcels = 0;
    let mut seen = std::collections::BTreeSet::new();
    for parcel in stops.iter().flat_map(|stop| &stop.parcels) {
        parcels += 1;
        let name = match parcel {
            StopParcelJson::Known { id } => id.to_string(),
            StopParcelJson::New(parcel) => parcel.tracking_number.clone(),
        };
        if !seen.insert(name.clone()) {
            field.problem::<()>("doubled_parcel", format!("the parcel {name} is here twice"));
        }
    }
    if parcels > PARCELS_MAX * 5 {
        return field.problem("too_many", format!("a tour has at most {} parcels", PARCELS_MAX * 5));
    }
    Some(stops)
}

/// Reads a list of stops.
pub(crate) fn some_stops(field: &Field<'_>) -> Option<Vec<StopJson>> {
    let stops = field.list(Plan::STOPS_MAX, stop)?;
    if stops.is_empty() {
        return field.problem("no_stops", "there must be at least one stop");
    }
    let mut ids: Vec<StopId> = stops.iter().filter_map(|stop| stop.id).collect();
    ids.sort_unstable();
    if let Some([doubled, _]) = ids.array_windows().find(|[a, b]| a == b) {
        return field.problem("doubled_stop", format!("the stop {doubled} is here twice"));
    }
    Some(stops)
}

pub(crate) fn stop(field: Field<'_>) -> Option<StopJson> {
    let object = field.object(&[
        "id",
        "address",
        "place",
        "note",
        "service_s",
        "planned_arrival",
        "window",
        "zone",
        "parcels",
    ])?;
    let id = object.optional("id").and_then(|f| f.id());
    let address = object.required("address").and_then(|f| f.personal(ADDRESS));
    let place = object.optional("place").map(Field::place);
    let note = object.optional("note").and_then(|f| f.personal(NOTE));
    let service_s = object.optional("service_s").and_then(|f| f.whole(SERVICE_S_MAX));
    let planned_arrival = object.optional("planned_arrival").and_then(|f| f.instant());
    let window = object.optional("window").and_then(Field::window);
    let zone = object.optional("zone").and_then(|f| f.text(ZONE));
    let parcels = match object.optional("parcels") {
        Some(list) => list.list(STOP_PARCELS_MAX, stop_parcel),
        None => Some(Vec::new()),
    };
    Some(StopJson {
        id,
        address: address?,
        place: optional(place)?,
        note,
        service_s,
        planned_arrival,
        window,
        zone,
        parcels: parcels?,
    })
}

/// What is absent is fine, and what is there must be right.
#[expect(clippy::option_option, reason = "absent, wrong and right are three things")]
fn optional<T>(read: Option<Option<T>>) -> Option<Option<T>> {
    read.map_or(Some(None), |read| read.map(Some))
}

fn stop_parcel(field: Field<'_>) -> Option<StopParcelJson> {
    let is_known = field.open_object()?.optional("id").is_some();
    if !is_known {
        return ParcelJson::from_field(field).map(|parcel| StopParcelJson::New(Box::new(parcel)));
    }
    let object = field.object(&["id"])?;
    object.required("id").and_then(|f| f.id()).map(|id| StopParcelJson::Known { id })
}

/// Reads travel times, which must be a square of the start and all stops.
fn travel(field: Field<'_>, stops: Option<usize>) -> Option<TravelTimes> {
    let places = Plan::STOPS_MAX + 1;
    let rows: Vec<Vec<Option<f64>>> = field.list(places, |row| row.list(places, travel_cell))?;
    if let Some(stops) = stops.filter(|stops| rows.len() != stops + 1) {
        let detail = format!(
            "{} rows are needed, of the start and {stops} stops, and there are {}",
            stops + 1,
            rows.len()
        );
        return field.problem("travel_size", detail);
    }
    match TravelTimes::try_from(rows) {
        Ok(table) => Some(table),
        Err(detail) => field.problem("travel_not_square", detail),
    }
}

#[expect(clippy::option_option, reason = "null is a value here: there is no way")]
fn travel_cell(field: Field<'_>) -> Option<Option<f64>> {
    if field.value.is_null() {
        return Some(None);
    }
    match field.number()? {
        seconds if (0.0..=TRAVEL_S_MAX).contains(&seconds) => Some(Some(seconds)),
        _ => field.problem("out_of_range", "a travel time is a number of seconds from 0 to 86400, or null"),
    }
}
