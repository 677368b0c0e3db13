//! Which carriers are asked, where and how often.

use std::fmt;
use std::ops::RangeInclusive;
use std::sync::Arc;

use doorstep_domain::Status;
use doorstep_wire::carrier::Vocabulary;
use doorstep_wire::words::{StatusWord, Word as _};
use http::header::HeaderName;
use jiff::tz::TimeZone;
use secrecy::{ExposeSecret as _, SecretString};
use thiserror::Error;

use super::asking::{Budget, Pace};
use super::source::{Address, Dhl, Json, Key, NoAddress, NoPointer, Pointer, Pointers, Source, Words};
use crate::outbound::{Allowed, Outbound, Refusal};

/// Where DHL's Shipment Tracking, Unified, is asked.
const DHL: &str = "https://api-eu.dhl.com/track/shipments?trackingNumber={tracking_number}";
const DHL_KEY: HeaderName = HeaderName::from_static("dhl-api-key");
/// The longest name, in characters: no parcel says a longer one.
const NAME_CHARS_MAX: usize = 100;
/// So many questions a day, so many seconds between two, and so often the same parcel: what may be set.
const PER_DAY: RangeInclusive<u32> = 1..=1_000_000;
const EVERY_S: RangeInclusive<u32> = 1..=3_600;
const PER_PARCEL: RangeInclusive<u32> = 1..=96;
/// So many words of its own a carrier may have.
const WORDS_MAX: usize = 500;

/// A carrier that is asked for the status of the parcels that it brings.
#[derive(Clone)]
pub struct CarrierSettings {
    pub(super) name: String,
    pub(super) source: Arc<dyn Source>,
    pub(super) budget: Budget,
    pub(super) pace: Pace,
}

/// A carrier as it is set.
#[derive(Debug, Clone)]
pub struct NewCarrier {
    /// Its name, as parcels say it.
    pub name: String,
    /// What it is asked with.
    pub key: Option<SecretString>,
    /// Where it is asked, with `{tracking_number}` in place of the number.
    pub url: Option<String>,
    /// By whose clock it tells times without an offset, an IANA name.
    pub time_zone: String,
    /// How often it is asked a day at most.
    pub per_day: u32,
    /// How many seconds lie between two questions at least.
    pub every_s: u32,
    /// How often a parcel is asked about on the day of its delivery; on other days less.
    pub per_parcel: u32,
    /// How it answers.
    pub kind: CarrierKind,
}

/// How a carrier answers.
#[derive(Debug, Clone)]
pub enum CarrierKind {
    /// As DHL's Shipment Tracking, Unified.
    Dhl,
    /// With JSON of its own.
    Json(Box<JsonAnswers>),
}

/// Where things are in the JSON of a carrier, as JSON Pointers: the list in the answer, the others in each event.
#[derive(Debug, Clone, Default)]
pub struct JsonAnswers {
    /// The header that the key goes into.
    pub header: Option<String>,
    /// The list of events.
    pub events: Option<String>,
    /// When an event happened.
    pub at: Option<String>,
    /// How the parcel stood then.
    pub status: Option<String>,
    /// What the carrier says.
    pub description: Option<String>,
    /// Where that was.
    pub place: Option<String>,
    /// The carrier's own name for the event.
    pub id: Option<String>,
    /// Whose words the statuses are.
    pub vocabulary: Option<String>,
    /// Words of its own, and which of ours each is.
    pub words: Vec<(String, String)>,
}

/// Why a carrier cannot be asked with its settings. Each names the setting and says how to mend it.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum InvalidCarrierSettings {
    /// It has no name that a parcel could say.
    #[error(
        "`carriers.name` must have 1 to 100 characters: write it as `carrier.name` of its parcels has it"
    )]
    Name,
    /// A setting that it needs is missing.
    #[error(
        "`carriers.{0}` is not set, and a carrier of this kind needs it: docs/carriers.md has an example"
    )]
    Missing(&'static str),
    /// A setting does not fit its kind.
    #[error("`carriers.{0}` says nothing to a carrier of this kind: leave it out")]
    Needless(&'static str),
    /// The address is none.
    #[error("`carriers.url` cannot be asked: {0}")]
    Url(#[from] NoAddress),
    /// The address may not be asked.
    #[error("`carriers.url` may not be asked: {0}")]
    Refused(#[from] Refusal),
    /// No header can hold the key.
    #[error("`carriers.key` holds what no header can: write it in one line of ASCII letters")]
    Key,
    /// The header has no name.
    #[error("`carriers.header` is no name of a header: write it as Authorization or X-Api-Key")]
    Header,
    /// A pointer is none.
    #[error("`carriers.{0}` does not point anywhere: {1}")]
    Pointer(&'static str, NoPointer),
    /// The vocabulary is unknown.
    #[error("`carriers.vocabulary` must be one of {}", Vocabulary::words().join(", "))]
    Vocabulary,
    /// A word of the carrier is to say something that is no status.
    #[error("`carriers.words` says `{ours}`, which is no status: write one of {}", StatusWord::words().join(", "))]
    Word {
        /// What it says.
        ours: String,
    },
    /// There are too many words.
    #[error("`carriers.words` has more than 500 words: leave out those that say nothing of the status")]
    Words,
    /// The zone is unknown.
    #[error("`carriers.time_zone` must be an IANA name, such as Europe/Berlin")]
    TimeZone,
    /// A number is out of its range.
    #[error("`carriers.{name}` must be a whole number from {} to {}", .range.start(), .range.end())]
    Range {
        /// The setting.
        name: &'static str,
        /// What it may be.
        range: RangeInclusive<u32>,
    },
    /// The HTTP client cannot be made.
    #[error("no HTTP client can be made on this machine")]
    NoClient,
}

impl CarrierSettings {
    /// A carrier that can be asked, as far as its settings tell.
    ///
    /// # Errors
    /// With the first setting that cannot work.
    pub fn new(carrier: NewCarrier) -> Result<Self, InvalidCarrierSettings> {
        if !(1..=NAME_CHARS_MAX).contains(&carrier.name.trim().chars().count()) {
            return Err(InvalidCarrierSettings::Name);
        }
        let per_day = within("per_day", carrier.per_day, PER_DAY)?;
        let every_s = within("every_s", carrier.every_s, EVERY_S)?;
        let per_parcel = within("per_parcel", carrier.per_parcel, PER_PARCEL)?;
        let zone = TimeZone::get(&carrier.time_zone).map_err(|_unknown| InvalidCarrierSettings::TimeZone)?;
        Ok(Self {
            name: carrier.name.trim().to_owned(),
            budget: Budget::new(per_day, every_s),
            pace: Pace::new(per_parcel),
            source: source(carrier, zone)?,
        })
    }

    /// Its name, as parcels say it.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Whether it may be asked where it is to be asked, as far as the address tells.
    ///
    /// # Errors
    /// Why it may not.
    pub fn check(&self, allowed: &Allowed) -> Result<(), InvalidCarrierSettings> {
        let outbound = Outbound::new(allowed).map_err(|_no_tls| InvalidCarrierSettings::NoClient)?;
        self.check_with(&outbound)
    }

    pub(crate) fn check_with(&self, outbound: &Outbound) -> Result<(), InvalidCarrierSettings> {
        let url = self.source.address().of("0").ok_or(NoAddress)?;
        Ok(outbound.check_by_https(url.as_str())?)
    }
}

impl fmt::Debug for CarrierSettings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CarrierSettings").field("name", &self.name).finish_non_exhaustive()
    }
}

fn within(
    name: &'static str,
    number: u32,
    range: RangeInclusive<u32>,
) -> Result<u32, InvalidCarrierSettings> {
    if range.contains(&number) { Ok(number) } else { Err(InvalidCarrierSettings::Range { name, range }) }
}

fn source(carrier: NewCarrier, zone: TimeZone) -> Result<Arc<dyn Source>, InvalidCarrierSettings> {
    Ok(match carrier.kind {
        CarrierKind::Dhl => {
            let address = Address::new(carrier.url.as_deref().unwrap_or(DHL))?;
            let secret = carrier.key.ok_or(InvalidCarrierSettings::Missing("key"))?;
            Arc::new(Dhl { address, key: key(DHL_KEY, &secret)?, zone })
        }
        CarrierKind::Json(json) => {
            let url = carrier.url.ok_or(InvalidCarrierSettings::Missing("url"))?;
            let key = match (&json.header, carrier.key) {
                (Some(header), Some(secret)) => Some(key(header_name(header)?, &secret)?),
                (None, None) => None,
                (Some(_), None) => return Err(InvalidCarrierSettings::Missing("key")),
                (None, Some(_)) => return Err(InvalidCarrierSettings::Missing("header")),
            };
            let (pointers, words) = (pointers(&json)?, words(*json)?);
            Arc::new(Json { address: Address::new(&url)?, key, pointers, words, zone })
        }
    })
}

fn key(name: HeaderName, secret: &SecretString) -> Result<Key, InvalidCarrierSettings> {
    Key::new(name, secret.expose_secret()).ok_or(InvalidCarrierSettings::Key)
}

fn header_name(text: &str) -> Result<HeaderName, InvalidCarrierSettings> {
    text.trim().parse().map_err(|_no_name| InvalidCarrierSettings::Header)
}

fn pointers(json: &JsonAnswers) -> Result<Pointers, InvalidCarrierSettings> {
    let optional = |name, text: &Option<String>| {
        let pointer = text.as_deref().map(Pointer::new).transpose();
        pointer.map_err(|no_pointer| InvalidCarrierSettings::Pointer(name, no_pointer))
    };
    let required = |name, text| optional(name, text)?.ok_or(InvalidCarrierSettings::Missing(name));
    Ok(Pointers {
        events: required("events", &json.events)?,
        at: required("at", &json.at)?,
        status: required("status", &json.status)?,
        description: optional("description", &json.description)?,
        place: optional("place", &json.place)?,
        id: optional("id", &json.id)?,
    })
}

fn words(json: JsonAnswers) -> Result<Words, InvalidCarrierSettings> {
    if json.words.len() > WORDS_MAX {
        return Err(InvalidCarrierSettings::Words);
    }
    let vocabulary = json.vocabulary.as_deref().map_or(Some(Vocabulary::Doorstep), Vocabulary::from_word);
    let vocabulary = vocabulary.ok_or(InvalidCarrierSettings::Vocabulary)?;
    let own = json.words.into_iter().map(|(word, ours)| match StatusWord::from_word(&ours) {
        Some(status) => Ok((word, Status::from(status))),
        None => Err(InvalidCarrierSettings::Word { ours }),
    });
    Ok(Words::new(own.collect::<Result<Vec<_>, _>>()?, vocabulary))
}
