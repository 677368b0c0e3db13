//! What the recipient of a parcel saw, and why, as text.

use std::fmt::Write as _;

use doorstep_wire::tour::{ExplainedNearness, ExplainedParcel};
use doorstep_wire::tracking::{MapJson, RemainingStopsJson, TrackingJson};
use serde_json::Value;

use super::page::{Page, percent, span, words};

/// Writes it.
pub(super) fn write(page: &mut Page<'_>, parcel: &ExplainedParcel) -> std::fmt::Result {
    let seen = &parcel.tracking;
    writeln!(page.out, "\nParcel {} ({}), as its recipient saw it", parcel.tracking_number, parcel.id)?;
    writeln!(page.out, "  status     {}", words(&seen.status))?;
    if let Some(promise) = seen.promise {
        writeln!(page.out, "  promise    {} to {}", page.clock(promise.from), page.clock(promise.until))?;
    }
    if let Some(forecast) = seen.forecast {
        let (from, until) = (page.clock(forecast.from), page.clock(forecast.until));
        writeln!(page.out, "  forecast   {from} to {until}, held with {}", percent(forecast.confidence))?;
    }
    writeln!(page.out, "  stops      {}", count(seen))?;
    writeln!(page.out, "  map        {}", map(seen.map))?;
    if let Some(outcome) = &seen.outcome {
        writeln!(page.out, "  outcome    {} at {}", words(&outcome.outcome), page.clock(outcome.at))?;
    }
    writeln!(page.out, "  rules      {}", rules(parcel.rules.as_ref()))?;
    writeln!(page.out, "  held to    {}", nearness(parcel.near))?;
    page.reasons("Its recipient was told, newest first:", &seen.reasons)
}

fn count(seen: &TrackingJson) -> String {
    match (seen.remaining_stop_count, seen.remaining_stops) {
        (Some(1), _) => "theirs is next".to_owned(),
        (Some(count), _) => format!("{} before theirs", count - 1),
        (None, Some(RemainingStopsJson { fewest, most: Some(most) })) => {
            format!(
                "{} to {} before theirs: no single number would be honest",
                fewest.saturating_sub(1),
                most.saturating_sub(1)
            )
        }
        (None, Some(RemainingStopsJson { fewest, most: None })) => {
            format!("at least {} before theirs: no single number would be honest", fewest.saturating_sub(1))
        }
        (None, None) => "not told".to_owned(),
    }
}

fn map(map: MapJson) -> String {
    match &map.hidden_because {
        Some(because) => format!("closed: {}", words(because)),
        None => "open".to_owned(),
    }
}

fn rules(rules: Option<&Value>) -> String {
    match rules {
        Some(Value::String(preset)) => format!("{preset:?}"),
        Some(rules) => rules.to_string(),
        None => "no live map is offered at this door".to_owned(),
    }
}

fn nearness(near: ExplainedNearness) -> String {
    let stops = near.stops.map(|stops| format!("stop {stops} in the believed order"));
    let duration = near.duration_s.map(|seconds| match seconds {
        0.. => format!("arrival in {}", span(seconds)),
        _ => format!("arrival {} ago", span(seconds)),
    });
    let distance = near.distance_m.map(|metres| format!("{metres:.0} m away"));
    let known: Vec<String> = [stops, duration, distance].into_iter().flatten().collect();
    let confidence = percent(near.confidence);
    if known.is_empty() {
        return "nothing: where its stop and the vehicle are is not known".to_owned();
    }
    format!("{}; confidence {confidence}", known.join(", "))
}
