//! The one test command: every check, the fast ones first, stopping at the first that fails.
//!
//! On a cold machine nearly all the time goes into compiling, so everything is compiled in one profile with one set
//! of features: the tests and the binary that they start come out of the same build.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::accuracy;
use crate::process::{self, cargo};
use crate::{client, setup, tidy, web};

/// One check.
struct Step {
    name: &'static str,
    about: &'static str,
    run: fn() -> Result<()>,
}

const STEPS: &[Step] = &[
    Step { name: "fmt", about: "Rust is formatted", run: format },
    Step { name: "tidy", about: "the rules of the tree hold", run: tidy::run },
    Step {
        name: "web-check",
        about: "the sources of pages and client are typed and formatted",
        run: web_check,
    },
    Step { name: "web-test", about: "unit tests of the pages and the client", run: web_test },
    Step { name: "web-dist", about: "the committed pages are what the sources give", run: web::fresh },
    Step { name: "clippy", about: "no warnings", run: clippy },
    Step { name: "test", about: "unit, integration, end-to-end and documentation tests", run: tests },
    Step { name: "accuracy", about: "predictions are as good as they were", run: accuracy_check },
    Step { name: "doc", about: "the documentation of the code has no broken links", run: documentation },
    Step { name: "client", about: "the TypeScript client against the real binary", run: client_test },
    Step { name: "browser", about: "the whole story in a real browser", run: browser },
];

/// Lists the steps.
pub(crate) fn list() {
    for step in STEPS {
        println!("{:<10} {}", step.name, step.about);
    }
}

/// Runs the steps named in `only`, or installs what is missing and runs all.
pub(crate) fn run(only: &[String]) -> Result<()> {
    let chosen = choose(only)?;
    let began = Instant::now();
    let mut table = Vec::new();
    if only.is_empty() {
        table.push(("setup", timed("setup", setup::install)?));
    }
    for step in chosen {
        table.push((step.name, timed(step.name, step.run)?));
    }
    println!();
    for (name, duration) in table {
        println!("{name:<10} {:>8}", shown(duration));
    }
    println!("{:<10} {:>8}", "all", shown(began.elapsed()));
    Ok(())
}

fn choose(only: &[String]) -> Result<Vec<&'static Step>> {
    if only.is_empty() {
        return Ok(STEPS.iter().collect());
    }
    for name in only {
        if !STEPS.iter().any(|step| step.name == name) {
            bail!("there is no step {name:?}; `cargo xtask test --list` tells them");
        }
    }
    Ok(STEPS.iter().filter(|step| only.iter().any(|name| step.name == name)).collect())
}

fn timed(name: &str, step: fn() -> Result<()>) -> Result<Duration> {
    println!("== {name}");
    let began = Instant::now();
    step().with_context(|| format!("{name} failed after {}", shown(began.elapsed())))?;
    println!("== {name}: {}", shown(began.elapsed()));
    Ok(began.elapsed())
}

fn shown(duration: Duration) -> String {
    match duration.as_secs() {
        0..60 => format!("{:.1} s", duration.as_secs_f64()),
        seconds => format!("{} min {:02} s", seconds / 60, seconds % 60),
    }
}

fn format() -> Result<()> {
    process::run(&mut cargo(&["fmt", "--all", "--check"]))
}

fn web_check() -> Result<()> {
    web::check()?;
    client::check()
}

fn web_test() -> Result<()> {
    web::unit_tests()?;
    client::unit_tests()
}

fn clippy() -> Result<()> {
    process::run(&mut cargo(&[
        "clippy",
        "--workspace",
        "--all-targets",
        "--quiet",
        "--",
        "--deny",
        "warnings",
    ]))
}

/// `--tests` keeps the features those of `cargo test`, so the binary costs no second build of its dependencies.
fn build() -> Result<()> {
    process::run(&mut cargo(&["build", "--workspace", "--bins", "--tests", "--quiet"]))
}

fn tests() -> Result<()> {
    build()?;
    process::run(cargo(&["test", "--workspace", "--quiet"]).env("E2E_BINARY", binary()))
}

fn accuracy_check() -> Result<()> {
    build()?;
    accuracy::check(&binary())
}

fn documentation() -> Result<()> {
    let mut cargo = cargo(&["doc", "--workspace", "--no-deps", "--document-private-items", "--quiet"]);
    process::run(cargo.env("RUSTDOCFLAGS", "--deny warnings"))
}

fn client_test() -> Result<()> {
    build()?;
    client::against_binary()
}

fn browser() -> Result<()> {
    build()?;
    // The pages in all their states are written by a test of the server.
    process::run(&mut cargo(&["test", "--workspace", "--lib", "--quiet", "--", "the_pages_are_written"]))?;
    web::browser()
}

/// The server's binary, as [`build`] leaves it.
fn binary() -> PathBuf {
    process::built("debug/doorstep")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_chosen_in_their_own_order() {
        let only = ["tidy".to_owned(), "fmt".to_owned()];
        let chosen: Vec<_> = choose(&only).expect("both exist").iter().map(|step| step.name).collect();
        assert_eq!(chosen, ["fmt", "tidy"]);
        assert_eq!(choose(&[]).expect("all exist").len(), STEPS.len());
        assert!(choose(&["fmtt".to_owned()]).is_err());
    }

    #[test]
    fn durations_are_for_people() {
        assert_eq!(shown(Duration::from_millis(1_240)), "1.2 s");
        assert_eq!(shown(Duration::from_secs(125)), "2 min 05 s");
    }
}
