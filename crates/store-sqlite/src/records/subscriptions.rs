//! What recipients want to be told.

use doorstep_domain::RecipientId;
use doorstep_store::{Answer, Channel, MessageKind, Subscriptions};
use jiff::Timestamp;

use crate::SqliteStore;
use crate::columns::{Columns, bytes, words};
use crate::error::{failed, refused};

const TABLE: &str = "subscriptions";

impl Subscriptions for SqliteStore {
    fn set_subscription(
        &self,
        recipient: RecipientId,
        channel: Channel,
        kinds: Vec<MessageKind>,
        now: Timestamp,
    ) -> Answer<'_, ()> {
        let set = "INSERT INTO subscriptions (recipient, channel, kinds, used_at) VALUES (?, ?, ?, ?) \
                   ON CONFLICT DO UPDATE SET kinds = excluded.kinds, used_at = excluded.used_at";
        self.write(move |db| {
            Box::pin(async move {
                sqlx::query(set)
                    .bind(bytes(recipient.to_bytes()))
                    .bind(name(channel))
                    .bind(words(kinds, MessageKind::as_str))
                    .bind(now.as_microsecond())
                    .execute(db)
                    .await
                    .map_err(refused(TABLE, "this subscription"))?;
                Ok(())
            })
        })
    }

    fn subscription(&self, recipient: RecipientId, channel: Channel) -> Answer<'_, Vec<MessageKind>> {
        Box::pin(async move {
            let find = sqlx::query("SELECT kinds FROM subscriptions WHERE recipient = ? AND channel = ?")
                .bind(bytes(recipient.to_bytes()))
                .bind(name(channel));
            match find.fetch_optional(&self.readers).await.map_err(failed)? {
                Some(row) => {
                    Columns::of(TABLE, &row).some_of("kinds", &MessageKind::ALL, MessageKind::as_str)
                }
                None => Ok(Vec::new()),
            }
        })
    }
}

fn name(channel: Channel) -> &'static str {
    match channel {
        Channel::Email => "email",
    }
}
