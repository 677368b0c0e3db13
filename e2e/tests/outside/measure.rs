//! `doorstep bench` gives figures; small ones here, to see that it measures at all.

use doorstep_e2e::binary::run;
use serde_json::Value;

fn figures(words: &[&str]) -> Value {
    let folder = tempfile::tempdir().unwrap();
    let ran = run(folder.path(), words);
    assert_eq!(ran.status, 0, "{ran:?}");
    serde_json::from_str(&ran.stdout).unwrap_or_else(|error| panic!("{error}: {}", ran.stdout))
}

/// Whether every number in the figures is a sound one, and there are some.
fn sound(figures: &Value) {
    let numbers: Vec<f64> = numbers(figures);
    assert!(numbers.len() >= 2, "{figures}");
    assert!(numbers.iter().all(|number| number.is_finite() && *number >= 0.0), "{figures}");
}

fn numbers(value: &Value) -> Vec<f64> {
    match value {
        Value::Object(object) => object.values().flat_map(numbers).collect(),
        Value::Array(array) => array.iter().flat_map(numbers).collect(),
        other => other.as_f64().into_iter().collect(),
    }
}

#[test]
fn every_bench_gives_figures() {
    sound(&figures(&["bench", "fold", "--fixes", "20000", "--json"]));
    sound(&figures(&["bench", "roads", "--places", "10", "--json"]));
    sound(&figures(&["bench", "ingest", "--seconds", "1", "--connections", "4", "--json"]));
    sound(&figures(&["bench", "fanout", "--seconds", "1", "--viewers", "50", "--json"]));
}
