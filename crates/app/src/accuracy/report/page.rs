//! The text of the page.

use std::fmt::Write as _;

use super::super::degrade::Variant;
use super::super::measure::{Measure, OF_TOURS, OF_TRACKS};
use super::super::pooled::Estimate;
use super::super::runs::{Measured, Run, Way};
use super::super::score::{Figures, TourScore};
use crate::recorded::day::{Dataset, Kind};

/// What stands above the days.
pub(super) fn head(days: &[Measured], seed: u64) -> String {
    let mut text = format!(
        "# Accuracy\n\n\
         How good predictions are, measured on recorded days.\n\
         This page and its plots are made by one command, `cargo xtask accuracy DAY...`, and the same days give the same page.\n\n\
         Each day is replayed item by item through the model that runs live, and what it believed is compared with what really happened.\n\
         Nothing of the future is used: at an instant counts what was believed then.\n\
         The row `plain` is the day as it was recorded, \"by chance\" is half of the 95 % interval that comes from drawing its tours anew, \
         and each other row is the day made poorer in one way (seed {seed}), asked at the same instants.\n\
         [How accuracy is measured](measuring.md) says more.\n\n\
         ## Measures\n\n"
    );
    let measures = |text: &mut String, measures: &[Measure]| {
        for measure in measures {
            let _always_written = writeln!(text, "- **{}**: {}", measure.title, measure.about);
        }
    };
    let has = |wanted: fn(&Figures) -> bool| {
        days.iter().flat_map(|day| &day.runs).any(|run| wanted(&run.score.figures))
    };
    if has(|figures| matches!(figures, Figures::Tours(_))) {
        text.push_str("Of tours; *n* counts the instants at which the next stop is judged:\n\n");
        measures(&mut text, OF_TOURS);
        text.push('\n');
    }
    if has(|figures| matches!(figures, Figures::Tracks(_))) {
        text.push_str("Of tracks, of which only standing and moving are asked; *n* counts their fixes:\n\n");
        measures(&mut text, OF_TRACKS);
        text.push('\n');
    }
    ways(&mut text, days);
    text
}

/// The ways in which the days are made poorer, each once.
fn ways(text: &mut String, days: &[Measured]) {
    let mut told: Vec<Variant> = Vec::new();
    for run in days.iter().flat_map(|day| &day.runs) {
        if let Way::Poorer(variant) = run.way
            && !told.contains(&variant)
        {
            told.push(variant);
        }
    }
    if told.is_empty() {
        return;
    }
    text.push_str("## Poorer days\n\n");
    for variant in told {
        let _always_written = writeln!(text, "- `{variant}`: {}", variant.about());
    }
    text.push('\n');
}

/// What stands of a day; `images` are its plots, with their titles.
pub(super) fn section(day: &Measured, images: &[(String, String)]) -> String {
    let mut text = format!("## {}\n\n", day.dataset.name);
    describe(&mut text, &day.dataset, day.runs.first());
    if let Some(plain) = day.runs.first() {
        table(&mut text, day, &told(day, plain.score.figures.measures()));
        if let Figures::Tours(score) = &plain.score.figures {
            by_ahead(&mut text, score);
        }
    }
    for (title, path) in images {
        let _always_written = writeln!(text, "![{title}]({path})");
    }
    text.push('\n');
    text
}

fn describe(text: &mut String, dataset: &Dataset, plain: Option<&Run>) {
    let what = match dataset.kind {
        Kind::Parcel => "parcel tours",
        Kind::Bus => "bus trips",
        Kind::StopDetection => "tracks",
    };
    let tours = plain.map_or(0, |run| run.score.tours);
    let known = |value: &str| if value.is_empty() { "not told".to_owned() } else { one_line(value) };
    let _always_written = writeln!(
        text,
        "{tours} {what}.\n\
         Times: {}; fixes: {}.\n\
         Source: {}.\n\
         Licence: {}.",
        known(&dataset.times),
        known(&dataset.gps),
        known(&dataset.source),
        known(&dataset.licence)
    );
    for (title, value) in [("Credit", &dataset.attribution), ("Notes", &dataset.notes)] {
        if !value.is_empty() {
            let _always_written = writeln!(text, "{title}: {}", one_line(value));
        }
    }
    text.push('\n');
}

/// Text without line breaks, and without what Markdown would take for something else.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").replace('<', "&lt;").replace('*', "\\*")
}

/// The measures of which some run of the day has a figure.
fn told(day: &Measured, measures: &'static [Measure]) -> Vec<&'static Measure> {
    let is_told = |measure: &&Measure| day.runs.iter().any(|run| measure.of(&run.score).is_some());
    measures.iter().filter(is_told).collect()
}

fn table(text: &mut String, day: &Measured, measures: &[&Measure]) {
    let row = |first: &str, n: &str, cells: &mut dyn Iterator<Item = String>| {
        format!("| {first} | {n} | {} |\n", cells.collect::<Vec<_>>().join(" | "))
    };
    text.push_str(&row("", "n", &mut measures.iter().map(|measure| measure.title.to_owned())));
    text.push_str(&row("---", "---:", &mut measures.iter().map(|_| "---:".to_owned())));
    for run in &day.runs {
        let values = |of: fn(Estimate) -> Option<f64>| {
            measures.iter().map(move |measure| measure.shown(measure.of(&run.score).and_then(of)))
        };
        let n = run.score.figures.n().to_string();
        text.push_str(&row(&format!("`{}`", run.way), &n, &mut values(|estimate| Some(estimate.value))));
        if run.way == Way::Plain {
            text.push_str(&row("by chance", "", &mut values(Estimate::noise)));
        }
    }
    text.push('\n');
}

/// The day as it was recorded, by how many stops ahead a stop truly is.
fn by_ahead(text: &mut String, score: &TourScore) {
    let (Some(arrival), Some(windows)) = (&score.arrival, &score.windows) else { return };
    let _always_written = writeln!(
        text,
        "As recorded, by how many stops ahead a stop truly is (windows of level {}, {:.3} off over all):\n\n\
         | stops ahead | windows | arrival, min | coverage | off the level | width, min | median width, min | Winkler, min |\n\
         |---|---:|---:|---:|---:|---:|---:|---:|",
        windows.level, windows.calibration_error
    );
    let shown = |value: Option<f64>, digits: usize| {
        value.map_or_else(|| "-".to_owned(), |value| format!("{value:.digits$}"))
    };
    for bin in &windows.by_ahead {
        let error = arrival.by_ahead.iter().find(|of_arrival| of_arrival.ahead == bin.ahead);
        let _always_written = writeln!(
            text,
            "| {} | {} | {} | {:.3} | {:.3} | {} | {} | {} |",
            bin.ahead,
            bin.n,
            shown(error.and_then(|error| error.mae), 2),
            bin.coverage,
            bin.calibration_error,
            shown(bin.mean_width, 1),
            shown(bin.median_width, 1),
            shown(bin.winkler, 1)
        );
    }
    let never = |value: Option<f64>| shown(value, 3);
    let _always_written = writeln!(
        text,
        "\nFrom one served stop to the next, the windows of {} of the stops never grew by more than a minute.\n",
        never(windows.never_grew)
    );
}
