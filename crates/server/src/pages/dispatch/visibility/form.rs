//! The form of rules.

use doorstep_domain::OperatorId;
use doorstep_domain::visibility::{Preset, Rules};
use doorstep_store::RulesOf;
use doorstep_wire::visibility::{preset_word, read_narrow_rules, read_rules, rules_value};
use doorstep_wire::words::Word as _;
use serde::Deserialize;

use super::whose::Whose;
use crate::error::ApiError;
use crate::state::AppState;

/// The choice that leaves everything to whoever is wider.
pub(super) const WIDER: &str = "wider";
/// The choice of rules that are written out.
pub(super) const WRITTEN: &str = "written";

/// The form as a browser sends it.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct RulesForm {
    of: String,
    #[serde(default)]
    which: String,
    #[serde(default)]
    version: String,
    #[serde(default)]
    choice: String,
    #[serde(default)]
    rules: String,
    #[serde(default)]
    parcel: String,
}

/// What stands in the fields of the form.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Typed {
    /// What is chosen.
    pub(crate) choice: String,
    /// Rules that are written out.
    pub(crate) rules: String,
    /// The number of the parcel to try them on.
    pub(crate) parcel: String,
}

/// Why a form was not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Trouble {
    /// Nothing was chosen.
    NothingChosen,
    /// The rules cannot be read: where, and by which code.
    Unreadable { at: String, code: String },
    /// The rules were changed meanwhile.
    Changed,
    /// Too many senders have rules.
    TooManySenders,
    /// There is no parcel with this number.
    UnknownParcel,
}

impl RulesForm {
    /// Whose rules they are.
    pub(super) async fn whose(&self, shared: &AppState, operator: OperatorId) -> Result<Whose, ApiError> {
        Whose::find(shared, operator, &self.of, &self.which).await?.ok_or_else(ApiError::not_found)
    }

    /// The rules that were chosen or written.
    pub(super) fn rules(&self, of: &RulesOf) -> Result<Rules, Trouble> {
        match self.choice.as_str() {
            WIDER => Ok(Rules::default()),
            WRITTEN => self.written(of),
            name => {
                let chosen = Preset::ALL.into_iter().find(|preset| preset_word(*preset).as_str() == name);
                chosen.map(Preset::rules).ok_or(Trouble::NothingChosen)
            }
        }
    }

    fn written(&self, of: &RulesOf) -> Result<Rules, Trouble> {
        let is_narrow = matches!(of, RulesOf::Sender(_) | RulesOf::Parcel(_));
        let reader = if is_narrow { read_narrow_rules } else { read_rules };
        reader(&self.rules).map_err(|problems| {
            let first = problems.into_iter().next();
            let (at, code) = first.map(|problem| (problem.at, problem.code.into_owned())).unwrap_or_default();
            Trouble::Unreadable { at, code }
        })
    }

    /// The version that they were made from.
    pub(super) fn version(&self) -> Option<u32> {
        self.version.parse().ok()
    }

    /// The number of the parcel to try them on.
    pub(super) fn parcel(&self) -> &str {
        self.parcel.trim()
    }

    /// What was typed, to be shown again.
    pub(super) fn typed(&self) -> Typed {
        Typed { choice: self.choice.clone(), rules: self.rules.clone(), parcel: self.parcel.clone() }
    }
}

impl Typed {
    /// The fields as they stand when the page opens.
    pub(crate) fn of(rules: &Rules, whose: &Whose) -> Self {
        let parcel = if matches!(whose.of, RulesOf::Parcel(_)) { whose.name.clone() } else { String::new() };
        let preset = Preset::ALL.into_iter().find(|preset| preset.rules() == *rules);
        let (choice, rules) = match preset {
            Some(preset) => (preset_word(preset).as_str(), String::new()),
            None if rules.is_empty() => (WIDER, String::new()),
            None => (WRITTEN, rules_value(rules).to_string()),
        };
        Self { choice: choice.to_owned(), rules, parcel }
    }
}
