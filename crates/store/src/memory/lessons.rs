//! Lessons.

use doorstep_domain::OperatorId;
use jiff::civil::Date;

use super::MemoryStore;
use crate::{Answer, Lessons, TaughtDay};

impl Lessons for MemoryStore {
    fn find_lessons(&self, operator: OperatorId, day: Date) -> Answer<'_, Option<String>> {
        self.read(move |state| state.lessons.get(&(operator, day)).cloned())
    }

    fn list_lessons(&self, operator: OperatorId, from: Date, before: Date) -> Answer<'_, Vec<TaughtDay>> {
        self.read(move |state| {
            let known = state.lessons.iter();
            let own = known.filter(|((theirs, day), _)| *theirs == operator && (from..before).contains(day));
            own.map(|((operator, day), lessons)| TaughtDay {
                operator: *operator,
                day: *day,
                lessons: lessons.clone(),
            })
            .collect()
        })
    }

    fn delete_lessons(&self, operator: OperatorId) -> Answer<'_, u64> {
        self.write(move |state| {
            let before = state.lessons.len();
            state.lessons.retain(|(theirs, _), _| *theirs != operator);
            Ok((before - state.lessons.len()) as u64)
        })
    }

    fn delete_lessons_before(&self, day: Date) -> Answer<'_, u64> {
        self.write(move |state| {
            let before = state.lessons.len();
            state.lessons.retain(|(_, known), _| *known >= day);
            Ok((before - state.lessons.len()) as u64)
        })
    }
}
