//! The judge of tours: takes predictions line by line, and asks at each instant what the last one showed.
//!
//! For an instant the last prediction at or before it counts, a later one never; no prediction counts as an empty
//! one. What truly remains are all stops that were driven after the last arrival at or before the instant.

use std::collections::{BTreeMap, HashSet};

use anyhow::{Result, bail};
use jiff::Timestamp;

use super::arrival::Arrival;
use super::instants::{self, Instants};
use super::moment::Moment;
use super::next_stop::NextStop;
use super::order::Order;
use super::roster::Roster;
use super::score::{Counts, TourScore};
use super::served::Served;
use super::shown::Shown;
use super::snapshots::{Asked, PING_EVERY, snapshots};
use super::stops_away::StopsAway;
use super::truth::{self, Truth};
use super::windows::Windows;
use crate::recorded::day::Day;
use crate::recorded::prediction::Prediction;
use crate::recorded::truth::Split;

/// Judges the predictions for the tours of a day.
pub(super) struct Judge {
    roster: Roster,
    /// By the numbers of the tours; none where a tour is not judged.
    truths: Vec<Option<Truth>>,
    /// What the predictions were made from.
    received: Vec<Instants>,
    /// The instants of all items of that feed.
    instants: HashSet<Timestamp>,
    progress: Vec<Progress>,
    measures: Measures,
    level: Option<f64>,
}

/// How far a tour is judged.
#[derive(Default)]
struct Progress {
    /// What is still to be asked.
    asked: BTreeMap<Timestamp, Asked>,
    /// The last prediction, and its instant.
    last: Option<(Timestamp, Shown)>,
    /// The instant of the last line, judged or not.
    latest: Option<Timestamp>,
}

#[derive(Default)]
struct Measures {
    next_stop: NextStop,
    stops_away: StopsAway,
    order: Order,
    arrival: Arrival,
    windows: Windows,
    served: Served,
    counts: Counts,
}

impl Judge {
    /// A judge of a part of a day. Where the day was made poorer, `base` is the day before: its feed says at which
    /// instants is asked, so that both are asked the same.
    ///
    /// # Errors
    /// When a file is missing or breaks its format, with file and line.
    pub(super) fn of(day: &Day, base: &Day, judged: &Split) -> Result<Self> {
        let roster = Roster::of(day, judged)?;
        let truths = truth::read(day, &roster)?;
        let received = instants::read(day, &roster)?;
        let of_base = if base.folder() == day.folder() { None } else { Some(instants::read(base, &roster)?) };
        let asked_from = of_base.as_ref().unwrap_or(&received);
        let asked = |(truth, received): (&Option<Truth>, &Instants)| Progress {
            asked: truth.as_ref().map(|truth| snapshots(truth, received)).unwrap_or_default(),
            ..Progress::default()
        };
        Ok(Self {
            progress: truths.iter().zip(asked_from).map(asked).collect(),
            instants: received.iter().flat_map(|tour| &tour.all).copied().collect(),
            roster,
            truths,
            received,
            measures: Measures::default(),
            level: None,
        })
    }

    /// How many tours are judged.
    pub(super) fn len(&self) -> usize {
        self.truths.iter().flatten().count()
    }

    /// Takes a prediction.
    ///
    /// # Errors
    /// When it breaks the format.
    pub(super) fn take(&mut self, prediction: &Prediction) -> Result<()> {
        let (number, at) = (self.roster.number(&prediction.tour)?, prediction.at);
        let tour = self.roster.tour(number);
        if !self.instants.contains(&at) {
            bail!("at {at} is not the instant of an item of the feed");
        }
        let progress = self.progress.get_mut(number).expect("there is one for each tour of the roster");
        if progress.latest.is_some_and(|latest| at < latest) {
            bail!("at {at} goes backwards on the tour {:?}", prediction.tour);
        }
        progress.latest = Some(at);
        let shown = Shown::of(prediction, tour)?;
        if shown.level.is_some() && self.level.is_some() && shown.level != self.level {
            bail!("the windows have another level than those before");
        }
        self.level = self.level.or(shown.level);
        let served = prediction.served.iter().flatten();
        let served: Vec<_> = served.map(|stop| Ok((tour.stop(&stop.stop)?, stop))).collect::<Result<_>>()?;
        if self.truths.get(number).is_none_or(Option::is_none) {
            return Ok(());
        }
        self.ask(number, Some(at));
        for (stop, said) in served {
            self.measures.served.say((number, stop), at, said.arrived_at, said.departed_at);
        }
        self.show(number, at, shown);
        Ok(())
    }

    /// Goes on to what is shown now.
    fn show(&mut self, number: usize, at: Timestamp, shown: Shown) {
        let Some(progress) = self.progress.get_mut(number) else { return };
        let before = progress.last.as_ref().map(|(_, before)| before);
        self.measures.stops_away.changed(number, before, &shown);
        progress.last = Some((at, shown));
    }

    /// Asks a tour at all instants before one, or at all that are left.
    fn ask(&mut self, number: usize, before: Option<Timestamp>) {
        let (Some(progress), Some(Some(truth)), Some(received)) =
            (self.progress.get_mut(number), self.truths.get(number), self.received.get(number))
        else {
            return;
        };
        let later = before.map(|before| progress.asked.split_off(&before)).unwrap_or_default();
        for (at, asked) in std::mem::replace(&mut progress.asked, later) {
            let is_stale = progress.last.as_ref().is_some_and(|(shown_at, _)| {
                received.last_until(at).is_some_and(|known| known.duration_since(*shown_at) > PING_EVERY)
            });
            let shown = progress.last.as_ref().map(|(_, shown)| shown);
            self.measures.judge(number, truth, (at, asked), shown, is_stale);
        }
    }

    /// The score, after the last prediction.
    pub(super) fn finish(mut self) -> TourScore {
        (0..self.roster.len()).for_each(|number| self.ask(number, None));
        self.measures.score(&self.truths)
    }
}

impl Measures {
    fn judge(
        &mut self,
        tour: usize,
        truth: &Truth,
        (at, asked): (Timestamp, Asked),
        shown: Option<&Shown>,
        is_stale: bool,
    ) {
        let whereabouts = truth.at(at);
        let remaining = truth.remaining(whereabouts.first);
        if remaining.is_empty() {
            return;
        }
        let nothing = Shown::default();
        let moment = Moment {
            tour,
            at,
            shown: shown.unwrap_or(&nothing),
            remaining,
            follows_plan: truth.follows_plan,
        };
        if asked.is_ping {
            self.counts.ping(shown.is_some(), is_stale);
            self.arrival.ping(&moment);
            self.windows.ping(&moment);
        }
        if asked.is_ping && whereabouts.is_between_stops {
            self.next_stop.ping(&moment);
        }
        if asked.is_after_stop && whereabouts.is_between_stops {
            self.next_stop.after_stop(&moment);
            self.stops_away.after_stop(&moment);
            self.order.after_stop(&moment);
            self.windows.after_stop(&moment);
        }
    }

    fn score(mut self, truths: &[Option<Truth>]) -> TourScore {
        let (pairs, missing) = self.arrival.pairs();
        TourScore {
            is_complete: self.counts.is_complete(pairs, missing),
            counts: self.counts,
            next_stop: self.next_stop.figures(),
            stops_away: self.stops_away.figures(),
            order: self.order.figures(),
            arrival: self.arrival.figures(),
            windows: self.windows.figures(),
            served: self.served.figures(truths),
        }
    }
}
