//! Which stops the driver chose, one after the other: what the remaining order is inferred from.

use crate::StopId;

/// How many stops were chosen since the plan was last made or put in another order. The stops know which they were.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Choices {
    /// The stop that was served last before; `None` when the tour came from its start.
    pub(crate) from: Option<StopId>,
    count: usize,
}

impl Choices {
    /// The number of the next choice.
    pub(crate) fn next(&mut self) -> usize {
        self.count += 1;
        self.count - 1
    }

    /// There is a new order, and what was chosen before says nothing of it.
    pub(crate) fn begin_anew(&mut self, last_served: Option<StopId>) {
        *self = Self { from: last_served, count: 0 };
    }
}
