//! The page about attackers, made by one command, and the bars that they must stay under.

mod page;

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail, ensure};
use serde_json::{Map, Value};

use crate::process::{self, program};
use page::number;

/// The page.
const PAGE: &str = "docs/attacks.md";
/// Where scenarios and what is released of them lie, in the target folder.
const FOLDER: &str = "attacks";
/// The town of the demo: eight districts on five days.
const TOWN: [&str; 6] = ["--routes", "8", "--days", "5", "--seed", "1"];
/// What is released, the one that matters first.
const POLICIES: [&str; 3] = ["glide", "exact", "coarse"];

/// The most that a recipient alone may find above guessing: attackers a to c.
const ALONE_MAX: f64 = 0.02;
/// The most for who looks on several days: attacker e.
const DAYS_MAX: f64 = 0.01;
/// The most for the lower end of the interval of those who pool, attacker d, and of whoever looked for few stops.
const LOW_MAX: f64 = 0.0;
/// Of fewer stops than these chance alone finds some points more or less.
const FEW_STOPS: f64 = 300.0;
/// Sharp attackers find so much of a dot that is the place itself.
const CONTROL_MIN: f64 = 0.70;

/// Writes the page about the demo's town and the scenarios that are given.
pub(crate) fn run(given: &[String]) -> Result<()> {
    let given = scenarios(given)?;
    let doorstep = process::released()?;
    let town = town(&doorstep, &TOWN)?;
    let mut verdicts = Vec::new();
    for scenario in std::iter::once(town).chain(given) {
        let of_policy = |policy: &&str| attacked(&doorstep, &scenario, policy);
        verdicts.push(POLICIES.iter().map(of_policy).collect::<Result<Vec<Value>>>()?);
    }
    let path = process::root().join(PAGE);
    std::fs::write(&path, page::page(&verdicts)).with_context(|| format!("{PAGE} cannot be written"))?;
    println!("{PAGE} is written");
    verdicts.iter().filter_map(|of_policies| of_policies.first()).try_for_each(hold)
}

/// Makes the scenario of the demo's town; where it is.
fn town(doorstep: &Path, wanted: &[&str]) -> Result<PathBuf> {
    let folder = process::built(FOLDER);
    if folder.exists() {
        std::fs::remove_dir_all(&folder)
            .with_context(|| format!("{} cannot be removed", folder.display()))?;
    }
    std::fs::create_dir_all(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    let town = folder.join("monaco");
    process::run(program(doorstep).args(["bench", "scenario", "--out"]).arg(&town).args(wanted))?;
    Ok(town)
}

/// What attackers find in what is released of a scenario. The place itself is attacked once, beside the first policy.
fn attacked(doorstep: &Path, scenario: &Path, policy: &str) -> Result<Value> {
    let name = scenario.file_name().unwrap_or_default().to_string_lossy();
    let released = process::built(FOLDER).join(format!("{name}-{policy}.jsonl.gz"));
    let mut release = program(doorstep);
    release.args(["bench", "release"]).arg(scenario).args(["--policy", policy, "--out"]).arg(&released);
    process::run(&mut release)?;
    let mut attack = program(doorstep);
    attack.args(["bench", "attack"]).arg(scenario).arg(&released).arg("--json");
    if Some(&policy) != POLICIES.first() {
        attack.arg("--no-control");
    }
    let told = process::output(&mut attack)
        .with_context(|| format!("`doorstep bench attack` failed on {}", released.display()))?;
    let mut verdict: Map<String, Value> =
        serde_json::from_str(&told).context("`doorstep bench attack --json` tells no JSON")?;
    verdict.insert("policy".to_owned(), policy.into());
    Ok(verdict.into())
}

/// Holds a verdict against the bars.
fn hold(verdict: &Value) -> Result<()> {
    let attacks = verdict.get("attacks").and_then(Value::as_array).context("a verdict has attacks")?;
    for attack in attacks {
        let name = attack.get("attack").and_then(Value::as_str).context("an attack has a name")?;
        let excess = number(attack, "/excess").context("an attack has an excess")?;
        let low = number(attack, "/interval/0").unwrap_or(excess);
        let looked_for = number(attack, "/stops").context("an attack has its stops")?;
        let (found, most) = match name.as_bytes().first() {
            Some(b'a'..=b'c') => (excess, ALONE_MAX),
            Some(b'e') if looked_for >= FEW_STOPS => (excess, DAYS_MAX),
            _ => (low, LOW_MAX),
        };
        ensure!(
            found <= most,
            "attacker {name} finds {:+.1} points above guessing, and {:+.1} are the most",
            100.0 * found,
            100.0 * most
        );
    }
    let control = ["/control/dwell", "/control/timing"].map(|path| number(verdict, path).unwrap_or_default());
    ensure!(
        control.iter().all(|share| *share >= CONTROL_MIN),
        "the attackers are blunt: they find only {control:.2?} of the stops of a dot that is the place itself"
    );
    Ok(())
}

/// The folders of the scenarios that are given, as seen from where the command was called.
fn scenarios(given: &[String]) -> Result<Vec<PathBuf>> {
    let folders: Vec<PathBuf> = given.iter().map(std::path::absolute).collect::<std::io::Result<_>>()?;
    if let Some(folder) = folders.iter().find(|folder| !folder.join("tours.jsonl").is_file()) {
        bail!("{} is no scenario: it has no tours.jsonl", folder.display());
    }
    Ok(folders)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn verdict(attack: &str, excess: f64, low: f64, control: f64) -> Value {
        json!({ "scenario": "town",
            "attacks": [{ "attack": attack, "stops": 300, "excess": excess, "interval": [low, excess] }],
            "control": { "dwell": control, "timing": control } })
    }

    #[test]
    fn what_is_under_the_bars_holds() {
        for (attack, excess, low) in
            [("a dwell", 0.02, -0.02), ("d collusion", 0.05, 0.0), ("e days", 0.01, 0.0)]
        {
            assert!(hold(&verdict(attack, excess, low, 0.7)).is_ok(), "{attack}");
        }
    }

    #[test]
    fn what_is_over_them_does_not() {
        for (attack, excess, low) in
            [("c hand-over", 0.021, -0.1), ("d collusion", 0.05, 0.001), ("e days", 0.011, -0.1)]
        {
            let refused = hold(&verdict(attack, excess, low, 0.7)).expect_err("it is over the bar");
            assert!(refused.to_string().contains(attack));
        }
        let refused = hold(&verdict("a dwell", 0.0, 0.0, 0.69)).expect_err("the attackers are blunt");
        assert!(refused.to_string().contains("blunt"));
    }

    #[test]
    fn folders_that_are_no_scenarios_are_refused_before_anything_is_built() {
        assert_eq!(scenarios(&[]).expect("the demo's town is enough"), Vec::<PathBuf>::new());
        let refused = scenarios(&["nowhere".to_owned()]).expect_err("it is refused");
        assert!(refused.to_string().contains("is no scenario"));
    }
}
