//! What is published, as ntfy takes it (<https://docs.ntfy.sh/publish/#publish-as-json>).

use doorstep_store::MessageKind;
use serde::Serialize;
use url::Url;

use crate::messages::{Saying, Told};
use crate::push::Notification;

/// The priority that ntfy shows at the top of the screen, and that of everything else.
const HIGH: u8 = 4;
const NORMAL: u8 = 3;
/// Where on its page a safe place is named.
const CHOICES: &str = "choices";

/// A message. The server that carries it can read it, and so can whoever knows the topic.
#[derive(Debug, Serialize)]
pub(super) struct Body<'a> {
    topic: &'a str,
    #[serde(flatten)]
    shown: Shown,
    priority: u8,
    tags: [&'static str; 1],
    /// A newer one with the same takes the place of an older one, where the server knows of that.
    sequence_id: &'a str,
    /// The page that it leads to.
    #[serde(skip_serializing_if = "Option::is_none")]
    click: Option<Url>,
    #[serde(skip_serializing_if = "Option::is_none")]
    actions: Option<[Action; 1]>,
}

/// What is read of it.
#[derive(Debug, Serialize)]
pub(crate) struct Shown {
    /// The first line, which the sign of a parcel goes before.
    pub(crate) title: String,
    /// The text.
    pub(crate) message: String,
    /// What can be done at once, with words.
    #[serde(skip)]
    pub(crate) action: Option<String>,
}

/// A button that opens a page.
#[derive(Debug, Serialize)]
struct Action {
    #[serde(rename = "action")]
    kind: &'static str,
    label: String,
    url: Url,
    /// The message goes when it was pressed.
    clear: bool,
}

impl<'a> Body<'a> {
    /// What is told, for a topic; `page` is the page that it leads to.
    pub(super) fn of(told: &Told, topic: &'a str, sequence: &'a str, page: Option<Url>) -> Self {
        let shown = shown(told);
        let action = shown.action.clone().zip(page.clone()).map(|(label, mut url)| {
            url.set_fragment(Some(CHOICES));
            [Action { kind: "view", label, url, clear: true }]
        });
        let tags = [tag(told.saying)];
        Self {
            topic,
            shown,
            priority: priority(told.saying),
            tags,
            sequence_id: sequence,
            click: page,
            actions: action,
        }
    }
}

/// What is read of what is told: the same as on any other device.
pub(crate) fn shown(told: &Told) -> Shown {
    let Notification { title, body, safe_place, .. } = Notification::of(told);
    Shown { title, message: body, action: safe_place }
}

fn priority(saying: Saying) -> u8 {
    match saying {
        Saying::Parcel { about, .. } if matches!(about.kind, MessageKind::MapOpen | MessageKind::Next) => {
            HIGH
        }
        Saying::Parcel { .. } | Saying::Bought => NORMAL,
    }
}

/// The sign before the title, by the name that ntfy has for it.
fn tag(saying: Saying) -> &'static str {
    let Saying::Parcel { about, .. } = saying else { return "package" };
    match about.kind {
        MessageKind::Failed => "warning",
        MessageKind::Delayed => "hourglass_flowing_sand",
        MessageKind::Announced
        | MessageKind::OutForDelivery
        | MessageKind::MapOpen
        | MessageKind::Next
        | MessageKind::Delivered => "package",
    }
}
