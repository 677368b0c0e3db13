//! What recipients may see, as those decide it who may: rules are read, set and tried out here, for programs and for the
//! page alike.
//!
//! Setting rules is keeping a record of who set them, in one write of the database, and open pages follow at once.
//! Trying rules out shows what a recipient would see, so it is recorded first, and refused when it cannot be.

mod preview;
mod rules;
#[cfg(test)]
mod tests;

pub(crate) use preview::{Draft, preview, rules_about};
pub(crate) use rules::{Current, current, set};
