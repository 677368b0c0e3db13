//! Drivers' devices and the one-time codes that make them.

use doorstep_domain::{DeviceId, DriverId, OperatorId, Personal};
use doorstep_store::{Answer, Device, Devices, StoreError, TokenHash};
use jiff::Timestamp;
use sqlx::SqliteConnection;
use sqlx::sqlite::SqliteRow;

use crate::SqliteStore;
use crate::columns::{Columns, all, bytes, hash, one};
use crate::error::{failed, refused};

const TABLE: &str = "devices";
const DRIVER_TAKEN: &str = "a driver of another operator";

impl Devices for SqliteStore {
    fn put_driver(&self, id: DriverId, operator: OperatorId, name: Personal) -> Answer<'_, ()> {
        self.write(move |db| Box::pin(put_driver(db, id, operator, name)))
    }

    fn find_driver(&self, id: DriverId) -> Answer<'_, Option<(OperatorId, Personal)>> {
        Box::pin(async move {
            let find =
                sqlx::query("SELECT operator, name FROM drivers WHERE id = ?").bind(bytes(id.to_bytes()));
            one(find.fetch_optional(&self.readers).await.map_err(failed)?.as_ref(), |row| {
                let columns = Columns::of("drivers", row);
                Ok((columns.id("operator", OperatorId::from_bytes)?, columns.personal("name")?))
            })
        })
    }

    fn insert_driver_code(&self, code: TokenHash, driver: DriverId, expires_at: Timestamp) -> Answer<'_, ()> {
        self.write(move |db| {
            Box::pin(async move {
                sqlx::query("INSERT INTO driver_codes (code, driver, expires_at) VALUES (?, ?, ?)")
                    .bind(hash(code))
                    .bind(bytes(driver.to_bytes()))
                    .bind(expires_at.as_microsecond())
                    .execute(db)
                    .await
                    .map_err(refused("driver_codes", "this code"))?;
                Ok(())
            })
        })
    }

    fn take_driver_code(&self, code: TokenHash, now: Timestamp) -> Answer<'_, Option<DriverId>> {
        self.write(move |db| Box::pin(take_code(db, code, now)))
    }

    fn insert_device(&self, device: Device, token: TokenHash) -> Answer<'_, ()> {
        self.write(move |db| Box::pin(insert(db, device, token)))
    }

    fn find_device(&self, token: TokenHash) -> Answer<'_, Option<Device>> {
        Box::pin(async move {
            let find =
                sqlx::query("SELECT * FROM devices WHERE token = ? AND revoked_at IS NULL").bind(hash(token));
            one(find.fetch_optional(&self.readers).await.map_err(failed)?.as_ref(), read)
        })
    }

    fn list_devices(&self, operator: OperatorId) -> Answer<'_, Vec<Device>> {
        Box::pin(async move {
            let list = sqlx::query("SELECT * FROM devices WHERE operator = ? ORDER BY label, id")
                .bind(bytes(operator.to_bytes()));
            all(&list.fetch_all(&self.readers).await.map_err(failed)?, read)
        })
    }

    fn revoke_device(&self, operator: OperatorId, id: DeviceId, now: Timestamp) -> Answer<'_, bool> {
        let revoke = "UPDATE devices SET revoked_at = coalesce(revoked_at, ?) WHERE id = ? AND operator = ?";
        self.write(move |db| {
            Box::pin(async move {
                let revoke = sqlx::query(revoke)
                    .bind(now.as_microsecond())
                    .bind(bytes(id.to_bytes()))
                    .bind(bytes(operator.to_bytes()));
                Ok(revoke.execute(db).await.map_err(failed)?.rows_affected() > 0)
            })
        })
    }
}

async fn put_driver(
    db: &mut SqliteConnection,
    id: DriverId,
    operator: OperatorId,
    name: Personal,
) -> Result<(), StoreError> {
    let put = "INSERT INTO drivers (id, operator, name) VALUES (?, ?, ?) \
               ON CONFLICT (id) DO UPDATE SET name = excluded.name WHERE operator = excluded.operator";
    let put =
        sqlx::query(put).bind(bytes(id.to_bytes())).bind(bytes(operator.to_bytes())).bind(name.reveal());
    match put.execute(db).await.map_err(refused("drivers", DRIVER_TAKEN))?.rows_affected() {
        0 => Err(StoreError::Conflict { what: DRIVER_TAKEN }),
        _ => Ok(()),
    }
}

async fn take_code(
    db: &mut SqliteConnection,
    code: TokenHash,
    now: Timestamp,
) -> Result<Option<DriverId>, StoreError> {
    let take =
        sqlx::query("DELETE FROM driver_codes WHERE code = ? RETURNING driver, expires_at").bind(hash(code));
    let taken = one(take.fetch_optional(db).await.map_err(failed)?.as_ref(), |row| {
        let columns = Columns::of("driver_codes", row);
        Ok((columns.id("driver", DriverId::from_bytes)?, columns.instant("expires_at")?))
    })?;
    Ok(taken.filter(|(_, expires_at)| now < *expires_at).map(|(driver, _)| driver))
}

async fn insert(db: &mut SqliteConnection, device: Device, token: TokenHash) -> Result<(), StoreError> {
    let insert =
        "INSERT INTO devices (id, token, operator, driver, label, revoked_at) VALUES (?, ?, ?, ?, ?, ?)";
    sqlx::query(insert)
        .bind(bytes(device.id.to_bytes()))
        .bind(hash(token))
        .bind(bytes(device.operator.to_bytes()))
        .bind(bytes(device.driver.to_bytes()))
        .bind(device.label)
        .bind(device.revoked_at.map(Timestamp::as_microsecond))
        .execute(db)
        .await
        .map_err(refused(TABLE, "this device"))?;
    Ok(())
}

fn read(row: &SqliteRow) -> Result<Device, StoreError> {
    let columns = Columns::of(TABLE, row);
    Ok(Device {
        id: columns.id("id", DeviceId::from_bytes)?,
        operator: columns.id("operator", OperatorId::from_bytes)?,
        driver: columns.id("driver", DriverId::from_bytes)?,
        label: columns.raw("label")?,
        revoked_at: columns.instant_opt("revoked_at")?,
    })
}
