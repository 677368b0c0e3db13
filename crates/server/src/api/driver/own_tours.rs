//! Which tour a driver's events belong to, when they do not say: the one that was under way when they happened.

use doorstep_domain::admission::Draft;
use doorstep_domain::{Happening, Phase, TourId};
use doorstep_store::{Device, TourRecord};
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};

use crate::error::ApiError;
use crate::live::Verdict;
use crate::state::AppState;

/// An offline batch may hold several tours. So many of them are told apart; those beyond go to the tour of then.
const TOURS_PER_BATCH_MAX: usize = 8;

/// Adds a driver's events to whichever of their tours they belong to: a verdict for each, `None` where there is no tour.
///
/// # Errors
/// When the database fails. What was taken before that is taken, and doubled when it is sent again.
pub(in crate::api) async fn add(
    shared: &AppState,
    device: &Device,
    drafts: Vec<Draft>,
) -> Result<Vec<Option<Verdict>>, ApiError> {
    let mut verdicts = Vec::with_capacity(drafts.len());
    for part in parts(drafts) {
        verdicts.extend(add_part(shared, device, part).await?);
    }
    Ok(verdicts)
}

/// The driver's tour of now: the one under way, else the first of today that has not ended.
///
/// # Errors
/// When the database fails.
pub(super) async fn current(shared: &AppState, device: &Device) -> Result<Option<TourId>, ApiError> {
    let own = OwnTours::of(shared, device, &[]).await?;
    Ok(own.current())
}

/// What follows the end of a tour may belong to the next one, which is known only once the end is in the log.
fn parts(drafts: Vec<Draft>) -> Vec<Vec<Draft>> {
    let mut parts = vec![Vec::new()];
    for draft in drafts {
        let ends = matches!(draft.what, Happening::Ended);
        if let Some(last) = parts.last_mut() {
            last.push(draft);
        }
        if ends && parts.len() < TOURS_PER_BATCH_MAX {
            parts.push(Vec::new());
        }
    }
    parts.retain(|part| !part.is_empty());
    parts
}

async fn add_part(
    shared: &AppState,
    device: &Device,
    drafts: Vec<Draft>,
) -> Result<Vec<Option<Verdict>>, ApiError> {
    let now = shared.clock.now();
    let instants: Vec<Timestamp> = drafts.iter().map(|draft| draft.corrected_at(now)).collect();
    let own = OwnTours::of(shared, device, &instants).await?;
    let mut verdicts = vec![None; drafts.len()];
    let mut waiting: Vec<Option<Draft>> = drafts.into_iter().map(Some).collect();
    let homes: Vec<Option<TourId>> = (0..instants.len()).map(|nth| own.home_of(nth)).collect();
    for tour in &own.0 {
        let places: Vec<usize> = homes
            .iter()
            .enumerate()
            .filter(|(_, home)| **home == Some(tour.id))
            .map(|(nth, _)| nth)
            .collect();
        let own_drafts: Vec<Draft> =
            places.iter().filter_map(|nth| waiting.get_mut(*nth).and_then(Option::take)).collect();
        if own_drafts.is_empty() {
            continue;
        }
        let judged = match shared.live.append_as_driver(tour.id, device.driver, own_drafts).await {
            Ok(judged) => judged,
            // It was given to another driver in this very moment.
            Err(error) if error == ApiError::not_found() => continue,
            Err(error) => return Err(error),
        };
        for (nth, verdict) in places.into_iter().zip(judged) {
            if let Some(place) = verdicts.get_mut(nth) {
                *place = Some(verdict);
            }
        }
    }
    let homeless = verdicts.iter().filter(|verdict| verdict.is_none()).count();
    (0..homeless).for_each(|_| shared.metrics.count_refused("no_tour"));
    Ok(verdicts)
}

/// The driver's tours of today and of the night before, today's first.
struct OwnTours(Vec<OwnTour>);

struct OwnTour {
    id: TourId,
    is_todays: bool,
    phase: Phase,
    /// Whether it was under way at each of the instants that were asked for.
    under_way: Vec<bool>,
}

impl OwnTours {
    async fn of(shared: &AppState, device: &Device, instants: &[Timestamp]) -> Result<Self, ApiError> {
        let zone = shared.live.offered(device.operator).await?.zone.clone();
        let today = shared.clock.now().to_zoned(zone).date();
        let mut own = Self(Vec::new());
        own.learn(shared, device, today, instants, true).await?;
        if !own.covers(instants.len()) {
            own.learn(shared, device, today.yesterday().unwrap_or(today), instants, false).await?;
        }
        Ok(own)
    }

    async fn learn(
        &mut self,
        shared: &AppState,
        device: &Device,
        day: Date,
        instants: &[Timestamp],
        is_todays: bool,
    ) -> Result<(), ApiError> {
        for TourRecord { id, .. } in shared.store.list_tours_of_driver(device.driver, day).await? {
            let asked = instants.to_vec();
            let read = shared.live.tour(id, move |known| {
                let at = |at: &Timestamp| {
                    is_under_way(known.told.state.phase_at(*at))
                    // An end, or the end of a break, belongs to what it ends.
                    || is_under_way(known.told.state.phase_at(*at - SignedDuration::from_nanos(1)))
                };
                (known.told.state.phase(), asked.iter().map(at).collect())
            });
            if let Some((phase, under_way)) = read.await? {
                self.0.push(OwnTour { id, is_todays, phase, under_way });
            }
        }
        Ok(())
    }

    /// Whether today's tours answer everything, so that the night before need not be asked.
    fn covers(&self, instants: usize) -> bool {
        let now = self.0.iter().any(|tour| is_under_way(tour.phase));
        now && (0..instants).all(|nth| self.under_way_at(nth).is_some())
    }

    fn under_way_at(&self, nth: usize) -> Option<TourId> {
        self.0.iter().find(|tour| tour.under_way.get(nth) == Some(&true)).map(|tour| tour.id)
    }

    fn home_of(&self, nth: usize) -> Option<TourId> {
        self.under_way_at(nth).or_else(|| self.current()).or_else(|| self.last_ended())
    }

    fn current(&self) -> Option<TourId> {
        let under_way = self.0.iter().find(|tour| is_under_way(tour.phase));
        let waiting = self.0.iter().find(|tour| tour.is_todays && !matches!(tour.phase, Phase::Ended { .. }));
        under_way.or(waiting).map(|tour| tour.id)
    }

    /// Who comes after the end of the last tour is told that it ended.
    fn last_ended(&self) -> Option<TourId> {
        let ended = self.0.iter().filter_map(|tour| match tour.phase {
            Phase::Ended { at } => Some((at, tour.id)),
            _ => None,
        });
        ended.max().map(|(_, id)| id)
    }
}

fn is_under_way(phase: Phase) -> bool {
    matches!(phase, Phase::Underway { .. } | Phase::OnBreak { .. })
}
