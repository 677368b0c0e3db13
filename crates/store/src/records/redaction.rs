//! What kept events tell of one person: to be taken out of them, or to be shown. The events stay, so that a log has no gaps; what told of a person does not.

use std::collections::BTreeSet;

use doorstep_domain::{Happening, ParcelId, PlannedStop, StopId, TourEvent};

/// Takes out what was asked for in words about such a parcel; `false` when there are none.
pub fn take_note(event: &mut TourEvent, is_meant: impl FnOnce(ParcelId) -> bool) -> bool {
    match &mut event.what {
        Happening::InstructionGiven { parcel, instruction: Some(asked), .. } => {
            is_meant(*parcel) && asked.forget()
        }
        Happening::AccessNoted { parcel, access, .. } => {
            is_meant(*parcel) && !std::mem::take(access).is_empty()
        }
        Happening::PlaceMarked { parcel, mark, .. } => is_meant(*parcel) && !std::mem::take(mark).is_empty(),
        _ => false,
    }
}

/// What logs tell of one person: where they live, and what they asked for.
#[derive(Debug, Clone, Default)]
pub struct Redaction {
    parcels: BTreeSet<ParcelId>,
    stops: BTreeSet<StopId>,
}

impl Redaction {
    /// What logs tell of whom these parcels are for.
    pub fn of(parcels: impl IntoIterator<Item = ParcelId>) -> Self {
        Self { parcels: parcels.into_iter().collect(), stops: BTreeSet::new() }
    }

    /// Stops that were met so far at which they get something, and to be forgotten nobody else.
    pub fn stops(&self) -> &BTreeSet<StopId> {
        &self.stops
    }

    /// Takes it out of the next event of a log; `false` when the event tells nothing of it.
    pub fn apply(&mut self, event: &mut TourEvent) -> bool {
        match &mut event.what {
            Happening::Planned(plan) => self.clear(&mut plan.stops),
            Happening::StopsAdded { stops, .. } => self.clear(stops),
            Happening::StopMoved { stop, .. } if self.stops.contains(stop) => {
                // A move without a place is none: this one changes nothing.
                event.what = Happening::Resequenced { order: Vec::new() };
                true
            }
            Happening::InstructionGiven { parcel, instruction, .. } if self.parcels.contains(parcel) => {
                instruction.take().is_some()
            }
            Happening::PlaceMarked { parcel, mark, .. } if self.parcels.contains(parcel) => {
                !std::mem::take(mark).is_empty()
            }
            Happening::AccessNoted { parcel, access, .. } if self.parcels.contains(parcel) => {
                !std::mem::take(access).is_empty()
            }
            _ => false,
        }
    }

    /// What an event tells of them, without what it tells of others; `None` when that is nothing.
    pub fn extract(&mut self, mut event: TourEvent) -> Option<TourEvent> {
        let tells = match &mut event.what {
            Happening::Planned(plan) => {
                (plan.driver, plan.vehicle, plan.start, plan.travel) = (None, None, None, None);
                self.keep(&mut plan.stops)
            }
            Happening::StopsAdded { after, stops } => {
                *after = None;
                self.keep(stops)
            }
            Happening::PutLater { parcel, order, .. } => {
                order.clear();
                self.parcels.contains(parcel)
            }
            Happening::Arrived { stop }
            | Happening::Departed { stop: Some(stop) }
            | Happening::Served { stop }
            | Happening::Skipped { stop }
            | Happening::StopMoved { stop, .. } => self.stops.contains(stop),
            Happening::Scanned { parcel }
            | Happening::Attempted { parcel, .. }
            | Happening::Delivered { parcel, .. }
            | Happening::ParcelMoved { parcel, .. }
            | Happening::InstructionGiven { parcel, .. }
            | Happening::AccessNoted { parcel, .. }
            | Happening::PlaceMarked { parcel, .. }
            | Happening::InstructionSeen { parcel, .. }
            | Happening::DoorCodeGiven { parcel, .. }
            | Happening::DoorCodeRenewed { parcel } => self.parcels.contains(parcel),
            Happening::ParcelsAdded { parcels, .. } | Happening::ParcelsRemoved { parcels } => {
                parcels.retain(|parcel| self.parcels.contains(parcel));
                !parcels.is_empty()
            }
            _ => false,
        };
        tells.then_some(event)
    }

    /// Keeps the stops at which they get something, and of each what they get.
    fn keep(&mut self, stops: &mut Vec<PlannedStop>) -> bool {
        for stop in stops.iter_mut() {
            stop.parcels.retain(|parcel| self.parcels.contains(parcel));
        }
        stops.retain(|stop| !stop.parcels.is_empty());
        self.stops.extend(stops.iter().map(|stop| stop.id));
        !stops.is_empty()
    }

    fn clear(&mut self, stops: &mut [PlannedStop]) -> bool {
        let mut changed = false;
        for stop in stops {
            let is_theirs = |parcel| self.parcels.contains(parcel);
            if !stop.parcels.is_empty() && stop.parcels.iter().all(is_theirs) {
                self.stops.insert(stop.id);
            }
            if self.stops.contains(&stop.id) {
                changed |= stop.place.take().is_some();
            }
        }
        changed
    }
}
