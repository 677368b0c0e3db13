//! Other carriers that are asked, as the configuration has them.

use anyhow::{Context as _, Result, bail};
use doorstep_server::{CarrierKind, CarrierSettings, InvalidCarrierSettings, JsonAnswers, NewCarrier};

use crate::config::{CarrierConfig, CarrierWord, Config, PointerText};

/// So many carriers may be asked; each has a worker of its own.
const CARRIERS_MAX: usize = 50;

/// The carriers that are asked.
///
/// # Errors
/// With the first that cannot be; the sentence names the setting and says how to mend it.
pub(crate) fn carriers(config: &Config) -> Result<Vec<CarrierSettings>> {
    if config.carriers.len() > CARRIERS_MAX {
        bail!("there are more than {CARRIERS_MAX} [[carriers]]; leave out those that bring no parcels");
    }
    let mut carriers: Vec<CarrierSettings> = Vec::new();
    for (place, one) in (1..).zip(&config.carriers) {
        let carrier = carrier(config, one).with_context(|| cannot_be_asked(place, one))?;
        if carriers.iter().any(|other| other.name() == carrier.name()) {
            let name = carrier.name();
            bail!("two [[carriers]] have the `carriers.name` {name:?}; each name may be there once");
        }
        carriers.push(carrier);
    }
    Ok(carriers)
}

/// One of them.
pub(crate) fn carrier(
    config: &Config,
    one: &CarrierConfig,
) -> Result<CarrierSettings, InvalidCarrierSettings> {
    let kind = match one.kind.ok_or(InvalidCarrierSettings::Missing("kind"))? {
        CarrierWord::Dhl => {
            if let Some(name) = needless_to_dhl(one) {
                return Err(InvalidCarrierSettings::Needless(name));
            }
            CarrierKind::Dhl
        }
        CarrierWord::Json => CarrierKind::Json(Box::new(answers(one))),
    };
    let zone = one.time_zone.as_ref().unwrap_or(&config.operator.time_zone);
    let carrier = CarrierSettings::new(NewCarrier {
        name: one.name.clone().ok_or(InvalidCarrierSettings::Missing("name"))?,
        key: one.key.clone(),
        url: one.url.clone(),
        time_zone: zone.clone(),
        per_day: one.per_day,
        every_s: one.every_s,
        per_parcel: one.per_parcel,
        kind,
    })?;
    carrier.check(&config.outbound.allow.0)?;
    Ok(carrier)
}

/// Which of them it is, for people.
pub(crate) fn cannot_be_asked(place: usize, one: &CarrierConfig) -> String {
    match &one.name {
        Some(name) => format!("the carrier {name:?} cannot be asked"),
        None => format!("the carrier of the [[carriers]] number {place} cannot be asked"),
    }
}

/// DHL answers in one way, so that whoever describes another meant another kind.
fn needless_to_dhl(one: &CarrierConfig) -> Option<&'static str> {
    let pointers = [
        ("events", &one.events),
        ("at", &one.at),
        ("status", &one.status),
        ("description", &one.description),
        ("place", &one.place),
        ("id", &one.id),
    ];
    let pointer = pointers.into_iter().find(|(_, pointer)| pointer.is_some()).map(|(name, _)| name);
    pointer
        .or_else(|| one.header.is_some().then_some("header"))
        .or_else(|| one.vocabulary.is_some().then_some("vocabulary"))
        .or_else(|| (!one.words.0.is_empty()).then_some("words"))
}

fn answers(one: &CarrierConfig) -> JsonAnswers {
    let text = |pointer: &Option<PointerText>| pointer.as_ref().map(|pointer| pointer.0.clone());
    JsonAnswers {
        header: one.header.clone(),
        events: text(&one.events),
        at: text(&one.at),
        status: text(&one.status),
        description: text(&one.description),
        place: text(&one.place),
        id: text(&one.id),
        vocabulary: one.vocabulary.clone(),
        words: one.words.0.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Layers;

    fn config(text: &str) -> Config {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let path = folder.path().join("doorstep.toml");
        std::fs::write(&path, text).expect("it can be written");
        let layers = Layers { file: Some(path), ..Layers::default() };
        Config::load(&layers).unwrap_or_else(|wrong| panic!("{wrong}"))
    }

    fn refusal(text: &str) -> String {
        crate::lifecycle::choose_cryptography();
        format!("{:#}", carriers(&config(text)).expect_err("it is refused"))
    }

    const JSON: &str = r#"
        [[carriers]]
        name = "City Bikes"
        kind = "json"
        url = "https://bikes.example.org/parcels/{tracking_number}"
        header = "Authorization"
        key = "Bearer abc"
        events = "/events"
        at = "/when"
        status = "/state"
        words = { "Unterwegs" = "in_transit", "a=b" = "delivered" }
    "#;

    #[test]
    fn carriers_are_read_from_their_tables() {
        crate::lifecycle::choose_cryptography();
        let text = format!("{JSON}\n[[carriers]]\nname = \"DHL\"\nkind = \"dhl\"\nkey = \"abc\"\n");
        let read = carriers(&config(&text)).expect("nothing is wrong");
        assert_eq!(read.iter().map(CarrierSettings::name).collect::<Vec<_>>(), ["City Bikes", "DHL"]);
        assert!(carriers(&config("")).expect("nothing is wrong").is_empty());
    }

    #[test]
    fn what_is_wrong_is_told_with_its_setting_and_what_to_do() {
        let dhl = |more: &str| format!("[[carriers]]\nname = \"DHL\"\nkind = \"dhl\"\n{more}");
        let json = |from: &str, to: &str| JSON.replace(from, to);
        for (text, said) in [
            (
                "[[carriers]]\nkind = \"dhl\"\n".to_owned(),
                "number 1 cannot be asked: `carriers.name` is not set",
            ),
            ("[[carriers]]\nname = \"DHL\"\n".to_owned(), "`carriers.kind` is not set"),
            (dhl(""), "`carriers.key` is not set"),
            (dhl("key = \"a\"\nevents = \"/x\""), "`carriers.events` says nothing to a carrier of this kind"),
            (dhl("key = \"a\\nb\""), "`carriers.key` holds what no header can"),
            (dhl("key = \"a\"\nper_day = 0"), "`carriers.per_day` must be a whole number from 1 to 1000000"),
            (dhl("key = \"a\"\nevery_s = 4000"), "`carriers.every_s` must be"),
            (dhl("key = \"a\"\ntime_zone = \"Berlin\""), "`carriers.time_zone` must be an IANA name"),
            (
                dhl("key = \"a\"\nurl = \"https://api.example.org\""),
                "with `{tracking_number}` once in its path",
            ),
            (json("https://bikes.example.org", "http://bikes.example.org"), "by https alone"),
            (json("https://bikes.example.org", "https://10.0.0.7"), "`outbound.allow` does not name it"),
            (json("header = \"Authorization\"", ""), "`carriers.header` is not set"),
            (json("key = \"Bearer abc\"", ""), "`carriers.key` is not set"),
            (
                json("header = \"Authorization\"", "header = \"a b\""),
                "`carriers.header` is no name of a header",
            ),
            (json("at = \"/when\"", ""), "`carriers.at` is not set"),
            (json("/when", "/~x"), "`carriers.at` does not point anywhere"),
            (json("in_transit", "unterwegs"), "`carriers.words` says `unterwegs`, which is no status"),
            (
                json("key =", "vocabulary = \"ups\"\nkey ="),
                "`carriers.vocabulary` must be one of doorstep, dhl",
            ),
            (format!("{JSON}{JSON}"), "each name may be there once"),
            ("[[carriers]]\nname = \"x\"\n".repeat(51), "more than 50"),
        ] {
            let told = refusal(&text);
            assert!(told.contains(said), "{said} is missing in {told}");
            assert!(!told.contains("abc"), "{told}");
        }
    }
}
