//! A tour with a plan: what is believed of it after each item of the feed.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use anyhow::{Context as _, Result, bail};
use doorstep_domain::admission::{Draft, Source, admit};
use doorstep_domain::prediction::{Experience, Lessons, PredictedStop, Predictor, WindowLevel};
use doorstep_domain::tour::StopState;
use doorstep_domain::{
    EventId, Fix, Folded, Happening, Metres, MetresPerSecond, ParcelId, Place, Plan, PlannedStart,
    PlannedStop, StopId, TourEvent, TourState, TravelTimes, Window,
};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, Unit};
use serde::Serialize;

use crate::recorded::day::{Item, PlanLine, RawFix, Stop};

/// While nothing happens but fixes, predictions are this far apart.
const PREDICT_EVERY: SignedDuration = SignedDuration::from_secs(15);
/// A feed begins at most this long before the service day does.
const BEFORE_DAY: SignedDuration = SignedDuration::from_hours(24);
/// The largest number of parcels of a stop.
const PARCELS_MAX: u32 = 1_000;

/// A tour.
pub(super) struct Tour {
    date: Date,
    level: WindowLevel,
    state: TourState,
    /// Made when the tour begins: what is learnt until then is used.
    predictor: Option<Predictor>,
    /// The recording's names of the stops; the stop with the identity k stands at k - 1.
    names: Vec<String>,
    ids: HashMap<String, StopId>,
    /// What was said of served stops.
    said: BTreeMap<StopId, Stay>,
    predicted_at: Option<Timestamp>,
}

/// A stay at a stop that was served.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Stay {
    arrived_at: Timestamp,
    departed_at: Timestamp,
}

/// One line of predictions.
#[derive(Serialize)]
pub(super) struct Shown<'a> {
    tour: &'a str,
    at: Timestamp,
    next_stop: Option<&'a str>,
    remaining: Vec<Remaining<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    served: Vec<Served<'a>>,
}

#[derive(Serialize)]
struct Remaining<'a> {
    stop: &'a str,
    stops_away: u16,
    eta: Timestamp,
    from: Timestamp,
    until: Timestamp,
    level: f64,
}

#[derive(Serialize)]
struct Served<'a> {
    stop: &'a str,
    arrived_at: Option<Timestamp>,
    departed_at: Option<Timestamp>,
}

impl Tour {
    /// The tour of a line of the plan, begun: a recording has no button that a driver presses. Its windows are told at a
    /// level.
    pub(super) fn planned(line: PlanLine, level: WindowLevel) -> Result<Self> {
        let date = line.date;
        let known_at = date.to_zoned(TimeZone::UTC)?.timestamp() - BEFORE_DAY;
        let names: Vec<String> = line.stops.iter().map(|stop| stop.name.clone()).collect();
        let ids: HashMap<String, StopId> = names.iter().cloned().zip((1..).map(StopId::from_u128)).collect();
        if ids.len() != names.len() {
            bail!("a stop stands on the tour twice");
        }
        let mut state = TourState::default();
        for (number, what) in
            [Happening::Planned(Box::new(plan(line)?)), Happening::Started].into_iter().enumerate()
        {
            let id = EventId::from_u128(u128::MAX - number as u128);
            let at = known_at + SignedDuration::from_secs(i64::try_from(number)?);
            state.fold(TourEvent { id, at, received_at: at, what });
        }
        Ok(Self {
            date,
            level,
            state,
            predictor: None,
            names,
            ids,
            said: BTreeMap::new(),
            predicted_at: None,
        })
    }

    /// Its service day.
    pub(super) fn date(&self) -> Date {
        self.date
    }

    /// Whether nothing was foretold of it yet.
    pub(super) fn is_new(&self) -> bool {
        self.predictor.is_none()
    }

    /// Begins with what past days taught.
    pub(super) fn begin(&mut self, experience: Arc<Experience>) {
        self.predictor = Some(Predictor::new(experience));
    }

    /// What the tour teaches as far as it got.
    pub(super) fn lessons(&self, experience: &Experience) -> Lessons {
        Lessons::of(&self.state, experience)
    }

    /// Takes an item of the feed, as the live way does; whether it was let in and new.
    pub(super) fn take(&mut self, number: u64, now: Timestamp, item: &Item) -> bool {
        let Some(what) = self.happening(item) else { return false };
        let draft = Draft { id: EventId::from_u128(u128::from(number)), at: item.at, sent_at: None, what };
        let admitted = admit(&self.state, draft, now, Source::Driver);
        admitted.is_ok_and(|event| self.state.fold(event) != Folded::Doubled)
    }

    /// What is believed after an item, when there is something to say.
    pub(super) fn shown<'a>(&'a mut self, now: Timestamp, item: &'a Item) -> Option<Shown<'a>> {
        let changed = self.newly_served();
        let is_due = self.predicted_at.is_none_or(|before| now.duration_since(before) >= PREDICT_EVERY);
        if item.fix.is_some() && changed.is_empty() && !is_due {
            return None;
        }
        self.predicted_at = Some(now);
        let prediction = self.predictor.get_or_insert_default().predict(&self.state, now);
        let here = prediction.remaining.iter().take_while(|stop| stop.arrived_at.is_some()).count();
        let remaining: Vec<Remaining<'_>> =
            prediction.remaining.iter().map(|stop| self.remaining(stop)).collect();
        let next_stop = remaining.get(here).map(|stop| stop.stop);
        let served = changed.into_iter().map(|(stop, stay)| Served {
            stop: self.name(stop),
            arrived_at: stay.map(|stay| whole(stay.arrived_at)),
            departed_at: stay.map(|stay| whole(stay.departed_at)),
        });
        Some(Shown { tour: &item.tour, at: now, next_stop, remaining, served: served.collect() })
    }

    fn remaining(&self, stop: &PredictedStop) -> Remaining<'_> {
        let window = stop.window_of(self.level);
        Remaining {
            stop: self.name(stop.stop),
            stops_away: stop.stops_away,
            eta: whole(stop.arrival),
            from: whole(window.from),
            until: whole(window.until),
            level: self.level.probability(),
        }
    }

    /// The stops of which something else is believed than was said last; `None` takes back what was said.
    fn newly_served(&mut self) -> Vec<(StopId, Option<Stay>)> {
        let mut changed = Vec::new();
        for stop in self.state.stops() {
            let id = stop.planned.id;
            let stay = match stop.state {
                StopState::Served { arrived_at: Some(arrived_at), at, .. } => {
                    Some(Stay { arrived_at, departed_at: at })
                }
                _ => None,
            };
            if self.said.get(&id).copied() != stay {
                changed.push((id, stay));
            }
        }
        for (stop, stay) in &changed {
            match stay {
                Some(stay) => self.said.insert(*stop, *stay),
                None => self.said.remove(stop),
            };
        }
        changed
    }

    fn happening(&self, item: &Item) -> Option<Happening> {
        let stop = |name: &str| self.ids.get(name).copied();
        if let Some(raw) = &item.fix {
            return fix(raw).map(Happening::Fix);
        }
        if let Some(at) = &item.served {
            return stop(&at.stop).map(|stop| Happening::Served { stop });
        }
        if let Some(at) = &item.arrived {
            return stop(&at.stop).map(|stop| Happening::Arrived { stop });
        }
        match &item.departed.as_ref()?.stop {
            None => Some(Happening::Departed { stop: None }),
            Some(name) => stop(name).map(|stop| Happening::Departed { stop: Some(stop) }),
        }
    }

    fn name(&self, stop: StopId) -> &str {
        let index = usize::try_from(stop.as_u128()).ok().and_then(|number| number.checked_sub(1));
        index.and_then(|index| self.names.get(index)).map_or("", String::as_str)
    }
}

/// What a device read, unless it is no place at all.
pub(super) fn fix(raw: &RawFix) -> Option<Fix> {
    Some(Fix {
        place: Place::from_degrees(raw.lat, raw.lon).ok()?,
        accuracy: raw.accuracy_m.map(Metres),
        speed: raw.speed_mps.map(MetresPerSecond),
        course: raw.course_deg,
    })
}

fn plan(line: PlanLine) -> Result<Plan> {
    if line.stops.len() > Plan::STOPS_MAX {
        bail!("the tour {:?} has more than {} stops", line.tour, Plan::STOPS_MAX);
    }
    let start = line.start.map(|start| {
        Ok::<_, anyhow::Error>(PlannedStart {
            place: Place::from_degrees(start.lat, start.lon)?,
            at: start.at,
        })
    });
    let stops = line.stops.into_iter().zip(1..).map(|(stop, number)| planned_stop(stop, number));
    let travel = line.travel_s.map(|rows| TravelTimes::try_from(rows).map_err(anyhow::Error::msg));
    Ok(Plan {
        driver: None,
        vehicle: None,
        start: start.transpose()?,
        stops: stops.collect::<Result<_>>()?,
        travel: travel.transpose()?,
    })
}

fn planned_stop(stop: Stop, number: u128) -> Result<PlannedStop> {
    let parcels = u128::from(stop.parcels.unwrap_or_default().min(PARCELS_MAX));
    Ok(PlannedStop {
        id: StopId::from_u128(number),
        place: Some(
            Place::from_degrees(stop.lat, stop.lon)
                .with_context(|| format!("the stop {:?} is nowhere", stop.name))?,
        ),
        service: stop.service_s.map(SignedDuration::try_from_secs_f64).transpose()?,
        planned_arrival: stop.planned_arrival,
        window: stop.window.map(|(from, until)| Window::between(from, until)),
        zone: stop.zone,
        parcels: (0..parcels).map(|nth| ParcelId::from_u128(number << 32 | nth)).collect(),
    })
}

fn whole(at: Timestamp) -> Timestamp {
    at.round(Unit::Second).unwrap_or(at)
}
