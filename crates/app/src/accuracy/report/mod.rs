//! The page about accuracy: one Markdown file, and a folder of plots beside it. The same days give the same bytes.

mod page;
mod plots;
mod svg;

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, bail};

use super::runs::Measured;

/// Writes the page, and its plots into the folder of the same name.
///
/// # Errors
/// When a file cannot be written, or the name of a day cannot be that of a file.
pub(crate) fn write(days: &[Measured], seed: u64, out: &Path) -> Result<()> {
    let Some(folder) = out.file_stem().and_then(|stem| stem.to_str()).filter(|_| out.extension().is_some())
    else {
        bail!("{} is no name of a page: it must end with .md", out.display());
    };
    let mut text = page::head(days, seed);
    for day in days {
        let name = file_name(&day.dataset.name)?;
        let mut images = Vec::new();
        for (kind, plot) in plots::of(day) {
            let path = format!("{folder}/{name}-{kind}.svg");
            write_file(&out.with_file_name(&path), &svg::draw(&plot))?;
            images.push((plot.title, path));
        }
        text.push_str(&page::section(day, &images));
    }
    write_file(out, &text)
}

fn write_file(path: &Path, text: &str) -> Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let made = folder.map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::write(path, text));
    made.with_context(|| format!("{} cannot be written", path.display()))
}

/// The name of a day, if it can be the name of a file on every system.
fn file_name(name: &str) -> Result<&str> {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-');
    if name.is_empty() || name.len() > 64 || name.starts_with('.') || !name.chars().all(is_plain) {
        bail!("the name of the day, {name:?}, cannot be that of a file: A-Z, a-z, 0-9, '.', '_' and '-' can");
    }
    Ok(name)
}

#[cfg(test)]
mod tests;
