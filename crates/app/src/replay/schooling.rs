//! What is learnt over the dates of a recording: tours of earlier dates teach later ones, by what was received of them
//! until the later date began.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use doorstep_domain::prediction::{Experience, Lessons};
use jiff::civil::Date;
use jiff::tz::Offset;

use super::tour::Tour;

/// The experience of each date that began, and what its tours taught once they did.
#[derive(Default)]
pub(super) struct Schooling {
    dates: BTreeMap<Date, Arc<Experience>>,
    lessons: BTreeMap<Date, Lessons>,
}

impl Schooling {
    /// What is expected on a date. The first time it is asked for, all tours of earlier dates teach.
    pub(super) fn of(&mut self, date: Date, tours: &HashMap<String, Tour>) -> Arc<Experience> {
        if let Some(known) = self.dates.get(&date) {
            return known.clone();
        }
        for (taught, experience) in self.dates.range(..date) {
            let of_date = tours.values().filter(|tour| tour.date() == *taught);
            self.lessons.entry(*taught).or_insert_with(|| {
                let mut sum = Lessons::default();
                of_date.for_each(|tour| sum += tour.lessons(experience));
                sum
            });
        }
        let past = self.lessons.iter().map(|(date, lessons)| (*date, lessons));
        let experience = Arc::new(Experience::of_day(date, Offset::UTC, past));
        self.dates.insert(date, experience.clone());
        experience
    }
}
