//! The TypeScript client: its own checks and tests, and that its types are those of the server.

use anyhow::Result;

use crate::npm::npm;
use crate::process::{built, cargo, run};

const FOLDER: &str = "clients/typescript";

/// Makes the types anew from the description that the server gives of its interface.
pub(crate) fn generate() -> Result<()> {
    run(&mut cargo(&["build", "--package", "doorstep", "--bin", "doorstep", "--quiet"]))?;
    let mut npm = npm(FOLDER)?;
    run(npm.args(["run", "--silent", "generate"]).env("DOORSTEP_BIN", built("debug/doorstep")))
}

/// Types, lints and formatting.
pub(crate) fn check() -> Result<()> {
    run(npm(FOLDER)?.args(["run", "--silent", "check"]))
}

/// Tests without a server of ours.
pub(crate) fn unit_tests() -> Result<()> {
    run(npm(FOLDER)?.args(["test", "--silent"]))
}

/// Tests against the binary that was just built.
pub(crate) fn against_binary() -> Result<()> {
    let mut npm = npm(FOLDER)?;
    run(npm.args(["run", "--silent", "server"]).env("DOORSTEP_BIN", built("debug/doorstep")))
}
