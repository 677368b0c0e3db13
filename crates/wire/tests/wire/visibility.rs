//! Rules.

use doorstep_domain::visibility::{Choice, PhotoRule, Preset, Rule, Rules, Weekdays};
use doorstep_domain::{ParcelKind, ReleasePolicy};
use doorstep_wire::visibility::{
    RULES_MAX, kept_rules, preset_word, read_narrow_rules, read_rules, write_rules,
};
use doorstep_wire::words::Word as _;
use proptest::option;
use proptest::prelude::*;

fn told(text: &str) -> (String, String) {
    let problems = read_rules(text).expect_err("they are no rules");
    let problem = problems.into_iter().next().expect("it has a problem");
    (problem.at, problem.code.into_owned())
}

#[test]
fn a_preset_is_its_name() {
    for preset in Preset::ALL {
        let name = preset_word(preset).as_str();
        assert_eq!(read_rules(&format!("\"{name}\"")), Ok(preset.rules()));
        assert_eq!(read_rules(name), Ok(preset.rules()));
        assert_eq!(read_narrow_rules(name), Ok(preset.rules()));
        assert_eq!(write_rules(&preset.rules()), format!("\"{name}\""));
    }
}

#[test]
fn rules_are_read() {
    let text = r#"{"map":{"all":[{"within_stops":5},{"any":[{"within_duration":600},{"within_distance":900}]}]},
        "count":{"min_confidence":0.5},"release":"exact","tell_kept":true,"kind":"gift",
        "driver_name":"never","photo":"always","choices":["neighbour","neighbour"],"detour_minutes":60,
        "days_ahead":7,"weekdays":["tue","tue","sat"]}"#;
    let map = Rule::All(vec![
        Rule::WithinStops(5),
        Rule::Any(vec![Rule::WithinDuration(600), Rule::WithinDistance(900)]),
    ]);
    let expected = Rules {
        kind: Some(ParcelKind::Gift),
        map: Some(map),
        count: Some(Rule::MinConfidence(0.5)),
        forecast: None,
        driver_name: Some(Rule::Never),
        photo: Some(PhotoRule::Always),
        choices: Some([Choice::Neighbour].into_iter().collect()),
        detour_minutes: Some(60),
        days_ahead: Some(7),
        weekdays: Weekdays::named(["tue", "sat"]),
        release: Some(ReleasePolicy::Exact),
        tell_kept: Some(true),
    };
    assert_eq!(read_rules(text), Ok(expected));
    assert_eq!(read_rules("{}"), Ok(Rules::default()), "they may leave out everything");
}

#[test]
fn days_that_are_none_are_refused() {
    let refused = |text: &str| read_rules(text).expect_err("it is refused").into_iter().map(|p| p.code);
    for (text, code) in [
        (r#"{"weekdays":["monday"]}"#, "unknown_word"),
        (r#"{"weekdays":[1]}"#, "wrong_type"),
        (r#"{"weekdays":["mon","mon","mon","mon","mon","mon","mon","mon"]}"#, "too_many"),
        (r#"{"days_ahead":61}"#, "out_of_range"),
    ] {
        assert_eq!(refused(text).collect::<Vec<_>>(), [code], "{text}");
    }
}

#[test]
fn senders_and_parcels_say_nothing_of_what_all_are_told_alike() {
    let refused =
        |text: &str| read_narrow_rules(text).expect_err("it is refused").into_iter().map(|p| p.code);
    assert_eq!(refused(r#"{"release":"exact","tell_kept":true}"#).collect::<Vec<_>>(), ["unknown_field"; 2]);
}

#[test]
fn kept_rules_that_cannot_be_read_are_none() {
    assert_eq!(kept_rules(r#"{"map":"always"}"#).map(|rules| rules.map), Some(Some(Rule::Always)));
    for broken in ["", "sometimes", "{", r#"{"map":"sometimes"}"#, r#"{"blimp":"always"}"#, "null"] {
        assert_eq!(kept_rules(broken), None, "{broken}");
    }
}

#[test]
fn what_are_no_rules_is_told_where_and_why() {
    let map = |rule: &str| told(&format!(r#"{{"map":{rule},"count":"never"}}"#));
    let at = |at: &str, code: &str| (at.to_owned(), code.to_owned());
    assert_eq!(map(r#""sometimes""#), at("map", "unknown_rule"));
    assert_eq!(map(r#"{"within_stops":70000}"#), at("map.within_stops", "out_of_range"));
    assert_eq!(map(r#"{"within_stops":-1}"#), at("map.within_stops", "out_of_range"));
    assert_eq!(map(r#"{"min_confidence":1.5}"#), at("map.min_confidence", "out_of_range"));
    assert_eq!(map(r#"{"within_stops":1,"within_duration":1}"#), at("map", "not_one_rule"));
    assert_eq!(map("{}"), at("map", "not_one_rule"));
    assert_eq!(map(r#"{"all":[]}"#), at("map.all", "empty"));
    assert_eq!(map(r#"{"within_parsecs":1}"#), at("map.within_parsecs", "unknown_field"));
    assert_eq!(map("7"), at("map", "wrong_type"));
    assert_eq!(map(r#"{"within_duration":4294967296}"#), at("map.within_duration", "out_of_range"));
    assert_eq!(told(r#"{"kind":"secret"}"#), at("kind", "unknown_word"));
    assert_eq!(told(r#"{"photos":"always"}"#), at("photos", "unknown_field"));
    assert_eq!(told(r#""raw""#), at("", "unknown_word"));
    assert_eq!(told("{"), at("", "malformed_json"));
}

#[test]
fn rules_have_a_depth_and_a_number() {
    let nested = |depth: usize| {
        let rule = (1..depth).fold("\"always\"".to_owned(), |inner, _| format!(r#"{{"all":[{inner}]}}"#));
        format!(r#"{{"map":{rule},"count":"never"}}"#)
    };
    assert!(read_rules(&nested(Rule::DEPTH_MAX)).is_ok());
    assert_eq!(told(&nested(Rule::DEPTH_MAX + 1)).1, "too_deep");
    assert_eq!(told(&nested(5_000)).1, "malformed_json");
    let wide = |count: usize| {
        let rules = vec!["\"always\""; count].join(",");
        format!(r#"{{"map":{{"any":[{rules}]}},"count":"never"}}"#)
    };
    assert!(read_rules(&wide(RULES_MAX - 2)).is_ok());
    assert_eq!(told(&wide(RULES_MAX)).1, "too_many");
}

fn any_rule() -> impl Strategy<Value = Rule> {
    let leaf = prop_oneof![
        Just(Rule::Always),
        Just(Rule::Never),
        any::<u16>().prop_map(Rule::WithinStops),
        any::<u32>().prop_map(Rule::WithinDuration),
        any::<u32>().prop_map(Rule::WithinDistance),
        (0.0..=1.0_f64).prop_map(Rule::MinConfidence),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 1..4).prop_map(Rule::All),
            proptest::collection::vec(inner, 1..4).prop_map(Rule::Any),
        ]
    })
}

proptest! {
    #[test]
    fn rules_that_were_written_are_read_back(map in any_rule(), count in option::of(any_rule())) {
        let rules = Rules { map: Some(map), count, ..Rules::default() };
        prop_assert_eq!(read_rules(&write_rules(&rules)), Ok(rules));
    }
}
