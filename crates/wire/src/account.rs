//! Logging in, and what recipients want to be told.

use doorstep_domain::Personal;
use jiff::Timestamp;
use jiff::civil::Time;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::input::{Field, InputProblem, read};
use crate::secret::Secret;
use crate::words::{MessageWord, Word as _};

/// The shortest and the longest password, in characters.
const PASSWORD_CHARS: (usize, usize) = (8, 256);

/// The body of `POST /v1/session`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Login {
    /// The e-mail address.
    #[schema(value_type = String)]
    pub email: Personal,
    /// The password.
    #[schema(value_type = String)]
    pub password: Secret,
}

impl Login {
    /// Reads the body. A password that is too short or long to be one is just wrong, so it is not judged here.
    ///
    /// # Errors
    /// All problems of the input.
    pub fn read(bytes: &[u8]) -> Result<Self, Vec<InputProblem>> {
        read(bytes, |field| {
            let object = field.object(&["email", "password"])?;
            let email = object.required("email").and_then(|f| f.email());
            let password = object.required("password").and_then(|f| match f.value.as_str() {
                Some(text) if text.chars().count() <= PASSWORD_CHARS.1 => Some(Secret::new(text)),
                Some(_) => f.problem("too_long", "no password is that long"),
                None => f.not_a("a text"),
            });
            Some(Self { email: email?, password: password? })
        })
    }
}

/// The answer of `GET /v1/sessions`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct SessionsAnswer {
    /// The sessions, the last used first.
    pub sessions: Vec<SessionJson>,
}

/// A place where someone is logged in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct SessionJson {
    /// What it is called when it is to be ended.
    pub id: String,
    /// When it began.
    pub began_at: Timestamp,
    /// The hour in which it was used last.
    pub used_at: Timestamp,
    /// When it ends by itself.
    pub expires_at: Timestamp,
    /// Which browser it is in, roughly.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "Firefox, Android")]
    pub browser: Option<String>,
    /// Whether it is the session that asks.
    pub is_this: bool,
}

/// The answer of `GET /v1/calendar`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct CalendarAnswer {
    /// The calendar, if there is one. Its address is told only when it is made.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub calendar: Option<CalendarJson>,
}

/// A calendar that reads when parcels come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct CalendarJson {
    /// When it was made.
    pub created_at: Timestamp,
    /// The hour in which it was read last.
    pub used_at: Timestamp,
}

/// The answer of `PUT /v1/calendar`. The address is told this one time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct GivenCalendar {
    /// The address that the calendar reads; whoever knows it reads the same.
    #[schema(example = "https://track.example.org/calendar/….ics")]
    pub url: String,
}

/// What a recipient wants to be told, by channel; the body and the answer of `/v1/notifications`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
pub struct Notifications {
    /// By e-mail.
    pub email: Vec<MessageWord>,
    /// By Web Push, to every browser that asked for it. Left out of a body, it stays as it is.
    pub push: Option<Vec<MessageWord>>,
    /// By SMS, or by what else the operator sends messages on with, where that is offered. Left out of a body, it stays as it
    /// is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sms: Option<Vec<MessageWord>>,
    /// When nothing shall be heard. Left out of a body, it ends.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quiet: Option<QuietJson>,
}

/// Hours in which nothing shall be heard, each day, by the clock of the recipient's zone; over midnight where they end
/// before they begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct QuietJson {
    /// From when on.
    #[schema(value_type = String, example = "22:00:00")]
    pub from: Time,
    /// Until when; another time.
    #[schema(value_type = String, example = "07:00:00")]
    pub until: Time,
}

impl Notifications {
    /// Reads the body.
    ///
    /// # Errors
    /// All problems of the input.
    pub fn read(bytes: &[u8]) -> Result<Self, Vec<InputProblem>> {
        read(bytes, |field| {
            let object = field.object(&["email", "push", "sms", "quiet"])?;
            let email = object.required("email").and_then(|f| kinds(&f));
            let of = |channel| match object.optional(channel) {
                Some(wanted) => kinds(&wanted).map(Some),
                None => Some(None),
            };
            let (push, sms) = (of("push"), of("sms"));
            let quiet = match object.optional("quiet") {
                Some(quiet) => quiet_hours(quiet).map(Some),
                None => Some(None),
            };
            Some(Self { email: email?, push: push?, sms: sms?, quiet: quiet? })
        })
    }
}

fn quiet_hours(field: Field<'_>) -> Option<QuietJson> {
    let object = field.object(&["from", "until"])?;
    let from = object.required("from").and_then(|f| time(&f));
    let until = object.required("until").and_then(|f| time(&f));
    let quiet = QuietJson { from: from?, until: until? };
    if quiet.from == quiet.until {
        return object.problem("empty_hours", "they end when they begin; leave `quiet` out for none");
    }
    Some(quiet)
}

fn time(field: &Field<'_>) -> Option<Time> {
    match field.value.as_str().and_then(|text| text.parse().ok()) {
        Some(time) => Some(time),
        None => field.not_a("a time of day such as 22:00"),
    }
}

/// Kinds of messages, each once.
fn kinds(field: &Field<'_>) -> Option<Vec<MessageWord>> {
    let mut kinds: Vec<MessageWord> = field.list(MessageWord::words().len(), |kind| kind.word())?;
    kinds.sort_unstable();
    kinds.dedup();
    Some(kinds)
}

/// A new password.
pub(crate) fn password(field: &Field<'_>) -> Option<Secret> {
    let (min, max) = PASSWORD_CHARS;
    match field.value.as_str() {
        Some(text) if (min..=max).contains(&text.chars().count()) => Some(Secret::new(text)),
        Some(_) => field.problem("bad_password", format!("a password has {min} to {max} characters")),
        None => field.not_a("a text"),
    }
}
