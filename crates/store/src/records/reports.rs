//! What recipients report of attempts, and what operators answer.

use doorstep_domain::{OperatorId, ParcelId, Report, ReportAnswer};
use jiff::Timestamp;

use super::Page;
use crate::Answer;

/// A report with what its operator knows of the parcel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportedParcel {
    /// The parcel.
    pub parcel: ParcelId,
    /// Its number for people.
    pub tracking_number: String,
    /// The report.
    pub report: Report,
}

/// Reports.
pub trait Reports: Send + Sync {
    /// Keeps a report; `false` when there is one about this attempt, or no such parcel.
    fn insert_report(&self, parcel: ParcelId, report: Report) -> Answer<'_, bool>;

    /// The newest report about a parcel.
    fn find_report(&self, parcel: ParcelId) -> Answer<'_, Option<Report>>;

    /// All reports about a parcel, the newest first.
    fn reports_about(&self, parcel: ParcelId) -> Answer<'_, Vec<Report>>;

    /// Answers the newest report about the operator's parcel, in place of what was answered before; `false` when there is
    /// none.
    fn answer_report(&self, operator: OperatorId, parcel: ParcelId, answer: ReportAnswer)
    -> Answer<'_, bool>;

    /// The operator's reports that are open, or those that are answered, the newest first.
    fn list_reports(
        &self,
        operator: OperatorId,
        is_open: bool,
        after: Option<String>,
        limit: u32,
    ) -> Answer<'_, Page<ReportedParcel>>;

    /// Deletes reports from before an instant; how many.
    fn delete_reports_before(&self, instant: Timestamp) -> Answer<'_, u64>;
}
