//! The server, put together from the configuration. `serve`, `demo` and `bench` all start it here.

use std::io::ErrorKind;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context as _, Result, bail};
use doorstep_domain::streets::Streets;
use doorstep_roads::{BuildError, Profile, RoadNetwork, Roads, addresses, buildings};
use doorstep_server::retention::{Data, Retention};
use doorstep_server::{
    App, Brand, Clock, ConnectionLimits, German, Hsts, MailSettings, MqttSettings, NtfySettings,
    OidcSettings, Parts, PerAddress, Settings, Tiles, WebhookSettings,
};
use doorstep_store::{Store, StoreError};
use doorstep_store_sqlite::SqliteStore;
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;

use crate::accounts;
use crate::carriers::carriers;
use crate::config::{
    Address, Config, HstsScope, HttpConfig, MailConfig, MailProtection, MapConfig, MqttConfig, NtfyConfig,
    OidcConfig, OperatorConfig, WebhookConfig,
};
use crate::database::sqlite_path;
use crate::wording;

/// A server that is ready to listen.
pub(crate) struct Server {
    app: App,
    limits: ConnectionLimits,
    /// Its database.
    pub(crate) store: Arc<dyn Store>,
    /// Its roads, where an extract is set.
    pub(crate) roads: Option<Arc<RoadNetwork>>,
}

/// A server that listens, but does not answer yet.
pub(crate) struct Bound {
    server: Server,
    listener: TcpListener,
    address: SocketAddr,
}

impl Server {
    /// Opens everything that the configuration points to. A speed is told to pages whose clock runs faster than the
    /// world's.
    ///
    /// # Errors
    /// When something cannot be opened; the sentence says what, why and what to do.
    pub(crate) async fn assemble(config: &Config, clock: Arc<dyn Clock>, speed: Option<f64>) -> Result<Self> {
        let settings = settings(config, speed)?;
        if let Some(folder) = &config.operator.words {
            wording::read(folder)?.install();
        }
        let mail = mail(&config.mail, &config.http)?;
        let webhook = webhook(&config.webhook)?;
        let ntfy = ntfy(&config.ntfy)?;
        let mqtt = mqtt(&config.mqtt)?;
        let oidc = oidc(&config.oidc, &config.http)?;
        let carriers = carriers(config)?;
        let (roads, streets) = roads(config).await?.unzip();
        let tiles = tiles(&config.map).await?;
        let store = open_database(&sqlite_path(&config.database.url)?).await?;
        accounts::ensure_operator(store.as_ref(), &config.operator).await?;
        let door = roads.clone().map(|roads| roads as Arc<dyn Roads>);
        let parts = Parts {
            store: store.clone(),
            clock,
            roads: door,
            streets,
            tiles,
            mail,
            webhook,
            ntfy,
            mqtt,
            oidc,
            carriers,
            settings,
        };
        let app = App::start(parts).await.context("the server cannot start")?;
        Ok(Self { app, limits: limits(&config.http), store, roads })
    }

    /// Takes the port.
    ///
    /// # Errors
    /// When it is taken or may not be used.
    pub(crate) async fn bind(self, listen: SocketAddr) -> Result<Bound> {
        let listener = TcpListener::bind(listen).await.map_err(|error| {
            let mend = match error.kind() {
                ErrorKind::AddrInUse => {
                    "Another program listens there; stop it, or name another port with --listen."
                }
                ErrorKind::PermissionDenied => {
                    "Ports below 1024 need a right; name a higher one with --listen."
                }
                _ => "Name an address of this machine with --listen, such as 127.0.0.1:8080.",
            };
            anyhow::Error::new(error).context(format!("{listen} cannot be listened on. {mend}"))
        })?;
        let address = listener.local_addr().context("the port that was given is not known")?;
        Ok(Bound { server: self, listener, address })
    }
}

impl Bound {
    /// The address to open on this machine, with its scheme and without a slash at the end.
    pub(crate) fn base(&self) -> String {
        let ip = match self.address.ip() {
            IpAddr::V4(ip) if ip.is_unspecified() => IpAddr::V4(Ipv4Addr::LOCALHOST),
            IpAddr::V6(ip) if ip.is_unspecified() => IpAddr::V6(Ipv6Addr::LOCALHOST),
            ip => ip,
        };
        format!("http://{}", SocketAddr::new(ip, self.address.port()))
    }

    /// Answers until it is told to stop, and then to the end of what is under way.
    ///
    /// # Errors
    /// When the port fails.
    pub(crate) async fn serve(self, stop: CancellationToken) -> Result<()> {
        let Self { server, listener, address } = self;
        let served = server.app.serve(listener, server.limits, stop).await;
        served.with_context(|| format!("the port {} failed", address.port()))
    }
}

/// Opens a database, or makes it.
///
/// # Errors
/// When it cannot be opened, or was written by a newer version.
pub(crate) async fn open_database(path: &Path) -> Result<Arc<dyn Store>> {
    match SqliteStore::open(path).await {
        Ok(store) => Ok(Arc::new(store)),
        Err(error @ StoreError::TooNew { .. }) => Err(anyhow::Error::new(error).context(format!(
            "{} belongs to a newer version of Doorstep. Use that version, or name another database.",
            path.display()
        ))),
        Err(error) => Err(anyhow::Error::new(error).context(format!(
            "the database {} cannot be opened. Look at the rights of the file and its folder, or name another one.",
            path.display()
        ))),
    }
}

/// Where the prepared roads of an extract lie when the configuration does not say.
pub(crate) fn prepared_path(extract: &Path) -> PathBuf {
    extract.with_added_extension("roads")
}

/// The roads of the extract, and its streets with the houses on them.
pub(crate) async fn roads(config: &Config) -> Result<Option<(Arc<RoadNetwork>, Arc<Streets>)>> {
    let Some(extract) = config.roads.extract.clone() else { return Ok(None) };
    let discretion = config.release.0;
    let prepared = config.roads.prepared.clone().unwrap_or_else(|| prepared_path(&extract));
    let at = extract.display().to_string();
    let open = move || {
        let network = doorstep_roads::open(&extract, &Profile::default(), &prepared)?.network;
        let addresses = addresses(&extract).map_err(BuildError::from)?;
        let streets = network.streets(&addresses, &buildings(&extract).map_err(BuildError::from)?);
        let streets = streets.with_discretion(discretion);
        tracing::info!(houses = streets.house_count(), "the streets and their houses are known");
        Ok::<_, BuildError>((Arc::new(network), Arc::new(streets)))
    };
    let opened = tokio::task::spawn_blocking(open).await.context("the roads cannot be read")?;
    let opened = opened.with_context(|| {
        format!("{at} cannot be used. Set `roads.extract` to an OpenStreetMap extract (.osm.pbf), or leave it out.")
    })?;
    Ok(Some(opened))
}

async fn tiles(config: &MapConfig) -> Result<Option<Tiles>> {
    let Some(path) = &config.tiles else { return Ok(None) };
    let opened = Tiles::open(path).await.with_context(|| {
        format!("{} cannot be used. Set `map.tiles` to a PMTiles archive, or leave it out.", path.display())
    })?;
    Ok(Some(opened))
}

pub(crate) fn settings(config: &Config, speed: Option<f64>) -> Result<Settings> {
    let public_url = config.http.public_url.as_deref().map(|text| {
        text.parse().with_context(|| {
            format!(
                "`http.public_url` is {text:?}, which is no address; write it as https://track.example.org"
            )
        })
    });
    Ok(Settings {
        public_url: public_url.transpose()?,
        attribution: config.map.attribution.clone(),
        german: match config.operator.german {
            Address::Sie => German::Sie,
            Address::Du => German::Du,
        },
        attempts_per_minute: config.logins.attempts_per_minute,
        misses_per_hour: config.logins.misses_per_hour,
        hsts: match config.http.hsts {
            HstsScope::Off => Hsts::Off,
            HstsScope::Host => Hsts::Host,
            HstsScope::Subdomains => Hsts::Subdomains,
        },
        behind_proxy: config.http.behind_proxy,
        brand: brand(&config.operator)?.map(Arc::new),
        speed,
        retention: retention(config),
        tour_purpose: config.retention.tour_purpose.clone(),
        copies: config.backup.directory.clone(),
        allowed: config.outbound.allow.0.clone(),
    })
}

/// What makes the pages the operator's. An accent that cannot be one is told, and the pages keep theirs.
fn brand(config: &OperatorConfig) -> Result<Option<Brand>> {
    let accented = config.accent.as_deref().map(|accent| Brand::new(Some(accent))).transpose();
    let accented = accented.unwrap_or_else(|refused| {
        tracing::warn!(%refused, "`operator.accent` is not used");
        None
    });
    let Some(path) = &config.logo else { return Ok(accented) };
    let at = || format!("`operator.logo` is {}, which cannot be used", path.display());
    let plain = || Brand::new(None);
    let brand = accented.map_or_else(plain, Ok).with_context(at)?;
    let bytes = std::fs::read(path).with_context(at)?;
    Ok(Some(brand.with_logo(bytes).with_context(at)?))
}

/// For how long things are kept, logins and copies among them.
pub(crate) fn retention(config: &Config) -> Retention {
    let retention = config.retention.terms.clone();
    // The settings are within the ceilings since they were read.
    let set = retention.clone().with(Data::Sessions, config.logins.session_days.0);
    set.and_then(|set| set.with(Data::Backups, config.backup.keep_days.0)).unwrap_or(retention)
}

fn mail(config: &MailConfig, http: &HttpConfig) -> Result<Option<MailSettings>> {
    let Some(server) = config.server.clone() else { return Ok(None) };
    let (Some(from), Some(_)) = (config.from.clone(), &http.public_url) else {
        bail!("`mail.server` is set, but `mail.from` or `http.public_url` is not; set all of them, or none");
    };
    Ok(Some(MailSettings {
        server,
        port: config.port,
        protection: match config.protection {
            MailProtection::StartTls => doorstep_server::MailProtection::StartTls,
            MailProtection::Tls => doorstep_server::MailProtection::Tls,
            MailProtection::None => doorstep_server::MailProtection::None,
        },
        username: config.username.clone(),
        password: config.password.clone(),
        from,
    }))
}

/// Where messages go that the operator's own system sends on.
pub(crate) fn webhook(config: &WebhookConfig) -> Result<Option<WebhookSettings>> {
    let Some(url) = &config.url else { return Ok(None) };
    let Some(secret) = &config.secret else {
        bail!("`webhook.url` is set, but `webhook.secret` is not; set both, or none");
    };
    let settings = WebhookSettings::new(url, secret, config.name.clone());
    Ok(Some(settings.context("nothing can be sent to the webhook of `webhook.url`")?))
}

/// The ntfy servers that messages are published to.
pub(crate) fn ntfy(config: &NtfyConfig) -> Result<Option<NtfySettings>> {
    let settings = NtfySettings::new(&config.servers.0, config.token.as_ref());
    settings.context("nothing can be sent to the servers of `ntfy.servers`")
}

/// The broker that homes read from.
pub(crate) fn mqtt(config: &MqttConfig) -> Result<Option<MqttSettings>> {
    let Some(url) = &config.url else { return Ok(None) };
    let (user, password) = (config.user.clone(), config.password.clone());
    let settings = MqttSettings::new(url, user, password, config.public_url.as_deref());
    Ok(Some(settings.context("no broker can be reached by `[mqtt]`")?))
}

fn oidc(config: &OidcConfig, http: &HttpConfig) -> Result<Option<OidcSettings>> {
    let Some(issuer) = &config.issuer else { return Ok(None) };
    let (Some(client_id), Some(_)) = (config.client_id.clone(), &http.public_url) else {
        bail!(
            "`oidc.issuer` is set, but `oidc.client_id` or `http.public_url` is not; set all of them, or none"
        );
    };
    let settings = OidcSettings::new(issuer, client_id, config.client_secret.clone(), config.name.clone());
    Ok(Some(settings.context("nobody can log in with the provider of `oidc.issuer`")?))
}

fn limits(config: &HttpConfig) -> ConnectionLimits {
    ConnectionLimits {
        connections_max: count(config.connections_max),
        per_address: match config.connections_per_address_max {
            _ if config.behind_proxy => PerAddress::Unlimited,
            Some(limit) => PerAddress::Everyone(count(limit)),
            None => PerAddress::default(),
        },
        header_timeout: Duration::from_secs(config.header_timeout_s),
        request_timeout: Duration::from_secs(config.request_timeout_s),
        shutdown_timeout: Duration::from_secs(config.shutdown_timeout_s),
    }
}

fn count(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn config(folder: &Path) -> Config {
        let mut config = Config::default();
        config.database.url = format!("sqlite:{}", folder.join("doorstep.db").display());
        config.http.listen = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
        config
    }

    async fn assemble(config: &Config) -> Result<Server> {
        Server::assemble(config, Arc::new(doorstep_server::SystemClock), None).await
    }

    async fn refusal(config: &Config) -> String {
        match assemble(config).await {
            Ok(_) => panic!("it is refused"),
            Err(error) => format!("{error:#}"),
        }
    }

    #[tokio::test]
    async fn a_server_starts_answers_and_stops() {
        crate::lifecycle::choose_cryptography();
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let config = config(folder.path());
        let bound = assemble(&config)
            .await
            .expect("nothing is wrong")
            .bind(config.http.listen)
            .await
            .expect("port 0");
        let (base, stop) = (bound.base(), CancellationToken::new());
        let serving = tokio::spawn(bound.serve(stop.clone()));
        let answer = reqwest::get(format!("{base}/healthz")).await.expect("it answers");
        assert!(answer.status().is_success());
        stop.cancel();
        serving.await.expect("it ends").expect("it ends well");
    }

    #[tokio::test]
    async fn a_port_in_use_is_told() {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let taken = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
        let server = assemble(&config(folder.path())).await.expect("nothing is wrong");
        let refused = server.bind(taken.local_addr().expect("it has an address")).await;
        assert!(refused.err().expect("it is taken").to_string().contains("Another program listens there"));
    }

    #[tokio::test]
    async fn what_cannot_be_opened_is_told_with_what_to_do() {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let junk = folder.path().join("junk");
        std::fs::write(&junk, "neither roads nor tiles nor rows").expect("it can be written");
        let mut wrong = config(folder.path());
        wrong.roads.extract = Some(junk.clone());
        assert!(refusal(&wrong).await.contains("Set `roads.extract`"));
        let mut wrong = config(folder.path());
        wrong.roads.extract = Some(folder.path().join("missing.osm.pbf"));
        assert!(refusal(&wrong).await.contains("missing.osm.pbf"));
        let mut wrong = config(folder.path());
        wrong.map.tiles = Some(junk.clone());
        assert!(refusal(&wrong).await.contains("Set `map.tiles`"));
        let mut wrong = config(folder.path());
        wrong.database.url = format!("sqlite:{}", junk.display());
        assert!(refusal(&wrong).await.contains("cannot be opened"));
        let mut wrong = config(folder.path());
        wrong.mail.server = Some("mail.example.org".to_owned());
        assert!(refusal(&wrong).await.contains("set all of them, or none"));
        let mut wrong = config(folder.path());
        wrong.webhook.url = Some("https://sms.example.org".to_owned());
        assert!(refusal(&wrong).await.contains("`webhook.secret`"));
        for (url, secret, said) in [
            ("https://sms.example.org", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "`whsec_` and 24 to 64 bytes"),
            ("https://sms.example.org", "whsec_c2hvcnQ=", "`whsec_` and 24 to 64 bytes"),
            ("sms", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "the address must be one"),
            ("http://sms.example.org", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "by https alone"),
            ("https://10.0.0.7", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "is not public"),
        ] {
            (wrong.webhook.url, wrong.webhook.secret) = (Some(url.to_owned()), Some(secret.into()));
            let told = refusal(&wrong).await;
            assert!(told.contains(said) && !told.contains(secret), "{told}");
        }
        let mut wrong = config(folder.path());
        wrong.mqtt.url = Some("broker.example.org".to_owned());
        assert!(refusal(&wrong).await.contains("mqtts://broker.example.org:8883"));
        for (servers, token, said) in [
            (vec!["ntfy.example.org"], None, "the address of a server without a path"),
            (vec!["https://ntfy.example.org/doorstep"], None, "the address of a server without a path"),
            (vec!["https://ada@ntfy.example.org"], None, "the address of a server without a path"),
            (vec!["https://a.example.org", "https://a.example.org/"], None, "8 servers, each once"),
            (vec!["https://a.example.org"; 9], None, "8 servers, each once"),
            (vec!["https://a.example.org", "https://b.example.org"], Some("tk_1"), "one server alone"),
            (vec![], Some("tk_1"), "one server alone"),
            (vec!["https://a.example.org"], Some("tk_\n1"), "the token must be one"),
            (vec!["http://a.example.org"], None, "by https alone"),
            (vec!["https://10.0.0.7"], None, "is not public"),
        ] {
            let mut wrong = config(folder.path());
            wrong.ntfy.servers.0 = servers.into_iter().map(str::to_owned).collect();
            wrong.ntfy.token = token.map(Into::into);
            let told = refusal(&wrong).await;
            assert!(told.contains(said) && !told.contains("tk_\n1"), "{told}");
        }
        let mut wrong = config(folder.path());
        wrong.oidc.issuer = Some("https://login.example.org".to_owned());
        assert!(refusal(&wrong).await.contains("`oidc.client_id`"));
        wrong.oidc.client_id = Some("doorstep".to_owned());
        wrong.http.public_url = Some("https://track.example.org".to_owned());
        wrong.oidc.issuer = Some("http://login.example.org".to_owned());
        assert!(refusal(&wrong).await.contains("must be an https address"));
    }
}
