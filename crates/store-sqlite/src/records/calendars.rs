//! Calendars.

use doorstep_domain::RecipientId;
use doorstep_store::{Account, Answer, Calendar, Calendars, TokenHash};
use jiff::Timestamp;
use sqlx::sqlite::SqliteRow;

use super::accounts;
use crate::SqliteStore;
use crate::columns::{Columns, bytes, hash, one};
use crate::error::{failed, refused};

const TABLE: &str = "calendars";

impl Calendars for SqliteStore {
    fn put_calendar(&self, calendar: Calendar) -> Answer<'_, ()> {
        let put = "INSERT INTO calendars (account, token, created_at, used_at) VALUES (?, ?, ?, ?) \
                   ON CONFLICT (account) DO UPDATE SET token = excluded.token, \
                   created_at = excluded.created_at, used_at = excluded.used_at";
        self.write(move |db| {
            Box::pin(async move {
                let put = sqlx::query(put)
                    .bind(bytes(calendar.account.to_bytes()))
                    .bind(hash(calendar.token))
                    .bind(calendar.created_at.as_microsecond())
                    .bind(calendar.used_at.as_microsecond());
                put.execute(db).await.map_err(refused(TABLE, "a calendar with this token"))?;
                Ok(())
            })
        })
    }

    fn find_calendar(&self, token: TokenHash) -> Answer<'_, Option<(Calendar, Account)>> {
        let find = "SELECT accounts.*, account, token, created_at, used_at \
                    FROM calendars JOIN accounts ON accounts.id = calendars.account WHERE token = ?";
        Box::pin(async move {
            let find = sqlx::query(find).bind(hash(token));
            one(find.fetch_optional(&self.readers).await.map_err(failed)?.as_ref(), |row| {
                Ok((read(row)?, accounts::read(row)?))
            })
        })
    }

    fn calendar_of(&self, account: RecipientId) -> Answer<'_, Option<Calendar>> {
        Box::pin(async move {
            let find =
                sqlx::query("SELECT * FROM calendars WHERE account = ?").bind(bytes(account.to_bytes()));
            one(find.fetch_optional(&self.readers).await.map_err(failed)?.as_ref(), read)
        })
    }

    fn use_calendar(&self, token: TokenHash, used_at: Timestamp) -> Answer<'_, ()> {
        self.write(move |db| {
            Box::pin(async move {
                let set = sqlx::query("UPDATE calendars SET used_at = ? WHERE token = ?")
                    .bind(used_at.as_microsecond())
                    .bind(hash(token));
                set.execute(db).await.map_err(failed)?;
                Ok(())
            })
        })
    }

    fn delete_calendar(&self, account: RecipientId) -> Answer<'_, ()> {
        self.write(move |db| {
            Box::pin(async move {
                let delete =
                    sqlx::query("DELETE FROM calendars WHERE account = ?").bind(bytes(account.to_bytes()));
                delete.execute(db).await.map_err(failed)?;
                Ok(())
            })
        })
    }
}

fn read(row: &SqliteRow) -> Result<Calendar, doorstep_store::StoreError> {
    let columns = Columns::of(TABLE, row);
    Ok(Calendar {
        token: columns.hash("token")?,
        account: columns.id("account", RecipientId::from_bytes)?,
        created_at: columns.instant("created_at")?,
        used_at: columns.instant("used_at")?,
    })
}
