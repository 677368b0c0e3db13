//! What a gliding dot gives away: nothing of where things happened between two gates.

use std::collections::BTreeSet;

use doorstep_domain::event::Happening;
use doorstep_domain::prediction::Predictor;
use doorstep_domain::release::{Bulletin, Release, public};
use doorstep_domain::streets::{Discreet, Discretion, Streets};
use doorstep_domain::view::{OnTour, Shown, ViewContext, view};
use doorstep_domain::visibility::{Offer, Policy, Rule};
use doorstep_domain::{
    Fix, HiddenBecause, MapView, Metres, Place, Plan, PlannedStart, PlannedStop, ReleasePolicy,
    RemainingStops, TourEvent, TourState, TrackingView,
};
use doorstep_testkit::chessboard::{self, SPEED, Stand, along, stands};
use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;

use super::support::{DAY, event, parcel, parcel_id, stop_id};

const FIX_EVERY_S: usize = 5;

fn town() -> Streets {
    Streets::new(&chessboard::streets(), chessboard::houses())
}

/// What happens on a tour along the way: a fix every five seconds, and a scan at the end of each stand.
fn drive(stands: &[Stand]) -> Vec<TourEvent> {
    drive_by(stands, stands)
}

/// The same on a tour that was planned otherwise.
fn drive_by(planned: &[Stand], stands: &[Stand]) -> Vec<TourEvent> {
    let stops = (1..).zip(planned).map(|(number, stand)| PlannedStop {
        id: stop_id(number),
        place: Some(along(stand.at_m)),
        service: Some(SignedDuration::from_secs(80)),
        planned_arrival: None,
        window: None,
        zone: None,
        parcels: vec![parcel_id(number)],
    });
    let plan = Plan { driver: None, vehicle: None, start: None, stops: stops.collect(), travel: None };
    let mut happened = vec![(-60, Happening::Planned(Box::new(plan))), (0, Happening::Started)];
    let driven = chessboard::drive(stands);
    let fixes = (0..).zip(&driven.metres).step_by(FIX_EVERY_S);
    happened.extend(fixes.map(|(second, driven_m)| (second, fix(along(*driven_m)))));
    let served = (1..).zip(&driven.served);
    happened.extend(served.map(|(number, second)| (*second, Happening::Served { stop: stop_id(number) })));
    happened.sort_by_key(|(second, _)| *second);
    (0..).zip(happened).map(|(number, (second, what))| event(number, second, what)).collect()
}

fn fix(place: Place) -> Happening {
    Happening::Fix(Fix { place, accuracy: Some(Metres(5.0)), speed: None, course: None })
}

/// A tour that is followed as a server follows it.
struct Followed<'a> {
    streets: &'a Streets,
    state: TourState,
    release: Release,
    predictor: Predictor,
    public: Predictor,
    minute: Option<Bulletin>,
    policy: ReleasePolicy,
}

impl<'a> Followed<'a> {
    fn new(streets: &'a Streets) -> Self {
        let (predictor, public) = (Predictor::default(), Predictor::default());
        let (state, release) = (TourState::default(), Release::default());
        Self { streets, state, release, predictor, public, minute: None, policy: ReleasePolicy::Glide }
    }

    fn take(&mut self, event: &TourEvent) {
        self.renew(event.received_at);
        self.state.fold(event.clone());
        let minute = self.minute.as_ref().expect("it was renewed");
        self.release.follow(self.streets, &self.state, minute, event.received_at);
    }

    fn renew(&mut self, now: Timestamp) {
        let minute = Bulletin::minute(now);
        if self.minute.as_ref().is_none_or(|known| known.at() < minute) {
            let told = public(&self.state, minute);
            let prediction = self.public.predict(&told, minute);
            self.minute = Some(Bulletin::of_minute(&self.state, &told, &prediction, minute));
        }
    }

    /// What the recipient at the stop of this number sees.
    fn look(&mut self, number: u16, now: Timestamp) -> TrackingView {
        self.renew(now);
        let policy = Policy {
            map: Rule::WithinStops(11),
            count: Rule::WithinStops(11),
            release: self.policy,
            ..Policy::default()
        };
        let offer = Offer { policy, ..Offer::default() };
        let context = ViewContext {
            offer: &offer,
            operator_name: "Example Express",
            driver_name: None,
            settled: None,
            report: None,
            today: DAY,
            now,
        };
        let prediction = self.predictor.predict(&self.state, now);
        let at_once = Bulletin::of(&self.state, &prediction, now);
        let minute = self.minute.as_ref().expect("it was renewed");
        let on_tour = OnTour { tour: &self.state, now: &at_once, minute, release: Some(&self.release) };
        view(Some(on_tour), &parcel(number), &context)
    }
}

/// Everything that recipients are shown of a tour: the views of these stops after each event.
fn shown(
    streets: &Streets,
    events: &[TourEvent],
    viewers: &[u16],
    policy: ReleasePolicy,
) -> Vec<(Timestamp, u16, TrackingView)> {
    let mut tour = Followed { policy, ..Followed::new(streets) };
    let mut shown: Vec<(Timestamp, u16, TrackingView)> = Vec::new();
    for event in events {
        tour.take(event);
        // A page is renewed by the clock; that something happened is no reason to look.
        if !matches!(event.what, Happening::Fix(_)) {
            continue;
        }
        for viewer in viewers {
            let seen = tour.look(*viewer, event.received_at);
            let last = shown.iter().rev().find(|(_, of, _)| of == viewer);
            if last.is_none_or(|(_, _, before)| *before != seen) {
                shown.push((event.received_at, *viewer, seen));
            }
        }
    }
    shown
}

#[test]
fn a_dot_glides_from_the_first_gate_on_and_is_exact_on_the_approach() {
    let (streets, stands) = (town(), stands(&[170.0; 14]));
    let all = shown(&streets, &drive(&stands), &[12], ReleasePolicy::Glide);
    let glides =
        all.iter().filter(|(_, _, view)| matches!(view.map, MapView::Open { shown: Shown::Gliding(_) }));
    let exact =
        all.iter().filter(|(_, _, view)| matches!(view.map, MapView::Open { shown: Shown::Exact(_) }));
    assert!(glides.count() >= 3, "a line from each gate");
    let exact: Vec<_> = exact.collect();
    assert!(!exact.is_empty(), "the place itself opens before the door");
    assert!(exact.iter().all(|(_, _, view)| view.remaining_stops == Some(RemainingStops::Exactly(1))));
    assert!(matches!(all[0].2.map, MapView::Hidden(_)), "before the tour is under way nothing is shown");
}

#[test]
fn a_line_moves_on_without_jumps_and_ends_short_of_the_door() {
    let (streets, stands) = (town(), stands(&[170.0; 14]));
    let mut tour = Followed::new(&streets);
    let mut before: Option<(Timestamp, Place)> = None;
    for event in drive(&stands) {
        tour.take(&event);
        let now = event.received_at;
        if let MapView::Open { shown: shown @ Shown::Gliding(_) } = tour.look(12, now).map {
            let here = shown.at(now).place;
            if let Some((then, there)) = before {
                let seconds = now.duration_since(then).as_secs_f64();
                assert!(there.distance_to(here).0 <= 26.0 * seconds.max(1.0), "a jump at {now}");
            }
            assert!(
                here.distance_to(along(stands[11].at_m)).0 >= 20.0,
                "the dot does not reach the door by itself"
            );
            before = Some((now, here));
        }
    }
    assert!(before.is_some());
}

#[test]
fn a_more_discreet_dot_is_true_less_often() {
    let mut events = drive(&stands(&[170.0; 14]));
    if let Some(Happening::Planned(plan)) = events.first_mut().map(|event| &mut event.what) {
        plan.start = Some(PlannedStart { place: along(900.0), at: None });
    }
    let lines = |setting, value| {
        let discretion = Discretion::default().with(setting, value).expect("it is allowed");
        let streets = town().with_discretion(discretion);
        let glides = shown(&streets, &events, &[14], ReleasePolicy::Glide).into_iter();
        let since = |(_, _, view): (_, _, TrackingView)| match view.map {
            MapView::Open { shown: Shown::Gliding(glide) } => Some(glide.since()),
            _ => None,
        };
        glides.filter_map(since).collect::<BTreeSet<_>>().len()
    };
    let by_default = lines(Discreet::StopsBefore, 10);
    for (setting, value) in [
        (Discreet::HousesBetweenGates, 80),
        (Discreet::HousesBeforeDoor, 60),
        (Discreet::StopsBefore, 3),
        (Discreet::DepotMetres, 2_000),
    ] {
        let discreet = lines(setting, value);
        assert!(discreet < by_default, "{setting:?}: {discreet} lines, by default {by_default}");
    }
    assert_eq!(lines(Discreet::DepotMetres, 20_000), 0, "no gate is outside");
}

#[test]
fn without_streets_there_is_no_dot_and_in_a_break_none_until_the_next_gate() {
    let (streets, stands) = (town(), stands(&[170.0; 14]));
    let mut tour = Followed::new(&streets);
    let events = drive(&stands);
    let (first, rest) = events.split_at(events.len() * 2 / 3);
    for event in first {
        tour.take(event);
    }
    let now = first[first.len() - 1].received_at;
    assert!(matches!(tour.look(13, now).map, MapView::Open { .. }));
    let begun = |what, second: i64| TourEvent {
        at: now + SignedDuration::from_secs(second),
        received_at: now + SignedDuration::from_secs(second),
        ..event(90_000 + u32::try_from(second).unwrap(), 0, what)
    };
    tour.take(&begun(Happening::BreakBegun, 1));
    let later = now + SignedDuration::from_secs(70);
    assert_eq!(tour.look(13, later).map, MapView::Hidden(HiddenBecause::DriverBreak));
    tour.take(&begun(Happening::BreakEnded, 71));
    let after = now + SignedDuration::from_secs(190);
    assert_eq!(tour.look(13, after).map, MapView::Hidden(HiddenBecause::DriverBreak), "until the next gate");
    let shift = SignedDuration::from_secs(200);
    let opens_again = rest.iter().any(|event| {
        let (at, received_at) = (event.at + shift, event.received_at + shift);
        tour.take(&TourEvent { at, received_at, ..event.clone() });
        matches!(tour.look(14, received_at).map, MapView::Open { .. })
    });
    assert!(opens_again, "at the next gate it opens again");
}

#[test]
fn the_driver_closes_the_map_within_the_minute_where_there_is_one() {
    let (streets, stands) = (town(), stands(&[170.0; 14]));
    let mut tour = Followed::new(&streets);
    let events = drive(&stands);
    for event in &events[..events.len() * 2 / 3] {
        tour.take(event);
    }
    let now = events[events.len() * 2 / 3 - 1].received_at;
    let open = tour.look(13, now).map;
    let said = |number, what| TourEvent { at: now, received_at: now, ..event(number, 0, what) };
    tour.take(&said(90_000, Happening::MapHidden));
    assert_eq!(tour.look(13, now).map, MapView::Hidden(HiddenBecause::DriverHidden));
    tour.policy = ReleasePolicy::Coarse;
    assert_eq!(tour.look(13, now).map, MapView::Hidden(HiddenBecause::SenderDisabled), "there was none");
    tour.policy = ReleasePolicy::Glide;
    tour.take(&said(90_001, Happening::MapShown));
    assert!(matches!(open, MapView::Open { .. }));
    assert_eq!(tour.look(13, now).map, open);
}

#[test]
fn where_something_happened_is_seen_where_the_place_itself_is_shown() {
    let (streets, one) = (town(), stands(&[170.0; 14]));
    let other: Vec<Stand> = (0..)
        .zip(&one)
        .map(|(number, stand)| Stand { at_m: stand.at_m + if number == 5 { 24.0 } else { 0.0 }, ..*stand })
        .collect();
    let seen = |stands: &[Stand]| shown(&streets, &drive_by(&one, stands), &[12], ReleasePolicy::Exact);
    assert_ne!(seen(&one), seen(&other), "else the pairs of tours below prove nothing");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases()))]

    /// Two tours that differ only in where the van stood for a stop, between the same two gates and in the same minute,
    /// look the same to everyone but the next recipients.
    #[test]
    fn where_something_happened_between_two_gates_is_seen_by_nobody(
        gaps in proptest::collection::vec(90.0..260.0_f64, 12..16),
        moved in 2_usize..8,
        steps in -4_i32..=4,
    ) {
        let streets = town();
        let one = stands(&gaps);
        let mut other = one.clone();
        other[moved].at_m += SPEED * f64::from(steps);
        prop_assume!(steps != 0 && is_same_stretch(&streets, &one, &other, moved));
        let viewers: Vec<u16> = (0..).take(one.len()).filter(|number| usize::from(*number) > moved + 2).collect();
        let seen = |stands: &[Stand]| shown(&streets, &drive_by(&one, stands), &viewers, ReleasePolicy::Glide);
        let (seen_of_one, seen_of_other) = (seen(&one), seen(&other));
        let differs = seen_of_one.iter().zip(&seen_of_other).find(|(one, other)| one != other);
        prop_assert!(differs.is_none() && seen_of_one.len() == seen_of_other.len(), "{differs:#?}");
    }
}

/// How many tours are tried; more by `DOORSTEP_RELEASE_TOURS`.
fn cases() -> u32 {
    std::env::var("DOORSTEP_RELEASE_TOURS").map_or(24, |tours| tours.parse().expect("a number of tours"))
}

/// Whether a stop was moved along one street, with no gate in between, and is served in the same minute.
fn is_same_stretch(streets: &Streets, one: &[Stand], other: &[Stand], moved: usize) -> bool {
    let at_m = |stands: &[Stand]| stands.get(moved).map_or(f64::NAN, |stand| stand.at_m);
    let (low, high) = (at_m(one).min(at_m(other)), at_m(one).max(at_m(other)));
    let served = |stands: &[Stand]| {
        chessboard::drive(stands).served.iter().map(|second| second / 60).collect::<Vec<_>>()
    };
    let is_clear = gates(streets, one).iter().all(|gate_m| *gate_m < low - 60.0 || *gate_m > high + 60.0);
    chessboard::is_one_block(low - SPEED, high + SPEED) && is_clear && served(one) == served(other)
}

/// About where the gates of a tour lie, in metres of its way: where a recipient who is always near gets a new line.
fn gates(streets: &Streets, stands: &[Stand]) -> Vec<f64> {
    let mut tour = Followed::new(streets);
    let mut gates: Vec<(Timestamp, f64)> = Vec::new();
    let mut driven_m = 0.0;
    for event in drive(stands) {
        tour.take(&event);
        if let Happening::Fix(fix) = &event.what {
            let ahead = (0..400).map(|step| driven_m + f64::from(step));
            driven_m = ahead
                .min_by(|a, b| {
                    along(*a).distance_to(fix.place).0.total_cmp(&along(*b).distance_to(fix.place).0)
                })
                .unwrap_or(driven_m);
        }
        for number in 1..=u16::try_from(stands.len()).unwrap_or(u16::MAX) {
            if let MapView::Open { shown: Shown::Gliding(glide) } = tour.look(number, event.received_at).map
                && gates.last().is_none_or(|(since, _)| *since < glide.since())
            {
                gates.push((glide.since(), driven_m));
            }
        }
    }
    gates.into_iter().map(|(_, at_m)| at_m).collect()
}
