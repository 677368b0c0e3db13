//! From what is believed of a tour to what one recipient may see.

use std::borrow::Cow;

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};

use super::reasons::reasons;
use super::{
    Elsewhere, Forecast, HiddenBecause, MapView, OutcomeView, ReleasePolicy, RemainingStops, Shown,
    ToldByCarrier, TrackingView,
};
use crate::admission::wishes_open;
use crate::prediction::WindowLevel;
use crate::release::{Bulletin, Dot, Foretold, Later, NoLater, Release, StopNews, exact};
use crate::tour::{DoorCode, ParcelProgress, Phase, StopState};
use crate::visibility::{Choice, Choices, Nearness, Offer, Policy};
use crate::{
    Carrier, Outcome, Parcel, ParcelKind, Personal, Rating, Report, Status, TourState, Window, Witness,
};

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
    /// How the parcel's story ended, as its record keeps it: the log of the tour that brought it may be forgotten.
    pub settled: Option<OutcomeView>,
    /// What its recipient reported last.
    pub report: Option<&'a Report>,
    /// The recipient's day.
    pub today: Date,
    /// Now.
    pub now: Timestamp,
}

/// The tour that a parcel is on, and what of it may be told.
#[derive(Debug, Clone, Copy)]
pub struct OnTour<'a> {
    /// Everything that is believed; a recipient is told at once what became of their own parcel, and nothing else of it.
    pub tour: &'a TourState,
    /// What is told at once, where the operator releases that.
    pub now: &'a Bulletin,
    /// What is told everywhere else: the bulletin of the last full minute.
    pub minute: &'a Bulletin,
    /// What is released of where the vehicle is; `None` where no streets are known.
    pub release: Option<&'a Release>,
}

/// What the recipient of a parcel may see now. The tour is the one that the parcel is on, if it is on any.
pub fn view(tour: Option<OnTour<'_>>, parcel: &Parcel, context: &ViewContext<'_>) -> TrackingView {
    let rules = context.offer.policy_of(parcel, context.today);
    let parcel = &*of_kind_by_rules(parcel, &rules);
    let look = tour.and_then(|tour| Look::at(tour, parcel, &rules, context));
    look.map_or_else(|| plain(parcel, &rules, context), |look| look.view())
}

/// Where on the tour a parcel goes whose recipient asks for it later in one of the ways, not before when, and the window
/// that they are told.
///
/// # Errors
/// Why that is not possible.
pub fn later(
    tour: Option<OnTour<'_>>,
    parcel: &Parcel,
    context: &ViewContext<'_>,
    choice: Choice,
) -> Result<(Timestamp, Later), NoLater> {
    let rules = context.offer.policy_of(parcel, context.today);
    let parcel = &*of_kind_by_rules(parcel, &rules);
    let look = tour.and_then(|tour| Look::at(tour, parcel, &rules, context));
    look.ok_or(NoLater::TooLate)?.later(choice)
}

/// The parcel as of the kind that it is by the rules.
fn of_kind_by_rules<'a>(parcel: &'a Parcel, rules: &Policy) -> Cow<'a, Parcel> {
    if parcel.kind == rules.kind {
        return Cow::Borrowed(parcel);
    }
    Cow::Owned(Parcel { kind: rules.kind, ..parcel.clone() })
}

/// A parcel that no tour of ours tells about.
fn plain(parcel: &Parcel, rules: &Policy, context: &ViewContext<'_>) -> TrackingView {
    let (operator, own, status_at, hidden) = match &parcel.carrier {
        Carrier::Other(other) => (other.name.clone(), false, other.status_at, HiddenBecause::OtherCarrier),
        Carrier::Own => (
            context.operator_name.to_owned(),
            true,
            None,
            of_kind(parcel).unwrap_or_else(|| waiting(parcel, context)),
        ),
    };
    // A story that goes on is not over: how an earlier attempt ended is told no more.
    let outcome = context.settled.filter(|ended| own && ended.outcome.status() == parcel.status);
    let comes_to_door = own && parcel.wishes.pickup_point.is_none() && is_underway(parcel.status);
    TrackingView {
        parcel: parcel.id,
        kind: parcel.kind,
        status: parcel.status,
        operator,
        delivered_by_own_network: own,
        status_at,
        told: told_by_carrier(parcel),
        sender: sender(parcel),
        promise: parcel.promise,
        forecast: None,
        remaining_stops: None,
        driver_name: None,
        map: MapView::Hidden(hidden),
        reasons: Vec::new(),
        wishes: parcel.wishes.clone(),
        wishes_seen_at: None,
        instruction_open: comes_to_door && parcel.kind != ParcelKind::HighValue,
        access_open: comes_to_door,
        choices: rules.choices,
        later: Choices::NONE,
        elsewhere: Elsewhere::of_waiting(parcel, rules, context.today),
        not_before: None,
        outcome,
        photo_at: photo_at(parcel, rules, parcel.status).filter(|_| own),
        rating: parcel.rating.clone(),
        rating_until: Rating::open_until(outcome, context.now),
        report: context.report.cloned(),
        may_report: Report::open(outcome, context.report, context.now),
        witness: reported(outcome, context),
        door_code: None,
        arrived_at: None,
        updated_at: outcome.map(|outcome| outcome.at).max(status_at),
    }
}

/// What another carrier told of a parcel. Its page and its words name the sender, so that of gifts and their like they
/// are left out.
fn told_by_carrier(parcel: &Parcel) -> Option<ToldByCarrier> {
    let tells = matches!(parcel.kind, ParcelKind::Ordinary | ParcelKind::HighValue);
    let other = parcel.other_carrier().filter(|_| tells)?;
    Some(ToldByCarrier {
        tracking_number: other.tracking_number.clone(),
        url: other.url.clone(),
        events: other.log.events().iter().take(ToldByCarrier::EVENTS_MAX).cloned().collect(),
    })
}

/// What was told of an attempt when it was reported.
fn reported(ended: Option<OutcomeView>, context: &ViewContext<'_>) -> Option<Witness> {
    let report = context.report.filter(|report| ended.is_some_and(|ended| ended.at == report.about.at))?;
    report.witness
}

/// When the photo of a delivery was taken, where the rules let it be seen. One of a delivery that was taken back is none.
fn photo_at(parcel: &Parcel, rules: &Policy, status: Status) -> Option<Timestamp> {
    parcel.photo_at.filter(|_| status == Status::Delivered && rules.photo.holds(parcel.kind))
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
pub(super) struct Look<'a> {
    pub(super) on: OnTour<'a>,
    /// What is told of the tour.
    pub(super) told: &'a Bulletin,
    /// What became of the recipient's own parcel.
    pub(super) progress: &'a ParcelProgress,
    parcel: &'a Parcel,
    pub(super) context: &'a ViewContext<'a>,
    /// What holds for the parcel.
    pub(super) rules: &'a Policy,
    /// The same, where a live map is offered.
    policy: Option<&'a Policy>,
}

impl<'a> Look<'a> {
    /// The look at a parcel of ours; `None` where the tour does not know it.
    fn at(
        on: OnTour<'a>,
        parcel: &'a Parcel,
        rules: &'a Policy,
        context: &'a ViewContext<'a>,
    ) -> Option<Self> {
        let progress = on.tour.parcel(parcel.id).filter(|_| parcel.carrier == Carrier::Own)?;
        let policy = context.offer.is_live_at(parcel.door, context.today).then_some(rules);
        let at_once = policy.is_some_and(|policy| policy.release == ReleasePolicy::Exact);
        let told = if at_once { on.now } else { on.minute };
        Some(Self { on, told, progress, parcel, context, rules, policy })
    }
}

impl Look<'_> {
    fn view(&self) -> TrackingView {
        let map = self.map();
        let reasons = reasons(self.told, self.progress, self.parcel, self.stale());
        let arrived_at = self.arrived_at().filter(|_| self.is_on_the_way());
        let shown = match &map {
            MapView::Open { shown } => Some(shown.observed_at()),
            MapView::Hidden(_) => None,
        };
        let told =
            self.progress.outcome.map(|outcome| outcome.at).max(reasons.first().map(|reason| reason.at));
        let status = self.status();
        let photo_at = photo_at(self.parcel, self.rules, status);
        let wishes = self.progress.wishes(&self.parcel.wishes);
        let is_over = self.progress.outcome.is_some();
        let is_open = wishes.pickup_point.is_none()
            && wishes_open(self.stop().map(|stop| stop.state), is_over, self.told.phase);
        TrackingView {
            parcel: self.parcel.id,
            kind: self.parcel.kind,
            status,
            operator: self.context.operator_name.to_owned(),
            delivered_by_own_network: true,
            status_at: None,
            told: None,
            sender: sender(self.parcel),
            promise: self.parcel.promise.or_else(|| self.stop()?.promise),
            forecast: self.forecast(),
            remaining_stops: self.remaining_stops(),
            driver_name: self.driver_name(),
            map,
            reasons,
            wishes_seen_at: self.progress.seen_at(&wishes).map(|at| self.told.told_at(at)),
            wishes,
            instruction_open: self.parcel.kind != ParcelKind::HighValue && is_open,
            access_open: is_open,
            choices: self.rules.choices,
            later: self.later_choices(),
            elsewhere: Elsewhere::of_planned(
                self.parcel,
                self.told.phase,
                self.progress.outcome,
                self.rules,
                self.context.today,
            ),
            not_before: self.progress.not_before,
            outcome: self.progress.outcome,
            photo_at,
            rating: self.parcel.rating.clone(),
            rating_until: Rating::open_until(self.progress.outcome, self.context.now),
            report: self.context.report.cloned(),
            may_report: Report::open(self.progress.outcome, self.context.report, self.context.now),
            witness: self.witness(),
            door_code: self.door_code(),
            arrived_at,
            updated_at: shown.max(told).max(photo_at),
        }
    }

    /// What can be told of the attempt: what was told when it was reported, else what the log tells now. Of kinds that
    /// show no place nothing is told, nor where nothing live is.
    fn witness(&self) -> Option<Witness> {
        let ended = self.progress.outcome?;
        if let Some(reported) = reported(Some(ended), self.context) {
            return Some(reported);
        }
        let tells = of_kind(self.parcel).is_none() && self.rules.release != ReleasePolicy::Off;
        let own = self.on.tour.stop(self.progress.stop).and_then(|stop| stop.planned.place);
        let door = self.parcel.door.or(own).filter(|_| tells)?;
        let has_photo = ended.outcome.is_delivered() && self.parcel.photo_at.is_some();
        Some(Witness::of(ended, door, has_photo, |from| self.on.tour.fixes_since(from)))
    }

    /// The code is asked for while the parcel is on its way to the door, on its day.
    fn door_code(&self) -> Option<DoorCode> {
        let is_asked_for = self.parcel.kind == ParcelKind::HighValue
            && self.status() == Status::OutForDelivery
            && self.is_delivery_day();
        is_asked_for.then_some(self.progress.door_code)
    }

    fn status(&self) -> Status {
        match (self.progress.outcome, self.told.phase, self.stop().map(|stop| stop.state)) {
            // Picked up: the operator says so, and no driver.
            (Some(OutcomeView { outcome: Outcome::DeliveredToPickupPoint, .. }), ..)
                if self.parcel.status == Status::Delivered =>
            {
                Status::Delivered
            }
            (Some(OutcomeView { outcome, .. }), _, _) => outcome.status(),
            (None, Phase::NotStarted, _) => self.parcel.status,
            (None, Phase::Ended { .. }, _) | (None, _, Some(StopState::Skipped { .. })) => Status::Delayed,
            (None, Phase::Underway { .. } | Phase::OnBreak { .. }, _) => Status::OutForDelivery,
        }
    }

    fn map(&self) -> MapView {
        match self.hidden_because() {
            Some(because) => MapView::Hidden(because),
            None => self.shown().map_or_else(MapView::Hidden, |shown| MapView::Open { shown }),
        }
    }

    fn shown(&self) -> Result<Shown, HiddenBecause> {
        let exact = || {
            let position = self.on.tour.position().ok_or(HiddenBecause::PositionStale)?;
            Ok(Shown::Exact(exact(&position)))
        };
        match self.policy.map(|policy| policy.release) {
            Some(ReleasePolicy::Exact) => exact(),
            Some(ReleasePolicy::Glide) => match self.dot() {
                None => Err(HiddenBecause::OutsideArea),
                Some(Dot::Exact) => exact(),
                Some(Dot::Gliding(glide)) => Ok(Shown::Gliding(glide.clone())),
                Some(Dot::AfterBreak) => Err(HiddenBecause::DriverBreak),
                Some(Dot::NotYet) => Err(HiddenBecause::TooFar),
            },
            Some(ReleasePolicy::Coarse | ReleasePolicy::Off) => Err(HiddenBecause::SenderDisabled),
            None => Err(HiddenBecause::OutsideArea),
        }
    }

    /// What is released of where the vehicle is; `None` where no streets are known.
    fn dot(&self) -> Option<Dot<'_>> {
        self.on.release.map(|release| release.dot(self.progress.stop))
    }

    fn hidden_because(&self) -> Option<HiddenBecause> {
        if self.progress.outcome.is_some() {
            return Some(HiddenBecause::Delivered);
        }
        if let Some(kind) = of_kind(self.parcel) {
            return Some(kind);
        }
        match self.told.phase {
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
        if matches!(self.told.phase, Phase::OnBreak { .. }) {
            return Some(HiddenBecause::DriverBreak);
        }
        let near = self.nearness();
        if !policy.map.holds(&near) {
            let sure = Nearness { confidence: 1.0, ..near };
            let unsure = policy.map.holds(&sure);
            return Some(if unsure { HiddenBecause::LowConfidence } else { HiddenBecause::TooFar });
        }
        // At once, whatever is told at full minutes: whoever wants to be unseen does not wait.
        if self.on.tour.is_map_hidden() && self.has_dot() {
            return Some(HiddenBecause::DriverHidden);
        }
        if self.told.is_doubtful {
            return Some(HiddenBecause::PositionDoubtful);
        }
        self.stale().then_some(HiddenBecause::PositionStale)
    }

    /// Whether the map shows a vehicle at all.
    fn has_dot(&self) -> bool {
        match self.policy.map(|policy| policy.release) {
            Some(ReleasePolicy::Exact) => true,
            Some(ReleasePolicy::Glide) => self.dot().is_some(),
            Some(ReleasePolicy::Coarse | ReleasePolicy::Off) | None => false,
        }
    }

    /// Whether nobody knows where the recipient's stop is: then nothing is foretold of it.
    fn has_no_place(&self) -> bool {
        self.stop().is_some_and(|stop| stop.place.is_none())
    }

    /// Whether the vehicle was not heard of for a while although it should be.
    fn stale(&self) -> bool {
        let Phase::Underway { since } = self.told.phase else { return false };
        let heard = self.told.heard_at.map_or(since, |heard| heard.max(since));
        self.told.at.duration_since(heard) >= STALE_AFTER
    }

    fn remaining_stops(&self) -> Option<RemainingStops> {
        let visible = self.is_on_the_way()
            && self.is_delivery_day()
            && of_kind(self.parcel).is_none()
            && self.is_trusted()
            && self.policy.is_some_and(|policy| policy.count.holds(&self.nearness()));
        let own = self.foretold().filter(|_| visible)?;
        if self.is_close() {
            return Some(RemainingStops::Exactly(1));
        }
        let exactly = RemainingStops::Exactly(own.count);
        if self.told.order_is_sure || own.arrived_at.is_some() {
            return Some(exactly);
        }
        Some(match (own.counts.fewest, own.counts.most) {
            (fewest, most) if fewest == most => exactly,
            (fewest, _) if fewest > COUNTED_MAX => RemainingStops::AtLeast(COUNTED_MAX + 1),
            (fewest, most) if most > COUNTED_MAX => RemainingStops::AtLeast(fewest),
            (fewest, most) => RemainingStops::Between { fewest, most },
        })
    }

    fn forecast(&self) -> Option<Forecast> {
        let own = self.foretold().filter(|_| self.is_on_the_way() && self.is_trusted())?;
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
    pub(super) fn is_trusted(&self) -> bool {
        let least = self.policy.map_or(0.0, |policy| policy.map.least_confidence());
        self.told.confidence >= least && !self.releases(ReleasePolicy::Off)
    }

    fn releases(&self, release: ReleasePolicy) -> bool {
        self.policy.is_some_and(|policy| policy.release == release)
    }

    /// Whether a tour that runs now is one of the delivery day. It may run past midnight, and a recipient who is far away
    /// may have another date than the door; but one that nobody ended is not shown for ever.
    pub(super) fn is_delivery_day(&self) -> bool {
        let today = self.context.today;
        let days = [Ok(today), today.yesterday(), today.tomorrow()];
        self.parcel.day.is_none_or(|day| days.into_iter().flatten().any(|near| near == day))
    }

    pub(super) fn is_on_the_way(&self) -> bool {
        let started = matches!(self.told.phase, Phase::Underway { .. } | Phase::OnBreak { .. });
        started && self.progress.outcome.is_none()
    }

    fn nearness(&self) -> Nearness {
        let own = self.foretold();
        let place = self.stop().and_then(|stop| stop.place);
        Nearness {
            stops: own.map(|own| own.count),
            duration: own.map(|own| own.arrival.duration_since(self.told.at)),
            distance: self
                .told
                .place
                .or_else(|| self.on.release?.last_gate())
                .zip(place)
                .map(|(here, place)| here.distance_to(place)),
            confidence: self.told.confidence,
        }
    }

    /// Since when the driver is at the recipient's door. At one that nobody had on the map they can be as well.
    fn arrived_at(&self) -> Option<Timestamp> {
        if self.is_close() {
            return self.on.now.stop(self.progress.stop)?.foretold?.arrived_at;
        }
        let at = match self.stop()?.state {
            StopState::Arrived { at, .. } if self.has_no_place() => Some(at),
            _ => self.foretold()?.arrived_at,
        };
        at.map(|at| self.told.told_at(at))
    }

    /// Whether the driver comes straight to the recipient, and is shown as they are.
    fn is_close(&self) -> bool {
        matches!(self.dot(), Some(Dot::Exact)) && self.releases(ReleasePolicy::Glide)
    }

    /// What is told of the recipient's stop.
    pub(super) fn stop(&self) -> Option<&StopNews> {
        self.told.stop(self.progress.stop)
    }

    fn foretold(&self) -> Option<&Foretold> {
        self.stop()?.foretold.as_ref()
    }
}

pub(super) fn rounded(window: Window) -> Window {
    let down = window.from.as_second().div_euclid(WINDOW_STEP_S) * WINDOW_STEP_S;
    let at = |second: i64, otherwise: Timestamp| Timestamp::from_second(second).unwrap_or(otherwise);
    let (down, shortest) = (at(down, window.from), at(down + 2 * WINDOW_STEP_S, window.until));
    Window::between(down, rounded_up(window.until).max(shortest))
}

/// An instant as recipients may be told it: at a full step, not before it.
pub(super) fn rounded_up(at: Timestamp) -> Timestamp {
    let up = (at.as_second() + WINDOW_STEP_S - 1).div_euclid(WINDOW_STEP_S) * WINDOW_STEP_S;
    Timestamp::from_second(up).unwrap_or(at)
}
