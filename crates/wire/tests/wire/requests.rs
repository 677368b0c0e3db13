//! The bodies of requests.

use doorstep_wire::account::{Login, Notifications};
use doorstep_wire::driver::DriverLogin;
use doorstep_wire::operator::{DeviceRequest, DriverRequest, RecipientRequest, RegionRequest};
use doorstep_wire::parcel::{CarrierJson, ParcelPatch, ParcelsRequest};
use doorstep_wire::passkeys::{NewPasskey, PasskeyLogin};
use doorstep_wire::problem::{InputProblem, PROBLEMS_MAX, Problem};
use doorstep_wire::tour::{StopParcelJson, TourJson, TourPatch};
use doorstep_wire::words::{KindWord, MessageWord, StatusWord};
use serde_json::{Value, json};

fn tour() -> Value {
    json!({
        "reference": "North", "day": "2026-05-04",
        "driver": { "id": "00000000000000000000000000000007", "name": "Driver 7" },
        "start": { "lat": 43.73, "lon": 7.42, "at": "2026-05-04T08:00:00Z" },
        "stops": [
            {
                "address": "1 Example Street", "place": { "lat": 43.731, "lon": 7.42 }, "note": null, "service_s": 75,
                "planned_arrival": "2026-05-04T08:10:00Z",
                "window": { "from": "2026-05-04T08:00:00Z", "until": "2026-05-04T10:00:00Z" },
                "parcels": [
                    { "tracking_number": "EX1", "sender": "Example Shop", "kind": "gift", "order": "A-1" },
                    { "id": "0000000000000000000000000000000b" },
                ],
            },
            { "address": "2 Example Street", "place": { "lat": 43.732, "lon": 7.42 } },
        ],
        "travel_s": [[0, 61, null], [60.4, 0, 5], [null, 5, 0]],
    })
}

fn read_tour(tour: &Value) -> Result<TourJson, Vec<InputProblem>> {
    TourJson::read(tour.to_string().as_bytes())
}

fn told<T: std::fmt::Debug>(read: Result<T, Vec<InputProblem>>) -> Vec<(String, String)> {
    let problems = read.expect_err("it has problems");
    problems.into_iter().map(|problem| (problem.at, problem.code.into_owned())).collect()
}

fn one(at: &str, code: &str) -> Vec<(String, String)> {
    vec![(at.to_owned(), code.to_owned())]
}

#[test]
fn a_tour_is_read_with_its_stops_parcels_and_travel_times() {
    let read = read_tour(&tour()).expect("it is right");
    assert_eq!(read.plan.stops.len(), 2);
    let [StopParcelJson::New(new), StopParcelJson::Known { .. }] = read.plan.stops[0].parcels.as_slice()
    else {
        panic!("{read:?}")
    };
    assert_eq!((new.kind, new.order.as_deref()), (KindWord::Gift, Some("A-1")));
    let travel = read.plan.travel_s.expect("a table");
    assert_eq!(travel.between(1, 0).map(|time| time.as_millis()), Some(60_400));
    assert_eq!(travel.between(0, 2), None);
}

#[test]
fn a_tour_that_was_read_writes_the_same_tour() {
    let read = read_tour(&tour()).expect("it is right");
    let written = serde_json::to_vec(&read).expect("JSON");
    assert_eq!(TourJson::read(&written), Ok(read));
}

#[test]
fn all_problems_of_a_tour_are_told_with_where_they_stand() {
    let mut bad = tour();
    bad["day"] = json!("04.05.2026");
    bad["colour"] = json!("blue");
    bad["driver"] = json!({ "id": "seven" });
    bad["start"]["lat"] = json!(-90.5);
    bad["stops"][0]["service_s"] = json!(-5);
    bad["stops"][0]["parcels"][0]["kind"] = json!("present");
    bad["stops"][1].as_object_mut().expect("an object").remove("address");
    bad["stops"][1]["window"] = json!({ "from": "2026-05-04T10:00:00Z", "until": "2026-05-04T08:00:00Z" });
    let told = told(read_tour(&bad));
    let expected = [
        ("colour", "unknown_field"),
        ("day", "bad_day"),
        ("driver.id", "bad_id"),
        ("start.lat", "bad_latitude"),
        ("stops[0].service_s", "out_of_range"),
        ("stops[0].parcels[0].kind", "unknown_word"),
        ("stops[1].address", "missing"),
        ("stops[1].window", "window_reversed"),
    ];
    assert_eq!(told, expected.map(|(at, code)| (at.to_owned(), code.to_owned())));
}

#[test]
fn a_tour_needs_stops_and_no_parcel_twice() {
    let with = |stops: Value| {
        let mut tour = json!({ "reference": "North", "day": "2026-05-04" });
        tour["stops"] = stops;
        tour
    };
    assert_eq!(told(read_tour(&with(Value::Null))), one("stops", "missing"));
    assert_eq!(told(read_tour(&with(json!([])))), one("stops", "no_stops"));
    let stop = |number: &str| {
        json!({
            "address": "1 Example Street", "place": { "lat": 43.7, "lon": 7.4 },
            "parcels": [{ "tracking_number": number, "sender": "Example Shop" }],
        })
    };
    assert_eq!(told(read_tour(&with(json!([stop("EX1"), stop("EX1")])))), one("stops", "doubled_parcel"));
    let mut known = stop("EX1");
    known["id"] = json!("00000000000000000000000000000001");
    assert_eq!(told(read_tour(&with(json!([known])))), one("", "unexpected_id"));
    assert_eq!(told(read_tour(&with(json!([known, known])))), one("stops", "doubled_stop"));
    let many: Vec<Value> = (0..1_001).map(|number| stop(&number.to_string())).collect();
    assert_eq!(told(read_tour(&with(json!(many)))), one("stops", "too_many"));
}

#[test]
fn travel_times_must_be_a_square_of_the_start_and_all_stops() {
    let with = |table: Value| {
        let mut bad = tour();
        bad["travel_s"] = table;
        told(read_tour(&bad))
    };
    assert_eq!(with(json!([[0, 1], [1, 0]])), one("travel_s", "travel_size"));
    assert_eq!(with(json!([[0, 1, 2], [1, 0], [2, 1, 0]])), one("travel_s", "travel_not_square"));
    assert_eq!(with(json!([[0, -1, 2], [1, 0, 1], [2, 1, 0]])), one("travel_s[0][1]", "out_of_range"));
    assert_eq!(with(json!([[0, "1", 2], [1, 0, 1], [2, 1, 0]])), one("travel_s[0][1]", "wrong_type"));
}

#[test]
fn problems_have_a_limit_that_is_told() {
    let mut bad = tour();
    bad["travel_s"] = json!(vec![vec![-1; 30]; 30]);
    let told = told(read_tour(&bad));
    assert_eq!(told.len(), PROBLEMS_MAX + 1);
    assert_eq!(told.last().map(|(_, code)| code.as_str()), Some("too_many_problems"));
}

#[test]
fn a_problem_document_says_400_for_no_json_and_422_for_the_rest() {
    let malformed = Problem::of_input(TourJson::read(b"{").expect_err("no JSON"));
    assert_eq!((malformed.status, malformed.code.as_ref()), (400, "malformed_json"));
    assert_eq!(malformed.detail.as_deref(), Some("the JSON ends too early, at line 1 column 1"));
    let invalid = Problem::of_input(TourJson::read(b"[]").expect_err("no tour"));
    assert_eq!(
        serde_json::to_value(&invalid).expect("JSON"),
        json!({
            "type": "about:blank", "title": "The input has problems", "status": 422, "code": "invalid",
            "problems": [{ "at": "", "code": "wrong_type", "detail": "this must be an object, not a list" }],
        })
    );
}

#[test]
fn parcels_come_alone_or_together() {
    let parcel = |number: &str| {
        json!({
            "tracking_number": number, "sender": "Example Shop", "status": "in_transit", "day": "2026-05-04",
            "recipient_email": " Person@Example.com ", "door": { "lat": 43.7, "lon": 7.4 },
            "carrier": { "carrier": "other", "name": "Another carrier", "status_at": "2026-05-03T10:00:00Z" },
        })
    };
    let read = |body: Value| ParcelsRequest::read(body.to_string().as_bytes());
    let Ok(ParcelsRequest::One(one_parcel)) = read(parcel("EX1")) else { panic!("it is one") };
    assert_eq!(one_parcel.status, Some(StatusWord::InTransit));
    assert_eq!(
        one_parcel.recipient_email.as_ref().map(doorstep_domain::Personal::reveal),
        Some("person@example.com")
    );
    assert!(matches!(one_parcel.carrier, Some(CarrierJson::Other { .. })));
    let Ok(ParcelsRequest::Many(many)) = read(json!({ "parcels": [parcel("EX1"), parcel("EX2")] })) else {
        panic!("they are two")
    };
    assert_eq!(many.parcels.len(), 2);
    assert_eq!(
        told(read(json!({ "parcels": [parcel("EX1"), parcel("EX1")] }))),
        one("parcels", "doubled_parcel")
    );
    assert_eq!(told(read(json!({ "parcels": [] }))), one("parcels", "empty"));
    assert_eq!(told(read(json!({ "parcels": vec![parcel("EX1"); 1_001] }))), one("parcels", "too_many"));
    assert_eq!(told(read(json!({ "parcels": [1] }))), one("parcels[0]", "wrong_type"));
}

#[test]
fn texts_have_limits() {
    let read = |name: &str, value: &str| {
        let mut body = json!({ "tracking_number": "EX1", "sender": "Example Shop" });
        body[name] = json!(value);
        ParcelsRequest::read(body.to_string().as_bytes())
    };
    assert_eq!(told(read("tracking_number", "  ")), one("tracking_number", "empty"));
    assert_eq!(told(read("tracking_number", &"9".repeat(65))), one("tracking_number", "too_long"));
    assert_eq!(told(read("sender", "Example\u{7}Shop")), one("sender", "control_character"));
    assert_eq!(told(read("sender", "Example\nShop")), one("sender", "control_character"));
    assert!(read("address", "1 Example Street\n98000 Town").is_ok(), "an address has lines");
    assert!(read("tracking_number", &"9".repeat(64)).is_ok());
}

#[test]
fn a_patch_changes_only_what_it_names() {
    let patch = ParcelPatch::read(br#"{"status":"delivered"}"#).expect("it is right");
    assert_eq!(patch, ParcelPatch { status: Some(StatusWord::Delivered), ..ParcelPatch::default() });
    assert_eq!(
        told(ParcelPatch::read(br#"{"tracking_number":"EX2"}"#)),
        one("tracking_number", "unknown_field")
    );
    assert_eq!(told(TourPatch::read(b"{}")), one("driver", "missing"));
}

#[test]
fn accounts_are_read_and_no_secret_can_be_printed() {
    let body = br#"{"email":"a@example.com","name":"Ms Example","password":"correct horse","language":"de-CH","time_zone":"Europe/Zurich"}"#;
    let request = RecipientRequest::read(body).expect("it is right");
    assert_eq!(request.password.reveal(), "correct horse");
    let printed = format!("{request:?}");
    assert!(
        !printed.contains("horse") && !printed.contains("example.com") && !printed.contains("Ms Example"),
        "{printed}"
    );
    let bad = br#"{"email":"a","name":"Person","password":"short","language":"german language","time_zone":"Mars/Base"}"#;
    let codes: Vec<String> = told(RecipientRequest::read(bad)).into_iter().map(|(_, code)| code).collect();
    assert_eq!(codes, ["bad_email", "bad_password", "bad_language", "bad_time_zone"]);

    let login =
        Login::read(br#"{"email":"A@Example.com","password":"x"}"#).expect("a short password is only wrong");
    assert_eq!(login.email.reveal(), "a@example.com");
    assert!(!format!("{login:?}").contains("example"));
    assert_eq!(told(Login::read(b"{}")), [one("email", "missing"), one("password", "missing")].concat());
    assert_eq!(
        DriverLogin::read(br#"{"code":"ABCD-EFGH"}"#).expect("it is right").code.reveal(),
        "ABCD-EFGH"
    );
    assert!(DriverRequest::read(br#"{"name":"Driver 7"}"#).is_ok());
    assert_eq!(told(DeviceRequest::read(br#"{"driver":"7","label":"phone"}"#)), one("driver", "bad_id"));
}

#[test]
fn ceremonies_are_ended_by_an_answer_and_maybe_a_name() {
    let body = |name: &str| json!({ "ceremony": "x", "credential": {}, "name": name }).to_string();
    let new = NewPasskey::read(body(&"x".repeat(60)).as_bytes()).expect("that is the longest name");
    assert!(!format!("{new:?}").contains("xx"), "names are personal");
    assert_eq!(told(NewPasskey::read(body(&"x".repeat(61)).as_bytes())), one("name", "too_long"));
    assert_eq!(told(NewPasskey::read(body(" ").as_bytes())), one("name", "empty"));
    assert!(PasskeyLogin::read(br#"{"ceremony":"x","credential":{"any":"thing"}}"#).is_ok());
    let wrong = json!({ "ceremony": "x".repeat(129), "credential": "text" }).to_string();
    let expected = [one("ceremony", "too_long"), one("credential", "wrong_type")].concat();
    assert_eq!(told(PasskeyLogin::read(wrong.as_bytes())), expected);
}

#[test]
fn notifications_are_kinds_without_repetition() {
    let read =
        Notifications::read(br#"{"email":["delivered","map_open","delivered"]}"#).expect("it is right");
    assert_eq!(read.email, [MessageWord::MapOpen, MessageWord::Delivered]);
    assert_eq!(told(Notifications::read(br#"{"email":["everything"]}"#)), one("email[0]", "unknown_word"));
}

#[test]
fn a_region_is_a_polygon_with_a_day() {
    let ring = json!([[7.40, 43.72], [7.44, 43.72], [7.44, 43.75], [7.40, 43.75], [7.40, 43.72]]);
    let region = |area: Value| json!({ "name": "Town", "live_from": "2026-05-04", "area": area, "visibility": "open" });
    let read = |body: Value| RegionRequest::read(body.to_string().as_bytes());
    let right = read(region(json!({ "type": "Polygon", "coordinates": [ring] }))).expect("it is right");
    assert!(doorstep_domain::visibility::Area::from_geojson(&right.area).is_ok());
    assert!(right.visibility.is_some());
    for area in [
        json!({ "type": "Point", "coordinates": [7, 43] }),
        json!("Town"),
        json!({ "type": "Polygon", "coordinates": [] }),
    ] {
        assert_eq!(told(read(region(area))), one("area", "bad_area"));
    }
}
