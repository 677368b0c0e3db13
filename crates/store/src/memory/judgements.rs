//! Judgements.

use doorstep_domain::OperatorId;
use jiff::Timestamp;
use jiff::civil::Date;

use super::{MemoryStore, refers};
use crate::{Answer, JudgedDay, JudgedTour, Judgements, StoreError, TaughtDay, TourRecord};

impl Judgements for MemoryStore {
    fn list_unjudged_tours(&self, ended_before: Timestamp, limit: u32) -> Answer<'_, Vec<TourRecord>> {
        self.read(move |state| {
            let is_over = |tour: &&TourRecord| tour.ended_at.is_some_and(|at| at < ended_before);
            let open = state.tours.values().filter(is_over).filter(|tour| !state.judged.contains(&tour.id));
            let mut open: Vec<_> = open.cloned().collect();
            open.sort_by_key(|tour| (tour.ended_at, tour.id));
            open.truncate(limit as usize);
            open
        })
    }

    fn put_judgement(&self, judged: JudgedTour) -> Answer<'_, bool> {
        self.write(move |state| {
            let JudgedTour { tour, day, replaces, taught, replaces_lessons } = judged;
            if !state.tours.contains_key(&tour) || state.judged.contains(&tour) {
                return Ok(false);
            }
            if let Some(TaughtDay { operator, day, .. }) = &taught {
                refers(state.operators.contains_key(operator), "lessons", "operator")?;
                if state.lessons.get(&(*operator, *day)) != replaces_lessons.as_ref() {
                    return Err(StoreError::Conflict { what: "other lessons of this day" });
                }
            }
            if let Some(JudgedDay { operator, day, region, judgement }) = day {
                refers(state.operators.contains_key(&operator), "judgements", "operator")?;
                let key = (operator, day, region);
                if state.judgements.get(&key) != replaces.as_ref() {
                    return Err(StoreError::Conflict { what: "another judgement of this day" });
                }
                state.judgements.insert(key, judgement);
            }
            if let Some(TaughtDay { operator, day, lessons }) = taught {
                state.lessons.insert((operator, day), lessons);
            }
            state.judged.insert(tour);
            Ok(true)
        })
    }

    fn find_judgement(
        &self,
        operator: OperatorId,
        day: Date,
        region: Option<String>,
    ) -> Answer<'_, Option<String>> {
        self.read(move |state| state.judgements.get(&(operator, day, region)).cloned())
    }

    fn list_judgements(&self, operator: OperatorId, from: Date, until: Date) -> Answer<'_, Vec<JudgedDay>> {
        self.read(move |state| {
            let all = state.judgements.iter();
            let own = all.filter(|((theirs, day, _), _)| *theirs == operator && (from..=until).contains(day));
            let day =
                |((operator, day, region), judgement): (&(OperatorId, Date, Option<String>), &String)| {
                    JudgedDay {
                        operator: *operator,
                        day: *day,
                        region: region.clone(),
                        judgement: judgement.clone(),
                    }
                };
            let mut days: Vec<_> = own.map(day).collect();
            days.sort_by(|a, b| b.day.cmp(&a.day).then_with(|| a.region.cmp(&b.region)));
            days
        })
    }

    fn delete_judgements_before(&self, day: Date) -> Answer<'_, u64> {
        self.write(move |state| {
            let before = state.judgements.len();
            state.judgements.retain(|(_, known, _), _| *known >= day);
            Ok((before - state.judgements.len()) as u64)
        })
    }
}
