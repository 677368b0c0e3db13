//! From what an operator tells of new parcels to their records.

use std::collections::BTreeMap;

use doorstep_domain::visibility::Rules;
use doorstep_domain::{OperatorId, OrderId, Parcel, ParcelId, Personal, Place, RecipientId, Status, Wishes};
use doorstep_store::{Role, Store};
use doorstep_wire::parcel::ParcelJson;
use doorstep_wire::problem::InputProblem;
use jiff::civil::Date;

use super::super::super::ids::derived;
use crate::error::ApiError;

/// A new parcel.
pub(in crate::api::operator) struct New {
    /// Where the request tells of it, such as `stops[2].parcels[0]`.
    pub(in crate::api::operator) at: String,
    /// Its identity.
    pub(in crate::api::operator) id: ParcelId,
    /// What is told.
    pub(in crate::api::operator) told: ParcelJson,
    /// What holds where nothing is told.
    pub(in crate::api::operator) otherwise: Otherwise,
}

/// What holds of a new parcel where nothing is told.
#[derive(Debug, Clone, Default)]
pub(in crate::api::operator) struct Otherwise {
    pub(in crate::api::operator) day: Option<Date>,
    pub(in crate::api::operator) door: Option<Place>,
    pub(in crate::api::operator) address: Option<Personal>,
    pub(in crate::api::operator) status: Status,
}

/// The records of new parcels, and everything that is wrong with them.
pub(in crate::api::operator) async fn records(
    store: &dyn Store,
    operator: OperatorId,
    new: Vec<New>,
) -> Result<(Vec<Parcel>, Vec<InputProblem>), ApiError> {
    let mut records = Vec::with_capacity(new.len());
    let mut problems = Vec::new();
    let mut recipients = Recipients::new(store, operator);
    for parcel in new {
        let taken = store.find_parcel_by_number(operator, &parcel.told.tracking_number).await?;
        if taken.is_some_and(|known| known.id != parcel.id) {
            let at = format!("{}tracking_number", prefix(&parcel.at));
            let detail = "there is a parcel with this tracking number already";
            problems.push(InputProblem::new(at, "tracking_number_taken", detail));
        }
        let told = (parcel.told.recipient_email.as_ref(), parcel.told.buyer_email.as_ref());
        match recipients.named(told, &parcel.at).await? {
            Ok(named) => records.push(record(operator, parcel, named)),
            Err(unknown) => problems.extend(unknown),
        }
    }
    Ok((records, problems))
}

/// The problem of a parcel that names someone who has no account.
fn unknown_recipient(at: &str, field: &str) -> InputProblem {
    let detail = "there is no recipient with this e-mail address; add them first";
    InputProblem::new(format!("{}{field}", prefix(at)), "unknown_recipient", detail)
}

fn prefix(at: &str) -> String {
    if at.is_empty() { String::new() } else { format!("{at}.") }
}

fn record(operator: OperatorId, parcel: New, people: Named) -> Parcel {
    let New { id, told, otherwise, .. } = parcel;
    Parcel {
        id,
        operator,
        tracking_number: told.tracking_number,
        order: told.order.map(|order| order_id(operator, &order)),
        recipient: people.recipient,
        buyer: people.buyer,
        sender: told.sender,
        kind: told.kind.into(),
        visibility: Rules::default(),
        carrier: told.carrier.map(Into::into).unwrap_or_default(),
        day: told.day.or(otherwise.day),
        promise: told.promise,
        status: told.status.map_or(otherwise.status, Into::into),
        door: told.door.or(otherwise.door),
        address: told.address.or(otherwise.address),
        on_tour: None,
        wishes: Wishes::default(),
        photo_at: None,
        rating: None,
    }
}

/// An order has no record of its own: the same text of the same operator is the same order.
fn order_id(operator: OperatorId, text: &str) -> OrderId {
    OrderId::from_u128(derived("order", &[&operator.to_bytes(), text.as_bytes()]))
}

/// The operator's recipients by e-mail address, each looked up once.
pub(super) struct Recipients<'a> {
    store: &'a dyn Store,
    operator: OperatorId,
    known: BTreeMap<Personal, Result<RecipientId, Unknown>>,
}

/// Whom a parcel names.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Named {
    pub(super) recipient: Option<RecipientId>,
    pub(super) buyer: Option<RecipientId>,
}

/// There is no such recipient.
#[derive(Debug, Clone, Copy)]
struct Unknown;

impl<'a> Recipients<'a> {
    pub(super) fn new(store: &'a dyn Store, operator: OperatorId) -> Self {
        Self { store, operator, known: BTreeMap::new() }
    }

    /// The accounts with these addresses, of a recipient and of a buyer, or what is wrong with them.
    pub(super) async fn named(
        &mut self,
        (recipient, buyer): (Option<&Personal>, Option<&Personal>),
        at: &str,
    ) -> Result<Result<Named, Vec<InputProblem>>, ApiError> {
        Ok(match (self.find(recipient).await?, self.find(buyer).await?) {
            (Ok(recipient), Ok(buyer)) => Ok(Named { recipient, buyer }),
            (recipient, buyer) => {
                let wrong = [(recipient, "recipient_email"), (buyer, "buyer_email")];
                let wrong = wrong.into_iter().filter(|(found, _)| found.is_err());
                Err(wrong.map(|(_, field)| unknown_recipient(at, field)).collect())
            }
        })
    }

    /// The recipient with this address; none where there is no address.
    async fn find(
        &mut self,
        email: Option<&Personal>,
    ) -> Result<Result<Option<RecipientId>, Unknown>, ApiError> {
        let Some(email) = email else { return Ok(Ok(None)) };
        if let Some(known) = self.known.get(email) {
            return Ok(known.map(Some));
        }
        let account = self.store.find_account_by_email(email.reveal()).await?;
        let own = account.filter(|found| found.operator == self.operator && found.role == Role::Recipient);
        let found = own.map(|account| account.id).ok_or(Unknown);
        self.known.insert(email.clone(), found);
        Ok(found.map(Some))
    }
}
