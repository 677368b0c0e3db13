//! Answers given under an `Idempotency-Key`.

use doorstep_domain::OperatorId;
use doorstep_store::{Answer, Idempotency, RememberedAnswer, StoreError};
use jiff::Timestamp;
use sqlx::sqlite::SqliteRow;

use crate::SqliteStore;
use crate::columns::{Columns, bytes, hash, one};
use crate::error::{failed, refused};

const TABLE: &str = "answers";

impl Idempotency for SqliteStore {
    fn find_answer(
        &self,
        operator: OperatorId,
        key: &str,
        now: Timestamp,
    ) -> Answer<'_, Option<RememberedAnswer>> {
        let key = key.to_owned();
        Box::pin(async move {
            let find = sqlx::query("SELECT * FROM answers WHERE operator = ? AND key = ?")
                .bind(bytes(operator.to_bytes()))
                .bind(&key);
            let found = one(find.fetch_optional(&self.readers).await.map_err(failed)?.as_ref(), read)?;
            match found {
                Some(answer) if answer.expires_at <= now => {
                    self.forget_answer(operator, key, now).await?;
                    Ok(None)
                }
                found => Ok(found),
            }
        })
    }

    fn remember_answer(&self, operator: OperatorId, key: &str, answer: RememberedAnswer) -> Answer<'_, ()> {
        let key = key.to_owned();
        let insert = "INSERT INTO answers (operator, key, request, status, body, expires_at) \
                      VALUES (?, ?, ?, ?, ?, ?)";
        self.write(move |db| {
            Box::pin(async move {
                sqlx::query(insert)
                    .bind(bytes(operator.to_bytes()))
                    .bind(key)
                    .bind(hash(answer.request))
                    .bind(answer.status)
                    .bind(answer.body)
                    .bind(answer.expires_at.as_microsecond())
                    .execute(db)
                    .await
                    .map_err(refused(TABLE, "an answer under this key"))?;
                Ok(())
            })
        })
    }

    fn delete_expired_answers(&self, now: Timestamp) -> Answer<'_, u64> {
        self.write(move |db| {
            Box::pin(async move {
                let delete =
                    sqlx::query("DELETE FROM answers WHERE expires_at <= ?").bind(now.as_microsecond());
                Ok(delete.execute(db).await.map_err(failed)?.rows_affected())
            })
        })
    }
}

impl SqliteStore {
    fn forget_answer(&self, operator: OperatorId, key: String, now: Timestamp) -> Answer<'_, ()> {
        self.write(move |db| {
            Box::pin(async move {
                sqlx::query("DELETE FROM answers WHERE operator = ? AND key = ? AND expires_at <= ?")
                    .bind(bytes(operator.to_bytes()))
                    .bind(key)
                    .bind(now.as_microsecond())
                    .execute(db)
                    .await
                    .map_err(failed)?;
                Ok(())
            })
        })
    }
}

fn read(row: &SqliteRow) -> Result<RememberedAnswer, StoreError> {
    let columns = Columns::of(TABLE, row);
    Ok(RememberedAnswer {
        request: columns.hash("request")?,
        status: columns.raw("status")?,
        body: columns.raw("body")?,
        expires_at: columns.instant("expires_at")?,
    })
}
