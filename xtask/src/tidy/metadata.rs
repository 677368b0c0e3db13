//! What cargo knows about the workspace and its dependencies.

use anyhow::{Context, Result};
use serde_json::Value;

use crate::process::{cargo, output, program};

/// The workspace's own crates.
pub(super) fn workspace() -> Result<Value> {
    read(&["--no-deps"])
}

/// Every crate that is built here, with its licence.
pub(super) fn dependencies() -> Result<Value> {
    let version = output(program("rustc").arg("-vV")).context("`rustc -vV` tells nothing")?;
    let host = version.lines().find_map(|line| line.strip_prefix("host: ")).context("rustc tells no host")?;
    read(&["--filter-platform", host])
}

fn read(options: &[&str]) -> Result<Value> {
    let mut command = cargo(&["metadata", "--format-version", "1", "--locked", "--quiet"]);
    let text =
        output(command.args(options)).context("`cargo metadata --locked` fails; is Cargo.lock in step?")?;
    serde_json::from_str(&text).context("what `cargo metadata` says cannot be read")
}

/// The items of a list in a JSON object.
pub(super) fn items<'a>(object: &'a Value, name: &str) -> &'a [Value] {
    object.get(name).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// A text in a JSON object.
pub(super) fn text<'a>(object: &'a Value, name: &str) -> Option<&'a str> {
    object.get(name).and_then(Value::as_str)
}
