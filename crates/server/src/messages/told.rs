//! What a message tells, as the page of its recipient has it at the moment of sending. A message that waited for long says
//! how things stand now, or is not sent when that is no news any more.

use doorstep_domain::view::{Delay, End, News};
use doorstep_domain::{Parcel, ParcelId, ParcelKind, RecipientId, Status, TrackingView, Window};
use doorstep_store::{Account, DelayTurn, Message, MessageKind, Operator, Topic};
use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::error::ApiError;
use crate::pages::mail::About;
use crate::pages::reader::{Locale, Reader};
use crate::state::AppState;

/// What is told, and to whom.
#[derive(Clone)]
pub(crate) struct Told {
    /// To whom.
    pub(crate) account: Account,
    /// In whose name.
    pub(crate) operator: Operator,
    /// In which language and zone.
    pub(crate) reader: Reader,
    /// What.
    pub(crate) saying: Saying,
}

/// What a message says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Saying {
    /// Something about a parcel of theirs.
    Parcel {
        /// Which one.
        parcel: ParcelId,
        /// What is told of it.
        about: About,
    },
    /// What they ordered for someone else was delivered.
    Bought,
}

/// Whether a message is worth sending.
pub(crate) enum Worth {
    /// It is.
    Now(Box<Told>),
    /// Not at this moment: the page does not say so, and may do so again.
    Later,
    /// Not any more.
    Never,
}

/// What a message tells now. Links to sign in with are told by e-mail alone, which makes them itself.
///
/// # Errors
/// When the database fails.
pub(crate) async fn told(shared: &AppState, message: &Message) -> Result<Worth, ApiError> {
    let Some((account, operator)) = addressee(shared, message.recipient).await? else {
        return Ok(Worth::Never);
    };
    let reader = reader(shared, &account, &operator);
    let said = match message.topic {
        Topic::Parcel(id, kind) => about(shared, &account, &reader, id, |view| says(kind, view)).await?,
        Topic::Delayed(id, turn) => {
            about(shared, &account, &reader, id, |view| says_delay(turn, view)).await?
        }
        Topic::Bought(id) => {
            let parcel = shared.store.find_parcel(id).await?;
            let is_theirs = parcel.is_some_and(|parcel| parcel.buyer == Some(account.id));
            if is_theirs { Said::Now(Saying::Bought) } else { Said::Never }
        }
        Topic::SignIn(_) => Said::Never,
    };
    Ok(match said {
        Said::Now(saying) => Worth::Now(Box::new(Told { account, operator, reader, saying })),
        Said::Later => Worth::Later,
        Said::Never => Worth::Never,
    })
}

/// Who gets a message, and from whom; `None` when there is nobody any more.
///
/// # Errors
/// When the database fails.
pub(crate) async fn addressee(
    shared: &AppState,
    recipient: RecipientId,
) -> Result<Option<(Account, Operator)>, ApiError> {
    let Some(account) = shared.store.find_account(recipient).await? else { return Ok(None) };
    let operator = shared.store.find_operator(account.operator).await?;
    Ok(operator.map(|operator| (account, operator)))
}

/// Until when the recipient of a message wants to hear nothing; `None` when they may hear it now. A link to sign in with
/// was asked for just before.
///
/// # Errors
/// When the database fails.
pub(super) async fn quiet_until(
    shared: &AppState,
    message: &Message,
    now: Timestamp,
) -> Result<Option<Timestamp>, ApiError> {
    if matches!(message.topic, Topic::SignIn(_)) {
        return Ok(None);
    }
    let Some(quiet) = shared.store.quiet_hours(message.recipient).await? else { return Ok(None) };
    let Some((account, operator)) = addressee(shared, message.recipient).await? else { return Ok(None) };
    Ok(quiet.end(&now.to_zoned(reader(shared, &account, &operator).zone)))
}

/// How someone with an account reads what is written to them.
pub(crate) fn reader(shared: &AppState, account: &Account, operator: &Operator) -> Reader {
    let locale = account.language.as_deref().and_then(Locale::from_tag);
    let locale = locale
        .or_else(|| Locale::from_tag(&operator.language))
        .unwrap_or_default()
        .speaking(shared.settings.german);
    let zone = account.time_zone.as_deref().and_then(|name| TimeZone::get(name).ok());
    let zone = zone.or_else(|| TimeZone::get(&operator.time_zone).ok()).unwrap_or(TimeZone::UTC);
    Reader { locale, zone, now: shared.clock.now() }
}

/// What one view lets be said.
enum Said<T> {
    Now(T),
    Later,
    Never,
}

async fn about(
    shared: &AppState,
    account: &Account,
    reader: &Reader,
    id: ParcelId,
    says: impl FnOnce(&TrackingView) -> Said<(MessageKind, Option<Delay>)>,
) -> Result<Said<Saying>, ApiError> {
    let parcel = shared.store.find_parcel(id).await?;
    let Some(parcel) = parcel.filter(|parcel| parcel.recipient == Some(account.id)) else {
        return Ok(Said::Never);
    };
    let view = shared.live.look(&parcel).await?;
    Ok(match says(&view) {
        Said::Now((kind, delay)) => {
            let of = kind_of(shared, &parcel, reader).await?;
            Said::Now(Saying::Parcel {
                parcel: id,
                about: About { of, kind, delay, arrival: arrival(&view) },
            })
        }
        Said::Later => Said::Later,
        Said::Never => Said::Never,
    })
}

/// When a parcel is to come that has not come yet.
fn arrival(view: &TrackingView) -> Option<Window> {
    let window = view.forecast.as_ref().map(|forecast| forecast.window).or(view.promise);
    window.filter(|_| view.outcome.is_none())
}

async fn kind_of(shared: &AppState, parcel: &Parcel, reader: &Reader) -> Result<ParcelKind, ApiError> {
    let offered = shared.live.offered(parcel.operator).await?;
    Ok(offered.offer.policy_of(parcel, reader.today()).kind)
}

fn says(kind: MessageKind, view: &TrackingView) -> Said<(MessageKind, Option<Delay>)> {
    let news = News::of(view);
    let holds = match kind {
        MessageKind::Announced => matches!(view.status, Status::PreTransit | Status::InTransit),
        MessageKind::OutForDelivery => news.is_out,
        // A map that closes for a while, as in a break, may open again.
        MessageKind::MapOpen if news.is_out && !news.is_map_open => return Said::Later,
        MessageKind::MapOpen => news.is_map_open,
        MessageKind::Next => news.is_next,
        MessageKind::Delayed => false,
        MessageKind::Delivered => news.end == Some(End::Delivered),
        MessageKind::Failed => news.end == Some(End::Failed),
    };
    if holds { Said::Now((kind, None)) } else { Said::Never }
}

/// A delay that has gone further by now is told by the message that tells that.
fn says_delay(turn: DelayTurn, view: &TrackingView) -> Said<(MessageKind, Option<Delay>)> {
    match News::of(view).delay {
        Some(delay) if delay.step <= turn.step => Said::Now((MessageKind::Delayed, Some(delay))),
        _ => Said::Never,
    }
}
