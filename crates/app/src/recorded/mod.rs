//! Recorded days: the files of a folder, read and written as JSON Lines.
//!
//! [`day`] is what a system is told, [`truth`] what really happened, [`prediction`] what was believed in between.
//! A field that is absent means the same as one that is null; fields that are not known are passed over.

pub(crate) mod day;
pub(crate) mod lines;
pub(crate) mod prediction;
pub(crate) mod truth;
pub(crate) mod writer;
