//! `GET /v1/tours/{id}/explanation`.

use axum::Json;
use axum::extract::{FromRequestParts, State};
use doorstep_domain::{ParcelId, TourId};
use doorstep_wire::problem::InputProblem;
use doorstep_wire::tour::ExplanationAnswer;
use http::StatusCode;
use http::request::Parts;
use jiff::Timestamp;
use serde::Deserialize;

use super::super::super::input::{Id, query};
use crate::access::Staff;
use crate::error::ApiError;
use crate::explain::{NotExplained, explain_now, look_back};
use crate::looks::{self, Look};
use crate::state::AppState;

/// Read what was believed of a tour, and why
///
/// With `at`, as it was known then: of the log, only what had been received. Addresses, parcels and rules are those of
/// today. With `parcel`, also what its recipient saw. It is recorded first who looks, and refused with
/// `look_not_recorded` when that cannot be.
#[utoipa::path(
    get, path = "/v1/tours/{id}/explanation", tag = "operator",
    params(
        ("id" = String, Path, description = "The tour"),
        ("at" = Option<String>, Query, description = "The instant; now when nothing is said"),
        ("parcel" = Option<String>, Query, description = "A parcel of the tour"),
    ),
    responses((status = 200, description = "What was believed", body = ExplanationAnswer))
)]
pub(crate) async fn explain(
    State(shared): State<AppState>,
    Staff(author): Staff,
    Id(id): Id<TourId>,
    Question { at, parcel }: Question,
) -> Result<Json<ExplanationAnswer>, ApiError> {
    let record = shared.store.find_tour_of_operator(author.operator, id).await?;
    let record = record.ok_or_else(ApiError::not_found)?;
    looks::record(&shared, &author, Look::At(id)).await?;
    let explained = match at {
        Some(_) => {
            let (now, streets) = (shared.clock.now(), shared.streets.clone());
            look_back(shared.store.as_ref(), record, parcel, at, now, streets).await?
        }
        None => explain_now(&shared, record, parcel).await?,
    };
    Ok(Json(explained))
}

/// What is asked.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Question {
    at: Option<Timestamp>,
    parcel: Option<ParcelId>,
}

#[derive(Deserialize)]
struct RawQuestion {
    at: Option<String>,
    parcel: Option<String>,
}

impl FromRequestParts<AppState> for Question {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, shared: &AppState) -> Result<Self, ApiError> {
        query::<RawQuestion>(parts, shared).await?.read().map_err(ApiError::invalid)
    }
}

impl RawQuestion {
    fn read(self) -> Result<Question, Vec<InputProblem>> {
        let mut problems = Vec::new();
        let at = self.at.and_then(|text| {
            let at = text.parse().ok();
            if at.is_none() {
                let detail = "this must be an instant such as 2026-05-04T14:10:00Z";
                problems.push(InputProblem::new("at", "bad_instant", detail));
            }
            at
        });
        let parcel = self.parcel.and_then(|text| {
            let parcel = text.parse().ok();
            if parcel.is_none() {
                problems.push(unknown_parcel());
            }
            parcel
        });
        if problems.is_empty() { Ok(Question { at, parcel }) } else { Err(problems) }
    }
}

fn unknown_parcel() -> InputProblem {
    InputProblem::new("parcel", "unknown_parcel", "there was no such parcel on the tour")
}

impl From<NotExplained> for ApiError {
    fn from(refusal: NotExplained) -> Self {
        let at = |code, detail: &NotExplained| {
            Self::invalid(vec![InputProblem::new("at", code, detail.to_string())])
        };
        match refusal {
            NotExplained::Forgotten => Self::new(StatusCode::GONE, "log_forgotten", {
                "Nothing is known of this tour any more: its log was forgotten after its days."
            }),
            NotExplained::BeforeLog { .. } => at("before_log", &refusal),
            NotExplained::StillToCome { .. } => at("still_to_come", &refusal),
            NotExplained::UnknownParcel => Self::invalid(vec![unknown_parcel()]),
            NotExplained::Store(error) => error.into(),
            NotExplained::BrokenOff => Self::internal(),
        }
    }
}
