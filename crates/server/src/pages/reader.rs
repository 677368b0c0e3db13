//! Who reads a page: in which words, by which clock, in which units, and when.

use std::borrow::Cow;

use doorstep_domain::{Metres, Window};
use fluent_bundle::FluentValue;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, Zoned};

pub(crate) use super::locale::Locale;

/// Who reads a page, and when.
#[derive(Debug, Clone)]
pub(crate) struct Reader {
    /// Their language and customs.
    pub(crate) locale: Locale,
    /// Their time zone.
    pub(crate) zone: TimeZone,
    /// The instant of reading.
    pub(crate) now: Timestamp,
}

impl Reader {
    /// The words of a message.
    pub(crate) fn say(&self, key: &str) -> Cow<'static, str> {
        self.locale.say(key)
    }

    /// The words of a message with its arguments.
    pub(crate) fn say_with<'a>(
        &self,
        key: &str,
        args: impl IntoIterator<Item = (&'a str, FluentValue<'a>)>,
    ) -> String {
        self.locale.say_with(key, args)
    }

    /// The tag for the `lang` attribute.
    pub(crate) fn lang(&self) -> String {
        self.locale.tag()
    }

    /// The value of the `dir` attribute.
    pub(crate) fn dir(&self) -> &'static str {
        self.locale.direction().as_str()
    }

    /// The hours of the reader's clock, for scripts: 12 or 24.
    pub(crate) fn hours(&self) -> u8 {
        if self.locale.has_twelve_hours() { 12 } else { 24 }
    }

    /// Today, where the reader is.
    pub(crate) fn today(&self) -> Date {
        self.zoned(self.now).date()
    }

    /// Whether an instant is today, where the reader is.
    pub(crate) fn is_today(&self, at: Timestamp) -> bool {
        self.zoned(at).date() == self.today()
    }

    /// The time of day, such as "14:10" or "2:10 pm". In the hour that comes twice when clocks are set back, it is told
    /// which of the two is meant: "02:10 CEST".
    pub(crate) fn time(&self, at: Timestamp) -> String {
        let at = self.zoned(at);
        let time = self.clock(&at);
        if !self.zone.to_ambiguous_timestamp(at.datetime()).is_ambiguous() {
            return time;
        }
        let zone = at.strftime("%Z").to_string();
        self.say_with("clock-twice", [("time", time.into()), ("zone", zone.into())])
    }

    fn clock(&self, at: &Zoned) -> String {
        if !self.locale.has_twelve_hours() {
            return format!("{:02}:{:02}", at.hour(), at.minute());
        }
        let hour = match at.hour() % 12 {
            0 => 12,
            hour => hour,
        };
        let key = if at.hour() < 12 { "clock-am" } else { "clock-pm" };
        self.say_with(key, [("time", format!("{hour}:{:02}", at.minute()).into())])
    }

    /// The full hour of day as a short tick of an axis, such as "14" or "2 pm".
    pub(crate) fn hour(&self, at: Timestamp) -> String {
        let hour = self.zoned(at).hour();
        if !self.locale.has_twelve_hours() {
            return hour.to_string();
        }
        let key = if hour < 12 { "clock-am" } else { "clock-pm" };
        self.say_with(key, [("time", (if hour % 12 == 0 { 12 } else { hour % 12 }).to_string().into())])
    }

    /// An instant for the `datetime` attribute.
    pub(crate) fn machine(at: Timestamp) -> String {
        format!("{at:.0}")
    }

    /// The day that an instant lies on, as a title: "Today", "Thursday", "27 November".
    pub(crate) fn day(&self, at: Timestamp) -> String {
        self.day_of(self.zoned(at).date())
    }

    /// A day as a title: "Today", "Thursday", "27 November".
    pub(crate) fn day_of(&self, date: Date) -> String {
        match self.days_from_today(date) {
            0 => self.say("day-today").into_owned(),
            1 => self.say("day-tomorrow").into_owned(),
            -1 => self.say("day-yesterday").into_owned(),
            2..=6 => self.weekday(date),
            _ => self.date(date),
        }
    }

    /// A day with its weekday and date, whatever day it is: "Thursday, 27 November".
    pub(crate) fn long_date(&self, date: Date) -> String {
        self.say_with("day-long", [("weekday", self.weekday(date).into()), ("date", self.date(date).into())])
    }

    /// The day that an instant lies on, in the middle of a sentence: "today", "on Thursday".
    pub(crate) fn day_inline(&self, at: Timestamp) -> String {
        let date = self.zoned(at).date();
        match self.days_from_today(date) {
            0 => self.say("day-inline-today").into_owned(),
            1 => self.say("day-inline-tomorrow").into_owned(),
            -1 => self.say("day-inline-yesterday").into_owned(),
            2..=6 => self.say_with("day-inline-weekday", [("weekday", weekday(date).into())]),
            _ => self.say_with("day-inline-date", [("date", self.date(date).into())]),
        }
    }

    /// Day and time: "Today at 14:22".
    pub(crate) fn moment(&self, at: Timestamp) -> String {
        self.say_with("moment", [("day", self.day(at).into()), ("time", self.time(at).into())])
    }

    /// The time of a moment of today, and the day with it of any other: "14:22", "Yesterday at 14:22".
    pub(crate) fn recent(&self, at: Timestamp) -> String {
        if self.is_today(at) { self.time(at) } else { self.moment(at) }
    }

    /// A window's times: "13:00 to 15:00".
    pub(crate) fn window(&self, window: Window) -> String {
        self.say_with(
            "window-joined",
            [("from", self.time(window.from).into()), ("until", self.time(window.until).into())],
        )
    }

    /// A span in whole minutes or hours: "45 minutes", "2 h 5 min".
    pub(crate) fn span(&self, span: SignedDuration) -> String {
        let minutes = span.abs().as_mins();
        match (minutes / 60, minutes % 60) {
            (0, minutes) => self.say_with("minutes", [("count", minutes.into())]),
            (hours, 0) => self.say_with("hours", [("count", hours.into())]),
            (hours, minutes) => {
                self.say_with("hours-and-minutes", [("hours", hours.into()), ("minutes", minutes.into())])
            }
        }
    }

    /// A distance in the reader's units, rounded to what it can mean: "12 m", "650 m", "1.3 km".
    pub(crate) fn distance(&self, distance: Metres) -> String {
        let metres = distance.0.max(0.0);
        let (key, value) = if self.locale.has_feet() {
            let feet = metres / 0.3048;
            if feet < 1000.0 {
                ("distance-feet", rounded(feet))
            } else {
                ("distance-miles", self.decimal(metres / 1609.344))
            }
        } else if metres < 950.0 {
            ("distance-metres", rounded(metres))
        } else {
            ("distance-kilometres", self.decimal(metres / 1000.0))
        };
        self.say_with(key, [("value", value.into())])
    }

    /// One decimal with the language's own mark.
    pub(crate) fn decimal(&self, value: f64) -> String {
        let mark = self.say("decimal-mark");
        format!("{value:.1}").replace('.', &mark)
    }

    fn weekday(&self, date: Date) -> String {
        self.say_with("day-weekday", [("weekday", weekday(date).into())])
    }

    fn date(&self, date: Date) -> String {
        let month = self.say_with("month", [("month", date.month().into())]);
        self.say_with("day-date", [("day", date.day().into()), ("month", month.into())])
    }

    fn days_from_today(&self, date: Date) -> i32 {
        date.since(self.today()).map_or(i32::MAX, |span| span.get_days())
    }

    fn zoned(&self, at: Timestamp) -> Zoned {
        at.to_zoned(self.zone.clone())
    }
}

/// The number of a weekday in the catalogues: Monday is 1.
fn weekday(date: Date) -> i8 {
    date.weekday().to_monday_one_offset()
}

/// Whole units below 20, tens above.
fn rounded(value: f64) -> String {
    if value < 20.0 { format!("{value:.0}") } else { format!("{:.0}", (value / 10.0).round() * 10.0) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reader(tag: &str, now: &str) -> Reader {
        Reader {
            locale: Locale::from_tag(tag).unwrap(),
            zone: TimeZone::get("Europe/Monaco").unwrap(),
            now: now.parse().unwrap(),
        }
    }

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn times_follow_the_readers_zone_and_clock() {
        let noon = at("2026-11-24T13:10:00Z");
        assert_eq!(reader("de", "2026-11-24T08:00:00Z").time(noon), "14:10");
        assert_eq!(reader("en", "2026-11-24T08:00:00Z").time(noon), "14:10");
        assert_eq!(reader("en-US", "2026-11-24T08:00:00Z").time(noon), "2:10\u{a0}pm");
        assert_eq!(reader("en-US", "2026-11-24T08:00:00Z").time(at("2026-11-23T23:05:00Z")), "12:05\u{a0}am");
    }

    #[test]
    fn the_hour_that_comes_twice_is_told_apart() {
        let reader = reader("de", "2026-10-25T00:00:00Z");
        let window = Window { from: at("2026-10-25T00:45:00Z"), until: at("2026-10-25T01:15:00Z") };
        assert_eq!(reader.window(window), "02:45 CEST bis 02:15 CET");
        assert_eq!(reader.time(at("2026-10-24T23:59:00Z")), "01:59");
        assert_eq!(reader.time(at("2026-10-25T02:00:00Z")), "03:00");
        // In spring an hour is left out, and nothing is told twice.
        let spring = Window { from: at("2026-03-29T00:45:00Z"), until: at("2026-03-29T01:15:00Z") };
        assert_eq!(reader.window(spring), "01:45 bis 03:15");
    }

    #[test]
    fn days_are_named_from_where_the_reader_is() {
        // 23:30 UTC is already the 25th in Monaco.
        let reader = reader("en", "2026-11-24T23:30:00Z");
        assert_eq!(reader.day(at("2026-11-25T08:00:00Z")), "Today");
        assert_eq!(reader.day(at("2026-11-24T08:00:00Z")), "Yesterday");
        assert_eq!(reader.day(at("2026-11-26T08:00:00Z")), "Tomorrow");
        assert_eq!(reader.day(at("2026-11-29T08:00:00Z")), "Sunday");
        assert_eq!(reader.day(at("2026-12-02T08:00:00Z")), "2 December");
        assert_eq!(reader.day(at("2026-11-20T08:00:00Z")), "20 November");
        assert_eq!(reader.day_inline(at("2026-11-29T08:00:00Z")), "on Sunday");
    }

    #[test]
    fn german_days_and_distances_are_german() {
        let reader = reader("de-AT", "2026-11-24T08:00:00Z");
        assert_eq!(reader.day_inline(at("2026-12-24T08:00:00Z")), "am 24. Dezember");
        assert_eq!(reader.moment(at("2026-11-24T13:22:00Z")), "Heute um 14:22");
        assert_eq!(reader.distance(Metres(1_340.0)), "1,3 km");
        assert_eq!(reader.distance(Metres(12.4)), "12 m");
        assert_eq!(reader.distance(Metres(647.0)), "650 m");
    }

    #[test]
    fn days_and_windows_are_worded_by_each_language() {
        let now = "2026-11-24T08:00:00Z";
        let (monday, first) = (at("2026-11-30T08:00:00Z"), at("2027-01-01T08:00:00Z"));
        let inline = |tag| (reader(tag, now).day_inline(monday), reader(tag, now).day_inline(first));
        let pair = |monday: &str, first: &str| (monday.to_owned(), first.to_owned());
        assert_eq!(inline("fr"), pair("lundi", "le 1er janvier"));
        assert_eq!(inline("es-419"), pair("el lunes", "el 1 de enero"));
        assert_eq!(inline("it"), pair("lunedì", "il giorno 1 gennaio"));
        assert_eq!(inline("nl-BE"), pair("op maandag", "op 1 januari"));
        assert_eq!(inline("pl"), pair("w poniedziałek", "1 stycznia"));
        assert_eq!(inline("tr"), pair("pazartesi günü", "1 Ocak günü"));
        assert_eq!(inline("ar").0, "يوم الاثنين");
        let window = Window { from: at("2026-11-24T13:10:00Z"), until: at("2026-11-24T13:35:00Z") };
        let windows = |tag| reader(tag, now).window(window);
        assert_eq!(windows("pl"), "od 14:10 do 14:35");
        assert_eq!(windows("it"), "dalle 14:10 alle 14:35");
        assert_eq!(windows("en-US"), "2:10\u{a0}pm to 2:35\u{a0}pm");
        assert_eq!(windows("en-GB"), "14:10 to 14:35");
    }

    #[test]
    fn americans_get_feet_and_miles() {
        let reader = reader("en-US", "2026-11-24T08:00:00Z");
        assert_eq!(reader.distance(Metres(30.0)), "100 ft");
        assert_eq!(reader.distance(Metres(1_609.344)), "1.0 mi");
        let british = Reader { locale: Locale::from_tag("en-GB").unwrap(), ..reader };
        assert_eq!(british.distance(Metres(30.0)), "100 ft");
    }

    #[test]
    fn spans_are_said_in_whole_minutes() {
        let reader = reader("en", "2026-11-24T08:00:00Z");
        assert_eq!(reader.span(SignedDuration::from_mins(45)), "45 minutes");
        assert_eq!(reader.span(SignedDuration::from_mins(60)), "1 hour");
        assert_eq!(reader.span(SignedDuration::from_mins(125)), "2 h 5 min");
    }
}
