//! Keys of operators.

use doorstep_domain::visibility::SenderKey;
use doorstep_domain::{OperatorId, Personal};
use doorstep_store::{Answer, ApiKey, Keys, Scope, StoreError, TokenHash};
use jiff::Timestamp;
use sqlx::sqlite::SqliteRow;

use crate::SqliteStore;
use crate::columns::{Columns, bytes, hash, one, words};
use crate::error::{failed, refused};

const TABLE: &str = "api_keys";
const ALL: [Scope; 3] = [Scope::OperatorRead, Scope::OperatorWrite, Scope::Embed];

impl Keys for SqliteStore {
    fn insert_key(&self, key: ApiKey) -> Answer<'_, ()> {
        let insert = "INSERT INTO api_keys (token, operator, label, scopes, sender, revoked_at) VALUES (?, ?, ?, ?, ?, ?)";
        self.write(move |db| {
            Box::pin(async move {
                sqlx::query(insert)
                    .bind(hash(key.token))
                    .bind(bytes(key.operator.to_bytes()))
                    .bind(key.label)
                    .bind(words(key.scopes, name))
                    .bind(key.sender.map(|sender| sender.reveal().to_owned()))
                    .bind(key.revoked_at.map(Timestamp::as_microsecond))
                    .execute(db)
                    .await
                    .map_err(refused(TABLE, "a key with this hash"))?;
                Ok(())
            })
        })
    }

    fn find_key(&self, token: TokenHash) -> Answer<'_, Option<ApiKey>> {
        Box::pin(async move {
            let find = sqlx::query("SELECT * FROM api_keys WHERE token = ? AND revoked_at IS NULL")
                .bind(hash(token));
            one(find.fetch_optional(&self.readers).await.map_err(failed)?.as_ref(), read)
        })
    }

    fn revoke_key(&self, operator: OperatorId, label: String, now: Timestamp) -> Answer<'_, bool> {
        let revoke =
            "UPDATE api_keys SET revoked_at = coalesce(revoked_at, ?) WHERE operator = ? AND label = ?";
        self.write(move |db| {
            Box::pin(async move {
                let revoke = sqlx::query(revoke)
                    .bind(now.as_microsecond())
                    .bind(bytes(operator.to_bytes()))
                    .bind(label);
                Ok(revoke.execute(db).await.map_err(failed)?.rows_affected() > 0)
            })
        })
    }
}

fn read(row: &SqliteRow) -> Result<ApiKey, StoreError> {
    let columns = Columns::of(TABLE, row);
    Ok(ApiKey {
        token: columns.hash("token")?,
        operator: columns.id("operator", OperatorId::from_bytes)?,
        label: columns.raw("label")?,
        scopes: columns.some_of("scopes", &ALL, name)?,
        sender: columns.raw::<Option<String>>("sender")?.map(|name| SenderKey::of(&Personal::new(name))),
        revoked_at: columns.instant_opt("revoked_at")?,
    })
}

fn name(scope: Scope) -> &'static str {
    match scope {
        Scope::OperatorRead => "operator_read",
        Scope::OperatorWrite => "operator_write",
        Scope::Embed => "embed",
    }
}
