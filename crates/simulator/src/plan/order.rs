//! The order of stops: nearest neighbour first, then improved by reversing stretches (2-opt) until nothing gains.

/// What an unreachable leg costs: more than any tour.
const NO_ROAD_S: u64 = 1_000_000;

/// The places 1 to `count` in a good order for a tour that starts at place 0 and need not return.
pub(super) fn shortest(count: usize, seconds: &impl Fn(usize, usize) -> Option<u64>) -> Vec<usize> {
    let cost = |from, to| seconds(from, to).unwrap_or(NO_ROAD_S);
    let mut order = nearest_first(count, &cost);
    let mut best = length(&order, &cost);
    // Each gain shortens the tour by at least a second, so this ends.
    while let Some((shorter, total)) = one_better(&order, best, &cost) {
        order = shorter;
        best = total;
    }
    order
}

fn nearest_first(count: usize, cost: &impl Fn(usize, usize) -> u64) -> Vec<usize> {
    let mut left: Vec<usize> = (1..=count).collect();
    let mut order = Vec::with_capacity(count);
    let mut here = 0;
    while let Some(nearest) = (0..left.len()).min_by_key(|index| left.get(*index).map(|to| cost(here, *to))) {
        here = left.swap_remove(nearest);
        order.push(here);
    }
    order
}

/// The first order, by reversing one stretch, that is shorter. The way there and the way back differ on real roads,
/// so a reversed stretch is counted anew.
fn one_better(order: &[usize], best: u64, cost: &impl Fn(usize, usize) -> u64) -> Option<(Vec<usize>, u64)> {
    for from in 0..order.len() {
        for to in from + 1..order.len() {
            let mut other = order.to_vec();
            other.get_mut(from..=to)?.reverse();
            let total = length(&other, cost);
            if total < best {
                return Some((other, total));
            }
        }
    }
    None
}

fn length(order: &[usize], cost: &impl Fn(usize, usize) -> u64) -> u64 {
    let starts = std::iter::once(0).chain(order.iter().copied());
    starts.zip(order).map(|(from, to)| cost(from, *to)).sum()
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
        assert!(length(&order, &|from, to| seconds(from, to).unwrap()) <= 34, "{order:?}");
    }

    #[test]
    fn every_place_is_visited_once_even_without_roads() {
        let mut order = shortest(6, &|_, _| None);
        order.sort_unstable();
        assert_eq!(order, [1, 2, 3, 4, 5, 6]);
        assert!(shortest(0, &|_, _| None).is_empty());
    }
}
