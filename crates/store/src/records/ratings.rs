//! How well deliveries went, as recipients say.

use doorstep_domain::{OperatorId, ParcelId, Rating, Score};
use jiff::civil::Date;

use crate::Answer;

/// The ratings of the deliveries of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RatedDay {
    /// The day.
    pub day: Date,
    /// How many gave 1, 2, 3, 4 and 5.
    pub counts: [u64; 5],
}

impl RatedDay {
    /// A day without ratings.
    pub fn none(day: Date) -> Self {
        Self { day, counts: [0; 5] }
    }

    /// Counts so many of a score.
    pub fn count(&mut self, score: Score, number: u64) {
        if let Some(count) = self.counts.get_mut(usize::from(score.number()) - 1) {
            *count += number;
        }
    }
}

/// Ratings. The record of a parcel holds its own; who drove is in no question here.
pub trait Ratings: Send + Sync {
    /// Rates a delivery of a day in place of how it was rated before; `false` when this is not the change after the last
    /// one, or there is no such parcel.
    fn put_rating(&self, parcel: ParcelId, day: Date, rating: Rating) -> Answer<'_, bool>;

    /// How often which score was given to the operator's deliveries of these days, the oldest first; days without are left
    /// out.
    fn count_ratings(&self, operator: OperatorId, from: Date, until: Date) -> Answer<'_, Vec<RatedDay>>;
}
