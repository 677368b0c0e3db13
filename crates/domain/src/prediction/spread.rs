//! How wide a window must be.

use jiff::{SignedDuration, Timestamp};

use crate::Window;

/// The window around a believed arrival: it grows with the time and the stops until then, more towards late, and
/// never begins before now.
pub(super) fn window(arrival: Timestamp, ahead: usize, now: Timestamp) -> Window {
    let horizon_s = arrival.duration_since(now).as_secs_f64().max(0.0);
    #[expect(clippy::cast_precision_loss, reason = "a tour has a thousand stops at most")]
    let stops_s = 15.0 * ahead as f64;
    let seconds = |s: f64| SignedDuration::try_from_secs_f64(s).unwrap_or_default();
    let from = arrival - seconds(60.0 + 0.12 * horizon_s + stops_s);
    let until = arrival + seconds(120.0 + 0.18 * horizon_s + stops_s);
    Window::between(from.max(now), until.max(now))
}
