//! A disk small enough to be filled. Mounting one needs root.

use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

/// A disk of a few MiB, gone when this is dropped.
#[derive(Debug)]
pub struct SmallDisk {
    folder: TempDir,
}

impl SmallDisk {
    /// Mounts one; none where this user may not mount.
    ///
    /// # Panics
    /// When no temporary folder can be made.
    pub fn mount(mebibytes: u32) -> Option<Self> {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let size = format!("size={mebibytes}m");
        let mounted =
            Command::new("mount").args(["-t", "tmpfs", "-o", &size, "tmpfs"]).arg(folder.path()).output();
        mounted.is_ok_and(|mounted| mounted.status.success()).then_some(Self { folder })
    }

    /// Where it is mounted.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// A file of this size, to be removed again.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn ballast(&self, mebibytes: usize) -> std::io::Result<PathBuf> {
        let path = self.path().join("ballast");
        std::fs::write(&path, vec![b'x'; mebibytes * 1024 * 1024])?;
        Ok(path)
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        // Lazily: a server may still be about to let its files go.
        let _left = Command::new("umount").arg("--lazy").arg(self.folder.path()).status();
    }
}
