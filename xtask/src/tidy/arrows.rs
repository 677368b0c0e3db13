//! Which crate may use which: the arrows of ARCHITECTURE.md.

use serde_json::Value;

use super::Problem;
use super::metadata::{items, text};

/// What each crate may use of ours, in the program and in its tests.
const ARROWS: &[(&str, &[&str])] = &[
    // They know what anybody can know, so nothing of ours.
    ("doorstep-attackers", &[]),
    ("doorstep-domain", &[]),
    ("doorstep-wire", &["doorstep-domain"]),
    ("doorstep-roads", &["doorstep-domain"]),
    ("doorstep-store", &["doorstep-wire", "doorstep-domain"]),
    ("doorstep-store-sqlite", &["doorstep-store", "doorstep-wire", "doorstep-domain"]),
    ("doorstep-server", &["doorstep-store", "doorstep-wire", "doorstep-roads", "doorstep-domain"]),
    ("doorstep-simulator", &["doorstep-wire", "doorstep-domain", "doorstep-roads"]),
    (
        "doorstep",
        &[
            "doorstep-attackers",
            "doorstep-domain",
            "doorstep-wire",
            "doorstep-roads",
            "doorstep-store",
            "doorstep-store-sqlite",
            "doorstep-server",
            "doorstep-simulator",
        ],
    ),
    (TESTKIT, &["doorstep-store", "doorstep-wire", "doorstep-domain"]),
    ("doorstep-e2e", &[]),
    ("xtask", &[]),
];

/// For tests only: any crate may use it there, and none in the program.
const TESTKIT: &str = "doorstep-testkit";

/// Finds arrows that must not be, in what `cargo metadata` says.
pub(super) fn check(metadata: &Value) -> Vec<Problem> {
    let packages = items(metadata, "packages");
    let mut problems = Vec::new();
    for package in packages {
        let name = text(package, "name").unwrap_or_default();
        let Some((_, allowed)) = ARROWS.iter().find(|(crate_name, _)| *crate_name == name) else {
            problems.push(wrong(package, format!("{name} has no row in the table of arrows")));
            continue;
        };
        for dependency in items(package, "dependencies") {
            let used = text(dependency, "name").unwrap_or_default();
            let is_ours = dependency.get("path").is_some_and(Value::is_string);
            let for_tests = text(dependency, "kind") == Some("dev");
            let is_testkit = used == TESTKIT && for_tests;
            if is_ours && !is_testkit && !allowed.contains(&used) {
                problems.push(wrong(package, format!("{name} must not use {used}")));
            }
        }
    }
    problems
}

fn wrong(package: &Value, what: String) -> Problem {
    let path = text(package, "manifest_path").unwrap_or_default();
    let root = crate::process::root();
    let path = std::path::Path::new(path).strip_prefix(root).unwrap_or(std::path::Path::new(path));
    Problem::new(&path.to_string_lossy(), 0, what)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    /// What is wrong when the crate uses the other one, in the program (`null`) or in tests (`"dev"`).
    fn found(name: &str, used: &str, kind: &Value) -> Vec<String> {
        let metadata = json!({ "packages": [{
            "name": name, "manifest_path": "Cargo.toml",
            "dependencies": [{ "name": used, "kind": kind, "path": "crates/x" }, { "name": "serde", "kind": null }],
        }]});
        check(&metadata).into_iter().map(|problem| problem.what).collect()
    }

    #[test]
    fn a_wrong_arrow_is_found() {
        for (name, used) in [
            ("doorstep-domain", "doorstep-wire"),
            ("doorstep-attackers", "doorstep-domain"),
            ("doorstep-wire", "doorstep-store"),
            ("doorstep-server", "doorstep-store-sqlite"),
            ("doorstep-server", "doorstep"),
            ("doorstep-simulator", "doorstep-server"),
            ("doorstep-e2e", "doorstep-wire"),
        ] {
            for kind in [Value::Null, json!("dev"), json!("build")] {
                assert_eq!(found(name, used, &kind), [format!("{name} must not use {used}")]);
            }
        }
    }

    #[test]
    fn right_arrows_are_let_be() {
        for (name, used) in [("doorstep-wire", "doorstep-domain"), ("doorstep", "doorstep-store-sqlite")] {
            assert_eq!(found(name, used, &Value::Null), [""; 0]);
        }
    }

    #[test]
    fn the_testkit_is_for_tests_only() {
        assert_eq!(found("doorstep-server", TESTKIT, &json!("dev")), [""; 0]);
        assert_eq!(found("doorstep-server", TESTKIT, &Value::Null).len(), 1);
        assert_eq!(found("doorstep-domain", TESTKIT, &Value::Null).len(), 1);
    }

    #[test]
    fn a_new_crate_needs_a_row() {
        assert_eq!(found("doorstep-new", "serde", &Value::Null).len(), 1);
    }
}
