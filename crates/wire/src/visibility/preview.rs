//! What would be seen under other rules.

use doorstep_domain::visibility::Rules;
use serde::Serialize;
use utoipa::ToSchema;

use super::{narrow_rules, rules};
use crate::input::{InputProblem, read};
use crate::words::ScopeWord;

/// The body of `POST /v1/parcels/{id}/visibility/preview`: whose rules would be others, and which.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct PreviewRequest {
    /// Whose rules: the operator's, those of the region of the parcel's door, of its sender, or its own.
    pub of: ScopeWord,
    /// What they would be; `{}` takes them away.
    #[schema(value_type = Object)]
    pub rules: Rules,
}

impl PreviewRequest {
    /// Reads the body.
    ///
    /// # Errors
    /// All problems of the input.
    pub fn read(bytes: &[u8]) -> Result<Self, Vec<InputProblem>> {
        read(bytes, |field| {
            let object = field.object(&["of", "rules"])?;
            let of = object.required("of").and_then(|f| f.word());
            let told = object.required("rules");
            let rules = told.and_then(|f| if is_wide(of) { rules(f) } else { narrow_rules(f) });
            Some(Self { of: of?, rules: rules? })
        })
    }
}

/// Whether these rules may say what all who look at a tour must be told alike.
fn is_wide(of: Option<ScopeWord>) -> bool {
    !matches!(of, Some(ScopeWord::Sender | ScopeWord::Parcel))
}
