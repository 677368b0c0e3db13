//! What recipients report of attempts, and what their operator answers.

use doorstep_domain::{
    Choice, OperatorId, OutcomeView, Parcel, ParcelId, Personal, Report, ReportAnswer, ReportKind,
};

use crate::error::ApiError;
use crate::state::AppState;

/// Reports an attempt; what stands then. It is kept with what can be told of the attempt now, since logs are forgotten.
///
/// # Errors
/// `nothing_to_report` where no attempt ended that this could be said of; `too_late` a week after it; `reported_already`
/// when it was reported as something else; `not_offered` when sender or operator lock it.
pub(crate) async fn report(shared: &AppState, parcel: &Parcel, kind: ReportKind) -> Result<Report, ApiError> {
    // Not by a glance: what can be told of the attempt stands in the log.
    let view = shared.live.look(parcel).await?;
    let about = view.outcome.filter(|ended| ReportKind::about(ended.outcome) == Some(kind));
    let about = about.ok_or_else(|| {
        ApiError::conflict("nothing_to_report", "No attempt ended of which this could be reported.")
    })?;
    if let Some(standing) = view.report.filter(|report| report.about.at == about.at) {
        return the_same(standing, about, kind);
    }
    if view.may_report.is_none() {
        return Err(ApiError::conflict("too_late", "An attempt can be reported for seven days."));
    }
    if !view.choices.holds(Choice::Report) {
        return Err(ApiError::conflict("not_offered", "The sender does not allow this for this parcel."));
    }
    let report = Report { kind, about, at: shared.clock.now(), witness: view.witness, answer: None };
    if !shared.store.insert_report(parcel.id, report.clone()).await? {
        let standing = shared.store.find_report(parcel.id).await?.ok_or_else(ApiError::not_found)?;
        return the_same(standing, about, kind);
    }
    shared.live.parcels_changed(&[parcel.id]);
    Ok(report)
}

/// Whether a refusal is about the attempt, and told on its page.
pub(crate) fn is_refusal(code: &str) -> bool {
    ["nothing_to_report", "too_late", "reported_already", "not_offered"].contains(&code)
}

/// What stands, where it is what was sent: whoever presses twice is right.
fn the_same(standing: Report, about: OutcomeView, kind: ReportKind) -> Result<Report, ApiError> {
    if standing.about == about && standing.kind == kind {
        return Ok(standing);
    }
    Err(ApiError::conflict("reported_already", "This attempt was reported already."))
}

/// Answers the newest report about a parcel; its recipient sees it at once.
///
/// # Errors
/// `not_found` where the operator has no such report.
pub(crate) async fn answer(
    shared: &AppState,
    operator: OperatorId,
    parcel: ParcelId,
    text: Personal,
) -> Result<(), ApiError> {
    let answer = ReportAnswer { text, at: shared.clock.now() };
    if !shared.store.answer_report(operator, parcel, answer).await? {
        return Err(ApiError::not_found());
    }
    shared.live.parcels_changed(&[parcel]);
    Ok(())
}
