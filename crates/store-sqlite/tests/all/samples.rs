//! Who and what the golden databases hold.

use doorstep_domain::{OperatorId, Personal, RecipientId, RegionId};
use doorstep_store::{Account, Region, Role};
use jiff::civil::Date;

pub(crate) fn account(id: RecipientId, operator: OperatorId) -> Account {
    Account {
        id,
        operator,
        role: Role::Dispatcher,
        email: Personal::new("recipient@example.org"),
        name: Personal::new("Recipient"),
        password_hash: "hash".to_owned(),
        language: Some("de".to_owned()),
        time_zone: Some("Europe/Berlin".to_owned()),
    }
}

pub(crate) fn region(operator: OperatorId, live_from: Date) -> Region {
    Region {
        id: RegionId::from_u128(9),
        operator,
        name: "Harbour".to_owned(),
        area: "{}".to_owned(),
        live_from,
    }
}
