//! A parcel as a row.

use doorstep_domain::visibility::Rules;
use doorstep_domain::{
    Carrier, CarrierLog, OnTour, OperatorId, OrderId, OtherCarrier, OutcomeView, Parcel, ParcelId,
    RecipientId, StopId, TourId, Window,
};
use doorstep_store::StoreError;
use doorstep_wire::carrier::kept_log;
use doorstep_wire::visibility::kept_rules;
use sqlx::sqlite::SqliteRow;

use super::super::ratings;
use super::wishes;
use crate::columns::Columns;

pub(super) const TABLE: &str = "parcels";

pub(crate) fn read(row: &SqliteRow) -> Result<Parcel, StoreError> {
    let columns = Columns::of(TABLE, row);
    let mut parcel = Parcel {
        id: columns.id("id", ParcelId::from_bytes)?,
        operator: columns.id("operator", OperatorId::from_bytes)?,
        tracking_number: columns.raw("tracking_number")?,
        order: columns.id_opt("order_id", OrderId::from_bytes)?,
        recipient: columns.id_opt("recipient", RecipientId::from_bytes)?,
        buyer: columns.id_opt("buyer", RecipientId::from_bytes)?,
        sender: columns.personal("sender")?,
        kind: columns.word("kind")?,
        visibility: visibility(&columns)?,
        carrier: carrier(&columns)?,
        day: columns.day_opt("day")?,
        promise: promise(&columns)?,
        status: columns.word("status")?,
        door: columns.place_opt("door_lat", "door_lon")?,
        address: columns.personal_opt("address")?,
        on_tour: on_tour(&columns)?,
        wishes: wishes::read(&columns)?,
        photo_at: columns.instant_opt("photo_at")?,
        rating: ratings::read(&columns)?,
    };
    parcel.follow_carrier();
    Ok(parcel)
}

pub(super) fn read_outcome(row: &SqliteRow) -> Result<Option<OutcomeView>, StoreError> {
    let columns = Columns::of(TABLE, row);
    let outcome = columns.word_opt("outcome")?.zip(columns.instant_opt("outcome_at")?);
    Ok(outcome.map(|(outcome, at)| OutcomeView { outcome, at }))
}

fn visibility(columns: &Columns<'_>) -> Result<Rules, StoreError> {
    let rules: Option<String> = columns.raw("rules")?;
    Ok(rules.map_or_else(Rules::default, |rules| {
        kept_rules(&rules).unwrap_or_else(|| {
            tracing::error!("the rules of a parcel cannot be read; they show nothing");
            Rules::closed()
        })
    }))
}

fn carrier(columns: &Columns<'_>) -> Result<Carrier, StoreError> {
    let Some(name) = columns.raw("carrier_name")? else { return Ok(Carrier::Own) };
    Ok(Carrier::Other(OtherCarrier {
        name,
        tracking_number: columns.raw("carrier_tracking_number")?,
        url: columns.raw("carrier_url")?,
        status_at: columns.instant_opt("carrier_status_at")?,
        log: carrier_log(columns)?,
    }))
}

fn carrier_log(columns: &Columns<'_>) -> Result<CarrierLog, StoreError> {
    let log: Option<String> = columns.raw("carrier_log")?;
    Ok(log.map_or_else(CarrierLog::default, |log| {
        kept_log(&log).unwrap_or_else(|| {
            tracing::error!("what another carrier said of a parcel cannot be read; it is left out");
            CarrierLog::default()
        })
    }))
}

fn promise(columns: &Columns<'_>) -> Result<Option<Window>, StoreError> {
    let ends = columns.instant_opt("promise_from")?.zip(columns.instant_opt("promise_until")?);
    Ok(ends.map(|(from, until)| Window { from, until }))
}

fn on_tour(columns: &Columns<'_>) -> Result<Option<OnTour>, StoreError> {
    let both = columns.id_opt("tour", TourId::from_bytes)?.zip(columns.id_opt("stop", StopId::from_bytes)?);
    Ok(both.map(|(tour, stop)| OnTour { tour, stop }))
}
