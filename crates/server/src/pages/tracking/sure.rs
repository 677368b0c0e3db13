//! How sure it is: the probability, the kind of dot, and as of when.

use askama::Template;
use doorstep_domain::{MapView, Shown};

use super::Tracking;
use crate::pages::reader::Reader;

/// The part that says how sure the page is.
#[derive(Template)]
#[template(path = "parts/sure.html")]
pub(super) struct Sure<'a> {
    reader: &'a Reader,
    shown: bool,
    sentences: Vec<String>,
}

/// Makes the part.
pub(super) fn sure<'a>(page: &Tracking<'a>) -> Sure<'a> {
    let reader = page.reader;
    // Another carrier's window is nothing that we reckon.
    let shown = !page.is_over() && page.window().is_some() && page.view.delivered_by_own_network;
    let window = match page.view.forecast {
        Some(forecast) => {
            reader.say_with("sure-confidence", [("percent", percent(forecast.confidence).into())])
        }
        None => reader.say("sure-planned").into_owned(),
    };
    let kept = page.view.forecast.and_then(|forecast| forecast.kept_of_five);
    let kept = kept.map(|kept| reader.say_with("sure-kept", [("kept", kept.into())]));
    let updated =
        page.view.updated_at.map(|at| reader.say_with("sure-updated", [("when", reader.recent(at).into())]));
    Sure {
        reader,
        shown,
        sentences: [Some(window), kept, dot(page), updated].into_iter().flatten().collect(),
    }
}

/// What the dot on the map is, while there is one.
fn dot(page: &Tracking<'_>) -> Option<String> {
    let MapView::Open { shown } = &page.view.map else { return None };
    let key = match shown {
        Shown::Exact(_) => "sure-exact",
        Shown::Gliding(_) => "sure-glide",
    };
    let accuracy = page.reader.distance(shown.at(page.reader.now).accuracy);
    Some(page.reader.say_with(key, [("accuracy", accuracy.into())]))
}

/// A probability as whole windows of a hundred, never quite none or all of them.
fn percent(probability: f64) -> i64 {
    #[expect(clippy::cast_possible_truncation, reason = "the value is clamped to 1 to 99 first")]
    let percent = (probability * 100.0).round().clamp(1.0, 99.0) as i64;
    percent
}
