//! What recipients report of attempts, and what operators answer.

use doorstep_domain::{ParcelId, Personal, Report, ReportAnswer, SeenNear, Witness};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::input::{InputProblem, Text, read};
use crate::shapes::OutcomeJson;
use crate::words::ReportWord;

/// The body of `POST /v1/parcels/{id}/report`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
pub struct ReportRequest {
    /// What is reported: `nobody_came` of an attempt, `not_received` of a delivery.
    pub kind: ReportWord,
}

/// The body of `PUT /v1/parcels/{id}/report`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct AnswerRequest {
    /// What the recipient is answered.
    #[schema(value_type = String, max_length = 500)]
    pub answer: Personal,
}

/// A report about an attempt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ReportJson {
    /// What is reported.
    pub kind: ReportWord,
    /// The attempt that it is about.
    pub about: OutcomeJson,
    /// When it was reported.
    pub at: Timestamp,
    /// What could be told of the attempt then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub witness: Option<WitnessJson>,
    /// What the operator answered; absent while it is open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub answer: Option<Personal>,
    /// When.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answered_at: Option<Timestamp>,
}

/// What can be told of an attempt: of the own door alone, in coarse steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct WitnessJson {
    /// Within so many metres of the door the vehicle was seen around then, 50 or 150; absent where it was not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within_m: Option<u16>,
    /// For so many full minutes at least; 2 stands for all longer ones.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(maximum = 2)]
    pub stayed_min: Option<u8>,
    /// The position was exact to about so many metres, 20, 50 or 100; absent where it was rougher.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accuracy_m: Option<u16>,
    /// Whether a photo was taken.
    pub has_photo: bool,
}

/// What a recipient may report of an attempt now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct MayReportJson {
    /// What.
    pub kind: ReportWord,
    /// Until when.
    pub until: Timestamp,
}

/// A report, as its operator reads it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct OperatorReportJson {
    /// The parcel.
    #[schema(value_type = String)]
    pub parcel: ParcelId,
    /// Its number for people.
    pub tracking_number: String,
    /// The report, as its recipient reads it.
    #[serde(flatten)]
    pub report: ReportJson,
}

/// A page of `GET /v1/reports`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ReportsAnswer {
    /// The reports, the newest first.
    pub reports: Vec<OperatorReportJson>,
    /// What `after` must be to get the next page, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

impl ReportRequest {
    /// Reads the body.
    ///
    /// # Errors
    /// All problems of the input.
    pub fn read(bytes: &[u8]) -> Result<Self, Vec<InputProblem>> {
        read(bytes, |field| {
            let kind = field.object(&["kind"])?.required("kind")?.word()?;
            Some(Self { kind })
        })
    }
}

impl AnswerRequest {
    /// Reads the body.
    ///
    /// # Errors
    /// All problems of the input.
    pub fn read(bytes: &[u8]) -> Result<Self, Vec<InputProblem>> {
        read(bytes, |field| {
            let rule = Text { chars_max: ReportAnswer::CHARS_MAX, lines: true };
            let answer = field.object(&["answer"])?.required("answer")?.personal(rule)?;
            Some(Self { answer })
        })
    }
}

impl From<&Report> for ReportJson {
    fn from(report: &Report) -> Self {
        let answer = report.answer.clone();
        Self {
            kind: report.kind.into(),
            about: report.about.into(),
            at: report.at,
            witness: report.witness.map(WitnessJson::from),
            answered_at: answer.as_ref().map(|answer| answer.at),
            answer: answer.map(|answer| answer.text),
        }
    }
}

impl From<Witness> for WitnessJson {
    fn from(witness: Witness) -> Self {
        let Witness { seen, has_photo } = witness;
        Self {
            within_m: seen.map(|seen| seen.within_m),
            stayed_min: seen.map(|seen| seen.stayed_min),
            accuracy_m: seen.and_then(|SeenNear { accuracy_m, .. }| accuracy_m),
            has_photo,
        }
    }
}
