//! Whether an event is let into the log at all.
//!
//! This is the only place that refuses: once an event is in the log, the fold takes it as it is. Refusing one event of
//! a batch leaves the others alone.

mod refusal;

use std::collections::{BTreeMap, BTreeSet};

use jiff::{SignedDuration, Timestamp};

pub use refusal::Refusal;

use crate::tour::{DoorCode, Lifecycle, Phase, StopState, Turn};
use crate::{EventId, Fix, Happening, Outcome, ParcelId, Plan, StopId, TourEvent, TourState};

/// A device's clock may be this far ahead without a word.
const AHEAD_FORGIVEN: SignedDuration = SignedDuration::from_secs(120);
/// A clock that is farther ahead than this is broken.
const AHEAD_MAX: SignedDuration = SignedDuration::from_hours(24);
/// Events that were kept offline longer than this belong to no running tour.
const BEHIND_MAX: SignedDuration = SignedDuration::from_hours(72);
/// A difference between sending and receiving that the network cannot explain is the clock's.
const CLOCK_ERROR_MIN: SignedDuration = SignedDuration::from_secs(60);

/// An event that someone wants to add to a tour.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// Its identity.
    pub id: EventId,
    /// When it happened, in the sender's clock.
    pub at: Timestamp,
    /// When it was sent, in the sender's clock; it tells how wrong that clock is.
    pub sent_at: Option<Timestamp>,
    /// What happened.
    pub what: Happening,
}

impl Draft {
    /// When it happened in the server's clock, as far as the sender's can be corrected.
    pub fn corrected_at(&self, received_at: Timestamp) -> Timestamp {
        let clock_error = self
            .sent_at
            .map(|sent_at| received_at.duration_since(sent_at))
            .filter(|error| error.abs() >= CLOCK_ERROR_MIN)
            .unwrap_or_default();
        self.at.checked_add(clock_error).unwrap_or(self.at)
    }
}

/// Who wants to add an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// The driver, through a phone or tracker.
    Driver,
    /// The operator's own systems and people.
    Operator,
    /// The recipient of a parcel of the tour.
    Recipient,
}

/// The largest number of fixes of a tour: two days of one every five seconds.
pub const FIXES_MAX: usize = 35_000;
/// The largest number of other events of a tour.
pub const HAPPENINGS_MAX: usize = 20_000;

/// Judges one event of a tour without anything guarded.
///
/// # Errors
/// The reason why it is not let in.
pub fn admit(
    state: &TourState,
    draft: Draft,
    received_at: Timestamp,
    source: Source,
) -> Result<TourEvent, Refusal> {
    let event = timed(draft, received_at)?;
    let nothing = BTreeSet::new();
    let mut desk = Desk::new(state, source, &nothing);
    desk.expect(&event);
    desk.judge(&event)?;
    Ok(event)
}

/// Judges a batch: each event as if those before it in time were in the tour already, whatever order they stand in.
/// One answer for each draft, in the order of the drafts. What is `guarded` a driver hands over only against a code; a
/// wrong one is let in, so that it counts.
pub fn admit_all(
    state: &TourState,
    drafts: Vec<Draft>,
    received_at: Timestamp,
    source: Source,
    guarded: &BTreeSet<ParcelId>,
) -> Vec<Result<TourEvent, Refusal>> {
    let mut desk = Desk::new(state, source, guarded);
    let timed: Vec<Result<TourEvent, Refusal>> =
        drafts.into_iter().map(|draft| timed(draft, received_at)).collect();
    let mut first_passes: Vec<&TourEvent> = timed.iter().flatten().collect();
    first_passes.sort_by_key(|event| event.at);
    for event in first_passes {
        if desk.may_say(&event.what).is_ok() {
            desk.expect(event);
        }
    }
    timed
        .into_iter()
        .map(|event| {
            let event = event?;
            desk.judge(&event)?;
            desk.make_room(&event);
            Ok(event)
        })
        .collect()
}

/// The event in the server's clock.
fn timed(draft: Draft, received_at: Timestamp) -> Result<TourEvent, Refusal> {
    let at = draft.corrected_at(received_at);
    let ahead = at.duration_since(received_at);
    if ahead > AHEAD_MAX {
        return Err(Refusal::ClockAhead { ahead });
    }
    if -ahead > BEHIND_MAX {
        return Err(Refusal::TooOld);
    }
    let at = if ahead > AHEAD_FORGIVEN { received_at } else { at };
    Ok(TourEvent { id: draft.id, at, received_at, what: without_speed(draft.what) })
}

/// How fast a driver goes and where to is kept of nobody: nothing is foretold from it, and devices say it unasked.
fn without_speed(what: Happening) -> Happening {
    match what {
        Happening::Fix(fix) => Happening::Fix(Fix { speed: None, course: None, ..fix }),
        other => other,
    }
}

/// What the tour will be once the batch is in it.
struct Desk<'a> {
    state: &'a TourState,
    source: Source,
    lifecycle: Lifecycle,
    stops: BTreeSet<StopId>,
    parcels: BTreeSet<ParcelId>,
    /// How many fixes and other events the tour will have.
    fixes: usize,
    happenings: usize,
    /// Parcels that a driver hands over only against a code.
    guarded: &'a BTreeSet<ParcelId>,
    /// What became of the codes of those that the batch tells one of.
    door_codes: BTreeMap<ParcelId, DoorCode>,
}

impl<'a> Desk<'a> {
    fn new(state: &'a TourState, source: Source, guarded: &'a BTreeSet<ParcelId>) -> Self {
        Self {
            state,
            source,
            guarded,
            door_codes: BTreeMap::new(),
            lifecycle: state.lifecycle().clone(),
            stops: BTreeSet::new(),
            parcels: BTreeSet::new(),
            fixes: state.fix_count(),
            happenings: state.happening_count(),
        }
    }

    fn expect(&mut self, event: &TourEvent) {
        match &event.what {
            Happening::Started => self.lifecycle.turn(event.at, Turn::Started),
            Happening::BreakBegun => self.lifecycle.turn(event.at, Turn::BreakBegun),
            Happening::BreakEnded => self.lifecycle.turn(event.at, Turn::BreakEnded),
            Happening::Ended => self.lifecycle.turn(event.at, Turn::Ended),
            Happening::StopsAdded { stops, .. } => self.expect_stops(stops),
            Happening::Planned(plan) => self.expect_stops(&plan.stops),
            Happening::ParcelsAdded { parcels, .. } => self.parcels.extend(parcels),
            _ => {}
        }
    }

    fn expect_stops(&mut self, stops: &[crate::PlannedStop]) {
        for stop in stops {
            self.stops.insert(stop.id);
            self.parcels.extend(&stop.parcels);
        }
    }

    fn judge(&self, event: &TourEvent) -> Result<(), Refusal> {
        self.may_say(&event.what)?;
        self.has_room(&event.what)?;
        self.knows(&event.what)?;
        self.fits_the_life(event)?;
        fits_itself(&event.what)?;
        self.fits_the_door(&event.what)
    }

    fn may_say(&self, what: &Happening) -> Result<(), Refusal> {
        use Happening as H;
        let allowed = match self.source {
            // Whether the map is hidden is for the driver alone to say.
            Source::Operator => !matches!(
                what,
                H::InstructionGiven { .. }
                    | H::AccessNoted { .. }
                    | H::PlaceMarked { .. }
                    | H::PutLater { .. }
                    | H::InstructionSeen { .. }
                    | H::MapHidden
                    | H::MapShown
                    | H::DoorCodeGiven { .. }
            ),
            Source::Recipient => {
                matches!(
                    what,
                    H::InstructionGiven { .. }
                        | H::AccessNoted { .. }
                        | H::PlaceMarked { .. }
                        | H::PutLater { .. }
                )
            }
            Source::Driver => matches!(
                what,
                H::Started
                    | H::Fix(_)
                    | H::Arrived { .. }
                    | H::Departed { .. }
                    | H::Scanned { .. }
                    | H::Attempted { .. }
                    | H::Delivered { .. }
                    | H::Served { .. }
                    | H::Skipped { .. }
                    | H::BreakBegun
                    | H::BreakEnded
                    | H::MapHidden
                    | H::MapShown
                    | H::DoorCodeGiven { .. }
                    | H::InstructionSeen { .. }
                    | H::Ended
            ),
        };
        if allowed { Ok(()) } else { Err(Refusal::NotAllowed) }
    }

    fn has_room(&self, what: &Happening) -> Result<(), Refusal> {
        let full = match what {
            Happening::Fix(_) => self.fixes >= FIXES_MAX,
            _ => self.happenings >= HAPPENINGS_MAX,
        };
        if full { Err(Refusal::TourFull) } else { Ok(()) }
    }

    /// Counts an event that was let in, unless the tour has it already.
    fn make_room(&mut self, event: &TourEvent) {
        if self.state.is_doubled(event) {
            return;
        }
        match event.what {
            Happening::Fix(_) => self.fixes += 1,
            _ => self.happenings += 1,
        }
        if let Happening::DoorCodeGiven { parcel, is_right } = event.what {
            let mut code = self.door_code(parcel);
            code.given(is_right);
            self.door_codes.insert(parcel, code);
        }
    }

    fn knows(&self, what: &Happening) -> Result<(), Refusal> {
        use Happening as H;
        match what {
            H::Arrived { stop } | H::Served { stop } | H::Skipped { stop } | H::StopMoved { stop, .. } => {
                self.stop(*stop)
            }
            H::Departed { stop } => stop.map_or(Ok(()), |stop| self.stop(stop)),
            H::Scanned { parcel }
            | H::Attempted { parcel, .. }
            | H::Delivered { parcel, .. }
            | H::DoorCodeGiven { parcel, .. }
            | H::DoorCodeRenewed { parcel }
            | H::InstructionSeen { parcel, .. } => self.parcel(*parcel),
            H::Resequenced { order } | H::StopsRemoved { stops: order } => {
                order.iter().try_for_each(|s| self.stop(*s))
            }
            H::StopsAdded { after, .. } => after.map_or(Ok(()), |stop| self.stop(stop)),
            H::ParcelsAdded { stop, .. } => self.stop(*stop),
            H::ParcelsRemoved { parcels } => parcels.iter().try_for_each(|parcel| self.parcel(*parcel)),
            H::ParcelMoved { parcel, stop } => self.parcel(*parcel).and(self.stop(*stop)),
            H::InstructionGiven { parcel, version, .. }
            | H::AccessNoted { parcel, version, .. }
            | H::PlaceMarked { parcel, version, .. } => self.may_still_wish(*parcel, *version),
            H::PutLater { parcel, version, .. } => {
                // Once for each parcel: so what all its wishes cost the tour has a limit.
                let is_put_later = self.state.parcel(*parcel).is_some_and(|known| known.not_before.is_some());
                if is_put_later { Err(Refusal::TooLate) } else { self.may_still_wish(*parcel, *version) }
            }
            H::Planned(_)
            | H::Started
            | H::Fix(_)
            | H::BreakBegun
            | H::BreakEnded
            | H::MapHidden
            | H::MapShown
            | H::HandedOver { .. }
            | H::Ended => Ok(()),
        }
    }

    fn stop(&self, stop: StopId) -> Result<(), Refusal> {
        let known = self.state.stop(stop).is_some() || self.stops.contains(&stop);
        if known { Ok(()) } else { Err(Refusal::UnknownStop) }
    }

    fn parcel(&self, parcel: ParcelId) -> Result<(), Refusal> {
        let known = self.state.parcel(parcel).is_some() || self.parcels.contains(&parcel);
        if known { Ok(()) } else { Err(Refusal::UnknownParcel) }
    }

    /// Each change bears the number after the one that its sender saw: so the second of two at once is refused.
    fn may_still_wish(&self, parcel: ParcelId, version: u32) -> Result<(), Refusal> {
        let known = self.state.parcel(parcel).ok_or(Refusal::UnknownParcel)?;
        let stop = self.state.stop(known.stop).map(|stop| stop.state);
        if !wishes_open(stop, known.outcome.is_some(), self.state.phase()) {
            return Err(Refusal::TooLate);
        }
        let is_next = known.wishes_version == 0 || version == known.wishes_version.saturating_add(1);
        if is_next { Ok(()) } else { Err(Refusal::ChangedMeanwhile) }
    }

    /// A driver hands what is guarded to its recipient, who told the code, or to nobody.
    fn fits_the_door(&self, what: &Happening) -> Result<(), Refusal> {
        match what {
            Happening::DoorCodeGiven { parcel, .. } if self.door_code(*parcel).tries_left() == 0 => {
                Err(Refusal::DoorCodeLocked)
            }
            Happening::Delivered { parcel, outcome } if self.is_guarded(*parcel) => match outcome {
                Outcome::DeliveredToRecipient if self.door_code(*parcel).is_verified() => Ok(()),
                Outcome::DeliveredToRecipient => Err(Refusal::DoorCodeMissing),
                _ => Err(Refusal::RecipientOnly),
            },
            _ => Ok(()),
        }
    }

    fn is_guarded(&self, parcel: ParcelId) -> bool {
        self.source == Source::Driver && self.guarded.contains(&parcel)
    }

    fn door_code(&self, parcel: ParcelId) -> DoorCode {
        let told = || Some(self.state.parcel(parcel)?.door_code);
        self.door_codes.get(&parcel).copied().or_else(told).unwrap_or_default()
    }

    /// What tells of a driver is kept only where the tour was under way.
    fn fits_the_life(&self, event: &TourEvent) -> Result<(), Refusal> {
        // Whoever tells where a driver is: outside the tour it is nobody's business.
        if self.source != Source::Driver && !matches!(event.what, Happening::Fix(_)) {
            return Ok(());
        }
        let phase = match event.what {
            // The turn itself is part of the life that is looked at: ask for the phase just before it.
            Happening::Started | Happening::BreakBegun | Happening::BreakEnded | Happening::Ended => {
                return match self.lifecycle.phase_at(event.at - SignedDuration::from_nanos(1)) {
                    Phase::Ended { .. } => Err(Refusal::TourEnded),
                    Phase::NotStarted if event.what != Happening::Started => Err(Refusal::TourNotStarted),
                    _ => Ok(()),
                };
            }
            _ => self.lifecycle.phase_at(event.at),
        };
        match phase {
            Phase::Underway { .. } => Ok(()),
            // Work may be noted in a break; where the driver is may not.
            Phase::OnBreak { .. } if !matches!(event.what, Happening::Fix(_)) => Ok(()),
            Phase::OnBreak { .. } => Err(Refusal::OnBreak),
            Phase::NotStarted => Err(Refusal::TourNotStarted),
            Phase::Ended { .. } => Err(Refusal::TourEnded),
        }
    }
}

/// Whether a recipient may still ask for something about a parcel that goes to a stop in this state.
pub(crate) fn wishes_open(stop: Option<StopState>, has_outcome: bool, phase: Phase) -> bool {
    stop == Some(StopState::Remaining) && !has_outcome && !matches!(phase, Phase::Ended { .. })
}

fn fits_itself(what: &Happening) -> Result<(), Refusal> {
    let stops = match what {
        Happening::Delivered { outcome, .. } if !outcome.is_delivered() => {
            return Err(Refusal::OutcomeMismatch);
        }
        Happening::Attempted { outcome, .. } if outcome.is_delivered() => {
            return Err(Refusal::OutcomeMismatch);
        }
        Happening::InstructionGiven { instruction: Some(instruction), .. } if !instruction.is_short() => {
            return Err(Refusal::NoteTooLong);
        }
        Happening::AccessNoted { access, .. } if !access.is_short() => return Err(Refusal::NoteTooLong),
        Happening::AccessNoted { access, .. } if access.holds_code() => return Err(Refusal::HoldsCode),
        Happening::Planned(plan) => &plan.stops,
        Happening::StopsAdded { stops, .. } => stops,
        _ => return Ok(()),
    };
    if stops.len() > Plan::STOPS_MAX {
        return Err(Refusal::TooManyStops);
    }
    let distinct: BTreeSet<StopId> = stops.iter().map(|stop| stop.id).collect();
    if distinct.len() == stops.len() { Ok(()) } else { Err(Refusal::DoubledStop) }
}
