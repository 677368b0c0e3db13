//! The tags of one element.

use std::borrow::Cow;

/// The tags of one element. An element has few of them, so finding one by looking at each is fastest.
pub(super) struct Tags<'a>(Vec<(&'a str, &'a str)>);

impl<'a> Tags<'a> {
    pub(super) fn new(tags: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        Self(tags.into_iter().collect())
    }

    pub(super) fn get(&self, key: &str) -> Option<&'a str> {
        self.0.iter().find(|(k, _)| *k == key).map(|(_, value)| *value)
    }

    pub(super) fn is(&self, key: &str, value: &str) -> bool {
        self.get(key) == Some(value)
    }

    /// The value without spaces around it, unless it is empty.
    pub(super) fn text(&self, key: &str) -> Option<String> {
        self.get(key).map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
    }

    /// The value for vehicles in general or for motor vehicles, the most specific first.
    pub(super) fn vehicle_value(&self, key: &str) -> Option<&'a str> {
        ["motorcar", "motor_vehicle", "vehicle"]
            .iter()
            .find_map(|vehicle| self.get(&format!("{key}:{vehicle}")))
            .or_else(|| self.get(key))
    }
}

/// The first of the values in a list such as `no;destination`.
pub(super) fn first_value(value: &str) -> Cow<'_, str> {
    let value = value.split(';').next().unwrap_or_default().trim();
    if value.bytes().any(|byte| byte.is_ascii_uppercase()) {
        Cow::Owned(value.to_ascii_lowercase())
    } else {
        Cow::Borrowed(value)
    }
}
