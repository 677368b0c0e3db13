//! What recipients ask for: an event of the tour that brings the parcel, else a line in its record.

use doorstep_domain::admission::{Draft, Refusal, Source};
use doorstep_domain::{EventId, Happening, Instruction, Parcel};
use doorstep_wire::problem::InputProblem;

use super::{Live, Verdict};
use crate::error::ApiError;
use crate::secret;

impl Live {
    /// Takes a recipient's instruction for their parcel, or takes it back. The driver sees it at once.
    ///
    /// # Errors
    /// `too_late` when the driver is at the door or the parcel's story is over; `invalid` for a note that is too long.
    pub(crate) async fn instruct(
        &self,
        parcel: &Parcel,
        instruction: Option<Instruction>,
    ) -> Result<(), ApiError> {
        let too_long = instruction.as_ref().and_then(|instruction| instruction.note.as_ref());
        if too_long.is_some_and(|note| note.reveal().chars().count() > Instruction::NOTE_CHARS_MAX) {
            return Err(refused(Refusal::NoteTooLong));
        }
        if !self.look(parcel).await?.instruction_open {
            return Err(refused(Refusal::TooLate));
        }
        if let Some(on_tour) = parcel.on_tour {
            let draft = Draft {
                id: EventId::from_u128(secret::fresh_id()),
                at: self.clock.now(),
                sent_at: None,
                what: Happening::InstructionGiven { parcel: parcel.id, instruction: instruction.clone() },
            };
            let verdicts = self.append(on_tour.tour, vec![draft], Source::Recipient).await?;
            match verdicts.first() {
                // The tour does not know the parcel, or not any more: its record keeps what is asked for.
                Some(Verdict::Refused(Refusal::UnknownParcel)) => {}
                Some(Verdict::Refused(refusal)) => return Err(refused(*refusal)),
                _ => return Ok(()),
            }
        }
        self.store.set_instruction(parcel.id, instruction).await?;
        self.parcels_changed(&[parcel.id]);
        Ok(())
    }
}

fn refused(refusal: Refusal) -> ApiError {
    match refusal {
        Refusal::NoteTooLong => {
            ApiError::invalid(vec![InputProblem::new("note", refusal.code(), refusal.to_string())])
        }
        _ => ApiError::conflict(
            "too_late",
            "It is too late to change this: the driver is at the door, or it is over.",
        ),
    }
}
