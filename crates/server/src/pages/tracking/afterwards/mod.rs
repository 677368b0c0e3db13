//! What the recipient can say when it is over: how well it went, and that nobody came.

mod form;
mod report;

use askama::Template;
use doorstep_domain::{Choice, Personal, Rating, Score};

use super::{Refused, Tracking};
use crate::pages::icons::Icon;
use crate::pages::reader::Reader;

pub(crate) use form::{RatingForm, RatingTrouble};
pub(crate) use report::ReportForm;
use report::Reporting;

/// What can be said when it is over.
#[derive(Template)]
#[template(path = "parts/afterwards.html")]
pub(super) struct Afterwards<'a> {
    reader: &'a Reader,
    parcel: String,
    shown: bool,
    /// What was refused and has no form to stand in any more: why, and what was typed.
    lost: Option<(String, Option<String>)>,
    given: Option<Given>,
    form: Option<RatingFields>,
    is_rated: bool,
    reporting: Reporting,
}

/// A rating that stands.
struct Given {
    words: String,
    comment: Option<String>,
    until: Option<String>,
}

/// The form, as it stands when the page opens.
struct RatingFields {
    trouble: Option<String>,
    is_comment_wrong: bool,
    scores: Vec<ScoreChoice>,
    comment: String,
    comment_max: usize,
    version: u32,
}

/// A score to choose.
struct ScoreChoice {
    number: u8,
    text: String,
    chosen: bool,
}

/// Makes what can be said when it is over.
pub(super) fn afterwards<'a>(page: &Tracking<'a>) -> Afterwards<'a> {
    let (reader, view) = (page.reader, page.view);
    let may_rate = view.rating_until.is_some() && view.choices.holds(Choice::Rating);
    let form = may_rate.then(|| fields(page));
    let given = view.rating.as_ref().map(|rating| given(page, rating, may_rate));
    let lost = refused(page).filter(|_| !may_rate).map(|(sent, trouble)| {
        let typed = sent.comment.trim();
        let typed = (!typed.is_empty()).then(|| reader.say_with("choices-typed", [("text", typed.into())]));
        (words(page, trouble), typed)
    });
    let is_rated = form.is_some() || given.is_some() || lost.is_some();
    let reporting = Reporting::of(page);
    let shown = is_rated || reporting.is_shown();
    Afterwards { reader, parcel: view.parcel.to_string(), shown, lost, given, form, is_rated, reporting }
}

fn given(page: &Tracking<'_>, rating: &Rating, may_rate: bool) -> Given {
    let reader = page.reader;
    let until = page.view.rating_until.filter(|_| may_rate);
    Given {
        words: reader.say_with("rating-given", [("score", rating.score.number().into())]),
        comment: rating.comment.as_ref().map(|comment| comment.reveal().to_owned()),
        until: until.map(|at| reader.say_with("rating-until", [("until", reader.moment(at).into())])),
    }
}

/// What was sent and refused stands in the form again, so that nobody types it twice.
fn fields(page: &Tracking<'_>) -> RatingFields {
    let (refused, rating) = (refused(page), page.view.rating.as_ref());
    let comment = rating.and_then(|rating| rating.comment.as_ref()).map(Personal::reveal);
    let chosen = rating.map(|rating| rating.score.number().to_string()).unwrap_or_default();
    let (chosen, comment) = refused.map_or_else(
        || (chosen, comment.unwrap_or_default()),
        |(sent, _)| (sent.score.clone(), sent.comment.as_str()),
    );
    let scores = Score::ALL.into_iter().rev().map(|score| ScoreChoice {
        number: score.number(),
        text: page.reader.say(score_key(score)).into_owned(),
        chosen: score.number().to_string() == chosen,
    });
    RatingFields {
        trouble: refused.map(|(_, trouble)| words(page, trouble)),
        is_comment_wrong: refused.is_some_and(|(_, trouble)| trouble == RatingTrouble::TooLong),
        scores: scores.collect(),
        comment: comment.to_owned(),
        comment_max: Rating::COMMENT_CHARS_MAX,
        version: rating.map_or(0, |rating| rating.version),
    }
}

fn refused<'a>(page: &Tracking<'a>) -> Option<(&'a RatingForm, RatingTrouble)> {
    match page.own.refused? {
        Refused::Rating(form, trouble) => Some((form, trouble)),
        Refused::Wish(..) | Refused::Report => None,
    }
}

fn words(page: &Tracking<'_>, trouble: RatingTrouble) -> String {
    page.reader.say_with(trouble.key(), [("limit", Rating::COMMENT_CHARS_MAX.into())])
}

/// The message that words a score.
fn score_key(score: Score) -> &'static str {
    match score.number() {
        1 => "rating-1",
        2 => "rating-2",
        3 => "rating-3",
        4 => "rating-4",
        _ => "rating-5",
    }
}
