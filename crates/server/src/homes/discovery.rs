//! How Home Assistant finds what is told (<https://www.home-assistant.io/integrations/mqtt/#device-discovery-payload>).

use doorstep_store::HomeLink;
use serde_json::{Value, json};

use super::{AVAILABLE, ROOT};
use crate::pages::reader::Reader;
use crate::secret::hex_hash;

/// What someone tells Home Assistant to look for discovery below.
pub(crate) fn discovery_prefix(link: &HomeLink) -> String {
    format!("{ROOT}/{}/homeassistant", link.key.reveal())
}

/// Where the description of the device is.
pub(super) fn config_topic(link: &HomeLink) -> String {
    format!("{}/device/doorstep/config", discovery_prefix(link))
}

/// Where the next parcel is told.
pub(super) fn state_topic(link: &HomeLink) -> String {
    format!("{ROOT}/{}/state", link.key.reveal())
}

/// The description of the device: its sensors, in the words of its owner.
pub(super) fn config(link: &HomeLink, operator: &str, reader: &Reader) -> String {
    // The name of the device is seen by everyone at home, so the key is not in it.
    let mut id = format!("doorstep_{}", hex_hash(link.key.reveal().as_bytes()));
    id.truncate("doorstep_".len() + 12);
    let sensor = |field: &str, key: &str, class: Option<&str>, icon: &str| -> (String, Value) {
        let mut sensor = json!({
            "p": "sensor",
            "name": reader.say(key),
            "unique_id": format!("{id}_{field}"),
            "value_template": format!("{{{{ value_json.{field} }}}}"),
            "icon": icon,
        });
        if let (Some(class), Some(fields)) = (class, sensor.as_object_mut()) {
            fields.insert("device_class".to_owned(), class.into());
        }
        (field.to_owned(), sensor)
    };
    let sensors: serde_json::Map<String, Value> = [
        sensor("status", "home-status", None, "mdi:package-variant-closed"),
        sensor("from", "home-from", Some("timestamp"), "mdi:clock-start"),
        sensor("until", "home-until", Some("timestamp"), "mdi:clock-end"),
        sensor("stops_before", "home-stops", None, "mdi:map-marker-distance"),
        sensor("count", "home-count", None, "mdi:counter"),
    ]
    .into_iter()
    .collect();
    json!({
        "dev": { "ids": [id], "name": reader.say_with("calendar-name", [("operator", operator.into())]) },
        "o": { "name": "doorstep", "sw": env!("CARGO_PKG_VERSION") },
        "cmps": sensors,
        "state_topic": state_topic(link),
        "availability_topic": AVAILABLE,
        "qos": 1,
    })
    .to_string()
}
