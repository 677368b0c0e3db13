//! The counts that recipients are told: a count that rises is told when a second choice confirms it, so that it does not
//! go up and down with every guess.

use std::collections::BTreeMap;

use super::ground::Node;

/// What was told of each open stop after the last choice.
#[derive(Debug, Clone, Default)]
pub(super) struct Counts(BTreeMap<Node, Told>);

/// A count that was told: how many stops it was to the stop, itself included.
#[derive(Debug, Clone, Copy)]
struct Told {
    count: u16,
    /// Whether more were believed than were told.
    in_doubt: bool,
}

impl Counts {
    /// The stops that remain are believed to be served in this order.
    pub(super) fn learn(&mut self, order: &[Node]) {
        *self = Self((1..).zip(order).map(|(count, node)| (*node, self.next(*node, count))).collect());
    }

    /// What is told of a stop that is believed to be this far in the order.
    pub(super) fn told(&self, node: Node, believed: u16) -> u16 {
        self.0.get(&node).map_or(believed, |told| told.count)
    }

    /// What will be told of a stop that is believed to be this far in the order after a choice that is being made.
    pub(super) fn after_one_more(&self, node: Node, believed: u16) -> u16 {
        self.next(node, believed).count
    }

    fn next(&self, node: Node, believed: u16) -> Told {
        match self.0.get(&node) {
            // Someone who was told that they are next must not go on waiting at the door.
            Some(told) if believed > told.count && !told.in_doubt && told.count > 1 => {
                Told { count: told.count, in_doubt: true }
            }
            _ => Told { count: believed, in_doubt: false },
        }
    }
}
