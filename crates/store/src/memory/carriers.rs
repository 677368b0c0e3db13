//! What other carriers tell of the parcels that they bring.

use doorstep_domain::{CarrierEvent, ParcelId};

use super::MemoryStore;
use crate::{Answer, CarrierEvents, HeardOf, Letters, letters_due};

impl CarrierEvents for MemoryStore {
    fn hear_carrier(
        &self,
        parcel: ParcelId,
        events: Vec<CarrierEvent>,
        letters: Letters,
    ) -> Answer<'_, Option<HeardOf>> {
        self.write(move |state| {
            let Some(known) = state.parcels.get_mut(&parcel) else { return Ok(None) };
            let before = known.status;
            let Some(heard) = known.hear(events) else { return Ok(None) };
            let parcel = known.clone();
            state.enqueue(letters_due(before, &parcel, letters));
            Ok(Some(HeardOf { heard, parcel }))
        })
    }
}
