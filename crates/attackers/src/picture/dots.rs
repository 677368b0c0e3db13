//! The dots that were shown, each once.

use crate::plane::Point;
use crate::released::View;

/// A dot that moves less stands still.
const SHIVER_M: f64 = 12.0;
/// One that shivers at least so long stands in the middle of where it was.
const STILL_S: f64 = 20.0;
/// A dot so near to the own door is there.
const AT_DOOR_M: f64 = 3.0;

/// A dot and how long it was there.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Dot {
    pub(crate) point: Point,
    pub(crate) from: f64,
    pub(crate) until: f64,
}

/// The dots of a view, from a known start on.
pub(super) fn dots(view: &View, start: Option<(Point, f64)>) -> Vec<Dot> {
    let mut seen: Vec<(f64, Point)> =
        view.dots().map(|(shown, dot)| (shown.at - f64::from(shown.age_s.max(0.0)), dot)).collect();
    if let Some((point, at)) = start {
        seen.retain(|(seen_at, _)| *seen_at > at);
        seen.push((at, point));
    }
    seen.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut dots = Vec::new();
    let mut rest = seen.as_slice();
    while let [(from, first), ..] = rest {
        let (point, count) = shivering(rest);
        let until = rest[count - 1].0;
        if count > 1 && until - from >= STILL_S {
            dots.push(Dot { point, from: *from, until });
            rest = &rest[count..];
        } else {
            dots.push(Dot { point: *first, from: *from, until: *from });
            rest = &rest[1..];
        }
    }
    dots
}

/// The middle of the first dots that only shiver, and their number.
fn shivering(seen: &[(f64, Point)]) -> (Point, usize) {
    let (mut middle, mut count) = (seen[0].1, 1);
    for (_, point) in &seen[1..] {
        if point.distance_to(middle) > SHIVER_M {
            break;
        }
        count += 1;
        middle = middle.towards(*point, 1.0 / count as f64);
    }
    (middle, count)
}

/// The own door at the time of the own delivery, as the last dot.
pub(super) fn own_door(last: Option<&Dot>, own: Point, arrive: f64) -> Option<Dot> {
    let last = last?;
    let is_news = arrive > last.until && last.point.distance_to(own) > AT_DOOR_M;
    is_news.then_some(Dot { point: own, from: arrive, until: arrive })
}
