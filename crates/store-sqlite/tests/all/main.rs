//! The SQLite store from outside.

mod common;
mod contract;
mod crash;
mod full;
mod schema;
mod writer;
