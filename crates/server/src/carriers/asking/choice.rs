//! Which parcel is asked about next.

use doorstep_store::ToAsk;
use jiff::Timestamp;

use super::pace::Pace;

/// The parcel to ask about now; `None` when none is due.
///
/// Where more are due than may be asked, each waits in proportion to how often it is asked about otherwise: a van that is
/// out is not behind a thousand labels that were printed, and each of these has its turn as well.
pub(super) fn choose(waiting: &[ToAsk], pace: Pace, now: Timestamp) -> Option<ToAsk> {
    let due = waiting.iter().filter(|one| one.due_at <= now);
    due.copied().max_by(|a, b| {
        let (late_a, late_b) = (lateness(a, now), lateness(b, now));
        let (own_a, own_b) = (pace.interval(a.status).as_millis(), pace.interval(b.status).as_millis());
        // Compared crosswise, since a quotient would be rounded.
        let proportion = late_a.saturating_mul(own_b).cmp(&late_b.saturating_mul(own_a));
        proportion.then(b.due_at.cmp(&a.due_at)).then(b.parcel.cmp(&a.parcel))
    })
}

/// When the next one is due, where none is now.
pub(super) fn next_due(waiting: &[ToAsk]) -> Option<Timestamp> {
    waiting.iter().map(|one| one.due_at).min()
}

fn lateness(one: &ToAsk, now: Timestamp) -> i128 {
    now.duration_since(one.due_at).as_millis()
}
