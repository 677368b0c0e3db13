//! Text that holds on one machine only: its folders, and the hosts that its registries happen to have.

use super::Problem;

/// What must not stand in any file. They are put together here, so that this file may stand in the tree too.
const FORBIDDEN: &[(&str, &str)] = &[
    (concat!("/wo", "rk/"), "a folder of one machine"),
    (concat!("/fa", "rm/"), "a folder of one machine"),
    (concat!("/ho", "me/"), "a folder of one machine"),
    (concat!("/tm", "p/bash_jobs"), "a folder of one machine"),
    (concat!("/tm", "p/studio"), "a folder of one machine"),
    (concat!("crates.", "io/api"), "the host of a package registry"),
    (concat!("static.crates.", "io"), "the host of a package registry"),
    (concat!("index.crates.", "io"), "the host of a package registry"),
    (concat!("registry.", "npmjs"), "the host of a package registry"),
    (concat!("python", "hosted"), "the host of a package registry"),
    (concat!("pypi.", "org"), "the host of a package registry"),
    (concat!("deb.", "debian"), "the host of a package registry"),
];

/// Files that other programs write and that name the registry they use.
const WRITTEN_BY_PROGRAMS: &[&str] = &["Cargo.lock"];

/// Finds such text.
pub(super) fn check(path: &str, content: &str) -> Vec<Problem> {
    if WRITTEN_BY_PROGRAMS.contains(&path) {
        return Vec::new();
    }
    let mut problems = Vec::new();
    for (number, line) in content.lines().enumerate() {
        for (text, why) in FORBIDDEN.iter().filter(|(text, _)| line.contains(text)) {
            problems.push(Problem::new(path, number + 1, format!("{text:?} is {why}")));
        }
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn machine_paths_and_registry_hosts_are_found() {
        for text in [concat!("see /wo", "rk/main/a"), concat!("https://registry.", "npmjs.org/x")] {
            assert_eq!(
                check("docs/a.md", &format!("fine\n{text}\n")).first().map(|found| found.line),
                Some(2)
            );
        }
    }

    #[test]
    fn usual_paths_are_let_be() {
        assert_eq!(check("docs/a.md", "/var/lib/doorstep, /tmp/x, crates/roads, web/dist, /etc"), []);
        assert_eq!(check("Cargo.lock", concat!("index.crates.", "io")), []);
    }
}
