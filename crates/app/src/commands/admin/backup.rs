//! `doorstep admin backup`, `backup-key` and `restore`.

use std::fs::OpenOptions;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use doorstep_server::retention::copies;
use jiff::Timestamp;
use secrecy::ExposeSecret as _;

use super::super::ConfigArgs;
use crate::backup::{Identity, Source};
use crate::config::Config;
use crate::database::sqlite_path;
use crate::failure::WrongUse;
use crate::{backup, wiring};

/// The options of `doorstep admin backup`.
#[derive(Debug, clap::Args)]
pub(super) struct BackupArgs {
    #[command(flatten)]
    config: ConfigArgs,
    /// The file of the copy, which must not be there [default: one named by the time, in `backup.directory`]
    to: Option<PathBuf>,
}

/// The options of `doorstep admin backup-key`.
#[derive(Debug, clap::Args)]
pub(super) struct KeyArgs {
    /// The file that the secret key goes to
    to: PathBuf,
}

/// The options of `doorstep admin restore`.
#[derive(Debug, clap::Args)]
pub(super) struct RestoreArgs {
    #[command(flatten)]
    config: ConfigArgs,
    /// The copy
    from: PathBuf,
    /// The file with the secret key
    #[arg(long, value_name = "FILE", env = "DOORSTEP_KEY")]
    key: PathBuf,
    /// Replace the database that is there; its server must be stopped
    #[arg(long, env = "DOORSTEP_REPLACE")]
    replace: bool,
}

/// Makes a copy.
pub(super) async fn backup(args: BackupArgs) -> Result<()> {
    let config = args.config.load()?;
    let Some(key) = config.backup.recipient else {
        let what = "`backup.recipient` is not set, and copies are always encrypted. Make a key with \
                    `doorstep admin backup-key FILE`, set the public one, and keep the file elsewhere.";
        return Err(WrongUse(what.to_owned()).into());
    };
    let now = Timestamp::now();
    let to = place(args.to, &config, now)?;
    let database = sqlite_path(&config.database.url)?;
    let bytes = backup::make(&database, &to, key, now).await?;
    println!("{} ({bytes} bytes)", to.display());
    if config.backup.directory.as_deref() != to.parent() {
        println!(
            "It lies outside `backup.directory`, so nobody deletes it by itself: do so within {} days.",
            config.backup.keep_days.0
        );
    }
    Ok(())
}

fn place(named: Option<PathBuf>, config: &Config, now: Timestamp) -> Result<PathBuf> {
    if let Some(to) = named {
        return Ok(to);
    }
    let Some(folder) = &config.backup.directory else {
        let what = "`backup.directory` is not set; set it, or name the file of the copy";
        return Err(WrongUse(what.to_owned()).into());
    };
    std::fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    Ok(folder.join(copies::name(now)))
}

/// Makes a key.
pub(super) fn make_key(args: &KeyArgs) -> Result<()> {
    let key = Identity::generate().ok().context("the system has no randomness")?;
    let public = key.recipient();
    let text = format!(
        "# created: {:.0}\n# public key: {public}\n{}\n",
        Timestamp::now(),
        key.to_text().expose_secret()
    );
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let written = options.open(&args.to).and_then(|mut file| {
        file.write_all(text.as_bytes())?;
        file.sync_all()
    });
    written.with_context(|| format!("{} cannot be written; it must not be there yet", args.to.display()))?;
    println!("{public}");
    eprintln!(
        "Set `backup.recipient` to this key. Keep {} where the backups are not: without it none can be read.",
        args.to.display()
    );
    Ok(())
}

/// Brings a copy back.
pub(super) async fn restore(args: RestoreArgs) -> Result<()> {
    let config = args.config.load()?;
    let database = sqlite_path(&config.database.url)?;
    let source = Source {
        copy: &args.from,
        key: read_key(&args.key)?,
        ledgers: ledgers(&args.from, &config),
        retention: wiring::retention(&config),
        replace: args.replace,
    };
    let restored = backup::restore(source, &database, Timestamp::now()).await?;
    println!(
        "{} is as it was at {:.0}, without what was due since. Of what was deleted on purpose since, {} was deleted again.",
        database.display(),
        restored.made_at,
        restored.forgotten
    );
    println!(
        "Everyone has to log in anew, and links that recipients handed on are gone. Keys and phones that were revoked \
         since are good again: revoke them."
    );
    Ok(())
}

fn read_key(path: &Path) -> Result<Identity> {
    let text = std::fs::read_to_string(path);
    let text = text.with_context(|| format!("the key {} cannot be read", path.display()))?;
    text.parse().map_err(|no_key| WrongUse(format!("{} {no_key}", path.display())).into())
}

/// The folders of the copy and of the configuration.
fn ledgers(from: &Path, config: &Config) -> Vec<PathBuf> {
    let beside = from.parent().filter(|folder| !folder.as_os_str().is_empty());
    let beside = beside.map_or_else(|| PathBuf::from("."), Path::to_owned);
    std::iter::once(beside).chain(config.backup.directory.clone()).collect()
}
