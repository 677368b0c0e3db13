//! A score for people: what `doorstep accuracy score` prints.

use std::fmt::Write as _;

use super::score::{Figures, Score, TourScore};
use super::spells::SpellFigures;
use super::windows::WindowFigures;

/// A score as lines of text.
pub(crate) fn of(score: &Score) -> String {
    let variant = score.variant.as_ref().map(|variant| format!(" [{variant}]")).unwrap_or_default();
    let mut text = format!(
        "{}{variant}: {} tours, {} predictions, {} instants judged\n",
        score.dataset,
        score.tours,
        score.predictions,
        score.figures.n()
    );
    for measure in score.figures.measures() {
        let estimate = measure.of(score);
        let value = measure.shown(estimate.map(|estimate| estimate.value));
        let interval = estimate.and_then(|estimate| estimate.interval).map(|(from, until)| {
            format!(" ({} to {})", measure.shown(Some(from)), measure.shown(Some(until)))
        });
        line(&mut text, measure.title, &format!("{value:>8}{}", interval.unwrap_or_default()));
    }
    match &score.figures {
        Figures::Tours(score) => of_tours(&mut text, score),
        Figures::Tracks(known) => of_tracks(&mut text, known),
    }
    text
}

fn of_tours(text: &mut String, score: &TourScore) {
    if !score.is_complete {
        text.push_str("incomplete: more than 2 % of what is asked has no prediction\n");
    }
    if let Some(windows) = &score.windows {
        of_windows(text, windows);
    }
    if let Some(served) = &score.served {
        let seconds =
            |value: Option<f64>| value.map_or_else(|| "-".to_owned(), |value| format!("{value:.0} s"));
        let off = format!(
            "arrival {} off, departure {}, said {} after the arrival (medians)",
            seconds(served.arrival_error_s),
            seconds(served.departure_error_s),
            seconds(served.said_after_s)
        );
        line(text, "served stops", &off);
    }
}

fn of_windows(text: &mut String, windows: &WindowFigures) {
    let calibration = format!(
        "level {}, {:.3} off, worst bin {}; never grew: {} of stops",
        windows.level,
        windows.calibration_error,
        share(windows.worst_bin_error),
        share(windows.never_grew)
    );
    line(text, "calibration", &calibration);
    for bin in &windows.by_ahead {
        let name = format!("{} ahead", bin.ahead);
        let width = bin.mean_width.unwrap_or_default();
        line(text, &name, &format!("coverage {:.3}, width {width:.1} min, {} windows", bin.coverage, bin.n));
    }
}

fn of_tracks(text: &mut String, known: &[SpellFigures]) {
    for known in known {
        let halts = |halts: Option<super::pooled::Estimate>| share(halts.map(|halts| halts.value));
        let figures = format!(
            "right {:.3}, F1 standing {} moving {}, halts P {} R {}, nothing said of {}",
            known.accuracy.value,
            share(known.f1_stopped),
            share(known.f1_moving),
            halts(known.precision),
            halts(known.recall),
            known.silent
        );
        line(text, known.known, &figures);
    }
}

fn share(value: Option<f64>) -> String {
    value.map_or_else(|| "-".to_owned(), |value| format!("{value:.3}"))
}

fn line(text: &mut String, name: &str, value: &str) {
    let _always_written = writeln!(text, "  {name:<14} {value}");
}
