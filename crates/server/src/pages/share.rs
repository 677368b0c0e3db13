//! `GET /s/{token}`: what a neighbour sees who was given a share.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Html;

use super::frame::{Frame, Who};
use super::icons::Icon;
use super::reader::Reader;
use super::visit::{Visit, draw};
use crate::access::ShareHolder;
use crate::error::ApiError;
use crate::shares::{self, SharedView};
use crate::state::AppState;

/// The page of a share.
#[derive(Template)]
#[template(path = "pages/share.html")]
pub(crate) struct SharePage<'a> {
    frame: Frame<'a>,
    /// The day, as a title.
    day: Option<String>,
    when: String,
    may_accept: bool,
    until: String,
}

impl<'a> SharePage<'a> {
    /// The page of what a share shows.
    pub(crate) fn new(reader: &'a Reader, view: &'a SharedView, path: String) -> Self {
        let frame = Frame::new(reader, reader.say("share-title"), path).of(Who::Nobody, Some(&view.operator));
        let when = match view.window {
            Some(window) => reader.window(window),
            None if view.is_over => reader.say("share-over").into_owned(),
            None => reader.say("share-unknown").into_owned(),
        };
        Self {
            frame,
            day: view.window.map(|window| reader.day(window.from)),
            when,
            may_accept: view.may_accept,
            until: reader.say_with("share-until", [("when", reader.moment(view.expires_at).into())]),
        }
    }
}

/// Shows a share, and tells whoever gave it.
pub(super) async fn get(
    State(shared): State<AppState>,
    holder: ShareHolder,
    visit: Visit,
    Path(token): Path<String>,
) -> Result<Html<String>, ApiError> {
    let view = shares::open(&shared, &holder).await?;
    let brand = visit.brand.clone();
    let zone = shared.live.offered(holder.parcel.operator).await?.zone.clone();
    let reader = Reader { zone, ..visit.reader };
    let page = SharePage::new(&reader, &view, format!("/s/{token}"));
    draw(&SharePage { frame: page.frame.branded(brand), ..page })
}
