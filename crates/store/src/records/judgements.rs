//! Judgements: how well the forecasts of a day held. There is no tour, driver or parcel in them.

use doorstep_domain::{OperatorId, TourId};
use jiff::Timestamp;
use jiff::civil::Date;

use super::{TaughtDay, TourRecord};
use crate::Answer;

/// How well the forecasts of an operator's tours of one day and region held, all of them added up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JudgedDay {
    /// Whose tours.
    pub operator: OperatorId,
    /// The service day.
    pub day: Date,
    /// The name of the region; `None` for tours in none.
    pub region: Option<String>,
    /// The judgement, as JSON text in the shape that the wire room defines.
    pub judgement: String,
}

/// A tour that was judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JudgedTour {
    /// Which.
    pub tour: TourId,
    /// Its day with the tour added; `None` when there was nothing to judge.
    pub day: Option<JudgedDay>,
    /// The judgement of that day without it, which the new one replaces.
    pub replaces: Option<String>,
    /// The lessons of the day with those of the tour; `None` when there was nothing to learn.
    pub taught: Option<TaughtDay>,
    /// The lessons of that day without it, which the new ones replace.
    pub replaces_lessons: Option<String>,
}

/// Judgements.
pub trait Judgements: Send + Sync {
    /// Tours of every operator that ended before an instant and were not judged, the earliest end first.
    fn list_unjudged_tours(&self, ended_before: Timestamp, limit: u32) -> Answer<'_, Vec<TourRecord>>;

    /// Remembers that a tour is judged, and its day and lessons with it; all of it or nothing. `false` when it was judged already,
    /// and nothing is written.
    ///
    /// # Errors
    /// A conflict when the judgement or the lessons of the day are not those that are replaced: another tour was added meanwhile.
    fn put_judgement(&self, judged: JudgedTour) -> Answer<'_, bool>;

    /// The judgement of a day and region, if there is one.
    fn find_judgement(
        &self,
        operator: OperatorId,
        day: Date,
        region: Option<String>,
    ) -> Answer<'_, Option<String>>;

    /// The judgements of an operator from one day to another, both included: newest day first, then by region, those in
    /// none first.
    fn list_judgements(&self, operator: OperatorId, from: Date, until: Date) -> Answer<'_, Vec<JudgedDay>>;

    /// Deletes the judgements of all days before one; how many there were.
    fn delete_judgements_before(&self, day: Date) -> Answer<'_, u64>;
}
