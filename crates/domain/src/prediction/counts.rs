//! The counts that recipients are told: a count that rises is told when a second choice confirms it, so that it does not
//! go up and down with every guess.

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::CountRange;
use super::ground::Node;
use super::spread::moved_stops;

/// So much of what is believed lies below a range of counts, and as much above it.
const OUTSIDE: f32 = 0.1;
/// So many standard deviations of a normal distribution lie on either side of the middle eight tenths.
const DEVIATIONS: f32 = 1.28;

/// What was told of each open stop after the last choice.
#[derive(Debug, Clone)]
pub(super) struct Counts(BTreeMap<Node, Told>);

/// A count that was told: how many stops it was to the stop, itself included.
#[derive(Debug, Clone, Copy)]
pub(super) struct Told {
    pub(super) count: u16,
    /// When it rose last.
    pub(super) rose_at: Option<Timestamp>,
    /// Whether more were believed than were told.
    in_doubt: bool,
}

impl Counts {
    /// What is told before the first choice, when the stops are believed to be served in this order.
    pub(super) fn of(order: &[Node]) -> Self {
        let told = |count| Told { count, rose_at: None, in_doubt: false };
        Self((1..).zip(order).map(|(count, node)| (*node, told(count))).collect())
    }

    /// A choice was made, and the stops that remain are believed to be served in this order.
    pub(super) fn learn(&mut self, order: &[Node], at: Timestamp) {
        *self = Self(
            (1..).zip(order).map(|(count, node)| (*node, self.after_one_more(*node, count, at))).collect(),
        );
    }

    /// The driver left a stop that was not served, behind which the rest was believed to follow in this order.
    pub(super) fn take_back(&mut self, order: &[Node], at: Timestamp) {
        for (place, node) in (2..).zip(order) {
            let at_the_door = self.after_one_more(*node, place, at).count;
            if let Some(told) = self.0.get_mut(node).filter(|told| told.count > at_the_door) {
                told.rose_at = Some(at);
            }
        }
    }

    /// What is told of a stop that is believed to be this far in the order.
    pub(super) fn told(&self, node: Node, believed: u16) -> Told {
        let nothing = Told { count: believed, rose_at: None, in_doubt: false };
        self.0.get(&node).copied().unwrap_or(nothing)
    }

    /// What will be told of a stop that is believed to be this far in the order after one more choice.
    pub(super) fn after_one_more(&self, node: Node, believed: u16, at: Timestamp) -> Told {
        let told = self.told(node, believed);
        let rises = believed > told.count;
        // Someone who was told that they are next must not go on waiting at the door.
        if rises && !told.in_doubt && told.count > 1 {
            return Told { in_doubt: true, ..told };
        }
        Told { count: believed, rose_at: if rises { Some(at) } else { told.rose_at }, in_doubt: false }
    }
}

impl Told {
    /// The same from behind the door at which the driver is.
    pub(super) fn without_the_door(self) -> Self {
        Self { count: self.count.saturating_sub(1).max(1), ..self }
    }
}

impl CountRange {
    /// The range that holds this count as well.
    pub(super) fn with(self, count: u16) -> Self {
        Self { fewest: self.fewest.min(count), most: self.most.max(count) }
    }
}

/// The counts that each stop of an order may have, by the places that it has in the orders of the hypotheses and by how
/// much of the order was not foretold so far.
pub(super) fn ranges(order: &[Node], hypotheses: &[(f32, Vec<Node>)], disorder: f32) -> Vec<CountRange> {
    let mut places: BTreeMap<Node, Vec<(u16, f32)>> = BTreeMap::new();
    for (share, hypothesis) in hypotheses {
        for (place, node) in (1..).zip(hypothesis) {
            places.entry(*node).or_default().push((place, *share));
        }
    }
    let all = u16::try_from(order.len()).unwrap_or(u16::MAX);
    let range = |(rank, node): (usize, &Node)| {
        let places = places.get_mut(node).map(Vec::as_mut_slice).unwrap_or_default();
        places.sort_by_key(|(place, _)| *place);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a few stops, never negative"
        )]
        let moved = (DEVIATIONS * moved_stops(disorder, rank)) as u16;
        CountRange {
            fewest: quantile(places, OUTSIDE).saturating_sub(moved).max(1),
            most: quantile(places, 1.0 - OUTSIDE).saturating_add(moved).min(all),
        }
    };
    order.iter().enumerate().map(range).collect()
}

/// The place below which this share of what is believed lies; places are in rising order.
fn quantile(places: &[(u16, f32)], share: f32) -> u16 {
    let all: f32 = places.iter().map(|(_, share)| share).sum();
    let mut below = 0.0;
    let found = places.iter().find(|(_, of_place)| {
        below += of_place;
        below >= share * all
    });
    found.or(places.last()).map_or(1, |(place, _)| *place)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(counts: &Counts, nodes: u16) -> Vec<u16> {
        (1..=nodes).map(|node| counts.told(node, 99).count).collect()
    }

    #[test]
    fn a_count_rises_when_a_second_choice_confirms_it_and_falls_at_once() {
        let (mut counts, at) = (Counts::of(&[1, 2, 3, 4]), Timestamp::UNIX_EPOCH);
        counts.learn(&[4, 2, 3, 1], at);
        assert_eq!(told(&counts, 4), [4, 2, 3, 1], "who was next is told at once");
        counts.learn(&[4, 3, 2, 1], at);
        assert_eq!(told(&counts, 4), [4, 2, 2, 1], "the second one is in doubt");
        counts.learn(&[4, 3, 2, 1], at);
        assert_eq!(told(&counts, 4), [4, 3, 2, 1]);
    }

    #[test]
    fn a_range_holds_what_is_believed_and_grows_with_disorder() {
        let hypotheses = [(0.6, vec![1, 2, 3, 4, 5]), (0.4, vec![5, 4, 3, 2, 1])];
        let calm = ranges(&[1, 2, 3, 4, 5], &hypotheses, 0.0);
        assert_eq!(calm[0], CountRange { fewest: 1, most: 5 });
        assert_eq!(calm[2], CountRange { fewest: 3, most: 3 });
        let wild = ranges(&[1, 2, 3, 4, 5], &hypotheses, 0.5);
        assert!(wild[2].fewest < 3 && wild[2].most > 3, "{wild:?}");
        assert!(wild.iter().all(|range| (1..=5).contains(&range.fewest) && range.most <= 5));
    }
}
