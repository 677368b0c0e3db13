//! What staff did.

use doorstep_domain::OperatorId;
use jiff::Timestamp;

use super::{MemoryStore, newest_first, refers};
use crate::{Answer, Audit, AuditEntry, Deed, PAGE_MAX, Page};

impl Audit for MemoryStore {
    fn record(&self, entry: AuditEntry) -> Answer<'_, ()> {
        self.write(|state| {
            refers(state.operators.contains_key(&entry.operator), "audit", "operator")?;
            state.audit.push(entry);
            Ok(())
        })
    }

    fn list_audit(
        &self,
        operator: OperatorId,
        after: Option<String>,
        limit: u32,
    ) -> Answer<'_, Page<AuditEntry>> {
        self.read(move |state| {
            newest_first(&state.audit, |entry| entry.operator == operator, after.as_deref(), limit)
        })
    }

    fn list_audit_about(
        &self,
        operator: OperatorId,
        deed: Deed,
        subjects: Vec<String>,
        from: Timestamp,
        limit: u32,
    ) -> Answer<'_, Vec<AuditEntry>> {
        self.read(move |state| {
            let is_about = |entry: &&AuditEntry| {
                entry.operator == operator
                    && entry.deed == deed
                    && entry.at >= from
                    && subjects.contains(&entry.subject)
            };
            let rows = state.audit.iter().rev().filter(is_about).take(limit.min(PAGE_MAX) as usize);
            rows.cloned().collect()
        })
    }

    fn delete_audit_before(&self, at: Timestamp) -> Answer<'_, u64> {
        self.write(move |state| {
            let before = state.audit.len();
            state.audit.retain(|entry| entry.at >= at);
            Ok((before - state.audit.len()) as u64)
        })
    }
}
