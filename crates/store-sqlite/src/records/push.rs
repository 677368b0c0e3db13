//! The browsers that messages are pushed to.

use doorstep_domain::{PushId, RecipientId};
use doorstep_store::{Answer, PushSubscription, PushSubscriptions, StoreError};
use sqlx::SqliteConnection;
use sqlx::sqlite::SqliteRow;

use crate::SqliteStore;
use crate::columns::{Columns, all, bytes, one};
use crate::error::{failed, refused};

const TABLE: &str = "push_subscriptions";

impl PushSubscriptions for SqliteStore {
    fn put_push_subscription(&self, subscription: PushSubscription) -> Answer<'_, Option<PushId>> {
        self.write(move |db| Box::pin(put(db, subscription)))
    }

    fn find_push_subscription(&self, id: PushId) -> Answer<'_, Option<PushSubscription>> {
        Box::pin(async move {
            let find =
                sqlx::query("SELECT * FROM push_subscriptions WHERE id = ?").bind(bytes(id.to_bytes()));
            one(find.fetch_optional(&self.readers).await.map_err(failed)?.as_ref(), read)
        })
    }

    fn list_push_subscriptions(&self, account: RecipientId) -> Answer<'_, Vec<PushSubscription>> {
        Box::pin(async move {
            let list = "SELECT * FROM push_subscriptions WHERE account = ? ORDER BY created_at DESC, id DESC";
            let list = sqlx::query(list).bind(bytes(account.to_bytes()));
            all(&list.fetch_all(&self.readers).await.map_err(failed)?, read)
        })
    }

    fn delete_push_subscription(&self, account: RecipientId, id: PushId) -> Answer<'_, bool> {
        self.write(move |db| {
            Box::pin(async move {
                let delete = sqlx::query("DELETE FROM push_subscriptions WHERE id = ? AND account = ?")
                    .bind(bytes(id.to_bytes()))
                    .bind(bytes(account.to_bytes()));
                Ok(delete.execute(db).await.map_err(failed)?.rows_affected() > 0)
            })
        })
    }
}

async fn put(db: &mut SqliteConnection, new: PushSubscription) -> Result<Option<PushId>, StoreError> {
    let others = sqlx::query("DELETE FROM push_subscriptions WHERE endpoint = ? AND account <> ?")
        .bind(new.endpoint.reveal().to_owned())
        .bind(bytes(new.account.to_bytes()));
    others.execute(&mut *db).await.map_err(failed)?;
    let put = "INSERT INTO push_subscriptions (id, account, endpoint, key, auth, browser, created_at, used_at) \
               SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8 \
               WHERE (SELECT count(*) FROM push_subscriptions WHERE account = ?2 AND endpoint <> ?3) < ?9 \
               ON CONFLICT (endpoint) DO UPDATE SET key = excluded.key, auth = excluded.auth, \
               browser = excluded.browser, used_at = excluded.used_at RETURNING *";
    let put = sqlx::query(put)
        .bind(bytes(new.id.to_bytes()))
        .bind(bytes(new.account.to_bytes()))
        .bind(new.endpoint.reveal().to_owned())
        .bind(new.key.to_vec())
        .bind(new.auth.to_vec())
        .bind(new.browser)
        .bind(new.created_at.as_microsecond())
        .bind(new.used_at.as_microsecond())
        .bind(i64::try_from(PushSubscription::PER_ACCOUNT_MAX).unwrap_or(i64::MAX));
    let row = put.fetch_optional(db).await.map_err(refused(TABLE, "this browser"))?;
    Ok(one(row.as_ref(), read)?.map(|kept| kept.id))
}

fn read(row: &SqliteRow) -> Result<PushSubscription, StoreError> {
    let columns = Columns::of(TABLE, row);
    let (key, auth): (Vec<u8>, Vec<u8>) = (columns.raw("key")?, columns.raw("auth")?);
    Ok(PushSubscription {
        id: columns.id("id", PushId::from_bytes)?,
        account: columns.id("account", RecipientId::from_bytes)?,
        endpoint: columns.personal("endpoint")?,
        key: key.try_into().map_err(|_length| columns.wrong("key", "it is not 65 bytes long"))?,
        auth: auth.try_into().map_err(|_length| columns.wrong("auth", "it is not 16 bytes long"))?,
        browser: columns.raw("browser")?,
        created_at: columns.instant("created_at")?,
        used_at: columns.instant("used_at")?,
    })
}
