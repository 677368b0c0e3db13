//! Logins that last.

use doorstep_domain::RecipientId;
use doorstep_store::{Account, Answer, Session, Sessions, StoreError, TokenHash};
use jiff::Timestamp;
use sqlx::SqliteConnection;
use sqlx::sqlite::SqliteRow;

use super::accounts;
use crate::SqliteStore;
use crate::columns::{Columns, all, bytes, hash, one};
use crate::error::{failed, refused};

const TABLE: &str = "sessions";

impl Sessions for SqliteStore {
    fn insert_session(&self, session: Session) -> Answer<'_, ()> {
        self.write(move |db| Box::pin(insert(db, session)))
    }

    fn find_session(&self, token: TokenHash, now: Timestamp) -> Answer<'_, Option<(Session, Account)>> {
        Box::pin(async move {
            let find = "SELECT accounts.*, token, account, began_at, used_at, browser, expires_at \
                        FROM sessions JOIN accounts ON accounts.id = sessions.account \
                        WHERE token = ? AND expires_at > ?";
            let find = sqlx::query(find).bind(hash(token)).bind(now.as_microsecond());
            one(find.fetch_optional(&self.readers).await.map_err(failed)?.as_ref(), |row| {
                Ok((read(row)?, accounts::read(row)?))
            })
        })
    }

    fn list_sessions(&self, account: RecipientId, now: Timestamp) -> Answer<'_, Vec<Session>> {
        Box::pin(async move {
            let list = "SELECT * FROM sessions WHERE account = ? AND expires_at > ? \
                        ORDER BY used_at DESC, began_at DESC, token DESC";
            let list = sqlx::query(list).bind(bytes(account.to_bytes())).bind(now.as_microsecond());
            all(&list.fetch_all(&self.readers).await.map_err(failed)?, read)
        })
    }

    fn use_session(&self, token: TokenHash, used_at: Timestamp) -> Answer<'_, ()> {
        self.write(move |db| {
            Box::pin(async move {
                let set = sqlx::query("UPDATE sessions SET used_at = ? WHERE token = ?")
                    .bind(used_at.as_microsecond())
                    .bind(hash(token));
                set.execute(db).await.map_err(failed)?;
                Ok(())
            })
        })
    }

    fn delete_session(&self, token: TokenHash) -> Answer<'_, ()> {
        self.write(move |db| {
            Box::pin(async move {
                let delete = sqlx::query("DELETE FROM sessions WHERE token = ?").bind(hash(token));
                delete.execute(db).await.map_err(failed)?;
                Ok(())
            })
        })
    }

    fn delete_other_sessions(&self, account: RecipientId, kept: TokenHash) -> Answer<'_, u64> {
        self.write(move |db| {
            Box::pin(async move {
                let delete = sqlx::query("DELETE FROM sessions WHERE account = ? AND token <> ?")
                    .bind(bytes(account.to_bytes()))
                    .bind(hash(kept));
                Ok(delete.execute(db).await.map_err(failed)?.rows_affected())
            })
        })
    }

    fn delete_expired_sessions(&self, now: Timestamp) -> Answer<'_, u64> {
        self.write(move |db| {
            Box::pin(async move {
                let delete =
                    sqlx::query("DELETE FROM sessions WHERE expires_at < ?").bind(now.as_microsecond());
                Ok(delete.execute(db).await.map_err(failed)?.rows_affected())
            })
        })
    }
}

async fn insert(db: &mut SqliteConnection, session: Session) -> Result<(), StoreError> {
    let insert = "INSERT INTO sessions (token, account, began_at, used_at, browser, expires_at) \
                  VALUES (?, ?, ?, ?, ?, ?)";
    sqlx::query(insert)
        .bind(hash(session.token))
        .bind(bytes(session.account.to_bytes()))
        .bind(session.began_at.as_microsecond())
        .bind(session.used_at.as_microsecond())
        .bind(session.browser)
        .bind(session.expires_at.as_microsecond())
        .execute(&mut *db)
        .await
        .map_err(refused(TABLE, "a session with this token"))?;
    let end_oldest = "DELETE FROM sessions WHERE token IN (SELECT token FROM sessions WHERE account = ? \
                      ORDER BY used_at DESC, began_at DESC, token DESC LIMIT -1 OFFSET ?)";
    let end_oldest = sqlx::query(end_oldest)
        .bind(bytes(session.account.to_bytes()))
        .bind(i64::try_from(Session::PER_ACCOUNT_MAX).unwrap_or(i64::MAX));
    end_oldest.execute(db).await.map_err(failed)?;
    Ok(())
}

fn read(row: &SqliteRow) -> Result<Session, StoreError> {
    let columns = Columns::of(TABLE, row);
    Ok(Session {
        token: columns.hash("token")?,
        account: columns.id("account", RecipientId::from_bytes)?,
        began_at: columns.instant("began_at")?,
        used_at: columns.instant("used_at")?,
        browser: columns.raw("browser")?,
        expires_at: columns.instant("expires_at")?,
    })
}
