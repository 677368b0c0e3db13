//! How well deliveries went, as recipients say.

use doorstep_domain::{Personal, Rating, Score};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::input::{Field, InputProblem, Text, read};

/// How well a delivery went.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct RatingJson {
    /// From 1, bad, to 5, very good.
    #[schema(minimum = 1, maximum = 5)]
    pub score: u8,
    /// In words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, max_length = 500)]
    pub comment: Option<Personal>,
    /// When the recipient last said so.
    pub at: Timestamp,
    /// How often they said so: to be sent along with the next change.
    pub version: u32,
}

/// The body of `PUT /v1/parcels/{id}/rating`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct RatingRequest {
    /// From 1, bad, to 5, very good.
    #[schema(value_type = u8, minimum = 1, maximum = 5)]
    pub score: Score,
    /// In words; what is left out is said no more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, max_length = 500)]
    pub comment: Option<Personal>,
    /// The `version` of the rating that its sender saw, 0 for none; a newer one is not overwritten then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<u32>,
}

/// The answer of `GET /v1/ratings`: by day of the delivery, and by nothing else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct RatingsAnswer {
    /// The days of which there are ratings, the oldest first.
    pub days: Vec<RatedDayJson>,
}

/// The ratings of the deliveries of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct RatedDayJson {
    /// The day.
    pub day: Date,
    /// How many gave 1, 2, 3, 4 and 5.
    #[schema(value_type = Vec<u64>, min_items = 5, max_items = 5)]
    pub counts: [u64; 5],
}

impl RatingRequest {
    /// Reads the body.
    ///
    /// # Errors
    /// All problems of the input.
    pub fn read(bytes: &[u8]) -> Result<Self, Vec<InputProblem>> {
        read(bytes, Self::from_field)
    }

    fn from_field(field: Field<'_>) -> Option<Self> {
        let object = field.object(&["score", "comment", "version"])?;
        let score = object.required("score").and_then(|field| score(&field));
        let rule = Text { chars_max: Rating::COMMENT_CHARS_MAX, lines: true };
        let comment = object.said("comment", rule);
        let version = object.optional("version").and_then(|field| field.whole(u32::MAX));
        Some(Self { score: score?, comment, version })
    }
}

fn score(field: &Field<'_>) -> Option<Score> {
    let number = field.whole(u32::from(u8::MAX))?;
    let score = u8::try_from(number).ok().and_then(|number| Score::try_from(number).ok());
    score.or_else(|| field.problem("out_of_range", "this must be a whole number from 1 to 5"))
}

impl From<&Rating> for RatingJson {
    fn from(rating: &Rating) -> Self {
        let Rating { score, comment, at, version } = rating.clone();
        Self { score: score.number(), comment, at, version }
    }
}
