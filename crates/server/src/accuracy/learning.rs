//! What a tour taught, beside its judgement.

use doorstep_domain::prediction::Lessons;
use doorstep_store::{JudgedTour, TaughtDay, TourRecord};
use doorstep_wire::experience::{read_lessons, write_lessons};

use crate::error::ApiError;
use crate::experience::learnt_on;
use crate::state::AppState;

/// A judged tour with its lessons, added to those of the day on which they are learnt.
///
/// # Errors
/// When the database fails.
pub(super) async fn with_lessons(
    shared: &AppState,
    tour: &TourRecord,
    mut lessons: Lessons,
    judged: JudgedTour,
) -> Result<JudgedTour, ApiError> {
    if lessons == Lessons::default() {
        return Ok(judged);
    }
    let zone = shared.live.offered(tour.operator).await?.zone.clone();
    let day = learnt_on(tour.day, &zone, shared.clock.now());
    let replaces_lessons = shared.store.find_lessons(tour.operator, day).await?;
    match replaces_lessons.as_deref().map(read_lessons).transpose() {
        Ok(before) => lessons += before.unwrap_or_default(),
        Err(error) => {
            tracing::error!(%day, %error, "stored lessons cannot be read; nothing is added to them");
            return Ok(judged);
        }
    }
    let taught = TaughtDay { operator: tour.operator, day, lessons: write_lessons(&lessons) };
    Ok(JudgedTour { taught: Some(taught), replaces_lessons, ..judged })
}
