//! The messages that wait.

use doorstep_domain::{ParcelId, PushId, RecipientId, SignInId};
use doorstep_store::{
    Answer, Channel, End, Message, MessageKind, Outbox, PAGE_MAX, QueuedMessage, StoreError, Target, Topic,
};
use jiff::Timestamp;
use sqlx::sqlite::SqliteRow;
use sqlx::{QueryBuilder, Sqlite, SqliteConnection};

use super::ROWS;
use crate::SqliteStore;
use crate::columns::{Columns, all, bytes};
use crate::error::{failed, refused};

const TABLE: &str = "outbox";
/// The kind of messages that hold a link to sign in with.
const SIGN_IN: &str = "sign_in";
/// The kind of messages to buyers; the others are those of [`MessageKind`].
const BOUGHT: &str = "bought";
/// A message that is done with says that its device is used, whichever kind it is.
const DEVICES_USED: [&str; 2] = [
    "UPDATE push_subscriptions SET used_at = ? WHERE id = (SELECT browser FROM outbox WHERE number = ?)",
    "UPDATE ntfy_topics SET used_at = ? WHERE id = (SELECT browser FROM outbox WHERE number = ?)",
];

impl Outbox for SqliteStore {
    fn enqueue(&self, messages: Vec<Message>) -> Answer<'_, ()> {
        self.write(move |db| Box::pin(async move { enqueue(db, &messages).await }))
    }

    fn pass_over(&self, messages: Vec<Message>, now: Timestamp) -> Answer<'_, ()> {
        self.write(move |db| {
            Box::pin(async move {
                let last: i64 = sqlx::query_scalar("SELECT coalesce(max(number), 0) FROM outbox")
                    .fetch_one(&mut *db)
                    .await
                    .map_err(failed)?;
                enqueue(db, &messages).await?;
                let done = sqlx::query("UPDATE outbox SET done_at = ? WHERE number > ?");
                done.bind(now.as_microsecond()).bind(last).execute(db).await.map_err(failed)?;
                Ok(())
            })
        })
    }

    fn due(&self, channel: Channel, now: Timestamp, limit: u32) -> Answer<'_, Vec<QueuedMessage>> {
        Box::pin(async move {
            let due = "SELECT * FROM outbox WHERE done_at IS NULL AND channel = ?3 AND at <= ?1 \
                       AND coalesce(not_before, at) <= ?1 ORDER BY coalesce(not_before, at), number LIMIT ?2";
            let due = sqlx::query(due).bind(now.as_microsecond()).bind(limit.min(PAGE_MAX));
            let due = due.bind(channel.as_str());
            all(&due.fetch_all(&self.readers).await.map_err(failed)?, read)
        })
    }

    fn finish(&self, number: i64, end: End, now: Timestamp) -> Answer<'_, ()> {
        self.write(move |db| {
            Box::pin(async move {
                let used = "UPDATE subscriptions SET used_at = ? \
                            WHERE recipient = (SELECT recipient FROM outbox WHERE number = ?)";
                let used = sqlx::query(used).bind(now.as_microsecond()).bind(number);
                used.execute(&mut *db).await.map_err(failed)?;
                for used in DEVICES_USED {
                    let used = sqlx::query(used).bind(now.as_microsecond()).bind(number);
                    used.execute(&mut *db).await.map_err(failed)?;
                }
                let delete = sqlx::query("DELETE FROM outbox WHERE number = ? AND kind = ?");
                delete.bind(number).bind(SIGN_IN).execute(&mut *db).await.map_err(failed)?;
                let finish = sqlx::query("UPDATE outbox SET done_at = ?, was_sent = ? WHERE number = ?")
                    .bind(now.as_microsecond())
                    .bind(end == End::Sent)
                    .bind(number);
                finish.execute(db).await.map_err(failed)?;
                Ok(())
            })
        })
    }

    fn put_off(&self, number: i64, not_before: Timestamp) -> Answer<'_, ()> {
        self.write(move |db| {
            Box::pin(async move {
                let put_off =
                    sqlx::query("UPDATE outbox SET tries = tries + 1, not_before = ? WHERE number = ?")
                        .bind(not_before.as_microsecond())
                        .bind(number);
                put_off.execute(db).await.map_err(failed)?;
                Ok(())
            })
        })
    }

    fn hold(&self, number: i64, not_before: Timestamp) -> Answer<'_, ()> {
        self.write(move |db| {
            Box::pin(async move {
                let hold = sqlx::query("UPDATE outbox SET not_before = ? WHERE number = ?");
                hold.bind(not_before.as_microsecond()).bind(number).execute(db).await.map_err(failed)?;
                Ok(())
            })
        })
    }

    fn count_sent(&self, recipient: RecipientId, target: Target, parcel: ParcelId) -> Answer<'_, u32> {
        Box::pin(async move {
            let count = "SELECT count(*) FROM outbox WHERE about = ? AND recipient = ? AND channel = ? \
                         AND browser = ? AND was_sent";
            let count = sqlx::query_scalar(count)
                .bind(bytes(parcel.to_bytes()))
                .bind(bytes(recipient.to_bytes()))
                .bind(target.channel().as_str())
                .bind(browser(target));
            count.fetch_one(&self.readers).await.map_err(failed)
        })
    }
}

/// Adds messages, once per recipient, target and topic, and no turn of a delay before one that is known.
pub(crate) async fn enqueue(db: &mut SqliteConnection, messages: &[Message]) -> Result<(), StoreError> {
    for chunk in messages.chunks(ROWS) {
        let mut statement = QueryBuilder::<Sqlite>::new(
            "INSERT INTO outbox (about, recipient, channel, browser, kind, turn, at) SELECT * FROM (",
        );
        statement.push_values(chunk, |mut values, message| {
            let (about, kind, turn) = columns_of(message.topic);
            values.push_bind(bytes(about)).push_bind(bytes(message.recipient.to_bytes()));
            values.push_bind(message.target.channel().as_str()).push_bind(browser(message.target));
            values.push_bind(kind).push_bind(turn).push_bind(message.at.as_microsecond());
        });
        statement.push(
            ") AS new WHERE new.column6 = '' OR NOT EXISTS (SELECT 1 FROM outbox AS known \
             WHERE known.about = new.column1 AND known.recipient = new.column2 AND known.channel = new.column3 \
             AND known.browser = new.column4 AND known.kind = new.column5 AND known.turn > new.column6) \
             ON CONFLICT DO NOTHING",
        );
        let add = statement.build().persistent(chunk.len() == 1);
        add.execute(&mut *db).await.map_err(refused(TABLE, "a message"))?;
    }
    Ok(())
}

fn columns_of(topic: Topic) -> ([u8; 16], &'static str, String) {
    match topic {
        Topic::Parcel(parcel, kind) => (parcel.to_bytes(), kind.as_str(), String::new()),
        Topic::Delayed(parcel, turn) => (parcel.to_bytes(), MessageKind::Delayed.as_str(), turn.to_string()),
        Topic::Bought(parcel) => (parcel.to_bytes(), BOUGHT, String::new()),
        Topic::SignIn(id) => (id.to_bytes(), SIGN_IN, String::new()),
    }
}

fn browser(target: Target) -> Vec<u8> {
    match target {
        Target::Email | Target::Sms => Vec::new(),
        Target::Push(id) => bytes(id.to_bytes()),
    }
}

pub(super) fn read(row: &SqliteRow) -> Result<QueuedMessage, StoreError> {
    let columns = Columns::of(TABLE, row);
    let target = match columns.one_of("channel", &Channel::ALL, Channel::as_str)? {
        Channel::Email => Target::Email,
        Channel::Push => Target::Push(columns.id("browser", PushId::from_bytes)?),
        Channel::Sms => Target::Sms,
    };
    Ok(QueuedMessage {
        number: columns.raw("number")?,
        message: Message {
            recipient: columns.id("recipient", RecipientId::from_bytes)?,
            target,
            topic: topic(&columns)?,
            at: columns.instant("at")?,
        },
        tries: columns.raw("tries")?,
    })
}

fn topic(columns: &Columns<'_>) -> Result<Topic, StoreError> {
    let parcel = || columns.id("about", ParcelId::from_bytes);
    Ok(match columns.raw("kind")? {
        SIGN_IN => Topic::SignIn(columns.id("about", SignInId::from_bytes)?),
        BOUGHT => Topic::Bought(parcel()?),
        _ => match columns.one_of("kind", &MessageKind::ALL, MessageKind::as_str)? {
            MessageKind::Delayed => Topic::Delayed(parcel()?, columns.parsed("turn")?),
            kind => Topic::Parcel(parcel()?, kind),
        },
    })
}
