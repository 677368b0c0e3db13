//! Changes of parcels.

use std::collections::BTreeSet;

use doorstep_domain::{OnTour, OperatorId, Parcel, ParcelId, Personal};
use doorstep_store::{Settled, StoreError};
use doorstep_wire::carrier::log_to_keep;
use jiff::Timestamp;
use sqlx::query_builder::Separated;
use sqlx::{QueryBuilder, Sqlite, SqliteConnection};

use super::row::TABLE;
use super::wishes;
use crate::columns::{bytes, word};
use crate::error::{failed, refused};
use crate::records::ROWS;

const NUMBER_TAKEN: &str = "a parcel with this tracking number";

/// The columns that a parcel is made of, in the order of [`push_values`].
const COLUMNS: &str = "id, operator, tracking_number, order_id, recipient, buyer, sender, kind, carrier_name, \
     carrier_tracking_number, carrier_url, carrier_status_at, day, promise_from, promise_until, status, door_lat, door_lon, address, tour, stop";

/// Adds parcels.
pub(crate) async fn insert(
    db: &mut SqliteConnection,
    parcels: &[Parcel],
    now: Timestamp,
) -> Result<(), StoreError> {
    for chunk in parcels.chunks(ROWS) {
        let words = chunk.iter().map(Words::of).collect::<Result<Vec<_>, _>>()?;
        let mut statement = QueryBuilder::<Sqlite>::new("INSERT INTO parcels (");
        statement.push(COLUMNS).push(", ").push(wishes::COLUMNS).push(", carrier_log, created_at) ");
        statement.push_values(chunk.iter().zip(words), |mut values, (parcel, words)| {
            push_values(&mut values, parcel, words);
            values.push_bind(parcel.other_carrier().and_then(|other| log_to_keep(&other.log)));
            values.push_bind(now.as_microsecond());
        });
        let insert = statement.build().persistent(chunk.len() == 1);
        insert.execute(&mut *db).await.map_err(refused(TABLE, NUMBER_TAKEN))?;
    }
    Ok(())
}

/// Replaces the operator's parcel with the same identity.
pub(super) async fn update(db: &mut SqliteConnection, parcel: &Parcel) -> Result<bool, StoreError> {
    let mut statement = QueryBuilder::<Sqlite>::new("UPDATE parcels SET (");
    statement.push(COLUMNS).push(", ").push(wishes::COLUMNS).push(") = (");
    push_values(&mut statement.separated(", "), parcel, Words::of(parcel)?);
    // What was said stays with whoever said it.
    statement.push("), carrier_log = CASE WHEN carrier_name = ");
    statement.push_bind(parcel.other_carrier().map(|other| other.name.clone()));
    statement.push(" THEN carrier_log ELSE ");
    statement.push_bind(parcel.other_carrier().and_then(|other| log_to_keep(&other.log)));
    statement.push(" END WHERE id = ").push_bind(bytes(parcel.id.to_bytes()));
    statement.push(" AND operator = ").push_bind(bytes(parcel.operator.to_bytes()));
    let done = statement.build().execute(db).await.map_err(refused(TABLE, NUMBER_TAKEN))?;
    Ok(done.rows_affected() > 0)
}

/// Puts parcels on stops or off any tour; only those of one operator, if one is named.
pub(crate) async fn assign(
    db: &mut SqliteConnection,
    operator: Option<OperatorId>,
    parcels: &[(ParcelId, Option<OnTour>)],
) -> Result<(), StoreError> {
    for chunk in waves(parcels, |(id, _)| *id).flat_map(|wave| wave.chunks(ROWS)) {
        let mut statement = QueryBuilder::<Sqlite>::new("WITH places (parcel, tour, stop) AS (");
        statement.push_values(chunk, |mut values, (id, on_tour)| {
            values.push_bind(bytes(id.to_bytes()));
            values.push_bind(on_tour.map(|on_tour| bytes(on_tour.tour.to_bytes())));
            values.push_bind(on_tour.map(|on_tour| bytes(on_tour.stop.to_bytes())));
        });
        statement.push(
            ") UPDATE parcels SET tour = places.tour, stop = places.stop FROM places WHERE id = places.parcel",
        );
        if let Some(operator) = operator {
            statement.push(" AND operator = ").push_bind(bytes(operator.to_bytes()));
        }
        let assign = statement.build().persistent(chunk.len() == 1);
        assign.execute(&mut *db).await.map_err(failed)?;
    }
    Ok(())
}

/// Sets what became of parcels, in this order, unless something newer is known.
pub(crate) async fn settle(db: &mut SqliteConnection, settled: &[Settled]) -> Result<(), StoreError> {
    for chunk in waves(settled, |settled| settled.parcel).flat_map(|wave| wave.chunks(ROWS)) {
        let words = chunk.iter().map(|settled| {
            let outcome = settled.outcome.map(|ended| word(ended.outcome)).transpose()?;
            Ok((word(settled.status)?, outcome))
        });
        let words = words.collect::<Result<Vec<_>, StoreError>>()?;
        let mut statement = QueryBuilder::<Sqlite>::new("WITH ends (parcel, status, outcome, at) AS (");
        statement.push_values(chunk.iter().zip(words), |mut values, (settled, (status, outcome))| {
            values.push_bind(bytes(settled.parcel.to_bytes())).push_bind(status).push_bind(outcome);
            values.push_bind(settled.outcome.map(|ended| ended.at.as_microsecond()));
        });
        statement.push(
            ") UPDATE parcels SET status = ends.status, outcome = ends.outcome, outcome_at = ends.at \
             FROM ends WHERE id = ends.parcel AND coalesce(ends.at >= parcels.outcome_at, TRUE)",
        );
        let settle = statement.build().persistent(chunk.len() == 1);
        settle.execute(&mut *db).await.map_err(failed)?;
    }
    Ok(())
}

/// Stretches of a list in which no key comes twice, so that one statement can write each of them.
fn waves<T, K: Ord>(mut list: &[T], key: impl Fn(&T) -> K) -> impl Iterator<Item = &[T]> {
    std::iter::from_fn(move || {
        let mut seen = BTreeSet::new();
        let length = list.iter().take_while(|one| seen.insert(key(one))).count();
        let (wave, rest) = list.split_at(length);
        list = rest;
        (length > 0).then_some(wave)
    })
}

/// The words of a parcel, which can fail to be written.
struct Words {
    kind: String,
    status: String,
    wishes: wishes::Values,
}

impl Words {
    fn of(parcel: &Parcel) -> Result<Self, StoreError> {
        Ok(Self {
            kind: word(parcel.kind)?,
            status: word(parcel.status)?,
            wishes: wishes::Values::of(&parcel.wishes)?,
        })
    }
}

fn push_values(values: &mut Separated<'_, Sqlite, &'static str>, parcel: &Parcel, words: Words) {
    let other = parcel.other_carrier();
    let personal = |text: &Option<Personal>| text.as_ref().map(|text| text.reveal().to_owned());
    values
        .push_bind(bytes(parcel.id.to_bytes()))
        .push_bind(bytes(parcel.operator.to_bytes()))
        .push_bind(parcel.tracking_number.clone())
        .push_bind(parcel.order.map(|order| bytes(order.to_bytes())))
        .push_bind(parcel.recipient.map(|recipient| bytes(recipient.to_bytes())))
        .push_bind(parcel.buyer.map(|buyer| bytes(buyer.to_bytes())))
        .push_bind(parcel.sender.reveal().to_owned())
        .push_bind(words.kind)
        .push_bind(other.map(|other| other.name.clone()))
        .push_bind(other.and_then(|other| other.tracking_number.clone()))
        .push_bind(other.and_then(|other| other.url.clone()))
        .push_bind(other.and_then(|other| other.status_at).map(Timestamp::as_microsecond))
        .push_bind(parcel.day.map(|day| day.to_string()))
        .push_bind(parcel.promise.map(|promise| promise.from.as_microsecond()))
        .push_bind(parcel.promise.map(|promise| promise.until.as_microsecond()))
        .push_bind(words.status)
        .push_bind(parcel.door.map(doorstep_domain::Place::lat))
        .push_bind(parcel.door.map(doorstep_domain::Place::lon))
        .push_bind(personal(&parcel.address))
        .push_bind(parcel.on_tour.map(|on_tour| bytes(on_tour.tour.to_bytes())))
        .push_bind(parcel.on_tour.map(|on_tour| bytes(on_tour.stop.to_bytes())));
    words.wishes.push(values);
}
