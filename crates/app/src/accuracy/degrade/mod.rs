//! Recorded days made poorer, to see how predictions bear it. The same seed gives the same day.
//!
//! [`variant`] names the ways. [`feed`] changes what is received, [`plan`] what was planned, [`times`] when things
//! really happened; what is not named stays as it was. To add a way, add a [`Variant`].

mod chance;
mod feed;
mod plan;
mod times;
mod variant;
mod write;

pub(crate) use variant::Variant;
pub(crate) use write::degrade;

#[cfg(test)]
mod tests;
