//! The control: the place itself and the true count, at once, to whoever looks.

use super::{Shown, View};
use crate::truth::Tour;

/// A phone tells where it is this often.
const EVERY_S: f64 = 5.0;
/// How exact phones say that they are.
const ACCURACY_M: f32 = 5.0;

/// What the same recipients would see of a dot that is the place itself.
pub(crate) fn raw(
    tours: &[Tour],
    recipients: impl Iterator<Item = (usize, usize)>,
    window: usize,
) -> Vec<View> {
    recipients.map(|key| view(tours, key, window)).collect()
}

fn view(tours: &[Tour], (tour, stop): (usize, usize), window: usize) -> View {
    let truth = &tours[tour];
    let (from, until) = (truth.stops[stop - window - 1].depart, truth.stops[stop].arrive);
    let mut shown = Vec::new();
    let mut at = from;
    while at <= until {
        let left = truth.left_until(at).min(stop);
        shown.push(Shown {
            at,
            dot: Some(truth.at(at)),
            age_s: 0.0,
            accuracy_m: Some(ACCURACY_M),
            away: u16::try_from(stop - left).ok(),
            words: 0,
        });
        at += EVERY_S;
    }
    View::of(tours, (tour, stop), shown)
}
