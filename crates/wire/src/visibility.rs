//! What an operator shows, as JSON: the name of a preset, or rules.

use doorstep_domain::ReleasePolicy;
use doorstep_domain::visibility::{Policy, Preset, Rule};
use serde_json::Value;

use crate::input::{Field, InputProblem, Object, parse, read_value};
use crate::words::{PresetWord, ReleaseWord, Word};

/// A rule holds at most so many rules, those inside others included.
pub const RULES_MAX: usize = 64;

/// Reads a policy: `"near"`, or `{"map": RULE, "count": RULE, "release": "exact", "tell_kept": false}`. The name of a preset may stand there
/// without its quotes.
///
/// # Errors
/// All problems of the input.
pub fn read_policy(text: &str) -> Result<Policy, Vec<InputProblem>> {
    if let Some(preset) = PresetWord::from_word(text.trim()) {
        return Ok(preset_of(preset).policy());
    }
    let value = parse(text.as_bytes()).map_err(|problem| vec![problem])?;
    read_value(&value, policy)
}

/// Writes a policy as [`read_policy`] reads it. One that is a preset's is written as its name, so that it goes on to
/// mean what that preset means.
///
/// # Panics
/// Never: rules can always be written as JSON.
pub fn write_policy(policy: &Policy) -> String {
    policy_value(policy).to_string()
}

/// The policy as a JSON value.
///
/// # Panics
/// Never: rules can always be written as JSON.
pub fn policy_value(policy: &Policy) -> Value {
    let presets = [
        (PresetWord::Open, Preset::Open),
        (PresetWord::Near, Preset::Near),
        (PresetWord::Coarse, Preset::Coarse),
    ];
    match presets.iter().find(|(_, preset)| preset.policy() == *policy) {
        Some((word, _)) => Value::from(word.as_str()),
        None => serde_json::to_value(policy).expect("rules can always be written as JSON"),
    }
}

fn preset_of(word: PresetWord) -> Preset {
    match word {
        PresetWord::Open => Preset::Open,
        PresetWord::Near => Preset::Near,
        PresetWord::Coarse => Preset::Coarse,
    }
}

/// Reads a policy where it stands.
pub(crate) fn policy(field: Field<'_>) -> Option<Policy> {
    if field.value.is_string() {
        return field.word().map(|word| preset_of(word).policy());
    }
    let object = field.object(&["map", "count", "release", "tell_kept"])?;
    let mut room = RULES_MAX;
    let map = object.required("map").and_then(|f| rule(f, 1, &mut room));
    let count = object.required("count").and_then(|f| rule(f, 1, &mut room));
    let release: Option<ReleaseWord> = object.optional("release").and_then(|f| f.word());
    Some(Policy {
        map: map?,
        count: count?,
        release: release.map_or_else(ReleasePolicy::default, Into::into),
        tell_kept: object.optional("tell_kept").and_then(|f| f.truth()).unwrap_or_default(),
    })
}

fn rule(field: Field<'_>, depth: usize, room: &mut usize) -> Option<Rule> {
    if depth > Rule::DEPTH_MAX {
        return field.problem("too_deep", format!("rules inside rules go at most {} deep", Rule::DEPTH_MAX));
    }
    match room.checked_sub(1) {
        Some(left) => *room = left,
        None => return field.problem("too_many", format!("there may be at most {RULES_MAX} rules")),
    }
    if let Some(word) = field.value.as_str() {
        return match word {
            "always" => Some(Rule::Always),
            "never" => Some(Rule::Never),
            _ => field.problem("unknown_rule", "a rule that is a word is always or never"),
        };
    }
    let object = field.object(&RULES)?;
    let given: Vec<&str> = RULES.into_iter().filter(|name| object.optional(name).is_some()).collect();
    let [name] = given.as_slice() else {
        return field.problem(
            "not_one_rule",
            format!("a rule is always, never or an object with one of {}", RULES.join(", ")),
        );
    };
    one_rule(object, name, depth, room)
}

const RULES: [&str; 6] =
    ["within_stops", "within_duration", "within_distance", "min_confidence", "all", "any"];

fn one_rule(object: Object<'_>, name: &str, depth: usize, room: &mut usize) -> Option<Rule> {
    let field = object.required(name)?;
    match name {
        "within_stops" => {
            field.whole(u32::from(u16::MAX)).and_then(|n| u16::try_from(n).ok()).map(Rule::WithinStops)
        }
        "within_duration" => field.whole(u32::MAX).map(Rule::WithinDuration),
        "within_distance" => field.whole(u32::MAX).map(Rule::WithinDistance),
        "min_confidence" => match field.number()? {
            least if (0.0..=1.0).contains(&least) => Some(Rule::MinConfidence(least)),
            _ => field.problem("out_of_range", "a confidence is a number from 0 to 1"),
        },
        _ => {
            let items = field.items(RULES_MAX)?;
            if items.len() == 0 {
                return field.problem("empty", "there must be at least one rule");
            }
            let count = items.len();
            let rules: Vec<Rule> = items.filter_map(|item| rule(item, depth + 1, room)).collect();
            (rules.len() == count).then_some(if name == "all" { Rule::All(rules) } else { Rule::Any(rules) })
        }
    }
}
