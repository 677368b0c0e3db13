//! What was believed at an instant before, from the log.

use std::sync::Arc;

use doorstep_domain::prediction::{Experience, Explanation, Predictor};
use doorstep_domain::streets::Streets;
use doorstep_domain::{Parcel, ParcelId, Phase, Status, TourEvent};
use doorstep_store::{Store, TourRecord};
use doorstep_wire::tour::ExplanationAnswer;
use jiff::Timestamp;

use super::answer::answer;
use super::{Asked, Belief, NotExplained};
use crate::experience::experience_at;
use crate::live::{Offered, Told};

/// Explains what was believed of a tour at an instant, by default when the newest event of its log was received; with a
/// parcel, also what its recipient saw, for which it needs the streets. It reads the database and nothing else, so that it works beside a server that runs.
///
/// # Errors
/// When the instant or the parcel does not fit the tour, its log is forgotten, or the database fails.
pub async fn look_back(
    store: &dyn Store,
    record: TourRecord,
    parcel: Option<ParcelId>,
    at: Option<Timestamp>,
    now: Timestamp,
    streets: Option<Arc<Streets>>,
) -> Result<ExplanationAnswer, NotExplained> {
    let events = store.load_tour(record.id, record.day).await?;
    let received = || events.iter().map(|event| event.received_at);
    let (Some(begins), Some(newest)) = (received().min(), received().max()) else {
        return Err(NotExplained::Forgotten);
    };
    // The clock of a server need not be this one: that of a demo runs ahead or behind.
    let now = now.max(newest);
    let at = at.unwrap_or(newest);
    if at < begins {
        return Err(NotExplained::BeforeLog { begins });
    }
    if at > now {
        return Err(NotExplained::StillToCome { now });
    }
    let operator = store.find_operator(record.operator).await?;
    let experience = match &operator {
        Some(operator) => experience_at(store, operator, record.day, at).await?,
        None => None,
    };
    let (told, explanation) = believed(events, experience.unwrap_or_default(), streets, at).await?;
    let mut asked = asked(store, &record, parcel, at).await?;
    if let Some(asked) = &mut asked {
        put_back(&mut asked.parcel, told.state.phase());
    }
    let details = store.stop_details(record.id).await?;
    let belief = Belief { record: &record, told: &told, explanation, at };
    answer(&belief, &details, asked.as_ref())
}

/// What follows from the events that were received until then.
async fn believed(
    events: Vec<TourEvent>,
    experience: Arc<Experience>,
    streets: Option<Arc<Streets>>,
    at: Timestamp,
) -> Result<(Told, Explanation), NotExplained> {
    let believe = move || {
        let received: Vec<TourEvent> = events.into_iter().filter(|event| event.received_at <= at).collect();
        let told = Told::replayed(&received, Predictor::new(experience), streets.as_deref(), at);
        let explanation = told.explain(at);
        (told, explanation)
    };
    tokio::task::spawn_blocking(believe).await.map_err(|error| {
        tracing::error!(%error, "looking back at a tour broke off");
        NotExplained::BrokenOff
    })
}

async fn asked(
    store: &dyn Store,
    record: &TourRecord,
    parcel: Option<ParcelId>,
    at: Timestamp,
) -> Result<Option<Asked>, NotExplained> {
    let Some(parcel) = parcel else { return Ok(None) };
    let operator = store.find_operator(record.operator).await?.ok_or(NotExplained::UnknownParcel)?;
    let offered = Arc::new(Offered::read(store, operator, at).await?);
    Asked::read(store, offered, record, parcel).await.map(Some)
}

/// The record has the status of today; before its tour began, a parcel did not have one that only a tour gives.
fn put_back(parcel: &mut Parcel, phase: Phase) {
    let is_of_a_tour = matches!(
        parcel.status,
        Status::OutForDelivery
            | Status::Delivered
            | Status::AvailableForPickup
            | Status::Attempted
            | Status::Delayed
    );
    if phase == Phase::NotStarted && is_of_a_tour {
        parcel.status = Status::InTransit;
    }
}
