//! The figures of some days.

use doorstep_domain::OperatorId;
use doorstep_domain::prediction::Judgement;
use doorstep_store::Store;
use doorstep_wire::accuracy::{AccuracyAhead, AccuracyAnswer, AccuracyDay, AccuracyJson, read_judgement};
use jiff::civil::Date;

use crate::error::ApiError;

/// How well the forecasts of an operator held from one day to another, both included.
///
/// # Errors
/// When the database fails.
pub(crate) async fn figures(
    store: &dyn Store,
    operator: OperatorId,
    from: Date,
    until: Date,
) -> Result<AccuracyAnswer, ApiError> {
    let mut total = Judgement::default();
    let mut days = Vec::new();
    for judged in store.list_judgements(operator, from, until).await? {
        let judgement = match read_judgement(&judged.judgement) {
            Ok(judgement) => judgement,
            Err(error) => {
                tracing::error!(day = %judged.day, %error, "a stored judgement cannot be read; it is left out");
                continue;
            }
        };
        total += judgement;
        let accuracy = AccuracyJson::from(&judgement);
        days.push(AccuracyDay { day: judged.day, region: judged.region, accuracy });
    }
    let by_stops_ahead = AccuracyAhead::all_of(&total);
    Ok(AccuracyAnswer { from, until, total: AccuracyJson::from(&total), by_stops_ahead, days })
}
