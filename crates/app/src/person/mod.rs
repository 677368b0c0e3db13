//! All that is stored of one person, for that person.

mod account;
mod driver;

use anyhow::{Context as _, Result, bail};
use doorstep_domain::{DriverId, OperatorId};
use doorstep_store::{Account, AuditEntry, PAGE_MAX, Store};
use serde_json::{Value, json};

pub(crate) use account::of_account;
pub(crate) use driver::of_driver;

/// The account with an e-mail address.
///
/// # Errors
/// When there is none.
pub(crate) async fn account(store: &dyn Store, email: &str) -> Result<Account> {
    store.find_account_by_email(email).await?.with_context(|| {
        format!(
            "nobody has an account with {email}: nothing is stored of them, or they are forgotten already"
        )
    })
}

/// The driver with a name or an id.
///
/// # Errors
/// When there is none, or more than one.
pub(crate) async fn driver(store: &dyn Store, operator: OperatorId, who: &str) -> Result<DriverId> {
    let drivers = store.list_drivers(operator).await?;
    let is_meant = |id: &DriverId, name: &str| name == who || id.to_string() == who;
    let meant: Vec<DriverId> =
        drivers.iter().filter(|(id, name)| is_meant(id, name.reveal())).map(|(id, _)| *id).collect();
    match meant.as_slice() {
        [one] => Ok(*one),
        [] => bail!("no driver is called {who:?} or has this id; for a recipient give the e-mail address"),
        several => {
            let ids: Vec<String> = several.iter().map(DriverId::to_string).collect();
            bail!("several drivers are called {who:?}; name one by id: {}", ids.join(", "))
        }
    }
}

/// The records of what staff did that pass, the newest first.
async fn audit(
    store: &dyn Store,
    operator: OperatorId,
    pass: impl Fn(&AuditEntry) -> bool,
) -> Result<Vec<Value>> {
    let (mut records, mut after) = (Vec::new(), None);
    loop {
        let page = store.list_audit(operator, after, PAGE_MAX).await?;
        let told = page.rows.iter().filter(|entry| pass(entry)).map(|entry| {
            json!({
                "at": entry.at,
                "by": entry.by.to_string(),
                "deed": entry.deed.as_str(),
                "subject": entry.subject,
            })
        });
        records.extend(told);
        after = page.next;
        if after.is_none() {
            return Ok(records);
        }
    }
}
