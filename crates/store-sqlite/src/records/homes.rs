//! Where homes read.

use doorstep_domain::{Personal, RecipientId};
use doorstep_store::{Answer, HomeLink, HomeLinks, Page, StoreError};
use jiff::Timestamp;
use sqlx::SqliteConnection;
use sqlx::sqlite::SqliteRow;

use crate::SqliteStore;
use crate::columns::{Columns, all, bytes, one};
use crate::error::{failed, refused};

const TABLE: &str = "home_links";

impl HomeLinks for SqliteStore {
    fn insert_home_link(&self, link: HomeLink) -> Answer<'_, bool> {
        self.write(move |db| Box::pin(insert(db, link)))
    }

    fn home_link_of(&self, account: RecipientId) -> Answer<'_, Option<HomeLink>> {
        Box::pin(async move {
            let find = "SELECT * FROM home_links WHERE account = ? AND is_ended = 0 ORDER BY number LIMIT 1";
            let find = sqlx::query(find).bind(bytes(account.to_bytes()));
            one(find.fetch_optional(&self.readers).await.map_err(failed)?.as_ref(), read)
        })
    }

    fn list_home_links(&self, after: Option<String>, limit: u32) -> Answer<'_, Page<HomeLink>> {
        Box::pin(async move {
            let list = sqlx::query("SELECT * FROM home_links WHERE key > ? ORDER BY key LIMIT ?")
                .bind(after.unwrap_or_default())
                .bind(Page::<HomeLink>::rows_to_read(limit));
            let rows = all(&list.fetch_all(&self.readers).await.map_err(failed)?, read)?;
            Ok(Page::cut(rows, limit, |last| last.key.reveal().to_owned()))
        })
    }

    fn use_home_link(&self, key: Personal, used_at: Timestamp) -> Answer<'_, ()> {
        self.write(move |db| {
            Box::pin(async move {
                let set = sqlx::query("UPDATE home_links SET used_at = ? WHERE key = ?")
                    .bind(used_at.as_microsecond())
                    .bind(key.reveal().to_owned());
                set.execute(db).await.map_err(failed)?;
                Ok(())
            })
        })
    }

    fn end_home_link(&self, account: RecipientId) -> Answer<'_, ()> {
        self.write(move |db| {
            Box::pin(async move {
                let end = sqlx::query("UPDATE home_links SET is_ended = 1 WHERE account = ?")
                    .bind(bytes(account.to_bytes()));
                end.execute(db).await.map_err(failed)?;
                Ok(())
            })
        })
    }

    fn delete_home_link(&self, key: Personal) -> Answer<'_, ()> {
        self.write(move |db| {
            Box::pin(async move {
                let delete = sqlx::query("DELETE FROM home_links WHERE key = ? AND is_ended = 1")
                    .bind(key.reveal().to_owned());
                delete.execute(db).await.map_err(failed)?;
                Ok(())
            })
        })
    }
}

async fn insert(db: &mut SqliteConnection, new: HomeLink) -> Result<bool, StoreError> {
    let insert = "INSERT INTO home_links (key, account, is_ended, created_at, used_at) \
                  SELECT ?1, ?2, ?3, ?4, ?5 \
                  WHERE (SELECT count(*) FROM home_links WHERE account IS ?2) < ?6";
    let insert = sqlx::query(insert)
        .bind(new.key.reveal().to_owned())
        .bind(new.account.map(|account| bytes(account.to_bytes())))
        .bind(new.is_ended)
        .bind(new.created_at.as_microsecond())
        .bind(new.used_at.as_microsecond())
        .bind(i64::try_from(HomeLink::PER_ACCOUNT_MAX).unwrap_or(i64::MAX));
    let inserted = insert.execute(db).await.map_err(refused(TABLE, "this key"))?;
    Ok(inserted.rows_affected() > 0)
}

fn read(row: &SqliteRow) -> Result<HomeLink, StoreError> {
    let columns = Columns::of(TABLE, row);
    Ok(HomeLink {
        key: columns.personal("key")?,
        account: columns.id_opt("account", RecipientId::from_bytes)?,
        is_ended: columns.raw("is_ended")?,
        created_at: columns.instant("created_at")?,
        used_at: columns.instant("used_at")?,
    })
}
