//! What goes wrong between a driver's device and the server.

use std::fmt;
use std::str::FromStr;

use doorstep_domain::{Fix, Happening, Metres, TourEvent};
use jiff::SignedDuration;
use rand::RngExt as _;
use rand::rngs::StdRng;
use thiserror::Error;

use super::fixes::jumped;
use super::town::Point;
use crate::chance::normal;

/// In a blackout nothing is received for so long, once in each hour.
const BLACKOUT_S: i64 = 5 * 60;
const HOUR_S: i64 = 60 * 60;
/// So many fixes jump, and so far.
const JUMPS: f64 = 0.01;
const JUMP_M: std::ops::Range<f64> = 500.0..5_000.0;
/// What is noisy is so many times as noisy.
const NOISE: f64 = 3.0;
/// The accuracy radius is so many deviations of one axis.
const DEVIATIONS: f64 = 1.51;
/// So many items come twice, the second time so much later.
const DOUBLED: f64 = 0.10;
const DOUBLED_AFTER_S: std::ops::RangeInclusive<i64> = 1..=60;
/// So many items come so late.
const LATE: f64 = 0.20;
const LATE_BY_S: std::ops::RangeInclusive<i64> = 5..=180;
const CLOCK_OFF: SignedDuration = SignedDuration::from_hours(1);

/// Something that goes wrong. Several happen in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Impairment {
    /// Fixes are at least so many seconds apart: `thin-30`.
    Thinned(u16),
    /// So many of a hundred fixes are lost, or stop events on a tour without fixes: `loss-20`.
    Lost(u8),
    /// For five minutes in each hour there is no network: fixes are lost, stop events come at its end: `blackout`.
    Blackout,
    /// One fix of a hundred lies 500 to 5,000 m off: `jumps`.
    Jumps,
    /// Three times the noise, and the device says so: `noise`.
    Noise,
    /// One item of ten comes a second time: `doubled`.
    Doubled,
    /// One item of five comes 5 to 180 s late, and so out of order: `disorder`.
    Disorder,
    /// The device's clock is an hour ahead or behind: `clock`.
    Clock,
}

/// Text that names no impairment.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error(
    "{0:?} is none of thin-N (seconds, 6 to 3600), loss-N (percent, 1 to 99), blackout, jumps, noise, doubled, disorder, clock"
)]
pub struct UnknownImpairment(String);

impl FromStr for Impairment {
    type Err = UnknownImpairment;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let number = |name: &str| text.strip_prefix(name)?.parse::<u16>().ok();
        let thinned = number("thin-").filter(|every_s| (6..=3_600).contains(every_s)).map(Self::Thinned);
        let lost = number("loss-").filter(|percent| (1..=99).contains(percent));
        let lost = lost.and_then(|percent| u8::try_from(percent).ok()).map(Self::Lost);
        let named = match text {
            "blackout" => Some(Self::Blackout),
            "jumps" => Some(Self::Jumps),
            "noise" => Some(Self::Noise),
            "doubled" => Some(Self::Doubled),
            "disorder" => Some(Self::Disorder),
            "clock" => Some(Self::Clock),
            _ => None,
        };
        thinned.or(lost).or(named).ok_or_else(|| UnknownImpairment(text.chars().take(64).collect()))
    }
}

impl fmt::Display for Impairment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Thinned(every_s) => write!(f, "thin-{every_s}"),
            Self::Lost(percent) => write!(f, "loss-{percent}"),
            Self::Blackout => f.write_str("blackout"),
            Self::Jumps => f.write_str("jumps"),
            Self::Noise => f.write_str("noise"),
            Self::Doubled => f.write_str("doubled"),
            Self::Disorder => f.write_str("disorder"),
            Self::Clock => f.write_str("clock"),
        }
    }
}

impl Impairment {
    /// What is left of the events of a tour; they stand in the order in which they happened, and whoever is last
    /// puts them into that of their receipt.
    pub(super) fn apply(self, events: &mut Vec<TourEvent>, chance: &mut StdRng) {
        match self {
            Self::Thinned(every_s) => thin(events, SignedDuration::from_secs(i64::from(every_s))),
            Self::Lost(percent) => lose(events, f64::from(percent) / 100.0, chance),
            Self::Blackout => black_out(events, chance),
            Self::Jumps => each_fix(events, |fix| {
                if chance.random_bool(JUMPS) {
                    fix.place = jumped(Point::of(fix.place), JUMP_M, chance).place();
                }
            }),
            Self::Noise => each_fix(events, |fix| add_noise(fix, chance)),
            Self::Doubled => double(events, chance),
            Self::Disorder => delay(events, chance),
            Self::Clock => {
                let off = if chance.random_bool(0.5) { CLOCK_OFF } else { -CLOCK_OFF };
                for event in events {
                    event.at += off;
                }
            }
        }
    }
}

fn is_fix(event: &TourEvent) -> bool {
    matches!(event.what, Happening::Fix(_))
}

fn each_fix(events: &mut [TourEvent], mut change: impl FnMut(&mut Fix)) {
    for event in events {
        if let Happening::Fix(fix) = &mut event.what {
            change(fix);
        }
    }
}

fn thin(events: &mut Vec<TourEvent>, every: SignedDuration) {
    let mut last = None;
    events.retain(|event| {
        let keeps = !is_fix(event) || last.is_none_or(|last| event.at.duration_since(last) >= every);
        if keeps && is_fix(event) {
            last = Some(event.at);
        }
        keeps
    });
}

fn lose(events: &mut Vec<TourEvent>, share: f64, chance: &mut StdRng) {
    let fixes_are_lost = events.iter().any(is_fix);
    events.retain(|event| is_fix(event) != fixes_are_lost || !chance.random_bool(share));
}

fn black_out(events: &mut Vec<TourEvent>, chance: &mut StdRng) {
    let Some((begin, end)) = events.first().zip(events.last()).map(|(first, last)| (first.at, last.at))
    else {
        return;
    };
    let hours = end.duration_since(begin).as_secs() / HOUR_S;
    let starts: Vec<i64> = (0..=hours).map(|_| chance.random_range(0..HOUR_S - BLACKOUT_S)).collect();
    events.retain_mut(|event| {
        let second = event.at.duration_since(begin).as_secs();
        let start = usize::try_from(second / HOUR_S).ok().and_then(|hour| starts.get(hour));
        let left_s = start.map_or(0, |start| start + BLACKOUT_S - second % HOUR_S);
        if !(1..=BLACKOUT_S).contains(&left_s) {
            return true;
        }
        event.received_at = event.at + SignedDuration::from_secs(left_s);
        !is_fix(event)
    });
}

fn add_noise(fix: &mut Fix, chance: &mut StdRng) {
    let radius_m = fix.accuracy.map_or(0.0, |radius| radius.0);
    let more_m = radius_m / DEVIATIONS * (NOISE * NOISE - 1.0).sqrt();
    fix.place = Point::of(fix.place).moved(more_m * normal(chance), more_m * normal(chance)).place();
    fix.accuracy = Some(Metres(radius_m * NOISE));
}

fn double(events: &mut Vec<TourEvent>, chance: &mut StdRng) {
    let again: Vec<TourEvent> = events.iter().filter(|_| chance.random_bool(DOUBLED)).cloned().collect();
    events.extend(again.into_iter().map(|mut event| {
        event.received_at += SignedDuration::from_secs(chance.random_range(DOUBLED_AFTER_S));
        event
    }));
}

fn delay(events: &mut [TourEvent], chance: &mut StdRng) {
    for event in events {
        if chance.random_bool(LATE) {
            event.received_at += SignedDuration::from_secs(chance.random_range(LATE_BY_S));
        }
    }
}
