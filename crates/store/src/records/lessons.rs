//! Lessons: what the tours of a day taught about how long things take. There is no tour, driver or parcel in them.

use doorstep_domain::OperatorId;
use jiff::civil::Date;

use crate::Answer;

/// What tours of an operator taught that were learnt from on one day, all of them added up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaughtDay {
    /// Whose tours.
    pub operator: OperatorId,
    /// The day on which it was learnt, never before the service day of the tours.
    pub day: Date,
    /// The lessons, as JSON text in the shape that the wire room defines.
    pub lessons: String,
}

/// Lessons; a tour's are added to its day together with its judgement.
pub trait Lessons: Send + Sync {
    /// What was learnt on a day, if anything was.
    fn find_lessons(&self, operator: OperatorId, day: Date) -> Answer<'_, Option<String>>;

    /// What was learnt from a day on and before another one, oldest first.
    fn list_lessons(&self, operator: OperatorId, from: Date, before: Date) -> Answer<'_, Vec<TaughtDay>>;

    /// Deletes all lessons of an operator; how many days there were.
    fn delete_lessons(&self, operator: OperatorId) -> Answer<'_, u64>;

    /// Deletes the lessons of every operator from before a day; how many days there were.
    fn delete_lessons_before(&self, day: Date) -> Answer<'_, u64>;
}
