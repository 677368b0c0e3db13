//! What a recipient would see, in words: the same words that their own page uses.

use doorstep_domain::{HiddenBecause, MapView, Parcel, Personal, TrackingView};

use crate::pages::reader::Reader;
use crate::pages::tracking::{Own, Tracking, hidden_words};

/// What a recipient would see of a parcel.
pub(super) struct Seen {
    /// Of which parcel.
    pub(super) title: String,
    /// Each thing, and what they would be told of it.
    pub(super) lines: Vec<(String, String)>,
}

impl Seen {
    pub(super) fn of(parcel: &Parcel, view: &TrackingView, reader: &Reader) -> Self {
        let page = Tracking { view, own: Own::of(parcel, &[]), reader, attribution: "" };
        let absent = || reader.say("visibility-seen-nothing").into_owned();
        let line =
            |key: &str, words: Option<String>| (reader.say(key).into_owned(), words.unwrap_or_else(absent));
        let window = page.window().map(|(window, is_live)| {
            let key = if is_live { "visibility-seen-live" } else { "visibility-seen-planned" };
            reader.say_with(key, [("window", reader.window(window).into())])
        });
        let name = |name: &Option<Personal>| name.as_ref().map(|name| name.reveal().to_owned());
        let photo = |at| reader.say_with("visibility-seen-photo-taken", [("time", reader.recent(at).into())]);
        let lines = vec![
            line("visibility-seen-status", Some(page.status_words())),
            line("visibility-seen-window", window),
            line("visibility-seen-count", page.ahead().map(|ahead| ahead.text)),
            line("visibility-seen-map", Some(map_words(&view.map, reader))),
            line("visibility-seen-sender", name(&view.sender)),
            line("visibility-seen-driver", name(&view.driver_name)),
            line("visibility-seen-photo", view.photo_at.map(photo)),
        ];
        let number = [("number", parcel.tracking_number.clone().into())];
        Self { title: reader.say_with("visibility-seen-title", number), lines }
    }
}

fn map_words(map: &MapView, reader: &Reader) -> String {
    match map {
        MapView::Open { .. } => reader.say("visibility-seen-map-open").into_owned(),
        MapView::Hidden(because) => hidden(*because, reader),
    }
}

fn hidden(because: HiddenBecause, reader: &Reader) -> String {
    let (_, _, title, text) = hidden_words(because);
    format!("{}. {}", reader.say(title), reader.say(text))
}
