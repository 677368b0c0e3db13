//! When a driver's photo of a delivery is asked for and shown.

use serde::{Deserialize, Serialize};

use crate::ParcelKind;

/// Of which deliveries a driver may add a photo, and its recipient see it: one that nobody may see is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PhotoRule {
    /// Of none.
    Never,
    /// Of ordinary parcels: of no gift, whose box tells what is in it, nothing confidential, and nothing of high value,
    /// which is handed over.
    #[default]
    Ordinary,
    /// Of all.
    Always,
}

impl PhotoRule {
    /// Whether there may be a photo of the delivery of a parcel of a kind.
    pub fn holds(self, kind: ParcelKind) -> bool {
        match self {
            Self::Never => false,
            Self::Ordinary => kind == ParcelKind::Ordinary,
            Self::Always => true,
        }
    }
}
