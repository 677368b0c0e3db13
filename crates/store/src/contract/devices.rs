//! Drivers' devices and the one-time codes that make them.

use doorstep_domain::{DeviceId, Personal};

use super::samples::{at, device, driver_id, hash, operator, operator_id, settle_in};
use super::{Outcome, assert_conflict, assert_dangling, cases};
use crate::{Device, Store};

cases![
    a_driver_is_added_and_renamed,
    a_driver_stays_with_their_operator,
    a_code_is_taken_once,
    a_code_is_nothing_after_its_end,
    a_device_is_found_by_its_token,
    devices_are_listed_by_label,
    a_revoked_device_writes_nothing,
    only_the_own_device_is_revoked,
    drivers_codes_and_devices_need_what_they_refer_to,
];

async fn a_driver_is_added_and_renamed(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    assert_eq!(store.find_driver(driver_id(2)).await?, None);
    for name in ["Driver 2", "Driver Two"] {
        store.put_driver(driver_id(2), operator_id(2), Personal::new(name)).await?;
        let found = store.find_driver(driver_id(2)).await?;
        assert_eq!(found, Some((operator_id(2), Personal::new(name))));
    }
    Ok(())
}

async fn a_driver_stays_with_their_operator(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    assert_conflict!(store.put_driver(driver_id(1), operator_id(2), Personal::new("Taken")).await);
    let found = store.find_driver(driver_id(1)).await?;
    assert_eq!(found, Some((operator_id(1), Personal::new("Driver 1"))));
    Ok(())
}

async fn a_code_is_taken_once(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    store.insert_driver_code(hash(1), driver_id(1), at(100)).await?;
    assert_conflict!(store.insert_driver_code(hash(1), driver_id(1), at(200)).await);
    assert_eq!(store.take_driver_code(hash(2), at(0)).await?, None);
    assert_eq!(store.take_driver_code(hash(1), at(99)).await?, Some(driver_id(1)));
    assert_eq!(store.take_driver_code(hash(1), at(99)).await?, None);
    Ok(())
}

async fn a_code_is_nothing_after_its_end(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    store.insert_driver_code(hash(1), driver_id(1), at(100)).await?;
    assert_eq!(store.take_driver_code(hash(1), at(100)).await?, None);
    Ok(())
}

async fn a_device_is_found_by_its_token(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    store.insert_device(device(1), hash(1)).await?;
    store.insert_device(device(2), hash(2)).await?;
    assert_conflict!(store.insert_device(device(3), hash(1)).await);
    assert_conflict!(store.insert_device(device(1), hash(3)).await);
    assert_eq!(store.find_device(hash(1)).await?, Some(device(1)));
    assert_eq!(store.find_device(hash(2)).await?, Some(device(2)));
    assert_eq!(store.find_device(hash(3)).await?, None);
    Ok(())
}

async fn devices_are_listed_by_label(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    for (number, token) in [(3, 3), (1, 1), (2, 2)] {
        store.insert_device(device(number), hash(token)).await?;
    }
    store.revoke_device(operator_id(1), device(2).id, at(7)).await?;
    let revoked = Device { revoked_at: Some(at(7)), ..device(2) };
    assert_eq!(store.list_devices(operator_id(1)).await?, [device(1), revoked, device(3)]);
    assert_eq!(store.list_devices(operator_id(2)).await?, []);
    Ok(())
}

async fn a_revoked_device_writes_nothing(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    store.insert_device(device(1), hash(1)).await?;
    assert!(store.revoke_device(operator_id(1), device(1).id, at(7)).await?);
    assert!(store.revoke_device(operator_id(1), device(1).id, at(9)).await?);
    assert_eq!(store.find_device(hash(1)).await?, None);
    let revoked_at: Vec<_> =
        store.list_devices(operator_id(1)).await?.into_iter().map(|device| device.revoked_at).collect();
    assert_eq!(revoked_at, [Some(at(7))], "the first revocation counts");
    Ok(())
}

async fn only_the_own_device_is_revoked(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    store.insert_device(device(1), hash(1)).await?;
    assert!(!store.revoke_device(operator_id(2), device(1).id, at(7)).await?);
    assert!(!store.revoke_device(operator_id(1), DeviceId::from_u128(1), at(7)).await?);
    assert_eq!(store.find_device(hash(1)).await?, Some(device(1)));
    Ok(())
}

async fn drivers_codes_and_devices_need_what_they_refer_to(store: &dyn Store) -> Outcome {
    assert_dangling!(store.put_driver(driver_id(1), operator_id(1), Personal::new("Driver")).await);
    store.put_operator(operator(1)).await?;
    assert_dangling!(store.insert_driver_code(hash(1), driver_id(1), at(1)).await);
    assert_dangling!(store.insert_device(device(1), hash(1)).await);
    Ok(())
}
