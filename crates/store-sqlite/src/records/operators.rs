//! Operators.

use doorstep_domain::OperatorId;
use doorstep_store::{Answer, Operator, Operators, StoreError};
use sqlx::sqlite::SqliteRow;

use crate::SqliteStore;
use crate::columns::{Columns, all, bytes, one};
use crate::error::{failed, refused};

const TABLE: &str = "operators";

impl Operators for SqliteStore {
    fn put_operator(&self, operator: Operator) -> Answer<'_, ()> {
        let put = "INSERT INTO operators (id, name, time_zone, language) VALUES (?, ?, ?, ?) \
                   ON CONFLICT (id) DO UPDATE SET name = excluded.name, time_zone = excluded.time_zone, \
                   language = excluded.language";
        self.write(move |db| {
            Box::pin(async move {
                sqlx::query(put)
                    .bind(bytes(operator.id.to_bytes()))
                    .bind(operator.name)
                    .bind(operator.time_zone)
                    .bind(operator.language)
                    .execute(db)
                    .await
                    .map_err(refused(TABLE, "this operator"))?;
                Ok(())
            })
        })
    }

    fn find_operator(&self, id: OperatorId) -> Answer<'_, Option<Operator>> {
        Box::pin(async move {
            let find = sqlx::query("SELECT * FROM operators WHERE id = ?").bind(bytes(id.to_bytes()));
            one(find.fetch_optional(&self.readers).await.map_err(failed)?.as_ref(), read)
        })
    }

    fn list_operators(&self) -> Answer<'_, Vec<Operator>> {
        Box::pin(async {
            let list = sqlx::query("SELECT * FROM operators ORDER BY name, id");
            all(&list.fetch_all(&self.readers).await.map_err(failed)?, read)
        })
    }
}

fn read(row: &SqliteRow) -> Result<Operator, StoreError> {
    let columns = Columns::of(TABLE, row);
    Ok(Operator {
        id: columns.id("id", OperatorId::from_bytes)?,
        name: columns.raw("name")?,
        time_zone: columns.raw("time_zone")?,
        language: columns.raw("language")?,
    })
}
