//! When other carriers are asked, and about which of their parcels.
//!
//! Each carrier has a worker of its own, so that one that is slow, or that wants to be left alone, delays no other. Before
//! each question it looks at two things: whether the carrier may be asked now ([`budget`]), and which parcel waits longest
//! for what its status lets expect ([`choice`]); what became of a question says when the next one is due ([`after`]). All
//! three are pure: time and chance are arguments. What they decide on is in the database, so that a start goes on where the
//! last run stopped; the question is noted before it is asked, since one that was cut off was asked as well.

mod after;
mod budget;
mod choice;
mod pace;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;
mod worker;

pub(super) use budget::Budget;
pub(super) use pace::Pace;
pub(crate) use worker::Asker;
