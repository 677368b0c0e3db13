//! How a van moves: it speeds up and brakes, is slow in bends, waits at junctions, and turns round.

use doorstep_domain::Place;
use doorstep_domain::streets::{Piece, Spot, Streets};
use rand::RngExt as _;
use rand::rngs::StdRng;

use crate::chance::log_normal;

/// A way is reckoned in steps of so many metres.
const STEP_M: f64 = 2.0;
const SPEEDING_UP_MPS2: f64 = 1.3;
const BRAKING_MPS2: f64 = 1.8;
/// Who is about to stand goes so fast.
const CREEPING_MPS: f64 = 0.8;
/// How fast bends are taken that turn by more than about 50 degrees.
const BEND_MPS: f64 = 4.0;
/// The speed of the map holds turns and waiting; between them one is faster.
const FREE_FLOW: f64 = 1.12;
/// How much streets differ from what the map says (the deviation of its logarithm).
const STREET_SPREAD: f64 = 0.12;
/// How often one waits at the end of a street, and how long.
const WAITS: f64 = 0.12;
const WAIT_S: std::ops::Range<f64> = 2.0..35.0;
const TURNING_S: std::ops::Range<f64> = 6.0..16.0;

/// A van on its tour.
pub(super) struct Van<'a> {
    streets: &'a Streets,
    speeds: Vec<f64>,
    /// How fast its driver is today, against the map.
    pace: f64,
    here: Option<Spot>,
    heading: Option<bool>,
    now_s: f64,
    /// Where it was when.
    seen: Vec<(f64, Place)>,
}

/// A step of a way.
struct Step {
    place: Place,
    metres: f64,
    /// The most that may be driven on it.
    speed_mps: f64,
    /// Waiting at its end.
    wait_s: f64,
}

impl<'a> Van<'a> {
    pub(super) fn new(streets: &'a Streets, pace: f64) -> Self {
        let speeds = streets.streets().map(|street| street.speed.0).collect();
        Self { streets, speeds, pace, here: None, heading: None, now_s: 0.0, seen: Vec::new() }
    }

    /// Whole seconds since the tour began.
    pub(super) fn now_s(&self) -> u32 {
        u32::try_from(super::whole(self.now_s.round())).unwrap_or(u32::MAX)
    }

    /// Drives to a spot and tells the way; the first one is where it begins. `None` where there is no way.
    pub(super) fn drive_to(&mut self, spot: Spot, chance: &mut StdRng) -> Option<Vec<Piece>> {
        let place = self.streets.place(spot)?;
        let pieces = match self.here {
            None => Vec::new(),
            Some(here) => {
                let way = self.streets.quickest(here, self.heading, spot, f64::INFINITY)?;
                self.heading = Some(way.ends_forward);
                way.pieces
            }
        };
        let steps = self.steps(&pieces, chance);
        self.follow(&steps);
        self.seen.push((self.now_s, place));
        self.here = Some(spot);
        Some(pieces)
    }

    /// Stands where it is, until a whole second.
    pub(super) fn stand(&mut self, seconds: f64) {
        self.now_s = (self.now_s + seconds).round();
        if let Some((_, place)) = self.seen.last().copied() {
            self.seen.push((self.now_s, place));
        }
    }

    /// Where it was at each second.
    pub(super) fn track(&self) -> Vec<Place> {
        let mut track = Vec::new();
        let mut pairs = self.seen.windows(2);
        let mut pair = pairs.next();
        for second in 0..=self.now_s() {
            let second = f64::from(second);
            while let Some([_, (until, _)]) = pair
                && *until < second
            {
                pair = pairs.next();
            }
            let Some([(from, before), (until, after)]) = pair else { break };
            let share = if until > from { ((second - from) / (until - from)).clamp(0.0, 1.0) } else { 1.0 };
            track.extend(between(*before, *after, share));
        }
        track
    }

    /// The steps of a way, with what is slow on it.
    fn steps(&self, pieces: &[Piece], chance: &mut StdRng) -> Vec<Step> {
        let mut steps: Vec<Step> = Vec::new();
        for (at, piece) in pieces.iter().enumerate() {
            let speed = usize::try_from(piece.street).ok().and_then(|street| self.speeds.get(street));
            let speed = speed.copied().unwrap_or(1.0) * FREE_FLOW * self.pace;
            let speed_mps = log_normal(chance, speed, STREET_SPREAD).max(1.0);
            let before = steps.len();
            steps.extend(self.steps_of(*piece, speed_mps));
            let turns = at
                .checked_sub(1)
                .and_then(|at| pieces.get(at))
                .is_some_and(|last| last.street == piece.street);
            if let Some(junction) = before.checked_sub(1).and_then(|at| steps.get_mut(at)) {
                if turns {
                    junction.wait_s = chance.random_range(TURNING_S);
                } else if chance.random_bool(WAITS) {
                    junction.wait_s = chance.random_range(WAIT_S);
                }
            }
        }
        slow_in_bends(&mut steps);
        steps
    }

    fn steps_of(&self, piece: Piece, speed_mps: f64) -> impl Iterator<Item = Step> + use<'_> {
        let count = u32::try_from(super::whole((piece.length_m() / STEP_M).ceil())).unwrap_or(1).max(1);
        let metres = piece.length_m() / f64::from(count);
        (1..=count).filter_map(move |step| {
            let share = f64::from(step) / f64::from(count);
            let at_m = piece.from_m + (piece.to_m - piece.from_m) * share;
            let place = self.streets.place(Spot { street: piece.street, at_m })?;
            Some(Step { place, metres, speed_mps, wait_s: 0.0 })
        })
    }

    /// Drives from standing to standing.
    fn follow(&mut self, steps: &[Step]) {
        let speeds = speeds(steps);
        for ((step, before), after) in steps.iter().zip(&speeds).zip(speeds.iter().skip(1)) {
            self.now_s += 2.0 * step.metres / (before + after);
            self.seen.push((self.now_s, step.place));
            if step.wait_s > 0.0 {
                self.now_s += step.wait_s;
                self.seen.push((self.now_s, step.place));
            }
        }
        self.now_s = self.now_s.round();
    }
}

/// How fast it is before the first step and after each.
fn speeds(steps: &[Step]) -> Vec<f64> {
    let mut speeds = vec![CREEPING_MPS];
    let mut before: f64 = CREEPING_MPS;
    for (step, next) in steps.iter().zip(steps.iter().skip(1).map(Some).chain([None])) {
        let most = next.map_or(CREEPING_MPS, |next| step.speed_mps.min(next.speed_mps));
        let most = if step.wait_s > 0.0 { CREEPING_MPS } else { most };
        before = most.min((before * before + 2.0 * SPEEDING_UP_MPS2 * step.metres).sqrt());
        speeds.push(before);
    }
    let mut after = CREEPING_MPS;
    for (speed, step) in
        speeds.iter_mut().rev().zip(std::iter::once(None).chain(steps.iter().rev().map(Some)))
    {
        if let Some(step) = step {
            *speed = speed.min((after * after + 2.0 * BRAKING_MPS2 * step.metres).sqrt());
        }
        after = *speed;
    }
    speeds
}

/// Nobody takes a corner at full speed.
fn slow_in_bends(steps: &mut [Step]) {
    let places: Vec<Place> = steps.iter().map(|step| step.place).collect();
    for (three, step) in places.windows(3).zip(steps.iter_mut().skip(1)) {
        let [a, b, c] = three else { continue };
        let squeeze = b.lat().to_radians().cos();
        let (north, east) = (b.lat() - a.lat(), (b.lon() - a.lon()) * squeeze);
        let (north_on, east_on) = (c.lat() - b.lat(), (c.lon() - b.lon()) * squeeze);
        let lengths = north.hypot(east) * north_on.hypot(east_on);
        if lengths > 0.0 && (north * north_on + east * east_on) / lengths < 0.6 {
            step.speed_mps = step.speed_mps.min(BEND_MPS);
        }
    }
}

fn between(before: Place, after: Place, share: f64) -> Option<Place> {
    let mid = |a: f64, b: f64| a + (b - a) * share;
    Place::from_degrees(mid(before.lat(), after.lat()), mid(before.lon(), after.lon())).ok()
}
