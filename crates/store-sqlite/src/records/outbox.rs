//! The messages that wait.

use doorstep_domain::{ParcelId, RecipientId, SignInId};
use doorstep_store::{Answer, Message, MessageKind, Outbox, PAGE_MAX, QueuedMessage, StoreError, Topic};
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

impl Outbox for SqliteStore {
    fn enqueue(&self, messages: Vec<Message>) -> Answer<'_, ()> {
        self.write(move |db| Box::pin(async move { enqueue(db, &messages).await }))
    }

    fn due(&self, now: Timestamp, limit: u32) -> Answer<'_, Vec<QueuedMessage>> {
        Box::pin(async move {
            let due = "SELECT * FROM outbox WHERE done_at IS NULL AND at <= ?1 \
                       AND coalesce(not_before <= ?1, TRUE) ORDER BY at, number LIMIT ?2";
            let due = sqlx::query(due).bind(now.as_microsecond()).bind(limit.min(PAGE_MAX));
            all(&due.fetch_all(&self.readers).await.map_err(failed)?, read)
        })
    }

    fn finish(&self, number: i64, now: Timestamp) -> Answer<'_, ()> {
        self.write(move |db| {
            Box::pin(async move {
                let used = "UPDATE subscriptions SET used_at = ? \
                            WHERE recipient = (SELECT recipient FROM outbox WHERE number = ?)";
                let used = sqlx::query(used).bind(now.as_microsecond()).bind(number);
                used.execute(&mut *db).await.map_err(failed)?;
                let delete = sqlx::query("DELETE FROM outbox WHERE number = ? AND kind = ?");
                delete.bind(number).bind(SIGN_IN).execute(&mut *db).await.map_err(failed)?;
                let finish = sqlx::query("UPDATE outbox SET done_at = ? WHERE number = ?")
                    .bind(now.as_microsecond())
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
}

/// Adds messages, once per recipient and topic.
pub(crate) async fn enqueue(db: &mut SqliteConnection, messages: &[Message]) -> Result<(), StoreError> {
    for chunk in messages.chunks(ROWS) {
        let mut statement = QueryBuilder::<Sqlite>::new("INSERT INTO outbox (about, recipient, kind, at) ");
        statement.push_values(chunk, |mut values, message| {
            let (about, kind) = match message.topic {
                Topic::Parcel(parcel, kind) => (parcel.to_bytes(), kind.as_str()),
                Topic::Bought(parcel) => (parcel.to_bytes(), BOUGHT),
                Topic::SignIn(id) => (id.to_bytes(), SIGN_IN),
            };
            values.push_bind(bytes(about)).push_bind(bytes(message.recipient.to_bytes()));
            values.push_bind(kind).push_bind(message.at.as_microsecond());
        });
        statement.push(" ON CONFLICT DO NOTHING");
        let add = statement.build().persistent(chunk.len() == 1);
        add.execute(&mut *db).await.map_err(refused(TABLE, "a message"))?;
    }
    Ok(())
}

pub(super) fn read(row: &SqliteRow) -> Result<QueuedMessage, StoreError> {
    let columns = Columns::of(TABLE, row);
    let topic = match columns.raw("kind")? {
        SIGN_IN => Topic::SignIn(columns.id("about", SignInId::from_bytes)?),
        BOUGHT => Topic::Bought(columns.id("about", ParcelId::from_bytes)?),
        _ => Topic::Parcel(
            columns.id("about", ParcelId::from_bytes)?,
            columns.one_of("kind", &MessageKind::ALL, MessageKind::as_str)?,
        ),
    };
    Ok(QueuedMessage {
        number: columns.raw("number")?,
        message: Message {
            recipient: columns.id("recipient", RecipientId::from_bytes)?,
            topic,
            at: columns.instant("at")?,
        },
        tries: columns.raw("tries")?,
    })
}
