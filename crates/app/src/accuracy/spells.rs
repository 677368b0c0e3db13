//! Standing or moving: whether what was said of a track's fixes is right, and in time.

use std::collections::{BTreeMap, HashMap, HashSet};

use anyhow::{Context as _, Result, bail};
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;

use super::pooled::{Estimate, Pooled, median, rounded_to, share};
use crate::recorded::day::Day;
use crate::recorded::prediction::Believed;
use crate::recorded::truth::{Label, Split, State};

/// A spell that was found is a true one when they share this part of what they span together.
const OVERLAP: f64 = 0.5;
/// What is told: what was known by how long after the fix.
const DELAYS: [(&str, SignedDuration); 4] = [
    ("at once", SignedDuration::ZERO),
    ("within 30 s", SignedDuration::from_secs(30)),
    ("within 60 s", SignedDuration::from_secs(60)),
    ("any delay", SignedDuration::MAX),
];

/// The tracks of a day, and what was said of them.
pub(super) struct Tracks {
    judged: Split,
    /// By their names.
    tracks: BTreeMap<String, Track>,
}

#[derive(Default)]
struct Track {
    points: BTreeMap<Timestamp, Point>,
    received: HashSet<Timestamp>,
}

/// A fix whose state is known.
struct Point {
    stopped: bool,
    /// What was said of it, by how long after it.
    said: BTreeMap<SignedDuration, bool>,
}

/// What was known by some delay.
#[derive(Debug, Serialize)]
pub(crate) struct SpellFigures {
    pub(crate) known: &'static str,
    /// The share of fixes of which the right was said.
    pub(crate) accuracy: Estimate,
    /// The harmonic mean of precision and recall, of standing and of moving.
    pub(crate) f1_stopped: Option<f64>,
    pub(crate) f1_moving: Option<f64>,
    /// The share of halts that were found and are true, and of true halts that were found.
    pub(crate) precision: Option<Estimate>,
    pub(crate) recall: Option<Estimate>,
    /// True halts.
    pub(crate) spells: u64,
    pub(crate) n: u64,
    /// Fixes of which nothing was said by then; they take what was said of the one before.
    pub(crate) silent: u64,
    /// The median of how long after a fix the last thing was said of it.
    pub(crate) median_delay_s: Option<f64>,
}

impl Tracks {
    /// Reads what is true of a part of a day.
    ///
    /// # Errors
    /// When there are no labels, or a file breaks its format, with file and line.
    pub(super) fn of(day: &Day, judged: Split) -> Result<Self> {
        let (mut lines, bar) = day.lines("labels.jsonl").context("tracks are judged by their labels")?;
        let mut tracks: BTreeMap<String, Track> = BTreeMap::new();
        while let Some(label) = lines.next::<Label>()? {
            if judged.has(&[&label.tour]) {
                let point = Point { stopped: label.state == State::Stopped, said: BTreeMap::new() };
                tracks.entry(label.tour).or_default().points.insert(label.at, point);
            }
        }
        bar.finish_and_clear();
        day.feed(|_, now, item| {
            if let Some(track) = tracks.get_mut(&item.tour) {
                track.received.insert(now);
            }
            Ok(())
        })?;
        Ok(Self { judged, tracks })
    }

    /// How many tracks are judged.
    pub(super) fn len(&self) -> usize {
        self.tracks.len()
    }

    /// Takes what was said of a fix; a later statement counts.
    ///
    /// # Errors
    /// When it breaks the format.
    pub(super) fn take(&mut self, believed: &Believed) -> Result<()> {
        if !self.judged.has(&[&believed.tour]) {
            return Ok(());
        }
        let name = &believed.tour;
        let track = self.tracks.get_mut(name).with_context(|| format!("the track {name:?} has no labels"))?;
        let known_at = believed.known_at.unwrap_or(believed.at);
        if known_at < believed.at || !track.received.contains(&known_at) {
            bail!("known_at {known_at} is not the instant of an item of the feed, or before the fix");
        }
        let point = track.points.get_mut(&believed.at);
        let point = point.with_context(|| format!("at {} is not the instant of a fix", believed.at))?;
        point.said.insert(known_at.duration_since(believed.at), believed.state == State::Stopped);
        Ok(())
    }

    /// The figures, of what was known at once and later.
    pub(super) fn figures(&self) -> Vec<SpellFigures> {
        DELAYS.iter().filter_map(|(known, delay)| self.known(known, *delay)).collect()
    }

    fn known(&self, known: &'static str, delay: SignedDuration) -> Option<SpellFigures> {
        let mut found = Found::default();
        self.tracks.values().zip(0..).for_each(|(track, number)| found.add(number, track, delay));
        found.figures(known)
    }
}

/// What was known of tracks by some delay.
#[derive(Default)]
struct Found {
    right: Pooled,
    /// How many fixes are (truly, as was said) stopped.
    counts: HashMap<(bool, bool), u64>,
    precision: Pooled,
    recall: Pooled,
    silent: u64,
    delays: Vec<f64>,
}

impl Found {
    fn add(&mut self, number: usize, track: &Track, delay: SignedDuration) {
        let (mut truth, mut said, mut state) = (Vec::new(), Vec::new(), None);
        for point in track.points.values() {
            match point.said.range(..=delay).next_back() {
                Some((delay, stopped)) => {
                    state = Some(*stopped);
                    self.delays.push(delay.as_secs_f64());
                }
                None => self.silent += 1,
            }
            // Of what nothing was ever said is wrong.
            let stopped = state.unwrap_or(!point.stopped);
            self.right.add(number, stopped == point.stopped);
            *self.counts.entry((point.stopped, stopped)).or_default() += 1;
            truth.push(point.stopped);
            said.push(stopped);
        }
        self.add_spells(number, &spells(&truth), &spells(&said));
    }

    fn add_spells(&mut self, number: usize, truth: &[(u32, u32)], found: &[(u32, u32)]) {
        let mut used: HashSet<(u32, u32)> = HashSet::new();
        let mut matched = 0;
        for spell in truth {
            let best = found.iter().find(|other| overlap(*spell, **other) >= OVERLAP);
            self.recall.add(number, best.is_some());
            matched += u32::from(best.is_some());
            used.extend(best);
        }
        let of_none = found.len().saturating_sub(used.len());
        self.precision.add_many(number, matched, u64::from(matched) + of_none as u64);
    }

    fn figures(mut self, known: &'static str) -> Option<SpellFigures> {
        let count = |truly, said| self.counts.get(&(truly, said)).copied().unwrap_or_default();
        let f1 = |state| {
            share(
                2 * count(state, state),
                2 * count(state, state) + count(state, !state) + count(!state, state),
            )
        };
        let (f1_stopped, f1_moving) = (f1(true), f1(false));
        Some(SpellFigures {
            known,
            accuracy: self.right.estimate()?,
            f1_stopped,
            f1_moving,
            precision: self.precision.estimate(),
            recall: self.recall.estimate(),
            spells: self.recall.count(),
            n: self.right.count(),
            silent: self.silent,
            median_delay_s: median(&mut self.delays).map(|middle| rounded_to(middle, 1)),
        })
    }
}

/// The runs of `true`: the first place, and the one behind the last.
fn spells(stopped: &[bool]) -> Vec<(u32, u32)> {
    let mut spells: Vec<(u32, u32)> = Vec::new();
    for (place, _) in (0..).zip(stopped).filter(|(_, stopped)| **stopped) {
        match spells.last_mut() {
            Some((_, end)) if *end == place => *end += 1,
            _ => spells.push((place, place + 1)),
        }
    }
    spells
}

/// The part that two spells share of what they span together.
fn overlap(one: (u32, u32), other: (u32, u32)) -> f64 {
    let shared = one.1.min(other.1).saturating_sub(one.0.max(other.0));
    let spanned = one.1.max(other.1) - one.0.min(other.0);
    f64::from(shared) / f64::from(spanned)
}

#[cfg(test)]
mod tests {
    use super::super::scene::minute;
    use super::*;

    /// A track with a fix a minute that stands where the letter is an `s`.
    fn track(states: &str) -> Tracks {
        let points: BTreeMap<Timestamp, Point> = (0..)
            .zip(states.chars())
            .map(|(at, state)| (minute(at), Point { stopped: state == 's', said: BTreeMap::new() }))
            .collect();
        let received = (0..30).map(minute).collect();
        Tracks { judged: Split::all(), tracks: [("t".to_owned(), Track { points, received })].into() }
    }

    fn said(at: i64, state: char, known_at: i64) -> Believed {
        let state = if state == 's' { State::Stopped } else { State::Moving };
        Believed { tour: "t".to_owned(), at: minute(at), state, known_at: Some(minute(known_at)) }
    }

    #[test]
    fn what_was_known_at_once_and_later_is_told_apart() {
        let mut tracks = track("mmss");
        for (at, state, known_at) in [(0, 'm', 0), (1, 's', 1), (1, 'm', 2), (2, 's', 2), (3, 's', 5)] {
            tracks.take(&said(at, state, known_at)).expect("it keeps the format");
        }
        let figures = tracks.figures();
        let accuracy: Vec<_> = figures.iter().map(|known| (known.known, known.accuracy.value)).collect();
        let expected = [("at once", 0.75), ("within 30 s", 0.75), ("within 60 s", 1.0), ("any delay", 1.0)];
        assert_eq!(accuracy, expected);
        let at_once = figures.first().expect("there are four");
        assert_eq!((at_once.silent, at_once.n, at_once.f1_moving), (1, 4, Some(0.6667)));
        assert_eq!(at_once.f1_stopped, Some(0.8), "all found, one of three wrong");
        let in_the_end = figures.last().expect("there are four");
        assert_eq!((in_the_end.silent, in_the_end.median_delay_s), (0, Some(30.0)), "0, 60, 0 and 120 s");
    }

    #[test]
    fn of_what_nothing_was_ever_said_is_wrong() {
        let tracks = track("ms");
        let figures = tracks.figures();
        assert_eq!(figures.last().map(|known| (known.accuracy.value, known.silent)), Some((0.0, 2)));
    }

    #[test]
    fn halts_are_found_when_they_overlap_by_half() {
        let mut tracks = track("mssssmmmss");
        for (at, state) in (0..).zip("mmmssmmsmm".chars()) {
            tracks.take(&said(at, state, at)).expect("it keeps the format");
        }
        let figures = tracks.figures();
        let figures = figures.last().expect("there are four");
        assert_eq!(figures.precision.map(|share| share.value), Some(0.5));
        assert_eq!((figures.recall.map(|share| share.value), figures.spells), (Some(0.5), 2));
    }

    #[test]
    fn statements_about_no_fix_or_from_the_future_are_refused() {
        let mut tracks = track("ms");
        for (at, known_at, problem) in
            [(7, 7, "not the instant of a fix"), (1, 0, "known_at"), (1, 99, "known_at")]
        {
            let refused = tracks.take(&said(at, 's', known_at)).expect_err("it breaks the format");
            assert!(refused.to_string().contains(problem), "{refused}");
        }
        let foreign = Believed { tour: "other".to_owned(), ..said(0, 's', 0) };
        assert!(tracks.take(&foreign).is_err());
    }
}
