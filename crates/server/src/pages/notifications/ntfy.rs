//! The part of `/notifications` about ntfy: the topics of someone, and another one.

use axum::Form;
use axum::extract::State;
use axum::response::Redirect;
use doorstep_store::NtfyTopic;
use serde::Deserialize;

use crate::access::Recipient;
use crate::error::ApiError;
use crate::ntfy::{self, NtfySettings};
use crate::pages::reader::Reader;
use crate::state::AppState;

/// What is shown of ntfy.
#[derive(Debug, Default)]
pub(super) struct NtfyPart {
    /// The servers that one may have a topic on; none where ntfy is not used.
    pub(super) servers: Vec<String>,
    /// Whether there are as many topics as there may be.
    pub(super) is_full: bool,
    pub(super) topics: Vec<TopicRow>,
}

/// A topic of someone.
#[derive(Debug)]
pub(super) struct TopicRow {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) since: String,
    /// Where it is opened; `None` when nothing is sent there any more.
    pub(super) address: Option<String>,
    pub(super) how: String,
}

impl NtfyPart {
    /// What someone with these topics sees.
    pub(super) fn new(settings: Option<&NtfySettings>, topics: &[NtfyTopic], reader: &Reader) -> Self {
        let servers: Vec<String> = settings.map(|ntfy| ntfy.names().collect()).unwrap_or_default();
        let rows = topics.iter().map(|topic| TopicRow::of(topic, servers.contains(&topic.server), reader));
        let topics: Vec<TopicRow> = rows.collect();
        Self { is_full: topics.len() >= NtfyTopic::PER_ACCOUNT_MAX, topics, servers }
    }
}

impl TopicRow {
    fn of(topic: &NtfyTopic, is_used: bool, reader: &Reader) -> Self {
        let server = topic.server.split_once("://").map_or(topic.server.as_str(), |(_, host)| host);
        let how = [("topic", topic.topic.reveal().into()), ("server", topic.server.as_str().into())];
        Self {
            id: topic.id.to_string(),
            name: format!("ntfy, {server}"),
            since: reader.say_with("push-since", [("when", reader.moment(topic.created_at).into())]),
            address: is_used.then(|| ntfy::subscribe_address(topic)),
            how: if is_used {
                reader.say_with("ntfy-how", how)
            } else {
                reader.say("ntfy-gone").into_owned()
            },
        }
    }
}

/// On which server the topic shall be.
#[derive(Deserialize)]
pub(in crate::pages) struct TopicForm {
    server: String,
}

/// `POST /notifications/ntfy`: makes a topic and leads back to where it is shown.
pub(in crate::pages) async fn make(
    State(shared): State<AppState>,
    Recipient(account): Recipient,
    Form(form): Form<TopicForm>,
) -> Result<Redirect, ApiError> {
    ntfy::make(&shared, &account, &form.server).await?;
    Ok(Redirect::to("/notifications?saved=1#devices"))
}
