//! Another day, or a pick-up point.

use doorstep_domain::{Choice, PickupPoint};
use jiff::civil::Date;

use super::super::Tracking;
use super::fields::{Trouble, refused, trouble};
use super::{Offered, offered};

/// The fields of the form of another day.
pub(super) struct DayFields {
    pub(super) trouble: Trouble,
    pub(super) days: Vec<Day>,
}

/// A day to choose.
pub(super) struct Day {
    pub(super) value: String,
    pub(super) text: String,
    pub(super) chosen: bool,
}

/// The fields of the form of pick-up points.
pub(super) struct PickupFields {
    pub(super) trouble: Trouble,
    pub(super) points: Vec<Point>,
}

/// A point to choose.
pub(super) struct Point {
    pub(super) value: String,
    pub(super) name: String,
    pub(super) more: Vec<String>,
    pub(super) chosen: bool,
}

/// The point that was chosen.
pub(super) struct Chosen {
    pub(super) name: String,
    pub(super) more: Vec<String>,
    /// Whether it may be given up for the door.
    pub(super) is_open: bool,
}

pub(super) fn another_day(page: &Tracking<'_>) -> Offered<DayFields> {
    offered(page, Choice::AnotherDay, !page.view.elsewhere.days.is_empty(), day_fields)
}

pub(super) fn pickup(page: &Tracking<'_>) -> Offered<PickupFields> {
    match offered(page, Choice::PickupPoint, page.view.elsewhere.pickup_point, pickup_fields) {
        Offered::Open(fields) if fields.points.is_empty() => Offered::Closed,
        offered => offered,
    }
}

fn day_fields(page: &Tracking<'_>) -> DayFields {
    let refused = refused(page, Choice::AnotherDay);
    let typed = refused.and_then(|(form, _)| form.day.clone());
    let day = |date: &Date| {
        let value = date.to_string();
        let chosen = typed.as_ref() == Some(&value);
        Day { text: page.reader.long_date(*date), value, chosen }
    };
    let days = page.view.elsewhere.days.iter().map(day).collect();
    DayFields { trouble: trouble(page, refused), days }
}

fn pickup_fields(page: &Tracking<'_>) -> PickupFields {
    let refused = refused(page, Choice::PickupPoint).filter(|(form, _)| form.door.is_none());
    let typed = refused.and_then(|(form, _)| form.pickup_point.clone());
    let chosen = typed.or_else(|| page.view.wishes.pickup_point.as_ref().map(|point| point.id.to_string()));
    let point = |point: &PickupPoint| {
        let value = point.id.to_string();
        let chosen = chosen.as_ref() == Some(&value);
        Point { name: point.name.clone(), more: more(point), value, chosen }
    };
    let points = page.own.pickup_points.iter().map(point).collect();
    PickupFields { trouble: trouble(page, refused), points }
}

/// The day that was chosen, as long as it is to come.
pub(super) fn chosen_day(page: &Tracking<'_>) -> Option<String> {
    let day = page.view.wishes.day.filter(|day| !page.is_over() && *day >= page.reader.today())?;
    Some(page.reader.say_with("choices-day-chosen", [("day", page.reader.day_of(day).into())]))
}

/// The point that was chosen.
pub(super) fn chosen_point(page: &Tracking<'_>) -> Option<Chosen> {
    let point = page.view.wishes.pickup_point.as_ref()?;
    Some(Chosen { name: point.name.clone(), more: more(point), is_open: page.view.may_pick_up() })
}

/// Its address in one line, and when it is open.
fn more(point: &PickupPoint) -> Vec<String> {
    let address = point.address.lines().map(str::trim).filter(|line| !line.is_empty());
    let address = address.collect::<Vec<_>>().join(", ");
    [Some(address), point.hours.clone()].into_iter().flatten().collect()
}
