//! What the checks need beside Rust: installed when missing, left alone when present.
//!
//! Debian 12 packages Node 18, which is too old for the front end's tool-chain. Its npm is good enough to fetch a
//! current Node and npm as npm packages, which stay in `target/tools` and touch nothing else on the machine.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::process::{cargo, on_path, output, program, root, run};

/// What must be there, and the Debian package that has it: a program on the search path, or a file.
const NEEDS: &[(&str, &str)] = &[
    ("chromium", "chromium"),
    ("git", "git"),
    ("curl", "curl"),
    ("cc", "gcc"),
    ("/usr/sbin/mosquitto", "mosquitto"),
    ("/usr/include/stdlib.h", "libc6-dev"),
    ("/usr/share/fonts/truetype/dejavu", "fonts-dejavu-core"),
];

/// The Node and npm to fetch where the machine's own are missing or too old.
const NODE: &str = "22.23.3";
const NPM: &str = "11.21.2";

/// Installs what is missing and says what is there.
pub(crate) fn run_and_say() -> Result<()> {
    install()?;
    let version = output(with_node("node").arg("--version")).context("the Node just found does not run")?;
    println!("everything is here: Rust, Chromium, curl and Node {version}");
    Ok(())
}

/// Installs what is missing.
pub(crate) fn install() -> Result<()> {
    let missing: Vec<&str> =
        NEEDS.iter().filter(|(need, _)| !is_there(need)).map(|(_, package)| *package).collect();
    packages(&missing)?;
    rust_components()?;
    node()
}

/// `program` with a good enough Node on its search path; call after [`install`].
pub(crate) fn with_node(name: &str) -> Command {
    let tools = tools();
    if !tools.join("node").exists() {
        return program(name);
    }
    let rest = std::env::var_os("PATH").unwrap_or_default();
    let folders = std::iter::once(tools.clone()).chain(std::env::split_paths(&rest));
    let path = std::env::join_paths(folders).unwrap_or_else(|_| OsString::from(&tools));
    let mut command = program(if tools.join(name).exists() { tools.join(name) } else { PathBuf::from(name) });
    command.env("PATH", path);
    command
}

fn is_there(need: &str) -> bool {
    if need.starts_with('/') { Path::new(need).exists() } else { on_path(need).is_some() }
}

/// Installs Debian packages; says which to install by hand where that is not possible.
fn packages(missing: &[&str]) -> Result<()> {
    if missing.is_empty() {
        return Ok(());
    }
    let names = missing.join(" ");
    if on_path("apt-get").is_none() {
        bail!("these are missing and this system has no apt-get to install them with: {names}");
    }
    println!("installing {names}");
    let as_root = || -> Result<Command> {
        if output(program("id").arg("-u")).as_deref() == Some("0") {
            let mut command = program("env");
            command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get"]);
            return Ok(command);
        }
        if on_path("sudo").is_none() {
            bail!("these are missing; install them as root, then start again: apt-get install {names}");
        }
        let mut command = program("sudo");
        command.args(["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]);
        Ok(command)
    };
    run(as_root()?.args(["update", "--quiet", "--quiet"]))?;
    // Debian tells every file that it unpacks; what goes wrong is told on standard error.
    let install = ["install", "--yes", "--quiet", "--quiet", "--no-install-recommends"];
    run(as_root()?.args(install).args(missing).stdout(Stdio::null()))
        .with_context(|| format!("{names} could not be installed"))
}

/// Rustup's minimal profile has neither of these.
fn rust_components() -> Result<()> {
    for (command, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        if output(cargo(&[command]).arg("--version")).is_some() {
            continue;
        }
        println!("installing {component}");
        run(program("rustup").args(["component", "add", component]))
            .with_context(|| format!("`cargo {command}` is missing; install {component}"))?;
    }
    Ok(())
}

/// Fetches a Node, unless this machine's or an earlier one is good enough.
fn node() -> Result<()> {
    let version = output(with_node("node").arg("--version"));
    if version.as_deref().is_some_and(is_new_enough) && output(with_node("npm").arg("--version")).is_some() {
        return Ok(());
    }
    if on_path("npm").is_none() {
        packages(&["npm"])?;
    }
    let kind = match std::env::consts::ARCH {
        "x86_64" => "x64",
        "aarch64" => "arm64",
        other => bail!("there is no Node to fetch for {other}; install Node 22.12 or newer"),
    };
    let folder = root().join("target/tools");
    std::fs::create_dir_all(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    println!("fetching Node {NODE} into {}", folder.display());
    let mut npm = program("npm");
    npm.args(["install", "--no-save", "--no-audit", "--no-fund", "--loglevel=error", "--prefix"])
        .arg(&folder);
    run(npm.arg(format!("node-linux-{kind}@{NODE}")).arg(format!("npm@{NPM}")))
        .context("Node could not be fetched; install Node 22.12 or newer")
}

/// The versions that the front end's tool-chain runs on (`engines` in `web/package.json`).
fn is_new_enough(version: &str) -> bool {
    let mut numbers = version.trim_start_matches('v').split('.').map(str::parse::<u32>);
    match (numbers.next(), numbers.next()) {
        (Some(Ok(major)), Some(Ok(minor))) => match major {
            20 => minor >= 19,
            22 => minor >= 12,
            _ => major > 22,
        },
        _ => false,
    }
}

/// Where a fetched Node lies.
fn tools() -> PathBuf {
    root().join("target/tools/node_modules/.bin")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn old_nodes_are_told_from_new_ones() {
        for old in ["v18.19.0", "v20.18.3", "v21.7.0", "v22.11.0", "", "x"] {
            assert!(!is_new_enough(old), "{old}");
        }
        for new in ["v20.19.0", "v20.20.2", "v22.12.0", "v24.0.1"] {
            assert!(is_new_enough(new), "{new}");
        }
    }

    #[test]
    fn needs_are_programs_or_files() {
        assert!(is_there("/") && is_there("cargo"));
        assert!(!is_there("/no/such/file") && !is_there("no-such-program"));
    }
}
