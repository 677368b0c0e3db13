//! What a view tells that is worth a message. Messages are made from it alone, so none tells what the page does not, or
//! earlier.

use jiff::SignedDuration;

use super::{Because, MapView, RemainingStops, TrackingView};
use crate::{Status, Window};

/// So much later than promised, and so much later each further time, is told by a message.
const STEP: SignedDuration = SignedDuration::from_mins(30);

/// What a view tells that is worth a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct News {
    /// The parcel is on its way to the door.
    pub is_out: bool,
    /// The live map is open.
    pub is_map_open: bool,
    /// The recipient is next.
    pub is_next: bool,
    /// It comes notably later than promised.
    pub delay: Option<Delay>,
    /// How it ended.
    pub end: Option<End>,
}

/// How the way of a parcel ended, for a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// It is where it should be.
    Delivered,
    /// A try to deliver it failed.
    Failed,
}

impl End {
    fn of(view: &TrackingView) -> Option<Self> {
        if let Some(outcome) = view.outcome {
            return Some(if outcome.outcome.is_delivered() { Self::Delivered } else { Self::Failed });
        }
        // Of other carriers nobody knows how they delivered, only that they did.
        match view.status {
            _ if view.delivered_by_own_network => None,
            Status::Delivered | Status::AvailableForPickup => Some(Self::Delivered),
            Status::Attempted => Some(Self::Failed),
            _ => None,
        }
    }
}

/// How much later than promised a parcel comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Delay {
    /// How far it has gone, from 1 to [`Delay::STEPS`]. The last step is kept for what matters most: that nobody knows
    /// when it comes.
    pub step: u8,
    /// When it comes now.
    pub window: Option<Window>,
    /// Why.
    pub because: Option<Because>,
}

impl Delay {
    /// The last step.
    pub const STEPS: u8 = 3;

    /// The delay that a view tells. Without a promise nothing is late, unless the stop was left out.
    fn of(view: &TrackingView) -> Option<Self> {
        let because = view.reasons.iter().map(|reason| reason.because).find(|because| because.delays());
        if view.status == Status::Delayed {
            return Some(Self { step: Self::STEPS, window: None, because });
        }
        let (promise, forecast) = (view.promise?, view.forecast?);
        let later = forecast.window.until.duration_since(promise.until);
        let steps = later.as_secs().div_euclid(STEP.as_secs()).clamp(0, i64::from(Self::STEPS) - 1);
        let step = u8::try_from(steps).ok().filter(|step| *step > 0)?;
        Some(Self { step, window: Some(forecast.window), because })
    }
}

impl News {
    /// What a view tells.
    pub fn of(view: &TrackingView) -> Self {
        let end = End::of(view);
        if end.is_some() {
            return Self { end, ..Self::default() };
        }
        let is_out = view.status == Status::OutForDelivery;
        Self {
            is_out,
            is_map_open: matches!(view.map, MapView::Open { .. }),
            is_next: is_out && view.remaining_stops == Some(RemainingStops::Exactly(1)),
            delay: Delay::of(view),
            end,
        }
    }
}

impl Because {
    /// Whether it can be why something comes later.
    fn delays(self) -> bool {
        matches!(
            self,
            Self::StopsAddedBefore(_)
                | Self::Resequenced
                | Self::DriverChoseAnotherOrder
                | Self::BreakBegun
                | Self::HandedOver
                | Self::StopSkipped
        )
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::*;
    use crate::view::Forecast;
    use crate::visibility::Choices;
    use crate::{HiddenBecause, ParcelId, ParcelKind, Reason, Wishes};

    fn at(minute: i64) -> Timestamp {
        Timestamp::from_second(1_800_000_000 + minute * 60).unwrap_or(Timestamp::UNIX_EPOCH)
    }

    fn window(from: i64) -> Window {
        Window { from: at(from), until: at(from + 60) }
    }

    fn view(later: i64) -> TrackingView {
        TrackingView {
            parcel: ParcelId::from_u128(1),
            kind: ParcelKind::Ordinary,
            status: Status::OutForDelivery,
            operator: String::new(),
            delivered_by_own_network: true,
            status_at: None,
            told: None,
            sender: None,
            promise: Some(window(0)),
            forecast: Some(Forecast { window: window(later), confidence: 0.8, kept_of_five: None }),
            remaining_stops: None,
            driver_name: None,
            map: MapView::Hidden(HiddenBecause::TooFar),
            reasons: Vec::new(),
            wishes: Wishes::default(),
            wishes_seen_at: None,
            instruction_open: true,
            access_open: true,
            choices: Choices::ALL,
            later: Choices::NONE,
            elsewhere: crate::Elsewhere::default(),
            not_before: None,
            outcome: None,
            photo_at: None,
            rating: None,
            rating_until: None,
            report: None,
            may_report: None,
            witness: None,
            door_code: None,
            arrived_at: None,
            updated_at: None,
        }
    }

    #[test]
    fn a_delay_goes_in_steps_of_half_an_hour() {
        for (later, step) in
            [(-90, None), (0, None), (29, None), (30, Some(1)), (59, Some(1)), (60, Some(2)), (600, Some(2))]
        {
            let delay = News::of(&view(later)).delay;
            assert_eq!(delay.map(|delay| delay.step), step, "{later} minutes");
            assert!(delay.is_none_or(|delay| delay.window == Some(window(later))));
        }
        let unpromised = TrackingView { promise: None, ..view(600) };
        assert_eq!(News::of(&unpromised).delay, None);
    }

    #[test]
    fn a_stop_that_was_left_out_takes_the_last_step() {
        let reason = |minute, because| Reason { at: at(minute), because };
        let reasons = vec![
            reason(9, Because::InstructionGiven),
            reason(8, Because::StopSkipped),
            reason(7, Because::BreakBegun),
        ];
        let skipped = TrackingView { status: Status::Delayed, forecast: None, reasons, ..view(0) };
        let delay = Delay { step: Delay::STEPS, window: None, because: Some(Because::StopSkipped) };
        assert_eq!(News::of(&skipped), News { delay: Some(delay), ..News::default() });
    }

    #[test]
    fn what_the_view_does_not_tell_is_no_news() {
        assert_eq!(News::of(&view(0)), News { is_out: true, ..News::default() });
        let near = TrackingView { remaining_stops: Some(RemainingStops::Exactly(1)), ..view(0) };
        assert!(News::of(&near).is_next);
        for other in [RemainingStops::Exactly(2), RemainingStops::Between { fewest: 1, most: 2 }] {
            assert!(!News::of(&TrackingView { remaining_stops: Some(other), ..view(0) }).is_next);
        }
        let announced = TrackingView { status: Status::PreTransit, forecast: None, ..view(0) };
        assert_eq!(News::of(&announced), News::default());
    }
}
