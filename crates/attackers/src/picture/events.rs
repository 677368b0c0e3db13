//! Changes of what is shown beside the dot.

use crate::released::View;

/// The count of stops fell.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Drop {
    pub(crate) at: f64,
    /// By how many stops.
    pub(crate) by: f64,
    /// To how many.
    pub(crate) to: f64,
}

/// Every fall of the count; the first that is told is none.
pub(crate) fn drops(view: &View) -> Vec<Drop> {
    let told: Vec<(f64, u16)> = view.shown.iter().filter_map(|shown| Some((shown.at, shown.away?))).collect();
    let fall = |pair: &[(f64, u16)]| {
        let ((_, before), (at, after)) = (pair[0], pair[1]);
        let by = before.checked_sub(after).filter(|by| *by > 0)?;
        Some(Drop { at, by: f64::from(by), to: f64::from(after) })
    };
    told.windows(2).filter_map(fall).collect()
}

/// Times at which window or state changed while dot and count stayed.
pub(crate) fn other_changes(view: &View) -> Vec<f64> {
    let pairs = view.shown.windows(2);
    let alone = pairs.filter(|pair| {
        pair[0].words != pair[1].words && pair[0].dot == pair[1].dot && pair[0].away == pair[1].away
    });
    alone.map(|pair| pair[1].at).collect()
}

/// Times at which a dot appears after none was shown.
pub(crate) fn appearances(view: &View) -> Vec<f64> {
    let mut was_seen = false;
    let mut times = Vec::new();
    for shown in &view.shown {
        if shown.dot.is_some() && !was_seen {
            times.push(shown.at);
        }
        was_seen = shown.dot.is_some();
    }
    times
}
