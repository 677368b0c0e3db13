//! How accurate predictions are: recorded days, and what was predicted for them, before the judge.
//!
//! The judge knows predictions by their file alone and nothing of how they are made. One file a measure:
//! [`next_stop`], [`stops_away`], [`order`], [`arrival`], [`windows`], [`served`], and [`spells`] for tracks of which
//! only moving and standing are asked. [`snapshots`] says at which instants is asked, [`truth`] what was true then,
//! [`shown`] what was predicted, [`pooled`] how sure a mean is. To add a measure, write such a file, give it to
//! [`judge`] and, if it is to stand in the tables, add a row to [`measure`].
//!
//! [`degrade`] makes days poorer, [`runs`] replays and scores days in every way, [`report`] makes a page of that, and
//! [`check`] compares it with what is expected.

mod ahead;
mod arrival;
pub(crate) mod check;
pub(crate) mod degrade;
mod instants;
mod judge;
mod measure;
mod moment;
mod next_stop;
mod order;
mod pooled;
pub(crate) mod report;
mod roster;
pub(crate) mod runs;
mod score;
mod served;
mod shown;
mod snapshots;
mod spells;
mod stops_away;
pub(crate) mod table;
mod truth;
mod windows;

pub(crate) use score::score;

#[cfg(test)]
mod scene;
#[cfg(test)]
mod tests;
