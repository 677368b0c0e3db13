//! The big card of a delivery whose map is open: one for everything that comes with the same stop.

use doorstep_domain::{OnTour, Personal};

use super::{By, Item};
use crate::pages::tracking::Ahead;

/// A delivery whose map is open.
pub(super) struct Card {
    pub(super) parcel: String,
    pub(super) when: String,
    pub(super) who: String,
    pub(super) ahead: Option<Ahead>,
    pub(super) by: By,
    /// The other parcels that come with it.
    pub(super) also: Vec<Also>,
}

/// A parcel that comes with another.
pub(super) struct Also {
    pub(super) parcel: String,
    pub(super) number: String,
}

/// The cards of these parcels, in their order.
pub(super) fn cards(items: &[Item<'_>]) -> Vec<Card> {
    let mut groups: Vec<Vec<Item<'_>>> = Vec::new();
    for item in items {
        match groups.iter_mut().find(|group| group.first().is_some_and(|first| key(first) == key(item))) {
            Some(group) if item.parcel.on_tour.is_some() => group.push(*item),
            _ => groups.push(vec![*item]),
        }
    }
    groups.iter().filter_map(|group| card(group)).collect()
}

/// What parcels on one card have in common.
fn key<'a>(item: &Item<'a>) -> (Option<OnTour>, Option<&'a str>) {
    (item.parcel.on_tour, item.page.view.sender.as_ref().map(Personal::reveal))
}

fn card(group: &[Item<'_>]) -> Option<Card> {
    let (first, others) = group.split_first()?;
    let reader = first.reader();
    let sender = first.sender().unwrap_or_else(|| first.page.status_words());
    let who = if others.is_empty() {
        sender
    } else {
        reader.say_with("orders-more", [("sender", sender.into()), ("count", group.len().into())])
    };
    let also = others
        .iter()
        .map(|item| Also { parcel: item.id().to_string(), number: item.parcel.tracking_number.clone() });
    Some(Card {
        parcel: first.id().to_string(),
        when: first.when(),
        who,
        ahead: first.page.ahead(),
        by: first.by(),
        also: also.collect(),
    })
}
