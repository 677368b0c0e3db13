//! Whether a recipient may have the driver come later, and when that would be.

use jiff::{SignedDuration, Timestamp};

use super::look::{Look, rounded, rounded_up};
use crate::admission::wishes_open;
use crate::release::{Later, NoLater};
use crate::visibility::{Choice, Choices};

/// Who says that they are home soon is so after this long.
const HOME_AFTER: SignedDuration = SignedDuration::from_mins(10);
/// Later on the tour is at least so much later than is foretold.
const LATER_BY: SignedDuration = SignedDuration::from_mins(30);

impl Look<'_> {
    /// The choices for which the driver could come later.
    pub(super) fn later_choices(&self) -> Choices {
        let choices = [Choice::HomeSoon, Choice::LaterOnTour];
        choices.into_iter().filter(|choice| self.later(*choice).is_ok()).collect()
    }

    /// Where on the tour the stop goes for such a choice, not before when, and the window as recipients are told it.
    pub(super) fn later(&self, choice: Choice) -> Result<(Timestamp, Later), NoLater> {
        let limit = SignedDuration::from_mins(i64::from(self.rules.detour_minutes));
        let stop = self.stop().ok_or(NoLater::TooLate)?;
        let is_open = wishes_open(Some(stop.state), self.progress.outcome.is_some(), self.told.phase);
        let is_asked_before = self.progress.not_before.is_some();
        if !is_open || is_asked_before || !self.is_on_the_way() || !self.is_delivery_day() {
            return Err(NoLater::TooLate);
        }
        if limit.is_zero() || !self.is_trusted() {
            return Err(NoLater::DoesNotFit);
        }
        let not_before = match choice {
            Choice::HomeSoon => self.context.now.checked_add(HOME_AFTER),
            Choice::LaterOnTour => {
                // It is told to the recipient, and to the second the arrival is more than their window tells.
                rounded_up(stop.foretold.as_ref().ok_or(NoLater::TooLate)?.arrival).checked_add(LATER_BY)
            }
            Choice::SafePlace
            | Choice::Neighbour
            | Choice::AccessNotes
            | Choice::AnotherDay
            | Choice::PickupPoint
            | Choice::Rating
            | Choice::Report => return Err(NoLater::DoesNotFit),
        };
        let not_before = not_before.map_err(|_end_of_time| NoLater::TooLate)?;
        let later = self.told.later(self.on.tour, self.progress.stop, not_before, limit)?;
        Ok((not_before, Later { window: rounded(later.window), ..later }))
    }
}
