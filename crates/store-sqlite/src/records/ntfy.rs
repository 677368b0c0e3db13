//! Topics of ntfy servers.

use doorstep_domain::{PushId, RecipientId};
use doorstep_store::{Answer, NtfyTopic, NtfyTopics, StoreError};
use sqlx::SqliteConnection;
use sqlx::sqlite::SqliteRow;

use crate::SqliteStore;
use crate::columns::{Columns, all, bytes, one};
use crate::error::{failed, refused};

const TABLE: &str = "ntfy_topics";

impl NtfyTopics for SqliteStore {
    fn insert_ntfy_topic(&self, topic: NtfyTopic) -> Answer<'_, bool> {
        self.write(move |db| Box::pin(insert(db, topic)))
    }

    fn find_ntfy_topic(&self, id: PushId) -> Answer<'_, Option<NtfyTopic>> {
        Box::pin(async move {
            let find = sqlx::query("SELECT * FROM ntfy_topics WHERE id = ?").bind(bytes(id.to_bytes()));
            one(find.fetch_optional(&self.readers).await.map_err(failed)?.as_ref(), read)
        })
    }

    fn list_ntfy_topics(&self, account: RecipientId) -> Answer<'_, Vec<NtfyTopic>> {
        Box::pin(async move {
            let list = "SELECT * FROM ntfy_topics WHERE account = ? ORDER BY created_at DESC, id DESC";
            let list = sqlx::query(list).bind(bytes(account.to_bytes()));
            all(&list.fetch_all(&self.readers).await.map_err(failed)?, read)
        })
    }

    fn delete_ntfy_topic(&self, account: RecipientId, id: PushId) -> Answer<'_, bool> {
        self.write(move |db| {
            Box::pin(async move {
                let delete = sqlx::query("DELETE FROM ntfy_topics WHERE id = ? AND account = ?")
                    .bind(bytes(id.to_bytes()))
                    .bind(bytes(account.to_bytes()));
                Ok(delete.execute(db).await.map_err(failed)?.rows_affected() > 0)
            })
        })
    }
}

async fn insert(db: &mut SqliteConnection, new: NtfyTopic) -> Result<bool, StoreError> {
    let insert = "INSERT INTO ntfy_topics (id, account, server, topic, created_at, used_at) \
                  SELECT ?1, ?2, ?3, ?4, ?5, ?6 \
                  WHERE (SELECT count(*) FROM ntfy_topics WHERE account = ?2) < ?7";
    let insert = sqlx::query(insert)
        .bind(bytes(new.id.to_bytes()))
        .bind(bytes(new.account.to_bytes()))
        .bind(new.server)
        .bind(new.topic.reveal().to_owned())
        .bind(new.created_at.as_microsecond())
        .bind(new.used_at.as_microsecond())
        .bind(i64::try_from(NtfyTopic::PER_ACCOUNT_MAX).unwrap_or(i64::MAX));
    let inserted = insert.execute(db).await.map_err(refused(TABLE, "this topic"))?;
    Ok(inserted.rows_affected() > 0)
}

fn read(row: &SqliteRow) -> Result<NtfyTopic, StoreError> {
    let columns = Columns::of(TABLE, row);
    Ok(NtfyTopic {
        id: columns.id("id", PushId::from_bytes)?,
        account: columns.id("account", RecipientId::from_bytes)?,
        server: columns.raw("server")?,
        topic: columns.personal("topic")?,
        created_at: columns.instant("created_at")?,
        used_at: columns.instant("used_at")?,
    })
}
