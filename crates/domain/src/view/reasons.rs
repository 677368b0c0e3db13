//! Why what a recipient sees changed, in their terms.

use super::{Because, Reason, TrackingView};
use crate::release::Bulletin;
use crate::tour::ParcelProgress;
use crate::{Parcel, ParcelKind};

/// The reasons that the recipient of a parcel is told, newest first.
pub(super) fn reasons(
    bulletin: &Bulletin,
    progress: &ParcelProgress,
    parcel: &Parcel,
    stale: bool,
) -> Vec<Reason> {
    let until = progress.outcome.map(|outcome| outcome.at);
    let news = bulletin.stop(progress.stop);
    let of_stop = news.map(|stop| stop.reasons.as_slice()).unwrap_or_default();
    let rose_at = news.and_then(|stop| stop.foretold?.rose_at);
    let lost = bulletin.heard_at.filter(|_| stale).map(|at| Reason { at, because: Because::SignalLost });
    let mut told: Vec<Reason> = bulletin
        .reasons
        .iter()
        .chain(of_stop)
        .copied()
        .chain(lost)
        .chain(rose_at.map(|at| Reason { at, because: Because::DriverChoseAnotherOrder }))
        .map(|reason| Reason { at: bulletin.told_at(reason.at), ..reason })
        .chain(instructed(progress))
        .filter(|reason| until.is_none_or(|until| reason.at <= until))
        .filter(|reason| parcel.kind == ParcelKind::Ordinary || says_nothing_of_the_way(reason.because))
        .collect();
    told.sort_by(|a, b| b.at.cmp(&a.at).then(b.because.cmp(&a.because)));
    told.dedup_by_key(|reason| reason.because);
    told.truncate(TrackingView::REASONS_MAX);
    told
}

fn instructed(progress: &ParcelProgress) -> Option<Reason> {
    let because = match progress.instruction {
        Some(_) => Because::InstructionGiven,
        None => Because::InstructionWithdrawn,
    };
    progress.instructed_at.map(|at| Reason { at, because })
}

/// Gift, confidential and high-value parcels are told time only: nothing that counts stops or follows the driver.
fn says_nothing_of_the_way(because: Because) -> bool {
    matches!(
        because,
        Because::TourStarted
            | Because::InstructionGiven
            | Because::InstructionWithdrawn
            | Because::StopSkipped
            | Because::PutLater
    )
}
