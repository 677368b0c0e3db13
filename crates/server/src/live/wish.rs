//! What recipients ask for: an event of the tour that brings the parcel, else a line in its record.

use doorstep_domain::admission::{Draft, Refusal, Source};
use doorstep_domain::release::NoLater;
use doorstep_domain::{
    Choice, EventId, Happening, Instruction, Parcel, ParcelId, PhotoId, PlaceMark, TrackingView, Wish, Wishes,
};
use doorstep_wire::problem::InputProblem;
use doorstep_wire::wish::{LaterAnswer, WishesAnswer};

use super::{Live, Verdict};
use crate::error::ApiError;
use crate::secret;

impl Live {
    /// Has the driver come to a parcel later, where there is a place for it on the tour; when that is.
    ///
    /// # Errors
    /// `too_late` when the driver is near or it was asked for before; `does_not_fit` when it costs the tour more than the
    /// operator's limit; `not_offered` when sender or operator lock it.
    pub(crate) async fn put_later(&self, parcel: &Parcel, choice: Choice) -> Result<LaterAnswer, ApiError> {
        let view = self.look(parcel).await?;
        if !view.choices.holds(choice) {
            return Err(not_offered());
        }
        let (not_before, later) = self.later(parcel, choice).await?.map_err(|why| match why {
            NoLater::TooLate => refused(Refusal::TooLate),
            NoLater::DoesNotFit => {
                let detail = "It does not fit into the rest of this tour. The window stays as it is.";
                ApiError::conflict("does_not_fit", detail)
            }
        })?;
        let version = view.wishes.version.saturating_add(1);
        let (parcel_id, order) = (parcel.id, later.order);
        let what = Happening::PutLater { parcel: parcel_id, not_before, order, version };
        match self.tell_tour(parcel, what).await? {
            Some(Verdict::Taken | Verdict::Doubled) => {
                Ok(LaterAnswer { window: later.window.into(), not_before })
            }
            Some(Verdict::Refused(Refusal::ChangedMeanwhile)) => Err(changed_meanwhile(&view.wishes)),
            Some(Verdict::Refused(refusal)) => Err(refused(refusal)),
            None => Err(refused(Refusal::TooLate)),
        }
    }

    /// Takes what a recipient asks for about their parcel, or takes it back; what stands then. The driver sees it at once.
    /// `saw` is the number of the wishes that they had before them.
    ///
    /// # Errors
    /// `too_late` when the driver is at the door or the parcel's story is over; `not_offered` when sender or operator
    /// lock it; `changed_meanwhile` when newer wishes stand, which the problem holds; `invalid` for words that do not fit.
    pub(crate) async fn wish(
        &self,
        parcel: &Parcel,
        wish: Wish,
        saw: Option<u32>,
    ) -> Result<Wishes, ApiError> {
        let view = self.look(parcel).await?;
        check(&view, &wish, parcel)?;
        if let Wish::Mark(PlaceMark { photo: Some(photo), .. }) = wish {
            self.check_photo(parcel.id, photo).await?;
        }
        let had_photo = view.wishes.mark.photo.is_some();
        let stands = self.change_wishes(parcel, wish, saw, view.wishes).await?;
        if had_photo && stands.mark.photo.is_none() {
            self.store.delete_place_photo(parcel.id).await?;
        }
        Ok(stands)
    }

    /// Makes the change after those that stand.
    async fn change_wishes(
        &self,
        parcel: &Parcel,
        wish: Wish,
        saw: Option<u32>,
        standing: Wishes,
    ) -> Result<Wishes, ApiError> {
        if says(&standing, &wish) || saw.is_some_and(|saw| saw != standing.version) {
            return unless_changed(standing, &wish);
        }
        let version = standing.version.saturating_add(1);
        match self.wish_on_tour(parcel, &wish, version).await? {
            Some(Verdict::Refused(Refusal::ChangedMeanwhile)) => {
                unless_changed(self.look(parcel).await?.wishes, &wish)
            }
            // The tour does not know the parcel, or not any more: its record keeps what is asked for.
            None | Some(Verdict::Refused(Refusal::UnknownParcel)) => {
                if !self.store.set_wish(parcel.id, wish.clone(), version).await? {
                    let now = self.store.find_parcel(parcel.id).await?.ok_or_else(ApiError::not_found)?;
                    return unless_changed(now.wishes, &wish);
                }
                self.parcels_changed(&[parcel.id]);
                Ok(standing.after(wish, version))
            }
            Some(Verdict::Refused(refusal)) => Err(refused(refusal)),
            Some(Verdict::Taken | Verdict::Doubled) => Ok(standing.after(wish, version)),
        }
    }

    /// A mark shows the photo that is kept, or none.
    async fn check_photo(&self, parcel: ParcelId, photo: PhotoId) -> Result<(), ApiError> {
        let kept = self.store.find_place_photo(parcel).await?;
        if kept.is_some_and(|kept| kept.id == photo) {
            return Ok(());
        }
        let detail = "there is no such photo; send it first, to `place-photo`";
        Err(ApiError::invalid(vec![InputProblem::new("photo", "unknown_photo", detail)]))
    }

    /// Tells the tour that brings the parcel; `None` when none does.
    async fn wish_on_tour(
        &self,
        parcel: &Parcel,
        wish: &Wish,
        version: u32,
    ) -> Result<Option<Verdict>, ApiError> {
        let parcel_id = parcel.id;
        let what = match wish.clone() {
            Wish::Instruction(instruction) => {
                Happening::InstructionGiven { parcel: parcel_id, instruction, version }
            }
            Wish::Mark(mark) => Happening::PlaceMarked { parcel: parcel_id, mark, version },
            Wish::Access(access) => Happening::AccessNoted { parcel: parcel_id, access, version },
        };
        self.tell_tour(parcel, what).await
    }

    /// Adds what a recipient asks for to the tour that brings the parcel; `None` when none does.
    async fn tell_tour(&self, parcel: &Parcel, what: Happening) -> Result<Option<Verdict>, ApiError> {
        let Some(on_tour) = parcel.on_tour else { return Ok(None) };
        let id = EventId::from_u128(secret::fresh_id());
        let draft = Draft { id, at: self.clock.now(), sent_at: None, what };
        let verdicts = self.append(on_tour.tour, vec![draft], Source::Recipient).await?;
        Ok(verdicts.first().copied())
    }
}

/// Whether it may be asked for at all. What was asked for may be taken back even where it is locked by now.
fn check(view: &TrackingView, wish: &Wish, parcel: &Parcel) -> Result<(), ApiError> {
    let (is_open, asked) = match wish {
        Wish::Instruction(None) => (view.instruction_open, None),
        Wish::Instruction(Some(instruction)) if !instruction.is_short() => {
            return Err(refused(Refusal::NoteTooLong));
        }
        Wish::Instruction(Some(Instruction::SafePlace { .. })) => {
            (view.instruction_open, Some(Choice::SafePlace))
        }
        Wish::Instruction(Some(Instruction::Neighbour { .. })) => {
            (view.instruction_open, Some(Choice::Neighbour))
        }
        Wish::Mark(mark) => {
            check_mark(view, *mark, parcel)?;
            (view.instruction_open, Some(Choice::SafePlace).filter(|_| !mark.is_empty()))
        }
        Wish::Access(access) if !access.is_short() => return Err(refused(Refusal::NoteTooLong)),
        Wish::Access(access) if access.holds_code() => return Err(refused(Refusal::HoldsCode)),
        Wish::Access(access) => (view.access_open, Some(Choice::AccessNotes).filter(|_| !access.is_empty())),
    };
    if !is_open {
        return Err(refused(Refusal::TooLate));
    }
    if asked.is_some_and(|choice| !view.choices.holds(choice)) {
        return Err(not_offered());
    }
    Ok(())
}

pub(super) fn not_offered() -> ApiError {
    ApiError::conflict("not_offered", "The sender does not allow this for this parcel.")
}

/// Only a safe place is marked, and near the door.
fn check_mark(view: &TrackingView, mark: PlaceMark, parcel: &Parcel) -> Result<(), ApiError> {
    let is_asked = matches!(view.wishes.instruction, Some(Instruction::SafePlace { .. }));
    if !is_asked && !mark.is_empty() {
        return Err(ApiError::conflict(
            "no_safe_place",
            "Name a safe place first; a mark shows where it is.",
        ));
    }
    if parcel.door.is_some_and(|door| !mark.is_near(door)) {
        let detail = format!("a safe place is at most {} m from the door", PlaceMark::WITHIN.0);
        return Err(ApiError::invalid(vec![InputProblem::new("pin", "pin_too_far", detail)]));
    }
    Ok(())
}

fn says(standing: &Wishes, wish: &Wish) -> bool {
    match wish {
        Wish::Instruction(instruction) => standing.instruction == *instruction,
        Wish::Mark(mark) => standing.mark == *mark,
        Wish::Access(access) => standing.access == *access,
    }
}

/// What stands, where it is what was asked for: whoever presses twice is right.
fn unless_changed(standing: Wishes, wish: &Wish) -> Result<Wishes, ApiError> {
    if says(&standing, wish) { Ok(standing) } else { Err(changed_meanwhile(&standing)) }
}

pub(super) fn changed_meanwhile(standing: &Wishes) -> ApiError {
    let detail = "This was changed meanwhile, perhaps in another window. `now` holds what stands; send it again with \
                  that version if it is still wished.";
    let now = serde_json::to_value(WishesAnswer::from(standing)).unwrap_or_default();
    ApiError::conflict(Refusal::ChangedMeanwhile.code(), detail).with_now(now)
}

fn refused(refusal: Refusal) -> ApiError {
    match refusal {
        Refusal::NoteTooLong => {
            ApiError::invalid(vec![InputProblem::new("note", refusal.code(), refusal.to_string())])
        }
        Refusal::HoldsCode => {
            ApiError::invalid(vec![InputProblem::new("way", refusal.code(), refusal.to_string())])
        }
        _ => too_late_to_wish(),
    }
}

/// The answer to whoever asks for something when the driver is at the door.
pub(crate) fn too_late_to_wish() -> ApiError {
    ApiError::conflict("too_late", "It is too late to change this: the driver is at the door, or it is over.")
}
