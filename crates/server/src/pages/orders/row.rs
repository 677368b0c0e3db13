//! A parcel in a list of the overview.

use doorstep_domain::{ParcelKind, Status};

use super::{By, Item};
use crate::pages::icons::Icon;
use crate::pages::tracking::Tone;

/// A parcel in a list.
pub(super) struct Row {
    pub(super) parcel: String,
    pub(super) icon: Icon,
    pub(super) tone: Tone,
    pub(super) when: String,
    pub(super) what: String,
    pub(super) by: By,
    pub(super) can_be_followed: bool,
}

impl Row {
    pub(super) fn of(item: &Item<'_>) -> Self {
        let (icon, tone) = sign(item);
        Self {
            parcel: item.id().to_string(),
            icon,
            tone,
            when: item.when(),
            what: what(item),
            by: item.by(),
            can_be_followed: item.can_be_followed(),
        }
    }
}

impl Row {
    /// The same below a title that tells who sends it.
    pub(super) fn below_its_sender(item: &Item<'_>) -> Self {
        let is_told = item.when() == item.page.status_words();
        let what = if is_told { what(item) } else { item.page.brief_status() };
        Self { what, ..Self::of(item) }
    }
}

/// Who sends it, and how it stands: without what the first line says already.
fn what(item: &Item<'_>) -> String {
    let status = item.page.brief_status();
    let (sender, when) = (item.sender(), item.when());
    match sender {
        Some(sender) if when == item.page.status_words() => sender,
        Some(sender) => item
            .reader()
            .say_with("orders-sender-status", [("sender", sender.into()), ("status", status.into())]),
        None => status,
    }
}

fn sign(item: &Item<'_>) -> (Icon, Tone) {
    match (item.page.view.status, item.page.view.kind) {
        (Status::Delivered, _) => (Icon::Check, Tone::Good),
        (Status::AvailableForPickup, _) => (Icon::Shop, Tone::Live),
        (Status::Attempted, _) => (Icon::Alert, Tone::Bad),
        (Status::Delayed | Status::OnHold, _) => (Icon::Clock, Tone::Warn),
        _ if item.page.is_shifted() => (Icon::Clock, Tone::Warn),
        (_, ParcelKind::Gift) => (Icon::Gift, Tone::Calm),
        (_, ParcelKind::Confidential) => (Icon::Lock, Tone::Calm),
        (_, ParcelKind::HighValue) => (Icon::Key, Tone::Calm),
        (_, ParcelKind::Ordinary) => (Icon::Box, Tone::Calm),
    }
}
