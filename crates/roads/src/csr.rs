//! Rows of items in one allocation: the shape of every graph here.

use serde::{Deserialize, Serialize};

/// Rows of items, stored one after the other.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Csr<T> {
    /// Where each row begins in `items`, and at last where the last one ends.
    first: Vec<u32>,
    items: Vec<T>,
}

impl<T: Clone> Csr<T> {
    /// Sorts items into `row_count` rows; within a row they keep their order. Items of rows beyond that are left out.
    pub(crate) fn from_pairs(row_count: usize, mut pairs: Vec<(u32, T)>) -> Self {
        pairs.retain(|(row, _)| (*row as usize) < row_count);
        let first = row_starts(row_count, pairs.iter().map(|(row, _)| *row));
        pairs.sort_by_key(|(row, _)| *row);
        Self { first, items: pairs.into_iter().map(|(_, item)| item).collect() }
    }
}

impl<T> Csr<T> {
    /// The items of a row; none when there is no such row.
    pub(crate) fn row(&self, row: u32) -> &[T] {
        self.range(row).and_then(|range| self.items.get(range)).unwrap_or_default()
    }

    /// The position of a row's first item, for use with [`Csr::item`].
    pub(crate) fn row_start(&self, row: u32) -> u32 {
        self.first.get(row as usize).copied().unwrap_or_default()
    }

    /// The item at a position over all rows.
    pub(crate) fn item(&self, position: u32) -> Option<&T> {
        self.items.get(position as usize)
    }

    /// The row that the item at a position belongs to.
    pub(crate) fn row_of(&self, position: u32) -> u32 {
        let rows_begun = self.first.partition_point(|&start| start <= position);
        u32::try_from(rows_begun).unwrap_or(u32::MAX).saturating_sub(1)
    }

    /// Number of rows.
    pub(crate) fn row_count(&self) -> usize {
        self.first.len().saturating_sub(1)
    }

    /// Number of items in all rows together.
    pub(crate) fn item_count(&self) -> usize {
        self.items.len()
    }

    fn range(&self, row: u32) -> Option<std::ops::Range<usize>> {
        let row = row as usize;
        Some(*self.first.get(row)? as usize..*self.first.get(row + 1)? as usize)
    }
}

fn row_starts(row_count: usize, rows: impl Iterator<Item = u32>) -> Vec<u32> {
    let mut first = vec![0; row_count + 1];
    for row in rows {
        if let Some(count) = first.get_mut(row as usize + 1) {
            *count += 1;
        }
    }
    let mut total = 0;
    for start in &mut first {
        total += *start;
        *start = total;
    }
    first
}

#[cfg(test)]
mod tests {
    use super::Csr;

    #[test]
    fn rows_keep_their_items_in_order() {
        let csr = Csr::from_pairs(4, vec![(2, 'a'), (0, 'b'), (2, 'c'), (9, 'x')]);
        assert_eq!(csr.row(0), ['b']);
        assert_eq!(csr.row(1), []);
        assert_eq!(csr.row(2), ['a', 'c']);
        assert_eq!(csr.row(3), []);
        assert_eq!(csr.row(4), [], "a row that does not exist is empty");
        assert_eq!((csr.row_count(), csr.item_count()), (4, 3));
        assert_eq!(csr.item(csr.row_start(2)), Some(&'a'));
        assert_eq!([0, 1, 2].map(|position| csr.row_of(position)), [0, 2, 2]);
    }
}
