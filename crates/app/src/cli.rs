//! The command line, as a tree.

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::commands::{
    accuracy, admin, bench, demo, doctor, explain, import, record, replay, roads, serve, simulate,
};

/// Live delivery tracking: "where is my parcel", a live map for recipients, private by construction.
#[derive(Debug, Parser)]
#[command(name = "doorstep", version, propagate_version = true)]
#[command(after_help = "Every option can also be given in the environment, as DOORSTEP_ and its name.\n\
    Exit status: 0 done, 1 failed, 2 wrong use.")]
pub(crate) struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Show the whole story with simulated drivers on real streets
    Demo(demo::Args),
    /// Run the server
    Serve(serve::Args),
    /// Drive simulated tours against a server, by its public interface
    Simulate(simulate::Args),
    /// Bring tours and parcels from a file to a server
    Import(import::Args),
    /// Record simulated tours and what really happened on them, to judge the model by
    Record(record::Args),
    /// Run recorded days through the model and write its predictions
    Replay(replay::Args),
    /// Measure how good predictions are, on recorded days
    Accuracy(accuracy::Args),
    /// Say what was believed of a tour at an instant, and why
    Explain(explain::Args),
    /// Prepare roads
    Roads(roads::Args),
    /// Measure this machine
    Bench(bench::Args),
    /// Look after users, keys, drivers and data
    Admin(admin::Args),
    /// Check a configuration and say how to mend what is wrong
    Doctor(doctor::Args),
}

impl Command {
    /// Does it.
    ///
    /// # Errors
    /// Whatever kept it from being done, for [`crate::failure::report`].
    pub(crate) fn run(self) -> anyhow::Result<ExitCode> {
        match self {
            Self::Demo(args) => demo::run(args),
            Self::Serve(args) => serve::run(args),
            Self::Simulate(args) => simulate::run(args),
            Self::Import(args) => import::run(&args),
            Self::Record(args) => record::run(&args),
            Self::Replay(args) => replay::run(&args),
            Self::Accuracy(args) => accuracy::run(args),
            Self::Explain(args) => explain::run(args),
            Self::Roads(args) => roads::run(args),
            Self::Bench(args) => bench::run(args),
            Self::Admin(args) => admin::run(args),
            Self::Doctor(args) => doctor::run(&args),
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::Cli;

    #[test]
    fn the_command_line_is_well_formed() {
        Cli::command().debug_assert();
    }

    #[test]
    fn every_option_has_a_variable() {
        check(&Cli::command());
    }

    fn check(command: &clap::Command) {
        for argument in command.get_arguments().filter(|argument| argument.get_long().is_some()) {
            let name = argument.get_long().expect("it was filtered for");
            if matches!(name, "help" | "version") {
                continue;
            }
            let variable = argument.get_env().and_then(|variable| variable.to_str());
            let wanted = format!("DOORSTEP_{}", name.replace('-', "_").to_uppercase());
            assert_eq!(variable, Some(wanted.as_str()), "{} --{name}", command.get_name());
        }
        command.get_subcommands().for_each(check);
    }
}
