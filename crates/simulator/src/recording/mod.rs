//! Recorded days whose truth is known: tours through a made-up town, with drivers of many habits, times that scatter,
//! and what a server receives of it all.
//!
//! Seed in, data out: a tour is a pure function of what is [`Wanted`] and of its number, so that any of thousands can
//! be made again alone. What is received and what goes wrong on the way changes nothing of the truth.
//!
//! [`town`] knows streets and doors, [`plan`] what a dispatcher's system makes of them, [`habits`] and [`choice`] what
//! drivers do instead, [`drive`] when they do it, [`scans`] and [`fixes`] what their devices tell, [`impairment`] what
//! becomes of that, and [`lines`] how a recorded day is written.
//! To add a habit, add a variant and its share in [`habits`], and what it does in [`choice`], [`drive`] or [`scans`].

mod choice;
mod drive;
mod fixes;
mod habits;
mod impairment;
mod plan;
mod scans;
mod town;

pub mod lines;

use std::fmt;
use std::str::FromStr;

use doorstep_domain::{EventId, Happening, Plan, StopId, TourEvent};
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp, ToSpan as _};
use rand::SeedableRng as _;
use rand::rngs::StdRng;
use thiserror::Error;

pub use habits::{Habits, OrderHabit, ScanHabit, WayHabit};
pub use impairment::{Impairment, UnknownImpairment};
use plan::PlannedTour;
use town::Town;

/// The largest number of tours of a recorded day.
pub const TOURS_MAX: u32 = 10_000;
/// The largest number of stops of a tour.
pub const STOPS_MAX: u8 = 200;
/// So many tours are on one date, all on the road at the same time.
const TOURS_A_DATE: u32 = 20;
const FIRST_DATE: Date = jiff::civil::date(2026, 3, 2);
/// The plan is known so long before the start.
const KNOWN_BEFORE: SignedDuration = SignedDuration::from_hours(2);

/// What is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// The seed of the town and of every chance.
    pub seed: u64,
    /// The least and the largest number of stops of a tour, 1 to [`STOPS_MAX`].
    pub stops: (u8, u8),
    /// Whether drives and work take longer in some zones than in others, which only who learns over days finds out.
    pub is_uneven: bool,
    /// What the server receives.
    pub received: Received,
    /// What goes wrong on the way there.
    pub impairments: Vec<Impairment>,
}

impl Default for Wanted {
    fn default() -> Self {
        Self {
            seed: 1,
            stops: (10, 160),
            is_uneven: false,
            received: Received::Served,
            impairments: Vec::new(),
        }
    }
}

/// What a server receives of a tour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Received {
    /// What the driver's device tells of stops.
    Served,
    /// Where the device is, every five seconds.
    Fixes,
    /// Both.
    Both,
}

/// Text that is not a kind of what is received.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{0:?} is none of served, fixes, both")]
pub struct UnknownReceived(String);

impl FromStr for Received {
    type Err = UnknownReceived;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "served" => Ok(Self::Served),
            "fixes" => Ok(Self::Fixes),
            "both" => Ok(Self::Both),
            _ => Err(UnknownReceived(text.chars().take(64).collect())),
        }
    }
}

impl fmt::Display for Received {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Served => "served",
            Self::Fixes => "fixes",
            Self::Both => "both",
        })
    }
}

/// A tour that was recorded, and what really happened on it.
#[derive(Debug, Clone, PartialEq)]
pub struct RecordedTour {
    /// Its name, unique in the recorded day.
    pub name: String,
    /// Its service day, in UTC.
    pub date: Date,
    /// What its driver is used to do.
    pub habits: Habits,
    /// The plan.
    pub plan: Plan,
    /// What the server receives, in order of receipt. Instants are those of the device's clock; one that came twice is
    /// there twice, with the same id.
    pub events: Vec<TourEvent>,
    /// What really happened.
    pub truth: Truth,
}

/// What really happened on a tour.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Truth {
    /// When the driver left the depot.
    pub left_at: Timestamp,
    /// The stops in the order in which they were served; each of the plan once.
    pub visits: Vec<Visit>,
}

/// A stop that was served.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Visit {
    /// Which.
    pub stop: StopId,
    /// When the driver was there.
    pub arrived_at: Timestamp,
    /// When the driver left.
    pub departed_at: Timestamp,
}

impl RecordedTour {
    /// What is known before anything is received: the plan, and that the tour is begun.
    pub fn opening(&self) -> [TourEvent; 2] {
        let at = self.truth.left_at - KNOWN_BEFORE;
        let event = |number, at, what| TourEvent {
            id: EventId::from_u128(u128::MAX - number),
            at,
            received_at: at,
            what,
        };
        let begun_at = at + SignedDuration::from_secs(1);
        [
            event(0, at, Happening::Planned(Box::new(self.plan.clone()))),
            event(1, begun_at, Happening::Started),
        ]
    }
}

/// Makes recorded tours.
pub struct Recorder {
    town: Town,
    wanted: Wanted,
}

/// What a chance is for: each has a source of its own, so that more of one does not change another.
#[derive(Clone, Copy)]
enum Chance {
    Town,
    Plan,
    Habits,
    Drive,
    Scans,
    Fixes,
    Impairment(Impairment),
    Uneven,
}

impl Recorder {
    /// Builds the town. Numbers of stops are brought into their range.
    pub fn new(wanted: Wanted) -> Self {
        let (least, most) = (wanted.stops.0.clamp(1, STOPS_MAX), wanted.stops.1.clamp(1, STOPS_MAX));
        let mut impairments = wanted.impairments;
        impairments.sort_unstable();
        impairments.dedup();
        let wanted = Wanted { stops: (least.min(most), least.max(most)), impairments, ..wanted };
        let mut town = Town::built(&mut chance(wanted.seed, 0, Chance::Town));
        if wanted.is_uneven {
            town.make_uneven(&mut chance(wanted.seed, 0, Chance::Uneven));
        }
        Self { town, wanted }
    }

    /// What is wanted.
    pub fn wanted(&self) -> &Wanted {
        &self.wanted
    }

    /// All tours of a recorded day, one after the other.
    pub fn tours(&self) -> impl Iterator<Item = RecordedTour> + '_ {
        (0..TOURS_MAX).map(|number| self.tour(number))
    }

    /// The tour with a number from 0.
    pub fn tour(&self, number: u32) -> RecordedTour {
        let planned = self.planned(number);
        let habits = Habits::drawn(&mut self.chance(number, Chance::Habits));
        let (truth, steps) =
            drive::drive(habits, &self.town, &planned, &mut self.chance(number, Chance::Drive));
        let mut told: Vec<(Timestamp, Happening)> = Vec::new();
        if self.wanted.received != Received::Fixes {
            told = scans::told(&truth, habits.scanning, &mut self.chance(number, Chance::Scans));
        }
        if self.wanted.received != Received::Served {
            let fixes = fixes::fixes(&self.town, &steps, &mut self.chance(number, Chance::Fixes));
            told.extend(fixes.into_iter().map(|(at, fix)| (at, Happening::Fix(fix))));
            told.sort_by_key(|(at, _)| *at);
        }
        let name = format!("t{:05}", number + 1);
        let events = self.received(number, told);
        RecordedTour { name, date: date(number), habits, plan: planned.plan, events, truth }
    }

    fn planned(&self, number: u32) -> PlannedTour {
        let mut chance = self.chance(number, Chance::Plan);
        PlannedTour::drawn(&self.town, date(number), &self.wanted, &mut chance)
    }

    /// What is received of what was told.
    fn received(&self, number: u32, told: Vec<(Timestamp, Happening)>) -> Vec<TourEvent> {
        let ids = (u128::from(number) << 64..).map(EventId::from_u128);
        let event = |(id, (at, what))| TourEvent { id, at, received_at: at, what };
        let mut events: Vec<TourEvent> = ids.zip(told).map(event).collect();
        for impairment in &self.wanted.impairments {
            impairment.apply(&mut events, &mut self.chance(number, Chance::Impairment(*impairment)));
        }
        events.sort_by_key(|event| event.received_at);
        events
    }

    fn chance(&self, number: u32, of: Chance) -> StdRng {
        chance(self.wanted.seed, number, of)
    }
}

/// The service day of a tour.
fn date(number: u32) -> Date {
    FIRST_DATE.saturating_add(i64::from(number / TOURS_A_DATE).days())
}

fn chance(seed: u64, number: u32, of: Chance) -> StdRng {
    let mut bytes = [0; 32];
    let (of_seed, rest) = bytes.split_at_mut(8);
    let (of_number, of_chance) = rest.split_at_mut(4);
    of_seed.copy_from_slice(&seed.to_le_bytes());
    of_number.copy_from_slice(&number.to_le_bytes());
    of_chance.fill(of.number());
    StdRng::from_seed(bytes)
}

impl Chance {
    fn number(self) -> u8 {
        match self {
            Self::Town => 1,
            Self::Plan => 2,
            Self::Habits => 3,
            Self::Drive => 4,
            Self::Scans => 5,
            Self::Fixes => 6,
            Self::Impairment(Impairment::Thinned(_)) => 7,
            Self::Impairment(Impairment::Lost(_)) => 8,
            Self::Impairment(Impairment::Blackout) => 9,
            Self::Impairment(Impairment::Jumps) => 10,
            Self::Impairment(Impairment::Noise) => 11,
            Self::Impairment(Impairment::Doubled) => 12,
            Self::Impairment(Impairment::Disorder) => 13,
            Self::Impairment(Impairment::Clock) => 14,
            Self::Uneven => 15,
        }
    }
}

#[cfg(test)]
mod tests;
