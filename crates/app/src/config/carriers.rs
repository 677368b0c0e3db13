//! `[[carriers]]`: other carriers that are asked, a table for each.

use std::path::PathBuf;

use secrecy::SecretString;

use super::section::section;
use super::value::{Setting, words};

section! {
    /// Another carrier that is asked for the status of the parcels that it brings ([carriers.md](../carriers.md#asking-them)). There may be several, each with a `[[carriers]]` of its own.
    CarrierConfig as "carriers" {
        /// Its name, just as `carrier.name` of its parcels has it. A parcel is asked about when it says a `tracking_number` as well.
        name: Option<String> = None;
        /// How it answers: `dhl` is DHL's Shipment Tracking, Unified, and `json` whatever the pointers below describe.
        kind: Option<CarrierWord> = None;
        /// Where it is asked, with `{tracking_number}` in place of the number. DHL's is known; `&service=parcel-de` or the like behind it asks one of its services alone. An address in your own network must be allowed in `outbound.allow`.
        url: Option<String> = None;
        /// The secret that it is asked with. DHL gives one to whoever registers.
        key: Option<SecretString> = None;
        /// A file that holds the secret and nothing else.
        key_file: Option<PathBuf> = None;
        /// The header that the secret goes into, such as `X-Api-Key`. With `Authorization`, the secret begins with `Bearer ` or what else the carrier asks for. DHL's is known.
        header: Option<String> = None;
        /// How often it is asked in 24 hours at most, about whichever parcels. It is spread over the day, and what a run has used is known to the next one.
        per_day: u32 = 250;
        /// How many seconds lie between two questions at least.
        every_s: u32 = 5;
        /// How often the same parcel is asked about on the day of its delivery. On its way it is a fifth of that, and a tenth before.
        per_parcel: u32 = 10;
        /// By whose clock it tells times without an offset; that of `operator.time_zone` when not given.
        time_zone: Option<String> = None;
        /// Where the list of events is in its answer, of the kind `json`.
        events: Option<PointerText> = None;
        /// Where in an event it stands when it happened: RFC 3339, a date with a time by `carriers.time_zone`, or seconds or milliseconds since 1970.
        at: Option<PointerText> = None;
        /// Where in an event it stands how the parcel stood.
        status: Option<PointerText> = None;
        /// Where in an event it stands what the carrier says to people.
        description: Option<PointerText> = None;
        /// Where in an event it stands where that was.
        place: Option<PointerText> = None;
        /// Where in an event its own name stands, when it has one that never changes. Without it, an event that the carrier words anew is another one.
        id: Option<PointerText> = None;
        /// Whose words the statuses are: `doorstep`, `dhl`, `aftership` or `karrio`.
        vocabulary: Option<String> = None;
        /// Words of its own and which of ours each is; they count before those of the vocabulary.
        words: CarrierWords = CarrierWords::default();
    }
}

words! {
    /// How a carrier answers.
    CarrierWord, "\"dhl\" or \"json\"", {
        /// As DHL does.
        Dhl = "dhl",
        /// As pointers say.
        Json = "json",
    }
}

/// A JSON Pointer. An empty one is the whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PointerText(pub(crate) String);

impl Setting for PointerText {
    const KIND: &'static str = "a JSON Pointer (RFC 6901), such as /shipments/0/events; empty for the whole";

    fn parse(text: &str) -> Result<Self, String> {
        if text.is_empty() || text.starts_with('/') {
            Ok(Self(text.to_owned()))
        } else {
            Err(format!("is not {}", Self::KIND))
        }
    }

    fn show(&self) -> String {
        format!("\"{}\"", self.0)
    }
}

/// Words of a carrier, each with the word of ours that it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct CarrierWords(pub(crate) Vec<(String, String)>);

impl Setting for CarrierWords {
    const KIND: &'static str =
        "a table such as { Zugestellt = \"delivered\", \"In Zustellung\" = \"out_for_delivery\" }";

    /// A line for each word, as the file gives tables; none of ours holds an equals sign.
    fn parse(text: &str) -> Result<Self, String> {
        let pair = |line: &str| line.rsplit_once('=').map(|(word, ours)| (word.to_owned(), ours.to_owned()));
        let pairs = text.lines().map(pair).collect::<Option<Vec<_>>>();
        pairs.map(Self).ok_or_else(|| format!("is not {}", Self::KIND))
    }

    fn show(&self) -> String {
        let pairs = self.0.iter().map(|(word, ours)| format!("\"{word}\" = \"{ours}\""));
        format!("{{{}}}", pairs.collect::<Vec<_>>().join(", "))
    }
}
