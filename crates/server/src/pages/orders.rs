//! The overview of a recipient's parcels: today, on the way, done. An open map gets the big card.

mod bought;
mod card;
mod row;
mod together;

use askama::Template;
use axum::extract::{Query, State};
use axum::response::Html;
use doorstep_domain::view::BuyerView;
use doorstep_domain::{MapView, Parcel, ParcelId, ParcelKind, Status, TrackingView};
use doorstep_store::{Channel, MessageKind};
use jiff::Timestamp;
use jiff::civil::Date;

use super::frame::Frame;
use super::icons::Icon;
use super::reader::Reader;
use super::saved::Saved;
use super::tracking::{By, Notice, Own, Tracking, notices};
use super::visit::{Visit, draw};
use crate::access::Recipient;
use crate::error::ApiError;
use crate::state::AppState;
use bought::Bought;
pub(super) use bought::bought_words;
use card::{Card, cards};
use row::Row;
use together::{Orders, Together};

/// Parcels that are over and still listed, newest first; older ones are found by nobody's scrolling.
const DONE_MAX: usize = 30;
/// The newest parcels, as many as are looked at for one page.
const SHOWN_MAX: usize = 200;

/// A parcel with what its recipient may see of it.
#[derive(Debug, Clone)]
pub(crate) struct Shipment {
    /// The record.
    pub(crate) parcel: Parcel,
    /// What may be seen.
    pub(crate) view: TrackingView,
}

/// The overview.
#[derive(Template)]
#[template(path = "pages/orders.html")]
pub(crate) struct OrdersPage<'a> {
    frame: Frame<'a>,
    sections: Vec<Section>,
    /// What was ordered for someone else.
    bought: Vec<Bought>,
    has_others: bool,
    notices: Vec<Notice>,
    back: &'static str,
    is_saved: bool,
}

/// A part of the overview.
struct Section {
    title: String,
    cards: Vec<Card>,
    orders: Vec<Together>,
    rows: Vec<Row>,
}

impl<'a> OrdersPage<'a> {
    /// Makes the page of these parcels and of what was ordered for someone else; `is_saved` when the recipient has just changed something.
    pub(crate) fn new(
        frame: Frame<'a>,
        shipments: &[Shipment],
        bought: &[BuyerView],
        wants: &[MessageKind],
        is_saved: bool,
    ) -> Self {
        let reader = frame.reader;
        let items: Vec<Item<'_>> = shipments.iter().map(|shipment| Item::new(shipment, reader)).collect();
        let sections = [Group::Today, Group::Coming, Group::Done];
        let orders = Orders::of(&items);
        let sections =
            sections.into_iter().filter_map(|group| section(group, &items, &orders, reader)).collect();
        let has_others = items.iter().any(|item| !item.page.view.delivered_by_own_network);
        let notices = notices(wants, reader);
        let bought = bought.iter().map(|view| Bought::of(*view, reader)).collect();
        Self { frame, sections, bought, has_others, notices, back: "/orders", is_saved }
    }
}

/// `GET /orders`
pub(super) async fn get(
    State(shared): State<AppState>,
    Recipient(account): Recipient,
    visit: Visit,
    Query(saved): Query<Saved>,
) -> Result<Html<String>, ApiError> {
    let mut shipments = Vec::new();
    for parcel in shared.store.list_parcels_of_recipient(account.id).await?.into_iter().take(SHOWN_MAX) {
        let view = shared.live.glance(&parcel).await?;
        shipments.push(Shipment { parcel, view });
    }
    let mut bought = Vec::new();
    for parcel in shared.store.list_parcels_of_buyer(account.id).await?.iter().take(DONE_MAX) {
        bought.push(shared.live.glance_of_buyer(parcel).await?);
    }
    let wants = shared.store.subscription(account.id, Channel::Email).await?;
    let frame = visit.frame("orders-title", "/orders");
    draw(&OrdersPage::new(frame, &shipments, &bought, &wants, saved.is_saved()))
}

/// Where in the overview a parcel stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Group {
    Today,
    Coming,
    Done,
}

impl Group {
    fn title(self, reader: &Reader) -> String {
        let key = match self {
            Self::Today => "orders-today",
            Self::Coming => "orders-coming",
            Self::Done => "orders-done",
        };
        reader.say(key).into_owned()
    }
}

/// A parcel as the overview looks at it.
#[derive(Clone, Copy)]
struct Item<'a> {
    parcel: &'a Parcel,
    page: Tracking<'a>,
}

impl<'a> Item<'a> {
    fn new(shipment: &'a Shipment, reader: &'a Reader) -> Self {
        let Shipment { parcel, view } = shipment;
        Self { parcel, page: Tracking { view, own: Own::of(parcel, &[]), reader, attribution: "" } }
    }

    fn id(&self) -> ParcelId {
        self.parcel.id
    }

    fn reader(&self) -> &'a Reader {
        self.page.reader
    }

    fn group(&self) -> Group {
        let view = self.page.view;
        let is_today = |at: Timestamp| self.reader().is_today(at);
        match view.status {
            Status::Delivered | Status::Returned | Status::Cancelled => Group::Done,
            Status::OutForDelivery => Group::Today,
            Status::Attempted | Status::AvailableForPickup => match self.ended_at() {
                Some(at) if is_today(at) => Group::Today,
                _ => Group::Coming,
            },
            _ if self.page.window().is_some_and(|(window, _)| is_today(window.from)) => Group::Today,
            _ if self.parcel.day == Some(self.reader().today()) => Group::Today,
            _ => Group::Coming,
        }
    }

    fn has_open_map(&self) -> bool {
        matches!(self.page.view.map, MapView::Open { .. })
    }

    /// Whether a driver of the own network has it on board, so that there is something to follow.
    fn can_be_followed(&self) -> bool {
        self.page.view.delivered_by_own_network && self.page.view.status == Status::OutForDelivery
    }

    /// When its way ended; of another carrier's that is when it said so.
    fn ended_at(&self) -> Option<Timestamp> {
        let view = self.page.view;
        view.outcome.map(|outcome| outcome.at).or(view.status_at).filter(|_| self.page.is_over())
    }

    /// When it comes or came, or what is known instead.
    fn when(&self) -> String {
        let reader = self.reader();
        if let Some(at) = self.ended_at() {
            return reader.moment(at);
        }
        match (self.page.window(), self.parcel.day) {
            _ if self.page.is_over() => self.page.status_words(),
            (Some((window, _)), _) if reader.is_today(window.from) => reader.window(window),
            (Some((window, _)), _) => reader.say_with(
                "orders-when",
                [("day", reader.day(window.from).into()), ("window", reader.window(window).into())],
            ),
            (None, Some(day)) => reader.day_of(day),
            (None, None) => self.page.status_words(),
        }
    }

    /// Who sends it, or what may be said instead.
    fn sender(&self) -> Option<String> {
        let view = self.page.view;
        match (view.kind, &view.sender) {
            (ParcelKind::Gift, _) => Some(self.reader().say("orders-gift").into_owned()),
            (ParcelKind::Confidential, _) => Some(self.reader().say("flag-confidential").into_owned()),
            (_, Some(sender)) => Some(sender.reveal().to_owned()),
            (_, None) => None,
        }
    }

    fn by(&self) -> By {
        self.page.by()
    }

    /// What the parts of the overview are sorted by: what comes first stands first, what is known by the day alone
    /// after what has an hour, what is done newest first.
    fn rank(&self, group: Group) -> (i64, ParcelId) {
        let outcome = self.page.view.outcome.map(|outcome| outcome.at).or_else(|| self.ended_at());
        let window = self.page.window().map(|(window, _)| window.from);
        let day_end = |day: Date| day.tomorrow().ok()?.to_zoned(self.reader().zone.clone()).ok();
        let at = window.or_else(|| self.parcel.day.and_then(day_end).map(|end| end.timestamp()));
        let rank = match group {
            Group::Done => -outcome.or(at).map_or(0, Timestamp::as_second),
            Group::Today | Group::Coming => at.or(outcome).map_or(i64::MAX, Timestamp::as_second),
        };
        (rank, self.id())
    }
}

fn section(group: Group, items: &[Item<'_>], orders: &Orders, reader: &Reader) -> Option<Section> {
    let mut items: Vec<Item<'_>> = items.iter().filter(|item| orders.group(item) == group).copied().collect();
    items.sort_by_key(|item| item.rank(group));
    if group == Group::Done {
        items.truncate(DONE_MAX);
    }
    let (live, rest): (Vec<Item<'_>>, Vec<Item<'_>>) = items.into_iter().partition(Item::has_open_map);
    let (several, rest): (Vec<Item<'_>>, Vec<Item<'_>>) = rest.into_iter().partition(|item| orders.has(item));
    let section = Section {
        title: group.title(reader),
        cards: cards(&live),
        orders: orders.lists(&several, reader),
        rows: rest.iter().map(Row::of).collect(),
    };
    let is_empty = section.cards.is_empty() && section.orders.is_empty() && section.rows.is_empty();
    (!is_empty).then_some(section)
}
