//! The page, from what `doorstep bench attack --json` told.

use serde_json::Value;

/// What stands before the tables.
const BEFORE: &str = "\
# What attackers find

This page is written by `cargo xtask attacks`; change that.

A recipient who keeps all that their page was sent may try to find out which other houses get a parcel.
So do these attackers.
They know the streets, every house, typical driving and standing times, their own door, the time of their own delivery, and our code; they do not know the tours.
Each names as many houses as there were stops that could be seen; a house that is named stands for itself and the two nearest.
Each has many variants, of which the one is taken that did best on the other half of the tours.

The figures are points above guessing: the share of stops hit, less the share that houses hit that are drawn at random along the way truly driven.
In brackets is the interval for 95 of 100 draws of tours.
Zero or less: what was sent says nothing of single houses that the way does not say.

| attacker | what it does |
|---|---|
| a dwell | takes the places where the dot stays for stops |
| b gap and timing | puts the seconds that driving along the streets does not explain, and the counts, on the houses along each stretch between two changes of the dot |
| c hand-over | looks where the dot is when the count falls, the window changes or the dot appears, and traces that back |
| d collusion | recipients of one tour, five at every second stop or half of all, pool their dots and the times of their own deliveries |
| e several days | the same recipient adds up what three and more days say, to find houses that get parcels again and again |
";

/// What stands after them.
const AFTER: &str = "
## The control

The same attackers also see a dot that is the place itself, every five seconds, with the true count.
If they did not find most stops then, they would be blunt and the figures above would say nothing; the command fails below 70 %.
Policy `exact` is of that kind, and the page says so to recipients: it is for own fleets, or where the operator has consent.

## What is not promised

- Roughly which streets the van passes, and when, is given away: guessing along the way driven, which needs to know the way, hits far more than guessing around the own house.
- Someone who also watches the street, two stops at neighbouring doors, a lone house in an empty valley: no coarsening helps.
- Other attackers may be cleverer than these; these are the ones that are tried.
- Tours and times are made up, on real streets.
- The houses of the demo's town are those that the server counts in the extract.

## How sure the attackers are

Another program with the same attackers, written apart from these in Python, was given the same scenarios and the same released files: two towns under `glide`, one of them under `exact`.
The intervals of both overlap in every row; alone (a to c), and of the place itself, the hits differ by 2 points at most.
What differs is which half of the tours chooses for which, which recipients pool, and how houses are drawn.

## How to run it

```console
cargo xtask attacks [SCENARIO...]
```

builds a release, makes the scenario of the demo's town, releases it under each policy and writes this page; folders of other scenarios are attacked, too.
It takes some minutes for each scenario.
Step by step, with any extract:

```console
doorstep bench scenario EXTRACT.osm.pbf --out town --seed 1
doorstep bench release town --policy glide --out town.jsonl.gz
doorstep bench attack town town.jsonl.gz
```

`bench release` runs the tours through the whole server with a clock that is set, and writes what each recipient's stream carried.
`bench attack` judges at most 800 recipients, drawn by `--seed`; `--json` gives all figures and the variants that were chosen.
The attackers are `crates/attackers`, which uses nothing else of the project.
The command fails when `glide` is over these bars: a, b and c at most +2 points, the lower end of the interval of d at most 0, e at most +1, and of fewer than 300 stops the lower end of its interval at most 0.
`cargo xtask test` holds the attackers themselves, on cases made by hand that a blunt one fails.
";

/// The shares of usefulness: where they stand in a verdict, and as people call them.
const USEFULNESS: [(&str, &str); 5] = [
    ("/usefulness/within_100m", "dot within 100 m of the van, of the time"),
    ("/usefulness/within_100m_last_5_min", "the same in the last 5 minutes"),
    ("/usefulness/dot_shown", "a dot is shown"),
    ("/usefulness/exact_approach", "the exact approach opens"),
    ("/usefulness/count_right", "the count is right"),
];

/// The page about verdicts, one for each policy of each scenario.
pub(super) fn page(scenarios: &[Vec<Value>]) -> String {
    let mut page = BEFORE.to_owned();
    for verdicts in scenarios {
        section(&mut page, verdicts);
    }
    page + AFTER
}

fn section(page: &mut String, verdicts: &[Value]) {
    let Some(first) = verdicts.first() else { return };
    let lines = [
        format!("\n## {}\n", text(first, "/scenario")),
        format!("{:.0} recipients.", number(first, "/viewers").unwrap_or_default()),
        format!(
            "Guessing along the way driven hits {}, around the own house {}.",
            percent(first, "/guess/along_the_way"),
            percent(first, "/guess/map_only")
        ),
        format!(
            "Of a dot that is the place itself attacker a finds {}, b {}.\n",
            percent(first, "/control/dwell"),
            percent(first, "/control/timing")
        ),
    ];
    for line in lines {
        page.push_str(&line);
        page.push('\n');
    }
    row(page, "points above guessing", verdicts.iter().map(|of| format!("`{}`", text(of, "/policy"))));
    page.push('|');
    page.push_str(&"---|".repeat(verdicts.len() + 1));
    page.push('\n');
    let attacks = first.pointer("/attacks").and_then(Value::as_array).map_or(0, Vec::len);
    for attack in (0..attacks).map(|attack| format!("/attacks/{attack}")) {
        let name = text(first, &format!("{attack}/attack"));
        row(page, name, verdicts.iter().map(|of| excess(of, &attack)));
    }
    for (path, name) in USEFULNESS {
        let share = |of: &Value| number(of, path).map(|share| format!("{share:.2}"));
        row(page, name, verdicts.iter().map(|of| share(of).unwrap_or_else(none)));
    }
    let medians = |of: &Value| {
        let rounded = |path, unit| number(of, path).map_or_else(none, |number| format!("{number:.0} {unit}"));
        format!(
            "{}, {}",
            rounded("/usefulness/longest_freeze_s", "s"),
            rounded("/usefulness/largest_jump_m", "m")
        )
    };
    row(page, "longest freeze, largest jump (medians)", verdicts.iter().map(medians));
}

fn row(page: &mut String, name: &str, cells: impl Iterator<Item = String>) {
    for cell in std::iter::once(name.to_owned()).chain(cells) {
        page.push_str("| ");
        page.push_str(&cell);
        page.push(' ');
    }
    page.push_str("|\n");
}

fn excess(verdict: &Value, attack: &str) -> String {
    let points = |field: &str| Some(100.0 * number(verdict, &format!("{attack}/{field}"))?);
    let Some(excess) = points("excess") else { return none() };
    let interval = points("interval/0").zip(points("interval/1"));
    let interval = interval.map(|(low, high)| format!(" [{low:+.1}, {high:+.1}]"));
    format!("{excess:+.1}{}", interval.unwrap_or_default())
}

fn text<'a>(verdict: &'a Value, path: &str) -> &'a str {
    verdict.pointer(path).and_then(Value::as_str).unwrap_or_default()
}

fn percent(verdict: &Value, path: &str) -> String {
    number(verdict, path).map_or_else(none, |share| format!("{:.0} %", 100.0 * share))
}

/// A number of a verdict, where there is one.
pub(super) fn number(verdict: &Value, path: &str) -> Option<f64> {
    verdict.pointer(path)?.as_f64()
}

fn none() -> String {
    "-".to_owned()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_page_has_a_table_for_each_scenario() {
        let verdict = |policy: &str| {
            json!({ "scenario": "town", "policy": policy, "viewers": 800,
                "guess": { "along_the_way": 0.21, "map_only": 0.05 },
                "control": { "dwell": 0.8, "timing": 0.82 },
                "attacks": [{ "attack": "a dwell", "excess": -0.021, "interval": [-0.04, 0.001] }],
                "usefulness": { "within_100m": 0.5, "longest_freeze_s": null, "largest_jump_m": 63.4 } })
        };
        let page = page(&[vec![verdict("glide"), verdict("coarse")]]);
        for line in [
            "## town",
            "Guessing along the way driven hits 21 %, around the own house 5 %.",
            "| points above guessing | `glide` | `coarse` |",
            "|---|---|---|",
            "| a dwell | -2.1 [-4.0, +0.1] | -2.1 [-4.0, +0.1] |",
            "| dot within 100 m of the van, of the time | 0.50 | 0.50 |",
            "| longest freeze, largest jump (medians) | -, 63 m | -, 63 m |",
        ] {
            assert!(page.lines().any(|found| found == line), "{line} in {page}");
        }
    }
}
