//! What did not fit on a tour, in the reader's words.

use doorstep_wire::tour::AnomaliesJson;

use crate::pages::reader::Reader;

/// A kind of what does not fit.
pub(super) struct Oddity {
    /// Its name.
    pub(super) name: String,
    /// What is counted.
    pub(super) text: String,
    /// How often it happened.
    pub(super) count: u32,
}

/// Every kind, what asks for a look first.
pub(super) fn oddities(anomalies: &AnomaliesJson, reader: &Reader) -> Vec<Oddity> {
    let kinds = [
        (anomalies.stops_without_place, "dispatch-odd-no-place", "dispatch-odd-no-place-text"),
        (anomalies.doubtful_travel_times, "dispatch-odd-travel-times", "dispatch-odd-travel-times-text"),
        (anomalies.plans_after_start, "dispatch-odd-late-plans", "dispatch-odd-late-plans-text"),
        (anomalies.alternating_fixes, "dispatch-odd-alternating", "dispatch-odd-alternating-text"),
        (anomalies.far_fixes, "dispatch-odd-far", "dispatch-odd-far-text"),
        (anomalies.unknown_stops, "dispatch-odd-unknown-stops", "dispatch-odd-unknown-stops-text"),
        (anomalies.unknown_parcels, "dispatch-odd-unknown-parcels", "dispatch-odd-unknown-parcels-text"),
        (anomalies.out_of_order_stops, "dispatch-odd-out-of-order", "dispatch-odd-out-of-order-text"),
        (anomalies.misplaced_turns, "dispatch-odd-misplaced-turns", "dispatch-odd-misplaced-turns-text"),
        (anomalies.jumps, "dispatch-odd-jumps", "dispatch-odd-jumps-text"),
        (anomalies.inaccurate_fixes, "dispatch-odd-inaccurate", "dispatch-odd-inaccurate-text"),
        (anomalies.stale_fixes, "dispatch-odd-stale", "dispatch-odd-stale-text"),
        (anomalies.fixes_outside_tour, "dispatch-odd-outside", "dispatch-odd-outside-text"),
    ];
    let say = |key| reader.say(key).into_owned();
    kinds.into_iter().map(|(count, name, text)| Oddity { name: say(name), text: say(text), count }).collect()
}

impl Oddity {
    /// Its name with how often it happened.
    pub(super) fn counted(&self, reader: &Reader) -> String {
        let count = self.count.into();
        reader.say_with("dispatch-oddity-count", [("name", self.name.clone().into()), ("count", count)])
    }
}
