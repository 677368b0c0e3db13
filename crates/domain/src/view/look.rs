//! From what is believed of a tour to what one recipient may see.

use std::borrow::Cow;

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};

use super::reasons::reasons;
use super::{Forecast, HiddenBecause, MapView, OutcomeView, RemainingStops, TrackingView};
use crate::admission::instruction_open;
use crate::prediction::{PredictedStop, Prediction, WindowLevel};
use crate::release::release;
use crate::tour::{ParcelProgress, Phase, StopState};
use crate::visibility::{Nearness, Offer, Policy};
use crate::{Carrier, Parcel, ParcelKind, Personal, Status, TourState, Window};

/// A vehicle that was not heard of for so long is not shown any more.
const STALE_AFTER: SignedDuration = SignedDuration::from_mins(4);
/// Where the order is not sure, larger counts than this say nothing.
const COUNTED_MAX: u16 = 11;
/// Windows begin and end at whole multiples of this: nobody's clock is better, and no second betrays a stop.
const WINDOW_STEP_S: i64 = 5 * 60;

/// What a view depends on beside tour and parcel.
#[derive(Debug, Clone, Copy)]
pub struct ViewContext<'a> {
    /// What the operator shows, and where.
    pub offer: &'a Offer,
    /// The operator's name.
    pub operator_name: &'a str,
    /// The name of the tour's driver, if there is one.
    pub driver_name: Option<&'a Personal>,
    /// The recipient's day.
    pub today: Date,
    /// Now.
    pub now: Timestamp,
}

/// What the recipient of a parcel may see now. The tour is the one that the parcel is on, if it is on any, with what is
/// foretold of it at this instant.
pub fn view(
    tour: Option<(&TourState, &Prediction)>,
    parcel: &Parcel,
    context: &ViewContext<'_>,
) -> TrackingView {
    let rules = context.offer.policy_of(parcel, context.today);
    let parcel = &*of_kind_by_rules(parcel, &rules);
    let on_tour = tour.and_then(|(tour, prediction)| Some((tour, prediction, tour.parcel(parcel.id)?)));
    match (&parcel.carrier, on_tour) {
        (Carrier::Own, Some((tour, prediction, progress))) => {
            let policy = context.offer.is_live_at(parcel.door, context.today).then_some(&rules);
            Look { tour, progress, parcel, context, rules: &rules, policy, prediction }.view()
        }
        _ => plain(parcel, context),
    }
}

/// The parcel as of the kind that it is by the rules.
fn of_kind_by_rules<'a>(parcel: &'a Parcel, rules: &Policy) -> Cow<'a, Parcel> {
    if parcel.kind == rules.kind {
        return Cow::Borrowed(parcel);
    }
    Cow::Owned(Parcel { kind: rules.kind, ..parcel.clone() })
}

/// A parcel that no tour of ours tells about.
fn plain(parcel: &Parcel, context: &ViewContext<'_>) -> TrackingView {
    let (operator, own, status_at, hidden) = match &parcel.carrier {
        Carrier::Other { name, status_at } => {
            (name.clone(), false, Some(*status_at), HiddenBecause::OtherCarrier)
        }
        Carrier::Own => (
            context.operator_name.to_owned(),
            true,
            None,
            of_kind(parcel).unwrap_or_else(|| waiting(parcel, context)),
        ),
    };
    TrackingView {
        parcel: parcel.id,
        kind: parcel.kind,
        status: parcel.status,
        operator,
        delivered_by_own_network: own,
        status_at,
        sender: sender(parcel),
        promise: parcel.promise,
        forecast: None,
        remaining_stops: None,
        driver_name: None,
        map: MapView::Hidden(hidden),
        reasons: Vec::new(),
        instruction: parcel.instruction.clone(),
        instruction_open: own && parcel.kind != ParcelKind::HighValue && is_underway(parcel.status),
        outcome: None,
        arrived_at: None,
        updated_at: status_at,
    }
}

/// Why there is no map of a parcel of ours that is on no tour.
fn waiting(parcel: &Parcel, context: &ViewContext<'_>) -> HiddenBecause {
    match parcel.status {
        Status::Delivered | Status::AvailableForPickup | Status::Returned | Status::Cancelled => {
            HiddenBecause::Delivered
        }
        _ if parcel.day == Some(context.today) => HiddenBecause::TourNotStarted,
        _ => HiddenBecause::NotDeliveryDay,
    }
}

fn is_underway(status: Status) -> bool {
    !matches!(
        status,
        Status::Delivered
            | Status::AvailableForPickup
            | Status::Returned
            | Status::Cancelled
            | Status::Attempted
    )
}

/// Kinds that never show a map, whatever the operator's policy says.
fn of_kind(parcel: &Parcel) -> Option<HiddenBecause> {
    match parcel.kind {
        ParcelKind::Ordinary => None,
        ParcelKind::Gift => Some(HiddenBecause::Gift),
        ParcelKind::Confidential => Some(HiddenBecause::Confidential),
        ParcelKind::HighValue => Some(HiddenBecause::HighValue),
    }
}

fn sender(parcel: &Parcel) -> Option<Personal> {
    match parcel.kind {
        ParcelKind::Gift | ParcelKind::Confidential => None,
        ParcelKind::Ordinary | ParcelKind::HighValue => Some(parcel.sender.clone()),
    }
}

/// One look at a tour by one recipient.
struct Look<'a> {
    tour: &'a TourState,
    progress: &'a ParcelProgress,
    parcel: &'a Parcel,
    context: &'a ViewContext<'a>,
    /// What holds for the parcel.
    rules: &'a Policy,
    /// The same, where a live map is offered.
    policy: Option<&'a Policy>,
    prediction: &'a Prediction,
}

impl Look<'_> {
    fn view(&self) -> TrackingView {
        let map = self.map();
        let reasons = reasons(self.tour, self.progress, self.parcel, self.rose_at(), self.stale());
        let arrived_at = self.arrived_at().filter(|_| self.is_on_the_way());
        let shown = match &map {
            MapView::Open { position, .. } => Some(position.observed_at),
            MapView::Hidden(_) => None,
        };
        let told =
            self.progress.outcome.map(|outcome| outcome.at).max(reasons.first().map(|reason| reason.at));
        TrackingView {
            parcel: self.parcel.id,
            kind: self.parcel.kind,
            status: self.status(),
            operator: self.context.operator_name.to_owned(),
            delivered_by_own_network: true,
            status_at: None,
            sender: sender(self.parcel),
            promise: self.parcel.promise.or_else(|| self.tour.stop(self.progress.stop)?.planned.window),
            forecast: self.forecast(),
            remaining_stops: self.remaining_stops(),
            driver_name: self.driver_name(),
            map,
            reasons,
            instruction: self.progress.instruction.clone().or_else(|| self.instruction_of_the_record()),
            instruction_open: self.parcel.kind != ParcelKind::HighValue
                && instruction_open(self.tour, self.progress),
            outcome: self.progress.outcome,
            arrived_at,
            updated_at: shown.max(told),
        }
    }

    /// What was asked for before the tour knew the parcel, unless it was taken back since.
    fn instruction_of_the_record(&self) -> Option<crate::Instruction> {
        self.progress.instructed_at.is_none().then(|| self.parcel.instruction.clone()).flatten()
    }

    fn status(&self) -> Status {
        let stop = self.tour.stop(self.progress.stop).map(|stop| stop.state);
        match (self.progress.outcome, self.tour.phase(), stop) {
            (Some(OutcomeView { outcome, .. }), _, _) => outcome.status(),
            (None, Phase::NotStarted, _) => self.parcel.status,
            (None, Phase::Ended { .. }, _) | (None, _, Some(StopState::Skipped { .. })) => Status::Delayed,
            (None, Phase::Underway { .. } | Phase::OnBreak { .. }, _) => Status::OutForDelivery,
        }
    }

    fn map(&self) -> MapView {
        match self.hidden_because() {
            Some(because) => MapView::Hidden(because),
            None => match (self.policy, self.tour.position()) {
                (Some(policy), Some(position)) => {
                    MapView::Open { position: release(policy.release, &position), release: policy.release }
                }
                _ => MapView::Hidden(HiddenBecause::PositionStale),
            },
        }
    }

    fn hidden_because(&self) -> Option<HiddenBecause> {
        if self.progress.outcome.is_some() {
            return Some(HiddenBecause::Delivered);
        }
        if let Some(kind) = of_kind(self.parcel) {
            return Some(kind);
        }
        match self.tour.phase() {
            Phase::NotStarted if self.parcel.day != Some(self.context.today) => {
                return Some(HiddenBecause::NotDeliveryDay);
            }
            Phase::Ended { .. } => return Some(HiddenBecause::NotDeliveryDay),
            _ if !self.is_delivery_day() => return Some(HiddenBecause::NotDeliveryDay),
            _ if self.has_no_place() => return Some(HiddenBecause::PlaceUnknown),
            Phase::NotStarted => return Some(HiddenBecause::TourNotStarted),
            Phase::Underway { .. } | Phase::OnBreak { .. } => {}
        }
        let Some(policy) = self.policy else { return Some(HiddenBecause::OutsideArea) };
        if policy.map.is_never() {
            return Some(HiddenBecause::SenderDisabled);
        }
        if matches!(self.tour.phase(), Phase::OnBreak { .. }) {
            return Some(HiddenBecause::DriverBreak);
        }
        let near = self.nearness();
        if !policy.map.holds(&near) {
            let sure = Nearness { confidence: 1.0, ..near };
            let unsure = policy.map.holds(&sure);
            return Some(if unsure { HiddenBecause::LowConfidence } else { HiddenBecause::TooFar });
        }
        if self.tour.position_is_doubtful(self.context.now) {
            return Some(HiddenBecause::PositionDoubtful);
        }
        self.stale().then_some(HiddenBecause::PositionStale)
    }

    /// Whether nobody knows where the recipient's stop is: then nothing is foretold of it.
    fn has_no_place(&self) -> bool {
        self.tour.stop(self.progress.stop).is_some_and(|stop| stop.planned.place.is_none())
    }

    /// Whether the vehicle was not heard of for a while although it should be.
    fn stale(&self) -> bool {
        let Phase::Underway { since } = self.tour.phase() else { return false };
        let heard = self.tour.position().map_or(since, |position| position.at.max(since));
        self.context.now.duration_since(heard) >= STALE_AFTER
    }

    fn remaining_stops(&self) -> Option<RemainingStops> {
        let visible = self.is_on_the_way()
            && self.is_delivery_day()
            && of_kind(self.parcel).is_none()
            && self.is_trusted()
            && self.policy.is_some_and(|policy| policy.count.holds(&self.nearness()));
        let own = self.own_stop().filter(|_| visible)?;
        let exactly = RemainingStops::Exactly(self.prediction.count_to(own));
        if self.prediction.order_is_sure || own.arrived_at.is_some() {
            return Some(exactly);
        }
        Some(match self.prediction.counts_to(own) {
            (fewest, most) if fewest == most => exactly,
            (fewest, _) if fewest > COUNTED_MAX => RemainingStops::AtLeast(COUNTED_MAX + 1),
            (fewest, most) if most > COUNTED_MAX => RemainingStops::AtLeast(fewest),
            (fewest, most) => RemainingStops::Between { fewest, most },
        })
    }

    fn forecast(&self) -> Option<Forecast> {
        let own = self.own_stop().filter(|_| self.is_on_the_way() && self.is_trusted())?;
        if !self.rules.forecast.holds(&self.nearness()) {
            return None;
        }
        let kept_of_five = self.context.offer.kept_of_five(self.parcel.door, self.context.today);
        let confidence = WindowLevel::Usual.probability();
        Some(Forecast { window: rounded(own.window), confidence, kept_of_five })
    }

    /// Of gifts and their like time is told, and nothing else.
    fn driver_name(&self) -> Option<Personal> {
        let visible = self.is_on_the_way()
            && self.is_delivery_day()
            && of_kind(self.parcel).is_none()
            && self.rules.driver_name.holds(&self.nearness());
        self.context.driver_name.filter(|_| visible).cloned()
    }

    /// Whether the order is believed as much as the operator asks for before its recipients are told more than the plan.
    fn is_trusted(&self) -> bool {
        let least = self.policy.map_or(0.0, |policy| policy.map.least_confidence());
        self.prediction.confidence >= least
    }

    /// Whether a tour that runs now is one of the delivery day. It may run past midnight, and a recipient who is far away
    /// may have another date than the door; but one that nobody ended is not shown for ever.
    fn is_delivery_day(&self) -> bool {
        let today = self.context.today;
        let days = [Ok(today), today.yesterday(), today.tomorrow()];
        self.parcel.day.is_none_or(|day| days.into_iter().flatten().any(|near| near == day))
    }

    fn is_on_the_way(&self) -> bool {
        let started = matches!(self.tour.phase(), Phase::Underway { .. } | Phase::OnBreak { .. });
        started && self.progress.outcome.is_none()
    }

    fn nearness(&self) -> Nearness {
        let own = self.own_stop();
        let place = self.tour.stop(self.progress.stop).and_then(|stop| stop.planned.place);
        Nearness {
            stops: own.map(|own| self.prediction.count_to(own)),
            duration: own.map(|own| own.arrival.duration_since(self.context.now)),
            distance: self.tour.position().zip(place).map(|(here, place)| here.place.distance_to(place)),
            confidence: self.prediction.confidence,
        }
    }

    /// Since when the driver is at the recipient's door. At one that nobody had on the map they can be as well.
    fn arrived_at(&self) -> Option<Timestamp> {
        match self.tour.stop(self.progress.stop)?.state {
            StopState::Arrived { at, .. } if self.has_no_place() => Some(at),
            _ => self.own_stop()?.arrived_at,
        }
    }

    fn rose_at(&self) -> Option<Timestamp> {
        self.own_stop()?.rose_at
    }

    fn own_stop(&self) -> Option<&PredictedStop> {
        self.prediction.remaining.iter().find(|stop| stop.stop == self.progress.stop)
    }
}

fn rounded(window: Window) -> Window {
    let down = window.from.as_second().div_euclid(WINDOW_STEP_S) * WINDOW_STEP_S;
    let up = (window.until.as_second() + WINDOW_STEP_S - 1).div_euclid(WINDOW_STEP_S) * WINDOW_STEP_S;
    let at = |second: i64, otherwise: Timestamp| Timestamp::from_second(second).unwrap_or(otherwise);
    Window::between(at(down, window.from), at(up.max(down + 2 * WINDOW_STEP_S), window.until))
}
