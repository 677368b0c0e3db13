//! `/v1/tours`: tours, what is planned of them, and what operators say happened to them.

pub(in crate::api) mod add_events;
mod assemble;
pub(in crate::api) mod change;
pub(in crate::api) mod create;
pub(in crate::api) mod explain;
pub(in crate::api) mod list;
pub(in crate::api) mod read;
mod timing;

pub(super) use add_events::add_events;
pub(super) use change::change;
pub(super) use create::create;
pub(super) use explain::explain;
pub(super) use list::list;
pub(super) use read::get;
