//! Passkeys.

use doorstep_domain::RecipientId;
use doorstep_store::{Account, Answer, Passkey, Passkeys, StoreError, TokenHash};
use jiff::Timestamp;
use sqlx::SqliteConnection;
use sqlx::sqlite::SqliteRow;

use super::accounts;
use crate::SqliteStore;
use crate::columns::{Columns, all, bytes, hash, one};
use crate::error::{failed, refused};

const TABLE: &str = "passkeys";

impl Passkeys for SqliteStore {
    fn insert_passkey(&self, passkey: Passkey) -> Answer<'_, bool> {
        self.write(move |db| Box::pin(insert(db, passkey)))
    }

    fn find_passkey(&self, id: TokenHash) -> Answer<'_, Option<(Passkey, Account)>> {
        Box::pin(async move {
            let find = sqlx::query("SELECT * FROM passkeys WHERE id = ?").bind(hash(id));
            let found = one(find.fetch_optional(&self.readers).await.map_err(failed)?.as_ref(), read)?;
            let Some(passkey) = found else { return Ok(None) };
            let find = sqlx::query("SELECT * FROM accounts WHERE id = ?");
            let find = find.bind(bytes(passkey.account.to_bytes()));
            let account = find.fetch_optional(&self.readers).await.map_err(failed)?;
            Ok(one(account.as_ref(), accounts::read)?.map(|account| (passkey, account)))
        })
    }

    fn list_passkeys(&self, account: RecipientId) -> Answer<'_, Vec<Passkey>> {
        Box::pin(async move {
            let list = "SELECT * FROM passkeys WHERE account = ? ORDER BY created_at DESC, id DESC";
            let list = sqlx::query(list).bind(bytes(account.to_bytes()));
            all(&list.fetch_all(&self.readers).await.map_err(failed)?, read)
        })
    }

    fn use_passkey(
        &self,
        id: TokenHash,
        before: String,
        key: String,
        used_at: Timestamp,
    ) -> Answer<'_, bool> {
        self.write(move |db| {
            Box::pin(async move {
                let note = sqlx::query("UPDATE passkeys SET key = ?, used_at = ? WHERE id = ? AND key = ?")
                    .bind(key)
                    .bind(used_at.as_microsecond())
                    .bind(hash(id))
                    .bind(before);
                Ok(note.execute(db).await.map_err(failed)?.rows_affected() > 0)
            })
        })
    }

    fn delete_passkey(&self, account: RecipientId, id: TokenHash) -> Answer<'_, bool> {
        self.write(move |db| {
            Box::pin(async move {
                let delete = sqlx::query("DELETE FROM passkeys WHERE id = ? AND account = ?")
                    .bind(hash(id))
                    .bind(bytes(account.to_bytes()));
                Ok(delete.execute(db).await.map_err(failed)?.rows_affected() > 0)
            })
        })
    }
}

async fn insert(db: &mut SqliteConnection, passkey: Passkey) -> Result<bool, StoreError> {
    let insert = "INSERT INTO passkeys (id, account, handle, name, key, created_at, used_at) \
                  SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7 \
                  WHERE (SELECT count(*) FROM passkeys WHERE account = ?2) < ?8";
    let insert = sqlx::query(insert)
        .bind(hash(passkey.id))
        .bind(bytes(passkey.account.to_bytes()))
        .bind(bytes(passkey.handle))
        .bind(passkey.name.reveal().to_owned())
        .bind(passkey.key)
        .bind(passkey.created_at.as_microsecond())
        .bind(passkey.used_at.map(Timestamp::as_microsecond))
        .bind(i64::try_from(Passkey::PER_ACCOUNT_MAX).unwrap_or(i64::MAX));
    let done = insert.execute(db).await.map_err(refused(TABLE, "this passkey"))?;
    Ok(done.rows_affected() > 0)
}

fn read(row: &SqliteRow) -> Result<Passkey, StoreError> {
    let columns = Columns::of(TABLE, row);
    Ok(Passkey {
        id: columns.hash("id")?,
        account: columns.id("account", RecipientId::from_bytes)?,
        handle: columns.id("handle", std::convert::identity)?,
        name: columns.personal("name")?,
        key: columns.raw("key")?,
        created_at: columns.instant("created_at")?,
        used_at: columns.instant_opt("used_at")?,
    })
}
