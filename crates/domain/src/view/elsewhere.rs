//! Whether a parcel can still be brought on another day or to a pick-up point: as long as no driver has it.

use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::tour::Phase;
use crate::visibility::Policy;
use crate::{Carrier, OutcomeView, Parcel, ParcelKind, Status};

/// When and where a parcel could be brought instead.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Elsewhere {
    /// The days that may be chosen, soonest first, at most [`Elsewhere::DAYS_MAX`].
    pub days: Vec<Date>,
    /// Whether a pick-up point may be chosen, or given up for the door.
    pub pickup_point: bool,
}

impl Elsewhere {
    /// No more days are offered than anyone looks through.
    pub const DAYS_MAX: usize = 14;

    /// What is possible for a parcel that no tour has.
    pub(super) fn of_waiting(parcel: &Parcel, rules: &Policy, today: Date) -> Self {
        let waits = matches!(
            parcel.status,
            Status::PreTransit | Status::InTransit | Status::Delayed | Status::OnHold | Status::Attempted
        );
        if waits && parcel.carrier == Carrier::Own { Self::of(parcel, rules, today) } else { Self::default() }
    }

    /// What is possible for a parcel that a tour has: until it starts, and again once it was brought back.
    pub(super) fn of_planned(
        parcel: &Parcel,
        phase: Phase,
        outcome: Option<OutcomeView>,
        rules: &Policy,
        today: Date,
    ) -> Self {
        let is_with_driver = match outcome {
            Some(ended) => ended.outcome.is_delivered(),
            None => matches!(phase, Phase::Underway { .. } | Phase::OnBreak { .. }),
        };
        if is_with_driver { Self::default() } else { Self::of(parcel, rules, today) }
    }

    fn of(parcel: &Parcel, rules: &Policy, today: Date) -> Self {
        // What is of high value goes from hand to hand.
        let pickup_point = parcel.door.is_some() && parcel.kind != ParcelKind::HighValue;
        Self { days: days(parcel, rules, today), pickup_point }
    }
}

/// Days after the planned one, which nobody promised before; one that was asked for before may be moved again.
fn days(parcel: &Parcel, rules: &Policy, today: Date) -> Vec<Date> {
    let planned = parcel.day.filter(|_| parcel.wishes.day.is_none());
    let after = planned.map_or(today, |planned| planned.max(today));
    let Ok(last) = today.checked_add(i64::from(rules.days_ahead).days()) else { return Vec::new() };
    let ahead = after.series(1.day()).skip(1).take_while(|day| *day <= last);
    let offered = ahead.filter(|day| rules.weekdays.hold(*day) && parcel.day != Some(*day));
    if parcel.day.is_some() { offered.take(Elsewhere::DAYS_MAX).collect() } else { Vec::new() }
}
