//! Attackers: recipients who keep all that their page was sent and try to find out where the other stops were.
//!
//! They use nothing of the project, so that they know what anybody can know: the streets, the houses, typical times, their
//! own door and delivery, and what was released to them. [`Case`] is a scenario: a town that everybody knows and a
//! truth that the judge knows alone. [`judge()`] lets each attacker name as many houses as there were stops and counts
//! the hits.
//!
//! The way through the crate: `scenario` reads a folder, `town` is what is public, `truth` what is not, `released` what
//! each recipient got; `picture` is what one of them makes of it, `attack` the ways to name houses from a picture,
//! `judge` the choice of the best variant and the score. To add an attack, add a variant to `attack::Attack`.
//!
//! Everything is a function of the files and a seed.

// The indices of tables come from the very tables, and counts of houses and stops are small.
#![expect(clippy::indexing_slicing, reason = "an attack is arithmetic on tables that are made together")]
#![expect(clippy::cast_precision_loss, reason = "there are far fewer than 2^52 houses, stops and seconds")]

mod attack;
mod judge;
mod lines;
mod naming;
mod picture;
mod plane;
mod released;
pub mod scenario;
mod spread;
mod town;
mod truth;
mod usefulness;
mod verdict;

#[cfg(test)]
mod tests;

pub use judge::{Case, Options, judge};
pub use lines::FileError;
pub use released::ReleasedRow;
pub use usefulness::Usefulness;
pub use verdict::{Control, Guess, Outcome, Verdict};
