//! Delivery zones: drivers finish one before they go to the next, and go to one that is near in name.
//!
//! Planners name zones by districts within districts, such as `A-1.3B`. So a change costs the more the more of the
//! name changes, and most when its first half does. The prices lie on a plateau: half or twice as much changes little.

use std::collections::BTreeMap;

use crate::tour::StopProgress;

/// Seconds that a driver rather drives than to leave a zone that is not done.
const CHANGE_S: f32 = 100.0;
/// The same for each further part of the name that changes.
const PART_S: f32 = 30.0;
/// The same when it leads into another district.
const DISTRICT_S: f32 = 300.0;

/// The zones of a tour.
#[derive(Debug, Clone, Default)]
pub(super) struct Zones {
    /// What a change from one zone to another costs, row by row; the first zone is "none".
    prices: Vec<f32>,
    count: usize,
}

impl Zones {
    /// The zones of stops, and the number of each stop's zone.
    pub(super) fn of<'a>(stops: impl Iterator<Item = &'a StopProgress>) -> (Self, Vec<usize>) {
        let mut names: Vec<&str> = vec![""];
        let mut numbers: BTreeMap<&str, usize> = BTreeMap::from([("", 0)]);
        let zone_of_stop = stops.map(|stop| {
            let name = stop.planned.zone.as_deref().unwrap_or_default();
            *numbers.entry(name).or_insert_with(|| {
                names.push(name);
                names.len() - 1
            })
        });
        let zone_of_stop = zone_of_stop.collect();
        let parts: Vec<Vec<&str>> = names.iter().map(|name| parts(name)).collect();
        let prices = parts.iter().flat_map(|from| parts.iter().map(|to| price(from, to))).collect();
        (Self { prices, count: names.len() }, zone_of_stop)
    }

    /// What a change costs, in seconds.
    pub(super) fn price(&self, from: usize, to: usize) -> f32 {
        self.prices.get(from * self.count + to).copied().unwrap_or_default()
    }
}

fn price(from: &[&str], to: &[&str]) -> f32 {
    if from.is_empty() || to.is_empty() || from == to {
        return 0.0;
    }
    let longest = from.len().max(to.len());
    let changed: Vec<usize> = (0..longest).filter(|part| from.get(*part) != to.get(*part)).collect();
    let leaves_district = changed.first().is_some_and(|first| *first < longest.div_ceil(2));
    #[expect(clippy::cast_precision_loss, reason = "names have few parts")]
    let further = changed.len().saturating_sub(1) as f32;
    // A name of one part tells no district.
    CHANGE_S + PART_S * further + if leaves_district && longest > 1 { DISTRICT_S } else { 0.0 }
}

/// The parts of a zone's name: runs of digits and runs of letters.
fn parts(name: &str) -> Vec<&str> {
    let kind = |character: char| (character.is_alphabetic(), character.is_numeric());
    let mut parts = Vec::new();
    for word in name.split(|character: char| !character.is_alphanumeric()) {
        let mut from = 0;
        let mut before = None;
        for (at, character) in word.char_indices() {
            if before.is_some_and(|before| before != kind(character)) {
                parts.extend(word.get(from..at));
                from = at;
            }
            before = Some(kind(character));
        }
        parts.extend(word.get(from..).filter(|part| !part.is_empty()));
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_falls_into_runs_of_letters_and_digits() {
        assert_eq!(parts("A-1.3B"), ["A", "1", "3", "B"]);
        assert_eq!(parts("Süd12"), ["Süd", "12"]);
        assert!(parts("").is_empty() && parts("-./").is_empty());
    }

    #[test]
    fn a_change_costs_more_the_more_of_the_name_changes() {
        let of = |from: &str, to: &str| price(&parts(from), &parts(to));
        let rising =
            [of("A-1.3B", "A-1.3B"), of("A-1.3B", "A-1.2B"), of("A-1.3B", "A-1.2C"), of("A-1.3B", "P-1.3B")];
        assert!(rising.is_sorted_by(|a, b| a < b), "{rising:?}");
        assert_eq!(of("", "A-1.3B").to_bits(), 0.0_f32.to_bits(), "a stop without a zone is in every zone");
    }
}
