//! How many windows held lately, by region.

use std::collections::BTreeMap;

use doorstep_domain::OperatorId;
use doorstep_domain::visibility::KeptWindows;
use doorstep_store::{Store, StoreError};
use doorstep_wire::accuracy::read_judgement;
use jiff::ToSpan as _;
use jiff::civil::Date;

/// So many days before a day are lately.
const DAYS: i64 = 28;

/// How many windows of an operator held in the weeks before a day, by the name of the region.
///
/// # Errors
/// When the database fails.
pub(crate) async fn kept_lately(
    store: &dyn Store,
    operator: OperatorId,
    today: Date,
) -> Result<BTreeMap<Option<String>, KeptWindows>, StoreError> {
    let from = today.saturating_sub(DAYS.days());
    let mut kept: BTreeMap<Option<String>, KeptWindows> = BTreeMap::new();
    for judged in store.list_judgements(operator, from, today).await? {
        // One that cannot be read is told where the figures are.
        let Ok(judgement) = read_judgement(&judged.judgement) else { continue };
        let all = judgement.all_arrivals();
        *kept.entry(judged.region).or_default() += KeptWindows { kept: all.kept, told: all.windows };
    }
    Ok(kept)
}
