//! Encrypted copies of the database, and bringing one back without what was forgotten since it was made.

mod age;
mod archive;
mod make;
mod restore;

pub(crate) use age::{Identity, NoKey, Recipient};
pub(crate) use make::make;
pub(crate) use restore::{Source, restore};
