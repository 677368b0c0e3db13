//! The configuration: a file, over it the environment, over it the command line.
//!
//! To add a setting, add it to its concern in [`sections`], with its default and its documentation ([`carriers`] is a
//! concern of which there may be several, in the file alone); the file, the
//! environment (`DOORSTEP_<CONCERN>_<NAME>`) and the generated document know it then. Every layer is checked to its
//! end, so that one start tells everything that is wrong.

mod carriers;
mod document;
mod file;
mod problem;
mod release;
mod retention;
mod section;
mod sections;
mod value;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use secrecy::SecretString;

pub(crate) use carriers::{CarrierConfig, CarrierWord, PointerText};
pub(crate) use document::document;
pub(crate) use problem::{ConfigError, Origin, Problem};
pub(crate) use release::ReleaseConfig;
pub(crate) use retention::RetentionConfig;
pub(crate) use section::{Key, Section, Sections};
pub(crate) use sections::{
    BackupConfig, DatabaseConfig, HttpConfig, LogConfig, LoginsConfig, MailConfig, MapConfig, MqttConfig,
    NtfyConfig, OidcConfig, OperatorConfig, OutboundConfig, RoadsConfig, WebhookConfig,
};
pub(crate) use value::{Address, HstsScope, LogFormat, MailProtection};

/// The file that is read when none is named.
pub(crate) const DEFAULT_FILE: &str = "doorstep.toml";

/// Every setting.
#[derive(Debug, Clone, Default)]
pub(crate) struct Config {
    /// How the server is reached.
    pub(crate) http: HttpConfig,
    /// Where everything is kept.
    pub(crate) database: DatabaseConfig,
    /// The carrier.
    pub(crate) operator: OperatorConfig,
    /// The map under the van.
    pub(crate) map: MapConfig,
    /// Travel times.
    pub(crate) roads: RoadsConfig,
    /// How discreet a gliding dot is.
    pub(crate) release: ReleaseConfig,
    /// E-mail.
    pub(crate) mail: MailConfig,
    /// A system that sends messages on.
    pub(crate) webhook: WebhookConfig,
    /// ntfy servers.
    pub(crate) ntfy: NtfyConfig,
    /// The broker that homes read from.
    pub(crate) mqtt: MqttConfig,
    /// Logins.
    pub(crate) logins: LoginsConfig,
    /// Another provider to log in with.
    pub(crate) oidc: OidcConfig,
    /// Other carriers that are asked.
    pub(crate) carriers: Vec<CarrierConfig>,
    /// What may be asked over HTTP.
    pub(crate) outbound: OutboundConfig,
    /// How long things are kept.
    pub(crate) retention: RetentionConfig,
    /// Copies of the database.
    pub(crate) backup: BackupConfig,
    /// Log lines.
    pub(crate) log: LogConfig,
}

/// What the command line says of the configuration.
#[derive(Debug, Clone, Default)]
pub(crate) struct Layers {
    /// The file; [`DEFAULT_FILE`] if it is there when none is named.
    pub(crate) file: Option<PathBuf>,
    /// The variables of the environment that begin with `DOORSTEP_`.
    pub(crate) environment: BTreeMap<String, String>,
    /// Settings from options: the option, the setting, the value.
    pub(crate) options: Vec<(&'static str, &'static str, String)>,
}

impl Layers {
    /// The process's environment and a file.
    pub(crate) fn from_process(file: Option<PathBuf>) -> Self {
        let environment = std::env::vars_os()
            .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)))
            .filter(|(name, _)| name.starts_with("DOORSTEP_"))
            .collect();
        Self { file, environment, options: Vec::new() }
    }

    /// Adds a setting from an option, when the option was given.
    #[must_use]
    pub(crate) fn with(mut self, option: &'static str, setting: &'static str, value: Option<String>) -> Self {
        self.options.extend(value.map(|value| (option, setting, value)));
        self
    }
}

impl Config {
    /// Reads all layers.
    ///
    /// # Errors
    /// With everything that is wrong in any of them.
    pub(crate) fn load(layers: &Layers) -> Result<Self, ConfigError> {
        let mut config = Self::default();
        let mut problems = Vec::new();
        config.apply_file(layers.file.as_deref(), &mut problems);
        config.apply_environment(&layers.environment, &mut problems);
        for (option, setting, value) in &layers.options {
            if let Some((section, name)) = setting.split_once('.') {
                config.set((section, None), name, value, &Origin::Option(option), &mut problems);
            }
        }
        config.read_secret_files(&mut problems);
        if let Some(mistake) = config.retention.unexplained() {
            let file = layers.file.as_deref().unwrap_or(Path::new(DEFAULT_FILE));
            problems.push(Problem::at(Origin::file(file, None), mistake));
        }
        if problems.is_empty() { Ok(config) } else { Err(ConfigError { problems }) }
    }

    /// Every setting that is there once, in the order of documentation.
    pub(crate) fn keys() -> Vec<Key> {
        let mut config = Self::default();
        config.sections().into_iter().flat_map(|(_, section)| section.keys()).collect()
    }

    fn sections(&mut self) -> [(&'static str, &mut dyn Section); 16] {
        [
            ("http", &mut self.http),
            ("database", &mut self.database),
            ("operator", &mut self.operator),
            ("map", &mut self.map),
            ("roads", &mut self.roads),
            ("release", &mut self.release),
            ("mail", &mut self.mail),
            ("webhook", &mut self.webhook),
            ("ntfy", &mut self.ntfy),
            ("mqtt", &mut self.mqtt),
            ("logins", &mut self.logins),
            ("oidc", &mut self.oidc),
            ("outbound", &mut self.outbound),
            ("retention", &mut self.retention),
            ("backup", &mut self.backup),
            ("log", &mut self.log),
        ]
    }

    /// Concerns of which there may be several.
    fn lists(&mut self) -> [(&'static str, &mut dyn Sections); 1] {
        [("carriers", &mut self.carriers)]
    }

    fn apply_file(&mut self, named: Option<&Path>, problems: &mut Vec<Problem>) {
        let path = named.unwrap_or(Path::new(DEFAULT_FILE));
        let text = match std::fs::read_to_string(path) {
            Ok(text) => text,
            Err(error) if named.is_none() && error.kind() == std::io::ErrorKind::NotFound => return,
            Err(error) => {
                problems.push(Problem::at(Origin::file(path, None), format!("cannot be read: {error}")));
                return;
            }
        };
        let lists = self.lists().map(|(name, _)| name);
        for entry in file::entries(path, &text, &lists, problems) {
            self.set((&entry.section, entry.place), &entry.name, &entry.value, &entry.origin, problems);
        }
    }

    /// Variables that name a concern but no setting of it are refused: they are slips of the pen. Others belong to
    /// options of commands.
    fn apply_environment(&mut self, environment: &BTreeMap<String, String>, problems: &mut Vec<Problem>) {
        let keys = Self::keys();
        let lists = self.lists().map(|(name, _)| name);
        for (variable, value) in environment {
            let origin = Origin::Variable(variable.clone());
            if let Some(key) = keys.iter().find(|key| key.variable() == *variable) {
                self.set((key.section, None), key.name, value, &origin, problems);
            } else if keys.iter().any(|key| variable.starts_with(&section_prefix(key.section))) {
                let near = problem::nearest(variable, keys.iter().map(Key::variable));
                problems.push(Problem::at(origin, format!("is no setting{near}")));
            } else if let Some(list) = lists.iter().find(|list| variable.starts_with(&section_prefix(list))) {
                let what = format!(
                    "is no setting: there may be several of `{list}`, so they are set in the file alone, as [[{list}]]"
                );
                problems.push(Problem::at(origin, what));
            }
        }
    }

    fn set(
        &mut self,
        (section, place): (&str, Option<usize>),
        name: &str,
        value: &str,
        origin: &Origin,
        problems: &mut Vec<Problem>,
    ) {
        let path = format!("{section}.{name}");
        let in_lists = self.lists().map(|(_, list)| list.blank().keys());
        let is_own = |target: &&mut dyn Section| target.keys().iter().any(|key| key.name == name);
        let Some(target) = self.target(section, place).filter(is_own) else {
            let keys = Self::keys().into_iter().chain(in_lists.into_iter().flatten());
            let near = problem::nearest(&path, keys.map(|key| key.path()));
            problems.push(Problem::at(origin.clone(), format!("`{path}` is no setting{near}")));
            return;
        };
        if let Err(refusal) = target.set(name, value) {
            problems.push(Problem::at(origin.clone(), format!("`{path}` {refusal}")));
        }
    }

    fn target(&mut self, section: &str, place: Option<usize>) -> Option<&mut dyn Section> {
        match place {
            None => self.sections().into_iter().find(|(known, _)| *known == section).map(|(_, one)| one),
            Some(place) => {
                let list = self.lists().into_iter().find(|(known, _)| *known == section);
                list.map(|(_, list)| list.at(place))
            }
        }
    }

    fn read_secret_files(&mut self, problems: &mut Vec<Problem>) {
        let secrets = [
            ("mail.password", &mut self.mail.password, &self.mail.password_file),
            ("webhook.secret", &mut self.webhook.secret, &self.webhook.secret_file),
            ("ntfy.token", &mut self.ntfy.token, &self.ntfy.token_file),
            ("mqtt.password", &mut self.mqtt.password, &self.mqtt.password_file),
            ("oidc.client_secret", &mut self.oidc.client_secret, &self.oidc.client_secret_file),
        ];
        let of_carriers =
            self.carriers.iter_mut().map(|carrier| ("carriers.key", &mut carrier.key, &carrier.key_file));
        for (name, secret, file) in secrets.into_iter().chain(of_carriers) {
            let Some(path) = file else { continue };
            if let Err(mistake) = read_secret(name, secret, path) {
                problems.push(Problem::at(Origin::file(path, None), mistake));
            }
        }
    }
}

fn read_secret(name: &str, secret: &mut Option<SecretString>, path: &Path) -> Result<(), String> {
    if secret.is_some() {
        return Err(format!("both `{name}` and `{name}_file` are set; keep one of them"));
    }
    let text = std::fs::read_to_string(path);
    let text = text.map_err(|error| format!("`{name}_file` cannot be read: {error}"))?;
    *secret = Some(text.trim_end_matches(['\n', '\r']).to_owned().into());
    Ok(())
}

fn section_prefix(section: &str) -> String {
    format!("DOORSTEP_{}_", section.to_uppercase())
}

#[cfg(test)]
mod tests;
