//! Records with everything usual about them. What a test is about, it changes:
//! `Parcel { kind: ParcelKind::Gift, ..parcel(&mut ids, operator.id) }`.

use doorstep_domain::visibility::Rules;
use doorstep_domain::{
    Carrier, DriverId, OperatorId, Parcel, ParcelId, ParcelKind, Personal, RecipientId, Status,
};
use doorstep_store::{
    Account, ApiKey, Device, Operator, Region, Role, Scope, Session, Store, StoreError, TokenHash,
};
use jiff::{SignedDuration, Timestamp};

use crate::{DAY, Ids, door};

/// The password of every account, and its hash: argon2id with the smallest cost, so that tests are quick.
pub const PASSWORD: &str = "correct horse battery staple";
/// The hash of [`PASSWORD`].
pub const PASSWORD_HASH: &str =
    "$argon2id$v=19$m=8,t=1,p=1$ZG9vcnN0ZXAtdGVzdGtpdA$4rYnptV5z5dcndFiy2G8XwqqSc03Rsu29eOGAG6rT54";

/// A carrier in Monaco that speaks English.
pub fn operator(ids: &mut Ids) -> Operator {
    Operator {
        id: ids.operator(),
        name: "Riviera Parcels".to_owned(),
        time_zone: "Europe/Monaco".to_owned(),
        language: "en".to_owned(),
    }
}

/// A recipient of the operator, with an address of its own and [`PASSWORD`].
pub fn recipient(ids: &mut Ids, operator: OperatorId) -> Account {
    let id = ids.recipient();
    Account {
        id,
        operator,
        role: Role::Recipient,
        email: Personal::new(format!("{id}@example.org")),
        name: Personal::new("A recipient"),
        password_hash: PASSWORD_HASH.to_owned(),
        language: None,
        time_zone: None,
    }
}

/// A dispatcher of the operator, with [`PASSWORD`].
pub fn dispatcher(ids: &mut Ids, operator: OperatorId) -> Account {
    Account { role: Role::Dispatcher, name: Personal::new("A dispatcher"), ..recipient(ids, operator) }
}

/// A session of an account that lasts a day from `now`, under the hash of its token.
pub fn session(account: RecipientId, token: TokenHash, now: Timestamp) -> Session {
    Session::begun(token, account, now, SignedDuration::from_hours(24))
}

/// A key of the operator that may do everything, under its hash.
pub fn key(operator: OperatorId, token: TokenHash) -> ApiKey {
    ApiKey {
        token,
        operator,
        label: "tests".to_owned(),
        scopes: vec![Scope::OperatorRead, Scope::OperatorWrite],
        sender: None,
        revoked_at: None,
    }
}

/// A phone of a driver.
pub fn device(ids: &mut Ids, operator: OperatorId, driver: DriverId) -> Device {
    Device { id: ids.device(), operator, driver, label: "phone".to_owned(), revoked_at: None }
}

/// A region of the operator around every place of this crate, live since [`DAY`].
pub fn region(ids: &mut Ids, operator: OperatorId) -> Region {
    let area = r#"{"type":"Polygon","coordinates":[[[7.40,43.72],[7.45,43.72],[7.45,43.76],[7.40,43.76],[7.40,43.72]]]}"#;
    Region { id: ids.region(), operator, name: "Monaco".to_owned(), area: area.to_owned(), live_from: DAY }
}

/// An ordinary parcel of the operator for nobody yet, to be delivered on [`DAY`].
pub fn parcel(ids: &mut Ids, operator: OperatorId) -> Parcel {
    let id = ids.parcel();
    Parcel {
        id,
        operator,
        tracking_number: number_of(id),
        order: Some(ids.order()),
        recipient: None,
        buyer: None,
        sender: Personal::new("A shop"),
        kind: ParcelKind::Ordinary,
        visibility: Rules::default(),
        carrier: Carrier::Own,
        day: Some(DAY),
        promise: None,
        status: Status::InTransit,
        door: Some(door(0)),
        address: Some(Personal::new("1 Quay\n98000 Monaco")),
        on_tour: None,
        wishes: doorstep_domain::Wishes::default(),
        photo_at: None,
        rating: None,
    }
}

/// Adds an operator, one recipient of it, and one driver named "A driver".
///
/// # Errors
/// When the store refuses it.
pub async fn settle_in(
    store: &dyn Store,
    ids: &mut Ids,
) -> Result<(Operator, Account, DriverId), StoreError> {
    let operator = operator(ids);
    let account = recipient(ids, operator.id);
    let driver = ids.driver();
    store.put_operator(operator.clone()).await?;
    store.insert_account(account.clone()).await?;
    store.put_driver(driver, operator.id, Personal::new("A driver")).await?;
    Ok((operator, account, driver))
}

/// A tracking number as short as people like them, made of the parcel's identity.
fn number_of(id: ParcelId) -> String {
    format!("RP{:012}", id.as_u128() % 1_000_000_000_000)
}
