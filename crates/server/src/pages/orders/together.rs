//! Orders of several parcels: whoever brings them, they stand together.

use std::collections::BTreeMap;

use doorstep_domain::OrderId;

use super::row::Row;
use super::{Group, Item};
use crate::pages::reader::Reader;

/// How the parcels of one page belong together.
pub(super) struct Orders(BTreeMap<OrderId, Order>);

/// An order of several parcels.
struct Order {
    /// Where in the overview it stands: where the most urgent of its parcels does.
    group: Group,
    count: usize,
}

/// The parcels of an order in a list.
pub(super) struct Together {
    pub(super) title: String,
    pub(super) rows: Vec<Row>,
}

impl Orders {
    /// The orders of which there are several parcels.
    pub(super) fn of(items: &[Item<'_>]) -> Self {
        let mut orders = BTreeMap::<OrderId, Order>::new();
        for item in items {
            let Some(order) = order_of(item) else { continue };
            let group = item.group();
            let known = orders.entry(order).or_insert(Order { group, count: 0 });
            known.group = known.group.min(group);
            known.count += 1;
        }
        orders.retain(|_, order| order.count > 1);
        Self(orders)
    }

    /// Where in the overview a parcel stands: with the rest of its order.
    pub(super) fn group(&self, item: &Item<'_>) -> Group {
        self.of_item(item).map_or_else(|| item.group(), |order| order.group)
    }

    /// Whether a parcel is one of several of its order.
    pub(super) fn has(&self, item: &Item<'_>) -> bool {
        self.of_item(item).is_some()
    }

    /// The lists of the orders of these parcels, in the order of the first parcel of each.
    pub(super) fn lists(&self, items: &[Item<'_>], reader: &Reader) -> Vec<Together> {
        let mut lists: Vec<(OrderId, Vec<Item<'_>>)> = Vec::new();
        for item in items {
            let Some(order) = order_of(item) else { continue };
            match lists.iter_mut().find(|(known, _)| *known == order) {
                Some((_, list)) => list.push(*item),
                None => lists.push((order, vec![*item])),
            }
        }
        lists
            .into_iter()
            .map(|(order, items)| {
                let count = self.0.get(&order).map_or(items.len(), |order| order.count);
                let (title, row) = match sender_of_all(&items) {
                    Some(sender) => (from(sender, count, reader), Row::below_its_sender as fn(&_) -> _),
                    None => (reader.say_with("orders-together", [("count", count.into())]), Row::of as _),
                };
                Together { title, rows: items.iter().map(row).collect() }
            })
            .collect()
    }

    fn of_item(&self, item: &Item<'_>) -> Option<&Order> {
        self.0.get(&order_of(item)?)
    }
}

/// The order that a parcel is shown with. A surprise beside the rest of its order would tell who sends it.
fn order_of(item: &Item<'_>) -> Option<OrderId> {
    item.parcel.order.filter(|_| item.page.view.sender.is_some())
}

/// From whom all of it is, where all of it is from one.
fn sender_of_all<'a>(items: &[Item<'a>]) -> Option<&'a str> {
    let mut senders = items.iter().map(|item| item.page.view.sender.as_ref());
    let first = senders.next().flatten()?;
    senders.all(|other| other == Some(first)).then(|| first.reveal())
}

fn from(sender: &str, count: usize, reader: &Reader) -> String {
    reader.say_with("orders-more", [("sender", sender.to_owned().into()), ("count", count.into())])
}
