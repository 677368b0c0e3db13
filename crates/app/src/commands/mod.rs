//! One file per command: its options, and what it does with them.

pub(crate) mod accuracy;
pub(crate) mod admin;
pub(crate) mod bench;
pub(crate) mod demo;
pub(crate) mod doctor;
pub(crate) mod explain;
pub(crate) mod import;
pub(crate) mod record;
pub(crate) mod replay;
pub(crate) mod roads;
pub(crate) mod serve;
pub(crate) mod simulate;

use std::path::PathBuf;

use crate::config::{Config, ConfigError, Layers};
use crate::failure::WrongUse;

/// The options of every command that reads the configuration.
#[derive(Debug, Clone, clap::Args)]
pub(crate) struct ConfigArgs {
    /// The configuration file [default: doorstep.toml, if it is there]
    #[arg(long, value_name = "FILE", env = "DOORSTEP_CONFIG")]
    pub(crate) config: Option<PathBuf>,
    /// The database, such as sqlite:doorstep.db
    #[arg(long, value_name = "URL", env = "DOORSTEP_DATABASE")]
    pub(crate) database: Option<String>,
}

impl ConfigArgs {
    /// The layers that these options and the environment make.
    pub(crate) fn layers(&self) -> Layers {
        Layers::from_process(self.config.clone()).with("--database", "database.url", self.database.clone())
    }

    /// The configuration.
    ///
    /// # Errors
    /// When it has mistakes, which is wrong use.
    pub(crate) fn load(&self) -> anyhow::Result<Config> {
        load(&self.layers())
    }
}

/// The configuration that the layers make; its mistakes are wrong use.
pub(crate) fn load(layers: &Layers) -> anyhow::Result<Config> {
    Config::load(layers).map_err(|mistakes: ConfigError| WrongUse(mistakes.to_string()).into())
}
