//! Which plots a day has, and what they show.

use super::super::runs::Measured;
use super::super::score::{Figures, TourScore};
use super::super::spells::SpellFigures;
use super::svg::{Level, Plot, Series};

/// The plots of a day as it was recorded, each with the word that its file ends with.
pub(super) fn of(day: &Measured) -> Vec<(&'static str, Plot)> {
    let name = &day.dataset.name;
    match day.runs.first().map(|run| &run.score.figures) {
        Some(Figures::Tours(score)) => of_tours(name, score),
        Some(Figures::Tracks(known)) => vec![("delay", of_tracks(name, known))],
        None => Vec::new(),
    }
}

fn of_tours(name: &str, score: &TourScore) -> Vec<(&'static str, Plot)> {
    let mut plots = Vec::new();
    let plot = |title: &str, unit: &str, ahead: Vec<String>, values: Vec<Option<f64>>, digits| Plot {
        title: format!("{name}: {title}"),
        across: "stops ahead".to_owned(),
        up: unit.to_owned(),
        places: ahead,
        series: vec![Series { name: title.to_owned(), values }],
        level: None,
        top: None,
        digits,
    };
    if let Some(windows) = &score.windows {
        let ahead = || windows.by_ahead.iter().map(|bin| bin.ahead.clone()).collect();
        let coverage = windows.by_ahead.iter().map(|bin| Some(bin.coverage)).collect();
        let level = Level { name: format!("level {}", windows.level), value: windows.level };
        let coverage = plot("share of windows that hold", "share", ahead(), coverage, 2);
        plots.push(("calibration", Plot { level: Some(level), top: Some(1.0), ..coverage }));
        let width = windows.by_ahead.iter().map(|bin| bin.mean_width).collect();
        plots.push(("width", plot("mean width of windows", "minutes", ahead(), width, 1)));
    }
    if let Some(arrival) = &score.arrival {
        let ahead = arrival.by_ahead.iter().map(|bin| bin.ahead.clone()).collect();
        let error = arrival.by_ahead.iter().map(|bin| bin.mae).collect();
        plots.push(("error", plot("mean error of the arrival", "minutes", ahead, error, 1)));
    }
    plots
}

fn of_tracks(name: &str, known: &[SpellFigures]) -> Plot {
    let series = |name: &str, of: fn(&SpellFigures) -> Option<f64>| Series {
        name: name.to_owned(),
        values: known.iter().map(of).collect(),
    };
    Plot {
        title: format!("{name}: what was known how soon"),
        across: "after the fix".to_owned(),
        up: "share".to_owned(),
        places: known.iter().map(|known| known.known.to_owned()).collect(),
        series: vec![
            series("right", |known| Some(known.accuracy.value)),
            series("halts R", |known| known.recall.map(|share| share.value)),
            series("halts P", |known| known.precision.map(|share| share.value)),
        ],
        level: None,
        top: Some(1.0),
        digits: 2,
    }
}
