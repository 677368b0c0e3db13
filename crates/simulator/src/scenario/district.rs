//! Who gets parcels: neighbouring houses, some of them again and again.

use std::collections::HashMap;

use doorstep_domain::streets::{Spot, Streets};
use rand::RngExt as _;
use rand::rngs::StdRng;
use rand::seq::SliceRandom as _;

use super::{STOPS_MIN, TooSmall};
use crate::order::shortest;

/// A district has at most so many houses.
const HOUSES: usize = 700;
/// So many of them get a parcel on every second day.
const REGULARS: usize = 20;

/// The houses of a van, by their positions among all.
pub(super) struct District {
    regulars: Vec<usize>,
    others: Vec<usize>,
}

impl District {
    /// Districts around houses that lie far from each other.
    pub(super) fn all(
        streets: &Streets,
        houses: &[Spot],
        count: u32,
        chance: &mut StdRng,
    ) -> Result<Vec<Self>, TooSmall> {
        let connected = connected(streets, houses, chance);
        if connected.len() < 2 * STOPS_MIN {
            return Err(TooSmall::Houses { found: connected.len(), least: 2 * STOPS_MIN });
        }
        let mut apart = vec![f64::INFINITY; connected.len()];
        let mut districts = Vec::new();
        for _ in 0..count {
            let Some(middle) = far_from_all(&apart, chance).and_then(|at| connected.get(at)) else { break };
            let seconds = seconds_from(streets, houses, *middle, &connected);
            for (apart, seconds) in apart.iter_mut().zip(&seconds) {
                *apart = apart.min(*seconds);
            }
            let mut near: Vec<(f64, usize)> = seconds.into_iter().zip(connected.iter().copied()).collect();
            near.sort_by(|a, b| a.0.total_cmp(&b.0));
            let mut near: Vec<usize> = near.into_iter().take(HOUSES).map(|(_, house)| house).collect();
            near.shuffle(chance);
            let others = near.split_off(REGULARS.min(near.len() / 2));
            districts.push(Self { regulars: near, others });
        }
        Ok(districts)
    }

    /// The houses that get a parcel on a day, in the order of a good tour.
    pub(super) fn day(
        &self,
        streets: &Streets,
        houses: &[Spot],
        stops: usize,
        chance: &mut StdRng,
    ) -> Vec<usize> {
        let mut today: Vec<usize> =
            self.regulars.iter().copied().filter(|_| chance.random_bool(0.5)).collect();
        let mut others = self.others.clone();
        others.shuffle(chance);
        today.extend(others.into_iter().take(stops.saturating_sub(today.len())));
        today.shuffle(chance);
        // The first of them stands for where the van comes from, and is served at its end of the tour.
        let seconds: Vec<Vec<f64>> =
            today.iter().map(|house| seconds_from(streets, houses, *house, &today)).collect();
        let cost = |from: usize, to: usize| {
            let seconds = *seconds.get(from)?.get(to)?;
            seconds.is_finite().then(|| u64::try_from(super::whole(seconds * 10.0)).unwrap_or(u64::MAX))
        };
        let order = shortest(today.len().saturating_sub(1), &cost);
        std::iter::once(0).chain(order).filter_map(|at| today.get(at).copied()).collect()
    }
}

/// The houses on streets from which one can drive to the same place that they are reached from: no van is lost in a dead end
/// of one-way streets.
fn connected(streets: &Streets, houses: &[Spot], chance: &mut StdRng) -> Vec<usize> {
    /// A first house may lie apart itself.
    const TRIES: u32 = 8;
    let tried = (0..TRIES).filter_map(|_| {
        let middle = *houses.get(chance.random_range(0..houses.len().max(1)))?;
        let search = streets.from(middle);
        let mut returns: HashMap<u32, bool> = HashMap::new();
        let mut is_connected = |house: &Spot| {
            *returns.entry(house.street).or_insert_with(|| {
                let back = || streets.quickest(*house, None, middle, f64::INFINITY);
                search.to(*house).is_some() && back().is_some()
            })
        };
        Some(
            (0..)
                .zip(houses)
                .filter(|(_, house)| is_connected(house))
                .map(|(at, _)| at)
                .collect::<Vec<usize>>(),
        )
    });
    tried.max_by_key(Vec::len).unwrap_or_default()
}

/// A house that is likely far from those before.
fn far_from_all(apart: &[f64], chance: &mut StdRng) -> Option<usize> {
    let weight = |seconds: f64| if seconds.is_finite() { seconds * seconds } else { 1.0 };
    let all: f64 = apart.iter().map(|seconds| weight(*seconds)).sum();
    let mut left = chance.random_range(0.0..all.max(f64::MIN_POSITIVE));
    apart.iter().position(|seconds| {
        left -= weight(*seconds);
        left < 0.0
    })
}

fn seconds_from(streets: &Streets, houses: &[Spot], from: usize, to: &[usize]) -> Vec<f64> {
    let search = houses.get(from).map(|from| streets.from(*from));
    let seconds = |house: &usize| Some(search.as_ref()?.to(*houses.get(*house)?)?.cost);
    to.iter().map(|house| seconds(house).unwrap_or(f64::INFINITY)).collect()
}
