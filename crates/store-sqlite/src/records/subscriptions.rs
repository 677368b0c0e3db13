//! What recipients want to be told.

use doorstep_domain::RecipientId;
use doorstep_store::{Answer, Channel, MessageKind, QuietHours, Subscriptions};
use jiff::Timestamp;

use crate::SqliteStore;
use crate::columns::{Columns, bytes, one, words};
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
                    .bind(channel.as_str())
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
                .bind(channel.as_str());
            match find.fetch_optional(&self.readers).await.map_err(failed)? {
                Some(row) => {
                    Columns::of(TABLE, &row).some_of("kinds", &MessageKind::ALL, MessageKind::as_str)
                }
                None => Ok(Vec::new()),
            }
        })
    }

    fn set_quiet_hours(&self, recipient: RecipientId, quiet: Option<QuietHours>) -> Answer<'_, ()> {
        let set = "INSERT INTO quiet_hours (account, quiet_from, quiet_until) VALUES (?, ?, ?) \
                   ON CONFLICT DO UPDATE SET quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until";
        self.write(move |db| {
            Box::pin(async move {
                let account = bytes(recipient.to_bytes());
                let set = match quiet {
                    Some(QuietHours { from, until }) => {
                        sqlx::query(set).bind(account).bind(from.to_string()).bind(until.to_string())
                    }
                    None => sqlx::query("DELETE FROM quiet_hours WHERE account = ?").bind(account),
                };
                set.execute(db).await.map_err(refused("quiet_hours", "these hours"))?;
                Ok(())
            })
        })
    }

    fn quiet_hours(&self, recipient: RecipientId) -> Answer<'_, Option<QuietHours>> {
        Box::pin(async move {
            let find = sqlx::query("SELECT * FROM quiet_hours WHERE account = ?");
            let find = find.bind(bytes(recipient.to_bytes()));
            one(find.fetch_optional(&self.readers).await.map_err(failed)?.as_ref(), |row| {
                let columns = Columns::of("quiet_hours", row);
                Ok(QuietHours { from: columns.parsed("quiet_from")?, until: columns.parsed("quiet_until")? })
            })
        })
    }
}
