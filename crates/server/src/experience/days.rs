//! The experience of days that have begun, kept while it is used.

use std::sync::Arc;

use dashmap::DashMap;
use doorstep_domain::OperatorId;
use doorstep_domain::prediction::Experience;
use doorstep_store::{Operator, Store, StoreError};
use jiff::Timestamp;
use jiff::civil::Date;

use super::experience_at;

/// What tours of days that have begun use, by operator and day.
#[derive(Default)]
pub(crate) struct Experiences(DashMap<(OperatorId, Date), Arc<Experience>>);

impl Experiences {
    /// What tours of an operator use on a day; `None` before it has begun.
    ///
    /// # Errors
    /// When the database fails.
    pub(crate) async fn of(
        &self,
        store: &dyn Store,
        operator: &Operator,
        day: Date,
        now: Timestamp,
    ) -> Result<Option<Arc<Experience>>, StoreError> {
        let key = (operator.id, day);
        if let Some(known) = self.0.get(&key) {
            return Ok(Some(known.clone()));
        }
        let read = experience_at(store, operator, day, now).await?;
        // Whoever came first is right: all tours of a day use the same.
        Ok(read.map(|read| self.0.entry(key).or_insert(read).clone()))
    }

    /// Forgets what an operator learnt.
    pub(crate) fn forget(&self, operator: OperatorId) {
        self.0.retain(|(theirs, _), _| *theirs != operator);
    }

    /// Forgets days that no tour needs any more.
    pub(crate) fn forget_before(&self, day: Date) {
        self.0.retain(|(_, known), _| *known >= day);
    }
}
