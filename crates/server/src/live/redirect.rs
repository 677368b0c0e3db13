//! A parcel that its recipient sends elsewhere: it is taken off its tour and waits for whoever plans the next one.

use doorstep_domain::admission::{Draft, Source};
use doorstep_domain::{
    Choice, Destination, EventId, Happening, Parcel, ParcelId, Phase, PickupPointId, StopId, TourState,
    TrackingView, Wishes,
};
use doorstep_wire::problem::InputProblem;

use super::wish::{changed_meanwhile, not_offered};
use super::{Live, Verdict};
use crate::error::ApiError;
use crate::secret;

impl Live {
    /// Has a parcel brought on another day, or to a pick-up point, or to the door after all; what stands then. `saw` is the
    /// number of the wishes that the recipient had before them.
    ///
    /// # Errors
    /// `too_late` when a driver has it; `not_offered` when sender or operator lock it, or offer neither that day nor that
    /// point; `changed_meanwhile` when newer wishes stand, which the problem holds.
    pub(crate) async fn redirect(
        &self,
        parcel: &Parcel,
        destination: Destination,
        saw: Option<u32>,
    ) -> Result<Wishes, ApiError> {
        let view = self.look(parcel).await?;
        check(&view, &destination)?;
        let standing = view.wishes;
        if standing.is_bound_for(&destination) {
            return Ok(standing);
        }
        if saw.is_some_and(|saw| saw != standing.version) {
            return Err(changed_meanwhile(&standing));
        }
        let version = standing.version.saturating_add(1);
        let had_photo = standing.mark.photo.is_some();
        let wishes = standing.bound_for(destination, version);
        // The tour first: whoever presses again after a failure finds the parcel on none, and is done.
        self.take_off_tour(parcel).await?;
        if !self.store.redirect_parcel(parcel.id, wishes.clone()).await? {
            let now = self.store.find_parcel(parcel.id).await?.ok_or_else(ApiError::not_found)?;
            return Err(changed_meanwhile(&now.wishes));
        }
        if had_photo && wishes.mark.photo.is_none() {
            self.store.delete_place_photo(parcel.id).await?;
        }
        self.parcel_changed(parcel.id).await;
        Ok(wishes)
    }

    /// Has a parcel wait at a pick-up point near its door, as [`Live::redirect`] does.
    ///
    /// # Errors
    /// The same, and `unknown_pickup_point` when there is none of this identity near the door.
    pub(crate) async fn redirect_to_point(
        &self,
        parcel: &Parcel,
        id: PickupPointId,
        saw: Option<u32>,
    ) -> Result<Wishes, ApiError> {
        let point = self.offered(parcel.operator).await?.pickup_point_for(parcel, id).ok_or_else(|| {
            let detail = "there is no such point near this parcel's door; ask for the list again";
            ApiError::invalid(vec![InputProblem::new("pickup_point", "unknown_pickup_point", detail)])
        })?;
        self.redirect(parcel, Destination::PickupPoint(Box::new(point)), saw).await
    }

    /// Takes a parcel off a tour that is planned, and its stop with it where nothing else goes there. Of a tour that tried
    /// in vain nothing is taken: that happened.
    async fn take_off_tour(&self, parcel: &Parcel) -> Result<(), ApiError> {
        let Some(on_tour) = parcel.on_tour else { return Ok(()) };
        let id = parcel.id;
        let planned = self.tour(on_tour.tour, |known| planned_stop(&known.told.state, id)).await?.flatten();
        let Some((stop, is_alone)) = planned else { return Ok(()) };
        let what = if is_alone {
            Happening::StopsRemoved { stops: vec![stop] }
        } else {
            Happening::ParcelsRemoved { parcels: vec![id] }
        };
        let event = EventId::from_u128(secret::fresh_id());
        let draft = Draft { id: event, at: self.clock.now(), sent_at: None, what };
        match self.append(on_tour.tour, vec![draft], Source::Operator).await?.first() {
            Some(Verdict::Taken | Verdict::Doubled) => Ok(()),
            Some(Verdict::Refused(_)) | None => Err(with_driver()),
        }
    }
}

/// The stop that a parcel goes to on a tour that did not start, and whether it is alone there.
fn planned_stop(tour: &TourState, parcel: ParcelId) -> Option<(StopId, bool)> {
    let stop = tour.parcel(parcel).filter(|_| tour.phase() == Phase::NotStarted)?.stop;
    Some((stop, tour.parcels_of(stop).count() == 1))
}

fn check(view: &TrackingView, destination: &Destination) -> Result<(), ApiError> {
    let (is_open, choice) = match destination {
        Destination::Day(day) => (!view.elsewhere.days.is_empty(), Some((Choice::AnotherDay, Some(day)))),
        Destination::PickupPoint(_) => (view.elsewhere.pickup_point, Some((Choice::PickupPoint, None))),
        Destination::Door => (view.elsewhere.pickup_point, None),
    };
    match choice {
        Some((choice, _)) if !view.choices.holds(choice) => Err(not_offered()),
        _ if !is_open => Err(with_driver()),
        Some((_, Some(day))) if !view.elsewhere.days.contains(day) && view.wishes.day != Some(*day) => {
            let detail =
                "Nothing is brought on that day; `other_days` of the tracking answer tells the days.";
            Err(ApiError::conflict("day_not_offered", detail))
        }
        _ => Ok(()),
    }
}

fn with_driver() -> ApiError {
    ApiError::conflict("too_late", "It is too late to send it elsewhere: a driver has it, or it is over.")
}
