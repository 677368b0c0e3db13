//! What browsers send when a delivery is rated, and what is wrong with it.

use doorstep_domain::{Personal, Rating, Score};
use serde::Deserialize;

use super::super::choices::said;

/// The form of a rating.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct RatingForm {
    /// The number; empty when none was chosen.
    pub(crate) score: String,
    /// The words.
    pub(crate) comment: String,
    /// The number of the rating that the page showed.
    pub(crate) version: Option<String>,
}

/// What was wrong with what was sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RatingTrouble {
    /// No number was chosen.
    ScoreNeeded,
    /// The words are too long.
    TooLong,
    /// It may not be rated, or not any more.
    Closed,
    /// It was rated elsewhere meanwhile.
    ChangedMeanwhile,
}

impl RatingTrouble {
    /// What the server's refusal means for the form, where it is about the form.
    pub(crate) fn of_code(code: &str) -> Option<Self> {
        match code {
            "not_delivered" | "not_offered" | "too_late" => Some(Self::Closed),
            "changed_meanwhile" => Some(Self::ChangedMeanwhile),
            _ => None,
        }
    }

    /// Whether what stands is in the way, and not what was typed.
    pub(crate) fn is_conflict(self) -> bool {
        matches!(self, Self::Closed | Self::ChangedMeanwhile)
    }

    pub(super) fn key(self) -> &'static str {
        match self {
            Self::ScoreNeeded => "rating-needed",
            Self::TooLong => "choices-too-long",
            Self::Closed => "rating-closed",
            Self::ChangedMeanwhile => "choices-changed-meanwhile",
        }
    }
}

impl RatingForm {
    /// The number of the rating that the page showed.
    pub(crate) fn saw(&self) -> Option<u32> {
        self.version.as_ref()?.parse().ok()
    }

    /// The score and the words.
    ///
    /// # Errors
    /// When no score was chosen, or the words are too long.
    pub(crate) fn read(&self) -> Result<(Score, Option<Personal>), RatingTrouble> {
        let number: u8 = self.score.parse().map_err(|_no_number| RatingTrouble::ScoreNeeded)?;
        let score = Score::try_from(number).map_err(|_no_score| RatingTrouble::ScoreNeeded)?;
        let comment = said(&self.comment, Rating::COMMENT_CHARS_MAX);
        Ok((score, comment.map_err(|_too_long| RatingTrouble::TooLong)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(score: &str, comment: &str) -> RatingForm {
        RatingForm { score: score.to_owned(), comment: comment.to_owned(), version: None }
    }

    #[test]
    fn a_score_with_or_without_words_is_a_rating() {
        let best = Score::try_from(5).unwrap();
        assert_eq!(form("5", " \u{7} ").read(), Ok((best, None)));
        let told = form("5", " so\u{0} kind \n 🐕\u{1b} ").read();
        assert_eq!(told, Ok((best, Some(Personal::new("so kind 🐕")))));
        assert!(form("1", &"ä".repeat(500)).read().is_ok());
    }

    #[test]
    fn what_says_nothing_or_too_much_is_refused() {
        for score in ["", "0", "6", "-1", "4.5", "five", "256"] {
            assert_eq!(form(score, "").read(), Err(RatingTrouble::ScoreNeeded), "{score}");
        }
        for length in [501, 10_000] {
            assert_eq!(form("3", &"🐕".repeat(length)).read(), Err(RatingTrouble::TooLong));
        }
    }
}
