//! `doorstep`: one binary with every command.
//!
//! A table of contents: parse, dispatch, exit status. Each command is a file in `commands`; what commands share
//! stands beside it (`config`, `clock`, `telemetry`, `wiring`).

mod accounts;
mod accuracy;
mod backup;
mod bench;
mod carriers;
mod cli;
mod clock;
mod commands;
mod config;
mod database;
mod demo;
mod doctor;
mod explain;
mod failure;
mod fleet;
mod import;
mod lifecycle;
mod output;
mod person;
mod record;
mod recorded;
mod replay;
mod telemetry;
mod wiring;
mod wording;

use std::process::ExitCode;

use clap::Parser as _;

fn main() -> ExitCode {
    let cli = cli::Cli::parse();
    cli.command.run().unwrap_or_else(|error| failure::report(&error))
}
