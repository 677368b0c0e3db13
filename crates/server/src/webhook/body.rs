//! What a request says.

use doorstep_domain::{ParcelId, Personal, RecipientId};
use doorstep_store::MessageKind;
use jiff::Timestamp;
use serde::Serialize;

use crate::messages::{Saying, Told};
use crate::pages::mail::{said, said_bought};

/// The longest text of one SMS: in septets where all of it is in the alphabet of GSM, otherwise in units of UTF-16 (3GPP TS
/// 23.038).
const SEPTETS_MAX: usize = 160;
const UNITS_MAX: usize = 70;
/// The alphabet of GSM, as far as it can be seen, and the letters of its extension, which take two septets.
const GSM: &str = "@£$¥èéùìòÇØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
const GSM_EXTENDED: &str = "^{}\\[~]|€";

/// A request.
#[derive(Serialize)]
pub(super) struct Body {
    /// What happened, in words of Standard Webhooks.
    #[serde(rename = "type")]
    kind: &'static str,
    /// When.
    timestamp: Timestamp,
    data: Data,
}

#[derive(Serialize)]
struct Data {
    /// To whom, for systems that know by themselves where to send it.
    recipient_id: RecipientId,
    /// Absent where it was ordered for someone else.
    #[serde(skip_serializing_if = "Option::is_none")]
    parcel_id: Option<ParcelId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    phone: Option<Personal>,
    language: String,
    text: String,
}

impl Body {
    /// What is told, to a phone where one is meant.
    pub(super) fn of(told: &Told, phone: Option<Personal>, link: Option<&str>, at: Timestamp) -> Self {
        let parcel_id = match told.saying {
            Saying::Parcel { parcel, .. } => Some(parcel),
            Saying::Bought => None,
        };
        let data = Data {
            recipient_id: told.account.id,
            parcel_id,
            phone,
            language: told.reader.lang(),
            text: short(told, link),
        };
        Self { kind: kind(told.saying), timestamp: at, data }
    }
}

fn kind(saying: Saying) -> &'static str {
    let Saying::Parcel { about, .. } = saying else { return "task.completed" };
    match about.kind {
        MessageKind::Announced => "task.assigned",
        MessageKind::OutForDelivery => "tour.started",
        MessageKind::MapOpen => "tracking.available",
        MessageKind::Next => "stop.next",
        MessageKind::Delayed => "forecast.delayed",
        MessageKind::Delivered => "task.completed",
        MessageKind::Failed => "task.failed",
    }
}

/// The text of one SMS: the first of these that fits. A delay is told with its window before anything else.
pub(crate) fn short(told: &Told, link: Option<&str>) -> String {
    let operator = told.operator.name.as_str();
    let ((subject, text), is_late) = match told.saying {
        Saying::Parcel { about, .. } => (said(about, operator, &told.reader), about.delay.is_some()),
        Saying::Bought => (said_bought(operator, &told.reader), false),
    };
    let (subject, text) = (plain(&subject), plain(&text));
    let with_link = |text: &str| link.map(|link| format!("{text} {link}"));
    let late = is_late.then(|| format!("{}: {text}", plain(operator)));
    let full = late.unwrap_or_else(|| format!("{subject}. {text}"));
    let by_choice = [with_link(&full), is_late.then(|| full.clone()), with_link(&subject), Some(full)];
    by_choice.into_iter().flatten().find(|text| fits(text)).unwrap_or_else(|| cut(&subject))
}

/// Words with marks that phones of all kinds show: quotes and dashes as on a typewriter, and none that set words apart.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' => {}
            '“' | '”' | '„' | '«' | '»' => plain.push('"'),
            '‘' | '’' | '‚' => plain.push('\''),
            '–' | '—' => plain.push('-'),
            '…' => plain.push_str("..."),
            '\u{a0}' | '\u{202f}' => plain.push(' '),
            other => plain.push(other),
        }
    }
    plain
}

/// Whether a text goes into one SMS.
fn fits(text: &str) -> bool {
    let septets = text.chars().map(septets).sum::<Option<usize>>();
    match septets {
        Some(septets) => septets <= SEPTETS_MAX,
        None => text.encode_utf16().count() <= UNITS_MAX,
    }
}

fn septets(letter: char) -> Option<usize> {
    if GSM.contains(letter) { Some(1) } else { GSM_EXTENDED.contains(letter).then_some(2) }
}

/// As much of a text as fits.
fn cut(text: &str) -> String {
    let mut cut = text.to_owned();
    while !fits(&cut) {
        cut.pop();
    }
    cut.trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_sms_holds_160_letters_of_gsm_and_70_of_others() {
        assert!(fits(&"é".repeat(160)) && !fits(&"é".repeat(161)));
        assert!(fits(&"€".repeat(80)) && !fits(&"€".repeat(81)));
        assert!(fits(&"ł".repeat(70)) && !fits(&"ł".repeat(71)));
        assert!(fits(&"🚚".repeat(35)) && !fits(&"🚚".repeat(36)));
        assert_eq!(cut(&"é".repeat(200)).chars().count(), 160);
        assert_eq!(cut(&format!("{} {}", "ł".repeat(69), "ł".repeat(69))), "ł".repeat(69));
    }

    #[test]
    fn marks_are_those_of_a_typewriter() {
        assert_eq!(plain("\u{2068}Ada’s\u{2069} “parcel” – today…"), "Ada's \"parcel\" - today...");
    }
}
