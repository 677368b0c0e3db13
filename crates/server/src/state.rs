//! What every handler shares, and what the server is given.

use std::path::PathBuf;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use doorstep_domain::streets::Streets;
use doorstep_domain::{ParcelId, RecipientId, ShareId};
use doorstep_roads::Roads;
use doorstep_store::{Store, StoreError};
use http::HeaderMap;
use http::header::HOST;
use tokio::sync::OnceCell;
use tokio_util::sync::CancellationToken;

use crate::accept::Hsts;
use crate::access::{Guest, Limiter, Logins, Misses, Passkeys, SignInWishes};
use crate::api::InFlight;
use crate::app::StartError;
use crate::brand::Brand;
use crate::calendars::READINGS_PER_MINUTE;
use crate::carriers::CarrierSettings;
use crate::clock::Clock;
use crate::door::DoorCodes;
use crate::embed::EmbedTokens;
use crate::homes::MqttSettings;
use crate::live::Live;
use crate::looks::Looks;
use crate::mail::MailSettings;
use crate::map::Tiles;
use crate::metrics::Metrics;
use crate::ntfy::NtfySettings;
use crate::oidc::{Oidc, OidcSettings};
use crate::outbound::{Allowed, Outbound};
use crate::pages::German;
use crate::photos::Darkroom;
use crate::push::Vapid;
use crate::retention::Retention;
use crate::shares::OPENINGS_PER_MINUTE;
use crate::sse::Streams;
use crate::webhook::{Handover, WebhookSettings};

/// What a server is made of. It is given all of it and opens nothing itself.
pub struct Parts {
    /// The database.
    pub store: Arc<dyn Store>,
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// Roads, for travel times of tours that come without.
    pub roads: Option<Arc<dyn Roads>>,
    /// The streets and the houses on them: without them no position is released but an exact one.
    pub streets: Option<Arc<Streets>>,
    /// The map under the van.
    pub tiles: Option<Tiles>,
    /// How e-mail is sent; without it, none is.
    pub mail: Option<MailSettings>,
    /// Where messages go that the operator's own system sends on, such as SMS.
    pub webhook: Option<WebhookSettings>,
    /// The ntfy servers that messages are published to.
    pub ntfy: Option<NtfySettings>,
    /// The broker that homes read from.
    pub mqtt: Option<MqttSettings>,
    /// Another provider that people may log in with.
    pub oidc: Option<OidcSettings>,
    /// Other carriers that are asked for the status of the parcels that they bring.
    pub carriers: Vec<CarrierSettings>,
    /// Everything else.
    pub settings: Settings,
}

/// What can be set.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The address that people open. Without it, the one that they came by is used, and e-mail holds no link.
    pub public_url: Option<url::Url>,
    /// What stands in the corner of the map.
    pub attribution: String,
    /// How German speaks to people.
    pub german: German,
    /// How many logins may be tried per minute, from one address and for one account.
    pub attempts_per_minute: u32,
    /// How many parcels that are not there or not theirs an account may ask for per hour, and so an address.
    pub misses_per_hour: u32,
    /// How far browsers are told to come by https alone, where the public address is one.
    pub hsts: Hsts,
    /// Whether `X-Forwarded-For` is believed.
    pub behind_proxy: bool,
    /// What makes the pages the operator's.
    pub brand: Option<Arc<Brand>>,
    /// How much faster than the world the clock runs, where it does; pages say so.
    pub speed: Option<f64>,
    /// For how long things are kept, logins among them.
    pub retention: Retention,
    /// What the logs of tours are kept for that long, where the operator wrote it down: drivers read it.
    pub tour_purpose: Option<String>,
    /// The folder of copies of the database, where there is one: those that are too old are deleted.
    pub copies: Option<PathBuf>,
    /// What the server may ask of the operator's own network.
    pub allowed: Allowed,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            public_url: None,
            attribution: "© OpenStreetMap contributors".to_owned(),
            german: German::default(),
            attempts_per_minute: 10,
            misses_per_hour: 20,
            hsts: Hsts::default(),
            behind_proxy: false,
            brand: None,
            speed: None,
            retention: Retention::default(),
            tour_purpose: None,
            copies: None,
            allowed: Allowed::default(),
        }
    }
}

impl Settings {
    /// The whole address of a path, for people to hand on: the public one, or the one that they came by.
    pub(crate) fn address_of(&self, path: &str, headers: &HeaderMap) -> String {
        if let Some(address) = self.public_url.as_ref().and_then(|url| url.join(path).ok()) {
            return address.into();
        }
        let host = headers.get(HOST).and_then(|host| host.to_str().ok()).unwrap_or("localhost");
        format!("http://{host}{path}")
    }

    /// Whether people reach the server by https.
    pub(crate) fn is_https(&self) -> bool {
        self.public_url.as_ref().is_some_and(|url| url.scheme() == "https")
    }
}

/// What every handler gets.
pub(crate) type AppState = Arc<Shared>;

/// What every handler shares.
pub(crate) struct Shared {
    /// The database. What happens to a tour goes through [`Shared::live`] instead.
    pub(crate) store: Arc<dyn Store>,
    /// The only clock.
    pub(crate) clock: Arc<dyn Clock>,
    /// Roads, where an extract is set.
    pub(crate) roads: Option<Arc<dyn Roads>>,
    /// The streets, where an extract is set.
    pub(crate) streets: Option<Arc<Streets>>,
    /// The map, where tiles are set.
    pub(crate) tiles: Option<Tiles>,
    /// What can be set.
    pub(crate) settings: Settings,
    /// Tours and what is seen of them.
    pub(crate) live: Arc<Live>,
    /// What is counted.
    pub(crate) metrics: Arc<Metrics>,
    /// Open streams.
    pub(crate) streams: Streams,
    /// What holds those who guess passwords.
    pub(crate) logins: Logins,
    /// What holds those who ask for what is not theirs.
    pub(crate) misses: Misses,
    /// What holds those who open a share too often.
    pub(crate) share_openings: Limiter<ShareId>,
    /// What holds programs that read a calendar too often.
    pub(crate) calendar_readings: Limiter<RecipientId>,
    /// What holds pages of shops that ask too often.
    pub(crate) embed_openings: Limiter<ParcelId>,
    /// What tokens of trackers in pages of shops are signed with, once it is known.
    pub(crate) embed_tokens: OnceCell<EmbedTokens>,
    /// What the codes at doors are made with, once it is known.
    pub(crate) door_codes: OnceCell<DoorCodes>,
    /// The only HTTP client.
    pub(crate) outbound: Outbound,
    /// The key that push messages are signed with, once it is known.
    pub(crate) vapid: OnceCell<Vapid>,
    /// Looks of staff that were recorded lately.
    pub(crate) looks: Looks,
    /// Where photos of deliveries are made anew.
    pub(crate) darkroom: Darkroom,
    /// Wishes to sign in by a link.
    pub(crate) sign_in_wishes: SignInWishes,
    /// The other provider that people may log in with.
    pub(crate) oidc: Option<Oidc>,
    /// Passkeys, where the public address is one that browsers keep them for.
    pub(crate) passkeys: Option<Passkeys>,
    /// Whether e-mail is sent.
    sends_mail: bool,
    /// Whether there is a webhook that sends messages on, and how.
    pub(crate) sends_sms: Option<Handover>,
    /// The ntfy servers that people may have topics on.
    pub(crate) ntfy: Option<NtfySettings>,
    /// The broker that homes read from.
    pub(crate) mqtt: Option<MqttSettings>,
    /// What holds those who call often without being known.
    pub(crate) guests: Limiter<Guest>,
    /// Requests with an `Idempotency-Key` that are being answered.
    pub(crate) in_flight: InFlight,
    /// Told when the server stops; streams end then.
    pub(crate) stopping: CancellationToken,
    /// How long a request may take, once the accept loop said so.
    request_timeout: OnceLock<Duration>,
}

/// How long a request may take when no accept loop says otherwise.
const REQUEST_TIMEOUT: Duration = Duration::from_secs(30);

impl Shared {
    /// Joins the parts.
    ///
    /// # Errors
    /// When nothing can be asked over the network, or nobody can log in with the settings of the other provider.
    pub(crate) fn new(parts: Parts) -> Result<Self, StartError> {
        let Parts {
            store,
            clock,
            roads,
            streets,
            tiles,
            mail,
            webhook,
            ntfy,
            mqtt,
            oidc,
            carriers: _,
            settings,
        } = parts;
        let metrics = Arc::new(Metrics::default());
        let outbound = Outbound::new(&settings.allowed)?;
        Ok(Self {
            live: Live::new(store.clone(), clock.clone(), streets.clone(), metrics.clone()),
            streams: Streams::default(),
            logins: Logins::new(&settings),
            misses: Misses::new(&settings),
            share_openings: Limiter::per_minute(OPENINGS_PER_MINUTE),
            calendar_readings: Limiter::per_minute(READINGS_PER_MINUTE),
            embed_openings: Limiter::per_minute(crate::embed::OPENINGS_PER_MINUTE),
            embed_tokens: OnceCell::new(),
            door_codes: OnceCell::new(),
            looks: Looks::default(),
            darkroom: Darkroom::default(),
            sign_in_wishes: SignInWishes::new(),
            oidc: oidc.map(|oidc| Oidc::new(oidc, outbound.clone())).transpose()?,
            outbound,
            vapid: OnceCell::new(),
            passkeys: Passkeys::new(&settings),
            sends_mail: mail.is_some(),
            sends_sms: webhook.map(|webhook| webhook.channel()),
            ntfy,
            mqtt,
            guests: Limiter::per_minute(settings.attempts_per_minute),
            in_flight: InFlight::default(),
            stopping: CancellationToken::new(),
            request_timeout: OnceLock::new(),
            store,
            clock,
            roads,
            streets,
            tiles,
            settings,
            metrics,
        })
    }

    /// Whether links to sign in with can be sent: by e-mail, and to an address that leads here.
    pub(crate) fn sends_links(&self) -> bool {
        self.sends_mail && self.settings.public_url.is_some()
    }

    /// Whether messages to someone can be sent on, as SMS or otherwise.
    ///
    /// # Errors
    /// When the database fails.
    pub(crate) async fn offers_sms(&self, account: RecipientId) -> Result<bool, StoreError> {
        Ok(match self.sends_sms {
            Some(Handover::Sms) => self.store.phone(account).await?.is_some(),
            Some(Handover::Named(_)) => true,
            None => false,
        })
    }

    /// How long a request may take.
    pub(crate) fn request_timeout(&self) -> Duration {
        self.request_timeout.get().copied().unwrap_or(REQUEST_TIMEOUT)
    }

    /// Says how long a request may take; the first word counts.
    pub(crate) fn set_request_timeout(&self, limit: Duration) {
        let _known_already = self.request_timeout.set(limit);
    }
}

impl std::fmt::Debug for Shared {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Shared").field("settings", &self.settings).finish_non_exhaustive()
    }
}
