//! The whole page of one parcel, its stream, and the forms of what is asked for.

use askama::Template;
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::response::{Html, IntoResponse, Redirect, Response};
use doorstep_domain::{Destination, Parcel, ParcelKind};
use doorstep_store::{Account, Channel};
use http::{HeaderMap, StatusCode};

use super::{
    Asked, FormTrouble, Own, Parts, RatingForm, RatingTrouble, Refused, ReportForm, Tracking, WishForm,
};
use crate::access::{Recipient, Session};
use crate::door;
use crate::error::ApiError;
use crate::pages::frame::{Frame, Who};
use crate::pages::icons::Icon;
use crate::pages::reader::Reader;
use crate::pages::saved::Saved;
use crate::pages::visit::{Visit, cannot_draw, draw};
use crate::ratings;
use crate::reports;
use crate::sse::{self, Message};
use crate::state::AppState;

/// The page of one parcel. Its parts are those that a stream replaces later.
#[derive(Template)]
#[template(path = "pages/tracking.html")]
pub(crate) struct TrackingPage<'a> {
    frame: Frame<'a>,
    parcel: String,
    now: String,
    zone: String,
    speed: Option<f64>,
    offline: String,
    away: String,
    is_saved: bool,
    can_share: bool,
    parts: Parts,
}

impl<'a> TrackingPage<'a> {
    /// Makes the page for a recipient of an operator; `is_saved` when they have just changed something, `speed` where
    /// the server's clock runs faster than the world.
    ///
    /// # Errors
    /// Only when formatting fails, which strings do not.
    pub(crate) fn new(
        page: &Tracking<'a>,
        operator: &'a str,
        is_saved: bool,
        speed: Option<f64>,
    ) -> Result<Self, askama::Error> {
        let reader = page.reader;
        let parcel = page.view.parcel.to_string();
        let mut frame =
            Frame::new(reader, page.title(), format!("/parcels/{parcel}")).of(Who::Recipient, Some(operator));
        frame.is_beside_stage = true;
        frame.note = note(page, speed);
        // The script puts the time in: only the browser knows when it last heard of us.
        let at_time = |key| reader.say_with(key, [("time", "{time}".into())]);
        Ok(Self {
            frame,
            parcel,
            now: Reader::machine(reader.now),
            zone: reader.zone.iana_name().unwrap_or("UTC").to_owned(),
            speed,
            offline: at_time("offline"),
            away: at_time("server-away"),
            is_saved,
            can_share: !page.is_over() && page.view.kind != ParcelKind::HighValue,
            parts: page.parts()?,
        })
    }
}

/// The sentence at the foot.
fn note(page: &Tracking<'_>, speed: Option<f64>) -> Option<String> {
    let closes = page.map().map(|_| page.reader.say("foot-closes").into_owned());
    let fast = speed.map(|speed| page.reader.say_with("foot-fast", [("speed", speed.to_string().into())]));
    let sentences: Vec<String> = closes.into_iter().chain(fast).collect();
    (!sentences.is_empty()).then(|| sentences.join(" "))
}

/// `GET /parcels/{id}`
pub(crate) async fn get(
    State(shared): State<AppState>,
    Recipient(account): Recipient,
    visit: Visit,
    Path(id): Path<String>,
    Query(saved): Query<Saved>,
) -> Result<Html<String>, ApiError> {
    let parcel = own_parcel(&shared, &account, &id).await?;
    page(&shared, &account, &visit, &parcel, None, saved.is_saved()).await
}

/// `GET /parcels/{id}/stream`: the parts of the page, whenever one of them changed.
pub(crate) async fn stream(
    State(shared): State<AppState>,
    session: Session,
    visit: Visit,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let parcel = own_parcel(&shared, &session.account, &id).await?;
    let wants = shared.store.subscription(session.account.id, Channel::Email).await?;
    let watch = shared.live.watch(&parcel).await?;
    let codes = door::codes(&shared).await?.clone();
    let offered = shared.live.offered(parcel.operator).await?;
    let teller = shared.clone();
    let reader = visit.reader;
    sse::respond(&shared, session, watch, &headers, move |seen| {
        let reader = Reader { now: teller.clock.now(), ..reader.clone() };
        let code = codes.shown(&seen.view, &seen.parcel);
        let points = offered.pickup_points_for(&seen.parcel, &seen.view);
        let own = Own {
            door_code: code.as_deref(),
            has_map: teller.tiles.is_some(),
            pickup_points: &points,
            ..Own::of(&seen.parcel, &wants)
        };
        let page =
            Tracking { view: &seen.view, own, reader: &reader, attribution: &teller.settings.attribution };
        let message = message(&page);
        async move { message }
    })
}

/// `POST /parcels/{id}/instruction`: asks for something or takes it back. What does not fit is told where it was typed.
pub(crate) async fn wish(
    State(shared): State<AppState>,
    Recipient(account): Recipient,
    visit: Visit,
    Path(id): Path<String>,
    Form(form): Form<WishForm>,
) -> Result<Response, ApiError> {
    let parcel = own_parcel(&shared, &account, &id).await?;
    let trouble = match form.read() {
        Err(trouble) => trouble,
        Ok(asked) => match ask(&shared, &parcel, asked, form.saw()).await? {
            Ok(()) => return Ok(saved(&parcel)),
            Err(trouble) => trouble,
        },
    };
    refuse(&shared, &account, &visit, &id, Refused::Wish(&form, trouble)).await
}

/// Does what a form asks for, or tells what is wrong with it.
async fn ask(
    shared: &AppState,
    parcel: &Parcel,
    asked: Asked,
    saw: Option<u32>,
) -> Result<Result<(), FormTrouble>, ApiError> {
    let live = &shared.live;
    let done = match asked {
        Asked::Wish(wish) => live.wish(parcel, wish, saw).await.map(drop),
        Asked::Later(later) => live.put_later(parcel, later).await.map(drop),
        Asked::Day(day) => live.redirect(parcel, Destination::Day(day), saw).await.map(drop),
        Asked::Door => live.redirect(parcel, Destination::Door, saw).await.map(drop),
        Asked::PickupPoint(id) => live.redirect_to_point(parcel, id, saw).await.map(drop),
    };
    match done {
        Ok(()) => Ok(Ok(())),
        Err(error) => FormTrouble::of_code(error.reason()).map(Err).ok_or(error),
    }
}

/// `POST /parcels/{id}/rating`: says how well the delivery went. What does not fit is told where it was typed.
pub(crate) async fn rate(
    State(shared): State<AppState>,
    Recipient(account): Recipient,
    visit: Visit,
    Path(id): Path<String>,
    Form(form): Form<RatingForm>,
) -> Result<Response, ApiError> {
    let parcel = own_parcel(&shared, &account, &id).await?;
    let trouble = match form.read() {
        Err(trouble) => trouble,
        Ok((score, comment)) => match ratings::rate(&shared, &parcel, score, comment, form.saw()).await {
            Ok(_) => return Ok(saved(&parcel)),
            Err(error) => RatingTrouble::of_code(error.code()).ok_or(error)?,
        },
    };
    refuse(&shared, &account, &visit, &id, Refused::Rating(&form, trouble)).await
}

/// `POST /parcels/{id}/report`: reports an attempt.
pub(crate) async fn report(
    State(shared): State<AppState>,
    Recipient(account): Recipient,
    visit: Visit,
    Path(id): Path<String>,
    Form(form): Form<ReportForm>,
) -> Result<Response, ApiError> {
    let parcel = own_parcel(&shared, &account, &id).await?;
    let kind = form.kind().ok_or_else(ApiError::not_found)?;
    match reports::report(&shared, &parcel, kind).await {
        Ok(_) => Ok(saved(&parcel)),
        Err(error) if reports::is_refusal(error.code()) => {
            refuse(&shared, &account, &visit, &id, Refused::Report).await
        }
        Err(error) => Err(error),
    }
}

/// Back to the page, which says that it was taken.
fn saved(parcel: &Parcel) -> Response {
    Redirect::to(&format!("/parcels/{}?saved=1", parcel.id)).into_response()
}

/// The page with what was refused, and why.
async fn refuse(
    shared: &AppState,
    account: &Account,
    visit: &Visit,
    id: &str,
    refused: Refused<'_>,
) -> Result<Response, ApiError> {
    let is_conflict = match refused {
        Refused::Wish(_, trouble) => trouble.is_conflict(),
        Refused::Rating(_, trouble) => trouble.is_conflict(),
        Refused::Report => true,
    };
    let status = if is_conflict { StatusCode::CONFLICT } else { StatusCode::UNPROCESSABLE_ENTITY };
    // What stands now may be newer than the record that was read before.
    let parcel = own_parcel(shared, account, id).await?;
    let page = page(shared, account, visit, &parcel, Some(refused), false).await?;
    Ok((status, page).into_response())
}

/// The recipient's own parcel; everyone else's is as absent as one that is not there.
pub(in crate::pages) async fn own_parcel(
    shared: &AppState,
    account: &Account,
    id: &str,
) -> Result<Parcel, ApiError> {
    let id = id.parse().map_err(|_no_id| ApiError::not_found())?;
    shared.store.find_parcel_of_recipient(account.id, id).await?.ok_or_else(ApiError::not_found)
}

async fn page(
    shared: &AppState,
    account: &Account,
    visit: &Visit,
    parcel: &Parcel,
    refused: Option<Refused<'_>>,
    is_saved: bool,
) -> Result<Html<String>, ApiError> {
    let wants = shared.store.subscription(account.id, Channel::Email).await?;
    let view = shared.live.look(parcel).await?;
    let code = door::codes(shared).await?.shown(&view, parcel);
    let points = shared.live.offered(parcel.operator).await?.pickup_points_for(parcel, &view);
    let own = Own {
        refused,
        door_code: code.as_deref(),
        has_map: shared.tiles.is_some(),
        pickup_points: &points,
        ..Own::of(parcel, &wants)
    };
    let settings = &shared.settings;
    let page = Tracking { view: &view, own, reader: &visit.reader, attribution: &settings.attribution };
    let operator = visit.operator().unwrap_or_default();
    let page = TrackingPage::new(&page, operator, is_saved, settings.speed);
    let page = page.map_err(|error| cannot_draw(&error))?;
    draw(&TrackingPage { frame: page.frame.branded(visit.brand.clone()), ..page })
}

/// The message of a page. It is the same as the one before when only the time went on.
fn message(page: &Tracking<'_>) -> Result<Message, ApiError> {
    let message = page.message().map_err(|error| cannot_draw(&error))?;
    let json = |value: serde_json::Result<String>| value.map_err(|_broken| ApiError::internal());
    let essence = json(serde_json::to_string(&(&message.parts, &message.map)))?;
    Ok(Message::with_essence("page", json(serde_json::to_string(&message))?, essence.as_bytes()))
}
