//! What a carrier is asked, and how its answer is read. A source asks nobody: it makes the question and reads the answer,
//! and the one HTTP client stands between (`outbound`).

mod address;
mod dhl;
mod event;
mod json;
#[cfg(test)]
mod tests;
mod time;

use std::fmt;

use doorstep_wire::carrier::{CarrierEventsRead, Vocabulary};
use http::header::{ACCEPT, HeaderName, HeaderValue, RETRY_AFTER};
use http::{Request, Response, StatusCode};
use jiff::{SignedDuration, Timestamp};
use thiserror::Error;

use crate::messages::retry_after;
use crate::outbound::{OutboundError, Refusal};

pub(super) use address::Address;
pub use address::NoAddress;
pub(super) use dhl::Dhl;
pub(super) use event::Origin;
pub use json::NoPointer;
pub(super) use json::{Json, Pointer, Pointers, Words};

/// How a carrier is asked for the status of a parcel.
pub(super) trait Source: fmt::Debug + Send + Sync {
    /// Where it is asked.
    fn address(&self) -> &Address;

    /// The secret that it is asked with.
    fn key(&self) -> Option<&Key>;

    /// Reads what it says of a number.
    ///
    /// # Errors
    /// Why the answer tells nothing of the parcel.
    fn read(&self, origin: &Origin<'_>, body: &[u8]) -> Result<CarrierEventsRead, NoAnswer>;
}

/// A header that tells a carrier who asks.
#[derive(Clone)]
pub(super) struct Key {
    name: HeaderName,
    value: HeaderValue,
}

/// Why nothing was told of a parcel. No text of the other end is in it, and no number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub(super) enum NoAnswer {
    /// It knows no such number.
    #[error("it does not know the number of a parcel")]
    UnknownNumber,
    /// It was asked too often; for so long it wants to be left alone, where it says so.
    #[error("it was asked too often; less is asked of it with `carriers.per_day` or `carriers.every_s`")]
    Limited(Option<SignedDuration>),
    /// It lets nobody in with this key.
    #[error("it refuses the key; put one that holds into `carriers.key_file`")]
    Refused,
    /// Its answer is none that this source reads.
    #[error("its answer cannot be read: {0}; compare `carriers` with its documentation")]
    Unreadable(Unreadable),
    /// There was no answer in time, or one that tells of a fault of its own.
    #[error("it cannot be reached: {0}")]
    Unreachable(Away),
}

/// Why a carrier cannot be reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub(super) enum Away {
    /// Its address leads to where nobody may be asked.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// There was no answer in time.
    #[error("no answer came in time")]
    Silent,
    /// It tells of a fault of its own.
    #[error("it answers with the status {0}")]
    Fault(u16),
}

/// Why an answer cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub(super) enum Unreadable {
    /// It has this status.
    #[error("it has the status {0}")]
    Status(u16),
    /// It is longer than the client reads.
    #[error("it is too long")]
    TooLong,
    /// It is not JSON, or nested too deeply.
    #[error("it is not JSON")]
    NoJson,
    /// It has no list of events where one should be.
    #[error("there is no list of events")]
    NoEvents,
    /// There are events, and of none it can be told when it happened and how the parcel stood.
    #[error("no event has a time and a status")]
    NoneReadable,
}

impl Key {
    /// A header with a secret; `None` when no header can hold it.
    pub(super) fn new(name: HeaderName, secret: &str) -> Option<Self> {
        let mut value = HeaderValue::from_str(secret).ok()?;
        value.set_sensitive(true);
        Some(Self { name, value })
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Key").field("name", &self.name).finish_non_exhaustive()
    }
}

/// The question about a number; `None` where no address can be made of it.
pub(super) fn question(source: &dyn Source, number: &str) -> Option<Request<Vec<u8>>> {
    let url = source.address().of(number)?;
    let mut request = Request::get(url.as_str()).header(ACCEPT, HeaderValue::from_static("application/json"));
    if let Some(key) = source.key() {
        request = request.header(&key.name, &key.value);
    }
    request.body(Vec::new()).ok()
}

/// What an answer says.
///
/// # Errors
/// Why it tells nothing of the parcel.
pub(super) fn answer(
    source: &dyn Source,
    origin: &Origin<'_>,
    answer: Result<Response<Vec<u8>>, OutboundError>,
    now: Timestamp,
) -> Result<CarrierEventsRead, NoAnswer> {
    let answer = answer.map_err(|error| match error {
        OutboundError::TooLong => NoAnswer::Unreadable(Unreadable::TooLong),
        OutboundError::Refused(refusal) => NoAnswer::Unreachable(Away::Refused(refusal)),
        OutboundError::Unreachable(_) => NoAnswer::Unreachable(Away::Silent),
    })?;
    let fault = NoAnswer::Unreachable(Away::Fault(answer.status().as_u16()));
    match answer.status() {
        StatusCode::OK => source.read(origin, answer.body()),
        StatusCode::NO_CONTENT => Ok(nothing()),
        StatusCode::NOT_FOUND | StatusCode::GONE => Err(NoAnswer::UnknownNumber),
        StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN => Err(NoAnswer::Refused),
        StatusCode::TOO_MANY_REQUESTS => Err(NoAnswer::Limited(asked_for(&answer, now))),
        // A carrier that is down for a while may say until when, as one that was asked too often does.
        StatusCode::SERVICE_UNAVAILABLE => {
            Err(asked_for(&answer, now).map_or(fault, |time| NoAnswer::Limited(Some(time))))
        }
        status if status.is_server_error() || status == StatusCode::REQUEST_TIMEOUT => Err(fault),
        // A redirect is followed nowhere: the key would go with it.
        other => Err(NoAnswer::Unreadable(Unreadable::Status(other.as_u16()))),
    }
}

fn nothing() -> CarrierEventsRead {
    CarrierEventsRead { vocabulary: Vocabulary::Doorstep, events: Vec::new(), unknown_words: 0 }
}

fn asked_for(answer: &Response<Vec<u8>>, now: Timestamp) -> Option<SignedDuration> {
    retry_after(answer.headers().get(RETRY_AFTER)?.to_str().ok()?, now)
}
