//! The report for the data-protection officer and the works council: what is kept, why and until when, who sees where a
//! driver is, what recipients are shown, and what is switched off. It is made from the running configuration and the
//! rules that hold, so that it says what is, not what was once meant.

mod kept;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use doorstep_domain::streets::{Discreet, Discretion};
use doorstep_domain::visibility::Offer;
use doorstep_domain::{RegionId, ReleasePolicy};
use doorstep_store::{Operator, Store, StoreError};
use doorstep_wire::visibility::{policy_value, rules_value};
use fluent_bundle::FluentValue;
use jiff::Timestamp;

use crate::access::table::TABLE;
use crate::live::Offered;
use crate::pages::Language;
use crate::state::Settings;
use kept::Term;
pub(crate) use kept::kept_of_driver;

/// What the report is made from.
#[derive(Debug)]
pub struct Facts {
    /// The operator's name.
    pub operator: String,
    /// The settings of the server.
    pub settings: Settings,
    /// The rules that hold.
    pub rules: Rules,
    /// How discreet a gliding dot is.
    pub discretion: Discretion,
    /// What is switched on.
    pub on: BTreeSet<Switch>,
}

/// What recipients are shown by the rules of an operator, its regions and senders.
#[derive(Debug, Default)]
pub struct Rules {
    offer: Offer,
    regions: BTreeMap<RegionId, String>,
}

/// What may be switched on or off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Switch {
    /// The streets are known, without which no dot glides.
    Streets,
    /// There is a map to draw.
    Map,
    /// E-mail is sent.
    Mail,
    /// Messages are handed to the operator's own system, phone numbers with them.
    Webhook,
    /// Other carriers are asked, about their own numbers.
    Carriers,
    /// Messages are published to ntfy servers, which read them.
    Ntfy,
    /// A broker tells homes how parcels stand.
    Homes,
    /// People may log in with another provider.
    Provider,
}

impl Switch {
    /// Everything that may be switched.
    pub const ALL: [Self; 8] = [
        Self::Streets,
        Self::Map,
        Self::Mail,
        Self::Webhook,
        Self::Ntfy,
        Self::Homes,
        Self::Carriers,
        Self::Provider,
    ];

    fn words(self, is_on: bool) -> &'static str {
        match (self, is_on) {
            (Self::Streets, true) => "privacy-streets-on",
            (Self::Streets, false) => "privacy-streets-off",
            (Self::Map, true) => "privacy-map-on",
            (Self::Map, false) => "privacy-map-off",
            (Self::Mail, true) => "privacy-mail-on",
            (Self::Mail, false) => "privacy-mail-off",
            (Self::Webhook, true) => "privacy-webhook-on",
            (Self::Webhook, false) => "privacy-webhook-off",
            (Self::Carriers, true) => "privacy-carriers-on",
            (Self::Carriers, false) => "privacy-carriers-off",
            (Self::Ntfy, true) => "privacy-ntfy-on",
            (Self::Ntfy, false) => "privacy-ntfy-off",
            (Self::Homes, true) => "privacy-homes-on",
            (Self::Homes, false) => "privacy-homes-off",
            (Self::Provider, true) => "privacy-provider-on",
            (Self::Provider, false) => "privacy-provider-off",
        }
    }
}

impl Rules {
    /// Reads the rules of an operator.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn read(store: &dyn Store, operator: Operator, now: Timestamp) -> Result<Self, StoreError> {
        let regions = store.list_regions(operator.id).await?;
        let regions = regions.into_iter().map(|region| (region.id, region.name)).collect();
        Ok(Self { offer: Offered::read(store, operator, now).await?.offer, regions })
    }
}

/// The report in each language, by its tag.
pub fn reports(facts: &Facts) -> impl Iterator<Item = (&'static str, String)> {
    Language::COMPLETE.into_iter().map(|language| (language.tag(), Report::new(language).about(facts)))
}

/// A report that is being written.
struct Report {
    language: Language,
    text: String,
}

impl Report {
    fn new(language: Language) -> Self {
        Self { language, text: String::new() }
    }

    fn about(mut self, facts: &Facts) -> String {
        let title = self.language.say_with("privacy-title", [("operator", facts.operator.clone().into())]);
        self.line(&format!("# {title}"));
        self.paragraph("privacy-about");
        self.kept(&facts.settings);
        self.section("privacy-never-title");
        self.list(&[
            "privacy-never-outside",
            "privacy-never-speed",
            "privacy-never-score",
            "privacy-never-hidden",
        ]);
        self.who_sees();
        self.shown(&facts.rules, facts.discretion);
        self.switches(&facts.on);
        self.section("privacy-drivers-title");
        self.list(&[
            "privacy-drivers-place",
            "privacy-drivers-hide",
            "privacy-drivers-break",
            "privacy-drivers-reads",
        ]);
        self.text
    }

    fn kept(&mut self, settings: &Settings) {
        self.section("privacy-kept-title");
        let head =
            ["what", "why", "until", "who"].map(|column| self.say(&format!("privacy-column-{column}")));
        self.line("");
        self.row(&head);
        self.row(&["---"; 4].map(str::to_owned));
        for (key, term) in kept::kept(&settings.retention) {
            let then = self.say(&format!("privacy-until-{key}"));
            let until = match term {
                Term::Days(days) => {
                    let days = self.language.say_with("privacy-days", [("count", FluentValue::from(days))]);
                    format!("{days} {then}")
                }
                Term::Told => then,
            };
            let [what, why, who] =
                [format!("privacy-what-{key}"), format!("privacy-why-{key}"), format!("privacy-who-{key}")]
                    .map(|part| self.say(&part));
            self.row(&[what, why, until, who]);
        }
        if let Some(purpose) = kept::tour_purpose(settings) {
            let words = self.language.say_with("privacy-purpose", [("purpose", purpose.to_owned().into())]);
            self.line(&format!("\n{words}"));
        }
    }

    /// Who sees where a driver is, and where staff does.
    fn who_sees(&mut self) {
        self.section("privacy-who-title");
        self.list(&[
            "privacy-who-recipients",
            "privacy-who-driver",
            "privacy-who-staff",
            "privacy-who-recorded",
        ]);
        self.paragraph("privacy-who-routes");
        self.line("");
        for row in TABLE.iter().filter(|row| row.tells_position) {
            self.line(&format!("- `{} {}`", row.verb.name(), row.path));
        }
        self.line("- `doorstep explain`");
    }

    fn shown(&mut self, Rules { offer, regions }: &Rules, discretion: Discretion) {
        self.section("privacy-shown-title");
        let houses = FluentValue::from(discretion.of(Discreet::HousesBetweenGates));
        let released = self.language.say_with(release_words(offer.policy.release), [("houses", houses)]);
        self.line(&format!("\n{released}"));
        self.paragraph("privacy-shown-rules");
        self.code(&policy_value(&offer.policy));
        for region in offer.regions.iter().filter(|region| !region.rules.is_empty()) {
            let name = regions.get(&region.id).cloned().unwrap_or_default();
            let words = self.language.say_with("privacy-shown-region", [("name", name.into())]);
            self.line(&format!("\n{words}"));
            self.code(&rules_value(&region.rules));
        }
        let senders = offer.senders.len();
        let counted =
            self.language.say_with("privacy-shown-senders", [("count", FluentValue::from(senders))]);
        self.line(&format!("\n{counted}"));
    }

    fn switches(&mut self, on: &BTreeSet<Switch>) {
        self.section("privacy-switches-title");
        self.list(&Switch::ALL.map(|switch| switch.words(on.contains(&switch))));
    }

    fn say(&self, key: &str) -> String {
        self.language.say(&key.replace('_', "-")).into_owned()
    }

    fn line(&mut self, words: &str) {
        let _infallible = writeln!(self.text, "{words}");
    }

    fn section(&mut self, key: &str) {
        self.line(&format!("\n## {}", self.say(key)));
    }

    fn paragraph(&mut self, key: &str) {
        self.line(&format!("\n{}", self.say(key)));
    }

    fn list(&mut self, keys: &[&str]) {
        self.line("");
        for key in keys {
            self.line(&format!("- {}", self.say(key)));
        }
    }

    fn row(&mut self, cells: &[String]) {
        self.line(&format!("| {} |", cells.join(" | ")));
    }

    fn code(&mut self, value: &serde_json::Value) {
        self.line(&format!("\n```json\n{value:#}\n```"));
    }
}

fn release_words(release: ReleasePolicy) -> &'static str {
    match release {
        ReleasePolicy::Exact => "privacy-release-exact",
        ReleasePolicy::Glide => "privacy-release-glide",
        ReleasePolicy::Coarse => "privacy-release-coarse",
        ReleasePolicy::Off => "privacy-release-off",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_words_for_all_of_it() {
        for on in [Switch::ALL.into(), BTreeSet::new()] {
            let facts = Facts {
                operator: "Example Express".to_owned(),
                settings: Settings::default(),
                discretion: Discretion::default(),
                rules: Rules::default(),
                on,
            };
            for (language, report) in reports(&facts) {
                let unsaid = report.replace("privacy-report", "");
                assert!(!unsaid.contains("privacy-"), "{language}: {report}");
            }
        }
    }
}
