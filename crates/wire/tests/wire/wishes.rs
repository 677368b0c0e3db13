//! What recipients ask for.

use doorstep_wire::wish::{AccessRequest, InstructionJson, InstructionRequest, LaterRequest};
use serde_json::{Value, json};

fn asked(body: &Value) -> Result<InstructionRequest, (String, String)> {
    InstructionRequest::read(body.to_string().as_bytes()).map_err(first)
}

fn access(body: &Value) -> Result<AccessRequest, (String, String)> {
    AccessRequest::read(body.to_string().as_bytes()).map_err(first)
}

fn first(problems: Vec<doorstep_wire::problem::InputProblem>) -> (String, String) {
    let problem = problems.into_iter().next().expect("a refusal has a problem");
    (problem.at, problem.code.into_owned())
}

fn at(field: &str, code: &str) -> (String, String) {
    (field.to_owned(), code.to_owned())
}

#[test]
fn a_safe_place_may_have_a_short_note() {
    let note = |body: &Value| match asked(body).map(|asked| asked.instruction) {
        Ok(InstructionJson::SafePlace { note, .. }) => Ok(note.map(|note| note.reveal().to_owned())),
        Ok(InstructionJson::Neighbour { .. }) => panic!("no neighbour was named"),
        Err(problem) => Err(problem),
    };
    assert_eq!(note(&json!({ "safe_place": "garage" })), Ok(None));
    assert_eq!(note(&json!({ "safe_place": "other", "note": "  " })), Ok(None));
    let emoji = "🐕".repeat(140);
    assert_eq!(note(&json!({ "safe_place": "other", "note": emoji })), Ok(Some(emoji)));
    for length in [141, 10_000] {
        let long = json!({ "safe_place": "other", "note": "x".repeat(length) });
        assert_eq!(note(&long), Err(at("note", "too_long")));
    }
    let control = json!({ "safe_place": "shed", "note": "a\u{7}b" });
    assert_eq!(note(&control), Err(at("note", "control_character")));
    assert_eq!(note(&json!({ "safe_place": "roof" })), Err(at("safe_place", "unknown_word")));
    assert_eq!(note(&json!({})), Err(at("safe_place", "missing")));
}

#[test]
fn a_neighbour_has_a_name_and_nothing_of_a_safe_place() {
    let read = asked(&json!({ "neighbour": "Ada", "house": "no. 7", "version": 3 })).expect("it is right");
    assert_eq!(read.version, Some(3));
    let InstructionJson::Neighbour { neighbour, house } = read.instruction else { panic!("{read:?}") };
    assert_eq!((neighbour.reveal(), house.expect("it was named").reveal()), ("Ada", "no. 7"));
    assert_eq!(asked(&json!({ "neighbour": " " })), Err(at("neighbour", "empty")));
    assert_eq!(asked(&json!({ "neighbour": "x".repeat(61) })), Err(at("neighbour", "too_long")));
    let long = json!({ "neighbour": "x".repeat(60), "house": "x".repeat(61) });
    assert_eq!(asked(&long), Err(at("house", "too_long")));
    let both = json!({ "neighbour": "Ada", "safe_place": "shed" });
    assert_eq!(asked(&both), Err(at("safe_place", "not_one_choice")));
    let mixed = json!({ "safe_place": "shed", "house": "7" });
    assert_eq!(asked(&mixed), Err(at("house", "not_one_choice")));
}

#[test]
fn later_is_asked_for_in_one_of_two_ways() {
    let read = |wish: &str| LaterRequest::read(json!({ "wish": wish }).to_string().as_bytes()).map_err(first);
    assert!(read("home_soon").is_ok() && read("later_on_tour").is_ok());
    assert_eq!(read("safe_place"), Err(at("wish", "unknown_word")));
}

#[test]
fn the_way_to_the_door_may_be_left_out_in_part() {
    let read = access(&json!({ "floor": "2nd", "doorbell": "" })).expect("it is right");
    assert!(read.access.doorbell.is_none() && read.access.way.is_none());
    assert_eq!(read.access.floor.expect("it was told").reveal(), "2nd");
    for (field, limit) in [("doorbell", 60), ("floor", 40), ("way", 140)] {
        assert!(access(&json!({ field: "x".repeat(limit) })).is_ok());
        assert_eq!(access(&json!({ field: "x".repeat(limit + 1) })), Err(at(field, "too_long")));
    }
    assert_eq!(access(&json!({ "code": "1234" })), Err(at("code", "unknown_field")));
}
