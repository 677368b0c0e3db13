//! Policies.

use doorstep_domain::ReleasePolicy;
use doorstep_domain::visibility::{Policy, Preset, Rule};
use doorstep_wire::visibility::{RULES_MAX, read_policy, write_policy};
use proptest::prelude::*;

fn told(text: &str) -> (String, String) {
    let problems = read_policy(text).expect_err("it is no policy");
    let problem = problems.into_iter().next().expect("it has a problem");
    (problem.at, problem.code.into_owned())
}

#[test]
fn a_preset_is_its_name() {
    for (name, preset) in [("near", Preset::Near), ("open", Preset::Open), ("coarse", Preset::Coarse)] {
        assert_eq!(read_policy(&format!("\"{name}\"")), Ok(preset.policy()));
        assert_eq!(read_policy(name), Ok(preset.policy()));
        assert_eq!(write_policy(&preset.policy()), format!("\"{name}\""));
    }
}

#[test]
fn rules_are_read() {
    let text = r#"{"map":{"all":[{"within_stops":5},{"any":[{"within_duration":600},{"within_distance":900}]}]},
        "count":{"min_confidence":0.5},"release":"exact","tell_kept":true}"#;
    let expected = Policy {
        map: Rule::All(vec![
            Rule::WithinStops(5),
            Rule::Any(vec![Rule::WithinDuration(600), Rule::WithinDistance(900)]),
        ]),
        count: Rule::MinConfidence(0.5),
        release: ReleasePolicy::Exact,
        tell_kept: true,
    };
    assert_eq!(read_policy(text), Ok(expected));
}

#[test]
fn what_is_no_policy_is_told_where_and_why() {
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
    assert_eq!(told(r#"{"map":"always"}"#), at("count", "missing"));
    assert_eq!(told(r#""gift""#), at("", "unknown_word"));
    assert_eq!(told("{"), at("", "malformed_json"));
}

#[test]
fn rules_have_a_depth_and_a_number() {
    let nested = |depth: usize| {
        let rule = (1..depth).fold("\"always\"".to_owned(), |inner, _| format!(r#"{{"all":[{inner}]}}"#));
        format!(r#"{{"map":{rule},"count":"never"}}"#)
    };
    assert!(read_policy(&nested(Rule::DEPTH_MAX)).is_ok());
    assert_eq!(told(&nested(Rule::DEPTH_MAX + 1)).1, "too_deep");
    assert_eq!(told(&nested(5_000)).1, "malformed_json");
    let wide = |count: usize| {
        let rules = vec!["\"always\""; count].join(",");
        format!(r#"{{"map":{{"any":[{rules}]}},"count":"never"}}"#)
    };
    assert!(read_policy(&wide(RULES_MAX - 2)).is_ok());
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
    fn a_policy_that_was_written_is_read_back(map in any_rule(), count in any_rule()) {
        let policy = Policy { map, count, release: ReleasePolicy::Exact, tell_kept: false };
        prop_assert_eq!(read_policy(&write_policy(&policy)), Ok(policy));
    }
}
