//! The real binary from outside. One program, so that it is linked once; one file per concern.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that fails says enough")]

mod bad_input;
mod carriers;
mod commands;
mod crash;
mod demo;
mod documents;
mod explain;
mod full_disk;
mod import;
mod measure;
mod phones;
mod replay;
mod slow_reader;
mod startup;
mod stop;
mod story;
