//! What other carriers tell of the parcels that they bring.

use doorstep_domain::{CarrierEvent, Parcel, ParcelId};
use doorstep_store::{Answer, CarrierEvents, HeardOf, Letters, StoreError, letters_due};
use doorstep_wire::carrier::log_to_keep;
use sqlx::SqliteConnection;

use super::outbox::enqueue;
use super::parcels;
use crate::SqliteStore;
use crate::columns::{bytes, one, word};
use crate::error::failed;

impl CarrierEvents for SqliteStore {
    fn hear_carrier(
        &self,
        parcel: ParcelId,
        events: Vec<CarrierEvent>,
        letters: Letters,
    ) -> Answer<'_, Option<HeardOf>> {
        self.write(move |db| Box::pin(hear(db, parcel, events, letters)))
    }
}

async fn hear(
    db: &mut SqliteConnection,
    id: ParcelId,
    events: Vec<CarrierEvent>,
    letters: Letters,
) -> Result<Option<HeardOf>, StoreError> {
    let find = sqlx::query("SELECT * FROM parcels_with_rules WHERE id = ?").bind(bytes(id.to_bytes()));
    let known = one(find.fetch_optional(&mut *db).await.map_err(failed)?.as_ref(), parcels::read)?;
    let Some(mut parcel) = known else { return Ok(None) };
    let before = parcel.status;
    let Some(heard) = parcel.hear(events) else { return Ok(None) };
    note(db, &parcel).await?;
    enqueue(db, &letters_due(before, &parcel, letters)).await?;
    Ok(Some(HeardOf { heard, parcel }))
}

async fn note(db: &mut SqliteConnection, parcel: &Parcel) -> Result<(), StoreError> {
    let Some(other) = parcel.other_carrier() else { return Ok(()) };
    let note = "UPDATE parcels SET status = ?, carrier_status_at = ?, carrier_log = ? WHERE id = ?";
    let note = sqlx::query(note)
        .bind(word(parcel.status)?)
        .bind(other.status_at.map(jiff::Timestamp::as_microsecond))
        .bind(log_to_keep(&other.log))
        .bind(bytes(parcel.id.to_bytes()));
    note.execute(db).await.map_err(failed)?;
    Ok(())
}
