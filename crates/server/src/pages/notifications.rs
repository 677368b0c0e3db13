//! `/notifications`: what a recipient wants to be told, by which channel, and the devices that get it.

mod form;
pub(super) mod home;
pub(super) mod ntfy;

use askama::Template;
use axum::Form;
use axum::body::Bytes;
use axum::extract::{Query, State};
use axum::response::{Html, Redirect};
use doorstep_domain::{Personal, RecipientId};
use doorstep_store::{Channel, HomeLink, MessageKind, NtfyTopic, PushSubscription, QuietHours};
use jiff::civil::Time;
use serde::Deserialize;

use self::form::NoticesForm;
use self::home::HomePart;
use self::ntfy::NtfyPart;
use super::frame::Frame;
use super::icons::Icon;
use super::login::own_path;
use super::saved::Saved;
use super::tracking::notice_key;
use super::visit::{Visit, draw};
use crate::access::Recipient;
use crate::error::ApiError;
use crate::homes::MqttSettings;
use crate::ntfy::NtfySettings;
use crate::push;
use crate::state::AppState;
use crate::webhook::Handover;

/// So many letters of a phone number are shown.
const PHONE_END: usize = 3;

/// The page.
#[derive(Template)]
#[template(path = "pages/notifications.html")]
pub(crate) struct NotificationsPage<'a> {
    frame: Frame<'a>,
    is_saved: bool,
    columns: Vec<Column>,
    rows: Vec<Row>,
    /// Which number SMS go to, by its end.
    phone: Option<String>,
    browsers: Vec<BrowserRow>,
    ntfy: NtfyPart,
    home: Option<HomePart>,
    key: &'a str,
    /// When nothing shall be heard, as time fields write it.
    quiet: Option<(String, String)>,
}

/// A channel, and what is wanted by it.
#[derive(Debug)]
pub(crate) struct Column {
    channel: Channel,
    title: String,
    kinds: Vec<MessageKind>,
}

/// A kind of message, and for each column whether it is wanted.
struct Row {
    kind: &'static str,
    text: String,
    is_wanted: Vec<bool>,
}

impl Column {
    /// A channel by its name, which is a word of ours or one of the operator's.
    pub(crate) fn new(channel: Channel, title: impl Into<String>, kinds: &[MessageKind]) -> Self {
        Self { channel, title: title.into(), kinds: kinds.to_vec() }
    }

    fn name(&self) -> &'static str {
        self.channel.as_str()
    }
}

struct BrowserRow {
    id: String,
    name: String,
    since: String,
}

impl<'a> NotificationsPage<'a> {
    /// The page of what is wanted by these channels, and of the browsers; `key` is the public key of this server.
    pub(crate) fn new(
        frame: Frame<'a>,
        columns: Vec<Column>,
        browsers: &[PushSubscription],
        key: &'a str,
        is_saved: bool,
    ) -> Self {
        let reader = frame.reader;
        let row = |kind: MessageKind| Row {
            kind: kind.as_str(),
            text: reader.say(notice_key(kind)).into_owned(),
            is_wanted: columns.iter().map(|column| column.kinds.contains(&kind)).collect(),
        };
        let browser = |browser: &PushSubscription| BrowserRow {
            id: browser.id.to_string(),
            name: match browser.browser.as_str() {
                "" => reader.say("push-unknown").into_owned(),
                name => name.to_owned(),
            },
            since: reader.say_with("push-since", [("when", reader.moment(browser.created_at).into())]),
        };
        let rows = MessageKind::ALL.into_iter().map(row).collect();
        let browsers = browsers.iter().map(browser).collect();
        let ntfy = NtfyPart::default();
        Self { frame, is_saved, columns, rows, phone: None, browsers, ntfy, home: None, key, quiet: None }
    }

    /// The same with the number that SMS go to, of which the end is shown.
    pub(crate) fn phone(self, phone: Option<&Personal>) -> Self {
        let phone = phone.map(|phone| {
            let digits = phone.reveal();
            let end = digits.get(digits.len().saturating_sub(PHONE_END)..).unwrap_or_default();
            self.frame.reader.say_with("notices-sms-number", [("end", end.into())])
        });
        Self { phone, ..self }
    }

    /// The same with topics of ntfy servers, and the servers that one may have some on.
    pub(crate) fn ntfy(self, settings: Option<&NtfySettings>, topics: &[NtfyTopic]) -> Self {
        let ntfy = NtfyPart::new(settings, topics, self.frame.reader);
        Self { ntfy, ..self }
    }

    /// The same with where Home Assistant reads, where there is a broker.
    pub(crate) fn home(self, settings: Option<&MqttSettings>, link: Option<&HomeLink>) -> Self {
        Self { home: settings.map(|settings| HomePart::new(settings, link)), ..self }
    }

    /// The same with the hours in which nothing shall be heard.
    pub(crate) fn quiet(self, quiet: Option<QuietHours>) -> Self {
        let field = |time: Time| time.strftime("%H:%M").to_string();
        Self { quiet: quiet.map(|quiet| (field(quiet.from), field(quiet.until))), ..self }
    }
}

/// `GET /notifications`
pub(super) async fn get(
    State(shared): State<AppState>,
    Recipient(account): Recipient,
    visit: Visit,
    Query(saved): Query<Saved>,
) -> Result<Html<String>, ApiError> {
    let columns = columns(&shared, account.id, &visit).await?;
    let is_sms = shared.sends_sms == Some(Handover::Sms);
    let phone = shared.store.phone(account.id).await?.filter(|_| is_sms);
    let browsers = shared.store.list_push_subscriptions(account.id).await?;
    let key = push::vapid(&shared).await?.public();
    let frame = visit.frame("notices-title", "/notifications");
    let page = NotificationsPage::new(frame, columns, &browsers, key, saved.is_saved()).phone(phone.as_ref());
    let page = page.ntfy(shared.ntfy.as_ref(), &shared.store.list_ntfy_topics(account.id).await?);
    let link = shared.store.home_link_of(account.id).await?;
    let page = page.home(shared.mqtt.as_ref(), link.as_ref());
    draw(&page.quiet(shared.store.quiet_hours(account.id).await?))
}

/// The channels that there are for someone.
async fn columns(shared: &AppState, account: RecipientId, visit: &Visit) -> Result<Vec<Column>, ApiError> {
    let say = |key| visit.reader.say(key).into_owned();
    let mut channels = vec![(Channel::Email, say("notices-email")), (Channel::Push, say("notices-push"))];
    if shared.offers_sms(account).await? {
        let title = match &shared.sends_sms {
            Some(Handover::Named(name)) => name.clone(),
            _ => say("notices-sms"),
        };
        channels.push((Channel::Sms, title));
    }
    let mut columns = Vec::new();
    for (channel, title) in channels {
        let kinds = shared.store.subscription(account, channel).await?;
        columns.push(Column::new(channel, title, &kinds));
    }
    Ok(columns)
}

/// `POST /notifications`: remembers the choice and leads back.
pub(super) async fn post(
    State(shared): State<AppState>,
    Recipient(account): Recipient,
    body: Bytes,
) -> Result<Redirect, ApiError> {
    let form = NoticesForm::read(&body);
    remember(&shared, account.id, &form).await?;
    shared.live.recipient_changed(account.id);
    let back = own_path(&form.back).filter(|back| !back.contains(['?', '#'])).unwrap_or("/orders");
    Ok(Redirect::to(&format!("{back}?saved=1")))
}

async fn remember(shared: &AppState, id: RecipientId, form: &NoticesForm) -> Result<(), ApiError> {
    let (store, now) = (&shared.store, shared.clock.now());
    if let Some(add) = form.add {
        let mut kinds = store.subscription(id, Channel::Email).await?;
        kinds.retain(|kind| *kind != add);
        kinds.push(add);
        return Ok(store.set_subscription(id, Channel::Email, kinds, now).await?);
    }
    if form.asks_quiet {
        store.set_quiet_hours(id, form.quiet).await?;
    }
    for (channel, kinds) in &form.kinds {
        // What is not offered was not on the page.
        if *channel != Channel::Sms || shared.offers_sms(id).await? {
            store.set_subscription(id, *channel, kinds.clone(), now).await?;
        }
    }
    Ok(())
}

/// Which device shall be removed.
#[derive(Deserialize)]
pub(super) struct RemoveForm {
    remove: String,
}

/// `POST /notifications/browsers`: nothing is sent to a device any more.
pub(super) async fn remove_browser(
    State(shared): State<AppState>,
    Recipient(account): Recipient,
    Form(form): Form<RemoveForm>,
) -> Result<Redirect, ApiError> {
    match push::remove(&shared, &account, &form.remove).await {
        // It was removed meanwhile, and that was what was wanted.
        Err(error) if error.code() == "not_found" => {}
        removed => removed?,
    }
    Ok(Redirect::to("/notifications?saved=1"))
}
