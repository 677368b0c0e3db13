//! Chores of the repository: `cargo xtask test` runs everything that must hold, `cargo xtask help` lists the rest.
//!
//! One file per command. To add a check to the one test command, add a row to `test::STEPS`; to add a rule about
//! the files of the tree, add a row to `tidy::RULES`; to need one more program, add a row to `setup::NEEDS`.

mod accuracy;
mod attacks;
mod client;
mod npm;
mod process;
mod setup;
mod test;
mod tidy;
mod web;

use std::process::ExitCode;

use anyhow::Result;

const HELP: &str = "\
Chores of the Doorstep repository

Usage: cargo xtask <COMMAND>

  test            Installs what is missing, then runs every check, the fast ones first; stops at the first failure
  test --only STEP...   Runs only these steps, without installing anything
  test --list     Lists the steps
  setup           Installs what the checks need: Chromium and a current Node, on Debian and its relatives
  tidy            Checks the rules of the tree: arrows between crates, file lengths, links, words, licences
  accuracy [DAY...] Builds a release and writes `docs/accuracy.md` about a simulated day and recorded ones
  attacks [SCENARIO...] Builds a release and writes `docs/attacks.md` about the demo's town and other scenarios
  web             Builds the pages into `web/dist`, which is committed
  client          Makes the types of the TypeScript client from what the server says of itself; they are committed
  help            Shows this
";

/// What is asked for.
#[derive(Debug, PartialEq, Eq)]
enum Command {
    Help,
    Test { only: Vec<String> },
    List,
    Setup,
    Tidy,
    Web,
    Client,
    Accuracy { days: Vec<String> },
    Attacks { scenarios: Vec<String> },
}

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let Some(command) = read(&words) else {
        eprint!("error: `{}` is no chore\n\n{HELP}", words.join(" "));
        return ExitCode::from(2);
    };
    match run(&command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn read(words: &[&str]) -> Option<Command> {
    match words {
        [] | ["help" | "--help" | "-h"] => Some(Command::Help),
        ["test", "--list"] => Some(Command::List),
        ["test"] => Some(Command::Test { only: Vec::new() }),
        ["test", "--only", steps @ ..] if !steps.is_empty() => {
            let steps = steps.iter().filter(|step| **step != "--only");
            Some(Command::Test { only: steps.map(|step| (*step).to_owned()).collect() })
        }
        ["setup"] => Some(Command::Setup),
        ["tidy"] => Some(Command::Tidy),
        ["web"] => Some(Command::Web),
        ["client"] => Some(Command::Client),
        ["accuracy", days @ ..] if days.iter().all(|day| !day.starts_with('-')) => {
            Some(Command::Accuracy { days: days.iter().map(|day| (*day).to_owned()).collect() })
        }
        ["attacks", scenarios @ ..] if scenarios.iter().all(|scenario| !scenario.starts_with('-')) => {
            Some(Command::Attacks {
                scenarios: scenarios.iter().map(|scenario| (*scenario).to_owned()).collect(),
            })
        }
        _ => None,
    }
}

fn run(command: &Command) -> Result<()> {
    match command {
        Command::Help => print!("{HELP}"),
        Command::List => test::list(),
        Command::Test { only } => return test::run(only),
        Command::Setup => return setup::run_and_say(),
        Command::Tidy => return tidy::run(),
        Command::Web => return web::build(),
        Command::Client => return client::generate(),
        Command::Accuracy { days } => return accuracy::run(days),
        Command::Attacks { scenarios } => return attacks::run(scenarios),
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chores_are_read() {
        assert_eq!(read(&["test"]), Some(Command::Test { only: Vec::new() }));
        let only = Some(Command::Test { only: vec!["fmt".to_owned(), "tidy".to_owned()] });
        assert_eq!(read(&["test", "--only", "fmt", "tidy"]), only);
        assert_eq!(read(&["test", "--only", "fmt", "--only", "tidy"]), only);
        let days = vec!["a".to_owned(), "b".to_owned()];
        assert_eq!(read(&["accuracy", "a", "b"]), Some(Command::Accuracy { days }));
        let scenarios = vec!["a".to_owned()];
        assert_eq!(read(&["attacks", "a"]), Some(Command::Attacks { scenarios }));
        assert_eq!(read(&[]), Some(Command::Help));
    }

    #[test]
    fn what_is_no_chore_is_refused() {
        for words in
            [&["tests"][..], &["test", "--only"], &["test", "fmt"], &["tidy", "--fix"], &["accuracy", "-v"]]
        {
            assert_eq!(read(words), None, "{words:?}");
        }
    }

    #[test]
    fn the_help_names_every_chore() {
        for chore in ["test", "setup", "tidy", "accuracy", "attacks", "web", "client", "help"] {
            assert!(HELP.lines().any(|line| line.trim_start().starts_with(chore)), "{chore}");
        }
    }
}
