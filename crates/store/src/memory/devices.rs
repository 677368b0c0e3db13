//! Drivers' devices and the one-time codes that make them.

use doorstep_domain::{DeviceId, DriverId, OperatorId, Personal};
use jiff::Timestamp;

use super::{MemoryStore, free, refers};
use crate::{Answer, Device, Devices, TokenHash};

impl Devices for MemoryStore {
    fn put_driver(&self, id: DriverId, operator: OperatorId, name: Personal) -> Answer<'_, ()> {
        self.write(move |state| {
            refers(state.operators.contains_key(&operator), "drivers", "operator")?;
            let foreign = state.drivers.get(&id).is_some_and(|(theirs, _)| *theirs != operator);
            free(foreign, "a driver of another operator")?;
            state.drivers.insert(id, (operator, name));
            Ok(())
        })
    }

    fn find_driver(&self, id: DriverId) -> Answer<'_, Option<(OperatorId, Personal)>> {
        self.read(move |state| state.drivers.get(&id).cloned())
    }

    fn insert_driver_code(&self, code: TokenHash, driver: DriverId, expires_at: Timestamp) -> Answer<'_, ()> {
        self.write(move |state| {
            refers(state.drivers.contains_key(&driver), "driver_codes", "driver")?;
            free(state.codes.contains_key(&code), "this code")?;
            state.codes.insert(code, (driver, expires_at));
            Ok(())
        })
    }

    fn take_driver_code(&self, code: TokenHash, now: Timestamp) -> Answer<'_, Option<DriverId>> {
        self.write(move |state| {
            let taken = state.codes.remove(&code);
            Ok(taken.filter(|(_, expires_at)| now < *expires_at).map(|(driver, _)| driver))
        })
    }

    fn insert_device(&self, device: Device, token: TokenHash) -> Answer<'_, ()> {
        self.write(move |state| {
            refers(state.drivers.contains_key(&device.driver), "devices", "driver")?;
            let known =
                state.devices.values().any(|(other, theirs)| other.id == device.id || *theirs == token);
            free(known, "this device")?;
            state.devices.insert(device.id, (device, token));
            Ok(())
        })
    }

    fn find_device(&self, token: TokenHash) -> Answer<'_, Option<Device>> {
        self.read(move |state| {
            let (device, _) = state.devices.values().find(|(_, theirs)| *theirs == token)?;
            Some(device).filter(|device| device.revoked_at.is_none()).cloned()
        })
    }

    fn list_devices(&self, operator: OperatorId) -> Answer<'_, Vec<Device>> {
        self.read(move |state| {
            let own = state.devices.values().map(|(device, _)| device);
            let mut devices: Vec<_> = own.filter(|device| device.operator == operator).cloned().collect();
            devices.sort_by(|a, b| a.label.cmp(&b.label));
            devices
        })
    }

    fn revoke_device(&self, operator: OperatorId, id: DeviceId, now: Timestamp) -> Answer<'_, bool> {
        self.write(move |state| {
            let found = state.devices.get_mut(&id).filter(|(device, _)| device.operator == operator);
            Ok(found.map(|(device, _)| device.revoked_at.get_or_insert(now)).is_some())
        })
    }
}
