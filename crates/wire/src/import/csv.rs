//! CSV: one row for each parcel, the rows of a stop and of a tour put together.

use std::collections::BTreeMap;

use doorstep_domain::Plan;
use jiff::civil::Date;

use super::row::{Row, TourRow, columns, read_row};
use super::{Import, LONE_PARCELS_MAX, LineProblem, TOURS_MAX};
use crate::input::{InputProblem, PROBLEMS_MAX};
use crate::parcel::ParcelJson;
use crate::tour::{PlanJson, STOP_PARCELS_MAX, StopJson, StopParcelJson, TourJson};

/// The largest number of rows.
pub(super) const ROWS_MAX: usize = 200_000;

/// Reads a CSV file. The first line names the columns, in any order and case: `tour, day, driver, vehicle, start_lat,
/// start_lon, start_at, stop, address, lat, lon, note, service_s, planned_arrival, window_from, window_until, zone,
/// tracking_number, sender, recipient_email, buyer_email, kind, order, status, carrier, carrier_status_at, promise_from,
/// promise_until`. Cells are separated by commas, semicolons (then a number may have a decimal comma) or tabs.
///
/// A row is a parcel. Rows with the same `tour` and `day` are a tour; rows of it with the same number in `stop` are a
/// stop, and the stops follow each other by that number. What is the same for a whole tour or stop needs to stand in one
/// of its rows only. A row without a tour is a parcel that is on none.
///
/// # Errors
/// All problems of the file.
pub fn from_csv(bytes: &[u8]) -> Result<Import, Vec<LineProblem>> {
    let mut problems = Problems(Vec::new());
    let rows = rows(bytes, &mut problems);
    let import = Gathered::from_rows(rows, &mut problems).into_import(&mut problems);
    if problems.0.is_empty() && import.tours.is_empty() && import.parcels.is_empty() {
        problems.tell(None, "", "empty", "the file holds no row below its header");
    }
    if problems.0.is_empty() { Ok(import) } else { Err(problems.0) }
}

struct Problems(Vec<LineProblem>);

impl Problems {
    fn tell(
        &mut self,
        line: impl Into<Option<u64>>,
        field: &str,
        code: &'static str,
        detail: impl Into<String>,
    ) {
        let problem = InputProblem::new(field, code, detail).into();
        self.add(LineProblem { line: line.into(), ..problem });
    }

    fn add(&mut self, problem: LineProblem) {
        match self.0.len() {
            PROBLEMS_MAX => {
                self.0.push(InputProblem::new("", "too_many_problems", "there are more problems").into());
            }
            count if count < PROBLEMS_MAX => self.0.push(problem),
            _ => {}
        }
    }
}

/// The rows that can be read, each with its line.
fn rows(bytes: &[u8], problems: &mut Problems) -> Vec<(u64, Row)> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let delimiter = delimiter(bytes);
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(bytes);
    let mut records = reader.byte_records();
    let Some(Ok(first)) = records.next() else {
        problems.tell(None, "", "empty", "the file is empty");
        return Vec::new();
    };
    let header = header(&first, problems);
    let mut rows = Vec::new();
    for record in records {
        let Ok(record) = record else { break };
        let line = record.position().map_or(0, csv::Position::line);
        if rows.len() == ROWS_MAX {
            problems.tell(line, "", "too_many", format!("a file may have at most {ROWS_MAX} rows"));
            break;
        }
        if let Some(row) = one_row(line, &header, &record, delimiter == b';', problems) {
            rows.push((line, row));
        }
    }
    rows
}

/// The delimiter that stands most often in the header.
fn delimiter(bytes: &[u8]) -> u8 {
    let header = bytes.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let cells = |delimiter: u8| header.split(|byte| *byte == delimiter).count();
    // Of equals the last one is taken: a header of one column is separated by commas.
    [b'\t', b';', b','].into_iter().max_by_key(|delimiter| cells(*delimiter)).unwrap_or(b',')
}

/// The known names of the columns, `None` for one that is not known.
fn header(record: &csv::ByteRecord, problems: &mut Problems) -> Vec<Option<&'static str>> {
    let mut named = Vec::with_capacity(record.len());
    for cell in record {
        let name = String::from_utf8_lossy(cell).to_lowercase();
        let known = columns().find(|column| *column == name);
        let shown: String = name.chars().take(64).collect();
        if known.is_none() {
            let all: Vec<&str> = columns().collect();
            problems.tell(
                1,
                &shown,
                "unknown_column",
                format!("there is no such column; there are {}", all.join(", ")),
            );
        } else if named.contains(&known) {
            problems.tell(1, &shown, "doubled_column", "this column is here twice");
        }
        named.push(known);
    }
    if !named.contains(&Some("tracking_number")) && !named.contains(&Some("tour")) {
        problems.tell(
            1,
            "",
            "missing",
            "the first line must name the columns, tour or tracking_number among them",
        );
    }
    named
}

fn one_row(
    line: u64,
    header: &[Option<&'static str>],
    record: &csv::ByteRecord,
    decimal_comma: bool,
    problems: &mut Problems,
) -> Option<Row> {
    if record.iter().all(<[u8]>::is_empty) {
        return None;
    }
    if record.len() != header.len() {
        let detail = format!("this row has {} cells and the header {}", record.len(), header.len());
        problems.tell(line, "", "broken_row", detail);
        return None;
    }
    let mut cells = Vec::with_capacity(record.len());
    for (name, cell) in header.iter().zip(record).filter(|(_, cell)| !cell.is_empty()) {
        let Some(name) = name else { continue };
        match std::str::from_utf8(cell) {
            Ok(cell) => cells.push((*name, cell)),
            Err(_) => problems.tell(line, name, "not_utf8", "this is not UTF-8; save the file as UTF-8"),
        }
    }
    match read_row(line, cells.into_iter(), decimal_comma) {
        Ok(row) => Some(row),
        Err(told) => {
            for problem in told {
                problems.add(problem);
            }
            None
        }
    }
}

/// Rows put together.
#[derive(Default)]
struct Gathered {
    /// In the order of their first rows.
    order: Vec<(String, Date)>,
    tours: BTreeMap<(String, Date), Tour>,
    lone: Vec<ParcelJson>,
    /// Each tracking number and its line.
    numbers: BTreeMap<String, u64>,
}

struct Tour {
    line: u64,
    head: TourRow,
    stops: BTreeMap<u32, Stop>,
}

struct Stop {
    line: u64,
    told: Option<StopJson>,
    parcels: Vec<ParcelJson>,
}

impl Gathered {
    fn from_rows(rows: Vec<(u64, Row)>, problems: &mut Problems) -> Self {
        let mut gathered = Self::default();
        for (line, row) in rows {
            match row {
                Row::Lone(parcel) => {
                    gathered.is_new(line, &parcel, problems);
                    gathered.lone.push(*parcel);
                }
                Row::OfTour(row) => gathered.add(line, *row, problems),
            }
        }
        gathered
    }

    fn is_new(&mut self, line: u64, parcel: &ParcelJson, problems: &mut Problems) {
        if let Some(first) = self.numbers.insert(parcel.tracking_number.clone(), line) {
            let detail = format!("the same tracking number stands in line {first}");
            problems.tell(line, "tracking_number", "doubled_parcel", detail);
        }
    }

    fn add(&mut self, line: u64, mut row: TourRow, problems: &mut Problems) {
        if let Some(parcel) = &row.parcel {
            self.is_new(line, parcel, problems);
        }
        let key = (row.reference.clone(), row.day);
        let (number, stop, parcel) = (row.number, row.stop.take(), row.parcel.take());
        let tour = self.tours.entry(key.clone()).or_insert_with(|| {
            self.order.push(key);
            Tour { line, head: row.clone(), stops: BTreeMap::new() }
        });
        tour.agree(line, row, problems);
        let known =
            tour.stops.entry(number).or_insert_with(|| Stop { line, told: None, parcels: Vec::new() });
        known.parcels.extend(parcel);
        if let Some(stop) = stop {
            known.agree(line, stop, problems);
        }
    }

    fn into_import(mut self, problems: &mut Problems) -> Import {
        if self.order.len() > TOURS_MAX {
            problems.tell(None, "tour", "too_many", format!("a file may have at most {TOURS_MAX} tours"));
        }
        if self.lone.len() > LONE_PARCELS_MAX {
            problems.tell(
                None,
                "tracking_number",
                "too_many",
                format!("at most {LONE_PARCELS_MAX} parcels on no tour"),
            );
        }
        let tours = std::mem::take(&mut self.order);
        let tours =
            tours.into_iter().filter_map(|key| self.tours.remove(&key)).map(|tour| tour.into_json(problems));
        Import { tours: tours.collect(), parcels: self.lone }
    }
}

impl Tour {
    /// Takes what another row says of the tour.
    fn agree(&mut self, line: u64, row: TourRow, problems: &mut Problems) {
        let first = self.line;
        let mut other = |column: &str| {
            let detail = format!("this tour has another one, told in line {first} or below");
            problems.tell(line, column, "contradiction", detail);
        };
        if !merge(&mut self.head.driver, row.driver) {
            other("driver");
        }
        if !merge(&mut self.head.vehicle, row.vehicle) {
            other("vehicle");
        }
        if !merge(&mut self.head.start, row.start) {
            other("start_lat");
        }
    }

    fn into_json(self, problems: &mut Problems) -> TourJson {
        if self.stops.len() > Plan::STOPS_MAX {
            let detail = format!("a tour has at most {} stops", Plan::STOPS_MAX);
            problems.tell(self.line, "stop", "too_many", detail);
        }
        let TourRow { reference, day, driver, vehicle, start, .. } = self.head;
        let stops = self.stops.into_values().filter_map(|stop| stop.into_json(problems)).collect();
        TourJson { reference, day, plan: PlanJson { driver, vehicle, start, stops, travel_s: None } }
    }
}

impl Stop {
    /// Takes what another row says of the stop.
    fn agree(&mut self, line: u64, told: StopJson, problems: &mut Problems) {
        let Some(known) = &mut self.told else {
            self.told = Some(told);
            return;
        };
        let first = self.line;
        let mut other = |column: &str| {
            let detail = format!("this stop has another one, told in line {first} or below");
            problems.tell(line, column, "contradiction", detail);
        };
        let same = [
            ("address", known.address == told.address),
            ("lat", merge(&mut known.place, told.place)),
            ("note", merge(&mut known.note, told.note)),
            ("service_s", merge(&mut known.service_s, told.service_s)),
            ("planned_arrival", merge(&mut known.planned_arrival, told.planned_arrival)),
            ("window_from", merge(&mut known.window, told.window)),
            ("zone", merge(&mut known.zone, told.zone)),
        ];
        same.iter().filter(|(_, same)| !same).for_each(|(column, _)| other(column));
    }

    fn into_json(self, problems: &mut Problems) -> Option<StopJson> {
        if self.parcels.len() > STOP_PARCELS_MAX {
            let detail = format!("a stop has at most {STOP_PARCELS_MAX} parcels");
            problems.tell(self.line, "stop", "too_many", detail);
        }
        let Some(mut stop) = self.told else {
            problems.tell(self.line, "address", "missing", "no row tells the address of this stop");
            return None;
        };
        stop.parcels = self.parcels.into_iter().map(|parcel| StopParcelJson::New(Box::new(parcel))).collect();
        Some(stop)
    }
}

/// Takes what is told where nothing was known; `false` when it contradicts what was.
fn merge<T: PartialEq>(known: &mut Option<T>, told: Option<T>) -> bool {
    match (known.as_ref(), told) {
        (None, told) => {
            *known = told;
            true
        }
        (Some(known), Some(told)) => *known == told,
        (Some(_), None) => true,
    }
}
