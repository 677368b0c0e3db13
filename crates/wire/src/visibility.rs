//! What may be seen, as JSON: the name of a preset, or rules.

mod change;
mod preview;

use doorstep_domain::visibility::{Choice, Choices, Policy, Preset, Rule, Rules, Weekdays};
use serde_json::Value;

use crate::input::{Field, InputProblem, Object, parse, read_value};
use crate::words::{ChoiceWord, KindWord, PhotoWord, PresetWord, ReleaseWord, Word};

pub use change::{RuleChangeJson, RuleChangesAnswer, SenderRulesJson, SendersAnswer};
pub use preview::PreviewRequest;

/// A rule holds at most so many rules, those inside others included.
pub const RULES_MAX: usize = 64;

/// Other days are at most so far ahead.
const DAYS_AHEAD_MAX: u32 = 60;

/// A tour grows at most so much longer for one recipient, in minutes.
const DETOUR_MINUTES_MAX: u32 = 60;

/// Reads the rules of an operator or a region: `"near"`, or any of `{"kind": "ordinary", "map": RULE, "count": RULE,
/// "forecast": RULE, "driver_name": RULE, "photo": "ordinary", "choices": ["safe_place"], "release": "exact", "tell_kept": false}`.
/// The name of a preset may stand there without its quotes.
///
/// # Errors
/// All problems of the input.
pub fn read_rules(text: &str) -> Result<Rules, Vec<InputProblem>> {
    read_text(text, rules)
}

/// Reads the rules of a sender or a parcel. What all who look at a tour must be told alike is not theirs to say:
/// `release`, `tell_kept`, `detour_minutes`, `days_ahead` and `weekdays` are unknown here.
///
/// # Errors
/// All problems of the input.
pub fn read_narrow_rules(text: &str) -> Result<Rules, Vec<InputProblem>> {
    read_text(text, narrow_rules)
}

/// Reads rules that were kept; `None` where that is not possible. [`Rules::closed`] hold then: they harm nobody.
pub fn kept_rules(text: &str) -> Option<Rules> {
    read_rules(text).ok()
}

/// Writes rules as [`read_rules`] reads them. Those of a preset are written as its name, so that it goes on to mean
/// what that preset means.
pub fn write_rules(rules: &Rules) -> String {
    rules_value(rules).to_string()
}

/// Rules as a JSON value.
///
/// # Panics
/// Never: rules can always be written as JSON.
pub fn rules_value(rules: &Rules) -> Value {
    match Preset::ALL.into_iter().find(|preset| preset.rules() == *rules) {
        Some(preset) => Value::from(preset_word(preset).as_str()),
        None => serde_json::to_value(rules).expect("rules can always be written as JSON"),
    }
}

/// What holds, as a JSON value: the name of a preset, or rules that leave nothing out.
pub fn policy_value(policy: &Policy) -> Value {
    if let Some(preset) = Preset::ALL.into_iter().find(|preset| preset.policy() == *policy) {
        return Value::from(preset_word(preset).as_str());
    }
    let Policy {
        kind,
        map,
        count,
        forecast,
        driver_name,
        photo,
        choices,
        detour_minutes,
        days_ahead,
        weekdays,
        release,
        tell_kept,
    } = policy.clone();
    rules_value(&Rules {
        kind: Some(kind),
        map: Some(map),
        count: Some(count),
        forecast: Some(forecast),
        driver_name: Some(driver_name),
        photo: Some(photo),
        choices: Some(choices),
        detour_minutes: Some(detour_minutes),
        days_ahead: Some(days_ahead),
        weekdays: Some(weekdays),
        release: Some(release),
        tell_kept: Some(tell_kept),
    })
}

/// The name of a preset.
pub fn preset_word(preset: Preset) -> PresetWord {
    match preset {
        Preset::Open => PresetWord::Open,
        Preset::Near => PresetWord::Near,
        Preset::Coarse => PresetWord::Coarse,
        Preset::Gift => PresetWord::Gift,
        Preset::Confidential => PresetWord::Confidential,
        Preset::HighValue => PresetWord::HighValue,
    }
}

fn read_text(text: &str, reader: fn(Field<'_>) -> Option<Rules>) -> Result<Rules, Vec<InputProblem>> {
    if let Some(rules) = PresetWord::from_word(text.trim()).and_then(of_preset) {
        return Ok(rules);
    }
    let value = parse(text.as_bytes()).map_err(|problem| vec![problem])?;
    read_value(&value, reader)
}

fn of_preset(word: PresetWord) -> Option<Rules> {
    Preset::ALL.into_iter().find(|preset| preset_word(*preset) == word).map(Preset::rules)
}

/// Reads rules where they stand.
pub(crate) fn rules(field: Field<'_>) -> Option<Rules> {
    if field.value.is_string() {
        return field.word().and_then(of_preset);
    }
    let names = [
        "kind",
        "map",
        "count",
        "forecast",
        "driver_name",
        "photo",
        "choices",
        "detour_minutes",
        "days_ahead",
        "weekdays",
        "release",
        "tell_kept",
    ];
    let object = field.object(&names)?;
    let release: Option<ReleaseWord> = object.optional("release").and_then(|f| f.word());
    let tell_kept = object.optional("tell_kept").and_then(|f| f.truth());
    let whole =
        |name, max| object.optional(name).and_then(|f| f.whole(max)).and_then(|n| u16::try_from(n).ok());
    let detour_minutes = whole("detour_minutes", DETOUR_MINUTES_MAX);
    let days_ahead = whole("days_ahead", DAYS_AHEAD_MAX);
    let weekdays = object.optional("weekdays").and_then(|f| weekdays(&f));
    let release = release.map(Into::into);
    Some(Rules { release, tell_kept, detour_minutes, days_ahead, weekdays, ..fields_of_all(&object) })
}

/// Reads the rules of a sender or a parcel where they stand.
pub(crate) fn narrow_rules(field: Field<'_>) -> Option<Rules> {
    if field.value.is_string() {
        return field.word().and_then(of_preset);
    }
    let names = ["kind", "map", "count", "forecast", "driver_name", "photo", "choices"];
    field.object(&names).map(|object| fields_of_all(&object))
}

/// What every scope may say.
fn fields_of_all(object: &Object<'_>) -> Rules {
    let mut room = RULES_MAX;
    let mut rule_of = |name| object.optional(name).and_then(|f| rule(f, 1, &mut room));
    let (map, count) = (rule_of("map"), rule_of("count"));
    let (forecast, driver_name) = (rule_of("forecast"), rule_of("driver_name"));
    let kind: Option<KindWord> = object.optional("kind").and_then(|f| f.word());
    let photo: Option<PhotoWord> = object.optional("photo").and_then(|f| f.word());
    let choices = object.optional("choices").and_then(|f| choices(&f));
    let (kind, photo) = (kind.map(Into::into), photo.map(Into::into));
    Rules { kind, map, count, forecast, driver_name, photo, choices, ..Rules::default() }
}

/// A list of choices; each is named once or more.
fn choices(field: &Field<'_>) -> Option<Choices> {
    let named = field.list(Choice::ALL.len(), |choice| choice.word::<ChoiceWord>());
    named.map(|choices| choices.into_iter().map(Choice::from).collect())
}

/// A list of days of the week.
fn weekdays(field: &Field<'_>) -> Option<Weekdays> {
    let names = field.list(7, |day| {
        day.value.as_str().map_or_else(|| day.not_a("a text"), |name| Some(name.to_owned()))
    })?;
    let days = Weekdays::named(names.iter().map(String::as_str));
    days.or_else(|| {
        field.problem("unknown_word", "days of the week are mon, tue, wed, thu, fri, sat and sun")
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
