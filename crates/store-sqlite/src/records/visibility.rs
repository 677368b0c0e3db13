//! Rules.

use doorstep_domain::OperatorId;
use doorstep_store::{Answer, NewRules, Page, RulesOf, SetRules, StoreError, Visibility};
use jiff::Timestamp;
use sqlx::SqliteConnection;
use sqlx::sqlite::SqliteRow;

use crate::SqliteStore;
use crate::columns::{Columns, all, bytes, cursor, one};
use crate::error::{failed, refused};

const TABLE: &str = "rule_changes";
const CHANGED_MEANWHILE: &str = "another version of these rules";

/// What holds of one.
const NEWEST: &str = "SELECT * FROM rule_changes WHERE operator = ? AND scope = ? AND which = ? \
     ORDER BY version DESC LIMIT 1";

impl Visibility for SqliteStore {
    fn set_rules(&self, new: NewRules, replaces: Option<u32>) -> Answer<'_, u32> {
        self.write(move |db| Box::pin(set(db, new, replaces)))
    }

    fn find_rules(&self, operator: OperatorId, of: RulesOf) -> Answer<'_, Option<SetRules>> {
        Box::pin(async move {
            let (scope, which) = of.parts();
            let find = sqlx::query(NEWEST).bind(bytes(operator.to_bytes())).bind(scope).bind(which);
            let found = one(find.fetch_optional(&self.readers).await.map_err(failed)?.as_ref(), read)?;
            Ok(found.map(|(_, set)| set))
        })
    }

    fn list_rules(&self, operator: OperatorId) -> Answer<'_, Vec<SetRules>> {
        Box::pin(async move {
            let list = "SELECT * FROM rule_changes AS set_rules WHERE operator = ? \
                        AND scope IN ('operator', 'region', 'sender') AND version = ( \
                            SELECT max(version) FROM rule_changes AS same WHERE same.operator = set_rules.operator \
                            AND same.scope = set_rules.scope AND same.which = set_rules.which) \
                        ORDER BY scope, which";
            let list = sqlx::query(list).bind(bytes(operator.to_bytes()));
            let rows = all(&list.fetch_all(&self.readers).await.map_err(failed)?, read)?;
            Ok(rows.into_iter().map(|(_, set)| set).collect())
        })
    }

    fn list_rule_changes(
        &self,
        operator: OperatorId,
        after: Option<String>,
        limit: u32,
    ) -> Answer<'_, Page<SetRules>> {
        Box::pin(async move {
            let list =
                "SELECT * FROM rule_changes WHERE operator = ? AND number < ? ORDER BY number DESC LIMIT ?";
            let list = sqlx::query(list)
                .bind(bytes(operator.to_bytes()))
                .bind(cursor(after.as_deref()))
                .bind(Page::<SetRules>::rows_to_read(limit));
            let rows = all(&list.fetch_all(&self.readers).await.map_err(failed)?, read)?;
            Ok(Page::cut(rows, limit, |(number, _)| number.to_string()).without_numbers())
        })
    }

    fn delete_rule_changes_before(&self, at: Timestamp) -> Answer<'_, u64> {
        let delete = "DELETE FROM rule_changes AS old WHERE at < ? AND EXISTS ( \
                          SELECT 1 FROM rule_changes AS newer WHERE newer.operator = old.operator \
                          AND newer.scope = old.scope AND newer.which = old.which AND newer.version > old.version)";
        self.write(move |db| {
            Box::pin(async move {
                let delete = sqlx::query(delete).bind(at.as_microsecond());
                Ok(delete.execute(db).await.map_err(failed)?.rows_affected())
            })
        })
    }
}

async fn set(db: &mut SqliteConnection, new: NewRules, replaces: Option<u32>) -> Result<u32, StoreError> {
    let (scope, which) = new.of.parts();
    let operator = bytes(new.operator.to_bytes());
    let find = sqlx::query(NEWEST).bind(operator.clone()).bind(scope).bind(which.clone());
    let newest =
        one(find.fetch_optional(&mut *db).await.map_err(failed)?.as_ref(), read)?.map(|(_, set)| set);
    let found = newest.as_ref().map_or(0, |set| set.version);
    if replaces.is_some_and(|replaces| replaces != found) {
        return Err(StoreError::Conflict { what: CHANGED_MEANWHILE });
    }
    let add = "INSERT INTO rule_changes (operator, scope, which, version, before, rules, at, author) \
               VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
    let add = sqlx::query(add)
        .bind(operator)
        .bind(scope)
        .bind(which)
        .bind(found + 1)
        .bind(newest.map(|set| set.new.rules))
        .bind(new.rules)
        .bind(new.at.as_microsecond())
        .bind(new.by.to_string());
    add.execute(db).await.map_err(refused(TABLE, CHANGED_MEANWHILE))?;
    Ok(found + 1)
}

fn read(row: &SqliteRow) -> Result<(i64, SetRules), StoreError> {
    let columns = Columns::of(TABLE, row);
    let of = RulesOf::from_parts(columns.raw("scope")?, columns.raw("which")?);
    let new = NewRules {
        operator: columns.id("operator", OperatorId::from_bytes)?,
        of: of.ok_or_else(|| columns.wrong("scope", "nothing has these rules"))?,
        rules: columns.raw("rules")?,
        at: columns.instant("at")?,
        by: columns.parsed("author")?,
    };
    Ok((
        columns.raw("number")?,
        SetRules { new, version: columns.raw("version")?, before: columns.raw("before")? },
    ))
}
