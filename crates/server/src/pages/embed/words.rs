//! How a parcel stands, for a page of a shop.

use doorstep_domain::view::{BuyerView, EmbeddedView};
use doorstep_domain::{MapView, Parcel, RemainingStops};
use doorstep_wire::embed::{EmbeddedJson, EmbeddedWords};

use crate::live::is_over;
use crate::pages::orders::bought_words;
use crate::pages::reader::Reader;
use crate::pages::tracking::{Own, Tracking};

/// What a page of a shop shows of a parcel that this carrier brings.
pub(crate) fn told(view: &EmbeddedView, parcel: &Parcel, operator: &str, reader: &Reader) -> EmbeddedJson {
    match view {
        EmbeddedView::Whole(view) => {
            let own = Own::of(parcel, &[]);
            let page = Tracking { view, own, reader, attribution: "" };
            let window = page.window().filter(|_| !page.is_over());
            EmbeddedJson {
                window: window.map(|(window, _)| window.into()),
                remaining_stop_count: match view.remaining_stops {
                    Some(RemainingStops::Exactly(count)) => Some(count),
                    _ => None,
                },
                map_open: matches!(view.map, MapView::Open { .. }) && !page.is_over(),
                operator: view.operator.clone(),
                ..plain(view.status.into(), is_over(view.status), page.embedded_words(), reader)
            }
        }
        EmbeddedView::Brief(view) => EmbeddedJson {
            operator: operator.to_owned(),
            ..plain(view.status.into(), is_over(view.status), brief(*view, operator, reader), reader)
        },
    }
}

fn plain(
    status: doorstep_wire::words::StatusWord,
    is_over: bool,
    words: EmbeddedWords,
    reader: &Reader,
) -> EmbeddedJson {
    EmbeddedJson {
        status,
        is_over,
        operator: String::new(),
        window: None,
        remaining_stop_count: None,
        map_open: false,
        words,
        language: reader.lang(),
        direction: reader.dir().to_owned(),
        now: reader.now,
    }
}

/// What is said of a parcel that comes to someone else, or whose way nobody shall follow.
fn brief(view: BuyerView, operator: &str, reader: &Reader) -> EmbeddedWords {
    let (day, status) = bought_words(view, reader);
    EmbeddedWords {
        kicker: Some(day.clone()),
        announcement: format!("{day}. {status}"),
        hero: status,
        flags: Vec::new(),
        stops: None,
        line: None,
        reason: None,
        by: reader.say_with("orders-by", [("operator", operator.into())]),
        map: reader.say("map-label").into_owned(),
        more: reader.say_with("embed-more", [("operator", operator.into())]),
        away: reader.say_with("server-away", [("time", "{time}".into())]),
    }
}
