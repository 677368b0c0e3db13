//! What a browser is told, as its service worker reads it.

use doorstep_domain::ParcelKind;
use doorstep_store::MessageKind;
use serde::Serialize;

use crate::messages::{Saying, Told};
use crate::pages::mail::{About, said, said_bought};

/// Every message is filled up to this length before it is sealed.
pub(super) const TEXT_BYTES: usize = 2_048;

/// A notification. It may be read by anyone who passes the screen, so it holds no name, no address and no code, and of a
/// surprise it says what it says of everything else.
#[derive(Debug, Serialize)]
pub(crate) struct Notification {
    pub(crate) title: String,
    pub(crate) body: String,
    lang: String,
    /// The page that it leads to.
    path: String,
    /// A newer one takes the place of an older one with the same tag.
    tag: String,
    /// What can be done at once, with words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) safe_place: Option<String>,
    open: String,
}

impl Notification {
    /// The notification of what is told.
    pub(crate) fn of(told: &Told) -> Self {
        let (reader, operator) = (&told.reader, told.operator.name.as_str());
        let (words, path, tag, safe_place) = match told.saying {
            Saying::Parcel { parcel, about } => {
                let safe_place = offers_safe_place(about).then(|| reader.say("push-safe-place").into_owned());
                let (path, tag) = (format!("/parcels/{parcel}"), parcel.to_string());
                (said(about, operator, reader), path, tag, safe_place)
            }
            Saying::Bought => {
                (said_bought(operator, reader), "/orders".to_owned(), "orders".to_owned(), None)
            }
        };
        let (title, body) = words;
        Self {
            title,
            body,
            lang: reader.lang(),
            path,
            tag,
            safe_place,
            open: reader.say("push-open").into_owned(),
        }
    }
}

/// Title and text of the notification of what is told.
pub(crate) fn shown(told: &Told) -> (String, String) {
    let Notification { title, body, .. } = Notification::of(told);
    (title, body)
}

/// Whether naming a safe place may still be of use.
fn offers_safe_place(about: About) -> bool {
    about.of != ParcelKind::HighValue && !matches!(about.kind, MessageKind::Delivered | MessageKind::Failed)
}
