//! Which of the events that someone wants to add are let in, and which are known already.

use std::collections::BTreeSet;

use doorstep_domain::admission::{Draft, Refusal, Source, admit_all};
use doorstep_domain::{EventId, Fix, Happening, ParcelId, TourEvent, TourState};
use jiff::Timestamp;

use super::append::Verdict;
use super::desk::Known;

/// Drafts after judgement.
pub(super) struct Judged {
    /// One verdict for each draft, in their order.
    pub(super) verdicts: Vec<Verdict>,
    /// The events that are let in and new, in the same order.
    pub(super) events: Vec<TourEvent>,
    /// Fixes among them whose sender's clock was corrected.
    pub(super) corrected: Vec<EventId>,
}

/// Parcels that stand in the way of events.
pub(super) struct Barred {
    /// Parcels that are not the operator's.
    pub(super) foreign: BTreeSet<ParcelId>,
    /// Parcels that are handed over only against a code.
    pub(super) guarded: BTreeSet<ParcelId>,
}

/// Judges drafts. Of what is named twice, in the log or among the drafts, the first is let in and the others are
/// doubled: a sender who did not hear the answer sends everything again, and is told that all is well. A fix is known
/// by its instant and place; one whose instant is corrected gets another one each time it is sent, so that it is known
/// by its id.
pub(super) fn judge(
    known: &Known,
    drafts: Vec<Draft>,
    barred: &Barred,
    now: Timestamp,
    source: Source,
) -> Judged {
    let state = &known.told.state;
    let is_corrected = |draft: &&Draft| is_fix(&draft.what) && draft.corrected_at(now) != draft.at;
    let mut corrected: BTreeSet<EventId> = drafts.iter().filter(is_corrected).map(|draft| draft.id).collect();
    let mut verdicts = Vec::with_capacity(drafts.len());
    let mut fresh = Vec::with_capacity(drafts.len());
    let mut ids = BTreeSet::new();
    for draft in drafts {
        let is_known = is_known(state, &draft) || known.corrected.contains(&draft.id);
        if is_known || (!is_fix(&draft.what) && !ids.insert(draft.id)) {
            verdicts.push(Some(known_already(state, &draft.what)));
        } else if parcels_of(&draft.what).any(|parcel| barred.foreign.contains(&parcel)) {
            verdicts.push(Some(Verdict::Refused(Refusal::UnknownParcel)));
        } else {
            verdicts.push(None);
            fresh.push(draft);
        }
    }
    let mut admitted = admit_all(state, fresh, now, source, &barred.guarded).into_iter();
    let mut events = Vec::new();
    let mut fixes = BTreeSet::new();
    let verdicts = verdicts
        .into_iter()
        .filter_map(|verdict| {
            verdict.or_else(|| Some(weigh(state, admitted.next()?, &mut fixes, &mut events)))
        })
        .collect();
    let taken: BTreeSet<EventId> = events.iter().map(|event| event.id).collect();
    corrected.retain(|id| taken.contains(id));
    Judged { verdicts, events, corrected: corrected.into_iter().collect() }
}

/// The parcels that an event brings onto a tour.
pub(super) fn parcels_of(what: &Happening) -> Box<dyn Iterator<Item = ParcelId> + '_> {
    match what {
        Happening::Planned(plan) => Box::new(plan.stops.iter().flat_map(|stop| stop.parcels.iter().copied())),
        Happening::StopsAdded { stops, .. } => {
            Box::new(stops.iter().flat_map(|stop| stop.parcels.iter().copied()))
        }
        Happening::ParcelsAdded { parcels, .. } => Box::new(parcels.iter().copied()),
        _ => Box::new(std::iter::empty()),
    }
}

/// What a sender is told of what is known already: of a code whether it was the right one.
fn known_already(state: &TourState, what: &Happening) -> Verdict {
    match what {
        Happening::DoorCodeGiven { parcel, .. }
            if !state.parcel(*parcel).is_some_and(|known| known.door_code.is_verified()) =>
        {
            Verdict::Refused(Refusal::DoorCodeWrong)
        }
        _ => Verdict::Doubled,
    }
}

type FixKey = (Timestamp, u64, u64);

fn weigh(
    state: &TourState,
    admitted: Result<TourEvent, Refusal>,
    fixes: &mut BTreeSet<FixKey>,
    events: &mut Vec<TourEvent>,
) -> Verdict {
    let event = match admitted {
        Ok(event) => event,
        Err(refusal) => return Verdict::Refused(refusal),
    };
    let is_doubled = match &event.what {
        Happening::Fix(fix) => state.is_doubled(&event) || !fixes.insert(key(event.at, fix)),
        _ => false,
    };
    if is_doubled {
        return Verdict::Doubled;
    }
    // A wrong code is kept, for it counts, and told as what it is.
    let is_wrong = matches!(event.what, Happening::DoorCodeGiven { is_right: false, .. });
    events.push(event);
    if is_wrong { Verdict::Refused(Refusal::DoorCodeWrong) } else { Verdict::Taken }
}

fn key(at: Timestamp, fix: &Fix) -> FixKey {
    (at, fix.place.lat().to_bits(), fix.place.lon().to_bits())
}

fn is_fix(what: &Happening) -> bool {
    matches!(what, Happening::Fix(_))
}

/// Whether an event that is no fix is in the log already. It is known by its id alone, whatever it says now.
fn is_known(state: &TourState, draft: &Draft) -> bool {
    let probe = |id: EventId| TourEvent { id, at: draft.at, received_at: draft.at, what: Happening::Started };
    !is_fix(&draft.what) && state.is_doubled(&probe(draft.id))
}
