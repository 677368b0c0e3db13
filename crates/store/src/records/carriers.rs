//! What other carriers tell of the parcels that they bring.

use doorstep_domain::{CarrierEvent, Heard, Parcel, ParcelId, Status};

use crate::{Answer, Message};

/// Messages that follow when a parcel comes to stand so.
pub type Letters = Vec<(Status, Message)>;

/// What became of events of another carrier.
#[derive(Debug, Clone, PartialEq)]
pub struct HeardOf {
    /// What became of each, in their order.
    pub heard: Vec<Heard>,
    /// The parcel as it stands now.
    pub parcel: Parcel,
}

/// What other carriers tell of the parcels that they bring.
pub trait CarrierEvents: Send + Sync {
    /// Takes in what another carrier says of a parcel, and in the same transaction the messages that follow from how it
    /// stands now, where it stood otherwise before. `None` when there is no such parcel, or the operator's own drivers
    /// bring it.
    fn hear_carrier(
        &self,
        parcel: ParcelId,
        events: Vec<CarrierEvent>,
        letters: Letters,
    ) -> Answer<'_, Option<HeardOf>>;
}

/// Those of the messages that follow when a parcel stood otherwise before; what it tells happened when the carrier says.
pub fn letters_due(before: Status, now: &Parcel, letters: Letters) -> Vec<Message> {
    let told_at = now.other_carrier().and_then(|other| other.status_at);
    let follows = |status: &Status| *status == now.status && *status != before;
    let letters = letters.into_iter().filter(|(status, _)| follows(status));
    letters
        .map(|(_, message)| Message { at: told_at.map_or(message.at, |at| at.min(message.at)), ..message })
        .collect()
}
