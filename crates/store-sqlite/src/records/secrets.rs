//! What the server keeps for itself.

use doorstep_store::{Answer, Secrets};

use crate::SqliteStore;
use crate::columns::Columns;
use crate::error::{failed, refused};

const TABLE: &str = "secrets";

impl Secrets for SqliteStore {
    fn secret(&self, name: &'static str, fresh: [u8; 32]) -> Answer<'_, [u8; 32]> {
        self.write(move |db| {
            Box::pin(async move {
                let keep =
                    sqlx::query("INSERT INTO secrets (name, secret) VALUES (?, ?) ON CONFLICT DO NOTHING");
                let keep = keep.bind(name).bind(fresh.to_vec());
                keep.execute(&mut *db).await.map_err(refused(TABLE, "this secret"))?;
                let find = sqlx::query("SELECT secret FROM secrets WHERE name = ?").bind(name);
                let row = find.fetch_one(db).await.map_err(failed)?;
                let columns = Columns::of(TABLE, &row);
                let kept: Vec<u8> = columns.raw("secret")?;
                kept.try_into().map_err(|_other| columns.wrong("secret", "it has not 32 bytes"))
            })
        })
    }
}
