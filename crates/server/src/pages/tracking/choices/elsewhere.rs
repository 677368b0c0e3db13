//! Another day, or a pick-up point.

use doorstep_domain::{Choice, PickupPoint};
use jiff::civil::Date;

use super::super::Tracking;
use super::Offered;
use super::fields::{Trouble, refused, trouble};

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
    let view = page.view;
    if view.elsewhere.days.is_empty() {
        return Offered::Closed;
    }
    if !view.choices.holds(Choice::AnotherDay) {
        return Offered::Locked;
    }
    let refused = refused(page, Choice::AnotherDay);
    let typed = refused.and_then(|(form, _)| form.day.clone());
    let day = |date: &Date| Day {
        value: date.to_string(),
        text: page.reader.long_date(*date),
        chosen: typed.as_deref() == Some(date.to_string().as_str()),
    };
    let days = view.elsewhere.days.iter().map(day).collect();
    Offered::Open(DayFields { trouble: trouble(page, refused), days })
}

pub(super) fn pickup(page: &Tracking<'_>) -> Offered<PickupFields> {
    let view = page.view;
    if !view.elsewhere.pickup_point {
        return Offered::Closed;
    }
    if !view.choices.holds(Choice::PickupPoint) {
        return Offered::Locked;
    }
    if page.own.pickup_points.is_empty() {
        return Offered::Closed;
    }
    let refused = refused(page, Choice::PickupPoint).filter(|(form, _)| form.door.is_none());
    let typed = refused.and_then(|(form, _)| form.pickup_point.clone());
    let chosen = typed.or_else(|| view.wishes.pickup_point.as_ref().map(|point| point.id.to_string()));
    let point = |point: &PickupPoint| Point {
        value: point.id.to_string(),
        name: point.name.clone(),
        more: more(point),
        chosen: chosen.as_deref() == Some(point.id.to_string().as_str()),
    };
    let points = page.own.pickup_points.iter().map(point).collect();
    Offered::Open(PickupFields { trouble: trouble(page, refused), points })
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
