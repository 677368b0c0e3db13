//! What recipients read: every message by every channel, as it would be written for a parcel of today.
//!
//! Nothing of it is made for this page: a mail, a notification and an SMS are written by those who send them.

use askama::Template;
use axum::extract::{Query, State};
use axum::response::{Html, IntoResponse, Response};
use doorstep_domain::view::Delay;
use doorstep_domain::{Because, ParcelId, ParcelKind, Window};
use doorstep_store::{Account, MessageKind};
use http::HeaderValue;
use http::header::CONTENT_SECURITY_POLICY;
use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use url::Url;

use crate::accept::{FRAMED_POLICY, POLICY};
use crate::access::Dispatcher;
use crate::error::ApiError;
use crate::mail;
use crate::messages::{Saying, Told, page};
use crate::ntfy::{self, Shown};
use crate::pages::frame::Frame;
use crate::pages::icons::Icon;
use crate::pages::mail::{About, Mail, compose_sign_in};
use crate::pages::reader::{Locale, Reader};
use crate::pages::tracking::notice_key;
use crate::pages::visit::{Visit, draw};
use crate::pages::words::Language;
use crate::push;
use crate::state::AppState;
use crate::webhook::short;

/// No parcel has it.
const NO_PARCEL: ParcelId = ParcelId::from_u128(0);
/// The example comes from so long after now on, and within so long.
const IN: SignedDuration = SignedDuration::from_mins(50);
const WITHIN: SignedDuration = SignedDuration::from_mins(25);
/// The name of the letter with a link to log in, and of the one to buyers; the others are those of [`MessageKind`].
const SIGN_IN: &str = "sign_in";
const BOUGHT: &str = "bought";

/// The page.
#[derive(Template)]
#[template(path = "pages/messages.html")]
pub(crate) struct MessagesPage<'a> {
    frame: Frame<'a>,
    /// Those that can be shown, drafts among them.
    languages: &'static [Language],
    shown: Language,
    previews: Vec<Preview>,
}

/// A message as its recipients read it.
pub(crate) struct Preview {
    /// Which one, in a word.
    pub(crate) kind: &'static str,
    name: String,
    /// The e-mail.
    pub(crate) mail: Mail,
    /// Title and text of the notification.
    push: Option<(String, String)>,
    /// What is read in an app for ntfy.
    ntfy: Option<Shown>,
    /// The text of the SMS.
    pub(crate) sms: Option<String>,
}

impl<'a> MessagesPage<'a> {
    /// The page of these messages in a language.
    pub(crate) fn new(frame: Frame<'a>, shown: Language, previews: Vec<Preview>) -> Self {
        Self { frame, languages: &Language::ALL, shown, previews }
    }
}

/// What to show.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Asked {
    lang: Option<String>,
    kind: Option<String>,
}

impl Asked {
    /// The language that was asked for, as the operator's recipients read it; that of whoever asks otherwise.
    fn reader(&self, shared: &AppState, visit: &Visit) -> Reader {
        let asked = self.lang.as_deref().and_then(Locale::from_tag);
        let locale = asked.unwrap_or(visit.reader.locale).speaking(shared.settings.german);
        Reader { locale, ..visit.reader.clone() }
    }
}

/// `GET /dispatch/messages`
pub(crate) async fn get(
    State(shared): State<AppState>,
    Dispatcher(account): Dispatcher,
    visit: Visit,
    Query(asked): Query<Asked>,
) -> Result<Response, ApiError> {
    let reader = asked.reader(&shared, &visit);
    let shown = reader.locale.language;
    let previews = previews(&example(&shared, account, reader).await?, Offered::of(&shared), &visit.reader);
    let page = MessagesPage::new(visit.frame("messages-title", "/dispatch/messages"), shown, previews);
    let policy = HeaderValue::try_from(format!("{POLICY}; frame-src 'self'"));
    let policy = policy.map_err(|_no_header| ApiError::internal())?;
    Ok(([(CONTENT_SECURITY_POLICY, policy)], draw(&page)?).into_response())
}

/// `GET /dispatch/messages/mail`: one mail as mail programs show it.
pub(crate) async fn get_mail(
    State(shared): State<AppState>,
    Dispatcher(account): Dispatcher,
    visit: Visit,
    Query(asked): Query<Asked>,
) -> Result<Response, ApiError> {
    let reader = asked.reader(&shared, &visit);
    let previews = previews(&example(&shared, account, reader).await?, Offered::of(&shared), &visit.reader);
    let kind = asked.kind.as_deref().unwrap_or(MessageKind::Announced.as_str());
    let found = previews.into_iter().find(|preview| preview.kind == kind);
    let html = found.ok_or_else(ApiError::not_found)?.mail.html;
    Ok(([(CONTENT_SECURITY_POLICY, FRAMED_POLICY)], Html(html)).into_response())
}

/// What is told to whoever asks, as if the example were theirs.
async fn example(shared: &AppState, account: Account, reader: Reader) -> Result<Told, ApiError> {
    let operator = shared.store.find_operator(account.operator).await?.ok_or_else(ApiError::not_found)?;
    Ok(Told { account, operator, reader, saying: Saying::Bought })
}

/// Where links lead, and by what messages go beside e-mail and Web Push.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Offered<'a> {
    pub(crate) public_url: Option<&'a Url>,
    pub(crate) sends_sms: bool,
    pub(crate) sends_ntfy: bool,
}

impl<'a> Offered<'a> {
    fn of(shared: &'a AppState) -> Self {
        let public_url = shared.settings.public_url.as_ref();
        Self { public_url, sends_sms: shared.sends_sms.is_some(), sends_ntfy: shared.ntfy.is_some() }
    }
}

/// Every message in the language of the example; their names as the reader of the page has them.
pub(crate) fn previews(example: &Told, offered: Offered<'_>, reader: &Reader) -> Vec<Preview> {
    let of_parcel = |kind: MessageKind| {
        let saying = Saying::Parcel { parcel: NO_PARCEL, about: about(kind, example.reader.now) };
        preview(kind.as_str(), reader.say(notice_key(kind)).into_owned(), example, offered, saying)
    };
    let mut previews: Vec<Preview> = MessageKind::ALL.into_iter().map(of_parcel).collect();
    let name = reader.say("messages-bought").into_owned();
    previews.push(preview(BOUGHT, name, example, offered, Saying::Bought));
    previews.extend(sign_in(example, offered, reader));
    previews
}

fn preview(
    kind: &'static str,
    name: String,
    example: &Told,
    offered: Offered<'_>,
    saying: Saying,
) -> Preview {
    let told = Told { saying, ..example.clone() };
    let link = page(offered.public_url, saying);
    let push = Some(push::shown(&told));
    let ntfy = offered.sends_ntfy.then(|| ntfy::shown(&told));
    let sms = offered.sends_sms.then(|| short(&told, link.as_ref().map(Url::as_str)));
    Preview { kind, name, mail: mail::mail(&told, link.as_ref()), push, ntfy, sms }
}

/// The letter with a link to log in; the link of the example opens nothing.
fn sign_in(example: &Told, offered: Offered<'_>, reader: &Reader) -> Option<Preview> {
    let link = offered.public_url?.join("/login/link/example").ok()?;
    let mail = compose_sign_in(&example.operator.name, &example.reader, link.as_str());
    let name = reader.say("messages-sign-in").into_owned();
    Some(Preview { kind: SIGN_IN, name, mail, push: None, ntfy: None, sms: None })
}

fn about(kind: MessageKind, now: Timestamp) -> About {
    let arrival = Window { from: now + IN, until: now + IN + WITHIN };
    let late = Delay { step: 1, window: Some(arrival), because: Some(Because::Resequenced) };
    let delay = (kind == MessageKind::Delayed).then_some(late);
    About { of: ParcelKind::Ordinary, kind, delay, arrival: Some(arrival) }
}
