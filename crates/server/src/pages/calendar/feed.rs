//! What a calendar reads: an event for each parcel that has a window, as narrow as the page shows it.

use doorstep_domain::{Parcel, ParcelKind, Status, TrackingView};
use icalendar::{Calendar, Class, Component as _, Event, EventStatus, Property};
use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::pages::reader::Reader;
use crate::pages::tracking::{Own, Tracking};

/// How often calendars shall ask again. RFC 7986, section 5.7.
const REFRESH: &str = "PT15M";

/// A parcel with what its recipient may see of it.
pub(super) struct Entry {
    pub(super) parcel: Parcel,
    pub(super) view: TrackingView,
    /// Where the page of the parcel is.
    pub(super) url: String,
}

/// The calendar of these parcels, in the words of its owner.
pub(super) fn feed(entries: &[Entry], operator: &str, reader: &Reader) -> String {
    let name = reader.say_with("calendar-name", [("operator", operator.into())]);
    let mut calendar = Calendar::empty();
    calendar
        .append_property(Property::new("VERSION", "2.0"))
        .append_property(Property::new("PRODID", "-//Doorstep//Parcels//EN"))
        .append_property(Property::new("CALSCALE", "GREGORIAN"))
        // RFC 7986, section 5.1; told to be a text, it is escaped as one.
        .append_property(Property::new("NAME", name.as_str()).add_parameter("VALUE", "TEXT").done())
        .append_property(Property::new("X-WR-CALNAME", name.as_str()))
        .append_property(Property::new("REFRESH-INTERVAL", REFRESH).add_parameter("VALUE", "DURATION").done())
        .append_property(Property::new("X-PUBLISHED-TTL", REFRESH));
    calendar.extend(entries.iter().filter_map(|entry| event(entry, reader)));
    calendar.to_string()
}

/// The event of a parcel; `None` when nobody knows yet when it comes.
fn event(Entry { parcel, view, url }: &Entry, reader: &Reader) -> Option<Event> {
    let page = Tracking { view, own: Own::of(parcel, &[]), reader, attribution: "" };
    let (window, is_live) = page.window()?;
    let status = match view.status {
        Status::Returned | Status::Cancelled => EventStatus::Cancelled,
        _ if is_live || view.status == Status::Delivered => EventStatus::Confirmed,
        _ => EventStatus::Tentative,
    };
    let as_of = reader.say_with("calendar-as-of", [("when", reader.moment(reader.now).into())]);
    let mut event = Event::new();
    event
        .uid(&format!("{}@doorstep", parcel.id))
        .summary(&summary(view, reader))
        .description(&format!("{}\n{as_of}", page.status_words()))
        .add_property("DTSTAMP", utc(reader.now))
        .add_property("DTSTART", utc(window.from))
        .add_property("DTEND", utc(window.until))
        // Nobody is busy because a parcel comes.
        .add_property("TRANSP", "TRANSPARENT")
        .class(Class::Private)
        .add_property("URL", url);
    event.status(status);
    Some(event.done())
}

/// What is named in a calendar is read by whoever looks on, so only the sender of an ordinary parcel is.
fn summary(view: &TrackingView, reader: &Reader) -> String {
    match (&view.sender, view.kind) {
        (Some(sender), ParcelKind::Ordinary) => {
            reader.say_with("calendar-parcel-from", [("sender", sender.reveal().into())])
        }
        _ => reader.say("calendar-parcel").into_owned(),
    }
}

/// RFC 5545, section 3.3.5, form 2.
fn utc(at: Timestamp) -> String {
    at.to_zoned(TimeZone::UTC).strftime("%Y%m%dT%H%M%SZ").to_string()
}

#[cfg(test)]
mod tests {
    use doorstep_domain::Personal;

    use super::*;
    use crate::pages::gallery::builders::{open, parcel};
    use crate::pages::reader::Locale;

    fn read(kind: ParcelKind, sender: &str) -> String {
        let parcel = parcel(1);
        let view = TrackingView { kind, sender: Some(Personal::new(sender)), ..open(3, &parcel) };
        let url = "https://track.example.org/parcels/1".to_owned();
        let reader = Reader {
            locale: Locale::from_tag("en").unwrap(),
            zone: TimeZone::UTC,
            now: "2026-11-24T12:00:00Z".parse().unwrap(),
        };
        feed(&[Entry { parcel, view, url }], "Example, Express\nEND:VCALENDAR", &reader)
    }

    #[test]
    fn of_a_gift_a_calendar_tells_no_sender() {
        for kind in [ParcelKind::Gift, ParcelKind::Confidential, ParcelKind::HighValue] {
            assert!(!read(kind, "Bookshop").contains("Bookshop"), "{kind:?}");
        }
        assert!(read(ParcelKind::Ordinary, "Bookshop").contains("SUMMARY:Parcel from Bookshop"));
    }

    #[test]
    fn nobodys_name_writes_lines_of_a_calendar() {
        let feed = read(ParcelKind::Ordinary, "A\r\nEND:VEVENT\nBEGIN:VALARM;,\\");
        assert_eq!(feed.matches("END:VEVENT\r\n").count(), 1, "{feed}");
        assert_eq!(feed.matches("\nEND:VCALENDAR").count(), 1, "{feed}");
        assert!(feed.contains("NAME;VALUE=TEXT:Parcels\\, Example\\, Express\\n"), "{feed}");
        assert!(!feed.contains("\nBEGIN:VALARM") && !feed.contains("\rBEGIN"), "{feed}");
    }
}
