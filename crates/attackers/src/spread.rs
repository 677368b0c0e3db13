//! Work on many things at once.

use std::num::NonZero;
use std::panic::resume_unwind;
use std::thread;

/// What `work` makes of each item, in their order, by as many threads as the machine has cores.
pub(crate) fn spread<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let threads = thread::available_parallelism().map_or(1, NonZero::get).min(items.len().max(1));
    let work = &work;
    let mine = move |first| items.iter().skip(first).step_by(threads).map(work).collect::<Vec<R>>();
    let mut done: Vec<_> = thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|first| scope.spawn(move || mine(first))).collect();
        let joined =
            workers.into_iter().map(|worker| worker.join().unwrap_or_else(|panic| resume_unwind(panic)));
        joined.map(Vec::into_iter).collect()
    });
    (0..items.len()).filter_map(|at| done[at % threads].next()).collect()
}

#[cfg(test)]
mod tests {
    use super::spread;

    #[test]
    fn the_order_is_kept() {
        let numbers: Vec<u32> = (0..1_001).collect();
        assert_eq!(spread(&numbers, |number| number * 2), numbers.iter().map(|n| n * 2).collect::<Vec<_>>());
        assert_eq!(spread(&[] as &[u32], |number| *number), [0; 0]);
    }
}
