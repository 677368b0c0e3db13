//! What is stored of people, why, for how long, and the worker that forgets it.
//!
//! [`KINDS`] is the one table of it: settings, documents and the worker are made from it. To store something new, give it
//! a row there and a line in `worker::forget_kind`.

mod kinds;
mod settings;
#[cfg(test)]
mod tests;
mod worker;

pub use kinds::{Data, KINDS, Kind, Term, table};
pub use settings::{Retention, TooLong};

pub(crate) use worker::{forget_due, lesson_days, run};
