//! `/notifications`: what a recipient wants to be told, by which channel, and the browsers that it is pushed to.

use askama::Template;
use axum::Form;
use axum::body::Bytes;
use axum::extract::{Query, State};
use axum::response::{Html, Redirect};
use doorstep_domain::RecipientId;
use doorstep_store::{Channel, MessageKind, PushSubscription, QuietHours};
use jiff::civil::Time;
use serde::Deserialize;
use url::form_urlencoded;

use super::frame::Frame;
use super::icons::Icon;
use super::login::own_path;
use super::saved::Saved;
use super::tracking::notice_key;
use super::visit::{Visit, draw};
use crate::access::Recipient;
use crate::error::ApiError;
use crate::push;
use crate::state::AppState;

/// The page.
#[derive(Template)]
#[template(path = "pages/notifications.html")]
pub(crate) struct NotificationsPage<'a> {
    frame: Frame<'a>,
    is_saved: bool,
    rows: Vec<Row>,
    browsers: Vec<BrowserRow>,
    key: &'a str,
    /// When nothing shall be heard, as time fields write it.
    quiet: Option<(String, String)>,
}

/// A kind of message, and by which channels it is wanted.
struct Row {
    kind: &'static str,
    text: String,
    email: bool,
    push: bool,
}

struct BrowserRow {
    id: String,
    name: String,
    since: String,
}

impl<'a> NotificationsPage<'a> {
    /// The page of what is wanted by e-mail and by push, and of the browsers; `key` is the public key of this server.
    pub(crate) fn new(
        frame: Frame<'a>,
        (email, push): (&[MessageKind], &[MessageKind]),
        browsers: &[PushSubscription],
        key: &'a str,
        is_saved: bool,
    ) -> Self {
        let reader = frame.reader;
        let row = |kind: MessageKind| Row {
            kind: kind.as_str(),
            text: reader.say(notice_key(kind)).into_owned(),
            email: email.contains(&kind),
            push: push.contains(&kind),
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
        Self { frame, is_saved, rows, browsers, key, quiet: None }
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
    let email = shared.store.subscription(account.id, Channel::Email).await?;
    let pushed = shared.store.subscription(account.id, Channel::Push).await?;
    let browsers = shared.store.list_push_subscriptions(account.id).await?;
    let key = push::vapid(&shared).await?.public();
    let frame = visit.frame("notices-title", "/notifications");
    let page = NotificationsPage::new(frame, (&email, &pushed), &browsers, key, saved.is_saved());
    draw(&page.quiet(shared.store.quiet_hours(account.id).await?))
}

/// The form: all kinds that are wanted, or one more by e-mail beside those that are.
#[derive(Debug, Default, PartialEq, Eq)]
struct NoticesForm {
    email: Vec<MessageKind>,
    /// Only where the form asked for them.
    push: Option<Vec<MessageKind>>,
    /// When nothing shall be heard.
    quiet: Option<QuietHours>,
    /// Whether the form asked for that.
    asks_quiet: bool,
    add: Option<MessageKind>,
    back: String,
}

impl NoticesForm {
    /// Reads the form. Check boxes repeat their name, and one that is not checked is not sent, so the form says which
    /// channels it asks for beside e-mail.
    fn read(body: &[u8]) -> Self {
        let mut form = Self::default();
        let (mut from, mut until) = (None, None);
        for (name, value) in form_urlencoded::parse(body) {
            match &*name {
                "email" => form.email.extend(kind(&value)),
                "push" => form.push.get_or_insert_default().extend(kind(&value)),
                "asks" if value == "push" => drop(form.push.get_or_insert_default()),
                "asks" if value == "quiet" => form.asks_quiet = true,
                "quiet_from" => from = value.parse::<Time>().ok(),
                "quiet_until" => until = value.parse::<Time>().ok(),
                "add" => form.add = kind(&value),
                "back" => form.back = value.into_owned(),
                _ => {}
            }
        }
        [Some(&mut form.email), form.push.as_mut()].into_iter().flatten().for_each(|kinds| {
            kinds.sort();
            kinds.dedup();
        });
        let quiet = from.zip(until).map(|(from, until)| QuietHours { from, until });
        form.quiet = quiet.filter(|quiet| quiet.from != quiet.until && form.asks_quiet);
        form
    }
}

fn kind(name: &str) -> Option<MessageKind> {
    MessageKind::ALL.into_iter().find(|kind| kind.as_str() == name)
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
    store.set_subscription(id, Channel::Email, form.email.clone(), now).await?;
    if let Some(kinds) = form.push.clone() {
        store.set_subscription(id, Channel::Push, kinds, now).await?;
    }
    Ok(())
}

/// Which browser shall be removed.
#[derive(Deserialize)]
pub(super) struct RemoveForm {
    remove: String,
}

/// `POST /notifications/browsers`: nothing is pushed to a browser any more.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn check_boxes_are_read_by_their_repeated_name() {
        let form =
            NoticesForm::read(b"back=%2Forders&email=failed&email=map_open&email=failed&email=nonsense");
        assert_eq!(form.email, [MessageKind::MapOpen, MessageKind::Failed]);
        assert_eq!((form.back.as_str(), form.add, form.push), ("/orders", None, None));
        assert_eq!(NoticesForm::read(b"add=delivered").add, Some(MessageKind::Delivered));
        assert_eq!(NoticesForm::read(b""), NoticesForm::default());
    }

    #[test]
    fn quiet_hours_are_two_times_or_none() {
        let read = |body: &str| NoticesForm::read(body.as_bytes());
        let time = |text: &str| text.parse().unwrap();
        let set = QuietHours { from: time("22:00"), until: time("06:30") };
        let form = read("asks=quiet&quiet_from=22%3A00&quiet_until=06%3A30");
        assert_eq!((form.asks_quiet, form.quiet), (true, Some(set)));
        for none in [
            "",
            "&quiet_from=22%3A00",
            "&quiet_from=x&quiet_until=y",
            "&quiet_from=07%3A00&quiet_until=07%3A00",
        ] {
            let form = read(&format!("asks=quiet{none}"));
            assert_eq!((form.asks_quiet, form.quiet), (true, None), "{none}");
        }
        assert!(!read("quiet_from=22%3A00&quiet_until=06%3A30").asks_quiet, "it is left as it is");
    }

    #[test]
    fn a_form_that_asks_for_push_may_ask_for_nothing() {
        assert_eq!(NoticesForm::read(b"asks=push").push, Some(vec![]));
        let form = NoticesForm::read(b"asks=push&push=next&push=map_open&push=next&email=next");
        assert_eq!(form.push, Some(vec![MessageKind::MapOpen, MessageKind::Next]));
        assert_eq!(form.email, [MessageKind::Next]);
    }
}
