//! What staff did that others must be able to read about.

use doorstep_domain::OperatorId;
use jiff::Timestamp;

use super::{Actor, Page};
use crate::Answer;

/// What is recorded when staff did it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Deed {
    /// They looked at what a recipient sees, or would see.
    Previewed,
    /// They added an area.
    RegionAdded,
    /// They removed one.
    RegionRemoved,
    /// They looked at where a driver is or was: at one tour, or at all tours of a day.
    Looked,
    /// They forgot someone; nothing tells whom.
    PersonForgotten,
    /// They said that a parcel of high value was delivered, without its recipient's code.
    DeliveredWithoutCode,
    /// They had a new code made for one.
    DoorCodeRenewed,
}

/// A record of what staff did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditEntry {
    /// The operator.
    pub operator: OperatorId,
    /// When.
    pub at: Timestamp,
    /// Who.
    pub by: Actor,
    /// What.
    pub deed: Deed,
    /// The identity of the parcel, region or tour, or the service day, as text; empty where there is none.
    pub subject: String,
}

/// Records of what staff did. They are written before it is done: what cannot be recorded is not done.
pub trait Audit: Send + Sync {
    /// Adds a record.
    fn record(&self, entry: AuditEntry) -> Answer<'_, ()>;

    /// The records of an operator, the newest first.
    fn list_audit(
        &self,
        operator: OperatorId,
        after: Option<String>,
        limit: u32,
    ) -> Answer<'_, Page<AuditEntry>>;

    /// The records of one deed that are about any of these subjects, from an instant on, the newest first.
    fn list_audit_about(
        &self,
        operator: OperatorId,
        deed: Deed,
        subjects: Vec<String>,
        from: Timestamp,
        limit: u32,
    ) -> Answer<'_, Vec<AuditEntry>>;

    /// Deletes the records from before an instant; how many there were.
    fn delete_audit_before(&self, at: Timestamp) -> Answer<'_, u64>;
}

impl Deed {
    /// Every deed.
    pub const ALL: [Self; 7] = [
        Self::Previewed,
        Self::RegionAdded,
        Self::RegionRemoved,
        Self::Looked,
        Self::PersonForgotten,
        Self::DeliveredWithoutCode,
        Self::DoorCodeRenewed,
    ];

    /// Its word.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Previewed => "previewed",
            Self::RegionAdded => "region_added",
            Self::RegionRemoved => "region_removed",
            Self::Looked => "looked",
            Self::PersonForgotten => "person_forgotten",
            Self::DeliveredWithoutCode => "delivered_without_code",
            Self::DoorCodeRenewed => "door_code_renewed",
        }
    }
}
