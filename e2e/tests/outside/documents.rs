//! What the documents say can be done.

use std::path::{Path, PathBuf};

use doorstep_e2e::binary::run;

fn documents(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries
        .flat_map(|path| match path.extension() {
            Some(ending) if ending == "md" => vec![path],
            _ if path.is_dir() => documents(&path),
            _ => Vec::new(),
        })
        .collect()
}

/// The commands in the code blocks and code spans of a document that run the binary.
fn commands(text: &str) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    let mut in_code = false;
    for line in text.lines() {
        if line.trim_start().starts_with("```") {
            in_code = !in_code;
            continue;
        }
        let spans: Vec<&str> =
            if in_code { vec![line] } else { line.split('`').skip(1).step_by(2).collect() };
        for span in spans {
            let words = span.trim().trim_start_matches("$ ").trim_start_matches("./target/release/");
            let words = words.strip_prefix("cargo run -- ").or_else(|| words.strip_prefix("doorstep "));
            found.extend(words.map(|words| words.split_whitespace().map(str::to_owned).collect()));
        }
    }
    found
}

/// The words that name a command, before its options and arguments.
fn names(words: &[String]) -> Vec<&str> {
    let is_name =
        |word: &&str| !word.starts_with('-') && word.chars().all(|c| c.is_ascii_lowercase() || c == '-');
    words.iter().map(String::as_str).take_while(is_name).collect()
}

#[test]
fn every_command_in_the_documents_exists() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut all = documents(&root.join("docs"));
    all.extend(
        ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "SECURITY.md"].map(|name| root.join(name)),
    );
    let folder = tempfile::tempdir().unwrap();
    let mut checked = 0;
    for document in all {
        for words in commands(&std::fs::read_to_string(&document).unwrap()) {
            let names = names(&words);
            let help: Vec<&str> = names.iter().copied().chain(["--help"]).collect();
            let ran = run(folder.path(), &help);
            assert_eq!(ran.status, 0, "{}: {words:?}: {}", document.display(), ran.stderr);
            for option in words.iter().filter(|word| word.starts_with("--")) {
                let option = option.split('=').next().unwrap_or_default();
                assert!(ran.stdout.contains(option), "{}: {option} of {names:?}", document.display());
            }
            checked += 1;
        }
    }
    assert!(checked > 10, "only {checked} commands were found");
}

#[test]
fn commands_are_found_in_documents() {
    let text = "Run `doorstep roads build X.osm.pbf`, then `doorstep admin privacy-report --out DIR`.\n```\ncargo run -- demo --speed 20\n```\nNot `doorstep-wire`.";
    let found = commands(text);
    assert_eq!(
        found.iter().map(|words| names(words)).collect::<Vec<_>>(),
        [vec!["roads", "build"], vec!["admin", "privacy-report"], vec!["demo"]]
    );
}
