//! The SQLite store from outside.

mod afterwards;
mod common;
mod contract;
mod crash;
mod full;
mod golden;
mod schema;
mod writer;
