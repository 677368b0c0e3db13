//! Which database a URL means.

use std::path::PathBuf;

use crate::failure::WrongUse;

/// The file of an embedded database.
///
/// # Errors
/// When the URL means another kind of database, which is wrong use.
pub(crate) fn sqlite_path(url: &str) -> anyhow::Result<PathBuf> {
    if url.starts_with("postgres:") || url.starts_with("postgresql:") {
        return Err(WrongUse::later("PostgreSQL", "Use an embedded database, such as sqlite:doorstep.db."));
    }
    let Some(path) = url.strip_prefix("sqlite:") else {
        let what =
            format!("`{url}` is no database URL; write sqlite: and a path, such as sqlite:doorstep.db");
        return Err(WrongUse(what).into());
    };
    let path = path.strip_prefix("//").unwrap_or(path);
    if path.is_empty() || path.starts_with(':') || path.contains('?') {
        let what = format!("`{url}` names no file; write sqlite: and a path, such as sqlite:doorstep.db");
        return Err(WrongUse(what).into());
    }
    Ok(PathBuf::from(path))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::sqlite_path;

    #[test]
    fn paths_follow_the_scheme() {
        for (url, path) in
            [("sqlite:a.db", "a.db"), ("sqlite://a.db", "a.db"), ("sqlite:///var/a.db", "/var/a.db")]
        {
            assert_eq!(sqlite_path(url).expect("a right URL"), Path::new(path), "{url}");
        }
    }

    #[test]
    fn what_is_no_sqlite_file_is_refused_in_words() {
        let refusal = |url| sqlite_path(url).expect_err("a wrong URL").to_string();
        assert!(refusal("postgres://localhost/doorstep").contains("later version"));
        assert!(refusal("sqlite::memory:").contains("names no file"));
        assert!(refusal("sqlite:").contains("names no file"));
        assert!(refusal("mysql://x").contains("is no database URL"));
    }
}
