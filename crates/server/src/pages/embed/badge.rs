//! A badge: how a parcel stands, as a picture for pages that run no script.

use askama::Template;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Response};
use http::HeaderMap;
use http::header::CONTENT_TYPE;

use super::{Spoken, reader, told};
use crate::embed::{self, Embedding};
use crate::error::ApiError;
use crate::pages::visit::cannot_draw;
use crate::state::AppState;

/// How wide a letter of the words is at most on the whole, in pixels.
const LETTER: usize = 8;
/// The sign and what is around the words.
const BESIDE: usize = 60;
/// The longest words that are shown whole, in letters.
const LETTERS_MAX: usize = 60;

/// The badge.
#[derive(Template)]
#[template(path = "parts/badge.svg", escape = "html")]
struct Badge {
    language: String,
    direction: String,
    by: String,
    says: String,
    width: usize,
    is_over: bool,
}

/// `GET /embed/{token}/badge.svg`
pub(super) async fn get(
    State(shared): State<AppState>,
    page: Embedding,
    Query(spoken): Query<Spoken>,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let reader = reader(&shared, &page.parcel, &spoken, &headers).await?;
    let view = embed::open(&shared, &page).await?;
    let offered = shared.live.offered(page.parcel.operator).await?;
    let told = told(&view, &page.parcel, &offered.operator.name, &reader);
    let words = told.words;
    let says = match words.kicker {
        Some(kicker) => format!("{kicker} {}", words.hero),
        None => words.hero,
    };
    let badge = Badge::new(told.language, told.direction, &words.by, &says, told.is_over);
    let drawn = badge.render().map_err(|error| cannot_draw(&error))?;
    Ok(([(CONTENT_TYPE, "image/svg+xml")], drawn).into_response())
}

impl Badge {
    fn new(language: String, direction: String, by: &str, says: &str, is_over: bool) -> Self {
        let says = shortened(says);
        let letters = says.chars().count().max(by.chars().count().min(LETTERS_MAX));
        Self { language, direction, by: shortened(by), says, width: letters * LETTER + BESIDE, is_over }
    }
}

fn shortened(text: &str) -> String {
    if text.chars().count() <= LETTERS_MAX {
        return text.to_owned();
    }
    text.chars().take(LETTERS_MAX - 1).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_badge_holds_no_more_than_its_width_and_its_words_are_no_markup() {
        let long = "<script>&\"".repeat(40);
        let badge = Badge::new("en".to_owned(), "ltr".to_owned(), &long, &long, false);
        assert!(badge.width <= LETTERS_MAX * LETTER + BESIDE);
        let drawn = badge.render().unwrap();
        assert!(!drawn.contains("<script>") && drawn.contains('…'), "{drawn}");
    }
}
