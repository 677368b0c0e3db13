//! Links by which recipients let others see a little of a parcel.

use doorstep_domain::{ParcelId, Personal, RecipientId, ShareId};
use doorstep_store::{Answer, Share, SharePermission, Shares, StoreError, TokenHash};
use jiff::Timestamp;
use sqlx::sqlite::SqliteRow;
use sqlx::{QueryBuilder, Sqlite, SqliteConnection};

use super::ROWS;
use crate::SqliteStore;
use crate::columns::{Columns, all, bytes, hash, one};
use crate::error::{failed, refused};

const TABLE: &str = "shares";

impl Shares for SqliteStore {
    fn insert_share(&self, share: Share) -> Answer<'_, bool> {
        self.write(move |db| Box::pin(insert(db, share)))
    }

    fn find_share(&self, token: TokenHash, now: Timestamp) -> Answer<'_, Option<Share>> {
        Box::pin(async move {
            let find = sqlx::query("SELECT * FROM shares WHERE token = ? AND expires_at > ?")
                .bind(hash(token))
                .bind(now.as_microsecond());
            one(find.fetch_optional(&self.readers).await.map_err(failed)?.as_ref(), read)
        })
    }

    fn list_shares(&self, account: RecipientId, parcel: ParcelId) -> Answer<'_, Vec<Share>> {
        Box::pin(async move {
            let list =
                "SELECT * FROM shares WHERE parcel = ? AND account = ? ORDER BY created_at DESC, id DESC";
            let list = sqlx::query(list).bind(bytes(parcel.to_bytes())).bind(bytes(account.to_bytes()));
            all(&list.fetch_all(&self.readers).await.map_err(failed)?, read)
        })
    }

    fn list_takers(
        &self,
        parcels: Vec<ParcelId>,
        now: Timestamp,
    ) -> Answer<'_, Vec<(ParcelId, Option<Personal>)>> {
        Box::pin(async move {
            let mut takers = Vec::new();
            for chunk in parcels.chunks(ROWS) {
                takers.extend(self.takers(chunk, now).await?);
            }
            Ok(takers)
        })
    }

    fn note_opening(&self, id: ShareId, at: Timestamp) -> Answer<'_, bool> {
        self.write(move |db| Box::pin(note_opening(db, id, at)))
    }

    fn delete_share(&self, account: RecipientId, parcel: ParcelId, id: ShareId) -> Answer<'_, bool> {
        self.write(move |db| {
            Box::pin(async move {
                let delete = sqlx::query("DELETE FROM shares WHERE id = ? AND account = ? AND parcel = ?")
                    .bind(bytes(id.to_bytes()))
                    .bind(bytes(account.to_bytes()))
                    .bind(bytes(parcel.to_bytes()));
                Ok(delete.execute(db).await.map_err(failed)?.rows_affected() > 0)
            })
        })
    }

    fn delete_shares_expired_before(&self, instant: Timestamp) -> Answer<'_, u64> {
        self.write(move |db| {
            Box::pin(async move {
                let delete =
                    sqlx::query("DELETE FROM shares WHERE expires_at < ?").bind(instant.as_microsecond());
                Ok(delete.execute(db).await.map_err(failed)?.rows_affected())
            })
        })
    }
}

impl SqliteStore {
    async fn takers(
        &self,
        parcels: &[ParcelId],
        now: Timestamp,
    ) -> Result<Vec<(ParcelId, Option<Personal>)>, StoreError> {
        let mut statement = QueryBuilder::<Sqlite>::new(
            "SELECT shares.parcel, shares.name FROM shares JOIN parcels ON parcels.id = shares.parcel \
             AND parcels.recipient = shares.account WHERE permission = 'accept' AND expires_at > ",
        );
        statement.push_bind(now.as_microsecond()).push(" AND shares.parcel IN (");
        let mut list = statement.separated(", ");
        for id in parcels {
            list.push_bind(bytes(id.to_bytes()));
        }
        statement.push(") ORDER BY shares.created_at, shares.id");
        let find = statement.build().persistent(false);
        all(&find.fetch_all(&self.readers).await.map_err(failed)?, |row| {
            let columns = Columns::of(TABLE, row);
            Ok((columns.id("parcel", ParcelId::from_bytes)?, columns.personal_opt("name")?))
        })
    }
}

async fn insert(db: &mut SqliteConnection, share: Share) -> Result<bool, StoreError> {
    let insert = "INSERT INTO shares (id, token, parcel, account, permission, created_at, expires_at, \
                  opening_count, openings, name) SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?11 \
                  WHERE (SELECT count(*) FROM shares WHERE parcel = ?3 AND account = ?4) < ?10";
    let insert = sqlx::query(insert)
        .bind(bytes(share.id.to_bytes()))
        .bind(hash(share.token))
        .bind(bytes(share.parcel.to_bytes()))
        .bind(bytes(share.account.to_bytes()))
        .bind(share.permission.as_str())
        .bind(share.created_at.as_microsecond())
        .bind(share.expires_at.as_microsecond())
        .bind(share.opening_count)
        .bind(written(&share.openings))
        .bind(i64::try_from(Share::PER_PARCEL_MAX).unwrap_or(i64::MAX))
        .bind(share.name.map(|name| name.reveal().to_owned()));
    let done = insert.execute(db).await.map_err(refused(TABLE, "this share"))?;
    Ok(done.rows_affected() > 0)
}

async fn note_opening(db: &mut SqliteConnection, id: ShareId, at: Timestamp) -> Result<bool, StoreError> {
    let id = bytes(id.to_bytes());
    let find = sqlx::query("SELECT * FROM shares WHERE id = ?").bind(id.clone());
    let found = one(find.fetch_optional(&mut *db).await.map_err(failed)?.as_ref(), read)?;
    let Some(mut share) = found else { return Ok(false) };
    share.note_opening(at);
    let note = sqlx::query("UPDATE shares SET opening_count = ?, openings = ? WHERE id = ?")
        .bind(share.opening_count)
        .bind(written(&share.openings))
        .bind(id);
    note.execute(db).await.map_err(failed)?;
    Ok(true)
}

fn written(openings: &[Timestamp]) -> String {
    openings.iter().map(|at| at.as_microsecond().to_string()).collect::<Vec<_>>().join(",")
}

fn read(row: &SqliteRow) -> Result<Share, StoreError> {
    let columns = Columns::of(TABLE, row);
    Ok(Share {
        id: columns.id("id", ShareId::from_bytes)?,
        token: columns.hash("token")?,
        parcel: columns.id("parcel", ParcelId::from_bytes)?,
        account: columns.id("account", RecipientId::from_bytes)?,
        permission: columns.one_of("permission", &SharePermission::ALL, SharePermission::as_str)?,
        name: columns.personal_opt("name")?,
        created_at: columns.instant("created_at")?,
        expires_at: columns.instant("expires_at")?,
        opening_count: columns.raw("opening_count")?,
        openings: columns.instants("openings")?,
    })
}
