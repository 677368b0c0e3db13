//! Browsers in which someone has logged in.

use doorstep_domain::RecipientId;
use doorstep_store::{Answer, Browsers, KnownBrowser, StoreError, TokenHash};
use jiff::Timestamp;
use sqlx::SqliteConnection;

use crate::SqliteStore;
use crate::columns::{Columns, all, bytes, hash};
use crate::error::{failed, refused};

const TABLE: &str = "known_browsers";

impl Browsers for SqliteStore {
    fn remember_browser(&self, browser: KnownBrowser, before: Option<TokenHash>) -> Answer<'_, ()> {
        self.write(move |db| Box::pin(remember(db, browser, before)))
    }

    fn accounts_of_browser(&self, token: TokenHash, now: Timestamp) -> Answer<'_, Vec<RecipientId>> {
        Box::pin(async move {
            let list =
                "SELECT account FROM known_browsers WHERE token = ? AND expires_at > ? ORDER BY account";
            let list = sqlx::query(list).bind(hash(token)).bind(now.as_microsecond());
            all(&list.fetch_all(&self.readers).await.map_err(failed)?, |row| {
                Columns::of(TABLE, row).id("account", RecipientId::from_bytes)
            })
        })
    }

    fn delete_expired_browsers(&self, now: Timestamp) -> Answer<'_, u64> {
        self.write(move |db| {
            Box::pin(async move {
                let delete =
                    sqlx::query("DELETE FROM known_browsers WHERE expires_at < ?").bind(now.as_microsecond());
                Ok(delete.execute(db).await.map_err(failed)?.rows_affected())
            })
        })
    }
}

async fn remember(
    db: &mut SqliteConnection,
    browser: KnownBrowser,
    before: Option<TokenHash>,
) -> Result<(), StoreError> {
    let account = bytes(browser.account.to_bytes());
    if let Some(before) = before {
        let rename = sqlx::query("UPDATE known_browsers SET token = ? WHERE token = ?");
        rename.bind(hash(browser.token)).bind(hash(before)).execute(&mut *db).await.map_err(failed)?;
    }
    let put = "INSERT INTO known_browsers (token, account, expires_at) VALUES (?, ?, ?) \
               ON CONFLICT (token, account) DO UPDATE SET expires_at = excluded.expires_at";
    let put = sqlx::query(put)
        .bind(hash(browser.token))
        .bind(account.clone())
        .bind(browser.expires_at.as_microsecond());
    put.execute(&mut *db).await.map_err(refused(TABLE, "this browser"))?;
    let forget = "DELETE FROM known_browsers WHERE account = ?1 AND token IN (SELECT token FROM known_browsers \
                  WHERE account = ?1 ORDER BY expires_at DESC, token DESC LIMIT -1 OFFSET ?2)";
    let forget = sqlx::query(forget)
        .bind(account)
        .bind(i64::try_from(KnownBrowser::PER_ACCOUNT_MAX).unwrap_or(i64::MAX));
    forget.execute(db).await.map_err(failed)?;
    Ok(())
}
