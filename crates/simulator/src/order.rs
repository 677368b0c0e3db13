//! The order of stops: nearest neighbour first, then improved by reversing stretches (2-opt) until nothing gains.

use std::ops::RangeInclusive;

/// What an unreachable leg costs: more than any tour.
const NO_ROAD: i64 = 1_000_000_000;

/// The places 1 to `count` in a good order for a tour that starts at place 0 and need not return. What a leg costs may
/// be any whole number; `None` where there is no way.
pub(crate) fn shortest(count: usize, cost: &impl Fn(usize, usize) -> Option<u64>) -> Vec<usize> {
    let cost = |from, to| cost(from, to).map_or(NO_ROAD, |cost| i64::try_from(cost).unwrap_or(NO_ROAD));
    let mut order = nearest_first(count, &cost);
    // Each gain shortens the tour by at least one, so this ends.
    while let Some(run) = gaining_run(&order, &cost) {
        if let Some(run) = order.get_mut(run) {
            run.reverse();
        }
    }
    order
}

fn nearest_first(count: usize, cost: &impl Fn(usize, usize) -> i64) -> Vec<usize> {
    let mut left: Vec<usize> = (1..=count).collect();
    let mut order = Vec::with_capacity(count);
    let mut here = 0;
    while let Some(nearest) = (0..left.len()).min_by_key(|index| left.get(*index).map(|to| cost(here, *to))) {
        here = left.swap_remove(nearest);
        order.push(here);
    }
    order
}

/// The first run whose reversal makes the order shorter. The way there and the way back differ on real roads, so the
/// legs within the run count as well.
fn gaining_run(order: &[usize], cost: &impl Fn(usize, usize) -> i64) -> Option<RangeInclusive<usize>> {
    let mut before = 0;
    for (from, first) in order.iter().enumerate() {
        let mut within = 0;
        let mut last_but_one = *first;
        for (to, last) in order.iter().enumerate().skip(from + 1) {
            within += cost(*last, last_but_one) - cost(last_but_one, *last);
            last_but_one = *last;
            let into = cost(before, *last) - cost(before, *first);
            let out_of = order.get(to + 1).map_or(0, |after| cost(*first, *after) - cost(*last, *after));
            if into + within + out_of < 0 {
                return Some(from..=to);
            }
        }
        before = *first;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_on_a_line_are_visited_along_it() {
        let at = [0_u64, 30, 10, 40, 20];
        let seconds = |from: usize, to: usize| Some(at[from].abs_diff(at[to]));
        assert_eq!(shortest(4, &seconds), [2, 4, 1, 3]);
    }

    #[test]
    fn a_greedy_start_is_mended() {
        // On a line, the nearest place first (1, then 2 on the other side) runs back and forth.
        let at = [0_i64, 2, -3, 7, -20];
        let seconds = |from: usize, to: usize| Some(at[from].abs_diff(at[to]));
        let order = shortest(4, &seconds);
        let starts = std::iter::once(0).chain(order.iter().copied());
        let length: u64 = starts.zip(&order).map(|(from, to)| at[from].abs_diff(at[*to])).sum();
        assert!(length <= 34, "{order:?}");
    }

    #[test]
    fn every_place_is_visited_once_even_without_roads() {
        let mut order = shortest(6, &|_, _| None);
        order.sort_unstable();
        assert_eq!(order, [1, 2, 3, 4, 5, 6]);
        assert!(shortest(0, &|_, _| None).is_empty());
    }
}
