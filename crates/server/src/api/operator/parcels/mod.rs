//! `/v1/parcels`: parcels, apart from the tours that bring them.

pub(in crate::api) mod change;
pub(in crate::api) mod create;
pub(super) mod draft;
pub(in crate::api) mod hear;
pub(in crate::api) mod read;

pub(super) use change::change;
pub(super) use create::create;
pub(super) use hear::hear;
pub(super) use read::{get, list};
