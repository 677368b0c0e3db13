//! Phones and trackers that write for a driver.

use doorstep_domain::{DeviceId, DriverId, OperatorId, Personal};
use jiff::Timestamp;

use super::TokenHash;
use crate::Answer;

/// A phone or tracker that may write for one driver.
#[derive(Debug, Clone, PartialEq)]
pub struct Device {
    /// Its identity.
    pub id: DeviceId,
    /// The operator.
    pub operator: OperatorId,
    /// The driver it writes for.
    pub driver: DriverId,
    /// What people call it, such as "phone of tour 14".
    pub label: String,
    /// When it may no longer write.
    pub revoked_at: Option<Timestamp>,
}

/// Drivers' devices and the one-time codes that make them.
pub trait Devices: Send + Sync {
    /// Adds a driver or renames them.
    fn put_driver(&self, id: DriverId, operator: OperatorId, name: Personal) -> Answer<'_, ()>;

    /// The operator and name of a driver.
    fn find_driver(&self, id: DriverId) -> Answer<'_, Option<(OperatorId, Personal)>>;

    /// Adds a one-time code for a driver, valid until `expires_at`.
    fn insert_driver_code(&self, code: TokenHash, driver: DriverId, expires_at: Timestamp) -> Answer<'_, ()>;

    /// Takes a one-time code: the driver whose it was, and nobody a second time or after its end.
    fn take_driver_code(&self, code: TokenHash, now: Timestamp) -> Answer<'_, Option<DriverId>>;

    /// Adds a device with the hash of its token.
    fn insert_device(&self, device: Device, token: TokenHash) -> Answer<'_, ()>;

    /// The device with this token, unless it is revoked.
    fn find_device(&self, token: TokenHash) -> Answer<'_, Option<Device>>;

    /// The devices of an operator, by label.
    fn list_devices(&self, operator: OperatorId) -> Answer<'_, Vec<Device>>;

    /// Revokes a device of the operator; `false` when it has no such device.
    fn revoke_device(&self, operator: OperatorId, id: DeviceId, now: Timestamp) -> Answer<'_, bool>;
}
