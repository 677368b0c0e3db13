//! What the records keep of parcels whose story is over.

use doorstep_domain::{OutcomeView, Parcel, Report, Status};

use super::Live;
use crate::error::ApiError;

/// What a record keeps beside the parcel, of one whose story is over.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Ended {
    /// How it ended: the log of the tour that brought it may be forgotten.
    pub(super) outcome: Option<OutcomeView>,
    /// What its recipient reported last.
    pub(super) report: Option<Report>,
}

impl Live {
    /// How a parcel's story ended, as the records keep it.
    pub(super) async fn ended(&self, parcel: &Parcel) -> Result<Ended, ApiError> {
        if !is_over(parcel.status) {
            return Ok(Ended::default());
        }
        let outcome = self.store.find_outcome(parcel.id).await?;
        Ok(Ended { outcome, report: self.store.find_report(parcel.id).await? })
    }
}

/// Whether a parcel's story is over as far as its record tells.
pub(crate) fn is_over(status: Status) -> bool {
    matches!(
        status,
        Status::Delivered
            | Status::AvailableForPickup
            | Status::Attempted
            | Status::Returned
            | Status::Cancelled
    )
}
