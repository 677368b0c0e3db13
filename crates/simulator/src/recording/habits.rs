//! What drivers are used to do. Each has one habit of each kind, and they combine freely.

use rand::RngExt as _;
use rand::rngs::StdRng;
use serde::Serialize;

/// In which order a driver serves the stops.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum OrderHabit {
    /// As planned.
    FollowsPlan,
    /// As planned, but now and then the next but one first.
    SwapsNeighbours,
    /// From the last planned stop to the first.
    Backwards,
    /// Zone by zone as planned, but the zones in another order.
    OtherZones,
    /// The way that he thinks the shortest, changing zones as he likes.
    OwnWay,
    /// As planned, but some stops are left out and returned to later.
    SkipsAndReturns,
}

/// What a driver does between stops.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum WayHabit {
    /// Drives on to the next stop.
    DrivesOn,
    /// Goes out of the way now and then.
    Detours,
    /// Takes breaks, standing away from any stop.
    TakesBreaks,
    /// Serves stops that lie together on foot, from one parking place.
    ParksOnce,
}

/// How a driver scans.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ScanHabit {
    /// Each stop when it is done.
    WhenDone,
    /// Forgets some stops.
    ForgetsSome,
    /// Several stops in the van, before driving off to the first of them.
    InTheVan,
}

/// The habits of the driver of a tour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Habits {
    /// In which order the stops are served.
    pub order: OrderHabit,
    /// What happens between stops.
    pub way: WayHabit,
    /// How stops are scanned.
    pub scanning: ScanHabit,
}

/// How many of a hundred drivers have each habit.
const ORDERS: [(OrderHabit, u32); 6] = [
    (OrderHabit::FollowsPlan, 48),
    (OrderHabit::SwapsNeighbours, 15),
    (OrderHabit::OwnWay, 13),
    (OrderHabit::SkipsAndReturns, 10),
    (OrderHabit::OtherZones, 8),
    (OrderHabit::Backwards, 6),
];
const WAYS: [(WayHabit, u32); 4] = [
    (WayHabit::DrivesOn, 52),
    (WayHabit::TakesBreaks, 20),
    (WayHabit::ParksOnce, 16),
    (WayHabit::Detours, 12),
];
const SCANNINGS: [(ScanHabit, u32); 3] =
    [(ScanHabit::WhenDone, 70), (ScanHabit::ForgetsSome, 15), (ScanHabit::InTheVan, 15)];

impl Habits {
    /// The habits of some driver.
    pub(super) fn drawn(chance: &mut StdRng) -> Self {
        Self { order: drawn(ORDERS, chance), way: drawn(WAYS, chance), scanning: drawn(SCANNINGS, chance) }
    }
}

fn drawn<T: Copy, const N: usize>(shares: [(T, u32); N], chance: &mut StdRng) -> T {
    let mut left = chance.random_range(0..shares.iter().map(|(_, share)| share).sum());
    for (habit, share) in shares {
        if left < share {
            return habit;
        }
        left -= share;
    }
    unreachable!("what was drawn is less than all shares together")
}
