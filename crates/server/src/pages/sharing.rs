//! What a recipient shares of a parcel: a link for a neighbour, the list of links, and when they were opened.

use askama::Template;
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::response::{Html, IntoResponse, Redirect, Response};
use doorstep_domain::{Parcel, Personal};
use doorstep_store::{Account, Share, SharePermission};
use http::{HeaderMap, StatusCode};
use serde::Deserialize;

use super::frame::Frame;
use super::icons::Icon;
use super::reader::Reader;
use super::saved::Saved;
use super::tracking::page::own_parcel;
use super::visit::{Visit, draw};
use crate::access::Recipient;
use crate::error::ApiError;
use crate::shares::{self, Wish};
use crate::state::AppState;

/// The page of a parcel's shares.
#[derive(Template)]
#[template(path = "pages/sharing.html")]
pub(crate) struct SharingPage<'a> {
    frame: Frame<'a>,
    parcel: String,
    is_saved: bool,
    given: Option<String>,
    trouble: Option<&'static str>,
    rows: Vec<Row>,
}

struct Row {
    id: String,
    name: Option<String>,
    permission: &'static str,
    until: String,
    opened: String,
    openings: Vec<String>,
}

/// What has just happened to the shares.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) enum Event {
    /// Nothing.
    #[default]
    None,
    /// One was taken back.
    TakenBack,
    /// One was given: its address.
    Given(String),
    /// None could be given: the message that says why.
    Refused(&'static str),
}

impl<'a> SharingPage<'a> {
    /// The page of a parcel with these shares.
    pub(crate) fn new(frame: Frame<'a>, parcel: String, shares: &[Share], event: Event) -> Self {
        let rows = shares.iter().map(|share| row(frame.reader, share)).collect();
        let is_saved = event == Event::TakenBack;
        let (given, trouble) = match event {
            Event::Given(url) => (Some(url), None),
            Event::Refused(key) => (None, Some(key)),
            Event::None | Event::TakenBack => (None, None),
        };
        Self { frame, parcel, is_saved, given, trouble, rows }
    }
}

fn row(reader: &Reader, share: &Share) -> Row {
    let key = if share.expires_at <= reader.now { "sharing-ended" } else { "sharing-until" };
    Row {
        id: share.id.to_string(),
        name: share.name.as_ref().map(|name| name.reveal().to_owned()),
        permission: match share.permission {
            SharePermission::Window => "sharing-window",
            SharePermission::Accept => "sharing-accept",
        },
        until: reader.say_with(key, [("when", reader.moment(share.expires_at).into())]),
        opened: reader.say_with("sharing-opened", [("count", share.opening_count.into())]),
        openings: share.openings.iter().map(|at| reader.moment(*at)).collect(),
    }
}

/// The form.
#[derive(Deserialize)]
pub(super) struct ShareForm {
    #[serde(default)]
    permission: String,
    #[serde(default)]
    name: String,
}

/// `GET /parcels/{id}/shares`
pub(super) async fn get(
    State(shared): State<AppState>,
    Recipient(account): Recipient,
    visit: Visit,
    Path(id): Path<String>,
    Query(saved): Query<Saved>,
) -> Result<Html<String>, ApiError> {
    let parcel = own_parcel(&shared, &account, &id).await?;
    let event = if saved.is_saved() { Event::TakenBack } else { Event::None };
    page(&shared, &account, &visit, &parcel, event).await
}

/// `POST /parcels/{id}/shares`: gives a share. Its address is on the page that answers and nowhere else.
pub(super) async fn post(
    State(shared): State<AppState>,
    Recipient(account): Recipient,
    visit: Visit,
    Path(id): Path<String>,
    headers: HeaderMap,
    Form(form): Form<ShareForm>,
) -> Result<Response, ApiError> {
    let parcel = own_parcel(&shared, &account, &id).await?;
    let wished = SharePermission::ALL.into_iter().find(|known| known.as_str() == form.permission);
    let name = form.name.split_whitespace().collect::<Vec<_>>().join(" ");
    let (status, event) = if name.chars().count() > Share::NAME_CHARS_MAX {
        (StatusCode::UNPROCESSABLE_ENTITY, Event::Refused("sharing-name-long"))
    } else {
        let permission = wished.unwrap_or(SharePermission::Window);
        let name = Some(name).filter(|name| !name.is_empty()).map(Personal::new);
        let wish = Wish { permission, name, expires_at: None };
        match shares::give(&shared, &account, &parcel, wish).await {
            Ok((_, path)) => (StatusCode::OK, Event::Given(shared.settings.address_of(&path, &headers))),
            Err(error) => (StatusCode::CONFLICT, Event::Refused(refusal(error)?)),
        }
    };
    Ok((status, page(&shared, &account, &visit, &parcel, event).await?).into_response())
}

/// `POST /parcels/{id}/shares/{share}/end`: takes a share back.
pub(super) async fn end(
    State(shared): State<AppState>,
    Recipient(account): Recipient,
    Path((id, share)): Path<(String, String)>,
) -> Result<Redirect, ApiError> {
    let parcel = own_parcel(&shared, &account, &id).await?;
    let share = share.parse().map_err(|_no_id| ApiError::not_found())?;
    // One that is gone already is as good as taken back.
    shared.store.delete_share(account.id, parcel.id, share).await?;
    Ok(Redirect::to(&format!("/parcels/{}/shares?saved=1", parcel.id)))
}

fn refusal(error: ApiError) -> Result<&'static str, ApiError> {
    match error.code() {
        "too_many_shares" => Ok("sharing-too-many"),
        "not_shareable" => Ok("sharing-not-possible"),
        _ => Err(error),
    }
}

async fn page(
    shared: &AppState,
    account: &Account,
    visit: &Visit,
    parcel: &Parcel,
    event: Event,
) -> Result<Html<String>, ApiError> {
    let given = shared.store.list_shares(account.id, parcel.id).await?;
    let frame = visit.frame("sharing-title", format!("/parcels/{}/shares", parcel.id));
    draw(&SharingPage::new(frame, parcel.id.to_string(), &given, event))
}
