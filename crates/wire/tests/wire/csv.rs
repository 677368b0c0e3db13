//! Files of tours and parcels.

use doorstep_domain::Place;
use doorstep_wire::import::{LineProblem, from_csv, from_json};
use doorstep_wire::tour::{StopParcelJson, TourJson};
use doorstep_wire::words::KindWord;

const HEADER: &str = "tour,day,driver,stop,address,lat,lon,service_s,window_from,window_until,tracking_number,sender,recipient_email,kind";

/// What is wrong with a file, as (line, column, code).
fn problems(csv: &str) -> Vec<(Option<u64>, String, String)> {
    let told = from_csv(csv.as_bytes()).expect_err("the file has problems");
    told.into_iter().map(|LineProblem { line, field, code, .. }| (line, field, code.into_owned())).collect()
}

fn at(line: u64, column: &str, code: &str) -> (Option<u64>, String, String) {
    (Some(line), column.to_owned(), code.to_owned())
}

fn numbers(tour: &TourJson) -> Vec<Vec<&str>> {
    let of_stop = |parcels: &[StopParcelJson]| -> Vec<String> {
        parcels
            .iter()
            .map(|parcel| match parcel {
                StopParcelJson::New(parcel) => parcel.tracking_number.clone(),
                StopParcelJson::Known { id } => id.to_string(),
            })
            .collect()
    };
    let all: Vec<Vec<String>> = tour.plan.stops.iter().map(|stop| of_stop(&stop.parcels)).collect();
    all.into_iter().map(|stop| stop.into_iter().map(|number| &*number.leak()).collect()).collect()
}

#[test]
fn rows_become_tours_stops_and_parcels() {
    let csv = format!(
        "{HEADER}\n\
         North,2026-05-04,,2,\"2 Example Street\n98000 Town\",43.74,7.43,60,,,EX3,Example Shop,,\n\
         North,2026-05-04,00000000000000000000000000000007,1,1 Example Street,43.73,7.42,,2026-05-04T09:00:00Z,2026-05-04T12:00:00Z,EX1,Example Shop,Person@Example.com,gift\n\
         \n\
         North,2026-05-04,,1,,,,,,,EX2,Example Shop,,\n\
         South,2026-05-04,,1,3 Example Street,43.72,7.41,,,,,,,\n"
    );
    let import = from_csv(csv.as_bytes()).expect("the file is right");
    let [north, south] = import.tours.as_slice() else { panic!("{import:?}") };
    assert_eq!((north.reference.as_str(), south.reference.as_str()), ("North", "South"));
    assert_eq!(numbers(north), [vec!["EX1", "EX2"], vec!["EX3"]]);
    assert_eq!(numbers(south), [Vec::<&str>::new()]);
    assert!(north.plan.driver.is_some());
    let first = &north.plan.stops[0];
    assert_eq!(first.address.reveal(), "1 Example Street");
    assert_eq!(first.place, Place::from_degrees(43.73, 7.42).ok());
    assert!(first.window.is_some());
    assert_eq!(north.plan.stops[1].address.reveal(), "2 Example Street\n98000 Town");
    assert_eq!(north.plan.stops[1].service_s, Some(60));
    let StopParcelJson::New(gift) = &first.parcels[0] else { panic!("{first:?}") };
    assert_eq!(gift.kind, KindWord::Gift);
    assert_eq!(
        gift.recipient_email.as_ref().map(doorstep_domain::Personal::reveal),
        Some("person@example.com")
    );
    assert!(import.parcels.is_empty());
}

#[test]
fn what_a_spreadsheet_of_another_country_saves_is_read_too() {
    let csv = "\u{feff}TOUR;Day;Stop;Address;LAT;Lon;tracking_number;sender\r\nNord;2026-05-04;1;Beispielweg 1, Haus 2;43,73;7,42;EX1;Laden\r\n";
    let import = from_csv(csv.as_bytes()).expect("the file is right");
    let stop = &import.tours[0].plan.stops[0];
    assert_eq!(stop.address.reveal(), "Beispielweg 1, Haus 2");
    assert_eq!(stop.place, Place::from_degrees(43.73, 7.42).ok());
    let tabs = csv.replace(';', "\t").replace("43,73", "43.73").replace("7,42", "7.42");
    assert_eq!(from_csv(tabs.as_bytes()).expect("the file is right").tours, import.tours);
}

#[test]
fn a_stop_may_be_known_by_its_address_alone() {
    let csv = "tour;day;stop;address;lat;lon;tracking_number;sender\n\
               T1;2026-05-04;1;1 Example Street;;;EX1;Example Shop\n\
               T1;2026-05-04;1;;;;EX2;Example Shop\n\
               T1;2026-05-04;2;2 Example Street;43,73;7,42;EX3;Example Shop\n";
    let import = from_csv(csv.as_bytes()).expect("the file is right");
    let places: Vec<bool> = import.tours[0].plan.stops.iter().map(|stop| stop.place.is_some()).collect();
    assert_eq!(places, [false, true]);
}

#[test]
fn a_row_without_a_tour_is_a_parcel_of_its_own() {
    let csv = "tracking_number,sender,day,address,lat,lon,status,carrier,carrier_status_at,carrier_url,order\n\
               EX1,Example Shop,2026-05-04,1 Example Street,43.73,7.42,in_transit,Another carrier,2026-05-03T10:00:00Z,https://carrier.example.org/1,A-1\n\
               EX2,Example Shop,,,,,,,,,\n";
    let import = from_csv(csv.as_bytes()).expect("the file is right");
    assert!(import.tours.is_empty());
    let json = serde_json::to_value(&import.parcels).expect("JSON");
    assert_eq!(
        json,
        serde_json::json!([
            {
                "tracking_number": "EX1", "sender": "Example Shop", "kind": "ordinary", "order": "A-1",
                "day": "2026-05-04", "status": "in_transit", "door": { "lat": 43.73, "lon": 7.42 },
                "carrier": {
                    "carrier": "other", "name": "Another carrier", "url": "https://carrier.example.org/1",
                    "status_at": "2026-05-03T10:00:00Z",
                },
                "address": "1 Example Street",
            },
            { "tracking_number": "EX2", "sender": "Example Shop", "kind": "ordinary" },
        ])
    );
    let astray = "tour,stop,tracking_number,sender\n,4,EX1,Example Shop\n";
    assert_eq!(problems(astray), [at(2, "tour", "missing")]);
}

#[test]
fn every_problem_is_told_with_its_line_and_column() {
    let csv = format!(
        "{HEADER}\n\
         North,yesterday,7,first,,91,7.42,-1,2026-05-04T12:00:00Z,2026-05-04T09:00:00Z,EX1,,nobody,present\n\
         North,2026-05-04,,1,1 Example Street,0,0,,,,EX2,Example Shop,,\n\
         broken\n\
         North,2026-05-04,,1,1 Example Street,43.73,,,,,EX3,Example Shop,,\n"
    );
    let told = problems(&csv);
    for expected in [
        at(2, "day", "bad_day"),
        at(2, "driver", "bad_id"),
        at(2, "stop", "wrong_type"),
        at(2, "address", "missing"),
        at(2, "lat", "bad_latitude"),
        at(2, "service_s", "out_of_range"),
        at(2, "window_from", "window_reversed"),
        at(2, "sender", "missing"),
        at(2, "recipient_email", "bad_email"),
        at(2, "kind", "unknown_word"),
        at(3, "lat", "null_island"),
        at(4, "", "broken_row"),
        at(5, "lon", "missing"),
    ] {
        assert!(told.contains(&expected), "{expected:?} is not in {told:?}");
    }
    assert_eq!(told.len(), 13, "{told:?}");
}

#[test]
fn rows_may_not_contradict_each_other() {
    let csv = format!(
        "{HEADER}\n\
         North,2026-05-04,,1,1 Example Street,43.73,7.42,60,,,EX1,Example Shop,,\n\
         North,2026-05-04,,1,2 Example Street,43.73,7.42,90,,,EX1,Example Shop,,\n\
         North,2026-05-04,,2,,,,,,,EX2,Example Shop,,\n"
    );
    assert_eq!(
        problems(&csv),
        [
            at(3, "tracking_number", "doubled_parcel"),
            at(3, "address", "contradiction"),
            at(3, "service_s", "contradiction"),
            at(4, "address", "missing"),
        ]
    );
    let drivers = "tour,day,stop,driver,address,lat,lon\n\
                   North,2026-05-04,1,00000000000000000000000000000007,1 Example Street,43.73,7.42\n\
                   North,2026-05-04,2,00000000000000000000000000000008,2 Example Street,43.73,7.42\n";
    assert_eq!(problems(drivers), [at(3, "driver", "contradiction")]);
}

#[test]
fn the_header_must_name_known_columns() {
    let told = problems("tour,colour,tour\nNorth,blue,North\n");
    assert!(told.contains(&at(1, "colour", "unknown_column")), "{told:?}");
    assert!(told.contains(&at(1, "tour", "doubled_column")), "{told:?}");
    assert_eq!(problems(""), [(None, String::new(), "empty".to_owned())]);
    assert_eq!(problems(HEADER), [(None, String::new(), "empty".to_owned())]);
}

#[test]
fn a_file_that_is_no_utf_8_says_so_and_where() {
    let told = from_csv(b"tracking_number,sender\nEX1,Stra\xdfe\n").expect_err("it is Latin-1");
    assert!(
        told.iter().any(|problem| problem.line == Some(2)
            && problem.code == "not_utf8"
            && problem.field == "sender")
    );
    assert_eq!(told[0].to_string(), "line 2: sender: this is not UTF-8; save the file as UTF-8");
}

#[test]
fn json_may_be_a_tour_a_list_or_both_tours_and_parcels() {
    let tour = r#"{"reference":"North","day":"2026-05-04","stops":[{"address":"1 Example Street","place":{"lat":43.73,"lon":7.42}}]}"#;
    let parcel = r#"{"tracking_number":"EX1","sender":"Example Shop"}"#;
    let counts = |json: &str| {
        let import = from_json(json.as_bytes()).expect("the file is right");
        (import.tours.len(), import.parcels.len())
    };
    assert_eq!(counts(tour), (1, 0));
    assert_eq!(counts(&format!("[{tour},{tour}]")), (2, 0));
    assert_eq!(counts(&format!(r#"{{"tours":[{tour}],"parcels":[{parcel}]}}"#)), (1, 1));
    assert_eq!(counts(&format!(r#"{{"parcels":[{parcel}]}}"#)), (0, 1));

    let codes = |json: &str| {
        let told = from_json(json.as_bytes()).expect_err("it has problems");
        told.into_iter().map(|problem| (problem.field, problem.code.into_owned())).collect::<Vec<_>>()
    };
    let one = |field: &str, code: &str| [(field.to_owned(), code.to_owned())];
    assert_eq!(codes("[]"), one("", "empty"));
    assert_eq!(codes("{"), one("", "malformed_json"));
    let bad = format!(r#"{{"tours":[{tour},{}]}}"#, tour.replace("43.73", "143.73"));
    assert_eq!(codes(&bad), one("tours[1].stops[0].place.lat", "bad_latitude"));
}

#[test]
fn a_tour_that_was_read_is_sent_as_it_is_read() {
    let csv = format!(
        "{HEADER}\nNorth,2026-05-04,00000000000000000000000000000007,1,1 Example Street,43.73,7.42,60,2026-05-04T09:00:00Z,2026-05-04T12:00:00Z,EX1,Example Shop,a@example.com,gift\n"
    );
    let import = from_csv(csv.as_bytes()).expect("the file is right");
    let sent = serde_json::to_vec(&import.tours[0]).expect("JSON");
    assert_eq!(TourJson::read(&sent).as_ref(), Ok(&import.tours[0]));
}
