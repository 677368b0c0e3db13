//! A vehicle: it drives its tour on real roads, does the work at each stop, and its phone tells the server.
//!
//! The vehicle has a time of its own that runs along with the [`Pace`] and never ahead of it. What it does next is
//! always asked of the server, as a driver looks at the phone: after a restart of either it goes on where it was.

mod motion;
mod stop;

use std::sync::Arc;

use doorstep_domain::{Fix, Place};
use doorstep_roads::RoadNetwork;
use jiff::{SignedDuration, Timestamp};
use rand::SeedableRng as _;
use rand::rngs::StdRng;
use serde_json::json;

use crate::operator::Operator;
use crate::phone::{DriverStop, DriverTour};
use crate::{ApiError, AtHome, Pace, Phone};

/// How often a phone tells where it is, in the pace's time.
const TICK: SignedDuration = SignedDuration::from_secs(5);
/// How often a phone without a tour looks for one.
const LOOK: SignedDuration = SignedDuration::from_secs(60);
/// A vehicle that lags behind the pace by more than this sends its fixes in batches until it has caught up.
const LAG_MAX: SignedDuration = SignedDuration::from_secs(20);
/// The most fixes that are held back to catch up.
const HELD_MAX: usize = 50;
const BREAK: SignedDuration = SignedDuration::from_mins(12);
const SILENCE: SignedDuration = SignedDuration::from_mins(8);

/// How a driver leaves the plan, after so many stops.
#[derive(Debug, Clone)]
pub enum Deviation {
    /// Takes the stop after next before the next one.
    SwapsStops {
        /// After how many stops.
        after: usize,
    },
    /// Leaves a stop out.
    SkipsOne {
        /// After how many stops.
        after: usize,
    },
    /// Takes a break.
    TakesBreak {
        /// After how many stops.
        after: usize,
    },
    /// Hands over to another driver, whose phone goes on.
    HandsOver {
        /// After how many stops.
        after: usize,
        /// Who goes on.
        driver: String,
        /// Their phone.
        phone: Box<Phone>,
    },
    /// Loses the signal for some minutes and sends everything later.
    LosesSignal {
        /// After how many stops.
        after: usize,
    },
}

/// What a vehicle did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Driven {
    /// Stops at which the work was done.
    pub stops: usize,
    /// Fixes told.
    pub fixes: usize,
}

/// A vehicle with its driver and phone.
pub struct Vehicle {
    pace: Pace,
    roads: Arc<RoadNetwork>,
    operator: Option<Operator>,
    phone: Phone,
    at_home: Option<AtHome>,
    deviations: Vec<Deviation>,
    chance: StdRng,
    depot: Place,
    start_at: Timestamp,
    here: Option<Place>,
    now: Timestamp,
    silent_until: Option<Timestamp>,
    drift: motion::Drift,
    driven: Driven,
    /// Whether the driver ended the tour.
    is_done: bool,
}

/// What a vehicle is made of.
pub struct Parts {
    /// Its clock.
    pub pace: Pace,
    /// The roads that it drives on.
    pub roads: Arc<RoadNetwork>,
    /// The operator's system, for what a driver cannot tell alone.
    pub operator: Option<Operator>,
    /// Its phone.
    pub phone: Phone,
    /// Who tells the driver a code at the door.
    pub at_home: Option<AtHome>,
    /// How its driver leaves the plan.
    pub deviations: Vec<Deviation>,
    /// The seed of its chances.
    pub seed: u64,
    /// Where it starts.
    pub depot: Place,
    /// When it starts.
    pub start_at: Timestamp,
}

impl Vehicle {
    /// A vehicle that stands at its depot.
    pub fn new(parts: Parts) -> Self {
        let Parts { pace, roads, operator, phone, at_home, deviations, seed, depot, start_at } = parts;
        Self {
            now: pace.now(),
            pace,
            roads,
            operator,
            phone,
            at_home,
            deviations,
            chance: StdRng::seed_from_u64(seed),
            depot,
            start_at,
            here: None,
            silent_until: None,
            drift: motion::Drift::default(),
            driven: Driven::default(),
            is_done: false,
        }
    }

    /// Drives the tour to its end. A server that is away is waited for; dropping the future stops the vehicle.
    ///
    /// # Errors
    /// When the server refuses this phone for good.
    pub async fn drive(mut self) -> Result<Driven, ApiError> {
        self.wait_until(self.start_at).await;
        loop {
            let Some(tour) = self.look().await? else {
                if self.is_done {
                    return Ok(self.driven);
                }
                // Without a tour a phone tells nothing.
                self.wait_until(self.now + LOOK).await;
                continue;
            };
            self.here.get_or_insert_with(|| last_place(&tour).unwrap_or(self.depot));
            match tour.phase.as_str() {
                "not_started" => self.work("started", json!({})).await,
                "on_break" => {
                    self.wait_until(self.now + BREAK).await;
                    self.work("break_ended", json!({})).await;
                }
                "ended" => return Ok(self.driven),
                _ => self.go_on(&tour).await,
            }
        }
    }

    /// One step of a tour under way: a deviation that is due, or the next stop, or the end.
    async fn go_on(&mut self, tour: &DriverTour) {
        if let Some(stop) = tour.stops.iter().find(|stop| stop.state == "arrived") {
            return self.serve(stop).await;
        }
        let mut remaining = tour.stops.iter().filter(|stop| stop.state == "remaining");
        let (next, after_next) = (remaining.next(), remaining.next());
        let Some(next) = next else {
            self.is_done = true;
            return self.work("ended", json!({})).await;
        };
        let done = tour.stops.iter().filter(|stop| stop.state == "served").count();
        let Some(due) = self.deviations.iter().position(|deviation| deviation.after() == done) else {
            return self.visit(next).await;
        };
        match self.deviations.swap_remove(due) {
            Deviation::SwapsStops { .. } => self.visit(after_next.unwrap_or(next)).await,
            Deviation::SkipsOne { .. } => self.work("skipped", json!({ "stop": next.id })).await,
            Deviation::TakesBreak { .. } => self.work("break_begun", json!({})).await,
            Deviation::LosesSignal { .. } => self.silent_until = Some(self.now + SILENCE),
            Deviation::HandsOver { driver, phone, .. } => self.hand_over(&tour.id, &driver, *phone).await,
        }
    }

    async fn visit(&mut self, stop: &DriverStop) {
        // Without a place the address must do: the driver finds it on foot.
        if let Some(place) = stop.place {
            self.drive_to(place).await;
        }
        self.park().await;
        self.work("arrived", json!({ "stop": stop.id })).await;
        self.serve(stop).await;
    }

    async fn hand_over(&mut self, tour: &str, driver: &str, phone: Phone) {
        self.send().await;
        let Some(operator) = self.operator.clone() else { return };
        match operator.hand_over(tour, driver, self.now).await {
            Ok(()) => self.phone = phone,
            Err(error) => tracing::warn!(%error, "the tour could not be handed over"),
        }
    }

    /// The driver's tour, waiting for a server that is away.
    async fn look(&mut self) -> Result<Option<DriverTour>, ApiError> {
        loop {
            // What waits goes first: the answer must know of it, or the driver would do the same work twice.
            let sent = self.phone.flush(self.now).await;
            let looked = match sent {
                Err(error) if error.is_passing() => Err(error),
                _ => self.phone.tour().await,
            };
            match looked {
                Ok(Some(tour)) => return Ok(Some(tour)),
                Ok(None) => return Ok(self.successor().await),
                Err(error) if error.is_passing() => {
                    tracing::warn!(%error, "the server is away; the phone tries again");
                    tokio::time::sleep(std::time::Duration::from_secs(1)).await;
                    self.now = self.now.max(self.pace.now());
                }
                Err(error) => return Err(error),
            }
        }
    }

    /// After a restart the tour may be with the driver to whom it was handed over before.
    async fn successor(&mut self) -> Option<DriverTour> {
        let position = self.deviations.iter().position(|d| matches!(d, Deviation::HandsOver { .. }))?;
        let Deviation::HandsOver { phone, .. } = self.deviations.get(position)? else { return None };
        let tour = phone.tour().await.ok()??;
        if let Deviation::HandsOver { phone, .. } = self.deviations.swap_remove(position) {
            self.phone = *phone;
        }
        Some(tour)
    }

    /// Tells something that the driver did.
    async fn work(&mut self, kind: &str, fields: serde_json::Value) {
        self.phone.note_work(kind, self.now, &fields);
        self.send().await;
    }

    /// Tells where the vehicle is, as far as its phone knows.
    async fn tell_place(&mut self, place: Place, speed_mps: f64, course_deg: Option<f64>) {
        let fix: Fix = self.drift.reading(place, speed_mps, course_deg, &mut self.chance);
        self.phone.note_fix(self.now, fix);
        self.driven.fixes += 1;
        let lag = self.pace.now().duration_since(self.now);
        if lag < LAG_MAX || self.phone.waiting() >= HELD_MAX {
            self.send().await;
        }
    }

    async fn send(&mut self) {
        if self.silent_until.is_some_and(|until| self.now < until) {
            return;
        }
        self.silent_until = None;
        if let Err(error) = self.phone.flush(self.now).await {
            tracing::debug!(%error, "the phone keeps what it could not send");
        }
    }

    /// Lets the vehicle's time pass without telling anything.
    async fn wait_until(&mut self, at: Timestamp) {
        self.pace.until(at).await;
        self.now = self.now.max(at);
    }
}

impl Deviation {
    fn after(&self) -> usize {
        match self {
            Self::SwapsStops { after }
            | Self::SkipsOne { after }
            | Self::TakesBreak { after }
            | Self::HandsOver { after, .. }
            | Self::LosesSignal { after } => *after,
        }
    }
}

/// Where a vehicle that was restarted stands: at the last stop that it served.
fn last_place(tour: &DriverTour) -> Option<Place> {
    tour.stops.iter().rev().filter(|stop| stop.state == "served").find_map(|stop| stop.place)
}
