//! All that is stored of someone who logs in.

use anyhow::Result;
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD as BASE64;
use doorstep_domain::{Parcel, StopId, TourId};
use doorstep_store::{
    Account, Actor, Channel, MessageKind, NtfyTopic, PushSubscription, Share, Store, Topic,
};
use doorstep_wire::report::ReportJson;
use jiff::Timestamp;
use serde_json::{Value, json};

/// What is stored of an account, of its parcels and on tours; of its secrets only that they are there.
///
/// # Errors
/// When the database fails.
pub(crate) async fn of_account(store: &dyn Store, account: &Account) -> Result<Value> {
    let traces = store.traces_of(account.id).await?;
    let sessions = store.list_sessions(account.id, Timestamp::MIN).await?;
    let passkeys = store.list_passkeys(account.id).await?;
    let calendar = store.calendar_of(account.id).await?;
    let wanted = store.subscription(account.id, Channel::Email).await?;
    let pushed = store.subscription(account.id, Channel::Push).await?;
    let texted = store.subscription(account.id, Channel::Sms).await?;
    let phone = store.phone(account.id).await?;
    let quiet = store.quiet_hours(account.id).await?;
    let parcels = store.list_parcels_of_recipient(account.id).await?;
    let bought = store.list_parcels_of_buyer(account.id).await?;
    let ids: Vec<String> = parcels.iter().map(|parcel| parcel.id.to_string()).collect();
    let by = Actor::Account(account.id);
    let is_meant = |entry: &doorstep_store::AuditEntry| entry.by == by || ids.contains(&entry.subject);
    let audit = super::audit(store, account.operator, is_meant).await?;
    let mut told = Vec::with_capacity(parcels.len());
    for parcel in &parcels {
        told.push(of_parcel(store, account, parcel).await?);
    }
    Ok(json!({
        "account": {
            "id": account.id,
            "email": account.email,
            "name": account.name,
            "phone": phone,
            "language": account.language,
            "time_zone": account.time_zone,
            "has_password": !account.password_hash.is_empty(),
        },
        "sessions": sessions.iter().map(|session| json!({
            "began_at": session.began_at,
            "used_at": session.used_at,
            "browser": session.browser,
            "expires_at": session.expires_at,
        })).collect::<Vec<_>>(),
        "passkeys": passkeys.iter().map(|passkey| json!({
            "name": passkey.name,
            "created_at": passkey.created_at,
            "used_at": passkey.used_at,
        })).collect::<Vec<_>>(),
        "calendar": calendar.map(|calendar| json!({
            "created_at": calendar.created_at,
            "used_at": calendar.used_at,
        })),
        "sign_in_links_until": traces.sign_in_links,
        "browsers_known_until": traces.browsers,
        "told_by_email": wanted.into_iter().map(MessageKind::as_str).collect::<Vec<_>>(),
        "told_by_push": pushed.into_iter().map(MessageKind::as_str).collect::<Vec<_>>(),
        "told_by_sms": texted.into_iter().map(MessageKind::as_str).collect::<Vec<_>>(),
        "quiet": quiet.map(|quiet| json!({ "from": quiet.from, "until": quiet.until })),
        "pushed_to": browsers(store, account).await?,
        "ntfy_topics": topics(store, account).await?,
        "home": home(store, account).await?,
        "messages": traces.messages.iter().map(message).collect::<Vec<_>>(),
        "parcels": told,
        "ordered_for_others": bought.iter().map(bought_parcel).collect::<Vec<_>>(),
        "events": traces.events.iter().map(|(tour, event)| json!({ "tour": tour, "event": event })).collect::<Vec<_>>(),
        "audit": audit,
    }))
}

async fn browsers(store: &dyn Store, account: &Account) -> Result<Vec<Value>> {
    let browsers = store.list_push_subscriptions(account.id).await?;
    let browser = |browser: &PushSubscription| {
        json!({
            "browser": browser.browser,
            "endpoint": browser.endpoint,
            "created_at": browser.created_at,
            "used_at": browser.used_at,
        })
    };
    Ok(browsers.iter().map(browser).collect())
}

async fn topics(store: &dyn Store, account: &Account) -> Result<Vec<Value>> {
    let topics = store.list_ntfy_topics(account.id).await?;
    let topic = |topic: &NtfyTopic| {
        json!({
            "server": topic.server,
            "topic": topic.topic,
            "created_at": topic.created_at,
            "used_at": topic.used_at,
        })
    };
    Ok(topics.iter().map(topic).collect())
}

async fn home(store: &dyn Store, account: &Account) -> Result<Value> {
    let home = store.home_link_of(account.id).await?;
    Ok(home.map_or(
        Value::Null,
        |home| json!({ "key": home.key, "created_at": home.created_at, "used_at": home.used_at }),
    ))
}

async fn of_parcel(store: &dyn Store, account: &Account, parcel: &Parcel) -> Result<Value> {
    let stop = match parcel.on_tour {
        Some(on_tour) => stop_details(store, on_tour.tour, on_tour.stop).await?,
        None => Value::Null,
    };
    let shares = store.list_shares(account.id, parcel.id).await?;
    let outcome = store.find_outcome(parcel.id).await?;
    let photo = store.find_photo(parcel.id).await?;
    let reports = store.reports_about(parcel.id).await?;
    Ok(json!({
        // Who ordered it is another person.
        "record": Parcel { buyer: None, ..parcel.clone() },
        "photo": photo.map(|photo| json!({
            "taken_at": photo.taken_at,
            "received_at": photo.received_at,
            "jpeg_base64": BASE64.encode(&photo.jpeg),
        })),
        "outcome": outcome.map(|ended| json!({ "outcome": ended.outcome, "at": ended.at })),
        "reports": reports.iter().map(ReportJson::from).collect::<Vec<_>>(),
        "stop": stop,
        "shares": shares.iter().map(share).collect::<Vec<_>>(),
    }))
}

async fn stop_details(store: &dyn Store, tour: TourId, stop: StopId) -> Result<Value> {
    let details = store.stop_details(tour).await?.into_iter().find(|details| details.stop == stop);
    Ok(details.map_or(Value::Null, |details| json!({ "address": details.address, "note": details.note })))
}

fn message(message: &doorstep_store::Message) -> Value {
    let (by, at) = (message.target.channel().as_str(), message.at);
    match message.topic {
        Topic::Parcel(parcel, kind) => json!({ "kind": kind.as_str(), "parcel": parcel, "by": by, "at": at }),
        Topic::Delayed(parcel, turn) => {
            let kind = MessageKind::Delayed.as_str();
            json!({ "kind": kind, "parcel": parcel, "step": turn.step, "by": by, "at": at })
        }
        Topic::Bought(parcel) => json!({ "kind": "bought", "parcel": parcel, "by": by, "at": at }),
        Topic::SignIn(_) => json!({ "kind": "sign_in", "by": by, "at": at }),
    }
}

/// What they ordered for someone else, without what tells of that person.
fn bought_parcel(parcel: &Parcel) -> Value {
    json!({ "id": parcel.id, "tracking_number": parcel.tracking_number, "sender": parcel.sender, "day": parcel.day })
}

fn share(share: &Share) -> Value {
    json!({
        "permission": share.permission.as_str(),
        "name": share.name,
        "created_at": share.created_at,
        "expires_at": share.expires_at,
        "opening_count": share.opening_count,
        "openings": share.openings,
    })
}
