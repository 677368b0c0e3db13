//! One row of a CSV file: its cells become the JSON that an operator's system would send, and are read by its rules.

use doorstep_domain::VehicleId;
use jiff::civil::Date;
use serde_json::{Map, Value};

use super::LineProblem;
use crate::input::{Field, InputProblem, REFERENCE, read_value};
use crate::parcel::ParcelJson;
use crate::tour::{DriverJson, StartJson, StopJson, driver, start, stop};

/// Every column with where its cells go in JSON; `#` marks numbers.
const COLUMNS: [(&str, &str); 30] = [
    ("tour", "reference"),
    ("day", "day"),
    ("driver", "driver.id"),
    ("vehicle", "vehicle"),
    ("start_lat", "start.lat#"),
    ("start_lon", "start.lon#"),
    ("start_at", "start.at"),
    ("stop", "number#"),
    ("address", "stop.address"),
    ("lat", "stop.place.lat#"),
    ("lon", "stop.place.lon#"),
    ("note", "stop.note"),
    ("service_s", "stop.service_s#"),
    ("planned_arrival", "stop.planned_arrival"),
    ("window_from", "stop.window.from"),
    ("window_until", "stop.window.until"),
    ("zone", "stop.zone"),
    ("tracking_number", "parcel.tracking_number"),
    ("sender", "parcel.sender"),
    ("recipient_email", "parcel.recipient_email"),
    ("buyer_email", "parcel.buyer_email"),
    ("kind", "parcel.kind"),
    ("order", "parcel.order"),
    ("status", "parcel.status"),
    ("carrier", "parcel.carrier.name"),
    ("carrier_status_at", "parcel.carrier.status_at"),
    ("carrier_tracking_number", "parcel.carrier.tracking_number"),
    ("carrier_url", "parcel.carrier.url"),
    ("promise_from", "parcel.promise.from"),
    ("promise_until", "parcel.promise.until"),
];

/// The largest number of a stop in the `stop` column.
const NUMBER_MAX: u32 = 1_000_000;

/// The names of all columns.
pub(super) fn columns() -> impl Iterator<Item = &'static str> {
    COLUMNS.into_iter().map(|(name, _)| name)
}

/// What a row says.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Row {
    /// A stop of a tour, and a parcel that is brought there.
    OfTour(Box<TourRow>),
    /// A parcel that is on no tour.
    Lone(Box<ParcelJson>),
}

/// What a row says of a tour.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct TourRow {
    pub(super) reference: String,
    pub(super) day: Date,
    pub(super) driver: Option<DriverJson>,
    pub(super) vehicle: Option<VehicleId>,
    pub(super) start: Option<StartJson>,
    /// Its place in the order of the stops.
    pub(super) number: u32,
    /// The stop, unless the row only adds a parcel to it.
    pub(super) stop: Option<StopJson>,
    pub(super) parcel: Option<ParcelJson>,
}

/// Reads a row of non-empty cells.
pub(super) fn read_row<'c>(
    line: u64,
    cells: impl Iterator<Item = (&'c str, &'c str)>,
    decimal_comma: bool,
) -> Result<Row, Vec<LineProblem>> {
    let mut root = Map::new();
    for (column, cell) in cells {
        if let Some((_, path)) = COLUMNS.iter().find(|(name, _)| *name == column) {
            put(&mut root, path, cell, decimal_comma);
        }
    }
    let row =
        if root.contains_key("reference") { read_value(&Value::Object(root), of_tour) } else { lone(root) };
    row.map_err(|problems| problems.into_iter().map(|problem| at_line(line, problem)).collect())
}

/// Puts a cell where its path leads.
fn put(object: &mut Map<String, Value>, path: &str, cell: &str, decimal_comma: bool) {
    if let Some((parent, rest)) = path.split_once('.') {
        let child = object.entry(parent).or_insert_with(|| Value::Object(Map::new()));
        if let Value::Object(child) = child {
            put(child, rest, cell, decimal_comma);
        }
        return;
    }
    let value = match path.strip_suffix('#') {
        Some(_) if decimal_comma => number(&cell.replace(',', ".")).unwrap_or_else(|| Value::from(cell)),
        Some(_) => number(cell).unwrap_or_else(|| Value::from(cell)),
        None => Value::from(cell),
    };
    object.insert(path.trim_end_matches('#').to_owned(), value);
}

fn number(cell: &str) -> Option<Value> {
    cell.parse::<f64>().ok().and_then(serde_json::Number::from_f64).map(Value::Number)
}

fn of_tour(field: Field<'_>) -> Option<Row> {
    let object = field.open_object()?;
    let reference = object.required("reference").and_then(|f| f.text(REFERENCE));
    let day = object.required("day").and_then(|f| f.date());
    let driver = object.optional("driver").and_then(driver);
    let vehicle = object.optional("vehicle").and_then(|f| f.id());
    let start = object.optional("start").and_then(start);
    let number = object.required("number").and_then(|f| f.whole(NUMBER_MAX));
    let stop = object.optional("stop").and_then(stop);
    let parcel = object.optional("parcel").and_then(ParcelJson::from_row);
    let (reference, day, number) = (reference?, day?, number?);
    Some(Row::OfTour(Box::new(TourRow { reference, day, driver, vehicle, start, number, stop, parcel })))
}

/// A row without a tour: day, address and place are the parcel's own.
fn lone(mut root: Map<String, Value>) -> Result<Row, Vec<InputProblem>> {
    let mut own = match root.remove("parcel") {
        Some(Value::Object(parcel)) => parcel,
        _ => Map::new(),
    };
    if let Some(Value::Object(mut stop)) = root.remove("stop") {
        own.extend(stop.remove("address").map(|address| ("address".to_owned(), address)));
        own.extend(stop.remove("place").map(|place| ("door".to_owned(), place)));
        root.extend(stop);
    }
    own.extend(root.remove("day").map(|day| ("day".to_owned(), day)));
    if !root.is_empty() {
        let detail = "a row that tells of a stop or a driver needs the tour that it is of";
        return Err(vec![InputProblem::new("reference", "missing", detail)]);
    }
    let root = Value::Object(Map::from_iter([("parcel".to_owned(), Value::Object(own))]));
    read_value(&root, |field| {
        let object = field.open_object()?;
        object.required("parcel").and_then(ParcelJson::from_row).map(|parcel| Row::Lone(Box::new(parcel)))
    })
}

/// Tells the column instead of the path.
fn at_line(line: u64, problem: InputProblem) -> LineProblem {
    let column = match problem.at.as_str() {
        "stop.place" | "parcel.door" | "parcel.door.lat" => "lat",
        "parcel.door.lon" => "lon",
        "start" => "start_lat",
        "driver" => "driver",
        "stop.window" => "window_from",
        "parcel.promise" => "promise_from",
        "parcel.carrier" => "carrier",
        "parcel.address" => "address",
        "parcel.day" => "day",
        path => COLUMNS
            .iter()
            .find(|(_, known)| known.trim_end_matches('#') == path)
            .map_or("", |(name, _)| *name),
    };
    LineProblem { line: Some(line), field: column.to_owned(), code: problem.code, detail: problem.detail }
}
