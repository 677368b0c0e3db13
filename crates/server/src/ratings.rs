//! How well a delivery went, as its recipient says. It is for the operator, and no answer for drivers is made of it.

use doorstep_domain::admission::Refusal;
use doorstep_domain::{Choice, Parcel, Personal, Rating, Score};
use doorstep_wire::problem::InputProblem;
use doorstep_wire::rating::RatingJson;

use crate::error::ApiError;
use crate::state::AppState;

/// Rates a delivery, or changes how it was rated; what stands then. `saw` is the number of the rating that its recipient
/// saw.
///
/// # Errors
/// `not_delivered` and `too_late` outside the week after the delivery; `not_offered` when sender or operator lock it;
/// `changed_meanwhile` when a newer rating stands, which the problem holds; `invalid` for words that do not fit.
pub(crate) async fn rate(
    shared: &AppState,
    parcel: &Parcel,
    score: Score,
    comment: Option<Personal>,
    saw: Option<u32>,
) -> Result<Rating, ApiError> {
    let view = shared.live.glance(parcel).await?;
    let delivered = view.outcome.filter(|ended| ended.outcome.is_delivered());
    let delivered = delivered.ok_or_else(not_delivered)?;
    if view.rating_until.is_none() {
        return Err(ApiError::conflict("too_late", "A delivery can be rated for seven days."));
    }
    if !view.choices.holds(Choice::Rating) {
        return Err(ApiError::conflict("not_offered", "The sender does not allow this for this parcel."));
    }
    let standing = view.rating;
    let version = standing.as_ref().map_or(0, |rating| rating.version);
    if says(standing.as_ref(), score, comment.as_ref()) || saw.is_some_and(|saw| saw != version) {
        return unless_changed(standing, score, comment.as_ref());
    }
    let (at, version) = (shared.clock.now(), version.saturating_add(1));
    let rating = Rating { score, comment, at, version };
    if !rating.is_short() {
        let refusal = Refusal::NoteTooLong;
        return Err(ApiError::invalid(vec![InputProblem::new(
            "comment",
            refusal.code(),
            refusal.to_string(),
        )]));
    }
    let zone = shared.live.offered(parcel.operator).await?.zone.clone();
    let day = delivered.at.to_zoned(zone).date();
    if !shared.store.put_rating(parcel.id, day, rating.clone()).await? {
        let now = shared.store.find_parcel(parcel.id).await?.ok_or_else(ApiError::not_found)?;
        return unless_changed(now.rating, rating.score, rating.comment.as_ref());
    }
    shared.live.parcels_changed(&[parcel.id]);
    Ok(rating)
}

fn not_delivered() -> ApiError {
    ApiError::conflict("not_delivered", "Only what was delivered can be rated.")
}

fn says(standing: Option<&Rating>, score: Score, comment: Option<&Personal>) -> bool {
    standing.is_some_and(|standing| standing.score == score && standing.comment.as_ref() == comment)
}

/// What stands, where it is what was sent: whoever presses twice is right.
fn unless_changed(
    standing: Option<Rating>,
    score: Score,
    comment: Option<&Personal>,
) -> Result<Rating, ApiError> {
    match standing {
        Some(standing) if says(Some(&standing), score, comment) => Ok(standing),
        standing => Err(changed_meanwhile(standing.as_ref())),
    }
}

fn changed_meanwhile(standing: Option<&Rating>) -> ApiError {
    let detail = "This was changed meanwhile, perhaps in another window. `now` holds what stands; send it again with \
                  that version if it is still meant.";
    let now = serde_json::to_value(standing.map(RatingJson::from)).unwrap_or_default();
    ApiError::conflict(Refusal::ChangedMeanwhile.code(), detail).with_now(now)
}
