//! What programs read of a delivery in an e-mail: `ParcelDelivery` of schema.org, as JSON-LD.
//!
//! It says what the words say, and when the parcel comes as its page shows it. Address, number, content and sender are left
//! out: Gmail draws its own card only with an address, which no mail of ours holds.
//! See <https://schema.org/ParcelDelivery> and
//! <https://developers.google.com/workspace/gmail/markup/reference/types/ParcelDelivery>.

use jiff::Timestamp;
use serde::Serialize;

use super::{About, Writing};
use crate::pages::reader::Reader;

/// The operator's own drivers bring it: no message is about any other parcel.
const OWN_FLEET: &str = "http://purl.org/goodrelations/v1#DeliveryModeOwnFleet";

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ParcelDelivery<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@type")]
    kind: &'static str,
    /// Gmail's older word for the provider.
    carrier: Organization<'a>,
    provider: Organization<'a>,
    has_delivery_method: &'static str,
    delivery_status: DeliveryEvent<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    expected_arrival_from: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    expected_arrival_until: Option<String>,
    tracking_url: &'a str,
}

#[derive(Clone, Copy, Serialize)]
struct Organization<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'a str,
}

#[derive(Serialize)]
struct DeliveryEvent<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'a str,
}

/// The delivery as JSON that may stand in a page: no text in it can end its element.
pub(super) fn of(about: About, text: &str, link: &str, writing: Writing<'_>) -> String {
    let operator = Organization { kind: "Organization", name: writing.operator };
    let arrival = about.delay.map_or(about.arrival, |delay| delay.window);
    let delivery = ParcelDelivery {
        context: "https://schema.org",
        kind: "ParcelDelivery",
        carrier: operator,
        provider: operator,
        has_delivery_method: OWN_FLEET,
        delivery_status: DeliveryEvent { kind: "DeliveryEvent", name: text },
        expected_arrival_from: arrival.map(|window| instant(window.from, writing.reader)),
        expected_arrival_until: arrival.map(|window| instant(window.until, writing.reader)),
        tracking_url: link,
    };
    let json = serde_json::to_string(&delivery).unwrap_or_default();
    json.replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026")
}

/// An instant by the clock of the reader's zone.
fn instant(at: Timestamp, reader: &Reader) -> String {
    at.to_zoned(reader.zone.clone()).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}
