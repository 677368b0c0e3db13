//! An operator's own figures: how well forecasts held on the tours that are over.
//!
//! A tour is judged once, some time after it ended, by a worker that asks the records which tours wait; so one that
//! ended while the server was off is judged after its start. What is kept are sums by day and region, and
//! by day what the tour taught.

mod figures;
mod judging;
mod kept;
mod learning;

pub(crate) use figures::figures;
pub(crate) use judging::{judge_all, run};
pub(crate) use kept::kept_lately;
