//! What is stored of people, why, for how long, and the worker that forgets it.
//!
//! [`KINDS`] is the one table of it: settings, documents and the worker are made from it. To store something new, give it
//! a row there and a line in `Due::forget`.

pub mod copies;
mod due;
mod kinds;
mod restored;
mod settings;
#[cfg(test)]
mod tests;
mod worker;

pub use kinds::{Data, KINDS, Kind, Term, UNEXPLAINED_TOUR_DAYS, table};
pub use restored::forget_again;
pub use settings::{Retention, TooLong};

pub(crate) use due::lesson_days;
pub(crate) use worker::{forget_due, run};
