//! The SQLite store from outside.

mod afterwards;
mod beyond;
mod common;
mod contract;
mod crash;
mod full;
mod golden;
mod samples;
mod schema;
mod writer;
