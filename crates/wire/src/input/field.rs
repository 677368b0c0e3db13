//! A value of a JSON text and where it stands.

use std::str::FromStr;

use doorstep_domain::{Personal, Place, Window};
use jiff::Timestamp;
use jiff::civil::Date;
use serde_json::{Map, Value};
use url::{Host, Url};

use super::limits::{INSTANT_MAX, INSTANT_MIN};
use super::{EMAIL, PAGE, PHONE, Path, Sink, Text};
use crate::words::Word;

/// A value and where it stands.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Field<'a> {
    pub(crate) value: &'a Value,
    path: Path<'a>,
    sink: &'a Sink,
}

impl<'a> Field<'a> {
    /// The whole input.
    pub(crate) fn root(value: &'a Value, sink: &'a Sink) -> Self {
        Self { value, path: Path::Root, sink }
    }

    /// Tells a problem of this value; always `None`, so that a reader can end with it.
    pub(crate) fn problem<T>(&self, code: &'static str, detail: impl Into<String>) -> Option<T> {
        self.sink.tell(&self.path, code, detail);
        None
    }

    /// Tells that the value is of another type; always `None`.
    pub(crate) fn not_a<T>(&self, what: &str) -> Option<T> {
        let found = match self.value {
            Value::Null => "null",
            Value::Bool(_) => "true or false",
            Value::Number(_) => "a number",
            Value::String(_) => "a text",
            Value::Array(_) => "a list",
            Value::Object(_) => "an object",
        };
        self.problem("wrong_type", format!("this must be {what}, not {found}"))
    }

    /// An object that has no fields but these.
    pub(crate) fn object(self, known: &[&str]) -> Option<Object<'a>> {
        let object = self.open_object()?;
        for name in object.fields.keys().filter(|name| !known.contains(&name.as_str())) {
            let shown: String = name.chars().take(64).collect();
            let path = Path::Name(&self.path, &shown);
            self.sink.tell(
                &path,
                "unknown_field",
                format!("there is no such field; there are {}", known.join(", ")),
            );
        }
        Some(object)
    }

    /// An object that may have fields that nobody here knows.
    pub(crate) fn open_object(self) -> Option<Object<'a>> {
        match self.value {
            Value::Object(fields) => Some(Object { fields, path: self.path, sink: self.sink }),
            _ => self.not_a("an object"),
        }
    }

    /// The entries of a list.
    pub(crate) fn items(&self, max: usize) -> Option<impl ExactSizeIterator<Item = Field<'_>>> {
        match self.value {
            Value::Array(items) if items.len() > max => {
                self.problem("too_many", format!("there may be at most {max}, and there are {}", items.len()))
            }
            Value::Array(items) => Some(items.iter().enumerate().map(move |(index, value)| Field {
                value,
                path: Path::Index(&self.path, index),
                sink: self.sink,
            })),
            _ => self.not_a("a list"),
        }
    }

    /// A list of which each entry can be read.
    pub(crate) fn list<T>(&self, max: usize, read: impl Fn(Field<'_>) -> Option<T>) -> Option<Vec<T>> {
        let items = self.items(max)?;
        let count = items.len();
        let read: Vec<T> = items.filter_map(read).collect();
        (read.len() == count).then_some(read)
    }

    /// A text, without the spaces around it.
    pub(crate) fn text(&self, rule: Text) -> Option<String> {
        let Value::String(text) = self.value else { return self.not_a("a text") };
        let text = text.trim();
        if text.is_empty() {
            return self.problem("empty", "this must not be empty");
        }
        if text.chars().count() > rule.chars_max {
            return self.problem("too_long", format!("this may have at most {} characters", rule.chars_max));
        }
        if text.chars().any(|c| c.is_control() && !(rule.lines && matches!(c, '\n' | '\r'))) {
            return self.problem("control_character", "this may not hold control characters");
        }
        Some(text.to_owned())
    }

    /// A text about a person.
    pub(crate) fn personal(&self, rule: Text) -> Option<Personal> {
        self.text(rule).map(Personal::new)
    }

    /// An e-mail address in lower case.
    pub(crate) fn email(&self) -> Option<Personal> {
        let text = self.text(EMAIL)?;
        let looks_right = text.split_once('@').is_some_and(|(local, domain)| {
            !local.is_empty()
                && !domain.is_empty()
                && !domain.contains('@')
                && !text.contains(char::is_whitespace)
        });
        if looks_right {
            Some(Personal::new(text.to_lowercase()))
        } else {
            self.problem("bad_email", "this must be an e-mail address")
        }
    }

    /// A phone number as E.164 has it: a plus and the digits, the country's first.
    pub(crate) fn phone(&self) -> Option<Personal> {
        let text = self.text(PHONE)?;
        let digits = text.strip_prefix('+').unwrap_or_default();
        let looks_right = (7..=15).contains(&digits.len())
            && digits.bytes().all(|digit| digit.is_ascii_digit())
            && !digits.starts_with('0');
        if looks_right {
            Some(Personal::new(text))
        } else {
            self.problem("bad_phone", "this must be a phone number such as +4930123456, without spaces")
        }
    }

    /// The address of a page: `https`, and nothing in it that a reader could take for another host.
    pub(crate) fn page(&self) -> Option<String> {
        let text = self.text(PAGE)?;
        let is_fine = Url::parse(&text).is_ok_and(|url| {
            let has_host = matches!(url.host(), Some(Host::Domain(name)) if name.contains('.'));
            url.scheme() == "https" && has_host && url.username().is_empty() && url.password().is_none()
        });
        let is_plain =
            text.starts_with("https://") && !text.contains(|c: char| c.is_whitespace() || c == '\\');
        if is_fine && is_plain {
            Some(text)
        } else {
            self.problem("bad_url", "this must be the address of a page that begins with https://")
        }
    }

    /// An id.
    pub(crate) fn id<T: FromStr>(&self) -> Option<T> {
        let Value::String(text) = self.value else { return self.not_a("an id") };
        match text.parse() {
            Ok(id) => Some(id),
            Err(_) => self.problem("bad_id", "an id is 32 hexadecimal digits"),
        }
    }

    /// One of some words.
    pub(crate) fn word<T: Word>(&self) -> Option<T> {
        let Value::String(text) = self.value else { return self.not_a("a word") };
        match T::from_word(text) {
            Some(word) => Some(word),
            None => self.problem("unknown_word", format!("this must be one of {}", T::words().join(", "))),
        }
    }

    /// An instant, as RFC 3339 writes it.
    pub(crate) fn instant(&self) -> Option<Timestamp> {
        let Value::String(text) = self.value else {
            return self.not_a("an instant such as 2026-05-04T09:30:00Z");
        };
        match text.parse::<Timestamp>() {
            Ok(at) if (INSTANT_MIN..INSTANT_MAX).contains(&at.as_second()) => Some(at),
            Ok(_) => self.problem("absurd_instant", "this instant lies before 1970 or after 2199"),
            Err(_) => self.problem("bad_instant", "this must be an instant such as 2026-05-04T09:30:00Z"),
        }
    }

    /// A day, as ISO 8601 writes it.
    pub(crate) fn date(&self) -> Option<Date> {
        let Value::String(text) = self.value else { return self.not_a("a day such as 2026-05-04") };
        match text.parse::<Date>() {
            Ok(day) if (1970..2200).contains(&day.year()) && text.len() == 10 => Some(day),
            _ => self.problem("bad_day", "this must be a day such as 2026-05-04"),
        }
    }

    /// A number that is finite.
    pub(crate) fn number(&self) -> Option<f64> {
        match self.value.as_f64().filter(|number| number.is_finite()) {
            Some(number) => Some(number),
            None => self.not_a("a number"),
        }
    }

    /// A whole number from 0 to a largest one.
    pub(crate) fn truth(&self) -> Option<bool> {
        self.value.as_bool().or_else(|| self.not_a("true or false"))
    }

    pub(crate) fn whole(&self, max: u32) -> Option<u32> {
        let number = self.number()?;
        if number.fract() != 0.0 || !(0.0..=f64::from(max)).contains(&number) {
            return self.problem("out_of_range", format!("this must be a whole number from 0 to {max}"));
        }
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked just above")]
        Some(number as u32)
    }

    /// An object that is nothing but a place.
    pub(crate) fn place(self) -> Option<Place> {
        self.object(&["lat", "lon"])?.place()
    }

    /// A window.
    pub(crate) fn window(self) -> Option<Window> {
        let object = self.object(&["from", "until"])?;
        let from = object.required("from").and_then(|field| field.instant());
        let until = object.required("until").and_then(|field| field.instant());
        let (from, until) = (from?, until?);
        if from > until {
            return self.problem("window_reversed", "a window must begin before it ends");
        }
        Some(Window { from, until })
    }
}

/// An object and where it stands.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Object<'a> {
    fields: &'a Map<String, Value>,
    path: Path<'a>,
    sink: &'a Sink,
}

impl Object<'_> {
    /// A field that may be absent; null is as good as absent.
    pub(crate) fn optional<'s>(&'s self, name: &'s str) -> Option<Field<'s>> {
        let value = self.fields.get(name).filter(|value| !value.is_null())?;
        Some(Field { value, path: Path::Name(&self.path, name), sink: self.sink })
    }

    /// A field that must be there.
    pub(crate) fn required<'s>(&'s self, name: &'s str) -> Option<Field<'s>> {
        let field = self.optional(name);
        if field.is_none() {
            self.sink.tell(&Path::Name(&self.path, name), "missing", "this is missing");
        }
        field
    }

    /// A text about a person that says something; one of spaces alone is as good as absent.
    pub(crate) fn said(&self, name: &str, rule: Text) -> Option<Personal> {
        let field = self.optional(name)?;
        let is_blank = field.value.as_str().is_some_and(|text| text.trim().is_empty());
        if is_blank { None } else { field.personal(rule) }
    }

    /// Tells a problem of the object as a whole; always `None`.
    pub(crate) fn problem<T>(&self, code: &'static str, detail: impl Into<String>) -> Option<T> {
        self.sink.tell(&self.path, code, detail);
        None
    }

    /// The place that its fields `lat` and `lon` tell.
    pub(crate) fn place(&self) -> Option<Place> {
        self.place_of("lat", "lon")
    }

    /// The place that two of its fields tell.
    pub(crate) fn place_of(&self, lat: &str, lon: &str) -> Option<Place> {
        use doorstep_domain::InvalidPlace as E;
        let (lat_field, lon_field) = (self.required(lat), self.required(lon));
        let degrees = (lat_field.and_then(|f| f.number()), lon_field.and_then(|f| f.number()));
        let (Some(lat_deg), Some(lon_deg)) = degrees else { return None };
        let error = match Place::from_degrees(lat_deg, lon_deg) {
            Ok(place) => return Some(place),
            Err(error) => error,
        };
        let detail = error.to_string();
        match error {
            E::Latitude(_) => lat_field?.problem("bad_latitude", detail),
            E::Longitude(_) => lon_field?.problem("bad_longitude", detail),
            E::NullIsland => self.problem("null_island", detail),
        }
    }
}
