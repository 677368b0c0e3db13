//! The worker that judges tours, and learns from them.

use std::sync::Arc;
use std::time::Duration;

use doorstep_domain::prediction::{Experience, Judgement, Lessons, judge};
use doorstep_domain::visibility::Area;
use doorstep_domain::{Place, TourEvent, TourId, TourState};
use doorstep_store::{JudgedDay, JudgedTour, StoreError, TourRecord};
use doorstep_wire::accuracy::{read_judgement, write_judgement};
use jiff::SignedDuration;
use tokio::time::{MissedTickBehavior, interval};

use super::learning::with_lessons;
use crate::error::ApiError;
use crate::state::AppState;

/// How often it is looked whether a tour waits.
const ROUND: Duration = Duration::from_mins(1);
/// A tour waits so long after its end for what phones send late.
const SETTLED_AFTER: SignedDuration = SignedDuration::from_mins(15);
/// So many tours are asked for at once.
const BATCH: u32 = 50;

/// Judges in rounds, until the server stops.
pub(crate) async fn run(shared: AppState) {
    let mut rounds = interval(ROUND);
    rounds.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        tokio::select! {
            () = shared.stopping.cancelled() => return,
            _ = rounds.tick() => {}
        }
        if let Err(error) = judge_all(&shared).await {
            tracing::error!(
                code = error.code(),
                "tours wait for their judgement; the next round tries again"
            );
        }
    }
}

/// Judges every tour that waits; how many were judged.
///
/// # Errors
/// When the database fails; what was judged until then stays judged.
pub(crate) async fn judge_all(shared: &AppState) -> Result<usize, ApiError> {
    let mut judged = 0;
    loop {
        let ended_before = shared.clock.now() - SETTLED_AFTER;
        let waiting = shared.store.list_unjudged_tours(ended_before, BATCH).await?;
        let before = judged;
        for tour in waiting {
            if shared.stopping.is_cancelled() {
                return Ok(judged);
            }
            judged += usize::from(judge_tour(shared, tour).await?);
        }
        // Nothing waits any more, or only what the next round must try again.
        if judged == before {
            return Ok(judged);
        }
    }
}

/// Judges a tour; whether it was done here and now.
async fn judge_tour(shared: &AppState, tour: TourRecord) -> Result<bool, ApiError> {
    let (id, operator) = (tour.id, tour.operator);
    let judged = match shared.store.load_tour(id, tour.day).await {
        Ok(events) => added(shared, tour, events).await?,
        // It would stand in the way of all others for ever.
        Err(StoreError::Inconsistent { .. }) => {
            tracing::error!(tour = %id, "the log of a tour cannot be read; it is not judged");
            nothing_of(id)
        }
        Err(error) => return Err(error.into()),
    };
    match shared.store.put_judgement(judged).await {
        Ok(is_first) => {
            if is_first && shared.live.offered(operator).await?.offer.tells_kept() {
                shared.live.offer_changed(operator);
            }
            Ok(is_first)
        }
        // Another tour of the day was added meanwhile.
        Err(StoreError::Conflict { .. }) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

fn nothing_of(tour: TourId) -> JudgedTour {
    JudgedTour { tour, day: None, replaces: None, taught: None, replaces_lessons: None }
}

/// The day of a tour, and its lessons, with the tour added.
async fn added(shared: &AppState, tour: TourRecord, events: Vec<TourEvent>) -> Result<JudgedTour, ApiError> {
    let experience = shared.live.experience(tour.operator, tour.day).await?.unwrap_or_default();
    let Judged { judgement, lessons, places } = judged(events, experience).await?;
    let judged = with_judgement(shared, &tour, judgement, &places).await?;
    with_lessons(shared, &tour, lessons, judged).await
}

async fn with_judgement(
    shared: &AppState,
    tour: &TourRecord,
    mut judgement: Judgement,
    places: &[Place],
) -> Result<JudgedTour, ApiError> {
    let nothing = nothing_of(tour.id);
    if judgement == Judgement::default() {
        return Ok(nothing);
    }
    let region = region_of(shared, tour, places).await?;
    let replaces = shared.store.find_judgement(tour.operator, tour.day, region.clone()).await?;
    match replaces.as_deref().map(read_judgement).transpose() {
        Ok(before) => judgement += before.unwrap_or_default(),
        Err(error) => {
            tracing::error!(day = %tour.day, %error, "a stored judgement cannot be read; nothing is added to it");
            return Ok(nothing);
        }
    }
    let judgement = write_judgement(&judgement);
    let day = JudgedDay { operator: tour.operator, day: tour.day, region, judgement };
    Ok(JudgedTour { day: Some(day), replaces, ..nothing })
}

/// What a tour comes to, and where its stops are.
struct Judged {
    judgement: Judgement,
    lessons: Lessons,
    places: Vec<Place>,
}

async fn judged(events: Vec<TourEvent>, experience: Arc<Experience>) -> Result<Judged, ApiError> {
    let work = move || {
        let judgement = judge(&events, experience.clone());
        let mut state = TourState::default();
        state.fold_all(events);
        let lessons = Lessons::of(&state, &experience);
        Judged { judgement, lessons, places: state.stops().filter_map(|stop| stop.planned.place).collect() }
    };
    tokio::task::spawn_blocking(work).await.map_err(|error| {
        tracing::error!(%error, "judging a tour broke off");
        ApiError::internal()
    })
}

/// The name of the region that most of the stops lie in, the first by name where several do; `None` where none does.
async fn region_of(
    shared: &AppState,
    tour: &TourRecord,
    places: &[Place],
) -> Result<Option<String>, ApiError> {
    let mut best: Option<(usize, String)> = None;
    for region in shared.store.list_regions(tour.operator).await? {
        let Ok(area) = Area::from_geojson(&region.area) else { continue };
        let stops = places.iter().filter(|place| area.contains(**place)).count();
        if stops > best.as_ref().map_or(0, |(most, _)| *most) {
            best = Some((stops, region.name));
        }
    }
    Ok(best.map(|(_, name)| name))
}

#[cfg(test)]
mod tests {
    use doorstep_domain::{Happening, StopId};
    use doorstep_store::Region;
    use jiff::civil::Date;

    use super::*;
    use crate::accuracy::figures;
    use crate::experience::experience_at;
    use crate::testing::tour::{DAY, place};
    use crate::testing::{House, TestTour};

    impl House {
        /// Drives a tour of so many stops from its start to its end, three minutes a stop.
        async fn drives_to_the_end(&self, stops: usize) -> TestTour {
            let tour = self.tour(stops).await;
            self.starts(&tour).await;
            for stop in tour.stops.clone() {
                self.visits(&tour, stop).await;
            }
            self.drives(&tour, Happening::Ended).await;
            tour
        }

        async fn visits(&self, tour: &TestTour, stop: StopId) {
            self.clock.advance(SignedDuration::from_mins(2));
            self.drives(tour, Happening::Arrived { stop }).await;
            self.clock.advance(SignedDuration::from_mins(1));
            self.drives(tour, Happening::Served { stop }).await;
        }

        /// How many windows are in the figures, by region.
        async fn windows(&self) -> Vec<(Option<String>, u64)> {
            let figures = figures(self.store(), self.operator, DAY, DAY).await.unwrap();
            figures.days.into_iter().map(|day| (day.region, day.accuracy.arrivals.n)).collect()
        }

        async fn region(&self, name: &str, first: usize, last: usize) {
            let (west, east) = (place(first).lon() - 0.001, place(last).lon() + 0.001);
            let ring = format!("[[{west},48],[{east},48],[{east},49],[{west},49],[{west},48]]");
            let region = Region {
                id: doorstep_domain::RegionId::from_u128(crate::secret::fresh_id()),
                operator: self.operator,
                name: name.to_owned(),
                area: format!("{{\"type\":\"Polygon\",\"coordinates\":[{ring}]}}"),
                live_from: DAY,
            };
            self.store().put_region(region).await.unwrap();
        }
    }

    #[tokio::test]
    async fn a_tour_is_judged_once_and_not_before_late_phones_had_their_time() {
        let house = House::new().await;
        house.drives_to_the_end(4).await;
        house.clock.advance(SETTLED_AFTER);
        assert_eq!(judge_all(&house.shared).await.unwrap(), 0);
        house.clock.advance(SignedDuration::from_secs(1));
        assert_eq!(judge_all(&house.shared).await.unwrap(), 1);
        assert_eq!(judge_all(&house.shared).await.unwrap(), 0);
        assert_eq!(house.windows().await, [(None, 3 + 2 + 1)]);
    }

    #[tokio::test]
    async fn recipients_are_told_of_kept_windows_once_enough_of_their_region_were_judged() {
        let house = House::new().await;
        house.region("Here", 0, 40).await;
        let rules = r#"{"map":"always","count":"always","tell_kept":true}"#;
        house.sets_rules(rules).await;
        let told = async |number| {
            let offered = house.shared.live.offered(house.operator).await.unwrap();
            offered.offer.kept_of_five(Some(place(number)), DAY)
        };
        // 528 windows, of which 500 would do.
        house.drives_to_the_end(33).await;
        assert_eq!(told(3).await, None);
        house.clock.advance(SETTLED_AFTER + SignedDuration::from_secs(1));
        assert_eq!(judge_all(&house.shared).await.unwrap(), 1);
        assert!(told(3).await.is_some_and(|of_five| of_five <= 5));
        assert_eq!(told(90).await, None, "elsewhere nothing was judged");
    }

    #[tokio::test]
    async fn a_tour_that_ended_while_nobody_looked_is_judged_after_the_start() {
        let house = House::new().await;
        house.drives_to_the_end(3).await;
        house.clock.advance(SignedDuration::from_hours(5));
        let restarted = house.restarted();
        assert_eq!(judge_all(&restarted.shared).await.unwrap(), 1);
        assert_eq!(judge_all(&house.shared).await.unwrap(), 0, "whoever looks");
        assert_eq!(restarted.windows().await, [(None, 2 + 1)]);
    }

    #[tokio::test]
    async fn tours_of_a_day_are_added_up_by_region() {
        let house = House::new().await;
        house.region("East", 2, 9).await;
        house.region("West", 0, 1).await;
        for stops in [3, 4, 1] {
            house.drives_to_the_end(stops).await;
        }
        house.clock.advance(SignedDuration::from_hours(1));
        assert_eq!(judge_all(&house.shared).await.unwrap(), 3);
        let east = Some("East".to_owned());
        assert_eq!(house.windows().await, [(east, 3 + 6)], "of a tour of one stop nothing is judged");
    }

    #[tokio::test]
    async fn a_tour_whose_log_is_gone_waits_no_more() {
        let house = House::new().await;
        let tour = house.drives_to_the_end(2).await;
        house.store().forget_day(DAY).await.unwrap();
        house.clock.advance(SignedDuration::from_hours(1));
        assert_eq!(judge_all(&house.shared).await.unwrap(), 1);
        let waiting = house.store().list_unjudged_tours(house.shared.clock.now(), 9).await.unwrap();
        assert!(waiting.iter().all(|waiting| waiting.id != tour.id));
        assert_eq!(house.windows().await, []);
    }

    #[tokio::test]
    async fn what_a_tour_taught_is_used_from_the_next_day_on_and_until_it_is_forgotten() {
        let house = House::new().await;
        house.drives_to_the_end(4).await;
        let ended = house.shared.clock.now();
        house.clock.advance(SignedDuration::from_hours(1));
        assert_eq!(judge_all(&house.shared).await.unwrap(), 1);
        let operator = house.store().find_operator(house.operator).await.unwrap().unwrap();
        let tours = async |day, at| -> Option<f64> {
            let known = experience_at(house.store(), &operator, day, at).await.unwrap();
            known.map(|experience| experience.tours())
        };
        let tomorrow = DAY.tomorrow().unwrap();
        assert_eq!(tours(DAY, ended).await, Some(0.0), "nothing learnt from a day is used on that day");
        assert_eq!(tours(tomorrow, ended).await, None, "the day has not begun");
        house.clock.advance(SignedDuration::from_hours(24));
        let known = house.shared.live.experience(house.operator, tomorrow).await.unwrap().unwrap();
        assert!((0.97..1.0).contains(&known.tours()), "{}", known.tours());
        house.shared.live.unlearn(house.operator).await.unwrap();
        let known = house.shared.live.experience(house.operator, tomorrow).await.unwrap().unwrap();
        assert!(known.tours() <= 0.0, "{known:?}");
    }

    #[tokio::test]
    async fn what_is_kept_names_nobody() {
        let house = House::new().await;
        let tour = house.drives_to_the_end(3).await;
        house.clock.advance(SignedDuration::from_hours(1));
        judge_all(&house.shared).await.unwrap();
        let kept = house.store().list_judgements(house.operator, Date::MIN, Date::MAX).await.unwrap();
        let taught = house.store().list_lessons(house.operator, Date::MIN, Date::MAX).await.unwrap();
        assert_eq!(taught.len(), 1);
        let kept = format!("{kept:?} {taught:?}");
        let ids = [tour.id.to_string(), tour.driver.to_string()];
        let ids = ids.into_iter().chain(tour.parcels.iter().map(|parcel| parcel.id.to_string()));
        for id in ids {
            assert!(!kept.contains(&id), "{id} is in {kept}");
        }
    }
}
