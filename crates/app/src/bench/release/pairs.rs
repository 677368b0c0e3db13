//! Pairs of tours that differ only in where the van stood between two gates: what leaves the server for the others is the
//! same, byte by byte and at the same instants, headers included.

use std::collections::HashMap;
use std::sync::Arc;

use doorstep_domain::streets::Streets;
use doorstep_testkit::chessboard::{self, SPEED, Stand, along, drive, is_one_block, stands};
use jiff::Timestamp;
use rand::rngs::StdRng;
use rand::seq::IteratorRandom as _;
use rand::{RngExt as _, SeedableRng as _};

use super::scenario::{Tour, TourStop};
use super::stage::Stage;

const BEGINS: Timestamp = Timestamp::constant(1_795_593_600, 0);
const STOPS: usize = 13;
/// A gate is no closer to the stop that is moved than so many metres.
const CLEAR_M: f64 = 60.0;

/// Which stops may be moved: there are gates before them, and recipients after them who have not heard of their own.
const MOVED: std::ops::Range<usize> = 2..8;
/// How often recipients also ask, beside their streams.
const ASK_EVERY_S: i64 = 300;

/// How many pairs are compared; more by `DOORSTEP_RELEASE_PAIRS`.
fn pairs() -> usize {
    std::env::var("DOORSTEP_RELEASE_PAIRS").map_or(1, |pairs| pairs.parse().expect("a number of pairs"))
}

#[tokio::test]
async fn what_leaves_the_server_tells_nothing_of_what_happened_between_two_gates() {
    let mut chance = StdRng::seed_from_u64(7);
    let mut compared = 0;
    while compared < pairs() {
        let gaps: Vec<f64> = (0..STOPS).map(|_| chance.random_range(90.0..260.0)).collect();
        let one = stands(&gaps);
        let sent = play(&one, &one, "glide").await;
        let pair = |moved| Some((moved, moved_between_gates(&one, moved, &sent.gates_m)?));
        let Some((moved, other)) = MOVED.filter_map(pair).choose(&mut chance) else { continue };
        let differs = sent.differs_from(&play(&one, &other, "glide").await, moved + 2);
        assert_eq!(differs, None, "stop {moved} of {one:?} moved to {:?}", other.get(moved));
        compared += 1;
    }
}

#[tokio::test]
async fn what_leaves_the_server_tells_where_something_happened_if_the_place_itself_is_shown() {
    let one = stands(&[170.0; STOPS]);
    let mut other = one.clone();
    other[5].at_m += 3.0 * SPEED;
    let sent = play(&one, &one, "exact").await;
    let differs = sent.differs_from(&play(&one, &other, "exact").await, 7);
    assert!(differs.is_some(), "else the pairs above prove nothing");
}

/// What left the server on a tour.
struct Sent {
    /// For each recipient the frames of their stream, and what they are answered now and then, with their instants.
    by_viewer: Vec<Vec<(Timestamp, String)>>,
    /// About where gates were crossed, in metres of the way.
    gates_m: Vec<f64>,
}

impl Sent {
    /// The first thing in which another tour differs for recipients from this number on.
    fn differs_from(&self, other: &Self, from: usize) -> Option<String> {
        let pairs = self.by_viewer.iter().zip(&other.by_viewer).skip(from);
        pairs.enumerate().find_map(|(viewer, (one, other))| {
            assert!(one.len() >= 5, "a stream carries something");
            let at = one.iter().zip(other).position(|(one, other)| one != other);
            let at = at.or((one.len() != other.len()).then(|| one.len().min(other.len())))?;
            Some(format!("viewer {}: {:#?}\nand {:#?}", viewer + from, one.get(at), other.get(at)))
        })
    }
}

/// Drives a tour that was planned to some stands by others.
async fn play(planned: &[Stand], stands: &[Stand], policy: &str) -> Sent {
    let streets = Arc::new(Streets::new(&chessboard::streets(), chessboard::houses()));
    let driven = drive(stands);
    let tour = tour(planned, stands);
    let mut stage = Stage::set(policy, streets, &tour).await.expect("the tour is brought");
    stage.begin().await.expect("the tour begins");
    let mut sent = Sent { by_viewer: vec![Vec::new(); planned.len()], gates_m: Vec::new() };
    let mut names: Vec<Names> = planned.iter().map(|_| Names::default()).collect();
    for step in stage.steps() {
        stage.take(&step).await.expect("it happens");
        let asks = step.at.as_second() % ASK_EVERY_S == 0;
        for ((viewer, frames), names) in stage.heard().into_iter().enumerate().zip(&mut names) {
            if frames.contains("\"way\":[") {
                let second = usize::try_from(step.at.duration_since(BEGINS).as_secs()).expect("after it");
                sent.gates_m.extend(driven.metres.get(second));
            }
            let mut told = names.replaced(&frames);
            if asks {
                let answers = stage.ask(viewer).await.expect("the server answers");
                told.push_str(&names.replaced(&answers));
            }
            if !told.is_empty() {
                sent.by_viewer[viewer].push((step.at, told));
            }
        }
    }
    sent
}

fn tour(planned: &[Stand], stands: &[Stand]) -> Tour {
    let driven = drive(stands);
    let stops = (0..).zip(planned).zip(&driven.served);
    Tour {
        name: "tour".to_owned(),
        stops: stops
            .map(|((n, stand), served)| TourStop {
                n,
                depart: BEGINS.as_second() + served,
                place: along(stand.at_m),
            })
            .collect(),
        track: driven.metres.iter().map(|metres| along(*metres)).collect(),
        begins: BEGINS,
    }
}

/// The same tour with one stop moved along its block, away from gates and served in the same minute; `None` where there is
/// no room for that.
fn moved_between_gates(one: &[Stand], moved: usize, gates_m: &[f64]) -> Option<Vec<Stand>> {
    let minutes = |stands: &[Stand]| drive(stands).served.iter().map(|at| at / 60).collect::<Vec<_>>();
    [4.0, -4.0, 3.0, -3.0, 2.0, -2.0].into_iter().find_map(|steps| {
        let mut other = one.to_vec();
        let stand = other.get_mut(moved)?;
        let before_m = stand.at_m;
        stand.at_m += SPEED * steps;
        let (low_m, high_m) = (before_m.min(stand.at_m), before_m.max(stand.at_m));
        let is_clear = gates_m.iter().all(|gate_m| *gate_m < low_m - CLEAR_M || *gate_m > high_m + CLEAR_M);
        let is_same = is_one_block(low_m - SPEED, high_m + SPEED) && minutes(one) == minutes(&other);
        (is_clear && is_same).then_some(other)
    })
}

/// Identities and hashes are drawn anew for each server: each is told by when a recipient heard of it first. When a browser may come
/// back is drawn for each stream.
#[derive(Default)]
struct Names(HashMap<String, usize>);

impl Names {
    fn replaced(&mut self, text: &str) -> String {
        let drawn = |line: &&str| line.starts_with("retry: ");
        let lasting: String = text.split_inclusive('\n').filter(|line| !drawn(line)).collect();
        let parts = lasting.split_inclusive(|letter: char| !letter.is_ascii_alphanumeric());
        parts.map(|part| self.replaced_in(part)).collect()
    }

    fn replaced_in(&mut self, part: &str) -> String {
        let word = part.trim_end_matches(|letter: char| !letter.is_ascii_alphanumeric());
        if word.len() < 16 || !word.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return part.to_owned();
        }
        let next = self.0.len();
        let number = *self.0.entry(word.to_owned()).or_insert(next);
        part.replacen(word, &format!("<{number}>"), 1)
    }
}
