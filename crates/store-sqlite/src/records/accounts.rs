//! Accounts.

use doorstep_domain::{OperatorId, Personal, RecipientId};
use doorstep_store::{Account, Accounts, Answer, Role, StoreError};
use sqlx::SqliteConnection;
use sqlx::sqlite::SqliteRow;

use crate::SqliteStore;
use crate::columns::{Columns, bytes, one};
use crate::error::{failed, refused};

const TABLE: &str = "accounts";

impl Accounts for SqliteStore {
    fn insert_account(&self, account: Account) -> Answer<'_, ()> {
        self.write(move |db| Box::pin(insert(db, account)))
    }

    fn find_account(&self, id: RecipientId) -> Answer<'_, Option<Account>> {
        Box::pin(async move {
            let find = sqlx::query("SELECT * FROM accounts WHERE id = ?").bind(bytes(id.to_bytes()));
            one(find.fetch_optional(&self.readers).await.map_err(failed)?.as_ref(), read)
        })
    }

    fn find_account_by_email(&self, email: &str) -> Answer<'_, Option<Account>> {
        let email = email.to_lowercase();
        Box::pin(async move {
            let find =
                sqlx::query("SELECT * FROM accounts WHERE email = ? ORDER BY number LIMIT 1").bind(email);
            one(find.fetch_optional(&self.readers).await.map_err(failed)?.as_ref(), read)
        })
    }

    fn set_language(&self, id: RecipientId, language: String) -> Answer<'_, ()> {
        self.write(move |db| {
            Box::pin(async move {
                let set = sqlx::query("UPDATE accounts SET language = ? WHERE id = ?")
                    .bind(language)
                    .bind(bytes(id.to_bytes()));
                set.execute(db).await.map_err(failed)?;
                Ok(())
            })
        })
    }

    fn set_phone(&self, operator: OperatorId, id: RecipientId, phone: Option<Personal>) -> Answer<'_, bool> {
        self.write(move |db| {
            Box::pin(async move {
                let set = "UPDATE accounts SET phone = ? WHERE id = ? AND operator = ? AND role = ?";
                let set = sqlx::query(set)
                    .bind(phone.as_ref().map(Personal::reveal))
                    .bind(bytes(id.to_bytes()))
                    .bind(bytes(operator.to_bytes()))
                    .bind(role(Role::Recipient));
                Ok(set.execute(db).await.map_err(failed)?.rows_affected() > 0)
            })
        })
    }

    fn phone(&self, id: RecipientId) -> Answer<'_, Option<Personal>> {
        Box::pin(async move {
            let find = sqlx::query("SELECT phone FROM accounts WHERE id = ?").bind(bytes(id.to_bytes()));
            let found = find.fetch_optional(&self.readers).await.map_err(failed)?;
            let phone = one(found.as_ref(), |row| Columns::of(TABLE, row).personal_opt("phone"))?;
            Ok(phone.flatten())
        })
    }
}

async fn insert(db: &mut SqliteConnection, account: Account) -> Result<(), StoreError> {
    let insert = "INSERT INTO accounts (id, operator, role, email, name, password_hash, language, time_zone) \
                  VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
    sqlx::query(insert)
        .bind(bytes(account.id.to_bytes()))
        .bind(bytes(account.operator.to_bytes()))
        .bind(role(account.role))
        .bind(account.email.reveal().to_lowercase())
        .bind(account.name.reveal())
        .bind(account.password_hash)
        .bind(account.language)
        .bind(account.time_zone)
        .execute(db)
        .await
        .map_err(refused(TABLE, "an account with this e-mail address"))?;
    Ok(())
}

pub(super) fn read(row: &SqliteRow) -> Result<Account, StoreError> {
    let columns = Columns::of(TABLE, row);
    Ok(Account {
        id: columns.id("id", RecipientId::from_bytes)?,
        operator: columns.id("operator", OperatorId::from_bytes)?,
        role: columns.one_of("role", &[Role::Recipient, Role::Dispatcher, Role::Admin], role)?,
        email: columns.personal("email")?,
        name: columns.personal("name")?,
        password_hash: columns.raw("password_hash")?,
        language: columns.raw("language")?,
        time_zone: columns.raw("time_zone")?,
    })
}

fn role(role: Role) -> &'static str {
    match role {
        Role::Recipient => "recipient",
        Role::Dispatcher => "dispatcher",
        Role::Admin => "admin",
    }
}
