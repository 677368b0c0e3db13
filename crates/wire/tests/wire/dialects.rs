//! Phones of others, by the examples of their own documentation and tests.

use doorstep_domain::{Metres, Place};
use doorstep_wire::dialect::{DialectError, Message, Reading, osmand, owntracks, traccar};
use jiff::Timestamp;

fn instant(text: &str) -> Timestamp {
    text.parse().expect("an instant")
}

fn received_at() -> Timestamp {
    instant("2026-05-04T09:30:00Z")
}

fn one(message: Result<Message, DialectError>) -> Reading {
    let message = message.expect("it can be read");
    let [reading] = message.readings.as_slice() else { panic!("there is one fix in {message:?}") };
    assert_eq!((message.unreadable, reading.sent_at), (0, None));
    *reading
}

fn code(message: Result<Message, DialectError>) -> &'static str {
    message.expect_err("it cannot be read").code
}

fn is_at(reading: &Reading, lat: f64, lon: f64) {
    let expected = Place::from_degrees(lat, lon).expect("a place");
    assert!(reading.fix.place.distance_to(expected).0 < 0.01, "{reading:?}");
}

fn kmh(reading: &Reading) -> f64 {
    (reading.fix.speed.expect("it tells a speed").0 * 36.0).round() / 10.0
}

mod owntracks_http {
    use super::*;

    #[test]
    fn the_example_of_the_booklets_traccar_page_is_a_fix() {
        let body = br#"{"lon":2.29513,"lat":48.85833,"_type":"location","tst":1497476456, "tid":"JJ"}"#;
        let reading = one(owntracks::read(body));
        is_at(&reading, 48.85833, 2.29513);
        assert_eq!(reading.at, instant("2017-06-14T21:40:56Z"));
        assert_eq!((reading.fix.accuracy, reading.fix.speed, reading.fix.course), (None, None, None));
    }

    #[test]
    fn the_location_of_the_poster_has_speed_in_kilometres_an_hour() {
        let body = br#"{"_type":"location","batt":77,"cog":270,"lat":48.858330,"lon":2.295130,"acc":75,"rad":50,"t":"u",
            "tid":"YY","tst":1376715317,"alt":13,"vac":10,"vel":54,"p":101.3,"created_at":1376722517,
            "topic":"owntracks/jane/phone","conn":"m","inregions":["Home"]}"#;
        let reading = one(owntracks::read(body));
        assert_eq!(reading.fix.accuracy, Some(Metres(75.0)));
        assert!((reading.fix.speed.expect("54 km/h").0 - 15.0).abs() < 1e-9);
        assert_eq!(reading.fix.course, Some(270.0));
        assert_eq!(reading.at.as_second(), 1_376_715_317, "tst is the fix, created_at is not");
    }

    #[test]
    fn what_is_no_location_is_accepted_and_holds_no_fix() {
        let transition =
            br#"{"_type":"transition","lat":49.1383109,"lon":13.4277182,"acc":26,"tst":1444818585,
            "wtst":1444755752,"desc":"Home","event":"enter","tid":"21"}"#;
        let bodies: [&[u8]; 6] = [
            transition,
            br#"{"_type":"lwt","tst":1380738247}"#,
            br#"{"_type":"waypoint","desc":"Home","lat":49.1,"lon":13.4,"rad":50,"tst":1444755752}"#,
            br#"{"_type":"waypoints","waypoints":[]}"#,
            br#"{"_type":"status","android":{"hib":0}}"#,
            b"",
        ];
        for body in bodies {
            assert_eq!(owntracks::read(body), Ok(Message::default()));
        }
    }

    #[test]
    fn what_makes_no_sense_is_told_by_a_code_and_without_the_place() {
        let with = |fields: &str| owntracks::read(format!("{{\"_type\":\"location\",{fields}}}").as_bytes());
        assert_eq!(code(with(r#""lat":91,"lon":7,"tst":1497476456"#)), "bad_latitude");
        assert_eq!(code(with(r#""lat":43,"lon":-181,"tst":1497476456"#)), "bad_longitude");
        assert_eq!(code(with(r#""lat":0,"lon":0,"tst":1497476456"#)), "null_island");
        assert_eq!(code(with(r#""lat":43,"lon":7,"tst":0"#)), "bad_instant");
        assert_eq!(code(with(r#""lat":43,"lon":7,"tst":1e300"#)), "bad_instant");
        assert_eq!(code(with(r#""lat":43,"lon":7,"tst":1497476456,"acc":-1"#)), "no_position");
        assert_eq!(code(with(r#""lat":43,"lon":7"#)), "bad_location");
        assert_eq!(code(with(r#""lat":"43","lon":7,"tst":1497476456"#)), "bad_location");
        assert_eq!(code(with(r#""lat":NaN,"lon":7,"tst":1497476456"#)), "malformed_json");
        assert_eq!(code(owntracks::read(b"[]")), "malformed_json");
        assert_eq!(code(owntracks::read(br#"{"lat":43,"lon":7,"tst":1497476456}"#)), "malformed_json");
        assert_eq!(code(owntracks::read(br#"{"_type":"encrypted","data":"k7Kdl4pPVw="}"#)), "encrypted");
        let error = with(r#""lat":91.2345,"lon":7,"tst":1497476456"#).expect_err("no place");
        assert!(!error.to_string().contains("91"), "{error}");
    }
}

mod osmand_query {
    use super::*;

    fn read(query: &str) -> Result<Message, DialectError> {
        osmand::read(query.as_bytes(), received_at())
    }

    #[test]
    fn the_timestamp_is_in_seconds_milliseconds_or_iso() {
        let fix =
            |timestamp: &str| one(read(&format!("id=1&lat=42.06288&lon=-88.23412&timestamp={timestamp}"))).at;
        assert_eq!(fix("1377177267"), instant("2013-08-22T13:14:27Z"));
        assert_eq!(fix("1442068686579"), instant("2015-09-12T14:38:06.579Z"));
        assert_eq!(fix("2016-01-27T18%3A55%3A47Z"), instant("2016-01-27T18:55:47Z"));
        assert_eq!(fix("2014-06-04+09%3A10%3A11"), instant("2014-06-04T09:10:11Z"));
        assert_eq!(fix("2016-01-27T18:55:47.5%2B01:00"), instant("2016-01-27T17:55:47.5Z"));
        assert_eq!(fix("1377177267.25"), instant("2013-08-22T13:14:27.25Z"));
    }

    #[test]
    fn speed_is_in_knots() {
        let reading = one(read(
            "id=123456789012345&timestamp=1504763810&lat=40.7232948571&lon=-74.0061408571&bearing=7.19889788244&speed=40&ignition=true&rpm=933&fuel=24",
        ));
        is_at(&reading, 40.723_294_857_1, -74.006_140_857_1);
        assert!((kmh(&reading) - 74.1).abs() < 1e-9);
        assert_eq!(reading.fix.course, Some(7.198_898));
    }

    #[test]
    fn the_examples_of_traccars_own_tests_are_fixes() {
        for query in [
            "id=902064&lat=42.06288&lon=-88.23412&timestamp=2016-01-27T18%3A55%3A47Z&hdop=6.0&altitude=224.0&speed=0.0",
            "lat=49.60688&lon=6.15788&timestamp=2014-06-04+09%3A10%3A11&altitude=384.7&speed=0.0&id=353861053849681",
            "id=123456&timestamp=1377177267&lat=60.0&lon=30.0&speed=0.0&bearing=0.0&altitude=0&hdop=0.0",
            "id=123456&timestamp=1377177267&location=60.0,30.0",
            "lat=60.0&lon=30.0&speed=0.0&heading=0.0&vacc=0&hacc=0&altitude=0&deviceid=123456",
            "id=861001000719969&lat=41.666667&lon=-0.883333&altitude=350.059479&speed=0.000000&batt=87",
        ] {
            let message = read(query).expect("it can be read");
            assert_eq!(message.readings.len(), 1, "{query}");
            assert!(query.contains(message.token.expect("it has a device").reveal()));
            assert_eq!(message.readings[0].fix.accuracy, None, "a dilution of precision is no radius");
        }
        let cells = "id=123456&timestamp=1377177267&cell=257,02,16,2224&cell=257,02,16,2223,-90&wifi=00-14-22-01-23-45,-80";
        assert_eq!(read(cells).expect("it can be read").readings, []);
        assert_eq!(read("timestamp=1377177267&lat=60.0&lon=30.0").expect("it can be read").token, None);
    }

    #[test]
    fn without_a_timestamp_a_fix_is_of_now_and_an_invalid_one_is_none() {
        assert_eq!(one(read("id=1&lat=60&lon=30")).at, received_at());
        assert_eq!(read("id=1&lat=60&lon=30&valid=false").expect("it can be read").readings, []);
        assert_eq!(one(read("id=1&lat=60&lon=30&valid=1&accuracy=12")).fix.accuracy, Some(Metres(12.0)));
    }

    #[test]
    fn what_makes_no_sense_is_told_by_a_code() {
        assert_eq!(code(read("id=1&lat=sixty&lon=30")), "bad_number");
        assert_eq!(code(read("id=1&lat=NaN&lon=30")), "bad_number");
        assert_eq!(code(read("id=1&lat=60")), "bad_location");
        assert_eq!(code(read("id=1&lat=91&lon=30")), "bad_latitude");
        assert_eq!(code(read("id=1&lat=0&lon=0")), "null_island");
        assert_eq!(code(read("id=1&location=60")), "bad_number");
        assert_eq!(code(read("id=1&lat=60&lon=30&timestamp=yesterday")), "bad_instant");
        assert_eq!(code(read("id=1&lat=60&lon=30&timestamp=-5")), "bad_instant");
        assert_eq!(code(read("id=1&lat=60&lon=30&timestamp=inf")), "bad_instant");
    }
}

mod traccar_json {
    use super::*;

    fn read(body: &str) -> Result<Message, DialectError> {
        traccar::read(body.as_bytes(), received_at())
    }

    const MOVING: &str = r#"{"location":{"event":"motionchange","is_moving":false,"uuid":"0e9a2473-a9a7-4c00-997b-fb97d2154e75",
        "timestamp":"2021-07-21T08:06:34.444Z","odometer":0,"coords":{"latitude":-6.1148096,"longitude":106.6837015,
        "accuracy":3.8,"speed":18.67,"speed_accuracy":0.26,"heading":63,"heading_accuracy":0.28,"altitude":35.7,
        "altitude_accuracy":3.8},"activity":{"type":"still","confidence":100},"battery":{"is_charging":false,"level":0.79},
        "extras":{}},"device_id":"8737767034"}"#;

    #[test]
    fn speed_is_in_metres_per_second() {
        let reading = one(read(MOVING));
        is_at(&reading, -6.114_809_6, 106.683_701_5);
        assert_eq!(reading.at, instant("2021-07-21T08:06:34.444Z"));
        assert!((kmh(&reading) - 67.2).abs() < 1e-9);
        assert_eq!(reading.fix.course, Some(63.0));
        assert_eq!(reading.fix.accuracy, Some(Metres(3.8)));
        assert_eq!(read(MOVING).expect("read").token.expect("a device").reveal(), "8737767034");
    }

    #[test]
    fn minus_one_means_that_the_device_does_not_know() {
        let reading = one(read(
            r#"{"location":{"extras":{},"mock":true,"coords":{"speed_accuracy":-1,"speed":-1,"longitude":-122.406417,
            "ellipsoidal_altitude":0,"floor":null,"heading_accuracy":-1,"latitude":37.785834000000001,"accuracy":5,
            "altitude_accuracy":-1,"altitude":0,"heading":-1},"is_moving":false,"age":188,"odometer":0,
            "uuid":"2FB04C65-99CF-42AB-8DD3-EBCB4B108BF8","event":"motionchange","battery":{"level":-1,"is_charging":false},
            "activity":{"type":"unknown","confidence":100},"timestamp":"2025-05-09T04:11:30.579Z"},"device_id":"658765"}"#,
        ));
        assert_eq!((reading.fix.speed, reading.fix.course), (None, None));
        assert_eq!(reading.fix.accuracy, Some(Metres(5.0)));
    }

    #[test]
    fn the_example_of_the_documentation_is_told_to_be_no_place() {
        let example = r#"{ "location": { "timestamp": "2000-01-01T00:00:00.000Z", "coords": { "latitude": 0.0,
            "longitude": 0.0, "accuracy": 0, "speed": 0, "heading": 0, "altitude": 0 }, "is_moving": false, "odometer": 0,
            "event": "motionchange", "battery": { "level": 1, "is_charging": false }, "activity": { "type": "still" },
            "extras": {} }, "device_id": "48241179" }"#;
        assert_eq!(code(read(example)), "null_island");
        let somewhere = example.replace("\"latitude\": 0.0", "\"latitude\": 37.4219983");
        let reading = one(read(&somewhere));
        assert_eq!(reading.fix.accuracy, None, "an accuracy of 0 is one that nobody knows");
        assert_eq!(reading.fix.speed.map(|speed| speed.0), Some(0.0));
    }

    #[test]
    fn several_may_come_at_once_and_a_bad_one_does_not_hold_back_the_others() {
        let bad = r#"{"location":{"coords":{"latitude":95,"longitude":7}},"device_id":"8737767034"}"#;
        let message = read(&format!("[{MOVING},{bad},{MOVING}]")).expect("two can be read");
        assert_eq!((message.readings.len(), message.unreadable), (2, 1));
        assert_eq!(code(read(&format!("[{bad}]"))), "bad_latitude");
        let list = r#"{"location":[{"coords":{"latitude":45,"longitude":7},"timestamp":1625000000},
            {"coords":{"latitude":45,"longitude":7},"timestamp":1625000001500}]}"#;
        let message = read(list).expect("both can be read");
        assert_eq!(message.token, None);
        assert_eq!(
            message.readings.iter().map(|r| r.at.as_millisecond()).collect::<Vec<_>>(),
            [1_625_000_000_000, 1_625_000_001_500]
        );
        let other = MOVING.replace("8737767034", "1");
        assert_eq!(code(read(&format!("[{MOVING},{other}]"))), "several_devices");
    }

    #[test]
    fn what_makes_no_sense_is_told_by_a_code() {
        assert_eq!(code(read("")), "malformed_json");
        assert_eq!(code(read(r#"{"device_id":"1"}"#)), "malformed_json");
        assert_eq!(code(read(r#"{"location":{"coords":{"latitude":45}}}"#)), "bad_location");
        assert_eq!(
            code(read(r#"{"location":{"coords":{"latitude":45,"longitude":7},"timestamp":"soon"}}"#)),
            "bad_instant"
        );
        assert_eq!(
            code(read(
                r#"{"location":{"coords":{"latitude":45,"longitude":7,"accuracy":-1},"timestamp":1625000000}}"#
            )),
            "no_position"
        );
    }
}
