//! Whose rules the page is about.

use doorstep_domain::OperatorId;
use doorstep_store::RulesOf;
use doorstep_wire::visibility::kept_rules;
use serde::Deserialize;
use url::form_urlencoded::Serializer;

use crate::error::ApiError;
use crate::state::AppState;

/// Whose rules, and what people call them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Whose {
    pub(crate) of: RulesOf,
    pub(crate) name: String,
}

/// What the address of the page asks for.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    of: String,
    #[serde(default)]
    which: String,
    /// The number of a parcel, as people know it.
    #[serde(default)]
    number: String,
    #[serde(default)]
    saved: String,
}

impl Asked {
    /// Whose rules; the operator's when nothing is asked for, `None` when there are none such.
    pub(super) async fn whose(
        &self,
        shared: &AppState,
        operator: OperatorId,
    ) -> Result<Option<Whose>, ApiError> {
        if !self.number.is_empty() {
            let found = shared.store.find_parcel_by_number(operator, self.number()).await?;
            return Ok(
                found.map(|parcel| Whose { of: RulesOf::Parcel(parcel.id), name: parcel.tracking_number })
            );
        }
        if self.of.is_empty() {
            return Whose::operator(shared, operator).await.map(Some);
        }
        Whose::find(shared, operator, &self.of, &self.which).await
    }

    pub(super) fn number(&self) -> &str {
        self.number.trim()
    }

    pub(super) fn is_saved(&self) -> bool {
        !self.saved.is_empty()
    }
}

impl Whose {
    /// The operator itself.
    pub(super) async fn operator(shared: &AppState, operator: OperatorId) -> Result<Self, ApiError> {
        let offered = shared.live.offered(operator).await?;
        Ok(Self { of: RulesOf::Operator, name: offered.operator.name.clone() })
    }

    /// Those of a scope and a name in it, if there are such.
    pub(super) async fn find(
        shared: &AppState,
        operator: OperatorId,
        scope: &str,
        which: &str,
    ) -> Result<Option<Self>, ApiError> {
        let Some(of) = RulesOf::from_parts(scope, which) else { return Ok(None) };
        let name = match &of {
            RulesOf::Operator => return Self::operator(shared, operator).await.map(Some),
            RulesOf::Region(id) => {
                let regions = shared.store.list_regions(operator).await?;
                regions.into_iter().find(|region| region.id == *id).map(|region| region.name)
            }
            RulesOf::Sender(sender) => Some(sender.reveal().to_owned()).filter(|name| !name.is_empty()),
            RulesOf::Parcel(id) => {
                let parcel = shared.store.find_parcel_of_operator(operator, *id).await?;
                parcel.map(|parcel| parcel.tracking_number)
            }
        };
        Ok(name.map(|name| Self { of, name }))
    }

    /// The operator, its regions, and the senders that have rules of their own.
    pub(super) async fn all(shared: &AppState, operator: OperatorId) -> Result<Vec<Self>, ApiError> {
        let mut all = vec![Self::operator(shared, operator).await?];
        let regions = shared.store.list_regions(operator).await?;
        all.extend(
            regions.into_iter().map(|region| Self { of: RulesOf::Region(region.id), name: region.name }),
        );
        for set in shared.store.list_rules(operator).await? {
            let says_something = !kept_rules(&set.new.rules).is_some_and(|rules| rules.is_empty());
            if let RulesOf::Sender(sender) = set.new.of
                && says_something
            {
                all.push(Self { name: sender.reveal().to_owned(), of: RulesOf::Sender(sender) });
            }
        }
        Ok(all)
    }

    /// The address of their page, with something more to say.
    pub(crate) fn address(&self, more: &str) -> String {
        let (of, which) = self.of.parts();
        let mut query = Serializer::new(String::new());
        query.append_pair("of", of);
        if !which.is_empty() {
            query.append_pair("which", &which);
        }
        let query = query.finish();
        let joint = if more.is_empty() { "" } else { "&" };
        format!("/dispatch/visibility?{query}{joint}{more}")
    }

    /// The message that says of which kind they are.
    pub(crate) fn key(&self) -> &'static str {
        match self.of {
            RulesOf::Operator => "visibility-of-operator",
            RulesOf::Region(_) => "visibility-of-region",
            RulesOf::Sender(_) => "visibility-of-sender",
            RulesOf::Parcel(_) => "visibility-of-parcel",
        }
    }
}
