//! How well a delivery went, as its recipient says.
//!
//! It is for the operator. Drivers never see the rating of a single delivery, and nothing here counts by driver: what goes
//! wrong at a door is seldom the fault of who stands there.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::{Outcome, OutcomeView, Personal};

/// What a recipient says of a delivery.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rating {
    /// How well it went.
    pub score: Score,
    /// In words, at most [`Rating::COMMENT_CHARS_MAX`] characters.
    pub comment: Option<Personal>,
    /// When they last said so.
    pub at: Timestamp,
    /// How often they said so: each change has the next number, as those of wishes do.
    pub version: u32,
}

/// A number from 1, bad, to 5, very good.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Score(u8);

/// A number is no score.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a score is a whole number from 1 to 5")]
pub struct NoScore;

impl Rating {
    /// The longest comment, in characters.
    pub const COMMENT_CHARS_MAX: usize = 500;
    /// So long after the delivery it may be given and changed.
    pub const OPEN_FOR: SignedDuration = SignedDuration::from_hours(7 * 24);

    /// Whether the comment is within its limit.
    pub fn is_short(&self) -> bool {
        let chars = self.comment.as_ref().map_or(0, |comment| comment.reveal().chars().count());
        chars <= Self::COMMENT_CHARS_MAX
    }

    /// Until when a delivery may be rated that ended like this; `None` where it may not be now. A parcel that waits at a
    /// pick-up point was not delivered to anyone yet.
    pub fn open_until(ended: Option<OutcomeView>, now: Timestamp) -> Option<Timestamp> {
        let OutcomeView { outcome, at } = ended?;
        let is_delivered = outcome.is_delivered() && outcome != Outcome::DeliveredToPickupPoint;
        let until = at.checked_add(Self::OPEN_FOR).ok()?;
        (is_delivered && now < until).then_some(until)
    }
}

impl Score {
    /// Every score, the best first.
    pub const ALL: [Self; 5] = [Self(5), Self(4), Self(3), Self(2), Self(1)];

    /// The number.
    pub fn number(self) -> u8 {
        self.0
    }
}

impl TryFrom<u8> for Score {
    type Error = NoScore;

    fn try_from(number: u8) -> Result<Self, NoScore> {
        if (1..=5).contains(&number) { Ok(Self(number)) } else { Err(NoScore) }
    }
}

impl From<Score> for u8 {
    fn from(score: Score) -> Self {
        score.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_second(seconds).unwrap()
    }

    #[test]
    fn a_score_is_a_number_from_one_to_five() {
        let scores: Vec<u8> = (0..=u8::MAX).filter(|number| Score::try_from(*number).is_ok()).collect();
        assert_eq!(scores, [1, 2, 3, 4, 5]);
        assert!(Score::ALL.is_sorted_by(|better, worse| better > worse));
    }

    #[test]
    fn a_comment_is_short_up_to_its_limit() {
        let rating = |chars| Rating {
            score: Score(5),
            comment: Some(Personal::new("ä".repeat(chars))),
            at: at(0),
            version: 1,
        };
        assert!(rating(500).is_short() && !rating(501).is_short());
    }

    #[test]
    fn what_was_delivered_is_rated_within_a_week() {
        let week = 7 * 24 * 60 * 60;
        let until = |outcome, now| Rating::open_until(Some(OutcomeView { outcome, at: at(100) }), at(now));
        assert_eq!(until(Outcome::DeliveredToNeighbour, 100), Some(at(100 + week)));
        assert!(until(Outcome::DeliveredToRecipient, 99 + week).is_some());
        assert_eq!(until(Outcome::DeliveredToRecipient, 100 + week), None);
        assert_eq!(until(Outcome::DeliveredToPickupPoint, 100), None);
        assert_eq!(until(Outcome::FailedNotHome, 100), None);
        assert_eq!(Rating::open_until(None, at(100)), None);
    }
}
