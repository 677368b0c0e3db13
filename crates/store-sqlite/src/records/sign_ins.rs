//! Links that sign someone in once.

use doorstep_store::{Account, Answer, SignInLink, SignIns, StoreError, TokenHash};
use jiff::Timestamp;
use sqlx::SqliteConnection;

use super::accounts;
use crate::SqliteStore;
use crate::columns::{bytes, hash, one};
use crate::error::{failed, refused};

impl SignIns for SqliteStore {
    fn insert_sign_in_link(&self, link: SignInLink) -> Answer<'_, ()> {
        self.write(move |db| {
            Box::pin(async move {
                sqlx::query("INSERT INTO sign_in_links (token, account, expires_at) VALUES (?, ?, ?)")
                    .bind(hash(link.token))
                    .bind(bytes(link.account.to_bytes()))
                    .bind(link.expires_at.as_microsecond())
                    .execute(db)
                    .await
                    .map_err(refused("sign_in_links", "this link"))?;
                Ok(())
            })
        })
    }

    fn is_sign_in_link(&self, token: TokenHash, now: Timestamp) -> Answer<'_, bool> {
        Box::pin(async move {
            let is_there = "SELECT EXISTS (SELECT 1 FROM sign_in_links WHERE token = ? AND expires_at > ?)";
            let is_there = sqlx::query_scalar(is_there).bind(hash(token)).bind(now.as_microsecond());
            is_there.fetch_one(&self.readers).await.map_err(failed)
        })
    }

    fn take_sign_in_link(&self, token: TokenHash, now: Timestamp) -> Answer<'_, Option<Account>> {
        self.write(move |db| Box::pin(take(db, token, now)))
    }

    fn delete_expired_sign_in_links(&self, now: Timestamp) -> Answer<'_, u64> {
        self.write(move |db| {
            Box::pin(async move {
                let delete =
                    sqlx::query("DELETE FROM sign_in_links WHERE expires_at < ?").bind(now.as_microsecond());
                Ok(delete.execute(db).await.map_err(failed)?.rows_affected())
            })
        })
    }
}

async fn take(
    db: &mut SqliteConnection,
    token: TokenHash,
    now: Timestamp,
) -> Result<Option<Account>, StoreError> {
    let find = "SELECT accounts.* FROM sign_in_links JOIN accounts ON accounts.id = sign_in_links.account \
                WHERE token = ? AND expires_at > ?";
    let find = sqlx::query(find).bind(hash(token)).bind(now.as_microsecond());
    let account = one(find.fetch_optional(&mut *db).await.map_err(failed)?.as_ref(), accounts::read)?;
    let delete =
        "DELETE FROM sign_in_links WHERE account = (SELECT account FROM sign_in_links WHERE token = ?)";
    sqlx::query(delete).bind(hash(token)).execute(db).await.map_err(failed)?;
    Ok(account)
}
